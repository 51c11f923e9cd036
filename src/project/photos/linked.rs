//! Which photo shows which facility, and what is wrong with that.

use std::sync::Arc;

use hashbrown::{HashMap, HashSet};

use super::claims::{Claim, Claims};
use super::names::{ids, keys};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::geometry::{Coordinates, Crs, LonLat};
use crate::model::TypeId;
use crate::store::{Identity, Photo, Survey, SurveyId};

/// Metres from its facility beyond which a photo was taken elsewhere, or not located: phones are
/// right within ten or so, and a large car park or a station square is two hundred across.
const FAR: f64 = 200.0;

/// A photo of a survey, with what it shows.
#[derive(Debug, Clone, PartialEq)]
pub struct LinkedPhoto {
    /// The survey it came with.
    pub survey: SurveyId,
    /// What is known of it.
    pub photo: Photo,
    /// The facilities it shows, in the order of their ids.
    pub facilities: Vec<(TypeId, Identity)>,
    /// Nothing of it may be shown: it is of people, or may be.
    pub(super) withheld: bool,
}

/// Photos and rows, brought together.
#[derive(Debug, Clone, Default)]
pub(super) struct Linked {
    /// Every photo, in the order of surveys and names.
    pub(super) photos: Vec<LinkedPhoto>,
    /// Names in rows that no photo has, photos that no row names, and photos taken far away.
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// Every photo by everything it may be called, in each survey.
type Index = HashMap<(SurveyId, String), Vec<usize>>;

/// Brings photos and rows together; rows of people give no diagnostic.
pub(super) fn linked(photos: Vec<(SurveyId, Photo)>, claims: &Claims, surveys: &[Survey]) -> Linked {
    let mut index = Index::new();
    for (number, (survey, photo)) in photos.iter().enumerate() {
        let mut names = keys(&photo.name).to_vec();
        names.dedup();
        for name in names {
            index.entry((*survey, name)).or_default().push(number);
        }
    }
    let mut linking = Linking { photos, index, surveys, shows: HashMap::new(), diagnostics: Vec::new() };
    claims.all.iter().for_each(|claim| linking.by_words(claim));
    linking.by_ids(&claims.all);
    let hidden = linking.hidden(&claims.personal);
    linking.far(&hidden);
    linking.finish(&hidden)
}

struct Linking<'a> {
    photos: Vec<(SurveyId, Photo)>,
    index: Index,
    surveys: &'a [Survey],
    /// The rows that speak of each photo, and whether they name it.
    shows: HashMap<usize, Vec<&'a Claim>>,
    diagnostics: Vec<Diagnostic>,
}

impl<'a> Linking<'a> {
    fn by_words(&mut self, claim: &'a Claim) {
        for word in &claim.words {
            let found = self.find(claim.survey, word);
            let hashes = found.iter().filter_map(|number| Some(&self.photos.get(*number)?.1.hash));
            let different = hashes.collect::<HashSet<_>>().len();
            match different {
                0 => self.say(claim, Code::PhotoMissing, word),
                // Of people it counts whichever is meant: none of them may be shown.
                many if many == 1 || claim.personal => self.show(found, claim),
                _ => self.say(claim, Code::PhotoAmbiguous, word),
            }
        }
    }

    /// The photos of a name: of the survey itself, else of the one it takes the place of.
    fn find(&self, survey: SurveyId, word: &str) -> Vec<usize> {
        let mut at = Some(survey);
        while let Some(survey) = at {
            let found = keys(word).into_iter().find_map(|key| self.index.get(&(survey, key)));
            if let Some(found) = found {
                return found.clone();
            }
            let before = self.surveys.iter().find(|one| one.id == survey).and_then(|one| one.replaces);
            at = before.filter(|before| *before < survey);
        }
        Vec::new()
    }

    fn show(&mut self, photos: Vec<usize>, claim: &'a Claim) {
        for number in photos {
            self.shows.entry(number).or_default().push(claim);
        }
    }

    fn say(&mut self, claim: &Claim, code: Code, word: &str) {
        if !claim.personal {
            self.diagnostics.push(Diagnostic::new(code, claim.place.clone()).value(word));
        }
    }

