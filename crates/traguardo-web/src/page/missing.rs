//! What is missing: every indicator without a score, by the reason.
//! Not here: what was found wrong with the plan itself, see [`crate::page::issues`].

use askama::Template;
use axum::response::Response;
use traguardo::rules::MissingRule;
use traguardo::score::{Cause, Formula, Outcome};

use crate::figure::Mark;
use crate::frame::{Frame, Spot};
use crate::page::answer;
use crate::rich::Rich;
use crate::show;
use crate::view::View;

#[derive(Template)]
#[template(path = "missing.html")]
struct MissingPage {
    frame: Frame,
    sentence: Rich,
    groups: Vec<Group>,
}

struct Group {
    id: &'static str,
    title: String,
    note: String,
    rows: Vec<Row>,
}

struct Row {
    title: String,
    url: String,
    minor: String,
    node: String,
    node_title: String,
    node_url: String,
    target: show::Cell,
    mark: Mark,
    why: Option<String>,
    weight: String,
}

/// The page.
#[must_use]
pub fn page(view: &View<'_>) -> Response {
    let words = view.words;
    let title = words.say("missing-title");
    let measured = view.report.measured();
    let mut sentences = vec![words.tell(
        "missing-sentence",
        &[
            ("when", words.at(view.at()).into()),
            ("count", measured.missing.into()),
            ("total", measured.uses.into()),
        ],
    )];
    if measured.missing > 0 {
        sentences.push(words.say(match view.report.rules.node.missing {
            MissingRule::Zero => "missing-zero",
            MissingRule::Exclude => "missing-exclude",
            MissingRule::Block => "missing-block",
        }));
    }
    let kinds = ["missing-declared", "missing-unread", "missing-without", "missing-not-due"];
    let page = MissingPage {
        frame: Frame::plan(view, &title, Spot { path: &["mancanti"], menu: "mancanti" }),
        sentence: Rich::sentences(&sentences),
        groups: kinds.into_iter().filter_map(|kind| group(view, kind)).collect(),
    };
    answer(&page, words.lang())
}

/// Which group a use belongs to, if it has no score that it could have.
fn kind(view: &View<'_>, used: usize) -> Option<&'static str> {
    let reckoning = &view.report.scores.uses[used].reckoning;
    match (reckoning.outcome, &reckoning.formula) {
        (Outcome::NotDue, _) => Some("missing-not-due"),
        (Outcome::Missing, Formula::Nothing(Cause::NotAvailable)) => Some("missing-declared"),
        (Outcome::Missing, Formula::Nothing(Cause::NoReading) | Formula::Compound(..)) => {
            Some("missing-without")
        }
        (Outcome::Missing, _) => Some("missing-unread"),
        _ => None,
    }
}

fn group(view: &View<'_>, id: &'static str) -> Option<Group> {
    let found = (0..view.report.plan.uses.len()).filter(|at| kind(view, *at) == Some(id));
    let rows: Vec<Row> = found.map(|at| row(view, at)).collect();
    (!rows.is_empty()).then(|| Group {
        id,
        title: view.words.say(id),
        note: view.words.say(&format!("{id}-note")),
        rows,
    })
}

fn row(view: &View<'_>, at: usize) -> Row {
    let used = &view.report.plan.uses[at];
    let node = view.node(&used.node).map(|at| &view.report.plan.nodes[at]);
    let reckoning = &view.report.scores.uses[at].reckoning;
    let note = reckoning.reading.and_then(|r| view.report.readings.list[r].note.clone());
    Row {
        title: view.report.use_title(at).to_owned(),
        url: view.addresses.indicator(&used.indicator),
        minor: used.indicator.clone(),
        node: used.node.clone(),
        node_title: node.map(|node| node.title.clone()).unwrap_or_default(),
        node_url: view.addresses.node(&used.node),
        target: show::target(view, at),
        mark: Mark::of(reckoning.outcome, view.report.rules, view.words),
        why: note,
        weight: view.weight(used.details.weight),
    }
}
