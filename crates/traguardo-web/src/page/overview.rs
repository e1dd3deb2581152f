//! Home of a plan: how it goes, what weighs most, what is missing, what is wrong with it.
//! Not here: the detail of any of them; every line links to the page that has it.

use askama::Template;
use axum::response::Response;
use traguardo::access::Action;
use traguardo::issue::Severity;
use traguardo::question;
use traguardo::report::{BandCounts, Loss, Measured};
use traguardo::rules::{Band, MissingRule};
use traguardo::score::Outcome;

use crate::figure::{Figure, Mark};
use crate::frame::{Frame, Spot, may};
use crate::icicle::{Icicle, icicle};
use crate::legend::{Entry, legend};
use crate::page::{answer, issues};
use crate::rich::Rich;
use crate::show;
use crate::view::View;
use crate::words::capital;

/// How many lines the lists of the home have.
const LINES: usize = 8;

#[derive(Template)]
#[template(path = "overview.html")]
struct Overview {
    frame: Frame,
    sentence: Rich,
    whole: Option<Figure>,
    bands: Vec<InBand>,
    bands_title: String,
    facts: Vec<Headline>,
    no_whole: Option<String>,
    areas_title: String,
    cards: Vec<Card>,
    icicle: Icicle,
    legend: Vec<Entry>,
    tree_url: String,
    workbook_url: String,
    /// Where the workbook is taken back; `None` for whoever may not.
    upload_url: Option<String>,
    losses: Vec<LossRow>,
    losses_note: String,
    no_losses: String,
    missing: Vec<MissingRow>,
    missing_note: String,
    missing_url: String,
    issues: Vec<Mark>,
    issues_note: String,
    issues_url: String,
    questions: Option<Questions>,
}

/// The targets that wait for a person.
struct Questions {
    note: String,
    url: String,
}

struct Headline {
    label: String,
    figure: String,
    text: String,
    url: String,
}

/// How many nodes of the level that the sentence speaks of stand in a band.
struct InBand {
    count: usize,
    mark: Mark,
}

struct Card {
    title: String,
    url: String,
    figure: Figure,
    coverage: Rich,
    lines: Vec<Line>,
}

struct Line {
    title: String,
    url: String,
    figure: Figure,
}

struct LossRow {
    title: String,
    url: String,
    minor: String,
    actual: show::Cell,
    target: show::Cell,
    figure: Figure,
    lost: String,
}

struct MissingRow {
    title: String,
    url: String,
    minor: String,
}

/// The page.
#[must_use]
pub fn page(view: &View<'_>) -> Response {
    let (report, words) = (&view.report, view.words);
    let measured = report.measured();
    let counts = report.band_counts();
    let top = &report.scores.tree.top;
    let overview = Overview {
        frame: Frame::plan(view, &words.say("overview-title"), Spot { path: &[], menu: "" }),
        sentence: Rich::sentences(&[sentence(view, counts.as_ref()), coverage(view, measured)]),
        whole: report.scores.body.score().is_some().then(|| view.figure_of(None)),
        bands: counts.as_ref().map(|counts| in_bands(view, counts)).unwrap_or_default(),
        bands_title: counts.as_ref().map(|counts| bands_title(view, counts)).unwrap_or_default(),
        facts: headlines(view, measured),
        no_whole: no_whole(view),
        areas_title: capital(&top_levels(view)),
        cards: top.iter().map(|at| card(view, *at)).collect(),
        icicle: icicle(view, Some(2)),
        legend: legend(view),
        tree_url: view.addresses.page(&["albero"]),
        workbook_url: view.addresses.page(&["foglio.xlsx"]),
        upload_url: may(view, Action::EditDraft).then(|| view.addresses.page(&["carica"])),
        losses: report.losses().iter().take(LINES).map(|loss| loss_row(view, loss)).collect(),
        losses_note: losses_note(view),
        no_losses: words.say(if measured.scored == 0 {
            "overview-losses-unknown"
        } else {
            "overview-losses-none"
        }),
        missing: missing_rows(view),
        missing_note: words.tell("overview-missing-note", &[("count", measured.missing.into())]),
        missing_url: view.addresses.page(&["mancanti"]),
        issues: issue_marks(view),
        issues_note: words.tell("overview-issues-note", &[("count", report.issues.len().into())]),
        issues_url: view.addresses.page(&["problemi"]),
        questions: questions(view),
    };
    answer(&overview, words.lang())
}

