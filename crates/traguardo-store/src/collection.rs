//! The tables of what becomes of a reading: marks, evidence, and the keys of savings.
//! Not here: saving a reading, see [`crate::recording`], and the files of evidence.

use sqlx::{AnyConnection, Row};
use traguardo::collection::{Evidence, Mark, Proof, Verdict};

use crate::audit::Deed;
use crate::body;
use crate::error::{Fault, StoreError};
use crate::recording::{in_force, stored_at};
use crate::store::{Store, refuse_nul};
use crate::table::{Cells, Line, Table, TableKind, Words, Writer, word};
use crate::{Signature, audit};

pub(crate) static MARK: Table = Table {
    name: "mark",
    owner: "plan",
    columns: &[&["reading", "verdict", "comment", "marked_by", "marked_at"]],
    kind: TableKind::Added,
};
pub(crate) static EVIDENCE: Table = Table {
    name: "evidence",
    owner: "plan",
    columns: &[&["reading", "name", "media", "bytes", "sha256", "link"], &["added_by", "added_at"]],
    kind: TableKind::Added,
};
pub(crate) static SAVING: Table =
    Table { name: "saving", owner: "plan", columns: &[&["key"]], kind: TableKind::Added };

const VERDICTS: &Words<Verdict> =
    &[("checked", Verdict::Checked), ("sent_back", Verdict::SentBack)];

/// What is to be said of a reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saying {
    /// The position of the reading.
    pub reading: usize,
    /// What is said of it.
    pub verdict: Verdict,
    /// A comment; the reason where the reading is sent back.
    pub comment: Option<String>,
}

/// What has become of a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Marked {
    /// It is kept.
    Saved,
    /// There is no such reading.
    Unknown,
    /// Somebody has recorded another reading since, at this position: nobody has looked at that.
    Superseded(usize),
    /// A reading is sent back with a reason only.
    WithoutReason,
}

impl Store {
    /// Keeps what is said of readings, all in one transaction; a reading that was superseded in
    /// the meantime is left alone, and said.
    ///
    /// # Errors
    /// [`Fault::PlanUnknown`], [`Fault::TextWithNul`], or whatever the engine says. Nothing is then
    /// changed.
    pub async fn mark(
        &self,
        ipa: &str,
        year: i16,
        sayings: &[Saying],
        signature: &Signature,
    ) -> Result<Vec<Marked>, StoreError> {
        let marking = self.mark_whole(ipa, year, sayings, signature);
        marking.await.map_err(|fault| self.error(fault))
    }

    async fn mark_whole(
        &self,
        ipa: &str,
        year: i16,
        sayings: &[Saying],
        signature: &Signature,
    ) -> Result<Vec<Marked>, Fault> {
        refuse_nul(&[("audit", &signature.who)])?;
        let mut writing = self.writers.begin_with(self.engine.begin_writing()).await?;
        let turn = audit::take_turn(&mut writing).await?;
        let plan = body::known(&mut writing, ipa, year).await?;
        let (mut answers, mut marks) = (Vec::new(), Vec::new());
        for saying in sayings {
            let answer = standing(&mut writing, &plan, saying).await?;
            answers.push(answer);
            if answer == Marked::Saved {
                marks.push(Mark {
                    reading: saying.reading,
                    verdict: saying.verdict,
                    comment: said(saying).map(String::from),
                    by: signature.who.clone(),
                    at: signature.at,
                });
            }
        }
        if marks.is_empty() {
            writing.rollback().await?;
            return Ok(answers);
        }
        let first = count(&mut writing, &MARK, &plan).await?;
        let mut writer = Writer::new(&mut writing);
        writer.insert(&MARK, &plan, first, &marks, fill_mark).await?;
        let told = told(&plan, &marks);
        let contents = writer.contents;
        audit::add(&mut writing, turn, signature, (Deed::Mark, &told), contents).await?;
        writing.commit().await?;
        Ok(answers)
    }
}

