//! A report as JSON, in the shape of `docs/interchange.md`: English keys, decimals as strings.
//! Not here: the reading of JSON, which nobody hands in.

mod target;

use std::io::{self, Write};

use rust_decimal::{Decimal, RoundingStrategy};
use serde::Serialize;
use traguardo::issue::{Issue, Layout};
use traguardo::plan::Node;
use traguardo::report::Report;
use traguardo::score::{Actual, GroupKind, NodeScore, Outcome, Rolled};
use traguardo::text::Texts;

pub use target::write_target;

/// Decimals that a score has in JSON, whatever the rules print.
const SCORE_DECIMALS: u32 = 6;

#[derive(Serialize)]
struct Root<'a> {
    body: &'a str,
    year: i16,
    at: String,
    nodes: Vec<NodeEntry<'a>>,
    indicators: Vec<UseEntry<'a>>,
    issues: Vec<IssueEntry<'a>>,
}

#[derive(Serialize)]
struct NodeEntry<'a> {
    code: &'a str,
    parent: Option<&'a str>,
    level: &'a str,
    title: &'a str,
    weight: Option<String>,
    #[serde(flatten)]
    result: Result,
    met: Option<bool>,
    coverage: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    on_measured: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    band: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    parts: Vec<PartEntry>,
    #[serde(skip_serializing_if = "Option::is_none")]
    assessed: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    assessed_reason: Option<&'a str>,
}

#[derive(Serialize)]
struct PartEntry {
    kind: &'static str,
    quota: Option<String>,
    #[serde(flatten)]
    result: Result,
}

#[derive(Serialize)]
struct UseEntry<'a> {
    code: &'a str,
    node: &'a str,
    title: &'a str,
    weight: Option<String>,
    target: Option<String>,
    verbatim: Option<&'a str>,
    actual: Option<String>,
    #[serde(flatten)]
    result: Result,
    met: Option<bool>,
    flags: Vec<&'static str>,
}

/// What came out, with its digits where there are any.
#[derive(Serialize)]
struct Result {
    outcome: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    score: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    printed: Option<String>,
}

#[derive(Serialize)]
struct IssueEntry<'a> {
    name: &'static str,
    severity: &'static str,
    at: PlaceEntry<'a>,
    message: String,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    proposals: &'a [String],
}

#[derive(Serialize)]
struct PlaceEntry<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sheet: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    row: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    span: Option<Span>,
}

/// The part of a text that is meant, counted in characters.
#[derive(Serialize)]
struct Span {
    start: usize,
    length: usize,
}

/// Writes the scores of a report with its issues.
///
/// # Errors
/// Those of the writer.
///
/// ```
/// use traguardo::{issue::Layout, period::parse_date, report::Report, rules::Rules, sample};
/// use traguardo::text::{Lang, Texts};
///
/// let (plan, readings, rules) = (sample::plan(), sample::readings(), Rules::default());
/// let report = Report::new(&plan, &readings, &rules, parse_date("30/06/2020").unwrap());
/// let mut json = Vec::new();
/// traguardo_files::json::write_scores(&mut json, &report, &Layout::Folder, Texts::of(Lang::It))
///     .unwrap();
/// let json: serde_json::Value = serde_json::from_slice(&json).unwrap();
/// assert_eq!(json["nodes"][2]["parts"][0]["printed"], "47,69");
/// ```
pub fn write_scores(
    out: &mut impl Write,
    report: &Report<'_>,
    layout: &Layout,
    texts: &Texts,
) -> io::Result<()> {
    let plan = report.plan;
    let body = node_entry(report, None, &report.scores.body);
    let nodes = plan.nodes.iter().zip(&report.scores.nodes);
    let root = Root {
        body: &plan.body.ipa,
        year: plan.year,
        at: report.scores.at.to_string(),
        nodes: std::iter::once(body)
            .chain(nodes.map(|(node, score)| node_entry(report, Some(node), score)))
            .collect(),
        indicators: (0..plan.uses.len()).map(|used| use_entry(report, used)).collect(),
        issues: report.issues.iter().map(|issue| issue_entry(issue, layout, texts)).collect(),
    };
    serde_json::to_writer(&mut *out, &root)?;
    out.write_all(b"\n")
}

