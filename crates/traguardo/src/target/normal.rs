//! The normal form of a target as one line of ASCII, for tables and programs.
//! Not here: its words in a language ([`crate::text::Texts::target`]).

use super::{Combine, Day, Offset, Reference, Step, Target, Threshold};

impl Target {
    /// The normal form as one line of ASCII: `>= 6500000000.00`, `by 2020-12-31`, `range 3 5`.
    ///
    /// ```
    /// use traguardo::target::{Due, Target};
    /// let day = traguardo::period::parse_date("31/12/2020").unwrap();
    /// assert_eq!(Target::By(Due::on(day)).normal(), "by 2020-12-31");
    /// ```
    #[must_use]
    pub fn normal(&self) -> String {
        match self {
            Self::Level { comparison, level, .. } => {
                format!("{} {}", comparison.sign(), level.number)
            }
            Self::Range { low, high } => format!("range {} {}", low.number, high.number),
            Self::By(due) => due.day.normal(),
            Self::Done { .. } => "done".to_owned(),
            Self::Judgement => "judgement".to_owned(),
            Self::Baseline => "baseline-year".to_owned(),
            Self::Rate { comparison, level, per, .. } => {
                format!("rate{} {} per {}", comparison.sign(), level.number, per.name())
            }
            Self::Change { comparison, by, in_per_cent, reference, stated } => {
                let per_cent = if *in_per_cent { "%" } else { "" };
                let stated = stated.map(|stated| format!(" ({stated})")).unwrap_or_default();
                format!("delta{} {by}{per_cent} {}{stated}", comparison.sign(), reference.name())
            }
            Self::Ratio { comparison, times, reference, stated } => {
                let stated = stated.map(|stated| format!(" ({stated})")).unwrap_or_default();
                format!("{} {times} x {}{stated}", comparison.sign(), reference.name())
            }
            Self::Within { tolerance, reference } => {
                format!("within {tolerance} of {}", reference.name())
            }
            Self::Steps(steps) => joined(steps.iter().map(Step::normal), " | "),
            Self::Compound { parts, combine } => {
                let parts = joined(parts.iter().map(Self::normal), "; ");
                format!("{} ({parts})", if *combine == Combine::Min { "min" } else { "mean" })
            }
            Self::ByYear(years) => joined(
                years.iter().map(|(year, target)| format!("{year}: {}", target.normal())),
                " | ",
            ),
            Self::Periodic { year, periodic } => {
                format!("{}, periodic {}", year.normal(), periodic.normal())
            }
        }
    }
}

impl Reference {
    /// The stable English name: `prev-year`, `year-2`, `2020`, `cluster-mean`.
    ///
    /// ```
    /// assert_eq!(traguardo::target::Reference::YearsBefore(2).name(), "year-2");
    /// ```
    #[must_use]
    pub fn name(self) -> String {
        match self {
            Self::LastYear => "prev-year".to_owned(),
            Self::YearsBefore(years) => format!("year-{years}"),
            Self::Year(year) => year.to_string(),
            Self::ClusterMean => "cluster-mean".to_owned(),
        }
    }
}

impl Step {
    fn normal(&self) -> String {
        match &self.threshold {
            Threshold::Level(comparison, level) => {
                format!("{}: {} {level}", self.score, comparison.sign())
            }
            Threshold::By(day) => format!("{}: {}", self.score, day.normal()),
            Threshold::Judgement(_) => format!("{}: judgement", self.score),
        }
    }
}

impl Day {
    fn normal(&self) -> String {
        match self {
            Self::On(date) | Self::Month(date) => format!("by {date}"),
            Self::Period { .. } => match self.date() {
                Some(date) => format!("by {date}"),
                None => "by ?".to_owned(),
            },
            Self::Each { span, offset_days } => {
                format!("by end of each {} {offset_days:+} days", span.name())
            }
            Self::Event { event, offset: Offset::Days(days) } => {
                format!("by \u{ab}{event}\u{bb} {days:+} days")
            }
            Self::Event { event, offset: Offset::Months(months) } => {
                format!("by \u{ab}{event}\u{bb} {months:+} months")
            }
        }
    }
}

fn joined(parts: impl Iterator<Item = String>, between: &str) -> String {
    parts.collect::<Vec<_>>().join(between)
}
