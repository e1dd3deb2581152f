//! Where the score of one indicator comes from: its target, its reading and its formula.
//! Not here: what rolls up from it.

use super::{ExplainedPart, Explanation, Subject, no_score, target};
use crate::number::{self, Decimal, Rounding};
use crate::reading::{Observed, Reading, ReadingState};
use crate::report::Report;
use crate::score::{Actual, Formula, Levels, Reckoning};
use crate::target::Combine;
use crate::text::{Arg, Sentence};

pub(super) fn explain_use(report: &Report<'_>, used: usize, depth: usize) -> Explanation {
    let score = &report.scores.uses[used];
    let mut explanation = of_reckoning(report, Subject::Use(used), &score.reckoning);
    explanation.code.clone_from(&report.plan.uses[used].indicator);
    report.use_title(used).clone_into(&mut explanation.title);
    explanation.sentences.splice(0..0, target::sentences(report, used));
    if score.underestimated {
        let from = number::format(report.rules.indicator.underestimated_from);
        explanation.sentences.push(Sentence::new("why-underestimated").with("from", from));
    }
    if let (Formula::Compound(parts, _), true) = (&score.reckoning.formula, depth > 0) {
        explanation.parts = compound_parts(report, used, parts, &mut 1);
    }
    explanation
}

/// The parts of a compound target, numbered as readings number them: through all that have
/// readings, a compound part's own parts after one another.
fn compound_parts(
    report: &Report<'_>,
    used: usize,
    parts: &[Reckoning],
    next: &mut usize,
) -> Vec<ExplainedPart> {
    let explained = |part: &Reckoning| {
        let mut explanation = of_reckoning(report, Subject::CompoundPart(used, *next), part);
        match &part.formula {
            Formula::Compound(parts, _) => {
                explanation.parts = compound_parts(report, used, parts, next);
            }
            _ => *next += 1,
        }
        ExplainedPart { weight: String::new(), share: None, contribution: None, explanation }
    };
    parts.iter().map(explained).collect()
}

fn of_reckoning(report: &Report<'_>, subject: Subject, reckoning: &Reckoning) -> Explanation {
    let mut sentences = Vec::new();
    if let Some(position) = reckoning.reading {
        say_reading(report, &report.readings.list[position], reckoning, &mut sentences);
    }
    for position in &reckoning.references {
        let reading = &report.readings.list[*position];
        sentences.push(said_of(reading, "why-reference"));
    }
    say_formula(report, reckoning, &mut sentences);
    say_clamp(report, reckoning, &mut sentences);
    let readings = reckoning.reading.into_iter().chain(reckoning.references.iter().copied());
    Explanation {
        subject,
        code: String::new(),
        title: String::new(),
        outcome: reckoning.outcome,
        printed: reckoning.outcome.score().map(|score| report.rules.printed(score)),
        on_measured: None,
        equation: Vec::new(),
        sentences,
        readings: readings.collect(),
        parts: Vec::new(),
    }
}

fn say_reading(
    report: &Report<'_>,
    reading: &Reading,
    reckoning: &Reckoning,
    sentences: &mut Vec<Sentence>,
) {
    sentences.push(said_of(reading, "why-reading"));
    if let (
        Observed::Quotient { numerator, denominator, stated: None },
        Some(Actual::Number(actual)),
    ) = (&reading.observed, reckoning.actual)
    {
        let per_cent =
            report.indicator(&reading.indicator).is_some_and(|indicator| indicator.is_percentage());
        let key = if per_cent { "why-quotient-per-cent" } else { "why-quotient" };
        sentences.push(
            Sentence::new(key)
                .with("numerator", number::format(*numerator))
                .with("denominator", number::format(*denominator))
                .with("result", plain(actual)),
        );
    }
    if let Some(moment) = reading.recorded_at {
        sentences.push(match &reading.recorded_by {
            Some(by) => {
                Sentence::new("why-recorded-by").with("date", moment.date()).with("by", by.clone())
            }
            None => Sentence::new("why-recorded").with("date", moment.date()),
        });
    }
    if reading.state == Some(ReadingState::Checked) {
        sentences.push(Sentence::new("why-checked"));
    }
    for (key, text) in [
        ("why-source", &reading.source),
        ("why-reason", &reading.reason),
        ("why-note", &reading.note),
    ] {
        if let Some(text) = text {
            sentences.push(Sentence::new(key).with("text", text.clone()));
        }
    }
}

