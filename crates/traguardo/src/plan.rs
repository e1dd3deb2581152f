//! A plan as a value: one body, one year, its nodes, its indicators and who answers for them.
//! Not here: readings, rules and scores; the shape of the tree is derived in [`crate::tree`].

mod card;

use litemap::LiteMap;

pub use card::Card;

use crate::indicator::Indicator;
use crate::number::Decimal;
use crate::office::Office;
use crate::period::{Checkpoint, Date, year_end};
use crate::reading::Readings;
use crate::target::{Expected, answer::Answer};

/// A public body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Body {
    /// Its code in the index of public administrations (IPA), also the code of the whole tree.
    pub ipa: String,
    /// Its name.
    pub name: String,
}

/// A body's plan for one year (D.Lgs. 150/2009 art. 10).
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// Whose plan it is.
    pub body: Body,
    /// The year that is measured.
    pub year: i16,
    /// The years for which the plan sets targets.
    pub horizon: Vec<i16>,
    /// The names of its levels, top first.
    pub levels: Vec<String>,
    /// The moments at which it is measured; 31 December is one even if not listed.
    pub checkpoints: Vec<Checkpoint>,
    /// The IPA codes of the bodies it is compared with.
    pub cluster: Vec<String>,
    /// Its nodes, in the order in which they were handed in.
    pub nodes: Vec<Node>,
    /// Its indicators, in the order of their first use.
    pub indicators: Vec<Indicator>,
    /// Which node uses which indicator, with what weight and targets.
    pub uses: Vec<Use>,
    /// Its offices.
    pub offices: Vec<Office>,
    /// Events that deadlines refer to.
    pub events: Vec<Event>,
    /// Answers given to the questions that its targets raised.
    pub answers: Vec<Answer>,
}

/// A node of the tree: an area, an objective, an action, by its level.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// Its code, unique in the plan, as printed in the source.
    pub code: String,
    /// The code of its parent; `None` at the top.
    pub parent: Option<String>,
    /// The name of its level.
    pub level: String,
    /// Its title.
    pub title: String,
    /// How its own indicators and its children share its score.
    pub quotas: Quotas,
    /// What its sheet says of it, where it has one.
    pub card: Card,
    /// What nodes and uses have in common.
    pub details: Details,
}

/// The use of an indicator by a node.
#[derive(Debug, Clone, PartialEq)]
pub struct Use {
    /// The code of the indicator.
    pub indicator: String,
    /// The code of the node that uses it.
    pub node: String,
    /// The title it has here, where it differs from the indicator's own.
    pub title: Option<String>,
    /// What nodes and uses have in common.
    pub details: Details,
}

/// How a node's own indicators and its children share its score, in per cent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Quotas {
    /// The share of its own indicators.
    pub indicators: Option<Decimal>,
    /// The share of its children.
    pub children: Option<Decimal>,
}

/// What a row of the plan says of a node or of the use of an indicator.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Details {
    /// Its weight among siblings of the same kind, in per cent.
    pub weight: Option<Decimal>,
    /// What is expected.
    pub targets: Targets,
    /// Codes of the offices that answer for it.
    pub responsible: Vec<String>,
    /// Codes of the offices that collect its readings.
    pub collectors: Vec<String>,
    /// The budget mission it belongs to (`011`, DM 27/3/2013).
    pub mission: Option<String>,
    /// Whether it is part of the PIRA (D.Lgs. 91/2011 art. 19).
    pub pira: bool,
    /// The marks of its difficulty.
    pub difficulty: Difficulty,
    /// A note.
    pub note: Option<String>,
    /// What the last revision did to it.
    pub status: Option<Status>,
    /// The acts of its revisions, as written.
    pub acts: Vec<String>,
    /// The achievements printed in the source.
    pub printed: Printed,
    /// The row it was read from, counted from 1; 0 where it was not read from a table.
    pub row: u32,
    /// Whether a cell of the row could not be read: it is then shown as missing.
    pub faulty: bool,
}

/// What is expected of a node or of an indicator under a node.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Targets {
    /// For the plan's year.
    pub year: Option<Expected>,
    /// For other years of the horizon.
    pub other_years: LiteMap<i16, Expected>,
    /// At a checkpoint of the plan's year.
    pub periodic: LiteMap<Date, Expected>,
    /// Steps below 100, by the score that they give.
    pub steps: LiteMap<Decimal, Expected>,
}

