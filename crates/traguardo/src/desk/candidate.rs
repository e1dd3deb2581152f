//! Candidates for a sample: the readings that count, with what makes each worth a look.
//! Not here: the draw, see [`super::draw`].

use hashbrown::HashMap;

use crate::cascade::cascade;
use crate::number::{self, Decimal};
use crate::period::Date;
use crate::reading::{Observed, Reading};
use crate::report::Report;
use crate::score::{Formula, Reckoning};
use crate::text::Sentence;

/// From how much a change on the reading before is a jump, in per cent.
const JUMP_FROM: Decimal = Decimal::from_parts(50, 0, 0, false, 0);
/// From how much of the target, without a cap, a result is one.
const JUMP_OVER: Decimal = Decimal::from_parts(200, 0, 0, false, 0);

/// A reading that counts for a score, with what makes it worth a look.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    /// Its position among the readings.
    pub reading: usize,
    /// The code of its indicator.
    pub indicator: String,
    /// How much of the whole rests on it, in hundredths of a per cent, one at least.
    pub weight: u32,
    /// How far it is from what stood before.
    pub jump: Option<Jump>,
    /// How many days after the hand-in day it was recorded.
    pub late_days: Option<u32>,
    /// Whether nothing says where it comes from.
    pub without_evidence: bool,
}

/// How far a reading is from what stood before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Jump {
    /// From the reading before it, in per cent of that.
    Reading(Decimal),
    /// From its target: how much of it is reached, in per cent.
    Target(Decimal),
}

impl Candidate {
    /// Its chance to be drawn beside that of others: its weight, and as much again for each of a
    /// jump, lateness and missing evidence.
    ///
    /// ```
    /// use traguardo::desk::Candidate;
    /// let plain = Candidate {
    ///     reading: 0,
    ///     indicator: "EXPORT".to_owned(),
    ///     weight: 250,
    ///     jump: None,
    ///     late_days: None,
    ///     without_evidence: false,
    /// };
    /// let doubtful = Candidate { late_days: Some(3), without_evidence: true, ..plain.clone() };
    /// assert_eq!((plain.chance(), doubtful.chance()), (250, 750));
    /// ```
    #[must_use]
    pub fn chance(&self) -> u64 {
        let times = 1
            + u64::from(self.jump.is_some())
            + u64::from(self.late_days.is_some())
            + u64::from(self.without_evidence);
        u64::from(self.weight.max(1)) * times
    }

    /// Why it can be drawn, before it has a language: its weight first.
    ///
    /// ```
    /// use traguardo::{desk::candidates, period::parse_date, report::Report, rules::Rules, sample};
    /// use traguardo::text::{Lang, Texts};
    /// let (plan, readings, rules) = (sample::plan(), sample::readings(), Rules::default());
    /// let report = Report::new(&plan, &readings, &rules, parse_date("30/06/2020").unwrap());
    /// let export = &candidates(&report, |_| false)[0];
    /// let said: Vec<_> =
    ///     export.reasons().iter().map(|why| Texts::of(Lang::It).sentence(why)).collect();
    /// assert_eq!(said, ["pesa 5,00 punti su 100", "senza prova né fonte"]);
    /// ```
    #[must_use]
    pub fn reasons(&self) -> Vec<Sentence> {
        let points = Decimal::new(i64::from(self.weight), 2);
        let weight = Sentence::new("desk-why-weight").with("points", number::format(points));
        let jump = self.jump.map(|jump| match jump {
            Jump::Reading(by) => {
                Sentence::new("desk-why-jump").with("by", number::format(by.round_dp(2)))
            }
            Jump::Target(reached) => Sentence::new("desk-why-target")
                .with("reached", number::format(reached.round_dp(2))),
        });
        let late =
            self.late_days.map(|days| Sentence::new("desk-why-late").with("days", i64::from(days)));
        let evidence = self.without_evidence.then(|| Sentence::new("desk-why-no-evidence"));
        [Some(weight), jump, late, evidence].into_iter().flatten().collect()
    }
}

