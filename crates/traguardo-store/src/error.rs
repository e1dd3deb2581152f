//! What can go wrong with a database, in kinds that a person can act on.
//! Not here: the sentences about it, which are the texts `store-<name>` of the core, and what
//! engines say, see [`engine`].

mod engine;

use traguardo::access::Role;
use traguardo::edit;
use traguardo::period::Date;
use traguardo::round::Refusal;
use traguardo::text::{Arg, Sentence};

use crate::password::PASSWORD_CHARS;
use crate::reading::Clash;

/// Something that the database, or what was handed to it, does not allow.
#[derive(Debug, thiserror::Error)]
#[error("{fault} ({database})")]
pub struct StoreError {
    /// The database as it may be shown: the path of the file, or the address without password.
    pub database: String,
    /// What is wrong.
    pub fault: Fault,
}

/// What is wrong.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Fault {
    /// The address is neither `sqlite:PATH` nor `postgres://…`.
    #[error("the address of the database is not understood")]
    AddressNotUnderstood,
    /// The file is there and is not an SQLite database. It is left as it is.
    #[error("the file is not a database")]
    NotADatabase,
    /// A database with tables of another program. It is left as it is.
    #[error("the database belongs to another program")]
    OfAnotherProgram,
    /// The file or its folder cannot be opened or created.
    #[error("the file cannot be opened: {reason}")]
    CannotOpen {
        /// What the operating system says.
        reason: String,
    },
    /// Whoever runs the program may not read or write there.
    #[error("permission is missing")]
    NoPermission,
    /// Nobody answers at the address of the server.
    #[error("the database server cannot be reached: {reason}")]
    NotReachable {
        /// What the network says.
        reason: String,
    },
    /// The server and this program do not agree on how to encrypt what they say.
    #[error("the connection cannot be encrypted: {reason}")]
    NotEncrypted {
        /// What the engine says.
        reason: String,
    },
    /// The server answers and does not accept the name or the password.
    #[error("the database server refuses the login")]
    LoginRefused,
    /// The server answers and has no database of that name.
    #[error("the server has no database of that name")]
    DatabaseMissing,
    /// A later version of the program has written the database.
    #[error("the database has schema {found}, this program knows schema {known}")]
    Newer {
        /// The schema of the database.
        found: i64,
        /// The newest that this program knows.
        known: i64,
    },
    /// Somebody else has been writing for longer than one can wait.
    #[error("the database is busy")]
    Busy,
    /// No space is left.
    #[error("the disk is full")]
    DiskFull,
    /// The file is damaged as a whole.
    #[error("the file of the database is damaged")]
    FileDamaged,
    /// A stored row does not say what it should.
    #[error("row {row} of table {table} is damaged in column {column}")]
    RowDamaged {
        /// The table.
        table: &'static str,
        /// The column.
        column: &'static str,
        /// The position of the row.
        row: i64,
    },
    /// No such plan is stored.
    #[error("there is no plan {plan}")]
    PlanUnknown {
        /// The plan asked for, as `body/year`.
        plan: String,
        /// The stored plan that is most like it.
        nearest: Option<String>,
    },
    /// The plan, as `body/year`, is there already.
    #[error("there is a plan {0} already")]
    PlanAdopted(String),
    /// The plan has no adopted revision of that number.
    #[error("there is no revision {number}, the last one is {last}")]
    RevisionUnknown {
        /// The number asked for.
        number: i64,
        /// The number of the latest.
        last: i64,
    },
    /// The plan has no draft.
    #[error("the plan has no draft")]
    DraftUnknown,
    /// Somebody changed the draft since it was looked at.
    #[error("{who} has changed the draft since")]
    DraftUnseen {
        /// Who.
        who: String,
    },
    /// A revision was adopted since the draft was made.
    #[error("revision {last} was adopted since the draft was made")]
    DraftOutdated {
        /// Its number.
        last: i64,
    },
    /// The draft says what the plan says: there is nothing to adopt.
    #[error("the draft changes nothing")]
    DraftUnchanged,
    /// The plan cannot take an edit: an answer to what it does not ask.
    #[error("the plan cannot take the edit: {0:?}")]
    Refused(edit::Refusal),
    /// The round cannot be closed.
    #[error("the round cannot be closed: {0:?}")]
    RoundRefused(Refusal),
    /// Something has come since whoever closes the round has looked at it.
    #[error("something has come since the round was looked at")]
    RoundMoved,
    /// No round is closed at that checkpoint.
    #[error("no round is closed at {checkpoint}")]
    RoundUnknown {
        /// The checkpoint asked for.
        checkpoint: Date,
    },
    /// Rows that could not be read are never stored.
    #[error("{count} rows could not be read, the first is {first}")]
    RowsFaulty {
        /// The code of the node or indicator of the first of them.
        first: String,
        /// How many.
        count: usize,
    },
    /// Readings that differ from a stored one of the same day, and are not registered later or
    /// do not say why.
    #[error("{} readings differ from those stored and do not supersede them", .0.len())]
    ReadingsNotSuperseding(Vec<Clash>),
    /// The key of a saving was that of another reading.
    #[error("the key of the saving was used for another reading")]
    KeyUsed,
    /// There is no reading at a position.
    #[error("there is no such reading")]
    ReadingUnknown,
    /// A file of evidence that is too large.
    #[error("the file has more than {most} bytes")]
    EvidenceTooLarge {
        /// The most bytes.
        most: usize,
    },
    /// Nobody has said where files of evidence are kept.
    #[error("there is no data folder")]
    DataFolderMissing,
    /// A file of evidence cannot be written or read.
    #[error("the file of evidence cannot be written: {reason}")]
    EvidenceNotWritten {
        /// What the operating system says.
        reason: String,
    },
    /// A text with the character NUL, which no PostgreSQL can hold.
    #[error("a text with the character NUL in table {table}")]
    TextWithNul {
        /// The table it was for.
        table: &'static str,
    },
    /// A text that can be no account's name.
    #[error("{found:?} can be no account's name")]
    AccountName {
        /// The text.
        found: String,
    },
    /// There is an account of that name already.
    #[error("there is an account {id} already")]
    AccountTaken {
        /// The name.
        id: String,
    },
    /// No account has that name.
    #[error("there is no account {id}")]
    AccountUnknown {
        /// The name asked for.
        id: String,
        /// The name that is most like it.
        nearest: Option<String>,
    },
    /// A password that is too short or too long.
    #[error("a password of {found} characters")]
    PasswordLength {
        /// How many characters it has.
        found: usize,
    },
    /// A role that cannot be granted there.
    #[error("{} cannot be granted there", role.name())]
    GrantNotFitting {
        /// The role.
        role: Role,
    },
    /// A role that was not granted, and so cannot be taken back.
    #[error("{id} is not granted {}", role.name())]
    GrantAbsent {
        /// The account.
        id: String,
        /// The role.
        role: Role,
    },
    /// A text that can be no address of mail.
    #[error("not an address of mail")]
    MailAddress {
        /// The text.
        found: String,
    },
    /// The machine gives no random bytes, or no memory for the hash of a password.
    #[error("no password can be hashed: {reason}")]
    Crypto {
        /// What was said.
        reason: String,
    },
    /// The file of a database that should be there is not.
    #[error("there is no such file")]
    FileMissing,
    /// A copy is brought back into an empty database only.
    #[error("the database is not empty")]
    NotEmpty,
    /// A copy cannot be written.
    #[error("the copy cannot be written: {reason}")]
    CopyNotWritten {
        /// What the operating system says.
        reason: String,
    },
    /// A cell that is neither text nor whole number: nothing of ours.
    #[error("row {row} of table {table} has a cell that nobody knows")]
    CopyCellUnknown {
        /// The table.
        table: String,
        /// The row, counted from 0.
        row: i64,
    },
    /// The file is no copy of a database of ours.
    #[error("the file is no copy of a database")]
    NotACopy,
    /// A later version of the program has made the copy.
    #[error("the copy has schema {found}, this program knows schema {known}")]
    CopyNewer {
        /// The schema of the copy.
        found: i64,
        /// The newest that this program knows.
        known: i64,
    },
    /// What the copy holds is not what was put into it.
    #[error("{file} of the copy is damaged")]
    CopyDamaged {
        /// The file in the archive.
        file: String,
    },
    /// Somebody else has written about the same thing since it was read.
    #[error("{who} has written about it at {at}")]
    WrittenMeanwhile {
        /// Who.
        who: String,
        /// When, as an ISO date and time.
        at: String,
    },
    /// Anything else that the engine says.
    #[error("{0}")]
    Engine(#[from] sqlx::Error),
}

