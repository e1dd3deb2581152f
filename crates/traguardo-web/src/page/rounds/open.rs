//! A round that is not closed: what it lacks, what closing it means, and the form that does it.
//! Not here: the closing itself, which the store does in one transaction.

use askama::Template;
use axum::response::Response;
use traguardo::access::{Action, On};
use traguardo::collection::Owed;
use traguardo::period::Date;
use traguardo::round::{Gap, GapKind, gaps, stage};
use traguardo_store::Stored;

use super::{Given, list};
use crate::figure::Mark;
use crate::frame::{Frame, Link, Spot};
use crate::page::answer;
use crate::rich::Rich;
use crate::view::View;
use crate::visitor::Visitor;

/// What there is to close.
pub struct Now<'a> {
    pub stored: &'a Stored,
    pub owed: &'a [Owed],
    pub checkpoint: Date,
    pub today: Date,
}

/// A form that was refused: what was typed, and why.
pub struct Refused<'a> {
    pub given: &'a Given,
    pub said: String,
}

#[derive(Template)]
#[template(path = "round_open.html")]
struct OpenPage {
    frame: Frame,
    title: String,
    mark: Mark,
    sentence: Rich,
    groups: Vec<Group>,
    form: Option<Form>,
    why_not: Option<String>,
}

struct Group {
    id: &'static str,
    title: String,
    note: String,
    rows: Vec<Row>,
}

struct Row {
    title: String,
    minor: String,
    url: String,
}

struct Form {
    action: String,
    said: Option<String>,
    consequence: Rich,
    asks_reason: bool,
    reason: String,
    revision: i64,
    readings: usize,
    marks: usize,
}

/// The page.
pub fn page(view: &View<'_>, now: &Now<'_>, refused: Option<Refused<'_>>) -> Response {
    let words = view.words;
    let day = now.checkpoint.to_string();
    let title = words.tell("round-title", &[("date", now.checkpoint.into())]);
    let gaps = gaps(now.owed, now.checkpoint);
    let asked = now.owed.iter().filter(|owed| owed.checkpoint == now.checkpoint);
    let args = [
        ("count", gaps.len().into()),
        ("asked", asked.count().into()),
        ("date", now.checkpoint.into()),
    ];
    let ahead = now.today < now.checkpoint;
    let key = if ahead { "round-ahead" } else { "round-lacks" };
    let may = Visitor::current().may(Action::CloseRound, On::Body(&view.report.plan.body.ipa));
    let why_not = may.as_ref().err().map(|refusal| refusal.said(words.texts));
    let frame = Frame::plan(view, &title, Spot { path: &["verifiche", &day], menu: "verifiche" })
        .with_crumbs(crumbs(view, &title));
    let page = OpenPage {
        frame,
        mark: list::mark(stage(now.owed, now.checkpoint, now.today), words),
        title,
        sentence: Rich::new(&words.tell(key, &args)),
        groups: GapKind::ALL.into_iter().filter_map(|kind| group(view, kind, &gaps)).collect(),
        form: (!ahead && may.is_ok()).then(|| form(view, now, &gaps, refused)),
        why_not: why_not.filter(|_| !ahead),
    };
    answer(&page, words.lang())
}

/// The path from the home to a round.
pub fn crumbs(view: &View<'_>, title: &str) -> Vec<Link> {
    let mut crumbs = view.crumbs(None);
    let url = view.addresses.page(&["verifiche"]);
    crumbs.push(Link { label: view.words.say("rounds-title"), url, current: false });
    crumbs.push(Link { label: title.to_owned(), url: String::new(), current: true });
    crumbs
}

fn group(view: &View<'_>, kind: GapKind, gaps: &[Gap]) -> Option<Group> {
    let rows: Vec<Row> =
        gaps.iter().filter(|gap| gap.kind == kind).map(|gap| row(view, gap)).collect();
    (!rows.is_empty()).then(|| Group {
        id: kind.name(),
        title: view.words.tell(&format!("{}-title", kind.key()), &[("count", rows.len().into())]),
        note: view.words.say(&format!("{}-mend", kind.key())),
        rows,
    })
}

fn row(view: &View<'_>, gap: &Gap) -> Row {
    let indicator = view.report.indicator(&gap.indicator);
    let part =
        gap.part.map(|part| view.words.tell("round-part", &[("part", i64::from(part).into())]));
    Row {
        title: indicator.map_or_else(|| gap.indicator.clone(), |found| found.title.clone()),
        minor: [Some(gap.indicator.clone()), part]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(", "),
        url: view.addresses.indicator(&gap.indicator),
    }
}

fn form(view: &View<'_>, now: &Now<'_>, gaps: &[Gap], refused: Option<Refused<'_>>) -> Form {
    let (plan, rules) = (&now.stored.plan, &now.stored.rules);
    let included = traguardo::round::choose(plan, &now.stored.readings, rules, now.checkpoint);
    let args = [
        ("revision", now.stored.revision.to_string().into()),
        ("count", included.len().into()),
        ("date", now.checkpoint.into()),
    ];
    let (said, reason) = match refused {
        Some(Refused { given, said }) => (Some(said), given.motivo.clone()),
        None => (None, String::new()),
    };
    Form {
        action: view.addresses.page(&["verifiche", &now.checkpoint.to_string()]),
        said,
        consequence: Rich::new(&view.words.tell("round-consequence", &args)),
        asks_reason: !gaps.is_empty(),
        reason,
        revision: now.stored.revision,
        readings: now.stored.readings.list.len(),
        marks: now.stored.marks.len(),
    }
}
