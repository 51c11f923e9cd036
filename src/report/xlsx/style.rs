//! How the cells of the workbook look: black on white, and a shade for each class of gaps.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use crate::model::GapClass;

/// The formats of all cells, made once.
pub(super) struct Styles {
    /// The name of the workbook.
    pub(super) title: Format,
    /// The verdict.
    pub(super) lead: Format,
    /// A heading between lines.
    pub(super) heading: Format,
    /// The header of a list.
    pub(super) header: Format,
    /// Words, which break into lines.
    pub(super) text: Format,
    /// Numbers, thousands apart.
    pub(super) number: Format,
    /// Shares.
    pub(super) percent: Format,
    /// Days.
    pub(super) day: Format,
}

impl Styles {
    pub(super) fn new() -> Self {
        let cell = Format::new().set_align(FormatAlign::Top);
        let left = |format: &Format| format.clone().set_align(FormatAlign::Left).set_indent(1);
        let ruled = cell.clone().set_border_bottom(FormatBorder::Hair).set_border_bottom_color(LINE);
        let bold = left(&cell.set_bold());
        Self {
            title: bold.clone().set_font_size(16),
            lead: bold.clone().set_font_size(12).set_text_wrap(),
            heading: bold.clone().set_border_bottom(FormatBorder::Thin),
            header: bold.set_text_wrap().set_background_color(HEADER).set_border_bottom(FormatBorder::Thin),
            text: left(&ruled).set_text_wrap(),
            number: ruled.clone().set_num_format("#,##0.######"),
            percent: ruled.clone().set_num_format("0.00%"),
            day: left(&ruled).set_num_format("yyyy-mm-dd"),
        }
    }

    /// The cell that names a class of gaps: the sooner it is due, the darker, in grey print too.
    pub(super) fn class(&self, class: GapClass) -> Format {
        let paper = match class {
            GapClass::Violation => 0x00EF_B48A,
            GapClass::OverdueTarget => 0x00F6_D2B8,
            GapClass::Upcoming | GapClass::Lagging => 0x00FB_EBE0,
            GapClass::Advice => return self.text.clone(),
            GapClass::EvidenceGap => 0x00E3_E7EA,
        };
        self.text.clone().set_background_color(Color::RGB(paper)).set_bold()
    }
}

const LINE: Color = Color::RGB(0x00D5_D9DC);
const HEADER: Color = Color::RGB(0x00E9_EDF0);
