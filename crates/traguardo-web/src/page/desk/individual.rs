//! Individual objectives: shown to those who may see each of them, every look written down.
//! Not here: who may, see [`traguardo::desk::Individual::may_be_seen`].

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;
use traguardo::access::{Action, On, Refusal};
use traguardo::desk::{Holder, Individual, Look, Written, standing};
use traguardo::number;
use traguardo::period::Date;
use traguardo::plan::Plan;
use traguardo_store::{DeskEntry, Signature};

use super::keep;
use super::sample::signed;
use crate::address::with_query;
use crate::fault::Fault;
use crate::frame::{Frame, Link, Spot};
use crate::own_form::OwnForm;
use crate::page::answer;
use crate::query::Asked;
use crate::rich::Rich;
use crate::router::{App, OfPlan, view_of};
use crate::view::View;
use crate::visitor::{self, Visitor};
use crate::words::Words;

const PATH: [&str; 2] = ["tavolo-oiv", "obiettivi-individuali"];
/// A text of more letters is none.
const LONGEST: usize = 6000;

/// What a weight and an assessment can be.
const PERCENT: std::ops::RangeInclusive<number::Decimal> =
    number::Decimal::ZERO..=number::Decimal::ONE_HUNDRED;

/// Which objective's form is open: a number, or 0 for a new one.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Opened {
    #[serde(default)]
    apri: String,
}

#[derive(Template)]
#[template(path = "desk_individuals.html")]
struct IndividualsPage {
    frame: Frame,
    sentence: Rich,
    posts: Vec<Post>,
    form: Option<Form>,
    new_url: Option<String>,
    looks_url: Option<String>,
    action: String,
}

/// A post with its objectives.
pub struct Post {
    /// What it is called.
    pub name: String,
    /// Its objectives.
    pub objectives: Vec<Objective>,
}

/// An objective as pages show it.
pub struct Objective {
    /// The objective.
    pub title: String,
    /// Its weight.
    pub weight: String,
    /// What is measured, expected, found, critical, to be done: labels and texts.
    pub facts: Vec<(String, String)>,
    /// Whether something is critical in it.
    pub is_critical: bool,
    /// The page with its form open, for those who may write.
    pub open: Option<String>,
    /// Who wrote it and when.
    pub signed: String,
}

/// The form of an objective.
struct Form {
    given: Individual,
    weight: String,
    assessed: String,
    is_secretary: bool,
    after: usize,
    offices: Vec<(String, String, bool)>,
    fault: Option<String>,
}

#[derive(Template)]
#[template(path = "desk_looks.html")]
struct LooksPage {
    frame: Frame,
    sentence: String,
    looks: Vec<[String; 4]>,
}

/// What of the individual objectives somebody may see, with the look written down.
///
/// # Errors
/// [`Fault::Refused`] where they may see none, whether there is any or not; [`Fault::Store`] where
/// the look cannot be written down: nothing is then shown.
pub async fn looked_at(
    app: &App,
    plan: &Plan,
    place: &str,
) -> Result<Vec<(usize, Written<Individual>)>, Fault> {
    let visitor = Visitor::current();
    let person = visitor.person.as_ref();
    let ipa = &plan.body.ipa;
    let may = |action| match visitor.may(action, On::Body(ipa)) {
        // For an office of the body: which of them is asked of each objective.
        Ok(()) | Err(Refusal::WholeBody { .. }) => Ok(()),
        Err(refusal) => Err(Fault::Refused(refusal)),
    };
    may(Action::SeeSecretaryObjectives).or_else(|_| may(Action::SeeHeadObjectives))?;
    let all = app.store().individuals(ipa, plan.year).await.map_err(|_| Fault::Store)?;
    let last = standing(&all, |one| one.number);
    let seen: Vec<(usize, Written<Individual>)> = last
        .into_iter()
        .filter(|at| !all[*at].what.withdrawn)
        .filter(|at| all[*at].what.may_be_seen(person, plan).is_ok())
        .map(|at| (at + 1, all[at].clone()))
        .collect();
    if !seen.is_empty() {
        let mut posts: Vec<&str> = seen.iter().map(|(_, one)| &*one.what.post).collect();
        posts.sort_unstable();
        posts.dedup();
        let look = Look {
            place: place.to_owned(),
            count: u32::try_from(seen.len()).unwrap_or(u32::MAX),
            posts: posts.join(", "),
        };
        let kept = app.store().look(ipa, &look, &visitor.signature()).await;
        kept.map_err(|_| Fault::Store)?;
    }
    Ok(seen)
}

