//! One indicator under one node: the target in force against the reading in force.
//! Not here: the formulas themselves ([`super::formula`]) and the roll-up.

use super::formula::{self, Reckoned, StepActual};
use super::reading::Placed;
use super::reference::{Resolved, is_within};
use super::{Situation, of_the_day, roll_up, target_in_force};
use crate::check::place::in_plan;
use crate::issue::{Issue, kinds};
use crate::number::Decimal;
use crate::period::Date;
use crate::plan::{Status, Use};
use crate::reading::Observed;
use crate::score::{Actual, Applied, Cause, Formula, Levels, Outcome, Reckoning, UseScore};
use crate::target::{Combine, Comparison, Day, Due, Meaning, Step, Target, Threshold};

impl<'a> Situation<'a> {
    pub(super) fn score_use(
        &self,
        used: &'a Use,
        faulty: bool,
        issues: &mut Vec<Issue>,
    ) -> UseScore {
        let (applied, expected) = target_in_force(&used.details.targets, self.checkpoint);
        let without = |cause| UseScore {
            applied,
            reckoning: Reckoning::without(cause),
            underestimated: false,
        };
        match used.details.status {
            Some(Status::Neutralised) => return without(Cause::Neutralised),
            Some(Status::Eliminated) => return without(Cause::Eliminated),
            _ => {}
        }
        if faulty || used.details.faulty {
            return without(Cause::FaultyRow);
        }
        let target = match expected.map(|expected| &expected.meaning) {
            None => return without(Cause::NoTarget),
            Some(Meaning::Asked(_) | Meaning::Unread) => return without(Cause::TargetQuestion),
            Some(Meaning::Read(target)) => target,
        };
        let target = of_the_day(target, self.plan.year, self.checkpoint);
        let Some(target) = target else { return without(Cause::NoTarget) };
        let reckoning = self.reckon(&used.indicator, target, &mut None, issues);
        say_causes(used, target, &reckoning, issues);
        let over = |score: Decimal| score >= self.rules.indicator.underestimated_from;
        let underestimated = applied != Applied::None && reckoning.uncapped.is_some_and(over);
        UseScore { applied, reckoning, underestimated }
    }

    /// Reckons a target. `part` is the number of the next part of a compound target, whose parts
    /// have readings of their own; none outside of one.
    fn reckon(
        &self,
        indicator: &'a str,
        target: &Target,
        part: &mut Option<u32>,
        issues: &mut Vec<Issue>,
    ) -> Reckoning {
        match target {
            Target::Compound { parts, combine } => {
                part.get_or_insert(1);
                let parts = parts.iter().map(|p| self.reckon(indicator, p, part, issues));
                let parts = parts.collect();
                self.combine(parts, *combine)
            }
            // Every time is a milestone of its own.
            Target::By(Due { day: day @ Day::Each { .. }, .. }) => {
                part.get_or_insert(1);
                let on = |date| Target::By(Due::on(date));
                let each = day.in_year(self.plan.year).into_iter().map(on);
                let parts = each.map(|p| self.reckon(indicator, &p, part, issues)).collect();
                self.combine(parts, Combine::Mean)
            }
            _ => {
                let number = *part;
                *part = number.map(|number| number + 1);
                self.reckon_leaf(indicator, target, number, issues)
            }
        }
    }

    fn reckon_leaf(
        &self,
        indicator: &'a str,
        target: &Target,
        part: Option<u32>,
        issues: &mut Vec<Issue>,
    ) -> Reckoning {
        let found = self.reading_in_force(indicator, part, issues);
        if *target == Target::Baseline {
            let mut reckoning = Reckoning::without(Cause::BaselineYear);
            if let Ok((position, reading)) = found {
                reckoning.reading = Some(position);
                reckoning.actual = self.number_of(reading).ok().map(Actual::Number);
            }
            return reckoning;
        }
        match found {
            Ok(placed) => self.compare(target, placed),
            Err(Cause::NoReading) => self.without_reading(target),
            Err(cause) => Reckoning::without(cause),
        }
    }

    /// Nothing was read: a deadline ahead is not due, one that is past scores 0.
    fn without_reading(&self, target: &Target) -> Reckoning {
        let last = match self.last_deadline(target) {
            None => return Reckoning::without(Cause::NoReading),
            Some(Err(cause)) => return Reckoning::without(cause),
            Some(Ok(last)) => last,
        };
        if self.at <= last {
            let levels = Levels::Deadline(last);
            return Reckoning { levels, ..Reckoning::without(Cause::StillTime) };
        }
        self.reckoned((Formula::Overdue, Decimal::ZERO), Levels::Deadline(last), Some(false))
    }

