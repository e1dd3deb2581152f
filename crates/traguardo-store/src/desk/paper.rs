//! The tables of samples, of what could be drawn, and of work papers.
//! Not here: the draw, see [`traguardo::desk::draw`].

use traguardo::desk::{Candidate, Drawn, Jump, Sample, Verdict, WorkPaper, Written};

use super::added;
use super::row::{fill_signed, read_signed};
use crate::error::Fault;
use crate::table::{Cells, Line, Table, Words, word};

pub(crate) static SAMPLE: Table =
    added("sample", "plan", &[&["round", "seed", "revision", "written_by", "written_at"]]);
pub(crate) static SAMPLE_CANDIDATE: Table = added(
    "sample_candidate",
    "plan",
    &[
        &["sample", "reading", "indicator", "weight", "jump_from", "jump", "late_days"],
        &["without_evidence", "turn"],
    ],
);
pub(crate) static WORK_PAPER: Table = added(
    "work_paper",
    "plan",
    &[&["sample", "reading", "looked_at", "found", "verdict", "written_by", "written_at"]],
);

const VERDICTS: &Words<Verdict> = &[
    ("open", Verdict::Open),
    ("confirmed", Verdict::Confirmed),
    ("to_correct", Verdict::ToCorrect),
    ("unsupported", Verdict::Unsupported),
];

pub(super) fn fill_sample(cells: &mut Cells, row: &Written<Sample>) {
    let Sample { round, seed, revision, candidates: _ } = &row.what;
    cells.shown(round);
    cells.whole(*seed);
    cells.whole(*revision);
    fill_signed(cells, row);
}

/// The sample without its candidates, which have a table of their own.
pub(super) fn read_sample(line: &mut Line<'_>) -> Result<Written<Sample>, Fault> {
    let (round, seed, revision) = (line.read()?, line.whole()?, line.whole()?);
    read_signed(line, Sample { round, seed, revision, candidates: Vec::new() })
}

pub(super) fn fill_candidate(cells: &mut Cells, (sample, drawn): &(usize, Drawn)) {
    let Drawn { candidate, turn } = drawn;
    cells.whole(position(*sample));
    cells.whole(position(candidate.reading));
    cells.text(&candidate.indicator);
    cells.whole(candidate.weight);
    let (from, jump) = match candidate.jump {
        None => (None, None),
        Some(Jump::Reading(by)) => (Some("reading"), Some(by)),
        Some(Jump::Target(reached)) => (Some("target"), Some(reached)),
    };
    cells.text_or_blank(from);
    cells.shown_or_blank(jump);
    cells.whole_or_blank(candidate.late_days);
    cells.whole(candidate.without_evidence);
    cells.whole_or_blank(*turn);
}

pub(super) fn read_candidate(line: &mut Line<'_>) -> Result<(usize, Drawn), Fault> {
    let sample = line.whole()?;
    let (reading, indicator, weight) = (line.whole()?, line.text()?, line.whole()?);
    let (from, jump) = (line.text_or_blank()?, line.read_or_blank()?);
    let jump = match (from.as_deref(), jump) {
        (None, None) => None,
        (Some("reading"), Some(by)) => Some(Jump::Reading(by)),
        (Some("target"), Some(reached)) => Some(Jump::Target(reached)),
        _ => return Err(line.fault()),
    };
    let (late_days, without_evidence) = (line.whole_or_blank()?, line.yes()?);
    let candidate = Candidate { reading, indicator, weight, jump, late_days, without_evidence };
    Ok((sample, Drawn { candidate, turn: line.whole_or_blank()? }))
}

pub(super) fn fill_paper(cells: &mut Cells, row: &Written<WorkPaper>) {
    let WorkPaper { sample, reading, looked_at, found, verdict } = &row.what;
    cells.whole(position(*sample));
    cells.whole(position(*reading));
    cells.text(looked_at);
    cells.text(found);
    cells.text(word(VERDICTS, verdict));
    fill_signed(cells, row);
}

pub(super) fn read_paper(line: &mut Line<'_>) -> Result<Written<WorkPaper>, Fault> {
    let what = WorkPaper {
        sample: line.whole()?,
        reading: line.whole()?,
        looked_at: line.text()?,
        found: line.text()?,
        verdict: line.case(VERDICTS)?,
    };
    read_signed(line, what)
}

fn position(at: usize) -> i64 {
    i64::try_from(at).unwrap_or(i64::MAX)
}
