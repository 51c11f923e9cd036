//! What an expression is made of.

use jiff::civil::Date;

use crate::quantity::Rational;

/// A stretch of the source text, in bytes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// From the start of this to the end of `last`.
    #[must_use]
    pub fn to(self, last: Self) -> Self {
        Self { start: self.start, end: last.end }
    }
}

/// An expression and where it is written.
///
/// A parenthesised expression includes its parentheses.
#[derive(Debug, Clone, PartialEq)]
pub struct Expr {
    /// What it is.
    pub kind: ExprKind,
    /// Where it is.
    pub span: Span,
}

/// What an expression is.
#[derive(Debug, Clone, PartialEq)]
pub enum ExprKind {
    /// A property by name, without the quotes it may have been written in.
    Property(String),
    /// An exact number; a sign before a literal is part of it.
    Number(Rational),
    /// A text.
    Text(String),
    /// `TRUE` or `FALSE`.
    Boolean(bool),
    /// `DATE('2026-01-31')`.
    Date(Date),
    /// `TIMESTAMP('2026-01-31T08:00:00Z')`; fraction without trailing zeros.
    Timestamp(String),
    /// `INTERVAL(from, to)`: each a date, a timestamp, a property, a function
    /// or the text `..` for an open end.
    Interval(Box<Expr>, Box<Expr>),
    /// Negation.
    Not(Box<Expr>),
    /// Conjunction of at least two, none of them a conjunction.
    And(Vec<Expr>),
    /// Disjunction of at least two, none of them a disjunction.
    Or(Vec<Expr>),
    /// A comparison of two.
    Compare {
        /// Which.
        op: Comparison,
        /// Left of the sign.
        left: Box<Expr>,
        /// Right of the sign.
        right: Box<Expr>,
    },
    /// `value [NOT] BETWEEN low AND high`, ends included.
    Between {
        /// What is compared.
        value: Box<Expr>,
        /// Lower end.
        low: Box<Expr>,
        /// Upper end.
        high: Box<Expr>,
        /// Whether `NOT` is written.
        negated: bool,
    },
    /// `value [NOT] IN (…)`.
    In {
        /// What is looked for.
        value: Box<Expr>,
        /// Where; never empty.
        list: Vec<Expr>,
        /// Whether `NOT` is written.
        negated: bool,
    },
    /// `value [NOT] LIKE 'pattern'`.
    Like {
        /// What is matched.
        value: Box<Expr>,
        /// A text, possibly inside `CASEI` and `ACCENTI`.
        pattern: Box<Expr>,
        /// Whether `NOT` is written.
        negated: bool,
    },
    /// `value IS [NOT] NULL`.
    IsNull {
        /// What may be missing.
        value: Box<Expr>,
        /// Whether `NOT` is written.
        negated: bool,
    },
    /// A calculation with two operands.
    Arithmetic {
        /// Which.
        op: Arithmetic,
        /// Left of the sign.
        left: Box<Expr>,
        /// Right of the sign.
        right: Box<Expr>,
    },
    /// A minus before anything but a number.
    Negate(Box<Expr>),
    /// A function. Those of the standard have the name of its JSON encoding
    /// (`s_intersects`, `t_metBy`, `casei`) however they are written.
    Call {
        /// Name of the function.
        name: String,
        /// Where the name is.
        name_span: Span,
        /// What it is applied to.
        args: Vec<Expr>,
    },
    /// An array.
    Array(Vec<Expr>),
    /// A geometry or box.
    Geometry(Geometry),
}

/// A comparison sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Comparison {
    /// `=`
    Eq,
    /// `<>`
    Ne,
    /// `<`
    Lt,
    /// `<=`
    Le,
    /// `>`
    Gt,
    /// `>=`
    Ge,
}

impl Comparison {
    /// How it is written, in text and in JSON.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Eq => "=",
            Self::Ne => "<>",
            Self::Lt => "<",
            Self::Le => "<=",
            Self::Gt => ">",
            Self::Ge => ">=",
        }
    }
}

/// An arithmetic operator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Arithmetic {
    /// `+`
    Add,
    /// `-`
    Sub,
    /// `*`
    Mul,
    /// `/`
    Div,
    /// `div`, division without remainder.
    IntDiv,
    /// `%`
    Mod,
    /// `^`
    Pow,
}

impl Arithmetic {
    /// How it is written, in text and in JSON.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Add => "+",
            Self::Sub => "-",
            Self::Mul => "*",
            Self::Div => "/",
            Self::IntDiv => "div",
            Self::Mod => "%",
            Self::Pow => "^",
        }
    }
}

/// A geometry literal. All its positions have the same number of coordinates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Geometry {
    /// `POINT`; boxed, so that other expressions stay small.
    Point(Box<Position>),
    /// `LINESTRING`, of two positions or more.
    LineString(Vec<Position>),
    /// `POLYGON`: rings of four positions or more, the outer one first.
    Polygon(Vec<Vec<Position>>),
    /// `MULTIPOINT`
    MultiPoint(Vec<Position>),
    /// `MULTILINESTRING`
    MultiLineString(Vec<Vec<Position>>),
    /// `MULTIPOLYGON`
    MultiPolygon(Vec<Vec<Vec<Position>>>),
    /// `GEOMETRYCOLLECTION`, without collections and boxes in it.
    Collection(Vec<Geometry>),
    /// `BBOX`: lower corner, then upper corner; four or six numbers.
    Bbox(Vec<Rational>),
}

/// A position in the order it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Position {
    /// First coordinate.
    pub x: Rational,
    /// Second coordinate.
    pub y: Rational,
    /// Height.
    pub z: Option<Rational>,
}

impl Geometry {
    /// Every position of the geometry; none for a box.
    pub fn positions(&self) -> Vec<&Position> {
        match self {
            Self::Point(position) => vec![position],
            Self::LineString(line) | Self::MultiPoint(line) => line.iter().collect(),
            Self::Polygon(lines) | Self::MultiLineString(lines) => lines.iter().flatten().collect(),
            Self::MultiPolygon(polygons) => polygons.iter().flatten().flatten().collect(),
            Self::Collection(members) => members.iter().flat_map(Self::positions).collect(),
            Self::Bbox(_) => Vec::new(),
        }
    }
}
