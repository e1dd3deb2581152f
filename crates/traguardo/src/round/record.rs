//! The canonical record of a round: its inputs and scores as one text, the same everywhere.
//! Not here: its hash, which the store takes, and its grammar in words (`docs/verifiche.md`).

use hashbrown::HashMap;

use super::line::{Line, read_lines};
use super::{Frozen, Of};
use crate::number::{self, Decimal, Rounding};
use crate::plan::{Details, Plan, Status, Targets};
use crate::reading::{Observed, Reading, ReadingState};
use crate::rules::{AtMostRule, MissingRule, NotDueRule, Rules, StepsRule, WithoutWeightsRule};
use crate::score::{Outcome, Rolled, Scores};
use crate::target::Expected;

/// The version of the form: the first line of every record.
const FORM: &str = "traguardo-round";
const VERSION: u8 = 1;
/// Decimals of a score, as the JSON of `traguardo score` has them.
const SCORE_DECIMALS: u32 = 6;

/// The record of a round: lines of `name`, tab, `key=text`, …, ended by a line feed, in the order
/// of their bytes behind the first. It is a function of the inputs alone: neither the order of
/// rows nor the database matters.
///
/// ```
/// # use traguardo::{round::{Frozen, record}, rules::Rules, sample};
/// let (plan, readings, rules) = (sample::plan(), sample::readings(), Rules::default());
/// let round = sample::round();
/// let text = record(&Frozen { round: &round, plan: &plan, rules: &rules, readings: &readings });
/// assert!(text.starts_with("traguardo-round\tversion=1\n"));
/// assert!(text.contains("\tcode=1\tcoverage=100\ton_measured=73.843631\toutcome=scored\t"));
/// ```
#[must_use]
pub fn record(frozen: &Frozen<'_>) -> String {
    let Frozen { plan, rules, .. } = *frozen;
    let scores = frozen.scores();
    let mut lines = Vec::new();
    lines.push(of_round(frozen));
    of_gaps(frozen, &mut lines);
    of_body(plan, &mut lines);
    of_rules(rules, &mut lines);
    of_tree(plan, &mut lines);
    of_readings(frozen, &mut lines);
    of_scores(plan, rules, &scores, &mut lines);
    let mut lines: Vec<String> = lines.into_iter().map(Line::written).collect();
    lines.sort_unstable();
    let mut text = Line::new(FORM).with("version", VERSION).written();
    for line in lines {
        text.push('\n');
        text.push_str(&line);
    }
    text.push('\n');
    text
}

/// What a record says came out, figure by figure: to be compared with, never to reckon from.
///
/// ```
/// # use traguardo::{round::{Frozen, record}, rules::Rules, sample};
/// use traguardo::round::{Of, recorded};
/// # let (plan, readings, rules) = (sample::plan(), sample::readings(), Rules::default());
/// # let round = sample::round();
/// let text = record(&Frozen { round: &round, plan: &plan, rules: &rules, readings: &readings });
/// let figures = recorded(&text);
/// assert_eq!(figures[&Of::Node("1".into())].score().unwrap().to_string(), "73.843631");
/// ```
#[must_use]
pub fn recorded(record: &str) -> HashMap<Of, Outcome> {
    let figure = |(name, fields): (String, Vec<(String, String)>)| {
        let held = |key: &str| {
            fields.iter().find(|(known, _)| known == key).map(|(_, held)| held.as_str())
        };
        let of = match (name.as_str(), held("code"), held("indicator"), held("node")) {
            ("score", Some(code), ..) => Of::Node(code.to_owned()),
            ("score", _, Some(indicator), Some(node)) => {
                Of::Use { indicator: indicator.to_owned(), node: node.to_owned() }
            }
            ("score", ..) => Of::Body,
            _ => return None,
        };
        let outcome = match held("outcome")? {
            "scored" => Outcome::Scored(held("score")?.parse().ok()?),
            "missing" => Outcome::Missing,
            "not_due" => Outcome::NotDue,
            "baseline" => Outcome::Baseline,
            "neutralised" => Outcome::Neutralised,
            _ => return None,
        };
        Some((of, outcome))
    };
    read_lines(record).into_iter().filter_map(figure).collect()
}

/// A score as the record has it.
pub(super) fn digits(score: Decimal) -> Decimal {
    number::round(score, SCORE_DECIMALS, Rounding::HalfUp)
}

fn of_round(frozen: &Frozen<'_>) -> Line {
    let (round, plan) = (frozen.round, frozen.plan);
    Line::new("round")
        .with("body", &plan.body.ipa)
        .with("checkpoint", round.checkpoint)
        .with("closed_at", round.closed_at)
        .with("closed_by", &round.closed_by)
        .with("program", &round.program)
        .or_blank("reason", round.reason.as_ref())
        .with("revision", round.revision)
        .with("year", plan.year)
}

