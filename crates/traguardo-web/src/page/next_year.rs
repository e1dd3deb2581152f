//! The plan of the next year: what would be copied, what to reconsider and why, and its draft.
//! Not here: editing and adopting the draft, see [`crate::page::draft`].

pub mod first;
mod oiv;

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;
use traguardo::access::{Action, On};
use traguardo::difference::Side;
use traguardo::edit::RowOf;
use traguardo::next_year::{LeftOut, NextYear, Reconsider, next_year};
use traguardo::plan::{Details, Plan, Status};
use traguardo_store::{Draft, Stored};

use crate::address::{Addresses, with_query};
use crate::fault::Fault;
use crate::frame::{Frame, Spot};
use crate::own_form::OwnForm;
use crate::page::{answer, revisions};
use crate::query::Asked;
use crate::rich::Rich;
use crate::router::{App, OfPlan, view_of};
use crate::view::View;
use crate::visitor::{self, Visitor};
use crate::words::Words;

/// The part of the path.
pub const PATH: &str = "anno-nuovo";
/// Plans of earlier years that are looked at.
const YEARS: usize = 3;

/// What the form sends besides the token.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Nothing {}

#[derive(Template)]
#[template(path = "next_year.html")]
struct NextYearPage {
    frame: Frame,
    title: String,
    sentence: Rich,
    state: Standing,
    rows: Vec<Row>,
    count: Rich,
    left_out: Vec<Line>,
    said: Vec<Line>,
}

/// How far the plan of the next year has come.
struct Standing {
    /// What there is.
    sentence: String,
    /// Where it is.
    link: Option<(String, String)>,
    /// Where its draft is made.
    make: Option<(String, String)>,
}

/// A row with what to reconsider in it.
struct Row {
    name: String,
    title: String,
    target: String,
    why: Vec<String>,
    state: Option<String>,
    url: Option<String>,
}

/// A line of a list.
struct Line {
    name: String,
    title: String,
    text: String,
}

/// All that the page is made from.
struct Looked {
    stored: Stored,
    next: NextYear,
    draft: Option<Draft>,
    is_adopted: bool,
    desk: traguardo::desk::Desk,
}

/// The page.
pub async fn show(
    State(app): State<App>,
    Path(plan): Path<OfPlan>,
    Query(asked): Query<Asked>,
) -> Response {
    let made = async {
        visitor::permitted(Action::SeeWork, On::Body(&plan.0))?;
        let looked = look(&app, &plan).await?;
        view_of(&looked.stored, &asked, |view| Ok(page(view, &looked)))
    };
    made.await.unwrap_or_else(|fault: Fault| fault.answer(asked.lang()))
}

/// Makes the draft of the next year's plan, or goes to the one that is there.
pub async fn make(
    State(app): State<App>,
    Path(plan): Path<OfPlan>,
    Query(asked): Query<Asked>,
    OwnForm(Nothing {}): OwnForm<Nothing>,
) -> Response {
    let made = async {
        let by = visitor::permitted(Action::EditDraft, On::Body(&plan.0))?;
        let looked = look(&app, &plan).await?;
        let contents = &looked.next.contents;
        let addresses = Addresses::plan(&plan.0, contents.plan.year, None, asked.lang());
        match app.store().open_first_draft(contents, None, &by).await {
            Ok(_) => {
                let url = addresses.page(&[revisions::PATH, "bozza"]);
                Ok(Redirect::to(&url).into_response())
            }
            Err(error) if matches!(error.fault, traguardo_store::Fault::PlanAdopted(_)) => {
                view_of(&looked.stored, &asked, |view| Ok(page(view, &looked)))
            }
            Err(_) => Err(Fault::Store),
        }
    };
    made.await.unwrap_or_else(|fault: Fault| fault.answer(asked.lang()))
}

async fn look(app: &App, of: &OfPlan) -> Result<Looked, Fault> {
    let stored = app.load(of).await?;
    let (ipa, year) = (of.0.as_str(), stored.plan.year);
    let store = app.store();
    let listed = store.list().await.map_err(|_| Fault::Store)?;
    let own = |year: i16| listed.iter().any(|l| l.body.ipa == ipa && l.year == year);
    let mut past = Vec::new();
    for before in (1..=YEARS).rev().filter_map(|back| year.checked_sub(i16::try_from(back).ok()?)) {
        if own(before) {
            past.push(store.load(ipa, before).await.map_err(|_| Fault::Store)?);
        }
    }
    let sides: Vec<Side<'_>> = past.iter().map(side).collect();
    let next = next_year(side(&stored), &sides);
    let draft = match store.draft(ipa, year + 1).await {
        Ok(draft) => draft,
        Err(error) if matches!(error.fault, traguardo_store::Fault::PlanUnknown { .. }) => None,
        Err(_) => return Err(Fault::Store),
    };
    let desk = store.desk(ipa, year).await.map_err(|_| Fault::Store)?;
    Ok(Looked { is_adopted: own(year + 1), stored, next, draft, desk })
}

fn side(stored: &Stored) -> Side<'_> {
    Side { plan: &stored.plan, readings: &stored.readings, rules: &stored.rules }
}

