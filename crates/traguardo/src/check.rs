//! What is wrong with a plan: every issue at once, each with its name, place and parameters.
//! Not here: what a file reader could not read (it says so itself) and the sentences.

mod acts;
mod deadlines;
mod dominance;
mod figures;
mod history;
mod levels;
mod owners;
pub(crate) mod place;
mod prose;
mod readings;
mod subject;
mod targets;
mod tree;
mod twins;
mod weights;
mod wording;

use crate::issue::{Issue, Severity};
use crate::plan::Plan;
use crate::reading::Readings;
use crate::rules::Rules;
use crate::tree::Tree;

/// Checks a plan with its readings. It never fails and never stops at the first issue.
///
/// The issues come in the order of the tables and of their rows.
///
/// ```
/// use traguardo::{check::check, rules::Rules, sample};
///
/// let mut plan = sample::plan();
/// plan.nodes[2].parent = Some("302".to_owned());
/// let issues = check(&plan, &sample::readings(), &Rules::default());
/// assert!(issues.iter().any(|issue| issue.kind.name == "parent-unknown"));
/// ```
#[must_use]
pub fn check(plan: &Plan, readings: &Readings, rules: &Rules) -> Vec<Issue> {
    let mut issues = check_shaped(plan, &Tree::of(plan), readings, rules);
    sort(&mut issues);
    issues
}

/// Checks a plan whose shape is known already.
pub(crate) fn check_shaped(
    plan: &Plan,
    tree: &Tree,
    readings: &Readings,
    rules: &Rules,
) -> Vec<Issue> {
    let mut issues = Vec::new();
    tree::check(plan, tree, &mut issues);
    weights::check(plan, tree, rules, &mut issues);
    targets::check(plan, &mut issues);
    readings::check(plan, readings, &mut issues);
    check_sense(plan, tree, readings, rules, &mut issues);
    issues
}

/// What can be scored and will hurt: what a reader of the plan would ask before it is adopted.
fn check_sense(
    plan: &Plan,
    tree: &Tree,
    readings: &Readings,
    rules: &Rules,
    issues: &mut Vec<Issue>,
) {
    let subjects = subject::subjects(plan);
    let index = readings.index();
    owners::check(plan, tree, issues);
    dominance::check(plan, tree, &subjects, rules, issues);
    twins::check(plan, tree, &subjects, issues);
    levels::check(plan, &subjects, &index, issues);
    history::check(plan, &subjects, &index, issues);
    deadlines::check(plan, issues);
    acts::check(plan, issues);
    figures::check(plan, &subjects, &index, issues);
    wording::check(plan, &subjects, readings, issues);
}

/// Puts issues in the order in which their author reads: by table, row and gravity.
///
/// ```
/// use traguardo::{check::{check, sort}, rules::Rules, sample};
/// let mut issues = check(&sample::plan(), &sample::readings(), &Rules::default());
/// sort(&mut issues);
/// ```
pub fn sort(issues: &mut [Issue]) {
    issues.sort_by_key(|issue| (issue.place.table, issue.place.row, issue.kind.severity));
}

/// Whether any of them is an error.
///
/// ```
/// assert!(!traguardo::check::has_errors(&[]));
/// ```
#[must_use]
pub fn has_errors(issues: &[Issue]) -> bool {
    issues.iter().any(|issue| issue.kind.severity == Severity::Error)
}

/// What a sentence names as the nearest known thing; `none` where nothing is near.
fn nearest_or_none<'a>(found: &str, known: impl IntoIterator<Item = &'a str>) -> &'a str {
    crate::issue::nearest(found, known).unwrap_or("none")
}
