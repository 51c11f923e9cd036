//! Which column of a sheet is which property of a type.

use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;

use super::header::{Header, letters};
use super::position::{PositionAt, Positions, Reference, Remarks, reference};
use super::profile::{ColumnRule, PositionColumns};
use super::rules::Rules;
use super::type_choice::TYPE;
use super::value::{Field, JURISDICTION, adcode, moment};
use crate::diagnostic::Place;
use crate::geometry::{Crs, NoCrs};
use crate::model::{
    FacilityType, MappedBy, Meanings, Observed, Property, PropertyId, Rows, SurveyTable, date_of,
};

/// The property that names a facility.
const NAME: &str = "name";

/// The columns of a sheet, for rows of one type.
pub(super) struct Layout<'a> {
    /// Index of the type in the catalogue.
    pub(super) index: usize,
    pub(super) facility_type: &'a FacilityType,
    /// Index of the property that names a facility.
    pub(super) name: Option<usize>,
    pub(super) columns: Vec<Column<'a>>,
    /// Rows on their way to the sink, with what has been said so far: in each of the columns, then of
    /// every row by the profile.
    pub(super) rows: Rows,
    /// A code for each of these, of the row being read.
    pub(super) codes: Vec<u32>,
    /// The day the profile gives for every row.
    pub(super) observed_on: Option<Date>,
    /// When the profile says every row was accepted.
    pub(super) known_at: Option<Timestamp>,
    /// Where positions stand and how they are read; none where there are none, or none that can be read.
    pub(super) positions: Option<Positions>,
    /// What a row or the rule of its sheet says of the reference system, instead of the whole file.
    pub(super) said: Option<Result<Crs, NoCrs>>,
    /// The reference system of the columns that hold positions.
    pub(super) reference: Option<Reference>,
    /// What is to be said about positions in the end.
    pub(super) remarks: Remarks,
    /// Columns left out because an earlier one is the same property.
    pub(super) twice: Vec<usize>,
}

/// A column that is read.
pub(super) struct Column<'a> {
    pub(super) at: usize,
    /// Index of the property in its type.
    pub(super) property: usize,
    pub(super) role: Role,
    pub(super) field: Field<'a>,
    pub(super) by: MappedBy,
}

/// What a property is to the record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Id,
    Type,
    ObservedOn,
    KnownAt,
    Longitude,
    Latitude,
    Jurisdiction,
    Value,
}

impl Role {
    fn of(property: &Property) -> Self {
        match property.id.as_str() {
            "id" => Self::Id,
            TYPE => Self::Type,
            "observed_on" => Self::ObservedOn,
            "known_at" => Self::KnownAt,
            "longitude" => Self::Longitude,
            "latitude" => Self::Latitude,
            JURISDICTION => Self::Jurisdiction,
            _ => Self::Value,
        }
    }
}

impl<'a> Layout<'a> {
    pub(super) fn new(
        rules: Rules<'a>,
        header: &Header,
        index: usize,
        said: Option<Reference>,
    ) -> Option<Self> {
        let facility_type = rules.catalogue.types.get(index)?;
        let mut layout = Self {
            index,
            facility_type,
            name: facility_type.property(NAME).map(|(name, _)| name),
            columns: Vec::new(),
            rows: Rows::of(index),
            codes: Vec::new(),
            observed_on: None,
            known_at: None,
            positions: None,
            said: said.as_ref().map(|said| said.system),
            reference: None,
            remarks: Remarks::default(),
            twice: Vec::new(),
        };
        for at in 0..header.names.len() {
            layout.column(rules, header, at);
        }
        layout.rows.columns = layout.columns.iter().map(|column| Meanings::of(column.property)).collect();
        layout.codes = vec![0; layout.columns.len()];
        layout.constants(rules);
        if let Some(at) = layout.position_at(rules, header) {
            layout.place(rules, header, at, said);
        }
        Some(layout)
    }

    /// The table as the sink is told of it.
    pub(super) fn survey_table(&self, header: &Header, place: &Place) -> SurveyTable {
        let mut headers = vec![None; self.facility_type.properties.len()];
        for column in &self.columns {
            if let Some(slot) = headers.get_mut(column.property) {
                *slot = header.name(column.at).cloned();
            }
        }
        SurveyTable {
            file: place.file.clone(),
            sheet: place.sheet.clone(),
            facility_type: self.index,
            headers,
            crs: self.positions.as_ref().map(|positions| positions.transform.crs()),
        }
    }

    /// What a column became, and what decided.
    pub(super) fn use_of(&self, at: usize) -> Option<(PropertyId, MappedBy)> {
        let column = self.columns.iter().find(|column| column.at == at)?;
        Some((column.field.property.id.clone(), column.by))
    }

