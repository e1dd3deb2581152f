//! Then and now: each figure of a round beside what it would be today, with what moved it.
//! Not here: the comparing, which is the core's.

use askama::Template;
use axum::response::Response;
use traguardo::round::{Figure as Compared, Latest, Of, Reasons, Step, changes, compare};
use traguardo::rules::Rules;
use traguardo::score::Outcome;
use traguardo_store::{ClosedWhole, Stored};

use super::open;
use crate::figure::{Figure, Mark};
use crate::frame::{Frame, Link, Spot};
use crate::page::answer;
use crate::rich::Rich;
use crate::view::View;
use crate::words::Words;

/// The most changes told of one figure; the others are counted.
const TOLD: usize = 12;

#[derive(Template)]
#[template(path = "round_compared.html")]
struct ComparedPage {
    frame: Frame,
    title: String,
    sentence: Rich,
    same: Option<String>,
    rows: Vec<Row>,
}

struct Row {
    title: String,
    minor: String,
    url: String,
    then: Side,
    now: Side,
    steps: Vec<String>,
    because: Vec<String>,
    more: Option<String>,
}

/// A figure on one side, where the plan had it.
struct Side {
    printed: String,
    mark: Option<Mark>,
    url: Option<String>,
}

/// The rules on both sides.
struct Printing<'a> {
    then: &'a Rules,
    now: &'a Rules,
    words: Words,
}

/// The page.
pub fn page(view: &View<'_>, frozen: &View<'_>, whole: &ClosedWhole, today: &Stored) -> Response {
    let words = view.words;
    let round = &whole.closed.round;
    let day = round.checkpoint.to_string();
    let latest = Latest { plan: &today.plan, rules: &today.rules, readings: &today.readings };
    let figures = compare(&whole.frozen(), &whole.closed.record, &latest);
    let difference = changes(&whole.frozen(), &latest);
    let reasons = Reasons::new(&difference, [&whole.plan, &today.plan]);
    let printing = Printing { then: &whole.rules, now: &today.rules, words };
    let moved: Vec<&Compared> = figures.iter().filter(|figure| figure.has_moved()).collect();
    let args = [
        ("moved", moved.len().into()),
        ("count", figures.len().into()),
        ("date", round.checkpoint.into()),
        ("revision", round.revision.to_string().into()),
        ("latest", today.revision.to_string().into()),
    ];
    let same = figures.len() - moved.len();
    let title = words.say("round-compare-title");
    let page = ComparedPage {
        frame: framed(view, &title, &day, round.checkpoint),
        sentence: Rich::new(&words.tell("round-compare-sentence", &args)),
        same: (same > 0 && !moved.is_empty())
            .then(|| words.tell("round-compare-same", &[("count", same.into())])),
        rows: moved
            .into_iter()
            .map(|figure| row((view, frozen), figure, &reasons, &printing))
            .collect(),
        title,
    };
    answer(&page, words.lang())
}

fn framed(view: &View<'_>, title: &str, day: &str, at: traguardo::period::Date) -> Frame {
    let of = view.words.tell("round-title", &[("date", at.into())]);
    let mut crumbs = open::crumbs(view, &of);
    if let Some(last) = crumbs.last_mut() {
        last.current = false;
        last.url = view.addresses.page(&["verifiche", day]);
    }
    crumbs.push(Link { label: title.to_owned(), url: String::new(), current: true });
    let spot = Spot { path: &["verifiche", day, "oggi"], menu: "verifiche" };
    let mut frame = Frame::plan(view, title, spot).with_crumbs(crumbs);
    frame.situation = None;
    frame
}

fn row(
    (view, frozen): (&View<'_>, &View<'_>),
    figure: &Compared,
    reasons: &Reasons<'_>,
    printing: &Printing<'_>,
) -> Row {
    let today = view.addresses.at(frozen.at());
    let (minor, url, explain) = match &figure.of {
        Of::Body => {
            let ipa = &frozen.report.plan.body.ipa;
            (
                ipa.clone(),
                today.page(&[]),
                [frozen.addresses.explain_node(ipa), today.explain_node(ipa)],
            )
        }
        Of::Node(code) => (
            code.clone(),
            today.node(code),
            [frozen.addresses.explain_node(code), today.explain_node(code)],
        ),
        Of::Use { indicator, node } => (
            format!("{indicator} · {node}"),
            today.indicator(indicator),
            [frozen.addresses.explain_use(node, indicator), today.explain_use(node, indicator)],
        ),
    };
    let [then_url, now_url] = explain;
    let found = reasons.of(figure);
    let told = |entry: &&traguardo::difference::Entry| {
        traguardo_files::round::told(entry, view.words.texts)
    };
    let more = found.len().saturating_sub(TOLD);
    Row {
        title: figure.title.clone(),
        minor,
        url,
        then: side(figure.then, printing.then, then_url, printing.words),
        now: side(figure.now, printing.now, now_url, printing.words),
        steps: figure.steps.iter().map(|step| printing.step(step)).collect(),
        because: found.iter().take(TOLD).map(told).collect(),
        more: (more > 0).then(|| view.words.tell("round-compare-more", &[("count", more.into())])),
    }
}

fn side(outcome: Option<Outcome>, rules: &Rules, url: String, words: Words) -> Side {
    match outcome {
        None => Side { printed: words.say("round-no-figure"), mark: None, url: None },
        Some(outcome) => {
            let figure = Figure::of(outcome, rules, words, url.clone());
            Side { printed: figure.printed, mark: Some(figure.mark), url: Some(url) }
        }
    }
}

impl Printing<'_> {
    /// What a change moved, in words; with all decimals where the printed ones do not show it.
    fn step(&self, step: &Step) -> String {
        use traguardo::round::Why::{Plan, Program, Readings};
        let rules_before = if step.why == Readings { self.now } else { self.then };
        let rules_after = if matches!(step.why, Program | Plan) { self.then } else { self.now };
        let mut before = self.printed(step.before, rules_before);
        let mut after = self.printed(step.after, rules_after);
        if before == after {
            (before, after) = (self.exact(step.before), self.exact(step.after));
        }
        let why = self.words.say(step.why.key());
        let args = [("why", why.into()), ("before", before.into()), ("after", after.into())];
        self.words.tell("round-step", &args)
    }

    fn printed(&self, outcome: Option<Outcome>, rules: &Rules) -> String {
        match outcome {
            None => self.words.say("round-no-figure"),
            Some(Outcome::Scored(score)) => rules.printed(score),
            Some(other) => self.words.say(&format!("outcome-{}", other.name())),
        }
    }

    fn exact(&self, outcome: Option<Outcome>) -> String {
        match outcome {
            Some(Outcome::Scored(score)) => traguardo::number::format(score),
            other => self.printed(other, self.now),
        }
    }
}
