//! The copy of a plan a year later, and the readings that it goes on from.
//! Not here: what is doubtful in the copy.

use std::collections::BTreeMap;

use hashbrown::HashSet;
use jiff::Span;
use litemap::LiteMap;

use super::LeftOut;
use crate::edit::RowOf;
use crate::period::{Checkpoint, Date};
use crate::plan::{Card, Details, Event, Node, Plan, Printed, Targets, Use};
use crate::question::keep_answers;
use crate::reading::{Observed, Reading, Readings};
use crate::target::Expected;
use crate::tree::Tree;

/// The plan of the next year, and what of this year's is not in it.
pub(super) fn plan(old: &Plan) -> (Plan, Vec<LeftOut>) {
    let (kept, left_out) = sorted_out(old);
    let year = old.year + 1;
    let horizon = horizon(old);
    let details = |details: &Details| moved(details, old.year, &horizon);
    let node = |node: &Node| Node {
        card: Card { result: None, assessed: None, assessed_reason: None, ..node.card.clone() },
        details: details(&node.details),
        ..node.clone()
    };
    let used = |used: &Use| Use { details: details(&used.details), ..used.clone() };
    let nodes: Vec<Node> = kept.nodes.iter().map(|at| node(&old.nodes[*at])).collect();
    let uses: Vec<Use> = kept.uses.iter().map(|at| used(&old.uses[*at])).collect();
    let measured: HashSet<&str> = uses.iter().map(|used| used.indicator.as_str()).collect();
    let is_measured = |code: &str| measured.contains(code);
    let indicators =
        old.indicators.iter().filter(|i| is_measured(&i.code)).cloned().collect::<Vec<_>>();
    drop(measured);
    let checkpoint = |checkpoint: &Checkpoint| Checkpoint {
        date: later(checkpoint.date),
        hand_in: checkpoint.hand_in.map(later),
    };
    let event = |event: &Event| Event { date: None, act: None, row: 0, ..event.clone() };
    let mut plan = Plan {
        year,
        horizon: horizon.clone(),
        checkpoints: old.checkpoints.iter().map(checkpoint).collect(),
        events: old.events.iter().map(event).collect(),
        answers: Vec::new(),
        offices: old.offices.clone(),
        indicators,
        nodes,
        uses,
        ..old.clone()
    };
    plan.offices.iter_mut().for_each(|office| office.row = 0);
    plan.understand();
    keep_answers(&mut plan, &old.answers);
    (plan, left_out)
}

/// The rows whose target for the new year stands in a column of its own.
pub(super) fn from_horizon(old: &Plan) -> HashSet<RowOf> {
    let has = |details: &Details| details.targets.other_years.get(&(old.year + 1)).is_some();
    let nodes = old.nodes.iter().filter(|node| has(&node.details));
    let uses = old.uses.iter().filter(|used| has(&used.details));
    let nodes = nodes.map(|node| RowOf::Node(node.code.clone()));
    nodes.chain(uses.map(row_of)).collect()
}

fn row_of(used: &Use) -> RowOf {
    RowOf::Use { indicator: used.indicator.clone(), node: used.node.clone() }
}

/// The last reading of each year before that of a plan, of each thing that it measures: what its
/// references need. What was not available, or could not be read, is no reference.
///
/// ```
/// use traguardo::{next_year::baselines, sample};
/// let mut plan = sample::plan();
/// plan.year = 2021;
/// assert_eq!(baselines(&plan, &sample::readings()).list.len(), 3);
/// plan.year = 2020;
/// assert!(baselines(&plan, &sample::readings()).list.is_empty(), "they are of its own year");
/// ```
#[must_use]
pub fn baselines(plan: &Plan, readings: &Readings) -> Readings {
    let index = readings.index();
    let mut list = Vec::new();
    for indicator in &plan.indicators {
        let mut last: BTreeMap<(i16, Option<u32>, Option<&str>), &Reading> = BTreeMap::new();
        for (_, reading) in index.of(&indicator.code) {
            let is_read = !matches!(reading.observed, Observed::NotAvailable | Observed::Unread(_));
            let earlier = reading.date.map(Date::year).filter(|year| *year < plan.year);
            if let (Some(year), true, false) = (earlier, is_read, reading.faulty) {
                last.insert((year, reading.part, reading.body.as_deref()), reading);
            }
        }
        list.extend(last.into_values().map(|reading| Reading { row: 0, ..reading.clone() }));
    }
    Readings { list }
}

