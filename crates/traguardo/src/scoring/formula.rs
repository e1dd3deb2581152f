//! The formulas: an actual and a level in, a score before floor and cap out.
//! Not here: where the two come from. The whole table is in `ARCHITECTURE.md`, "Scoring".

use crate::number::Decimal;
use crate::period::Date;
use crate::rules::{AtMostRule, IndicatorRules, StepsRule};
use crate::score::Formula;
use crate::target::{Comparison, Step, Threshold};

/// The most that a score can grow to where the rules set no cap: it keeps every sum of weighted
/// scores within what a decimal holds exactly.
const UNCAPPED_LIMIT: Decimal = Decimal::from_parts(3_567_587_328, 232, 0, false, 0);

const HUNDRED: Decimal = Decimal::ONE_HUNDRED;

/// A formula with what it gives, before floor and cap.
pub(super) type Reckoned = (Formula, Decimal);

/// Compares an actual with a level.
pub(super) fn level(
    comparison: Comparison,
    actual: Decimal,
    level: Decimal,
    rules: &IndicatorRules,
) -> Reckoned {
    match comparison {
        Comparison::AtLeast | Comparison::MoreThan => at_least(actual, level),
        Comparison::AtMost | Comparison::LessThan => at_most(actual, level, rules.at_most),
        Comparison::Exactly => met_or_not(actual == level),
    }
}

fn at_least(actual: Decimal, level: Decimal) -> Reckoned {
    if level.is_zero() || (level.is_sign_negative() && actual >= level) {
        met_or_not(actual >= level)
    } else if level.is_sign_negative() {
        (Formula::Gap, HUNDRED * (Decimal::ONE - share(level - actual, level.abs())))
    } else {
        (Formula::Share, HUNDRED * share(actual, level))
    }
}

fn at_most(actual: Decimal, level: Decimal, rule: AtMostRule) -> Reckoned {
    let met = actual <= level;
    if level.is_zero() {
        return met_or_not(met);
    }
    if met {
        return (Formula::Surplus, HUNDRED * (Decimal::ONE + share(level - actual, level.abs())));
    }
    let both_positive = level.is_sign_positive() && actual.is_sign_positive();
    if rule == AtMostRule::Hyperbolic && both_positive {
        return (Formula::Inverse, HUNDRED * share(level, actual));
    }
    (Formula::Gap, HUNDRED * (Decimal::ONE - share(actual - level, level.abs())))
}

/// Compares an actual with a range: inside 100, outside the gap to the nearer bound.
pub(super) fn range(
    actual: Decimal,
    low: Decimal,
    high: Decimal,
    rules: &IndicatorRules,
) -> Reckoned {
    if actual < low {
        at_least(actual, low)
    } else if actual > high {
        at_most(actual, high, rules.at_most)
    } else {
        met_or_not(true)
    }
}

/// All or nothing.
pub(super) fn met_or_not(met: bool) -> Reckoned {
    if met { (Formula::Met, HUNDRED) } else { (Formula::NotMet, Decimal::ZERO) }
}

/// A day on which something was done, against its deadline.
pub(super) fn deadline(done: Date, deadline: Date, rules: &IndicatorRules) -> Reckoned {
    if done <= deadline {
        return met_or_not(true);
    }
    let days = days_between(deadline, done);
    let points_per_day = rules.late_points_per_day;
    let formula = Formula::Late { days, points_per_day };
    if points_per_day.is_zero() {
        return (formula, Decimal::ZERO);
    }
    let lost = Decimal::from(days).checked_mul(points_per_day).unwrap_or(HUNDRED);
    (formula, (HUNDRED - lost).max(Decimal::ZERO))
}

/// A position on a line of steps: a number, or a day counted from the first step's.
pub(super) fn steps(actual: StepActual, steps: &[Step], rule: StepsRule) -> Reckoned {
    let reached = steps.iter().position(|step| actual.reaches(step));
    match (reached, rule) {
        (None, _) => (Formula::Step(None), Decimal::ZERO),
        (Some(best), StepsRule::Interpolate) if best > 0 => {
            let (above, below) = (&steps[best - 1], &steps[best]);
            let span = actual.distance(&above.threshold, &below.threshold);
            let way = actual.distance_to(&below.threshold);
            if span.is_zero() {
                return (Formula::Step(Some(below.score)), below.score);
            }
            let score = below.score + (above.score - below.score) * share(way, span);
            (Formula::Between(below.score, above.score), score)
        }
        (Some(best), _) => (Formula::Step(Some(steps[best].score)), steps[best].score),
    }
}

