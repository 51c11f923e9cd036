//! Which sheets there are, and which of their cells are merged.

use super::super::{Merge, ReadError, SheetName};
use super::xml::{Element, Node, Xml};
use super::{damaged, row};

/// No survey has more sheets, and each of them is read.
const SHEETS: usize = 1_024;

/// Merged ranges of all sheets together; surveys have thousands at most.
const MERGES: usize = 1 << 20;

/// The style of sheets that are kept copies of other files.
const EXTERNAL: &str = "ta_extref";

/// A sheet and what is known of it before its rows.
pub(super) struct Listed {
    pub(super) name: SheetName,
    /// How many tables stand before it in the part.
    pub(super) table: usize,
    pub(super) merges: Vec<Merge>,
}

/// The sheets in their order.
pub(super) fn sheets(xml: &mut Xml) -> Result<Vec<Listed>, ReadError> {
    let (mut sheets, mut tables, mut merges) = (Vec::new(), 0, 0);
    let mut styles = Styles::default();
    while let Some(node) = xml.next()? {
        let is_sheet = is_sheet(&node, xml);
        let Node::Start(element) = node else { continue };
        if !is_sheet {
            styles.take(&element)?;
            continue;
        }
        let ranges = row::merges(xml)?;
        merges += ranges.len();
        if element.attribute("table:style-name") != Some(EXTERNAL) {
            sheets.push(Listed { name: styles.sheet(&element), table: tables, merges: ranges });
        }
        tables += 1;
        if sheets.len() > SHEETS || merges > MERGES {
            return Err(ReadError::Oversized { part: super::CONTENT.to_owned() });
        }
    }
    if tables == 0 { Err(damaged(&"no sheet")) } else { Ok(sheets) }
}

/// Whether a sheet begins here, and not a table inside of a cell or of a linked source.
pub(super) fn is_sheet(node: &Node, xml: &Xml) -> bool {
    // Document, body, spreadsheet, table.
    matches!(node, Node::Start(element) if element.name == "table:table" && xml.depth == 4)
}

/// Styles of sheets that are not shown.
#[derive(Default)]
struct Styles {
    current: Option<String>,
    hidden: Vec<String>,
}

impl Styles {
    fn take(&mut self, element: &Element) -> Result<(), ReadError> {
        match element.name.as_str() {
            "style:style" => self.current = element.attribute("style:name").map(str::to_owned),
            "style:table-properties" if element.attribute("table:display") == Some("false") => {
                self.hidden.extend(self.current.take());
            }
            _ => {}
        }
        // Each hidden sheet has a style at most.
        let many = self.hidden.len() > SHEETS;
        if many { Err(ReadError::Oversized { part: super::CONTENT.to_owned() }) } else { Ok(()) }
    }

    fn sheet(&self, element: &Element) -> SheetName {
        let style = element.attribute("table:style-name").unwrap_or_default();
        let name = element.attribute("table:name").unwrap_or_default();
        SheetName { name: Some(name.into()), hidden: self.hidden.iter().any(|one| one == style) }
    }
}
