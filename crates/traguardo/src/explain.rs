//! Where a number comes from: an equation, its reasons and its parts, down to the readings.
//! Not here: the computing, which left behind all that is needed, and the languages.

mod leaf;
mod target;

use crate::number::{self, Decimal};
use crate::report::Report;
use crate::score::{Cause, Group, GroupKind, Outcome, Part, PartOf, Rolled};
use crate::target::Expected;
use crate::text::{Arg, Sentence};

/// What is explained.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// The body as a whole.
    Body,
    /// A node, by its position in the plan.
    Node(usize),
    /// One of the two kinds of parts of a node that has quotas.
    Group(Option<usize>, GroupKind),
    /// An indicator in use, by its position in the plan.
    Use(usize),
    /// A part of a compound target, counted from 1.
    CompoundPart(usize, usize),
}

/// Where one number comes from.
#[derive(Debug, Clone, PartialEq)]
pub struct Explanation {
    /// What is explained.
    pub subject: Subject,
    /// Its code; of a group, that of its node.
    pub code: String,
    /// Its title; blank for a group.
    pub title: String,
    /// What came out.
    pub outcome: Outcome,
    /// The digits of the score as every surface prints them; `None`: no score.
    pub printed: Option<String>,
    /// The same on the measured part only, where that differs.
    pub on_measured: Option<String>,
    /// How the result is made of its parts, as an equation with printed numbers.
    pub equation: Vec<Term>,
    /// What else there is to say, in order.
    pub sentences: Vec<Sentence>,
    /// The positions of the readings it rests on directly.
    pub readings: Vec<usize>,
    /// What it is made of.
    pub parts: Vec<ExplainedPart>,
}

/// One summand of an equation: a share in per cent times a score.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// The share, printed: `33,34`.
    pub share: String,
    /// The score, printed; what counts 0 because it is missing prints 0.
    pub score: String,
}

/// A part of a number.
#[derive(Debug, Clone, PartialEq)]
pub struct ExplainedPart {
    /// Its weight or quota as the plan has it, printed.
    pub weight: String,
    /// Its share of the result, in per cent, printed; `None`: it does not count.
    pub share: Option<String>,
    /// The points it brings, printed; `None`: it does not count.
    pub contribution: Option<String>,
    /// Where its own number comes from.
    pub explanation: Explanation,
}

/// Decimals of a share in per cent: weights are written with two.
const SHARE_DECIMALS: u32 = 2;

/// How far down an explanation goes by itself; a tree this deep is read level by level.
const DEPTH_LIMIT: usize = 64;

/// Explains a number down to the readings it rests on.
///
/// ```
/// use traguardo::explain::{explain, Subject};
/// use traguardo::{period::parse_date, report::Report, rules::Rules, sample};
///
/// let (plan, readings, rules) = (sample::plan(), sample::readings(), Rules::default());
/// let report = Report::new(&plan, &readings, &rules, parse_date("30/06/2020").unwrap());
/// let objective = explain(&report, Subject::Node(1));
/// assert_eq!(objective.printed.as_deref(), Some("73,84"));
/// // 73,84 = 50% × 47,69 + 50% × 100,00
/// let terms: Vec<_> = objective.equation.iter().map(|t| (&*t.share, &*t.score)).collect();
/// assert_eq!(terms, [("50", "47,69"), ("50", "100,00")]);
/// ```
#[must_use]
pub fn explain(report: &Report<'_>, subject: Subject) -> Explanation {
    explain_down(report, subject, DEPTH_LIMIT)
}

/// Explains a number by its own parts only, each without the parts below it; the two kinds of
/// parts of a node with quotas are no step of their own.
///
/// ```
/// use traguardo::explain::{explain_one_level, Subject};
/// use traguardo::{period::parse_date, report::Report, rules::Rules, sample};
///
/// let (plan, readings, rules) = (sample::plan(), sample::readings(), Rules::default());
/// let report = Report::new(&plan, &readings, &rules, parse_date("30/06/2020").unwrap());
/// let area = explain_one_level(&report, Subject::Node(0));
/// assert!(area.parts.iter().all(|part| part.explanation.parts.is_empty()));
/// ```
#[must_use]
pub fn explain_one_level(report: &Report<'_>, subject: Subject) -> Explanation {
    explain_down(report, subject, 1)
}

