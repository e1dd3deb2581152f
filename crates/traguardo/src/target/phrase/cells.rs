//! Cells side by side: steps that ease from the first to the last, or one target a year.
//! Not here: the reading of one cell.

use super::join::{Asked, ask};
use super::normalise::clean;
use super::{Context, Parsed, parse, read_plain, settle, words};
use crate::issue::kinds;
use crate::number::Decimal;
use crate::quantity::Quantity;
use crate::target::{About, Comparison, Day, Step, Target, Threshold};

type Result<T> = std::result::Result<T, Asked>;

/// The scores of steps side by side.
const SCORES: [u8; 3] = [100, 80, 60];

/// What one cell holds.
enum Cell {
    Blank,
    Parsed(Parsed),
    /// Words that only a step can be.
    Words(Box<str>),
    Asked(Asked),
}

/// Reads cells: two or three that ease are steps, any others are years from the target's on.
pub(super) fn read(cells: &[&str], context: Context) -> Result<Target> {
    let mut cells = cells.to_vec();
    while cells.last().is_some_and(|cell| cell.trim().is_empty()) {
        cells.pop();
    }
    if let Some(held) = hold_steps(&cells, context)
        && let Some(steps) = steps(&held, context)
    {
        return Ok(Target::Steps(steps));
    }
    years(&cells, context)
}

/// Cells of one list with slashes, which without blanks around them need a measure each
/// (`100%/75%/50%`, for `3/5` may be a share): steps, or nothing that is known.
pub(super) fn listed(text: &str, context: Context) -> Option<Target> {
    let spaced = text.contains(" / ");
    let cells: Vec<&str> = text.split(if spaced { " / " } else { "/" }).collect();
    let in_figures = |cell: &&str| cell.starts_with(|c: char| c.is_ascii_digit());
    let may_be = spaced || context.direction.is_some() && cells.iter().all(in_figures);
    if !may_be {
        return None;
    }
    let held = hold_steps(&cells, context)?;
    let measured = |cell: &Cell| match cell {
        Cell::Parsed(Parsed::Bare { level, about }) => {
            let known = level.measure.as_deref().is_some_and(|m| words::measure(m).is_some());
            known && about.what.is_none() && about.scope.is_none()
        }
        _ => false,
    };
    (spaced || held.iter().all(measured))
        .then(|| steps(&held, context))
        .flatten()
        .map(Target::Steps)
}

/// What two or three cells hold, each of which can be a step; nothing from the first on that cannot.
fn hold_steps(cells: &[&str], context: Context) -> Option<Vec<Cell>> {
    let held = |cell: &&str| Some(hold(cell, context)).filter(can_be_step);
    let counted = (2..=SCORES.len()).contains(&cells.len());
    counted.then(|| cells.iter().map(held).collect())?
}

fn can_be_step(cell: &Cell) -> bool {
    match cell {
        Cell::Parsed(Parsed::Bare { .. }) | Cell::Words(_) => true,
        Cell::Parsed(Parsed::Whole(Target::By(due))) => due.what.is_none(),
        Cell::Parsed(Parsed::Whole(target)) => {
            matches!(target, Target::Level { .. } | Target::Judgement)
        }
        Cell::Blank | Cell::Asked(_) => false,
    }
}

/// The threshold of a step cell, for a target that says which way.
pub(crate) fn threshold(
    text: &str,
    comparison: Option<Comparison>,
    context: Context,
) -> Result<Threshold> {
    match hold(text, context) {
        Cell::Parsed(Parsed::Bare { level, .. }) => match comparison {
            Some(comparison) => Ok(Threshold::Level(comparison, level.number)),
            None => ask(&kinds::TARGET_STEPS_MIXED),
        },
        Cell::Parsed(Parsed::Whole(target)) => match target {
            Target::Level { comparison, level, .. } => {
                Ok(Threshold::Level(comparison, level.number))
            }
            Target::By(due) => Ok(Threshold::By(due.day)),
            Target::Judgement => Ok(Threshold::Judgement(Some(text.trim().into()))),
            _ => ask(&kinds::TARGET_STEPS_MIXED),
        },
        Cell::Words(words) => Ok(Threshold::Judgement(Some(words))),
        Cell::Asked(asked) => Err(asked),
        Cell::Blank => ask(&kinds::TARGET_NOT_UNDERSTOOD),
    }
}

fn hold(cell: &str, context: Context) -> Cell {
    if let Some(level) = bare(cell.trim()) {
        return Cell::Parsed(Parsed::Bare { level, about: About::default() });
    }
    if let Some(target) = read_plain(cell, context) {
        return Cell::Parsed(Parsed::Whole(target));
    }
    let cleaned = clean(cell.trim());
    if cleaned.text.is_empty() || cleaned.text == "-" {
        return Cell::Blank;
    }
    match parse(&cleaned, context) {
        Ok(parsed) => Cell::Parsed(parsed),
        Err(_) if is_words(&cleaned.lower) => Cell::Words(cell.trim().into()),
        Err(asked) => Cell::Asked(asked),
    }
}

