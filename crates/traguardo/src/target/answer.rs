//! Answers: what a person said a doubtful target means, kept beside what was written.
//! Not here: asking; a question is a [`crate::target::Question`].

use crate::period::Date;

/// A person's answer to the question that a target raised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The code of the node or indicator.
    pub code: String,
    /// The node that uses the indicator.
    pub parent: Option<String>,
    /// The column of the target (`target`, `target_2021`, `periodico_2020-06-30`, `soglia_80`).
    pub column: String,
    /// What was written.
    pub written: String,
    /// What it means, as a phrase that is understood.
    pub means: String,
    /// Who said so.
    pub by: Option<String>,
    /// When.
    pub on: Option<Date>,
    /// The row it was read from.
    pub row: u32,
}
