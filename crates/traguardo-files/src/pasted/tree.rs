//! The rows of a pasted table as rows of `piano.csv`: nodes, indicators, codes where there are none.
//! Not here: what each row is, see [`super::sort`]; what is doubtful, see [`super::doubt`].

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use traguardo::issue::nearest;

use super::content::coded;
use super::role::fold;
use super::{Block, Entry, Mends, Sort};

/// A row of the plan, with the columns of the pasted table that its cells come from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct PlanRow {
    pub(super) line: u32,
    pub(super) cells: Vec<PlanCell>,
}

/// A cell of a row of the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PlanCell {
    pub(super) name: String,
    pub(super) text: String,
    /// The pasted column; `None` where the cell is ours.
    pub(super) from: Option<usize>,
}

impl PlanRow {
    pub(super) fn new(line: u32) -> Self {
        Self { line, cells: Vec::new() }
    }

    pub(super) fn get(&self, name: &str) -> &str {
        self.cells.iter().find(|cell| cell.name == name).map_or("", |cell| &cell.text)
    }

    /// Sets a cell; two texts for one list of offices or for the notes are both kept.
    pub(super) fn put(&mut self, name: &str, text: &str, from: Option<usize>) {
        if text.is_empty() {
            return;
        }
        let between = match name {
            "responsabile" | "rilevatore" | "atto" => "|",
            _ => "; ",
        };
        match self.cells.iter_mut().find(|cell| cell.name == name) {
            Some(cell) if cell.text == text => {}
            Some(cell) => {
                cell.text.push_str(between);
                cell.text.push_str(text);
            }
            None => {
                let (name, text) = (name.to_owned(), text.to_owned());
                self.cells.push(PlanCell { name, text, from });
            }
        }
    }
}

/// A node that was made.
struct Made {
    code: String,
    parent: Option<usize>,
    depth: usize,
    level: String,
    row: usize,
    children: usize,
    uses: usize,
}

/// A node as a row of the table names it.
pub(super) struct Named<'a> {
    pub(super) code: Option<&'a str>,
    pub(super) title: &'a str,
    pub(super) level: &'a str,
    pub(super) line: u32,
    pub(super) from: Option<usize>,
}

/// The names of levels that no header names, from the top.
const LEVELS: [&str; 3] = ["obiettivo strategico", "obiettivo operativo", "azione"];
/// The level of what stands above a table.
const SECTION: &str = "sezione";
/// The level of budget missions.
const MISSION: &str = "missione";

/// The tree while it grows.
pub(super) struct Growing<'a> {
    levels: &'a [String],
    pub(super) mends: &'a Mends,
    pub(super) year: Option<i16>,
    pub(super) rows: Vec<PlanRow>,
    nodes: Vec<Made>,
    by_key: HashMap<(usize, String), usize>,
    by_code: HashMap<String, usize>,
    /// The same by their figures alone: `1` of `OS1`.
    by_figures: HashMap<String, usize>,
    codes: HashSet<String>,
    section: Option<usize>,
    /// The current node of each column of titles.
    pub(super) branch: Vec<Option<usize>>,
    /// The nodes above an indented row.
    indents: Vec<(u32, usize)>,
    /// The texts that a merged cell goes on with, by column.
    pub(super) above: Vec<String>,
}

impl<'a> Growing<'a> {
    /// The rows of the plan that some entries come to. Each entry learns which rows it made.
    pub(super) fn of(
        blocks: &[Block],
        entries: &mut [Entry],
        levels: &'a [String],
        mends: &'a Mends,
        year: Option<i16>,
    ) -> Self {
        let mut growing = Self {
            levels,
            mends,
            year,
            rows: Vec::new(),
            nodes: Vec::new(),
            by_key: HashMap::new(),
            by_code: HashMap::new(),
            by_figures: HashMap::new(),
            codes: HashSet::new(),
            section: None,
            branch: Vec::new(),
            indents: Vec::new(),
            above: Vec::new(),
        };
        let mut follows_branch = false;
        for entry in entries {
            let start = growing.rows.len();
            match entry.sort {
                Sort::Branch => growing.begin_section(entry),
                Sort::Header => growing.begin_table(entry, follows_branch),
                Sort::Row => {
                    if let Some(block) = entry.block.and_then(|at| blocks.get(at)) {
                        growing.row(entry, block);
                    }
                }
                _ => {}
            }
            entry.made = Range { start, end: growing.rows.len() };
            if !matches!(entry.sort, Sort::Text | Sort::Furniture | Sort::Ignored) {
                follows_branch = entry.sort == Sort::Branch;
            }
        }
        growing
    }

