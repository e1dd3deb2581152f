//! One row of a pasted table, column by column, as nodes and a use of an indicator.
//! Not here: codes, levels and the tree, see [`super::tree`].

use traguardo::number::Decimal;
use traguardo::quantity::Quantity;

use super::content::{act, is_code, is_number};
use super::header::Column;
use super::role::Role;
use super::sort::BLANK;
use super::source::Cell;
use super::tree::{Growing, Named, PlanRow, split, unmarked};
use super::{Block, Entry};

/// A row with its columns.
struct Reader<'r> {
    entry: &'r Entry,
    columns: &'r [Column],
    /// The columns of titles.
    titles: Vec<usize>,
    indicator: Option<usize>,
}

impl Growing<'_> {
    /// Adds what a row of a table says.
    pub(super) fn row(&mut self, entry: &mut Entry, block: &Block) {
        let reader = Reader::of(entry, &block.columns);
        if reader.has(&Role::Level) && reader.has(&Role::Code) {
            self.plain_row(&reader);
        } else {
            self.tree_row(&reader);
        }
        let width = entry.cells.len().max(self.above.len());
        self.above.resize(width, String::new());
        for (above, cell) in self.above.iter_mut().zip(&entry.cells) {
            if !cell.text.is_empty() {
                above.clone_from(&cell.text);
            } else if !cell.is_spanned {
                above.clear();
            }
        }
    }

    /// A row that has a level: the table is laid out as `piano.csv` is.
    fn plain_row(&mut self, reader: &Reader<'_>) {
        let mut row = PlanRow::new(reader.entry.first_line);
        for (at, column) in reader.columns.iter().enumerate() {
            let text = reader.text(at);
            match &column.role {
                Some(Role::Title(_) | Role::Indicator) => row.put("titolo", text, Some(at)),
                Some(role) => self.put(&mut row, role, at, text, &column.header),
                None => self.put(&mut row, &Role::Other, at, text, &column.header),
            }
        }
        reader.put_notes(&mut row);
        self.rows.push(row);
    }

    fn tree_row(&mut self, reader: &Reader<'_>) {
        let node = self.nodes_of(reader);
        for (at, column) in reader.columns.iter().enumerate() {
            let (Some(slot), Some(role)) = (reader.slot_of(at), &column.role) else { continue };
            // A weight beside a merged title is that of the title above.
            if let Some(node) = self.branch.get(slot).copied().flatten() {
                self.complete(node, role, at, reader);
            }
        }
        let line = reader.entry.first_line;
        let current = self.branch.iter().rev().find_map(|node| *node).or(self.section());
        let Some(title) = self.indicator_title(reader, node) else {
            let mut row = match node.or(current) {
                Some(node) => std::mem::take(self.node_row(node)),
                // It names nothing, under nothing: it is kept, and asked about.
                None => PlanRow::new(line),
            };
            self.details(&mut row, reader);
            match node.or(current) {
                Some(node) => *self.node_row(node) = row,
                None => self.rows.push(row),
            }
            return;
        };
        let above = current.unwrap_or_else(|| self.node_of_table(reader.name(), line));
        let from = reader.indicator.or(reader.titles.last().copied());
        let mut row = self.indicator(above, &title, from, line);
        self.details(&mut row, reader);
        // The weight beside it is its objective's, all of which it makes alone.
        if reader.entry.is_sole {
            row.put("peso", "100", None);
        }
        self.direction(&mut row, reader);
        self.rows.push(row);
    }

    /// Makes the nodes that a row names, and answers the lowest of them.
    fn nodes_of(&mut self, reader: &Reader<'_>) -> Option<usize> {
        let mut lowest = None;
        for (slot, at) in reader.titles.iter().copied().enumerate() {
            let Some((code, title)) = reader.title(at) else { continue };
            let Some(Role::Title(level)) = &reader.columns[at].role else { continue };
            let indent = reader.entry.indent;
            let is_list = reader.titles.len() == 1;
            let above =
                if is_list { self.above_in_list(code, indent) } else { self.above_column(slot) };
            // In a list every level has the same header: its depth says more than the header.
            let level = if is_list && level == "obiettivo" { "" } else { level };
            let line = reader.entry.first_line;
            let (node, _) = self.node(above, &Named { code, title, level, line, from: Some(at) });
            if is_list {
                self.indented(node, indent);
            }
            self.branch.truncate(slot);
            self.branch.resize(slot, None);
            self.branch.push(Some(node));
            lowest = Some(node);
        }
        lowest
    }

    /// The title of the indicator of a row, if it has one: a table without a column of them has
    /// one for each title with a target. It is blank where only a target stands in the row.
    fn indicator_title(&mut self, reader: &Reader<'_>, node: Option<usize>) -> Option<String> {
        let own = reader.indicator.map_or("", |at| reader.text(at));
        if !own.is_empty() {
            return Some(unmarked(own).to_owned());
        }
        if !reader.has_targets() {
            return None;
        }
        let same = node.filter(|_| reader.indicator.is_none());
        Some(same.map_or_else(String::new, |node| self.node_row(node).get("titolo").to_owned()))
    }

    /// Adds to a node what a column beside its title says; what contradicts it becomes a note.
    fn complete(&mut self, node: usize, role: &Role, at: usize, reader: &Reader<'_>) {
        let text = reader.text(at);
        if text.is_empty() {
            return;
        }
        let mut row = std::mem::take(self.node_row(node));
        let known = row.get(&role.name()).trim_end_matches('%').to_owned();
        if known.is_empty() || !role.is_number() {
            self.put(&mut row, role, at, text, &reader.columns[at].header);
        } else if known != text.trim_end_matches('%') {
            row.put("note", &format!("{}: {text}", role.name()), Some(at));
        }
        *self.node_row(node) = row;
    }

    /// Adds to the row of an indicator, or of a node without, what is not said of a title.
    fn details(&mut self, row: &mut PlanRow, reader: &Reader<'_>) {
        for at in 0..reader.columns.len().max(reader.entry.cells.len()) {
            let column = reader.columns.get(at);
            let role = column.and_then(|column| column.role.as_ref()).unwrap_or(&Role::Other);
            let is_said = matches!(role, Role::Title(_) | Role::Indicator)
                || *role == Role::Code && !reader.titles.is_empty()
                || column.is_none_or(|column| column.role.is_none()) && reader.is_code_column(at)
                || reader
                    .slot_of(at)
                    .is_some_and(|slot| self.branch.get(slot).is_some_and(|node| node.is_some()));
            if is_said {
                continue;
            }
            let shares = role.is_expected() || *role == Role::Responsible;
            let mut text = reader.text(at);
            if text.is_empty() && shares && reader.cell(at).is_spanned {
                text = self.above.get(at).map_or("", String::as_str);
            }
            let header = column.map_or("", |column| column.header.as_str());
            self.put(row, role, at, text, header);
        }
        reader.put_notes(row);
    }

    /// Adds a cell to a row of the plan under the column that its role names.
    fn put(&self, row: &mut PlanRow, role: &Role, at: usize, text: &str, header: &str) {
        if text.is_empty() {
            return;
        }
        match role {
            Role::Ignored | Role::Title(_) | Role::Indicator => {}
            Role::Other | Role::Act => match act(text) {
                Some(word) => {
                    row.put("stato", word, None);
                    row.put("atto", text, Some(at));
                }
                None if header.is_empty() => row.put("note", text, Some(at)),
                None => row.put("note", &format!("{header}: {text}"), Some(at)),
            },
            Role::Target(Some(year)) if self.year == Some(*year) => {
                row.put("target", text, Some(at));
            }
            role if role.is_number() => {
                row.put(&role.name(), text.trim_end_matches('%').trim_end(), Some(at));
            }
            role => row.put(&role.name(), text, Some(at)),
        }
    }

    /// The direction that somebody said, or that the operators of the same row agree on: a bare
    /// number beside `≥ 90%` of another year is compared the same way.
    fn direction(&self, row: &mut PlanRow, reader: &Reader<'_>) {
        if !row.get("verso").is_empty() {
            return;
        }
        if let Some(word) = self.mends.direction(reader.entry.first_line) {
            let word = word.to_owned();
            row.put("verso", &word, None);
            return;
        }
        let expected = row.cells.iter().filter(|c| {
            let name = &c.name;
            name.starts_with("target")
                || name.starts_with("periodico")
                || name.starts_with("soglia")
        });
        let (mut up, mut down, mut bare) = (false, false, false);
        for cell in expected {
            up |= cell.text.starts_with(['≥', '>']);
            down |= cell.text.starts_with(['≤', '<']);
            bare |= is_number(&cell.text);
        }
        if bare && up != down {
            row.put("verso", if up { "cresce" } else { "cala" }, None);
        } else if !up
            && !down
            && let Some(word) = eased(row)
        {
            row.put("verso", word, None);
        }
    }
}

