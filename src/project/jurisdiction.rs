//! Where facilities belong, and what is to be said where that is not clear.

use std::collections::{BTreeMap, BTreeSet};

use super::Failure;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::inventory::Inventory;
use crate::locale::Message;
use crate::model::Adcode;
use crate::standard::pack::Standard;

/// The code of `--jurisdiction`.
pub fn code(text: &str) -> Result<Adcode, Failure> {
    let wrong = || Failure::Input(Message::new("failure-jurisdiction").with("value", text));
    Adcode::parse(text).ok_or_else(wrong)
}

/// Under `auto`, facilities that belong nowhere, or where no pack knows, are judged by national standards only.
pub(super) fn remarks(
    default: Option<&Adcode>,
    inventory: &Inventory,
    standards: &[Standard],
    place: &Place,
) -> Vec<Diagnostic> {
    let known = known(standards);
    let mut unknown: BTreeMap<Option<&Adcode>, u64> = BTreeMap::new();
    for facility in inventory.tables.iter().flat_map(|table| &table.facilities) {
        let own = facility.jurisdiction.as_ref().or(default);
        if own.is_none_or(|own| !known.contains(own)) {
            *unknown.entry(own).or_default() += 1;
        }
    }
    let remark = |(own, facilities): (Option<&Adcode>, u64)| match own {
        None => Diagnostic::new(Code::NoJurisdiction, place.clone()).with("facilities", facilities),
        Some(own) => {
            let remark = Diagnostic::new(Code::UnknownJurisdiction, place.clone()).value(own.as_str());
            remark.with("facilities", facilities)
        }
    };
    unknown.into_iter().map(remark).collect()
}

/// Every area a pack speaks of.
fn known(standards: &[Standard]) -> BTreeSet<&Adcode> {
    let areas = standards.iter().flat_map(|standard| &standard.areas);
    areas.flat_map(|area| std::iter::once(&area.adcode).chain(&area.parent)).collect()
}
