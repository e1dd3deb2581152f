//! The register of changes as a page and as a file: of a body for its OIV, of all for whoever
//! administers. Not here: whether it is whole, which `traguardo verify` says.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use serde::Deserialize;
use traguardo::access::{Action, On};
use traguardo::text::Lang;
use traguardo_store::Entry;

use crate::address::{Addresses, with_query};
use crate::csv;
use crate::fault::Fault;
use crate::frame::{Frame, Spot};
use crate::page::answer;
use crate::query::Asked;
use crate::router::{App, OfPlan, view_of};
use crate::visitor::permitted;
use crate::words::{Words, moment};

/// Entries on one page.
const ON_A_PAGE: i64 = 100;
/// The most entries in a file, and how many are read at once: a spreadsheet holds a million rows.
const IN_A_FILE: usize = 1_000_000;

/// Where in the register.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
pub struct From {
    /// Entries before this one.
    #[serde(default)]
    prima: Option<i64>,
}

#[derive(Template)]
#[template(path = "trail.html")]
struct TrailPage {
    frame: Frame,
    rows: Vec<Row>,
    file_url: String,
    older_url: Option<String>,
}

struct Row {
    number: String,
    when: String,
    who: String,
    action: String,
    detail: String,
    hash: String,
}

/// The register of a body.
pub async fn of_body(
    State(app): State<App>,
    Path(plan): Path<OfPlan>,
    Query(asked): Query<Asked>,
    Query(from): Query<From>,
) -> Response {
    let shown = async {
        permitted(Action::SeeTrail, On::Body(&plan.0))?;
        let stored = app.load(&plan).await?;
        let entries = page_of(&app, Some(&plan.0), from).await?;
        view_of(&stored, &asked, |view| {
            let words = view.words;
            let title = words.say("register-title");
            let spot = Spot { path: &["registro"], menu: "registro" };
            let page = TrailPage {
                frame: Frame::plan(view, &title, spot),
                file_url: view.addresses.page(&["registro.csv"]),
                older_url: older(&entries, view.addresses.page(&["registro"])),
                rows: entries.iter().map(|entry| row(entry, words)).collect(),
            };
            Ok(answer(&page, words.lang()))
        })
    };
    shown.await.unwrap_or_else(|fault: Fault| fault.answer(asked.lang()))
}

/// The register of everything.
pub async fn whole(
    State(app): State<App>,
    Query(asked): Query<Asked>,
    Query(from): Query<From>,
) -> Response {
    let lang = asked.lang();
    let shown = async {
        permitted(Action::SeeTrail, On::Installation)?;
        let entries = page_of(&app, None, from).await?;
        let (words, addresses) = (Words::of(lang), Addresses::start(lang));
        let page = TrailPage {
            frame: Frame::start(&words.say("register-title"), &["registro"], lang),
            file_url: addresses.page(&["registro.csv"]),
            older_url: older(&entries, addresses.page(&["registro"])),
            rows: entries.iter().map(|entry| row(entry, words)).collect(),
        };
        Ok(answer(&page, lang))
    };
    shown.await.unwrap_or_else(|fault: Fault| fault.answer(lang))
}

/// The register of a body as a file.
pub async fn file_of_body(
    State(app): State<App>,
    Path(plan): Path<OfPlan>,
    Query(asked): Query<Asked>,
) -> Response {
    let made = async {
        permitted(Action::SeeTrail, On::Body(&plan.0))?;
        file(&app, Some(&plan.0), asked.lang()).await
    };
    made.await.unwrap_or_else(|fault: Fault| fault.answer(asked.lang()))
}

/// The register of everything as a file.
pub async fn whole_file(State(app): State<App>, Query(asked): Query<Asked>) -> Response {
    let made = async {
        permitted(Action::SeeTrail, On::Installation)?;
        file(&app, None, asked.lang()).await
    };
    made.await.unwrap_or_else(|fault: Fault| fault.answer(asked.lang()))
}

async fn page_of(app: &App, ipa: Option<&str>, from: From) -> Result<Vec<Entry>, Fault> {
    let entries = app.store().latest_entries(ipa, from.prima, ON_A_PAGE).await;
    entries.map_err(|_| Fault::Store)
}

fn older(entries: &[Entry], url: String) -> Option<String> {
    let is_full = i64::try_from(entries.len()).is_ok_and(|count| count == ON_A_PAGE);
    let last = entries.last().filter(|entry| is_full && entry.number > 1)?;
    Some(with_query(url, &[("prima", last.number.to_string())]))
}

fn row(entry: &Entry, words: Words) -> Row {
    Row {
        number: entry.number.to_string(),
        when: entry.at.parse().map_or_else(|_| entry.at.clone(), moment),
        who: entry.who.clone(),
        action: action(entry, words),
        detail: entry.told().to_owned(),
        hash: entry.hash.chars().take(12).collect(),
    }
}

fn action(entry: &Entry, words: Words) -> String {
    words.say(&entry.action())
}

/// The whole of it, the first entry first, with the hashes by which the chain can be followed.
async fn file(app: &App, ipa: Option<&str>, lang: Lang) -> Result<Response, Fault> {
    let words = Words::of(lang);
    let mut lines = Vec::new();
    let mut before = None;
    loop {
        let entries = app.store().latest_entries(ipa, before, ON_A_PAGE).await;
        let entries = entries.map_err(|_| Fault::Store)?;
        let Some(last) = entries.last() else { break };
        before = Some(last.number);
        lines.extend(entries.iter().map(|entry| line(entry, words)));
        if lines.len() >= IN_A_FILE {
            break;
        }
    }
    let keys = ["number", "when", "who", "action", "detail", "contents", "previous", "hash"];
    lines.push(keys.map(|key| words.say(&format!("register-{key}"))).to_vec());
    lines.reverse();
    Ok(csv::answer(&lines, &format!("registro-{}", ipa.unwrap_or("traguardo"))))
}

fn line(entry: &Entry, words: Words) -> Vec<String> {
    let content = |content: &traguardo_store::Content| {
        let traguardo_store::Content { table, owner, first, rows, digest } = content;
        format!("{table} {owner} {first}+{rows} {digest}")
    };
    let contents: Vec<String> = entry.contents.iter().map(content).collect();
    vec![
        entry.number.to_string(),
        entry.at.clone(),
        entry.who.clone(),
        action(entry, words),
        entry.what.clone(),
        contents.join(", "),
        entry.previous.clone(),
        entry.hash.clone(),
    ]
}
