//! The audit: who changed what and when, each entry with the hash of the one before.
//! Not here: what the change consists of, which the other tables hold, and the comparison of the
//! two, see [`crate::verify`].

use sha2::{Digest, Sha256};
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, AssertSqlSafe, Row};
use traguardo::period::DateTime;

use crate::content::{Content, hex};
use crate::error::Fault;

/// Who changes something, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// Who: a person, an office or a program.
    pub who: String,
    /// When.
    pub at: DateTime,
}

/// What is done: the first word of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Deed {
    /// An account is added or changed.
    Account,
    /// A revision is adopted.
    Adopt,
    /// A question on a target is answered.
    Answer,
    /// A round is closed.
    Close,
    /// The OIV writes.
    Desk,
    /// A draft is opened, changed or given up.
    Draft,
    /// A plan is handed in.
    Import,
    /// Somebody looks at individual objectives.
    Look,
    /// Readings are checked or sent back.
    Mark,
    /// Evidence is attached.
    Prove,
    /// A reading is recorded.
    Record,
    /// Somebody is reminded.
    Reminder,
    /// A setting of the body changes.
    Setting,
    /// What was there before the audit is taken in.
    TakeIn,
}

impl Deed {
    /// All of them.
    const ALL: [Self; 14] = [
        Self::Account,
        Self::Adopt,
        Self::Answer,
        Self::Close,
        Self::Desk,
        Self::Draft,
        Self::Import,
        Self::Look,
        Self::Mark,
        Self::Prove,
        Self::Record,
        Self::Reminder,
        Self::Setting,
        Self::TakeIn,
    ];

    /// Its word in the audit.
    fn word(self) -> &'static str {
        match self {
            Self::Account => "account",
            Self::Adopt => "adopt",
            Self::Answer => "answer",
            Self::Close => "close",
            Self::Desk => "desk",
            Self::Draft => "draft",
            Self::Import => "import",
            Self::Look => "look",
            Self::Mark => "mark",
            Self::Prove => "prove",
            Self::Record => "record",
            Self::Reminder => "reminder",
            Self::Setting => "setting",
            Self::TakeIn => "take-in",
        }
    }
}

/// An entry of the audit, as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its number, counted from 1.
    pub number: i64,
    /// When, as an ISO date and time.
    pub at: String,
    /// Who.
    pub who: String,
    /// What was done, in English: a word, what it was done to, and how much.
    pub what: String,
    /// The hash of the entry before; empty in the first.
    pub previous: String,
    /// The hash of this one.
    pub hash: String,
    /// What it has written, table by table.
    pub contents: Vec<Content>,
}

impl Entry {
    /// The name of the text that says what was done.
    #[must_use]
    pub fn action(&self) -> String {
        let word = self.what.split([' ', ':']).next().unwrap_or_default();
        let is_known = Deed::ALL.into_iter().any(|deed| deed.word() == word);
        // What is not known a later program has written.
        format!("trail-action-{}", if is_known { word } else { "other" })
    }

    /// What it was done to, and how much: what follows the first word, in English.
    #[must_use]
    pub fn told(&self) -> &str {
        self.what.split_once(' ').map_or("", |(_, told)| told)
    }

    /// The hash that follows from the rest of the entry: SHA-256 over each field with its length,
    /// so that no two entries can read the same.
    ///
    /// ```
    /// let entry = traguardo_store::Entry {
    ///     number: 1,
    ///     at: "2020-07-21T10:30:00".into(),
    ///     who: "Ufficio".into(),
    ///     what: "import".into(),
    ///     previous: String::new(),
    ///     hash: String::new(),
    ///     contents: Vec::new(),
    /// };
    /// // printf '0:\n1:1\n19:2020-07-21T10:30:00\n7:Ufficio\n6:import\n' | sha256sum
    /// assert!(entry.computed_hash().starts_with("32ba761e0dc78e34"));
    /// ```
    #[must_use]
    pub fn computed_hash(&self) -> String {
        let mut hasher = Sha256::new();
        let mut field = |text: &str| hasher.update(format!("{}:{text}\n", text.len()));
        field(&self.previous);
        field(&self.number.to_string());
        [&self.at, &self.who, &self.what].into_iter().for_each(|text| field(text));
        for Content { table, owner, first, rows, digest } in &self.contents {
            field(table);
            field(owner);
            field(&first.to_string());
            field(&rows.to_string());
            field(digest);
        }
        hex(&hasher.finalize())
    }
}

/// The place of the next entry.
pub(crate) struct Turn {
    number: i64,
    previous: String,
}

/// Makes every other writer wait until the end of the transaction, where it is not sure yet that
/// anything will be written. It must come first in it.
pub(crate) async fn wait_turn(connection: &mut AnyConnection) -> Result<(), Fault> {
    let sql = "UPDATE audit_head SET entries = entries WHERE id = 1";
    sqlx::query(sql).execute(connection).await?;
    Ok(())
}

/// Makes every other writer wait until the end of the transaction. It must come first in it:
/// what is read afterwards is then what the writer before has left.
pub(crate) async fn take_turn(connection: &mut AnyConnection) -> Result<Turn, Fault> {
    let sql = "UPDATE audit_head SET entries = entries + 1 WHERE id = 1 RETURNING entries, hash";
    let row = sqlx::query(sql).fetch_one(connection).await?;
    Ok(Turn { number: row.try_get(0)?, previous: row.try_get(1)? })
}

