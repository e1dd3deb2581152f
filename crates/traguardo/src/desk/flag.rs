//! Flags: what the figures themselves suggest of a target, with the rule that says so.
//! Not here: what the OIV makes of it, which only a person writes.

use hashbrown::HashMap;

use crate::number::Decimal;
use crate::period::{Date, year_end};
use crate::plan::Plan;
use crate::report::Report;
use crate::rules::Rules;
use crate::score::{Actual, Applied, Levels, Outcome, Scores};
use crate::target::{Expected, Target};
use crate::text::{Arg, Sentence};

/// Something that the figures suggest of the target of an indicator under a node.
#[derive(Debug, Clone, PartialEq)]
pub enum Flag {
    /// The result is so far over the target that the target was too low (`sovrastima_oltre`).
    Overshot {
        /// What it would score without a cap, in per cent.
        reached: Decimal,
        /// From where the rules call it so.
        from: Decimal,
        /// In how many rounds or years, this one included.
        times: usize,
        /// Of how many in which the indicator had a score.
        of: usize,
    },
    /// The result is so far below what was to be expected by now that the target may be out of
    /// reach: below the band over the lowest.
    OutOfReach {
        /// How much of what was to be expected by now is reached, in per cent.
        reached: Decimal,
        /// Below what it is called so.
        below: Decimal,
        /// The name of the band that begins there.
        band: String,
        /// What was to be expected by now, where it is a number.
        expected: Option<Decimal>,
        /// Whether that is the year's target in proportion to the days gone by.
        pro_rata: bool,
        /// Where it has been going, if there is an earlier round or year.
        trend: Option<Trend>,
    },
    /// The value is missing.
    Missing,
}

/// Where results have been going since the round or year before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trend {
    /// The score is higher.
    Rising,
    /// It is the same.
    Flat,
    /// It is lower.
    Falling,
}

/// An earlier round of the same year, or an earlier year, as it was scored.
#[derive(Debug, Clone)]
pub struct Past<'a> {
    plan: &'a Plan,
    scores: &'a Scores,
    /// The first use of each indicator.
    first: HashMap<&'a str, usize>,
}

impl Flag {
    /// What it says, with the rule that raised it, before it has a language.
    ///
    /// ```
    /// use traguardo::{desk::Flag, rules::Rules, text::{Lang, Texts}};
    /// let flag = Flag::Overshot { reached: 953.into(), from: 120.into(), times: 1, of: 1 };
    /// let said = Texts::of(Lang::It).sentence(&flag.sentence(&Rules::default()));
    /// assert!(said.contains("953,00%") && said.contains("120"), "{said}");
    /// ```
    #[must_use]
    pub fn sentence(&self, rules: &Rules) -> Sentence {
        match self {
            Self::Overshot { reached, from, times, of } => Sentence::new("desk-flag-overshot")
                .with("reached", rules.printed(*reached))
                .with("from", crate::number::format(from.normalize()))
                .with("times", *times)
                .with("of", *of),
            Self::OutOfReach { reached, below, band, expected, pro_rata, trend } => {
                let expected = expected.map(|number| rules.printed(number));
                let basis = match (expected.is_some(), pro_rata) {
                    (true, true) => "pro-rata",
                    (true, false) => "target",
                    (false, _) => "score",
                };
                Sentence::new("desk-flag-out-of-reach")
                    .with("reached", rules.printed(*reached))
                    .with("below", crate::number::format(below.normalize()))
                    .with("band", band.clone())
                    .with("basis", basis)
                    .with("expected", expected.unwrap_or_default())
                    .with("trend", Arg::Named(trend.map_or("desk-trend-none", Trend::key)))
            }
            Self::Missing => Sentence::new("desk-flag-missing"),
        }
    }

    /// Its stable name.
    ///
    /// ```
    /// assert_eq!(traguardo::desk::Flag::Missing.name(), "missing");
    /// ```
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Overshot { .. } => "overshot",
            Self::OutOfReach { .. } => "out-of-reach",
            Self::Missing => "missing",
        }
    }
}

impl Trend {
    /// The name of its text.
    ///
    /// ```
    /// assert_eq!(traguardo::desk::Trend::Flat.key(), "desk-trend-flat");
    /// ```
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Rising => "desk-trend-rising",
            Self::Flat => "desk-trend-flat",
            Self::Falling => "desk-trend-falling",
        }
    }
}

/// The flags of each use of a plan, by its position. `past` are the rounds and years before, the
/// latest last.
///
/// ```
/// use traguardo::{desk::{Flag, flags}, period::parse_date, report::Report, rules::Rules, sample};
/// let (plan, readings, rules) = (sample::plan(), sample::readings(), Rules::default());
/// let report = Report::new(&plan, &readings, &rules, parse_date("30/06/2020").unwrap());
/// let flags = flags(&report, &[]);
/// // 143 of 300 participants expected by June: below half
/// assert!(matches!(flags[1][..], [Flag::OutOfReach { pro_rata: false, .. }]));
/// assert!(flags[2].is_empty());
/// ```
#[must_use]
pub fn flags(report: &Report<'_>, past: &[Past<'_>]) -> Vec<Vec<Flag>> {
    (0..report.plan.uses.len()).map(|used| of_use(report, past, used)).collect()
}