/// The page.
pub async fn individuals(
    State(app): State<App>,
    Path(plan): Path<OfPlan>,
    Query(asked): Query<Asked>,
    Query(opened): Query<Opened>,
) -> Response {
    let shown = async {
        let stored = app.load(&plan).await?;
        let seen = looked_at(&app, &stored.plan, PATH[1]).await?;
        view_of(&stored, &asked, |view| {
            let form = opened.apri.parse().ok().and_then(|number: usize| {
                let found = seen.iter().find(|(_, one)| one.what.number == number);
                match (number, found) {
                    (0, _) => Some((new(view), 0)),
                    (_, Some((after, one))) => Some((one.what.clone(), *after)),
                    (_, None) => None,
                }
            });
            let form = form.map(|(given, after)| Form::of(view.report.plan, given, after));
            Ok(answer(&page(view, &seen, form), asked.lang()))
        })
    };
    shown.await.unwrap_or_else(|fault: Fault| fault.answer(asked.lang()))
}

/// Keeps an objective.
pub async fn write_individual(
    State(app): State<App>,
    Path(plan): Path<OfPlan>,
    Query(asked): Query<Asked>,
    OwnForm(sent): OwnForm<Vec<(String, String)>>,
) -> Response {
    let written = async {
        let by = visitor::permitted(Action::WriteEvaluation, On::Body(&plan.0))?;
        write_whole(&app, &plan, &asked, &sent, &by).await
    };
    written.await.unwrap_or_else(|fault: Fault| fault.answer(asked.lang()))
}

async fn write_whole(
    app: &App,
    plan: &OfPlan,
    asked: &Asked,
    sent: &[(String, String)],
    by: &Signature,
) -> Result<Response, Fault> {
    let stored = app.load(plan).await?;
    let words = Words::of(asked.lang());
    let (round, url) = view_of(&stored, asked, |view| {
        Ok((view.report.plan.checkpoint_at(view.at()), view.addresses.page(&PATH)))
    })?;
    let (given, faulty) = read(sent, round);
    let after = sent.iter().find(|(name, _)| name == "dopo");
    let after = after.and_then(|(_, text)| text.parse().ok()).unwrap_or(0);
    let refused = match faulty {
        Some(key) => Some((words.say(key), StatusCode::UNPROCESSABLE_ENTITY)),
        None => {
            let entry = DeskEntry::Individual { what: given.clone(), after };
            let said = keep(app, plan, &[entry], by, asked).await?;
            said.map(|said| (said, StatusCode::CONFLICT))
        }
    };
    let Some((said, status)) = refused else { return Ok(Redirect::to(&url).into_response()) };
    let seen = looked_at(app, &stored.plan, PATH[1]).await?;
    view_of(&stored, asked, |view| {
        let same = seen.iter().find(|(_, one)| one.what.number == given.number);
        let after = same.map_or(0, |(after, _)| *after);
        let mut form = Form::of(view.report.plan, given, after);
        let typed = |name: &str| field(sent, name);
        (form.weight, form.assessed) = (typed("peso"), typed("valutazione"));
        form.fault = Some(said);
        Ok((status, answer(&page(view, &seen, Some(form)), asked.lang())).into_response())
    })
}

/// The log of looks, for those who may read the trail.
pub async fn looks(
    State(app): State<App>,
    Path(plan): Path<OfPlan>,
    Query(asked): Query<Asked>,
) -> Response {
    let shown = async {
        visitor::permitted(Action::SeeTrail, On::Body(&plan.0))?;
        let stored = app.load(&plan).await?;
        let looks = app.store().looks(&plan.0).await.map_err(|_| Fault::Store)?;
        view_of(&stored, &asked, |view| {
            let title = view.words.say("desk-looks-title");
            let path = ["tavolo-oiv", "consultazioni"];
            let args = [("count", looks.len().into())];
            let row = |look: &Written<Look>| {
                let at = look.at.to_string().replace('T', " ");
                let shown = format!("{} ({})", look.what.posts, look.what.count);
                [at, look.by.clone(), look.what.place.clone(), shown]
            };
            let page = LooksPage {
                frame: Frame::plan(view, &title, Spot { path: &path, menu: "tavolo-oiv" }),
                sentence: view.words.tell("desk-looks-sentence", &args),
                looks: looks.iter().rev().map(row).collect(),
            };
            Ok(answer(&page, asked.lang()))
        })
    };
    shown.await.unwrap_or_else(|fault: Fault| fault.answer(asked.lang()))
}

fn new(view: &View<'_>) -> Individual {
    Individual::new(view.report.plan.checkpoint_at(view.at()), Holder::Head)
}

fn field(sent: &[(String, String)], name: &str) -> String {
    let found = sent.iter().find(|(known, _)| known == name);
    found.map(|(_, text)| text.replace("\r\n", "\n").trim().to_owned()).unwrap_or_default()
}

