//! `rilevazioni.csv` or the sheet `Rilevazioni`: readings, one a row.
//! Not here: whether they fit the plan and each other, see [`traguardo::check`].

use traguardo::issue::{Issue, Table, kinds};
use traguardo::number::{self, Decimal, NumberFault};
use traguardo::period::parse_moment;
use traguardo::quantity::Quantity;
use traguardo::reading::{Observed, Reading, Readings};

use crate::grid::Grid;
use crate::header::{Columns, Header};
use crate::issues::Issues;
use crate::row::{Row, is_same, shortened};
use crate::word;

const INDICATOR: usize = 0;
const DATE: usize = 1;
const ACTUAL: usize = 2;
const NUMERATOR: usize = 3;
const DENOMINATOR: usize = 4;
const DONE_ON: usize = 5;
const JUDGEMENT: usize = 6;
const PART: usize = 7;
const STATE: usize = 8;
const SOURCE: usize = 9;
const NOTE: usize = 10;
const BODY: usize = 11;
const RECORDED_AT: usize = 12;
const RECORDED_BY: usize = 13;
const REASON: usize = 14;

/// The columns of readings, in the order of the constants above.
pub(crate) const COLUMNS: Columns = Columns {
    table: Table::Readings,
    known: &[
        "indicatore",
        "data",
        "valore",
        "numeratore",
        "denominatore",
        "fatto_il",
        "giudizio",
        "parte",
        "stato",
        "fonte",
        "nota",
        "ente",
        "registrato_il",
        "registrato_da",
        "motivo",
    ],
    mandatory: &["indicatore", "data"],
};

/// The most parts that a compound target can have.
const PARTS: u32 = 999;

type ReadingRow<'a, 'g> = Row<'a, 'g, ()>;

/// Reads the rows.
pub(crate) fn read(grid: &Grid, issues: &mut Issues) -> Readings {
    let mut list = Vec::with_capacity(grid.row_count());
    let header = Header::read(grid, COLUMNS, |_| None, issues);
    if header.is_complete {
        header.each_row(grid, issues, |row| list.extend(read_row(row)));
    }
    Readings { list }
}

fn read_row(row: &mut ReadingRow<'_, '_>) -> Option<Reading> {
    let indicator = row.required(INDICATOR)?.to_owned();
    let date = row.required(DATE).and_then(|_| row.date(DATE));
    let observed = read_observed(row);
    let part = row.any_number(PART).and_then(|number| {
        let part = u32::try_from(number)
            .ok()
            .filter(|part| number.is_integer() && (1..=PARTS).contains(part));
        if part.is_none() {
            let found = row.cell(PART);
            row.fault(&kinds::NUMBER_OUT_OF_RANGE, PART, |issue| {
                issue.with("found", shortened(found)).with("allowed", format!("1–{PARTS}"))
            });
        }
        part
    });
    let state = row.word(STATE, &word::READING_STATES);
    let recorded_at = row.day(RECORDED_AT, parse_moment);
    Some(Reading {
        indicator,
        date,
        observed,
        part,
        state,
        source: row.text(SOURCE),
        note: row.text(NOTE),
        body: row.text(BODY),
        recorded_at,
        recorded_by: row.text(RECORDED_BY),
        reason: row.text(REASON),
        row: row.number,
        faulty: row.faulty,
    })
}

/// What was observed: one thing, in one of four ways.
fn read_observed(row: &mut ReadingRow<'_, '_>) -> Observed {
    let filled = |column: usize| !row.cell(column).is_empty();
    let quotient = filled(NUMERATOR) || filled(DENOMINATOR);
    match (filled(ACTUAL), quotient, filled(DONE_ON), filled(JUDGEMENT)) {
        (true, false, false, false) => read_actual(row),
        (_, true, false, false) => read_quotient(row),
        (false, false, true, false) => match row.date(DONE_ON) {
            Some(date) => Observed::Done(date),
            None => Observed::Unread(row.cell(DONE_ON).to_owned()),
        },
        (false, false, false, true) => read_judgement(row),
        _ => without_content(row),
    }
}

fn without_content(row: &mut ReadingRow<'_, '_>) -> Observed {
    let columns = [ACTUAL, NUMERATOR, DENOMINATOR, DONE_ON, JUDGEMENT];
    let filled = columns.into_iter().filter(|column| !row.cell(*column).is_empty());
    let (names, texts): (Vec<&str>, Vec<&str>) =
        filled.map(|column| (COLUMNS.known[column], row.cell(column))).unzip();
    let found = if names.is_empty() { "none".to_owned() } else { names.join(", ") };
    row.fault(&kinds::READING_WITHOUT_CONTENT, ACTUAL, |issue| issue.with("found", found));
    Observed::Unread(texts.join(" | "))
}

/// Whether a text declares that there is no figure: `N/D`, `n.d.`, `ND`.
fn is_not_available(text: &str) -> bool {
    let letters = text.bytes().filter(|byte| !matches!(byte, b'.' | b'/' | b' '));
    text.len() <= 8 && letters.map(|byte| byte.to_ascii_lowercase()).eq(*b"nd")
}

