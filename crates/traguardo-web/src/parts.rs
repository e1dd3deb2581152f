//! What a score is made of, as equation, steps and tables: shared by pages and explanations.
//! Not here: the explanation itself, which is the core's and the same on every surface.

use traguardo::explain::{ExplainedPart, Explanation, Subject};
use traguardo::number::{self, Decimal};
use traguardo::text::Sentence;

use crate::figure::Figure;
use crate::show;
use crate::view::View;
use crate::words::capital;

/// An equation of more parts than these is easier to read as a table.
const TERMS: usize = 3;

/// Sentences that are a sum rather than words.
const SUMS: [&str; 7] =
    ["why-share", "why-gap", "why-surplus", "why-inverse", "why-between", "why-cap", "why-floor"];

/// A term of an equation.
#[derive(Debug, Clone)]
pub struct Term {
    /// What stands before it.
    pub sign: &'static str,
    /// The figure.
    pub figure: String,
    /// What it is.
    pub label: String,
    /// Its explanation.
    pub url: Option<String>,
}

/// A step of an explanation.
#[derive(Debug, Clone)]
pub struct Step {
    /// What it says.
    pub text: String,
    /// Whether it is a sum.
    pub is_sum: bool,
}

/// A table of parts.
#[derive(Debug, Clone)]
pub struct Table {
    /// Tells it from the other tables of the page.
    pub id: usize,
    /// What the parts are.
    pub title: String,
    /// How they count.
    pub note: String,
    /// The header of the first column.
    pub head: String,
    /// Whether the parts have targets and readings.
    pub measured: bool,
    /// The parts.
    pub rows: Vec<Row>,
    /// What they come to.
    pub sum: Option<Sum>,
}

/// A part.
#[derive(Debug, Clone)]
pub struct Row {
    /// Its title.
    pub title: String,
    /// Its page.
    pub url: String,
    /// Its code.
    pub minor: String,
    /// Its weight.
    pub weight: String,
    /// Its target.
    pub target: show::Cell,
    /// Its reading.
    pub actual: show::Cell,
    /// Its figure.
    pub figure: Figure,
    /// What it adds.
    pub contribution: String,
}

/// The last row.
#[derive(Debug, Clone)]
pub struct Sum {
    /// The weights.
    pub weight: String,
    /// The score of the parts taken together.
    pub printed: String,
    /// The same with its explanation, where the parts have a score of their own in the node.
    pub figure: Option<Figure>,
}

/// The equation of a node; empty where a table says it better.
#[must_use]
pub fn terms(view: &View<'_>, explained: &Explanation) -> Vec<Term> {
    let counted: Vec<&ExplainedPart> =
        explained.parts.iter().filter(|part| part.share.is_some()).collect();
    let Some(result) = explained.printed.clone().filter(|_| (1..=TERMS).contains(&counted.len()))
    else {
        return Vec::new();
    };
    let label = view.words.say("explain-term-score");
    let mut terms = vec![Term { sign: "", figure: result, label, url: None }];
    for (part, term) in counted.into_iter().zip(&explained.equation) {
        let (label, url) = named(view, part.explanation.subject);
        let grouped = matches!(part.explanation.subject, Subject::Group(..) | Subject::Body);
        let kind = if grouped { "explain-term-quota" } else { "explain-term-weight" };
        terms.push(Term {
            sign: if terms.len() == 1 { "=" } else { "+" },
            figure: view.per_cent(&term.share),
            label: view.words.say(kind),
            url: None,
        });
        terms.push(Term { sign: "×", figure: term.score.clone(), label, url });
    }
    terms
}

/// What a part is called in an equation, and where it is explained if it has a place of its own.
fn named(view: &View<'_>, subject: Subject) -> (String, Option<String>) {
    let plan = view.report.plan;
    match subject {
        Subject::Node(at) => (plan.nodes[at].code.clone(), Some(view.figure_of(Some(at)).url)),
        Subject::Use(at) | Subject::CompoundPart(at, _) => {
            (plan.uses[at].indicator.clone(), Some(view.use_figure(at).url))
        }
        Subject::Group(node, kind) => {
            let url = view.group_figure(node, kind).map(|figure| figure.url);
            (plain_kind(view, subject).to_lowercase(), url)
        }
        Subject::Body => (plain_kind(view, subject).to_lowercase(), None),
    }
}

