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
use traguardo::revision::{
    Origin, Revision, Share, Variation, VariationKind, share, standing_on, variations,
};
use traguardo_files::difference::held;
use traguardo_store::Stored;

use crate::csv;
use crate::fault::Fault;
use crate::frame::{Frame, Spot};
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
    reason: Option<String>,
    counts: String,
    rows: Vec<Row>,
}

/// A variation, laid out.
pub struct Row {
    /// What was done.
    pub kind: String,
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

/// The revisions of a plan with what each of them changed.
struct History {
    revisions: Vec<Revision>,
    steps: Vec<(Revision, Vec<Variation>)>,
    share: Share,
}

/// The list with the register.
pub async fn list(
    State(app): State<App>,
    Path(plan): Path<OfPlan>,
    Query(asked): Query<Asked>,
) -> Response {
    let made = async {
        let stored = app.load(&plan).await?;
        let history = History::load(&app, &stored).await?;
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
        view_of(&stored, &asked, |view| Ok(page(view, &history, draft.clone())))
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
        let history = History::load(&app, &stored).await?;
        let words = Words::of(asked.lang());
        match format.as_str() {
            "csv" => {
                let name = format!("{}-{}-variazioni", plan.0, stored.plan.year);
                Ok(csv::answer(&history.lines(words), &name))
            }
            "json" => {
                let mut json = Vec::new();
                let History { steps, share, .. } = &history;
                traguardo_files::register::write_json(&mut json, steps, share, words.texts)
                    .map_err(|_| Fault::Page)?;
                Ok(([(header::CONTENT_TYPE, "application/json")], json).into_response())
            }
            _ => Err(Fault::Address),
        }
    };
    made.await.unwrap_or_else(|fault: Fault| fault.answer(asked.lang()))
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
                        ("act", act_told(stood, words).into()),
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

impl History {
    /// What answers changed of the meaning of a target is no variation of the plan.
    async fn load(app: &App, stored: &Stored) -> Result<Self, Fault> {
        let revisions = revisions(app, stored).await?;
        let mut whole: Vec<Contents> = Vec::new();
        let mut steps = Vec::new();
        for one in revisions.iter().filter(|revision| revision.origin != Origin::Answer) {
            let Some(loaded) = revision(app, stored, one.number).await? else { continue };
            let new = contents(loaded);
            let list = whole.last().map(|old| variations(old, &new)).unwrap_or_default();
            steps.push((one.clone(), list));
            whole.push(new);
        }
        let share = share(&whole);
        Ok(Self { revisions, steps, share })
    }

    /// A line for each cell that changed, the names of the columns first.
    fn lines(&self, words: Words) -> Vec<Vec<String>> {
        let head =
            ["revision", "from", "act", "kind", "what", "title", "column", "before", "after"];
        let head = head.map(|name| words.say(&format!("register-column-{name}")));
        let mut lines = vec![head.to_vec()];
        for (revision, list) in &self.steps {
            for row in laid_out(list, words) {
                for cell in row.cells {
                    lines.push(vec![
                        revision.number.to_string(),
                        revision.stands_from().to_string(),
                        act_told(revision, words),
                        row.kind.clone(),
                        row.name.clone(),
                        row.title.clone(),
                        cell.column,
                        cell.before.unwrap_or_default(),
                        cell.after.unwrap_or_default(),
                    ]);
                }
            }
        }
        lines
    }
}

fn page(view: &View<'_>, history: &History, draft: Option<String>) -> Response {
    let words = view.words;
    let url = |part: &str| view.addresses.page(&[PATH, part]);
    let answers = history.revisions.len() - history.steps.len();
    let args = [("count", history.steps.len().into()), ("answers", answers.into())];
    let share = &history.share;
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
        steps: history.steps.iter().rev().map(|(one, list)| step(one, list, words)).collect(),
        numbers: history.revisions.iter().map(|revision| revision.number).collect(),
        compare_url: url("confronto"),
        standing_url: url("al"),
        csv_url: view.addresses.page(&[PATH, "registro", "csv"]),
        json_url: view.addresses.page(&[PATH, "registro", "json"]),
        draft_url: url("bozza"),
        draft,
        may_edit: Visitor::current().may(Action::EditDraft, on).is_ok(),
    };
    answer(&page, words.lang())
}

fn step(revision: &Revision, list: &[Variation], words: Words) -> Step {
    let args =
        [("number", revision.number.to_string().into()), ("date", revision.stands_from().into())];
    Step {
        number: revision.number,
        title: words.tell("revisions-step", &args),
        act: act_told(revision, words),
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

/// What adopted a revision, in words.
fn act_told(revision: &Revision, words: Words) -> String {
    match &revision.act {
        Some(act) => words.tell(
            "revisions-act",
            &[
                ("organ", act.organ.clone().into()),
                ("number", act.number.clone().into()),
                ("date", act.date.into()),
            ],
        ),
        None => words.tell("revisions-handed-in", &[("who", revision.by.clone().into())]),
    }
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
