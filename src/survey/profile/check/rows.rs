//! Which sheets and rows a profile takes, where they stand, and what is complete.

use toml::{Spanned, Value};

use super::Check;
use super::columns::cell_of;
use crate::locale::Message;
use crate::model::{Adcode, Complete, plain};
use crate::survey::profile::file::{CompleteTable, KeepTable, PositionTable, SheetTable};
use crate::survey::profile::{Keep, PositionColumns, PositionRule, SheetRule};
use crate::survey::reader::Cell;
use crate::survey::value::{adcode, day};

/// More rows of headers than any form has.
const MOST_HEADER_ROWS: u32 = 9;

impl Check<'_> {
    pub(super) fn sheets(&mut self, sheet: Spanned<Value>) -> Vec<SheetRule> {
        let span = sheet.span();
        if let Value::String(name) = sheet.get_ref() {
            return vec![SheetRule { name: Some(name.clone()), ..SheetRule::default() }];
        }
        let tables: Result<Vec<SheetTable>, toml::de::Error> = sheet.into_inner().try_into();
        match tables {
            Ok(tables) => tables.into_iter().map(|table| self.sheet(&span, table)).collect(),
            Err(error) => {
                self.mistake(&span, Message::new("profile-syntax").with("detail", error.message()));
                Vec::new()
            }
        }
    }

    fn sheet(&mut self, span: &std::ops::Range<usize>, table: SheetTable) -> SheetRule {
        let facility_type =
            table.facility_type.and_then(|name| self.fixed_type(&Spanned::new(span.clone(), name)));
        let header_rows = table.header_rows;
        if header_rows.is_some_and(|count| !(1..=MOST_HEADER_ROWS).contains(&count)) {
            let most = MOST_HEADER_ROWS.to_string();
            self.mistake(span, Message::new("profile-bad-header-rows").with("most", most));
        }
        let SheetTable { name, header_row, crs, .. } = table;
        SheetRule { name, header_row, header_rows, facility_type, crs }
    }

    pub(super) fn keep(&mut self, keep: Spanned<KeepTable>) -> Option<Keep> {
        let span = keep.span();
        let KeepTable { column, is, is_not } = keep.into_inner();
        let (words, among) = match (is, is_not) {
            (Some(words), None) => (words, true),
            (None, Some(words)) => (words, false),
            _ => {
                self.mistake(&span, Message::new("profile-keep-is-or-is-not"));
                return None;
            }
        };
        let words = Vec::from(words).iter().map(|word| plain(word)).collect();
        Some(Keep { column, words, among })
    }

    pub(super) fn position(&mut self, position: Spanned<PositionTable>) -> PositionRule {
        let span = position.span();
        let PositionTable { longitude, latitude, east, north, wkt, crs, crs_column } = position.into_inner();
        let columns = match (longitude, latitude, east, north, wkt) {
            (None, None, None, None, None) => PositionColumns::Known,
            (Some(east), Some(north), None, None, None) | (None, None, Some(east), Some(north), None) => {
                PositionColumns::Pair { east, north }
            }
            (None, None, None, None, Some(wkt)) => PositionColumns::Wkt(wkt),
            _ => {
                self.mistake(&span, Message::new("profile-position-pair-or-wkt"));
                PositionColumns::Known
            }
        };
        PositionRule { columns, crs, crs_column }
    }

    pub(super) fn complete(&mut self, one: &CompleteTable) -> Option<Complete> {
        let index = self.type_named(&one.facility_type);
        let code = adcode(&Cell::Text(one.jurisdiction.get_ref().clone()));
        let on = cell_of(one.on.get_ref()).as_ref().and_then(day);
        if code.is_none() {
            let message = Message::new("profile-bad-adcode").with("value", one.jurisdiction.get_ref());
            self.mistake(&one.jurisdiction.span(), message);
        }
        if on.is_none() {
            self.mistake(&one.on.span(), Message::new("profile-bad-day").with("value", one.on.get_ref()));
        }
        let facility_type = self.catalogue.types.get(index?)?.id.clone();
        Some(Complete { facility_type, jurisdiction: Adcode::from(code?), on: on? })
    }
}
