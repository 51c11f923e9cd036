//! What the symbols and colours mean.

use std::collections::BTreeSet;

use geo::{MultiPolygon, Rect, coord};
use maud::{Markup, html};

use super::area::fill;
use super::frame::{Frame, short};
use super::label::badge;
use super::mark::{mark, shape};
use super::pattern::path;
use super::ring::shares;
use super::{Map, Scale, Share, name_of};
use crate::locale::{Locale, Message};
use crate::model::{GapClass, Outcome, Outcomes};

/// From line to line.
const STEP: f64 = 21.0;

/// A column that is filled from the top.
struct Column<'a> {
    locale: &'a Locale,
    frame: Frame,
    y: f64,
    drawn: Vec<Markup>,
}

/// The legend in a column; numbered areas that find no room are counted.
pub(super) fn legend(map: &Map<'_>, frame: Frame, keyed: &[(String, Option<Share>)]) -> Markup {
    let mut column = Column { locale: map.locale, frame, y: frame.y, drawn: Vec::new() };
    column.marks(map);
    column.ring();
    if !map.areas.is_empty() {
        column.classes(map.scale());
    }
    if !keyed.is_empty() {
        column.keys(keyed);
    }
    html! { @for part in column.drawn { (part) } }
}

impl Column<'_> {
    fn marks(&mut self, map: &Map<'_>) {
        let there: BTreeSet<String> = map.points.iter().map(|point| shape(*point)).collect();
        self.heading("map-facilities");
        for (shape, key) in all_marks().into_iter().filter(|(shape, _)| there.contains(shape)) {
            let (x, y) = (self.frame.x + 12.0, self.y + 10.0);
            self.row(&mark(&shape, (x, y), 14.0), 28.0, &self.locale.text(&key));
        }
        self.y += 8.0;
    }

    fn ring(&mut self) {
        self.heading("map-rings");
        let lines = [
            ("failed", Outcomes { failed: 1, ..Outcomes::default() }),
            ("cantTell", Outcomes { cant_tell: 1, ..Outcomes::default() }),
            ("passed", Outcomes { passed: 1, ..Outcomes::default() }),
            ("rest", Outcomes { untested: 1, ..Outcomes::default() }),
        ];
        for (name, outcomes) in lines {
            let middle = (self.frame.x + 12.0, self.y + 10.0);
            let key = if name == "rest" { "map-rest".to_owned() } else { format!("outcome-{name}") };
            self.row(&shares(middle, 9.0, outcomes), 28.0, &self.locale.text(&key));
        }
        self.y += 8.0;
    }

    fn classes(&mut self, scale: Scale) {
        self.heading("map-classes");
        for (class, bounds) in scale.classes() {
            self.swatch(Some(class), false, &bounds);
        }
        self.swatch(None, false, &self.locale.text("map-no-data"));
        self.swatch(Some(2), true, &self.locale.text("map-thin"));
        self.y += 8.0;
    }

    fn swatch(&mut self, class: Option<u64>, is_thin: bool, text: &str) {
        let from = coord! { x: self.frame.x, y: self.y + 2.0 };
        let square = Rect::new(from, coord! { x: from.x + 36.0, y: from.y + 16.0 });
        let outline = MultiPolygon(vec![square.to_polygon()]);
        let framed = html! { (fill(&outline, class, is_thin)) path.border d=(path(&outline)) {} };
        self.row(&framed, 44.0, text);
    }

    fn keys(&mut self, keyed: &[(String, Option<Share>)]) {
        self.heading("map-keys");
        for (number, (name, share)) in keyed.iter().enumerate() {
            let left = keyed.len() - number;
            let is_last = self.y + 2.0 * STEP > self.frame.y + self.frame.height;
            if is_last && left > 1 {
                let more = self.locale.say(&Message::new("map-more").with("count", left));
                return self.row(&html! {}, 0.0, &more);
            }
            let (x, y) = (self.frame.x + 10.0, self.y + 10.0);
            let share = share.map(|share| format!(" {}", share.text())).unwrap_or_default();
            self.row(&badge((x, y), &(number + 1).to_string()), 28.0, &format!("{name}{share}"));
        }
    }

    fn heading(&mut self, key: &str) {
        let text = self.locale.text(key);
        self.drawn.push(html! { text.heading x=(short(self.frame.x)) y=(short(self.y + 14.0)) { (text) } });
        self.y += STEP + 2.0;
    }

    fn row(&mut self, symbol: &Markup, indent: f64, text: &str) {
        let (x, y) = (self.frame.x + indent, self.y + 15.0);
        self.drawn.push(html! { (symbol) text x=(short(x)) y=(short(y)) { (text) } });
        self.y += STEP;
    }
}

/// Every shape and the key of its name, the good first and the silent last.
fn all_marks() -> Vec<(String, String)> {
    use GapClass::{Advice, Lagging, OverdueTarget, Upcoming, Violation};
    let outcome = |outcome: Outcome| (outcome.key(), format!("outcome-{}", outcome.key()));
    let class = |class: GapClass| (name_of(class), format!("gap-{}", class.key()));
    let classes = [Violation, OverdueTarget, Upcoming, Lagging, Advice].map(class);
    let mut all = vec![outcome(Outcome::Passed)];
    all.extend(classes);
    all.extend([Outcome::CantTell, Outcome::Inapplicable, Outcome::Untested].map(outcome));
    all
}
