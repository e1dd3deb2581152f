//! What somebody typed into the row of a reading, understood: a number, a quotient, a day, yes or
//! no, a judgement, or that there is none.
//! Not here: whole files, which have columns of their own for each.

use super::Asks;
use crate::number::{self, Decimal, NumberFault};
use crate::period::{DateFault, parse_date};
use crate::quantity::Quantity;
use crate::reading::Observed;
use crate::text::Sentence;

/// The cells of a row, as typed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Typed<'a> {
    /// What was observed.
    pub actual: &'a str,
    /// Above the line.
    pub numerator: &'a str,
    /// Below the line.
    pub denominator: &'a str,
}

/// Why what was typed cannot be recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TypedFault {
    /// Nothing was typed.
    #[error("nothing was typed")]
    Blank,
    /// It is no number.
    #[error("not a number")]
    NotANumber,
    /// It could be two numbers (`1.23`).
    #[error("an ambiguous number")]
    Ambiguous,
    /// It has too many digits.
    #[error("a number that is too long")]
    TooLong,
    /// It is no day.
    #[error("not a day")]
    NotADay,
    /// No calendar has that day.
    #[error("no such day")]
    NoSuchDay,
    /// It is neither yes nor no.
    #[error("neither yes nor no")]
    NotYesNo,
    /// It is no judgement from 0 to 100.
    #[error("not a judgement from 0 to 100")]
    NotAJudgement,
    /// One of numerator and denominator is missing.
    #[error("half a quotient")]
    HalfQuotient,
    /// The denominator is 0.
    #[error("the denominator is 0")]
    DenominatorZero,
}

impl Typed<'_> {
    /// Whether nothing was typed.
    ///
    /// ```
    /// use traguardo::collection::Typed;
    /// assert!(Typed { actual: " ", ..Typed::default() }.is_blank());
    /// ```
    #[must_use]
    pub fn is_blank(&self) -> bool {
        [self.actual, self.numerator, self.denominator].iter().all(|cell| cell.trim().is_empty())
    }

    /// What was observed. A day without a year is of the year given; `N/D` stands in any cell.
    ///
    /// # Errors
    /// Why it cannot be recorded, of which [`TypedFault::sentence`] says how to mend it.
    ///
    /// ```
    /// use traguardo::collection::{Asks, Typed, TypedFault};
    /// use traguardo::reading::Observed;
    /// let read = |asks, actual| Typed { actual, ..Typed::default() }.read(asks, 2020);
    /// assert!(matches!(read(Asks::Number, "1.234,5"), Ok(Observed::Number(_))));
    /// assert!(matches!(read(Asks::Number, "12/48"), Ok(Observed::Quotient { .. })));
    /// assert_eq!(read(Asks::Number, "n.d."), Ok(Observed::NotAvailable));
    /// assert_eq!(read(Asks::YesNo, "sì"), Ok(Observed::YesNo(true)));
    /// let day = traguardo::period::parse_date("30/04/2020").unwrap();
    /// assert_eq!(read(Asks::Day, "30/4"), Ok(Observed::Done(day)));
    /// assert_eq!(read(Asks::Judgement, "101"), Err(TypedFault::NotAJudgement));
    /// ```
    pub fn read(&self, asks: Asks, year: i16) -> Result<Observed, TypedFault> {
        let actual = self.actual.trim();
        let cells = [actual, self.numerator.trim(), self.denominator.trim()];
        if self.is_blank() {
            return Err(TypedFault::Blank);
        }
        if cells.iter().all(|cell| cell.is_empty() || is_not_available(cell)) {
            return Ok(Observed::NotAvailable);
        }
        match asks {
            Asks::Day => day_or_no(actual, year),
            Asks::YesNo => yes_no(actual).map(Observed::YesNo).or_else(|fault| {
                // Whoever knows the day may say it.
                day(actual, year).map(Observed::Done).map_err(|_| fault)
            }),
            Asks::Judgement => judgement(actual),
            Asks::Number | Asks::Quotient => number_or_quotient(cells),
        }
    }
}