fn questions(view: &View<'_>) -> Option<Questions> {
    let count = question::open(view.report.plan).len();
    (count > 0).then(|| Questions {
        note: view.words.tell("overview-questions-note", &[("count", count.into())]),
        url: view.addresses.page(&["domande"]),
    })
}

fn sentence(view: &View<'_>, counts: Option<&BandCounts<'_>>) -> String {
    let words = view.words;
    let when = words.at(view.at());
    let bands = counts.map(|c| c.in_band.iter().filter(|(_, count)| *count > 0));
    let first = bands.clone().and_then(|mut bands| bands.next());
    let (Some(counts), Some((band, count))) = (counts, first) else {
        return words.tell("overview-sentence-none", &[("when", when.into())]);
    };
    let mut others = String::new();
    for (band, count) in bands.into_iter().flatten().skip(1) {
        let args = [("count", (*count).into()), ("band", words.band(&band.name).into())];
        others.push_str(&words.tell("overview-sentence-other", &args));
    }
    let states = [(counts.missing, Mark::missing(words)), (counts.not_due, Mark::not_due(words))];
    for (count, mark) in states.into_iter().filter(|(count, _)| *count > 0) {
        let args = [("count", count.into()), ("band", mark.within().into())];
        others.push_str(&words.tell("overview-sentence-state", &args));
    }
    words.tell(
        "overview-sentence",
        &[
            ("when", when.into()),
            ("count", (*count).into()),
            ("level", words.level(counts.level).into()),
            ("levels", words.levels(counts.level).into()),
            ("total", counts.nodes.into()),
            ("band", words.band(&band.name).into()),
            ("others", others.into()),
        ],
    )
}

fn coverage(view: &View<'_>, measured: Measured) -> String {
    let key = match (measured.scored == measured.uses, view.report.rules.node.missing) {
        (true, _) => "overview-coverage-full",
        (false, MissingRule::Zero) => "overview-coverage-zero",
        (false, MissingRule::Exclude) => "overview-coverage-exclude",
        (false, MissingRule::Block) => "overview-coverage-block",
    };
    let args = [("scored", measured.scored.into()), ("total", measured.uses.into())];
    view.words.tell(key, &args)
}

fn in_bands(view: &View<'_>, counts: &BandCounts<'_>) -> Vec<InBand> {
    let of_band = |(band, count): &(&Band, usize)| InBand {
        count: *count,
        mark: Mark::of(Outcome::Scored(band.from), view.report.rules, view.words),
    };
    let states = [
        InBand { count: counts.missing, mark: Mark::missing(view.words) },
        InBand { count: counts.not_due, mark: Mark::not_due(view.words) },
    ];
    let present = counts.in_band.iter().map(of_band).chain(states);
    present.filter(|entry| entry.count > 0).collect()
}

fn bands_title(view: &View<'_>, counts: &BandCounts<'_>) -> String {
    let levels = capital(&view.words.levels(counts.level));
    view.words.tell("overview-fact-bands", &[("levels", levels.into())])
}

fn headlines(view: &View<'_>, measured: Measured) -> Vec<Headline> {
    let words = view.words;
    let mut facts = Vec::new();
    facts.push(Headline {
        label: words.say("overview-fact-measured"),
        figure: measured.scored.to_string(),
        text: words.tell("overview-fact-measured-text", &[("total", measured.uses.into())]),
        url: view.addresses.page(&["mancanti"]),
    });
    let errors = view.report.issue_count(Severity::Error);
    facts.push(Headline {
        label: words.say("overview-fact-issues"),
        figure: view.report.issues.len().to_string(),
        text: words.tell("overview-fact-issues-text", &[("errors", errors.into())]),
        url: view.addresses.page(&["problemi"]),
    });
    facts
}

