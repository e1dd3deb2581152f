//! The minutes of the mid-year monitoring (D.Lgs. 150/2009 art. 6), as a page that prints.
//! Not here: where what stands in them was written; only premise and remarks are written here.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use traguardo::access::{Action, On};
use traguardo::desk::{Minutes, Observation, Subject, Tag, by_context};
use traguardo::period::parse_date;
use traguardo::score::{GroupKind, PartOf};
use traguardo_store::DeskEntry;

use super::individual::{Post, looked_at, posts};
use super::row::{Row, measured, parts, subject, written};
use super::sitting::{Sitting, sit};
use super::{Filter, keep};
use crate::fault::Fault;
use crate::figure::Figure;
use crate::frame::{Frame, Spot};
use crate::own_form::OwnForm;
use crate::page::answer;
use crate::query::Asked;
use crate::router::{App, OfPlan};
use crate::show;
use crate::visitor;
use crate::words::{capital, digits};

const PATH: [&str; 1] = ["verbale"];
/// A text of more letters is none.
const LONGEST: usize = 20_000;

#[derive(Template)]
#[template(path = "minutes.html")]
struct MinutesPage {
    frame: Frame,
    title: String,
    body: String,
    round: String,
    basis: (String, Option<(String, String)>),
    received: Option<String>,
    premise: Vec<String>,
    remarks: Vec<String>,
    area_level: String,
    level: String,
    areas: Vec<Area>,
    whole: Line,
    contexts: Vec<Context>,
    cards: Vec<Card>,
    proposals: Vec<[String; 4]>,
    posts: Option<Vec<Post>>,
    signatures: Vec<usize>,
    tags: Vec<Tag>,
    annex: Vec<Annex>,
    form: Option<Form>,
    saved_action: String,
}

/// A top node with its own.
struct Area {
    title: String,
    lines: Vec<Line>,
}

/// A line of the strategic table.
struct Line {
    title: String,
    figure: Figure,
    measured: Option<String>,
    assessed: String,
    reason: String,
    weight: String,
}

/// Where something was seen, what, and what the OIV suggests.
struct Context {
    nodes: Vec<String>,
    tags: Vec<(String, String)>,
}

/// Something critical.
struct Card {
    title: String,
    minor: String,
    target: Option<String>,
    actual: Option<String>,
    score: String,
    texts: Vec<(String, String)>,
}

/// A row of the table of observations.
struct Annex {
    depth: usize,
    is_use: bool,
    /// Which sum of a node it is; empty where it is a row of the tree.
    group: &'static str,
    title: String,
    code: String,
    weight: String,
    target: String,
    actual: String,
    score: String,
    marks: Vec<bool>,
}

/// The form of what is written.
struct Form {
    received: String,
    premise: String,
    remarks: String,
    signatures: u8,
    after: usize,
    fault: Option<String>,
}

/// The page.
pub async fn minutes(
    State(app): State<App>,
    Path(plan): Path<OfPlan>,
    Query(asked): Query<Asked>,
) -> Response {
    let shown = async {
        let posts = posts_of(&app, &plan, &asked).await?;
        sit(&app, &plan, &asked, |sitting| Ok(answer(&page(sitting, posts, None), asked.lang())))
            .await
    };
    shown.await.unwrap_or_else(|fault: Fault| fault.answer(asked.lang()))
}

