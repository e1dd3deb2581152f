//! The rules in force, said in sentences, as far as they bear on a number.
//! Not here: what they do, which is the core's.

use traguardo::number::{self, Rounding};
use traguardo::rules::{AtMostRule, MissingRule, NotDueRule, WithoutWeightsRule};
use traguardo::score::Outcome;
use traguardo::target::{Comparison, Meaning, Target};

use crate::view::View;

/// The rules that bear on the score of a node.
#[must_use]
pub fn of_node(view: &View<'_>) -> Vec<String> {
    let without_weights = match view.report.rules.node.without_weights {
        WithoutWeightsRule::NoScore => "rule-without-weights-none",
        WithoutWeightsRule::Equal => "rule-without-weights-equal",
    };
    let mut lines: Vec<String> =
        [missing(view), not_due(view), without_weights].map(|key| view.words.say(key)).into();
    lines.push(printing(view));
    lines
}

/// The rules that bear on the score of an indicator under a node.
#[must_use]
pub fn of_use(view: &View<'_>, used: usize) -> Vec<String> {
    let rules = view.report.rules.indicator;
    let target = view.report.target(used).map(|target| &target.meaning);
    let floor = number::format(rules.floor.normalize());
    let limits = match rules.cap {
        Some(cap) => {
            let cap = number::format(cap.normalize());
            view.words.tell("rule-limits", &[("floor", floor.into()), ("cap", cap.into())])
        }
        None => view.words.tell("rule-no-cap", &[("floor", floor.into())]),
    };
    let at_most = match rules.at_most {
        AtMostRule::Linear => "rule-at-most-linear",
        AtMostRule::Hyperbolic => "rule-at-most-hyperbolic",
    };
    let late = if rules.late_points_per_day.is_zero() {
        view.words.say("rule-late-zero")
    } else {
        let points = number::format(rules.late_points_per_day.normalize());
        view.words.tell("rule-late-points", &[("points", points.into())])
    };
    let mut lines = vec![limits];
    match target {
        Some(Meaning::Read(Target::Level {
            comparison: Comparison::AtMost | Comparison::LessThan,
            ..
        })) => lines.push(view.words.say(at_most)),
        Some(Meaning::Read(Target::By(_))) => lines.push(late),
        _ => {}
    }
    match view.report.scores.uses[used].reckoning.outcome {
        Outcome::Missing => lines.push(view.words.say(missing(view))),
        Outcome::NotDue => lines.push(view.words.say(not_due(view))),
        Outcome::Scored(_) | Outcome::Baseline | Outcome::Neutralised => {}
    }
    lines.push(printing(view));
    lines
}

fn missing(view: &View<'_>) -> &'static str {
    match view.report.rules.node.missing {
        MissingRule::Zero => "rule-missing-zero",
        MissingRule::Exclude => "rule-missing-exclude",
        MissingRule::Block => "rule-missing-block",
    }
}

fn not_due(view: &View<'_>) -> &'static str {
    match view.report.rules.node.not_due {
        NotDueRule::Zero => "rule-not-due-zero",
        NotDueRule::Exclude => "rule-not-due-exclude",
    }
}

fn printing(view: &View<'_>) -> String {
    let rules = view.report.rules.print;
    let key = match rules.rounding {
        Rounding::HalfUp => "rule-print-half-up",
        Rounding::Truncate => "rule-print-truncate",
    };
    view.words.tell(key, &[("decimals", i64::from(rules.decimals).into())])
}
