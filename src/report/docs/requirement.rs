//! The page of one requirement.

use super::page::{Block, Columns, Line, Link, Page, Section, Table, Word, plain};
use super::related::{Related, bodies};
use super::{Handbook, cases, example, link, stem};
use crate::locale::Message;
use crate::model::{FacilityType, Finding, Kind, Property};
use crate::report::Context;
use crate::report::phrase::{Phrases, inside};
use crate::standard::pack::{Level, Standard};
use crate::standard::program::{Areas, Body, Check, Condition, Requirement};

/// The page of the nth requirement that has one.
pub(super) fn page(handbook: &Handbook<'_>, nth: usize, related: &Related) -> Option<Page> {
    let number = *handbook.chosen.get(nth)?;
    let requirement = handbook.requirement(number)?;
    let standard = handbook.standard(requirement)?;
    let findings = handbook.findings.get(number).map(Vec::as_slice).unwrap_or_default();
    let one = One { handbook, requirement, standard, findings };
    let context = handbook.context;
    Some(Page {
        stem: stem(requirement.duty.id.as_str()),
        title: context.label(&requirement.duty.title).to_owned(),
        above: plain(format!("{} · {}", context.citation(&requirement.duty), requirement.duty.id)),
        ways: one.ways(nth),
        has_contents: false,
        sections: one.sections(related.blocks(handbook, number)),
    })
}

/// A requirement and what is said with it.
struct One<'a> {
    handbook: &'a Handbook<'a>,
    requirement: &'a Requirement,
    standard: &'a Standard,
    findings: &'a [Option<Finding>],
}

impl<'a> One<'a> {
    fn text(&self, key: &str) -> String {
        self.handbook.context.text(key)
    }

    /// The index, the topic, and the pages before and after.
    fn ways(&self, nth: usize) -> Vec<Link> {
        let duty = &self.requirement.duty;
        let index = Link::to("index", self.text("docs-index"));
        let standard = Link {
            stem: "index".into(),
            section: Some(stem(self.standard.id.as_str())),
            text: self.handbook.context.label(&duty.standard_title).to_owned(),
        };
        let topic = Link {
            stem: "topics".into(),
            section: Some(stem(&duty.topic)),
            text: self.handbook.topic(&duty.topic),
        };
        let beside = |nth: Option<usize>, key: &str| {
            let other = self.handbook.requirement(*self.handbook.chosen.get(nth?)?)?;
            let text = self.handbook.context.say(key, "name", &other.duty.id);
            Some(link(other, text))
        };
        let beside = [beside(nth.checked_sub(1), "docs-previous"), beside(Some(nth + 1), "docs-next")];
        [index, standard, topic].into_iter().chain(beside.into_iter().flatten()).collect()
    }

    fn sections(&self, related: Vec<Block>) -> Vec<Section> {
        let cases = || vec![cases::table(self.handbook, self.requirement, self.findings)];
        let source =
            || Block::Source { title: self.text("docs-written"), text: self.requirement.written.to_string() };
        let mut examples: Vec<Block> = Vec::new();
        if let Some(both) = example::examples(self.handbook, self.requirement, self.findings) {
            examples = vec![Block::Text(plain(self.text("docs-line-lead"))), both];
        }
        let cases = if self.requirement.cases.is_empty() { Vec::new() } else { cases() };
        let all = [
            ("asks", self.asks()),
            ("line", examples),
            ("facts", vec![self.facts()]),
            ("survey", self.survey()),
            ("related", related),
            ("cases", cases),
            ("formula", vec![Block::Text(plain(self.text("docs-formula-lead"))), source()]),
        ];
        let all = all.into_iter().filter(|(_, blocks)| !blocks.is_empty());
        all.map(|(id, blocks)| Section {
            id: id.into(),
            title: self.text(&format!("docs-section-{id}")),
            blocks,
        })
        .collect()
    }

    /// What a reader must know before trusting the page.
    fn notices(&self) -> Vec<Block> {
        let duty = &self.requirement.duty;
        let context = self.handbook.context;
        let made_up = self.standard.made_up.then(|| self.text("docs-notice-made-up"));
        let unverified = (!duty.verified).then(|| self.text("docs-notice-unverified"));
        let rests_on: Vec<String> = duty.rests_on.iter().map(ToString::to_string).collect();
        let rests_on = (!rests_on.is_empty())
            .then(|| context.say("docs-notice-rests-on", "names", context.list(&rests_on)));
        let assumed = duty.parameters.iter().map(|one| context.assumption(one));
        made_up
            .into_iter()
            .chain(unverified)
            .chain(rests_on)
            .chain(assumed)
            .map(|text| Block::Notice(plain(text)))
            .collect()
    }

