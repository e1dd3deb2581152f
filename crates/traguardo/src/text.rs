//! Words that users read: Fluent texts in Italian and English, shared by every surface.
//! Not here: any word of a plan itself, which is the body's and stays as written.

mod target;

use std::borrow::Cow;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::issue::{Issue, Layout, Place};
use crate::number;
use crate::period::Date;
use crate::score::Actual;

/// A language of the texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Lang {
    /// Italian, the first language of every surface.
    #[default]
    It,
    /// English.
    En,
}

/// Something that a text is completed with.
#[derive(Debug, Clone, PartialEq)]
pub enum Arg<'a> {
    /// A text, as it is.
    Text(Cow<'a, str>),
    /// A count, which chooses singular or plural.
    Count(i64),
    /// A day, written in words in the language of the text.
    Day(Date),
    /// Another text, by its name.
    Named(&'static str),
}

/// A sentence before it has a language: the name of a text with what completes it.
#[derive(Debug, Clone, PartialEq)]
pub struct Sentence {
    /// The name of the text.
    pub key: &'static str,
    /// What completes it.
    pub args: Vec<(&'static str, Arg<'static>)>,
}

/// The texts of one language.
pub struct Texts {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
}

static ITALIAN: LazyLock<Texts> = LazyLock::new(|| Texts::load(Lang::It));
static ENGLISH: LazyLock<Texts> = LazyLock::new(|| Texts::load(Lang::En));

/// The files of a language: one a subject, the same in all languages.
macro_rules! sources {
    ($lang:literal) => {
        sources!(
            $lang:
            "common",
            "issues",
            "explain",
            "pasted",
            "cli",
            "pages",
            "store",
            "views",
            "upload",
            "difference",
            "revision",
            "audit",
            "targets",
            "checks",
            "access",
            "card",
            "collection",
            "operation",
            "round",
            "desk",
            "proposal",
            "reminder",
            "rules",
            "story",
            "next_year",
            "draft"
        )
    };
    ($lang:literal: $($file:literal),*) => {
        &[$(include_str!(concat!("../text/", $lang, "/", $file, ".ftl"))),*]
    };
}

const ITALIAN_SOURCES: &[&str] = sources!("it");
const ENGLISH_SOURCES: &[&str] = sources!("en");

impl Lang {
    /// Its two-letter code.
    ///
    /// ```
    /// assert_eq!(traguardo::text::Lang::It.code(), "it");
    /// ```
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::It => "it",
            Self::En => "en",
        }
    }

    /// The language of a two-letter code, if it is one of ours.
    ///
    /// ```
    /// use traguardo::text::Lang;
    /// assert_eq!((Lang::of("en"), Lang::of("fr")), (Some(Lang::En), None));
    /// ```
    #[must_use]
    pub fn of(code: &str) -> Option<Self> {
        match code {
            "it" => Some(Self::It),
            "en" => Some(Self::En),
            _ => None,
        }
    }
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl From<usize> for Arg<'_> {
    fn from(count: usize) -> Self {
        Self::Count(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

impl From<i64> for Arg<'_> {
    fn from(count: i64) -> Self {
        Self::Count(count)
    }
}

impl From<Date> for Arg<'_> {
    fn from(day: Date) -> Self {
        Self::Day(day)
    }
}

impl Sentence {
    /// A sentence without anything to complete it.
    ///
    /// ```
    /// use traguardo::text::{Lang, Sentence, Texts};
    /// let sentence = Sentence::new("cause-no-reading");
    /// assert_eq!(Texts::of(Lang::It).sentence(&sentence), "non c'è una rilevazione");
    /// ```
    #[must_use]
    pub fn new(key: &'static str) -> Self {
        Self { key, args: Vec::new() }
    }

    /// The same sentence with one more thing to complete it.
    ///
    /// ```
    /// let sentence = traguardo::text::Sentence::new("place-row").with("row", "12".to_owned());
    /// assert_eq!(sentence.args.len(), 1);
    /// ```
    #[must_use]
    pub fn with(mut self, name: &'static str, arg: impl Into<Arg<'static>>) -> Self {
        self.args.push((name, arg.into()));
        self
    }
}

