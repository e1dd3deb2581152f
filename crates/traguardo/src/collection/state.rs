//! How far a reading that is owed has come.
//! Not here: which readings are owed, see [`super::owed`].

/// How far a reading that is owed has come; beside the outcome of its score, never instead of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// Its day has not come.
    NotDue,
    /// To be recorded now.
    Due,
    /// To be recorded, and the hand-in day is past.
    Late,
    /// Recorded, and not checked yet.
    Recorded,
    /// Sent back with a reason: to be recorded again.
    SentBack,
    /// Checked by who answers for it.
    Checked,
    /// Nothing can be recorded until something else has happened.
    Suspended(Awaited),
    /// Declared not to be had (`N/D`), and not checked yet.
    NotAvailable,
}

/// What a suspended reading waits for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Awaited {
    /// An answer to the question that its target raises.
    Answer,
    /// The act or event that its deadline counts from has no day.
    Event,
}

impl State {
    /// The stable English name, as JSON has it.
    ///
    /// ```
    /// use traguardo::collection::{Awaited, State};
    /// assert_eq!(State::SentBack.name(), "sent_back");
    /// assert_eq!(State::Suspended(Awaited::Event).name(), "suspended");
    /// ```
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::NotDue => "not_due",
            Self::Due => "due",
            Self::Late => "late",
            Self::Recorded => "recorded",
            Self::SentBack => "sent_back",
            Self::Checked => "checked",
            Self::Suspended(_) => "suspended",
            Self::NotAvailable => "not_available",
        }
    }

    /// Whether somebody has to record something now.
    ///
    /// ```
    /// use traguardo::collection::State;
    /// assert!(State::Late.is_open() && State::SentBack.is_open() && !State::NotDue.is_open());
    /// ```
    #[must_use]
    pub fn is_open(&self) -> bool {
        matches!(self, Self::Due | Self::Late | Self::SentBack)
    }

    /// Whether somebody has to check something now.
    ///
    /// ```
    /// use traguardo::collection::State;
    /// assert!(State::Recorded.is_to_check() && !State::Checked.is_to_check());
    /// ```
    #[must_use]
    pub fn is_to_check(&self) -> bool {
        matches!(self, Self::Recorded | Self::NotAvailable)
    }
}
