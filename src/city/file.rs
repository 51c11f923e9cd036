//! One survey file: the rows one round has of one type, as a spreadsheet saves them.

use std::io::{self, Write};
use std::sync::Arc;

use encoding_rs::GB18030;
use jiff::ToSpan as _;

use super::City;
use super::cell::{Pen, decimal};
use super::dice::mix;
use super::facility::Facility;
use super::recipe::TypeRecipe;
use super::truth::{Truth, contradict};
use super::{MICRO, dice::Dice};
use crate::model::FacilityType;

const BYTE_ORDER_MARK: &str = "\u{feff}";

/// A file of the made-up city, made while it is written.
#[derive(Debug)]
pub struct SurveyFile<'a> {
    name: String,
    city: Arc<City<'a>>,
    facility_type: usize,
    round: usize,
}

/// What stands in a column.
enum Column {
    Id,
    Name,
    Type,
    Jurisdiction,
    Township,
    Longitude,
    Latitude,
    Whole,
    ObservedOn,
    Value,
}

/// Everything the rows of a file have in common.
pub(super) struct Sheet<'f, 'a> {
    file: &'f SurveyFile<'a>,
    known: &'a FacilityType,
    recipe: &'a TypeRecipe,
    /// Index of the property, and where the value comes from.
    columns: Vec<(usize, Column)>,
}

impl<'a> SurveyFile<'a> {
    pub(super) fn new(city: Arc<City<'a>>, facility_type: usize, round: usize) -> Self {
        let id = city.catalogue.types.get(facility_type).map_or("", |known| known.id.as_str());
        let began = city.recipe.rounds.get(round).map_or(0, |round| round.days_before);
        let year = city.plan.as_of.saturating_sub(began.days()).year();
        Self { name: format!("{id}-{year}.csv"), city, facility_type, round }
    }

    /// The file's name, of type and year.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Index of the facility type in the catalogue.
    pub fn facility_type(&self) -> usize {
        self.facility_type
    }

    /// Which survey round, 0 or 1.
    pub fn round(&self) -> usize {
        self.round
    }

    /// Writes the whole file, row by row; wants a buffered writer.
    pub fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        let Some(sheet) = self.sheet() else { return Ok(()) };
        let gb18030 = self.is_gb18030(sheet.known);
        let mut text = if gb18030 { String::new() } else { BYTE_ORDER_MARK.to_owned() };
        sheet.headers(&mut text);
        for index in 0..self.city.counts.get(self.facility_type).copied().unwrap_or_default() {
            sheet.rows(&mut text, index);
            out.write_all(&if gb18030 { GB18030.encode(&text).0 } else { text.as_bytes().into() })?;
            text.clear();
        }
        Ok(())
    }

    fn is_gb18030(&self, known: &FacilityType) -> bool {
        let round = self.city.recipe.rounds.get(self.round);
        round.is_some_and(|round| round.gb18030.iter().any(|name| name == known.id.as_str()))
    }

    pub(super) fn sheet(&self) -> Option<Sheet<'_, 'a>> {
        let known = self.city.catalogue.types.get(self.facility_type)?;
        let recipe = self.city.recipe.types.get(self.facility_type)?;
        let is_part = self.city.wholes.get(self.facility_type).is_some_and(Option::is_some);
        let properties = known.properties.iter().zip(&recipe.properties).enumerate();
        let columns = properties.filter_map(|(index, (property, recipe))| {
            Some((index, column(property.id.as_str(), is_part, recipe.says_something())?))
        });
        Some(Sheet { file: self, known, recipe, columns: columns.collect() })
    }
}

/// The column of a property; `None` where it would be blank throughout.
fn column(property: &str, is_part: bool, has_rules: bool) -> Option<Column> {
    Some(match property {
        "id" => Column::Id,
        "name" => Column::Name,
        "type" => Column::Type,
        "jurisdiction" => Column::Jurisdiction,
        "township" => Column::Township,
        "longitude" => Column::Longitude,
        "latitude" => Column::Latitude,
        "observed_on" => Column::ObservedOn,
        "parent" => return is_part.then_some(Column::Whole),
        _ => return has_rules.then_some(Column::Value),
    })
}

