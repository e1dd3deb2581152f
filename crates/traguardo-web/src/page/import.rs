//! The page into which a table is pasted: the form, the preview with its questions, the saving.
//! Not here: what is understood of a table, see `traguardo_files::pasted`.
//!
//! The page remembers nothing: what was pasted and what was said of it travel in the form.

mod preview;
mod sent;

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use traguardo::difference::Difference;
use traguardo::issue::Issue;
use traguardo::text::Lang;
use traguardo_files::HandIn;
use traguardo_files::pasted::{self, Draft};

use crate::address::Addresses;
use crate::download::{self, WORKBOOK};
use crate::frame::Frame;
use crate::page::answer;
use crate::words::Words;
use preview::Preview;
pub use sent::Sent;

#[derive(Template)]
#[template(path = "import.html")]
struct ImportPage {
    frame: Frame,
    action: String,
    faults: Vec<String>,
    sent: Sent,
    year: String,
    preview: Option<Preview>,
    clash: Option<Clash>,
}

/// A plan that is there already, and what the table would change in it.
struct Clash {
    sentence: String,
    changes: Vec<String>,
}

/// What is to be done with what was sent.
pub enum Task {
    /// Nothing more: the page is shown.
    Show(Response),
    /// A plan is to be stored, unless one is there that nobody said to replace.
    Store(Box<Ready>),
}

/// A plan that can be stored, with the draft that it came from.
pub struct Ready {
    /// The plan.
    pub hand_in: HandIn,
    /// What was sent.
    pub sent: Sent,
    draft: Draft,
}

/// The blank form.
#[must_use]
pub fn form(lang: Lang) -> Response {
    shown(Sent::default(), Vec::new(), None, None, lang)
}

/// Does what was asked for with what was sent, as far as no database is needed.
#[must_use]
pub fn take(sent: Sent, lang: Lang) -> Task {
    let words = Words::of(lang);
    if sent.source().trim().is_empty() {
        return Task::Show(shown(sent, vec![words.say("import-nothing")], None, None, lang));
    }
    let draft = match pasted::read(sent.source().as_bytes(), &sent.setting()) {
        Ok(draft) => draft,
        Err(unreadable) => {
            let faults = unreadable.issues.iter().map(|issue| words.texts.issue(issue)).collect();
            return Task::Show(shown(sent, faults, None, None, lang));
        }
    };
    if !sent.wants_plan() {
        return Task::Show(shown(sent, Vec::new(), Some(&draft), None, lang));
    }
    let hand_in = match hand_in(&sent, &draft, words) {
        Ok(hand_in) => hand_in,
        Err(faults) => return Task::Show(shown(sent, faults, Some(&draft), None, lang)),
    };
    if sent.wants_file() {
        return Task::Show(match workbook(&hand_in) {
            Some(file) => file,
            None => shown(sent, vec![words.say("import-no-file")], Some(&draft), None, lang),
        });
    }
    Task::Store(Box::new(Ready { hand_in, sent, draft }))
}

/// The page again, with what went wrong.
#[must_use]
pub fn again(ready: Ready, fault: String, lang: Lang) -> Response {
    shown(ready.sent, vec![fault], Some(&ready.draft), None, lang)
}

/// The page of a request that cannot be read.
#[must_use]
pub fn unread(lang: Lang) -> Response {
    let fault = Words::of(lang).say("import-too-large");
    let page = shown(Sent::default(), vec![fault], None, None, lang);
    (StatusCode::PAYLOAD_TOO_LARGE, page).into_response()
}

/// Asks whether a plan that is there is to be replaced, with what would change.
#[must_use]
pub fn confirm(ready: Ready, difference: &Difference, lang: Lang) -> Response {
    let words = Words::of(lang);
    let plan = &ready.hand_in.plan;
    let said = [("plan", format!("{}/{}", plan.body.ipa, plan.year).into())];
    let tell = |entry: &traguardo::difference::Entry| {
        let title =
            if entry.title.is_empty() { String::new() } else { format!(" «{}»", entry.title) };
        let name = words.texts.sentence(&entry.item.name());
        format!("{name}{title}: {}", words.texts.sentence(&entry.fate()))
    };
    let mut changes: Vec<String> = difference.entries.iter().map(tell).collect();
    if changes.is_empty() {
        changes.push(words.say("import-same"));
    }
    let clash = Clash { sentence: words.tell("import-clash", &said), changes };
    shown(ready.sent, Vec::new(), Some(&ready.draft), Some(clash), lang)
}

/// The way to a plan that was stored.
#[must_use]
pub fn stored(ready: &Ready, lang: Lang) -> Response {
    let plan = &ready.hand_in.plan;
    Redirect::to(&Addresses::plan(&plan.body.ipa, plan.year, None, lang).page(&[])).into_response()
}

fn shown(
    sent: Sent,
    faults: Vec<String>,
    draft: Option<&Draft>,
    clash: Option<Clash>,
    lang: Lang,
) -> Response {
    let words = Words::of(lang);
    let title = words.say("import-title");
    let year = match (sent.field("anno"), draft.and_then(|draft| draft.year)) {
        ("", Some(year)) => year.to_string(),
        (written, _) => written.to_owned(),
    };
    let preview = draft.map(|draft| Preview::of(draft, &sent, words));
    let page = ImportPage {
        frame: Frame::start(&title, &["importa"], lang),
        action: Addresses::start(lang).page(&["importa"]),
        faults,
        sent,
        year,
        preview,
        clash,
    };
    answer(&page, lang)
}

/// The plan of a draft, or everything that keeps it from being one.
fn hand_in(sent: &Sent, draft: &Draft, words: Words) -> Result<HandIn, Vec<String>> {
    let mut faults = Vec::new();
    let body = sent.body();
    if body.is_none() {
        faults.push(words.say("import-no-ipa"));
    }
    let year = sent.setting().year.or(draft.year);
    if year.is_none() {
        faults.push(words.say("import-no-year"));
    }
    let (Some(body), Some(year)) = (body, year) else { return Err(faults) };
    let found = draft.hand_in(body, year, "");
    let tell = |issues: &[Issue]| -> Vec<String> {
        issues.iter().map(|issue| words.texts.issue(issue)).collect()
    };
    let hand_in = found.map_err(|unreadable| tell(&unreadable.issues))?;
    let mut issues = hand_in.issues.clone();
    issues.extend(traguardo::check::check(&hand_in.plan, &hand_in.readings, &hand_in.rules));
    issues.retain(|issue| issue.kind.forbids_storing());
    if issues.is_empty() { Ok(hand_in) } else { Err(tell(&issues)) }
}

fn workbook(hand_in: &HandIn) -> Option<Response> {
    let HandIn { plan, readings, rules, .. } = hand_in;
    let bytes = traguardo_files::workbook_bytes(plan, readings, rules).ok()?;
    let name = format!("{}-{}", plan.body.ipa, plan.year);
    Some(download::answer(bytes, WORKBOOK, &name, "xlsx"))
}