/// Whether a step in words stands above the best step that a number or a day reaches.
pub(super) fn waits_for_judgement(actual: StepActual, steps: &[Step]) -> bool {
    let mut open = steps.iter().take_while(|step| !actual.reaches(step));
    open.any(|step| step.threshold.is_judged())
}

/// What steps are compared with.
#[derive(Debug, Clone, Copy)]
pub(super) enum StepActual {
    Number(Decimal),
    Day(Date),
    /// The evaluator's mark: a step in words is reached from its own score on.
    Judged(Decimal),
}

impl StepActual {
    fn reaches(self, step: &Step) -> bool {
        match (self, &step.threshold) {
            // Strictness never changes a score.
            (Self::Number(actual), Threshold::Level(comparison, level)) => {
                if comparison.wants_less() { actual <= *level } else { actual >= *level }
            }
            (Self::Day(done), Threshold::By(day)) => day.date().is_some_and(|date| done <= date),
            (Self::Judged(mark), Threshold::Judgement(_)) => mark >= step.score,
            _ => false,
        }
    }

    fn distance_to(self, threshold: &Threshold) -> Decimal {
        match (self, threshold) {
            (Self::Number(actual), Threshold::Level(_, level)) => (actual - *level).abs(),
            (Self::Day(done), Threshold::By(day)) => {
                day.date().map_or(Decimal::ZERO, |date| Decimal::from(days_between(done, date)))
            }
            _ => Decimal::ZERO,
        }
    }

    fn distance(self, above: &Threshold, below: &Threshold) -> Decimal {
        match above {
            Threshold::Level(_, level) => Self::Number(*level).distance_to(below),
            Threshold::By(day) => {
                day.date().map_or(Decimal::ZERO, |date| Self::Day(date).distance_to(below))
            }
            // Words have no distance: a judged step is never joined with a line.
            Threshold::Judgement(_) => Decimal::ZERO,
        }
    }
}

/// Puts a score between floor and cap.
pub(super) fn clamp(score: Decimal, rules: &IndicatorRules) -> Decimal {
    score.min(rules.cap.unwrap_or(UNCAPPED_LIMIT)).max(rules.floor)
}

/// Days from one day to another; 0 beyond what a calendar holds.
pub(super) fn days_between(from: Date, to: Date) -> i64 {
    from.until(to).map_or(0, |span| i64::from(span.get_days()))
}