fn of_gaps(frozen: &Frozen<'_>, lines: &mut Vec<Line>) {
    lines.extend(frozen.round.gaps.iter().map(|gap| {
        Line::new("gap")
            .with("indicator", &gap.indicator)
            .or_blank("part", gap.part)
            .with("kind", gap.kind.name())
    }));
}

fn of_body(plan: &Plan, lines: &mut Vec<Line>) {
    lines.push(Line::new("body").with("ipa", &plan.body.ipa).with("name", &plan.body.name));
    for (n, level) in (1..).zip(&plan.levels) {
        lines.push(Line::new("level").with("n", n).with("name", level));
    }
    for checkpoint in &plan.checkpoints {
        let line = Line::new("checkpoint").with("date", checkpoint.date);
        lines.push(line.or_blank("hand_in", checkpoint.hand_in));
    }
    lines.extend(plan.cluster.iter().map(|body| Line::new("cluster").with("body", body)));
    lines.extend(
        plan.events
            .iter()
            .map(|event| Line::new("event").with("name", &event.name).or_blank("date", event.date)),
    );
    lines.extend(plan.answers.iter().map(|answer| {
        Line::new("answer")
            .with("code", &answer.code)
            .or_blank("node", answer.parent.as_ref())
            .with("column", &answer.column)
            .with("written", &answer.written)
            .with("means", &answer.means)
    }));
}

fn of_rules(rules: &Rules, lines: &mut Vec<Line>) {
    let Rules { valid_from, indicator, node, print, bands } = rules;
    let line = Line::new("rules")
        .or_blank("valid_from", *valid_from)
        .or_blank("cap", indicator.cap)
        .with("floor", indicator.floor)
        .with(
            "at_most",
            match indicator.at_most {
                AtMostRule::Linear => "linear",
                AtMostRule::Hyperbolic => "hyperbolic",
            },
        )
        .with(
            "steps",
            match indicator.steps {
                StepsRule::Stairs => "stairs",
                StepsRule::Interpolate => "interpolate",
            },
        )
        .with("late_points_per_day", indicator.late_points_per_day)
        .with("underestimated_from", indicator.underestimated_from)
        .with(
            "missing",
            match node.missing {
                MissingRule::Zero => "zero",
                MissingRule::Exclude => "exclude",
                MissingRule::Block => "block",
            },
        )
        .with(
            "not_due",
            match node.not_due {
                NotDueRule::Zero => "zero",
                NotDueRule::Exclude => "exclude",
            },
        )
        .with(
            "without_weights",
            match node.without_weights {
                WithoutWeightsRule::NoScore => "no_score",
                WithoutWeightsRule::Equal => "equal",
            },
        )
        .with("decimals", print.decimals)
        .with(
            "rounding",
            match print.rounding {
                Rounding::HalfUp => "half_up",
                Rounding::Truncate => "truncate",
            },
        );
    lines.push(line);
    lines.extend(
        bands.iter().map(|band| Line::new("band").with("from", band.from).with("name", &band.name)),
    );
}

fn of_tree(plan: &Plan, lines: &mut Vec<Line>) {
    for node in &plan.nodes {
        let line = Line::new("node")
            .with("code", &node.code)
            .or_blank("parent", node.parent.as_ref())
            .with("level", &node.level)
            .with("title", &node.title)
            .or_blank("quota_indicators", node.quotas.indicators)
            .or_blank("quota_children", node.quotas.children);
        lines.push(of_details(line, &node.details));
        of_targets(None, &node.code, &node.details.targets, lines);
    }
    for indicator in &plan.indicators {
        let line = Line::new("indicator")
            .with("code", &indicator.code)
            .with("title", &indicator.title)
            .or_blank("measure", indicator.measure.as_ref())
            .or_blank(
                "direction",
                indicator.direction.map(|direction| match direction {
                    crate::indicator::Direction::Up => "up",
                    crate::indicator::Direction::Down => "down",
                }),
            )
            .or_blank("accumulates", indicator.accumulates.map(|yes| if yes { "1" } else { "0" }));
        lines.push(line);
    }
    for used in &plan.uses {
        let line = Line::new("use")
            .with("indicator", &used.indicator)
            .with("node", &used.node)
            .or_blank("title", used.title.as_ref());
        lines.push(of_details(line, &used.details));
        of_targets(Some(&used.indicator), &used.node, &used.details.targets, lines);
    }
}

/// Weight and status: the rest of the details enters no score.
fn of_details(line: Line, details: &Details) -> Line {
    let status = details.status.map(|status| match status {
        Status::Updated => "updated",
        Status::Eliminated => "eliminated",
        Status::Inserted => "inserted",
        Status::Confirmed => "confirmed",
        Status::Neutralised => "neutralised",
    });
    line.or_blank("weight", details.weight).or_blank("status", status)
}

