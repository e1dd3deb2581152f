//! Issues of targets: the ones that are missing and the questions that are open.
//! Not here: the reading of a phrase, see [`crate::target::phrase`].

use hashbrown::HashSet;

use crate::issue::{Issue, Place, Table, kinds};
use crate::period::{Date, year_end};
use crate::plan::{Details, Plan};
use crate::target::{Expected, Meaning};

pub(super) fn check(plan: &Plan, issues: &mut Vec<Issue>) {
    let mut declared: HashSet<Date> = plan.checkpoints.iter().map(|c| c.date).collect();
    declared.insert(year_end(plan.year));
    for used in &plan.uses {
        ask_all(&used.details, &used.indicator, issues);
        let targets = &used.details.targets;
        let none = targets.year.is_none() && targets.periodic.is_empty();
        if none && !used.details.is_out() {
            let place = place(&used.details, &used.indicator, "target".to_owned());
            issues.push(Issue::new(&kinds::TARGET_MISSING, place));
        }
        for date in targets.periodic.keys() {
            // Said once for the whole column, at the first row that uses it.
            if declared.insert(*date) {
                let column = format!("periodico_{date}");
                let place = place(&used.details, &used.indicator, column);
                let issue = Issue::new(&kinds::CHECKPOINT_UNDECLARED, place);
                issues.push(issue.with("found", date.to_string()));
            }
        }
    }
    for node in &plan.nodes {
        ask_all(&node.details, &node.code, issues);
    }
}

fn ask_all(details: &Details, code: &str, issues: &mut Vec<Issue>) {
    let targets = &details.targets;
    let mut ask = |expected: &Expected, column: &dyn Fn() -> String| {
        if let Meaning::Asked(question) = &expected.meaning {
            issues.push(Issue {
                kind: question.kind,
                place: place(details, code, column()),
                params: question.params.clone(),
            });
        }
    };
    if let Some(expected) = &targets.year {
        ask(expected, &|| "target".to_owned());
    }
    for (year, expected) in &targets.other_years {
        ask(expected, &|| format!("target_{year}"));
    }
    for (date, expected) in &targets.periodic {
        ask(expected, &|| format!("periodico_{date}"));
    }
}

fn place(details: &Details, code: &str, column: String) -> Place {
    Place::table(Table::Plan).row(details.row).column(column).code(code)
}
