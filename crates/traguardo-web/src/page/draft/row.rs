//! The form of a row of the draft: its cells, what they do to the scores before they are saved, and
//! taking it away or out of the count.
//! Not here: what the edits do, see [`traguardo::edit`].

mod cells;
mod edits;
mod fields;

pub use self::cells::{NEW_NODE, NEW_USE};

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use traguardo::access::{Action, On};
use traguardo::edit::{Contents, Edit, Given, RowOf, Slot, apply_all, given_up};
use traguardo::number;
use traguardo::plan::Details;
use traguardo::target::Expected;
use traguardo_store::{Draft, DraftSaved, Stored};

use self::cells::{Cells, Place, Typed, details, indicator, node, there, used};
use self::edits::{edits, moved, told};
use self::fields::{Group, groups, slot_name};
use super::outlook::Effects;
use super::{load, second, to};
use crate::address::with_query;
use crate::fault::Fault;
use crate::frame::{Frame, Spot};
use crate::own_form::OwnForm;
use crate::page::answer;
use crate::page::desk::proposal::{self, Drafted};
use crate::page::revisions::PATH;
use crate::query::Asked;
use crate::router::{App, OfPlan, is_beside, view_of};
use crate::view::View;
use crate::visitor;
use crate::words::Words;

#[derive(Template)]
#[template(path = "draft_row.html")]
struct RowPage {
    frame: Frame,
    title: String,
    /// What the OIV proposes about it.
    beside: Vec<String>,
    lead: Option<String>,
    done: Option<String>,
    faults: Vec<String>,
    groups: Vec<Group>,
    place: Place,
    effects: Effects,
    is_tried: bool,
    is_new: bool,
    out: Option<String>,
    given: Vec<Shift>,
    given_note: String,
    act: String,
    version: i64,
    action: String,
    add_urls: Option<(String, String)>,
    back_url: String,
}

/// What a sibling is given of the weight of a row that is neutralised.
struct Shift {
    name: String,
    before: String,
    after: String,
}

/// What the page shows of the draft.
struct Shown<'a> {
    stored: &'a Stored,
    draft: &'a Draft,
    /// The draft with what was typed, where that was only tried.
    tried: Option<&'a Contents>,
    /// What the OIV proposes about the row.
    beside: Vec<String>,
    faults: Vec<String>,
    status: StatusCode,
}

/// The form of a row; blank for a new one.
pub async fn form(
    State(app): State<App>,
    Path(plan): Path<OfPlan>,
    Query(asked): Query<Asked>,
    Query(place): Query<Place>,
) -> Response {
    let made = async {
        visitor::permitted(Action::EditDraft, On::Body(&plan.0))?;
        let (stored, draft) = load(&app, &plan).await?;
        if !place.is_new() && details(&draft.contents, &place.row()).is_none() {
            return Err(Fault::Address);
        }
        let mut typed = Typed { place, ..Typed::default() };
        if typed.place.nuovo == NEW_NODE && !typed.place.padre.is_empty() {
            typed.cells = Cells(vec![("sotto".to_owned(), std::mem::take(&mut typed.place.padre))]);
        }
        let words = Words::of(asked.lang());
        let drafted = proposal::beside(&app, &plan, typed.place.codes(), words).await?;
        let beside = beside(drafted, (&stored, &draft), &typed.place.row(), words);
        shown(&asked, &typed, Shown { beside, ..Shown::new(&stored, &draft) })
    };
    made.await.unwrap_or_else(|fault: Fault| fault.answer(asked.lang()))
}

