//! A node: its score, what it is made of, who answers for it.
//! Not here: every step down to the readings, which the explanation has.

use askama::Template;
use axum::response::Response;
use traguardo::explain::{Subject, explain_one_level};
use traguardo::number;
use traguardo::plan::Node;

use crate::fault::Fault;
use crate::figure::Figure;
use crate::frame::{Fact, Frame, Spot, sees_work};
use crate::page::answer;
use crate::page::issues::{IssueRow, about};
use crate::parts::{self, Step, Table, Term};
use crate::rich::Rich;
use crate::show;
use crate::view::View;
use crate::words::capital;

#[derive(Template)]
#[template(path = "node.html")]
struct NodePage {
    frame: Frame,
    kicker: String,
    title: String,
    sentence: Rich,
    figure: Figure,
    how: String,
    terms: Vec<Term>,
    steps: Vec<Step>,
    tables: Vec<Table>,
    issues: Vec<IssueRow>,
    card: Vec<Fact>,
    properties: Vec<Fact>,
    story_url: Option<String>,
}

/// The page of the node with this code.
///
/// # Errors
/// [`Fault::Node`] where the plan has no such node.
pub fn page(view: &View<'_>, code: &str) -> Result<Response, Fault> {
    let at = view.node(code).ok_or_else(|| Fault::node(view, code))?;
    let words = view.words;
    let node = &view.report.plan.nodes[at];
    let explained = explain_one_level(&view.report, Subject::Node(at));
    let figure = view.figure_of(Some(at));
    let mut crumbs = view.crumbs(Some(at));
    if let Some(last) = crumbs.last_mut() {
        last.current = true;
    }
    let how = if figure.scored {
        words.tell("explain-title", &[("figure", figure.printed.as_str().into())])
    } else {
        words.tell("explain-title-none", &[("code", code.into())])
    };
    let page = NodePage {
        frame: Frame::plan(view, &node.title, Spot { path: &["nodi", code], menu: "albero" })
            .with_crumbs(crumbs),
        kicker: kicker(view, node),
        title: node.title.clone(),
        sentence: Rich::sentences(&sentences(view, at, &figure)),
        how,
        terms: parts::terms(view, &explained),
        steps: parts::steps(view, &explained),
        tables: parts::tables(view, &explained),
        issues: about(view, code),
        card: card(view, node, &figure),
        properties: properties(view, node),
        story_url: sees_work(view).then(|| view.addresses.page(&["nodi", code, "storia"])),
        figure,
    };
    Ok(answer(&page, words.lang()))
}

/// The level, code and weight of a node.
#[must_use]
pub fn kicker(view: &View<'_>, node: &Node) -> String {
    let mut args = vec![
        ("level", capital(&view.words.level(&node.level)).into()),
        ("code", node.code.as_str().into()),
    ];
    let parent = node.parent.as_deref().and_then(|code| view.node(code));
    let (Some(parent), Some(_)) = (parent, node.details.weight) else {
        return view.words.tell("node-kicker", &args);
    };
    args.push(("weight", view.weight(node.details.weight).into()));
    args.push(("parent", view.report.plan.nodes[parent].title.as_str().into()));
    view.words.tell("node-kicker-weight", &args)
}

fn sentences(view: &View<'_>, at: usize, figure: &Figure) -> Vec<String> {
    let words = view.words;
    let key = if figure.scored { "node-sentence" } else { "node-sentence-state" };
    let args = [
        ("when", words.at(view.at()).into()),
        ("figure", figure.printed.as_str().into()),
        ("band", figure.mark.within().into()),
    ];
    let first = words.tell(key, &args);
    let count = view.count_under(at);
    let mut args = vec![("scored", count.scored.into()), ("total", count.total.into())];
    let second = if count.total == 0 {
        words.say("node-without-parts")
    } else if count.scored == count.total {
        words.tell("node-all-measured", &args)
    } else if let Some((measured, _)) = view.measured(&view.report.scores.nodes[at].rolled) {
        let same = measured == figure.printed;
        args.push(("figure", measured.into()));
        words.tell(if same { "node-same-measured" } else { "node-some-measured" }, &args)
    } else {
        words.tell("node-none-measured", &args)
    };
    vec![first, second]
}

/// What its sheet says of an objective; the assessed score stands beside the measured one.
fn card(view: &View<'_>, node: &Node, figure: &Figure) -> Vec<Fact> {
    let card = &node.card;
    if card.is_blank() {
        return Vec::new();
    }
    let assessed = card.assessed.map(|score| {
        view.words.tell("card-assessed-score", &[("score", number::format(score).into())])
    });
    [
        ("card-measured", assessed.is_some().then(|| figure.printed.clone())),
        ("card-assessed", assessed),
        ("card-reason", card.assessed_reason.clone()),
        ("card-result", card.result.clone()),
        ("card-reference", card.reference.clone()),
        ("card-kind", card.kind.clone()),
        ("card-benefit", card.benefit.clone()),
    ]
    .into_iter()
    .filter_map(|(key, text)| Some(Fact { label: view.words.say(key), text: text?, url: None }))
    .collect()
}

fn properties(view: &View<'_>, node: &Node) -> Vec<Fact> {
    let details = &node.details;
    let named = |codes: &[String]| (!codes.is_empty()).then(|| show::offices(view, codes));
    [
        ("node-responsible", named(&details.responsible)),
        ("node-collectors", named(&details.collectors)),
        ("node-mission", details.mission.clone()),
        ("node-pira", details.pira.then(|| view.words.say("node-pira-yes"))),
        ("node-acts", (!details.acts.is_empty()).then(|| details.acts.join("; "))),
        ("node-note", details.note.clone()),
    ]
    .into_iter()
    .filter_map(|(key, text)| Some(Fact { label: view.words.say(key), text: text?, url: None }))
    .collect()
}
