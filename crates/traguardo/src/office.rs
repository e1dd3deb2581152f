//! Offices of a body: a tree of services and areas that answer for objectives and collect data.
//! Not here: people and their rights.

/// An office (U.O., servizio, area).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Office {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The code of the office it belongs to.
    pub parent: Option<String>,
    /// What kind of office it is, in the body's words.
    pub kind: Option<String>,
    /// Who is in charge of it: a position, not a person's name where it can be avoided.
    pub head: Option<String>,
    /// The row it was read from.
    pub row: u32,
}
