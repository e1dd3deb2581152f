//! What a draft does to the scores, and what is wrong with it that was not wrong with the plan.
//! Not here: what it changes of the plan, see [`traguardo::revision::variations`].

use std::collections::HashSet;

use traguardo::edit::Contents;
use traguardo::plan::Node;
use traguardo::report::Report;
use traguardo_store::Stored;

use crate::view::View;

/// Issues that are listed; how many others there are is said.
pub const ISSUES: usize = 50;

/// The effect of a draft.
pub struct Outlook {
    /// Which figures become others.
    pub effects: Vec<Effect>,
    /// What is wrong now.
    pub issues: Vec<String>,
    /// How many more there are.
    pub issues_more: Option<String>,
}

/// A node whose score the draft changes.
pub struct Effect {
    /// Its code and title.
    pub name: String,
    /// Its score under the plan.
    pub before: String,
    /// Its score under the draft.
    pub after: String,
}

impl Outlook {
    /// What a draft does to a plan that is looked at.
    #[must_use]
    pub fn new(view: &View<'_>, stored: &Stored, draft: &Contents) -> Self {
        let new = Report::new(&draft.plan, &stored.readings, &draft.rules, view.at());
        Self::of(view, &new)
    }

    /// The same of a draft that is reckoned already.
    #[must_use]
    pub fn of(view: &View<'_>, new: &Report<'_>) -> Self {
        let (issues, issues_more) = issues(view, new);
        Self { effects: effects(view, new), issues, issues_more }
    }
}

/// The nodes whose printed score the draft changes, those that it adds or takes away too; the body
/// comes first.
fn effects(view: &View<'_>, new: &Report<'_>) -> Vec<Effect> {
    let words = view.words;
    let printed = |report: &Report<'_>, code: &str| {
        let score = report.scores.node(code).map(|node| node.score());
        match score {
            Some(Some(score)) => report.rules.printed(score),
            Some(None) => words.say("draft-no-score"),
            None => words.say("draft-not-there"),
        }
    };
    let old = &view.report;
    let body = |report: &Report<'_>| match report.scores.of(None).score() {
        Some(score) => report.rules.printed(score),
        None => words.say("draft-no-score"),
    };
    let whole = (body(old), body(new));
    let whole = (whole.0 != whole.1).then(|| Effect {
        name: old.plan.body.name.clone(),
        before: whole.0,
        after: whole.1,
    });
    let fresh = new.plan.nodes.iter().filter(|node| old.scores.node(&node.code).is_none());
    let nodes = old.plan.nodes.iter().chain(fresh);
    let effect = |node: &Node| {
        let (before, after) = (printed(old, &node.code), printed(new, &node.code));
        let name = format!("{} {}", node.code, node.title);
        (before != after).then_some(Effect { name, before, after })
    };
    whole.into_iter().chain(nodes.filter_map(effect)).collect()
}

/// What is wrong with the draft and was not with the plan.
fn issues(view: &View<'_>, new: &Report<'_>) -> (Vec<String>, Option<String>) {
    let words = view.words;
    let known: HashSet<String> =
        view.report.issues.iter().map(|issue| words.texts.issue(issue)).collect();
    let fresh = new.issues.iter().map(|issue| words.texts.issue(issue));
    let mut fresh: Vec<String> = fresh.filter(|told| !known.contains(told)).collect();
    let more = fresh.len().checked_sub(ISSUES).filter(|left| *left > 0);
    fresh.truncate(ISSUES);
    (fresh, more.map(|count| words.tell("upload-more", &[("count", count.into())])))
}
