//! What other rules would change of the printed scores of a plan, and which of the rules does it.
//! Not here: what other targets or weights change, which a draft shows by its scores.

use crate::period::Date;
use crate::plan::Plan;
use crate::reading::Readings;
use crate::rules::{Rule, Rules};
use crate::score::{Outcome, Scores};
use crate::scoring::score;

/// A node that prints another score, or stands in another band, under other rules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Effect {
    /// The position of the node; `None`: the body as a whole.
    pub node: Option<usize>,
    /// What is printed under the rules as they were.
    pub before: Shown,
    /// What is printed under the new ones.
    pub after: Shown,
    /// The rules that do it: each of them would change it by being new alone, or by staying old
    /// alone.
    pub because: Vec<Rule>,
}

/// What is printed of an outcome.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// What came out.
    pub outcome: Outcome,
    /// The digits, where there is a score.
    pub printed: Option<String>,
    /// The word of its band, where it stands in one.
    pub band: Option<String>,
}

impl Shown {
    fn of(outcome: Outcome, rules: &Rules) -> Self {
        let band = outcome.score().and_then(|score| rules.band(score));
        Self {
            outcome,
            printed: outcome.score().map(|score| rules.printed(score)),
            band: band.map(|band| band.name.clone()),
        }
    }

    /// Whether whoever reads it sees the same.
    fn is_same(&self, other: &Self) -> bool {
        let kind = |shown: &Self| std::mem::discriminant(&shown.outcome);
        kind(self) == kind(other) && self.printed == other.printed && self.band == other.band
    }
}

/// The nodes whose printed score or band other rules change on a day, in the order of the plan, the
/// body first.
///
/// ```
/// use traguardo::{period::parse_date, revision::effects, rules::{Rule, Rules}, sample};
/// let (plan, readings, old) = (sample::plan(), sample::readings(), Rules::default());
/// let mut new = old.clone();
/// (new.print.decimals, new.indicator.underestimated_from) = (0, 130.into());
/// let effects = effects(&plan, &readings, (&old, &new), parse_date("30/06/2020").unwrap());
/// assert_eq!(effects[0].before.printed.as_deref(), Some("73,84"));
/// assert_eq!(effects[0].after.printed.as_deref(), Some("74"));
/// assert_eq!(effects[0].because, [Rule::Decimals]);
/// ```
#[must_use]
pub fn effects(
    plan: &Plan,
    readings: &Readings,
    (old, new): (&Rules, &Rules),
    at: Date,
) -> Vec<Effect> {
    let changed: Vec<Rule> = Rule::ALL.into_iter().filter(|rule| rule.differs(old, new)).collect();
    let shown = |rules: &Rules| all_shown(&score(plan, readings, rules, at), rules);
    let (before, after) = (shown(old), shown(new));
    let alone: Vec<[Vec<Shown>; 2]> = changed
        .iter()
        .map(|rule| {
            let (mut with, mut without) = (old.clone(), new.clone());
            rule.take(new, &mut with);
            rule.take(old, &mut without);
            [shown(&with), shown(&without)]
        })
        .collect();
    let effect = |at: usize| {
        if before[at].is_same(&after[at]) {
            return None;
        }
        let does = |(_, [with, without]): &(&Rule, &[Vec<Shown>; 2])| {
            !with[at].is_same(&before[at]) || !without[at].is_same(&after[at])
        };
        let because = changed.iter().zip(&alone).filter(does).map(|(rule, _)| *rule).collect();
        let (before, after) = (before[at].clone(), after[at].clone());
        Some(Effect { node: at.checked_sub(1), before, after, because })
    };
    (0..before.len()).filter_map(effect).collect()
}

/// What is printed of the body and of each node.
fn all_shown(scores: &Scores, rules: &Rules) -> Vec<Shown> {
    let all = std::iter::once(&scores.body).chain(&scores.nodes);
    all.map(|node| Shown::of(node.rolled.outcome, rules)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::number::Decimal;
    use crate::rules::MissingRule;
    use crate::{period::parse_date, sample};

    fn day() -> Date {
        parse_date("30/06/2020").unwrap()
    }

    #[test]
    fn rules_that_are_the_same_change_nothing() {
        let (plan, readings, rules) = (sample::plan(), sample::readings(), Rules::default());
        assert!(effects(&plan, &readings, (&rules, &rules), day()).is_empty());
    }

    #[test]
    fn a_band_that_begins_elsewhere_moves_the_band_and_not_the_score() {
        let (plan, readings, old) = (sample::plan(), sample::readings(), Rules::default());
        let mut new = old.clone();
        new.bands[1].from = Decimal::from(75);
        let effects = effects(&plan, &readings, (&old, &new), day());
        let node = effects.iter().find(|e| e.node == Some(1)).unwrap();
        assert_eq!(node.before.printed, node.after.printed);
        assert_eq!(node.before.band.as_deref(), Some("quasi raggiunto"));
        assert_eq!(node.after.band.as_deref(), Some("parziale"));
        assert_eq!(node.because, [Rule::Bands]);
    }

    #[test]
    fn of_two_new_rules_only_the_one_that_moves_a_node_is_named() {
        let (plan, mut readings, old) = (sample::plan(), sample::readings(), Rules::default());
        readings.list.retain(|reading| reading.indicator != "EXPORT");
        let mut new = old.clone();
        (new.node.missing, new.indicator.late_points_per_day) =
            (MissingRule::Block, Decimal::from(3));
        let effects = effects(&plan, &readings, (&old, &new), day());
        let node = effects.iter().find(|e| e.node == Some(1)).unwrap();
        assert_eq!(
            (node.after.outcome, &node.because[..]),
            (Outcome::Missing, &[Rule::Missing][..])
        );
    }

    #[test]
    fn rules_that_only_together_undo_each_other_are_both_named() {
        let (plan, readings, old) = (sample::plan(), sample::readings(), Rules::default());
        let mut new = old.clone();
        (new.indicator.cap, new.indicator.floor) = (Some(Decimal::from(20)), Decimal::from(20));
        let effects = effects(&plan, &readings, (&old, &new), day());
        let node = effects.iter().find(|e| e.node == Some(1)).unwrap();
        assert!(node.because.contains(&Rule::Cap), "{:?}", node.because);
    }
}
