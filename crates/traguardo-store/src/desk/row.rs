//! The tables of tags, observations, assessments, proposals and minutes, cell by cell.
//! Not here: samples and work papers, see `paper.rs`, and personal data, see `individual.rs`.

use traguardo::desk::{
    Assessment, Change, Minutes, Observation, Proposal, ProposalState, Subject, Tag, Written,
};

use super::added;
use crate::error::Fault;
use crate::table::{Cells, Line, Table};

const SIGNED: &[&str] = &["written_by", "written_at"];

pub(crate) static CONTEXT_TAG: Table =
    added("context_tag", "body", &[&["code", "name", "adjustment", "advice", "retired"], SIGNED]);
pub(crate) static OBSERVATION: Table = added(
    "observation",
    "plan",
    &[&["round", "node", "indicator", "tags", "observed", "concern", "remedy"], SIGNED],
);
pub(crate) static ASSESSMENT: Table =
    added("assessment", "plan", &[&["round", "node", "score", "reason"], SIGNED]);
pub(crate) static PROPOSAL: Table = added(
    "proposal",
    "plan",
    &[
        &["number", "round", "node", "indicator", "kind", "target", "title", "reason"],
        &["state", "revision", "answer"],
        SIGNED,
    ],
);
pub(crate) static MINUTES: Table =
    added("minutes", "plan", &[&["round", "received", "premise", "remarks", "signatures"], SIGNED]);

/// Who wrote a row and when: its last two cells.
pub(super) fn fill_signed<T>(cells: &mut Cells, row: &Written<T>) {
    cells.text(&row.by);
    cells.shown(&row.at);
}

pub(super) fn read_signed<T>(line: &mut Line<'_>, what: T) -> Result<Written<T>, Fault> {
    Ok(Written { what, by: line.text()?, at: line.read()? })
}

pub(super) fn fill_tag(cells: &mut Cells, row: &Written<Tag>) {
    let Tag { code, name, adjustment, advice, retired } = &row.what;
    [code, name, adjustment, advice].into_iter().for_each(|text| cells.text(text));
    cells.whole(*retired);
    fill_signed(cells, row);
}

pub(super) fn read_tag(line: &mut Line<'_>) -> Result<Written<Tag>, Fault> {
    let what = Tag {
        code: line.text()?,
        name: line.text()?,
        adjustment: line.text()?,
        advice: line.text()?,
        retired: line.yes()?,
    };
    read_signed(line, what)
}

pub(super) fn fill_observation(cells: &mut Cells, row: &Written<Observation>) {
    let Observation { round, subject, tags, observed, concern, remedy } = &row.what;
    cells.shown(round);
    cells.text_or_blank(subject.node());
    cells.text_or_blank(subject.indicator());
    cells.text(&tags.join(" "));
    [observed, concern, remedy].into_iter().for_each(|text| cells.text(text));
    fill_signed(cells, row);
}

pub(super) fn read_observation(line: &mut Line<'_>) -> Result<Written<Observation>, Fault> {
    let round = line.read()?;
    let (node, indicator) = (line.text_or_blank()?, line.text_or_blank()?);
    let subject =
        Subject::named(node.as_deref(), indicator.as_deref()).ok_or_else(|| line.fault())?;
    let tags = line.text()?.split_whitespace().map(String::from).collect();
    let (observed, concern, remedy) = (line.text()?, line.text()?, line.text()?);
    read_signed(line, Observation { round, subject, tags, observed, concern, remedy })
}

pub(super) fn fill_assessment(cells: &mut Cells, row: &Written<Assessment>) {
    let Assessment { round, subject, score, reason } = &row.what;
    cells.shown(round);
    cells.text_or_blank(subject.node());
    cells.shown_or_blank(*score);
    cells.text(reason);
    fill_signed(cells, row);
}

pub(super) fn read_assessment(line: &mut Line<'_>) -> Result<Written<Assessment>, Fault> {
    let round = line.read()?;
    let subject = line.text_or_blank()?.map_or(Subject::Body, Subject::Node);
    let (score, reason) = (line.read_or_blank()?, line.text()?);
    read_signed(line, Assessment { round, subject, score, reason })
}

pub(super) fn fill_proposal(cells: &mut Cells, row: &Written<Proposal>) {
    let Proposal { number, round, node, indicator, change, reason, state } = &row.what;
    cells.whole(i64::try_from(*number).unwrap_or(i64::MAX));
    cells.shown(round);
    cells.text(node);
    cells.text(indicator);
    cells.text(change.kind());
    cells.text_or_blank(change.target());
    cells.text_or_blank(change.title());
    cells.text(reason);
    let (state, revision, answer) = match state {
        ProposalState::Open => ("open", None, None),
        ProposalState::Withdrawn => ("withdrawn", None, None),
        ProposalState::Drafted(revision) => ("drafted", Some(*revision), None),
        ProposalState::Adopted(revision) => ("adopted", Some(*revision), None),
        ProposalState::Declined(why) => ("declined", None, Some(why.as_str())),
    };
    cells.text(state);
    cells.whole_or_blank(revision);
    cells.text_or_blank(answer);
    fill_signed(cells, row);
}

pub(super) fn read_proposal(line: &mut Line<'_>) -> Result<Written<Proposal>, Fault> {
    let (number, round) = (line.whole()?, line.read()?);
    let (node, indicator, kind) = (line.text()?, line.text()?, line.text()?);
    let (target, title) = (line.text_or_blank()?, line.text_or_blank()?);
    let change = Change::of(&kind, title.as_deref().unwrap_or(""), target.as_deref().unwrap_or(""))
        .ok_or_else(|| line.fault())?;
    let reason = line.text()?;
    let (state, revision, answer) = (line.text()?, line.whole_or_blank()?, line.text_or_blank()?);
    let state = match (state.as_str(), revision, answer) {
        ("open", None, None) => ProposalState::Open,
        ("withdrawn", None, None) => ProposalState::Withdrawn,
        ("drafted", Some(revision), None) => ProposalState::Drafted(revision),
        ("adopted", Some(revision), None) => ProposalState::Adopted(revision),
        ("declined", None, Some(why)) => ProposalState::Declined(why),
        _ => return Err(line.fault()),
    };
    read_signed(line, Proposal { number, round, node, indicator, change, reason, state })
}

pub(super) fn fill_minutes(cells: &mut Cells, row: &Written<Minutes>) {
    let Minutes { round, received, premise, remarks, signatures } = &row.what;
    cells.shown(round);
    cells.shown_or_blank(*received);
    cells.text(premise);
    cells.text(remarks);
    cells.whole(*signatures);
    fill_signed(cells, row);
}

pub(super) fn read_minutes(line: &mut Line<'_>) -> Result<Written<Minutes>, Fault> {
    let what = Minutes {
        round: line.read()?,
        received: line.read_or_blank()?,
        premise: line.text()?,
        remarks: line.text()?,
        signatures: line.whole()?,
    };
    read_signed(line, what)
}
