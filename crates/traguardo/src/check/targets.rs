//! Issues of targets: the ones that are missing and the questions that are open.
//! Not here: the reading of a phrase, see [`crate::target::phrase`].

use hashbrown::HashSet;

use super::place::in_plan;
use super::prose;
use crate::issue::{Cell, Issue, Place, Table, kinds};
use crate::period::{Date, year_end};
use crate::plan::{Details, Plan};
use crate::question::{self, each_open, without_target};
use crate::target::{Expected, Question};

pub(super) fn check(plan: &Plan, issues: &mut Vec<Issue>) {
    let mut declared: HashSet<Date> = plan.checkpoints.iter().map(|c| c.date).collect();
    declared.insert(year_end(plan.year));
    for used in &plan.uses {
        ask_all(&used.details, &used.indicator, issues);
        let targets = &used.details.targets;
        let none = targets.year.is_none() && targets.periodic.is_empty();
        if none && !used.details.is_out() {
            let place = in_plan(&used.details, &used.indicator, "target");
            issues.push(Issue::new(&kinds::TARGET_MISSING, place));
        }
        for date in targets.periodic.keys() {
            // Said once for the whole column, at the first row that uses it.
            if declared.insert(*date) {
                let column = format!("periodico_{date}");
                let place = in_plan(&used.details, &used.indicator, column);
                let issue = Issue::new(&kinds::CHECKPOINT_UNDECLARED, place);
                issues.push(issue.with("found", date.to_string()));
            }
        }
    }
    for node in &plan.nodes {
        ask_all(&node.details, &node.code, issues);
    }
    check_answers(plan, issues);
}

/// Calls a function with every target of a row and the name of its column.
pub(super) fn each_target(details: &Details, mut each: impl FnMut(&Expected, &dyn Fn() -> String)) {
    let targets = &details.targets;
    if let Some(expected) = &targets.year {
        each(expected, &|| "target".to_owned());
    }
    for (year, expected) in &targets.other_years {
        each(expected, &|| format!("target_{year}"));
    }
    for (date, expected) in &targets.periodic {
        each(expected, &|| format!("periodico_{date}"));
    }
}

fn ask_all(details: &Details, code: &str, issues: &mut Vec<Issue>) {
    each_open(&details.targets, |column, _, question| {
        let place = in_plan(details, code, column());
        let mut issue = Issue::new(question.kind, underlined(place, question));
        issue.params.clone_from(&question.params);
        issue.proposals = question.proposals();
        issues.push(issue);
    });
}

/// An answer whose target is written otherwise by now, or stands nowhere, changes nothing.
fn check_answers(plan: &Plan, issues: &mut Vec<Issue>) {
    if plan.answers.is_empty() {
        return;
    }
    for answer in without_target(plan) {
        let place = Place::table(Table::Answers).row(answer.row).column("scritto");
        let place = place.code(&answer.code).cell(Cell::whole(&answer.written));
        let now = question::target(plan, &answer.code, answer.parent.as_deref(), &answer.column);
        issues.push(
            Issue::new(&kinds::ANSWER_WITHOUT_TARGET, place)
                .with("found", &answer.written)
                .with("target_column", &answer.column)
                .with("now", now.map_or("none", |target| &target.verbatim)),
        );
    }
}

/// The part of a target that a question is about: a day that does not exist, or what it quotes.
fn underlined(place: Place, question: &Question) -> Place {
    let Some(cell) = &place.cell else { return place };
    if question.kind == &kinds::TARGET_DATE_IMPOSSIBLE {
        let impossible = prose::dates(&cell.text).into_iter().find(|found| found.date.is_none());
        if let Some(found) = impossible {
            let cell = cell.clone().at(found.range);
            return place.cell(cell);
        }
    }
    let quoted = question.params.iter().find(|(name, _)| *name == "found");
    match quoted {
        Some((_, part)) => place.under(part),
        None => place,
    }
}
