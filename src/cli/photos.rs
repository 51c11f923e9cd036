//! `barrierfree photos`: photos taken in, and what they show.

use std::io::{self, Write};
use std::path::Path;

use serde_json::{Value, json};

use super::args::{PhotosArgs, PhotosCommand};
use super::progress::Line;
use super::{CLEAN, print, say};
use crate::locale::{Locale, Message};
use crate::model::Catalogue;
use crate::project::{
    self, Failure, LinkedPhoto, Overrides, PhotoImport, Photos, PhotosImported, Project, shown_at,
};
use crate::report::{self, Context, visible};
use crate::store::SurveyId;

/// The side of the picture that is named in lists, in pixels.
const SIDE: u32 = 1280;

pub(super) fn run(options: &PhotosArgs, standards: Option<&Path>, locale: &Locale) -> Result<u8, Failure> {
    match &options.command {
        PhotosCommand::Import { from, survey, diagnostics, project, json } => {
            let Project { config, library } = open(project.as_deref(), standards)?;
            let request = PhotoImport { from: from.clone(), survey: survey.map(SurveyId) };
            let line = Line::start(locale.language);
            let done = project::import_photos(&request, &config, &library, &line)?;
            line.end();
            if let Some(path) = diagnostics {
                let areas = library.areas();
                let context = Context { locale, catalogue: &library.catalogue, areas: &areas };
                project::write_file(path, |out| {
                    report::csv::diagnostics(&done.photos.diagnostics, &context, out)
                })?;
            }
            if *json { print(|out| imported_as_json(&done, locale, out))? } else { told(&done, locale) }
        }
        PhotosCommand::List { missing, project, json } => {
            let Project { config, library } = open(project.as_deref(), standards)?;
            let photos = project::photos(&config, &library)?;
            let photos = if *missing { photos.missing() } else { photos };
            print(|out| match (*json, *missing) {
                (true, _) => as_json(&photos, locale, out),
                (false, true) => missing_only(&photos, locale, out),
                (false, false) => list(&photos, &library.catalogue, locale, out),
            })?;
        }
    }
    Ok(CLEAN)
}

fn open(project: Option<&Path>, standards: Option<&Path>) -> Result<Project, Failure> {
    let overrides = Overrides { packs: standards.map(Path::to_owned), ..Overrides::default() };
    Project::open(project, overrides)
}

/// What came of it, in words: every file that was left, and how much is to be looked at.
fn told(done: &PhotosImported, locale: &Locale) {
    for (name, why) in &done.left {
        let name = name.as_deref().map(|name| visible(name).into_owned());
        let name = name.unwrap_or_else(|| locale.text("photos-left-unnamed"));
        say(&locale.say(&Message::new("photos-left").with("file", name).with_words("why", why.clone())));
    }
    let message = Message::new("photos-imported").with("survey", done.survey).with("added", done.added);
    let message = message.with("known", done.known).with("left", done.left.len());
    say(&locale.say(&message.with("diagnostics", done.photos.diagnostics.len())));
    if !done.photos.diagnostics.is_empty() {
        say(&locale.text("photos-look"));
    }
}

fn list(photos: &Photos, catalogue: &Catalogue, locale: &Locale, out: &mut dyn Write) -> io::Result<()> {
    if photos.is_empty() && photos.diagnostics.is_empty() {
        return writeln!(out, "{}", locale.text("photos-none"));
    }
    for one in &photos.photos {
        let (width, height) = one.photo.size;
        let heading = Message::new("photos-heading").with("survey", one.survey);
        let heading = heading.with("name", visible(&one.photo.name)).with("width", width);
        writeln!(out, "{}", locale.say(&heading.with("height", height)))?;
        writeln!(out, "    {}", facilities(one, catalogue, locale))?;
        writeln!(out, "    {}", shown_at(&one.photo.hash, SIDE))?;
    }
    if !photos.diagnostics.is_empty() {
        writeln!(out, "\n{}", locale.text("photos-to-look-at"))?;
    }
    diagnostics(photos, locale, out)
}

fn facilities(one: &LinkedPhoto, catalogue: &Catalogue, locale: &Locale) -> String {
    let facility = |(of, id): &(crate::model::TypeId, crate::store::Identity)| {
        let label = catalogue.facility_type(of.as_str()).map(|(_, of)| of.label.text(locale.language));
        format!("{} {}", label.unwrap_or(of.as_str()), visible(&id.to_string()))
    };
    let all: Vec<String> = one.facilities.iter().map(facility).collect();
    if all.is_empty() { locale.text("photos-shows-nothing") } else { all.join("; ") }
}

fn missing_only(photos: &Photos, locale: &Locale, out: &mut dyn Write) -> io::Result<()> {
    if photos.diagnostics.is_empty() {
        return writeln!(out, "{}", locale.text("photos-no-missing"));
    }
    diagnostics(photos, locale, out)
}

/// Of each thing to be looked at where it is, what it is, and what to do.
fn diagnostics(photos: &Photos, locale: &Locale, out: &mut dyn Write) -> io::Result<()> {
    for one in &photos.diagnostics {
        let (place, row) = (&one.place, one.place.row.map(|row| row.to_string()));
        let place = [Some(&*place.file), place.sheet.as_deref(), row.as_deref(), place.column.as_deref()];
        let place = place.into_iter().flatten().collect::<Vec<_>>().join(":");
        writeln!(out, "  {}: {}", visible(&place), visible(&locale.say(&one.message())))?;
        writeln!(out, "    {}", visible(&locale.say(&one.remedy())))?;
    }
    Ok(())
}

fn diagnostics_as_json(photos: &Photos, locale: &Locale) -> Value {
    let all = photos.diagnostics.iter().map(|one| {
        json!({
            "code": one.code,
            "file": one.place.file,
            "sheet": one.place.sheet,
            "row": one.place.row,
            "column": one.place.column,
            "photo": one.value,
            "message": locale.say(&one.message()),
            "remedy": locale.say(&one.remedy()),
        })
    });
    all.collect()
}

fn imported_as_json(done: &PhotosImported, locale: &Locale, out: &mut dyn Write) -> io::Result<()> {
    let left = |(name, why): &(Option<String>, Message)| json!({ "file": name, "why": locale.say(why) });
    let value = json!({
        "survey": done.survey,
        "added": done.added,
        "known": done.known,
        "left": done.left.iter().map(left).collect::<Vec<_>>(),
        "diagnostics": diagnostics_as_json(&done.photos, locale),
    });
    serde_json::to_writer_pretty(&mut *out, &value)?;
    writeln!(out)
}

fn as_json(photos: &Photos, locale: &Locale, out: &mut dyn Write) -> io::Result<()> {
    let one = |LinkedPhoto { survey, photo, facilities, .. }: &LinkedPhoto| {
        let facilities = facilities.iter().map(|(of, id)| json!({ "type": of, "id": id.to_string() }));
        json!({
            "survey": survey,
            "name": photo.name,
            "hash": photo.hash,
            "bytes": photo.bytes,
            "size": photo.size,
            "taken": photo.taken.map(|time| time.to_string()),
            "shown": shown_at(&photo.hash, SIDE),
            "facilities": facilities.collect::<Vec<_>>(),
        })
    };
    let value = json!({
        "photos": photos.photos.iter().map(one).collect::<Vec<_>>(),
        "diagnostics": diagnostics_as_json(photos, locale),
    });
    serde_json::to_writer_pretty(&mut *out, &value)?;
    writeln!(out)
}
