//! What is said where the temporary file of a large workbook cannot be written.

use std::any::Any;
use std::io::{Error, Result};
use std::panic::{self, AssertUnwindSafe};
use std::path::Path;
use std::sync::Arc;

use rust_xlsxwriter::XlsxError;

use crate::locale::Message;

/// What the library's panics about its file contain.
const ABOUT_FILES: [&str; 2] = ["Couldn't write to xml file", "Os {"];

/// Calls the library, which panics where the disk is full.
pub(crate) fn within<T>(
    folder: &Path,
    call: impl FnOnce() -> std::result::Result<T, XlsxError>,
) -> Result<std::result::Result<T, XlsxError>> {
    match quietly(call) {
        Ok(Err(XlsxError::TempFileError(_, why))) => Err(no_room(folder, &why.to_string())),
        Ok(made) => Ok(made),
        Err(why) => Err(no_room(folder, &why)),
    }
}

fn no_room(folder: &Path, why: &str) -> Error {
    Error::other(Message::new("system-no-room").with("folder", folder.display()).with("why", why))
}

/// Panics about files are what came of the call, and nothing is printed of them; all others go on.
fn quietly<T>(call: impl FnOnce() -> T) -> std::result::Result<T, String> {
    let usual = Arc::new(panic::take_hook());
    let others = Arc::clone(&usual);
    panic::set_hook(Box::new(move |panic| {
        if about_files(panic.payload()).is_none() {
            others(panic);
        }
    }));
    let done = panic::catch_unwind(AssertUnwindSafe(call));
    panic::set_hook(Box::new(move |panic| usual(panic)));
    done.map_err(|panic| about_files(&*panic).unwrap_or_else(|| panic::resume_unwind(panic)))
}

/// The words of a panic about a file.
fn about_files(panic: &(dyn Any + Send)) -> Option<String> {
    let words = panic.downcast_ref::<String>().map(String::as_str);
    let words = words.or_else(|| panic.downcast_ref::<&str>().copied())?;
    ABOUT_FILES.iter().any(|about| words.contains(about)).then(|| words.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::{Language, Locale, cause};

    fn said(call: impl FnOnce() -> std::result::Result<(), XlsxError>) -> String {
        let error = within(Path::new("/full"), call).expect_err("no room");
        Locale::new(Language::En).say(&cause(&error))
    }

    #[test]
    fn a_full_disk_is_said_with_its_folder_and_no_panic() {
        let full = Error::from(std::io::ErrorKind::StorageFull);
        let refused = Err(XlsxError::TempFileError("/full".into(), full));
        let broken =
            || -> std::result::Result<(), XlsxError> { panic!("Couldn't write to xml file: Os {{ .. }}") };
        for said in [said(|| refused), said(broken)] {
            assert!(said.contains("/full") && said.contains("free some space"), "{said}");
        }
    }

    #[test]
    fn other_panics_go_on() {
        let other = || -> std::result::Result<(), XlsxError> { panic!("something else") };
        let caught = panic::catch_unwind(AssertUnwindSafe(|| within(Path::new("/full"), other)));
        assert!(caught.is_err());
    }
}