/// The way that a target and its steps go: each is easier than the one above it.
fn eased(row: &PlanRow) -> Option<&'static str> {
    let mut steps: Vec<(Decimal, Decimal)> = Vec::new();
    for cell in row.cells.iter().filter(|cell| cell.name.starts_with("soglia_")) {
        let Some(Role::Step(score)) = Role::of_name(&cell.name) else { continue };
        steps.push((score, Quantity::parse(&cell.text).ok()?.number));
    }
    steps.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    let mut last = Quantity::parse(row.get("target")).ok()?.number;
    let (mut falls, mut rises) = (!steps.is_empty(), !steps.is_empty());
    for (_, level) in steps {
        falls &= level < last;
        rises &= level > last;
        last = level;
    }
    match (falls, rises) {
        (true, false) => Some("cresce"),
        (false, true) => Some("cala"),
        _ => None,
    }
}

impl<'r> Reader<'r> {
    fn of(entry: &'r Entry, columns: &'r [Column]) -> Self {
        let is_title = |at: &usize| matches!(columns[*at].role, Some(Role::Title(_)));
        Self {
            entry,
            columns,
            titles: (0..columns.len()).filter(is_title).collect(),
            indicator: columns.iter().rposition(|c| c.role == Some(Role::Indicator)),
        }
    }