    /// Photos no row names, by the id that stands in their names.
    fn by_ids(&mut self, claims: &'a [Claim]) {
        let mut by_id: HashMap<&str, Vec<&'a Claim>> = HashMap::new();
        for claim in claims {
            if let Some(id) = &claim.id {
                by_id.entry(id).or_default().push(claim);
            }
        }
        for (number, (survey, photo)) in self.photos.iter().enumerate() {
            if self.shows.contains_key(&number) {
                continue;
            }
            let found = ids(&photo.name).into_iter().find_map(|id| by_id.get(id.as_str()));
            let of_survey = |claims: &Vec<&'a Claim>| -> Vec<&'a Claim> {
                let own: Vec<_> = claims.iter().copied().filter(|claim| claim.survey == *survey).collect();
                let last = claims.iter().map(|claim| claim.survey).max();
                let latest = || claims.iter().copied().filter(|claim| Some(claim.survey) == last).collect();
                if own.is_empty() { latest() } else { own }
            };
            if let Some(claims) = found.map(of_survey) {
                self.shows.insert(number, claims);
            }
        }
    }

    /// Photos of which nothing may be shown. One that nobody names, in a survey with people in it, may be of them.
    fn hidden(&self, personal: &HashSet<SurveyId>) -> HashSet<Arc<str>> {
        let is_hidden = |(number, (survey, _)): &(usize, &(SurveyId, Photo))| match self.shows.get(number) {
            Some(claims) => claims.iter().any(|claim| claim.personal),
            None => personal.contains(survey),
        };
        let hidden = self.photos.iter().enumerate().filter(is_hidden);
        hidden.map(|(_, (_, photo))| photo.hash.clone()).collect()
    }

    /// Photos taken far from what they show.
    fn far(&mut self, hidden: &HashSet<Arc<str>>) {
        let mut said = Vec::new();
        let shown = self.photos.iter().enumerate().filter(|(_, (_, photo))| !hidden.contains(&photo.hash));
        for (number, (_, photo)) in shown {
            let Some((longitude, latitude)) = photo.position else { continue };
            let taken = LonLat { longitude, latitude };
            let mut claims = self.shows.get(&number).into_iter().flatten();
            let near = claims.clone().any(|claim| claim.position.is_some_and(|at| metres(at, taken) <= FAR));
            let first = claims.find_map(|claim| Some((claim, claim.position?)));
            said.extend(first.filter(|_| !near).map(|(claim, at)| far(claim, photo, at, taken)));
        }
        self.diagnostics.extend(said);
    }

    fn finish(mut self, hidden: &HashSet<Arc<str>>) -> Linked {
        let mut photos = Vec::new();
        for (number, (survey, photo)) in std::mem::take(&mut self.photos).into_iter().enumerate() {
            let withheld = hidden.contains(&photo.hash);
            let claims = self.shows.get(&number);
            if claims.is_none() && !withheld {
                let place = Place { file: photo.name.clone(), ..Place::default() };
                self.diagnostics.push(Diagnostic::new(Code::PhotoUnnamed, place).with("survey", survey));
            }
            let facility = |claim: &&Claim| (claim.facility_type.clone(), claim.facility.clone());
            let mut facilities: Vec<_> = claims.into_iter().flatten().map(facility).collect();
            facilities.sort();
            facilities.dedup();
            photos.push(LinkedPhoto { survey, photo, facilities, withheld });
        }
        let mut diagnostics = self.diagnostics;
        diagnostics.sort_by(|a, b| (&a.place, a.code).cmp(&(&b.place, b.code)));
        Linked { photos, diagnostics }
    }
}

fn metres(a: LonLat, b: LonLat) -> f64 {
    let offset = a.offset_to(b);
    offset.east.hypot(offset.north)
}

/// Says both places; and where that is what makes them differ, that the camera wrote GCJ-02.
fn far(claim: &Claim, photo: &Photo, at: LonLat, taken: LonLat) -> Diagnostic {
    let unshifted = Crs::GCJ02.transform().to_wgs84(Coordinates::Degrees(taken));
    let shifted = unshifted.is_some_and(|place| metres(at, place) <= metres(at, taken) / 2.0);
    let place = |place: LonLat| format!("{:.6}, {:.6}", place.longitude, place.latitude);
    Diagnostic::new(Code::PhotoFar, claim.place.clone())
        .value(&*photo.name)
        .with("metres", format!("{:.0}", metres(at, taken)))
        .with("facility", &claim.facility)
        .with("there", place(at))
        .with("taken", place(taken))
        .with("shifted", if shifted { "yes" } else { "no" })
}