/// What the nodes at the top are called.
fn top_levels(view: &View<'_>) -> String {
    let plan = view.report.plan;
    let first = view.report.scores.tree.top.first();
    first.map(|at| view.words.levels(&plan.nodes[*at].level)).unwrap_or_default()
}

fn no_whole(view: &View<'_>) -> Option<String> {
    let top = &view.report.scores.tree.top;
    if view.report.scores.body.score().is_some() || top.is_empty() {
        return None;
    }
    let nodes = &view.report.plan.nodes;
    if top.iter().any(|at| nodes[*at].details.weight.is_some()) {
        return Some(view.words.say("overview-no-whole-missing"));
    }
    Some(view.words.tell("overview-no-whole", &[("levels", top_levels(view).into())]))
}

fn card(view: &View<'_>, node: usize) -> Card {
    let plan = view.report.plan;
    let children = view.report.scores.tree.children[node].iter();
    let lines = children.map(|at| Line {
        title: plan.nodes[*at].title.clone(),
        url: view.addresses.node(&plan.nodes[*at].code),
        figure: view.figure_of(Some(*at)),
    });
    Card {
        title: plan.nodes[node].title.clone(),
        url: view.addresses.node(&plan.nodes[node].code),
        figure: view.figure_of(Some(node)),
        coverage: Rich::new(&card_coverage(view, node)),
        lines: lines.collect(),
    }
}

fn card_coverage(view: &View<'_>, node: usize) -> String {
    let count = view.count_under(node);
    let mut args = vec![("scored", count.scored.into()), ("total", count.total.into())];
    let Some((figure, coverage)) = view.measured(&view.report.scores.nodes[node].rolled) else {
        return view.words.tell("overview-card-full", &args);
    };
    args.extend([("figure", figure.into()), ("coverage", coverage.into())]);
    view.words.tell("overview-card-missing", &args)
}

fn losses_note(view: &View<'_>) -> String {
    if view.report.scores.body.score().is_some() {
        return view.words.say("overview-losses-note");
    }
    let nodes = &view.report.plan.nodes;
    let top = view.report.scores.tree.top.first();
    let level = top.map(|at| view.words.level(&nodes[*at].level)).unwrap_or_default();
    view.words.tell("overview-losses-note-top", &[("level", level.into())])
}

fn loss_row(view: &View<'_>, loss: &Loss) -> LossRow {
    let plan = view.report.plan;
    let used = &plan.uses[loss.used];
    let minor = match loss.from {
        Some(from) => {
            let args = [
                ("node", used.node.as_str().into()),
                ("top", plan.nodes[from].title.as_str().into()),
            ];
            view.words.tell("overview-loss-minor", &args)
        }
        None => used.node.clone(),
    };
    LossRow {
        title: view.report.use_title(loss.used).to_owned(),
        url: view.addresses.indicator(&used.indicator),
        minor,
        actual: show::actual(view, loss.used),
        target: show::target(view, loss.used),
        figure: view.use_figure(loss.used),
        lost: format!("−{}", view.report.rules.printed(loss.points)),
    }
}

fn missing_rows(view: &View<'_>) -> Vec<MissingRow> {
    let is_missing =
        |at: &usize| view.report.scores.uses[*at].reckoning.outcome == Outcome::Missing;
    let missing = view.report.missing().into_iter().filter(is_missing);
    missing.take(LINES).map(|at| missing_row(view, at)).collect()
}

fn missing_row(view: &View<'_>, at: usize) -> MissingRow {
    let used = &view.report.plan.uses[at];
    MissingRow {
        title: view.report.use_title(at).to_owned(),
        url: view.addresses.indicator(&used.indicator),
        minor: format!("{} · {}", used.node, show::target(view, at).text),
    }
}

fn issue_marks(view: &View<'_>) -> Vec<Mark> {
    [Severity::Error, Severity::Warning, Severity::Note]
        .into_iter()
        .filter(|severity| view.report.issue_count(*severity) > 0)
        .map(|severity| issues::count_mark(view, severity))
        .collect()
}
