//! Comparing what is stored with what the audit says was written, and the audit with itself.
//! Not here: writing entries, see [`crate::audit`].

use std::collections::HashMap;
use std::path::PathBuf;

use futures_util::TryStreamExt;
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, AssertSqlSafe, Row};
use traguardo::text::Sentence;

use crate::audit::{self, Deed, Signature};
use crate::body::{BODY, PLAN};
use crate::collection::{EVIDENCE, MARK, SAVING};
use crate::content::{Content, Raw, RowDigest};
use crate::desk;
use crate::error::Fault;
use crate::evidence;
use crate::plan::TABLES;
use crate::reading::READING;
use crate::reminder::REMINDER;
use crate::revision::REVISION;
use crate::round::{self, ROUND, ROUND_GAP, ROUND_READING};
use crate::setting::SETTING;
use crate::table::{Table, TableKind};

/// Entries read at once.
const AT_ONCE: i64 = 1000;

/// What a comparison has come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// How many entries the audit has.
    pub entries: i64,
    /// The hash of the last of them. Who keeps a copy elsewhere can tell if all were rewritten.
    pub hash: String,
    /// How many stored rows were compared.
    pub rows: i64,
    /// How many closed rounds were made anew from their inputs.
    pub rounds: i64,
    /// What does not match; nothing where all is as it was written.
    pub findings: Vec<Finding>,
}

/// Something that does not match.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// An entry is not as it was written, or does not follow from the one before it.
    EntryBroken {
        /// Its number.
        entry: i64,
    },
    /// The last entries are gone, or others were put behind them.
    EndBroken {
        /// The number of the last entry there is.
        last: i64,
        /// How many there should be.
        expected: i64,
    },
    /// Rows are not as an entry says they were written.
    RowsChanged {
        /// The table.
        table: String,
        /// Whose they are.
        owner: String,
        /// Who wrote them, and when, as the audit says.
        entry: i64,
        /// Who.
        who: String,
        /// When.
        at: String,
        /// How many were written.
        written: i64,
        /// How many there are.
        stored: i64,
    },
    /// Rows of which no entry says that they were written.
    RowsUnknown {
        /// The table.
        table: String,
        /// Whose they are.
        owner: String,
        /// How many.
        rows: i64,
    },
    /// The hash of a closed round is not that of its record.
    RoundHash {
        /// The round, as body/year/checkpoint.
        round: String,
    },
    /// The inputs of a closed round are not those that its record says.
    RoundInputs {
        /// The round.
        round: String,
        /// The first line that differs.
        line: String,
    },
    /// From the inputs of a closed round this program does not reckon the scores of its record.
    RoundScores {
        /// The round.
        round: String,
        /// The version that closed it.
        program: String,
        /// The first line that differs.
        line: String,
    },
    /// A closed round cannot be loaded any more.
    RoundUnread {
        /// The round, or the plan whose rounds they are.
        round: String,
        /// The table where it fails.
        table: String,
    },
    /// A file of evidence that is not there.
    EvidenceMissing {
        /// The hash under which it was kept.
        sha256: String,
    },
    /// A file of evidence that is not what was kept.
    EvidenceChanged {
        /// The hash under which it was kept.
        sha256: String,
    },
}

impl Finding {
    /// What does not match, before it has a language.
    ///
    /// ```
    /// use traguardo::text::{Lang, Texts};
    /// use traguardo_store::Finding;
    /// let finding = Finding::EntryBroken { entry: 7 };
    /// assert!(Texts::of(Lang::It).sentence(&finding.sentence()).contains("n. 7"));
    /// ```
    #[must_use]
    pub fn sentence(&self) -> Sentence {
        match self {
            Self::EntryBroken { entry } => {
                Sentence::new("trail-entry-broken").with("entry", entry.to_string())
            }
            Self::EndBroken { last, expected } => Sentence::new("trail-end-broken")
                .with("last", last.to_string())
                .with("expected", expected.to_string()),
            Self::RowsChanged { table, owner, entry, who, at, written, stored } => {
                let sentence = if written == stored {
                    Sentence::new("trail-rows-changed")
                } else {
                    Sentence::new("trail-rows-counted").with("stored", *stored)
                };
                sentence
                    .with("table", table.clone())
                    .with("owner", owner.clone())
                    .with("entry", entry.to_string())
                    .with("who", who.clone())
                    .with("at", at.replace('T', " "))
                    .with("written", *written)
            }
            Self::RowsUnknown { table, owner, rows } => Sentence::new("trail-rows-unknown")
                .with("table", table.clone())
                .with("owner", owner.clone())
                .with("rows", *rows),
            Self::RoundHash { round } => {
                Sentence::new("round-hash-broken").with("round", round.clone())
            }
            Self::RoundInputs { round, line } => Sentence::new("round-inputs-changed")
                .with("round", round.clone())
                .with("line", line.clone()),
            Self::RoundScores { round, program, line } => Sentence::new("round-scores-changed")
                .with("round", round.clone())
                .with("program", program.clone())
                .with("line", line.clone()),
            Self::RoundUnread { round, table } => Sentence::new("round-unread")
                .with("round", round.clone())
                .with("table", table.clone()),
            Self::EvidenceMissing { sha256 } => {
                Sentence::new("trail-evidence-missing").with("file", sha256.clone())
            }
            Self::EvidenceChanged { sha256 } => {
                Sentence::new("trail-evidence-changed").with("file", sha256.clone())
            }
        }
    }
}