impl<'a> Sheet<'_, 'a> {
    fn headers(&self, text: &mut String) {
        let labels = self.columns.iter().filter_map(|(index, _)| self.known.properties.get(*index));
        join(text, labels.map(|property| property.label.zh.clone()));
    }

    /// The headers of surveyors who do not know the facilities' numbers.
    pub(super) fn unnumbered_headers(&self, text: &mut String) {
        let labels = self.unnumbered().filter_map(|(index, _)| self.known.properties.get(*index));
        join(text, labels.map(|property| property.label.zh.clone()));
    }

    /// A row of theirs, with the name they give it and the place they see it at.
    pub(super) fn unnumbered_row(
        &self,
        text: &mut String,
        facility: &Facility<'a>,
        truths: &[Truth<'a>],
        name: &str,
        position: [Option<i32>; 2],
    ) {
        let cells = self.unnumbered().map(|column| match column.1 {
            Column::Name => name.to_owned(),
            _ => self.cell(column, facility, truths, position),
        });
        join(text, cells);
    }

    fn unnumbered(&self) -> impl Iterator<Item = &(usize, Column)> {
        self.columns.iter().filter(|(_, column)| !matches!(column, Column::Id | Column::Whole))
    }

    /// The rows of one facility: none, one, or two that contradict each other.
    fn rows(&self, text: &mut String, index: u64) {
        let (city, round) = (&self.file.city, self.file.round);
        let Some(facility) = city.facility(self.file.facility_type, index) else { return };
        if facility.seen.get(round) != Some(&true) {
            return;
        }
        let mut truths = city.truths(&facility, round);
        self.row(text, &facility, &truths);
        let mut dice = facility.dice_of("said twice", round);
        if dice.happens(city.recipe.flaws.said_twice)
            && contradict(&mut truths, &self.known.properties, &mut dice)
        {
            self.row(text, &facility, &truths);
        }
    }

    fn row(&self, text: &mut String, facility: &Facility<'a>, truths: &[Truth<'a>]) {
        let lost = self.file.city.recipe.flaws.no_position;
        let lost = facility.index > 0 && facility.dice_of("position", self.file.round).happens(lost);
        let position = facility.place.position.map(|degrees| (!lost).then_some(degrees));
        join(text, self.columns.iter().map(|column| self.cell(column, facility, truths, position)));
    }

    fn cell(
        &self,
        (index, column): &(usize, Column),
        facility: &Facility<'a>,
        truths: &[Truth<'a>],
        [longitude, latitude]: [Option<i32>; 2],
    ) -> String {
        let city = &self.file.city;
        match column {
            Column::Id => city.id(facility.of_type, facility.index),
            Column::Name => city.name(facility),
            Column::Type => self.known.label.zh.clone(),
            Column::Jurisdiction => facility.place.county.adcode.clone(),
            Column::Township => facility.place.township.name.clone(),
            Column::Longitude => degrees(longitude),
            Column::Latitude => degrees(latitude),
            Column::Whole => facility.whole.map(|(whole, index)| city.id(whole, index)).unwrap_or_default(),
            Column::ObservedOn => {
                city.observed_on(facility, self.file.round).map(|day| day.to_string()).unwrap_or_default()
            }
            Column::Value => self.value(*index, facility, truths),
        }
    }

    fn value(&self, index: usize, facility: &Facility<'a>, truths: &[Truth<'a>]) -> String {
        let mut cell = String::new();
        let property = self.known.properties.get(index).zip(self.recipe.properties.get(index));
        if let Some(((property, recipe), truth)) = property.zip(truths.get(index)) {
            // Streams 0 to 2 of a property's dice are its values.
            let stream = 3 + self.file.round as u64;
            let dice = Dice::new(mix(mix(facility.key, recipe.key), stream));
            Pen { recipe: self.file.city.recipe, dice }.write(&mut cell, property, truth);
        }
        cell
    }
}

fn degrees(position: Option<i32>) -> String {
    let mut cell = String::new();
    if let Some(position) = position {
        decimal(&mut cell, position.into(), MICRO);
    }
    cell
}

/// One line of CSV, ended as spreadsheets end it.
fn join(text: &mut String, cells: impl Iterator<Item = String>) {
    for (index, cell) in cells.enumerate() {
        if index > 0 {
            text.push(',');
        }
        if cell.bytes().any(|byte| matches!(byte, b',' | b'"' | b'\n' | b'\r')) {
            text.extend(["\"", &cell.replace('"', "\"\""), "\""]);
        } else {
            text.push_str(&cell);
        }
    }
    text.push_str("\r\n");
}
