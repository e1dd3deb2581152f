//! The words of the pages in one language, with those for bands and levels.
//! Not here: the words themselves, which stand in the Fluent files of the core.

use traguardo::period::{Date, DateTime};
use traguardo::text::{Arg, Lang, Texts};

/// The texts of one language.
#[derive(Clone, Copy)]
pub struct Words {
    /// The texts.
    pub texts: &'static Texts,
}

impl Words {
    /// The words of a language.
    #[must_use]
    pub fn of(lang: Lang) -> Self {
        Self { texts: Texts::of(lang) }
    }

    /// The language.
    #[must_use]
    pub fn lang(self) -> Lang {
        self.texts.lang()
    }

    /// A text without anything to complete it.
    #[must_use]
    pub fn say(self, key: &str) -> String {
        self.texts.say(key, &[])
    }

    /// A text, completed.
    #[must_use]
    pub fn tell(self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.texts.say(key, args)
    }

    /// A date at the beginning of a sentence: `Al 30 giugno 2020`, `All'8 maggio 2020`.
    #[must_use]
    pub fn at(self, date: Date) -> String {
        self.tell("page-at", &[("day", i64::from(date.day()).into()), ("date", date.into())])
    }

    /// The word of a band: a datum of the body, of which only the usual ones have a translation.
    #[must_use]
    pub fn band(self, name: &str) -> String {
        self.known("band", name).unwrap_or_else(|| name.to_owned())
    }

    /// The name of a level.
    #[must_use]
    pub fn level(self, name: &str) -> String {
        self.known("level", name).unwrap_or_else(|| name.to_owned())
    }

    /// The name of a level, for many of it.
    #[must_use]
    pub fn levels(self, name: &str) -> String {
        let many = self.known("levels", name);
        many.unwrap_or_else(|| self.tell("levels-other", &[("level", name.into())]))
    }

    fn known(self, prefix: &str, name: &str) -> Option<String> {
        let plain = |c: char| if c.is_ascii_alphanumeric() { c } else { '-' };
        let slug: String = name.trim().to_lowercase().chars().map(plain).collect();
        let key = format!("{prefix}-{slug}");
        Some(self.say(&key)).filter(|text| *text != key)
    }
}

/// A date in digits, as tables have it: `30/06/2020`.
#[must_use]
pub fn digits(date: Date) -> String {
    format!("{:02}/{:02}/{}", date.day(), date.month(), date.year())
}

/// The time of a moment in digits: `09:30`.
#[must_use]
pub fn time(at: DateTime) -> String {
    at.strftime("%H:%M").to_string()
}

/// A moment in digits: `10/07/2020 09:30`.
#[must_use]
pub fn moment(at: DateTime) -> String {
    format!("{} {}", digits(at.date()), time(at))
}

/// The same text with its first letter as a capital.
#[must_use]
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
