//! The revisions of a plan: the list with the register of variations, as page, CSV and JSON; two of
//! them compared; the plan as it stood on a day.
//! Not here: the draft of the next one, see [`crate::page::draft`].

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use traguardo::access::{Action, On};
use traguardo::edit::Contents;
use traguardo::number;
use traguardo::period::parse_date;
use traguardo::revision::{Register, Revision, Variation, VariationKind, standing_on, variations};
use traguardo_files::difference::held;
use traguardo_files::register::{act, lines, write_json};
use traguardo_store::Stored;

use crate::attachment;
use crate::csv;
use crate::fault::Fault;
use crate::frame::{Frame, Link, Spot, sees_work};
use crate::page::answer;
use crate::query::Asked;
use crate::rich::Rich;
use crate::router::{App, OfPlan, view_of};
use crate::view::View;
use crate::visitor::Visitor;
use crate::words::Words;

/// The part of the path.
pub const PATH: &str = "revisioni";

/// Which revisions are compared, or which day is asked for.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Which {
    /// The earlier one.
    #[serde(default)]
    da: String,
    /// The later one.
    #[serde(default)]
    a: String,
    /// The day.
    #[serde(default)]
    giorno: String,
}

#[derive(Template)]
#[template(path = "revisions.html")]
struct RevisionsPage {
    frame: Frame,
    sentence: Rich,
    share: Rich,
    steps: Vec<Step>,
    numbers: Vec<i64>,
    compare_url: String,
    standing_url: String,
    csv_url: String,
    json_url: String,
    draft_url: String,
    next: Option<(String, String)>,
    draft: Option<String>,
    may_edit: bool,
}

#[derive(Template)]
#[template(path = "compared.html")]
struct ComparedPage {
    frame: Frame,
    title: String,
    sentence: Rich,
    fault: Option<String>,
    rows: Vec<Row>,
    standing: Vec<Standing>,
    back_url: String,
}

/// A revision with what it changed.
struct Step {
    number: i64,
    title: String,
    act: String,
    file: Option<Link>,
    reason: Option<String>,
    counts: String,
    rows: Vec<Row>,
}

/// A variation, laid out.
pub struct Row {
    /// What was done.
    pub kind: String,
    /// Its colour.
    pub tone: &'static str,
    /// To what.
    pub name: String,
    /// Its title.
    pub title: String,
    /// What changed, cell by cell.
    pub cells: Vec<RedLine>,
}

/// A cell before and after.
pub struct RedLine {
    /// Its column.
    pub column: String,
    /// What it held.
    pub before: Option<String>,
    /// What it holds.
    pub after: Option<String>,
}

/// A row of the plan as it stood.
struct Standing {
    code: String,
    title: String,
    target: String,
    weight: String,
}

/// The list with the register.
pub async fn list(
    State(app): State<App>,
    Path(plan): Path<OfPlan>,
    Query(asked): Query<Asked>,
) -> Response {
    let made = async {
        let stored = app.load(&plan).await?;
        let register = register(&app, &stored).await?;
        let draft = app.store().draft(&plan.0, stored.plan.year).await.map_err(|_| Fault::Store)?;
        let words = Words::of(asked.lang());
        let draft = draft.map(|draft| {
            let args = [
                ("who", draft.saved.who.into()),
                ("date", draft.saved.at.date().into()),
                ("based", draft.based_on.unwrap_or_default().to_string().into()),
            ];
            words.tell("revisions-draft-there", &args)
        });
        view_of(&stored, &asked, |view| Ok(page(view, &register, draft.clone())))
    };
    made.await.unwrap_or_else(|fault: Fault| fault.answer(asked.lang()))
}

/// The register as a file: `csv` or `json`.
pub async fn file(
    State(app): State<App>,
    Path((ipa, year, format)): Path<(String, String, String)>,
    Query(asked): Query<Asked>,
) -> Response {
    let plan = (ipa, year);
    let made = async {
        let stored = app.load(&plan).await?;
        let register = register(&app, &stored).await?;
        let words = Words::of(asked.lang());
        match format.as_str() {
            "csv" => {
                let name = format!("{}-{}-variazioni", plan.0, stored.plan.year);
                Ok(csv::answer(&lines(&register, words.texts), &name))
            }
            "json" => {
                let mut json = Vec::new();
                write_json(&mut json, &register, words.texts).map_err(|_| Fault::Page)?;
                Ok(([(header::CONTENT_TYPE, "application/json")], json).into_response())
            }
            _ => Err(Fault::Address),
        }
    };
    made.await.unwrap_or_else(|fault: Fault| fault.answer(asked.lang()))
}

