//! Da verificare: what who answers for readings has still to look at; checked one by one or several
//! at once, or sent back with a reason. Not here: what is owed, which is the core's.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use traguardo::access::{Action, On, Person, may, may_somewhere};
use traguardo::collection::{Collection, Owed, State as Progress, Verdict};
use traguardo::period::Date;
use traguardo::tree::Tree;
use traguardo_store::{Marked, Saying, Signature, Stored};

use crate::fault::Fault;
use crate::figure::{Figure, Mark};
use crate::frame::{Frame, Spot};
use crate::own_form::OwnForm;
use crate::page::answer;
use crate::page::collection::{figures_of, mark_of, proofs_of, target_of};
use crate::query::Asked;
use crate::rich::Rich;
use crate::router::{App, OfPlan, view_of};
use crate::show;
use crate::view::View;
use crate::visitor::{self, Visitor};
use crate::words::{Words, digits, moment};

const PATH: [&str; 1] = ["da-verificare"];
/// The most characters of a comment.
const COMMENT: usize = 2000;
/// The most readings marked at once.
const AT_ONCE: usize = 2000;

/// A reading to be looked at, or one that was.
struct Row {
    position: usize,
    title: String,
    url: String,
    minor: String,
    target: show::Cell,
    observed: String,
    recorded: String,
    figures: Vec<(Figure, String)>,
    note: String,
    note_owed: bool,
    proof_url: String,
    proofs_said: String,
    mark: Mark,
    said: Option<String>,
    chosen: bool,
}

#[derive(Template)]
#[template(path = "checking.html")]
struct CheckingPage {
    frame: Frame,
    action: String,
    lead: Rich,
    faults: Vec<String>,
    saved: Option<String>,
    comment: String,
    waiting: Vec<Row>,
    done: Vec<Row>,
    done_said: String,
}

/// What a form has brought about, or why it has not.
#[derive(Default)]
struct Told {
    saved: Option<String>,
    faults: Vec<String>,
    comment: String,
    chosen: Vec<usize>,
}

/// Whether somebody has readings to check in some plan.
#[must_use]
pub fn is_for(person: Option<&Person>) -> bool {
    may_somewhere(person, Action::CheckReading).is_ok()
}

/// The readings of whoever asks.
pub async fn show(
    State(app): State<App>,
    Path(plan): Path<OfPlan>,
    Query(asked): Query<Asked>,
) -> Response {
    let shown = match app.load(&plan).await {
        Ok(stored) => shown(&stored, &asked, &Told::default()),
        Err(fault) => Err(fault),
    };
    shown.unwrap_or_else(|fault| fault.answer(asked.lang()))
}

/// Checks the chosen readings, or sends them back.
pub async fn mark(
    State(app): State<App>,
    Path(plan): Path<OfPlan>,
    Query(asked): Query<Asked>,
    OwnForm(fields): OwnForm<Vec<(String, String)>>,
) -> Response {
    let marked = mark_whole(&app, &plan, &asked, &fields).await;
    marked.unwrap_or_else(|fault| fault.answer(asked.lang()))
}

async fn mark_whole(
    app: &App,
    plan: &OfPlan,
    asked: &Asked,
    fields: &[(String, String)],
) -> Result<Response, Fault> {
    let words = Words::of(asked.lang());
    visitor::permitted_in(Action::CheckReading, &plan.0)?;
    let stored = app.load(plan).await?;
    let field = |called: &str| {
        let found = fields.iter().find(|(name, _)| name == called);
        found.map(|(_, text)| text.trim()).unwrap_or_default()
    };
    let chosen = fields.iter().filter(|(name, _)| name == "scelto");
    let chosen: Vec<usize> =
        chosen.filter_map(|(_, text)| text.parse().ok()).take(AT_ONCE).collect();
    let verdict = match field("azione") {
        "verifica" => Verdict::Checked,
        "rimanda" => Verdict::SentBack,
        _ => return Err(Fault::Sent),
    };
    let comment = field("commento").to_owned();
    let mut told = Told { comment: comment.clone(), chosen: chosen.clone(), ..Told::default() };
    if let Some(fault) = fault(&chosen, verdict, &comment, words) {
        told.faults.push(fault);
        return shown(&stored, asked, &told);
    }
    let (signature, sayings) =
        sayings(&stored, asked, &chosen, (verdict, &comment), &mut told, words)?;
    let marked = app.store().mark(&plan.0, stored.plan.year, &sayings, &signature).await;
    let marked = marked.map_err(|_| Fault::Store)?;
    let count = marked.iter().filter(|marked| **marked == Marked::Saved).count();
    let late = marked.len() - count;
    if late > 0 {
        told.faults.push(words.tell("checking-superseded", &[("count", late.into())]));
    }
    if count > 0 {
        let key = match verdict {
            Verdict::Checked => "checking-checked",
            Verdict::SentBack => "checking-sent-back",
        };
        told.saved = Some(words.tell(key, &[("count", count.into())]));
    }
    if told.faults.is_empty() {
        told.comment.clear();
        told.chosen.clear();
    }
    shown(&app.load(plan).await?, asked, &told)
}