fn explain_down(report: &Report<'_>, subject: Subject, depth: usize) -> Explanation {
    match subject {
        Subject::Body => explain_node(report, None, depth),
        Subject::Node(at) => explain_node(report, Some(at), depth),
        Subject::Group(node, kind) => {
            let group = report.scores.of(node).groups.iter().find(|group| group.kind == kind);
            match group {
                Some(group) => explain_group(report, node, group, depth),
                None => explain_node(report, node, depth),
            }
        }
        Subject::Use(at) | Subject::CompoundPart(at, _) => leaf::explain_use(report, at, depth),
    }
}

fn explain_node(report: &Report<'_>, node: Option<usize>, depth: usize) -> Explanation {
    let score = report.scores.of(node);
    let subject = node.map_or(Subject::Body, Subject::Node);
    let (code, title) = match node {
        Some(at) => (&report.plan.nodes[at].code, &report.plan.nodes[at].title),
        None => (&report.plan.body.ipa, &report.plan.body.name),
    };
    let mut explanation = rolled_up(report, subject, score.rolled);
    explanation.code.clone_from(code);
    explanation.title.clone_from(title);
    if let [group] = score.groups.as_slice()
        && group.kind == GroupKind::All
    {
        explanation.parts = parts(report, group, depth);
    } else {
        let quotas = score.groups.iter().map(|group| ExplainedPart {
            weight: group.quota.map_or_else(String::new, number::format),
            share: group.share.map(share_in_per_cent),
            contribution: contribution(report, group.share, group.rolled.outcome),
            explanation: if depth > 0 {
                // The two parts of a node are not a level of their own.
                explain_group(report, node, group, depth)
            } else {
                rolled_up(report, Subject::Group(node, group.kind), group.rolled)
            },
        });
        explanation.parts = quotas.collect();
    }
    explanation.equation = equation(report, &explanation.parts);
    if let Some(at) = node {
        say_target(report, at, &mut explanation);
    }
    if depth == 0 {
        explanation.parts.clear();
    }
    explanation
}

fn explain_group(
    report: &Report<'_>,
    node: Option<usize>,
    group: &Group,
    depth: usize,
) -> Explanation {
    let mut explanation = rolled_up(report, Subject::Group(node, group.kind), group.rolled);
    explanation.code = node.map_or(&report.plan.body.ipa, |at| &report.plan.nodes[at].code).clone();
    explanation.parts = parts(report, group, depth);
    explanation.equation = equation(report, &explanation.parts);
    explanation
}

/// What all that rolls up has in common.
fn rolled_up(report: &Report<'_>, subject: Subject, rolled: Rolled) -> Explanation {
    let printed = rolled.outcome.score().map(|score| report.rules.printed(score));
    let on_measured = rolled.on_measured.map(|score| report.rules.printed(score));
    let mut sentences = Vec::new();
    if let Some(cause) = rolled.cause {
        sentences.push(no_score(cause));
    }
    if let Some(coverage) = rolled.coverage.filter(|c| *c != Decimal::ONE_HUNDRED) {
        sentences.push(Sentence::new("why-coverage").with("coverage", per_cent(coverage)));
    }
    Explanation {
        subject,
        code: String::new(),
        title: String::new(),
        outcome: rolled.outcome,
        on_measured: on_measured.filter(|measured| Some(measured) != printed.as_ref()),
        printed,
        equation: Vec::new(),
        sentences,
        readings: Vec::new(),
        parts: Vec::new(),
    }
}

