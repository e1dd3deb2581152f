//! Scoring: plan, readings, rules and a day in; every score out, with how it was reckoned.
//! Not here: sentences and rounding. Nothing here is stored: a score is always computed.

mod deadline;
mod formula;
mod indicator;
mod leaf;
mod reading;
mod reference;
mod roll_up;

use std::cell::RefCell;

use hashbrown::HashMap;

use crate::indicator::Indicator;
use crate::period::{Date, year_end};
use crate::plan::{Plan, Targets};
use crate::reading::{ReadingIndex, Readings};
use crate::rules::Rules;
use crate::score::{Applied, Cause, Scores};
use crate::target::{Expected, Reference, Target};
use crate::tree::Tree;

pub(crate) use leaf::{leaves, reckoned, score_uses};
pub(crate) use reading::quotient;
pub(crate) use roll_up::roll_up_outcomes;

use reading::Placed;
use reference::Resolved;

/// An indicator and the part of a compound target, if it is of one.
type PartKey<'a> = (&'a str, Option<u32>);

/// What all scores of one plan have in common.
struct Situation<'a> {
    plan: &'a Plan,
    rules: &'a Rules,
    at: Date,
    checkpoint: Date,
    readings: ReadingIndex<'a>,
    indicators: HashMap<&'a str, &'a Indicator>,
    /// The bodies of the cluster with their places in its list.
    cluster: HashMap<&'a str, usize>,
    /// What was found in the readings, which are looked through once however many nodes ask.
    in_force: RefCell<HashMap<PartKey<'a>, Result<Placed<'a>, Cause>>>,
    resolved: RefCell<HashMap<(PartKey<'a>, Reference), Result<Resolved, Cause>>>,
}

impl<'a> Situation<'a> {
    fn new(plan: &'a Plan, readings: &'a Readings, rules: &'a Rules, at: Date) -> Self {
        Self {
            plan,
            rules,
            at,
            checkpoint: plan.checkpoint_at(at),
            readings: readings.index(),
            indicators: plan.indicators.iter().map(|i| (i.code.as_str(), i)).collect(),
            cluster: plan.cluster.iter().enumerate().map(|(at, b)| (b.as_str(), at)).collect(),
            in_force: RefCell::default(),
            resolved: RefCell::default(),
        }
    }
}

/// Scores a plan on a day: pure, exact, with every outcome explained by what it came from.
///
/// `at` is the day to which the situation refers: readings after it do not count, deadlines after
/// it are not due (`docs/formati.md`, "Che cosa conta a una data").
///
/// ```
/// use traguardo::{period::parse_date, rules::Rules, sample, score::Outcome, scoring::score};
///
/// let at = parse_date("30/06/2020").unwrap();
/// let scores = score(&sample::plan(), &sample::readings(), &Rules::default(), at);
/// // 3.111.720.000 against the 6.500.000.000 expected by the end of June
/// let Outcome::Scored(export) = scores.uses[0].reckoning.outcome else { panic!() };
/// assert_eq!(Rules::default().printed(export), "47,87");
/// ```
#[must_use]
pub fn score(plan: &Plan, readings: &Readings, rules: &Rules, at: Date) -> Scores {
    let situation = Situation::new(plan, readings, rules, at);
    let tree = Tree::of(plan);
    let mut issues = Vec::new();
    let uses = plan
        .uses
        .iter()
        .enumerate()
        .map(|(at, used)| situation.score_use(used, tree.is_faulty_use(at), &mut issues))
        .collect::<Vec<_>>();
    let (body, nodes) = roll_up::roll_up_tree(plan, rules, &tree, &uses);
    Scores { at, body, nodes, uses, tree, issues }
}

/// Which target counts at a checkpoint: its periodic one, else the year's.
fn target_in_force(targets: &Targets, checkpoint: Date) -> (Applied, Option<&Expected>) {
    match (targets.periodic.get(&checkpoint), &targets.year) {
        (Some(periodic), _) => (Applied::Periodic(checkpoint), Some(periodic)),
        (None, Some(year)) => (Applied::Year, Some(year)),
        (None, None) => (Applied::None, None),
    }
}

/// The target of the plan's year and of the checkpoint, where one cell holds several.
fn of_the_day(target: &Target, year: i16, checkpoint: Date) -> Option<&Target> {
    match target {
        Target::ByYear(years) => {
            years.iter().find(|(named, _)| *named == year).map(|(_, target)| target)
        }
        Target::Periodic { year: whole, .. } if checkpoint == year_end(year) => Some(whole),
        Target::Periodic { periodic, .. } => Some(periodic),
        _ => Some(target),
    }
}
