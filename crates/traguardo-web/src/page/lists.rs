//! The rows of a plan by office, by area, by budget mission, or of the PIRA alone.
//! Not here: the same rows as CSV, see [`crate::csv`].

use askama::Template;
use axum::response::Response;
use traguardo::plan::Details;
use traguardo::score::PartOf;

use crate::address::with_query;
use crate::csv;
use crate::figure::Figure;
use crate::filter_form::{Choice, FilterForm, choosable};
use crate::frame::{Frame, Spot};
use crate::page::answer;
use crate::page::years::mark as status_mark;
use crate::rich::Rich;
use crate::selection::{self, Filters, Selection, office};
use crate::show;
use crate::view::View;
use crate::words::{Words, capital};

const ASKED: [&str; 4] = ["ufficio", "ambito", "missione", "pira"];
const PATH: [&str; 1] = ["elenchi"];

#[derive(Template)]
#[template(path = "lists.html")]
struct ListsPage {
    frame: Frame,
    sentence: Rich,
    filters: FilterForm,
    none: Option<String>,
    csv_url: String,
    groups: Vec<Group>,
}

struct Group {
    id: usize,
    title: String,
    note: String,
    rows: Vec<Row>,
}

struct Row {
    title: String,
    url: String,
    minor: String,
    node: String,
    node_title: String,
    node_url: String,
    offices: String,
    target: show::Cell,
    actual: show::Cell,
    figure: Figure,
    is_out: bool,
}

/// How rows are grouped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Grouping {
    Office,
    Top,
    Mission,
}

/// The page.
#[must_use]
pub fn page(view: &View<'_>, filters: &Filters) -> Response {
    let words = view.words;
    let selection = Selection::of(view);
    let found = rows(view, &selection, filters);
    let grouping = grouping(filters, &selection);
    let title = words.say("lists-title");
    let mut choices = selection.choices(view, filters, &ASKED);
    choices.extend(groupings(view, &selection, grouping));
    let query = filters.query();
    let spot = Spot { path: &PATH, menu: PATH[0] };
    let page = ListsPage {
        frame: Frame::plan(view, &title, spot).with_query(&query),
        sentence: Rich::sentences(&sentences(view, &found)),
        filters: FilterForm::new(view, &PATH, choices, filters),
        none: found.is_empty().then(|| words.say("filter-none")),
        csv_url: with_query(view.addresses.page(&["elenchi", "csv"]), &query),
        groups: groups(view, &selection, grouping, &found, filters),
    };
    answer(&page, words.lang())
}

/// The same rows as a file.
#[must_use]
pub fn file(view: &View<'_>, filters: &Filters) -> Response {
    let words = view.words;
    let selection = Selection::of(view);
    let head = [
        "word-code",
        "word-indicator",
        "word-objective",
        "word-objective-title",
        "filter-office",
        "filter-mission",
        "filter-pira",
        "word-weight",
        "word-target",
        "word-actual",
        "word-score",
        "word-band",
    ];
    let mut lines = vec![head.map(|key| words.say(key)).to_vec()];
    for part in rows(view, &selection, filters) {
        let row = row(view, &selection, part);
        let belonging = selection.belonging(part);
        let details = details(view, part);
        let yes_no = words.say(if belonging.pira { "word-yes" } else { "word-no" });
        lines.push(vec![
            row.minor,
            row.title,
            row.node,
            row.node_title,
            row.offices,
            belonging.mission.unwrap_or_default().to_owned(),
            yes_no,
            details.weight.map(traguardo::number::format).unwrap_or_default(),
            row.target.text,
            row.actual.text,
            row.figure.printed,
            row.figure.mark.word,
        ]);
    }
    let plan = view.report.plan;
    csv::answer(&lines, &format!("{}-{}-{}", plan.body.ipa, plan.year, words.say("lists-file")))
}

/// Indicators, and nodes that have neither indicators nor children: nothing is left out.
fn rows(view: &View<'_>, selection: &Selection<'_>, filters: &Filters) -> Vec<PartOf> {
    let tree = &view.report.scores.tree;
    let mut found = Vec::new();
    for &at in &tree.order {
        if tree.uses[at].is_empty() && tree.children[at].is_empty() {
            found.push(PartOf::Node(at));
        }
        found.extend(tree.uses[at].iter().map(|used| PartOf::Use(*used)));
    }
    found.retain(|part| selection.fits(view, *part, filters));
    found
}

fn grouping(filters: &Filters, selection: &Selection<'_>) -> Grouping {
    match filters.gruppo.as_str() {
        "ufficio" => Grouping::Office,
        "missione" => Grouping::Mission,
        "ambito" => Grouping::Top,
        _ if !filters.missione.is_empty() => Grouping::Mission,
        _ if selection.uses.iter().any(|b| !b.offices.is_empty()) => Grouping::Office,
        _ => Grouping::Top,
    }
}

fn groupings(view: &View<'_>, selection: &Selection<'_>, chosen: Grouping) -> Option<Choice> {
    let words = view.words;
    let plan = view.report.plan;
    let top = view.report.scores.tree.top.first();
    let level = top.map(|at| words.level(&plan.nodes[*at].level)).unwrap_or_default();
    let all = [
        (
            Grouping::Office,
            "ufficio",
            words.say("filter-office"),
            !selection.offices(view).is_empty(),
        ),
        (Grouping::Top, "ambito", capital(&level), true),
        (
            Grouping::Mission,
            "missione",
            words.say("filter-mission"),
            !selection.missions(view).is_empty(),
        ),
    ];
    let code =
        all.iter().find(|(g, ..)| *g == chosen).map(|(_, code, ..)| *code).unwrap_or_default();
    let there = all.into_iter().filter(|(.., there)| *there);
    let mut found: Vec<(String, String)> =
        there.map(|(_, code, label, _)| (code.to_owned(), label)).collect();
    if found.len() < 2 {
        return None;
    }
    let first = found.remove(0);
    let options = choosable(first, found, code);
    Some(Choice { name: "gruppo", label: words.say("lists-group-by"), options })
}

