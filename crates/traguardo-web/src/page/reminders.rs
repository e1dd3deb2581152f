//! Who is late with what, what they are written and when, and what the body sets about it.
//! Not here: sending, which `traguardo remind` does, and whom a letter goes to.

mod form;

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use traguardo::access::{Action, On};
use traguardo::reminder::{Debts, Item, checkers, items, letter, recorders, waiting, when};
use traguardo_store::{Outcome, Reminded, SettingsChange, last_set};

use crate::due::{Due, due};
use crate::fault::Fault;
use crate::frame::{Frame, Spot};
use crate::own_form::OwnForm;
use crate::page::answer;
use crate::query::Asked;
use crate::rich::Rich;
use crate::router::{App, OfPlan, view_of};
use crate::view::View;
use crate::visitor::{Visitor, permitted};
use crate::words::{Words, digits, moment};

use form::{Form, Line};

/// Letters that were sent, as far as the page lists them.
const LISTED: usize = 50;

#[derive(Template)]
#[template(path = "reminders.html")]
struct RemindersPage {
    frame: Frame,
    sentence: Rich,
    said: Option<Said>,
    /// Whether something open has no day by which it is to be handed in.
    has_no_day: bool,
    /// What waits for a check, and who is told.
    waiting: Option<Rich>,
    rows: Vec<Row>,
    letters: Vec<Written>,
    sent: Vec<Sent>,
    set_by: String,
    /// For whoever may change them.
    form: Option<Form>,
    /// For others.
    facts: Vec<Line>,
}

/// What became of a form.
struct Said {
    is_done: bool,
    text: String,
}

/// Something open.
struct Row {
    title: String,
    url: String,
    node: String,
    who: String,
    checkpoint: String,
    by: String,
    is_late: bool,
}

/// A letter as it would be now.
struct Written {
    name: String,
    subject: String,
    text: String,
    state: String,
}

/// A letter that was sent.
struct Sent {
    when: String,
    name: String,
    what: String,
}

/// What the form shows: the settings as typed, and what became of them.
struct Typed {
    fields: Option<BTreeMap<String, String>>,
    faulty: Vec<&'static str>,
    said: Option<Said>,
}

/// The page.
pub async fn show(
    State(app): State<App>,
    Path(plan): Path<OfPlan>,
    Query(asked): Query<Asked>,
) -> Response {
    let shown = async {
        permitted(Action::SeeWork, On::Body(&plan.0))?;
        let typed = Typed { fields: None, faulty: Vec::new(), said: None };
        page(&app, &plan, &asked, typed).await
    };
    shown.await.unwrap_or_else(|fault: Fault| fault.answer(asked.lang()))
}

/// Changes what the body has set.
pub async fn set(
    State(app): State<App>,
    Path(plan): Path<OfPlan>,
    Query(asked): Query<Asked>,
    OwnForm(fields): OwnForm<BTreeMap<String, String>>,
) -> Response {
    let done = async {
        let signature = permitted(Action::SetDeadlines, On::Body(&plan.0))?;
        app.load(&plan).await?;
        let words = Words::of(asked.lang());
        let (settings, faulty) = form::read(&fields);
        if !faulty.is_empty() {
            let said = Said { is_done: false, text: words.say("reminders-faulty") };
            let typed = Typed { fields: Some(fields), faulty, said: Some(said) };
            return page(&app, &plan, &asked, typed).await;
        }
        let seen = fields.get("seen").and_then(|seen| seen.parse().ok());
        let kept = app.store().set_settings(&plan.0, &settings.rows(), seen, &signature).await;
        let typed = match kept.map_err(|_| Fault::Store)? {
            SettingsChange::Done => {
                let said = Said { is_done: true, text: words.say("reminders-saved") };
                Typed { fields: None, faulty, said: Some(said) }
            }
            SettingsChange::CameFirst(first) => {
                let when = moment(first.at);
                let args = [("who", first.who.as_str().into()), ("when", when.into())];
                let said = Said { is_done: false, text: words.tell("reminders-first", &args) };
                Typed { fields: Some(fields), faulty, said: Some(said) }
            }
        };
        page(&app, &plan, &asked, typed).await
    };
    done.await.unwrap_or_else(|fault: Fault| fault.answer(asked.lang()))
}

async fn page(app: &App, plan: &OfPlan, asked: &Asked, typed: Typed) -> Result<Response, Fault> {
    let stored = app.load(plan).await?;
    let now = jiff::Zoned::now().datetime();
    let due = due(app.store(), &plan.0, now).await.map_err(|_| Fault::Store)?;
    view_of(&stored, asked, |view| Ok(shown(view, &due, typed)))
}