    fn asks(&self) -> Vec<Block> {
        let mut groups: Vec<(Vec<&FacilityType>, Vec<Block>, &Body, Phrases<'_>)> = Vec::new();
        for (of, body) in bodies(self.handbook, self.requirement) {
            let phrases = Phrases::new(self.handbook.context, of, &self.handbook.program.standards, body);
            let blocks = self.demands(body, &phrases);
            let scope = phrases.stated(&body.applies);
            let same = groups
                .iter_mut()
                .find(|(_, known, other, told)| *known == blocks && told.stated(&other.applies) == scope);
            match (same, of) {
                (Some((types, ..)), Some(of)) => types.push(of),
                (Some(_), None) => {}
                (None, of) => groups.push((of.into_iter().collect(), blocks, body, phrases)),
            }
        }
        let mut all = self.notices();
        for (types, blocks, body, phrases) in &groups {
            let lead = self.lead(&self.who(types, body, phrases), body);
            all.push(Block::Lead(plain(phrases.spaced(&lead))));
            all.extend(blocks.iter().cloned());
        }
        all.extend(self.remedies());
        all
    }

    /// Who is bound, in the words of the condition.
    fn who(&self, types: &[&FacilityType], body: &Body, phrases: &Phrases<'_>) -> String {
        let context = self.handbook.context;
        let named = || {
            let names: Vec<_> = types.iter().map(|of| inside(context.label(&of.label))).collect();
            context.list(&names)
        };
        let what = self.requirement.areas.as_ref().map_or_else(named, |areas| self.areas(areas));
        let always = matches!(body.applies, Condition::Constant(true));
        let key = match (always, self.requirement.areas.is_some()) {
            (true, true) => return what,
            (true, false) => "docs-who-every",
            (false, _) => "docs-who-where",
        };
        context
            .locale
            .say(&Message::new(key).with("what", what).with("filter", phrases.stated(&body.applies)))
    }

    fn areas(&self, areas: &Areas) -> String {
        let name = self.handbook.context.place_name(&self.standard.jurisdiction);
        let key = if areas.children { "docs-areas-below" } else { "docs-areas-own" };
        let level = self.text(&level_key(areas.level));
        self.handbook.context.locale.say(&Message::new(key).with("name", name).with("level", level))
    }

    /// The sentence before the demands, as strong as the clause is.
    fn lead(&self, who: &str, body: &Body) -> String {
        let strength = self.requirement.duty.obligation.strength.key();
        let key =
            if body.checks.is_empty() { "docs-measured".to_owned() } else { format!("docs-must-{strength}") };
        self.handbook.context.say(&key, "who", who)
    }

    fn demands(&self, body: &'a Body, phrases: &Phrases<'a>) -> Vec<Block> {
        let context = self.handbook.context;
        let mut blocks = Vec::new();
        if let Some(condition) = &body.condition {
            let text = context.say("docs-condition", "what", phrases.stated(condition));
            blocks.push(Block::Text(plain(text)));
        }
        let measured = body
            .measure
            .iter()
            .map(|measure| plain(phrases.number(measure, self.requirement.duty.unit.as_ref())));
        let demands = body.checks.iter().map(|check| demand(check, phrases, self.handbook.context));
        blocks.push(Block::List(demands.chain(measured).collect()));
        let unit = body.checks.iter().find_map(|check| check.measure.as_ref()?.unit.as_ref());
        for (nth, rows) in phrases.tables().iter().enumerate() {
            let caption = match phrases.tables().len() {
                1 => self.text("docs-the-table"),
                _ => context.say("docs-table", "number", nth + 1),
            };
            let rows = phrases.rows(rows, unit.or(self.requirement.duty.unit.as_ref()));
            blocks.push(Block::Table(Table {
                kind: Columns::Values,
                caption,
                headers: vec![self.text("docs-when"), self.text("docs-value")],
                rows: rows.into_iter().map(|[when, value]| vec![plain(when), plain(value)]).collect(),
            }));
        }
        blocks
    }

    /// What to do where it is not so.
    fn remedies(&self) -> Option<Block> {
        let context = self.handbook.context;
        let remedy = context.undetermined(&self.requirement.duty.remedy);
        (!remedy.is_empty()).then(|| {
            Block::Text(vec![
                Word::Strong(self.text("report-column-remedy")),
                Word::Plain(format!(" {remedy}")),
            ])
        })
    }

    fn facts(&self) -> Block {
        let (context, duty) = (self.handbook.context, &self.requirement.duty);
        let title = format!("{} {}", context.label(&self.standard.title), duty.clause);
        let mut facts = vec![("citation", plain(title)), ("strength", self.strength())];
        facts.push(("who", plain(context.responsible(duty))));
        facts.push(("deadline", plain(context.due(duty))));
        facts.push(("binding", plain(self.territory())));
        facts.extend(self.handbook.why(&duty.topic).map(|why| ("why", plain(why))));
        facts.push(("number", vec![Word::Code(duty.id.to_string())]));
        Block::Facts(
            facts.into_iter().map(|(key, line)| (self.text(&format!("docs-fact-{key}")), line)).collect(),
        )
    }

    fn strength(&self) -> Line {
        let duty = &self.requirement.duty;
        let means = self.text(&format!("docs-means-{}", duty.obligation.strength.key()));
        vec![Word::Strong(self.handbook.context.strength(&duty.obligation)), Word::Plain(format!(" {means}"))]
    }

    /// Where and from when on the document binds.
    fn territory(&self) -> String {
        let context = self.handbook.context;
        let day = |day: Option<jiff::civil::Date>, key: &str| day.map(|day| context.say(key, "date", day));
        let place = territory(context, self.standard);
        let works = self.standard.works_only.then(|| self.text("docs-works-only"));
        let parts = [
            Some(place),
            day(self.standard.from, "docs-from"),
            day(self.standard.until, "docs-until"),
            day(self.standard.period_end, "docs-period"),
            works,
        ];
        context.sentences(&parts.into_iter().flatten().collect::<Vec<_>>())
    }

    /// What has to be recorded for a verdict.
    fn survey(&self) -> Vec<Block> {
        let context = self.handbook.context;
        let mut rows: Vec<Vec<Line>> = Vec::new();
        for (of, body) in bodies(self.handbook, self.requirement) {
            let properties = of
                .into_iter()
                .flat_map(|of| body.properties().into_iter().filter_map(|number| of.properties.get(number)));
            for property in properties {
                let row = vec![
                    plain(context.label(&property.label)),
                    plain(self.kind(property)),
                    vec![Word::Code(property.id.to_string())],
                ];
                if !rows.contains(&row) {
                    rows.push(row);
                }
            }
        }
        if rows.is_empty() {
            return Vec::new();
        }
        let headers =
            ["docs-property", "docs-kind", "docs-property-id"].map(|key| context.text(key)).to_vec();
        vec![Block::Table(Table { kind: Columns::Fields, caption: String::new(), headers, rows })]
    }

    /// How a value is written: a number with its unit, yes or no, one of a list.
    fn kind(&self, property: &Property) -> String {
        let context = self.handbook.context;
        if property.kind == Kind::Category {
            let labels: Vec<_> =
                property.values.iter().map(|value| context.label(&value.label).to_owned()).collect();
            return context.list(&labels);
        }
        let unit = property.unit.as_ref().map(|unit| crate::report::amount::unit_name(unit, false, context));
        let kind = context.text(&format!("docs-kind-{:?}", property.kind).to_lowercase());
        match unit.filter(|unit| !unit.is_empty()) {
            Some(unit) => {
                context.locale.say(&Message::new("docs-kind-in").with("kind", kind).with("unit", unit))
            }
            None => kind,
        }
    }
}

/// A demand, and what to do where it alone is not met.
fn demand<'a>(check: &'a Check, phrases: &Phrases<'a>, context: Context<'_>) -> Line {
    let mut words = plain(phrases.demand(&check.test, check.measure.as_ref()));
    if let Some(remedy) = &check.remedy {
        words.push(Word::Under(context.say("docs-else", "remedy", context.undetermined(remedy))));
    }
    words
}

/// Where a document binds.
pub(super) fn territory(context: Context<'_>, standard: &Standard) -> String {
    match standard.level {
        Level::National => context.text("docs-nationwide"),
        Level::Foreign => context.text("docs-level-foreign"),
        Level::Province | Level::Prefecture | Level::County => context.place(&standard.jurisdiction),
    }
}

/// The key of the name of a level of government.
pub(super) fn level_key(level: Level) -> String {
    format!("docs-level-{level:?}").to_lowercase()
}
