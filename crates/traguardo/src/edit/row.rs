//! Edits of a single row: its targets, its owners, what else it says, and the uses of indicators.
//! Not here: weights, which concern the siblings too, see [`super::weight`].

use super::{Refusal, RowOf, Slot, answers};
use crate::indicator::Indicator;
use crate::number::Decimal;
use crate::plan::{Details, Difficulty, Plan, Use};
use crate::target::Expected;

/// The position of the one node of a code.
pub(super) fn node_at(plan: &Plan, code: &str) -> Result<usize, Refusal> {
    let row = || RowOf::Node(code.to_owned());
    only(plan.nodes.iter().enumerate().filter(|(_, node)| node.code == code), row)
}

/// The position of the one use of an indicator by a node.
pub(super) fn use_at(plan: &Plan, indicator: &str, node: &str) -> Result<usize, Refusal> {
    let row = || RowOf::Use { indicator: indicator.to_owned(), node: node.to_owned() };
    let same = |(_, used): &(usize, &Use)| used.indicator == indicator && used.node == node;
    only(plan.uses.iter().enumerate().filter(same), row)
}

/// The details of a row.
pub(super) fn details<'a>(plan: &'a mut Plan, row: &RowOf) -> Result<&'a mut Details, Refusal> {
    match row {
        RowOf::Node(code) => {
            let at = node_at(plan, code)?;
            Ok(&mut plan.nodes[at].details)
        }
        RowOf::Use { indicator, node } => {
            let at = use_at(plan, indicator, node)?;
            Ok(&mut plan.uses[at].details)
        }
    }
}

pub(super) fn add_use(plan: &Plan, used: &Use) -> Result<Plan, Refusal> {
    node_at(plan, &used.node).map_err(|_| Refusal::NoSuchParent(used.node.clone()))?;
    if !plan.indicators.iter().any(|indicator| indicator.code == used.indicator) {
        return Err(Refusal::NoSuchIndicator(used.indicator.clone()));
    }
    if plan.uses.iter().any(|u| (&u.indicator, &u.node) == (&used.indicator, &used.node)) {
        let (indicator, node) = (used.indicator.clone(), used.node.clone());
        return Err(Refusal::Taken(RowOf::Use { indicator, node }));
    }
    super::weight::in_range(used.details.weight)?;
    let mut plan = plan.clone();
    plan.uses.push(used.clone());
    plan.understand();
    Ok(plan)
}

pub(super) fn retitle(
    plan: &Plan,
    (indicator, node): (&str, &str),
    title: Option<&str>,
) -> Result<Plan, Refusal> {
    let at = use_at(plan, indicator, node)?;
    let mut plan = plan.clone();
    plan.uses[at].title = written(title);
    Ok(plan)
}

pub(super) fn move_use(
    plan: &Plan,
    (indicator, node): (&str, &str),
    to: &str,
) -> Result<Plan, Refusal> {
    let at = use_at(plan, indicator, node)?;
    let mut plan = plan.clone();
    if node == to {
        return Ok(plan);
    }
    node_at(&plan, to).map_err(|_| Refusal::NoSuchParent(to.to_owned()))?;
    if plan.uses.iter().any(|used| used.indicator == indicator && used.node == to) {
        let (indicator, node) = (indicator.to_owned(), to.to_owned());
        return Err(Refusal::Taken(RowOf::Use { indicator, node }));
    }
    to.clone_into(&mut plan.uses[at].node);
    answers::follow(&mut plan, indicator, (node, to));
    plan.understand();
    Ok(plan)
}

pub(super) fn remove_use(plan: &Plan, indicator: &str, node: &str) -> Result<Plan, Refusal> {
    let at = use_at(plan, indicator, node)?;
    let mut plan = plan.clone();
    plan.uses.remove(at);
    forget_unused(&mut plan, &[indicator.to_owned()]);
    answers::forget_orphans(&mut plan);
    Ok(plan)
}