fn of_targets(indicator: Option<&String>, node: &str, targets: &Targets, lines: &mut Vec<Line>) {
    let mut put = |kind: &str, term: Option<String>, expected: &Expected| {
        let normal = expected.target().map(crate::target::Target::normal);
        let line = Line::new("target")
            .or_blank("indicator", indicator)
            .with("node", node)
            .with("kind", kind)
            .or_blank("term", term)
            .with("verbatim", &expected.verbatim)
            .or_blank("normal", normal);
        lines.push(line);
    };
    let Targets { year, other_years, periodic, steps } = targets;
    year.iter().for_each(|expected| put("year", None, expected));
    for (year, expected) in other_years {
        put("other_year", Some(year.to_string()), expected);
    }
    for (date, expected) in periodic {
        put("periodic", Some(date.to_string()), expected);
    }
    for (score, expected) in steps {
        put("step", Some(score.to_string()), expected);
    }
}

fn of_readings(frozen: &Frozen<'_>, lines: &mut Vec<Line>) {
    for (included, reading) in frozen.round.included.iter().zip(&frozen.readings.list) {
        let check = included.check.as_ref();
        let line = Line::new("reading")
            .with("standing", included.standing.name())
            .or_blank("checked_by", check.map(|check| &check.by))
            .or_blank("checked_at", check.map(|check| check.at));
        lines.push(of_reading(line, reading));
    }
}

fn of_reading(line: Line, reading: &Reading) -> Line {
    let state = reading.state.map(|state| match state {
        ReadingState::Recorded => "recorded",
        ReadingState::Checked => "checked",
    });
    let line = line
        .with("indicator", &reading.indicator)
        .or_blank("date", reading.date)
        .or_blank("part", reading.part)
        .or_blank("state", state)
        .or_blank("source", reading.source.as_ref())
        .or_blank("note", reading.note.as_ref())
        .or_blank("body", reading.body.as_ref())
        .or_blank("recorded_at", reading.recorded_at)
        .or_blank("recorded_by", reading.recorded_by.as_ref())
        .or_blank("reason", reading.reason.as_ref());
    match &reading.observed {
        Observed::Number(quantity) => line
            .with("kind", "number")
            .with("number", quantity.number)
            .or_blank("measure", quantity.measure.as_ref()),
        Observed::Quotient { numerator, denominator, stated } => line
            .with("kind", "quotient")
            .with("numerator", numerator)
            .with("denominator", denominator)
            .or_blank("number", stated.as_ref().map(|quantity| quantity.number))
            .or_blank("measure", stated.as_ref().and_then(|quantity| quantity.measure.as_ref())),
        Observed::Done(date) => line.with("kind", "done").with("done_on", date),
        Observed::YesNo(yes) => {
            line.with("kind", "yes_no").with("yes", if *yes { "1" } else { "0" })
        }
        Observed::Judgement(mark) => line.with("kind", "judgement").with("number", mark),
        Observed::NotAvailable => line.with("kind", "not_available"),
        Observed::Unread(text) => line.with("kind", "unread").with("unread", text),
    }
}

fn of_scores(plan: &Plan, rules: &Rules, scores: &Scores, lines: &mut Vec<Line>) {
    lines.push(of_rolled(Line::new("score"), scores.body.met, &scores.body.rolled, rules));
    for (node, score) in plan.nodes.iter().zip(&scores.nodes) {
        let line = Line::new("score").with("code", &node.code);
        lines.push(of_rolled(line, score.met, &score.rolled, rules));
    }
    for (used, score) in plan.uses.iter().zip(&scores.uses) {
        let line = Line::new("score").with("indicator", &used.indicator).with("node", &used.node);
        let line = of_outcome(line, score.reckoning.outcome, rules);
        lines.push(of_met(line, score.reckoning.met));
    }
}

fn of_rolled(line: Line, met: Option<bool>, rolled: &Rolled, rules: &Rules) -> Line {
    let line = of_outcome(line, rolled.outcome, rules)
        .or_blank("coverage", rolled.coverage.map(|share| digits(share).normalize()))
        .or_blank("on_measured", rolled.on_measured.map(digits));
    of_met(line, met)
}

fn of_outcome(line: Line, outcome: Outcome, rules: &Rules) -> Line {
    let score = outcome.score();
    line.with("outcome", outcome.name())
        .or_blank("score", score.map(digits))
        .or_blank("printed", score.map(|score| rules.printed(score)))
        .or_blank("band", score.and_then(|score| rules.band(score)).map(|band| &band.name))
}

fn of_met(line: Line, met: Option<bool>) -> Line {
    line.or_blank("met", met.map(|met| if met { "1" } else { "0" }))
}