/// Writes issues alone, as `check` answers them.
///
/// # Errors
/// Those of the writer.
///
/// ```
/// use traguardo::issue::{kinds, Issue, Layout, Place, Table};
/// use traguardo::text::{Lang, Texts};
///
/// let issue = Issue::new(&kinds::PLAN_EMPTY, Place::table(Table::Plan));
/// let mut json = Vec::new();
/// traguardo_files::json::write_issues(&mut json, &[issue], &Layout::Folder, Texts::of(Lang::It))
///     .unwrap();
/// assert!(String::from_utf8(json).unwrap().contains("plan-empty"));
/// ```
pub fn write_issues(
    out: &mut impl Write,
    issues: &[Issue],
    layout: &Layout,
    texts: &Texts,
) -> io::Result<()> {
    #[derive(Serialize)]
    struct Issues<'a> {
        issues: Vec<IssueEntry<'a>>,
    }
    let issues = issues.iter().map(|issue| issue_entry(issue, layout, texts)).collect();
    serde_json::to_writer(&mut *out, &Issues { issues })?;
    out.write_all(b"\n")
}

fn node_entry<'a>(report: &Report<'a>, node: Option<&'a Node>, score: &NodeScore) -> NodeEntry<'a> {
    let Rolled { outcome, on_measured, coverage, .. } = score.rolled;
    let body = &report.plan.body;
    NodeEntry {
        code: node.map_or(&body.ipa, |node| &node.code),
        parent: node.and_then(|node| node.parent.as_deref()),
        level: node.map_or("ente", |node| &node.level),
        title: node.map_or(&body.name, |node| &node.title),
        weight: node.and_then(|node| node.details.weight).map(|weight| weight.to_string()),
        result: result(report, outcome),
        met: score.met,
        coverage: coverage.map(|c| rounded(c).normalize().to_string()),
        on_measured: on_measured.map(|score| rounded(score).to_string()),
        band: outcome.score().and_then(|s| report.rules.band(s)).map(|band| band.name.as_str()),
        parts: score
            .groups
            .iter()
            .filter_map(|group| {
                let kind = match group.kind {
                    GroupKind::All => return None,
                    GroupKind::Indicators => "indicators",
                    GroupKind::Children => "children",
                };
                let quota = group.quota.map(|quota| quota.to_string());
                Some(PartEntry { kind, quota, result: result(report, group.rolled.outcome) })
            })
            .collect(),
        assessed: node.and_then(|node| node.card.assessed).map(|score| score.to_string()),
        assessed_reason: node.and_then(|node| node.card.assessed_reason.as_deref()),
    }
}

fn use_entry<'a>(report: &Report<'a>, at: usize) -> UseEntry<'a> {
    let used = &report.plan.uses[at];
    let reckoning = &report.scores.uses[at].reckoning;
    let expected = report.target(at);
    UseEntry {
        code: &used.indicator,
        node: &used.node,
        title: report.use_title(at),
        weight: used.details.weight.map(|weight| weight.to_string()),
        target: expected.and_then(|expected| expected.target()).map(|target| target.normal()),
        verbatim: expected.map(|expected| expected.verbatim.as_str()),
        actual: reckoning.actual.and_then(actual),
        result: result(report, reckoning.outcome),
        met: reckoning.met,
        flags: report.flags(at),
    }
}

fn actual(actual: Actual) -> Option<String> {
    match actual {
        Actual::Number(number) => Some(number.to_string()),
        Actual::Date(date) => Some(date.to_string()),
        Actual::YesNo(yes) => Some(if yes { "yes" } else { "no" }.to_owned()),
        Actual::NotAvailable => None,
    }
}

fn result(report: &Report<'_>, outcome: Outcome) -> Result {
    Result {
        outcome: outcome.name(),
        score: outcome.score().map(|score| rounded(score).to_string()),
        printed: outcome.score().map(|score| report.rules.printed(score)),
    }
}

fn rounded(score: Decimal) -> Decimal {
    let mut score =
        score.round_dp_with_strategy(SCORE_DECIMALS, RoundingStrategy::MidpointAwayFromZero);
    score.rescale(SCORE_DECIMALS);
    score
}

fn issue_entry<'a>(issue: &'a Issue, layout: &'a Layout, texts: &Texts) -> IssueEntry<'a> {
    let place = &issue.place;
    IssueEntry {
        name: issue.kind.name,
        severity: issue.kind.severity.name(),
        at: PlaceEntry {
            file: place.file(layout),
            sheet: place.sheet(layout),
            row: place.row,
            column: place.column.as_deref(),
            code: place.code.as_deref(),
            text: place.cell.as_ref().map(|cell| cell.text.as_str()),
            span: place.cell.as_ref().map(|cell| Span { start: cell.start, length: cell.length }),
        },
        message: texts.issue(issue),
        proposals: &issue.proposals,
    }
}
