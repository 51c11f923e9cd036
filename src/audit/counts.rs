//! Many facilities, counted with what is not known of them.
//!
//! Whether a facility belongs is true, false or unknown, like what is asked of
//! it; a number over many is the interval of all that may come out. What was
//! never recorded may exist all the same, unless the survey says that it does
//! not: then, and only then, the interval has an upper end.

use crate::quantity::{Interval, Rational, Truth};
use crate::standard::aggregate::{Aggregate, Figure};

/// How many facilities belong, and what they have.
#[derive(Debug, Clone, Copy)]
pub(super) struct Counts {
    /// Those that belong: what is asked of them holds, is unknown, does not hold.
    sure: [i128; 3],
    /// The same of those that may belong.
    open: [i128; 3],
    /// What those that belong have in all.
    sum: Interval,
    /// What those have in all that may belong.
    may_add: Interval,
    /// What all of them have, if none is sure to belong.
    doubtful_sum: Interval,
}

impl Default for Counts {
    fn default() -> Self {
        let (none, zero) = ([0; 3], Interval::exact(0));
        Self { sure: none, open: none, sum: zero, may_add: zero, doubtful_sum: zero }
    }
}

impl Counts {
    /// So many facilities of which the same is known, and that have nothing to add up.
    pub(super) fn count(&mut self, belongs: Truth, that: Truth, facilities: i128) {
        let place = match that {
            Truth::True => 0,
            Truth::Unknown => 1,
            Truth::False => 2,
        };
        match belongs {
            Truth::True => self.sure[place] += facilities,
            Truth::Unknown => self.open[place] += facilities,
            Truth::False => {}
        }
    }

    /// What one facility has, that belongs or may.
    pub(super) fn add_up(&mut self, belongs: Truth, value: Interval) {
        let or_none = value.hull(Interval::exact(0));
        match belongs {
            Truth::True => self.sum = self.sum + value,
            Truth::Unknown => self.may_add = self.may_add + or_none,
            Truth::False => return,
        }
        self.doubtful_sum = self.doubtful_sum + or_none;
    }

    pub(super) fn add(&mut self, other: &Self) {
        for (mine, more) in self.sure.iter_mut().zip(other.sure).chain(self.open.iter_mut().zip(other.open)) {
            *mine += more;
        }
        self.sum = self.sum + other.sum;
        self.may_add = self.may_add + other.may_add;
        self.doubtful_sum = self.doubtful_sum + other.doubtful_sum;
    }

    /// The same where it is not known of any whether it belongs.
    pub(super) fn doubtful(&self) -> Self {
        let mut open = self.open;
        open.iter_mut().zip(self.sure).for_each(|(open, sure)| *open += sure);
        Self { sure: [0; 3], open, sum: Interval::exact(0), may_add: self.doubtful_sum, ..*self }
    }

    /// Whether one of its counts is above none and below so many.
    pub(super) fn is_small(&self, fewest: i128) -> bool {
        self.sure.iter().chain(&self.open).any(|count| (1..fewest).contains(count))
    }

    /// Whether no facility belongs, or may.
    pub(super) fn is_none(&self) -> bool {
        self.belong() + self.may_belong() == 0
    }

    fn belong(&self) -> i128 {
        self.sure.iter().sum()
    }

    fn may_belong(&self) -> i128 {
        self.open.iter().sum()
    }

    /// How many are not as they should be: surely, and at most.
    fn lacking(&self) -> (i128, i128) {
        (self.sure[2], self.sure[2] + self.sure[1] + self.open[1] + self.open[2])
    }

    /// The part that is as it should be, each end with the worse of what may be.
    fn share(&self) -> Option<Interval> {
        let ([holds, unknown, _], belong) = (self.sure, self.belong());
        let ratio = |part, whole| (whole > 0).then(|| Rational::new(part, whole));
        ratio(holds, belong)?;
        let low = ratio(holds, belong + self.open[1] + self.open[2])?;
        let joining = self.open[0] + self.open[1];
        Interval::new(Some(low), ratio(holds + unknown + joining, belong + joining))
    }

    /// What a number may be; the inventory is complete or it is not.
    pub(super) fn value(&self, aggregate: &Aggregate, complete: bool) -> Interval {
        let whole = |number: i128| Some(Rational::from(number));
        let (low, high) = match aggregate.figure {
            Figure::Share => return self.share().unwrap_or_else(from_none_to_all),
            Figure::Sum => ((self.sum + self.may_add).low(), (self.sum + self.may_add).high()),
            Figure::Lacking => (whole(self.lacking().0), whole(self.lacking().1)),
            _ => (whole(self.belong()), whole(self.belong() + self.may_belong())),
        };
        if complete {
            return Interval::new(low, high).unwrap_or(Interval::UNBOUNDED);
        }
        let is_least =
            aggregate.figure != Figure::Sum || aggregate.members.iter().all(|one| one.never_negative);
        Interval::new(low.filter(|_| is_least), None).unwrap_or(Interval::UNBOUNDED)
    }

    /// Whether what was never recorded makes no difference to a number.
    pub(super) fn is_settled(&self, figure: &Figure, complete: bool) -> bool {
        if *figure == Figure::Share { self.share().is_some() } else { complete }
    }

    /// Whether every one is as it should be.
    pub(super) fn every(&self, complete: bool) -> Truth {
        match self.lacking() {
            (1.., _) => Truth::False,
            (_, 0) if complete => Truth::True,
            _ => Truth::Unknown,
        }
    }
}

fn from_none_to_all() -> Interval {
    Interval::new(Some(0.into()), Some(1.into())).unwrap_or(Interval::UNBOUNDED)
}
