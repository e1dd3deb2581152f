//! What the source prints, against what its own data give: the wrong figures first, then all.
//! Not here: the audit itself, which is the core's.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use traguardo::audit::{Audit, Figure as Printed, Verdict, audit, has_printed};
use traguardo::explain::Subject;
use traguardo::score::GroupKind;

use crate::fault::Fault;
use crate::figure::Mark;
use crate::frame::{Frame, Spot};
use crate::page::answer;
use crate::query::Asked;
use crate::rich::Rich;
use crate::router::{App, OfPlan};
use crate::view::View;
use crate::words::capital;

#[derive(Template)]
#[template(path = "audit.html")]
struct AuditPage {
    frame: Frame,
    sentence: Rich,
    /// Those of which there is something to say, a verdict a group, the gravest first.
    groups: Vec<Group>,
    rows: Vec<Row>,
}

struct Group {
    id: &'static str,
    mark: Mark,
    note: String,
    rows: Vec<Row>,
}

#[derive(Clone)]
struct Row {
    title: String,
    url: String,
    minor: String,
    printed: String,
    computed: String,
    mark: Mark,
    reason: String,
}

/// Whether the plan holds printed figures.
#[must_use]
pub fn is_there(view: &View<'_>) -> bool {
    has_printed(view.report.plan)
}

/// The page, for whoever asks.
pub async fn show(
    State(app): State<App>,
    Path(plan): Path<OfPlan>,
    Query(asked): Query<Asked>,
) -> Response {
    app.show(&plan, &asked, page).await
}

/// The page.
///
/// # Errors
/// [`Fault::Address`] where the plan holds no printed figure.
pub fn page(view: &View<'_>) -> Result<Response, Fault> {
    if !is_there(view) {
        return Err(Fault::Address);
    }
    let report = &view.report;
    let found = audit(report.plan, report.readings, report.rules, view.at());
    let title = view.words.say("audit-title");
    let groups = Verdict::ALL.into_iter().filter(|verdict| *verdict != Verdict::Equal);
    let page = AuditPage {
        frame: Frame::plan(
            view,
            &title,
            Spot { path: &["verifica-stampa"], menu: "verifica-stampa" },
        ),
        sentence: Rich::new(&sentence(view, &found)),
        groups: groups.filter_map(|verdict| group(view, &found, verdict)).collect(),
        rows: found.figures.iter().map(|figure| row(view, figure)).collect(),
    };
    Ok(answer(&page, view.words.lang()))
}

fn sentence(view: &View<'_>, found: &Audit) -> String {
    let count = |verdict| found.count(verdict).into();
    view.words.tell(
        "audit-sentence",
        &[
            ("count", found.figures.len().into()),
            ("equal", count(Verdict::Equal)),
            ("within", count(Verdict::WithinRounding)),
            ("wrong", count(Verdict::Wrong)),
        ],
    )
}

fn group(view: &View<'_>, found: &Audit, verdict: Verdict) -> Option<Group> {
    let figures = found.figures.iter().filter(|figure| figure.verdict == verdict);
    let rows: Vec<Row> = figures.map(|figure| row(view, figure)).collect();
    let note = match verdict {
        Verdict::Equal => return None,
        Verdict::Wrong => "audit-note-wrong",
        Verdict::FollowsWrong => "audit-note-follows-wrong",
        Verdict::NotCompared => "audit-note-not-compared",
        Verdict::WithinRounding => "audit-note-within-rounding",
    };
    (!rows.is_empty()).then(|| Group {
        id: verdict.name(),
        mark: mark(view, verdict),
        note: view.words.say(note),
        rows,
    })
}

fn row(view: &View<'_>, figure: &Printed) -> Row {
    let url = match figure.subject {
        Subject::Use(_) | Subject::CompoundPart(..) => {
            view.addresses.explain_use(figure.node.as_deref().unwrap_or_default(), &figure.code)
        }
        _ => view.addresses.explain_node(&figure.code),
    };
    let kind = match figure.subject {
        Subject::Group(_, GroupKind::Indicators) => "audit-kind-indicators",
        Subject::Group(..) => "audit-kind-children",
        Subject::Use(_) | Subject::CompoundPart(..) => "audit-kind-use",
        Subject::Body | Subject::Node(_) => "audit-kind-node",
    };
    let kind = view.words.say(kind);
    let minor = match &figure.node {
        Some(node) => format!("{kind} {} · {node}", figure.code),
        None => format!("{kind} {}", figure.code),
    };
    let reason = figure.reason.as_ref().map(|reason| view.words.texts.sentence(reason));
    Row {
        title: figure.title.clone(),
        url,
        minor,
        printed: figure.printed.clone(),
        computed: view.figure(figure.computed, String::new()).printed,
        mark: mark(view, figure.verdict),
        reason: reason.unwrap_or_default(),
    }
}

fn mark(view: &View<'_>, verdict: Verdict) -> Mark {
    let (shape, tone) = match verdict {
        Verdict::Wrong => ("triangle", "red"),
        Verdict::FollowsWrong => ("half", "amber"),
        Verdict::NotCompared => ("circle", "grey"),
        Verdict::WithinRounding => ("three-quarters", "olive"),
        Verdict::Equal => ("tick", "green"),
    };
    Mark { word: capital(&view.words.say(verdict.key())), shape, tone }
}
