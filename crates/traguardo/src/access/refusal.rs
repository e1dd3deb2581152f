//! Why somebody may not do something, as a person is told it.
//! Not here: the words, which are the texts `access-refused-<name>`.

use super::{Action, roles};
use crate::text::{Arg, Sentence, Texts};

/// The reason why somebody may not do something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// Nobody has signed in.
    NotSignedIn {
        /// What was to be done.
        action: Action,
    },
    /// No role of theirs may do it.
    Role {
        /// What was to be done.
        action: Action,
    },
    /// They may do it in other bodies.
    OtherBody {
        /// What was to be done.
        action: Action,
        /// The IPA code of the body.
        body: String,
    },
    /// They may do it for an office, and this is about the body as a whole.
    WholeBody {
        /// What was to be done.
        action: Action,
    },
    /// They may do it in a body, and this is about the installation as a whole.
    WholeInstallation {
        /// What was to be done.
        action: Action,
    },
    /// They may do it for an office, and other offices answer for this.
    OtherOffice {
        /// What was to be done.
        action: Action,
        /// The names of the offices that answer for it.
        offices: Vec<String>,
    },
    /// They may do it for an office, and the plan names no office that answers for this.
    NobodyAnswers {
        /// What was to be done.
        action: Action,
    },
}

impl Refusal {
    /// What was to be done.
    ///
    /// ```
    /// use traguardo::access::{Action, On, may};
    /// let refusal = may(None, Action::Adopt, On::Installation).unwrap_err();
    /// assert_eq!(refusal.action(), Action::Adopt);
    /// ```
    #[must_use]
    pub fn action(&self) -> Action {
        match self {
            Self::NotSignedIn { action }
            | Self::Role { action }
            | Self::OtherBody { action, .. }
            | Self::WholeBody { action }
            | Self::WholeInstallation { action }
            | Self::OtherOffice { action, .. }
            | Self::NobodyAnswers { action } => *action,
        }
    }

    /// The name of its text.
    ///
    /// ```
    /// use traguardo::access::{Action, Refusal};
    /// let refusal = Refusal::Role { action: Action::Adopt };
    /// assert_eq!(refusal.key(), "access-refused-role");
    /// ```
    #[must_use]
    pub fn key(&self) -> &'static str {
        match self {
            Self::NotSignedIn { .. } => "access-refused-not-signed-in",
            Self::Role { .. } => "access-refused-role",
            Self::OtherBody { .. } => "access-refused-other-body",
            Self::WholeBody { .. } => "access-refused-whole-body",
            Self::WholeInstallation { .. } => "access-refused-whole-installation",
            Self::OtherOffice { .. } => "access-refused-other-office",
            Self::NobodyAnswers { .. } => "access-refused-nobody-answers",
        }
    }

    /// The sentence that says why not and what to do.
    ///
    /// ```
    /// use traguardo::{access::{Action, Refusal}, text::{Lang, Texts}};
    /// let refusal = Refusal::Role { action: Action::CloseRound };
    /// assert_eq!(
    ///     refusal.said(Texts::of(Lang::It)),
    ///     "Per chiudere una verifica serve il ruolo di controllo di gestione. \
    ///      Se ti spetta, chiedilo a chi amministra Traguardo."
    /// );
    /// ```
    #[must_use]
    pub fn said(&self, texts: &Texts) -> String {
        let action = self.action();
        let roles: Vec<String> =
            roles(action).into_iter().map(|role| texts.say(role.key(), &[])).collect();
        let or = texts.say("access-or", &[]);
        let sentence = Sentence::new(self.key())
            .with("action", Arg::Named(action.key()))
            .with("roles", joined(&roles, &or));
        texts.sentence(&match self {
            Self::OtherBody { body, .. } => sentence.with("body", body.clone()),
            Self::OtherOffice { offices, .. } => {
                sentence.with("offices", offices.join(", ")).with("count", offices.len())
            }
            _ => sentence,
        })
    }
}

/// `a`, `a or b`, `a, b or c`.
fn joined(words: &[String], or: &str) -> String {
    match words {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} {or} {last}", first.join(", ")),
    }
}
