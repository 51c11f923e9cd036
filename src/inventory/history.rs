//! Earlier states of the same facilities, for those who compare rounds.
//!
//! The rows of the types that are remembered are kept as they were read, four
//! bytes a cell; a state is resolved from them when somebody asks.

use std::collections::BTreeMap;

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::builder::Builder;
use super::pile::Pile;
use super::resolve::Resolver;
use super::{Inventory, Table};
use crate::diagnostic::Place;

/// Up to which day observations count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cut {
    /// Up to a day.
    Day(Date),
    /// Up to so many days before the last observation of each facility.
    Before(i32),
}

/// The rows of the types that are remembered.
#[derive(Debug)]
pub(super) struct History {
    pub(super) builder: Builder,
    pub(super) piles: BTreeMap<usize, Pile>,
}

impl Inventory {
    /// The facilities of a type as they were known earlier; `None` where that is not remembered.
    pub fn earlier(&self, facility_type: usize, cut: Cut) -> Option<Table> {
        let (pile, of) = (self.history.piles.get(&facility_type)?, self.facility_type(facility_type)?);
        let last = pile.last_seen(self.as_of);
        let until = |facility: u32| match cut {
            Cut::Day(day) => day.min(self.as_of),
            Cut::Before(days) => {
                let last = last.get(facility as usize).copied().unwrap_or(self.as_of);
                last.checked_sub(days.days()).unwrap_or(Date::MIN)
            }
        };
        let resolver = Resolver::up_to(of, pile, &self.history.builder, self.as_of, until);
        Some(self.placed(of, resolver.finished(&mut Vec::new(), |_| Place::default())))
    }
}

impl Pile {
    /// The last day each facility was seen, up to the audit's.
    fn last_seen(&self, as_of: Date) -> Vec<Date> {
        let mut last = vec![Date::MIN; self.facilities.len()];
        for row in &self.rows {
            let day = row.observed_on.unwrap_or(as_of);
            if let Some(last) =
                last.get_mut(row.facility as usize).filter(|last| day <= as_of && day > **last)
            {
                *last = day;
            }
        }
        last
    }
}