    /// The names of the levels of the nodes made, top first.
    pub(super) fn level_names(&self) -> Vec<String> {
        let mut names: Vec<(usize, &str)> = Vec::new();
        for made in &self.nodes {
            match names.iter_mut().find(|(_, name)| *name == made.level) {
                Some((depth, _)) => *depth = (*depth).min(made.depth),
                None => names.push((made.depth, &made.level)),
            }
        }
        names.sort_by_key(|(depth, _)| *depth);
        names.into_iter().map(|(_, name)| name.to_owned()).collect()
    }

    fn begin_section(&mut self, entry: &Entry) {
        let texts: Vec<&str> =
            entry.pasted.iter().map(|t| &**t).filter(|t| !t.is_empty()).collect();
        let title = texts.join(" – ");
        let (code, title) = split(&title);
        let is_mission = code.is_some_and(|code| code.len() == 3);
        let level = if is_mission { MISSION } else { SECTION };
        let named = Named { code, title, level, line: entry.first_line, from: Some(0) };
        let (node, is_new) = self.node(None, &named);
        if is_new && let Some(code) = code.filter(|_| is_mission) {
            let row = self.nodes[node].row;
            self.rows[row].put("missione", code, None);
        }
        // A page that begins with the name of the section goes on with the same branch.
        if self.section != Some(node) {
            self.forget_branch();
        }
        self.section = Some(node);
    }

    fn begin_table(&mut self, entry: &Entry, follows_branch: bool) {
        if let Some(corner) = &entry.corner {
            let (code, title) = split(corner);
            let named = Named { code, title, level: "", line: entry.first_line, from: Some(0) };
            let (node, _) = self.node(self.section, &named);
            self.forget_branch();
            self.branch = vec![Some(node)];
        } else if entry.block.is_some() && entry.pasted.iter().any(|text| !text.is_empty()) {
            if !follows_branch {
                self.section = None;
            }
            self.forget_branch();
        }
    }

    fn forget_branch(&mut self) {
        self.branch.clear();
        self.indents.clear();
        self.above.clear();
        self.by_code.clear();
        self.by_figures.clear();
    }

    /// The node above a new one in a column of titles: the nearest one to the left.
    pub(super) fn above_column(&self, slot: usize) -> Option<usize> {
        let left = self.branch.iter().take(slot).rev().find_map(|node| *node);
        left.or(self.section)
    }

    /// The node above a new one where all titles stand in one column: by numbering, then by
    /// indentation.
    pub(super) fn above_in_list(&mut self, code: Option<&str>, indent: u32) -> Option<usize> {
        let mut prefix = code.unwrap_or_default();
        while let Some(at) = prefix.rfind(['.', '-', '/']) {
            prefix = &prefix[..at];
            if let Some(node) = self.by_code.get(prefix) {
                return Some(*node);
            }
        }
        // `OO1.1` under `OS1`
        let mut figures = figures(code.unwrap_or_default());
        while let Some(at) = figures.rfind('.') {
            figures = &figures[..at];
            if let Some(node) = self.by_figures.get(figures) {
                return Some(*node);
            }
        }
        self.indents.retain(|(above, _)| *above < indent);
        let above = self.indents.last().map(|(_, node)| *node);
        above.filter(|_| code.is_none_or(|code| !code.contains('.'))).or(self.section)
    }

    /// Remembers how far a node was indented.
    pub(super) fn indented(&mut self, node: usize, indent: u32) {
        self.indents.retain(|(above, _)| *above < indent);
        self.indents.push((indent, node));
    }

    /// The node that a row names: one that is there already, or a new one.
    pub(super) fn node(&mut self, parent: Option<usize>, named: &Named<'_>) -> (usize, bool) {
        let name = named.code.map_or_else(|| format!("~{}", fold(named.title)), str::to_owned);
        let mut key = (parent.unwrap_or(usize::MAX), name);
        if let Some(known) = self.by_key.get(&key).copied() {
            let title = self.rows[self.nodes[known].row].get("titolo");
            if is_alike(title, named.title) {
                return (known, false);
            }
            // Another table counts its objectives from 1 again.
            key.1 = format!("{}~{}", key.1, fold(named.title));
            if let Some(known) = self.by_key.get(&key) {
                return (*known, false);
            }
        }
        let depth = parent.map_or(0, |parent| self.nodes[parent].depth + 1);
        let level = self.level(parent, named.level, depth);
        let code = self.code(parent, named.code);
        let at = self.nodes.len();
        let mut row = PlanRow::new(named.line);
        let is_printed = named.code == Some(code.as_str());
        row.put("codice", &code, named.from.filter(|_| is_printed));
        if let Some(parent) = parent {
            let parent = self.nodes[parent].code.clone();
            row.put("padre", &parent, None);
        }
        row.put("livello", &level, None);
        row.put("titolo", named.title, named.from);
        self.codes.insert(code.clone());
        if let Some(printed) = named.code {
            self.by_code.insert(printed.to_owned(), at);
            if printed.starts_with(|c: char| c.is_ascii_alphabetic()) {
                self.by_figures.insert(figures(printed).to_owned(), at);
            }
        }
        self.nodes.push(Made {
            code,
            parent,
            depth,
            level,
            row: self.rows.len(),
            children: 0,
            uses: 0,
        });
        self.rows.push(row);
        self.by_key.insert(key, at);
        (at, true)
    }

