//! The tables of individual objectives, which are personal data, and of who looked at them.
//! Not here: who may see them, see [`traguardo::desk::Individual::may_be_seen`].

use traguardo::desk::{Holder, Individual, Look, Written};

use super::added;
use super::row::{fill_signed, read_signed};
use crate::error::Fault;
use crate::table::{Cells, Line, Table, Words, word};

pub(crate) static INDIVIDUAL: Table = added(
    "individual",
    "plan",
    &[
        &["number", "round", "holder", "post", "office", "objective", "weight", "indicator"],
        &["expected", "found", "concern", "remedy", "assessed", "withdrawn"],
        &["written_by", "written_at"],
    ],
);
pub(crate) static LOOK: Table =
    added("look", "body", &[&["place", "count", "posts", "written_by", "written_at"]]);

const HOLDERS: &Words<Holder> = &[("secretary", Holder::Secretary), ("head", Holder::Head)];

pub(super) fn fill(cells: &mut Cells, row: &Written<Individual>) {
    let one = &row.what;
    cells.whole(i64::try_from(one.number).unwrap_or(i64::MAX));
    cells.shown(&one.round);
    cells.text(word(HOLDERS, &one.holder));
    cells.text(&one.post);
    cells.text_or_blank(one.office.as_deref());
    cells.text(&one.objective);
    cells.shown_or_blank(one.weight);
    let texts = [&one.indicator, &one.expected, &one.found, &one.concern, &one.remedy];
    texts.into_iter().for_each(|text| cells.text(text));
    cells.shown_or_blank(one.assessed);
    cells.whole(one.withdrawn);
    fill_signed(cells, row);
}

pub(super) fn read(line: &mut Line<'_>) -> Result<Written<Individual>, Fault> {
    let what = Individual {
        number: line.whole()?,
        round: line.read()?,
        holder: line.case(HOLDERS)?,
        post: line.text()?,
        office: line.text_or_blank()?,
        objective: line.text()?,
        weight: line.read_or_blank()?,
        indicator: line.text()?,
        expected: line.text()?,
        found: line.text()?,
        concern: line.text()?,
        remedy: line.text()?,
        assessed: line.read_or_blank()?,
        withdrawn: line.yes()?,
    };
    read_signed(line, what)
}

pub(super) fn fill_look(cells: &mut Cells, row: &Written<Look>) {
    let Look { place, count, posts } = &row.what;
    cells.text(place);
    cells.whole(*count);
    cells.text(posts);
    fill_signed(cells, row);
}

pub(super) fn read_look(line: &mut Line<'_>) -> Result<Written<Look>, Fault> {
    let what = Look { place: line.text()?, count: line.whole()?, posts: line.text()? };
    read_signed(line, what)
}