fn read_actual(row: &mut ReadingRow<'_, '_>) -> Observed {
    let cell = row.cell(ACTUAL);
    if is_not_available(cell) {
        return Observed::NotAvailable;
    }
    if cell.len() <= 3
        && let Some((_, yes)) = word::YES_NO.iter().find(|(word, _)| is_same(cell, word))
    {
        return Observed::YesNo(*yes);
    }
    if let Some((above, below)) = division(cell) {
        let faulty = row.faulty;
        let read = |how: fn(&str) -> Option<Decimal>| Some((how(above)?, how(below)?));
        let one_way = |text: &str| number::parse(text).ok();
        let two_ways =
            read(as_thousands).zip(read(as_decimals)).filter(|_| read(one_way).is_none());
        let told = two_ways.map(|(one, other)| (quotient_of(one), quotient_of(other)));
        let (one, other) = told.unwrap_or_else(|| ("none".to_owned(), "none".to_owned()));
        row.fault(&kinds::READING_QUOTIENT_IN_CELL, ACTUAL, |issue| {
            issue.with("found", shortened(cell)).with("one", one).with("other", other)
        });
        row.faulty = faulty;
        return Observed::Unread(cell.to_owned());
    }
    match read_quantity(row, cell) {
        Some(quantity) => Observed::Number(quantity),
        None => Observed::Unread(cell.to_owned()),
    }
}

/// Both sides of a division of two numbers, however they are pointed: `3.1296/3.196`.
fn division(cell: &str) -> Option<(&str, &str)> {
    let (above, below) = cell.split_once('/')?;
    let (above, below) = (above.trim(), below.trim());
    let is_number = |text: &str| {
        text.len() <= 32
            && text.starts_with(|c: char| c.is_ascii_digit())
            && text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','))
    };
    (is_number(above) && is_number(below)).then_some((above, below))
}

fn as_thousands(text: &str) -> Option<Decimal> {
    number::parse(&text.replace('.', "")).ok()
}

fn as_decimals(text: &str) -> Option<Decimal> {
    let points = text.matches(['.', ',']).count();
    if points > 1 { as_thousands(text) } else { number::parse(&text.replace('.', ",")).ok() }
}

/// `3,1296 / 3,196 (97,92 %)`
fn quotient_of((above, below): (Decimal, Decimal)) -> String {
    let written = format!("{} / {}", number::format(above), number::format(below));
    let share = above.checked_div(below).and_then(|q| q.checked_mul(Decimal::ONE_HUNDRED));
    let rounded = share.map(|share| number::round(share, 2, number::Rounding::HalfUp));
    rounded.map_or(written.clone(), |share| format!("{written} ({} %)", number::format(share)))
}

fn read_quantity(row: &mut ReadingRow<'_, '_>, cell: &str) -> Option<Quantity> {
    let kind = match Quantity::parse(cell) {
        Ok(quantity) => return Some(quantity),
        Err(NumberFault::Ambiguous) => &kinds::READING_NUMBER_AMBIGUOUS,
        Err(NumberFault::TooLong) => &kinds::NUMBER_TOO_LONG,
        Err(NumberFault::NotANumber) => &kinds::READING_NOT_UNDERSTOOD,
    };
    let found = |issue: Issue| issue.with("found", shortened(cell));
    if kind == &kinds::NUMBER_TOO_LONG {
        row.fault(kind, ACTUAL, found);
    } else {
        // The text is kept as written: nothing is lost, and the row as such is sound.
        let faulty = row.faulty;
        row.fault(kind, ACTUAL, found);
        row.faulty = faulty;
    }
    None
}

fn read_quotient(row: &mut ReadingRow<'_, '_>) -> Observed {
    let written = format!("{} / {}", row.cell(NUMERATOR), row.cell(DENOMINATOR));
    for column in [NUMERATOR, DENOMINATOR] {
        row.required(column);
    }
    let numbers = (row.any_number(NUMERATOR), row.any_number(DENOMINATOR));
    let cell = row.cell(ACTUAL);
    let stated = if cell.is_empty() {
        None
    } else if is_not_available(cell) {
        return without_content(row);
    } else {
        match read_quantity(row, cell) {
            Some(quantity) => Some(quantity),
            // The value beside the quotient would count, and nobody knows what it is.
            None => {
                row.faulty = true;
                return Observed::Unread(cell.to_owned());
            }
        }
    };
    match numbers {
        (Some(numerator), Some(denominator)) => {
            Observed::Quotient { numerator, denominator, stated }
        }
        _ => Observed::Unread(written),
    }
}

fn read_judgement(row: &mut ReadingRow<'_, '_>) -> Observed {
    let Some(judgement) = row.any_number(JUDGEMENT) else {
        return Observed::Unread(row.cell(JUDGEMENT).to_owned());
    };
    if judgement < Decimal::ZERO || judgement > Decimal::ONE_HUNDRED {
        let found = row.cell(JUDGEMENT);
        row.fault(&kinds::READING_JUDGEMENT_RANGE, JUDGEMENT, |issue| {
            issue.with("found", shortened(found))
        });
        return Observed::Unread(found.to_owned());
    }
    Observed::Judgement(judgement)
}