/// Keeps what is written of the minutes.
pub async fn write_minutes(
    State(app): State<App>,
    Path(plan): Path<OfPlan>,
    Query(asked): Query<Asked>,
    OwnForm(sent): OwnForm<Vec<(String, String)>>,
) -> Response {
    let written = async {
        let by = visitor::permitted(Action::WriteEvaluation, On::Body(&plan.0))?;
        let entry = sit(&app, &plan, &asked, |sitting| Ok(read(sitting, &sent))).await?;
        let after: usize = field(&sent, "dopo").parse().unwrap_or(0);
        let refused = match entry {
            Err(said) => Some((said, StatusCode::UNPROCESSABLE_ENTITY)),
            Ok(what) => keep(&app, &plan, &[DeskEntry::Minutes { what, after }], &by, &asked)
                .await?
                .map(|said| (said, StatusCode::CONFLICT)),
        };
        let posts = match refused {
            Some(_) => posts_of(&app, &plan, &asked).await?,
            None => None,
        };
        sit(&app, &plan, &asked, |sitting| {
            let Some((said, status)) = refused else {
                return Ok(Redirect::to(&sitting.view.addresses.page(&PATH)).into_response());
            };
            let form = Form {
                received: field(&sent, "ricevuto"),
                premise: field(&sent, "premessa"),
                remarks: field(&sent, "rilievi"),
                signatures: field(&sent, "firme").parse().unwrap_or(1),
                after: sitting.desk.minutes_of(sitting.round).map_or(0, |at| at + 1),
                fault: Some(said),
            };
            let page = page(sitting, posts, Some(form));
            Ok((status, answer(&page, asked.lang())).into_response())
        })
        .await
    };
    written.await.unwrap_or_else(|fault: Fault| fault.answer(asked.lang()))
}

/// The individual objectives, for those who may see them; the look is written down.
async fn posts_of(app: &App, plan: &OfPlan, asked: &Asked) -> Result<Option<Vec<Post>>, Fault> {
    visitor::permitted(Action::SeeEvaluation, On::Body(&plan.0))?;
    let stored = app.load(plan).await?;
    match looked_at(app, &stored.plan, PATH[0]).await {
        Ok(seen) => {
            let told = crate::router::view_of(&stored, asked, |view| Ok(posts(view, &seen, None)));
            Ok(Some(told?))
        }
        Err(Fault::Refused(_)) => Ok(None),
        Err(fault) => Err(fault),
    }
}

fn field(sent: &[(String, String)], name: &str) -> String {
    let found = sent.iter().find(|(known, _)| known == name);
    found.map(|(_, text)| text.replace("\r\n", "\n").trim().to_owned()).unwrap_or_default()
}

fn read(sitting: &Sitting<'_>, sent: &[(String, String)]) -> Result<Minutes, String> {
    let words = sitting.view.words;
    let (premise, remarks) = (field(sent, "premessa"), field(sent, "rilievi"));
    let is_wrong = |text: &String| text.chars().count() > LONGEST || text.contains('\0');
    if [&premise, &remarks].into_iter().any(is_wrong) {
        return Err(words.say("desk-too-long"));
    }
    let received = match field(sent, "ricevuto").as_str() {
        "" => None,
        text => Some(parse_date(text).map_err(|_| words.say("minutes-date"))?),
    };
    let signatures = field(sent, "firme").parse().unwrap_or(1_u8).clamp(1, 3);
    Ok(Minutes { round: sitting.round, received, premise, remarks, signatures })
}

/// Paragraphs are parted by blank lines.
fn paragraphs(text: &str) -> Vec<String> {
    text.split("\n\n").map(str::trim).filter(|p| !p.is_empty()).map(String::from).collect()
}

fn page(sitting: &Sitting<'_>, posts: Option<Vec<Post>>, form: Option<Form>) -> MinutesPage {
    let (view, words) = (sitting.view, sitting.view.words);
    let plan = view.report.plan;
    let kept = sitting.desk.minutes_of(sitting.round);
    let minutes = kept.map(|at| &sitting.desk.minutes[at].what);
    let title = words.say("minutes-title");
    let level = |at: usize| plan.levels.get(at).map(|l| capital(&words.level(l)));
    let blank = || Form {
        received: minutes.and_then(|m| m.received).map(digits).unwrap_or_default(),
        premise: minutes.map(|m| m.premise.clone()).unwrap_or_default(),
        remarks: minutes.map(|m| m.remarks.clone()).unwrap_or_default(),
        signatures: minutes.map_or(1, |m| m.signatures),
        after: kept.map_or(0, |at| at + 1),
        fault: None,
    };
    let tags: Vec<Tag> = sitting.tags.iter().filter(|tag| !tag.retired).cloned().collect();
    MinutesPage {
        frame: Frame::plan(sitting.around, &title, Spot { path: &PATH, menu: "tavolo-oiv" }),
        title,
        body: plan.body.name.clone(),
        round: words.texts.day(sitting.round),
        basis: sitting.basis(&PATH),
        received: minutes.and_then(|m| m.received).map(|day| words.texts.day(day)),
        premise: minutes.map(|m| paragraphs(&m.premise)).unwrap_or_default(),
        remarks: minutes.map(|m| paragraphs(&m.remarks)).unwrap_or_default(),
        area_level: level(0).unwrap_or_default(),
        level: level(1).or(level(0)).unwrap_or_default(),
        areas: areas(sitting),
        whole: line(sitting, None),
        contexts: contexts(sitting, &tags),
        cards: cards(sitting),
        proposals: proposals(sitting),
        posts,
        signatures: (1..=usize::from(minutes.map_or(1, |m| m.signatures))).collect(),
        annex: annex(sitting, &tags),
        tags,
        form: sitting.may_write.then(|| form.unwrap_or_else(blank)),
        saved_action: view.addresses.page(&PATH),
    }
}

