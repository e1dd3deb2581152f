//! Numbers and days as workbooks store them → the text that an Italian office would write.
//! Not here: how a cell says that its number is a date, see [`super::format`].

use std::str::FromStr;

use jiff::ToSpan;
use jiff::civil::{Date, date};
use traguardo::number::{DECIMAL_DIGITS, Decimal};

use super::format::Shown;

/// Digits that a spreadsheet keeps of a number; what follows is the noise of binary fractions.
const DIGITS: u32 = 15;

/// The text of a number stored as `0.16`, `3.11172E9`; as it stands where it is no number.
pub(super) fn text(stored: &str, shown: Shown, since_1904: bool) -> String {
    let text = parse(stored).and_then(|number| match shown {
        Shown::Plain => written(number, 0),
        Shown::Decimals(decimals) => written(number, decimals),
        Shown::Percentage(decimals) => {
            let hundredfold = number.checked_mul(Decimal::ONE_HUNDRED)?;
            Some(format!("{} %", written(hundredfold, decimals)?))
        }
        Shown::Date => day(number, since_1904).or_else(|| written(number, 0)),
    });
    text.unwrap_or_else(|| stored.to_owned())
}

fn parse(stored: &str) -> Option<Decimal> {
    let stored = stored.trim();
    let number = if stored.contains(['e', 'E']) {
        Decimal::from_scientific(stored).ok()?
    } else {
        Decimal::from_str(stored).ok()?
    };
    number.round_sf(DIGITS)
}

/// A number with a comma and at least some decimals, at most as many as are kept.
fn written(number: Decimal, least_decimals: u32) -> Option<String> {
    let kept = u32::try_from(DECIMAL_DIGITS).unwrap_or(0);
    let mut rounded = number.round_dp(kept).normalize();
    // A number too small for the decimals that are kept is no zero.
    if rounded.is_zero() && !number.is_zero() {
        return None;
    }
    let decimals = kept.min(least_decimals);
    if rounded.scale() < decimals {
        rounded.rescale(decimals);
    }
    Some(rounded.to_string().replace('.', ","))
}

/// The number of an ODS cell, with the decimals that the cell shows: 96 shown as `96,00`.
pub(super) fn as_shown(stored: &str, shown: &str, per_cent: bool) -> String {
    let text = parse(stored).and_then(|number| {
        let times = if per_cent { Decimal::ONE_HUNDRED } else { Decimal::ONE };
        let text = with_shown_decimals(number.checked_mul(times)?, shown)?;
        Some(if per_cent { format!("{text} %") } else { text })
    });
    text.unwrap_or_else(|| stored.to_owned())
}

fn with_shown_decimals(number: Decimal, shown: &str) -> Option<String> {
    let tail = shown.rsplit_once([',', '.']).map_or("", |(_, tail)| tail);
    let decimals = tail.bytes().take_while(u8::is_ascii_digit).count();
    let text = written(number, u32::try_from(decimals).ok()?)?;
    let digits = |text: &str| text.bytes().filter(u8::is_ascii_digit).collect::<Vec<_>>();
    // `1.234` shows a number of four digits, not one with three decimals.
    if digits(&text) == digits(shown) { Some(text) } else { written(number, 0) }
}

/// The day, and the time if there is one, of a serial number: days since the end of 1899.
fn day(serial: Decimal, since_1904: bool) -> Option<String> {
    let days = i64::try_from(serial.floor()).ok().filter(|days| (0..=2_958_465).contains(days))?;
    let epoch = match (since_1904, days) {
        (true, _) => date(1904, 1, 1),
        // 1900 is a leap year there, which it was not.
        (false, ..60) => date(1899, 12, 31),
        (false, _) => date(1899, 12, 30),
    };
    let seconds = (serial.fract() * Decimal::from(86_400)).round();
    let seconds = i64::try_from(seconds).ok()?;
    let day: Date = epoch.checked_add(days.days()).ok()?;
    if seconds == 0 {
        return Some(day.to_string());
    }
    let moment = day.at(0, 0, 0, 0).checked_add(seconds.seconds()).ok()?;
    Some(moment.to_string())
}

/// A day as ISO text, without a time that says nothing.
pub(super) fn iso_day(text: &str) -> &str {
    text.strip_suffix("T00:00:00").or_else(|| text.strip_suffix("T00:00:00.000")).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_become_what_an_office_would_write() {
        for (stored, shown, expected) in [
            ("301", Shown::Plain, "301"),
            ("33.34", Shown::Plain, "33,34"),
            ("0.30000000000000004", Shown::Plain, "0,3"),
            ("96", Shown::Decimals(2), "96,00"),
            ("95.974", Shown::Decimals(2), "95,974"),
            ("3.11172E9", Shown::Plain, "3111720000"),
            ("-1527.97", Shown::Decimals(2), "-1527,97"),
            ("0.16", Shown::Percentage(0), "16 %"),
            ("0.1871", Shown::Percentage(2), "18,71 %"),
            ("1", Shown::Percentage(2), "100,00 %"),
            ("0.123456789", Shown::Plain, "0,123457"),
            ("1E300", Shown::Plain, "1E300"),
            ("1E-20", Shown::Plain, "1E-20"),
            ("abc", Shown::Plain, "abc"),
            ("44196", Shown::Date, "2020-12-31"),
            ("44196.4375", Shown::Date, "2020-12-31T10:30:00"),
            ("59", Shown::Date, "1900-02-28"),
            ("-5", Shown::Date, "-5"),
        ] {
            assert_eq!(text(stored, shown, false), expected, "{stored} {shown:?}");
        }
        assert_eq!(text("42734", Shown::Date, true), "2020-12-31");
    }

    #[test]
    fn decimals_are_those_that_the_cell_shows() {
        assert_eq!(as_shown("96", "96,00", false), "96,00");
        assert_eq!(as_shown("1234", "1.234", false), "1234");
        assert_eq!(as_shown("0.16", "16,00%", true), "16,00 %");
        assert_eq!(as_shown("0.1666666", "17%", true), "16,66666 %");
        assert_eq!(as_shown("5", "€ 5,00", false), "5,00");
    }
}
