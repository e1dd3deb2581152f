//! What a cell becomes in a spreadsheet: a number or a day where it reads back as the very same
//! text, else a text. Not here: the cells of the scores.

use rust_xlsxwriter::ExcelDateTime;
use traguardo::issue::Table as Name;
use traguardo::number::{self, Decimal};
use traguardo::period::{Date, parse_date};

/// Digits that a spreadsheet keeps of a number.
const DIGITS: usize = 15;

/// A cell on its way into a sheet.
pub(super) enum Cell<'a> {
    Blank,
    Text(&'a str),
    Number { number: f64, format: String },
    Day(ExcelDateTime),
}

impl<'a> Cell<'a> {
    /// A cell of a column. Text that begins like a formula is text here as everywhere.
    pub(super) fn of(table: Name, column: &str, text: &'a str) -> Self {
        if text.is_empty() {
            return Self::Blank;
        }
        match (table, column) {
            (
                Name::Plan,
                "peso" | "quota_indicatori" | "quota_obiettivi" | "complessita" | "capacita"
                | "innovazione",
            )
            | (Name::Readings, "valore" | "numeratore" | "denominatore" | "giudizio" | "parte")
            | (Name::Rules, "valore") => Self::number(text),
            (Name::Readings, "data" | "fatto_il")
            | (Name::Events, "data")
            | (Name::Answers, "il") => Self::day(text),
            _ => Self::Text(text),
        }
    }

    fn number(text: &'a str) -> Self {
        let exact = number::parse(text).ok().filter(|number| {
            let plain = number.to_string().replace('.', ",");
            (plain == text || number::format(*number) == text)
                && plain.bytes().filter(u8::is_ascii_digit).count() <= DIGITS
                && !(number.is_zero() && plain.starts_with('-'))
        });
        let number = exact.and_then(|number| Some((number, float(number)?)));
        number.map_or(Self::Text(text), |(decimal, number)| Self::Number {
            number,
            format: format_of(decimal.scale()),
        })
    }

    fn day(text: &'a str) -> Self {
        let day = parse_date(text).ok().filter(|day| day.to_string() == text);
        day.and_then(excel_day).map_or(Self::Text(text), Self::Day)
    }
}

/// Whether a column holds what names a row: it is protected.
pub(super) fn is_code(table: Name, column: &str) -> bool {
    matches!(
        (table, column),
        (Name::Plan | Name::Offices | Name::Answers, "codice")
            | (Name::Readings, "indicatore")
            | (Name::Body | Name::Rules, "chiave")
            | (Name::Events, "evento")
    )
}

/// The format of a number with so many decimals: a spreadsheet in Italian shows `1.234,50`.
pub(super) fn format_of(decimals: u32) -> String {
    let zeros = "0".repeat(usize::try_from(decimals).unwrap_or(0));
    if zeros.is_empty() { "#,##0".to_owned() } else { format!("#,##0.{zeros}") }
}

/// The number as a spreadsheet stores it; within 15 digits it is the very same.
pub(super) fn float(number: Decimal) -> Option<f64> {
    number.to_string().parse().ok()
}

/// Days before March 1900 are counted in two ways, so they stay texts.
fn excel_day(day: Date) -> Option<ExcelDateTime> {
    let year = u16::try_from(day.year()).ok().filter(|year| *year > 1900)?;
    let (month, day) = (u8::try_from(day.month()).ok()?, u8::try_from(day.day()).ok()?);
    ExcelDateTime::from_ymd(year, month, day).ok()
}