/// Saves a row, or shows the form again with what was typed. Whoever is still typing is told what it
/// would do, and nothing is saved.
pub async fn save(
    State(app): State<App>,
    Path(plan): Path<OfPlan>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
    OwnForm(pairs): OwnForm<Vec<(String, String)>>,
) -> Response {
    let words = Words::of(asked.lang());
    let saved = async {
        let by = visitor::permitted(Action::EditDraft, On::Body(&plan.0))?;
        let typed = Typed::from(pairs);
        let (stored, draft) = load(&app, &plan).await?;
        if is_beside(&headers) {
            return view_of(&stored, &asked, |view| Ok(typing(view, &typed, &stored, &draft)));
        }
        let drafted = proposal::beside(&app, &plan, typed.place.codes(), words).await?;
        let beside = beside(drafted, (&stored, &draft), &typed.place.row(), words);
        let again = |draft: &Draft, said: String, status| {
            let (faults, beside) = (vec![said], beside.clone());
            let page = Shown { beside, faults, status, ..Shown::new(&stored, draft) };
            shown(&asked, &typed, page)
        };
        let wrong = StatusCode::UNPROCESSABLE_ENTITY;
        if draft.version != typed.version {
            return again(&draft, second(&draft.saved, words), StatusCode::CONFLICT);
        }
        let edits = match edits(&draft.contents, &typed, words) {
            Ok(edits) => edits,
            Err(said) => return again(&draft, said, wrong),
        };
        let changed = match apply_all(&draft.contents, &edits) {
            Ok(changed) => changed,
            Err((_, refusal)) => return again(&draft, told(&refusal, words), wrong),
        };
        if typed.action == "prova" {
            let tried = Some(&changed);
            return shown(&asked, &typed, Shown { tried, beside, ..Shown::new(&stored, &draft) });
        }
        let row = typed.place.row();
        if edits.is_empty() {
            return view_of(&stored, &asked, |view| Ok(after(view, &row, &edits)));
        }
        match app.store().save_draft(&changed, typed.version, &row.name(), &by).await {
            Ok(DraftSaved::Saved(_)) => {
                view_of(&stored, &asked, |view| Ok(after(view, &moved(row, &edits), &edits)))
            }
            Ok(DraftSaved::Second { first, .. }) => {
                let (_, draft) = load(&app, &plan).await?;
                again(&draft, second(&first, words), StatusCode::CONFLICT)
            }
            Err(error) => again(&draft, words.texts.sentence(&error.sentence()), wrong),
        }
    };
    saved.await.unwrap_or_else(|fault: Fault| fault.answer(asked.lang()))
}

/// What the row as it is typed would do to the scores, as a part of the page.
fn typing(view: &View<'_>, typed: &Typed, stored: &Stored, draft: &Draft) -> Response {
    let words = view.words;
    let tried = match draft.version == typed.version {
        true => tried(&draft.contents, typed, words),
        false => Err(second(&draft.saved, words)),
    };
    let effects = match tried {
        Ok(Some(changed)) => Effects::new(view, stored, &changed, true),
        Ok(None) => Effects::new(view, stored, &draft.contents, false),
        Err(said) => Effects::refused(view, stored, &draft.contents, said),
    };
    answer(&effects, words.lang())
}

/// The draft with the row as it is typed; nothing where the draft says that already.
fn tried(contents: &Contents, typed: &Typed, words: Words) -> Result<Option<Contents>, String> {
    let edits = edits(contents, typed, words)?;
    let changed = apply_all(contents, &edits).map_err(|(_, refusal)| told(&refusal, words))?;
    Ok((!edits.is_empty()).then_some(changed))
}

impl<'a> Shown<'a> {
    fn new(stored: &'a Stored, draft: &'a Draft) -> Self {
        let (tried, status) = (None, StatusCode::OK);
        Self { stored, draft, tried, beside: Vec::new(), faults: Vec::new(), status }
    }

    fn effects(&self, view: &View<'_>) -> Effects {
        let contents = self.tried.unwrap_or(&self.draft.contents);
        Effects::new(view, self.stored, contents, self.tried.is_some())
    }
}

/// What the proposals about a row say, and which of its targets they have left as they were.
fn beside(
    drafted: Drafted,
    (stored, draft): (&Stored, &Draft),
    row: &RowOf,
    words: Words,
) -> Vec<String> {
    let mut told = drafted.told;
    let same = |old: Option<&Expected>, new: Option<&Expected>| {
        old.map(|target| &target.verbatim) == new.map(|target| &target.verbatim)
    };
    let new = used(&draft.contents.plan, row).map(|used| &used.details.targets);
    let old = used(&stored.plan, row).map(|used| &used.details.targets);
    let Some((old, new)) = old
        .zip(new)
        .filter(|(old, new)| drafted.sets_target && !same(old.year.as_ref(), new.year.as_ref()))
    else {
        return told;
    };
    let days =
        new.periodic.iter().filter(|(day, target)| same(old.periodic.get(*day), Some(target)));
    let steps =
        new.steps.iter().filter(|(score, target)| same(old.steps.get(*score), Some(target)));
    let left = days.map(|(day, _)| Slot::Periodic(*day));
    let left = left.chain(steps.map(|(score, _)| Slot::Step(*score)));
    let left: Vec<String> = left.map(|slot| slot_name(slot, stored.plan.year, words)).collect();
    if !left.is_empty() {
        told.push(words.tell("draft-left-targets", &[("targets", left.join("; ").into())]));
    }
    told
}