impl TypedFault {
    /// What is wrong and how to mend it, before it has a language.
    ///
    /// ```
    /// use traguardo::collection::TypedFault;
    /// use traguardo::text::{Lang, Texts};
    /// let said = Texts::of(Lang::It).sentence(&TypedFault::Ambiguous.sentence("1.23"));
    /// assert!(said.contains("1.23"));
    /// ```
    #[must_use]
    pub fn sentence(self, found: &str) -> Sentence {
        let key = match self {
            Self::Blank => "typed-blank",
            Self::NotANumber => "typed-not-a-number",
            Self::Ambiguous => "typed-ambiguous",
            Self::TooLong => "typed-too-long",
            Self::NotADay => "typed-not-a-day",
            Self::NoSuchDay => "typed-no-such-day",
            Self::NotYesNo => "typed-not-yes-no",
            Self::NotAJudgement => "typed-not-a-judgement",
            Self::HalfQuotient => "typed-half-quotient",
            Self::DenominatorZero => "typed-denominator-zero",
        };
        let shown: String = found.trim().chars().take(40).collect();
        Sentence::new(key).with("found", shown)
    }
}

/// Whether a text declares that there is no figure: `N/D`, `n.d.`, `ND`.
fn is_not_available(text: &str) -> bool {
    let letters = text.bytes().filter(|byte| !matches!(byte, b'.' | b'/' | b' '));
    text.len() <= 8 && letters.map(|byte| byte.to_ascii_lowercase()).eq(*b"nd")
}

fn yes_no(text: &str) -> Result<bool, TypedFault> {
    match text.to_lowercase().as_str() {
        "sì" | "si" | "s" | "sí" | "yes" | "y" => Ok(true),
        "no" | "n" => Ok(false),
        _ => Err(TypedFault::NotYesNo),
    }
}

/// A deadline is met on a day; that it is not met yet is all there is to say before.
fn day_or_no(text: &str, year: i16) -> Result<Observed, TypedFault> {
    if yes_no(text) == Ok(false) {
        return Ok(Observed::YesNo(false));
    }
    day(text, year).map(Observed::Done)
}

fn day(text: &str, year: i16) -> Result<crate::period::Date, TypedFault> {
    let fault = |fault| match fault {
        DateFault::Impossible => TypedFault::NoSuchDay,
        DateFault::NotADate => TypedFault::NotADay,
    };
    parse_date(text).or_else(|first| {
        let separator = text.chars().find(|c| matches!(c, '/' | '.' | '-')).ok_or(fault(first))?;
        let short = text.trim_end_matches(separator);
        if short.matches(separator).count() != 1 {
            return Err(fault(first));
        }
        parse_date(&format!("{short}{separator}{year}")).map_err(fault)
    })
}

fn judgement(text: &str) -> Result<Observed, TypedFault> {
    let mark = number::parse(text).map_err(|_| TypedFault::NotAJudgement)?;
    if mark < Decimal::ZERO || mark > Decimal::ONE_HUNDRED {
        return Err(TypedFault::NotAJudgement);
    }
    Ok(Observed::Judgement(mark))
}

fn number_or_quotient([actual, above, below]: [&str; 3]) -> Result<Observed, TypedFault> {
    let (above, below, stated) = match actual.split_once('/') {
        Some((above, below)) => (above.trim(), below.trim(), ""),
        None => (above, below, actual),
    };
    if above.is_empty() && below.is_empty() {
        return Quantity::parse(stated).map(Observed::Number).map_err(of_number);
    }
    if above.is_empty() || below.is_empty() {
        return Err(TypedFault::HalfQuotient);
    }
    let numerator = number::parse(above).map_err(of_number)?;
    let denominator = number::parse(below).map_err(of_number)?;
    if denominator.is_zero() {
        return Err(TypedFault::DenominatorZero);
    }
    let stated = match stated {
        "" => None,
        written => Some(Quantity::parse(written).map_err(of_number)?),
    };
    Ok(Observed::Quotient { numerator, denominator, stated })
}

fn of_number(fault: NumberFault) -> TypedFault {
    match fault {
        NumberFault::NotANumber => TypedFault::NotANumber,
        NumberFault::Ambiguous => TypedFault::Ambiguous,
        NumberFault::TooLong => TypedFault::TooLong,
    }
}
