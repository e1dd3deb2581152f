//! All that can be done with plans, readings and accounts, as one closed list.
//! Not here: who may do it, see [`super::rights`].

/// Something that a page, a command or the API does for somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Action {
    /// See the adopted plan with its scores: published, for citizens too.
    SeePlan,
    /// See drafts, readings not yet checked, and who owes what.
    SeeWork,
    /// Change a draft revision, the rules' draft, or bring a plan in.
    EditDraft,
    /// Say what a target phrase means.
    AnswerQuestion,
    /// Adopt a revision or rules, with the act.
    Adopt,
    /// Record a reading, its note and its evidence, or declare it not available.
    RecordReading,
    /// Check a reading, or send it back with a reason.
    CheckReading,
    /// Close a round.
    CloseRound,
    /// Set who owes what by when, and have reminders sent.
    SetDeadlines,
    /// Write what the OIV writes: tags, observations, samples, assessed scores, proposals.
    WriteEvaluation,
    /// See what the OIV wrote.
    SeeEvaluation,
    /// See what the OIV proposes of an indicator: those too who record its readings or answer for it.
    SeeProposals,
    /// See the individual objectives of the Segretario generale.
    SeeSecretaryObjectives,
    /// See the individual objectives of dirigenti and posizioni organizzative.
    SeeHeadObjectives,
    /// Add, change, lock and unlock accounts, and grant roles.
    ManageAccounts,
    /// Change the settings of the installation.
    Configure,
    /// Read the trail of all changes.
    SeeTrail,
}

impl Action {
    /// Every action, in the order of the table of rights.
    pub const ALL: [Self; 17] = [
        Self::SeePlan,
        Self::SeeWork,
        Self::EditDraft,
        Self::AnswerQuestion,
        Self::Adopt,
        Self::RecordReading,
        Self::CheckReading,
        Self::CloseRound,
        Self::SetDeadlines,
        Self::WriteEvaluation,
        Self::SeeEvaluation,
        Self::SeeProposals,
        Self::SeeSecretaryObjectives,
        Self::SeeHeadObjectives,
        Self::ManageAccounts,
        Self::Configure,
        Self::SeeTrail,
    ];

    /// The name of its text, which says it as a verb: "chiudere una verifica".
    ///
    /// ```
    /// use traguardo::{access::Action, text::{Lang, Texts}};
    /// let key = Action::CloseRound.key();
    /// assert_eq!(Texts::of(Lang::It).say(key, &[]), "chiudere una verifica");
    /// ```
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::SeePlan => "action-see-plan",
            Self::SeeWork => "action-see-work",
            Self::EditDraft => "action-edit-draft",
            Self::AnswerQuestion => "action-answer-question",
            Self::Adopt => "action-adopt",
            Self::RecordReading => "action-record-reading",
            Self::CheckReading => "action-check-reading",
            Self::CloseRound => "action-close-round",
            Self::SetDeadlines => "action-set-deadlines",
            Self::WriteEvaluation => "action-write-evaluation",
            Self::SeeEvaluation => "action-see-evaluation",
            Self::SeeProposals => "action-see-proposals",
            Self::SeeSecretaryObjectives => "action-see-secretary-objectives",
            Self::SeeHeadObjectives => "action-see-head-objectives",
            Self::ManageAccounts => "action-manage-accounts",
            Self::Configure => "action-configure",
            Self::SeeTrail => "action-see-trail",
        }
    }

    /// Its stable name.
    ///
    /// ```
    /// assert_eq!(traguardo::access::Action::SeeTrail.name(), "see-trail");
    /// ```
    #[must_use]
    pub fn name(self) -> &'static str {
        self.key().strip_prefix("action-").unwrap_or_default()
    }

    /// Whether anybody may do it, signed in or not.
    ///
    /// ```
    /// use traguardo::access::Action;
    /// assert!(Action::SeePlan.is_open() && !Action::SeeWork.is_open());
    /// ```
    #[must_use]
    pub fn is_open(self) -> bool {
        self == Self::SeePlan
    }
}