/// Where one comes to when edits are saved: the row again, or the draft when the row is gone.
fn after(view: &View<'_>, row: &RowOf, edits: &[Edit]) -> Response {
    let fatto = match edits {
        [Edit::RemoveNode { .. } | Edit::RemoveUse { .. }] => return to(view, &[PATH, "bozza"]),
        [Edit::Neutralise { .. }] => "neutralizzata",
        [] => "uguale",
        _ => "salvata",
    };
    let place = Place { fatto: fatto.to_owned(), ..Place::of(row) };
    Redirect::to(&address(view, &place)).into_response()
}

fn address(view: &View<'_>, place: &Place) -> String {
    with_query(view.addresses.page(&[PATH, "bozza", "riga"]), &place.query())
}

fn shown(asked: &Asked, typed: &Typed, shown: Shown<'_>) -> Result<Response, Fault> {
    view_of(shown.stored, asked, |view| {
        let page = page(view, typed, &shown);
        Ok((shown.status, answer(&page, view.words.lang())).into_response())
    })
}

fn page(view: &View<'_>, typed: &Typed, shown: &Shown<'_>) -> RowPage {
    let words = view.words;
    let contents = &shown.draft.contents;
    let row = typed.place.row();
    let is_new = typed.place.is_new();
    let known = if is_new { None } else { there(contents, &row) }.unwrap_or_default();
    let title = match typed.place.nuovo.as_str() {
        NEW_NODE => words.say("draft-new-node"),
        NEW_USE => words.say("draft-new-use"),
        _ => words.tell("draft-row-title", &[("row", row.name().into())]),
    };
    let given = if is_new { Vec::new() } else { shifts(contents, &row) };
    let has_weight = details(contents, &row).is_some_and(|details| details.weight.is_some());
    let given_note = match (given.is_empty(), has_weight) {
        (false, _) => "draft-given-note",
        (true, true) => "draft-given-nobody",
        (true, false) => "draft-given-nothing",
    };
    let done = match typed.place.fatto.as_str() {
        "salvata" => Some(words.say("draft-done-saved")),
        "neutralizzata" => Some(words.say("draft-done-neutralised")),
        "uguale" => Some(words.say("draft-done-same")),
        _ => None,
    };
    let below = |nuovo: &str, code: &str| Place {
        padre: code.to_owned(),
        nuovo: nuovo.to_owned(),
        ..Place::default()
    };
    let add_urls = node(contents, &row).filter(|_| !is_new).map(|node| {
        let url = |nuovo| address(view, &below(nuovo, &node.code));
        (url(NEW_NODE), url(NEW_USE))
    });
    let spot = Spot { path: &[PATH, "bozza", "riga"], menu: PATH };
    RowPage {
        frame: Frame::plan(view, &title, spot),
        title,
        beside: shown.beside.clone(),
        lead: lead(contents, &row),
        done,
        faults: shown.faults.clone(),
        groups: groups(contents, typed, &known, words),
        effects: shown.effects(view),
        is_tried: shown.tried.is_some(),
        is_new,
        out: details(contents, &row).filter(|_| !is_new).and_then(|d| out(d, words)),
        given,
        given_note: words.say(given_note),
        act: typed.cells.text("atto").to_owned(),
        place: typed.place.clone(),
        version: shown.draft.version,
        action: view.addresses.page(&[PATH, "bozza", "riga"]),
        add_urls,
        back_url: view.addresses.page(&[PATH, "bozza"]),
    }
}

/// What the row is called.
fn lead(contents: &Contents, row: &RowOf) -> Option<String> {
    if let Some(node) = node(contents, row) {
        return Some(node.title.clone());
    }
    let used = used(&contents.plan, row)?;
    let own = indicator(contents, &used.indicator).map(|own| own.title.clone());
    used.title.clone().or(own)
}

/// That a row is counted no more, by which acts.
fn out(details: &Details, words: Words) -> Option<String> {
    let acts = details.acts.join(" · ");
    details.is_out().then(|| words.tell("draft-is-out", &[("acts", acts.into())]))
}

fn shifts(contents: &Contents, row: &RowOf) -> Vec<Shift> {
    let given = given_up(&contents.plan, row).unwrap_or_default();
    let shift = |given: Given| {
        let title = lead(contents, &given.row).unwrap_or_default();
        Shift {
            name: format!("{} {title}", given.row.name()),
            before: number::format(given.before),
            after: number::format(given.after),
        }
    };
    given.into_iter().map(shift).collect()
}
