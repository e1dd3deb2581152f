//! Why a figure is what it is found to be, as a sentence: what is printed, what its parts or its
//! reading give, and the difference. Not here: the finding.

use super::written::Written;
use super::{Given, Recomputed, Told, Verdict, cause_of};
use crate::number::{self, Decimal, Rounding};
use crate::rules::Rules;
use crate::score::{Actual, Levels, Outcome, Reckoning};
use crate::text::{Arg, Sentence};

/// The most summands that a sentence lists.
const TERMS: usize = 12;

/// A printed figure, judged.
#[derive(Debug, Clone, Copy)]
pub(super) struct Judged<'a> {
    pub printed: &'a str,
    pub written: Written,
    pub verdict: Verdict,
}

/// Why the figure of an indicator is what it is found to be.
pub(super) fn of_use(
    judged: Judged<'_>,
    reckoning: &Reckoning,
    own: Told,
    rules: &Rules,
) -> Option<Sentence> {
    if let Some(sentence) = without_figure(judged, reckoning.outcome, rules) {
        return sentence;
    }
    let Judged { written: Written::Figure(figure), verdict, .. } = judged else { return None };
    let say = |key| Sentence::new(key).with("printed", judged.printed.to_owned());
    let Outcome::Scored(score) = reckoning.outcome else {
        let key = match verdict {
            Verdict::NotCompared => "audit-use-no-data",
            _ => "audit-use-no-figure",
        };
        return Some(say(key).with("cause", Arg::Named(cause_of(&reckoning.formula))));
    };
    let actual = match reckoning.actual {
        Some(Actual::Number(number)) => number::format(number.round_dp(6)),
        Some(Actual::Date(day)) => day.strftime("%d/%m/%Y").to_string(),
        _ => "none".to_owned(),
    };
    let level = match reckoning.levels {
        Levels::One(level) => number::format(level.round_dp(6)),
        Levels::Range(low, high) => format!("{}–{}", number::format(low), number::format(high)),
        Levels::Deadline(day) => day.strftime("%d/%m/%Y").to_string(),
        Levels::None => "none".to_owned(),
    };
    let key = match verdict {
        Verdict::Equal => return None,
        Verdict::Wrong => "audit-use-wrong",
        _ => "audit-use-within",
    };
    let sentence = say(key)
        .with("computed", like(score, figure, rules))
        .with("actual", actual)
        .with("level", level);
    let sentence = bounds(sentence, own.as_printed, figure, rules);
    Some(difference(sentence, score, figure, rules))
}

/// Why the figure of a node, or of one kind of its parts, is what it is found to be.
pub(super) fn of_node(
    judged: Judged<'_>,
    computed: Outcome,
    recomputed: &Recomputed,
    rules: &Rules,
) -> Option<Sentence> {
    if let Some(sentence) = without_figure(judged, computed, rules) {
        return sentence;
    }
    let Judged { written: Written::Figure(figure), verdict, .. } = judged else { return None };
    let say = |key| Sentence::new(key).with("printed", judged.printed.to_owned());
    let given = recomputed.told.as_printed;
    if verdict == Verdict::WithinRounding && !judged.written.is_within(given, rules) {
        // A slip below it did not reach it: its parts set right give it.
        let sentence = say("audit-node-within-set-right")
            .with("computed", like(computed.score().unwrap_or_default(), figure, rules));
        return Some(bounds(sentence, recomputed.told.set_right, figure, rules));
    }
    let Outcome::Scored(mean) = given.outcome else {
        let key =
            if verdict == Verdict::Wrong { "audit-node-no-figure" } else { "audit-node-no-data" };
        return (verdict != Verdict::Equal).then(|| say(key));
    };
    let key = match verdict {
        Verdict::Equal => return None,
        Verdict::NotCompared => return Some(say("audit-node-no-data")),
        Verdict::FollowsWrong => "audit-node-follows",
        Verdict::WithinRounding if computed.score().is_none() => "audit-node-from-printed",
        Verdict::WithinRounding => "audit-node-within",
        Verdict::Wrong => "audit-node-wrong",
    };
    let set_right = computed.score().unwrap_or(mean);
    let sentence = say(key)
        .with("given", like(mean, figure, rules))
        .with("computed", like(set_right, figure, rules))
        .with("equation", equation(&recomputed.terms, rules));
    let sentence = bounds(sentence, given, figure, rules);
    Some(difference(sentence, mean, figure, rules))
}

/// What is said where no figure is printed; `None`: one is.
fn without_figure(
    judged: Judged<'_>,
    computed: Outcome,
    rules: &Rules,
) -> Option<Option<Sentence>> {
    let computed = computed.score().map(|score| rules.printed(score)).unwrap_or_default();
    let key = match (judged.written, judged.verdict) {
        (Written::Figure(_), _) => return None,
        (_, Verdict::Equal) => return Some(None),
        (Written::Unread, _) => "audit-not-a-figure",
        (Written::Dash, _) => "audit-dash",
        (Written::NotAvailable, Verdict::Wrong) => "audit-not-available-wrong",
        (Written::NotAvailable, _) => "audit-not-available",
    };
    let sentence = Sentence::new(key).with("printed", judged.printed.to_owned());
    Some(Some(sentence.with("computed", computed)))
}

fn bounds(sentence: Sentence, given: Given, figure: Decimal, rules: &Rules) -> Sentence {
    let (low, high) = (like(given.span.low, figure, rules), like(given.span.high, figure, rules));
    // Where rounding changes nothing there is nothing to be said of it.
    let low = if low == high { "none".to_owned() } else { low };
    sentence.with("low", low).with("high", high)
}

fn difference(sentence: Sentence, score: Decimal, figure: Decimal, rules: &Rules) -> Sentence {
    let score = number::round(score, figure.scale(), rules.print.rounding);
    sentence.with("difference", number::format((figure - score).abs()))
}

/// A number with as many decimals as the printed figure has.
fn like(number: Decimal, figure: Decimal, rules: &Rules) -> String {
    number::format(number::round(number, figure.scale(), rules.print.rounding))
}

fn equation(terms: &[(Decimal, Decimal)], rules: &Rules) -> String {
    let term = |(share, score): &(Decimal, Decimal)| {
        let share = number::round(*share, 2, Rounding::HalfUp).normalize();
        format!("{}% × {}", number::format(share), rules.printed(*score))
    };
    let mut listed: Vec<String> = terms.iter().take(TERMS).map(term).collect();
    if terms.len() > TERMS {
        listed.push("…".to_owned());
    }
    listed.join(" + ")
}