    /// The target against a reading.
    fn compare(&self, target: &Target, (position, reading): Placed<'a>) -> Reckoning {
        let mut reckoning = match &reading.observed {
            Observed::NotAvailable => Reckoning {
                actual: Some(Actual::NotAvailable),
                ..Reckoning::without(Cause::NotAvailable)
            },
            Observed::Done(done) => self.compare_day(target, *done),
            Observed::YesNo(yes) => self.compare_yes_no(target, *yes),
            Observed::Judgement(mark) => self.compare_judgement(target, *mark),
            _ => match self.number_of(reading) {
                Ok(actual) => self.compare_number(target, actual, (position, reading)),
                Err(cause) => Reckoning::without(cause),
            },
        };
        reckoning.reading = Some(position);
        reckoning
    }

    fn compare_day(&self, target: &Target, done: Date) -> Reckoning {
        let actual = Some(Actual::Date(done));
        let rules = &self.rules.indicator;
        let reckoning = match target {
            Target::By(due) => match self.deadline(&due.day) {
                Ok(deadline) => self.reckoned(
                    formula::deadline(done, deadline, rules),
                    Levels::Deadline(deadline),
                    Some(done <= deadline),
                ),
                Err(cause) => Reckoning::without(cause),
            },
            Target::Steps(steps) if self.last_deadline(target).is_some() => {
                self.reckoned_steps(StepActual::Day(done), steps)
            }
            Target::Done { .. } => {
                self.reckoned(formula::met_or_not(true), Levels::None, Some(true))
            }
            _ => Reckoning::without(Cause::OtherKind),
        };
        Reckoning { actual, ..reckoning }
    }

    fn compare_yes_no(&self, target: &Target, yes: bool) -> Reckoning {
        let actual = Some(Actual::YesNo(yes));
        let reckoning = match (target, yes) {
            (Target::Done { .. }, _) => {
                self.reckoned(formula::met_or_not(yes), Levels::None, Some(yes))
            }
            // "No" is all there is to say of a deadline; "yes" without a day is not.
            (_, false) if self.last_deadline(target).is_some() => self.without_reading(target),
            _ => Reckoning::without(Cause::OtherKind),
        };
        Reckoning { actual, ..reckoning }
    }

    fn compare_judgement(&self, target: &Target, mark: Decimal) -> Reckoning {
        let actual = Some(Actual::Number(mark));
        let reckoning = match target {
            Target::Judgement => self.reckoned((Formula::Judged, mark), Levels::None, None),
            Target::Steps(steps) if steps.iter().any(|s| s.threshold.is_judged()) => {
                self.reckoned_steps(StepActual::Judged(mark), steps)
            }
            _ => Reckoning::without(Cause::OtherKind),
        };
        Reckoning { actual, ..reckoning }
    }

    fn compare_number(&self, target: &Target, actual: Decimal, placed: Placed<'a>) -> Reckoning {
        let (_, reading) = placed;
        let rules = &self.rules.indicator;
        let against = |comparison: Comparison, resolved: Result<Resolved, Cause>| match resolved {
            Ok((level, references)) => {
                let met = Some(comparison.met(actual, level));
                let found = formula::level(comparison, actual, level, rules);
                Reckoning { references, ..self.reckoned(found, Levels::One(level), met) }
            }
            Err(cause) => Reckoning::without(cause),
        };
        let reckoning = match target {
            Target::Level { comparison, level, .. } => {
                against(*comparison, Ok((level.number, Vec::new())))
            }
            Target::Rate { comparison, level, per, .. } => {
                against(*comparison, self.rate_level(reading, level.number, *per))
            }
            Target::Range { low, high } => {
                let (low, high) = (low.number, high.number);
                let met = Some(low <= actual && actual <= high);
                let found = formula::range(actual, low, high, rules);
                self.reckoned(found, Levels::Range(low, high), met)
            }
            Target::Change { comparison, by, in_per_cent, reference, stated } => {
                let by = (*by, *in_per_cent);
                against(*comparison, self.change_level(reading, *reference, by, *stated))
            }
            Target::Ratio { comparison, times, reference, stated } => {
                against(*comparison, self.ratio_level(reading, *reference, *times, *stated))
            }
            Target::Within { tolerance, reference } => match self.resolve(reading, *reference) {
                Ok((level, references)) => {
                    let met = is_within(actual, level, *tolerance);
                    let found = formula::met_or_not(met);
                    Reckoning { references, ..self.reckoned(found, Levels::One(level), Some(met)) }
                }
                Err(cause) => Reckoning::without(cause),
            },
            Target::Steps(steps) if self.last_deadline(target).is_none() => {
                self.reckoned_steps(StepActual::Number(actual), steps)
            }
            _ => Reckoning::without(Cause::OtherKind),
        };
        Reckoning { actual: Some(Actual::Number(actual)), ..reckoning }
    }

