//! Which readings a round consists of: those that counted, and no others.
//! Not here: whether they were checked, which whoever keeps the marks adds.

use hashbrown::{HashMap, HashSet};

use super::{Included, Standing};
use crate::period::Date;
use crate::plan::Plan;
use crate::reading::Readings;
use crate::rules::Rules;
use crate::score::{Formula, Reckoning};
use crate::scoring::score;

/// The readings that counted at a checkpoint, by position, with the readings of earlier years and
/// of other bodies that targets were compared with. Scores from these alone are the same, figure
/// by figure and formula by formula. Takes about twice the time of scoring.
///
/// ```
/// use traguardo::{period::parse_date, round::{Standing, choose}, rules::Rules, sample};
/// let (plan, mut readings) = (sample::plan(), sample::readings());
/// let mut early = readings.list[0].clone();
/// early.date = parse_date("31/03/2020").ok();
/// readings.list.push(early); // March does not count in June
/// let at = parse_date("30/06/2020").unwrap();
/// let chosen = choose(&plan, &readings, &Rules::default(), at);
/// let positions: Vec<usize> = chosen.iter().map(|included| included.position).collect();
/// assert_eq!((positions, chosen[0].standing), (vec![0, 1, 2], Standing::Counted));
/// ```
#[must_use]
pub fn choose(plan: &Plan, readings: &Readings, rules: &Rules, checkpoint: Date) -> Vec<Included> {
    let all = score(plan, readings, rules, checkpoint);
    let mut standing: HashMap<usize, Standing> = HashMap::new();
    for scored in &all.uses {
        collect(&scored.reckoning, &mut standing);
    }
    let mut positions = sorted(&standing);
    let alone = score(plan, &only(readings, &positions), rules, checkpoint);
    // A score that did not come about for a reading in doubt needs the readings that cast it. What
    // a use comes to depends on the readings of its indicator alone: with all of these it is sure.
    let mut in_doubt = HashSet::new();
    for (at, used) in plan.uses.iter().enumerate() {
        let kept = placed(&alone.uses[at].reckoning, &positions);
        if kept != all.uses[at].reckoning {
            in_doubt.insert(used.indicator.as_str());
        }
    }
    for (position, reading) in readings.list.iter().enumerate() {
        if in_doubt.contains(reading.indicator.as_str()) {
            standing.entry(position).or_insert(Standing::Beside);
        }
    }
    positions = sorted(&standing);
    let included = |position| Included {
        position,
        standing: standing.get(&position).copied().unwrap_or(Standing::Beside),
        check: None,
    };
    positions.into_iter().map(included).collect()
}

/// The readings at some positions, in their order.
fn only(readings: &Readings, positions: &[usize]) -> Readings {
    let at = |position: &usize| readings.list.get(*position).cloned();
    Readings { list: positions.iter().filter_map(at).collect() }
}

fn sorted(standing: &HashMap<usize, Standing>) -> Vec<usize> {
    let mut positions: Vec<usize> = standing.keys().copied().collect();
    positions.sort_unstable();
    positions
}

/// A reading that both counted and was compared with counts.
fn collect(reckoning: &Reckoning, standing: &mut HashMap<usize, Standing>) {
    if let Some(position) = reckoning.reading {
        standing.insert(position, Standing::Counted);
    }
    for position in &reckoning.references {
        standing.entry(*position).or_insert(Standing::Reference);
    }
    if let Formula::Compound(parts, _) = &reckoning.formula {
        parts.iter().for_each(|part| collect(part, standing));
    }
}

/// A reckoning on chosen readings, with the positions that they have among all.
fn placed(reckoning: &Reckoning, positions: &[usize]) -> Reckoning {
    let at = |chosen: &usize| positions.get(*chosen).copied().unwrap_or(usize::MAX);
    let mut placed_there = reckoning.clone();
    placed_there.reading = reckoning.reading.as_ref().map(at);
    placed_there.references = reckoning.references.iter().map(at).collect();
    if let Formula::Compound(parts, combine) = &reckoning.formula {
        let parts = parts.iter().map(|part| placed(part, positions)).collect();
        placed_there.formula = Formula::Compound(parts, *combine);
    }
    placed_there
}