/// The strategic table: the nodes of the second level under those of the first.
fn areas(sitting: &Sitting<'_>) -> Vec<Area> {
    let report = &sitting.view.report;
    let tree = &report.scores.tree;
    let area = |top: &usize| {
        let node = &report.plan.nodes[*top];
        let below = &tree.children[*top];
        let shown = if below.is_empty() { vec![*top] } else { below.clone() };
        Area {
            title: format!("{} - {}", node.code, node.title),
            lines: shown.into_iter().map(|at| line(sitting, Some(at))).collect(),
        }
    };
    tree.top.iter().map(area).collect()
}

fn line(sitting: &Sitting<'_>, node: Option<usize>) -> Line {
    let (view, plan) = (sitting.view, sitting.view.report.plan);
    let subject = node.map_or(Subject::Body, |at| Subject::of_node(plan, at));
    let assessment = sitting.assessment(&subject);
    let score = assessment.and_then(|one| one.score);
    Line {
        title: node.map_or_else(
            || plan.body.name.clone(),
            |at| format!("{} - {}", plan.nodes[at].code, plan.nodes[at].title),
        ),
        figure: view.figure_of(node),
        measured: measured(sitting, &view.report.scores.of(node).rolled),
        assessed: score.map(|score| view.report.rules.printed(score)).unwrap_or_default(),
        reason: assessment.map(|one| one.reason.clone()).unwrap_or_default(),
        weight: node.map(|at| view.weight(plan.nodes[at].details.weight)).unwrap_or_default(),
    }
}

fn contexts(sitting: &Sitting<'_>, tags: &[Tag]) -> Vec<Context> {
    let plan = sitting.view.report.plan;
    let Some(level) = plan.levels.get(1).or(plan.levels.first()) else { return Vec::new() };
    let seen: Vec<&Observation> = (0..plan.nodes.len())
        .filter_map(|at| sitting.observation(&Subject::of_node(plan, at)))
        .collect();
    let node = |at: &usize| format!("{} - {}", plan.nodes[*at].code, plan.nodes[*at].title);
    let tag = |at: &usize| (tags[*at].name.clone(), tags[*at].advice.clone());
    by_context(plan, level, &seen, tags)
        .into_iter()
        .map(|context| Context {
            nodes: context.nodes.iter().map(node).collect(),
            tags: context.tags.iter().map(tag).collect(),
        })
        .collect()
}

/// What has a concern or a remedy, in the order of the tree.
fn cards(sitting: &Sitting<'_>) -> Vec<Card> {
    let (view, plan) = (sitting.view, sitting.view.report.plan);
    let card = |(part, _): (Option<PartOf>, usize)| {
        let about = subject(sitting, part);
        let one = sitting.observation(&about)?;
        if one.concern.is_empty() && one.remedy.is_empty() {
            return None;
        }
        let (title, minor, target, actual, score) = match part {
            None => (plan.body.name.clone(), String::new(), None, None, view.figure_of(None)),
            Some(PartOf::Node(at)) => {
                let node = &plan.nodes[at];
                (node.title.clone(), node.code.clone(), None, None, view.figure_of(Some(at)))
            }
            Some(PartOf::Use(at)) => {
                let used = &plan.uses[at];
                (
                    view.report.use_title(at).to_owned(),
                    format!("{} · {}", used.node, used.indicator),
                    Some(show::target(view, at).text),
                    Some(show::actual(view, at).text),
                    view.use_figure(at),
                )
            }
        };
        let texts = written(sitting, &about);
        Some(Card { title, minor, target, actual, score: score.printed, texts })
    };
    parts(sitting, &Filter::default()).into_iter().filter_map(card).collect()
}

