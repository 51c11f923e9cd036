//! Headers that are made of the name of a type, such as 停车场名称.

use std::collections::BTreeSet;

use super::file::{PropertyFile, TypeFile};
use crate::model::header_key;

/// Stands in an alias for every name of the type.
const TYPE: &str = "{type}";

impl TypeFile {
    /// What the type's own properties are called, as headers are compared.
    pub(super) fn own_names(&self) -> BTreeSet<String> {
        self.property.iter().flat_map(PropertyFile::names).map(header_key).collect()
    }
}

impl PropertyFile {
    /// A common property as a type has it: `{type}名称` is 停车场名称 there.
    ///
    /// What a property of the type's own is called goes before: 网站地址 is where a website is found.
    pub(super) fn of_type(&self, of: &TypeFile, own: &BTreeSet<String>) -> Self {
        let types = [&of.label.zh, &of.label.en].into_iter().chain(&of.aliases);
        let filled = |alias: &String| {
            let names = types.clone().take(if alias.contains(TYPE) { usize::MAX } else { 1 });
            names.map(|name| alias.replace(TYPE, name)).collect::<Vec<_>>()
        };
        let mut aliases: Vec<String> = self.aliases.iter().flat_map(filled).collect();
        aliases.retain(|alias| self.aliases.contains(alias) || !own.contains(&header_key(alias)));
        Self { aliases, ..self.clone() }
    }

    fn names(&self) -> impl Iterator<Item = &str> {
        let own = [self.id.get_ref().as_str(), &self.label.zh, &self.label.en];
        own.into_iter().chain(self.aliases.iter().map(String::as_str))
    }
}