/// Takes indicators out that no node uses any more, of those that were used.
pub(super) fn forget_unused(plan: &mut Plan, of: &[String]) {
    let used: hashbrown::HashSet<&str> = plan.uses.iter().map(|u| u.indicator.as_str()).collect();
    let was_used: hashbrown::HashSet<&str> = of.iter().map(String::as_str).collect();
    let stays = |indicator: &Indicator| {
        let code = indicator.code.as_str();
        used.contains(code) || !was_used.contains(code)
    };
    let stays: Vec<bool> = plan.indicators.iter().map(stays).collect();
    let mut stays = stays.into_iter();
    plan.indicators.retain(|_| stays.next().unwrap_or(true));
}

pub(super) fn put_indicator(plan: &Plan, indicator: &Indicator) -> Result<Plan, Refusal> {
    not_blank("indicatore", &indicator.code)?;
    not_blank("titolo", &indicator.title)?;
    let mut plan = plan.clone();
    match plan.indicators.iter_mut().find(|known| known.code == indicator.code) {
        Some(known) => *known = indicator.clone(),
        None => plan.indicators.push(indicator.clone()),
    }
    // More or less being better decides what a bare figure means.
    plan.understand();
    Ok(plan)
}

pub(super) fn set_target(
    plan: &Plan,
    row: &RowOf,
    slot: Slot,
    phrase: Option<&str>,
) -> Result<Plan, Refusal> {
    let mut plan = plan.clone();
    let expected = written(phrase).map(|phrase| Expected::written(&phrase));
    let targets = &mut details(&mut plan, row)?.targets;
    match (slot, expected) {
        (Slot::Year, expected) => targets.year = expected,
        (Slot::OtherYear(year), Some(expected)) => _ = targets.other_years.insert(year, expected),
        (Slot::OtherYear(year), None) => _ = targets.other_years.remove(&year),
        (Slot::Periodic(day), Some(expected)) => _ = targets.periodic.insert(day, expected),
        (Slot::Periodic(day), None) => _ = targets.periodic.remove(&day),
        (Slot::Step(score), Some(expected)) => _ = targets.steps.insert(score, expected),
        (Slot::Step(score), None) => _ = targets.steps.remove(&score),
    }
    plan.understand();
    Ok(plan)
}

pub(super) fn set_owners(
    plan: &Plan,
    row: &RowOf,
    responsible: &[String],
    collectors: &[String],
) -> Result<Plan, Refusal> {
    let mut plan = plan.clone();
    let of = details(&mut plan, row)?;
    of.responsible = responsible.to_vec();
    of.collectors = collectors.to_vec();
    Ok(plan)
}

pub(super) fn set_belonging(
    plan: &Plan,
    row: &RowOf,
    mission: Option<&str>,
    pira: bool,
) -> Result<Plan, Refusal> {
    let mut plan = plan.clone();
    let of = details(&mut plan, row)?;
    of.mission = written(mission);
    of.pira = pira;
    Ok(plan)
}

pub(super) fn set_difficulty(
    plan: &Plan,
    row: &RowOf,
    difficulty: Difficulty,
) -> Result<Plan, Refusal> {
    let Difficulty { complexity, capability, innovation } = difficulty;
    for mark in [complexity, capability, innovation].into_iter().flatten() {
        if !(Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(&mark) {
            return Err(Refusal::MarkOutOfRange(mark));
        }
    }
    let mut plan = plan.clone();
    details(&mut plan, row)?.difficulty = difficulty;
    Ok(plan)
}

pub(super) fn set_note(plan: &Plan, row: &RowOf, note: Option<&str>) -> Result<Plan, Refusal> {
    let mut plan = plan.clone();
    details(&mut plan, row)?.note = written(note);
    Ok(plan)
}

pub(super) fn not_blank(column: &'static str, text: &str) -> Result<(), Refusal> {
    if text.trim().is_empty() { Err(Refusal::Blank(column)) } else { Ok(()) }
}

/// A text as a cell holds it: nothing where it is blank.
pub(super) fn written(text: Option<&str>) -> Option<String> {
    text.map(str::trim).filter(|text| !text.is_empty()).map(String::from)
}

fn only<T>(
    mut found: impl Iterator<Item = (usize, T)>,
    row: impl Fn() -> RowOf,
) -> Result<usize, Refusal> {
    match (found.next(), found.next()) {
        (Some((at, _)), None) => Ok(at),
        (None, _) => Err(Refusal::NoSuchRow(row())),
        (Some(_), Some(_)) => Err(Refusal::NamedTwice(row())),
    }
}
