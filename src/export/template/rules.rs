//! What cells are checked for when they are filled in. A check warns and forbids nothing: `约20`, `14-17` and
//! `不详` are answers.

use num_traits::ToPrimitive as _;
use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DataValidationRule, ExcelDateTime, Formula, XlsxError,
};

use super::Template;
use crate::locale::Message;
use crate::model::{Kind, Property};
use crate::quantity::Rational;

/// Letters of the title and of the text beside a cell.
const TITLE: usize = 32;
const TEXT: usize = 255;

/// The first day workbooks know.
const FIRST_DAY: (u16, u8, u8) = (1900, 1, 1);

/// The check of a property's cells; none where anything may stand there.
pub(super) fn check(
    property: &Property,
    list: Option<Formula>,
    template: &Template<'_>,
) -> Result<Option<DataValidation>, XlsxError> {
    let check = DataValidation::new();
    let (check, kind) = match (list, property.kind) {
        (Some(list), _) => (check.allow_list_formula(list), "list"),
        (None, Kind::Boolean | Kind::Category | Kind::Text | Kind::Ratio) => return Ok(None),
        (None, Kind::Date) => {
            let (year, month, day) = FIRST_DAY;
            let first = ExcelDateTime::from_ymd(year, month, day)?;
            (check.allow_date(DataValidationRule::GreaterThanOrEqualTo(first)), "date")
        }
        (None, Kind::Count) => (whole(check, property), "count"),
        (None, _) => (decimal(check, property), "number"),
    };
    let locale = template.locale;
    let title = cut(property.label.text(locale.language), TITLE);
    let text = cut(&locale.say(&Message::new(format!("template-check-{kind}"))), TEXT);
    let check = check.set_error_style(DataValidationErrorStyle::Warning);
    let check = check.set_error_title(&title)?.set_error_message(&text)?;
    Ok(Some(check))
}

/// The check of a list without a property.
pub(super) fn chosen(list: Formula) -> DataValidation {
    DataValidation::new().allow_list_formula(list).set_error_style(DataValidationErrorStyle::Warning)
}

fn whole(check: DataValidation, property: &Property) -> DataValidation {
    let end = |end: Option<Rational>| end.and_then(|end| i32::try_from(end.to_integer()).ok());
    let (low, high) = (end(property.bounds.low()).unwrap_or(i32::MIN), end(property.bounds.high()));
    check.allow_whole_number(match high {
        Some(high) => DataValidationRule::Between(low, high),
        None => DataValidationRule::GreaterThanOrEqualTo(low),
    })
}

fn decimal(check: DataValidation, property: &Property) -> DataValidation {
    let end = |end: Option<Rational>| end.and_then(|end| Some(end.numer().to_f64()? / end.denom().to_f64()?));
    let (low, high) = (end(property.bounds.low()).unwrap_or(f64::MIN), end(property.bounds.high()));
    check.allow_decimal_number(match high {
        Some(high) => DataValidationRule::Between(low, high),
        None => DataValidationRule::GreaterThanOrEqualTo(low),
    })
}

fn cut(text: &str, most: usize) -> String {
    text.chars().take(most).collect()
}
