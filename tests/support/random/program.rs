//! Requirements of every kind of condition and quantity.

use std::sync::Arc;

use barrierfree::model::{CheckId, Duty, FacilityType, Kind};
use barrierfree::quantity::Rational;
use barrierfree::standard::Node;
use barrierfree::standard::aggregate::{Aggregate, Domain, Figure, Members};
use barrierfree::standard::pack::Level;
use barrierfree::standard::program::{
    Areas, Body, Check, Comparison, Complies, Condition, Function, Measure, Operator, Program, Quantity,
    Requirement, Rise, Row,
};
use jiff::civil::date;

use super::Dice;

/// Whether what other standards ask decides.
fn defers(body: &Body) -> bool {
    let mut found = false;
    body.walk(true, &mut |node| found |= matches!(node, Node::Condition(Condition::Complies(_))));
    found
}

/// What generated requirements are made like.
#[derive(Clone, Copy)]
pub(crate) struct Template<'a> {
    /// Real standards, and a duty to be told of.
    pub(crate) library: &'a Program,
    pub(crate) facility_type: usize,
    pub(crate) of: &'a FacilityType,
    /// `coalesce` turns from one number to another when more is known.
    pub(crate) with_coalesce: bool,
    /// Numbers over other facilities, distances, ranks, trends, compliance.
    pub(crate) with_others: bool,
}

/// So many requirements on one facility type.
pub(crate) fn program(dice: &mut Dice, template: &Template<'_>, requirements: usize) -> Program {
    let mut maker = Maker { dice, template, shared: Vec::new(), of_area: false };
    let standards = template.library.standards.clone();
    let requirements = (0..requirements).map(|number| maker.requirement(number, standards.len())).collect();
    Program { standards, requirements }
}

struct Maker<'a> {
    dice: &'a mut Dice,
    template: &'a Template<'a>,
    /// Numbers that were used before, so that some are used twice.
    shared: Vec<Arc<Quantity>>,
    /// Whether the subject is an area, which has no properties of its own.
    of_area: bool,
}

