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

/// A stretch of the year that comes again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Span {
    /// Seven days; a year has 52 that are whole.
    Week,
    /// `mese`
    Month,
    /// `bimestre`
    TwoMonths,
    /// `trimestre`
    Quarter,
    /// `quadrimestre`
    FourMonths,
    /// `semestre`
    HalfYear,
    /// `anno`
    Year,
}

impl Span {
    /// The stable English name, as JSON has it.
    ///
    /// ```
    /// assert_eq!(traguardo::period::Span::HalfYear.name(), "half-year");
    /// ```
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Week => "week",
            Self::Month => "month",
            Self::TwoMonths => "two-months",
            Self::Quarter => "quarter",
            Self::FourMonths => "four-months",
            Self::HalfYear => "half-year",
            Self::Year => "year",
        }
    }

    /// How many of them a year has.
    ///
    /// ```
    /// assert_eq!(traguardo::period::Span::Quarter.in_a_year(), 4);
    /// ```
    #[must_use]
    pub fn in_a_year(self) -> i8 {
        match self {
            Self::Week => 52,
            Self::Month => 12,
            Self::TwoMonths => 6,
            Self::Quarter => 4,
            Self::FourMonths => 3,
            Self::HalfYear => 2,
            Self::Year => 1,
        }
    }

    /// The last day of one of them, counted from 1; none where a year has no such one, and for
    /// weeks, which do not end with the months.
    ///
    /// ```
    /// use traguardo::period::Span;
    /// assert_eq!(Span::Quarter.end(2021, 1).unwrap().to_string(), "2021-03-31");
    /// assert_eq!(Span::Quarter.end(2021, 5), None);
    /// ```
    #[must_use]
    pub fn end(self, year: i16, number: i8) -> Option<Date> {
        if self == Self::Week || !(1..=self.in_a_year()).contains(&number) {
            return None;
        }
        month_end(year, 12 / self.in_a_year() * number)
    }

    /// How many of them have ended by a day of its year.
    ///
    /// ```
    /// use traguardo::period::{parse_date, Span};
    /// let day = parse_date("31/03/2021").unwrap();
    /// assert_eq!((Span::Month.ended_by(day), Span::HalfYear.ended_by(day)), (3, 0));
    /// ```
    #[must_use]
    pub fn ended_by(self, day: Date) -> i16 {
        if self == Self::Week {
            return day.day_of_year() / 7;
        }
        let ended = |number: &i8| self.end(day.year(), *number).is_some_and(|end| end <= day);
        (1..=self.in_a_year()).take_while(ended).fold(0, |count, _| count + 1)
    }
}

/// The last day of a month; none where there is no such month.
///
/// ```
/// assert_eq!(traguardo::period::month_end(2020, 2).unwrap().to_string(), "2020-02-29");
/// ```
#[must_use]
pub fn month_end(year: i16, month: i8) -> Option<Date> {
    Date::new(year, month, 1).ok().map(Date::last_of_month)
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