/// The document of the act that adopted a revision, to be kept and not shown.
pub async fn act_file(
    State(app): State<App>,
    Path((ipa, year, number)): Path<(String, String, String)>,
    Query(asked): Query<Asked>,
) -> Response {
    let file = async {
        let stored = app.load(&(ipa, year)).await?;
        let number: i64 = number.parse().map_err(|_| Fault::Address)?;
        let revisions = revisions(&app, &stored).await?;
        let adopted = revisions.into_iter().find(|revision| revision.number == number);
        let file = adopted.and_then(|one| one.act?.file).ok_or(Fault::Address)?;
        let bytes = app.store().evidence(&file.sha256).await.map_err(|_| Fault::Store)?;
        attachment::answer(&file.name, bytes.ok_or(Fault::Address)?)
    };
    file.await.unwrap_or_else(|fault: Fault| fault.answer(asked.lang()))
}

/// Two revisions side by side.
pub async fn compared(
    State(app): State<App>,
    Path(plan): Path<OfPlan>,
    Query(asked): Query<Asked>,
    Query(which): Query<Which>,
) -> Response {
    let made = async {
        let stored = app.load(&plan).await?;
        let words = Words::of(asked.lang());
        let (rows, fault) = match (which.da.parse::<i64>(), which.a.parse::<i64>()) {
            (Ok(from), Ok(to)) => {
                let old = revision(&app, &stored, from).await?;
                let new = revision(&app, &stored, to).await?;
                match (old, new) {
                    (Some(old), Some(new)) => {
                        (laid_out(&variations(&contents(old), &contents(new)), words), None)
                    }
                    _ => (Vec::new(), Some(words.say("revisions-no-such"))),
                }
            }
            _ => (Vec::new(), Some(words.say("revisions-no-such"))),
        };
        let args = [("from", which.da.clone().into()), ("to", which.a.clone().into())];
        let title = words.say("revisions-compared-title");
        let sentence = match (&fault, rows.is_empty()) {
            (Some(_), _) => String::new(),
            (None, true) => words.say("diff-none"),
            (None, false) => words.tell("revisions-compared", &args),
        };
        view_of(&stored, &asked, |view| {
            let spot = Spot { path: &[PATH, "confronto"], menu: PATH };
            Ok(answer(
                &ComparedPage {
                    frame: Frame::plan(view, &title, spot),
                    title,
                    sentence: Rich::new(&sentence),
                    fault,
                    rows,
                    standing: Vec::new(),
                    back_url: view.addresses.page(&[PATH]),
                },
                words.lang(),
            ))
        })
    };
    made.await.unwrap_or_else(|fault: Fault| fault.answer(asked.lang()))
}

/// The plan as it stood on a day.
pub async fn standing(
    State(app): State<App>,
    Path(plan): Path<OfPlan>,
    Query(asked): Query<Asked>,
    Query(which): Query<Which>,
) -> Response {
    let made = async {
        let latest = app.load(&plan).await?;
        let words = Words::of(asked.lang());
        let revisions = revisions(&app, &latest).await?;
        let day = parse_date(&which.giorno).ok();
        let stood = day.and_then(|day| standing_on(&revisions, day).cloned());
        let stood_contents = match &stood {
            Some(stood) => revision(&app, &latest, stood.number).await?.map(contents),
            None => None,
        };
        view_of(&latest, &asked, |view| {
            let title = words.say("revisions-standing-title");
            let sentence = match (day, &stood) {
                (Some(day), Some(stood)) => words.tell(
                    "revisions-stood",
                    &[
                        ("date", day.into()),
                        ("number", stood.number.to_string().into()),
                        ("act", act(stood, words.texts).into()),
                    ],
                ),
                _ => String::new(),
            };
            let spot = Spot { path: &[PATH, "al"], menu: PATH };
            let page = ComparedPage {
                frame: Frame::plan(view, &title, spot),
                title,
                sentence: Rich::new(&sentence),
                fault: sentence.is_empty().then(|| words.say("revisions-no-day")),
                rows: Vec::new(),
                standing: stood_contents.as_ref().map(as_it_stood).unwrap_or_default(),
                back_url: view.addresses.page(&[PATH]),
            };
            Ok(answer(&page, words.lang()))
        })
    };
    made.await.unwrap_or_else(|fault: Fault| fault.answer(asked.lang()))
}

fn page(view: &View<'_>, register: &Register, draft: Option<String>) -> Response {
    let words = view.words;
    let url = |part: &str| view.addresses.page(&[PATH, part]);
    let answers = register.revisions.len() - register.steps.len();
    let args = [("count", register.steps.len().into()), ("answers", answers.into())];
    let share = &register.share;
    let per_cent =
        share.per_cent().map(|figure| format!("{}%", number::format(figure.round_dp(2))));
    let share_args = [
        ("changed", share.changed.len().into()),
        ("programmed", share.programmed.into()),
        ("share", per_cent.unwrap_or_else(|| "–".to_owned()).into()),
    ];
    let on = On::Body(&view.report.plan.body.ipa);
    let page = RevisionsPage {
        frame: Frame::plan(view, &words.say("revisions-title"), Spot { path: &[PATH], menu: PATH }),
        sentence: Rich::new(&words.tell("revisions-sentence", &args)),
        share: Rich::new(&words.tell("revisions-share", &share_args)),
        steps: register.steps.iter().rev().map(|(one, list)| step(view, one, list)).collect(),
        numbers: register.revisions.iter().map(|revision| revision.number).collect(),
        compare_url: url("confronto"),
        standing_url: url("al"),
        csv_url: view.addresses.page(&[PATH, "registro", "csv"]),
        json_url: view.addresses.page(&[PATH, "registro", "json"]),
        draft_url: url("bozza"),
        next: sees_work(view).then(|| {
            let year = (view.report.plan.year + 1).to_string();
            let label = words.tell("next-year-link", &[("year", year.into())]);
            (label, view.addresses.page(&[crate::page::next_year::PATH]))
        }),
        draft,
        may_edit: Visitor::current().may(Action::EditDraft, on).is_ok(),
    };
    answer(&page, words.lang())
}

