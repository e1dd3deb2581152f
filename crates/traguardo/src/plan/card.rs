//! The card of an objective: what it is for, what came of it, and what the OIV says of the result.
//! Not here: the measured score, which is computed; what is assessed stands beside it.

use crate::number::Decimal;

/// What a sheet says of an objective besides its indicators (CCNL 21/5/2018 art. 67 c. 5 b, and
/// the OIV's certification of results, D.Lgs. 150/2009 art. 14).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Card {
    /// The objective of another plan that it serves, with its code (`Obiettivo B06`).
    pub reference: Option<String>,
    /// What sort of work it is: new, maintained, extraordinary; in the body's words.
    pub kind: Option<String>,
    /// The benefit that is expected.
    pub benefit: Option<String>,
    /// What came of it, in words.
    pub result: Option<String>,
    /// The score from 0 to 100 that the OIV gives. It never takes the place of the measured one.
    pub assessed: Option<Decimal>,
    /// Why the OIV gives it.
    pub assessed_reason: Option<String>,
}

impl Card {
    /// Whether it says nothing at all.
    ///
    /// ```
    /// assert!(traguardo::plan::Card::default().is_blank());
    /// ```
    #[must_use]
    pub fn is_blank(&self) -> bool {
        *self == Self::default()
    }
}