fn of_use(report: &Report<'_>, past: &[Past<'_>], used: usize) -> Vec<Flag> {
    let score = &report.scores.uses[used];
    match score.reckoning.outcome {
        Outcome::Missing => vec![Flag::Missing],
        Outcome::Scored(scored) => {
            let uncapped = score.reckoning.uncapped.filter(|_| score.underestimated);
            let overshot = uncapped.map(|reached| overshot(report, past, used, reached));
            overshot.or_else(|| out_of_reach(report, past, used, scored)).into_iter().collect()
        }
        Outcome::NotDue | Outcome::Baseline | Outcome::Neutralised => Vec::new(),
    }
}

fn overshot(report: &Report<'_>, past: &[Past<'_>], used: usize, reached: Decimal) -> Flag {
    let before = past.iter().filter_map(|past| past.of(report, used));
    let (mut times, mut of) = (1, 1);
    for (scores, at) in before {
        of += usize::from(scores.uses[at].reckoning.outcome.score().is_some());
        times += usize::from(scores.uses[at].underestimated);
    }
    Flag::Overshot { reached, from: report.rules.indicator.underestimated_from, times, of }
}

/// The year's target of what grows through the year is expected in proportion to the days; a
/// periodic target and one that does not grow are expected whole. What has no number has its score.
fn out_of_reach(
    report: &Report<'_>,
    past: &[Past<'_>],
    used: usize,
    scored: Decimal,
) -> Option<Flag> {
    let mut bands: Vec<_> = report.rules.bands.iter().collect();
    bands.sort_by_key(|band| band.from);
    let band = bands.get(1)?;
    let score = &report.scores.uses[used];
    let reckoning = &score.reckoning;
    let of = &report.plan.uses[used];
    let grows = report.indicator(&of.indicator).is_some_and(|i| i.accumulates == Some(true));
    let pro_rata = grows && score.applied == Applied::Year;
    let level = match (reckoning.actual, reckoning.levels) {
        (Some(Actual::Number(actual)), Levels::One(level))
            if level > Decimal::ZERO
                && is_at_least(of.details.targets.year.as_ref(), score.applied) =>
        {
            Some((actual, level))
        }
        _ => None,
    };
    let (reached, expected) = match level {
        Some((actual, level)) if pro_rata => {
            let expected = level.checked_mul(elapsed(report.scores.at, report.plan.year)?)?;
            (percent(actual, expected)?, Some(expected))
        }
        Some((actual, level)) => (percent(actual, level)?, Some(level)),
        None => (scored, None),
    };
    if reached >= band.from {
        return None;
    }
    let before = past.iter().rev().find_map(|past| {
        let (scores, at) = past.of(report, used)?;
        scores.uses[at].reckoning.outcome.score()
    });
    let trend = before.map(|before| match scored.cmp(&before) {
        std::cmp::Ordering::Less => Trend::Falling,
        std::cmp::Ordering::Equal => Trend::Flat,
        std::cmp::Ordering::Greater => Trend::Rising,
    });
    let (below, band) = (band.from, band.name.clone());
    Some(Flag::OutOfReach { reached, below, band, expected, pro_rata, trend })
}

/// Whether the year's target asks for at least a level; a periodic one stands beside a year's of
/// the same kind.
fn is_at_least(expected: Option<&Expected>, applied: Applied) -> bool {
    let target = expected.and_then(Expected::target);
    match target {
        Some(Target::Level { comparison, .. }) => !comparison.wants_less(),
        Some(_) => false,
        None => applied != Applied::None,
    }
}

/// The share of the year that has gone by at the end of a day.
fn elapsed(at: Date, year: i16) -> Option<Decimal> {
    if at.year() != year {
        return Some(Decimal::ONE);
    }
    let days = Decimal::from(year_end(year).day_of_year());
    Decimal::from(at.day_of_year()).checked_div(days)
}

fn percent(actual: Decimal, expected: Decimal) -> Option<Decimal> {
    actual.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(expected)
}

impl<'a> Past<'a> {
    /// A plan with its scores of then.
    ///
    /// ```
    /// use traguardo::{desk::Past, period::parse_date, rules::Rules, sample, scoring::score};
    /// let (plan, at) = (sample::plan(), parse_date("30/06/2020").unwrap());
    /// let scores = score(&plan, &sample::readings(), &Rules::default(), at);
    /// let _past = Past::new(&plan, &scores);
    /// ```
    #[must_use]
    pub fn new(plan: &'a Plan, scores: &'a Scores) -> Self {
        let mut first = HashMap::new();
        for (at, used) in plan.uses.iter().enumerate() {
            first.entry(used.indicator.as_str()).or_insert(at);
        }
        Self { plan, scores, first }
    }

    /// The same indicator in the past: under the same node, or else wherever it stood first.
    fn of(&self, report: &Report<'_>, used: usize) -> Option<(&'a Scores, usize)> {
        let now = &report.plan.uses[used];
        let same = |at: &usize| self.plan.uses[*at].indicator == now.indicator;
        let under = self.scores.tree.node(&now.node).map(|node| &self.scores.tree.uses[node]);
        let at = under.and_then(|uses| uses.iter().copied().find(same));
        let at = at.or_else(|| self.first.get(now.indicator.as_str()).copied())?;
        Some((self.scores, at))
    }
}