    fn reckoned_steps(&self, actual: StepActual, steps: &[Step]) -> Reckoning {
        let judged = matches!(actual, StepActual::Judged(_));
        if !judged && formula::waits_for_judgement(actual, steps) {
            return Reckoning::without(Cause::NotJudged);
        }
        let found = formula::steps(actual, steps, self.rules.indicator.steps);
        let first = steps.first().map(|step| &step.threshold);
        let (levels, met) = match (first, actual) {
            (Some(Threshold::Level(comparison, level)), StepActual::Number(actual)) => {
                (Levels::One(*level), Some(comparison.met(actual, *level)))
            }
            (Some(Threshold::By(day)), StepActual::Day(done)) => match day.date() {
                Some(date) => (Levels::Deadline(date), Some(done <= date)),
                None => (Levels::None, None),
            },
            _ => (Levels::None, None),
        };
        self.reckoned(found, levels, met)
    }

    fn reckoned(&self, found: Reckoned, levels: Levels, met: Option<bool>) -> Reckoning {
        let (formula, uncapped) = found;
        Reckoning {
            outcome: Outcome::Scored(formula::clamp(uncapped, &self.rules.indicator)),
            formula,
            actual: None,
            levels,
            uncapped: Some(uncapped),
            met,
            reading: None,
            references: Vec::new(),
        }
    }

    /// By mean, parts roll up like children; by minimum, the lowest score once all are scored.
    fn combine(&self, parts: Vec<Reckoning>, combine: Combine) -> Reckoning {
        let outcomes: Vec<Outcome> = parts.iter().map(|part| part.outcome).collect();
        let outcome = match combine {
            Combine::Mean => roll_up::mean(&outcomes, &self.rules.node),
            Combine::Min if outcomes.contains(&Outcome::Missing) => Outcome::Missing,
            Combine::Min if outcomes.contains(&Outcome::NotDue) => Outcome::NotDue,
            Combine::Min => {
                let lowest = outcomes.iter().filter_map(|outcome| outcome.score()).min();
                lowest.map_or(Outcome::Missing, Outcome::Scored)
            }
        };
        let met = outcome.score().map(|_| parts.iter().all(|part| part.met == Some(true)));
        Reckoning {
            outcome,
            actual: None,
            levels: Levels::None,
            uncapped: None,
            met,
            reading: None,
            references: Vec::new(),
            formula: Formula::Compound(parts, combine),
        }
    }
}

impl Reckoning {
    /// No score, for a reason.
    fn without(cause: Cause) -> Self {
        let outcome = match cause {
            Cause::StillTime => Outcome::NotDue,
            Cause::BaselineYear => Outcome::Baseline,
            Cause::Neutralised | Cause::Eliminated => Outcome::Neutralised,
            _ => Outcome::Missing,
        };
        Self {
            outcome,
            formula: Formula::Nothing(cause),
            actual: None,
            levels: Levels::None,
            uncapped: None,
            met: None,
            reading: None,
            references: Vec::new(),
        }
    }
}

/// Says why a deadline or a reference could not be resolved, of a target or of any of its parts.
fn say_causes(used: &Use, target: &Target, reckoning: &Reckoning, issues: &mut Vec<Issue>) {
    if let Formula::Compound(parts, _) = &reckoning.formula {
        if let Target::Compound { parts: targets, .. } = target {
            for (target, part) in targets.iter().zip(parts) {
                say_causes(used, target, part, issues);
            }
        }
        return;
    }
    let kind = match reckoning.formula {
        Formula::Nothing(Cause::ReferenceMissing) => &kinds::REFERENCE_MISSING,
        Formula::Nothing(Cause::ReferenceZero) => &kinds::REFERENCE_ZERO,
        Formula::Nothing(Cause::EventUnknown) => &kinds::EVENT_UNKNOWN,
        Formula::Nothing(Cause::EventWithoutDate) => &kinds::EVENT_WITHOUT_DATE,
        _ => return,
    };
    let issue = Issue::new(kind, in_plan(&used.details, &used.indicator, "target"));
    issues.push(match target {
        Target::By(Due { day: Day::Event { event, .. }, .. }) => issue.with("event", &**event),
        _ => issue,
    });
}
