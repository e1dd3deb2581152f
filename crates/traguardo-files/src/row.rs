//! One row of a table: its cells as texts, numbers, dates and words, with an issue for each fault.
//! Not here: what a row means, see the modules named after what they read.

use std::borrow::Cow;

use jiff::ToSpan;
use traguardo::issue::{Cell, Issue, Kind, Place, Severity, kinds, nearest};
use traguardo::number::{self, Decimal, NumberFault};
use traguardo::period::{Date, DateFault, parse_date};

use crate::header::{Header, OpenColumn, letters};
use crate::issues::Issues;
use crate::limit;

/// A row below a header. Columns are named by their position among the known ones.
pub(crate) struct Row<'a, 'g, K> {
    /// Its number, as a spreadsheet counts.
    pub(crate) number: u32,
    /// The issues found so far.
    pub(crate) issues: &'a mut Issues,
    /// Whether an error was found in it.
    pub(crate) faulty: bool,
    header: &'a Header<K>,
    cells: &'a [&'g str],
    code: &'g str,
}

impl<'a, 'g, K: PartialEq> Row<'a, 'g, K> {
    pub(crate) fn new(
        header: &'a Header<K>,
        number: u32,
        cells: &'a [&'g str],
        issues: &'a mut Issues,
    ) -> Self {
        // The first known column of every table names what the row is about.
        let code = header.positions[0].map_or("", |at| cells[usize::from(at)]);
        Self { number, issues, faulty: false, header, cells, code }
    }

    /// Reports a cell under no name and cells that are too long.
    pub(crate) fn check(&mut self, beyond: Option<(u16, &str)>) {
        if let Some((position, found)) = beyond {
            let place = self.place(letters(position));
            let place = place.cell(Cell::whole(found));
            let issue = Issue::new(&kinds::ROW_TOO_LONG, place).with("found", shortened(found));
            self.push(issue.with("columns", self.header.names.len().to_string()));
        }
        let header = self.header;
        for (cell, name) in self.cells.iter().zip(&header.names) {
            let too_long = cell.len() > limit::CELL_CHARACTERS
                && cell.chars().count() > limit::CELL_CHARACTERS;
            if too_long {
                let issue = Issue::new(&kinds::CELL_TOO_LONG, self.place(name.clone()));
                self.push(issue.with("allowed", limit::CELL_CHARACTERS.to_string()));
            }
        }
    }

    /// The text of a cell; blank where it is blank or its column is not there.
    pub(crate) fn cell(&self, column: usize) -> &'g str {
        self.header.positions[column].map_or("", |at| self.cells[usize::from(at)])
    }

    /// The text of a cell, if it is not blank.
    pub(crate) fn text(&self, column: usize) -> Option<String> {
        let cell = self.cell(column);
        (!cell.is_empty()).then(|| cell.to_owned())
    }

    /// The text of a cell that must not be blank.
    pub(crate) fn required(&mut self, column: usize) -> Option<&'g str> {
        let cell = self.cell(column);
        if cell.is_empty() {
            self.fault(&kinds::CELL_MISSING, column, |issue| issue);
            return None;
        }
        Some(cell)
    }

    /// The parts of a cell, separated by `|`.
    pub(crate) fn list(&self, column: usize) -> Vec<String> {
        let cell = self.cell(column);
        if cell.is_empty() {
            return Vec::new();
        }
        let parts = cell.split('|').map(str::trim).filter(|part| !part.is_empty());
        let mut list = Vec::with_capacity(parts.clone().count());
        list.extend(parts.map(String::from));
        list
    }

    /// One of a column's words, in upper or lower case.
    pub(crate) fn word<T: Copy>(&mut self, column: usize, words: &[(&str, T)]) -> Option<T> {
        let cell = self.cell(column);
        if cell.is_empty() {
            return None;
        }
        let known = words.iter().find(|(word, _)| is_same(cell, word));
        if known.is_none() {
            // Other spellings of a word are accepted, not offered.
            let plain = words.iter().map(|(word, _)| *word).filter(|word| word.is_ascii());
            let allowed = plain.clone().collect::<Vec<_>>().join(", ");
            let near = nearest(cell, plain);
            self.fault(&kinds::CELL_NOT_ALLOWED, column, |issue| {
                issue
                    .with("found", shortened(cell))
                    .with("allowed", allowed)
                    .with("nearest", near.unwrap_or("none"))
            });
        }
        known.map(|(_, meaning)| *meaning)
    }

    /// A number from 0 to a bound; a `%` after it is left out.
    pub(crate) fn number(&mut self, column: usize, most: u32) -> Option<Decimal> {
        let number = self.any_number(column)?;
        if number < Decimal::ZERO || number > Decimal::from(most) {
            let found = number::format(number);
            let allowed = format!("0–{}", number::format(most.into()));
            self.fault(&kinds::NUMBER_OUT_OF_RANGE, column, |issue| {
                issue.with("found", found).with("allowed", allowed)
            });
            return None;
        }
        Some(number)
    }

    /// A number of any size; a `%` after it is left out.
    pub(crate) fn any_number(&mut self, column: usize) -> Option<Decimal> {
        let cell = self.cell(column);
        if cell.is_empty() {
            return None;
        }
        match number::parse(cell.strip_suffix('%').unwrap_or(cell)) {
            Ok(number) => Some(number),
            Err(fault) => {
                let kind = match fault {
                    NumberFault::Ambiguous => &kinds::NUMBER_AMBIGUOUS,
                    NumberFault::TooLong => &kinds::NUMBER_TOO_LONG,
                    NumberFault::NotANumber => &kinds::NUMBER_EXPECTED,
                };
                self.fault(kind, column, |issue| issue.with("found", shortened(cell)));
                None
            }
        }
    }

    /// A day.
    pub(crate) fn date(&mut self, column: usize) -> Option<Date> {
        self.day(column, parse_date)
    }

    /// A day, or a moment, read by a function.
    pub(crate) fn day<T>(
        &mut self,
        column: usize,
        parse: impl Fn(&str) -> Result<T, DateFault>,
    ) -> Option<T> {
        let cell = self.cell(column);
        if cell.is_empty() {
            return None;
        }
        match parse(cell) {
            Ok(day) => Some(day),
            Err(fault) => {
                let kind = match fault {
                    DateFault::Impossible => &kinds::DATE_IMPOSSIBLE,
                    DateFault::NotADate => &kinds::DATE_EXPECTED,
                };
                self.fault(kind, column, |issue| {
                    let issue = issue.with("found", shortened(cell));
                    match likely_day(cell).filter(|_| fault == DateFault::NotADate) {
                        Some(day) => issue.propose(day.strftime("%d/%m/%Y").to_string()),
                        None => issue,
                    }
                });
                None
            }
        }
    }

    /// The cells that are not blank under columns whose names hold a year, a day or a score.
    pub(crate) fn open_cells(&self) -> impl Iterator<Item = (&'a K, &'g str)> + use<'a, 'g, K> {
        let cells = self.cells;
        let filled = move |column: &'a OpenColumn<K>| {
            let cell = cells[usize::from(column.position)];
            (!cell.is_empty()).then_some((&column.key, cell))
        };
        self.header.open.iter().filter_map(filled)
    }

    /// Reports a fault in a column, with the parameters that a function adds.
    pub(crate) fn fault(
        &mut self,
        kind: &'static Kind,
        column: usize,
        params: impl FnOnce(Issue) -> Issue,
    ) {
        let place = self.place(self.header.columns.known[column]);
        let cell = self.cell(column);
        let place = if cell.is_empty() { place } else { place.cell(Cell::whole(cell)) };
        self.push(params(Issue::new(kind, place)));
    }

    fn place(&self, column: impl Into<Cow<'static, str>>) -> Place {
        let place = Place::table(self.header.columns.table).row(self.number).column(column);
        if self.code.is_empty() { place } else { place.code(shortened(self.code)) }
    }

    fn push(&mut self, issue: Issue) {
        self.faulty |= issue.kind.severity == Severity::Error;
        self.issues.push(issue);
    }
}

