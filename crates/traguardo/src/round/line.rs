//! The lines of a record: a name, then fields in the order of their keys, all of it escaped.
//! Not here: which lines a record has, see [`super::record`].

use std::fmt::Display;

/// A line of a record, read back: its name and its fields.
pub type Fields = (String, Vec<(String, String)>);

/// A line on its way into a record.
pub(super) struct Line {
    name: &'static str,
    fields: Vec<(&'static str, String)>,
}

impl Line {
    pub(super) fn new(name: &'static str) -> Self {
        Self { name, fields: Vec::new() }
    }

    /// A field.
    pub(super) fn with(self, key: &'static str, held: impl Display) -> Self {
        self.or_blank(key, Some(held))
    }

    /// A field that is left out where it holds nothing, so that one that is added to the format
    /// later changes no record without it.
    pub(super) fn or_blank(mut self, key: &'static str, held: Option<impl Display>) -> Self {
        if let Some(held) = held {
            self.fields.push((key, held.to_string()));
        }
        self
    }

    pub(super) fn written(mut self) -> String {
        self.fields.sort_by_key(|(key, _)| *key);
        let mut text = self.name.to_owned();
        for (key, held) in &self.fields {
            text.push('\t');
            text.push_str(key);
            text.push('=');
            escape(held, &mut text);
        }
        text
    }
}

fn escape(held: &str, text: &mut String) {
    for letter in held.chars() {
        match letter {
            '\\' => text.push_str("\\\\"),
            '\t' => text.push_str("\\t"),
            '\n' => text.push_str("\\n"),
            '\r' => text.push_str("\\r"),
            other => text.push(other),
        }
    }
}

fn unescaped(held: &str) -> String {
    let mut text = String::with_capacity(held.len());
    let mut letters = held.chars();
    while let Some(letter) = letters.next() {
        match (letter, letter == '\\') {
            (_, true) => match letters.next() {
                Some('t') => text.push('\t'),
                Some('n') => text.push('\n'),
                Some('r') => text.push('\r'),
                Some(other) => text.push(other),
                None => {}
            },
            (plain, false) => text.push(plain),
        }
    }
    text
}

/// Reads the lines of a record, in their order: what a program that shows it needs.
///
/// ```
/// let lines = traguardo::round::read_lines("traguardo-round\tversion=1\nlevel\tn=1\tname=a\\tb\n");
/// assert_eq!(lines[1], ("level".into(), vec![("n".into(), "1".into()), ("name".into(), "a\tb".into())]));
/// ```
#[must_use]
pub fn read_lines(record: &str) -> Vec<Fields> {
    let field = |field: &str| {
        let (key, held) = field.split_once('=').unwrap_or((field, ""));
        (key.to_owned(), unescaped(held))
    };
    let line = |line: &str| {
        let mut parts = line.split('\t');
        let name = parts.next().unwrap_or_default().to_owned();
        (name, parts.map(field).collect())
    };
    record.lines().map(line).collect()
}
