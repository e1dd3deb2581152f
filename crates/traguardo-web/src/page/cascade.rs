//! The cascade of a plan: every level with its weights, down to what each row weighs in the whole,
//! with difficulty, targets, steps and who answers. Not here: the multiplying, which is the core's.

use askama::Template;
use axum::response::Response;
use traguardo::cascade::{Cascade, Sum, Weighing, cascade};
use traguardo::number::{self, Decimal};
use traguardo::plan::{Difficulty, Targets};
use traguardo::score::{GroupKind, PartOf};

use crate::figure::Mark;
use crate::frame::{Frame, Spot};
use crate::page::answer;
use crate::page::years::mark as status_mark;
use crate::rich::Rich;
use crate::selection::{Selection, office};
use crate::view::View;
use crate::words::capital;

/// Deeper rows are not moved further to the right.
const DEEPEST: usize = 6;
/// A product of more weights than these is not spelt out.
const FACTORS: usize = 6;

#[derive(Template)]
#[template(path = "cascade.html")]
struct CascadePage {
    frame: Frame,
    sentence: Rich,
    note: String,
    top: Option<SumOf>,
    whole: String,
    with_difficulty: bool,
    steps: Vec<String>,
    rows: Vec<Row>,
}

struct Row {
    is_node: bool,
    depth: usize,
    level: String,
    title: String,
    url: String,
    weight: String,
    product: String,
    how: Option<String>,
    rescaled: Option<String>,
    sums: Vec<SumOf>,
    difficulty: Option<Marks>,
    target: String,
    steps: Vec<Cell>,
    offices: String,
    is_inherited: bool,
    out: Option<Mark>,
}

/// A step with the score it gives.
struct Cell {
    label: String,
    text: String,
}

/// Marks of difficulty, and what they come to.
struct Marks {
    sum: String,
    parts: String,
}

/// What weights come to, said and marked.
struct SumOf {
    text: String,
    mark: Mark,
}

/// The page.
#[must_use]
pub fn page(view: &View<'_>) -> Response {
    let words = view.words;
    let report = &view.report;
    let cascade = cascade(report.plan, &report.scores.tree, report.rules);
    let title = words.say("cascade-title");
    let path = ["cascata"];
    let steps = steps(view);
    let shown = Shown { view, cascade: &cascade, selection: Selection::of(view), steps: &steps };
    let page = CascadePage {
        frame: Frame::plan(view, &title, Spot { path: &path, menu: path[0] }),
        sentence: Rich::sentences(&sentences(view, &cascade)),
        note: words.say(if cascade.by_top { "cascade-note-top" } else { "cascade-note" }),
        whole: words.say(if cascade.by_top { "cascade-whole-top" } else { "cascade-whole" }),
        top: cascade.top.as_ref().map(|sum| shown.sum(None, sum)),
        with_difficulty: shown.with_difficulty(),
        steps: steps.iter().map(|step| number::format(*step)).collect(),
        rows: shown.rows(),
    };
    answer(&page, words.lang())
}

/// The steps that any row has, the highest first.
fn steps(view: &View<'_>) -> Vec<Decimal> {
    let plan = view.report.plan;
    let nodes = plan.nodes.iter().map(|node| &node.details);
    let all = nodes.chain(plan.uses.iter().map(|used| &used.details));
    let mut steps: Vec<Decimal> =
        all.flat_map(|details| details.targets.steps.keys().copied()).collect();
    steps.sort_unstable_by(|a, b| b.cmp(a));
    steps.dedup();
    steps
}

fn sentences(view: &View<'_>, cascade: &Cascade) -> Vec<String> {
    let words = view.words;
    let plan = view.report.plan;
    let counts = [
        ("levels", plan.levels.len().into()),
        ("nodes", plan.nodes.len().into()),
        ("indicators", plan.uses.len().into()),
    ];
    let all = cascade.sums.iter().flatten().chain(&cascade.top);
    let wrong = all.filter(|sum| sum.blank < sum.counted && !sum.is_hundred()).count();
    vec![
        words.tell("cascade-sentence", &counts),
        words.tell("cascade-sums", &[("count", wrong.into())]),
    ]
}

struct Shown<'a, 'v> {
    view: &'v View<'a>,
    cascade: &'v Cascade,
    selection: Selection<'a>,
    steps: &'v [Decimal],
}

impl Shown<'_, '_> {
    fn with_difficulty(&self) -> bool {
        let plan = self.view.report.plan;
        let nodes = plan.nodes.iter().map(|node| node.details.difficulty);
        let uses = plan.uses.iter().map(|used| used.details.difficulty);
        nodes.chain(uses).any(|difficulty| difficulty != Difficulty::default())
    }

    fn rows(&self) -> Vec<Row> {
        let tree = &self.view.report.scores.tree;
        let plan = self.view.report.plan;
        let mut depths = vec![0_usize; plan.nodes.len()];
        let mut rows = Vec::with_capacity(plan.nodes.len() + plan.uses.len());
        // Each node comes before its children.
        for &at in &tree.order {
            rows.push(self.row(PartOf::Node(at), depths[at]));
            for child in &tree.children[at] {
                depths[*child] = depths[at] + 1;
            }
            let uses = tree.uses[at].iter();
            rows.extend(uses.map(|used| self.row(PartOf::Use(*used), depths[at] + 1)));
        }
        rows
    }

