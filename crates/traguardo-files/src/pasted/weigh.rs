//! Whose weights the last column of a table holds: those of its indicators or of its objectives.
//! Not here: weights beside a title, which are its own ([`super::header`]).

use traguardo::number::{self, Decimal};

use super::header::Column;
use super::role::Role;
use super::{Block, Entry, Sort};

/// Gives weights that stand right of the indicators to the objectives, where the figures say so:
/// one for each objective, 100 together, and not 100 within each.
pub(super) fn settle(blocks: &mut [Block], entries: &mut [Entry]) {
    for (at, block) in blocks.iter_mut().enumerate() {
        let Some(doubtful) = Doubtful::of(&block.columns) else { continue };
        let is_row = |entry: &Entry| entry.block == Some(at) && entry.sort == Sort::Row;
        let groups = doubtful.groups(entries.iter().filter(|entry| is_row(entry)));
        let Some(groups) = groups.filter(|groups| are_of_titles(groups)) else { continue };
        block.columns[doubtful.weight].owner = Some(doubtful.title);
        let sole = groups.iter().flat_map(|group| (0..group.rows).map(|_| group.rows == 1));
        let rows = entries.iter_mut().filter(|entry| is_row(entry));
        rows.zip(sole).for_each(|(row, is_sole)| row.is_sole = is_sole);
    }
}

/// A column of weights that may be of the one or of the other.
struct Doubtful {
    weight: usize,
    title: usize,
    /// The column of titles above that one.
    upper: Option<usize>,
}

/// The weights of one objective.
#[derive(Default)]
struct Group {
    sum: Decimal,
    filled: usize,
    rows: usize,
    /// Whether it is the first under its upper title.
    begins: bool,
}

impl Doubtful {
    fn of(columns: &[Column]) -> Option<Self> {
        let is_weight = |column: &Column| column.role == Some(Role::Plain("peso"));
        let weight = columns.iter().position(is_weight)?;
        if columns.iter().filter(|column| is_weight(column)).count() > 1 {
            return None;
        }
        let owner = columns[weight].owner.filter(|own| *own < weight)?;
        if columns[owner].role != Some(Role::Indicator) {
            return None;
        }
        let is_title = |column: &Column| matches!(column.role, Some(Role::Title(_)));
        let title = columns[..owner].iter().rposition(is_title)?;
        let upper = columns[..title].iter().rposition(is_title);
        Some(Self { weight, title, upper })
    }

    /// The weights of the rows from one title to the next; nothing where one is no weight.
    fn groups<'e>(&self, rows: impl Iterator<Item = &'e Entry>) -> Option<Vec<Group>> {
        let mut groups: Vec<Group> = Vec::new();
        for row in rows {
            let text = |at: usize| row.cells.get(at).map_or("", |cell| cell.text.as_str());
            if !text(self.title).is_empty() {
                let begins = self.upper.is_some_and(|upper| !text(upper).is_empty());
                groups.push(Group { begins, ..Group::default() });
            }
            let group = groups.last_mut()?;
            group.rows += 1;
            let weight = text(self.weight).trim_end_matches(['%', ' ']);
            if !weight.is_empty() {
                let known = Decimal::ZERO..=Decimal::ONE_HUNDRED;
                group.sum += number::parse(weight).ok().filter(|weight| known.contains(weight))?;
                group.filled += 1;
            }
        }
        Some(groups)
    }
}

fn are_of_titles(groups: &[Group]) -> bool {
    let single = groups.iter().all(|group| group.filled == 1);
    if groups.len() < 2 || !single || groups.iter().all(|group| is_whole(group.sum)) {
        return false;
    }
    let mut sums: Vec<Decimal> = Vec::new();
    for group in groups {
        match sums.last_mut().filter(|_| !group.begins) {
            Some(sum) => *sum += group.sum,
            None => sums.push(group.sum),
        }
    }
    sums.into_iter().all(is_whole)
}

/// Whether a sum is 100, but for what rounding takes.
fn is_whole(sum: Decimal) -> bool {
    (sum - Decimal::ONE_HUNDRED).abs() < Decimal::ONE
}
