//! Plans, readings and rules in SQLite or PostgreSQL, behind one concrete [`Store`].
//! Not here: what any of it means; scores are computed from what is loaded and never stored.
//!
//! What a hand-in says is written in one transaction, and loaded whole:
//!
//! ```
//! use traguardo::{period::parse_moment, rules::Rules, sample};
//! use traguardo_store::{Signature, Store};
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), traguardo_store::StoreError> {
//! # let folder = tempfile::tempdir().unwrap();
//! # let url = format!("sqlite:{}", folder.path().join("traguardo.db").display());
//!
//! let store = Store::open(&url).await?; // sqlite:dati/traguardo.db, or postgres://…
//! let signature = Signature {
//!     who: "Ufficio controllo di gestione".to_owned(),
//!     at: parse_moment("2020-07-21 10:30").unwrap(),
//! };
//! let (plan, readings, rules) = (sample::plan(), sample::readings(), Rules::default());
//! let saved = store.save(&plan, &readings, &rules, &signature, |_done, _total| ()).await?;
//! assert_eq!(saved.readings_added, 3);
//!
//! let stored = store.load("cciaa_mo", 2020).await?;
//! assert_eq!((stored.plan, stored.readings), (plan, readings));
//! # Ok(())
//! # }
//! ```

mod account;
mod address;
mod attempt;
mod audit;
mod backup;
mod body;
mod collection;
mod content;
mod desk;
mod details;
mod draft;
mod error;
mod evidence;
mod first_draft;
mod history;
mod indicator;
mod node;
mod office;
mod password;
mod plan;
mod reading;
mod recording;
mod reminder;
mod restore;
mod revision;
mod round;
mod rules;
mod schema;
mod session;
mod setting;
mod standing;
mod store;
mod table;
mod verify;

pub use account::{Account, AccountChange};
pub use audit::{Entry, Signature};
pub use backup::Copied;
pub use collection::{Marked, Saying};
pub use content::Content;
pub use desk::{Carried, DeskEntry, ProposalDrafted};
pub use draft::{Draft, DraftSaved};
pub use error::{Fault, StoreError};
pub use evidence::{EVIDENCE_BYTES, Offered, OfferedContent};
pub use first_draft::FirstDraft;
pub use history::Past;
pub use password::PASSWORD_CHARS;
pub use plan::Listed;
pub use reading::Clash;
pub use recording::{Recorded, Recording};
pub use reminder::{Outcome, Reminded};
pub use round::{Closed, ClosedWhole, Closing, Seen, record_hash};
pub use session::{Credentials, Session, SignIn, form_token, new_token};
pub use setting::{Setting, SettingsChange, last_set};
pub use standing::{OfIndicator, Standing};
pub use store::{Saved, Store, Stored};
pub use verify::{Finding, Verified};
