//! KML as tables: placemarks are rows, folders are sheets.
//!
//! Read once for the names of folders and columns, and once for each sheet;
//! of the file no more than one placemark is held. Links to other files are
//! counted and not followed.

mod markup;
mod placemark;
mod xml;

use std::ops::ControlFlow;

use super::columns::{self, Columns};
use super::text::Text;
use super::{Each, Feature, Foreign, ReadError, SheetName};
use placemark::placemark;
pub(super) use xml::{Tag, Xml};

/// Folders with placemarks; each is read on its own.
const SHEETS: usize = 256;

/// The reference system of all KML.
pub(super) const CRS: &str = "OGC:CRS84";

/// A KML file of which folders and columns are known.
pub(super) struct Kml<'a> {
    text: Text<'a>,
    folders: Vec<Folder>,
    links: u64,
}

/// The placemarks directly in one folder.
#[derive(Default)]
struct Folder {
    /// Names from the outermost folder on.
    path: String,
    columns: Columns,
    placemarks: u32,
}

/// Goes through a file from tag to tag.
struct Walk<'w> {
    folders: &'w mut Vec<Folder>,
    /// The folders around, with their names.
    around: Vec<Option<String>>,
    links: u64,
}

type Take<'t> = dyn FnMut(usize, Feature) -> ControlFlow<()> + 't;

impl<'a> Kml<'a> {
    /// Finds the folders, and the names each of them uses.
    ///
    /// Where the file breaks off, what stands before is still read.
    pub(super) fn open(mut text: Text<'a>) -> Result<Self, ReadError> {
        let mut folders = Vec::new();
        let mut walk = Walk { folders: &mut folders, around: Vec::new(), links: 0 };
        let mut placemarks = 0_u64;
        let walked = walk.file(Xml::new(text.letters()?)?, &mut |_, _| {
            placemarks += 1;
            ControlFlow::Continue(())
        });
        let links = walk.links;
        match walked {
            Err(error) if placemarks == 0 => Err(error),
            Err(error @ ReadError::Oversized { .. }) => Err(error),
            Ok(()) if placemarks == 0 => Err(ReadError::NotATable { what: Foreign::Kml }),
            _ => Ok(Self { text, folders, links }),
        }
    }

    /// Name of the encoding.
    pub(super) fn encoding(&self) -> &'static str {
        self.text.encoding()
    }

    /// A sheet for each folder.
    pub(super) fn sheets(&self) -> Vec<SheetName> {
        let name = |folder: &Folder| Some(&*folder.path).filter(|path| !path.is_empty()).map(Into::into);
        self.folders.iter().map(|folder| SheetName { name: name(folder), hidden: false }).collect()
    }

    /// Links that were not followed.
    pub(super) fn links(&self) -> u64 {
        self.links
    }

    /// Hands up the names of a folder's columns, and then its placemarks.
    pub(super) fn rows(&mut self, sheet: usize, each: &mut Each<'_>) -> Result<(), ReadError> {
        let Some(folder) = self.folders.get_mut(sheet) else { return Ok(()) };
        if each(columns::header(folder.columns.names())).is_break() {
            return Ok(());
        }
        self.folders.iter_mut().for_each(|folder| folder.placemarks = 0);
        let mut walk = Walk { folders: &mut self.folders, around: Vec::new(), links: 0 };
        walk.file(Xml::new(self.text.letters()?)?, &mut |of, feature| {
            let row = feature.row();
            if of == sheet && row.holds_something() { each(row) } else { ControlFlow::Continue(()) }
        })
    }
}

impl Walk<'_> {
    fn file(&mut self, mut xml: Xml<'_>, take: &mut Take<'_>) -> Result<(), ReadError> {
        loop {
            let (tag, id) = match xml.next()? {
                Tag::End => return Ok(()),
                Tag::Open { tag, id, .. } => (tag, id),
                Tag::Close(tag) => {
                    if tag == "Folder" {
                        self.around.pop();
                    }
                    continue;
                }
                Tag::Text(_) => continue,
            };
            match tag.as_str() {
                "Folder" => self.around.push(None),
                "name" => self.name(xml.text()?),
                "Placemark" if self.placemark(&mut xml, id, take)?.is_break() => return Ok(()),
                "Placemark" | "kml" | "Document" => {}
                "NetworkLink" => {
                    self.links += 1;
                    xml.skip()?;
                }
                _ => xml.skip()?,
            }
        }
    }

    /// The name of the folder around; that of a document is none.
    fn name(&mut self, name: String) {
        if let Some(folder) = self.around.last_mut() {
            folder.get_or_insert(name);
        }
    }

    fn placemark(
        &mut self,
        xml: &mut Xml<'_>,
        id: Option<String>,
        take: &mut Take<'_>,
    ) -> Result<ControlFlow<()>, ReadError> {
        let at = self.folder()?;
        let Some(folder) = self.folders.get_mut(at) else { return Ok(ControlFlow::Continue(())) };
        folder.placemarks = folder.placemarks.saturating_add(1);
        let feature = placemark(xml, &mut folder.columns, folder.placemarks, id)?;
        Ok(take(at, feature))
    }

    /// The number of the folder around, which is new where it had no placemark before.
    fn folder(&mut self) -> Result<usize, ReadError> {
        let names: Vec<&str> = self.around.iter().flatten().map(String::as_str).collect();
        let path = names.join("/");
        if let Some(known) = self.folders.iter().position(|folder| folder.path == path) {
            return Ok(known);
        }
        if self.folders.len() >= SHEETS {
            return Err(xml::too_much());
        }
        self.folders.push(Folder { path, ..Folder::default() });
        Ok(self.folders.len() - 1)
    }
}
