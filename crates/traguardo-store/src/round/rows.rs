//! The rows of closed rounds, written once and read back.
//! Not here: what is decided when one is closed, see [`super`].

use sqlx::AnyConnection;
use traguardo::collection::Mark;
use traguardo::period::Date;
use traguardo::round::{Check, Gap, GapKind, Included, Round, Standing};

use super::Closed;
use crate::collection::{MARK, read_mark};
use crate::error::Fault;
use crate::table::{Cells, Line, Table, TableKind, Words, Writer, word};

pub(crate) static ROUND: Table = Table {
    name: "round",
    owner: "plan",
    columns: &[
        &["checkpoint", "revision", "program", "closed_by", "closed_at", "reason"],
        &["body_name", "known", "record", "hash"],
    ],
    kind: TableKind::Added,
};
pub(crate) static ROUND_READING: Table = Table {
    name: "round_reading",
    owner: "round",
    columns: &[&["reading", "standing", "checked_by", "checked_at"]],
    kind: TableKind::Added,
};
pub(crate) static ROUND_GAP: Table = Table {
    name: "round_gap",
    owner: "round",
    columns: &[&["indicator", "part", "kind"]],
    kind: TableKind::Added,
};

const STANDINGS: &Words<Standing> = &[
    ("counted", Standing::Counted),
    ("reference", Standing::Reference),
    ("beside", Standing::Beside),
];

/// The id of a round, made of what it is.
fn id(plan: &str, checkpoint: Date) -> String {
    format!("{plan}/{checkpoint}")
}

/// Writes a round behind those that there are.
pub(super) async fn put(
    writer: &mut Writer<'_>,
    plan: &str,
    position: usize,
    closed: &Closed,
) -> Result<(), Fault> {
    let id = id(plan, closed.round.checkpoint);
    writer.insert(&ROUND, plan, position, std::slice::from_ref(closed), fill).await?;
    writer.insert(&ROUND_READING, &id, 0, &closed.round.included, fill_reading).await?;
    writer.insert(&ROUND_GAP, &id, 0, &closed.round.gaps, fill_gap).await
}

/// Every round of a plan, in the order in which they were closed.
pub(super) async fn all(connection: &mut AnyConnection, plan: &str) -> Result<Vec<Closed>, Fault> {
    let mut rounds = ROUND.rows(connection, plan, read).await?;
    for closed in &mut rounds {
        let id = id(plan, closed.round.checkpoint);
        closed.round.included = ROUND_READING.rows(connection, &id, read_reading).await?;
        closed.round.gaps = ROUND_GAP.rows(connection, &id, read_gap).await?;
    }
    Ok(rounds)
}

/// The checkpoints that are closed.
pub(super) async fn checkpoints(
    connection: &mut AnyConnection,
    plan: &str,
) -> Result<Vec<Date>, Fault> {
    let rounds = ROUND.rows(connection, plan, read).await?;
    Ok(rounds.into_iter().map(|closed| closed.round.checkpoint).collect())
}

/// What was said of the readings of a plan.
pub(super) async fn marks(connection: &mut AnyConnection, plan: &str) -> Result<Vec<Mark>, Fault> {
    MARK.rows(connection, plan, read_mark).await
}

fn fill(cells: &mut Cells, closed: &Closed) {
    let Closed { round, body_name, record, hash } = closed;
    cells.shown(&round.checkpoint);
    cells.whole(round.revision);
    cells.text(&round.program);
    cells.text(&round.closed_by);
    cells.shown(&round.closed_at);
    cells.text_or_blank(round.reason.as_deref());
    cells.text(body_name);
    cells.whole(whole(round.known));
    cells.text(record);
    cells.text(hash);
}

fn read(line: &mut Line<'_>) -> Result<Closed, Fault> {
    let round = Round {
        checkpoint: line.read()?,
        revision: line.whole()?,
        program: line.text()?,
        closed_by: line.text()?,
        closed_at: line.read()?,
        reason: line.text_or_blank()?,
        gaps: Vec::new(),
        known: 0,
        included: Vec::new(),
    };
    let body_name = line.text()?;
    let round = Round { known: line.whole()?, ..round };
    Ok(Closed { round, body_name, record: line.text()?, hash: line.text()? })
}

fn fill_reading(cells: &mut Cells, included: &Included) {
    cells.whole(whole(included.position));
    cells.text(word(STANDINGS, &included.standing));
    cells.text_or_blank(included.check.as_ref().map(|check| check.by.as_str()));
    cells.shown_or_blank(included.check.as_ref().map(|check| check.at));
}

fn read_reading(line: &mut Line<'_>) -> Result<Included, Fault> {
    let (position, standing) = (line.whole()?, line.case(STANDINGS)?);
    let checked = line.text_or_blank()?.zip(line.read_or_blank()?);
    Ok(Included { position, standing, check: checked.map(|(by, at)| Check { by, at }) })
}

fn fill_gap(cells: &mut Cells, gap: &Gap) {
    cells.text(&gap.indicator);
    cells.whole_or_blank(gap.part);
    cells.text(gap.kind.name());
}

fn read_gap(line: &mut Line<'_>) -> Result<Gap, Fault> {
    let (indicator, part) = (line.text()?, line.whole_or_blank()?);
    let kind = GapKind::of(&line.text()?).ok_or_else(|| line.fault())?;
    Ok(Gap { indicator, part, kind })
}

fn whole(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
