//! The history of a node or an indicator: every change, who made it, when, before and after.
//! Not here: finding the changes, which is the core's.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use traguardo::access::{Action, On};
use traguardo::history::{Change, Source, Topic, history};

use crate::fault::Fault;
use crate::frame::{Frame, Link, Spot};
use crate::page::answer;
use crate::query::Asked;
use crate::rich::Rich;
use crate::router::{App, view_of};
use crate::view::View;
use crate::visitor::permitted;
use crate::words::moment;

/// The most changes on one page; the register of changes has all of them.
const MOST: usize = 500;

type OfCode = (String, String, String);

#[derive(Template)]
#[template(path = "story.html")]
struct StoryPage {
    frame: Frame,
    kicker: String,
    title: String,
    sentence: Rich,
    rows: Vec<Row>,
}

struct Row {
    when: String,
    who: String,
    what: String,
    fate: String,
    source: String,
    cells: Vec<String>,
}

/// The history of a node.
pub async fn node(
    State(app): State<App>,
    Path((ipa, year, code)): Path<OfCode>,
    Query(asked): Query<Asked>,
) -> Response {
    shown(&app, (ipa, year), &asked, Topic::Node(&code))
        .await
        .unwrap_or_else(|fault| fault.answer(asked.lang()))
}

/// The history of an indicator, its uses and its readings.
pub async fn indicator(
    State(app): State<App>,
    Path((ipa, year, code)): Path<OfCode>,
    Query(asked): Query<Asked>,
) -> Response {
    shown(&app, (ipa, year), &asked, Topic::Indicator(&code))
        .await
        .unwrap_or_else(|fault| fault.answer(asked.lang()))
}

async fn shown(
    app: &App,
    plan: (String, String),
    asked: &Asked,
    topic: Topic<'_>,
) -> Result<Response, Fault> {
    permitted(Action::SeeWork, On::Body(&plan.0))?;
    let stored = app.load(&plan).await?;
    let past = app.store().past(&plan.0, stored.plan.year).await.map_err(|_| Fault::Store)?;
    let versions = past.versions();
    let changes = history(&past.sources(&versions), topic);
    view_of(&stored, asked, |view| page(view, topic, &changes))
}

fn page(view: &View<'_>, topic: Topic<'_>, changes: &[Change]) -> Result<Response, Fault> {
    let words = view.words;
    let (folder, code) = match topic {
        Topic::Node(code) => ("nodi", code),
        Topic::Indicator(code) => ("indicatori", code),
    };
    let (of, url) = match topic {
        Topic::Node(code) => {
            let node = view.node(code).map(|at| view.report.plan.nodes[at].title.clone());
            (node, view.addresses.node(code))
        }
        Topic::Indicator(code) => {
            let indicator = view.report.indicator(code).map(|found| found.title.clone());
            (indicator, view.addresses.indicator(code))
        }
    };
    // What the plan has no more still has its history.
    if of.is_none() && changes.is_empty() {
        return Err(match topic {
            Topic::Node(code) => Fault::node(view, code),
            Topic::Indicator(code) => Fault::indicator(view, code),
        });
    }
    let of = of.unwrap_or_else(|| code.to_owned());
    let mut crumbs = view.crumbs(None);
    crumbs.push(Link { label: of.clone(), url, current: false });
    crumbs.push(Link { label: words.say("story-title"), url: String::new(), current: true });
    let title = words.tell("story-of", &[("title", of.as_str().into())]);
    let spot = Spot { path: &[folder, code, "storia"], menu: "albero" };
    let page = StoryPage {
        frame: Frame::plan(view, &title, spot).with_crumbs(crumbs),
        kicker: code.to_owned(),
        sentence: Rich::new(&words.tell("story-sentence", &[("count", changes.len().into())])),
        rows: changes.iter().take(MOST).map(|change| row(view, change)).collect(),
        title,
    };
    Ok(answer(&page, words.lang()))
}

fn row(view: &View<'_>, change: &Change) -> Row {
    let words = view.words;
    let entry = &change.entry;
    let source = match change.source {
        Source::Revision(number) => {
            words.tell("story-revision", &[("number", number.to_string().into())])
        }
        Source::Reading(_) => words.say("story-reading"),
        Source::Mark(_) => words.say("story-mark"),
    };
    Row {
        when: change.at.map_or_else(|| words.say("page-no-figure"), moment),
        who: change.by.clone().unwrap_or_else(|| words.say("page-no-figure")),
        what: words.texts.sentence(&entry.item.name()),
        fate: words.texts.sentence(&entry.fate()),
        source,
        cells: entry.cells.iter().map(|cell| words.texts.sentence(&cell.sentence())).collect(),
    }
}
