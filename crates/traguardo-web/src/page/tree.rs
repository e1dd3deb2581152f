//! The whole tree: the icicle, and the same as a nested list.
//! Not here: what a node is made of, which its own page says.

use askama::Template;
use axum::response::Response;

use crate::figure::Figure;
use crate::frame::{Frame, Spot};
use crate::icicle::{Icicle, icicle};
use crate::legend::{Entry, legend};
use crate::page::answer;
use crate::rich::Rich;
use crate::view::View;

#[derive(Template)]
#[template(path = "tree.html")]
struct Tree {
    frame: Frame,
    sentence: Rich,
    icicle: Icicle,
    legend: Vec<Entry>,
    weights_note: Option<String>,
    branches: Vec<Branch>,
}

/// A row of the list with everything under it.
#[derive(Template)]
#[template(path = "part/branch.html")]
pub struct Branch {
    code: String,
    title: String,
    url: String,
    weight: String,
    figure: Figure,
    summary: String,
    indicators: Vec<Branch>,
    children: Vec<Branch>,
}

/// The page.
#[must_use]
pub fn page(view: &View<'_>) -> Response {
    let words = view.words;
    let title = words.say("tree-title");
    let plan = view.report.plan;
    let unweighted = plan.nodes.iter().any(|node| node.details.weight.is_none());
    let counts = [
        ("nodes", plan.nodes.len().into()),
        ("indicators", plan.uses.len().into()),
        ("levels", plan.levels.len().into()),
    ];
    let page = Tree {
        frame: Frame::plan(view, &title, Spot { path: &["albero"], menu: "albero" }),
        sentence: Rich::new(&words.tell("tree-sentence", &counts)),
        icicle: icicle(view, None),
        legend: legend(view),
        weights_note: unweighted.then(|| words.say("tree-equal")),
        branches: branches(view),
    };
    answer(&page, words.lang())
}

/// The branches from the leaves up: no recursion, however deep the plan is.
pub fn branches(view: &View<'_>) -> Vec<Branch> {
    let tree = &view.report.scores.tree;
    let mut ready: Vec<Option<Branch>> = view.report.plan.nodes.iter().map(|_| None).collect();
    for &at in tree.order.iter().rev() {
        let take = |ready: &mut Vec<Option<Branch>>, child: &usize| ready[*child].take();
        let children = tree.children[at].iter().filter_map(|c| take(&mut ready, c)).collect();
        ready[at] = Some(of_node(view, at, children));
    }
    tree.top.iter().filter_map(|at| ready[*at].take()).collect()
}

fn of_node(view: &View<'_>, at: usize, children: Vec<Branch>) -> Branch {
    let node = &view.report.plan.nodes[at];
    let uses = &view.report.scores.tree.uses[at];
    Branch {
        code: node.code.clone(),
        title: node.title.clone(),
        url: view.addresses.node(&node.code),
        weight: view.weight(node.details.weight),
        figure: view.figure_of(Some(at)),
        summary: view.words.tell("tree-indicators", &[("count", uses.len().into())]),
        indicators: uses.iter().map(|at| of_use(view, *at)).collect(),
        children,
    }
}

fn of_use(view: &View<'_>, at: usize) -> Branch {
    let used = &view.report.plan.uses[at];
    Branch {
        code: String::new(),
        title: view.report.use_title(at).to_owned(),
        url: view.addresses.indicator(&used.indicator),
        weight: view.weight(used.details.weight),
        figure: view.use_figure(at),
        summary: String::new(),
        indicators: Vec::new(),
        children: Vec::new(),
    }
}