fn shown(view: &View<'_>, due: &Due, typed: Typed) -> Response {
    let words = view.words;
    let title = words.say("reminders-title");
    let spot = Spot { path: &["solleciti"], menu: "solleciti" };
    let year = view.report.plan.year;
    let debts = due.debts(year);
    let open = debts.map(|debts| items(debts, due.now.date())).unwrap_or_default();
    let row = |item: &Item| {
        let told = debts.map(|debts| recorders(debts, item, &due.people, &due.settings));
        row(view, item, &told.unwrap_or_default())
    };
    let last = last_set(due.kept.iter().filter(|kept| form::is_ours(&kept.name)));
    let set_by = last.map_or_else(
        || words.say("reminders-set-by-nobody"),
        |last| {
            let when = moment(last.at);
            words.tell(
                "reminders-set-by",
                &[("who", last.who.as_str().into()), ("when", when.into())],
            )
        },
    );
    let body = view.report.plan.body.ipa.as_str();
    let may_set = Visitor::current().may(Action::SetDeadlines, On::Body(body)).is_ok();
    let form = may_set.then(|| {
        let seen = last.map(|last| last.at.to_string()).unwrap_or_default();
        let action = view.addresses.page(&["solleciti"]);
        Form::of(&due.settings, typed.fields.as_ref(), &typed.faulty, (action, seen), words)
    });
    let page = RemindersPage {
        frame: Frame::plan(view, &title, spot),
        sentence: sentence(view, due, &open),
        said: typed.said,
        has_no_day: open.iter().any(|item| item.hand_in.is_none()),
        waiting: debts.and_then(|debts| unchecked(debts, due, words)),
        rows: open.iter().map(row).collect(),
        letters: letters(due, words),
        sent: due.reminded.iter().rev().take(LISTED).map(|one| sent(due, one, words)).collect(),
        set_by,
        facts: if form.is_none() { form::lines(&due.settings, words) } else { Vec::new() },
        form,
    };
    answer(&page, words.lang())
}

/// The situation in one sentence.
fn sentence(view: &View<'_>, due: &Due, open: &[Item]) -> Rich {
    let words = view.words;
    if due.debts(view.report.plan.year).is_none() {
        return Rich::new(&words.say("reminders-old-plan"));
    }
    let late = open.iter().filter(|item| item.is_late()).count();
    let ready = due.digests().iter().filter(|digest| digest.hold.is_none()).count();
    let args = [("open", open.len().into()), ("late", late.into()), ("ready", ready.into())];
    Rich::new(&words.tell("reminders-sentence", &args))
}

/// How many readings wait for a check, since when, and who is told of it.
fn unchecked(debts: Debts<'_>, due: &Due, words: Words) -> Option<Rich> {
    let waiting = waiting(debts.unchecked)?;
    let since =
        waiting.since.map(|day| words.tell("reminders-waiting-since", &[("day", day.into())]));
    let people = checkers(debts, &due.people, &due.settings).join(", ");
    let told = if people.is_empty() { "none".to_owned() } else { people };
    let args = [
        ("count", waiting.count.into()),
        ("since", since.unwrap_or_default().into()),
        ("told", told.into()),
    ];
    Some(Rich::new(&words.tell("reminders-waiting", &args)))
}

fn row(view: &View<'_>, item: &Item, people: &[String]) -> Row {
    let words = view.words;
    let offices = item.offices.join(", ");
    let who = match (offices.is_empty(), people.is_empty()) {
        (_, true) => words.tell("reminders-nobody", &[("offices", offices.into())]),
        (true, false) => people.join(", "),
        (false, false) => format!("{offices}: {}", people.join(", ")),
    };
    let by = when(item, words.texts);
    Row {
        title: item.title.clone(),
        url: view.addresses.indicator(&item.indicator),
        node: item.node.clone(),
        who,
        checkpoint: digits(item.checkpoint),
        by: if item.is_sent_back { words.tell("reminders-back", &[("by", by.into())]) } else { by },
        is_late: item.is_late(),
    }
}

fn letters(due: &Due, words: Words) -> Vec<Written> {
    let link = |year: i16, place| due.address(year, place, words.lang());
    let written = due.digests().into_iter().map(|digest| {
        let letter = letter(&digest, &due.body.name, link, words.texts);
        let state = match &digest.hold {
            None => words.say("reminders-ready"),
            Some(hold) => words.texts.sentence(&hold.sentence()),
        };
        Written { name: digest.name, subject: letter.subject, text: letter.text, state }
    });
    written.collect()
}

fn sent(due: &Due, one: &Reminded, words: Words) -> Sent {
    let person = due.people.iter().find(|known| known.person.id == one.person);
    let args = [
        ("own", i64::from(one.own).into()),
        ("late", i64::from(one.late).into()),
        ("others", i64::from(one.of_others).into()),
        ("check", i64::from(one.to_check).into()),
    ];
    let key = match one.outcome {
        Outcome::Sent => "reminders-was-sent",
        Outcome::Failed => "reminders-failed",
    };
    Sent {
        when: moment(one.signature.at),
        name: person.map_or_else(|| one.person.clone(), |known| known.person.name.clone()),
        what: words.tell(key, &args),
    }
}