    fn cell(&self, at: usize) -> &'r Cell {
        self.entry.cells.get(at).unwrap_or(&BLANK)
    }

    fn text(&self, at: usize) -> &'r str {
        &self.cell(at).text
    }

    fn has_text(&self, at: usize) -> bool {
        !self.text(at).is_empty()
    }

    fn has(&self, role: &Role) -> bool {
        self.columns.iter().any(|column| column.role.as_ref() == Some(role))
    }

    /// Which column of titles a column speaks of, by its place among them; none where it speaks
    /// of the indicator.
    fn slot_of(&self, at: usize) -> Option<usize> {
        const OF_INDICATORS: [&str; 7] =
            ["unita", "verso", "formula", "fonte", "cumulato", "frequenza", "rilevatore"];
        let column = self.columns.get(at)?;
        let owner = column.owner.filter(|owner| *owner != at)?;
        let slot = self.titles.iter().position(|title| *title == owner)?;
        let of_indicator = match column.role.as_ref()? {
            Role::Code | Role::Other | Role::Ignored => true,
            Role::Plain(name) => OF_INDICATORS.contains(name),
            role => role.is_expected(),
        };
        let is_lowest = self.indicator.is_none() && slot + 1 == self.titles.len();
        (!of_indicator || !is_lowest && column.role.as_ref()?.is_expected()).then_some(slot)
    }

    /// Whether something is expected of the indicator, or of the lowest title.
    fn has_targets(&self) -> bool {
        self.columns.iter().enumerate().any(|(at, column)| {
            let is_expected = column.role.as_ref().is_some_and(Role::is_expected);
            is_expected && self.slot_of(at).is_none() && self.has_text(at)
        })
    }

    /// Whether a column without a name holds the codes of the titles beside it.
    fn is_code_column(&self, at: usize) -> bool {
        let beside = self.columns.get(at + 1).and_then(|column| column.role.as_ref());
        matches!(beside, Some(Role::Title(_))) && is_code(self.text(at))
    }

    /// The code and the title of a node, if the row names one in a column.
    fn title(&self, at: usize) -> Option<(Option<&'r str>, &'r str)> {
        let text = Some(unmarked(self.text(at))).filter(|text| !text.is_empty())?;
        let is_code = |column: &usize| match &self.columns[*column].role {
            Some(Role::Code) => self.columns[*column].owner == Some(at),
            None => *column + 1 == at && self.is_code_column(*column),
            _ => false,
        };
        let column =
            (0..self.columns.len()).find(|column| is_code(column) && self.has_text(*column));
        match column {
            Some(column) => Some((Some(self.text(column)), text)),
            None => Some(split(text)),
        }
    }

    /// A name for a table whose rows have no node.
    fn name(&self) -> &'r str {
        let header = self.indicator.map_or("", |at| self.columns[at].header.as_str());
        if header.is_empty() { "~" } else { header }
    }

    fn put_notes(&self, row: &mut PlanRow) {
        for note in &self.entry.notes {
            match act(note) {
                Some(word) => {
                    row.put("stato", word, None);
                    row.put("atto", note, None);
                }
                None => row.put("note", note, None),
            }
        }
    }
}
