//! Backups: the inventory as a file, whatever keeps it, and the photos, with the hash of each.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::carrying::held;
use super::files::{self, all_files, below, beside};
use super::verify::{self, PHOTOS};
use super::{Config, Failure};
use crate::locale::Message;
use crate::store::{Address, carry};

/// What is in a backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// The release that made it.
    pub release: String,
    /// When.
    pub made: Timestamp,
    /// The content hash of the inventory.
    pub content: String,
    /// Its files but this, by name.
    pub files: Vec<Entry>,
}

/// A file of a backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Its path below the backup, with `/`.
    pub path: String,
    /// How many bytes it has.
    pub bytes: u64,
    /// SHA-256 of them, in hexadecimal.
    pub sha256: String,
}

const MANIFEST: &str = "manifest.json";
const INVENTORY: &str = "inventory.gpkg";

/// Makes a backup of a project in a folder that is not there yet.
pub fn create(config: &Config, folder: &Path) -> Result<Manifest, Failure> {
    if folder.exists() {
        return Err(Failure::Input(Message::new("backup-there").with("folder", folder.display())));
    }
    let part = Scratch(beside(folder));
    files::make_folder(&part.0)?;
    let content = inventory_into(config, &part.0)?;
    copy_all(&config.folder.join(PHOTOS), &part.0.join(PHOTOS))?;
    let release = env!("CARGO_PKG_VERSION").to_owned();
    let manifest = Manifest { release, made: files::now(), content, files: entries(&part.0)? };
    let text = serde_json::to_vec_pretty(&manifest).unwrap_or_default();
    files::write_file(&part.0.join(MANIFEST), |out| out.write_all(&text))?;
    fs::rename(&part.0, folder).map_err(Failure::file("write", folder))?;
    Ok(manifest)
}

fn inventory_into(config: &Config, folder: &Path) -> Result<String, Failure> {
    let file: Address = folder.join(INVENTORY).into();
    let mut source = held(&config.store.value)?;
    let mut target = file.write(files::now()).map_err(Failure::store(&file))?;
    let content = carry(&mut *source, &mut *target).map_err(Failure::store(&file))?;
    drop(target);
    drop(fs::remove_file(folder.join(INVENTORY.to_owned() + ".lock")));
    Ok(content)
}

/// Every file of a backup but the manifest, in the order of names.
fn entries(folder: &Path) -> Result<Vec<Entry>, Failure> {
    let paths = all_files(folder)?.into_iter();
    let paths = paths.map(|path| (below(&path, folder), path)).filter(|(name, _)| name != MANIFEST);
    let entry = |(name, path): (String, PathBuf)| {
        Ok(Entry { path: name, bytes: files::length(&path), sha256: files::hash(&path)? })
    };
    let mut entries = paths.map(entry).collect::<Result<Vec<_>, Failure>>()?;
    entries.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(entries)
}

/// Copies the files below a folder, each onto the disk; one that is there with other bytes is left, and said.
fn copy_all(from: &Path, to: &Path) -> Result<(), Failure> {
    for path in all_files(from)? {
        let target = to.join(path.strip_prefix(from).unwrap_or(&path));
        if target.exists() {
            if files::hash(&target)? == files::hash(&path)? {
                continue;
            }
            return Err(Failure::Input(Message::new("backup-other-file").with("file", target.display())));
        }
        target.parent().map_or(Ok(()), files::make_folder)?;
        let mut source = files::open(&path)?;
        files::write_file(&target, |out| std::io::copy(&mut source, out).map(drop))?;
    }
    Ok(())
}

/// What a backup says of itself, and everything that is not so.
pub fn check(folder: &Path) -> Result<(Manifest, Vec<Message>), Failure> {
    let manifest = manifest(folder)?;
    let there = entries(folder)?;
    let find = |list: &[Entry], path: &str| list.iter().find(|one| one.path == path).cloned();
    let mut faults = Vec::new();
    for entry in &manifest.files {
        let message = match find(&there, &entry.path) {
            None => "backup-missing",
            Some(found) if found != *entry => "backup-changed",
            Some(_) => continue,
        };
        faults.push(Message::new(message).with("file", &entry.path));
    }
    let extra = there.iter().filter(|one| find(&manifest.files, &one.path).is_none());
    faults.extend(extra.map(|one| Message::new("backup-unknown").with("file", &one.path)));
    if faults.is_empty() {
        let copy = Copy::of(folder)?;
        let found = verify::inventory(&copy.address(), &folder.join(PHOTOS))?;
        faults.extend(found.faults);
        if found.content != manifest.content {
            faults.push(Message::new("backup-other-content"));
        }
    }
    Ok((manifest, faults))
}

fn manifest(folder: &Path) -> Result<Manifest, Failure> {
    let path = folder.join(MANIFEST);
    let bad = |_| Failure::Input(Message::new("backup-bad-manifest").with("file", path.display()));
    serde_json::from_str(&files::read_text(&path)?).map_err(bad)
}

/// Puts a backup that is sound back into a project; what is there already has to be part of it.
pub fn restore(config: &Config, folder: &Path) -> Result<Manifest, Failure> {
    let (manifest, faults) = check(folder)?;
    if !faults.is_empty() {
        return Err(Failure::Inputs(faults));
    }
    // Photos first, so that at no moment something names one that is not there.
    copy_all(&folder.join(PHOTOS), &config.folder.join(PHOTOS))?;
    let (copy, to) = (Copy::of(folder)?, &config.store.value);
    let mut source = copy.address().read(files::now()).map_err(Failure::store(folder.display()))?;
    let mut target = to.write(files::now()).map_err(Failure::store(to))?;
    carry(&mut *source, &mut *target).map_err(Failure::store(to))?;
    Ok(manifest)
}

/// A copy of a backup's inventory to work on: opening one writes beside it, and may bring it up to date.
struct Copy(Scratch);

impl Copy {
    fn of(folder: &Path) -> Result<Self, Failure> {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let name = format!("{}-{}-{number}", env!("CARGO_PKG_NAME"), std::process::id());
        let copy = Self(Scratch(std::env::temp_dir().join(name)));
        files::make_folder(&copy.0.0)?;
        let (from, to) = (folder.join(INVENTORY), copy.0.0.join(INVENTORY));
        let mut out = File::create(&to).map_err(Failure::file("write", &to))?;
        std::io::copy(&mut files::open(&from)?, &mut out).map_err(Failure::file("write", &to))?;
        out.flush().map_err(Failure::file("write", &to))?;
        Ok(copy)
    }

    fn address(&self) -> Address {
        self.0.0.join(INVENTORY).into()
    }
}

/// A folder that goes however the work in it ends.
struct Scratch(PathBuf);

impl Drop for Scratch {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}