impl StoreError {
    /// The stable name of what is wrong.
    ///
    /// ```
    /// use traguardo_store::{Fault, StoreError};
    /// let error = StoreError { database: "x.db".into(), fault: Fault::NotADatabase };
    /// assert_eq!(error.name(), "not-a-database");
    /// ```
    #[must_use]
    pub fn name(&self) -> &'static str {
        let key = self.fault.key();
        key.strip_prefix("store-").unwrap_or(key)
    }

    /// What is wrong and how to mend it, before it has a language: the text `store-<name>`.
    ///
    /// ```
    /// use traguardo::text::{Lang, Texts};
    /// use traguardo_store::{Fault, StoreError};
    /// let error = StoreError { database: "x.db".into(), fault: Fault::NotADatabase };
    /// assert!(Texts::of(Lang::It).sentence(&error.sentence()).contains("x.db"));
    /// ```
    #[must_use]
    pub fn sentence(&self) -> Sentence {
        let sentence = Sentence::new(self.fault.key()).with("database", self.database.clone());
        match &self.fault {
            Fault::CannotOpen { reason }
            | Fault::NotReachable { reason }
            | Fault::NotEncrypted { reason }
            | Fault::EvidenceNotWritten { reason }
            | Fault::CopyNotWritten { reason } => sentence.with("reason", reason.clone()),
            Fault::EvidenceTooLarge { most } => {
                sentence.with("megabytes", (*most >> 20).to_string())
            }
            Fault::CopyCellUnknown { table, row } => {
                sentence.with("table", table.clone()).with("row", row.to_string())
            }
            Fault::CopyDamaged { file } => sentence.with("file", file.clone()),
            Fault::Newer { found, known } | Fault::CopyNewer { found, known } => {
                sentence.with("found", found.to_string()).with("known", known.to_string())
            }
            Fault::RowDamaged { table, column, row } => sentence
                .with("table", (*table).to_owned())
                .with("column", (*column).to_owned())
                .with("row", row.to_string()),
            Fault::PlanUnknown { plan, nearest } => sentence
                .with("plan", plan.clone())
                .with("nearest", nearest.clone().unwrap_or_default()),
            Fault::RevisionUnknown { number, last } => {
                sentence.with("number", number.to_string()).with("last", last.to_string())
            }
            Fault::DraftUnseen { who } => sentence.with("who", who.clone()),
            Fault::DraftOutdated { last } => sentence.with("last", last.to_string()),
            Fault::RoundRefused(refusal) => refusal.sentence(),
            Fault::RoundUnknown { checkpoint } => sentence.with("date", *checkpoint),
            Fault::RowsFaulty { first, count } => {
                sentence.with("code", first.clone()).with("count", *count)
            }
            Fault::ReadingsNotSuperseding(clashes) => of_clashes(sentence, clashes),
            Fault::TextWithNul { table } => sentence.with("table", (*table).to_owned()),
            Fault::AccountName { found } | Fault::MailAddress { found } => {
                sentence.with("found", found.clone())
            }
            Fault::PlanAdopted(id) | Fault::AccountTaken { id } => sentence.with("id", id.clone()),
            Fault::AccountUnknown { id, nearest } => sentence
                .with("id", id.clone())
                .with("nearest", nearest.clone().unwrap_or_else(|| "none".to_owned())),
            Fault::PasswordLength { found } => sentence
                .with("found", found.to_string())
                .with("least", PASSWORD_CHARS.start().to_string())
                .with("most", PASSWORD_CHARS.end().to_string()),
            Fault::GrantNotFitting { role } => sentence.with("role", Arg::Named(role.key())),
            Fault::GrantAbsent { id, role } => {
                sentence.with("id", id.clone()).with("role", Arg::Named(role.key()))
            }
            Fault::Crypto { reason } => sentence.with("reason", reason.clone()),
            Fault::WrittenMeanwhile { who, at } => {
                sentence.with("who", who.clone()).with("at", at.replace('T', " "))
            }
            Fault::Engine(said) => sentence.with("reason", said.to_string()),
            _ => sentence,
        }
    }

    /// The readings that contradict stored ones, if that is what is wrong.
    ///
    /// ```
    /// use traguardo_store::{Fault, StoreError};
    /// let error = StoreError { database: "x.db".into(), fault: Fault::Busy };
    /// assert!(error.clashes().is_empty());
    /// ```
    #[must_use]
    pub fn clashes(&self) -> &[Clash] {
        match &self.fault {
            Fault::ReadingsNotSuperseding(clashes) => clashes,
            _ => &[],
        }
    }
}

