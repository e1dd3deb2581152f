//! What a use asks for at a checkpoint, part by part, and its scores without those of the nodes.
//! Not here: the reckoning, see [`super::indicator`], which numbers parts the same way.

use super::{Situation, of_the_day, target_in_force};
use crate::period::Date;
use crate::plan::{Plan, Targets};
use crate::reading::Readings;
use crate::rules::Rules;
use crate::score::{Formula, Reckoning, UseScore};
use crate::target::{Day, Due, Target};
use crate::tree::Tree;

/// The scores of some uses on a day, in their order.
pub(crate) fn score_uses(
    (plan, tree): (&Plan, &Tree),
    readings: &Readings,
    rules: &Rules,
    at: Date,
    uses: &[usize],
) -> Vec<UseScore> {
    let situation = Situation::new(plan, readings, rules, at);
    let mut issues = Vec::new();
    let score =
        |at: &usize| situation.score_use(&plan.uses[*at], tree.is_faulty_use(*at), &mut issues);
    uses.iter().map(score).collect()
}

/// The targets in force at a checkpoint, each with the part that its readings are of; none where
/// there is no target, or it is not understood.
pub(crate) fn leaves(
    plan: &Plan,
    targets: &Targets,
    checkpoint: Date,
) -> Vec<(Option<u32>, Target)> {
    let (_, expected) = target_in_force(targets, checkpoint);
    let target = expected.and_then(|expected| expected.target());
    let target = target.and_then(|target| of_the_day(target, plan.year, checkpoint));
    let mut found = Vec::new();
    if let Some(target) = target {
        collect(target, plan.year, &mut None, &mut found);
    }
    found
}

/// The reckonings of a target's leaves, in the order of [`leaves`].
pub(crate) fn reckoned(reckoning: &Reckoning) -> Vec<&Reckoning> {
    let mut found = Vec::new();
    let mut open = vec![reckoning];
    while let Some(reckoning) = open.pop() {
        match &reckoning.formula {
            Formula::Compound(parts, _) => open.extend(parts.iter().rev()),
            _ => found.push(reckoning),
        }
    }
    found
}

fn collect(
    target: &Target,
    year: i16,
    part: &mut Option<u32>,
    found: &mut Vec<(Option<u32>, Target)>,
) {
    match target {
        Target::Compound { parts, .. } => {
            part.get_or_insert(1);
            parts.iter().for_each(|target| collect(target, year, part, found));
        }
        Target::By(Due { day: day @ Day::Each { .. }, .. }) => {
            part.get_or_insert(1);
            for date in day.in_year(year) {
                collect(&Target::By(Due::on(date)), year, part, found);
            }
        }
        _ => {
            found.push((*part, target.clone()));
            *part = part.map(|number| number + 1);
        }
    }
}
