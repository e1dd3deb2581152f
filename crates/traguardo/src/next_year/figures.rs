//! What the figures of the years before say of the targets of a copied plan.
//! Not here: what its words say.

use hashbrown::HashMap;

use super::Reason;
use crate::difference::Side;
use crate::edit::Contents;
use crate::number::Decimal;
use crate::period::{Date, year_end};
use crate::plan::Plan;
use crate::reading::{Observed, Reading, Readings};
use crate::score::{Actual, Formula, Outcome, Reckoning, Scores};
use crate::scoring::score;
use crate::target::{Meaning, Target};

/// How many results, or readings, in a row say something.
const IN_A_ROW: usize = 3;

/// The figures of the years before.
pub(super) struct Figures<'a> {
    new: &'a Contents,
    /// The new plan scored as if the last readings were of its own year.
    as_if: Scores,
    /// The last results of each use, by its indicator and node, the earliest first.
    results: HashMap<(String, String), Vec<Decimal>>,
    /// The figures read of each indicator, the earliest first.
    read: HashMap<&'a str, Vec<Decimal>>,
    /// The indicators of which anything was read.
    measured: hashbrown::HashSet<&'a str>,
}

impl<'a> Figures<'a> {
    pub(super) fn new(
        of: Side<'a>,
        past: &[Side<'a>],
        new: &'a Contents,
        baselines: &Readings,
    ) -> Self {
        let years = past.iter().copied().chain([of]);
        let mut results: HashMap<(String, String), Vec<Decimal>> = HashMap::new();
        years.clone().for_each(|side| add_results(side, &mut results));
        let own = |reading: &&Reading| is_own(new, reading);
        let is_read = |reading: &&Reading| {
            !matches!(reading.observed, Observed::NotAvailable | Observed::Unread(_))
        };
        let all = years.flat_map(|side| &side.readings.list);
        Self {
            as_if: as_if(of.plan, new, baselines),
            results,
            read: read(new, past, of),
            measured: all.filter(own).filter(is_read).map(|r| r.indicator.as_str()).collect(),
            new,
        }
    }

    /// What is to be reconsidered of a use of the new plan.
    pub(super) fn of_use(&self, at: usize) -> Vec<Reason> {
        let used = &self.new.plan.uses[at];
        let Some(expected) = &used.details.targets.year else { return Vec::new() };
        if !self.measured.contains(used.indicator.as_str()) {
            return vec![Reason::NeverMeasured];
        }
        let mut found = Vec::new();
        if expected.meaning == Meaning::Read(Target::Baseline) {
            found.push(Reason::FirstYear);
        }
        let reckoning = &self.as_if.uses[at].reckoning;
        if let (Some(Actual::Number(reading)), Some(true), Outcome::Scored(_)) =
            (reckoning.actual, reckoning.met, reckoning.outcome)
        {
            let target = expected.verbatim.clone();
            found.push(Reason::AlreadyMet { reading, target });
        }
        let key = (used.indicator.clone(), used.node.clone());
        let results = self.results.get(&key).map(Vec::as_slice).unwrap_or_default();
        let last = results.iter().rev().take(IN_A_ROW);
        if results.len() >= IN_A_ROW && last.clone().all(|r| *r >= Decimal::ONE_HUNDRED) {
            found.push(Reason::AlwaysFull);
        }
        found.extend(self.below_mean(&used.indicator, expected.target()));
        found
    }

    /// A level that is easier than the mean of what was read last.
    fn below_mean(&self, indicator: &str, target: Option<&Target>) -> Option<Reason> {
        let Some(Target::Level { comparison, level, .. }) = target else { return None };
        let read = self.read.get(indicator).filter(|read| read.len() >= IN_A_ROW)?;
        let sum = read
            .iter()
            .rev()
            .take(IN_A_ROW)
            .try_fold(Decimal::ZERO, |sum, figure| sum.checked_add(*figure))?;
        let mean = sum.checked_div(Decimal::from(IN_A_ROW))?;
        let is_easier =
            if comparison.wants_less() { level.number > mean } else { level.number < mean };
        is_easier.then_some(Reason::BelowMean { level: level.number, mean })
    }
}

/// The new plan scored as if the last readings of the year before were of its own.
fn as_if(old: &Plan, new: &Contents, baselines: &Readings) -> Scores {
    let end = year_end(new.plan.year);
    let of_last_year = |reading: &&Reading| reading.date.map(Date::year) == Some(old.year);
    let moved = baselines.list.iter().filter(of_last_year);
    let moved = moved.map(|reading| Reading { date: Some(end), ..reading.clone() });
    let list = baselines.list.iter().cloned().chain(moved).collect();
    score(&new.plan, &Readings { list }, &new.rules, end)
}

/// Adds the results of each checkpoint of a year that a reading of its own stands behind.
fn add_results(side: Side<'_>, results: &mut HashMap<(String, String), Vec<Decimal>>) {
    let Side { plan, readings, rules } = side;
    let mut seen: Vec<Vec<usize>> = vec![Vec::new(); plan.uses.len()];
    for day in plan.checkpoint_dates() {
        let scores = score(plan, readings, rules, day);
        for ((used, score), seen) in plan.uses.iter().zip(&scores.uses).zip(&mut seen) {
            let mut behind = Vec::new();
            collect(&score.reckoning, &mut behind);
            let Some(result) = score.reckoning.outcome.score() else { continue };
            if behind.is_empty() || behind == *seen {
                continue;
            }
            *seen = behind;
            let key = (used.indicator.clone(), used.node.clone());
            results.entry(key).or_default().push(result);
        }
    }
}

fn collect(reckoning: &Reckoning, into: &mut Vec<usize>) {
    into.extend(reckoning.reading);
    if let Formula::Compound(parts, _) = &reckoning.formula {
        for part in parts {
            collect(part, into);
        }
    }
}

/// The figures read of each indicator that is measured whole, by day; of what grows through the year
/// only the last of each year, as the others are parts of it.
fn read<'a>(new: &'a Contents, past: &[Side<'a>], of: Side<'a>) -> HashMap<&'a str, Vec<Decimal>> {
    let sides: Vec<Side<'a>> = past.iter().copied().chain([of]).collect();
    let indices: Vec<_> = sides.iter().map(|side| side.readings.index()).collect();
    let mut read = HashMap::new();
    for indicator in &new.plan.indicators {
        let mut by_day: std::collections::BTreeMap<(i16, Option<Date>), Decimal> =
            std::collections::BTreeMap::new();
        for index in &indices {
            for (_, reading) in index.of(&indicator.code) {
                let Some(date) = reading.date.filter(|date| date.year() < new.plan.year) else {
                    continue;
                };
                let figure = figure(reading, indicator.is_percentage());
                if let (Some(figure), None, true) = (figure, reading.part, is_own(new, reading)) {
                    let day = (indicator.accumulates != Some(true)).then_some(date);
                    by_day.insert((date.year(), day), figure);
                }
            }
        }
        read.insert(indicator.code.as_str(), by_day.into_values().collect());
    }
    read
}

fn is_own(new: &Contents, reading: &Reading) -> bool {
    !reading.faulty && reading.body.as_deref().is_none_or(|body| body == new.plan.body.ipa)
}

fn figure(reading: &Reading, in_per_cent: bool) -> Option<Decimal> {
    match &reading.observed {
        Observed::Number(quantity) | Observed::Quotient { stated: Some(quantity), .. } => {
            Some(quantity.number)
        }
        Observed::Quotient { numerator, denominator, stated: None } => {
            let times = if in_per_cent { Decimal::ONE_HUNDRED } else { Decimal::ONE };
            numerator.checked_mul(times)?.checked_div(*denominator)
        }
        _ => None,
    }
}