/// Rows that an entry says it has written.
struct Span {
    entry: i64,
    first: i64,
    rows: i64,
    digest: String,
}

/// By table and owner, in the order of positions: the last that was written, or all of them where
/// rows are only added.
type Spans = HashMap<&'static str, HashMap<String, Vec<Span>>>;

/// The first entry that does not follow from the one before it; one more than the last where the
/// end is cut off.
pub(crate) async fn first_broken(connection: &mut AnyConnection) -> Result<Option<i64>, Fault> {
    let mut found = Vec::new();
    chain(connection, &mut found).await?;
    Ok(found.first().map(|finding| match finding {
        Finding::EntryBroken { entry } => *entry,
        Finding::EndBroken { last, .. } => last + 1,
        _ => 0,
    }))
}

/// Compares everything.
pub(crate) async fn verify(
    connection: &mut AnyConnection,
    folder: Option<PathBuf>,
) -> Result<Verified, Fault> {
    let mut findings = Vec::new();
    let mut spans = chain(connection, &mut findings).await?;
    let (entries, hash) = audit::head(connection).await?;
    let mut rows = 0;
    for table in tables() {
        let spans = spans.remove(table.name).unwrap_or_default();
        rows += compare(connection, table, spans, &mut findings).await?;
    }
    name_writers(connection, &mut findings).await?;
    let rounds = round::prove(connection, &mut findings).await?;
    findings.append(&mut evidence::verify(connection, folder).await?);
    Ok(Verified { entries, hash, rows, rounds, findings })
}

/// Takes what is stored into the audit as it is: what was written before the audit covered it.
pub(crate) async fn take_in(connection: &mut AnyConnection) -> Result<(), Fault> {
    let mut contents = Vec::new();
    for table in tables() {
        contents.append(&mut found(connection, table).await?);
    }
    if contents.is_empty() {
        return Ok(());
    }
    let now = jiff::Zoned::now().datetime();
    let at = now.with().subsec_nanosecond(0).build().unwrap_or(now);
    let signature = Signature { who: "traguardo".to_owned(), at };
    let turn = audit::take_turn(connection).await?;
    let told = "what was stored before the audit covered it, as it was found";
    audit::add(connection, turn, &signature, (Deed::TakeIn, told), contents).await
}

/// Every table whose rows the audit covers.
fn tables() -> impl Iterator<Item = &'static Table> {
    let of_bodies = [&SETTING, &REMINDER];
    let of_plans = [&READING, &MARK, &EVIDENCE, &SAVING, &ROUND, &ROUND_READING, &ROUND_GAP];
    let whole = [&BODY, &PLAN, &REVISION].into_iter().chain(TABLES).chain(of_plans);
    whole.chain(of_bodies).chain(desk::TABLES)
}

/// Follows the audit from its beginning to its end.
async fn chain(connection: &mut AnyConnection, found: &mut Vec<Finding>) -> Result<Spans, Fault> {
    let mut spans = Spans::new();
    let (mut last, mut previous) = (0_i64, String::new());
    loop {
        let entries = audit::entries(connection, last, AT_ONCE).await?;
        if entries.is_empty() {
            break;
        }
        for entry in entries {
            let follows = entry.number == last + 1 && entry.previous == previous;
            if !follows || entry.computed_hash() != entry.hash {
                found.push(Finding::EntryBroken { entry: entry.number });
            }
            last = entry.number;
            previous = entry.hash;
            entry.contents.into_iter().for_each(|content| keep(&mut spans, last, content));
        }
    }
    let (expected, hash) = audit::head(connection).await?;
    if (expected, hash) != (last, previous) {
        found.push(Finding::EndBroken { last, expected });
    }
    Ok(spans)
}

fn keep(spans: &mut Spans, entry: i64, content: Content) {
    let Content { table, owner, first, rows, digest } = content;
    // A table that nobody knows can only stand in an entry that does not follow.
    let Some(table) = tables().find(|known| known.name == table) else { return };
    let of_owner = spans.entry(table.name).or_default().entry(owner).or_default();
    if table.kind != TableKind::Added {
        of_owner.clear();
    }
    of_owner.push(Span { entry, first, rows, digest });
}

