//! Names as they are compared, and what in them tells two places apart.

use hashbrown::HashMap;

use crate::model::{Names, plain};
use crate::quantity::written::{self, Conventions};

/// Words of which a name has one, and the place beside it another.
const OPPOSITES: [&[&str]; 8] = [
    &["上行", "下行"],
    &["地上", "地下", "负"],
    &["男", "女"],
    &["入口", "进口", "进站", "出口", "出站"],
    &["左", "右"],
    &["前门", "后门", "前院", "后院"],
    &["室内", "室外", "户外"],
    &["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛"],
];

/// Directions, and what they are called in names of Latin letters.
const DIRECTIONS: [(char, [&str; 2]); 4] =
    [('东', ["e", "east"]), ('西', ["w", "west"]), ('南', ["s", "south"]), ('北', ["n", "north"])];

/// Letters of a run of Latin ones that is no word but a mark.
const MARK: usize = 2;

/// Of names with so much in common one says they are alike.
const ALIKE: f64 = 0.6;

/// Kinds of marks: numbers, letters, directions, and one for each row of opposites.
const KINDS: usize = 3 + OPPOSITES.len();

/// A name as it is compared.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Name {
    /// What is no number, space or punctuation.
    letters: Vec<char>,
    /// What tells it from its neighbours, sorted.
    marks: [Vec<String>; KINDS],
}

/// How the marks of one name go with those of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Marks {
    Equal,
    /// One has marks that the other lacks.
    More,
    Apart,
}

impl Name {
    /// `None` where nothing is written that could be compared.
    pub(super) fn of(text: &str) -> Option<Self> {
        let mut name = Self { letters: Vec::new(), marks: Default::default() };
        let text = plain(text);
        for (kind, run) in runs(&text) {
            match kind {
                Run::Number => name.marks[0].push(number(run)),
                Run::Latin => name.latin(run),
                Run::Other => name.other(run),
            }
        }
        name.marks.iter_mut().for_each(|marks| marks.sort_unstable());
        let says = !name.letters.is_empty() || name.marks.iter().any(|marks| !marks.is_empty());
        says.then_some(name)
    }

    fn latin(&mut self, run: &str) {
        if let Some((direction, _)) = DIRECTIONS.iter().find(|(_, words)| words.contains(&run)) {
            self.marks[2].push(direction.to_string());
        } else if run.len() <= MARK {
            self.marks[1].push(run.to_owned());
        } else {
            self.letters.extend(run.chars());
        }
    }

    fn other(&mut self, run: &str) {
        for letter in run.chars() {
            if DIRECTIONS.iter().any(|(direction, _)| *direction == letter) {
                self.marks[2].push(letter.to_string());
            }
            if letter.is_alphanumeric() {
                self.letters.push(letter);
            }
        }
        for (marks, words) in self.marks.iter_mut().skip(3).zip(OPPOSITES) {
            marks.extend(words.iter().filter(|word| run.contains(**word)).map(|word| (*word).to_owned()));
        }
    }

    /// How alike two names are, and how much they have in common, from 0 to 1.
    pub(super) fn likeness(&self, other: &Self, words: &Words) -> (Names, f64) {
        match self.marks(other) {
            Marks::Apart => return (Names::Apart, 0.0),
            Marks::Equal if self.letters == other.letters => return (Names::Equal, 1.0),
            _ => {}
        }
        let common = words.common(self, other);
        let (short, long) =
            if self.letters.len() < other.letters.len() { (self, other) } else { (other, self) };
        let names = if short.letters.len() > 1 && is_within(&short.letters, &long.letters) {
            Names::Part
        } else if common >= ALIKE {
            Names::Alike
        } else {
            Names::Different
        };
        (names, common)
    }

    fn marks(&self, other: &Self) -> Marks {
        let mut marks = Marks::Equal;
        for (one, two) in self.marks.iter().zip(&other.marks) {
            if one == two {
                continue;
            }
            let (few, many) = if one.len() < two.len() { (one, two) } else { (two, one) };
            if !is_within(few, many) {
                return Marks::Apart;
            }
            marks = Marks::More;
        }
        marks
    }

    fn pairs(&self) -> impl Iterator<Item = (char, char)> {
        self.letters.windows(2).filter_map(|pair| Some((*pair.first()?, *pair.last()?)))
    }
}

/// Whether all of some stand in others in their order.
fn is_within<T: PartialEq>(few: &[T], many: &[T]) -> bool {
    let mut rest = many.iter();
    few.iter().all(|one| rest.any(|other| other == one))
}

/// What a part of a name is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Run {
    Number,
    Latin,
    Other,
}

