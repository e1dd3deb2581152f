//! What a draft does to the scores, and what is wrong with it that was not wrong with the plan.
//! Not here: what it changes of the plan, see [`traguardo::revision::variations`].

use std::collections::HashSet;

use askama::Template;
use traguardo::edit::Contents;
use traguardo::plan::Node;
use traguardo::report::Report;
use traguardo_store::Stored;

use crate::view::View;
use crate::words::Words;

/// Issues that are listed; how many others there are is said.
pub const ISSUES: usize = 50;

/// The effect of a draft.
pub struct Outlook {
    /// Which figures become others.
    pub effects: Vec<Effect>,
    /// What is wrong now.
    pub issues: Vec<String>,
    /// How many there are.
    pub issue_count: usize,
    /// How many of them are not listed.
    pub issues_more: Option<String>,
}

/// What stands beside the form of a row: what the draft does, or would do with what is typed.
#[derive(Template)]
#[template(path = "part/tried.html")]
pub struct Effects {
    frame: Words,
    title: String,
    /// Why what is typed cannot be tried.
    fault: Option<String>,
    outlook: Outlook,
    /// All of it in a sentence, to be read out.
    said: String,
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
        let (issues, more) = issues(view, new);
        let issue_count = issues.len() + more;
        let words = view.words;
        let issues_more = (more > 0).then(|| words.tell("upload-more", &[("count", more.into())]));
        Self { effects: effects(view, new), issues, issue_count, issues_more }
    }
}

impl Effects {
    /// What a draft does, or what it would do with what is only tried.
    #[must_use]
    pub fn new(view: &View<'_>, stored: &Stored, draft: &Contents, is_tried: bool) -> Self {
        let words = view.words;
        let outlook = Outlook::new(view, stored, draft);
        let title = if is_tried { "draft-effects-tried" } else { "draft-effects-now" };
        let (title, said) = (words.say(title), sentence(&outlook, words));
        Self { frame: words, title, fault: None, outlook, said }
    }

    /// What the draft does, where what is typed cannot be tried.
    #[must_use]
    pub fn refused(view: &View<'_>, stored: &Stored, draft: &Contents, fault: String) -> Self {
        let said = fault.clone();
        Self { fault: Some(fault), said, ..Self::new(view, stored, draft, false) }
    }
}

/// How much changes; the first figure in full, so that each change of it is said.
fn sentence(outlook: &Outlook, words: Words) -> String {
    let issues = ("issues", outlook.issue_count.into());
    let Some(first) = outlook.effects.first() else {
        return words.tell("live-said-none", &[issues]);
    };
    let args = [
        ("name", first.name.clone().into()),
        ("before", first.before.clone().into()),
        ("after", first.after.clone().into()),
        ("count", outlook.effects.len().into()),
        issues,
    ];
    words.tell("live-said", &args)
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

/// What is wrong with the draft and was not with the plan, and how much more than is listed.
fn issues(view: &View<'_>, new: &Report<'_>) -> (Vec<String>, usize) {
    let words = view.words;
    let known: HashSet<String> =
        view.report.issues.iter().map(|issue| words.texts.issue(issue)).collect();
    let fresh = new.issues.iter().map(|issue| words.texts.issue(issue));
    let mut fresh: Vec<String> = fresh.filter(|told| !known.contains(told)).collect();
    let more = fresh.len().saturating_sub(ISSUES);
    fresh.truncate(ISSUES);
    (fresh, more)
}
