//! An indicator: where it counts, what was expected and what was observed over time.
//! Not here: how its score is reckoned, which its explanation under each node has.

mod proposed;

use askama::Template;
use axum::response::Response;
use traguardo::indicator::{Direction, Indicator};
use traguardo::reading::{Observed, Reading};

use crate::chart::{Chart, chart};
use crate::fault::Fault;
use crate::figure::Figure;
use crate::frame::{Fact, Frame, Link, Spot, sees_work};
use crate::history::{self, Row};
use crate::page::answer;
use crate::page::issues::{IssueRow, about};
use crate::rich::Rich;
use crate::show;
use crate::view::View;
use proposed::{Proposals, Proposed};

pub use proposed::proposals;

#[derive(Template)]
#[template(path = "indicator.html")]
struct IndicatorPage {
    frame: Frame,
    kicker: String,
    title: String,
    sentence: Rich,
    uses: Vec<UseRow>,
    uses_note: String,
    proposed: Vec<Proposed>,
    history: Vec<Row>,
    history_note: String,
    chart: Option<Chart>,
    issues: Vec<IssueRow>,
    properties: Vec<Fact>,
    story_url: Option<String>,
}

struct UseRow {
    title: String,
    url: String,
    minor: String,
    weight: String,
    target: show::Cell,
    actual: show::Cell,
    figure: Figure,
}

/// The page of the indicator with this code, with what the OIV proposes of it.
///
/// # Errors
/// [`Fault::Indicator`] where the plan has no such indicator.
pub fn page(view: &View<'_>, code: &str, proposals: &Proposals) -> Result<Response, Fault> {
    let found = view.report.indicator(code).ok_or_else(|| Fault::indicator(view, code))?;
    let words = view.words;
    let plan = view.report.plan;
    let uses: Vec<usize> =
        (0..plan.uses.len()).filter(|at| plan.uses[*at].indicator == code).collect();
    let entries = history::entries(view, code);
    let first = uses.first().and_then(|at| view.node(&plan.uses[*at].node));
    let mut crumbs = view.crumbs(first);
    crumbs.push(Link { label: code.to_owned(), url: String::new(), current: true });
    let drawing = words.tell("indicator-chart", &[("title", found.title.as_str().into())]);
    let history_key =
        if entries.is_empty() { "indicator-history-empty" } else { "indicator-history-note" };
    let spot = Spot { path: &["indicatori", code], menu: "albero" };
    let page = IndicatorPage {
        frame: Frame::plan(view, &found.title, spot).with_crumbs(crumbs),
        kicker: words.tell("indicator-kicker", &[("code", code.into())]),
        title: found.title.clone(),
        sentence: Rich::new(&sentence(view, code)),
        uses: uses.iter().map(|at| use_row(view, *at)).collect(),
        uses_note: words.tell("indicator-uses-note", &[("count", uses.len().into())]),
        proposed: proposals.about(view, code),
        history: history::rows(view, &entries),
        history_note: words.say(history_key),
        chart: chart(&entries, drawing),
        issues: about(view, code),
        properties: properties(view, found),
        story_url: sees_work(view).then(|| view.addresses.page(&["indicatori", code, "storia"])),
    };
    Ok(answer(&page, words.lang()))
}

fn sentence(view: &View<'_>, code: &str) -> String {
    let words = view.words;
    let own = |reading: &&Reading| {
        let foreign = reading.body.as_deref().is_some_and(|b| b != view.report.plan.body.ipa);
        reading.indicator == code && !foreign
    };
    let dated = |reading: &&Reading| reading.date.is_some_and(|date| date <= view.at());
    let latest = view.report.readings.list.iter().filter(own).filter(dated).max_by_key(|r| r.date);
    let Some((reading, date)) = latest.and_then(|r| Some((r, r.date?))) else {
        return words.say("indicator-sentence-none");
    };
    if reading.observed == Observed::NotAvailable {
        return words.tell("indicator-sentence-nd", &[("date", date.into())]);
    }
    let actual = show::observed(reading, words);
    words.tell("indicator-sentence", &[("actual", actual.into()), ("date", date.into())])
}

fn use_row(view: &View<'_>, at: usize) -> UseRow {
    let used = &view.report.plan.uses[at];
    let node = view.node(&used.node).map(|at| &view.report.plan.nodes[at]);
    UseRow {
        title: node.map_or_else(|| used.node.clone(), |node| node.title.clone()),
        url: view.addresses.node(&used.node),
        minor: used.node.clone(),
        weight: view.weight(used.details.weight),
        target: show::target(view, at),
        actual: show::actual(view, at),
        figure: view.use_figure(at),
    }
}

fn properties(view: &View<'_>, indicator: &Indicator) -> Vec<Fact> {
    let words = view.words;
    let direction = indicator.direction.map(|direction| match direction {
        Direction::Up => words.say("indicator-up"),
        Direction::Down => words.say("indicator-down"),
    });
    let accumulates = indicator.accumulates.map(|accumulates| {
        words.say(if accumulates {
            "indicator-accumulates-yes"
        } else {
            "indicator-accumulates-no"
        })
    });
    [
        ("indicator-measure", indicator.measure.clone()),
        ("indicator-direction", direction),
        ("indicator-formula", indicator.formula.clone()),
        ("indicator-source", indicator.source.clone()),
        ("indicator-accumulates", accumulates),
        ("indicator-frequency", indicator.frequency.clone()),
    ]
    .into_iter()
    .filter_map(|(key, text)| Some(Fact { label: words.say(key), text: text?, url: None }))
    .collect()
}
