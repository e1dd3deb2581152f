//! The language of targets: a phrase as people write it → its normal form or a question.
//! Not here: what the plan knows besides (steps, answers), see [`crate::plan::Plan::understand`].

use winnow::Parser;
use winnow::ascii::{Caseless, space0, space1};
use winnow::combinator::{alt, opt, preceded, terminated};
use winnow::error::EmptyError;

use super::{Comparison, Day, Due, Question, Target};
use crate::indicator::Direction;
use crate::issue::{Kind, kinds};
use crate::number::NumberFault;
use crate::period::{DateFault, parse_date};
use crate::quantity::Quantity;

/// What is known of the indicator whose target is read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Context {
    /// Whether more or less is better: it gives a bare number its operator.
    pub direction: Option<Direction>,
    /// The year of the target: it completes dates written without one.
    pub year: Option<i16>,
}

type Result<T> = std::result::Result<T, Question>;

/// Reads a target phrase: a comparison, a date, a range, `si`, `qualitativo` or a bare number.
///
/// A bare number takes its operator from the direction, a bare 0 is `= 0`.
///
/// # Errors
/// A [`Question`] for whatever is not surely one thing; it is never guessed.
///
/// ```
/// use traguardo::target::phrase::{read, Context};
/// let context = Context::default();
/// assert_eq!(read("≥ 1.200 N.", context).unwrap().normal(), ">= 1200");
/// assert_eq!(read("Entro il 31-12-2020", context).unwrap().normal(), "by 2020-12-31");
/// assert_eq!(read("fra 3 e 5", context).unwrap().normal(), "range 3 5");
/// assert_eq!(read("34.04.2021", context).unwrap_err().kind.name, "target-date-impossible");
/// assert_eq!(read("600", context).unwrap_err().kind.name, "target-operator-missing");
/// ```
pub fn read(phrase: &str, context: Context) -> Result<Target> {
    let phrase = phrase.trim();
    if is_word(phrase, &["si", "sì", "sí"]) {
        return Ok(Target::Done { what: None });
    }
    if is_word(phrase, &["qualitativo", "qualitativa"]) {
        return Ok(Target::Judgement);
    }
    let mut rest = phrase;
    if let Ok(comparison) = comparison.parse_next(&mut rest) {
        return read_level(phrase, comparison, rest, context);
    }
    if let Some(target) = read_deadline(phrase)? {
        return Ok(target);
    }
    if let Some(target) = read_range(phrase)? {
        return Ok(target);
    }
    let level = quantity(phrase, phrase)?;
    if level.number.is_zero() {
        return Ok(Target::level(Comparison::Exactly, level));
    }
    let Some(direction) = context.direction else {
        return Err(ask(&kinds::TARGET_OPERATOR_MISSING, phrase));
    };
    let comparison = Comparison::of(direction);
    Ok(Target::level(comparison, level))
}

fn is_word(phrase: &str, words: &[&str]) -> bool {
    words.iter().any(|word| phrase.eq_ignore_ascii_case(word))
}

fn ask(kind: &'static Kind, phrase: &str) -> Question {
    Question { kind, params: vec![("found", phrase.to_owned())], proposals: Vec::new() }
}

/// `>=` and its relatives at the beginning of a phrase, with the spaces around them.
fn comparison(input: &mut &str) -> winnow::Result<Comparison, EmptyError> {
    terminated(
        alt((
            alt((">=", "=>", "≥", ">/=")).value(Comparison::AtLeast),
            alt(("<=", "=<", "≤", "</=")).value(Comparison::AtMost),
            ">".value(Comparison::MoreThan),
            "<".value(Comparison::LessThan),
            "=".value(Comparison::Exactly),
        )),
        space0,
    )
    .parse_next(input)
}

fn read_level(
    phrase: &str,
    comparison: Comparison,
    rest: &str,
    context: Context,
) -> Result<Target> {
    let level = quantity(rest, phrase)?;
    if comparison.is_against(context.direction) {
        return Err(ask(&kinds::TARGET_AGAINST_DIRECTION, phrase));
    }
    Ok(Target::level(comparison, level))
}

/// A date, with or without the words that introduce a deadline.
fn read_deadline(phrase: &str) -> Result<Option<Target>> {
    let mut rest = phrase;
    let introduced = deadline_words.parse_next(&mut rest).is_ok();
    match parse_date(rest) {
        Ok(date) => Ok(Some(Target::By(Due::on(date)))),
        Err(DateFault::Impossible) => Err(ask(&kinds::TARGET_DATE_IMPOSSIBLE, phrase)),
        Err(DateFault::NotADate) if introduced => Err(ask(&kinds::TARGET_NOT_UNDERSTOOD, phrase)),
        Err(DateFault::NotADate) => Ok(None),
    }
}

fn deadline_words(input: &mut &str) -> winnow::Result<(), EmptyError> {
    let article = || opt(terminated(alt((Caseless("il"), Caseless("la data del"))), space1));
    let by = alt((Caseless("entro e non oltre"), Caseless("entro"), Caseless("al")));
    alt(((by, space1, article()).void(), (Caseless("il"), space1).void())).parse_next(input)
}

