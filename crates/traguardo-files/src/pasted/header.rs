//! Which rows are headers, one or several joined, and the columns that they name.
//! Not here: what a single header says, see [`super::role`].

use super::role::{Role, of_header, year_of};
use super::source::SourceRow;

/// A column of a pasted table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its header as pasted; blank where it has none.
    pub header: String,
    /// What it holds; `None` where neither header nor content says.
    pub role: Option<Role>,
    /// The column of titles or indicators that it speaks of.
    pub(super) owner: Option<usize>,
}

/// A header that was found.
pub(super) struct Header {
    pub(super) columns: Vec<Column>,
    /// How many rows it takes.
    pub(super) rows: usize,
    /// The title that stands in the corner of a header of years: those rows are its indicators.
    pub(super) corner: Option<String>,
}

/// The most rows of a header whose columns stand in groups.
const ROWS: usize = 3;

/// The header that begins with the first of some rows, if one does.
pub(super) fn find(rows: &[SourceRow]) -> Option<Header> {
    let row = rows.first().filter(|row| row.is_table)?;
    years(row).or_else(|| words(rows, row))
}

/// `1. Semplificazione | 2016 | 2017 | 2018`: years over targets, a title in the corner.
fn years(row: &SourceRow) -> Option<Header> {
    let is_year = |text: &str| year_of(text).is_some();
    let count = row.filled().filter(|(_, text)| is_year(text)).count();
    let (first, _) = row.filled().find(|(_, text)| is_year(text))?;
    let others = row.filled().filter(|(_, text)| !is_year(text)).count();
    if count < 2 || others > 2 || first == 0 {
        return None;
    }
    let mut columns: Vec<Column> = row.cells.iter().map(|cell| column(&cell.text)).collect();
    let is_named = |c: &Column| c.role.as_ref().is_some_and(|role| *role != Role::Other);
    let named = columns[..first].iter().any(is_named);
    let corner = row.filled().next().filter(|(at, _)| *at < first && !named);
    let corner = corner.map(|(at, text)| (at, text.to_owned()));
    if let Some((at, _)) = &corner {
        columns[*at].role = Some(Role::Indicator);
    } else if !named {
        columns[0].role = Some(Role::Indicator);
    }
    Some(Header { columns: owned(columns), rows: 1, corner: corner.map(|(_, text)| text) })
}

fn words(rows: &[SourceRow], row: &SourceRow) -> Option<Header> {
    let is_number = |text: &str| text.bytes().all(|b| b.is_ascii_digit() || b",.%".contains(&b));
    let is_step = |text: &str| matches!(of_header(text), Some(Role::Step(_)));
    let has_steps = row.filled().any(|(_, text)| is_step(text));
    let mut filled = 0;
    let mut known = 0;
    for (_, text) in row.filled() {
        if has_steps && (is_step(text) || is_whole(text)) {
            continue;
        }
        if is_number(text) && year_of(text).is_none() {
            return None;
        }
        filled += 1;
        known += usize::from(of_header(text).is_some());
    }
    if known < 2 || known * 2 < filled {
        return None;
    }
    let below = rows.iter().skip(1).take(ROWS - 1).take_while(|row| is_below(row)).count();
    let taken = &rows[..=below];
    let width = taken.iter().map(|row| row.cells.len()).max()?;
    let text = |row: &SourceRow, at: usize| {
        row.cells.get(at).map(|cell| cell.text.clone()).unwrap_or_default()
    };
    let mut group = String::new();
    let mut columns = Vec::with_capacity(width);
    for at in 0..width {
        let top = text(row, at);
        if !top.is_empty() {
            group.clone_from(&top);
        }
        let lowest = taken[1..].iter().rev().map(|row| text(row, at)).find(|t| !t.is_empty());
        let mut found = match lowest {
            Some(own) => grouped(&group, &own),
            None => column(&top),
        };
        // The year of a target may stand in any row above it.
        if found.role == Some(Role::Target(None)) {
            let years = || taken.iter().find_map(|row| year_in(&text(row, at)));
            found.role = Some(Role::Target(years()));
        } else if has_steps && is_whole(&found.header) {
            found.role = Some(Role::Target(None));
        }
        columns.push(found);
    }
    Some(Header { columns: owned(columns), rows: below + 1, corner: None })
}