/// What stands in the tables of a group together: indicators, or the children by their level.
#[must_use]
pub fn plain_kind(view: &View<'_>, subject: Subject) -> String {
    let plan = view.report.plan;
    let children = |node: Option<usize>| {
        let tree = &view.report.scores.tree;
        let first = node.map_or(tree.top.first(), |at| tree.children[at].first());
        let level = first.map(|at| plan.nodes[*at].level.as_str()).unwrap_or_default();
        capital(&view.words.levels(level))
    };
    match subject {
        Subject::Group(node, traguardo::score::GroupKind::Children) => children(node),
        Subject::Node(at) => capital(&view.words.levels(&plan.nodes[at].level)),
        Subject::Body => children(None),
        Subject::Group(..) | Subject::Use(_) | Subject::CompoundPart(..) => {
            view.words.say("node-indicators")
        }
    }
}

/// What an explanation says in sentences.
#[must_use]
pub fn steps(view: &View<'_>, explained: &Explanation) -> Vec<Step> {
    let step = |sentence: &Sentence| Step {
        text: view.words.texts.sentence(sentence),
        is_sum: SUMS.contains(&sentence.key),
    };
    // The coverage is said together with the score on the measured part.
    let said = explained.sentences.iter().filter(|sentence| sentence.key != "why-coverage");
    said.map(step).collect()
}

/// The tables of a node's parts: its indicators, then its children.
#[must_use]
pub fn tables(view: &View<'_>, explained: &Explanation) -> Vec<Table> {
    let mut tables = Vec::new();
    let grouped = |part: &ExplainedPart| matches!(part.explanation.subject, Subject::Group(..));
    if explained.parts.iter().any(grouped) {
        for group in &explained.parts {
            let note = view.words.tell("node-quota", &[("quota", group.weight.as_str().into())]);
            add(view, &mut tables, &group.explanation, (&note, true));
        }
    } else {
        add(view, &mut tables, explained, (&view.words.say("node-by-weight"), false));
    }
    tables
}

fn add(
    view: &View<'_>,
    tables: &mut Vec<Table>,
    explained: &Explanation,
    (note, is_group): (&str, bool),
) {
    let (uses, nodes): (Vec<&ExplainedPart>, Vec<&ExplainedPart>) =
        explained.parts.iter().partition(|p| matches!(p.explanation.subject, Subject::Use(_)));
    let alone = uses.is_empty() || nodes.is_empty();
    for (parts, measured) in [(uses, true), (nodes, false)] {
        let Some(first) = parts.first() else { continue };
        let head = if measured { "word-indicator" } else { "word-objective" };
        tables.push(Table {
            id: tables.len(),
            title: plain_kind(view, first.explanation.subject),
            note: note.to_owned(),
            head: view.words.say(head),
            measured,
            rows: parts.iter().filter_map(|part| row(view, part)).collect(),
            sum: alone.then(|| sum(view, explained, is_group)),
        });
    }
}

fn row(view: &View<'_>, part: &ExplainedPart) -> Option<Row> {
    let plan = view.report.plan;
    let (url, figure) = match part.explanation.subject {
        Subject::Node(at) => (view.addresses.node(&plan.nodes[at].code), view.figure_of(Some(at))),
        Subject::Use(at) => {
            (view.addresses.indicator(&plan.uses[at].indicator), view.use_figure(at))
        }
        Subject::Body | Subject::Group(..) | Subject::CompoundPart(..) => return None,
    };
    let (target, actual) = match part.explanation.subject {
        Subject::Use(at) => (show::target(view, at), show::actual(view, at)),
        _ => (show::Cell::default(), show::Cell::default()),
    };
    let weight = if part.weight.is_empty() {
        view.words.say("node-no-weight")
    } else {
        view.per_cent(&part.weight)
    };
    Some(Row {
        title: part.explanation.title.clone(),
        url,
        minor: part.explanation.code.clone(),
        weight,
        target,
        actual,
        figure,
        contribution: part.contribution.clone().unwrap_or_else(|| view.words.say("page-no-figure")),
    })
}

fn sum(view: &View<'_>, explained: &Explanation, is_group: bool) -> Sum {
    let figure = match explained.subject {
        Subject::Group(node, kind) if is_group => view.group_figure(node, kind),
        _ => None,
    };
    let weight = |part: &ExplainedPart| match part.explanation.subject {
        Subject::Node(at) => view.report.plan.nodes[at].details.weight,
        Subject::Use(at) => view.report.plan.uses[at].details.weight,
        Subject::Body | Subject::Group(..) | Subject::CompoundPart(..) => None,
    };
    let weights: Decimal = explained.parts.iter().filter_map(weight).sum();
    Sum {
        weight: if weights.is_zero() {
            String::new()
        } else {
            view.per_cent(&number::format(weights.normalize()))
        },
        printed: view.figure(explained.outcome, String::new()).printed,
        figure,
    }
}
