//! What stops a command, with its sentence and its exit code.
//! Not here: issues of a plan that can be shown all the same; those do not stop anything.

use std::io;
use std::process::ExitCode;

use traguardo::access::Refusal;
use traguardo::issue::{Issue, Layout};
use traguardo::text::{Sentence, Texts};
use traguardo_files::Unreadable;
use traguardo_store::StoreError;

use crate::output;

/// Done.
pub const DONE: u8 = 0;
/// The input is at fault.
pub const INPUT: u8 = 1;
/// The command line is at fault.
pub const COMMAND_LINE: u8 = 2;
/// The machine or the program is at fault.
pub const MACHINE: u8 = 3;

/// What stops a command.
#[derive(Debug)]
pub enum Fault {
    /// Nothing can be made of the input.
    Input(Vec<Issue>, Layout),
    /// A sentence, with the exit code that goes with it.
    Said(u8, Sentence),
    /// The account in whose name it was to be done may not.
    Refused(Refusal),
    /// Standard output is closed: whoever reads has had enough.
    OutputClosed,
}

impl Fault {
    /// A fault of the command line.
    pub fn command_line(key: &'static str) -> Self {
        Self::Said(COMMAND_LINE, Sentence::new(key))
    }

    /// A fault of the input that a sentence says.
    pub fn input(key: &'static str) -> Self {
        Self::Said(INPUT, Sentence::new(key))
    }

    /// A fault of the machine.
    pub fn machine(key: &'static str, error: &dyn std::fmt::Display) -> Self {
        Self::Said(MACHINE, Sentence::new(key).with("error", error.to_string()))
    }

    /// The same fault with one more thing that completes its sentence.
    pub fn with(self, name: &'static str, text: impl Into<String>) -> Self {
        match self {
            Self::Said(code, sentence) => Self::Said(code, sentence.with(name, text.into())),
            other => other,
        }
    }

    /// Says it, and answers the exit code.
    pub fn say(&self, words: &Texts) -> ExitCode {
        match self {
            Self::Input(issues, layout) => {
                output::issues(issues, layout, words);
                ExitCode::from(INPUT)
            }
            Self::Said(code, sentence) => {
                output::fault(&words.sentence(sentence), words);
                ExitCode::from(*code)
            }
            Self::Refused(refusal) => {
                output::fault(&refusal.said(words), words);
                ExitCode::from(INPUT)
            }
            Self::OutputClosed => ExitCode::from(DONE),
        }
    }
}

impl From<Unreadable> for Fault {
    fn from(unreadable: Unreadable) -> Self {
        Self::Input(unreadable.issues, unreadable.layout)
    }
}

impl From<StoreError> for Fault {
    fn from(error: StoreError) -> Self {
        use traguardo_store::Fault as Stored;
        let code = match &error.fault {
            Stored::AddressNotUnderstood => COMMAND_LINE,
            Stored::PlanUnknown { .. }
            | Stored::RevisionUnknown { .. }
            | Stored::DraftUnknown
            | Stored::DraftUnseen { .. }
            | Stored::DraftOutdated { .. }
            | Stored::DraftUnchanged
            | Stored::Refused(_)
            | Stored::EvidenceTooLarge { .. }
            | Stored::RoundRefused(_)
            | Stored::RoundMoved
            | Stored::RoundUnknown { .. }
            | Stored::RowsFaulty { .. }
            | Stored::ReadingsNotSuperseding(_)
            | Stored::TextWithNul { .. }
            | Stored::AccountName { .. }
            | Stored::AccountTaken { .. }
            | Stored::AccountUnknown { .. }
            | Stored::PasswordLength { .. }
            | Stored::MailAddress { .. }
            | Stored::GrantNotFitting { .. }
            | Stored::GrantAbsent { .. }
            | Stored::FileMissing
            | Stored::NotEmpty
            | Stored::NotACopy
            | Stored::CopyNewer { .. }
            | Stored::CopyDamaged { .. } => INPUT,
            _ => MACHINE,
        };
        Self::Said(code, error.sentence())
    }
}

impl From<io::Error> for Fault {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self::OutputClosed,
            _ => Self::machine("cli-output-failed", &error),
        }
    }
}