/// `100%` beside `80%` and `60%`: the target above its steps.
fn is_whole(text: &str) -> bool {
    text.strip_suffix('%').is_some_and(|digits| digits.trim_end() == "100")
}

fn year_in(text: &str) -> Option<i16> {
    text.split(|c: char| !c.is_alphanumeric()).find_map(year_of)
}

/// Whether a row belongs to the header above it: all its cells are names of columns.
fn is_below(row: &SourceRow) -> bool {
    row.is_table
        && row.filled().count() >= 2
        && row.filled().all(|(_, text)| text.len() < 60 && of_header(text).is_some())
}

fn column(header: &str) -> Column {
    let role = if header.is_empty() { None } else { of_header(header).or(Some(Role::Other)) };
    Column { header: header.to_owned(), role, owner: None }
}

/// A column under the name of its group: `descrizione` under `Azioni` are titles of actions.
fn grouped(group: &str, own: &str) -> Column {
    let role = match (of_header(own), of_header(group)) {
        (Some(Role::Title(level)), Some(group)) if level.is_empty() => Some(group),
        (role, _) => role.or(Some(Role::Other)),
    };
    let header = if group.is_empty() { own.to_owned() } else { format!("{group}: {own}") };
    Column { header, role, owner: None }
}

/// Says of each column which column of titles or indicators it speaks of.
pub(super) fn owned(mut columns: Vec<Column>) -> Vec<Column> {
    describe(&mut columns);
    let is_thing = |column: &Column| matches!(column.role, Some(Role::Title(_) | Role::Indicator));
    let things: Vec<usize> = (0..columns.len()).filter(|at| is_thing(&columns[*at])).collect();
    let last_title = |columns: &[Column]| {
        columns.iter().rposition(|column| matches!(column.role, Some(Role::Title(_))))
    };
    // `kpi` of an upper level: only the lowest level has indicators of its own.
    let lowest = last_title(&columns);
    let below = lowest.is_some_and(|lowest| {
        columns[lowest..].iter().any(|column| column.role == Some(Role::Indicator))
    });
    for at in things.iter().copied() {
        let is_upper = below && lowest.is_some_and(|lowest| at < lowest);
        if columns[at].role == Some(Role::Indicator) && is_upper {
            columns[at].role = Some(Role::Other);
        }
    }
    let things: Vec<usize> = (0..columns.len()).filter(|at| is_thing(&columns[*at])).collect();
    let indicator = columns.iter().rposition(|column| column.role == Some(Role::Indicator));
    for (at, column) in columns.iter_mut().enumerate() {
        let left = things.iter().rev().find(|thing| **thing < at).copied();
        let right = things.iter().find(|thing| **thing > at).copied();
        column.owner = match &column.role {
            Some(Role::Code) => right.or(left),
            Some(Role::Plain("peso")) => left.or(right),
            Some(Role::Title(_) | Role::Indicator) => Some(at),
            // Targets that stand before the indicators are those of the node beside them.
            Some(role) if role.is_expected() && indicator.is_some_and(|own| at < own) => {
                left.or(indicator)
            }
            _ => indicator.or(things.last().copied()),
        };
    }
    once(&mut columns);
    columns
}

/// A description beside a title says more of the same thing: it is no level of its own.
fn describe(columns: &mut [Column]) {
    let titled = |column: &Column| {
        matches!(column.role, Some(Role::Title(_)))
            && !super::role::fold(&column.header).starts_with("descrizione")
    };
    for at in 1..columns.len() {
        let is_bare = columns[at].role == Some(Role::Title(String::new()));
        if is_bare && !titled(&columns[at]) && titled(&columns[at - 1]) {
            columns[at].role = Some(Role::Other);
        }
    }
}

/// Two columns cannot both hold one target: the second is kept in the notes.
fn once(columns: &mut [Column]) {
    for at in 1..columns.len() {
        let is_expected = columns[at].role.as_ref().is_some_and(Role::is_expected);
        let same =
            |other: &Column| other.role == columns[at].role && other.owner == columns[at].owner;
        if is_expected && columns[..at].iter().any(same) {
            columns[at].role = Some(Role::Other);
        }
    }
}
