//! All that the history of a plan is found in: its revisions, its readings and who wrote them.
//! Not here: finding it, see [`traguardo::history`].

use sqlx::{AnyConnection, Row};
use traguardo::collection::Mark;
use traguardo::history::{Sources, Version, Written};
use traguardo::plan::Plan;
use traguardo::reading::Readings;
use traguardo::rules::Rules;

use crate::audit::{Entry, Signature};
use crate::collection::{MARK, read_mark};
use crate::error::{Fault, StoreError};
use crate::reading::{self, READING};
use crate::store::Store;
use crate::{audit, body, plan, revision};

/// What the history of a plan is found in.
#[derive(Debug, Clone, PartialEq)]
pub struct Past {
    /// Every adopted revision: its number, who saved it and when, its plan and its rules.
    pub revisions: Vec<(i64, Signature, Plan, Rules)>,
    /// Every reading, in the order in which they came.
    pub readings: Readings,
    /// Who wrote each of them, by position.
    pub written: Vec<Option<Written>>,
    /// What was said of them.
    pub marks: Vec<Mark>,
}

impl Past {
    /// The revisions as history asks for them.
    #[must_use]
    pub fn versions(&self) -> Vec<Version<'_>> {
        let versions = self.revisions.iter().map(|(number, by, plan, rules)| Version {
            number: *number,
            by: &by.who,
            at: by.at,
            plan,
            rules,
        });
        versions.collect()
    }

    /// The sources of history over these versions.
    #[must_use]
    pub fn sources<'a>(&'a self, versions: &'a [Version<'a>]) -> Sources<'a> {
        let Self { readings, written, marks, .. } = self;
        Sources { versions, readings, written, marks }
    }
}

impl Store {
    /// Loads all that the history of a plan is found in.
    ///
    /// # Errors
    /// [`Fault::PlanUnknown`] where there is no such plan, [`Fault::RowDamaged`] where a row cannot
    /// be read, or whatever the engine says.
    pub async fn past(&self, ipa: &str, year: i16) -> Result<Past, StoreError> {
        let load = async {
            let mut reading = self.readers.begin_with(self.engine.begin_reading()).await?;
            past(&mut reading, ipa, year).await
        };
        load.await.map_err(|fault| self.error(fault))
    }

    /// The entries of the audit that concern a body, the latest first, before one of them (`None`:
    /// from the end); at most `count`. Without a body all entries. Their hashes belong to the
    /// chain of all entries.
    ///
    /// # Errors
    /// Whatever the engine says.
    pub async fn latest_entries(
        &self,
        ipa: Option<&str>,
        before: Option<i64>,
        count: i64,
    ) -> Result<Vec<Entry>, StoreError> {
        let entries = async {
            let mut reading = self.readers.begin_with(self.engine.begin_reading()).await?;
            let mut found = Vec::new();
            for number in numbers(&mut reading, ipa, before, count).await? {
                found.append(&mut audit::entries(&mut reading, number - 1, 1).await?);
            }
            Ok(found)
        };
        entries.await.map_err(|fault| self.error(fault))
    }
}

/// The numbers of the latest entries that have written something of a body: of itself, of a plan,
/// a revision or a round.
async fn numbers(
    connection: &mut AnyConnection,
    ipa: Option<&str>,
    before: Option<i64>,
    count: i64,
) -> Result<Vec<i64>, Fault> {
    let before = before.unwrap_or(i64::MAX);
    let rows = match ipa {
        None => {
            let sql = "SELECT number FROM audit WHERE number < $1 ORDER BY number DESC LIMIT $2";
            sqlx::query(sql).bind(before).bind(count).fetch_all(connection).await?
        }
        Some(ipa) => {
            // Not LIKE: codes have underscores.
            let sql = "SELECT DISTINCT entry FROM audit_content \
                       WHERE (owner = $1 OR substr(owner, 1, length($2)) = $3) AND entry < $4 \
                       ORDER BY entry DESC LIMIT $5";
            let below = format!("{ipa}/");
            let query = sqlx::query(sql).bind(ipa.to_owned()).bind(below.clone()).bind(below);
            query.bind(before).bind(count).fetch_all(connection).await?
        }
    };
    Ok(rows.iter().map(|row| row.try_get(0)).collect::<Result<_, _>>()?)
}

async fn past(connection: &mut AnyConnection, ipa: &str, year: i16) -> Result<Past, Fault> {
    let found = body::find(connection, ipa, year).await?;
    let rows = revision::adopted(connection, &found.plan).await?;
    if rows.is_empty() {
        return Err(body::unknown(connection, found.plan).await?);
    }
    let mut revisions = Vec::with_capacity(rows.len());
    for row in rows {
        let (plan, rules) = plan::read(connection, &found, &row).await?;
        revisions.push((row.number, row.signature, plan, rules));
    }
    let list = READING.rows(connection, &found.plan, reading::read).await?;
    let written = written(connection, &found.plan, list.len()).await?;
    let marks = MARK.rows(connection, &found.plan, read_mark).await?;
    Ok(Past { revisions, readings: Readings { list }, written, marks })
}

/// Who wrote each reading of a plan, as the audit says.
async fn written(
    connection: &mut AnyConnection,
    plan: &str,
    count: usize,
) -> Result<Vec<Option<Written>>, Fault> {
    let sql = "SELECT c.first_row, c.row_count, a.who, a.at FROM audit_content c \
               JOIN audit a ON a.number = c.entry \
               WHERE c.table_name = 'reading' AND c.owner = $1 ORDER BY c.entry, c.position";
    let mut written = vec![None; count];
    for row in sqlx::query(sql).bind(plan).fetch_all(connection).await? {
        let (first, rows): (i64, i64) = (row.try_get(0)?, row.try_get(1)?);
        let at: &str = row.try_get(3)?;
        let Ok(at) = at.parse() else { continue };
        let by: String = row.try_get(2)?;
        let first = usize::try_from(first).unwrap_or(usize::MAX);
        let rows = usize::try_from(rows).unwrap_or_default();
        for one in written.iter_mut().skip(first).take(rows) {
            *one = Some(Written { by: by.clone(), at });
        }
    }
    Ok(written)
}
