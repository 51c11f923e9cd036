//! Numbers over other facilities in words: which ones, where, and what of them.

use super::{Phrases, inside};
use crate::locale::Message;
use crate::standard::aggregate::{Aggregate, Domain, Figure, Members};
use crate::standard::program::Condition;

impl<'a> Phrases<'a> {
    pub(super) fn aggregate(&self, aggregate: &'a Aggregate) -> String {
        let key = match aggregate.figure {
            Figure::Count => "phrase-count",
            Figure::Lacking => "phrase-lacking",
            Figure::Share => "phrase-share",
            Figure::Sum => "phrase-sum",
            Figure::Nearest => "phrase-nearest",
            Figure::Rank(_) => "phrase-rank",
        };
        self.over(aggregate, key)
    }

    /// Each of some facilities is as it should be.
    pub(super) fn every(&self, aggregate: &'a Aggregate) -> String {
        self.over(aggregate, "phrase-every")
    }

    fn over(&self, aggregate: &'a Aggregate, key: &'static str) -> String {
        let message = Message::new(key)
            .with("place", self.place(aggregate.domain))
            .with("what", self.members(&aggregate.members))
            .with("that", self.asked(&aggregate.members))
            .with("value", self.added(&aggregate.members).unwrap_or_default());
        let to = match &aggregate.figure {
            Figure::Rank(to) => self.types(to),
            _ => String::new(),
        };
        self.say(&message.with("to", to))
    }

    fn place(&self, domain: Domain) -> String {
        match domain {
            Domain::Area => self.text("phrase-in-area"),
            Domain::Parts => self.text("phrase-in-parts"),
            Domain::Siblings | Domain::Everywhere => String::new(),
            Domain::Within(radius) => {
                let metres = super::amount::Nature::metres();
                self.say(&Message::new("phrase-within").with("radius", self.amount(radius, Some(&metres))))
            }
        }
    }

    /// The facilities: types asked alike are named together.
    fn members(&self, all: &'a [Members]) -> String {
        let mut groups: Vec<(String, Vec<usize>)> = Vec::new();
        for members in all {
            let filter = self.filter(members).unwrap_or_default();
            match groups.iter_mut().find(|(known, _)| *known == filter) {
                Some((_, types)) => types.push(members.facility_type),
                None => groups.push((filter, vec![members.facility_type])),
            }
        }
        let say = |(filter, types): &(String, Vec<usize>)| {
            let types = self.types(types);
            if filter.is_empty() {
                return types;
            }
            self.say(&Message::new("phrase-members").with("what", types).with("filter", filter))
        };
        self.list(&groups.iter().map(say).collect::<Vec<_>>(), "phrase-and-value")
    }

    fn types(&self, types: &[usize]) -> String {
        let known = types.iter().filter_map(|number| self.context.catalogue.types.get(*number));
        let names: Vec<_> = known.map(|of| inside(self.context.label(&of.label))).collect();
        self.list(&names, "phrase-and-value")
    }

    fn told(&self, members: &'a Members) -> Option<Self> {
        self.context.catalogue.types.get(members.facility_type).map(|of| self.about(of))
    }

    fn filter(&self, members: &'a Members) -> Option<String> {
        let is_all = matches!(members.filter, Condition::Constant(true));
        if is_all { None } else { Some(self.told(members)?.condition(&members.filter)) }
    }

    /// What is asked of the members: once where it reads the same for all types.
    fn asked(&self, all: &'a [Members]) -> String {
        let mut asked: Vec<String> =
            all.iter().filter_map(|one| Some(self.told(one)?.condition(one.that.as_ref()?))).collect();
        asked.dedup();
        asked.join(&self.text("phrase-or"))
    }

    fn added(&self, all: &'a [Members]) -> Option<String> {
        let first = all.first()?;
        Some(self.told(first)?.quantity(first.value.as_ref()?, None))
    }
}
