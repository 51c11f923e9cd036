//! The closed list of what can be wrong with a survey.

/// How much a diagnostic costs.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    serde::Serialize,
    serde::Deserialize,
    schemars::JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// A value, row or file could not be used.
    Error,
    /// Used, and should be looked at.
    Warning,
    /// Worth knowing.
    Note,
}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident $key:literal $severity:ident;)*) => {
        /// What kind of thing is wrong.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        pub enum Code {
            $($(#[$doc])* #[serde(rename = $key)] $name,)*
        }

        impl Code {
            /// Every code.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The name in JSON and in the locale files.
            pub fn key(self) -> &'static str {
                match self { $(Self::$name => $key,)* }
            }

            /// How much it costs.
            pub fn severity(self) -> Severity {
                match self { $(Self::$name => Severity::$severity,)* }
            }
        }
    };
}

codes! {
    /// The file cannot be read at all; the others are.
    UnreadableFile "unreadable-file" Error;
    /// A number was expected and something else is written.
    NotANumber "not-a-number" Error;
    /// A yes or no was expected.
    NotYesOrNo "not-yes-or-no" Error;
    /// None of the category's values.
    NotACategory "not-a-category" Error;
    /// A date was expected.
    NotADate "not-a-date" Error;
    /// An administrative code was expected.
    NotAnAdcode "not-an-adcode" Error;
    /// The unit does not fit the property.
    WrongUnit "wrong-unit" Error;
    /// Outside the property's bounds.
    OutOfBounds "out-of-bounds" Error;
    /// A count with a fraction.
    NotWhole "not-whole" Error;
    /// A yes, no or none in a count column.
    WordInCount "word-in-count" Warning;
    /// Read by a guess that the surveyor should confirm.
    GuessedNumber "guessed-number" Warning;
    /// An id that a spreadsheet turned into an exponent.
    DamagedId "damaged-id" Error;
    /// The row has neither id nor name nor position.
    NoIdentity "no-identity" Warning;
    /// The id was made from type, name and position.
    DerivedId "derived-id" Note;
    /// A row of totals is no facility.
    TotalRow "total-row" Note;
    /// A row of one cell merged across the columns is no facility.
    HeadingRow "heading-row" Note;
    /// Values of merged cells were carried down over their rows.
    MergedCells "merged-cells" Note;
    /// The type column names no known type.
    UnknownType "unknown-type" Error;
    /// Rows of a type that the catalogue no longer has.
    TypeGone "type-gone" Warning;
    /// A facility that may be one that is known; two until somebody decides.
    PerhapsKnown "perhaps-known" Warning;
    /// Nothing says what type the rows of a sheet are of.
    SheetTypeUnknown "sheet-type-unknown" Error;
    /// Two rows of one day contradict each other.
    Conflict "conflict" Warning;
    /// Recorded values break a relation of the catalogue.
    RelationBroken "relation-broken" Warning;
    /// A position that is no place on Earth, or half of one.
    BadPosition "bad-position" Error;
    /// The drawing of a feature is not as it should be.
    BadGeometry "bad-geometry" Warning;
    /// A reference system that is not known, or whose way to WGS 84 is not public.
    CrsNotConverted "crs-not-converted" Warning;
    /// A header names the reference system.
    CrsByHeader "crs-by-header" Note;
    /// Longitude stands for latitude, certainly; read the right way round.
    SwappedAxes "swapped-axes" Warning;
    /// Under X and Y, X is north; read so.
    XIsNorth "x-is-north" Note;
    /// Metres where degrees are declared.
    MetresAsDegrees "metres-as-degrees" Error;
    /// Degrees where metres are declared.
    DegreesAsMetres "degrees-as-metres" Error;
    /// Nowhere the declared reference system is used.
    OutsideCrs "outside-crs" Error;
    /// Positions that lie beside those of an earlier file, or beside their areas, as one.
    Shifted "shifted" Warning;
    /// Facilities outside every area of the boundaries.
    OutsideBoundaries "outside-boundaries" Warning;
    /// A recorded area that is not the one the position lies in.
    AreaDisagrees "area-disagrees" Warning;
    /// Facilities whose area was found by their position.
    AreaByPosition "area-by-position" Note;
    /// Facilities that no jurisdiction is recorded of.
    NoJurisdiction "no-jurisdiction" Warning;
    /// Facilities of an area that no pack knows.
    UnknownJurisdiction "unknown-jurisdiction" Note;
    /// No day of observation is recorded.
    NoObservationDate "no-observation-date" Note;
    /// No day of observation is recorded, and that of the import was taken.
    DayOfImport "day-of-import" Note;
    /// Seen after the day of the audit.
    ObservedLater "observed-later" Note;
    /// Accepted later than the audit is to know of.
    KnownLater "known-later" Note;
    /// Nothing says when it was accepted, and the audit is to know of the past only.
    NoKnownAt "no-known-at" Warning;
    /// A formula whose cached value is missing or an error.
    FormulaError "formula-error" Error;
    /// Bytes that are no text in the encoding found.
    BadEncoding "bad-encoding" Warning;
    /// One feature says the same thing twice, and differently.
    SaidTwice "said-twice" Warning;
    /// Two rows are the same in everything.
    DuplicateRow "duplicate-row" Warning;
    /// The file speaks of other files, which are not read.
    LinkNotFollowed "link-not-followed" Warning;
    /// The sheet has headers and no rows.
    NoRows "no-rows" Warning;
    /// No header row was found in the sheet.
    NoHeader "no-header" Warning;
    /// A sheet the author has hidden; not read unless the profile names it.
    HiddenSheet "hidden-sheet" Note;
    /// A sheet of the profile is not in the file.
    SheetMissing "sheet-missing" Warning;
    /// A row has more cells than any sheet can hold.
    RowTooWide "row-too-wide" Error;
    /// A row cannot be read at all.
    UnreadableRow "unreadable-row" Error;
    /// Two columns were taken for one property; the first is used.
    ColumnTwice "column-twice" Warning;
    /// A column of the profile is not in the file.
    ColumnMissing "column-missing" Warning;
    /// Rows of facilities that were filled in for the surveyor, who wrote nothing in them.
    NotVisited "not-visited" Note;
    /// A row names a photo that nobody brought.
    PhotoMissing "photo-missing" Warning;
    /// Several photos have the name that a row gives.
    PhotoAmbiguous "photo-ambiguous" Warning;
    /// A photo was taken far from what it is to show.
    PhotoFar "photo-far" Warning;
    /// No row names a photo, and no id stands in its name.
    PhotoUnnamed "photo-unnamed" Note;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::{Language, Locale};

    #[test]
    fn every_code_has_words_for_the_matter_the_remedy_and_the_kind_in_both_languages() {
        for locale in [Language::Zh, Language::En].map(Locale::new) {
            for code in Code::ALL {
                for prefix in ["diagnostic", "remedy", "report-kind"] {
                    assert!(locale.has(&format!("{prefix}-{}", code.key())), "{prefix}-{}", code.key());
                }
            }
        }
    }
}
