//! What cells may be chosen from: lists on a hidden sheet, since a cell's own may have few letters only.

use rust_xlsxwriter::{Formula, Workbook, XlsxError};

use super::Template;
use super::words::flags;
use crate::model::{Kind, Property};

/// The lists of a workbook, each once.
pub(super) struct Lists {
    /// The name of their sheet.
    name: String,
    columns: Vec<Vec<String>>,
    areas: Vec<String>,
    systems: Vec<String>,
    flags: Vec<String>,
    /// How a value that nobody knows and one that does not arise are written.
    open: Vec<String>,
}

/// Reference systems that positions are taken in by hand.
const SYSTEMS: [&str; 4] = ["WGS 84", "CGCS2000", "GCJ-02", "BD-09"];

impl Lists {
    pub(super) fn new(template: &Template<'_>) -> Self {
        let locale = template.locale;
        let open: Vec<String> =
            ["template-unknown", "template-not-applicable"].map(|key| locale.text(key)).into();
        Self {
            name: locale.text("template-lists"),
            columns: Vec::new(),
            areas: template.areas.iter().map(|(_, name)| name.clone()).collect(),
            systems: SYSTEMS.map(str::to_owned).into(),
            flags: flags(locale).into_iter().chain(open.clone()).collect(),
            open,
        }
    }

    /// Where the values of a property stand, where there is a list of them; `is_area` says that it is areas.
    pub(super) fn of(
        &mut self,
        property: &Property,
        is_area: bool,
        template: &Template<'_>,
    ) -> Option<Formula> {
        let language = template.locale.language;
        let list = match property.kind {
            Kind::Boolean => self.flags.clone(),
            Kind::Category => {
                let values = property.values.iter().map(|value| value.label.text(language).to_owned());
                values.chain(self.open.clone()).collect()
            }
            _ if is_area && !self.areas.is_empty() => self.areas.clone(),
            _ => return None,
        };
        Some(self.range(list))
    }

    /// Where the reference systems stand.
    pub(super) fn systems(&mut self) -> Formula {
        self.range(self.systems.clone())
    }

    fn range(&mut self, list: Vec<String>) -> Formula {
        let length = list.len();
        let at = self.columns.iter().position(|known| *known == list).unwrap_or_else(|| {
            self.columns.push(list);
            self.columns.len() - 1
        });
        let column = rust_xlsxwriter::utility::column_number_to_name(u16::try_from(at).unwrap_or(u16::MAX));
        Formula::new(format!("='{}'!${column}$1:${column}${length}", self.name))
    }

    pub(super) fn write(&self, book: &mut Workbook) -> Result<(), XlsxError> {
        let sheet = book.add_worksheet().set_name(&self.name)?.set_hidden(true);
        for (column, list) in (0..).zip(&self.columns) {
            for (row, word) in (0..).zip(list) {
                sheet.write_string(row, column, word)?;
            }
        }
        Ok(())
    }
}
