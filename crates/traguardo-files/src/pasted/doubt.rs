//! What is doubtful in a pasted table: each question with its cell, its sentence and proposals.
//! Not here: the reading of targets and numbers, which is that of every plan.

use std::collections::HashMap;

use traguardo::issue::{Issue, Place, Table, kinds};
use traguardo::plan::Plan;
use traguardo::target::{Expected, Meaning};
use traguardo::text::{Sentence, Texts};

use super::header::Column;
use super::mends::{About, Mends};
use super::role::Role;
use super::tree::PlanRow;
use super::{Block, Draft, Entry, Sort};
use crate::plan::TargetColumn;
use crate::word;

/// A question about something pasted.
#[derive(Debug, Clone, PartialEq)]
pub struct Doubt {
    /// What it is about.
    pub about: About,
    /// What stands there.
    pub found: String,
    /// The question.
    pub asks: Asks,
    /// Answers to choose from; another can be given.
    pub proposals: Vec<String>,
}

/// How a question is worded.
#[derive(Debug, Clone, PartialEq)]
pub enum Asks {
    /// As the issue of every plan that it is.
    Issue(Issue),
    /// In words of pasted tables.
    Said(Sentence),
}

impl Doubt {
    /// The question in words.
    #[must_use]
    pub fn tell(&self, texts: &Texts) -> String {
        match &self.asks {
            Asks::Issue(issue) => texts.issue(issue),
            Asks::Said(sentence) => texts.sentence(sentence),
        }
    }
}

/// Asks about the rows of the plan that a draft came to.
pub(super) fn of_plan(rows: &[PlanRow], plan: &Plan, issues: Vec<Issue>) -> Vec<Doubt> {
    let mut doubts: Vec<Doubt> = Vec::new();
    for issue in issues {
        let at = issue.place.row.and_then(|row| usize::try_from(row).ok());
        let Some(row) = at.and_then(|at| rows.get(at.checked_sub(2)?)) else { continue };
        let name = issue.place.column.as_deref().unwrap_or_default();
        let is_title = issue.kind == &kinds::CELL_MISSING && name == "titolo";
        // An indicator without a title is asked about in its own words.
        if is_title && row.get("livello") == word::INDICATOR {
            continue;
        }
        let cell = row.cells.iter().find(|cell| cell.name == name);
        let about = match cell.and_then(|cell| cell.from) {
            Some(column) => About::Cell { line: row.line, column },
            None => About::Row { line: row.line },
        };
        let found = cell.map(|cell| cell.text.clone()).unwrap_or_default();
        doubts.push(Doubt { about, found, asks: Asks::Issue(issue), proposals: Vec::new() });
    }
    let nodes = plan.nodes.iter().map(|node| (node.code.as_str(), &node.details));
    let uses = plan.uses.iter().map(|used| (used.indicator.as_str(), &used.details));
    for (code, details) in nodes.chain(uses) {
        let targets = &details.targets;
        let own = targets.year.iter().map(|cell| ("target".to_owned(), cell));
        let years = targets.other_years.iter();
        let years = years.map(|(year, cell)| (TargetColumn::Year(*year).name(), cell));
        let days = targets.periodic.iter();
        let days = days.map(|(day, cell)| (TargetColumn::Periodic(*day).name(), cell));
        let at = usize::try_from(details.row).unwrap_or(0).wrapping_sub(2);
        let Some(row) = rows.get(at) else { continue };
        for (name, cell) in own.chain(years).chain(days) {
            doubts.extend(of_target(row, code, &name, cell));
        }
    }
    doubts
}

fn of_target(row: &PlanRow, code: &str, name: &str, cell: &Expected) -> Option<Doubt> {
    let Meaning::Asked(question) = &cell.meaning else { return None };
    let line = row.line;
    let found = cell.verbatim.clone();
    if question.kind == &kinds::TARGET_OPERATOR_MISSING {
        let asks = Sentence::new("pasted-ask-direction").with("found", found.clone());
        let proposals = ["cresce", "cala"].map(str::to_owned).into();
        let asks = Asks::Said(asks);
        return Some(Doubt { about: About::Direction { line }, found, asks, proposals });
    }
    let place = Place::table(Table::Plan).row(line).column(name.to_owned()).code(code);
    let issue = Issue { params: question.params.clone(), ..Issue::new(question.kind, place) };
    let column = row.cells.iter().find(|cell| cell.name == name)?.from?;
    let about = About::Cell { line, column };
    Some(Doubt { about, found, asks: Asks::Issue(issue), proposals: question.proposals() })
}

