//! Which reference system the positions of a sheet are in, and who says so.

use crate::geometry::{Crs, NoCrs};
use crate::model::DeclaredBy;

/// The reference system of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::survey) struct Reference {
    /// The system, or why what is declared is none that can be converted.
    pub(in crate::survey) system: Result<Crs, NoCrs>,
    /// As declared.
    pub(in crate::survey) text: String,
    /// Who declares it.
    pub(in crate::survey) by: DeclaredBy,
}

/// The profile outranks what the file says of itself, that a word in the headers; and what nobody
/// says anything about is in degrees.
pub(in crate::survey) fn reference<'a>(
    profile: Option<&str>,
    file: Option<&str>,
    headers: impl IntoIterator<Item = &'a str>,
) -> Reference {
    let declared = |text: &str, by| Reference { system: Crs::parse(text), text: text.to_owned(), by };
    if let Some(text) = profile {
        return declared(text, DeclaredBy::Profile);
    }
    if let Some(text) = file {
        return declared(text, DeclaredBy::File);
    }
    let by_header = headers.into_iter().map(|header| declared(header, DeclaredBy::Header));
    let named = by_header.into_iter().find(|one| one.system != Err(NoCrs::Unknown));
    named.unwrap_or(Reference { system: Ok(Crs::WGS84), text: String::new(), by: DeclaredBy::Nobody })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(profile: Option<&str>, file: Option<&str>, headers: &[&str]) -> String {
        let Reference { system, by, .. } = reference(profile, file, headers.iter().copied());
        let system = system.map_or_else(|why| format!("{why:?}"), |crs| crs.to_string());
        format!("{system} by {by:?}")
    }

    #[test]
    fn who_declares_it_is_asked_in_order() {
        let headers = ["经度(GCJ-02)", "纬度(GCJ-02)"];
        assert_eq!(chosen(Some("EPSG:4548"), Some("EPSG:4490"), &headers), "EPSG:4548 by Profile");
        assert_eq!(chosen(None, Some("EPSG:4490"), &headers), "EPSG:4490 by File");
        assert_eq!(chosen(None, None, &headers), "GCJ-02 by Header");
        assert_eq!(chosen(None, None, &["经度", "百度纬度"]), "BD-09 by Header");
        assert_eq!(chosen(None, None, &["X坐标（北京54）", "Y坐标"]), "DatumShift by Header");
        assert_eq!(chosen(None, None, &["经度", "纬度"]), "EPSG:4326 by Nobody");
        assert_eq!(chosen(Some("EPSG:99999"), None, &headers), "Unknown by Profile");
    }
}
