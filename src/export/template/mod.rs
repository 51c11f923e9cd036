//! The blank workbook for the next round: a sheet for each type, to be filled in and read as it is.
//!
//! Headers are the labels of the catalogue, so that what comes back needs no
//! profile. Known facilities are filled in, what was recorded of them last
//! stands in a grey column beside; whoever was not there leaves the rest of
//! the row blank, and the row says nothing. No check of a cell forbids
//! anything: what is not known is to be written as such.

mod column;
mod lists;
mod page;
mod rules;
mod sheet;
mod words;

use std::io::{Error, Result};
use std::path::Path;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use crate::inventory::{Facility, Inventory};
use crate::locale::Locale;
use crate::model::{Adcode, Catalogue};
use crate::report::within_folder;
use lists::Lists;
use sheet::Sheet;

/// What a blank workbook is for.
pub struct Template<'a> {
    /// What can be observed.
    pub catalogue: &'a Catalogue,
    /// Indices of its types.
    pub types: &'a [usize],
    /// Facilities that are known; those of people are never filled in.
    pub known: Option<&'a Inventory>,
    /// Which of them are filled in.
    pub within: &'a dyn Fn(&Facility) -> bool,
    /// Code of each area that may be chosen, and what it is written as.
    pub areas: &'a [(Adcode, String)],
    /// The language.
    pub locale: &'a Locale,
}

/// The bytes of a blank workbook, and how many facilities are filled in.
pub fn write(template: &Template<'_>, temporary: &Path) -> Result<(Vec<u8>, usize)> {
    within_folder(temporary, || workbook(template, temporary))?.map_err(Error::other)
}

fn workbook(template: &Template<'_>, temporary: &Path) -> std::result::Result<(Vec<u8>, usize), XlsxError> {
    let mut book = Workbook::new();
    book.set_tempdir(temporary)?;
    // The same bytes for the same state.
    let made = ExcelDateTime::from_ymd(2001, 1, 1)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&made));
    let sheets: Vec<Sheet<'_>> =
        template.types.iter().filter_map(|index| Sheet::of(template, *index)).collect();
    let mut lists = Lists::new(template);
    page::write(&mut book, template, &sheets)?;
    let mut filled = 0;
    for sheet in &sheets {
        filled += sheet.write(&mut book, template, &mut lists)?;
    }
    lists.write(&mut book)?;
    Ok((book.save_to_buffer()?, filled))
}
