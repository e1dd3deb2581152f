//! The rows of the desk: each node and indicator with its measure, flags and what was written.
//! Not here: the forms of rows, see `form.rs`.

use traguardo::desk::{Flag, Subject};
use traguardo::score::{PartOf, Rolled};
use traguardo::text::Arg;

use super::Filter;
use super::form::Form;
use super::sitting::{Sitting, id};
use crate::figure::Figure;
use crate::show;

/// What the page can show, the first by default.
pub const SHOWS: [&str; 5] = ["obiettivi", "tutto", "segnali", "da-osservare", "osservati"];

/// A row.
pub struct Row {
    /// Its name in the page.
    pub id: String,
    /// How deep it stands, counted from the body.
    pub depth: usize,
    /// Its title.
    pub title: String,
    /// Its code, or those of the node and the indicator.
    pub minor: String,
    /// Where its own page is.
    pub url: String,
    /// Whether it is an indicator.
    pub is_use: bool,
    /// Its target and what was observed.
    pub facts: Option<(show::Cell, show::Cell)>,
    /// Its weight.
    pub weight: String,
    /// Its measure.
    pub figure: Figure,
    /// The measure on the measured part with its coverage, where something is missing.
    pub measured: Option<String>,
    /// The names of its tags.
    pub tags: Vec<String>,
    /// Its flags in words.
    pub flags: Vec<String>,
    /// What was observed, what is critical, what should be done: labels and texts.
    pub written: Vec<(String, String)>,
    /// The assessed score.
    pub assessed: Option<String>,
    /// Why so.
    pub reason: Option<String>,
    /// The page with its form open, for those who may write.
    pub open: Option<String>,
    /// Its form, if it is the one that is open.
    pub form: Option<Form>,
}

/// A node that can be chosen to be shown alone.
pub struct Branch {
    /// Its code.
    pub code: String,
    /// Its code and title.
    pub label: String,
}

/// The nodes that can be shown alone: those of the first two levels.
pub fn branches(sitting: &Sitting<'_>) -> Vec<Branch> {
    let report = &sitting.view.report;
    let mut found = Vec::new();
    for top in &report.scores.tree.top {
        let children = &report.scores.tree.children[*top];
        found.extend(std::iter::once(top).chain(children).map(|at| {
            let node = &report.plan.nodes[*at];
            Branch { code: node.code.clone(), label: format!("{} · {}", node.code, node.title) }
        }));
    }
    found
}

/// The rows that are asked for. The form is taken into the row that it is about, if there is one.
pub fn rows(sitting: &Sitting<'_>, filter: &Filter, form: &mut Option<Form>) -> Vec<Row> {
    let mut rows = Vec::new();
    for (part, depth) in parts(sitting, filter) {
        let subject = subject(sitting, part);
        let own = form.take_if(|form| form.subject == subject);
        if own.is_some() || fits(sitting, filter, part, &subject) {
            let mut row = row(sitting, part, &subject, depth, filter);
            row.form = own;
            rows.push(row);
        }
    }
    rows
}

/// Every part under the asked branch, nodes before what is under them, with its depth.
pub fn parts(sitting: &Sitting<'_>, filter: &Filter) -> Vec<(Option<PartOf>, usize)> {
    let tree = &sitting.view.report.scores.tree;
    let mut found = Vec::new();
    let mut stack: Vec<(usize, usize)> = match tree.node(&filter.ramo) {
        Some(node) => vec![(node, 0)],
        None => {
            found.push((None, 0));
            tree.top.iter().rev().map(|node| (*node, 0)).collect()
        }
    };
    while let Some((node, depth)) = stack.pop() {
        found.push((Some(PartOf::Node(node)), depth));
        found.extend(tree.uses[node].iter().map(|at| (Some(PartOf::Use(*at)), depth + 1)));
        stack.extend(tree.children[node].iter().rev().map(|child| (*child, depth + 1)));
    }
    found
}

/// What a row is about.
pub fn subject(sitting: &Sitting<'_>, part: Option<PartOf>) -> Subject {
    let plan = sitting.view.report.plan;
    match part {
        None => Subject::Body,
        Some(PartOf::Node(at)) => Subject::of_node(plan, at),
        Some(PartOf::Use(at)) => Subject::of_use(plan, at),
    }
}

fn fits(sitting: &Sitting<'_>, filter: &Filter, part: Option<PartOf>, subject: &Subject) -> bool {
    let is_use = matches!(part, Some(PartOf::Use(_)));
    let seen = sitting.observation(subject).is_some() || sitting.assessment(subject).is_some();
    let tagged = || {
        let observation = sitting.observation(subject);
        observation.is_some_and(|one| one.tags.contains(&filter.contesto))
    };
    if !filter.contesto.is_empty() && !tagged() {
        return false;
    }
    match filter.mostra.as_str() {
        "tutto" => true,
        "segnali" => matches!(part, Some(PartOf::Use(at)) if !sitting.flags[at].is_empty()),
        "da-osservare" => !seen,
        "osservati" => seen,
        // Whoever asks for one objective or one context wants to see its indicators too.
        _ => !is_use || !filter.ramo.is_empty() || !filter.contesto.is_empty(),
    }
}

