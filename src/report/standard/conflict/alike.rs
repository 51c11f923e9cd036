//! Disagreements that are said in the same words, together.

use crate::model::{Conflict, ConflictKind, Party, TypeId};

/// All that two standards disagree about.
pub(super) struct Group<'a> {
    /// A requirement of each, for what is so of its whole standard.
    pub(super) sides: &'a [Party; 2],
    pub(super) entries: Vec<Entry<'a>>,
}

/// What requirements of two standards disagree about in the same words.
pub(super) struct Entry<'a> {
    /// One of them, for what they have in common.
    pub(super) conflict: &'a Conflict,
    /// The requirements of either standard, each once.
    pub(super) sides: [Vec<&'a Party>; 2],
    /// The types of facility, each once.
    pub(super) types: Vec<&'a TypeId>,
    /// How many disagreements it stands for.
    count: usize,
}

/// Two standards at a time, in the order of what comes first.
pub(super) fn groups(conflicts: &[Conflict]) -> Vec<Group<'_>> {
    let mut groups: Vec<Group<'_>> = Vec::new();
    for conflict in conflicts {
        let standards = |sides: &[Party; 2]| sides.each_ref().map(|party| party.duty.standard.clone());
        let known = groups.iter_mut().find(|group| standards(group.sides) == standards(&conflict.sides));
        match known {
            Some(group) => group.add(conflict),
            None => groups.push(Group { sides: &conflict.sides, entries: vec![Entry::of(conflict)] }),
        }
    }
    groups
}

impl<'a> Group<'a> {
    /// How many disagreements there are.
    pub(super) fn count(&self) -> usize {
        self.entries.iter().map(|entry| entry.count).sum()
    }

    fn add(&mut self, conflict: &'a Conflict) {
        match self.entries.iter_mut().find(|entry| entry.takes(conflict)) {
            Some(entry) => entry.add(conflict),
            None => self.entries.push(Entry::of(conflict)),
        }
    }
}

impl<'a> Entry<'a> {
    fn of(conflict: &'a Conflict) -> Self {
        let [one, other] = &conflict.sides;
        Self { conflict, sides: [vec![one], vec![other]], types: vec![&conflict.facility_type], count: 1 }
    }

    /// Whether a disagreement differs from these only in its type, or in one of the two requirements.
    fn takes(&self, conflict: &Conflict) -> bool {
        let is_only =
            |side: usize| self.sides[side].iter().all(|party| party.duty.id == conflict.sides[side].duty.id);
        let same_type = self.types == [&conflict.facility_type];
        says_the_same(self.conflict, conflict)
            && if same_type { is_only(0) || is_only(1) } else { is_only(0) && is_only(1) }
    }

    fn add(&mut self, conflict: &'a Conflict) {
        for (own, party) in self.sides.iter_mut().zip(&conflict.sides) {
            if !own.iter().any(|known| known.duty.id == party.duty.id) {
                own.push(party);
            }
        }
        if !self.types.contains(&&conflict.facility_type) {
            self.types.push(&conflict.facility_type);
        }
        self.count += 1;
    }
}

/// Whether nothing but names differs in what is said of two disagreements.
fn says_the_same(one: &Conflict, other: &Conflict) -> bool {
    let at_least = |of: &Conflict| of.sides.each_ref().map(|party| party.at_least);
    let alone = |of: &Conflict| (of.kind == ConflictKind::Applicability).then(|| of.alone.clone());
    one.kind == other.kind
        && one.properties == other.properties
        && one.rulings == other.rulings
        && at_least(one) == at_least(other)
        && alone(one) == alone(other)
}
