//! From packs as written to a [`Program`]: names, types and units resolved.
//!
//! Nothing is compiled where anything is wrong: a malformed standard cannot
//! start a run. Cost grows with requirements times the facility types they
//! speak of.

mod aggregate;
mod body;
mod cases;
mod complies;
mod condition;
mod coverage;
mod kinds;
mod parameter;
mod quantity;
mod trend;
mod unit;
mod verified;

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;
use std::sync::Arc;

use super::mistake::{Mistake, Mistakes, Problem, suggestion};
use super::pack::{self, AreasText, PackFile, Packs, RequirementText, SubjectText, Text};
use super::program::{Areas, Program, Quantity, Requirement};
use crate::locale::Message;
use crate::model::{Catalogue, Duty, FacilityType, Parameter};
use unit::Measured;

/// Reads and compiles packs, all together, since they may refer to each other.
pub fn compile(files: &[PackFile<'_>], catalogue: &Catalogue) -> Result<Program, Mistakes> {
    let mut mistakes = Mistakes::default();
    let mut packs = pack::read(files, &mut mistakes);
    take_over(&mut packs, &mut mistakes.list);
    let area = kinds::area();
    let mut compiler = Compiler::new(&packs, catalogue, &area);
    let requirements = compiler.requirements();
    mistakes.list.extend(compiler.mistakes);
    if mistakes.list.is_empty() {
        for number in 0..packs.standards.len() {
            packs.standards[number].unexamined = coverage::unexamined(&packs, number);
        }
        Ok(Program { standards: packs.standards, requirements })
    } else {
        Err(mistakes)
    }
}

/// Copies the clauses a standard takes over from another, with their requirements.
fn take_over(packs: &mut Packs, mistakes: &mut Vec<Mistake>) {
    for (number, standard) in packs.standards.iter().enumerate() {
        let Some(reuse) = &standard.reuse else { continue };
        let origin = packs.standards.iter().position(|other| other.id == reuse.standard);
        if origin.is_none() {
            let known = packs.standards.iter().map(|standard| standard.id.as_str());
            let message = Message::new("mistake-unknown-standard").with("name", &reuse.standard);
            let ((file, span), help) = (reuse.named.clone(), suggestion(reuse.standard.as_str(), known));
            mistakes.push(Mistake { file, span, problem: Problem::Meaning(message), help });
        }
        let copies = packs.requirements.iter().filter(|(from, _)| Some(*from) == origin);
        let copies: Vec<_> = copies.map(|(_, text)| (number, text.renamed(|id| reuse.renamed(id)))).collect();
        packs.requirements.extend(copies);
        let clauses = packs.clauses.iter().filter(|(from, _)| Some(*from) == origin);
        let clauses = clauses.map(|(_, text)| (number, text.renamed(|id| reuse.renamed(id).to_string())));
        packs.clauses.extend(clauses.collect::<Vec<_>>());
    }
    packs.requirements.sort_by_key(|(standard, _)| *standard);
    packs.clauses.sort_by_key(|(standard, _)| *standard);
}

struct Compiler<'a> {
    catalogue: &'a Catalogue,
    /// Stands for the type of an area: one without properties.
    area: &'a FacilityType,
    packs: &'a Packs,
    /// Requirements by id.
    ids: BTreeMap<&'a str, usize>,
    /// Each `let` of each requirement for each type, compiled once and shared.
    bindings: HashMap<(usize, usize, String), Bound>,
    deferrals: Vec<complies::Deferral>,
    mistakes: Vec<Mistake>,
}

/// How far a `let` has come.
#[derive(Clone)]
enum Bound {
    /// Being compiled: meeting it again is a circle.
    Underway,
    /// Compiled, or found wrong.
    Done(Option<(Arc<Quantity>, Measured)>),
}

/// The requirement and the facility type an expression is compiled for.
#[derive(Clone, Copy)]
struct Scope<'a> {
    requirement: usize,
    number: usize,
    facility_type: &'a FacilityType,
}

impl<'a> Compiler<'a> {
    fn new(packs: &'a Packs, catalogue: &'a Catalogue, area: &'a FacilityType) -> Self {
        let mut compiler = Self {
            catalogue,
            area,
            packs,
            ids: BTreeMap::new(),
            bindings: HashMap::new(),
            deferrals: Vec::new(),
            mistakes: Vec::new(),
        };
        for (number, (_, text)) in packs.requirements.iter().enumerate() {
            if compiler.ids.insert(&text.id.value, number).is_some() {
                compiler.wrong(
                    &text.id,
                    Message::new("mistake-duplicate-id").with("name", &text.id.value),
                    None,
                );
            }
        }
        compiler
    }

