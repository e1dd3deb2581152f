//! The draft of the next revision: what it changes, of the plan and of its scores, and its adoption.
//! Not here: the form of a single row, see [`row`], the adoption, see [`adopting`], and adopted revisions, see
//! [`crate::page::revisions`].

pub mod adopting;
mod outlook;
pub mod row;

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;
use traguardo::access::{Action, On};
use traguardo::edit::{Contents, Edit, apply};
use traguardo::number;
use traguardo::plan::{Details, Status};
use traguardo::question::keep_answers;
use traguardo::report::Report;
use traguardo::revision::variations;
use traguardo_store::{Draft, DraftSaved, Signature, Stored};

use self::outlook::{ISSUES, Outlook};
use crate::address::with_query;
use crate::attachment;
use crate::fault::Fault;
use crate::frame::{Frame, Spot};
use crate::own_form::{OwnForm, OwnMultipart};
use crate::page::answer;
use crate::page::next_year::first::{self, First};
use crate::page::revisions::{PATH, Row, laid_out};
use crate::page::upload::sent::Sent;
use crate::query::Asked;
use crate::router::{App, OfPlan, view_of};
use crate::view::View;
use crate::visitor::{self, Visitor};
use crate::words::{Words, time};

/// A text of more letters is none.
pub const LONGEST: usize = 2000;

/// What the small forms of a draft send.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Given {
    /// Why the draft is made.
    #[serde(default)]
    pub motivo: String,
    /// The version that was seen.
    #[serde(default)]
    pub versione: i64,
    /// Who adopts.
    #[serde(default)]
    pub organo: String,
    /// The number of the act.
    #[serde(default)]
    pub numero: String,
    /// The day of the act.
    #[serde(default)]
    pub data: String,
}

#[derive(Template)]
#[template(path = "draft.html")]
struct DraftPage {
    frame: Frame,
    sentence: String,
    first: Option<First>,
    faults: Vec<String>,
    version: i64,
    outlook: Outlook,
    variations: Vec<Row>,
    rows: Vec<Line>,
    given: Given,
    may_edit: bool,
    may_adopt: bool,
    add_url: String,
    rules_url: String,
    add_use_url: String,
    adopt_url: String,
    drop_url: String,
    workbook_url: String,
    accept: String,
    limit: String,
    back_url: String,
}

/// A row of the draft.
struct Line {
    code: String,
    title: String,
    target: String,
    weight: String,
    status: Option<String>,
    url: String,
}

/// The page of the draft.
pub async fn show(
    State(app): State<App>,
    Path(plan): Path<OfPlan>,
    Query(asked): Query<Asked>,
) -> Response {
    shown(&app, &plan, &asked, Vec::new(), Given::default(), StatusCode::OK).await
}

/// Makes the draft, or goes to the one that is there.
pub async fn make(
    State(app): State<App>,
    Path(plan): Path<OfPlan>,
    Query(asked): Query<Asked>,
    OwnForm(given): OwnForm<Given>,
) -> Response {
    let made = async {
        let by = visitor::permitted(Action::EditDraft, On::Body(&plan.0))?;
        let stored = app.load(&plan).await?;
        let reason: String = given.motivo.trim().chars().take(LONGEST).collect();
        let reason = (!reason.is_empty()).then_some(reason.as_str());
        let of = (plan.0.as_str(), stored.plan.year);
        app.store().open_draft(of, reason, &by).await.map_err(|_| Fault::Store)?;
        view_of(&stored, &asked, |view| Ok(to(view, &[PATH, "bozza"])))
    };
    made.await.unwrap_or_else(|fault: Fault| fault.answer(asked.lang()))
}