/// A small number, alone or in per cent: most cells that stand side by side are nothing else, and
/// each of them is read again for every proposal.
fn bare(cell: &str) -> Option<Quantity> {
    let digits = cell.strip_suffix('%').unwrap_or(cell).trim_end();
    let is_number = (1..=3).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    let is_cut = digits.len() > 1 && digits.starts_with('0');
    (is_number && !is_cut).then(|| Quantity::parse(cell).ok()).flatten()
}

/// Words of judgement: none that speaks of a time or of another document.
fn is_words(lower: &str) -> bool {
    let judged = ["frequenza", "giudizio", "qualitativ", "idoneità", "sufficien", "valutazione"];
    !lower.contains(|c: char| c.is_ascii_digit()) && judged.iter().any(|word| lower.contains(word))
}

fn steps(held: &[Cell], context: Context) -> Option<Vec<Step>> {
    let comparison = way(held, context)?;
    let measure = held.iter().find_map(measure);
    let mut steps = Vec::with_capacity(held.len());
    for (score, cell) in SCORES.iter().zip(held) {
        let threshold = match cell {
            Cell::Parsed(Parsed::Bare { level, .. }) => Threshold::Level(comparison?, level.number),
            Cell::Parsed(Parsed::Whole(target)) => match target {
                Target::Level { comparison, level, .. } => {
                    Threshold::Level(*comparison, level.number)
                }
                Target::By(due) if due.what.is_none() => Threshold::By(due.day.clone()),
                Target::Judgement => Threshold::Judgement(None),
                _ => return None,
            },
            Cell::Words(words) => Threshold::Judgement(Some(words.clone())),
            Cell::Asked(_) | Cell::Blank => return None,
        };
        steps.push(Step { score: (*score).into(), threshold, measure: measure.clone() });
    }
    (!steps[0].threshold.is_judged() && ease(&steps) && !are_years(&steps)).then_some(steps)
}

fn measure(cell: &Cell) -> Option<Box<str>> {
    match cell {
        Cell::Parsed(Parsed::Bare { level, .. } | Parsed::Whole(Target::Level { level, .. })) => {
            level.measure.clone()
        }
        _ => None,
    }
}

/// Which way the numbers go: as an operator says, the direction, or their own order. The outer
/// `None`: they contradict each other.
fn way(held: &[Cell], context: Context) -> Option<Option<Comparison>> {
    let mut said = None;
    let mut numbers: Vec<Decimal> = Vec::new();
    let mut measure: Option<&Quantity> = None;
    for cell in held {
        let (level, comparison) = match cell {
            Cell::Parsed(Parsed::Bare { level, .. }) => (level, None),
            Cell::Parsed(Parsed::Whole(Target::Level { comparison, level, .. })) => {
                (level, Some(*comparison))
            }
            _ => continue,
        };
        let other = |known: &&Quantity| known.measure.is_some() && level.measure.is_some();
        if measure.filter(other).is_some_and(|known| known.measure_name() != level.measure_name()) {
            return None;
        }
        measure = measure.or(Some(level));
        numbers.push(level.number);
        if let Some(comparison) = comparison {
            if said.is_some_and(|s: Comparison| s.wants_less() != comparison.wants_less())
                || comparison.is_against(context.direction)
                || comparison == Comparison::Exactly
            {
                return None;
            }
            said = said.or(Some(comparison));
        }
    }
    let plain = said.map(|s| if s.wants_less() { Comparison::AtMost } else { Comparison::AtLeast });
    let ordered = match numbers[..] {
        [first, .., last] if first > last => Some(Comparison::AtLeast),
        [first, .., last] if first < last => Some(Comparison::AtMost),
        _ => None,
    };
    Some(plain.or(context.direction.map(Comparison::of)).or(ordered))
}

/// Whether each step is easier than the one above it; words have no order.
pub(crate) fn ease(steps: &[Step]) -> bool {
    let mut last: Option<&Threshold> = None;
    for step in steps.iter().map(|step| &step.threshold) {
        if step.is_judged() {
            continue;
        }
        let eases = match (last, step) {
            (None, _) => true,
            (Some(Threshold::By(hard)), Threshold::By(easy)) => {
                matches!((hard.date(), easy.date()), (Some(hard), Some(easy)) if hard < easy)
            }
            (Some(Threshold::Level(comparison, hard)), Threshold::Level(other, easy)) => {
                let less = comparison.wants_less();
                less == other.wants_less() && if less { hard < easy } else { hard > easy }
            }
            _ => false,
        };
        if !eases {
            return false;
        }
        last = Some(step);
    }
    true
}

