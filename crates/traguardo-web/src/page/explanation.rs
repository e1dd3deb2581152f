//! Where a number comes from, as a page and as the part of a page that opens beside another.
//! Not here: the explanation itself, which is the core's.

use askama::Template;
use axum::response::{Html, IntoResponse, Response};
use traguardo::explain::{Explanation, Subject, explain_one_level};
use traguardo::score::GroupKind;

use crate::fault::Fault;
use crate::figure::Figure;
use crate::frame::{Frame, Link, Spot};
use crate::page::answer;
use crate::parts::{self, Step, Table, Term};
use crate::passage::{Passage, passages};
use crate::regulation;
use crate::rich::Rich;
use crate::view::{View, group_name};

#[derive(Template)]
#[template(path = "explanation.html")]
struct Page {
    frame: Frame,
    what: What,
}

/// The same without the frame of the page.
#[derive(Template)]
#[template(path = "part/explanation.html")]
struct Beside {
    frame: Frame,
    what: What,
}

struct What {
    of: String,
    title: String,
    figure: Figure,
    on_measured: Option<Rich>,
    terms: Vec<Term>,
    steps: Vec<Step>,
    parts: Vec<Vec<Step>>,
    tables: Vec<Table>,
    passages: Vec<Passage>,
    rules: Vec<String>,
    links: Vec<Link>,
    /// What is said of the explanation as a whole.
    note: Option<Rich>,
}

/// Which number is asked for, and how.
#[derive(Debug, Clone)]
pub struct Asked<'a> {
    /// The code of the node, or of the body itself.
    pub node: &'a str,
    /// The code of the indicator under it, where its number is meant; or the kind of its parts.
    pub indicator: Option<&'a str>,
    /// Whether only the part that opens beside a page is wanted.
    pub beside: bool,
    /// What is said of the explanation as a whole: of a closed round, that it is of then.
    pub note: Option<Rich>,
}

/// The page.
///
/// # Errors
/// [`Fault::Node`] or [`Fault::Indicator`] where the plan has no such thing.
pub fn page(view: &View<'_>, asked: Asked<'_>) -> Result<Response, Fault> {
    let is_body = asked.node == view.report.plan.body.ipa && view.node(asked.node).is_none();
    let at = if is_body {
        None
    } else {
        Some(view.node(asked.node).ok_or_else(|| Fault::node(view, asked.node))?)
    };
    let (mut what, path) = match asked.indicator {
        Some(code) => {
            // An indicator may have the name of a kind of parts for its code: it comes first.
            let what = match (used(view, at, code), at.and_then(|at| group(view, at, code))) {
                (Some(used), _) => of_use(view, used),
                (None, Some(group)) => of_group(view, group),
                (None, None) => return Err(Fault::indicator(view, code)),
            };
            (what, view.addresses.explained(&[asked.node, code]))
        }
        None => (of_node(view, at), view.addresses.explained(&[asked.node])),
    };
    what.note = asked.note;
    let path: Vec<&str> = path.iter().map(String::as_str).collect();
    let mut crumbs = view.crumbs(at);
    crumbs.push(Link { label: view.words.say("explain-page"), url: String::new(), current: true });
    let frame =
        Frame::plan(view, &what.title, Spot { path: &path, menu: "albero" }).with_crumbs(crumbs);
    if !asked.beside {
        return Ok(answer(&Page { frame, what }, view.words.lang()));
    }
    let html = Beside { frame, what }.render().map_err(|_| Fault::Page)?;
    Ok(Html(html).into_response())
}

fn used(view: &View<'_>, node: Option<usize>, indicator: &str) -> Option<usize> {
    let uses = &view.report.scores.tree.uses[node?];
    uses.iter().copied().find(|at| view.report.plan.uses[*at].indicator == indicator)
}

