//! Where an inventory is kept: in a file, or in a database on a server.

use std::fmt;
use std::path::{Path, PathBuf};

use jiff::Timestamp;

#[cfg(feature = "postgres")]
use super::pg;
use super::{Gpkg, Store, StoreError};

/// Where an inventory is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Address {
    /// In a file.
    File(PathBuf),
    /// In a database on a server.
    Server(Server),
}

/// The address of a database; its password is never shown.
#[derive(Clone, PartialEq, Eq)]
pub struct Server(String);

impl Address {
    /// What somebody wrote: a path below a folder, or the address of a database.
    pub fn parse(folder: &Path, text: &str) -> Self {
        if is_url(text) { Self::Server(Server(text.to_owned())) } else { Self::File(folder.join(text)) }
    }

    /// Whether it is one that can be opened here.
    pub fn check(&self) -> Result<(), StoreError> {
        match self {
            Self::File(_) => Ok(()),
            Self::Server(server) if server.is_known() => Ok(()),
            Self::Server(server) => Err(StoreError::BadAddress(server.to_string())),
        }
    }

    /// Opens the inventory to look at it; one of an older release is brought up to date first.
    pub fn read(&self, now: Timestamp) -> Result<Box<dyn Store>, StoreError> {
        match self {
            Self::File(path) => Ok(Box::new(Gpkg::read(path, now)?)),
            Self::Server(server) => server.read(now),
        }
    }

    /// Opens the inventory to write to it, and makes it where there is none.
    pub fn write(&self, now: Timestamp) -> Result<Box<dyn Store>, StoreError> {
        match self {
            Self::File(path) => {
                path.parent().map_or(Ok(()), std::fs::create_dir_all)?;
                Ok(Box::new(Gpkg::write(path, now)?))
            }
            Self::Server(server) => server.write(now),
        }
    }
}

#[cfg(feature = "postgres")]
impl Server {
    fn is_known(&self) -> bool {
        pg::check(&self.0)
    }

    fn read(&self, now: Timestamp) -> Result<Box<dyn Store>, StoreError> {
        Ok(Box::new(pg::Postgres::read(&self.0, now)?))
    }

    fn write(&self, now: Timestamp) -> Result<Box<dyn Store>, StoreError> {
        Ok(Box::new(pg::Postgres::write(&self.0, now)?))
    }
}

/// Without the feature no server is known.
#[cfg(not(feature = "postgres"))]
impl Server {
    fn is_known(&self) -> bool {
        false
    }

    fn read(&self, _: Timestamp) -> Result<Box<dyn Store>, StoreError> {
        Err(StoreError::BadAddress(self.to_string()))
    }

    fn write(&self, now: Timestamp) -> Result<Box<dyn Store>, StoreError> {
        self.read(now)
    }
}

impl From<PathBuf> for Address {
    fn from(path: PathBuf) -> Self {
        Self::File(path)
    }
}

impl fmt::Display for Address {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path) => path.display().fmt(out),
            Self::Server(server) => server.fmt(out),
        }
    }
}

impl fmt::Display for Server {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&masked(&self.0, |_| "***".to_owned()))
    }
}

impl fmt::Debug for Server {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, out)
    }
}

/// What stands before the address of a server.
const SCHEME: &str = "://";

fn is_url(text: &str) -> bool {
    text.contains(SCHEME)
}

/// A text without the passwords of the addresses in it; `mask` is told how long each is.
pub fn masked(text: &str, mask: impl Fn(usize) -> String) -> String {
    let (mut out, mut rest) = (String::with_capacity(text.len()), text);
    while let Some(at) = rest.find(SCHEME) {
        let (before, after) = rest.split_at(at + SCHEME.len());
        out += before;
        let end = after.find(|c: char| c.is_whitespace() || "\"'".contains(c)).unwrap_or(after.len());
        let (url, further) = after.split_at(end);
        let password = url.rfind('@').and_then(|end| Some(url.get(..end)?.find(':')? + 1..end));
        let parameter = url.find(PARAMETER).map(|at| {
            let from = at + PARAMETER.len();
            from..url[from..].find('&').map_or(url.len(), |end| from + end)
        });
        let mut done = 0;
        for secret in password.into_iter().chain(parameter) {
            if secret.start >= done {
                out += &url[done..secret.start];
                out += &mask(secret.len());
                done = secret.end;
            }
        }
        out += &url[done..];
        rest = further;
    }
    out + rest
}

/// Another way to give a password.
const PARAMETER: &str = "password=";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_shown_nowhere() {
        let shown = |text: &str| {
            format!("{} {:?}", Address::parse(Path::new(""), text), Address::parse(Path::new(""), text))
        };
        for text in [
            "postgresql://me:s3cret@db/city",
            "postgres://me:s3cret@with:@db:5432/city?sslmode=disable",
            "postgresql://db/city?user=me&password=s3cret&connect_timeout=3",
            "postgresql://me:s3cret@db/city?password=s3cret",
        ] {
            let shown = shown(text);
            assert!(!shown.contains("s3cret") && shown.contains("***") && shown.contains("db"), "{shown}");
        }
        assert!(shown("postgresql://me@db/city").starts_with("postgresql://me@db/city "));
    }

    #[test]
    fn a_mask_of_the_same_length_moves_nothing_in_a_file() {
        let text = "store = \"postgresql://me:pässword@db/city\" # \"x\"\ntitle = 'a:b@c'\n";
        let hidden = masked(text, |length| "*".repeat(length));
        assert_eq!(hidden.len(), text.len());
        assert_eq!(hidden, text.replace("pässword", "*********"));
    }
}
