//! Whether closed rounds are what their records say: each record made anew from the inputs.
//! Not here: the rows against the audit, see [`crate::verify`].

use sqlx::{AnyConnection, Row};
use traguardo::round::record;

use super::{Closed, record_hash, rows, whole};
use crate::error::Fault;
use crate::verify::Finding;

/// Compares every round with its record and its hash, and says how many there are.
pub(crate) async fn prove(
    connection: &mut AnyConnection,
    findings: &mut Vec<Finding>,
) -> Result<i64, Fault> {
    let plans = sqlx::query("SELECT id, body, year FROM plan ORDER BY id");
    let mut count = 0;
    for plan in plans.fetch_all(&mut *connection).await? {
        let (id, ipa, year): (String, String, i64) =
            (plan.try_get(0)?, plan.try_get(1)?, plan.try_get(2)?);
        let rounds = match rows::all(connection, &id).await {
            Ok(rounds) => rounds,
            Err(fault) => {
                findings.push(unread(&id, fault)?);
                continue;
            }
        };
        let year = i16::try_from(year).unwrap_or_default();
        for closed in rounds {
            count += 1;
            let of = format!("{id}/{}", closed.round.checkpoint);
            match whole(connection, &ipa, year, closed).await {
                Ok(whole) => compare(&of, &whole.closed, &record(&whole.frozen()), findings),
                Err(fault) => findings.push(unread(&of, fault)?),
            }
        }
    }
    Ok(count)
}

/// A row that cannot be read is found, not a reason to stop looking.
fn unread(round: &str, fault: Fault) -> Result<Finding, Fault> {
    match fault {
        Fault::RowDamaged { table, .. } => {
            Ok(Finding::RoundUnread { round: round.to_owned(), table: table.to_owned() })
        }
        Fault::RevisionUnknown { .. } | Fault::PlanUnknown { .. } => {
            Ok(Finding::RoundUnread { round: round.to_owned(), table: "revision".to_owned() })
        }
        other => Err(other),
    }
}

fn compare(of: &str, closed: &Closed, anew: &str, findings: &mut Vec<Finding>) {
    if record_hash(&closed.record) != closed.hash {
        findings.push(Finding::RoundHash { round: of.to_owned() });
    }
    if anew == closed.record {
        return;
    }
    // Inputs that differ make the scores differ too: the first line that is no score names what.
    let is_score = |line: &&str| line.starts_with("score\t");
    let (kept, made) = (closed.record.lines(), anew.lines());
    let inputs = first_difference(kept.filter(|l| !is_score(l)), made.filter(|l| !is_score(l)));
    findings.push(match inputs {
        Some(line) => Finding::RoundInputs { round: of.to_owned(), line },
        None => Finding::RoundScores {
            round: of.to_owned(),
            program: closed.round.program.clone(),
            line: first_difference(closed.record.lines(), anew.lines()).unwrap_or_default(),
        },
    });
}

/// The first line that only one of two sorted texts has.
fn first_difference<'a>(
    kept: impl Iterator<Item = &'a str>,
    made: impl Iterator<Item = &'a str>,
) -> Option<String> {
    let (mut kept, mut made) = (kept.fuse(), made.fuse());
    loop {
        match (kept.next(), made.next()) {
            (None, None) => return None,
            (Some(one), Some(other)) if one == other => {}
            (Some(one), Some(other)) => return Some(shown(one.min(other))),
            (Some(one), None) | (None, Some(one)) => return Some(shown(one)),
        }
    }
}

/// As much of a line as a sentence holds.
fn shown(line: &str) -> String {
    const LETTERS: usize = 120;
    let mut text: String = line.replace('\t', " ").chars().take(LETTERS).collect();
    if line.chars().count() > LETTERS {
        text.push('…');
    }
    text
}
