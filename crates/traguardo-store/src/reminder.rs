//! The table of reminders: who was sent one on which day, so that nobody is sent two.
//! Not here: who is to be told of what, see [`traguardo::reminder`], and sending.

use sqlx::any::AnyArguments;
use sqlx::{AnyConnection, Arguments, Row};
use traguardo::period::{Date, DateTime};

use crate::audit::{self, Deed, Signature};
use crate::error::{Fault, StoreError};
use crate::store::Store;
use crate::table::{Cells, Table, TableKind, Words, Writer, word};

pub(crate) static REMINDER: Table = Table {
    name: "reminder",
    owner: "body",
    columns: &[
        &["person", "day", "outcome", "own", "late", "of_others"],
        &["sent_by", "sent_at", "to_check"],
    ],
    kind: TableKind::Added,
};

const OUTCOMES: &Words<Outcome> = &[("sent", Outcome::Sent), ("failed", Outcome::Failed)];

/// What became of a reminder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It was handed to the server, or is being so now.
    Sent,
    /// The server did not take the one before: it may be tried again.
    Failed,
}

/// A reminder that was sent, or could not be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reminded {
    /// The name of the account.
    pub person: String,
    /// The day for which it was.
    pub day: Date,
    /// What became of it.
    pub outcome: Outcome,
    /// How many readings the person had to record.
    pub own: u32,
    /// How many of them were late.
    pub late: u32,
    /// How many were late of the offices that the person answers for.
    pub of_others: u32,
    /// How many readings the person had to check.
    pub to_check: u32,
    /// Who had it sent, and when.
    pub signature: Signature,
}

impl Store {
    /// The reminders of a body since a day, in the order in which they were written down.
    ///
    /// # Errors
    /// Whatever the engine says.
    pub async fn reminders(&self, ipa: &str, since: Date) -> Result<Vec<Reminded>, StoreError> {
        let found = async {
            let mut reading = self.readers.acquire().await?;
            read(&mut reading, ipa, since).await
        };
        found.await.map_err(|fault| self.error(fault))
    }

    /// Writes a reminder down, and says whether it may be sent: one that was sent to the same
    /// person on the same day and has not failed since may not. One that failed is written down
    /// always.
    ///
    /// # Errors
    /// Whatever the engine says. Nothing is then written.
    pub async fn write_reminder(&self, ipa: &str, new: &Reminded) -> Result<bool, StoreError> {
        self.write_new(ipa, new).await.map_err(|fault| self.error(fault))
    }

    async fn write_new(&self, ipa: &str, new: &Reminded) -> Result<bool, Fault> {
        if new.signature.who.contains('\0') {
            return Err(Fault::TextWithNul { table: "audit" });
        }
        let mut writing = self.writers.begin_with(self.engine.begin_writing()).await?;
        let turn = audit::take_turn(&mut writing).await?;
        if new.outcome == Outcome::Sent && is_sent(&mut writing, ipa, new).await? {
            return Ok(false);
        }
        let sql = "SELECT COUNT(*) FROM reminder WHERE body = $1";
        let count: i64 = sqlx::query(sql).bind(ipa).fetch_one(&mut *writing).await?.try_get(0)?;
        let first = usize::try_from(count).unwrap_or_default();
        let mut writer = Writer::new(&mut writing);
        writer.insert(&REMINDER, ipa, first, std::slice::from_ref(new), fill).await?;
        let contents = writer.contents;
        let told = format!("{ipa}: {} to {}", word(OUTCOMES, &new.outcome), new.person);
        audit::add(&mut writing, turn, &new.signature, (Deed::Reminder, &told), contents).await?;
        writing.commit().await?;
        Ok(true)
    }
}

/// Whether one was sent to the same person on the same day that has not failed.
async fn is_sent(connection: &mut AnyConnection, ipa: &str, new: &Reminded) -> Result<bool, Fault> {
    let sql = "SELECT outcome FROM reminder WHERE body = $1 AND person = $2 AND day = $3 \
               ORDER BY position DESC LIMIT 1";
    let query = sqlx::query(sql).bind(ipa).bind(&*new.person).bind(new.day.to_string());
    let Some(row) = query.fetch_optional(connection).await? else { return Ok(false) };
    Ok(row.try_get::<&str, _>(0)? == word(OUTCOMES, &Outcome::Sent))
}

async fn read(
    connection: &mut AnyConnection,
    ipa: &str,
    since: Date,
) -> Result<Vec<Reminded>, Fault> {
    let mut arguments = AnyArguments::default();
    arguments.add(ipa).map_err(sqlx::Error::Encode)?;
    arguments.add(since.to_string()).map_err(sqlx::Error::Encode)?;
    let found = REMINDER.rows_where(connection, "day >= $2", arguments, |line| {
        Ok(Reminded {
            person: line.text()?,
            day: line.read()?,
            outcome: line.case(OUTCOMES)?,
            own: line.whole()?,
            late: line.whole()?,
            of_others: line.whole()?,
            signature: Signature { who: line.text()?, at: line.read::<DateTime>()? },
            to_check: line.whole_or_blank()?.unwrap_or_default(),
        })
    });
    Ok(found.await?.into_iter().map(|(_, reminded)| reminded).collect())
}

fn fill(cells: &mut Cells, new: &Reminded) {
    cells.text(&new.person);
    cells.shown(&new.day);
    cells.text(word(OUTCOMES, &new.outcome));
    cells.whole(new.own);
    cells.whole(new.late);
    cells.whole(new.of_others);
    cells.text(&new.signature.who);
    cells.shown(&new.signature.at);
    cells.whole_or_blank(Some(new.to_check).filter(|count| *count > 0));
}
