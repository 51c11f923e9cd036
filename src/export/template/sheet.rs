//! The sheet of a type.

use rust_xlsxwriter::{
    Color, Format, FormatAlign, FormatBorder, ProtectionOptions, Workbook, Worksheet, XlsxError,
};
use unicode_width::UnicodeWidthStr as _;

use super::column::{Column, columns, unit};
use super::lists::Lists;
use super::words::words;
use super::{Template, rules};
use crate::inventory::{Facility, Table};
use crate::locale::Message;
use crate::model::{FacilityType, Kind, Property, header_key};

/// The last row of a sheet, counted from 0, and the letters of its name.
const LAST_ROW: u32 = 1_048_575;
const MOST_OF_A_NAME: usize = 31;

/// Columns are as wide as their headers, within this; in letters of the width of a digit.
const WIDTH: (usize, usize) = (10, 24);
const WIDE: f64 = 48.0;

/// The height of the header and of a row with what was recorded last, in points.
const HEADER: f64 = 32.0;
const ROW: f64 = 30.0;

/// The columns that stay when one scrolls: the id and the name.
const FROZEN: u16 = 2;

/// What the letters of a sheet's name must not be.
const NOT_IN_NAMES: [char; 7] = ['[', ']', ':', '*', '?', '/', '\\'];

/// The sheet of a type.
pub(super) struct Sheet<'a> {
    pub(super) of: &'a FacilityType,
    pub(super) name: String,
    pub(super) columns: Vec<Column<'a>>,
    /// The facilities known, by their place in the table; none of people.
    pub(super) known: Vec<(usize, &'a Facility)>,
    table: Option<&'a Table>,
}

/// How cells look, and which may be written in.
struct Looks {
    header: Format,
    earlier: Format,
    id: Format,
}

impl<'a> Sheet<'a> {
    pub(super) fn of(template: &Template<'a>, index: usize) -> Option<Self> {
        let of = template.catalogue.types.get(index)?;
        let table = template.known.and_then(|known| known.tables.get(index)).filter(|_| !of.personal);
        let known = table.into_iter().flat_map(|table| table.facilities.iter().enumerate());
        let known = known.filter(|(_, facility)| (template.within)(facility)).collect();
        let columns = columns(of, template.catalogue);
        Some(Self { of, name: name(of, template), columns, known, table })
    }

    /// Writes it; how many facilities are filled in.
    pub(super) fn write(
        &self,
        book: &mut Workbook,
        template: &Template<'a>,
        lists: &mut Lists,
    ) -> Result<usize, XlsxError> {
        let sheet = book.add_worksheet_with_constant_memory()?.set_name(&self.name)?;
        let looks = Looks::new();
        self.prepare(sheet, template, lists)?;
        for (column, one) in (0..).zip(&self.columns) {
            let look = if matches!(one, Column::Earlier) { &looks.earlier } else { &looks.header };
            sheet.write_string_with_format(0, column, one.header(template), look)?;
        }
        let known = (1..LAST_ROW).zip(&self.known);
        for (row, (number, facility)) in known {
            sheet.set_row_height(row, ROW)?;
            for (column, one) in (0..).zip(&self.columns) {
                self.cell(sheet, (row, column), *one, (*number, facility), template, &looks)?;
            }
        }
        Ok(self.known.len().min(LAST_ROW as usize - 1))
    }

    /// Widths, checks, what may be written in, what stays when one scrolls.
    fn prepare(
        &self,
        sheet: &mut Worksheet,
        template: &Template<'a>,
        lists: &mut Lists,
    ) -> Result<(), XlsxError> {
        for (column, one) in (0..).zip(&self.columns) {
            let (least, most) = WIDTH;
            let width = one.header(template).width().div_ceil(2).clamp(least, most);
            let width = if matches!(one, Column::Earlier) {
                WIDE
            } else {
                f64::from(u8::try_from(width).unwrap_or(u8::MAX))
            };
            sheet.set_column_width(column, width)?.set_column_format(column, &format(*one))?;
            let check = match one {
                Column::Property(_, property) => {
                    let list = lists.of(property, property.id.as_str() == AREA, template);
                    rules::check(property, list, template)?
                }
                Column::System => Some(rules::chosen(lists.systems())),
                Column::Earlier => None,
            };
            if let Some(check) = check {
                sheet.add_data_validation(1, column, LAST_ROW, column, &check)?;
            }
        }
        let options = ProtectionOptions {
            format_cells: true,
            format_columns: true,
            format_rows: true,
            insert_rows: true,
            sort: true,
            use_autofilter: true,
            ..ProtectionOptions::default()
        };
        sheet.set_row_height(0, HEADER)?.protect_with_options(&options);
        sheet.set_landscape().set_repeat_rows(0, 0)?.set_freeze_panes(1, FROZEN)?;
        Ok(())
    }

