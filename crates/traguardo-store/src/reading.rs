//! The table of readings, to which rows are only ever added, and what may be added to it.
//! Not here: which reading counts on a day.

use std::collections::{HashMap, HashSet};

use traguardo::issue::{self, Place};
use traguardo::number::Decimal;
use traguardo::period::{Date, DateTime};
use traguardo::quantity::Quantity;
use traguardo::reading::{Observed, Reading, ReadingState};
use traguardo::text::Sentence;

use crate::error::Fault;
use crate::table::{Cells, Line, Table, TableKind, Words, word};

pub(crate) static READING: Table = Table {
    name: "reading",
    owner: "plan",
    columns: &[
        &["indicator", "date"],
        &["kind", "number", "measure", "numerator", "denominator", "done_on", "yes", "unread"],
        &["part", "state", "source", "note", "body", "recorded_at", "recorded_by", "reason"],
    ],
    kind: TableKind::Added,
};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ObservedKind {
    Number,
    Quotient,
    Done,
    YesNo,
    Judgement,
    NotAvailable,
    Unread,
}

const OBSERVED: &Words<ObservedKind> = &[
    ("number", ObservedKind::Number),
    ("quotient", ObservedKind::Quotient),
    ("done", ObservedKind::Done),
    ("yes_no", ObservedKind::YesNo),
    ("judgement", ObservedKind::Judgement),
    ("not_available", ObservedKind::NotAvailable),
    ("unread", ObservedKind::Unread),
];
const STATES: &Words<ReadingState> =
    &[("recorded", ReadingState::Recorded), ("checked", ReadingState::Checked)];

/// The cells of what was observed; those that its kind does not use are blank.
#[derive(Default)]
struct ObservedCells<'a> {
    number: Option<Decimal>,
    measure: Option<&'a str>,
    quotient: Option<(Decimal, Decimal)>,
    done_on: Option<Date>,
    yes: Option<bool>,
    unread: Option<&'a str>,
}

/// A reading that differs from another one of the same day and does not supersede it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clash {
    /// Where it stands in the hand-in.
    pub place: Place,
    /// The day it refers to.
    pub date: Option<Date>,
    /// When the other one was registered, if it is known.
    pub recorded_at: Option<DateTime>,
}

/// Which of the readings of a hand-in are new.
#[derive(Debug)]
pub(crate) struct Additions<'a> {
    /// Those to be added, in the order of the hand-in.
    pub new: Vec<&'a Reading>,
    /// How many are stored already.
    pub known: usize,
    /// How many of those stored are in the hand-in.
    pub met: usize,
}

/// What readings have in common of which a later one supersedes an earlier one.
type Key<'a> = (&'a str, Option<u32>, Option<Date>, Option<&'a str>);

pub(crate) fn fill(cells: &mut Cells, reading: &Reading) {
    cells.text(&reading.indicator);
    cells.shown_or_blank(reading.date);
    fill_observed(cells, &reading.observed);
    cells.whole_or_blank(reading.part);
    cells.text_or_blank(reading.state.map(|state| word(STATES, &state)));
    cells.text_or_blank(reading.source.as_deref());
    cells.text_or_blank(reading.note.as_deref());
    cells.text_or_blank(reading.body.as_deref());
    cells.shown_or_blank(reading.recorded_at);
    cells.text_or_blank(reading.recorded_by.as_deref());
    cells.text_or_blank(reading.reason.as_deref());
}

fn fill_observed(cells: &mut Cells, observed: &Observed) {
    let mut row = ObservedCells::default();
    let kind = match observed {
        Observed::Number(quantity) => {
            row.number = Some(quantity.number);
            row.measure = quantity.measure.as_deref();
            ObservedKind::Number
        }
        Observed::Quotient { numerator, denominator, stated } => {
            row.quotient = Some((*numerator, *denominator));
            row.number = stated.as_ref().map(|quantity| quantity.number);
            row.measure = stated.as_ref().and_then(|quantity| quantity.measure.as_deref());
            ObservedKind::Quotient
        }
        Observed::Done(date) => {
            row.done_on = Some(*date);
            ObservedKind::Done
        }
        Observed::YesNo(yes) => {
            row.yes = Some(*yes);
            ObservedKind::YesNo
        }
        Observed::Judgement(number) => {
            row.number = Some(*number);
            ObservedKind::Judgement
        }
        Observed::NotAvailable => ObservedKind::NotAvailable,
        Observed::Unread(text) => {
            row.unread = Some(text);
            ObservedKind::Unread
        }
    };
    cells.text(word(OBSERVED, &kind));
    cells.shown_or_blank(row.number);
    cells.text_or_blank(row.measure);
    cells.shown_or_blank(row.quotient.map(|(numerator, _)| numerator));
    cells.shown_or_blank(row.quotient.map(|(_, denominator)| denominator));
    cells.shown_or_blank(row.done_on);
    cells.whole_or_blank(row.yes);
    cells.text_or_blank(row.unread);
}

pub(crate) fn read(line: &mut Line<'_>) -> Result<Reading, Fault> {
    Ok(Reading {
        indicator: line.text()?,
        date: line.read_or_blank()?,
        observed: read_observed(line)?,
        part: line.whole_or_blank()?,
        state: line.case_or_blank(STATES)?,
        source: line.text_or_blank()?,
        note: line.text_or_blank()?,
        body: line.text_or_blank()?,
        recorded_at: line.read_or_blank()?,
        recorded_by: line.text_or_blank()?,
        reason: line.text_or_blank()?,
        row: 0,
        faulty: false,
    })
}

