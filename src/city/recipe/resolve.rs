//! From the recipe as written to the recipe with everything looked up.

use super::raw::{Raw, RawType, Rules};
use super::rule::PropertyRecipe;
use super::{Recipe, TypeRecipe, lookup};
use crate::city::dice::key_of;
use crate::model::{Catalogue, FacilityType, Property};

/// Rounds at least that far apart differ in year, which names their files.
const DAYS_OF_A_YEAR: i64 = 366;

/// Mistakes as they are found, each once.
#[derive(Default)]
pub(super) struct Mistakes(Vec<String>);

impl Mistakes {
    /// Notes a mistake at a place of the recipe.
    pub(super) fn note(&mut self, at: &str, what: &str) {
        let mistake = format!("`{at}`: {what}");
        // A rule for all types is looked at once for each of them.
        if !self.0.contains(&mistake) {
            self.0.push(mistake);
        }
    }

    /// Notes a name that is not known, with the nearest that is.
    pub(super) fn unknown<'a>(&mut self, at: &str, name: &str, known: impl Iterator<Item = &'a str>) {
        let nearest = known.min_by_key(|candidate| strsim::damerau_levenshtein(candidate, name));
        let hint = nearest.map(|nearest| format!(", did you mean `{nearest}`?")).unwrap_or_default();
        self.note(at, &format!("there is no `{name}`{hint}"));
    }
}

/// Looks up every name; all mistakes at once.
pub(super) fn resolve(raw: Raw, catalogue: &Catalogue) -> Result<Recipe, Vec<String>> {
    let mut mistakes = Mistakes::default();
    check_names(&raw, catalogue, &mut mistakes);
    check_city(&raw, &mut mistakes);
    let types = catalogue.types.iter().map(|one| type_recipe(&raw, one, &mut mistakes)).collect();
    if mistakes.0.is_empty() { Ok(finish(raw, types)) } else { Err(mistakes.0) }
}

fn finish(raw: Raw, types: Vec<TypeRecipe>) -> Recipe {
    Recipe {
        name: raw.city.name,
        adcode: raw.city.adcode,
        given_names: raw.city.given_names,
        counties: raw.counties,
        rounds: raw.rounds,
        parts: raw.parts,
        flaws: raw.flaws,
        writing: raw.writing,
        wording: raw.wording,
        types,
    }
}

fn check_names(raw: &Raw, catalogue: &Catalogue, mistakes: &mut Mistakes) {
    let types = || catalogue.types.iter().map(|one| one.id.as_str());
    let of_files = raw.rounds.iter().flat_map(|round| &round.gb18030).map(|name| ("rounds.gb18030", name));
    for (at, name) in of_files.chain(raw.types.keys().map(|name| ("types", name))) {
        if catalogue.facility_type(name).is_none() {
            mistakes.unknown(at, name, types());
        }
    }
    let properties = || catalogue.types.iter().flat_map(property_ids);
    for name in raw.properties.keys() {
        if !properties().any(|known| known == name) {
            mistakes.unknown("properties", name, properties());
        }
    }
}

fn check_city(raw: &Raw, mistakes: &mut Mistakes) {
    let [first, second] = &raw.rounds;
    if first.days_before.saturating_sub(second.days_before) < DAYS_OF_A_YEAR {
        mistakes.note("rounds", "the second round begins less than a year after the first");
    }
    if raw.counties.is_empty() {
        mistakes.note("counties", "a city needs at least one");
    }
    for county in raw.counties.iter().filter(|county| county.townships.is_empty()) {
        mistakes.note("counties", &format!("`{}` needs at least one township", county.name));
    }
}

fn property_ids(of: &FacilityType) -> impl Iterator<Item = &str> {
    of.properties.iter().map(|property| property.id.as_str())
}

fn type_recipe(raw: &Raw, facility_type: &FacilityType, mistakes: &mut Mistakes) -> TypeRecipe {
    let id = facility_type.id.as_str();
    let none = RawType::default();
    let own = raw.types.get(id).unwrap_or(&none);
    for name in own.properties.keys().filter(|name| facility_type.property(name).is_none()) {
        mistakes.unknown(&format!("types.{id}.properties"), name, property_ids(facility_type));
    }
    let properties: Vec<PropertyRecipe> = (facility_type.properties.iter())
        .map(|property| {
            lookup::property(raw, rules(raw, id, own, property), facility_type, property, mistakes)
        })
        .collect();
    let order = order(&properties).unwrap_or_else(|| {
        mistakes.note(&format!("types.{id}"), "properties hang on each other in a circle");
        Vec::new()
    });
    let weight = own.weight.unwrap_or(raw.defaults.weight);
    TypeRecipe { key: key_of(id), weight, nouns: nouns(own, facility_type), properties, order }
}

/// The rules that are nearest to a property, where they are written, and whether only by its kind.
fn rules<'a>(raw: &'a Raw, id: &str, own: &'a RawType, property: &Property) -> Option<lookup::Found<'a>> {
    let name = property.id.as_str();
    let found =
        |rules: &'a Rules, at: String, by_kind| lookup::Found { rules: rules.as_slice(), at, by_kind };
    let of_type = own.properties.get(name);
    of_type
        .map(|rules| found(rules, format!("types.{id}.properties.{name}"), false))
        .or_else(|| raw.properties.get(name).map(|rules| found(rules, format!("properties.{name}"), false)))
        .or_else(|| raw.kinds.get(&property.kind).map(|rules| found(rules, "kinds".to_owned(), true)))
}

/// What facilities are called: the recipe's nouns, else the label without its brackets and variants.
fn nouns(own: &RawType, facility_type: &FacilityType) -> Vec<String> {
    if !own.nouns.is_empty() {
        return own.nouns.clone();
    }
    let label = facility_type.label.zh.split(['(', '（', '/']).next().unwrap_or_default();
    vec![label.to_owned()]
}

/// Puts each property after those it hangs on; `None` where they form a circle.
fn order(properties: &[PropertyRecipe]) -> Option<Vec<usize>> {
    let mut done = Vec::with_capacity(properties.len());
    while done.len() < properties.len() {
        let ready = |(index, recipe): &(usize, &PropertyRecipe)| {
            let mut hangs_on = recipe.rules.iter().flat_map(super::Rule::hangs_on);
            !done.contains(index) && hangs_on.all(|other| done.contains(&other))
        };
        let next: Vec<usize> = properties.iter().enumerate().filter(ready).map(|(index, _)| index).collect();
        if next.is_empty() {
            return None;
        }
        done.extend(next);
    }
    Some(done)
}
