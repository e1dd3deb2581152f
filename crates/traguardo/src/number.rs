//! Numbers as Italian offices write them: exact decimals, read within bounds, printed once.
//! Not here: what a number measures (see [`crate::quantity`]) or how it is scored.

pub use rust_decimal::Decimal;
use rust_decimal::RoundingStrategy;

/// Digits that a number may have before the comma.
pub const WHOLE_DIGITS: usize = 15;
/// Digits that a number may have after the comma.
pub const DECIMAL_DIGITS: usize = 6;

/// Decimals that a computed number is shown with: no more than one that is written can have.
pub(crate) const DECIMALS_WRITTEN: u32 = 6;

/// Why a text is not a number that can be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NumberFault {
    /// A point that separates neither thousands nor, in Italian, decimals: `1.23`, `0.500`.
    #[error("the point could separate decimals or thousands")]
    Ambiguous,
    /// More digits than [`WHOLE_DIGITS`] or [`DECIMAL_DIGITS`].
    #[error("more than {WHOLE_DIGITS} digits before the comma or {DECIMAL_DIGITS} after it")]
    TooLong,
    /// Anything else.
    #[error("not a number")]
    NotANumber,
}

/// How a score is rounded when it is printed (`[stampa] arrotonda` in the rules).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Rounding {
    /// Half up, away from zero: 32,125 → 32,13.
    #[default]
    HalfUp,
    /// Digits beyond the last are cut off.
    Truncate,
}

/// Reads a number written the Italian way: a comma before the decimals, points between thousands.
///
/// The decimals written are kept: `96,00` has a scale of two. A point counts as a separator of
/// thousands only where one to three digits, the first not 0, stand before the first point and
/// exactly three after each (`docs/formati.md`).
///
/// # Errors
/// [`NumberFault::Ambiguous`] for any other point, [`NumberFault::TooLong`] beyond 15 digits
/// before the comma or 6 after it, [`NumberFault::NotANumber`] for anything else.
///
/// ```
/// use traguardo::number::{parse, NumberFault};
/// assert_eq!(parse("1.234,50").unwrap().to_string(), "1234.50");
/// assert_eq!(parse("-17,82").unwrap().to_string(), "-17.82");
/// assert_eq!(parse("1.23"), Err(NumberFault::Ambiguous));
/// ```
pub fn parse(text: &str) -> Result<Decimal, NumberFault> {
    let text = text.trim();
    let (negative, digits) = match text.strip_prefix(['-', '−', '–']) {
        Some(rest) => (true, rest.trim_start()),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (whole, decimals) = match digits.split_once(',') {
        Some((_, "")) => return Err(NumberFault::NotANumber),
        Some((whole, decimals)) => (whole, decimals),
        None => (digits, ""),
    };
    if whole.is_empty()
        || !whole.bytes().all(|b| b.is_ascii_digit() || b == b'.')
        || !decimals.bytes().all(|b| b.is_ascii_digit())
    {
        return Err(NumberFault::NotANumber);
    }
    let whole_digits = whole.bytes().filter(|b| *b != b'.').count();
    if whole_digits > WHOLE_DIGITS || decimals.len() > DECIMAL_DIGITS {
        return Err(NumberFault::TooLong);
    }
    if whole.contains('.') && !separates_thousands(whole) {
        return Err(NumberFault::Ambiguous);
    }
    let magnitude = whole
        .bytes()
        .chain(decimals.bytes())
        .filter(u8::is_ascii_digit)
        .fold(0_i128, |sum, digit| sum * 10 + i128::from(digit - b'0'));
    let scale = u32::try_from(decimals.len()).map_err(|_| NumberFault::TooLong)?;
    let signed = if negative { -magnitude } else { magnitude };
    Decimal::try_from_i128_with_scale(signed, scale).map_err(|_| NumberFault::TooLong)
}

fn separates_thousands(whole: &str) -> bool {
    let mut groups = whole.split('.');
    let first = groups.next().unwrap_or_default();
    (1..=3).contains(&first.len()) && !first.starts_with('0') && groups.all(|g| g.len() == 3)
}

/// Writes a number the Italian way, with points between thousands and the decimals it has.
///
/// ```
/// use traguardo::number::{format, parse};
/// assert_eq!(format(parse("3111720000,00").unwrap()), "3.111.720.000,00");
/// assert_eq!(format(parse("-1527,97").unwrap()), "-1.527,97");
/// ```
#[must_use]
pub fn format(number: Decimal) -> String {
    let plain = number.abs().to_string();
    let (whole, decimals) = plain.split_once('.').unwrap_or((&plain, ""));
    let mut text = String::with_capacity(plain.len() + whole.len() / 3 + 1);
    if number.is_sign_negative() && !number.is_zero() {
        text.push('-');
    }
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            text.push('.');
        }
        text.push(digit);
    }
    if !decimals.is_empty() {
        text.push(',');
        text.push_str(decimals);
    }
    text
}

/// Rounds to the decimals that the rules print. The only place where a score loses digits.
///
/// ```
/// use traguardo::number::{parse, round, Rounding};
/// let score = parse("32,125").unwrap();
/// assert_eq!(round(score, 2, Rounding::HalfUp).to_string(), "32.13");
/// assert_eq!(round(score, 2, Rounding::Truncate).to_string(), "32.12");
/// ```
#[must_use]
pub fn round(number: Decimal, decimals: u32, rounding: Rounding) -> Decimal {
    let strategy = match rounding {
        Rounding::HalfUp => RoundingStrategy::MidpointAwayFromZero,
        Rounding::Truncate => RoundingStrategy::ToZero,
    };
    let mut rounded = number.round_dp_with_strategy(decimals, strategy);
    rounded.rescale(decimals);
    if rounded.is_zero() { rounded.abs() } else { rounded }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_point_is_a_thousands_separator_only_where_it_must_be() {
        for (text, expected) in [
            ("1.234", Ok("1234")),
            ("12.345.678,9", Ok("12345678.9")),
            ("1234,5", Ok("1234.5")),
            ("96,00", Ok("96.00")),
            ("+5", Ok("5")),
            ("−18", Ok("-18")),
            ("1.23", Err(NumberFault::Ambiguous)),
            ("0.75", Err(NumberFault::Ambiguous)),
            ("0.500", Err(NumberFault::Ambiguous)),
            ("1234.567", Err(NumberFault::Ambiguous)),
            ("1.234.5", Err(NumberFault::Ambiguous)),
            ("", Err(NumberFault::NotANumber)),
            (",5", Err(NumberFault::NotANumber)),
            ("5,", Err(NumberFault::NotANumber)),
            ("1,2,3", Err(NumberFault::NotANumber)),
            ("12a", Err(NumberFault::NotANumber)),
        ] {
            assert_eq!(parse(text).map(|n| n.to_string()), expected.map(String::from), "{text}");
        }
    }

    #[test]
    fn a_number_of_forty_digits_is_refused() {
        assert_eq!(parse(&"9".repeat(40)), Err(NumberFault::TooLong));
        assert_eq!(parse("1,1234567"), Err(NumberFault::TooLong));
        assert!(parse("999999999999999,999999").is_ok());
    }

    #[test]
    fn zero_is_printed_without_a_sign() {
        assert_eq!(round(Decimal::new(-1, 4), 2, Rounding::HalfUp).to_string(), "0.00");
    }
}
