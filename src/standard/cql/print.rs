//! An expression as canonical text.
//!
//! Words in capitals, parentheses only where the text would be read
//! differently without, names in quotes where another reader might not take
//! them. What was parsed and is printed parses to the same expression.

use std::fmt::{self, Display, Formatter, Write};

use super::parse::STANDARD;
use super::token::reserved;
use super::{Arithmetic, Expr, ExprKind, Geometry, Position};
use crate::quantity::{Rational, decimal_text};

impl Display for Expr {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.kind.fmt(f)
    }
}

impl Display for ExprKind {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let sum = |operand| At(Level::Sum, operand);
        match self {
            Self::Property(name) => property(f, name),
            Self::Number(number) => Number(*number).fmt(f),
            Self::Text(content) => text(f, content),
            Self::Boolean(value) => f.write_str(if *value { "TRUE" } else { "FALSE" }),
            Self::Date(date) => write!(f, "DATE('{date}')"),
            Self::Timestamp(moment) => write!(f, "TIMESTAMP('{moment}')"),
            Self::Interval(from, to) => write!(f, "INTERVAL({}, {})", Bound(from), Bound(to)),
            Self::Not(inner) => write!(f, "NOT {}", At(Level::Predicate, inner)),
            Self::And(terms) => joined(f, terms.iter().map(|term| At(Level::Not, term)), " AND "),
            Self::Or(terms) => joined(f, terms.iter().map(|term| At(Level::And, term)), " OR "),
            Self::Compare { op, left, right } => write!(f, "{} {} {}", sum(left), op.sign(), sum(right)),
            Self::Between { value, low, high, negated } => {
                write!(f, "{}{} BETWEEN {} AND {}", sum(value), not(*negated), sum(low), sum(high))
            }
            Self::In { value, list, negated } => {
                write!(f, "{}{} IN {}", sum(value), not(*negated), List(list))
            }
            Self::Like { value, pattern, negated } => {
                write!(f, "{}{} LIKE {pattern}", sum(value), not(*negated))
            }
            Self::IsNull { value, negated } => write!(f, "{} IS{} NULL", sum(value), not(*negated)),
            Self::Arithmetic { op, left, right } => {
                let (before, behind) = operands(*op);
                write!(f, "{} {} {}", At(before, left), op.sign(), At(behind, right))
            }
            Self::Negate(inner) => write!(f, "-{}", At(Level::Operand, inner)),
            Self::Call { name, args, .. } => write!(f, "{}{}", function(name), List(args)),
            Self::Array(items) => List(items).fmt(f),
            Self::Geometry(geometry) => geometry.fmt(f),
        }
    }
}

/// How tightly an expression holds together, loosest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Level {
    Or,
    And,
    Not,
    Predicate,
    Sum,
    Product,
    Power,
    Factor,
    Operand,
}

fn level(kind: &ExprKind) -> Level {
    match kind {
        ExprKind::Or(_) => Level::Or,
        ExprKind::And(_) => Level::And,
        ExprKind::Not(_) => Level::Not,
        ExprKind::Compare { .. }
        | ExprKind::Between { .. }
        | ExprKind::In { .. }
        | ExprKind::Like { .. }
        | ExprKind::IsNull { .. } => Level::Predicate,
        ExprKind::Arithmetic { op: Arithmetic::Add | Arithmetic::Sub, .. } => Level::Sum,
        ExprKind::Arithmetic { op: Arithmetic::Pow, .. } => Level::Power,
        ExprKind::Arithmetic { .. } => Level::Product,
        ExprKind::Negate(_) => Level::Factor,
        _ => Level::Operand,
    }
}

/// How tightly the operands of an operator have to hold together.
fn operands(op: Arithmetic) -> (Level, Level) {
    match op {
        Arithmetic::Add | Arithmetic::Sub => (Level::Sum, Level::Product),
        Arithmetic::Pow => (Level::Factor, Level::Factor),
        _ => (Level::Product, Level::Power),
    }
}

/// An expression in parentheses if it holds together less tightly than asked.
struct At<'e>(Level, &'e Expr);