/// The day that a text probably means which is no date: the number under which a spreadsheet keeps
/// it, a month in words, a year of two digits. It is proposed, never taken.
fn likely_day(text: &str) -> Option<Date> {
    const MONTHS: [&str; 12] =
        ["gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov", "dic"];
    if let Ok(serial) = text.parse::<i64>() {
        // From 1990 to 2100; Excel counts from the end of 1899.
        let days = Some(serial).filter(|serial| (32_874..73_051).contains(serial))?;
        return Date::constant(1899, 12, 30).checked_add(days.days()).ok();
    }
    let parts: Vec<&str> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|part| !part.is_empty())
        .take(4)
        .collect();
    let [first, month, last, ..] = parts[..] else { return None };
    let month = match month.parse::<i8>() {
        Ok(number) => number,
        Err(_) => {
            let lower = month.to_lowercase();
            let at = MONTHS.iter().position(|name| lower.starts_with(name))?;
            i8::try_from(at + 1).ok()?
        }
    };
    let (year, day) = if first.len() == 4 { (first, last) } else { (last, first) };
    let year: i16 = match (year.len(), year.parse::<i16>().ok()?) {
        (2, short) => 2000 + short,
        (4, year) => year,
        _ => return None,
    };
    Date::new(year, month, day.parse().ok()?).ok()
}

/// Whether a text is a word, in upper or lower case.
pub(crate) fn is_same(text: &str, word: &str) -> bool {
    text.eq_ignore_ascii_case(word) || (!text.is_ascii() && text.to_lowercase() == word)
}

/// A text as a sentence can quote it.
pub(crate) fn shortened(text: &str) -> String {
    match text.char_indices().nth(120) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
