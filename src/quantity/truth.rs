//! Kleene's strong three-valued logic.

/// True, false, or not known to be either.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Truth {
    /// Known to hold.
    True,
    /// Known not to hold.
    False,
    /// Could be either on what is known.
    Unknown,
}

impl Truth {
    /// False as soon as one side is, true when both are.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::False, _) | (_, Self::False) => Self::False,
            (Self::True, Self::True) => Self::True,
            _ => Self::Unknown,
        }
    }

    /// True as soon as one side is, false when both are.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        !((!self).and(!other))
    }
}

impl std::ops::Not for Truth {
    type Output = Self;

    fn not(self) -> Self {
        match self {
            Self::True => Self::False,
            Self::False => Self::True,
            Self::Unknown => Self::Unknown,
        }
    }
}

impl From<bool> for Truth {
    fn from(value: bool) -> Self {
        if value { Self::True } else { Self::False }
    }
}

#[cfg(test)]
mod tests {
    use super::Truth::{False, True, Unknown};

    #[test]
    fn the_tables_are_kleenes() {
        let and = [
            (True, True, True),
            (True, False, False),
            (True, Unknown, Unknown),
            (False, False, False),
            (False, Unknown, False),
            (Unknown, Unknown, Unknown),
        ];
        for (left, right, expected) in and {
            assert_eq!(left.and(right), expected);
            assert_eq!(right.and(left), expected);
            assert_eq!((!left).or(!right), !expected);
        }
    }
}
