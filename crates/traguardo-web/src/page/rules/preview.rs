//! What other rules change of the printed results, and which rule does it.
//! Not here: the reckoning, see [`traguardo::revision::effects`].

use traguardo::plan::Plan;
use traguardo::revision::{Effect, Shown, effects};
use traguardo::rules::{Rule, Rules};
use traguardo::score::Outcome;

use crate::figure::Mark;
use crate::rich::Rich;
use crate::view::View;
use crate::words::Words;

/// The effect of rules.
pub struct Preview {
    /// What it is of: the day, the plan.
    pub day: String,
    /// How much changes.
    pub sentence: Rich,
    /// The same without emphasis.
    pub said: String,
    /// Each result that changes.
    pub rows: Vec<Row>,
}

/// A result before and after.
pub struct Row {
    /// Of what.
    pub title: String,
    /// Its code; blank for the body.
    pub code: String,
    /// Under the adopted rules.
    pub before: Side,
    /// Under the new ones.
    pub after: Side,
    /// The rules that do it.
    pub why: String,
}

/// What is printed: the digits and the band.
pub struct Side {
    /// The digits, or what stands in their place.
    pub printed: String,
    /// Its band, or its state.
    pub mark: Mark,
}

/// What changes of the results of a plan from the adopted rules to others.
pub fn preview(view: &View<'_>, plan: &Plan, (old, new): (&Rules, &Rules)) -> Preview {
    let words = view.words;
    let effects = effects(plan, view.report.readings, (old, new), view.at());
    let row = |effect: &Effect| {
        let node = effect.node.map(|at| &plan.nodes[at]);
        Row {
            title: node.map_or_else(|| words.say("rules-preview-body"), |node| node.title.clone()),
            code: node.map(|node| node.code.clone()).unwrap_or_default(),
            before: side(&effect.before, old, words),
            after: side(&effect.after, new, words),
            why: named(&effect.because, words),
        }
    };
    let sentence = sentence(plan, &effects, (old, new), words);
    Preview {
        said: sentence.replace("**", ""),
        day: words.tell("rules-preview-day", &[("date", view.at().into())]),
        sentence: Rich::new(&sentence),
        rows: effects.iter().map(row).collect(),
    }
}

fn sentence(plan: &Plan, effects: &[Effect], (old, new): (&Rules, &Rules), words: Words) -> String {
    let changed: Vec<Rule> = Rule::ALL.into_iter().filter(|rule| rule.differs(old, new)).collect();
    if !effects.is_empty() {
        let total = plan.nodes.len() + 1;
        let args = [("count", effects.len().into()), ("total", total.into())];
        return words.tell("rules-preview-count", &args);
    }
    if old == new {
        return words.say("rules-preview-same");
    }
    let mut names: Vec<String> = changed.iter().map(|rule| words.say(rule.text())).collect();
    if old.valid_from != new.valid_from {
        names.insert(0, words.say("rules-name-valid-from"));
    }
    words.tell("rules-preview-none", &[("rules", names.join("; ").into())])
}

fn side(shown: &Shown, rules: &Rules, words: Words) -> Side {
    let printed = shown.printed.clone().unwrap_or_else(|| match shown.outcome {
        Outcome::Missing => words.say("outcome-missing"),
        _ => words.say("page-no-figure"),
    });
    Side { printed, mark: Mark::of(shown.outcome, rules, words) }
}

fn named(rules: &[Rule], words: Words) -> String {
    let names: Vec<String> = rules.iter().map(|rule| words.say(rule.text())).collect();
    names.join("; ")
}
