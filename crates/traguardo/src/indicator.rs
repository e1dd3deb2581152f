//! An indicator: what is measured, how, and whether more or less of it is better.
//! Not here: its weight and targets, which belong to each use ([`crate::plan::Use`]).

/// An indicator, defined once for the whole plan and read once.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Indicator {
    /// Its code.
    pub code: String,
    /// Its title.
    pub title: String,
    /// What it is measured in (`%`, `gg`, `N.`).
    pub measure: Option<String>,
    /// Whether more or less is better.
    pub direction: Option<Direction>,
    /// How it is computed, in words.
    pub formula: Option<String>,
    /// Where its readings come from.
    pub source: Option<String>,
    /// Whether its readings are year-to-date.
    pub accumulates: Option<bool>,
    /// How often it is read, in the body's words.
    pub frequency: Option<String>,
}

/// Whether more or less of an indicator is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// More is better (`cresce`).
    Up,
    /// Less is better (`cala`).
    Down,
}

impl Indicator {
    /// Whether it is a percentage, so that a quotient is multiplied by 100.
    ///
    /// ```
    /// use traguardo::indicator::Indicator;
    /// let share = Indicator { measure: Some("%".into()), ..Indicator::default() };
    /// assert!(share.is_percentage());
    /// ```
    #[must_use]
    pub fn is_percentage(&self) -> bool {
        self.measure.as_deref().is_some_and(|m| m.trim_start().starts_with('%'))
    }
}