impl Maker<'_> {
    fn requirement(&mut self, number: usize, standards: usize) -> Requirement {
        let model = &self.template.library.requirements[0];
        let duty = Duty { id: format!("R-{number:03}").as_str().into(), ..(*model.duty).clone() };
        let yields_to = (0..number).filter(|_| self.dice.happens(2)).collect();
        let areas = (self.template.with_others && self.dice.happens(20)).then(|| self.areas());
        let body = self.body();
        // Standards of the second half may be deferred to, and defer to none: no circle.
        let standards = if defers(&body) { standards / 2 } else { standards };
        Requirement {
            standard: areas.as_ref().map_or_else(|| self.dice.below(standards), |(standard, _)| *standard),
            duty: Arc::new(duty),
            works_from: self.dice.happens(20).then(|| date(2020, 1, 1)),
            bodies: if areas.is_some() { Vec::new() } else { vec![(self.template.facility_type, body)] },
            areas: areas.map(|(_, areas)| areas),
            yields_to,
            cases: Vec::new(),
            written: "".into(),
        }
    }

    /// What a standard asks of its areas: numbers over what they have.
    fn areas(&mut self) -> (usize, Areas) {
        let standards = self.template.library.standards.iter().enumerate();
        let all: Vec<(usize, Level, bool)> = standards
            .flat_map(|(number, of)| {
                of.areas.iter().map(move |area| (number, area.level, area.adcode != of.jurisdiction))
            })
            .collect();
        let (standard, level, children) = *self.dice.one_of(&all).expect("areas");
        let mut maker = Maker { dice: self.dice, template: self.template, shared: Vec::new(), of_area: true };
        (standard, Areas { level, children, body: maker.body() })
    }

    fn body(&mut self) -> Body {
        let checks = self.dice.below(4);
        Body {
            applies: if self.dice.happens(30) { Condition::Constant(true) } else { self.condition(2) },
            condition: self.dice.happens(15).then(|| self.condition(1)),
            checks: (0..checks).map(|number| self.check(number)).collect(),
            measure: self.dice.happens(30).then(|| self.quantity(1)),
        }
    }

    fn check(&mut self, number: usize) -> Check {
        let id: CheckId = format!("check-{number}").as_str().into();
        if self.dice.happens(40) {
            return Check { id, test: self.condition(3), measure: None, remedy: None };
        }
        let (measured, required) = (self.quantity(2), self.quantity(2));
        let at_least = self.dice.happens(60);
        let (less, more) = if at_least { (&required, &measured) } else { (&measured, &required) };
        let test = Condition::Compare(Comparison::AtMost, less.clone(), more.clone());
        Check { id, test, measure: Some(Measure { measured, required, at_least, unit: None }), remedy: None }
    }

    fn condition(&mut self, depth: usize) -> Condition {
        if depth == 0 {
            return self.simple();
        }
        match self.dice.below(6) {
            0 => Condition::Not(Box::new(self.condition(depth - 1))),
            1 => Condition::All(self.conditions(depth - 1)),
            2 => Condition::Any(self.conditions(depth - 1)),
            3 => self.simple(),
            _ => self.comparison(depth),
        }
    }

    fn conditions(&mut self, depth: usize) -> Vec<Condition> {
        (0..self.dice.below(4)).map(|_| self.condition(depth)).collect()
    }

    fn comparison(&mut self, depth: usize) -> Condition {
        let how = [Comparison::Equal, Comparison::Less, Comparison::AtMost][self.dice.below(3)];
        Condition::Compare(how, self.quantity(depth), self.quantity(depth))
    }

    fn simple(&mut self) -> Condition {
        if self.template.with_others && self.dice.happens(15) {
            return self.far_condition();
        }
        match self.dice.below(7) {
            0 => Condition::Constant(self.dice.happens(50)),
            1 | 2 => self.property(Kind::Boolean).map_or(Condition::Constant(true), Condition::Flag),
            3 | 4 => self.category(),
            5 => self.property(Kind::Text).map_or(Condition::Constant(false), |property| {
                Condition::Reads(property, vec!["甲".to_owned(), "a".to_owned()])
            }),
            _ => self.comparison(0),
        }
    }

    fn category(&mut self) -> Condition {
        let Some(property) = self.property(Kind::Category) else { return Condition::Constant(true) };
        let values = self.template.of.properties[property].values.len();
        Condition::OneOf(property, (0..values).filter(|_| self.dice.happens(40)).collect())
    }

    fn quantity(&mut self, depth: usize) -> Arc<Quantity> {
        if self.dice.happens(15)
            && let Some(shared) = self.dice.one_of(&self.shared)
        {
            return shared.clone();
        }
        let quantity = Arc::new(self.new_quantity(depth));
        self.shared.push(quantity.clone());
        quantity
    }

    fn new_quantity(&mut self, depth: usize) -> Quantity {
        if self.template.with_others && self.dice.happens(15) {
            return self.far_quantity(depth);
        }
        let choice = if depth == 0 { self.dice.below(4) } else { self.dice.below(10) };
        match choice {
            0 => Quantity::Constant(self.dice.number()),
            1..=3 => self.numeric().map_or(Quantity::Constant(1.into()), Quantity::Property),
            4..=6 => {
                use Operator::{Add, Divide, Multiply, Subtract};
                let operator = [Add, Subtract, Multiply, Divide][self.dice.below(4)];
                Quantity::Arithmetic(operator, self.quantity(depth - 1), self.quantity(depth - 1))
            }
            7 | 8 => self.call(depth - 1),
            _ => Quantity::FirstMatch((0..=self.dice.below(3)).map(|_| self.row(depth - 1)).collect()),
        }
    }

    fn far_condition(&mut self) -> Condition {
        let standards = self.template.library.standards.len();
        let property = self.property(Kind::Boolean);
        match self.dice.below(if self.of_area { 2 } else { 3 }) {
            0 => {
                let that = Some(self.near_condition());
                Condition::Every(self.aggregate(Figure::Lacking, that, None))
            }
            1 => {
                let now = self.quantity(1);
                let then = Arc::new(Quantity::Earlier(now.clone(), 300));
                let end = self.dice.happens(50).then(|| self.quantity(0));
                Condition::Rises(Rise { now, then, end })
            }
            _ => {
                let of = standards / 2 + self.dice.below(standards - standards / 2);
                Condition::Complies(Complies { standards: vec![of], surveyed: property })
            }
        }
    }

    fn far_quantity(&mut self, depth: usize) -> Quantity {
        let own = self.template.facility_type;
        let figure = match self.dice.below(7) {
            0 => return Quantity::Earlier(self.quantity(depth.saturating_sub(1)), 300),
            1 if !self.of_area => Figure::Nearest,
            2 if !self.of_area => Figure::Rank(vec![own]),
            3 => Figure::Share,
            4 => Figure::Sum,
            _ => Figure::Count,
        };
        let that = (figure == Figure::Share).then(|| self.near_condition());
        let value = (figure == Figure::Sum).then(|| self.near_quantity());
        Quantity::Aggregate(self.aggregate(figure, that, value))
    }

    /// Over facilities of the subject's own type: there are no others.
    fn aggregate(
        &mut self,
        figure: Figure,
        that: Option<Condition>,
        value: Option<Arc<Quantity>>,
    ) -> Arc<Aggregate> {
        let domain = match (&figure, self.dice.below(4)) {
            _ if self.of_area => Domain::Area,
            (Figure::Rank(_), _) => Domain::Siblings,
            (_, 0) => Domain::Parts,
            (Figure::Nearest, 1) => Domain::Everywhere,
            (Figure::Nearest, _) | (_, 1) => Domain::Area,
            _ => Domain::Within(Rational::from(10 * i128::try_from(self.dice.below(6)).expect("small"))),
        };
        let filter = if self.dice.happens(40) { Condition::Constant(true) } else { self.near_condition() };
        let facility_type = self.template.facility_type;
        let never_negative = self.dice.happens(50);
        let members = vec![Members { facility_type, filter, that, value, never_negative }];
        Arc::new(Aggregate { figure, domain, members })
    }

    /// Something of the member itself: what lies beyond one may not lie beyond the other.
    fn near_condition(&mut self) -> Condition {
        let mut near = Maker {
            template: &Template { with_others: false, ..*self.template },
            dice: self.dice,
            shared: Vec::new(),
            of_area: false,
        };
        near.condition(1)
    }

    fn near_quantity(&mut self) -> Arc<Quantity> {
        let mut near = Maker {
            template: &Template { with_others: false, ..*self.template },
            dice: self.dice,
            shared: Vec::new(),
            of_area: false,
        };
        near.quantity(1)
    }

    fn call(&mut self, depth: usize) -> Quantity {
        use Function::{Ceil, Coalesce, Floor, Greatest, Least};
        let functions = [Greatest, Least, Ceil, Floor, Coalesce];
        let function = functions[self.dice.below(if self.template.with_coalesce { 5 } else { 4 })];
        let parts = if matches!(function, Ceil | Floor) { 1 } else { 1 + self.dice.below(3) };
        Quantity::Call(function, (0..parts).map(|_| self.quantity(depth)).collect())
    }

    fn row(&mut self, depth: usize) -> Row {
        Row { when: self.dice.happens(80).then(|| self.condition(1)), value: self.quantity(depth) }
    }

    fn property(&mut self, kind: Kind) -> Option<usize> {
        self.choose(|found| found == kind)
    }

    fn numeric(&mut self) -> Option<usize> {
        self.choose(|kind| kind.dimension().is_some())
    }

    fn choose(&mut self, fits: impl Fn(Kind) -> bool) -> Option<usize> {
        if self.of_area {
            return None;
        }
        let all = self.template.of.properties.iter().enumerate();
        let all: Vec<usize> = all.filter(|(_, one)| fits(one.kind)).map(|(number, _)| number).collect();
        // A few properties come up often, so that they meet themselves.
        let few = all.len().min(4);
        let among = if self.dice.happens(60) { &all[..few] } else { &all };
        self.dice.one_of(among).copied()
    }
}