fn proposals(sitting: &Sitting<'_>) -> Vec<[String; 4]> {
    let (view, plan) = (sitting.view, sitting.view.report.plan);
    let row = |at: usize| {
        let proposal = &sitting.desk.proposals[at].what;
        if proposal.state == traguardo::desk::ProposalState::Withdrawn {
            return None;
        }
        let used = sitting.used(&proposal.node, &proposal.indicator);
        let title = used.map_or(proposal.indicator.as_str(), |at| view.report.use_title(at));
        let now = used.and_then(|at| plan.uses[at].details.targets.year.as_ref());
        Some([
            format!("{} · {title}", proposal.node),
            now.map(|target| target.verbatim.clone()).unwrap_or_default(),
            super::proposal::change(view.words, &proposal.change),
            proposal.reason.clone(),
        ])
    };
    sitting.desk.proposed(sitting.round).into_iter().filter_map(row).collect()
}

/// The table of observations: every row of the tree with its tags, and what the indicators and the
/// objectives of a node come to where they are summed apart.
fn annex(sitting: &Sitting<'_>, tags: &[Tag]) -> Vec<Annex> {
    let all = Filter { mostra: "tutto".to_owned(), ..Filter::default() };
    let tree = &sitting.view.report.scores.tree;
    let plan = sitting.view.report.plan;
    let mut lines = Vec::new();
    let rows = super::row::rows(sitting, &all, &mut None);
    for ((part, _), row) in parts(sitting, &all).into_iter().zip(rows) {
        let node = match part {
            Some(PartOf::Node(at)) => Some(at),
            _ => None,
        };
        let parent = node.and_then(|at| tree.node(plan.nodes[at].parent.as_deref()?));
        let first = parent.filter(|parent| tree.children[*parent].first().copied() == node);
        let depth = row.depth;
        lines.extend(first.and_then(|at| group(sitting, at, GroupKind::Children, depth)));
        lines.push(annexed(row, tags));
        lines.extend(node.and_then(|at| group(sitting, at, GroupKind::Indicators, depth + 1)));
    }
    lines
}

fn annexed(row: Row, tags: &[Tag]) -> Annex {
    let seen = |tag: &Tag| row.tags.contains(&tag.name);
    let (target, actual) = row.facts.map_or_else(
        || (String::new(), String::new()),
        |(target, actual)| {
            let minor = target.minor.map(|minor| format!(" ({minor})")).unwrap_or_default();
            (format!("{}{minor}", target.text), actual.text)
        },
    );
    Annex {
        marks: tags.iter().map(seen).collect(),
        depth: row.depth,
        is_use: row.is_use,
        group: "",
        title: row.title,
        code: row.minor,
        weight: row.weight,
        target,
        actual,
        score: row.figure.printed,
    }
}

/// The line of the indicators or of the children of a node, where they are summed apart.
fn group(sitting: &Sitting<'_>, node: usize, kind: GroupKind, depth: usize) -> Option<Annex> {
    let (view, words) = (sitting.view, sitting.view.words);
    let (report, plan) = (&view.report, view.report.plan);
    let group = report.scores.nodes[node].groups.iter().find(|group| group.kind == kind)?;
    let quotas = plan.nodes[node].quotas;
    let child = report.scores.tree.children[node].first();
    let (name, title, quota) = match kind {
        GroupKind::Indicators => ("indicatori", words.say("minutes-indicators"), quotas.indicators),
        GroupKind::Children => {
            let level = child.map(|at| words.levels(&plan.nodes[*at].level)).unwrap_or_default();
            ("obiettivi", level, quotas.children)
        }
        GroupKind::All => return None,
    };
    Some(Annex {
        depth: depth.min(4),
        is_use: false,
        group: name,
        title: capital(&title),
        code: plan.nodes[node].code.clone(),
        weight: view.weight(quota),
        target: String::new(),
        actual: String::new(),
        score: view.figure(group.rolled.outcome, String::new()).printed,
        marks: Vec::new(),
    })
}