fn row(
    sitting: &Sitting<'_>,
    part: Option<PartOf>,
    subject: &Subject,
    depth: usize,
    filter: &Filter,
) -> Row {
    let (view, words) = (sitting.view, sitting.view.words);
    let (report, plan) = (&view.report, view.report.plan);
    let observation = sitting.observation(subject);
    let assessment = sitting.assessment(subject);
    let (title, minor, url, weight, figure) = match part {
        None => (
            plan.body.name.clone(),
            words.say("desk-whole-body"),
            view.addresses.page(&[]),
            String::new(),
            view.figure_of(None),
        ),
        Some(PartOf::Node(at)) => {
            let node = &plan.nodes[at];
            let minor = format!("{} · {}", node.code, words.level(&node.level));
            let weight = view.weight(node.details.weight);
            let url = view.addresses.node(&node.code);
            (node.title.clone(), minor, url, weight, view.figure_of(Some(at)))
        }
        Some(PartOf::Use(at)) => {
            let used = &plan.uses[at];
            let minor = format!("{} · {}", used.node, used.indicator);
            let weight = view.weight(used.details.weight);
            let url = view.addresses.indicator(&used.indicator);
            (report.use_title(at).to_owned(), minor, url, weight, view.use_figure(at))
        }
    };
    Row {
        id: id(subject),
        depth: depth.min(4),
        title,
        minor,
        url,
        is_use: matches!(part, Some(PartOf::Use(_))),
        facts: match part {
            Some(PartOf::Use(at)) => Some((show::target(view, at), show::actual(view, at))),
            _ => None,
        },
        weight,
        figure,
        measured: rolled(sitting, part).and_then(|rolled| measured(sitting, rolled)),
        tags: observation.map(|one| sitting.tag_names(&one.tags)).unwrap_or_default(),
        flags: flag_texts(sitting, part),
        written: written(sitting, subject),
        assessed: assessment.and_then(|one| one.score).map(|score| report.rules.printed(score)),
        reason: assessment.map(|one| one.reason.clone()).filter(|reason| !reason.is_empty()),
        open: sitting.may_write.then(|| sitting.open_among(subject, &filter.query())),
        form: None,
    }
}

fn rolled<'s>(sitting: &'s Sitting<'_>, part: Option<PartOf>) -> Option<&'s Rolled> {
    let scores = &sitting.view.report.scores;
    match part {
        None => Some(&scores.body.rolled),
        Some(PartOf::Node(at)) => Some(&scores.nodes[at].rolled),
        Some(PartOf::Use(_)) => None,
    }
}

/// The other figure, where something is missing.
pub fn measured(sitting: &Sitting<'_>, rolled: &Rolled) -> Option<String> {
    let (score, coverage) = sitting.view.measured(rolled)?;
    let args: [(&str, Arg<'_>); 2] = [("score", score.into()), ("coverage", coverage.into())];
    Some(sitting.view.words.tell("desk-on-measured", &args))
}

/// What was written of a subject: labels and texts.
pub fn written(sitting: &Sitting<'_>, subject: &Subject) -> Vec<(String, String)> {
    let words = sitting.view.words;
    let Some(one) = sitting.observation(subject) else { return Vec::new() };
    let all = [
        ("desk-observed", &one.observed),
        ("desk-concern", &one.concern),
        ("desk-remedy", &one.remedy),
    ];
    let said = all.into_iter().filter(|(_, text)| !text.is_empty());
    said.map(|(key, text)| (words.say(key), text.clone())).collect()
}

/// The flags of an indicator in words; of a node, how many of each are under it.
pub fn flag_texts(sitting: &Sitting<'_>, part: Option<PartOf>) -> Vec<String> {
    let (report, words) = (&sitting.view.report, sitting.view.words);
    let node = match part {
        None => return Vec::new(),
        Some(PartOf::Node(at)) => at,
        Some(PartOf::Use(at)) => {
            let said = |flag: &Flag| words.texts.sentence(&flag.sentence(report.rules));
            return sitting.flags[at].iter().map(said).collect();
        }
    };
    let tree = &report.scores.tree;
    let mut counts = [("overshot", 0_usize), ("out-of-reach", 0), ("missing", 0)];
    let mut stack = vec![node];
    while let Some(at) = stack.pop() {
        stack.extend(&tree.children[at]);
        for flag in tree.uses[at].iter().flat_map(|used| &sitting.flags[*used]) {
            for (name, count) in &mut counts {
                *count += usize::from(flag.name() == *name);
            }
        }
    }
    let some = counts.into_iter().filter(|(_, count)| *count > 0);
    some.map(|(name, count)| words.tell(&format!("desk-flags-{name}"), &[("count", count.into())]))
        .collect()
}