/// The readings that count for the scores of a report, in the order of the readings. `has_evidence`
/// says of a reading's position whether a file or a link stands behind it; a written source counts
/// as one too.
///
/// ```
/// use traguardo::{desk::candidates, period::parse_date, report::Report, rules::Rules, sample};
/// let (plan, readings, rules) = (sample::plan(), sample::readings(), Rules::default());
/// let report = Report::new(&plan, &readings, &rules, parse_date("30/06/2020").unwrap());
/// let weights: Vec<u32> = candidates(&report, |_| true).iter().map(|one| one.weight).collect();
/// assert_eq!(weights, [500, 4500, 5000]);
/// ```
#[must_use]
pub fn candidates(report: &Report<'_>, has_evidence: impl Fn(usize) -> bool) -> Vec<Candidate> {
    let (plan, readings) = (report.plan, report.readings);
    let cascade = cascade(plan, &report.scores.tree, report.rules);
    let round = plan.checkpoint_at(report.scores.at);
    let hand_in = plan.checkpoints.iter().find(|c| c.date == round).and_then(|c| c.hand_in);
    let mut found: HashMap<usize, (Decimal, Option<Decimal>)> = HashMap::new();
    for (used, score) in report.scores.uses.iter().enumerate() {
        let weight = cascade.uses[used].rescaled.unwrap_or_default();
        let mut counted = Vec::new();
        readings_of(&score.reckoning, &mut counted);
        for reading in counted {
            let (sum, over) = found.entry(reading).or_default();
            *sum += weight;
            *over = (*over).max(score.reckoning.uncapped.filter(|over| *over >= JUMP_OVER));
        }
    }
    let index = readings.index();
    let mut list: Vec<Candidate> = found
        .into_iter()
        .map(|(at, (weight, over))| {
            let reading = &readings.list[at];
            let before = index.of(&reading.indicator).map(|(_, reading)| reading);
            let grows = report.indicator(&reading.indicator).and_then(|i| i.accumulates);
            Candidate {
                reading: at,
                indicator: reading.indicator.clone(),
                weight: hundredths(weight),
                jump: jump(reading, before, grows == Some(true)).or(over.map(Jump::Target)),
                late_days: hand_in.and_then(|day| late(reading, day)),
                without_evidence: is_blank(reading.source.as_deref()) && !has_evidence(at),
            }
        })
        .collect();
    list.sort_by_key(|candidate| candidate.reading);
    list
}

/// The readings that a score was made from, those of its parts included.
fn readings_of(reckoning: &Reckoning, found: &mut Vec<usize>) {
    found.extend(reckoning.reading);
    if let Formula::Compound(parts, _) = &reckoning.formula {
        for part in parts {
            readings_of(part, found);
        }
    }
    found.sort_unstable();
    found.dedup();
}

fn hundredths(weight: Decimal) -> u32 {
    let whole = weight.checked_mul(Decimal::ONE_HUNDRED).unwrap_or_default().round();
    u32::try_from(whole).unwrap_or_default().max(1)
}

fn is_blank(text: Option<&str>) -> bool {
    text.is_none_or(|text| text.trim().is_empty())
}

/// The change on the reading of an earlier day; what grows through the year is compared with the
/// same day of an earlier one.
fn jump<'a>(
    reading: &Reading,
    all: impl DoubleEndedIterator<Item = &'a Reading>,
    grows: bool,
) -> Option<Jump> {
    let day = reading.date?;
    let is_before = |other: &&Reading| {
        let same_day = |date: Date| (date.month(), date.day()) == (day.month(), day.day());
        (other.part, &other.body) == (reading.part, &reading.body)
            && other.date.is_some_and(|date| date < day && (!grows || same_day(date)))
    };
    let before = figure(all.rev().find(is_before)?)?;
    let change = figure(reading)?.checked_sub(before)?.checked_mul(Decimal::ONE_HUNDRED)?;
    let change = change.checked_div(before.abs())?;
    (change.abs() >= JUMP_FROM).then_some(Jump::Reading(change))
}

/// The number that was observed, if it was one.
fn figure(reading: &Reading) -> Option<Decimal> {
    match &reading.observed {
        Observed::Number(quantity) => Some(quantity.number),
        Observed::Quotient { stated: Some(stated), .. } => Some(stated.number),
        Observed::Quotient { numerator, denominator, stated: None } => {
            numerator.checked_div(*denominator)
        }
        Observed::Judgement(number) => Some(*number),
        Observed::Done(_) | Observed::YesNo(_) | Observed::NotAvailable | Observed::Unread(_) => {
            None
        }
    }
}

fn late(reading: &Reading, hand_in: Date) -> Option<u32> {
    let recorded = reading.recorded_at?.date();
    let days = recorded.since(hand_in).ok()?.get_days();
    u32::try_from(days).ok().filter(|days| *days > 0)
}
