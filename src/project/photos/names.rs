//! How rows and files name photos.

use std::collections::BTreeSet;

use crate::model::{Kind, Vocabulary, plain};

/// Endings of pictures, also of those that are not read: a row that names one names a photo.
const ENDINGS: [&str; 12] =
    ["jpg", "jpeg", "png", "webp", "heic", "heif", "gif", "bmp", "tif", "tiff", "avif", "dng"];

/// What stands between two names in a cell.
const BETWEEN: &[char] = &[',', '，', ';', '；', '、', '|', '\n', '\r', '\t'];

/// What may follow an id in the name of a file.
const AFTER_ID: &[char] = &['_', '-', ' ', '(', '（', '.', '+', '#', '—', '－'];

/// The photos a cell names; none where it says whether there are any.
pub(super) fn named(cell: &str, vocabulary: &Vocabulary) -> Vec<String> {
    let says = |word: &str| {
        [Kind::Boolean, Kind::Text].iter().any(|kind| vocabulary.words.contains_key(&(*kind, plain(word))))
    };
    let parts = cell.split(BETWEEN).map(str::trim).filter(|part| !part.is_empty());
    let parts = parts.flat_map(apart).filter(|word| !says(word));
    let mut seen = BTreeSet::new();
    parts.filter(|word| seen.insert(plain(word))).map(str::to_owned).collect()
}

/// Names that only space stands between; a name may hold space itself.
fn apart(part: &str) -> Vec<&str> {
    let words: Vec<&str> = part.split_whitespace().collect();
    if words.iter().all(|word| stem_of(word).is_some()) { words } else { vec![part] }
}

/// The name without the ending of a picture.
fn stem_of(name: &str) -> Option<&str> {
    let (stem, ending) = name.rsplit_once('.')?;
    (!stem.is_empty() && ENDINGS.contains(&plain(ending).as_str())).then_some(stem)
}

/// What stands behind the last separator of a path.
fn base(name: &str) -> &str {
    name.rsplit(['/', '\\']).next().unwrap_or(name)
}

/// Everything a photo may be called, the most telling first: its path, its name, its name without ending.
pub(super) fn keys(name: &str) -> [String; 3] {
    let path = name.replace('\\', "/");
    let base = base(name);
    [plain(path.trim_start_matches("./")), plain(base), plain(stem_of(base).unwrap_or(base))]
}

/// The ids that may be meant by a path, the longest first: `P12_1.jpg` and `P12/1.jpg` are of P12.
pub(super) fn ids(name: &str) -> Vec<String> {
    let stem = stem_of(name).unwrap_or(name);
    let mut found = BTreeSet::new();
    for part in stem.split(['/', '\\']) {
        let ends = part.match_indices(AFTER_ID).map(|(at, _)| at).chain([part.len()]);
        found.extend(ends.filter_map(|end| part.get(..end)).map(plain).filter(|id| !id.is_empty()));
    }
    let mut found: Vec<String> = found.into_iter().collect();
    found.sort_by_key(|id| std::cmp::Reverse(id.chars().count()));
    found
}

/// Whether a file is one that systems leave beside others, and nobody means.
pub(super) fn is_clutter(name: &str) -> bool {
    let hidden = |part: &str| part.starts_with('.') || part == "__MACOSX";
    name.split('/').any(hidden) || matches!(base(name), "Thumbs.db" | "desktop.ini")
}

/// Whether a path stays where it is put: no way up, no root, no drive.
pub(super) fn is_safe(name: &str) -> bool {
    let parts = || name.split(['/', '\\']);
    !name.starts_with(['/', '\\'])
        && !name.contains('\0')
        && !parts().any(|part| part == ".." || part.ends_with(':'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Meaning;

    fn vocabulary() -> Vocabulary {
        let words = [("有", Meaning::Yes), ("无", Meaning::None), ("不详", Meaning::Unknown)];
        let words = words.map(|(word, meaning)| ((Kind::Boolean, word.to_owned()), meaning));
        Vocabulary { words: words.into(), ..Vocabulary::default() }
    }

    #[test]
    fn a_cell_names_several_photos_or_says_whether_there_are_any() {
        let named = |cell| named(cell, &vocabulary());
        assert_eq!(named("IMG_1.jpg、IMG 2.JPG；坡道.png"), ["IMG_1.jpg", "IMG 2.JPG", "坡道.png"]);
        assert_eq!(named("a.jpg b.jpg\nc.heic a.JPG"), ["a.jpg", "b.jpg", "c.heic"]);
        assert_eq!(named("DSC 001"), ["DSC 001"]);
        assert_eq!(named("有"), [""; 0]);
        assert_eq!(named("无，"), [""; 0]);
    }

    #[test]
    fn a_file_is_called_by_its_path_its_name_and_without_its_ending() {
        assert_eq!(keys("东区\\IMG_1.JPG"), ["东区/img_1.jpg", "img_1.jpg", "img_1"]);
        assert_eq!(keys("v1.2"), ["v1.2", "v1.2", "v1.2"]);
    }

    #[test]
    fn ids_stand_at_the_beginning_of_names_and_of_folders() {
        assert_eq!(ids("P-12_入口.jpg"), ["p-12_入口", "p-12", "p"]);
        assert_eq!(ids("P12/IMG_1.jpg"), ["img_1", "img", "p12"]);
    }

    #[test]
    fn what_leads_elsewhere_is_no_name() {
        for bad in ["../a.jpg", "a/../../b.jpg", "/etc/a.jpg", "C:\\a.jpg", "a\\..\\b.jpg"] {
            assert!(!is_safe(bad), "{bad}");
        }
        assert!(is_safe("东区/a..b.jpg"));
        assert!(is_clutter("__MACOSX/._a.jpg") && is_clutter("x/.DS_Store") && !is_clutter("a.jpg"));
    }
}