/// Asks about an indicator without any target, and about a target without an indicator.
pub(super) fn of_uses(rows: &[PlanRow], entries: &[Entry], blocks: &[Block]) -> Vec<Doubt> {
    let mut doubts = Vec::new();
    let mut above: HashMap<usize, &str> = HashMap::new();
    for entry in entries.iter().filter(|entry| entry.sort == Sort::Row) {
        let Some(block) = entry.block.and_then(|at| blocks.get(at)) else { continue };
        let line = entry.first_line;
        let used = rows[entry.made.clone()].iter().rev();
        let used = used.clone().find(|row| row.get("livello") == word::INDICATOR);
        if let Some(row) = used {
            let is_target =
                |name: &str| name.starts_with("target") || name.starts_with("periodico");
            let has_target = row.cells.iter().any(|cell| is_target(&cell.name));
            let is_out = matches!(row.get("stato"), "eliminato" | "neutralizzato");
            let column = column_of(&block.columns, Role::is_expected);
            if let Some(column) = column.filter(|_| !has_target && !is_out) {
                let asks = Sentence::new("pasted-ask-no-target");
                let proposals = above.get(&column).map(|text| (*text).to_owned());
                let proposals = proposals.into_iter().collect();
                let about = About::Cell { line, column };
                let asks = Asks::Said(asks);
                doubts.push(Doubt { about, found: String::new(), asks, proposals });
            }
            let column = column_of(&block.columns, |role| *role == Role::Indicator);
            if let Some(column) = column.filter(|_| row.get("titolo").is_empty()) {
                let asks = Asks::Said(Sentence::new("pasted-ask-no-indicator"));
                let proposals = above.get(&column).map(|text| (*text).to_owned());
                let proposals = proposals.into_iter().collect();
                let about = About::Cell { line, column };
                doubts.push(Doubt { about, found: String::new(), asks, proposals });
            }
        }
        for (at, cell) in entry.cells.iter().enumerate().filter(|(_, c)| !c.text.is_empty()) {
            above.insert(at, &cell.text);
        }
    }
    doubts
}

fn column_of(columns: &[Column], is: impl Fn(&Role) -> bool) -> Option<usize> {
    columns.iter().position(|column| column.role.as_ref().is_some_and(&is))
}

/// Asks about a piece of text of which nobody can say where it belongs.
pub(super) fn of_rows(entries: &[Entry]) -> Vec<Doubt> {
    let lost = entries.iter().filter(|entry| entry.sort == Sort::NotUnderstood);
    let ask = |entry: &Entry| {
        // In a table its cells stand beside their columns; beside one it is a piece of text.
        let (key, words) = match entry.block {
            _ if entry.is_hidden => ("pasted-ask-hidden", ["riga", "ignora"]),
            Some(_) => ("pasted-ask-slipped", ["riga", "ignora"]),
            None => ("pasted-ask-row", ["unisci", "ignora"]),
        };
        Doubt {
            about: About::Row { line: entry.first_line },
            found: entry.text(),
            asks: Asks::Said(Sentence::new(key)),
            proposals: words.map(str::to_owned).into(),
        }
    };
    lost.map(ask).collect()
}

/// Asks about a year that does not belong to the plan, and about columns that nobody knows.
pub(super) fn of_columns(blocks: &[Block], year: Option<i16>, mends: &Mends) -> Vec<Doubt> {
    let mut doubts = Vec::new();
    for block in blocks {
        let years = block.columns.iter().filter(|c| matches!(c.role, Some(Role::Target(Some(_)))));
        let is_only = years.count() == 1;
        for (column, of) in block.columns.iter().enumerate() {
            let about = About::Column { line: block.line, column };
            if mends.of(&about).is_some() {
                continue;
            }
            let found = of.header.clone();
            match (&of.role, year) {
                (Some(Role::Target(Some(own))), Some(year)) if is_only && *own != year => {
                    let asks = Sentence::new("pasted-ask-year")
                        .with("found", found.clone())
                        .with("year", year.to_string());
                    let proposals = vec!["target".to_owned(), TargetColumn::Year(*own).name()];
                    doubts.push(Doubt { about, found, asks: Asks::Said(asks), proposals });
                }
                (Some(role), _) if block.is_by_content => {
                    let asks = Sentence::new("pasted-ask-column").with("role", role.name());
                    let proposals = vec![role.name()];
                    doubts.push(Doubt { about, found, asks: Asks::Said(asks), proposals });
                }
                _ => {}
            }
        }
    }
    doubts
}

/// Gives every doubt to the row that it is about; those of columns stay with the draft.
pub(super) fn share(doubts: Vec<Doubt>, draft: &mut Draft) {
    let lines: HashMap<u32, usize> =
        draft.entries.iter().enumerate().map(|(at, entry)| (entry.first_line, at)).collect();
    for doubt in doubts {
        match (doubt.about, lines.get(&doubt.about.line())) {
            (About::Column { .. }, _) | (_, None) => draft.doubts.push(doubt),
            (about, Some(at)) => {
                let own = &mut draft.entries[*at].doubts;
                if own.iter().all(|known| known.about != about) {
                    own.push(doubt);
                }
            }
        }
    }
}