/// Adds an entry: the deed, what it was done to and how much, and what it has written.
pub(crate) async fn add(
    connection: &mut AnyConnection,
    turn: Turn,
    signature: &Signature,
    (deed, told): (Deed, &str),
    contents: Vec<Content>,
) -> Result<(), Fault> {
    let Turn { number, previous } = turn;
    let (at, who) = (signature.at.to_string(), signature.who.clone());
    let what = format!("{} {told}", deed.word());
    let mut entry = Entry { number, at, who, what, previous, hash: String::new(), contents };
    entry.hash = entry.computed_hash();
    let sql = "INSERT INTO audit (number, at, who, what, previous, hash) \
               VALUES ($1, $2, $3, $4, $5, $6)";
    sqlx::query(sql)
        .bind(number)
        .bind(entry.at)
        .bind(entry.who)
        .bind(entry.what)
        .bind(entry.previous)
        .bind(entry.hash.as_str())
        .execute(&mut *connection)
        .await?;
    put_contents(connection, number, &entry.contents).await?;
    let sql = "UPDATE audit_head SET hash = $1 WHERE id = 1";
    sqlx::query(sql).bind(entry.hash).execute(connection).await?;
    Ok(())
}

/// Many at once: each statement is a way to the server and back.
async fn put_contents(
    connection: &mut AnyConnection,
    entry: i64,
    contents: &[Content],
) -> Result<(), Fault> {
    const AT_ONCE: usize = 100;
    let mut position = 0_i64;
    for chunk in contents.chunks(AT_ONCE) {
        let rows = (0..chunk.len()).map(|row| {
            let marks: Vec<_> = (1..=7).map(|mark| format!("${}", row * 7 + mark)).collect();
            format!("({})", marks.join(", "))
        });
        let sql = format!(
            "INSERT INTO audit_content \
             (entry, position, table_name, owner, first_row, row_count, digest) VALUES {}",
            rows.collect::<Vec<_>>().join(", ")
        );
        let mut query = sqlx::query(AssertSqlSafe(sql));
        for content in chunk {
            query = query.bind(entry).bind(position).bind(content.table.as_str());
            query = query.bind(content.owner.as_str()).bind(content.first).bind(content.rows);
            query = query.bind(content.digest.as_str());
            position += 1;
        }
        query.execute(&mut *connection).await?;
    }
    Ok(())
}

/// The entries behind one of them, in order, so many at most.
pub(crate) async fn entries(
    connection: &mut AnyConnection,
    after: i64,
    count: i64,
) -> Result<Vec<Entry>, Fault> {
    let sql = "SELECT number, at, who, what, previous, hash FROM audit \
               WHERE number > $1 ORDER BY number LIMIT $2";
    let rows = sqlx::query(sql).bind(after).bind(count).fetch_all(&mut *connection).await?;
    let mut entries: Vec<Entry> = rows.iter().map(entry).collect::<Result<_, _>>()?;
    let Some(last) = entries.last().map(|entry| entry.number) else { return Ok(entries) };
    let sql = "SELECT entry, table_name, owner, first_row, row_count, digest FROM audit_content \
               WHERE entry > $1 AND entry <= $2 ORDER BY entry, position";
    let rows = sqlx::query(sql).bind(after).bind(last).fetch_all(connection).await?;
    let mut at = 0;
    for row in &rows {
        let number: i64 = row.try_get(0)?;
        while entries.get(at).is_some_and(|entry| entry.number < number) {
            at += 1;
        }
        if let Some(entry) = entries.get_mut(at).filter(|entry| entry.number == number) {
            entry.contents.push(content(row)?);
        }
    }
    Ok(entries)
}

/// How many entries there should be, and the hash of the last.
pub(crate) async fn head(connection: &mut AnyConnection) -> Result<(i64, String), Fault> {
    let sql = "SELECT entries, hash FROM audit_head WHERE id = 1";
    let head = sqlx::query(sql).fetch_optional(connection).await?;
    let Some(head) = head else { return Ok((0, String::new())) };
    Ok((head.try_get(0)?, head.try_get(1)?))
}

fn entry(row: &AnyRow) -> Result<Entry, Fault> {
    Ok(Entry {
        number: row.try_get(0)?,
        at: row.try_get(1)?,
        who: row.try_get(2)?,
        what: row.try_get(3)?,
        previous: row.try_get(4)?,
        hash: row.try_get(5)?,
        contents: Vec::new(),
    })
}

fn content(row: &AnyRow) -> Result<Content, Fault> {
    Ok(Content {
        table: row.try_get(1)?,
        owner: row.try_get(2)?,
        first: row.try_get(3)?,
        rows: row.try_get(4)?,
        digest: row.try_get(5)?,
    })
}

#[cfg(test)]
mod tests {
    use traguardo::text::{Lang, Texts};

    use super::*;

    #[test]
    fn every_deed_has_its_words_in_both_languages() {
        for lang in [Lang::It, Lang::En] {
            for deed in Deed::ALL {
                let key = format!("trail-action-{}", deed.word());
                assert_ne!(Texts::of(lang).say(&key, &[]), key);
            }
        }
    }
}
