//! Days and checkpoints: dates as offices write them, the moments at which a plan is measured.
//! Not here: today. Every function that needs a date is given one.

pub use jiff::civil::{Date, DateTime};

/// Why a text is not a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DateFault {
    /// It has the shape of a date, and no calendar holds it: `34.04.2021`.
    #[error("no such day in the calendar")]
    Impossible,
    /// It does not have the shape of a date.
    #[error("not a date")]
    NotADate,
}

/// A moment of the year at which results are measured (`verifiche` in `ente.toml`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Checkpoint {
    /// The day to which the figures refer.
    pub date: Date,
    /// The day by which they are to be handed in, where the body sets one.
    pub hand_in: Option<Date>,
}

/// Reads `31/12/2020`, `31.12.2020`, `31-12-2020` or `2020-12-31`.
///
/// # Errors
/// [`DateFault::Impossible`] where the shape is right and the day does not exist,
/// [`DateFault::NotADate`] otherwise.
///
/// ```
/// use traguardo::period::{parse_date, DateFault};
/// assert_eq!(parse_date("31.12.2020").unwrap().to_string(), "2020-12-31");
/// assert_eq!(parse_date("34.04.2021"), Err(DateFault::Impossible));
/// ```
pub fn parse_date(text: &str) -> Result<Date, DateFault> {
    let text = text.trim();
    let separator = text.chars().find(|c| !c.is_ascii_digit()).ok_or(DateFault::NotADate)?;
    if !matches!(separator, '/' | '.' | '-') {
        return Err(DateFault::NotADate);
    }
    let mut parts = text.split(separator);
    let (Some(first), Some(month), Some(last), None) =
        (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return Err(DateFault::NotADate);
    };
    let (year, day) = match (first.len(), last.len()) {
        (4, 1 | 2) if separator == '-' => (first, last),
        (1 | 2, 4) => (last, first),
        _ => return Err(DateFault::NotADate),
    };
    if !(1..=2).contains(&month.len()) {
        return Err(DateFault::NotADate);
    }
    let number = |digits: &str| digits.parse::<i16>().map_err(|_| DateFault::NotADate);
    let (year, month, day) = (number(year)?, number(month)?, number(day)?);
    let narrow = |n: i16| i8::try_from(n).map_err(|_| DateFault::Impossible);
    Date::new(year, narrow(month)?, narrow(day)?).map_err(|_| DateFault::Impossible)
}

/// Reads a date, or a date and a time (`2020-07-21T10:30:00`, a space for the `T` is accepted).
///
/// # Errors
/// Those of [`parse_date`].
///
/// ```
/// use traguardo::period::parse_moment;
/// assert_eq!(parse_moment("21/07/2020").unwrap().to_string(), "2020-07-21T00:00:00");
/// assert_eq!(parse_moment("2020-07-21 10:30").unwrap().to_string(), "2020-07-21T10:30:00");
/// ```
pub fn parse_moment(text: &str) -> Result<DateTime, DateFault> {
    match parse_date(text) {
        Ok(date) => Ok(date.at(0, 0, 0, 0)),
        Err(fault) => text.trim().parse::<DateTime>().map_err(|_| fault),
    }
}

/// 31 December of a year: always the last checkpoint.
///
/// ```
/// assert_eq!(traguardo::period::year_end(2020).to_string(), "2020-12-31");
/// ```
#[must_use]
pub fn year_end(year: i16) -> Date {
    Date::new(year, 12, 31).unwrap_or(Date::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_in_the_four_forms_that_offices_use() {
        for text in ["31/12/2020", "31.12.2020", "31-12-2020", "2020-12-31"] {
            assert_eq!(parse_date(text).unwrap().to_string(), "2020-12-31");
        }
        assert_eq!(parse_date("1/3/2020").unwrap().to_string(), "2020-03-01");
        for text in ["", "2020", "31/12", "31/12/20", "31 dicembre", "1/2/3/2020", "a/b/2020"] {
            assert_eq!(parse_date(text), Err(DateFault::NotADate), "{text}");
        }
        for text in ["34.04.2021", "31/02/2020", "2020-13-01", "1/99/2020"] {
            assert_eq!(parse_date(text), Err(DateFault::Impossible), "{text}");
        }
    }
}