    fn level(&self, parent: Option<usize>, named: &str, depth: usize) -> String {
        if let Some(level) = self.levels.get(depth) {
            return level.clone();
        }
        if !named.is_empty() {
            return named.to_owned();
        }
        let is_section = |level: &str| level == SECTION || level == MISSION;
        let above = parent.map(|parent| self.nodes[parent].level.as_str());
        let at = match above.filter(|level| !is_section(level)) {
            None => 0,
            Some(above) => {
                LEVELS.iter().position(|level| *level == above).map_or(depth, |at| at + 1)
            }
        };
        LEVELS.get(at).map_or_else(|| format!("livello {}", depth + 1), |l| (*l).to_owned())
    }

    /// The printed code; one of ours, with `~` in it, where there is none or it is taken.
    fn code(&mut self, parent: Option<usize>, printed: Option<&str>) -> String {
        if let Some(printed) = printed.filter(|printed| !self.codes.contains(*printed)) {
            return printed.to_owned();
        }
        let above = parent.map(|at| self.nodes[at].code.clone()).unwrap_or_default();
        if let Some(printed) = printed {
            let own = format!("{above}~{printed}");
            if !self.codes.contains(&own) {
                return own;
            }
        }
        let mut number = match parent {
            Some(at) => {
                self.nodes[at].children += 1;
                self.nodes[at].children
            }
            None => 1 + self.nodes.iter().filter(|made| made.parent.is_none()).count(),
        };
        loop {
            let own = format!("{above}~{number}");
            if !self.codes.contains(&own) {
                return own;
            }
            number += 1;
        }
    }

    /// The row of a new indicator under a node.
    pub(super) fn indicator(
        &mut self,
        node: usize,
        title: &str,
        from: Option<usize>,
        line: u32,
    ) -> PlanRow {
        let made = &mut self.nodes[node];
        made.uses += 1;
        let mut row = PlanRow::new(line);
        row.put("codice", &format!("{}~i{}", made.code, made.uses), None);
        row.put("padre", &made.code, None);
        row.put("livello", crate::word::INDICATOR, None);
        row.put("titolo", title, from);
        row
    }

    /// The row of a node, to be completed.
    pub(super) fn node_row(&mut self, node: usize) -> &mut PlanRow {
        let row = self.nodes[node].row;
        &mut self.rows[row]
    }

    /// The node that stands for a table whose rows have none.
    pub(super) fn node_of_table(&mut self, title: &str, line: u32) -> usize {
        let named = Named { code: None, title, level: "", line, from: None };
        let (node, _) = self.node(self.section, &named);
        self.branch = vec![Some(node)];
        node
    }

    /// The section that the rows stand under.
    pub(super) fn section(&self) -> Option<usize> {
        self.section
    }
}

/// Whether two titles are one, misprinted or cut.
fn is_alike(one: &str, other: &str) -> bool {
    let (one, other) = (fold(one), fold(other));
    one.starts_with(&other) || other.starts_with(&one) || nearest(&one, [&*other]).is_some()
}

/// A code without the letters before its figures.
fn figures(code: &str) -> &str {
    code.trim_start_matches(|c: char| c.is_ascii_alphabetic())
}

/// A title without the mark of a list before it.
pub(super) fn unmarked(text: &str) -> &str {
    const MARKS: [char; 8] = ['-', '–', '•', '·', '▪', '●', '*', '§'];
    match text.strip_prefix(MARKS) {
        Some(rest) if rest.starts_with(' ') => rest.trim_start(),
        _ => text,
    }
}

/// A title with the code that it begins with, if it begins with one.
pub(super) fn split(text: &str) -> (Option<&str>, &str) {
    coded(text).map_or((None, text), |(code, title)| (Some(code), title))
}