/// A quotient, bounded so that no later product can overflow: 15 digits over 6 decimals is far
/// below the bound, only a resolved reference can come near it.
fn share(part: Decimal, whole: Decimal) -> Decimal {
    let bound = UNCAPPED_LIMIT;
    part.checked_div(whole).unwrap_or(bound).clamp(-bound, bound)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::number::parse;
    use crate::period::parse_date;
    use crate::target::Day;

    fn n(text: &str) -> Decimal {
        parse(text).unwrap()
    }

    fn scored(
        comparison: Comparison,
        actual: &str,
        target: &str,
        rules: &IndicatorRules,
    ) -> String {
        let (_, raw) = level(comparison, n(actual), n(target), rules);
        clamp(raw, rules).round_dp(6).normalize().to_string()
    }

    #[test]
    fn the_bound_of_uncapped_scores_is_a_million_millions() {
        assert_eq!(UNCAPPED_LIMIT, n("1.000.000.000.000"));
    }

    #[test]
    fn levels_score_as_the_table_says() {
        use Comparison::{AtLeast, AtMost, Exactly, LessThan, MoreThan};
        let capped = IndicatorRules::default();
        let hyperbolic = IndicatorRules { at_most: AtMostRule::Hyperbolic, ..capped };
        let free = IndicatorRules { cap: None, ..capped };
        for (comparison, actual, target, rules, expected) in [
            (AtLeast, "143", "300", &capped, "47.666667"),
            (AtLeast, "709", "350", &capped, "100"),
            (AtLeast, "709", "350", &free, "202.571429"),
            (AtLeast, "-1.527,97", "5", &capped, "0"),
            (AtLeast, "-20", "-18", &capped, "88.888889"),
            (AtLeast, "-10", "-18", &free, "100"),
            (AtLeast, "98", "0", &free, "100"),
            (AtLeast, "-1", "0", &capped, "0"),
            (MoreThan, "5", "5", &capped, "100"),
            (AtMost, "2,26", "4,60", &capped, "100"),
            (AtMost, "2,3", "4,6", &free, "150"),
            (AtMost, "-17,82", "-18", &capped, "99"),
            (AtMost, "-19,8", "-18", &free, "110"),
            (AtMost, "6", "5", &capped, "80"),
            (AtMost, "6", "5", &hyperbolic, "83.333333"),
            (AtMost, "-17,82", "-18", &hyperbolic, "99"),
            (AtMost, "11", "5", &capped, "0"),
            (AtMost, "-5", "3", &hyperbolic, "100"),
            (AtMost, "0", "0", &free, "100"),
            (AtMost, "1", "0", &capped, "0"),
            (LessThan, "5", "5", &capped, "100"),
            (Exactly, "0", "0", &capped, "100"),
            (Exactly, "36.782", "0", &capped, "0"),
        ] {
            let sign = comparison.sign();
            let found = scored(comparison, actual, target, rules);
            assert_eq!(found, expected, "{actual} {sign} {target}");
        }
    }

    #[test]
    fn outside_a_range_the_gap_to_the_nearer_bound_counts() {
        let rules = IndicatorRules::default();
        for (actual, expected) in
            [("3", "100"), ("5", "100"), ("4", "100"), ("1,5", "50"), ("6", "80")]
        {
            let (_, raw) = range(n(actual), n("3"), n("5"), &rules);
            assert_eq!(clamp(raw, &rules).normalize().to_string(), expected, "{actual}");
        }
    }

    #[test]
    fn a_late_date_scores_0_or_loses_points_by_the_day() {
        let due = parse_date("31/10/2020").unwrap();
        let late = parse_date("10/11/2020").unwrap();
        let strict = IndicatorRules::default();
        let lenient = IndicatorRules { late_points_per_day: n("2,5"), ..strict };
        assert_eq!(deadline(due, due, &strict).1, HUNDRED);
        assert_eq!(deadline(late, due, &strict).1, Decimal::ZERO);
        assert_eq!(deadline(late, due, &lenient).1, n("75"));
        let next_year = parse_date("10/11/2021").unwrap();
        assert_eq!(deadline(next_year, due, &lenient).1, Decimal::ZERO);
    }

    #[test]
    fn the_best_step_counts_and_lines_join_steps_where_the_rules_say_so() {
        let line = |score: u8, level: &str| Step {
            score: score.into(),
            threshold: Threshold::Level(Comparison::AtMost, n(level)),
            measure: None,
        };
        let days = [line(100, "28"), line(80, "29"), line(60, "31")];
        for (actual, stairs, joined) in
            [("27", "100", "100"), ("28,5", "80", "90"), ("30", "60", "70"), ("31,1", "0", "0")]
        {
            let score = |rule| steps(StepActual::Number(n(actual)), &days, rule).1.normalize();
            assert_eq!(score(StepsRule::Stairs).to_string(), stairs, "{actual}");
            assert_eq!(score(StepsRule::Interpolate).to_string(), joined, "{actual}");
        }
        let by = |score: u8, day: &str| Step {
            score: score.into(),
            threshold: Threshold::By(Day::On(parse_date(day).unwrap())),
            measure: None,
        };
        let dates = [by(100, "01/07/2020"), by(80, "11/07/2020")];
        let done = StepActual::Day(parse_date("06/07/2020").unwrap());
        assert_eq!(steps(done, &dates, StepsRule::Interpolate).1, n("90"));
    }
}
