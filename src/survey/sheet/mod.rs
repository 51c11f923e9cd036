//! One sheet: its headers, its type, and then its rows one by one.

mod columns;
mod places;
mod remarks;

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use super::header::Header;
use super::layout::Layout;
use super::merged::Merged;
use super::position::{Reference, SystemColumn, reference};
use super::profile::{Keep, SheetRule};
use super::reader::Row;
use super::row;
use super::rules::Rules;
use super::sink::Sink;
use super::type_choice::TypeChoice;
use super::value::text_of;
use super::voice::Voice;
use crate::diagnostic::{Code, Place};
use crate::model::{SheetUse, header_key, plain};

/// Rows that go to the sink at a time.
const HANDED_OVER: usize = 1024;

/// Rows among which the headers are looked for.
const LOOKED_AT: usize = 30;

/// The first rows of a sheet, and its merged cells.
pub(super) struct Top {
    rows: Vec<Row>,
    merged: Merged,
    /// The first row of interest, and how many.
    from: u32,
    most: usize,
}

/// A sheet being read.
pub(super) struct Sheet<'a> {
    rules: Rules<'a>,
    place: Place,
    header: Option<Header>,
    merged: Merged,
    choice: TypeChoice,
    /// Which rows to take, and by which column.
    keep: Vec<(Option<usize>, &'a Keep)>,
    /// The reference system the profile gives for this sheet, and the column in which rows name theirs.
    usual: Option<Reference>,
    systems: Option<SystemColumn>,
    /// The column that shows what was recorded last, and rows of facilities nobody visited.
    earlier: Option<usize>,
    unvisited: u64,
    layouts: Vec<Layout<'a>>,
    /// The layout whose rows have not all gone to the sink.
    open: usize,
    /// Columns already said to be there twice.
    twice: BTreeSet<usize>,
    rows: u64,
    undated: u64,
    /// What the type column said last, and the type of that name.
    last_type: (String, Option<usize>),
}

impl Top {
    pub(super) fn new(rule: &SheetRule, merged: Merged) -> Self {
        // Below a row that comes before the first there are no units.
        let most = |row| if row == 0 { 1 } else { rule.header_rows.unwrap_or(1) as usize + 1 };
        let (from, most) = rule.header_row.map_or((0, LOOKED_AT), |row| (row, most(row)));
        Self { rows: Vec::new(), merged, from, most }
    }

    pub(super) fn push(&mut self, row: Row) -> ControlFlow<()> {
        if row.number >= self.from {
            self.rows.push(row);
        }
        if self.rows.len() < self.most { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    }
}

impl<'a> Sheet<'a> {
    /// Finds the headers and the type, and says what is missing.
    pub(super) fn open(
        rules: Rules<'a>,
        place: Place,
        rule: &SheetRule,
        top: Top,
        sink: &mut dyn Sink,
    ) -> Self {
        let Top { rows, mut merged, .. } = top;
        let header = Header::find(rules, rule, &rows, &merged);
        merged.begin_below(header.as_ref().map_or(0, |header| header.last));
        let choice =
            header.as_ref().map(|header| TypeChoice::new(rules, rule, header, &place)).unwrap_or_default();
        let column = |keep: &Keep| header.as_ref().and_then(|header| header.column(&keep.column));
        let keep = rules.profile.keep.iter().map(|keep| (column(keep), keep)).collect();
        let usual = rule.crs.as_deref().map(|crs| reference(Some(crs), None, []));
        let declared = rule.crs.as_deref().or(rules.profile.position.crs.as_deref());
        let systems = header.as_ref().and_then(|header| SystemColumn::of(rules, declared, header));
        let earlier = header.as_ref().and_then(|header| earlier(rules, header));
        let (layouts, twice) = (Vec::new(), BTreeSet::new());
        let (rows_read, undated, last_type) = (0, 0, (String::new(), None));
        let sheet = Self {
            rules,
            place,
            header,
            merged,
            choice,
            keep,
            usual,
            systems,
            earlier,
            unvisited: 0,
            layouts,
            open: 0,
            twice,
            rows: rows_read,
            undated,
            last_type,
        };
        sheet.opening_remarks(rows.is_empty(), sink);
        sheet
    }

    pub(super) fn has_header(&self) -> bool {
        self.header.is_some()
    }

    /// Takes one row of the sheet, be it title, header or data.
    pub(super) fn row(&mut self, row: &Row, sink: &mut dyn Sink) {
        let below = self.header.as_ref().is_some_and(|header| row.number > header.last);
        let blank = row.problem.is_none()
            && row.place.is_none()
            && row.cells.iter().all(|cell| text_of(cell).is_none());
        if !below || blank {
            return;
        }
        self.rows += 1;
        let row = self.merged.fill(row);
        if self.is_broken(&row, sink)
            || !self.choice.is_known()
            || !self.is_kept(&row)
            || self.is_total(&row, sink)
            || self.is_heading(&row, sink)
            || self.is_unvisited(&row)
        {
            return;
        }
        if let Some(layout) = self.facility_type(&row, sink).and_then(|index| self.layout(index, &row, sink))
        {
            self.record(&row, layout, sink);
        }
    }