/// Gives the draft up.
pub async fn give_up(
    State(app): State<App>,
    Path(plan): Path<OfPlan>,
    Query(asked): Query<Asked>,
    OwnForm(_): OwnForm<Given>,
) -> Response {
    let dropped = async {
        let by = visitor::permitted(Action::EditDraft, On::Body(&plan.0))?;
        let stored = first::load(&app, &plan).await?;
        // One that is gone already is what was asked for.
        match app.store().drop_draft(&plan.0, stored.plan.year, &by).await {
            Err(error) if !matches!(error.fault, traguardo_store::Fault::DraftUnknown) => {
                Err(Fault::Store)
            }
            _ if first::is_draft_only(&stored) => Ok(first::gone(asked.lang())),
            _ => view_of(&stored, &asked, |view| Ok(to(view, &[PATH]))),
        }
    };
    dropped.await.unwrap_or_else(|fault: Fault| fault.answer(asked.lang()))
}

/// Takes a workbook into the draft.
pub async fn workbook(
    State(app): State<App>,
    Path(plan): Path<OfPlan>,
    Query(asked): Query<Asked>,
    form: OwnMultipart,
) -> Response {
    let by = visitor::permitted(Action::EditDraft, On::Body(&plan.0));
    let (form, by) = match form.only_if(by).await {
        Ok(permitted) => permitted,
        Err(fault) => return fault.answer(asked.lang()),
    };
    let words = Words::of(asked.lang());
    let said = match Sent::read(form.0).await {
        Ok(sent) => taken(&app, &plan, sent, &by, words).await,
        Err(_) => Ok(vec![words.say("upload-nothing")]),
    };
    match said {
        Ok(said) if said.is_empty() => {
            shown(&app, &plan, &asked, said, Given::default(), StatusCode::OK).await
        }
        Ok(said) => {
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            shown(&app, &plan, &asked, said, Given::default(), status).await
        }
        Err(fault) => fault.answer(asked.lang()),
    }
}

/// What is wrong with a workbook; nothing where the draft says what it says now.
async fn taken(
    app: &App,
    plan: &OfPlan,
    sent: Sent,
    by: &Signature,
    words: Words,
) -> Result<Vec<String>, Fault> {
    let (stored, draft) = load(app, plan).await?;
    let seen = sent.seen.parse().unwrap_or_default();
    let reading = visitor::apart(move || traguardo_files::read_workbook(&sent.name, &sent.bytes));
    let Ok(hand_in) = reading.await.map_err(|_| Fault::Page)? else {
        return Ok(vec![words.say("upload-unreadable")]);
    };
    let wrong = hand_in.issues.iter().filter(|issue| issue.kind.forbids_storing());
    let wrong: Vec<String> = wrong.take(ISSUES).map(|issue| words.texts.issue(issue)).collect();
    if !wrong.is_empty() {
        return Ok(wrong);
    }
    let mut new = Contents { plan: hand_in.plan, rules: hand_in.rules };
    keep_answers(&mut new.plan, &draft.contents.plan.answers);
    let Ok(changed) = apply(&draft.contents, &Edit::HandIn(Box::new(new))) else {
        let named = format!("{} {}", stored.plan.body.ipa, stored.plan.year);
        return Ok(vec![words.tell("draft-other-plan", &[("plan", named.into())])]);
    };
    match app.store().save_draft(&changed, seen, "workbook", by).await {
        Ok(DraftSaved::Saved(_)) => Ok(Vec::new()),
        Ok(DraftSaved::Second { first, .. }) => Ok(vec![second(&first, words)]),
        Err(error) => Ok(vec![words.texts.sentence(&error.sentence())]),
    }
}

/// That somebody else came first, and who.
#[must_use]
pub fn second(first: &Signature, words: Words) -> String {
    let args = [
        ("who", first.who.clone().into()),
        ("date", first.at.date().into()),
        ("time", time(first.at).into()),
    ];
    words.tell("draft-second", &args)
}

/// The plan and its draft.
///
/// # Errors
/// [`Fault::Address`] where there is no draft.
pub async fn load(app: &App, plan: &OfPlan) -> Result<(Stored, Draft), Fault> {
    let stored = first::load(app, plan).await?;
    let draft = app.store().draft(&plan.0, stored.plan.year).await.map_err(|_| Fault::Store)?;
    Ok((stored, draft.ok_or(Fault::Address)?))
}