    fn row(&self, part: PartOf, depth: usize) -> Row {
        let view = self.view;
        let plan = view.report.plan;
        let (details, weighing, level, title, url) = match part {
            PartOf::Node(at) => {
                let node = &plan.nodes[at];
                let level = format!("{} {}", capital(&view.words.level(&node.level)), node.code);
                let url = view.addresses.node(&node.code);
                (&node.details, self.cascade.nodes[at], level, node.title.clone(), url)
            }
            PartOf::Use(at) => {
                let used = &plan.uses[at];
                let level = format!("{} {}", view.words.say("word-indicator"), used.indicator);
                let url = view.addresses.indicator(&used.indicator);
                let title = view.report.use_title(at).to_owned();
                (&used.details, self.cascade.uses[at], level, title, url)
            }
        };
        let sums = match part {
            PartOf::Node(at) => self.cascade.sums[at].as_slice(),
            PartOf::Use(_) => &[],
        };
        let offices = self.selection.belonging(part).offices;
        let names: Vec<String> = offices.iter().map(|code| office(view, code)).collect();
        let rescaled = weighing.rescaled.filter(|_| weighing.written != weighing.rescaled);
        Row {
            is_node: matches!(part, PartOf::Node(_)),
            depth: depth.min(DEEPEST),
            level,
            title,
            url,
            weight: details.weight.map(|_| view.weight(details.weight)).unwrap_or_default(),
            product: self.percent(weighing.written),
            how: self.factors(part, weighing),
            rescaled: rescaled.map(|share| {
                view.words.tell("cascade-rescaled", &[("share", self.percent(Some(share)).into())])
            }),
            sums: sums.iter().map(|sum| self.sum(Some(part), sum)).collect(),
            difficulty: self.marks(details.difficulty),
            target: target(&details.targets),
            steps: self.cells(&details.targets),
            offices: names.join(", "),
            is_inherited: details.responsible.is_empty() && !names.is_empty(),
            out: details.status.filter(|_| details.is_out()).map(|s| status_mark(view, s)),
        }
    }

    fn percent(&self, share: Option<Decimal>) -> String {
        let Some(share) = share else { return String::new() };
        self.view.per_cent(&self.view.report.rules.printed(share))
    }

    /// The weights from the top down to a row, as a product.
    fn factors(&self, part: PartOf, weighing: Weighing) -> Option<String> {
        weighing.written?;
        let plan = self.view.report.plan;
        let tree = &self.view.report.scores.tree;
        let (path, own) = match part {
            PartOf::Node(at) => (tree.path(plan, at), None),
            PartOf::Use(at) => {
                (tree.path(plan, tree.node(&plan.uses[at].node)?), Some(&plan.uses[at].details))
            }
        };
        let mut factors: Vec<Decimal> = Vec::new();
        for (place, at) in path.iter().enumerate() {
            let node = &plan.nodes[*at];
            factors.extend(node.details.weight);
            let is_last = place + 1 == path.len();
            factors.extend(match (is_last, own) {
                (true, None) => None,
                (true, Some(_)) => node.quotas.indicators,
                (false, _) => node.quotas.children,
            });
        }
        factors.extend(own.and_then(|details| details.weight));
        if !(2..=FACTORS).contains(&factors.len()) {
            return None;
        }
        let written = factors.iter().map(|f| self.view.per_cent(&number::format(*f)));
        Some(written.collect::<Vec<_>>().join(" × "))
    }

    fn sum(&self, part: Option<PartOf>, sum: &Sum) -> SumOf {
        let words = self.view.words;
        let of = match (part, sum.kind) {
            (_, GroupKind::Indicators) => "cascade-sum-indicators",
            (None, _) => "cascade-sum-top",
            (Some(_), GroupKind::Children) => "cascade-sum-children",
            (Some(_), GroupKind::All) => "cascade-sum-all",
        };
        let total = self.view.per_cent(&number::format(sum.total.normalize()));
        let args = [("sum", total.into()), ("count", sum.counted.into())];
        let mark = |key: &str, shape, tone| Mark { word: words.tell(key, &args), shape, tone };
        let mark = if sum.blank == sum.counted {
            mark("cascade-no-weights", "ring", "grey")
        } else if sum.is_hundred() {
            mark("cascade-hundred", "tick", "green")
        } else {
            mark("cascade-not-hundred", "triangle", "red")
        };
        SumOf { text: words.tell(of, &args), mark }
    }

    fn marks(&self, difficulty: Difficulty) -> Option<Marks> {
        let parts = [difficulty.complexity, difficulty.capability, difficulty.innovation];
        if parts.iter().all(Option::is_none) {
            return None;
        }
        let told = |mark: &Option<Decimal>| {
            mark.map_or_else(|| self.view.words.say("page-no-figure"), number::format)
        };
        let sum: Decimal = parts.iter().flatten().sum();
        Some(Marks {
            sum: number::format(sum),
            parts: parts.iter().map(told).collect::<Vec<_>>().join(" + "),
        })
    }

    fn cells(&self, targets: &Targets) -> Vec<Cell> {
        let cell = |score: &Decimal| Cell {
            label: number::format(*score),
            text: targets.steps.get(score).map(|t| t.verbatim.clone()).unwrap_or_default(),
        };
        self.steps.iter().map(cell).collect()
    }
}

fn target(targets: &Targets) -> String {
    targets.year.as_ref().map(|target| target.verbatim.clone()).unwrap_or_default()
}