    /// What became of the sheet.
    pub(super) fn close(mut self, sink: &mut dyn Sink) -> SheetUse {
        self.hand_over(sink);
        self.closing_remarks(sink);
        let of_all = match self.layouts.as_slice() {
            [one] => Some(one.facility_type.id.clone()),
            _ => None,
        };
        SheetUse {
            columns: self.columns(),
            facility_type: of_all,
            header_row: self.header.as_ref().map(|header| header.row).filter(|row| *row > 0),
            rows: self.rows,
            crs: self.crs(),
            file: self.place.file,
            sheet: self.place.sheet,
            encoding: None,
        }
    }

    fn record(&mut self, row: &Row, layout: usize, sink: &mut dyn Sink) {
        if self.open != layout {
            self.hand_over(sink);
            self.open = layout;
        }
        let (Some(layout), Some(header)) = (self.layouts.get_mut(layout), &self.header) else { return };
        let sighting = row::take(row, layout, header, &self.place, sink);
        layout.remarks.note(row.number, &sighting);
        if layout.rows.len() >= HANDED_OVER || sink.words().is_some() {
            self.hand_over(sink);
        }
    }

    /// Gives the sink the rows it has not got yet.
    pub(super) fn hand_over(&mut self, sink: &mut dyn Sink) {
        let Some(rows) = self.layouts.get_mut(self.open).map(|layout| &mut layout.rows) else { return };
        let undated = rows.heads().iter().filter(|head| head.observed_on.is_none());
        self.undated += undated.count() as u64;
        if !rows.is_empty() {
            sink.rows(rows);
            rows.clear();
        }
    }

    /// Whether the row is one the profile takes; a column that is not there counts as blank.
    fn is_kept(&self, row: &Row) -> bool {
        self.keep.iter().all(|(column, keep)| {
            let cell = column.and_then(|column| row.cells.get(column));
            let word = cell.and_then(text_of).map(|text| plain(&text)).unwrap_or_default();
            keep.words.contains(&word) == keep.among
        })
    }

    /// Whether the row is of a facility that was filled in for the surveyor, who wrote nothing beside.
    fn is_unvisited(&mut self, row: &Row) -> bool {
        let Some(earlier) = self.earlier else { return false };
        let written = |at: usize| row.cells.get(at).and_then(text_of).is_some();
        let unvisited = written(earlier) && !(earlier + 1..row.cells.len()).any(written);
        self.unvisited += u64::from(unvisited);
        unvisited
    }

    fn facility_type(&mut self, row: &Row, sink: &mut dyn Sink) -> Option<usize> {
        let written = self.choice.column.and_then(|column| text_of(row.cells.get(column)?));
        let known = match &written {
            Some(name) if **name == self.last_type.0 => self.last_type.1,
            Some(name) => {
                self.last_type = (name.to_string(), self.rules.names.facility_type(name));
                self.last_type.1
            }
            None => self.choice.of_all,
        };
        if known.is_none() {
            self.unknown_row_type(row, written.as_deref(), sink);
        }
        known
    }

    /// The layout for a type in a reference system, made when its first row comes.
    fn layout(&mut self, index: usize, row: &Row, sink: &mut dyn Sink) -> Option<usize> {
        let said = self.systems.as_mut().and_then(|column| column.read(row)).or(self.usual.as_ref());
        let system = said.map(|said| said.system);
        let is_it = |layout: &Layout| layout.index == index && layout.said == system;
        if let Some(known) = self.layouts.iter().position(is_it) {
            return Some(known);
        }
        let header = self.header.as_ref()?;
        let mut layout = Layout::new(self.rules, header, index, said.cloned())?;
        layout.rows.table = sink.table(layout.survey_table(header, &self.place));
        for at in &layout.twice {
            if self.twice.insert(*at) {
                self.voice().say(sink, Code::ColumnTwice, header.name(*at), None);
            }
        }
        self.layouts.push(layout);
        Some(self.layouts.len() - 1)
    }

    /// Whether all its rows so far are of personal types.
    fn is_of_people(&self) -> bool {
        let types = self.layouts.iter().map(|layout| layout.index).chain(self.choice.of_all);
        let mut types = types.filter_map(|index| self.rules.catalogue.types.get(index)).peekable();
        types.peek().is_some() && types.all(|one| one.personal)
    }

    fn voice(&self) -> Voice {
        Voice::new(&self.place, false)
    }
}

/// The column that shows what was recorded last, unless the profile takes it for something else.
fn earlier(rules: Rules, header: &Header) -> Option<usize> {
    let is_one = |name: &&str| rules.catalogue.workbook.earlier.contains(&header_key(name));
    let readings = header.all_readings();
    readings.iter().position(|names| names.iter().any(is_one)).filter(|_| !rules.profile.only_listed)
}