impl Texts {
    /// The texts of a language, loaded once.
    ///
    /// ```
    /// use traguardo::text::{Lang, Texts};
    /// assert_eq!(Texts::of(Lang::En).lang(), Lang::En);
    /// ```
    #[must_use]
    pub fn of(lang: Lang) -> &'static Self {
        match lang {
            Lang::It => &ITALIAN,
            Lang::En => &ENGLISH,
        }
    }

    fn load(lang: Lang) -> Self {
        let sources = match lang {
            Lang::It => ITALIAN_SOURCES,
            Lang::En => ENGLISH_SOURCES,
        };
        let id: LanguageIdentifier = lang.code().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        // Marks around completions would show up in terminals and in copied text.
        bundle.set_use_isolating(false);
        for source in sources {
            // What cannot be read is left out; the tests see to it that nothing is.
            let resource = FluentResource::try_new((*source).to_owned());
            bundle.add_resource_overriding(resource.unwrap_or_else(|(partial, _)| partial));
        }
        Self { lang, bundle }
    }

    /// The language of these texts.
    ///
    /// ```
    /// use traguardo::text::{Lang, Texts};
    /// assert_eq!(Texts::of(Lang::It).lang(), Lang::It);
    /// ```
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// A text, completed. A name that nobody wrote a text for comes back as it is.
    ///
    /// ```
    /// use traguardo::text::{Lang, Texts};
    /// let texts = Texts::of(Lang::It);
    /// assert_eq!(texts.say("place-row", &[("row", "12".into())]), "riga 12");
    /// assert_eq!(texts.say("nobody-wrote-this", &[]), "nobody-wrote-this");
    /// ```
    #[must_use]
    pub fn say(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            return key.to_owned();
        };
        let mut fluent = FluentArgs::with_capacity(args.len());
        for (name, arg) in args {
            let completed: FluentValue<'_> = match arg {
                Arg::Text(text) => FluentValue::from(text.as_ref()),
                Arg::Count(count) => FluentValue::from(*count),
                Arg::Day(day) => FluentValue::from(self.day(*day)),
                Arg::Named(key) => FluentValue::from(self.say(key, &[])),
            };
            fluent.set(*name, completed);
        }
        self.bundle.format_pattern(pattern, Some(&fluent), &mut Vec::new()).into_owned()
    }

    /// A sentence in this language.
    ///
    /// ```
    /// use traguardo::text::{Lang, Sentence, Texts};
    /// let row = Sentence::new("place-row").with("row", "3".to_owned());
    /// assert_eq!(Texts::of(Lang::En).sentence(&row), "row 3");
    /// ```
    #[must_use]
    pub fn sentence(&self, sentence: &Sentence) -> String {
        self.say(sentence.key, &sentence.args)
    }

    /// A day in words: 30 giugno 2020, 30 June 2020.
    ///
    /// ```
    /// use traguardo::{period::parse_date, text::{Lang, Texts}};
    /// let day = parse_date("01/06/2020").unwrap();
    /// assert_eq!(Texts::of(Lang::It).day(day), "1° giugno 2020");
    /// assert_eq!(Texts::of(Lang::En).day(day), "1 June 2020");
    /// ```
    #[must_use]
    pub fn day(&self, day: Date) -> String {
        let month = self.say(&format!("month-{}", day.month()), &[]);
        let number = match (self.lang, day.day()) {
            (Lang::It, 1) => "1°".to_owned(),
            (_, number) => number.to_string(),
        };
        format!("{number} {month} {}", day.year())
    }

    /// An actual as an office writes it, computed ones with at most six decimals.
    ///
    /// ```
    /// use traguardo::{number::parse, score::Actual, text::{Lang, Texts}};
    /// let days = Actual::Number(parse("1234,5").unwrap());
    /// assert_eq!(Texts::of(Lang::It).actual(days), "1.234,5");
    /// assert_eq!(Texts::of(Lang::It).actual(Actual::YesNo(true)), "sì");
    /// ```
    #[must_use]
    pub fn actual(&self, actual: Actual) -> String {
        match actual {
            Actual::Number(number) => number::format(number.round_dp(number::DECIMALS_WRITTEN)),
            Actual::Date(date) => date.strftime("%d/%m/%Y").to_string(),
            Actual::YesNo(true) => self.say("word-yes", &[]),
            Actual::YesNo(false) => self.say("word-no", &[]),
            Actual::NotAvailable => self.say("outcome-missing", &[]),
        }
    }

    /// The sentence of an issue: what is wrong and how to mend it.
    ///
    /// ```
    /// use traguardo::issue::{kinds, Issue, Place, Table};
    /// use traguardo::text::{Lang, Texts};
    /// let issue = Issue::new(&kinds::WEIGHT_NEGATIVE, Place::table(Table::Plan)).with("found", "-5");
    /// assert!(Texts::of(Lang::It).issue(&issue).contains("-5"));
    /// ```
    #[must_use]
    pub fn issue(&self, issue: &Issue) -> String {
        let place = &issue.place;
        let row = place.row.map(|row| row.to_string()).unwrap_or_default();
        let mut args: Vec<(&str, Arg<'_>)> = vec![
            ("code", place.code.as_deref().unwrap_or_default().into()),
            ("column", place.column.as_deref().unwrap_or_default().into()),
            ("row", row.into()),
        ];
        args.extend(issue.params.iter().map(|(name, text)| (*name, text.as_str().into())));
        self.say(&format!("issue-{}", issue.kind.name), &args)
    }

    /// Where an issue is, as its author would look for it: `piano.csv, riga 12, colonna «peso»`.
    ///
    /// ```
    /// use traguardo::issue::{Layout, Place, Table};
    /// use traguardo::text::{Lang, Texts};
    /// let place = Place::table(Table::Plan).row(12).column("peso");
    /// let texts = Texts::of(Lang::It);
    /// assert_eq!(texts.place(&place, &Layout::Folder), "piano.csv, riga 12, colonna «peso»");
    /// ```
    #[must_use]
    pub fn place(&self, place: &Place, layout: &Layout) -> String {
        let mut parts: Vec<String> = place.file(layout).map(String::from).into_iter().collect();
        if let Some(sheet) = place.sheet(layout) {
            parts.push(self.say("place-sheet", &[("sheet", sheet.into())]));
        }
        if let (Some(row), true) = (place.row, *layout != Layout::Stored) {
            parts.push(self.say("place-row", &[("row", row.to_string().into())]));
        }
        if let (None, Some(code)) = (place.row, place.code.as_deref()) {
            parts.push(self.say("place-code", &[("code", code.into())]));
        }
        if let Some(column) = place.column.as_deref() {
            parts.push(self.say("place-column", &[("column", column.into())]));
        }
        parts.join(", ")
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use fluent_bundle::FluentResource;

    use super::*;
    use crate::issue::{Place, Table, kinds};

    /// The names of the texts of a language, with the names of what completes each.
    fn texts(sources: &[&str]) -> BTreeMap<String, BTreeSet<String>> {
        let mut found = BTreeMap::new();
        for source in sources {
            let resource = FluentResource::try_new((*source).to_owned())
                .unwrap_or_else(|(_, errors)| panic!("{errors:?} in {source}"));
            drop(resource);
            let mut current = String::new();
            for line in source.lines().filter(|line| !line.starts_with('#')) {
                if let Some((name, _)) = line.split_once(" =").filter(|(name, _)| {
                    name.starts_with(|c: char| c.is_ascii_lowercase() || c == '-')
                        && !name.contains(' ')
                }) {
                    current = name.to_owned();
                    let twice = found.insert(current.clone(), BTreeSet::new());
                    assert!(twice.is_none(), "{current} is written twice");
                }
                for piece in line.split('$').skip(1) {
                    let name = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
                    let variable: String = piece.chars().take_while(name).collect();
                    // What only chooses a form may choose in one language and not in the other.
                    if piece[variable.len()..].trim_start().starts_with("->") {
                        continue;
                    }
                    found.get_mut(&current).unwrap().insert(variable);
                }
            }
        }
        found
    }

    #[test]
    fn every_text_stands_in_both_languages_with_the_same_completions() {
        let (italian, english) = (texts(ITALIAN_SOURCES), texts(ENGLISH_SOURCES));
        for (name, variables) in &italian {
            let other = english.get(name).unwrap_or_else(|| panic!("{name} is not in English"));
            assert_eq!(variables, other, "{name}");
        }
        assert_eq!(italian.len(), english.len());
    }

    #[test]
    fn every_issue_has_its_sentence() {
        let italian = texts(ITALIAN_SOURCES);
        for kind in kinds::ALL {
            assert!(italian.contains_key(&format!("issue-{}", kind.name)), "{}", kind.name);
        }
    }

    #[test]
    fn of_two_in_a_stored_plan_no_row_is_named() {
        for kind in [
            &kinds::NODE_TWICE,
            &kinds::INDICATOR_TWICE,
            &kinds::INDICATOR_TARGETS_DIFFER,
            &kinds::INDICATORS_SAME_RATIO,
            &kinds::INDICATOR_NAME_TWICE,
            &kinds::NODE_TITLE_TWICE,
            &kinds::READING_NOT_SUPERSEDING,
        ] {
            for lang in [Lang::It, Lang::En] {
                let said = |row| {
                    let issue = Issue::new(kind, Place::table(Table::Plan)).first_in(row);
                    let names = ["found", "expected", "other", "parent", "count"];
                    let issue = names.into_iter().fold(issue, |issue, name| issue.with(name, "x"));
                    Texts::of(lang).issue(&issue)
                };
                assert!(said(7).contains('7'), "{}", said(7));
                for odd in ["0", "none", "riga «", "  ", "{", "« "] {
                    assert!(!said(0).contains(odd), "{}", said(0));
                }
            }
        }
    }
}
