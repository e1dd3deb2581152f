//! The rules (SMVP) in force or as they were: each with its figure, what it means, since when.
//! Not here: changing them in a draft, see [`form`], and what they do, which is the core's.

pub mod form;
mod line;
mod preview;

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;
use traguardo::access::{Action, On};
use traguardo::number;
use traguardo::period::parse_date;
use traguardo::plan::Plan;
use traguardo::revision::{Origin, Revision, standing_on};
use traguardo::rules::{Rule, Rules};
use traguardo_store::Stored;

use crate::address::with_query;
use crate::fault::Fault;
use crate::figure::Mark;
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
pub const PATH: &str = "regole";

/// Which rules are asked for: those of a revision, or of a day; else those in force.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Which {
    revisione: String,
    giorno: String,
}

/// What the form that makes a draft sends.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Nothing {}

#[derive(Template)]
#[template(path = "rules.html")]
struct RulesPage {
    frame: Frame,
    sentence: Rich,
    valid: String,
    fault: Option<String>,
    groups: Vec<Group>,
    bands: Vec<Span>,
    bands_since: String,
    quotas: Vec<Shared>,
    numbers: Vec<Number>,
    is_past: bool,
    today_url: String,
    then_url: String,
    look_url: String,
    register_url: String,
    edit_url: Option<String>,
    make_url: Option<String>,
}

/// Rules that belong together.
struct Group {
    id: &'static str,
    title: String,
    lines: Vec<Line>,
}

/// A rule.
struct Line {
    name: String,
    figure: String,
    meaning: String,
    since: String,
    source: String,
}

/// A band from its first score to where the next one begins.
struct Span {
    mark: Mark,
    from: String,
    to: String,
}

/// How many nodes share their result in one way.
struct Shared {
    own: String,
    children: String,
    nodes: usize,
}

/// A revision to choose.
struct Number {
    number: i64,
    is_shown: bool,
}

/// The rules of each revision that could change them, the first one first.
struct History {
    revisions: Vec<Revision>,
    steps: Vec<(Revision, Stored)>,
}

/// The page.
pub async fn show(
    State(app): State<App>,
    Path(plan): Path<OfPlan>,
    Query(asked): Query<Asked>,
    Query(which): Query<Which>,
) -> Response {
    let made = async {
        let stored = app.load(&plan).await?;
        let history = History::load(&app, &stored).await?;
        let on = On::Body(&plan.0);
        let sees_draft = Visitor::current().may(Action::SeeWork, on).is_ok();
        let draft = app.store().draft(&plan.0, stored.plan.year).await.map_err(|_| Fault::Store)?;
        let has_draft = sees_draft && draft.is_some();
        view_of(&stored, &asked, |view| Ok(page(view, &history, &which, has_draft)))
    };
    made.await.unwrap_or_else(|fault: Fault| fault.answer(asked.lang()))
}

/// Makes a draft, or takes the one that is there, and goes to its rules.
pub async fn open(
    State(app): State<App>,
    Path(plan): Path<OfPlan>,
    Query(asked): Query<Asked>,
    OwnForm(Nothing {}): OwnForm<Nothing>,
) -> Response {
    let made = async {
        let by = visitor::permitted(Action::EditDraft, On::Body(&plan.0))?;
        let stored = app.load(&plan).await?;
        let of = (plan.0.as_str(), stored.plan.year);
        app.store().open_draft(of, None, &by).await.map_err(|_| Fault::Store)?;
        view_of(&stored, &asked, |view| {
            let url = view.addresses.page(&[revisions::PATH, "bozza", PATH]);
            Ok(Redirect::to(&url).into_response())
        })
    };
    made.await.unwrap_or_else(|fault: Fault| fault.answer(asked.lang()))
}

fn page(view: &View<'_>, history: &History, which: &Which, has_draft: bool) -> Response {
    let words = view.words;
    let (at, fault) = history.asked_for(which, words);
    let (shown, stored) = &history.steps[at];
    let (is_past, rules) = (at + 1 < history.steps.len(), &stored.rules);
    let last = history.steps.last().map(|(last, _)| last.number).unwrap_or_default();
    let args = [
        ("year", view.report.plan.year.to_string().into()),
        ("number", shown.number.to_string().into()),
        ("date", shown.stands_from().into()),
        ("last", last.to_string().into()),
    ];
    let lead = if is_past { "rules-lead-past" } else { "rules-lead" };
    let since = |rule| since(history.since(at, rule), words);
    let (own, draft) = ([PATH], [revisions::PATH, "bozza", PATH]);
    let may_edit = Visitor::current()
        .may(Action::EditDraft, On::Body(&view.report.plan.body.ipa))
        .is_ok_and(|()| !is_past);
    let day = [("giorno", shown.stands_from().to_string())];
    let page = RulesPage {
        frame: Frame::plan(view, &words.say("rules-title"), Spot { path: &own, menu: "" }),
        sentence: Rich::new(&words.tell(lead, &args)),
        valid: valid(rules, words),
        fault,
        groups: line::groups(rules, &since, words),
        bands: bands(rules, words),
        bands_since: since(Rule::Bands),
        quotas: quotas(&stored.plan),
        numbers: history.numbers(shown.number),
        is_past,
        today_url: view.addresses.page(&own),
        then_url: with_query(view.addresses.page(&[revisions::PATH, "al"]), &day),
        look_url: view.addresses.path(&own),
        register_url: view.addresses.page(&[revisions::PATH]),
        edit_url: (may_edit && has_draft).then(|| view.addresses.page(&draft)),
        make_url: (may_edit && !has_draft).then(|| view.addresses.page(&own)),
    };
    answer(&page, words.lang())
}

