//! What a dirigente or PO says of a reading: checked, or sent back with a reason.
//! Not here: who may say so, see [`crate::access`].

use hashbrown::HashMap;

use crate::period::DateTime;

/// What somebody who answers for a reading has said of it. Never changed: a later mark of the same
/// reading takes the place of an earlier one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The position of the reading.
    pub reading: usize,
    /// What was said.
    pub verdict: Verdict,
    /// A comment; the reason where the reading was sent back.
    pub comment: Option<String>,
    /// Who said so.
    pub by: String,
    /// When.
    pub at: DateTime,
}

/// What can be said of a reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// `verificato`
    Checked,
    /// `rimandato`: it is to be looked at again, and a new reading is owed.
    SentBack,
}

impl Verdict {
    /// The stable English name, as JSON and the store have it.
    ///
    /// ```
    /// assert_eq!(traguardo::collection::Verdict::SentBack.name(), "sent_back");
    /// ```
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Checked => "checked",
            Self::SentBack => "sent_back",
        }
    }
}

/// The last mark of each reading, by the positions of readings and of marks.
///
/// ```
/// use traguardo::collection::{Mark, Verdict, latest};
/// let mark = |verdict| Mark {
///     reading: 7,
///     verdict,
///     comment: None,
///     by: "Dirigente".to_owned(),
///     at: traguardo::period::parse_moment("15/07/2020").unwrap(),
/// };
/// let marks = [mark(Verdict::SentBack), mark(Verdict::Checked)];
/// assert_eq!(latest(&marks).get(&7), Some(&1));
/// ```
#[must_use]
pub fn latest(marks: &[Mark]) -> HashMap<usize, usize> {
    marks.iter().enumerate().map(|(at, mark)| (mark.reading, at)).collect()
}