/// Days of one year after another are a target a year.
fn are_years(steps: &[Step]) -> bool {
    let year = |step: &Step| match &step.threshold {
        Threshold::By(day) => day.date().map(|date| date.year()),
        _ => None,
    };
    steps.windows(2).any(|pair| year(&pair[0]) != year(&pair[1]))
}

/// One target a year, the first for the year of the target.
fn years(cells: &[&str], context: Context) -> Result<Target> {
    let Some(first) = context.year else { return without_year(cells, context) };
    let mut held = Vec::with_capacity(cells.len());
    for (at, cell) in cells.iter().enumerate() {
        let year = i16::try_from(at).ok().and_then(|at| first.checked_add(at));
        let Some(year) = year else { return ask(&kinds::TARGET_NOT_UNDERSTOOD) };
        held.push((year, hold(cell, Context { year: Some(year), ..context })));
    }
    if held.iter().any(|(_, cell)| matches!(cell, Cell::Words(_))) {
        return ask(&kinds::TARGET_STEPS_MIXED);
    }
    // An operator that stands in one cell says the way of the bare ones beside it.
    let direction = context.direction.or_else(|| held.iter().find_map(|(_, cell)| direction(cell)));
    let is_learnt = direction != context.direction;
    let mut found = Vec::with_capacity(held.len());
    for (cell, (year, own)) in cells.iter().zip(held) {
        let context = Context { year: Some(year), direction };
        let parsed = match own {
            Cell::Blank => continue,
            Cell::Words(_) => return ask(&kinds::TARGET_STEPS_MIXED),
            Cell::Asked(asked) => return Err(asked),
            Cell::Parsed(parsed) if is_learnt && !is_the_same_either_way(&parsed) => {
                parse(&clean(cell.trim()), context)?
            }
            Cell::Parsed(parsed) => parsed,
        };
        let target = settle(parsed, context)?;
        let misdated = matches!(&target, Target::By(due) if is_of_another_year(&due.day, year));
        if misdated {
            return ask(&kinds::TARGET_YEAR_MISSING);
        }
        found.push((year, target));
    }
    Ok(Target::ByYear(found))
}

/// Whether a cell is read alike with a direction and without one.
fn is_the_same_either_way(parsed: &Parsed) -> bool {
    matches!(parsed, Parsed::Whole(Target::Level { .. } | Target::By(_) | Target::Baseline))
}

fn is_of_another_year(day: &Day, year: i16) -> bool {
    day.date().is_some_and(|date| date.year() != year)
}

fn without_year(cells: &[&str], context: Context) -> Result<Target> {
    let held: Vec<Cell> = cells.iter().map(|cell| hold(cell, context)).collect();
    if held.iter().any(|cell| matches!(cell, Cell::Words(_))) {
        return ask(&kinds::TARGET_STEPS_MIXED);
    }
    let asked = held.iter().find_map(|cell| match cell {
        Cell::Asked(asked) => Some(asked.kind),
        _ => None,
    });
    ask(asked.unwrap_or(&kinds::TARGET_YEAR_MISSING))
}

fn direction(cell: &Cell) -> Option<crate::indicator::Direction> {
    use crate::indicator::Direction::{Down, Up};
    match cell {
        Cell::Parsed(Parsed::Whole(Target::Level { comparison, .. })) => match comparison {
            Comparison::Exactly => None,
            _ => Some(if comparison.wants_less() { Down } else { Up }),
        },
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_comparisons_are_read_at_once_as_they_are_read_at_length() {
        let context = Context { year: Some(2021), direction: None };
        for sign in [">=", "<=", "≥", "≤", ">= ", "≤ "] {
            for level in ["0", "5", "80%", "0,5 %", "1.200 N.", "5 gg", "13.000,50 €", "-3", "999"]
            {
                let cell = format!("{sign}{level}");
                let at_once = read_plain(&cell, context).unwrap();
                match parse(&clean(&cell), context) {
                    Ok(Parsed::Whole(slow)) => assert_eq!(slow, at_once, "{cell}"),
                    _ => panic!("{cell} is no comparison"),
                }
            }
        }
    }

    #[test]
    fn small_numbers_are_read_at_once_as_they_are_read_at_length() {
        for context in [Context::default(), Context { year: Some(2021), direction: None }] {
            for number in 0..1_000 {
                for cell in [format!("{number}"), format!("{number}%"), format!("{number} %")] {
                    let level = bare(&cell).unwrap();
                    match parse(&clean(&cell), context) {
                        Ok(Parsed::Bare { level: slow, about }) => {
                            assert_eq!((slow, about), (level, About::default()), "{cell}");
                        }
                        _ => panic!("{cell} is no bare number"),
                    }
                }
            }
        }
        assert_eq!(["020", "1.2", "2020", "5 gg", "%"].map(bare), [const { None }; 5]);
    }
}
