//! Reminders: who is told of what is owed or waits for a check, on which day, and in what words;
//! one letter a person.
//! Not here: what is owed, the addresses of people, sending, and the clock.

mod digest;
mod letter;
mod settings;
#[cfg(test)]
mod tests;
mod waiting;

pub use digest::{
    Addressee, Debt, Debts, Digest, Hold, Item, Last, Section, checkers, digests, items, recorders,
};
pub use letter::{Letter, Place, is_address, letter, when};
pub use settings::{CHECKING, Quiet, Settings, TELLABLE};
pub use waiting::{Unchecked, Waiting, waiting};