fn sentences(view: &View<'_>, found: &[PartOf]) -> Vec<String> {
    let outcomes = || found.iter().map(|part| view.report.scores.outcome(*part));
    let scored = outcomes().filter(|outcome| outcome.score().is_some()).count();
    let total = outcomes().filter(|outcome| !outcome.is_out()).count();
    let args = [
        ("rows", found.len().into()),
        ("total", total.into()),
        ("scored", scored.into()),
        ("when", view.words.at(view.at()).into()),
    ];
    vec![view.words.tell("lists-sentence", &args)]
}

fn groups(
    view: &View<'_>,
    selection: &Selection<'_>,
    grouping: Grouping,
    found: &[PartOf],
    filters: &Filters,
) -> Vec<Group> {
    let mut groups: Vec<(String, String, Vec<PartOf>)> = Vec::new();
    let mut put = |key: &str, title: &dyn Fn() -> String, part: PartOf| match groups
        .iter_mut()
        .find(|(known, ..)| known == key)
    {
        Some((.., rows)) => rows.push(part),
        None => groups.push((key.to_owned(), title(), vec![part])),
    };
    let words = view.words;
    let plan = view.report.plan;
    for part in found {
        let belonging = selection.belonging(*part);
        match grouping {
            Grouping::Office => {
                for code in belonging.offices {
                    put(code, &|| office(view, code), *part);
                }
                if belonging.offices.is_empty() {
                    put("", &|| words.say("filter-without-office"), *part);
                }
            }
            Grouping::Mission => match belonging.mission {
                Some(code) => put(code, &|| selection::mission(view, code), *part),
                None => put("", &|| words.say("filter-without-mission"), *part),
            },
            Grouping::Top => match belonging.top {
                Some(top) => {
                    let node = &plan.nodes[top];
                    put(&node.code, &|| format!("{} · {}", node.code, node.title), *part);
                }
                None => put("", &|| words.say("filter-without-place"), *part),
            },
        }
    }
    // Rows of several offices stand under each: who asks for one is shown that one.
    if grouping == Grouping::Office && !filters.ufficio.is_empty() {
        groups.retain(|(code, ..)| selection.is_in(code, &filters.ufficio));
    }
    if grouping != Grouping::Top {
        groups.sort_by(|a, b| (a.0.is_empty(), &a.1).cmp(&(b.0.is_empty(), &b.1)));
    }
    let group = |(id, (_, title, parts)): (usize, (String, String, Vec<PartOf>))| Group {
        id,
        title,
        note: note(words, view, &parts),
        rows: parts.into_iter().map(|part| row(view, selection, part)).collect(),
    };
    groups.into_iter().enumerate().map(group).collect()
}

fn note(words: Words, view: &View<'_>, parts: &[PartOf]) -> String {
    let outcomes = parts.iter().map(|part| view.report.scores.outcome(*part));
    let scored = outcomes.filter(|outcome| outcome.score().is_some()).count();
    words.tell("lists-group-note", &[("rows", parts.len().into()), ("scored", scored.into())])
}

fn details<'a>(view: &View<'a>, part: PartOf) -> &'a Details {
    match part {
        PartOf::Node(at) => &view.report.plan.nodes[at].details,
        PartOf::Use(at) => &view.report.plan.uses[at].details,
    }
}

fn row(view: &View<'_>, selection: &Selection<'_>, part: PartOf) -> Row {
    let plan = view.report.plan;
    let offices = selection.belonging(part).offices;
    let names: Vec<String> = offices.iter().map(|code| office(view, code)).collect();
    let offices = names.join(", ");
    let mut figure = view.part_figure(part);
    let is_out = details(view, part).is_out();
    if let Some(status) = details(view, part).status.filter(|_| is_out) {
        figure.mark = status_mark(view, status);
    }
    match part {
        PartOf::Node(at) => {
            let node = &plan.nodes[at];
            let target = node.details.targets.year.as_ref().map(|t| t.verbatim.clone());
            let parent = node.parent.as_deref().and_then(|code| view.node(code));
            let parent = parent.map(|at| &plan.nodes[at]);
            Row {
                title: node.title.clone(),
                url: view.addresses.node(&node.code),
                minor: node.code.clone(),
                node: parent.map(|node| node.code.clone()).unwrap_or_default(),
                node_title: parent.map(|node| node.title.clone()).unwrap_or_default(),
                node_url: parent.map(|n| view.addresses.node(&n.code)).unwrap_or_default(),
                offices,
                target: show::Cell { text: target.unwrap_or_default(), minor: None },
                actual: show::Cell::default(),
                figure,
                is_out,
            }
        }
        PartOf::Use(at) => {
            let used = &plan.uses[at];
            let node = view.node(&used.node).map(|at| &plan.nodes[at]);
            Row {
                title: view.report.use_title(at).to_owned(),
                url: view.addresses.indicator(&used.indicator),
                minor: used.indicator.clone(),
                node: used.node.clone(),
                node_title: node.map(|node| node.title.clone()).unwrap_or_default(),
                node_url: view.addresses.node(&used.node),
                offices,
                target: show::target(view, at),
                actual: show::actual(view, at),
                figure,
                is_out,
            }
        }
    }
}
