//! The tables of offices, of events and of answers: what a plan refers to.
//! Not here: which rows refer to them.

use traguardo::office::Office;
use traguardo::plan::Event;
use traguardo::target::answer::Answer;

use crate::error::Fault;
use crate::table::{Cells, Line, Table};

pub(crate) static OFFICE: Table =
    Table::of_revision("office", &[&["code", "name", "parent", "kind", "head"]]);

pub(crate) static EVENT: Table = Table::of_revision("event", &[&["name", "date", "act"]]);

pub(crate) static ANSWER: Table = Table::of_revision(
    "answer",
    &[&["code", "parent", "target_column", "written", "means", "answered_by", "answered_on"]],
);

pub(crate) fn fill_office(cells: &mut Cells, office: &Office) {
    cells.text(&office.code);
    cells.text(&office.name);
    cells.text_or_blank(office.parent.as_deref());
    cells.text_or_blank(office.kind.as_deref());
    cells.text_or_blank(office.head.as_deref());
}

pub(crate) fn read_office(line: &mut Line<'_>) -> Result<Office, Fault> {
    Ok(Office {
        code: line.text()?,
        name: line.text()?,
        parent: line.text_or_blank()?,
        kind: line.text_or_blank()?,
        head: line.text_or_blank()?,
        row: 0,
    })
}

pub(crate) fn fill_event(cells: &mut Cells, event: &Event) {
    cells.text(&event.name);
    cells.shown_or_blank(event.date);
    cells.text_or_blank(event.act.as_deref());
}

pub(crate) fn read_event(line: &mut Line<'_>) -> Result<Event, Fault> {
    Ok(Event {
        name: line.text()?,
        date: line.read_or_blank()?,
        act: line.text_or_blank()?,
        row: 0,
    })
}

pub(crate) fn fill_answer(cells: &mut Cells, answer: &Answer) {
    cells.text(&answer.code);
    cells.text_or_blank(answer.parent.as_deref());
    cells.text(&answer.column);
    cells.text(&answer.written);
    cells.text(&answer.means);
    cells.text_or_blank(answer.by.as_deref());
    cells.shown_or_blank(answer.on);
}

pub(crate) fn read_answer(line: &mut Line<'_>) -> Result<Answer, Fault> {
    Ok(Answer {
        code: line.text()?,
        parent: line.text_or_blank()?,
        column: line.text()?,
        written: line.text()?,
        means: line.text()?,
        by: line.text_or_blank()?,
        on: line.read_or_blank()?,
        row: 0,
    })
}

/// What the audit says of an answer.
pub(crate) fn told(revision: &str, answer: &Answer) -> String {
    let Answer { code, parent, column, written, means, .. } = answer;
    let parent = parent.as_deref().unwrap_or_default();
    format!("{revision}: {code:?} under {parent:?}, {column}: {written:?} means {means:?}")
}
