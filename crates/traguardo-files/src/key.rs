//! Keys of `ente.toml` and `regole.toml` one by one, with an issue for each that is wrong.
//! Not here: which keys there are, see [`crate::body`] and [`crate::rules`].

use std::collections::{BTreeMap, HashMap};

use traguardo::issue::{Cell, Issue, Place, Table, kinds, nearest};
use traguardo::number::{self, Decimal};
use traguardo::period::{Date, DateFault, parse_date};

use crate::entry::{EMPTY_LIST, Entry};
use crate::issues::Issues;
use crate::row::shortened;

/// The keys of a table, asked for one by one; what nobody asked for is unknown.
pub(crate) struct Keys<'a> {
    table: Table,
    entries: &'a [Entry],
    by_key: HashMap<&'a str, usize>,
    asked: Vec<bool>,
    issues: &'a mut Issues,
}

/// The items of a list: `verifiche.2.data` is the field `data` of the item 2.
pub(crate) type Items<'a> = BTreeMap<u32, Fields<'a>>;

/// The fields of an item; an item that is no table has one field, "".
pub(crate) type Fields<'a> = BTreeMap<&'a str, &'a Entry>;

impl<'a> Keys<'a> {
    pub(crate) fn new(table: Table, entries: &'a [Entry], issues: &'a mut Issues) -> Self {
        let by_key = entries.iter().enumerate().map(|(at, e)| (e.key.as_str(), at)).collect();
        Self { table, entries, by_key, asked: vec![false; entries.len()], issues }
    }