/// Marks of difficulty (pesatura): at most 40, 30 and 30 in the plans that use them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Difficulty {
    /// Complexity of the object and difficulty of execution.
    pub complexity: Option<Decimal>,
    /// Capabilities and knowledge.
    pub capability: Option<Decimal>,
    /// Innovation and simplification.
    pub innovation: Option<Decimal>,
}

/// What a revision did to a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// `aggiornato`
    Updated,
    /// `eliminato`: not counted any more.
    Eliminated,
    /// `inserito`
    Inserted,
    /// `confermato`
    Confirmed,
    /// `neutralizzato`: not counted, by act, for causes outside the body's control.
    Neutralised,
}

/// Achievements as the source prints them, verbatim.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Printed {
    /// Of the row.
    pub whole: Option<String>,
    /// Of the node's own indicators taken together.
    pub indicators: Option<String>,
    /// Of the node's children taken together.
    pub children: Option<String>,
}

/// Something that happens on a day to which deadlines refer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Its name.
    pub name: String,
    /// The day, once it is known.
    pub date: Option<Date>,
    /// The act that set it.
    pub act: Option<String>,
    /// The row it was read from.
    pub row: u32,
}

impl Plan {
    /// A plan without nodes.
    ///
    /// ```
    /// use traguardo::plan::{Body, Plan};
    /// let body = Body { ipa: "cciaa_mo".into(), name: "Camera di commercio di Modena".into() };
    /// assert!(Plan::new(body, 2020).nodes.is_empty());
    /// ```
    #[must_use]
    pub fn new(body: Body, year: i16) -> Self {
        Self {
            body,
            year,
            horizon: vec![year],
            levels: Vec::new(),
            checkpoints: Vec::new(),
            cluster: Vec::new(),
            nodes: Vec::new(),
            indicators: Vec::new(),
            uses: Vec::new(),
            offices: Vec::new(),
            events: Vec::new(),
            answers: Vec::new(),
        }
    }

    /// The days of all checkpoints of the year, in order: those declared, those that a periodic
    /// target names, and 31 December.
    ///
    /// ```
    /// let days = traguardo::sample::plan().checkpoint_dates();
    /// assert_eq!(days.last().unwrap().to_string(), "2020-12-31");
    /// ```
    #[must_use]
    pub fn checkpoint_dates(&self) -> Vec<Date> {
        let mut dates: Vec<Date> = self.checkpoints.iter().map(|c| c.date).collect();
        dates.extend(self.uses.iter().flat_map(|u| u.details.targets.periodic.keys()));
        dates.push(year_end(self.year));
        dates.sort_unstable();
        dates.dedup();
        dates
    }

    /// The checkpoint in force on a day: the last one not after it, or the first where none is.
    ///
    /// ```
    /// use traguardo::period::parse_date;
    /// let plan = traguardo::sample::plan();
    /// let at = parse_date("30/09/2020").unwrap();
    /// assert_eq!(plan.checkpoint_at(at).to_string(), "2020-06-30");
    /// ```
    #[must_use]
    pub fn checkpoint_at(&self, at: Date) -> Date {
        let dates = self.checkpoint_dates();
        let last = dates.iter().rev().find(|date| **date <= at);
        *last.or(dates.first()).unwrap_or(&at)
    }

    /// The day that a page shows when nobody names one: today while the year runs; afterwards the
    /// last day of the year for which there is a reading, or 31 December where there is none.
    ///
    /// ```
    /// use traguardo::{period::parse_date, sample};
    /// let today = parse_date("21/11/2026").unwrap();
    /// let day = sample::plan().situation_date(&sample::readings(), today);
    /// assert_eq!(day.to_string(), "2020-06-30");
    /// ```
    #[must_use]
    pub fn situation_date(&self, readings: &Readings, today: Date) -> Date {
        let end = year_end(self.year);
        if today <= end {
            return today.max(Date::new(self.year, 1, 1).unwrap_or(today));
        }
        let of_the_year = |date: &Date| date.year() == self.year;
        readings.list.iter().filter_map(|r| r.date).filter(of_the_year).max().unwrap_or(end)
    }
}

impl Details {
    /// Whether a revision took the row out of the count.
    ///
    /// ```
    /// use traguardo::plan::{Details, Status};
    /// let details = Details { status: Some(Status::Neutralised), ..Details::default() };
    /// assert!(details.is_out());
    /// ```
    #[must_use]
    pub fn is_out(&self) -> bool {
        matches!(self.status, Some(Status::Eliminated | Status::Neutralised))
    }
}