fn valid(rules: &Rules, words: Words) -> String {
    rules.valid_from.map_or_else(
        || words.say("rules-valid-undated"),
        |from| words.tell("rules-valid-from", &[("date", from.into())]),
    )
}

/// Since when a rule is as it is, and by which act.
fn since(revision: &Revision, words: Words) -> String {
    let date = ("date", revision.stands_from().into());
    match &revision.act {
        Some(act) => {
            let (organ, number) = (act.organ.clone().into(), act.number.clone().into());
            words.tell("rules-since-act", &[date, ("organ", organ), ("number", number)])
        }
        None => words.tell("rules-since-no-act", &[date]),
    }
}

/// The bands from the highest down, each to where the one above begins.
fn bands(rules: &Rules, words: Words) -> Vec<Span> {
    let mut bands: Vec<_> = rules.bands.iter().collect();
    bands.sort_by_key(|band| std::cmp::Reverse(band.from));
    let written = |from: number::Decimal| number::format(from.normalize());
    let mut to = words.say("rules-band-top");
    let mut spans = Vec::with_capacity(bands.len());
    for band in bands {
        let from = written(band.from);
        let next = std::mem::replace(&mut to, from.clone());
        spans.push(Span { mark: Mark::of_band(band, words), from, to: next });
    }
    spans
}

/// The ways in which nodes share their result, the commonest first.
fn quotas(plan: &Plan) -> Vec<Shared> {
    let written = |quota: Option<number::Decimal>| {
        quota.map_or_else(|| "–".to_owned(), |quota| format!("{}%", number::format(quota)))
    };
    let mut all: Vec<Shared> = Vec::new();
    for node in &plan.nodes {
        let quotas = node.quotas;
        if quotas.indicators.is_none() && quotas.children.is_none() {
            continue;
        }
        let (own, children) = (written(quotas.indicators), written(quotas.children));
        match all.iter_mut().find(|way| (&way.own, &way.children) == (&own, &children)) {
            Some(way) => way.nodes += 1,
            None => all.push(Shared { own, children, nodes: 1 }),
        }
    }
    all.sort_by_key(|way| std::cmp::Reverse(way.nodes));
    all
}

impl History {
    /// Answers change what a target means and never the rules.
    async fn load(app: &App, stored: &Stored) -> Result<Self, Fault> {
        let of = (stored.plan.body.ipa.as_str(), stored.plan.year);
        let revisions = app.store().revisions(of.0, of.1).await.map_err(|_| Fault::Store)?;
        let mut steps = Vec::new();
        for one in revisions.iter().filter(|revision| revision.origin != Origin::Answer) {
            let loaded = app.store().load_revision(of.0, of.1, one.number).await;
            steps.push((one.clone(), loaded.map_err(|_| Fault::Store)?));
        }
        // The first revision of a plan is none that an answer made.
        if steps.is_empty() { Err(Fault::Store) } else { Ok(Self { revisions, steps }) }
    }

    /// Which step is asked for, and what is wrong with how it was asked.
    fn asked_for(&self, which: &Which, words: Words) -> (usize, Option<String>) {
        let last = self.steps.len() - 1;
        let of = |number: i64| self.steps.iter().rposition(|(step, _)| step.number <= number);
        if !which.giorno.trim().is_empty() {
            let day = parse_date(which.giorno.trim()).ok();
            let stood = day.and_then(|day| standing_on(&self.revisions, day));
            return match stood.and_then(|stood| of(stood.number)) {
                Some(at) => (at, None),
                None => (last, Some(words.say("rules-no-day"))),
            };
        }
        if which.revisione.trim().is_empty() {
            return (last, None);
        }
        let number: Option<i64> = which.revisione.trim().parse().ok();
        let known = number.filter(|number| self.revisions.iter().any(|r| r.number == *number));
        match known.and_then(of) {
            Some(at) => (at, None),
            None => (last, Some(words.say("rules-no-such"))),
        }
    }

    /// The revision that made a rule what it is in a step.
    fn since(&self, at: usize, rule: Rule) -> &Revision {
        let rules = &self.steps[at].1.rules;
        let same = |(_, before): &&(Revision, Stored)| !rule.differs(&before.rules, rules);
        let first = self.steps[..=at].iter().rev().take_while(same).last();
        &first.unwrap_or(&self.steps[at]).0
    }

    fn numbers(&self, shown: i64) -> Vec<Number> {
        let number = |(step, _): &(Revision, Stored)| Number {
            number: step.number,
            is_shown: step.number == shown,
        };
        self.steps.iter().rev().map(number).collect()
    }
}