fn step(view: &View<'_>, revision: &Revision, list: &[Variation]) -> Step {
    let words = view.words;
    let file = revision.act.as_ref().and_then(|act| act.file.as_ref());
    let number = revision.number.to_string();
    let args =
        [("number", revision.number.to_string().into()), ("date", revision.stands_from().into())];
    Step {
        number: revision.number,
        title: words.tell("revisions-step", &args),
        act: act(revision, words.texts),
        file: file.map(|file| Link {
            label: file.name.clone(),
            url: view.addresses.page(&[PATH, "atti", &number]),
            current: false,
        }),
        reason: revision.reason.clone(),
        counts: counts(revision, list, words),
        rows: laid_out(list, words),
    }
}

fn counts(revision: &Revision, list: &[Variation], words: Words) -> String {
    if revision.based_on.is_none() {
        return words.say("revisions-first");
    }
    let told: Vec<String> = VariationKind::ALL
        .into_iter()
        .filter_map(|kind| {
            let count = list.iter().filter(|variation| variation.kind == kind).count();
            let word = words.say(kind.key());
            (count > 0).then(|| format!("{word}: {count}"))
        })
        .collect();
    if told.is_empty() { words.say("diff-none") } else { told.join(" · ") }
}

/// Variations, laid out.
#[must_use]
pub fn laid_out(list: &[Variation], words: Words) -> Vec<Row> {
    let red_line = |cell: &traguardo::difference::Cell| RedLine {
        column: cell.column.clone().into_owned(),
        before: cell.before.as_ref().map(|arg| held(arg, words.texts)),
        after: cell.after.as_ref().map(|arg| held(arg, words.texts)),
    };
    let row = |variation: &Variation| Row {
        kind: words.say(variation.kind.key()),
        tone: match variation.kind {
            VariationKind::Inserted => "green",
            VariationKind::Updated => "blue",
            VariationKind::Eliminated => "red",
            VariationKind::Confirmed => "grey",
            VariationKind::Neutralised => "amber",
        },
        name: words.texts.sentence(&variation.item.name()),
        title: variation.title.clone(),
        cells: variation.cells.iter().map(red_line).collect(),
    };
    list.iter().map(row).collect()
}

/// The rows of a plan in its order: each node, then the indicators it uses.
fn as_it_stood(contents: &Contents) -> Vec<Standing> {
    let plan = &contents.plan;
    let tree = traguardo::tree::Tree::of(plan);
    let mut rows = Vec::new();
    for &at in &tree.order {
        let node = &plan.nodes[at];
        rows.push(stood(&node.code, &node.title, &node.details));
        for &at in &tree.uses[at] {
            let used = &plan.uses[at];
            let indicator = plan.indicators.iter().find(|i| i.code == used.indicator);
            let own = indicator.map(|indicator| indicator.title.as_str()).unwrap_or_default();
            let title = used.title.as_deref().unwrap_or(own);
            rows.push(stood(&used.indicator, title, &used.details));
        }
    }
    rows
}

fn stood(code: &str, title: &str, details: &traguardo::plan::Details) -> Standing {
    Standing {
        code: code.to_owned(),
        title: title.to_owned(),
        target: details.targets.year.as_ref().map(|e| e.verbatim.clone()).unwrap_or_default(),
        weight: details.weight.map(number::format).unwrap_or_default(),
    }
}

async fn register(app: &App, stored: &Stored) -> Result<Register, Fault> {
    let of = &stored.plan;
    app.store().register(&of.body.ipa, of.year).await.map_err(|_| Fault::Store)
}

async fn revisions(app: &App, stored: &Stored) -> Result<Vec<Revision>, Fault> {
    let of = &stored.plan;
    app.store().revisions(&of.body.ipa, of.year).await.map_err(|_| Fault::Store)
}

/// A revision, if there is one of that number.
async fn revision(app: &App, stored: &Stored, number: i64) -> Result<Option<Stored>, Fault> {
    let of = &stored.plan;
    match app.store().load_revision(&of.body.ipa, of.year, number).await {
        Ok(loaded) => Ok(Some(loaded)),
        Err(error) if matches!(error.fault, traguardo_store::Fault::RevisionUnknown { .. }) => {
            Ok(None)
        }
        Err(_) => Err(Fault::Store),
    }
}

fn contents(stored: Stored) -> Contents {
    Contents { plan: stored.plan, rules: stored.rules }
}