    /// A key and its text, if it is there and not blank.
    pub(crate) fn entry(&mut self, key: &str) -> Option<&'a Entry> {
        let at = *self.by_key.get(key)?;
        self.asked[at] = true;
        let entry = &self.entries[at];
        (!entry.text.is_empty() && entry.text != EMPTY_LIST).then_some(entry)
    }

    /// A key that must be there.
    pub(crate) fn required(&mut self, key: &'static str) -> Option<&'a Entry> {
        let entry = self.entry(key);
        if entry.is_none() {
            let row = self.by_key.get(key).map_or(0, |at| self.entries[*at].row);
            let issue = Issue::new(&kinds::KEY_MISSING, self.place(key.to_owned(), row));
            self.issues.push(issue.with("found", key));
        }
        entry
    }

    /// Whether a key is there with a list without items.
    pub(crate) fn is_empty_list(&mut self, key: &str) -> bool {
        self.by_key.get(key).is_some_and(|at| self.entries[*at].text == EMPTY_LIST)
    }

    /// The items of a list: written one by one (`livelli.1`), or in one text with `;` between.
    pub(crate) fn list(&mut self, key: &str) -> Vec<Entry> {
        let joined = self.entry(key);
        let mut list: Vec<Entry> = Vec::new();
        if let Some(entry) = joined {
            let parts = entry.text.split([';', '\n']).map(str::trim);
            list.extend(parts.filter(|part| !part.is_empty()).map(|part| Entry {
                key: entry.key.clone(),
                text: part.to_owned(),
                row: entry.row,
            }));
        }
        for fields in self.items(key, &[""]).values() {
            list.extend(fields.values().filter(|e| !e.text.is_empty()).map(|e| (*e).clone()));
        }
        list
    }

    /// The items of a list of tables, with the fields that they may have.
    pub(crate) fn items(&mut self, key: &str, fields: &[&str]) -> Items<'a> {
        let mut items = Items::new();
        for (at, entry) in self.entries.iter().enumerate() {
            let Some(rest) = entry.key.strip_prefix(key).and_then(|r| r.strip_prefix('.')) else {
                continue;
            };
            let (number, field) = rest.split_once('.').unwrap_or((rest, ""));
            let (Ok(number), true) = (number.parse(), fields.contains(&field)) else { continue };
            self.asked[at] = true;
            items.entry(number).or_default().insert(field, entry);
        }
        items
    }

    /// One of a key's words.
    pub(crate) fn word<T: Copy>(&mut self, key: &str, words: &[(&str, T)]) -> Option<T> {
        let entry = self.entry(key)?;
        self.word_of(entry, words)
    }

    /// One of some words in an entry.
    pub(crate) fn word_of<T: Copy>(&mut self, entry: &Entry, words: &[(&str, T)]) -> Option<T> {
        let lower = entry.text.to_lowercase();
        let known = words.iter().find(|(word, _)| lower == *word);
        if known.is_none() {
            let allowed = words.iter().map(|(word, _)| *word).collect::<Vec<_>>();
            let near = nearest(&entry.text, allowed.iter().copied());
            self.not_allowed(entry, &allowed.join(", "), near);
        }
        known.map(|(_, meaning)| *meaning)
    }

    /// A number within bounds.
    pub(crate) fn number(&mut self, key: &str, least: i32, most: i32) -> Option<Decimal> {
        let entry = self.entry(key)?;
        self.number_of(entry, least, most)
    }

    /// A number within bounds in an entry.
    pub(crate) fn number_of(&mut self, entry: &Entry, least: i32, most: i32) -> Option<Decimal> {
        let (low, high) = (Decimal::from(least), Decimal::from(most));
        let number = number::parse(&entry.text).ok().filter(|n| *n >= low && *n <= high);
        if number.is_none() {
            let allowed = format!("{}–{}", number::format(low), number::format(high));
            self.not_allowed(entry, &allowed, None);
        }
        number
    }

    /// A day in an entry.
    pub(crate) fn date_of(&mut self, entry: &Entry) -> Option<Date> {
        match parse_date(&entry.text) {
            Ok(date) => Some(date),
            Err(fault) => {
                let kind = match fault {
                    DateFault::Impossible => &kinds::DATE_IMPOSSIBLE,
                    DateFault::NotADate => &kinds::DATE_EXPECTED,
                };
                let issue = Issue::new(kind, self.place_of(entry));
                self.issues.push(issue.with("found", shortened(&entry.text)));
                None
            }
        }
    }

    /// Reports a text that its key cannot have.
    pub(crate) fn not_allowed(&mut self, entry: &Entry, allowed: &str, near: Option<&str>) {
        let place = self.place_of(entry);
        let issue = Issue::new(&kinds::KEY_NOT_ALLOWED, place);
        self.issues.push(
            issue
                .with("found", shortened(&entry.text))
                .with("allowed", allowed)
                .with("nearest", near.unwrap_or("none")),
        );
    }

    /// Reports a key that an item of a list must have.
    pub(crate) fn missing(&mut self, key: String, row: u32) {
        let issue = Issue::new(&kinds::KEY_MISSING, self.place(key.clone(), row));
        self.issues.push(issue.with("found", key));
    }

    /// Reports the keys that nobody asked for. In the known ones, `#` stands for a number.
    pub(crate) fn finish(self, known: &[&str]) {
        for (entry, asked) in self.entries.iter().zip(&self.asked) {
            if *asked {
                continue;
            }
            let near = nearest_key(&entry.key, known);
            let place = Place::table(self.table).row(entry.row).column(entry.key.clone());
            let issue = Issue::new(&kinds::KEY_UNKNOWN, place);
            self.issues.push(
                issue
                    .with("found", shortened(&entry.key))
                    .with("nearest", near.as_deref().unwrap_or("none"))
                    .with("allowed", known.join(", ")),
            );
        }
    }

    fn place_of(&self, entry: &Entry) -> Place {
        self.place(entry.key.clone(), entry.row).cell(Cell::whole(entry.text.clone()))
    }

    fn place(&self, key: String, row: u32) -> Place {
        Place::table(self.table).row(row).column(key)
    }
}

/// The known key nearest to another, with the other's numbers.
fn nearest_key(key: &str, known: &[&str]) -> Option<String> {
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let numbers: Vec<&str> = key.split('.').filter(|part| is_number(part)).collect();
    let shape: Vec<&str> =
        key.split('.').map(|part| if is_number(part) { "#" } else { part }).collect();
    let near = nearest(&shape.join("."), known.iter().copied())?;
    let mut numbers = numbers.into_iter();
    let mut restored = String::new();
    for part in near.split('#') {
        restored.push_str(part);
        if restored.len() < near.len() + key.len() && near.contains('#') {
            restored.push_str(numbers.next().unwrap_or_default());
        }
    }
    Some(restored)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_key_keeps_the_number_of_the_item() {
        let known = ["fasce.#.da", "fasce.#.colore", "nodo.mancante"];
        assert_eq!(nearest_key("fasce.2.colre", &known).as_deref(), Some("fasce.2.colore"));
        assert_eq!(nearest_key("nodi.mancante", &known).as_deref(), Some("nodo.mancante"));
        assert_eq!(nearest_key("xyz", &known), None);
    }
}