/// A reading with its day, where the day is known.
fn said_of(reading: &Reading, key: &'static str) -> Sentence {
    let sentence = Sentence::new(key).with("observed", observed(reading));
    match reading.date {
        Some(date) => sentence.with("date", date),
        None => sentence.with("date", "?".to_owned()),
    }
}

/// What was observed, as an office writes it.
fn observed(reading: &Reading) -> Arg<'static> {
    let written = match &reading.observed {
        Observed::Number(quantity) => quantity.written(),
        Observed::Quotient { stated: Some(stated), .. } => stated.written(),
        Observed::Quotient { numerator, denominator, stated: None } => {
            format!("{} / {}", number::format(*numerator), number::format(*denominator))
        }
        Observed::Done(date) => return Arg::Day(*date),
        Observed::YesNo(true) => return Arg::Named("word-yes"),
        Observed::YesNo(false) => return Arg::Named("word-no"),
        Observed::Judgement(mark) => format!("{}/100", number::format(*mark)),
        Observed::NotAvailable => return Arg::Named("outcome-missing"),
        Observed::Unread(text) => format!("«{text}»"),
    };
    written.into()
}

fn say_formula(report: &Report<'_>, reckoning: &Reckoning, sentences: &mut Vec<Sentence>) {
    let result = reckoning.uncapped.map(|score| report.rules.printed(score)).unwrap_or_default();
    let sentence = match &reckoning.formula {
        Formula::Nothing(cause) => no_score(*cause),
        Formula::Share => compared("why-share", reckoning, result),
        Formula::Gap => compared("why-gap", reckoning, result),
        Formula::Surplus => compared("why-surplus", reckoning, result),
        Formula::Inverse => compared("why-inverse", reckoning, result),
        Formula::Met => compared("why-met", reckoning, result),
        Formula::NotMet => compared("why-not-met", reckoning, result),
        Formula::Step(None) => Sentence::new("why-no-step"),
        Formula::Step(Some(step)) => Sentence::new("why-step").with("step", number::format(*step)),
        Formula::Between(low, high) => Sentence::new("why-between")
            .with("low", number::format(*low))
            .with("high", number::format(*high))
            .with("result", result),
        Formula::Late { days, points_per_day } if points_per_day.is_zero() => {
            Sentence::new("why-late").with("days", *days)
        }
        Formula::Late { days, points_per_day } => Sentence::new("why-late-points")
            .with("days", *days)
            .with("points", number::format(*points_per_day))
            .with("result", result),
        Formula::Overdue => match reckoning.levels {
            Levels::Deadline(date) => Sentence::new("why-overdue").with("date", date),
            _ => Sentence::new("why-no-step"),
        },
        Formula::Judged => Sentence::new("why-judged").with("result", result),
        Formula::Compound(_, Combine::Min) => Sentence::new("why-compound-min"),
        Formula::Compound(_, Combine::Mean) => Sentence::new("why-compound-mean"),
    };
    sentences.push(sentence);
}

/// A formula of an actual and a level. What lies outside a range is compared with the nearer
/// bound.
fn compared(key: &'static str, reckoning: &Reckoning, result: String) -> Sentence {
    let actual = match reckoning.actual {
        Some(Actual::Number(actual)) => Some(actual),
        Some(Actual::Date(_) | Actual::YesNo(_) | Actual::NotAvailable) | None => None,
    };
    let level = match (reckoning.levels, actual) {
        (Levels::One(level), _) => Some(level),
        (Levels::Range(low, _), Some(actual)) if actual < low => Some(low),
        (Levels::Range(_, high), Some(actual)) if actual > high => Some(high),
        _ => None,
    };
    match (actual, level) {
        (Some(actual), Some(level)) => {
            let gap = (actual - level).abs();
            Sentence::new(key)
                .with("actual", bracketed(actual))
                .with("level", bracketed(level))
                .with("gap", plain(gap))
                .with("size", plain(level.abs()))
                .with("result", result)
        }
        _ if key == "why-not-met" => Sentence::new("why-nothing-reached"),
        _ => Sentence::new("why-reached"),
    }
}

