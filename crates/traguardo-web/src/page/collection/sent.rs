//! The rows of a form: `3.valore`, `3.nota`, each with what it held when the page was made.
//! Not here: what they mean.

use std::collections::BTreeMap;

use traguardo::collection::Typed;
use traguardo::period::{Date, parse_date};

/// The most rows of a form: as many as the largest of plans have.
const ROWS: usize = 5000;
/// The most characters of a cell; a longer one is cut, so that nothing grows beyond measure.
const CELL: usize = 4000;

/// A row as it was sent.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SentRow {
    /// The code of the indicator.
    pub indicator: String,
    /// The part of its target.
    pub part: Option<u32>,
    /// The checkpoint.
    pub checkpoint: Option<Date>,
    /// The position of the reading of that very day that the page showed.
    pub seen: Option<usize>,
    /// The key of the save.
    pub key: String,
    /// What was observed.
    pub actual: String,
    /// Above the line.
    pub numerator: String,
    /// Below the line.
    pub denominator: String,
    /// The note.
    pub note: String,
    /// Why it corrects what was checked.
    pub reason: String,
    /// What the cells held: actual, numerator, denominator.
    pub was: [String; 3],
    /// What the note held.
    pub note_was: String,
}

impl SentRow {
    /// Whether anything was changed.
    #[must_use]
    pub fn is_touched(&self) -> bool {
        self.is_figure_touched() || same_line(&self.note) != same_line(&self.note_was)
    }

    /// Whether the figure was changed, and not only the note.
    #[must_use]
    pub fn is_figure_touched(&self) -> bool {
        let cells = [&self.actual, &self.numerator, &self.denominator];
        cells.into_iter().zip(&self.was).any(|(now, was)| now.trim() != was.trim())
    }

    /// What was typed.
    #[must_use]
    pub fn typed(&self) -> Typed<'_> {
        let Self { actual, numerator, denominator, .. } = self;
        Typed { actual, numerator, denominator }
    }

    /// What was typed, in one piece, to be shown.
    #[must_use]
    pub fn figure(&self) -> String {
        let cells = [&self.actual, &self.numerator, &self.denominator];
        let filled = cells.into_iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty());
        filled.collect::<Vec<_>>().join(" / ")
    }
}

/// The rows of a form, in their order.
#[must_use]
pub fn rows(fields: &[(String, String)]) -> Vec<SentRow> {
    let mut rows: BTreeMap<usize, SentRow> = BTreeMap::new();
    for (name, text) in fields {
        let Some((number, name)) = name.split_once('.') else { continue };
        let Some(number) = number.parse().ok().filter(|number| *number < ROWS) else { continue };
        put(rows.entry(number).or_default(), name, text.chars().take(CELL).collect());
    }
    rows.into_values().filter(|row| !row.indicator.is_empty()).collect()
}

fn put(row: &mut SentRow, name: &str, text: String) {
    match name {
        "indicatore" => row.indicator = text,
        "parte" => row.part = text.parse().ok(),
        "verifica" => row.checkpoint = parse_date(&text).ok(),
        "visto" => row.seen = text.parse().ok(),
        "chiave" => row.key = text,
        "valore" => row.actual = text,
        "numeratore" => row.numerator = text,
        "denominatore" => row.denominator = text,
        "nota" => row.note = text,
        "motivo" => row.reason = text,
        "valore-era" => row.was[0] = text,
        "numeratore-era" => row.was[1] = text,
        "denominatore-era" => row.was[2] = text,
        "nota-era" => row.note_was = text,
        _ => {}
    }
}

/// A text without what a form does to the ends of its lines.
fn same_line(text: &str) -> String {
    text.replace("\r\n", "\n").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(fields: &[(&str, &str)]) -> Vec<SentRow> {
        let owned = fields.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned()));
        rows(&owned.collect::<Vec<_>>())
    }

    #[test]
    fn fields_become_rows_and_what_is_no_row_is_left_out() {
        let rows = sent(&[
            ("gettone", "x"),
            ("1.indicatore", "PART"),
            ("1.valore", "143"),
            ("0.indicatore", "EXPORT"),
            ("0.parte", "2"),
            ("0.verifica", "2020-06-30"),
            ("0.visto", ""),
            ("7.valore", "nobody's"),
            ("99999999.indicatore", "too many"),
        ]);
        let named: Vec<&str> = rows.iter().map(|row| row.indicator.as_str()).collect();
        assert_eq!(named, ["EXPORT", "PART"]);
        assert_eq!((rows[0].part, rows[0].seen), (Some(2), None));
        assert!(rows[0].checkpoint.is_some() && !rows[0].is_touched() && rows[1].is_touched());
    }

    #[test]
    fn only_what_differs_from_what_the_page_showed_is_touched() {
        let row = |note: &str, was: &str| {
            sent(&[("0.indicatore", "A"), ("0.nota", note), ("0.nota-era", was)]).remove(0)
        };
        assert!(!row("una\r\ndue ", "una\ndue").is_touched());
        assert!(row("una", "").is_touched() && !row("una", "").is_figure_touched());
    }
}
