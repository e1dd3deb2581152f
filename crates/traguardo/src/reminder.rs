//! Reminders: who is told of what is owed, on which day, and in what words; one letter a person.
//! Not here: what is owed, the addresses of people, sending, and the clock.

mod digest;
mod letter;
mod settings;
#[cfg(test)]
mod tests;

pub use digest::{
    Addressee, Debt, Debts, Digest, Hold, Item, Last, Section, digests, items, recorders,
};
pub use letter::{Letter, is_address, letter, when};
pub use settings::{Quiet, Settings, TELLABLE};
