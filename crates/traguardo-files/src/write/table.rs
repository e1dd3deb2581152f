//! Readings, offices, events and answers as rows of texts.
//! Not here: the rows of the plan, see [`super::plan`].

use traguardo::issue::Table as Name;
use traguardo::number::Decimal;
use traguardo::office::Office;
use traguardo::period::{Date, DateTime};
use traguardo::plan::Event;
use traguardo::reading::{Observed, Reading, Readings};
use traguardo::target::answer::Answer;

use crate::header::Columns;
use crate::{answer, event, office, reading, word};

/// A table of rows: only columns that must be there or that hold something.
pub(super) struct Table {
    pub(super) name: Name,
    pub(super) header: Vec<String>,
    pub(super) rows: Vec<Vec<String>>,
}

impl Table {
    /// A table with the columns that are mandatory, wanted or filled in some row.
    pub(super) fn new(
        name: Name,
        header: Vec<String>,
        rows: Vec<Vec<String>>,
        wanted: &[&str],
    ) -> Self {
        let is_kept = |(at, column): (usize, &String)| {
            wanted.contains(&column.as_str()) || rows.iter().any(|row| !row[at].is_empty())
        };
        let kept: Vec<bool> = header.iter().enumerate().map(is_kept).collect();
        let keep = |row: Vec<String>| {
            row.into_iter().zip(&kept).filter(|(_, kept)| **kept).map(|(cell, _)| cell).collect()
        };
        Self { name, header: keep(header), rows: rows.into_iter().map(keep).collect() }
    }

    fn of(columns: Columns, rows: Vec<Vec<String>>) -> Self {
        let header = columns.known.iter().map(|name| (*name).to_owned()).collect();
        Self::new(columns.table, header, rows, columns.mandatory)
    }
}

/// A number as the readers take it: a comma, no points, the decimals that it has.
pub(super) fn number(number: Decimal) -> String {
    number.to_string().replace('.', ",")
}

pub(super) fn text(text: Option<&String>) -> String {
    text.cloned().unwrap_or_default()
}

pub(super) fn day(date: Option<Date>) -> String {
    date.map(|date| date.to_string()).unwrap_or_default()
}

fn moment(moment: Option<DateTime>) -> String {
    match moment {
        Some(moment) if moment == moment.date().at(0, 0, 0, 0) => moment.date().to_string(),
        Some(moment) => moment.to_string(),
        None => String::new(),
    }
}

pub(super) fn readings(readings: &Readings) -> Table {
    Table::of(reading::COLUMNS, readings.list.iter().map(reading_row).collect())
}

fn reading_row(reading: &Reading) -> Vec<String> {
    let [mut actual, mut above, mut below, mut done_on, mut judgement] =
        std::array::from_fn(|_| String::new());
    match &reading.observed {
        Observed::Number(quantity) => actual = quantity.written(),
        Observed::Quotient { numerator, denominator, stated } => {
            (above, below) = (number(*numerator), number(*denominator));
            actual = stated.as_ref().map(|stated| stated.written()).unwrap_or_default();
        }
        Observed::Done(date) => done_on = date.to_string(),
        Observed::YesNo(yes) => word::of(*yes, &word::YES_NO).clone_into(&mut actual),
        Observed::Judgement(mark) => judgement = number(*mark),
        Observed::NotAvailable => "N/D".clone_into(&mut actual),
        Observed::Unread(text) => text.clone_into(&mut actual),
    }
    vec![
        reading.indicator.clone(),
        day(reading.date),
        actual,
        above,
        below,
        done_on,
        judgement,
        reading.part.map(|part| part.to_string()).unwrap_or_default(),
        reading.state.map(|s| word::of(s, &word::READING_STATES)).unwrap_or_default().to_owned(),
        text(reading.source.as_ref()),
        text(reading.note.as_ref()),
        text(reading.body.as_ref()),
        moment(reading.recorded_at),
        text(reading.recorded_by.as_ref()),
        text(reading.reason.as_ref()),
    ]
}

pub(super) fn offices(offices: &[Office]) -> Table {
    let row = |office: &Office| {
        let Office { code, name, parent, kind, head, row: _ } = office;
        let rest = [parent, kind, head].map(|cell| text(cell.as_ref()));
        [code.clone(), name.clone()].into_iter().chain(rest).collect()
    };
    Table::of(office::COLUMNS, offices.iter().map(row).collect())
}

pub(super) fn events(events: &[Event]) -> Table {
    let row = |event: &Event| vec![event.name.clone(), day(event.date), text(event.act.as_ref())];
    Table::of(event::COLUMNS, events.iter().map(row).collect())
}

pub(super) fn answers(answers: &[Answer]) -> Table {
    let row = |answer: &Answer| {
        vec![
            answer.code.clone(),
            text(answer.parent.as_ref()),
            answer.column.clone(),
            answer.written.clone(),
            answer.means.clone(),
            text(answer.by.as_ref()),
            day(answer.on),
        ]
    };
    Table::of(answer::COLUMNS, answers.iter().map(row).collect())
}