/// Back to a page of the plan.
#[must_use]
pub fn to(view: &View<'_>, path: &[&str]) -> Response {
    Redirect::to(&view.addresses.page(path)).into_response()
}

async fn shown(
    app: &App,
    plan: &OfPlan,
    asked: &Asked,
    faults: Vec<String>,
    given: Given,
    status: StatusCode,
) -> Response {
    let made = async {
        visitor::permitted(Action::SeeWork, On::Body(&plan.0))?;
        let (stored, draft) = load(app, plan).await?;
        view_of(&stored, asked, |view| {
            let page = page(view, &stored, &draft, faults, given);
            Ok((status, answer(&page, view.words.lang())).into_response())
        })
    };
    made.await.unwrap_or_else(|fault: Fault| fault.answer(asked.lang()))
}

fn page(
    view: &View<'_>,
    stored: &Stored,
    draft: &Draft,
    faults: Vec<String>,
    given: Given,
) -> DraftPage {
    let words = view.words;
    let new = Report::new(&draft.contents.plan, &stored.readings, &draft.contents.rules, view.at());
    let old = Contents { plan: stored.plan.clone(), rules: stored.rules.clone() };
    let url = |part: &str| view.addresses.page(&[PATH, "bozza", part]);
    let on = On::Body(&stored.plan.body.ipa);
    let may = |action| Visitor::current().may(action, on).is_ok();
    let args = [
        ("who", draft.saved.who.clone().into()),
        ("date", draft.saved.at.date().into()),
        ("based", draft.based_on.unwrap_or_default().to_string().into()),
    ];
    let spot = Spot { path: &[PATH, "bozza"], menu: PATH };
    let first = First::of(stored, draft, words);
    DraftPage {
        frame: Frame::plan(view, &words.say("draft-title"), spot),
        sentence: words.tell("draft-sentence", &args),
        first: first.clone(),
        faults,
        version: draft.version,
        outlook: Outlook::of(view, &new),
        // Where nothing was adopted yet, all is new.
        variations: match &first {
            Some(_) => Vec::new(),
            None => laid_out(&variations(&old, &draft.contents), words),
        },
        rows: rows(view, &new),
        given,
        may_edit: may(Action::EditDraft),
        may_adopt: may(Action::Adopt),
        add_url: with_query(url("riga"), &[("nuovo", row::NEW_NODE.to_owned())]),
        add_use_url: with_query(url("riga"), &[("nuovo", row::NEW_USE.to_owned())]),
        rules_url: url("regole"),
        adopt_url: url("adotta"),
        drop_url: url("abbandona"),
        workbook_url: url("foglio"),
        accept: attachment::accept(),
        limit: attachment::limit(words),
        back_url: first.map_or_else(|| view.addresses.page(&[PATH]), |first| first.url),
    }
}

fn rows(view: &View<'_>, new: &Report<'_>) -> Vec<Line> {
    let url = |code: &str, node: Option<&str>| {
        let place = [("codice", code.to_owned()), ("padre", node.unwrap_or_default().to_owned())];
        with_query(view.addresses.page(&[PATH, "bozza", "riga"]), &place)
    };
    let words = view.words;
    let line = |code: &str, title: &str, details: &Details, node: Option<&str>| Line {
        code: code.to_owned(),
        title: title.to_owned(),
        target: details.targets.year.as_ref().map(|e| e.verbatim.clone()).unwrap_or_default(),
        weight: details.weight.map(number::format).unwrap_or_default(),
        status: match details.status {
            Some(Status::Neutralised) => Some(words.say("diff-word-neutralised")),
            Some(Status::Eliminated) => Some(words.say("diff-word-eliminated")),
            _ => None,
        },
        url: url(code, node),
    };
    let mut lines = Vec::new();
    for &at in &new.scores.tree.order {
        let node = &new.plan.nodes[at];
        lines.push(line(&node.code, &node.title, &node.details, None));
        for &at in &new.scores.tree.uses[at] {
            let used = &new.plan.uses[at];
            lines.push(line(&used.indicator, new.use_title(at), &used.details, Some(&used.node)));
        }
    }
    lines
}