    fn cell(
        &self,
        sheet: &mut Worksheet,
        (row, at): (u32, u16),
        column: Column<'a>,
        (number, facility): (usize, &Facility),
        template: &Template<'a>,
        looks: &Looks,
    ) -> Result<(), XlsxError> {
        match column {
            Column::Earlier => {
                let text = self.earlier(number, facility, template);
                sheet.write_string_with_format(row, at, text, &looks.earlier)?;
            }
            Column::System if facility.position.is_some() => {
                sheet.write_string_with_format(row, at, SYSTEM, &format(column))?;
            }
            Column::Property(_, property) if property.id.as_str() == ID => {
                sheet.write_string_with_format(row, at, facility.id.as_str(), &looks.id)?;
            }
            Column::Property(index, property) if template.catalogue.workbook.known.contains(&property.id) => {
                match (property.id.as_str(), facility.position) {
                    (LONGITUDE, Some((longitude, _))) => drop(sheet.write_number(row, at, longitude)?),
                    (LATITUDE, Some((_, latitude))) => drop(sheet.write_number(row, at, latitude)?),
                    (AREA, _) => area(sheet, (row, at), facility, template)?,
                    _ => {
                        if let Some(text) = self.words(index, number, template) {
                            sheet.write_string_with_format(row, at, text, &format(column))?;
                        }
                    }
                }
            }
            Column::System | Column::Property(..) => {}
        }
        Ok(())
    }

    fn words(&self, property: usize, facility: usize, template: &Template<'_>) -> Option<String> {
        let cell = self.table?.cell(property, facility)?;
        words(cell, self.of.properties.get(property)?, template.locale)
    }

    /// Everything recorded, but for what stands in the row, and the day.
    fn earlier(&self, number: usize, facility: &Facility, template: &Template<'_>) -> String {
        let workbook = &template.catalogue.workbook;
        let beside = [&workbook.known, &workbook.last, &workbook.left_out];
        let value = |(index, property): (usize, &Property)| {
            let text = self.words(index, number, template)?;
            let unit = unit(property, template.catalogue, template.locale);
            let unit = unit.filter(|_| property.kind != Kind::Text).unwrap_or_default();
            Some(format!("{} {text}{unit}", property.label.text(template.locale.language)))
        };
        let all = self.of.properties.iter().enumerate();
        let all = all.filter(|(_, property)| !beside.iter().any(|list| list.contains(&property.id)));
        let values =
            all.filter_map(value).collect::<Vec<_>>().join(&template.locale.text("template-between"));
        let seen = Message::new("template-seen")
            .with("day", facility.seen)
            .with("values", if values.is_empty() { "blank" } else { &values });
        template.locale.say(&seen)
    }
}

/// Attributes of every record that are not filled in from a column of the inventory.
const ID: &str = "id";
const AREA: &str = "jurisdiction";
const LONGITUDE: &str = "longitude";
const LATITUDE: &str = "latitude";

/// The reference system of the inventory.
const SYSTEM: &str = "WGS 84";

/// The area a facility belongs to, as it may be chosen.
fn area(
    sheet: &mut Worksheet,
    (row, at): (u32, u16),
    facility: &Facility,
    template: &Template<'_>,
) -> Result<(), XlsxError> {
    let Some(code) = &facility.jurisdiction else { return Ok(()) };
    let name = template.areas.iter().find(|(one, _)| one == code);
    let text = name.map_or(code.as_str(), |(_, name)| name);
    sheet.write_string(row, at, text).map(drop)
}

/// The label, where it leads back to the type; else the id.
fn name(of: &FacilityType, template: &Template<'_>) -> String {
    let label = of.label.text(template.locale.language).replace(NOT_IN_NAMES, " ");
    let key = header_key(&label);
    let names = |one: &FacilityType| {
        let own = [one.id.as_str(), &one.label.zh, &one.label.en];
        own.into_iter().chain(one.aliases.iter().map(String::as_str)).any(|name| header_key(name) == key)
    };
    let leads = template.catalogue.types.iter().find(|one| names(one)).is_some_and(|one| one.id == of.id);
    if leads && label.encode_utf16().count() <= MOST_OF_A_NAME { label } else { of.id.to_string() }
}

/// How the cells of a column look.
fn format(column: Column<'_>) -> Format {
    let cell = Format::new().set_unlocked().set_align(FormatAlign::Top);
    match column {
        Column::Earlier => Looks::new().earlier,
        Column::Property(_, property) if property.kind == Kind::Date => cell.set_num_format("yyyy-mm-dd"),
        // Ids keep their zeros, and a slope of 1:12 is no time of day.
        Column::Property(_, property) if matches!(property.kind, Kind::Text | Kind::Ratio) => {
            cell.set_num_format("@")
        }
        Column::Property(..) | Column::System => cell,
    }
}

impl Looks {
    fn new() -> Self {
        let (grey, paper, line) = (Color::RGB(0x0059_6066), Color::RGB(0x00F2_F4F5), Color::RGB(0x00C3_C9CE));
        let top = Format::new().set_align(FormatAlign::Top);
        let header = top.clone().set_bold().set_text_wrap().set_border_bottom(FormatBorder::Thin);
        let id = top.clone().set_num_format("@").set_background_color(paper);
        let earlier = top.set_text_wrap().set_font_color(grey).set_background_color(paper);
        Self {
            header: header.set_background_color(Color::RGB(0x00E9_EDF0)),
            earlier: earlier.set_border_right(FormatBorder::Thin).set_border_right_color(line),
            id,
        }
    }
}