/// Why nothing can be done with a form.
fn fault(chosen: &[usize], verdict: Verdict, comment: &str, words: Words) -> Option<String> {
    if chosen.is_empty() {
        return Some(words.say("checking-nothing-chosen"));
    }
    if verdict == Verdict::SentBack && comment.is_empty() {
        return Some(words.say("checking-no-reason"));
    }
    let is_long = comment.chars().count() > COMMENT || comment.contains('\0');
    is_long.then(|| words.tell("checking-long", &[("most", COMMENT.into())]))
}

/// What is said of each reading: those that are theirs, and can be checked.
fn sayings(
    stored: &Stored,
    asked: &Asked,
    chosen: &[usize],
    (verdict, comment): (Verdict, &str),
    told: &mut Told,
    words: Words,
) -> Result<(Signature, Vec<Saying>), Fault> {
    let tree = Tree::of(&stored.plan);
    let all = owed(stored, &tree, day(asked)?);
    let (mut signature, mut sayings, mut silent) = (None, Vec::new(), 0_usize);
    for position in chosen {
        let of_it = |owed: &&Owed| owed.reading == Some(*position);
        let Some(one) = all.iter().find(of_it) else {
            // Somebody has recorded another since; the store says the same of those that it sees.
            told.faults = vec![words.tell("checking-superseded", &[("count", 1_usize.into())])];
            continue;
        };
        signature = Some(permitted(&stored.plan, &tree, one)?);
        if verdict == Verdict::Checked && !one.can_be_checked() {
            silent += 1;
            continue;
        }
        let comment = Some(comment.to_owned()).filter(|comment| !comment.is_empty());
        sayings.push(Saying { reading: *position, verdict, comment });
    }
    if silent > 0 {
        told.faults.push(words.tell("checking-note-owed", &[("count", silent.into())]));
    }
    let signature = signature.unwrap_or_else(|| Visitor::current().signature());
    Ok((signature, sayings))
}

/// Who checks, if they may: for every use that the reading is of.
fn permitted(plan: &traguardo::plan::Plan, tree: &Tree, owed: &Owed) -> Result<Signature, Fault> {
    let mut refused = Fault::Sent;
    for asked in &owed.asked {
        match visitor::permitted(Action::CheckReading, On::Use(plan, tree, asked.used)) {
            Ok(signature) => return Ok(signature),
            Err(fault) => refused = fault,
        }
    }
    Err(refused)
}

fn day(asked: &Asked) -> Result<Date, Fault> {
    Ok(asked.at()?.unwrap_or_else(|| jiff::Zoned::now().date()))
}

fn owed(stored: &Stored, tree: &Tree, day: Date) -> Vec<Owed> {
    let Stored { plan, readings, marks, rules, .. } = stored;
    Collection { plan, tree, readings, marks, rules, day }.owed()
}

