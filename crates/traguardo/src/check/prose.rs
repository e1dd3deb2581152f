//! Dates and numbers inside free text: where each stands, and what it is.
//! Not here: target phrases, which have a language of their own ([`crate::target::phrase`]).

use std::ops::Range;

use crate::period::{Date, DateFault, parse_date};

/// The months as they are written out.
const MONTHS: [&str; 12] = [
    "gennaio",
    "febbraio",
    "marzo",
    "aprile",
    "maggio",
    "giugno",
    "luglio",
    "agosto",
    "settembre",
    "ottobre",
    "novembre",
    "dicembre",
];

/// A date found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    /// Where it stands, in bytes.
    pub(super) range: Range<usize>,
    /// The day; `None` where no calendar holds it.
    pub(super) date: Option<Date>,
}

/// A word of a text, with where it stands, in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word<'a> {
    pub(super) text: &'a str,
    pub(super) start: usize,
}

impl Word<'_> {
    pub(super) fn end(&self) -> usize {
        self.start + self.text.len()
    }
}

/// The words of a text: what stands between blanks and brackets, without the punctuation around.
pub(super) fn words(text: &str) -> Vec<Word<'_>> {
    let outside = |c: char| c.is_whitespace() || matches!(c, '(' | ')' | '«' | '»' | '"' | ';');
    let mut found = Vec::new();
    for piece in text.split(outside) {
        let trimmed = piece.trim_matches([',', '.', ':', '!', '?', '\'', '’']);
        if !trimmed.is_empty() {
            let start = trimmed.as_ptr() as usize - text.as_ptr() as usize;
            found.push(Word { text: trimmed, start });
        }
    }
    found
}

/// The dates of a text, in figures (`26/07/2018`) and in words (`26 luglio 2018`).
pub(super) fn dates(text: &str) -> Vec<Found> {
    // Few texts hold a year at all.
    if !text.as_bytes().windows(4).any(|four| four.iter().all(u8::is_ascii_digit)) {
        return Vec::new();
    }
    let words = words(text);
    let mut found = Vec::new();
    for (at, word) in words.iter().enumerate() {
        match parse_date(word.text) {
            Ok(date) => found.push(Found { range: word.start..word.end(), date: Some(date) }),
            Err(DateFault::Impossible) => {
                found.push(Found { range: word.start..word.end(), date: None });
            }
            Err(DateFault::NotADate) => found.extend(date_in_words(&words[at..])),
        }
    }
    found
}

fn date_in_words(words: &[Word<'_>]) -> Option<Found> {
    let [day, month, year, ..] = words else { return None };
    let number = MONTHS.iter().position(|name| month.text.eq_ignore_ascii_case(name))?;
    let day_number: i8 = day.text.trim_end_matches(['°', 'º']).parse().ok()?;
    let year_number: i16 = year.text.parse().ok().filter(|_| year.text.len() == 4)?;
    let month_number = i8::try_from(number + 1).ok()?;
    let date = Date::new(year_number, month_number, day_number).ok();
    Some(Found { range: day.start..year.end(), date })
}

/// A text so that two spellings of the same words are equal: small letters, one blank between
/// words, no punctuation.
pub(super) fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut apart = false;
    let mut add = |letter: char| {
        if letter.is_alphanumeric() || letter == '%' || letter == '€' {
            if apart && !plain.is_empty() {
                plain.push(' ');
            }
            apart = false;
            plain.push(letter);
        } else {
            apart = true;
        }
    };
    for letter in text.chars() {
        match letter {
            // Most letters: the tables of all capitals need not be looked up.
            '\0'..='\x7f' => add(letter.to_ascii_lowercase()),
            _ => letter.to_lowercase().for_each(&mut add),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_found_in_figures_and_in_words() {
        let text = "Giunta n. 97 del 26 luglio 2018, (34.04.2021), entro il 1/3/2020.";
        let found: Vec<String> = dates(text)
            .into_iter()
            .map(|f| format!("{} {:?}", &text[f.range], f.date.map(|d| d.to_string())))
            .collect();
        assert_eq!(
            found,
            [
                "26 luglio 2018 Some(\"2018-07-26\")",
                "34.04.2021 None",
                "1/3/2020 Some(\"2020-03-01\")"
            ]
        );
        assert!(dates("D.Lgs. 150/2009 art. 10, nel 2021").is_empty());
    }

    #[test]
    fn punctuation_and_capitals_do_not_tell_names_apart() {
        assert_eq!(plain("  Imprese  (totale) "), plain("imprese totale"));
        assert_eq!(plain("N. visite / N. imprese"), "n visite n imprese");
    }
}