/// A name in runs of numerals, of Latin letters, and of anything else.
fn runs(text: &str) -> impl Iterator<Item = (Run, &str)> {
    let kind = |letter: char| match letter {
        letter if is_numeral(letter) => Run::Number,
        letter if letter.is_ascii_alphabetic() => Run::Latin,
        _ => Run::Other,
    };
    let mut rest = text;
    std::iter::from_fn(move || {
        let first = kind(rest.chars().next()?);
        let end = rest.find(|letter| kind(letter) != first).unwrap_or(rest.len());
        let (run, after) = rest.split_at(end);
        rest = after;
        Some((first, run))
    })
}

/// A hundred department stores are called 百货, and 点 is a place more often than a point.
fn is_numeral(letter: char) -> bool {
    written::is_numeral(letter) && !matches!(letter, '百' | '千' | '万' | '亿' | '点')
}

/// A number in figures, without zeros in front, whatever it is written in.
fn number(run: &str) -> String {
    let conventions = Conventions { counters: &[], about: None };
    let exact = written::read(run, &conventions).ok().and_then(|read| read.interval.low());
    exact.map_or_else(|| run.to_owned(), |number| number.to_string())
}

/// How often pairs of letters occur in the names of a type: what many have says little.
#[derive(Debug, Default)]
pub(super) struct Words {
    names: f64,
    with: HashMap<(char, char), f64>,
}

impl Words {
    pub(super) fn add(&mut self, name: &Name) {
        self.names += 1.0;
        let mut pairs: Vec<_> = name.pairs().collect();
        pairs.sort_unstable();
        pairs.dedup();
        for pair in pairs {
            *self.with.entry(pair).or_default() += 1.0;
        }
    }

    fn weight(&self, pair: (char, char)) -> f64 {
        let with = self.with.get(&pair).copied().unwrap_or_default();
        ((self.names + 1.0) / (with + 1.0)).ln() + f64::EPSILON
    }

    /// The share of two names that both have, by the weight of pairs of letters.
    fn common(&self, one: &Name, other: &Name) -> f64 {
        let (mut one, mut other): (Vec<_>, Vec<_>) = (one.pairs().collect(), other.pairs().collect());
        one.sort_unstable();
        other.sort_unstable();
        let weight = |pairs: &[(char, char)]| pairs.iter().map(|pair| self.weight(*pair)).sum::<f64>();
        let all = weight(&one) + weight(&other);
        let both: Vec<_> = one.into_iter().filter(|pair| other.binary_search(pair).is_ok()).collect();
        if all > 0.0 { (2.0 * weight(&both) / all).min(1.0) } else { 0.0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn likeness(one: &str, other: &str) -> Names {
        let mut words = Words::default();
        let named = |text: &str| Name::of(text).expect("a name");
        for text in ["和平停车场", "友谊停车场", "人民公园停车场", "图书馆", "青松公厕", one, other]
        {
            words.add(&named(text));
        }
        named(one).likeness(&named(other), &words).0
    }

    #[test]
    fn what_tells_neighbours_apart_forbids() {
        for (one, other) in [
            ("人民公园东门", "人民公园西门"),
            ("1号停车场", "2号停车场"),
            ("阳光小区一期", "阳光小区二期"),
            ("阳光小区1期", "阳光小区二期"),
            ("A区停车场", "B区停车场"),
            ("地上停车场", "地下停车场"),
            ("B1层停车场", "B2层停车场"),
            ("三层母婴室", "四层母婴室"),
            ("和平路站上行", "和平路站下行"),
            ("男卫生间", "女卫生间"),
            ("North Gate Car Park", "South Gate Car Park"),
            ("N 1", "S 1"),
            ("第十二中学", "第十一中学"),
            ("西北角公厕", "东北角公厕"),
            ("进站口", "出站口"),
        ] {
            assert_eq!(likeness(one, other), Names::Apart, "{one} {other}");
            assert_eq!(likeness(other, one), Names::Apart, "{other} {one}");
        }
    }

    #[test]
    fn ways_of_writing_a_name_are_one_name() {
        for (one, other) in [
            ("１号停车场", "一号停车场"),
            ("停车场0012", "停车场12"),
            ("人民公园（东门）", "人民公园 东门"),
            ("第十二中学", "第12中学"),
            ("Central Library", "CENTRAL  LIBRARY"),
        ] {
            assert_eq!(likeness(one, other), Names::Equal, "{one} {other}");
        }
    }

    #[test]
    fn short_forms_and_spellings_are_seen() {
        assert_eq!(likeness("示范市甲区东街道和平停车场0001", "和平停车场"), Names::Part);
        assert_eq!(likeness("示范市图书馆", "市图书馆"), Names::Part);
        assert_eq!(likeness("和平路人民医院停车场", "和平路人民医院停车库"), Names::Alike);
        assert_eq!(likeness("和平停车场", "友谊停车场"), Names::Different);
        assert_eq!(Name::of(" - "), None);
    }
}