/// Whether something can be said of a reading: it is there, and nobody has recorded another since.
async fn standing(
    connection: &mut AnyConnection,
    plan: &str,
    saying: &Saying,
) -> Result<Marked, Fault> {
    let Some(reading) = stored_at(connection, plan, saying.reading).await? else {
        return Ok(Marked::Unknown);
    };
    let latest = in_force(connection, plan, &reading).await?;
    if let Some((position, _)) = latest.filter(|(position, _)| *position != saying.reading) {
        return Ok(Marked::Superseded(position));
    }
    let is_silent = saying.verdict == Verdict::SentBack && said(saying).is_none();
    Ok(if is_silent { Marked::WithoutReason } else { Marked::Saved })
}

fn said(saying: &Saying) -> Option<&str> {
    saying.comment.as_deref().map(str::trim).filter(|comment| !comment.is_empty())
}

/// How many rows an owner has in a table to which rows are only added: the next position.
pub(crate) async fn count(
    connection: &mut AnyConnection,
    table: &'static Table,
    owner: &str,
) -> Result<usize, Fault> {
    let sql = format!("SELECT MAX(position) FROM {} WHERE {} = $1", table.name, table.owner);
    let row = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(owner).fetch_one(connection).await?;
    let last: Option<i64> = row.try_get(0)?;
    Ok(last.and_then(|last| usize::try_from(last + 1).ok()).unwrap_or(0))
}

fn told(plan: &str, marks: &[Mark]) -> String {
    let of = |verdict| marks.iter().filter(|mark| mark.verdict == verdict).count();
    format!("{plan}: {} checked, {} sent back", of(Verdict::Checked), of(Verdict::SentBack))
}

pub(crate) fn fill_mark(cells: &mut Cells, mark: &Mark) {
    cells.whole(whole(mark.reading));
    cells.text(word(VERDICTS, &mark.verdict));
    cells.text_or_blank(mark.comment.as_deref());
    cells.text(&mark.by);
    cells.shown(&mark.at);
}

pub(crate) fn read_mark(line: &mut Line<'_>) -> Result<Mark, Fault> {
    Ok(Mark {
        reading: line.whole()?,
        verdict: line.case(VERDICTS)?,
        comment: line.text_or_blank()?,
        by: line.text()?,
        at: line.read()?,
    })
}

pub(crate) fn fill_evidence(cells: &mut Cells, evidence: &Evidence) {
    cells.whole(whole(evidence.reading));
    cells.text(&evidence.name);
    let (file, link) = match &evidence.proof {
        Proof::File { media, bytes, sha256 } => (Some((media, bytes, sha256)), None),
        Proof::Link(link) => (None, Some(link)),
    };
    cells.text_or_blank(file.map(|(media, ..)| media.as_str()));
    cells.whole_or_blank(file.map(|(_, bytes, _)| i64::try_from(*bytes).unwrap_or(i64::MAX)));
    cells.text_or_blank(file.map(|(.., sha256)| sha256.as_str()));
    cells.text_or_blank(link.map(String::as_str));
    cells.text(&evidence.by);
    cells.shown(&evidence.at);
}

pub(crate) fn read_evidence(line: &mut Line<'_>) -> Result<Evidence, Fault> {
    let (reading, name) = (line.whole()?, line.text()?);
    let media = line.text_or_blank()?;
    let bytes = line.whole_or_blank()?;
    let sha256 = line.text_or_blank()?;
    let link = line.text_or_blank()?;
    let proof = match (media, bytes, sha256, link) {
        (Some(media), Some(bytes), Some(sha256), None) => Proof::File { media, bytes, sha256 },
        (None, None, None, Some(link)) => Proof::Link(link),
        _ => return Err(line.fault()),
    };
    Ok(Evidence { reading, name, proof, by: line.text()?, at: line.read()? })
}

fn whole(position: usize) -> i64 {
    i64::try_from(position).unwrap_or(i64::MAX)
}
