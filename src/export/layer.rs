//! The facilities of a type as rows and columns.

use super::value::{Value, value};
use crate::inventory::{Facility, Inventory, Table};
use crate::model::{FacilityType, Kind, Property};

/// Columns every layer has: the first ones, and the last ones.
const FIRST: [&str; 3] = ["id", "name", "jurisdiction"];
const LAST: [&str; 3] = ["observed_on", "source_row", "remarks"];

/// Where a facility is, in formats without geometry.
pub(super) const PLACE: [&str; 2] = ["longitude", "latitude"];

/// Properties that stand in no column of their own, and who has seen it: surveyors are persons.
const ELSEWHERE: [&str; 7] = ["id", "name", "jurisdiction", PLACE[0], PLACE[1], "observed_on", "observer"];

/// The facilities of one type.
pub struct Layer<'a> {
    /// The type.
    pub of: &'a FacilityType,
    /// Its columns.
    pub fields: Vec<Field<'a>>,
    inventory: &'a Inventory,
    table: &'a Table,
    /// Indices of the properties that have columns.
    properties: Vec<usize>,
}

/// A column.
#[derive(Debug, Clone, Copy)]
pub struct Field<'a> {
    /// Its name: the id of a property, or one of those every layer has.
    pub name: &'a str,
    /// The kind of its values.
    pub kind: Kind,
}

/// A facility.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Longitude and latitude in degrees of WGS 84.
    pub place: Option<(f64, f64)>,
    /// A value for each column.
    pub values: Vec<Value>,
}

/// A layer for each type that has facilities, in the order of the catalogue; none of people.
pub fn layers(inventory: &Inventory) -> Vec<Layer<'_>> {
    let all = inventory.catalogue.types.iter().zip(&inventory.tables);
    let shown = all.filter(|(of, table)| !of.personal && !table.facilities.is_empty());
    shown.map(|(of, table)| Layer::new(inventory, of, table)).collect()
}

impl<'a> Layer<'a> {
    fn new(inventory: &'a Inventory, of: &'a FacilityType, table: &'a Table) -> Self {
        let has_column = |number: &usize| table.columns.get(*number).is_some_and(Option::is_some);
        let own = |(_, property): &(usize, &Property)| !ELSEWHERE.contains(&property.id.as_str());
        let own = of.properties.iter().enumerate().filter(own).filter(|(number, _)| has_column(number));
        let properties: Vec<usize> = own.map(|(number, _)| number).collect();
        let text = |name| Field { name, kind: Kind::Text };
        let fields = FIRST.map(text).into_iter();
        let fields = fields.chain(properties.iter().filter_map(|number| {
            of.properties.get(*number).map(|one| Field { name: one.id.as_str(), kind: one.kind })
        }));
        let fields = fields.chain(LAST.map(text)).collect();
        Self { of, fields, inventory, table, properties }
    }

    /// The facilities, in the order of their ids.
    pub fn rows(&self) -> impl Iterator<Item = Row> + '_ {
        self.table.facilities.iter().enumerate().map(|(at, facility)| self.row(at, facility))
    }

    fn row(&self, at: usize, facility: &Facility) -> Row {
        let text = |text: Option<&str>| text.map_or(Value::Nothing, |text| Value::Text(text.to_owned()));
        let area = facility.jurisdiction.as_ref().map(crate::model::Adcode::as_str);
        let mut values = vec![text(Some(facility.id.as_str())), text(facility.name.as_deref()), text(area)];
        let mut remarks = Vec::new();
        for number in &self.properties {
            let Some(property) = self.of.properties.get(*number) else { continue };
            let cell = self.table.cell(*number, at);
            let (value, remark) = cell.map_or((Value::Nothing, None), |cell| value(cell, property));
            values.push(value);
            remarks.extend(remark.map(|remark| format!("{}: {remark}", property.id)));
        }
        let seen = facility.seen.to_string();
        let (source, remarks) = (self.source(at), remarks.join("; "));
        let all = [Some(&seen), source.as_ref(), Some(&remarks).filter(|remarks| !remarks.is_empty())];
        values.extend(all.map(|one| text(one.map(String::as_str))));
        Row { place: facility.position, values }
    }

    /// The last row that speaks of a facility.
    fn source(&self, at: usize) -> Option<String> {
        let origin = self.inventory.origin(self.table.last_row(at)?)?;
        let of = self.inventory.columns(origin.table, [])?;
        let sheet = of.sheet.map(|sheet| format!("{sheet}:")).unwrap_or_default();
        Some(format!("{}:{sheet}{}", of.file, origin.row))
    }
}