fn page(view: &View<'_>, looked: &Looked) -> Response {
    let words = view.words;
    let new = &looked.next.contents.plan;
    let year = ("year", new.year.to_string().into());
    let title = words.tell("next-year-title", std::slice::from_ref(&year));
    let args = [
        year,
        ("before", looked.stored.plan.year.to_string().into()),
        ("nodes", new.nodes.len().into()),
        ("indicators", new.indicators.len().into()),
    ];
    let rows = rows(looked, words);
    let count = [("count", looked.next.reconsider.len().into()), ("rows", rows.len().into())];
    let sees_desk = Visitor::current()
        .may(Action::SeeEvaluation, On::Body(&looked.stored.plan.body.ipa))
        .is_ok();
    let said = if sees_desk { oiv::said(looked, words) } else { Vec::new() };
    let page = NextYearPage {
        frame: Frame::plan(view, &title, Spot { path: &[PATH], menu: revisions::PATH }),
        title,
        sentence: Rich::new(&words.tell("next-year-lead", &args)),
        state: state(view, looked),
        count: Rich::new(&words.tell("next-year-reconsider-count", &count)),
        rows,
        left_out: looked.next.left_out.iter().map(|row| left_out(row, words)).collect(),
        said,
    };
    answer(&page, words.lang())
}

fn state(view: &View<'_>, looked: &Looked) -> Standing {
    let words = view.words;
    let new = &looked.next.contents.plan;
    let year = || vec![("year", new.year.to_string().into())];
    let of_new = Addresses::plan(&new.body.ipa, new.year, None, words.lang());
    if looked.is_adopted {
        let link = (words.tell("next-year-there-open", &year()), of_new.page(&[]));
        let sentence = words.tell("next-year-there", &year());
        return Standing { sentence, link: Some(link), make: None };
    }
    if let Some(draft) = &looked.draft {
        let mut args = year();
        args.push(("who", draft.saved.who.clone().into()));
        args.push(("date", draft.saved.at.date().into()));
        let url = of_new.page(&[revisions::PATH, "bozza"]);
        let link = (words.say("next-year-draft-open"), url);
        let sentence = words.tell("next-year-draft-there", &args);
        return Standing { sentence, link: Some(link), make: None };
    }
    let may = Visitor::current().may(Action::EditDraft, On::Body(&new.body.ipa)).is_ok();
    let make = (words.tell("next-year-do", &year()), view.addresses.page(&[PATH]));
    let sentence = words.tell("next-year-do-note", &year());
    Standing { sentence, link: None, make: may.then_some(make) }
}

/// What to reconsider, row by row.
fn rows(looked: &Looked, words: Words) -> Vec<Row> {
    let mut rows: Vec<(&Option<RowOf>, &str, Row)> = Vec::new();
    for one in &looked.next.reconsider {
        let why = words.texts.sentence(&one.reason.sentence());
        match rows.last_mut() {
            Some((row, title, last)) if (*row, *title) == (&one.row, &*one.title) => {
                last.why.push(why);
            }
            _ => rows.push((&one.row, &one.title, row(looked, one, why, words))),
        }
    }
    rows.into_iter().map(|(_, _, row)| row).collect()
}

fn row(looked: &Looked, one: &Reconsider, why: String, words: Words) -> Row {
    let copied = one.row.as_ref().and_then(|row| details(&looked.next.contents.plan, row));
    let target = copied.and_then(|details| details.targets.year.as_ref());
    let state = looked.draft.as_ref().filter(|_| !looked.is_adopted).zip(one.row.as_ref());
    let state = state.map(|(draft, row)| {
        let key = match details(&draft.contents.plan, row) {
            None => "next-year-gone",
            Some(now) if Some(now) != copied => "next-year-changed",
            Some(_) => "next-year-same",
        };
        words.say(key)
    });
    let is_there = looked.draft.as_ref().filter(|_| !looked.is_adopted).is_some_and(|draft| {
        one.row.as_ref().is_some_and(|row| details(&draft.contents.plan, row).is_some())
    });
    let url = one.row.as_ref().filter(|_| is_there).map(|row| {
        let new = &looked.next.contents.plan;
        let addresses = Addresses::plan(&new.body.ipa, new.year, None, words.lang());
        let (code, node) = match row {
            RowOf::Node(code) => (code.clone(), String::new()),
            RowOf::Use { indicator, node } => (indicator.clone(), node.clone()),
        };
        let place = [("codice", code), ("padre", node)];
        with_query(addresses.page(&[revisions::PATH, "bozza", "riga"]), &place)
    });
    Row {
        name: one.row.as_ref().map_or_else(|| words.say("next-year-event"), RowOf::name),
        title: one.title.clone(),
        target: target.map(|target| target.verbatim.clone()).unwrap_or_default(),
        why: vec![why],
        state,
        url,
    }
}

fn details<'a>(plan: &'a Plan, row: &RowOf) -> Option<&'a Details> {
    match row {
        RowOf::Node(code) => plan.nodes.iter().find(|n| n.code == *code).map(|n| &n.details),
        RowOf::Use { indicator, node } => {
            let same = |u: &&traguardo::plan::Use| u.indicator == *indicator && u.node == *node;
            plan.uses.iter().find(same).map(|used| &used.details)
        }
    }
}

fn left_out(row: &LeftOut, words: Words) -> Line {
    let key = match row.why {
        Some(Status::Neutralised) => "next-year-left-out-neutralised",
        Some(_) => "next-year-left-out-eliminated",
        None => "next-year-left-out-under",
    };
    Line { name: row.row.name(), title: row.title.clone(), text: words.say(key) }
}