impl Display for At<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Self(least, expr) = self;
        if level(&expr.kind) < *least { write!(f, "({expr})") } else { expr.fmt(f) }
    }
}

/// An end of an interval, where dates and timestamps are bare texts.
struct Bound<'e>(&'e Expr);

impl Display for Bound<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match &self.0.kind {
            ExprKind::Date(date) => write!(f, "'{date}'"),
            ExprKind::Timestamp(moment) => write!(f, "'{moment}'"),
            other => other.fmt(f),
        }
    }
}

/// A list in parentheses.
struct List<'e, T>(&'e [T]);

impl<T: Display> Display for List<'_, T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_char('(')?;
        joined(f, self.0, ", ")?;
        f.write_char(')')
    }
}

fn joined<T: Display>(
    f: &mut Formatter<'_>,
    items: impl IntoIterator<Item = T>,
    between: &str,
) -> fmt::Result {
    for (index, item) in items.into_iter().enumerate() {
        f.write_str(if index == 0 { "" } else { between })?;
        item.fmt(f)?;
    }
    Ok(())
}

fn not(negated: bool) -> &'static str {
    if negated { " NOT" } else { "" }
}

/// A number; one without decimal text as a division.
struct Number(Rational);

impl Display for Number {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match decimal_text(self.0) {
            Some(text) => f.write_str(&text),
            None => write!(f, "({} / {})", self.0.numer(), self.0.denom()),
        }
    }
}

/// A text in quotes; behind a backslash `''` would be read as an escape and an end.
fn text(f: &mut Formatter<'_>, content: &str) -> fmt::Result {
    f.write_char('\'')?;
    let mut before = '\'';
    for character in content.chars() {
        match (before, character) {
            ('\\', '\'') => f.write_str("\\'")?,
            (_, '\'') => f.write_str("''")?,
            _ => f.write_char(character)?,
        }
        before = character;
    }
    f.write_char('\'')
}

/// A name, in quotes unless every reader takes it without.
fn property(f: &mut Formatter<'_>, name: &str) -> fmt::Result {
    let plain = name.starts_with(char::is_alphabetic)
        && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '.' | ':'));
    if plain && reserved(name).is_none() {
        f.write_str(name)
    } else {
        write!(f, "\"{}\"", name.replace('"', "\"\""))
    }
}

/// The functions of the standard in capitals, others as they are.
fn function(name: &str) -> String {
    let standard = STANDARD.iter().any(|(standard, _)| *standard == name);
    if standard { name.to_ascii_uppercase() } else { name.to_owned() }
}

impl Display for Geometry {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let z = if self.positions().iter().any(|position| position.z.is_some()) { " Z " } else { "" };
        match self {
            Self::Point(position) => write!(f, "POINT{z}({position})"),
            Self::LineString(line) => write!(f, "LINESTRING{z}{}", List(line)),
            Self::Polygon(rings) => write!(f, "POLYGON{z}{}", List(&lists(rings))),
            Self::MultiPoint(points) => {
                let points: Vec<_> = points.iter().map(std::slice::from_ref).map(List).collect();
                write!(f, "MULTIPOINT{z}{}", List(&points))
            }
            Self::MultiLineString(lines) => write!(f, "MULTILINESTRING{z}{}", List(&lists(lines))),
            Self::MultiPolygon(polygons) => {
                let polygons: Vec<_> = polygons.iter().map(|rings| lists(rings)).collect();
                let polygons: Vec<_> = polygons.iter().map(|rings| List(rings)).collect();
                write!(f, "MULTIPOLYGON{z}{}", List(&polygons))
            }
            Self::Collection(members) => write!(f, "GEOMETRYCOLLECTION{z}{}", List(members)),
            Self::Bbox(numbers) => {
                let numbers: Vec<_> = numbers.iter().copied().map(Number).collect();
                write!(f, "BBOX{}", List(&numbers))
            }
        }
    }
}

fn lists(lines: &[Vec<Position>]) -> Vec<List<'_, Position>> {
    lines.iter().map(|line| List(line)).collect()
}

impl Display for Position {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", Number(self.x), Number(self.y))?;
        self.z.map_or(Ok(()), |z| write!(f, " {}", Number(z)))
    }
}