    /// What the profile takes a column for, which may be several things, else what its header names.
    fn column(&mut self, rules: Rules<'a>, header: &Header, at: usize) {
        let claims = rules.profile.columns.iter().filter(|rule| header.column(&rule.header) == Some(at));
        let claimed: Vec<_> = claims
            .filter_map(|rule| Some((self.facility_type.property(rule.property.as_str())?.0, rule)))
            .collect();
        for (property, rule) in &claimed {
            self.take(rules, header, at, *property, Some(rule));
        }
        if let (true, Some(property)) = (claimed.is_empty(), self.alias(rules, header, at)) {
            self.take(rules, header, at, property, None);
        }
    }

    fn take(
        &mut self,
        rules: Rules<'a>,
        header: &Header,
        at: usize,
        property: usize,
        rule: Option<&'a ColumnRule>,
    ) {
        let Some(found) = self.facility_type.properties.get(property) else { return };
        if self.columns.iter().any(|column| column.property == property) {
            self.twice.push(at);
            return;
        }
        let unit = rule.and_then(|rule| rule.unit).or(header.units.get(at).copied().flatten());
        let field = Field::new(found, &rules.catalogue.vocabulary).of_column(unit, rule);
        let by = if rule.is_some() { MappedBy::Profile } else { MappedBy::Alias };
        self.columns.push(Column { at, property, role: Role::of(found), field, by });
    }

    /// What the header names, unless the profile has said where that property stands.
    fn alias(&self, rules: Rules, header: &Header, at: usize) -> Option<usize> {
        let profile = rules.profile;
        let property = header.readings(at).find_map(|name| rules.names.property(self.index, name))?;
        let found = self.facility_type.properties.get(property)?;
        let settled = profile.columns.iter().any(|rule| rule.property == found.id)
            || profile.constants.iter().any(|(id, _)| *id == found.id)
            || profile.position.columns != PositionColumns::Known
                && matches!(Role::of(found), Role::Longitude | Role::Latitude);
        (!settled && !profile.only_listed).then_some(property)
    }

    fn constants(&mut self, rules: Rules<'a>) {
        let vocabulary = &rules.catalogue.vocabulary;
        for (id, cell) in &rules.profile.constants {
            let Some((index, property)) = self.facility_type.property(id.as_str()) else { continue };
            let field = Field::new(property, vocabulary);
            let role = Role::of(property);
            if role == Role::KnownAt {
                self.known_at = moment(cell);
                continue;
            }
            let observed = match role {
                Role::Jurisdiction => adcode(cell).map(Observed::Text),
                _ => field.understood(cell).map(|seen| seen.observed),
            };
            match (role, observed) {
                (Role::ObservedOn, Some(Observed::Number(days))) => {
                    self.observed_on = days.low().and_then(date_of);
                }
                (_, Some(observed)) => self.of_every_row(index, observed),
                (_, None) => {}
            }
        }
    }

    fn of_every_row(&mut self, property: usize, observed: Observed) {
        let mut column = Meanings::of(property);
        self.codes.push(column.add(Arc::new(observed)));
        self.rows.columns.push(column);
    }

    /// The reference system of the columns, and the way from it where there is one.
    fn place(&mut self, rules: Rules, header: &Header, at: PositionAt, said: Option<Reference>) {
        let headers = at.columns().filter_map(|column| header.name(column)).map(|name| &**name);
        // What a file says is said of its drawings, and not of figures in its columns.
        let file = rules.crs.filter(|_| at == PositionAt::Drawn);
        let usual = || reference(rules.profile.position.crs.as_deref(), file, headers);
        let reference = said.unwrap_or_else(usual);
        self.positions = reference.system.ok().map(|crs| Positions { at, transform: crs.transform() });
        self.reference = Some(reference);
    }

    fn position_at(&self, rules: Rules, header: &Header) -> Option<PositionAt> {
        let known = |role| self.columns.iter().find(|column| column.role == role).map(|column| column.at);
        let (east, north) = match &rules.profile.position.columns {
            PositionColumns::Wkt(column) => return header.column(column).map(PositionAt::Wkt),
            PositionColumns::Pair { east, north } => (header.column(east), header.column(north)),
            PositionColumns::Known if rules.draws => return Some(PositionAt::Drawn),
            PositionColumns::Known => (known(Role::Longitude), known(Role::Latitude)),
        };
        if east.or(north).is_some() {
            return Some(PositionAt::Pair { east, north });
        }
        let known = rules.profile.position.columns == PositionColumns::Known && !rules.profile.only_listed;
        let letters = letters(rules, &header.all_readings()).filter(|_| known);
        letters.map(|(x, y)| PositionAt::Letters { x, y })
    }
}