impl Fault {
    fn key(&self) -> &'static str {
        match self {
            Self::AddressNotUnderstood => "store-address-not-understood",
            Self::NotADatabase => "store-not-a-database",
            Self::OfAnotherProgram => "store-of-another-program",
            Self::CannotOpen { .. } => "store-cannot-open",
            Self::NoPermission => "store-no-permission",
            Self::NotReachable { .. } => "store-not-reachable",
            Self::NotEncrypted { .. } => "store-not-encrypted",
            Self::LoginRefused => "store-login-refused",
            Self::DatabaseMissing => "store-database-missing",
            Self::Newer { .. } => "store-newer",
            Self::Busy => "store-busy",
            Self::DiskFull => "store-disk-full",
            Self::FileDamaged => "store-file-damaged",
            Self::RowDamaged { .. } => "store-row-damaged",
            Self::PlanUnknown { nearest: None, .. } => "store-plan-unknown",
            Self::PlanUnknown { nearest: Some(_), .. } => "store-plan-unknown-nearest",
            Self::RevisionUnknown { .. } => "store-revision-unknown",
            Self::DraftUnknown => "store-draft-unknown",
            Self::DraftUnseen { .. } => "store-draft-unseen",
            Self::DraftOutdated { .. } => "store-draft-outdated",
            Self::PlanAdopted(_) => "store-plan-adopted",
            Self::DraftUnchanged => "store-draft-unchanged",
            Self::Refused(_) => "store-edit-refused",
            Self::RoundRefused(_) => "round-refused-closed",
            Self::RoundMoved => "store-round-moved",
            Self::RoundUnknown { .. } => "store-round-unknown",
            Self::RowsFaulty { .. } => "store-rows-faulty",
            Self::ReadingsNotSuperseding(_) => "store-readings-not-superseding",
            Self::KeyUsed => "store-key-used",
            Self::ReadingUnknown => "store-reading-unknown",
            Self::EvidenceTooLarge { .. } => "store-evidence-too-large",
            Self::DataFolderMissing => "store-data-folder-missing",
            Self::EvidenceNotWritten { .. } => "store-evidence-not-written",
            Self::TextWithNul { .. } => "store-text-with-nul",
            Self::AccountName { .. } => "store-account-name",
            Self::AccountTaken { .. } => "store-account-taken",
            Self::AccountUnknown { .. } => "store-account-unknown",
            Self::PasswordLength { .. } => "store-password-length",
            Self::GrantNotFitting { .. } => "store-grant-not-fitting",
            Self::GrantAbsent { .. } => "store-grant-absent",
            Self::MailAddress { .. } => "store-mail-address",
            Self::Crypto { .. } => "store-crypto",
            Self::FileMissing => "store-file-missing",
            Self::NotEmpty => "store-not-empty",
            Self::CopyNotWritten { .. } => "store-copy-not-written",
            Self::CopyCellUnknown { .. } => "store-copy-cell-unknown",
            Self::NotACopy => "store-not-a-copy",
            Self::CopyNewer { .. } => "store-copy-newer",
            Self::CopyDamaged { .. } => "store-copy-damaged",
            Self::WrittenMeanwhile { .. } => "store-written-meanwhile",
            Self::Engine(_) => "store-engine",
        }
    }

    /// The fault of a database, told more precisely where the engine's code says more.
    pub(crate) fn of(self, database: &str) -> StoreError {
        let fault = match self {
            Self::Engine(said) => Self::told(said),
            other => other,
        };
        StoreError { database: database.to_owned(), fault }
    }
}

/// How many readings clash, and where the first one stands.
fn of_clashes(sentence: Sentence, clashes: &[Clash]) -> Sentence {
    let first = clashes.first().map(|clash| &clash.place);
    let code = first.and_then(|place| place.code.clone()).unwrap_or_default();
    let row = first.and_then(|place| place.row).unwrap_or_default();
    sentence.with("count", clashes.len()).with("code", code).with("row", row.to_string())
}
