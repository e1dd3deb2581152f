//! What is wrong with a plan: every issue at once, each with its name, place and parameters.
//! Not here: what a file reader could not read (it says so itself) and the sentences.

mod acts;
mod cards;
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

use crate::both::{LARGE, both};
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
    let subjects = subject::subjects(plan);
    let of_rows = || {
        let mut issues = Vec::new();
        tree::check(plan, tree, &mut issues);
        weights::check(plan, tree, rules, &mut issues);
        targets::check(plan, &mut issues);
        readings::check(plan, readings, &mut issues);
        cards::check(plan, &mut issues);
        owners::check(plan, tree, &mut issues);
        deadlines::check(plan, &mut issues);
        acts::check(plan, &mut issues);
        wording::check(plan, &subjects, readings, &mut issues);
        issues
    };
    let of_indicators = || {
        let mut issues = Vec::new();
        let index = readings.index();
        dominance::check(plan, tree, &subjects, rules, &mut issues);
        twins::check(plan, tree, &subjects, &mut issues);
        levels::check(plan, &subjects, &index, &mut issues);
        history::check(plan, &subjects, &index, &mut issues);
        figures::check(plan, &subjects, &index, &mut issues);
        issues
    };
    let (mut issues, mut others) = if plan.uses.len() < LARGE {
        (of_rows(), of_indicators())
    } else {
        both(of_rows, of_indicators)
    };
    issues.append(&mut others);
    issues
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

/// Finds what a sentence names as the nearest known thing, in a bounded time: a table in which
/// nothing is known would otherwise take one that grows with its square, and with its codes'.
struct Likely {
    cost_left: usize,
}

impl Likely {
    /// In pairs of letters that are compared.
    const COST_MOST: usize = 40_000_000;
    /// What each comparison costs besides its letters.
    const COST_EACH: usize = 16;

    fn new() -> Self {
        Self { cost_left: Self::COST_MOST }
    }

    /// The nearest of the known names; `none` where nothing is near, or too much was compared.
    fn of<'a>(&mut self, found: &str, known: impl Iterator<Item = &'a str> + Clone) -> &'a str {
        let mut cost = 0_usize;
        for (counted, name) in (1..).zip(known.clone()) {
            cost = cost.saturating_add(Self::COST_EACH + found.len().saturating_mul(name.len()));
            if cost > self.cost_left {
                // Counting is work too.
                self.cost_left = self.cost_left.saturating_sub(counted);
                return "none";
            }
        }
        self.cost_left -= cost;
        crate::issue::nearest(found, known).unwrap_or("none")
    }
}

#[cfg(test)]
mod tests {
    use super::Likely;

    #[test]
    fn the_nearest_is_offered_until_too_much_was_compared() {
        let mut likely = Likely::new();
        let known = ["I7", "I8"];
        assert_eq!(likely.of("I7x", known.into_iter()), "I7");
        // Two long names cost as much as thousands of short ones.
        let long = ["x".repeat(5_000), "y".repeat(5_000)];
        let found = "x".repeat(5_000);
        assert_eq!(likely.of(&found, long.iter().map(String::as_str)), "none");
        assert_eq!(likely.of("I8x", known.into_iter()), "I8");
        likely.cost_left = 2 * (Likely::COST_EACH + 6);
        assert_eq!(likely.of("I8x", known.into_iter()), "I8");
        assert_eq!(likely.of("I8x", known.into_iter()), "none");
    }
}