fn read_observed(line: &mut Line<'_>) -> Result<Observed, Fault> {
    let kind = line.case(OBSERVED)?;
    let number: Option<Decimal> = line.read_or_blank()?;
    let measure = line.text_or_blank()?.map(String::into_boxed_str);
    let numerator: Option<Decimal> = line.read_or_blank()?;
    let denominator: Option<Decimal> = line.read_or_blank()?;
    let done_on: Option<Date> = line.read_or_blank()?;
    let yes = line.yes_or_blank()?;
    let unread = line.text_or_blank()?;
    let observed = match kind {
        ObservedKind::Number => number.map(|number| Observed::Number(Quantity { number, measure })),
        ObservedKind::Quotient => {
            let stated = number.map(|number| Quantity { number, measure });
            numerator.zip(denominator).map(|(numerator, denominator)| Observed::Quotient {
                numerator,
                denominator,
                stated,
            })
        }
        ObservedKind::Done => done_on.map(Observed::Done),
        ObservedKind::YesNo => yes.map(Observed::YesNo),
        ObservedKind::Judgement => number.map(Observed::Judgement),
        ObservedKind::NotAvailable => Some(Observed::NotAvailable),
        ObservedKind::Unread => unread.map(Observed::Unread),
    };
    observed.ok_or_else(|| line.fault())
}

/// Finds what is new in a hand-in. A reading that equals a stored one is known; one that differs
/// from a stored one of the same day must supersede it.
pub(crate) fn additions<'a>(
    stored: &'a [Reading],
    handed_in: &'a [Reading],
) -> Result<Additions<'a>, Fault> {
    // A day has few readings registered at one moment, whatever its corrections.
    let moment = |reading: &'a Reading| (key(reading), reading.recorded_at);
    let mut by_moment: HashMap<_, Vec<&Reading>> = HashMap::with_capacity(stored.len());
    for reading in stored {
        by_moment.entry(moment(reading)).or_default().push(reading);
    }
    let mut new = Vec::new();
    let mut met = HashSet::new();
    for (index, reading) in handed_in.iter().enumerate() {
        let same_moment = by_moment.entry(moment(reading)).or_default();
        match same_moment.iter().find(|other| is_same(other, reading)) {
            Some(same) => _ = met.insert(std::ptr::from_ref::<Reading>(same)),
            None => {
                same_moment.push(reading);
                new.push((index, reading));
            }
        }
    }
    let clashes = clashes(stored, new.clone());
    if !clashes.is_empty() {
        return Err(Fault::ReadingsNotSuperseding(clashes));
    }
    let met = stored.iter().filter(|reading| met.contains(&std::ptr::from_ref(*reading))).count();
    let known = handed_in.len() - new.len();
    let new = new.into_iter().map(|(_, reading)| reading).collect();
    Ok(Additions { new, known, met })
}

/// The new readings that do not supersede those of the same day before them. Rows come in any
/// order: a hand-in may hold a correction before what it corrects.
fn clashes<'a>(stored: &'a [Reading], mut new: Vec<(usize, &'a Reading)>) -> Vec<Clash> {
    let mut latest: HashMap<Key<'_>, &Reading> = HashMap::with_capacity(stored.len());
    for reading in stored {
        let last = latest.entry(key(reading)).or_insert(reading);
        if reading.supersedes(last) {
            *last = reading;
        }
    }
    new.sort_by_key(|(_, reading)| reading.recorded_at);
    let mut clashes = Vec::new();
    for (index, reading) in new {
        if let Some(earlier) = latest.insert(key(reading), reading)
            && !(says_why(reading) && reading.supersedes(earlier))
        {
            clashes.push((index, Clash::of(reading, earlier)));
        }
    }
    clashes.sort_by_key(|(index, _)| *index);
    clashes.into_iter().map(|(_, clash)| clash).collect()
}

fn key(reading: &Reading) -> Key<'_> {
    (&reading.indicator, reading.part, reading.date, reading.body.as_deref())
}

/// Whether two readings say the same, wherever they were read from.
fn is_same(one: &Reading, other: &Reading) -> bool {
    *one == Reading { row: one.row, ..other.clone() }
}

pub(crate) fn says_why(reading: &Reading) -> bool {
    reading.reason.as_ref().is_some_and(|reason| !reason.trim().is_empty())
}

impl Clash {
    fn of(reading: &Reading, earlier: &Reading) -> Self {
        let place = Place::table(issue::Table::Readings)
            .row(reading.row)
            .column(if says_why(reading) { "registrato_il" } else { "motivo" })
            .code(reading.indicator.clone());
        Self { place, date: reading.date, recorded_at: earlier.recorded_at }
    }

    /// What is wrong and how to mend it, before it has a language.
    ///
    /// ```
    /// use traguardo::issue::{Place, Table};
    /// use traguardo::text::{Lang, Texts};
    /// use traguardo_store::Clash;
    /// let place = Place::table(Table::Readings).row(7).code("EXPORT");
    /// let clash = Clash { place, date: None, recorded_at: None };
    /// assert!(Texts::of(Lang::It).sentence(&clash.sentence()).contains("EXPORT"));
    /// ```
    #[must_use]
    pub fn sentence(&self) -> Sentence {
        let registered = self.recorded_at.map(|at| at.to_string());
        let sentence = Sentence::new("store-clash")
            .with("code", self.place.code.clone().unwrap_or_default())
            .with("registered", registered.unwrap_or_else(|| "no".to_owned()));
        match self.date {
            Some(date) => sentence.with("date", date),
            None => sentence.with("date", String::new()),
        }
    }
}
