//! The words that cells of `piano.csv` and `rilevazioni.csv` know, with what they mean.
//! Not here: the words of the rules, which stand in [`crate::rules`].

use traguardo::indicator::Direction;
use traguardo::plan::Status;
use traguardo::reading::ReadingState;

/// `livello` of a row that is the use of an indicator.
pub(crate) const INDICATOR: &str = "indicatore";

pub(crate) const DIRECTIONS: [(&str, Direction); 2] =
    [("cresce", Direction::Up), ("cala", Direction::Down)];
pub(crate) const YES_NO: [(&str, bool); 4] =
    [("si", true), ("no", false), ("sì", true), ("sí", true)];
pub(crate) const STATUSES: [(&str, Status); 5] = [
    ("aggiornato", Status::Updated),
    ("eliminato", Status::Eliminated),
    ("inserito", Status::Inserted),
    ("confermato", Status::Confirmed),
    ("neutralizzato", Status::Neutralised),
];
pub(crate) const READING_STATES: [(&str, ReadingState); 2] =
    [("rilevato", ReadingState::Recorded), ("verificato", ReadingState::Checked)];

/// The word for a meaning.
pub(crate) fn of<T: PartialEq>(meaning: T, words: &[(&'static str, T)]) -> &'static str {
    words.iter().find(|(_, known)| *known == meaning).map_or("", |(word, _)| word)
}
