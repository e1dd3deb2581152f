//! What takes most away from the result: shares of the roll-up times distances from 100.
//! Not here: how likely it is that the distance can be closed.

use super::Report;
use crate::number::Decimal;
use crate::score::{NodeScore, Part, PartOf};

/// What an indicator takes away from the result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Loss {
    /// The use, by its position.
    pub used: usize,
    /// Points of 100 that it takes away from `from`.
    pub points: Decimal,
    /// The highest node above it that has a score; `None`: the body.
    pub from: Option<usize>,
}

/// A node on the way down: the node it is counted from and its share of that node's score.
type Step = (Option<usize>, Option<usize>, Decimal);

impl Report<'_> {
    /// What takes most away from the result, most first: for each use that counts, its share of
    /// the highest node above it that has a score, times its distance from 100.
    ///
    /// ```
    /// # use traguardo::{period::parse_date, report::Report, rules::Rules, sample};
    /// # let (plan, readings, rules) = (sample::plan(), sample::readings(), Rules::default());
    /// let report = Report::new(&plan, &readings, &rules, parse_date("30/06/2020").unwrap());
    /// let first = report.losses()[0];
    /// assert_eq!(plan.uses[first.used].indicator, "PART");
    /// assert_eq!(rules.printed(first.points), "23,55");
    /// ```
    #[must_use]
    pub fn losses(&self) -> Vec<Loss> {
        let mut losses = Vec::new();
        // The body, or each top node for itself where the body has no score.
        let mut steps: Vec<Step> = vec![(None, None, Decimal::ONE)];
        while let Some((node, from, share)) = steps.pop() {
            let score = self.scores.of(node);
            for (part, part_share) in shares_of(score) {
                match (part.of, part_share) {
                    (PartOf::Node(child), Some(part_share)) => {
                        steps.push((Some(child), from, share * part_share));
                    }
                    // Below a node without a score, each child stands for itself.
                    (PartOf::Node(child), None) if is_blank(score) => {
                        steps.push((Some(child), Some(child), Decimal::ONE));
                    }
                    (PartOf::Use(used), Some(part_share)) => {
                        let reached = self.scores.outcome(part.of).score().unwrap_or_default();
                        let points = share * part_share * (Decimal::ONE_HUNDRED - reached);
                        losses.push(Loss { used, points, from });
                    }
                    (PartOf::Node(_) | PartOf::Use(_), None) => {}
                }
            }
        }
        losses.retain(|loss| loss.points > Decimal::ZERO);
        losses.sort_by(|a, b| b.points.cmp(&a.points).then(a.used.cmp(&b.used)));
        losses
    }
}

/// Whether a node has no score and was not taken out of the count.
fn is_blank(score: &NodeScore) -> bool {
    score.score().is_none() && !score.rolled.outcome.is_out()
}

/// The parts of a node with their shares of its score, quotas included.
fn shares_of(score: &NodeScore) -> impl Iterator<Item = (&Part, Option<Decimal>)> {
    let scored = score.score().is_some();
    score.groups.iter().flat_map(move |group| {
        group.parts.iter().map(move |part| {
            let share = group.share.zip(part.share).filter(|_| scored);
            (part, share.map(|(group, part)| group * part))
        })
    })
}
