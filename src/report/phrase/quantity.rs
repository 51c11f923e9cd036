//! Numbers in words.

use num_traits::One as _;

use super::amount::Nature;
use super::{Phrases, inside};
use crate::locale::Message;
use crate::model::Parameter;
use crate::quantity::Rational;
use crate::standard::program::{Function, Operator, Quantity, Row};

impl<'a> Phrases<'a> {
    /// A number; `nature` is what its surroundings say that it stands for.
    pub(super) fn quantity(&self, quantity: &'a Quantity, nature: Option<&Nature>) -> String {
        match quantity {
            Quantity::Constant(value) => self.amount(*value, nature),
            Quantity::Parameter(parameter) => self.parameter(parameter, nature),
            Quantity::AsOf => self.text("phrase-as-of"),
            Quantity::Property(number) => self
                .property(*number)
                .map(|found| inside(self.context.label(&found.label)))
                .unwrap_or_default(),
            Quantity::Arithmetic(operator, left, right) => self.arithmetic(*operator, (left, right), nature),
            Quantity::Call(function, parts) => {
                let own = self.nature(quantity);
                let nature = own.as_ref().or(nature);
                let parts: Vec<_> = parts.iter().map(|part| self.quantity(part, nature)).collect();
                self.call(*function, &parts)
            }
            Quantity::FirstMatch(rows) => self.table(rows),
            Quantity::Aggregate(aggregate) => self.aggregate(aggregate),
            Quantity::Earlier(value, _) => {
                self.say(&Message::new("phrase-earlier").with("what", self.quantity(value, nature)))
            }
        }
    }

    fn parameter(&self, parameter: &Parameter, nature: Option<&Nature>) -> String {
        let message = Message::new("phrase-parameter").with("word", self.context.label(&parameter.words));
        self.say(&message.with("value", self.amount(parameter.value, nature)))
    }

    fn arithmetic(
        &self,
        operator: Operator,
        (left, right): (&'a Quantity, &'a Quantity),
        nature: Option<&Nature>,
    ) -> String {
        if operator == Operator::Multiply {
            return self.product(left, right);
        }
        let (key, natures) = match operator {
            Operator::Add => ("phrase-sum-of", [nature, nature]),
            Operator::Subtract => ("phrase-difference", [nature, nature]),
            Operator::Multiply | Operator::Divide => ("phrase-quotient", [None, None]),
        };
        let own = [self.nature(left), self.nature(right)];
        let told = |nature: &Option<Nature>, other: Option<&Nature>| nature.as_ref().or(other).cloned();
        let parts = [(left, told(&own[0], natures[0])), (right, told(&own[1], natures[1]))];
        let [left, right] = parts.map(|(part, nature)| self.operand(part, nature.as_ref()));
        self.say(&Message::new(key).with("left", left).with("right", right))
    }

    /// An operand of arithmetic, in brackets where it is arithmetic itself.
    fn operand(&self, part: &'a Quantity, nature: Option<&Nature>) -> String {
        let text = self.quantity(part, nature);
        if matches!(part, Quantity::Arithmetic(..)) { self.bracketed(text) } else { text }
    }

    /// A share of something is said as one: 2 % of the bays.
    fn product(&self, left: &'a Quantity, right: &'a Quantity) -> String {
        let (factor, whole) = match (left, right) {
            (Quantity::Constant(factor), whole) | (whole, Quantity::Constant(factor)) => (*factor, whole),
            _ => {
                let message = Message::new("phrase-product").with("left", self.operand(left, None));
                return self.say(&message.with("right", self.operand(right, None)));
            }
        };
        let share = Nature { scale: crate::report::amount::Scale::Ratio, words: "rate" };
        let is_share = factor <= Rational::one();
        let factor = self.amount(factor, Some(&share).filter(|_| is_share));
        let key = if is_share { "phrase-part" } else { "phrase-times" };
        self.say(&Message::new(key).with("part", factor).with("whole", self.operand(whole, None)))
    }

    fn call(&self, function: Function, parts: &[String]) -> String {
        let key = match function {
            Function::Greatest => "phrase-largest",
            Function::Least => "phrase-smallest",
            Function::Ceil => "phrase-rounded-up",
            Function::Floor => "phrase-rounded-down",
            Function::Coalesce => return self.first_recorded(parts),
        };
        self.say(&Message::new(key).with("what", self.list(parts, "phrase-and-value")))
    }

    fn first_recorded(&self, parts: &[String]) -> String {
        let [before @ .., last] = parts else { return String::new() };
        before.iter().rev().fold(last.clone(), |rest, first| {
            self.say(&Message::new("phrase-else").with("first", first).with("rest", rest))
        })
    }

    /// A table by its number, or by its nature where there is none beside the text.
    fn table(&self, rows: &[Row]) -> String {
        let number = self.tables.iter().position(|known| *known == rows);
        match number {
            Some(_) if self.tables.len() == 1 => self.text("phrase-the-table"),
            Some(number) => self.say(&Message::new("phrase-table").with("number", number + 1)),
            None => self.text("phrase-as-it-is"),
        }
    }
}
