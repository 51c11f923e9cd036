//! Every node of an expression, for those who look for a kind of it.

use std::sync::Arc;

use super::aggregate::{Aggregate, Members};
use super::program::{Body, Condition, Quantity};

/// A node of an expression.
#[derive(Debug, Clone, Copy)]
pub enum Node<'a> {
    /// A number.
    Quantity(&'a Quantity),
    /// A condition.
    Condition(&'a Condition),
}

impl<'a> Node<'a> {
    /// The aggregate a node is about.
    pub fn aggregate(self) -> Option<&'a Arc<Aggregate>> {
        match self {
            Node::Quantity(Quantity::Aggregate(aggregate)) | Node::Condition(Condition::Every(aggregate)) => {
                Some(aggregate)
            }
            _ => None,
        }
    }

    /// This node and all below it; what is asked of members only where `deep`.
    pub fn walk(self, deep: bool, see: &mut dyn FnMut(Node<'a>)) {
        see(self);
        self.below(&mut |node| node.walk(deep, see));
        for members in self.aggregate().filter(|_| deep).into_iter().flat_map(|one| &one.members) {
            asked(members, &mut |node| node.walk(deep, see));
        }
    }

    fn below(self, see: &mut dyn FnMut(Node<'a>)) {
        match self {
            Node::Quantity(quantity) => below_quantity(quantity, see),
            Node::Condition(condition) => below_condition(condition, see),
        }
    }
}

impl Body {
    /// Every node of its expressions; what is asked of members only where `deep`.
    pub fn walk<'a>(&'a self, deep: bool, see: &mut dyn FnMut(Node<'a>)) {
        let conditions = std::iter::once(&self.applies).chain(&self.condition);
        let tests = self.checks.iter().map(|check| &check.test);
        conditions.chain(tests).for_each(|one| Node::Condition(one).walk(deep, see));
        let amounts = self.checks.iter().filter_map(|check| check.measure.as_ref());
        let amounts = amounts.flat_map(|measure| [&measure.measured, &measure.required]);
        amounts.chain(&self.measure).for_each(|one| Node::Quantity(one).walk(deep, see));
    }
}

fn below_quantity<'a>(quantity: &'a Quantity, see: &mut dyn FnMut(Node<'a>)) {
    match quantity {
        Quantity::Constant(_)
        | Quantity::Parameter(_)
        | Quantity::AsOf
        | Quantity::Property(_)
        | Quantity::Aggregate(_) => {}
        Quantity::Earlier(value, _) => see(Node::Quantity(value)),
        Quantity::Arithmetic(_, left, right) => {
            see(Node::Quantity(left));
            see(Node::Quantity(right));
        }
        Quantity::Call(_, parts) => parts.iter().for_each(|one| see(Node::Quantity(one))),
        Quantity::FirstMatch(rows) => {
            for row in rows {
                row.when.iter().for_each(|when| see(Node::Condition(when)));
                see(Node::Quantity(&row.value));
            }
        }
    }
}

fn below_condition<'a>(condition: &'a Condition, see: &mut dyn FnMut(Node<'a>)) {
    match condition {
        Condition::Constant(_)
        | Condition::Flag(_)
        | Condition::OneOf(..)
        | Condition::Reads(..)
        | Condition::Complies(_)
        | Condition::Every(_) => {}
        Condition::Compare(_, left, right) => {
            see(Node::Quantity(left));
            see(Node::Quantity(right));
        }
        Condition::Rises(rise) => {
            let ends = [&rise.now, &rise.then].into_iter().chain(&rise.end);
            ends.for_each(|one| see(Node::Quantity(one)));
        }
        Condition::Not(inner) => see(Node::Condition(inner)),
        Condition::All(parts) | Condition::Any(parts) => {
            for part in parts {
                see(Node::Condition(part));
            }
        }
    }
}

fn asked<'a>(members: &'a Members, see: &mut dyn FnMut(Node<'a>)) {
    see(Node::Condition(&members.filter));
    members.that.iter().for_each(|that| see(Node::Condition(that)));
    members.value.iter().for_each(|value| see(Node::Quantity(value)));
}