/// `fra 3 e 5`, `tra 3 e 5`, `da 3 a 5`, `3..5`, `3 – 5`.
fn read_range(phrase: &str) -> Result<Option<Target>> {
    let mut rest = phrase;
    let opening = |input: &mut &str| -> winnow::Result<&'static str, EmptyError> {
        terminated(
            alt((
                Caseless("fra").value(" e "),
                Caseless("tra").value(" e "),
                Caseless("compreso tra").value(" e "),
                Caseless("da").value(" a "),
            )),
            space1,
        )
        .parse_next(input)
    };
    let mut opening = preceded(space0, opening);
    let bounds = match opening.parse_next(&mut rest) {
        Ok(between) => rest.split_once(between),
        Err(_) => [" – ", "–", "..", " - "].iter().find_map(|dash| split_between(phrase, dash)),
    };
    let Some((low, high)) = bounds else { return Ok(None) };
    let (low, high) = (quantity(low, phrase)?, quantity(high, phrase)?);
    if low.number > high.number {
        return Err(ask(&kinds::TARGET_RANGE_REVERSED, phrase));
    }
    Ok(Some(Target::Range { low, high }))
}

/// Both sides of a dash, where there is something on both: a leading dash is a minus sign.
fn split_between<'a>(phrase: &'a str, dash: &str) -> Option<(&'a str, &'a str)> {
    let (low, high) = phrase.split_once(dash)?;
    let digits = |side: &str| side.contains(|c: char| c.is_ascii_digit());
    (digits(low) && digits(high)).then_some((low, high))
}

fn quantity(text: &str, phrase: &str) -> Result<Quantity> {
    Quantity::parse(text).map_err(|fault| match fault {
        NumberFault::Ambiguous => ask(&kinds::TARGET_NUMBER_AMBIGUOUS, phrase),
        NumberFault::TooLong => ask(&kinds::TARGET_NUMBER_TOO_LONG, phrase),
        NumberFault::NotANumber => ask(&kinds::TARGET_NOT_UNDERSTOOD, phrase),
    })
}

/// The threshold of a step: a date, a level with an operator, or a bare level.
pub(super) fn read_threshold(phrase: &str) -> Result<(Option<Comparison>, ThresholdText)> {
    if let Some(Target::By(due)) = read_deadline(phrase)? {
        return Ok((None, ThresholdText::Date(due.day)));
    }
    let mut rest = phrase.trim();
    let comparison = comparison.parse_next(&mut rest).ok();
    Ok((comparison, ThresholdText::Level(quantity(rest, phrase)?)))
}

/// What a step cell holds.
pub(super) enum ThresholdText {
    Date(Day),
    Level(Quantity),
}

#[cfg(test)]
mod tests {
    use super::*;

    fn normal(phrase: &str, direction: Option<Direction>) -> String {
        match read(phrase, Context { direction, ..Context::default() }) {
            Ok(target) => target.normal(),
            Err(question) => format!("? {}", question.kind.name),
        }
    }

    #[test]
    fn phrases_are_read_or_asked_about() {
        use Direction::{Down, Up};
        for (phrase, direction, expected) in [
            (">= 13.000.000.000,00 €", Some(Up), ">= 13000000000.00"),
            ("≤4,60 gg", Some(Down), "<= 4.60"),
            (">/= 5", None, ">= 5"),
            ("> 5", None, "> 5"),
            ("= 3", None, "= 3"),
            ("<= -18 gg", Some(Down), "<= -18"),
            ("600", Some(Up), ">= 600"),
            ("28 gg", Some(Down), "<= 28"),
            ("100,00 %", Some(Up), ">= 100.00"),
            ("0 N.", None, "= 0"),
            ("SI", None, "done"),
            ("qualitativo", None, "judgement"),
            ("Entro 31-12-2020", None, "by 2020-12-31"),
            ("entro il 31.12.2021", None, "by 2021-12-31"),
            ("31/12/2020", None, "by 2020-12-31"),
            ("3..5", None, "range 3 5"),
            ("da 10 % a 20 %", None, "range 10 20"),
            ("3 – 5", None, "range 3 5"),
            ("600", None, "? target-operator-missing"),
            ("<= 5", Some(Up), "? target-against-direction"),
            (">= 1.23", Some(Up), "? target-number-ambiguous"),
            ("entro 34.04.2021", None, "? target-date-impossible"),
            ("entro presto", None, "? target-not-understood"),
            ("fra 5 e 3", None, "? target-range-reversed"),
            ("come da allegato 3", Some(Up), "? target-not-understood"),
            ("≥ 20 % 020", Some(Up), "? target-not-understood"),
            (">= 10 eventi e 50 partecipanti", Some(Up), "? target-not-understood"),
            ("", None, "? target-not-understood"),
        ] {
            assert_eq!(normal(phrase, direction), expected, "{phrase}");
        }
    }
}