fn shown(stored: &Stored, asked: &Asked, told: &Told) -> Result<Response, Fault> {
    let visitor = Visitor::current();
    visitor::permitted_in(Action::CheckReading, &stored.plan.body.ipa)?;
    let day = day(asked)?;
    view_of(stored, asked, |view| {
        let (plan, tree) = (view.report.plan, &view.report.scores.tree);
        let person = visitor.person.as_ref();
        let is_theirs = |owed: &Owed| {
            let one = |at| may(person, Action::CheckReading, On::Use(plan, tree, at)).is_ok();
            owed.reading.is_some() && owed.asked.iter().any(|asked| one(asked.used))
        };
        let all: Vec<Owed> = owed(stored, tree, day).into_iter().filter(is_theirs).collect();
        let rows = |is: fn(&Progress) -> bool| {
            // What was done in spring stands at every checkpoint after: it is looked at once.
            let mut seen = Vec::new();
            let mut rows = Vec::new();
            for one in all.iter().filter(|one| is(&one.state)) {
                if let Some(at) = one.reading.filter(|at| !seen.contains(at)) {
                    seen.push(at);
                    rows.extend(row(view, stored, one, at, told));
                }
            }
            rows
        };
        let waiting = rows(Progress::is_to_check);
        let done = rows(|state| matches!(state, Progress::Checked | Progress::SentBack));
        let page = CheckingPage {
            frame: Frame::plan(
                view,
                &view.words.say("checking-title"),
                Spot { path: &PATH, menu: PATH[0] },
            ),
            action: view.addresses.page(&PATH),
            lead: lead(&waiting, day, view.words),
            faults: told.faults.clone(),
            saved: told.saved.clone(),
            comment: told.comment.clone(),
            waiting,
            done_said: view.words.tell("checking-done-count", &[("count", done.len().into())]),
            done,
        };
        let is_refused = !told.faults.is_empty();
        let status = if is_refused { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
        Ok((status, answer(&page, view.words.lang())).into_response())
    })
}

fn lead(waiting: &[Row], day: Date, words: Words) -> Rich {
    let notes = waiting.iter().filter(|row| row.note_owed).count();
    let key = if waiting.is_empty() { "checking-nothing" } else { "checking-lead" };
    let args = [("count", waiting.len().into()), ("notes", notes.into()), ("date", day.into())];
    Rich::new(&words.tell(key, &args))
}

fn row(view: &View<'_>, stored: &Stored, owed: &Owed, at: usize, told: &Told) -> Option<Row> {
    let (words, plan) = (view.words, view.report.plan);
    let reading = stored.readings.list.get(at)?;
    let used = owed.asked.first()?.used;
    let addresses = view.addresses.at(owed.checkpoint);
    let nodes: Vec<&str> = owed.asked.iter().map(|asked| &*plan.uses[asked.used].node).collect();
    let said = owed.mark.and_then(|mark| stored.marks.get(mark)).map(|mark| {
        let key = match mark.verdict {
            Verdict::Checked => "collection-checked-by",
            Verdict::SentBack => "collection-sent-back-by",
        };
        let comment = mark.comment.clone().unwrap_or_else(|| "none".to_owned());
        let date = digits(mark.at.date());
        let args =
            [("who", mark.by.as_str().into()), ("date", date.into()), ("comment", comment.into())];
        words.tell(key, &args)
    });
    let who = reading.recorded_by.clone().unwrap_or_else(|| "none".to_owned());
    let when = reading.recorded_at.map_or_else(|| "none".to_owned(), moment);
    let proofs = proofs_of(stored, reading);
    Some(Row {
        position: at,
        title: view.report.use_title(used).to_owned(),
        url: view.addresses.indicator(&owed.indicator),
        minor: format!("{} · {} · {}", owed.indicator, nodes.join(", "), digits(owed.checkpoint)),
        target: target_of(plan, owed, words),
        observed: show::observed(reading, words),
        recorded: words
            .tell("collection-recorded-by", &[("who", who.into()), ("when", when.into())]),
        figures: figures_of(plan, &stored.rules, owed, &addresses, words),
        note: reading.note.clone().unwrap_or_default(),
        note_owed: owed.note_owed,
        proof_url: addresses.page(&["prove", &at.to_string()]),
        proofs_said: words.tell("collection-proofs", &[("count", proofs.into())]),
        mark: mark_of(owed, words),
        said,
        chosen: told.chosen.contains(&at),
    })
}
