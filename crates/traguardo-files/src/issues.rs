//! The list of issues while a hand-in is read: all of them, up to a bound for each table.
//! Not here: what is an issue, see [`traguardo::issue`].

use traguardo::issue::{Issue, Place, Table, kinds};

use crate::limit;

/// The issues found so far.
#[derive(Debug, Default)]
pub(crate) struct Issues {
    list: Vec<Issue>,
    counts: [usize; 8],
}

impl Issues {
    /// Adds an issue, unless its table has too many of them already.
    pub(crate) fn push(&mut self, issue: Issue) {
        let table = issue.place.table;
        let count = &mut self.counts[slot(table)];
        *count += 1;
        if *count <= limit::ISSUES {
            self.list.push(issue);
        } else if *count == limit::ISSUES + 1 {
            let allowed = limit::ISSUES.to_string();
            let cut = Issue::new(&kinds::ISSUES_CUT, Place::table(table));
            self.list.push(cut.with("allowed", allowed));
        }
    }

    /// Adds those of a table that was read apart.
    pub(crate) fn append(&mut self, others: Self) {
        others.list.into_iter().for_each(|issue| self.push(issue));
    }

    /// All of them, by table and row; the order in which they were found where the row is one.
    pub(crate) fn into_list(mut self) -> Vec<Issue> {
        self.list.sort_by_key(|issue| (issue.place.table, issue.place.row));
        self.list
    }
}

fn slot(table: Table) -> usize {
    match table {
        Table::Whole => 0,
        Table::Body => 1,
        Table::Rules => 2,
        Table::Plan => 3,
        Table::Readings => 4,
        Table::Offices => 5,
        Table::Events => 6,
        Table::Answers => 7,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_with_countless_issues_is_cut_with_a_word_and_leaves_room_for_the_others() {
        let mut issues = Issues::default();
        for row in 0..2 * u32::try_from(limit::ISSUES).unwrap() {
            issues.push(Issue::new(&kinds::CELL_MISSING, Place::table(Table::Plan).row(row)));
        }
        issues.push(Issue::new(&kinds::CELL_MISSING, Place::table(Table::Body)));
        let list = issues.into_list();
        assert_eq!(list.len(), limit::ISSUES + 2);
        assert_eq!(list[0].place.table, Table::Body);
        assert!(list.iter().any(|issue| issue.kind == &kinds::ISSUES_CUT));
    }
}