fn of_node(view: &View<'_>, at: Option<usize>) -> What {
    let plan = view.report.plan;
    let subject = at.map_or(Subject::Body, Subject::Node);
    let explained = explain_one_level(&view.report, subject);
    let figure = view.figure_of(at);
    let mut links = Vec::new();
    let (of, page) = match at {
        Some(at) => {
            let node = &plan.nodes[at];
            (format!("{} · {}", node.code, node.title), view.addresses.node(&node.code))
        }
        None => (plan.body.name.clone(), view.addresses.page(&[])),
    };
    links.push(open(view, &explained.title, page));
    let parent = at.and_then(|at| plan.nodes[at].parent.as_deref());
    if let Some(parent) = parent.and_then(|code| view.node(code)) {
        links.push(up(view, parent));
    }
    What {
        of,
        title: title(view, &figure, at.map_or(&explained.title, |_| &explained.code)),
        on_measured: on_measured(view, at),
        terms: parts::terms(view, &explained),
        steps: parts::steps(view, &explained),
        parts: Vec::new(),
        tables: parts::tables(view, &explained),
        passages: passages(view, subject),
        rules: regulation::of_node(view),
        links,
        note: None,
        figure,
    }
}

/// A kind of parts that a node rolls up by quota, by its name in an address.
fn group(view: &View<'_>, at: usize, name: &str) -> Option<(usize, GroupKind, Figure)> {
    let mut kinds = view.report.scores.of(Some(at)).groups.iter().map(|group| group.kind);
    let kind = kinds.find(|kind| group_name(*kind) == Some(name))?;
    Some((at, kind, view.group_figure(Some(at), kind)?))
}

fn of_group(view: &View<'_>, (at, kind, figure): (usize, GroupKind, Figure)) -> What {
    let node = &view.report.plan.nodes[at];
    let subject = Subject::Group(Some(at), kind);
    let explained = explain_one_level(&view.report, subject);
    let parts = parts::plain_kind(view, subject);
    What {
        of: format!("{} · {} · {parts}", node.code, node.title),
        title: title(view, &figure, &node.code),
        on_measured: None,
        terms: parts::terms(view, &explained),
        steps: parts::steps(view, &explained),
        parts: Vec::new(),
        tables: parts::tables(view, &explained),
        passages: passages(view, subject),
        rules: regulation::of_node(view),
        links: vec![up(view, at)],
        note: None,
        figure,
    }
}

fn of_use(view: &View<'_>, at: usize) -> What {
    let used = &view.report.plan.uses[at];
    let explained = explain_one_level(&view.report, Subject::Use(at));
    let figure = view.use_figure(at);
    let mut links = vec![open(view, &explained.title, view.addresses.indicator(&used.indicator))];
    if let Some(node) = view.node(&used.node) {
        links.push(up(view, node));
    }
    let compound = |part: &traguardo::explain::ExplainedPart| {
        let explained: &Explanation = &part.explanation;
        parts::steps(view, explained)
    };
    What {
        of: format!("{} · {}", used.node, explained.title),
        title: title(view, &figure, &used.indicator),
        on_measured: None,
        terms: Vec::new(),
        steps: parts::steps(view, &explained),
        parts: explained.parts.iter().map(compound).collect(),
        tables: Vec::new(),
        passages: Vec::new(),
        rules: regulation::of_use(view, at),
        links,
        note: None,
        figure,
    }
}

fn title(view: &View<'_>, figure: &Figure, code: &str) -> String {
    if figure.scored {
        return view.words.tell("explain-title", &[("figure", figure.printed.as_str().into())]);
    }
    view.words.tell("explain-title-none", &[("code", code.into())])
}

fn on_measured(view: &View<'_>, at: Option<usize>) -> Option<Rich> {
    let (figure, coverage) = view.measured(&view.report.scores.of(at).rolled)?;
    let args = [("figure", figure.into()), ("coverage", coverage.into())];
    Some(Rich::new(&view.words.tell("explain-on-measured", &args)))
}

fn open(view: &View<'_>, title: &str, url: String) -> Link {
    let label = view.words.tell("explain-open-node", &[("title", title.into())]);
    Link { label, url, current: false }
}

/// The way up: to the explanation of what this number enters.
fn up(view: &View<'_>, node: usize) -> Link {
    let node_of = &view.report.plan.nodes[node];
    let label = view.words.tell("explain-up", &[("title", node_of.title.as_str().into())]);
    Link { label, url: view.figure_of(Some(node)).url, current: false }
}