    fn requirements(&mut self) -> Vec<Requirement> {
        let packs = self.packs;
        let list = packs.requirements.iter().enumerate();
        self.check_parameters();
        self.check_coverage();
        let mut compiled: Vec<_> =
            list.map(|(number, (of, text))| self.requirement(number, *of, text)).collect();
        for (number, (_, text)) in packs.requirements.iter().enumerate() {
            for general in &text.overrides {
                match self.ids.get(general.value.as_str()).copied() {
                    Some(general) => compiled[general].yields_to.push(number),
                    None => self.unknown("mistake-unknown-requirement", general, packs.ids()),
                }
            }
        }
        self.check_circles();
        self.mark_unverified(&mut compiled);
        compiled
    }

    fn requirement(&mut self, number: usize, standard: usize, text: &'a RequirementText) -> Requirement {
        let (kinds, areas) = match &text.subject {
            SubjectText::Kinds(kinds) => (self.kinds(kinds), None),
            SubjectText::Areas(areas) => (Vec::new(), self.areas(number, standard, text, areas)),
        };
        let bodies = self.fitting(number, &kinds, |compiler, scope| compiler.body(scope, text));
        self.check_cases(text, &bodies, areas.as_ref());
        let of = self.packs.standards.get(standard);
        Requirement {
            standard,
            works_from: of.filter(|of| of.works_only).and_then(|of| of.from),
            duty: Arc::new(self.duty(standard, text, parameter::used(&bodies, areas.as_ref()))),
            bodies,
            areas,
            yields_to: Vec::new(),
            cases: text.cases.clone(),
            written: text.written.as_str().into(),
        }
    }

    fn areas(
        &mut self,
        requirement: usize,
        standard: usize,
        text: &'a RequirementText,
        areas: &AreasText,
    ) -> Option<Areas> {
        let AreasText { level, children, .. } = *areas;
        let known = self.packs.standards.get(standard).map_or(&[][..], |standard| &standard.areas);
        if !known.iter().any(|area| area.level == level) {
            let message = Message::new("mistake-no-area").with("name", &areas.word.value);
            self.wrong(&areas.word, message, None);
        }
        let number = self.catalogue.types.len();
        let body = self.body(Scope { requirement, number, facility_type: self.area }, text)?;
        Some(Areas { level, children, body })
    }

    fn is_area(&self, scope: Scope<'_>) -> bool {
        scope.number == self.catalogue.types.len()
    }

    fn duty(&mut self, standard: usize, text: &RequirementText, parameters: Vec<Arc<Parameter>>) -> Duty {
        let of = self.packs.standards.get(standard);
        let units = text.unit.iter().chain(text.checks.iter().filter_map(|check| check.unit.as_ref()));
        Duty {
            standard: of.map_or_else(|| "".into(), |of| of.id.clone()),
            standard_title: of.map(|of| of.short.clone()).unwrap_or_default(),
            id: text.id.value.as_str().into(),
            clause: text.clause.value.as_str().into(),
            topic: text.topic.as_str().into(),
            title: text.title.clone(),
            obligation: text.obligation.clone(),
            departments: text.departments.clone(),
            deadline: text.deadline,
            remedy: text.remedy.clone(),
            unit: units.map(|unit| unit.value.as_str().into()).next(),
            verified: text.verified,
            rests_on: Vec::new(),
            parameters,
        }
    }

    fn wrong(&mut self, text: &Text, message: Message, help: Option<Message>) {
        self.wrong_at(text, text.span.clone(), message, help);
    }

    fn wrong_at(&mut self, text: &Text, span: Range<usize>, message: Message, help: Option<Message>) {
        self.mistakes.push(Mistake { file: text.file, span, problem: Problem::Meaning(message), help });
    }

    fn unknown<'k>(&mut self, key: &str, text: &Text, known: impl IntoIterator<Item = &'k str>) {
        let message = Message::new(key).with("name", &text.value);
        self.wrong(text, message, suggestion(&text.value, known));
    }
}

impl Packs {
    fn ids(&self) -> impl Iterator<Item = &str> {
        self.requirements.iter().map(|(_, text)| text.id.value.as_str())
    }
}