fn say_clamp(report: &Report<'_>, reckoning: &Reckoning, sentences: &mut Vec<Sentence>) {
    let (Some(uncapped), Some(score)) = (reckoning.uncapped, reckoning.outcome.score()) else {
        return;
    };
    let key = if score < uncapped {
        "why-cap"
    } else if score > uncapped {
        "why-floor"
    } else {
        return;
    };
    sentences.push(
        Sentence::new(key)
            .with("limit", number::format(score.normalize()))
            .with("uncapped", report.rules.printed(uncapped))
            .with("result", report.rules.printed(score)),
    );
}

/// A number as it was written, or with six decimals where it was computed.
fn plain(number: Decimal) -> String {
    if number.scale() <= number::DECIMALS_WRITTEN {
        return number::format(number);
    }
    number::format(number::round(number, number::DECIMALS_WRITTEN, Rounding::HalfUp).normalize())
}

/// A number as it stands within a formula: a negative one in brackets.
fn bracketed(number: Decimal) -> String {
    let text = plain(number);
    if number.is_sign_negative() { format!("({text})") } else { text }
}

#[cfg(test)]
mod tests {
    use crate::explain::{Explanation, Subject, explain};
    use crate::period::parse_date;
    use crate::plan::Plan;
    use crate::reading::Readings;
    use crate::report::Report;
    use crate::rules::Rules;
    use crate::sample;
    use crate::target::Expected;
    use crate::text::{Lang, Texts};

    fn explained(plan: &Plan, readings: &Readings, subject: Subject) -> Explanation {
        let rules = Rules::default();
        let report = Report::new(plan, readings, &rules, parse_date("30/06/2020").unwrap());
        explain(&report, subject)
    }

    fn italian(explanation: &Explanation) -> String {
        let texts = Texts::of(Lang::It);
        let said: Vec<String> = explanation.sentences.iter().map(|s| texts.sentence(s)).collect();
        said.join("\n")
    }

    #[test]
    fn an_indicator_says_its_target_its_reading_and_its_formula() {
        let explanation = explained(&sample::plan(), &sample::readings(), Subject::Use(0));
        insta::assert_snapshot!(italian(&explanation), @r"
        Target al 30 giugno 2020: «>= 6.500.000.000 €».
        Rilevazione al 30 giugno 2020: 3.111.720.000
        100 × 3.111.720.000 / 6.500.000.000 = 47,87
        ");
    }

    #[test]
    fn a_cap_is_said() {
        let explanation = explained(&sample::plan(), &sample::readings(), Subject::Use(2));
        insta::assert_snapshot!(italian(&explanation), @r"
        Target dell'anno: «>= 83,00 %».
        Rilevazione al 30 giugno 2020: 95,97
        100 × 95,97 / 83,00 = 115,63
        Il massimo è 100: 115,63 diventa 100,00.
        ");
    }

    #[test]
    fn a_negative_target_is_explained_with_its_size() {
        let mut plan = sample::plan();
        plan.indicators[0].direction = None;
        plan.uses[0].details.targets.periodic.clear();
        plan.uses[0].details.targets.year = Some(Expected::written("<= -18"));
        plan.understand();
        let mut readings = sample::readings();
        readings.list[0].observed = crate::reading::Observed::Number(
            crate::quantity::Quantity::parse("-17,82 gg").unwrap(),
        );
        let explanation = explained(&plan, &readings, Subject::Use(0));
        insta::assert_snapshot!(italian(&explanation), @r"
        Target dell'anno: «<= -18».
        Rilevazione al 30 giugno 2020: -17,82 gg
        100 × (1 − 0,18 / 18) = 99,00
        ");
    }

    #[test]
    fn what_is_missing_says_why() {
        let explanation = explained(&sample::plan(), &Readings::default(), Subject::Node(1));
        insta::assert_snapshot!(italian(&explanation), @r"
        Non c'è un risultato: nessuna delle sue parti è misurata.
        Peso misurato: 0%.
        ");
        assert_eq!(explanation.parts[0].explanation.parts.len(), 2);
    }
}