/// A day a year later; the last of its month where there is no such day.
pub(super) fn later(day: Date) -> Date {
    let year = Span::new().try_years(1).ok();
    year.and_then(|year| day.checked_add(year).ok()).unwrap_or(day)
}

/// Positions of the rows that are copied.
struct Kept {
    nodes: Vec<usize>,
    uses: Vec<usize>,
}

/// The rows that are copied, and those that are not: what an act took out of the count, with all
/// that stands under it.
fn sorted_out(plan: &Plan) -> (Kept, Vec<LeftOut>) {
    let tree = Tree::of(plan);
    let mut gone: HashSet<&str> = HashSet::new();
    let mut kept = Kept { nodes: Vec::new(), uses: Vec::new() };
    let mut left_out = Vec::new();
    let titles = super::titles(plan);
    for &at in &tree.order {
        let node = &plan.nodes[at];
        let is_under = node.parent.as_deref().is_some_and(|parent| gone.contains(parent));
        let is_gone = is_under || node.details.is_out();
        if is_gone {
            gone.insert(&node.code);
            let why = node.details.status.filter(|_| node.details.is_out());
            let row = RowOf::Node(node.code.clone());
            left_out.push(LeftOut { row, title: node.title.clone(), why });
        } else {
            kept.nodes.push(at);
        }
        for &at in &tree.uses[at] {
            let used = &plan.uses[at];
            if !is_gone && !used.details.is_out() {
                kept.uses.push(at);
                continue;
            }
            let why = used.details.status.filter(|_| used.details.is_out());
            let title = super::title_of(plan, &titles, at).to_owned();
            left_out.push(LeftOut { row: row_of(used), title, why });
        }
    }
    // The rows stand as they were handed in, whatever the order of the tree is.
    kept.nodes.sort_unstable();
    kept.uses.sort_unstable();
    (kept, left_out)
}

/// The years of the next plan: the same where the next year is one of them and the plan is not the
/// first of them, else each a year later.
fn horizon(old: &Plan) -> Vec<i16> {
    let first = old.horizon.iter().min().copied().unwrap_or(old.year);
    if first < old.year && old.horizon.contains(&(old.year + 1)) {
        return old.horizon.clone();
    }
    let first = if first < old.year { first + 1 } else { old.year + 1 };
    let last = old.horizon.iter().max().copied().unwrap_or(old.year).max(old.year) + 1;
    (first..=last).collect()
}

/// What a row says, a year later: without what the year brought.
fn moved(old: &Details, year: i16, horizon: &[i16]) -> Details {
    Details {
        targets: targets(&old.targets, year, horizon),
        status: None,
        acts: Vec::new(),
        printed: Printed::default(),
        row: 0,
        faulty: false,
        ..old.clone()
    }
}

fn targets(old: &Targets, year: i16, horizon: &[i16]) -> Targets {
    let unread = |expected: &Expected| Expected::written(expected.verbatim.clone());
    let own = old.other_years.get(&(year + 1)).or(old.year.as_ref());
    let mut other_years: LiteMap<i16, Expected> = LiteMap::new();
    for (named, expected) in &old.other_years {
        if *named != year + 1 && horizon.contains(named) {
            other_years.insert(*named, unread(expected));
        }
    }
    if let Some(expected) = old.year.as_ref().filter(|_| horizon.contains(&year)) {
        other_years.insert(year, unread(expected));
    }
    let mut periodic: LiteMap<Date, Expected> = LiteMap::new();
    for (day, expected) in &old.periodic {
        periodic.insert(later(*day), unread(expected));
    }
    let mut steps = LiteMap::new();
    for (score, expected) in &old.steps {
        steps.insert(*score, unread(expected));
    }
    Targets { year: own.map(unread), other_years, periodic, steps }
}