/// Compares the rows of a table with what was written to it, and says how many there are.
async fn compare(
    connection: &mut AnyConnection,
    table: &'static Table,
    mut spans: HashMap<String, Vec<Span>>,
    findings: &mut Vec<Finding>,
) -> Result<i64, Fault> {
    let mut count = 0;
    let mut current: Option<Comparison> = None;
    let mut rows = sqlx::query(AssertSqlSafe(table.select())).fetch(connection);
    while let Some(row) = rows.try_next().await? {
        count += 1;
        let (owner, position): (String, i64) = (row.try_get(0)?, row.try_get(1)?);
        if current.as_ref().is_none_or(|comparison| comparison.owner != owner) {
            let written = spans.remove(&owner).unwrap_or_default();
            let next = Comparison::new(table, owner, written);
            if let Some(done) = current.replace(next) {
                done.finish(findings);
            }
        }
        if let Some(comparison) = &mut current {
            comparison.row(position, &row, findings)?;
        }
    }
    if let Some(done) = current {
        done.finish(findings);
    }
    let mut gone: Vec<_> = spans.into_iter().collect();
    gone.sort_by(|(one, _), (other, _)| one.cmp(other));
    for (owner, written) in gone {
        Comparison::new(table, owner, written).finish(findings);
    }
    Ok(count)
}

/// The rows of one owner beside what was written of them.
struct Comparison {
    table: &'static Table,
    owner: String,
    spans: std::vec::IntoIter<Span>,
    open: Option<(Span, RowDigest)>,
    unknown: i64,
}

impl Comparison {
    fn new(table: &'static Table, owner: String, written: Vec<Span>) -> Self {
        let mut comparison =
            Self { table, owner, spans: written.into_iter(), open: None, unknown: 0 };
        comparison.advance();
        comparison
    }

    fn advance(&mut self) {
        let digest = || RowDigest::new(self.table.names().collect());
        self.open = self.spans.next().map(|span| (span, digest()));
    }

    fn row(
        &mut self,
        position: i64,
        row: &AnyRow,
        findings: &mut Vec<Finding>,
    ) -> Result<(), Fault> {
        while self.open.as_ref().is_some_and(|(span, _)| position >= span.first + span.rows) {
            self.close(findings);
        }
        match &mut self.open {
            Some((span, digest)) if position >= span.first => take(digest, position, row),
            _ => {
                self.unknown += 1;
                Ok(())
            }
        }
    }

    fn close(&mut self, findings: &mut Vec<Finding>) {
        if let Some((span, digest)) = self.open.take() {
            let stored = digest.content(self.table.name, &self.owner, span.first);
            if (stored.rows, &stored.digest) != (span.rows, &span.digest) {
                findings.push(Finding::RowsChanged {
                    table: stored.table,
                    owner: stored.owner,
                    entry: span.entry,
                    who: String::new(),
                    at: String::new(),
                    written: span.rows,
                    stored: stored.rows,
                });
            }
        }
        self.advance();
    }

    fn finish(mut self, findings: &mut Vec<Finding>) {
        while self.open.is_some() {
            self.close(findings);
        }
        if self.unknown > 0 {
            findings.push(Finding::RowsUnknown {
                table: self.table.name.to_owned(),
                owner: self.owner,
                rows: self.unknown,
            });
        }
    }
}

/// Takes a stored row into a digest.
fn take(digest: &mut RowDigest, position: i64, row: &AnyRow) -> Result<(), Fault> {
    digest.row(position);
    for at in 2..row.len() {
        match Raw::of(row, at)? {
            Some(cell) => digest.raw(&cell),
            // Never written by us: NUL is refused, so that no digest has it.
            None => digest.cell(Some("\0")),
        }
    }
    Ok(())
}

/// What a table holds, owner by owner, as contents of an entry that had written it.
async fn found(
    connection: &mut AnyConnection,
    table: &'static Table,
) -> Result<Vec<Content>, Fault> {
    let mut contents = Vec::new();
    let mut current: Option<(String, RowDigest)> = None;
    let mut rows = sqlx::query(AssertSqlSafe(table.select())).fetch(connection);
    while let Some(row) = rows.try_next().await? {
        let (owner, position): (String, i64) = (row.try_get(0)?, row.try_get(1)?);
        if current.as_ref().is_none_or(|(same, _)| *same != owner) {
            let next = (owner, RowDigest::new(table.names().collect()));
            if let Some((owner, digest)) = current.replace(next) {
                contents.push(digest.content(table.name, &owner, 0));
            }
        }
        if let Some((_, digest)) = &mut current {
            take(digest, position, &row)?;
        }
    }
    contents.extend(current.map(|(owner, digest)| digest.content(table.name, &owner, 0)));
    Ok(contents)
}

/// Says of changed rows who wrote them and when.
async fn name_writers(
    connection: &mut AnyConnection,
    findings: &mut [Finding],
) -> Result<(), Fault> {
    for finding in findings {
        if let Finding::RowsChanged { entry, who, at, .. } = finding {
            let sql = "SELECT who, at FROM audit WHERE number = $1";
            let row = sqlx::query(sql).bind(*entry).fetch_optional(&mut *connection).await?;
            if let Some(row) = row {
                (*who, *at) = (row.try_get(0)?, row.try_get(1)?);
            }
        }
    }
    Ok(())
}
