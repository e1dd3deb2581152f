//! Roles, and where each is granted: everywhere, in a body, or for an office and those below it.
//! Not here: what a role may do, see [`super::rights`].

use super::On;

/// What somebody is in the performance cycle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// Runs the installation: accounts and settings, no data of the plan.
    Administrator,
    /// Controllo di gestione: keeps the plan and closes the rounds.
    Controller,
    /// Unità di rilevazione: collects readings.
    Collector,
    /// Dirigente or posizione organizzativa: checks the readings of an office.
    Head,
    /// Segretario generale.
    SecretaryGeneral,
    /// OIV, the independent evaluation body (D.Lgs. 150/2009 art. 14).
    Evaluator,
    /// Giunta, or whatever organ adopts the plan.
    Board,
    /// Sees what the offices see, and changes nothing.
    Reader,
}

/// Where a role holds.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Scope {
    /// In every body of the installation, present and future.
    Installation,
    /// In one body, by its IPA code.
    Body(String),
    /// For one office of a body and those below it.
    Office {
        /// The IPA code of the body.
        body: String,
        /// The code of the office in its plans.
        office: String,
    },
}

/// A role granted to somebody.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Grant {
    /// The role.
    pub role: Role,
    /// Where it holds.
    pub scope: Scope,
}

impl Role {
    /// Every role, in the order of the table of rights.
    pub const ALL: [Self; 8] = [
        Self::Administrator,
        Self::Controller,
        Self::Collector,
        Self::Head,
        Self::SecretaryGeneral,
        Self::Evaluator,
        Self::Board,
        Self::Reader,
    ];

    /// Its stable name, also that of its text: `role-<name>`.
    ///
    /// ```
    /// use traguardo::{access::Role, text::{Lang, Texts}};
    /// assert_eq!(Role::Controller.name(), "controller");
    /// assert_eq!(Texts::of(Lang::It).say("role-controller", &[]), "controllo di gestione");
    /// ```
    #[must_use]
    pub fn name(self) -> &'static str {
        self.key().strip_prefix("role-").unwrap_or_default()
    }

    /// The name of its text.
    ///
    /// ```
    /// assert_eq!(traguardo::access::Role::Board.key(), "role-board");
    /// ```
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Administrator => "role-administrator",
            Self::Controller => "role-controller",
            Self::Collector => "role-collector",
            Self::Head => "role-head",
            Self::SecretaryGeneral => "role-secretary-general",
            Self::Evaluator => "role-evaluator",
            Self::Board => "role-board",
            Self::Reader => "role-reader",
        }
    }

    /// The role of a stable name.
    ///
    /// ```
    /// use traguardo::access::Role;
    /// assert_eq!((Role::of("reader"), Role::of("owner")), (Some(Role::Reader), None));
    /// ```
    #[must_use]
    pub fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.name() == name)
    }

    /// Whether it may be granted there. Only the administrator's holds for the installation, so
    /// that nobody is let into a body that did not ask for it; what is of the body as a whole is
    /// not granted for an office.
    ///
    /// ```
    /// use traguardo::access::{Role, Scope};
    /// assert!(Role::Administrator.fits(&Scope::Installation));
    /// assert!(!Role::Evaluator.fits(&Scope::Installation));
    /// let office = Scope::Office { body: "cciaa_so".to_owned(), office: "RAG".to_owned() };
    /// assert!(Role::Head.fits(&office) && !Role::Evaluator.fits(&office));
    /// ```
    #[must_use]
    pub fn fits(self, scope: &Scope) -> bool {
        match scope {
            Scope::Installation => self == Self::Administrator,
            Scope::Body(_) => true,
            Scope::Office { .. } => {
                matches!(self, Self::Controller | Self::Collector | Self::Head | Self::Reader)
            }
        }
    }
}

impl Scope {
    /// The body it lies in; none for the whole installation.
    ///
    /// ```
    /// use traguardo::access::Scope;
    /// assert_eq!(Scope::Body("cciaa_mo".to_owned()).body(), Some("cciaa_mo"));
    /// ```
    #[must_use]
    pub fn body(&self) -> Option<&str> {
        match self {
            Self::Installation => None,
            Self::Body(body) | Self::Office { body, .. } => Some(body),
        }
    }

    /// What it is a part of, as rights are asked about it: the installation, or its body.
    ///
    /// ```
    /// use traguardo::access::{On, Scope};
    /// assert!(matches!(Scope::Body("cciaa_mo".to_owned()).on(), On::Body("cciaa_mo")));
    /// assert!(matches!(Scope::Installation.on(), On::Installation));
    /// ```
    #[must_use]
    pub fn on(&self) -> On<'_> {
        self.body().map_or(On::Installation, On::Body)
    }

    /// Whether something of a body (of the installation: `None`) can lie in it.
    pub(super) fn touches(&self, body: Option<&str>) -> bool {
        match self.body() {
            None => true,
            mine => mine == body,
        }
    }
}