fn parts(report: &Report<'_>, group: &Group, depth: usize) -> Vec<ExplainedPart> {
    let explained = |part: &Part| {
        let below = depth.saturating_sub(1);
        let (weight, explanation) = match part.of {
            PartOf::Node(at) => {
                (report.plan.nodes[at].details.weight, explain_node(report, Some(at), below))
            }
            PartOf::Use(at) => {
                (report.plan.uses[at].details.weight, leaf::explain_use(report, at, below))
            }
        };
        ExplainedPart {
            weight: weight.map_or_else(String::new, number::format),
            share: part.share.map(share_in_per_cent),
            contribution: contribution(report, part.share, report.scores.outcome(part.of)),
            explanation,
        }
    };
    if depth == 0 { Vec::new() } else { group.parts.iter().map(explained).collect() }
}

fn contribution(report: &Report<'_>, share: Option<Decimal>, outcome: Outcome) -> Option<String> {
    let points = share?.checked_mul(outcome.score().unwrap_or_default())?;
    Some(report.rules.printed(points))
}

fn share_in_per_cent(share: Decimal) -> String {
    per_cent(share * Decimal::ONE_HUNDRED)
}

fn per_cent(number: Decimal) -> String {
    number::format(number::round(number, SHARE_DECIMALS, number::Rounding::HalfUp).normalize())
}

fn equation(report: &Report<'_>, parts: &[ExplainedPart]) -> Vec<Term> {
    let term = |part: &ExplainedPart| {
        let zero = || report.rules.printed(Decimal::ZERO);
        let score = part.explanation.printed.clone().unwrap_or_else(zero);
        part.share.clone().map(|share| Term { share, score })
    };
    parts.iter().filter_map(term).collect()
}

fn say_target(report: &Report<'_>, node: usize, explanation: &mut Explanation) {
    let target: Option<&Expected> = report.plan.nodes[node].details.targets.year.as_ref();
    let Some(target) = target else { return };
    let met = match report.scores.nodes[node].met {
        Some(true) => "why-node-target-met",
        Some(false) => "why-node-target-not-met",
        None => "why-node-target",
    };
    explanation.sentences.push(Sentence::new(met).with("target", target.verbatim.clone()));
}

/// That there is no score, and why.
fn no_score(cause: Cause) -> Sentence {
    Sentence::new("why-no-score").with("cause", Arg::Named(cause_key(cause)))
}

/// The name of the text that says why there is no score.
///
/// ```
/// use traguardo::{explain::cause_key, score::Cause};
/// assert_eq!(cause_key(Cause::NoReading), "cause-no-reading");
/// ```
#[must_use]
pub fn cause_key(cause: Cause) -> &'static str {
    match cause {
        Cause::NoTarget => "cause-no-target",
        Cause::TargetQuestion => "cause-target-question",
        Cause::NoReading => "cause-no-reading",
        Cause::NotAvailable => "cause-not-available",
        Cause::ReadingUnread => "cause-reading-unread",
        Cause::ReadingsConflict => "cause-readings-conflict",
        Cause::OtherKind => "cause-other-kind",
        Cause::DenominatorZero => "cause-denominator-zero",
        Cause::ReferenceMissing => "cause-reference-missing",
        Cause::ReferenceZero => "cause-reference-zero",
        Cause::EventUnknown => "cause-event-unknown",
        Cause::EventWithoutDate => "cause-event-without-date",
        Cause::NotJudged => "cause-not-judged",
        Cause::Overflow => "cause-overflow",
        Cause::FaultyRow => "cause-faulty-row",
        Cause::StillTime => "cause-still-time",
        Cause::BaselineYear => "cause-baseline-year",
        Cause::Neutralised => "cause-neutralised",
        Cause::Eliminated => "cause-eliminated",
        Cause::NoParts => "cause-no-parts",
        Cause::NoWeights => "cause-no-weights",
        Cause::WeightsZero => "cause-weights-zero",
        Cause::NothingScored => "cause-nothing-scored",
        Cause::Blocked => "cause-blocked",
    }
}
