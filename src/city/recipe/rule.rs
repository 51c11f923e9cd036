//! What to throw for one property, with everything looked up.

use crate::city::dice::Weighted;

/// All there is to know about throwing one property.
#[derive(Debug)]
pub(in crate::city) struct PropertyRecipe {
    pub(in crate::city) key: u64,
    /// The first whose condition holds is used; none leaves the cell blank.
    pub(in crate::city) rules: Vec<Rule>,
    /// Bounds in millionths of the canonical unit.
    pub(in crate::city) bounds: (i64, i64),
}

/// A way to throw a value, under a condition.
#[derive(Debug)]
pub(in crate::city) struct Rule {
    pub(in crate::city) when: Option<When>,
    pub(in crate::city) form: Form,
    /// How often the second round finds it better than the first.
    pub(in crate::city) improves: u32,
}

/// Holds where a property is yes or above zero, or one of the values named.
#[derive(Debug)]
pub(in crate::city) struct When {
    pub(in crate::city) property: usize,
    pub(in crate::city) is: Vec<usize>,
}

/// How a value is thrown.
#[derive(Debug)]
pub(in crate::city) enum Form {
    /// Not at all.
    Blank,
    /// Yes that often.
    Chance(u32),
    /// A category by weight.
    Weights(Vec<Choice>),
    /// A number of units, each so many millionths; where `of` is given, that share of another property.
    Number {
        /// Ranges by weight.
        bands: Vec<Band>,
        /// Size of the unit in millionths of the canonical one.
        unit: i64,
        /// The whole it is a share of.
        of: Option<usize>,
    },
    /// A slope, one to so many.
    OneTo(Vec<Band>),
    /// A day that long before the city's day.
    DaysBefore(Vec<Band>),
    /// A day that long after another date.
    DaysAfter(Vec<Band>, usize),
    /// One of some texts.
    Texts(Vec<String>),
}

/// A range of whole numbers with a weight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::city) struct Band {
    pub(in crate::city) weight: u32,
    pub(in crate::city) low: i64,
    pub(in crate::city) high: i64,
}

/// A value of a category with a weight.
#[derive(Debug)]
pub(in crate::city) struct Choice {
    pub(in crate::city) weight: u32,
    pub(in crate::city) value: usize,
}

impl Weighted for Band {
    fn weight(&self) -> u32 {
        self.weight
    }
}

impl Weighted for Choice {
    fn weight(&self) -> u32 {
        self.weight
    }
}

impl PropertyRecipe {
    /// Whether any cell of it is ever filled.
    pub(in crate::city) fn says_something(&self) -> bool {
        self.rules.iter().any(|rule| !matches!(rule.form, Form::Blank))
    }
}

impl Rule {
    /// The properties that have to be thrown before.
    pub(in crate::city) fn hangs_on(&self) -> impl Iterator<Item = usize> + '_ {
        let of = match self.form {
            Form::Number { of, .. } => of,
            Form::DaysAfter(_, base) => Some(base),
            _ => None,
        };
        self.when.iter().map(|when| when.property).chain(of)
    }
}