/// What the form says, and what is wrong with it.
fn read(sent: &[(String, String)], round: Date) -> (Individual, Option<&'static str>) {
    let text = |name: &str| field(sent, name);
    let mut faulty = None;
    let mut number = |name: &str| match text(name).as_str() {
        "" => None,
        written => match number::parse(written) {
            Ok(number) if PERCENT.contains(&number) && number.scale() <= 2 => Some(number),
            _ => {
                faulty = Some("desk-individual-number");
                None
            }
        },
    };
    let (weight, assessed) = (number("peso"), number("valutazione"));
    let holder = if text("di") == "segretario" { Holder::Secretary } else { Holder::Head };
    let given = Individual {
        number: text("numero").parse().unwrap_or(0),
        round,
        holder,
        post: text("incarico"),
        office: Some(text("ufficio")).filter(|office| !office.is_empty()),
        objective: text("obiettivo"),
        weight,
        indicator: text("indicatore"),
        expected: text("atteso"),
        found: text("rilevato"),
        concern: text("criticita"),
        remedy: text("azione"),
        assessed,
        withdrawn: text("ritirato") == "si",
    };
    let all = [
        &given.post,
        &given.objective,
        &given.indicator,
        &given.expected,
        &given.found,
        &given.concern,
        &given.remedy,
    ];
    if all.iter().any(|text| text.chars().count() > LONGEST || text.contains('\0')) {
        faulty = Some("desk-too-long");
    } else if given.post.is_empty() || given.objective.is_empty() {
        faulty = Some("desk-individual-blank");
    }
    (given, faulty)
}

impl Form {
    fn of(plan: &Plan, given: Individual, after: usize) -> Self {
        let percent = |number: Option<number::Decimal>| number.map(number::format);
        let office = |office: &traguardo::office::Office| {
            let chosen = given.office.as_deref() == Some(&office.code);
            (office.code.clone(), office.name.clone(), chosen)
        };
        Self {
            weight: percent(given.weight).unwrap_or_default(),
            assessed: percent(given.assessed).unwrap_or_default(),
            is_secretary: given.holder == Holder::Secretary,
            after,
            offices: plan.offices.iter().map(office).collect(),
            fault: None,
            given,
        }
    }
}

fn page(
    view: &View<'_>,
    seen: &[(usize, Written<Individual>)],
    form: Option<Form>,
) -> IndividualsPage {
    let words = view.words;
    let title = words.say("desk-individuals-title");
    let visitor = Visitor::current();
    let on = On::Body(&view.report.plan.body.ipa);
    let may = |action| visitor.may(action, on).is_ok();
    let url = view.addresses.page(&PATH);
    let may_write = may(Action::WriteEvaluation);
    let posts = posts(view, seen, may_write.then_some(url.as_str()));
    let args = [("count", seen.len().into()), ("posts", posts.len().into())];
    let home = view.crumbs(None).into_iter();
    let desk = Link {
        label: words.say("desk-title"),
        url: view.addresses.page(&["tavolo-oiv"]),
        current: false,
    };
    let here = Link { label: title.clone(), url: String::new(), current: true };
    let path = may(Action::SeeEvaluation).then_some(desk);
    IndividualsPage {
        frame: Frame::plan(view, &title, Spot { path: &PATH, menu: "tavolo-oiv" })
            .with_crumbs(home.chain(path).chain([here]).collect()),
        sentence: Rich::new(&words.tell("desk-individuals-sentence", &args)),
        posts,
        form,
        new_url: may_write.then(|| with_query(url.clone(), &[("apri", "0".to_owned())])),
        looks_url: may(Action::SeeTrail)
            .then(|| view.addresses.page(&["tavolo-oiv", "consultazioni"])),
        action: url,
    }
}

/// Objectives by post, in the order in which they were written.
pub fn posts(
    view: &View<'_>,
    seen: &[(usize, Written<Individual>)],
    open: Option<&str>,
) -> Vec<Post> {
    let mut posts: Vec<Post> = Vec::new();
    for (_, one) in seen {
        let objective = objective(view, one, open);
        match posts.iter_mut().find(|post| post.name == one.what.post) {
            Some(post) => post.objectives.push(objective),
            None => {
                posts.push(Post { name: one.what.post.clone(), objectives: vec![objective] });
            }
        }
    }
    posts
}

fn objective(view: &View<'_>, written: &Written<Individual>, open: Option<&str>) -> Objective {
    let words = view.words;
    let one = &written.what;
    let assessed = one.assessed.map(|score| view.report.rules.printed(score));
    let all = [
        ("word-indicator", one.indicator.clone()),
        ("desk-expected", one.expected.clone()),
        ("desk-found-actual", one.found.clone()),
        ("desk-assessed", assessed.unwrap_or_default()),
        ("desk-concern", one.concern.clone()),
        ("desk-remedy", one.remedy.clone()),
    ];
    let said = all.into_iter().filter(|(_, text)| !text.is_empty());
    let number = one.number.to_string();
    Objective {
        title: one.objective.clone(),
        weight: one.weight.map(|w| view.per_cent(&number::format(w))).unwrap_or_default(),
        facts: said.map(|(key, text)| (words.say(key), text)).collect(),
        is_critical: !one.concern.is_empty() || !one.remedy.is_empty(),
        open: open.map(|url| {
            format!("{}#modulo", with_query(url.to_owned(), &[("apri", number.clone())]))
        }),
        signed: signed(&written.by, &written.at.to_string()),
    }
}
