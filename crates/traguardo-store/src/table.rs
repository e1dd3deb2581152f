//! Tables: writing many rows at once and reading them back, cell by cell in one order of columns.
//! Not here: which tables there are; each noun's module has its own.

use std::fmt::Display;
use std::str::FromStr;

use sqlx::any::{AnyArguments, AnyRow};
use sqlx::error::BoxDynError;
use sqlx::{AnyConnection, Arguments, AssertSqlSafe, Row};

use crate::content::{Content, RowDigest};
use crate::error::Fault;

/// Rows written by one statement: SQLite binds at most 32,766 arguments and PostgreSQL 65,535.
const ROWS_AT_ONCE: usize = 500;

/// A table whose rows belong to a revision (or a plan) and have a position in it.
#[derive(Debug)]
pub(crate) struct Table {
    /// Its name.
    pub name: &'static str,
    /// The column that says whose a row is.
    pub owner: &'static str,
    /// Its other columns but `position`, in groups, in the order in which cells are written.
    pub columns: &'static [&'static [&'static str]],
    /// What becomes of its rows.
    pub kind: TableKind,
}

/// What becomes of the rows of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TableKind {
    /// One row an owner, without a position.
    Single,
    /// All rows of an owner are written anew at once.
    Replaced,
    /// Rows are only ever added behind those that are there.
    Added,
}

/// The names of an enum's cases as they are stored.
pub(crate) type Words<T> = [(&'static str, T)];

/// The stored name of a case. Every case must be among the words.
pub(crate) fn word<T: PartialEq>(words: &Words<T>, case: &T) -> &'static str {
    words.iter().find(|(_, known)| known == case).map_or("", |(word, _)| word)
}

/// How the arguments of long statements are marked. SQLite looks a numbered one up among all
/// others, which for thousands of them takes longer than the rest of the work.
#[derive(Debug, Clone, Copy)]
enum Marks {
    Questions,
    Numbers,
}

/// The cells of rows that are about to be written, and their digest.
pub(crate) struct Cells {
    arguments: AnyArguments,
    digest: RowDigest,
    fault: Option<BoxDynError>,
    has_nul: bool,
}

/// Writes rows, many at once, and says how far it has come.
pub(crate) struct Writer<'a> {
    /// In whose transaction.
    pub connection: &'a mut AnyConnection,
    /// Told how many rows of how many are written, where somebody asks.
    pub progress: Option<&'a mut (dyn FnMut(usize, usize) + Send)>,
    /// Rows written so far.
    pub done: usize,
    /// Rows to be written.
    pub total: usize,
    /// What was written, for the audit.
    pub contents: Vec<Content>,
}

/// One stored row, read cell by cell.
pub(crate) struct Line<'a> {
    row: &'a AnyRow,
    table: &'static Table,
    at: usize,
}

impl Table {
    /// A table whose rows belong to a revision.
    pub const fn of_revision(
        name: &'static str,
        columns: &'static [&'static [&'static str]],
    ) -> Self {
        Self { name, owner: "revision", columns, kind: TableKind::Replaced }
    }

    /// Its columns but that of the owner and `position`.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        self.columns.iter().flat_map(|group| group.iter().copied())
    }

    fn insert(&self, rows: usize, marks: Marks) -> String {
        let names: Vec<_> = self.names().collect();
        let mut sql = format!(
            "INSERT INTO {} ({}, position, {}) VALUES ",
            self.name,
            self.owner,
            names.join(", ")
        );
        let mut argument = 0;
        for row in 0..rows {
            sql.push_str(if row == 0 { "(" } else { ", (" });
            for column in 0..names.len() + 2 {
                argument += 1;
                sql.push_str(if column == 0 { "" } else { ", " });
                match marks {
                    Marks::Questions => sql.push('?'),
                    Marks::Numbers => sql.push_str(&format!("${argument}")),
                }
            }
            sql.push(')');
        }
        sql
    }

    /// Every row of an owner, in order.
    pub async fn rows<T>(
        &'static self,
        connection: &mut AnyConnection,
        owner: &str,
        read: impl Fn(&mut Line<'_>) -> Result<T, Fault>,
    ) -> Result<Vec<T>, Fault> {
        let names: Vec<_> = self.names().collect();
        let sql = format!(
            "SELECT position, {} FROM {} WHERE {} = $1 ORDER BY position",
            names.join(", "),
            self.name,
            self.owner
        );
        let rows = sqlx::query(AssertSqlSafe(sql)).bind(owner).fetch_all(connection).await?;
        rows.iter().map(|row| read(&mut Line { row, table: self, at: 1 })).collect()
    }

    /// The rows of an owner that a condition picks, with their positions, in order. The owner is
    /// the first argument, those of the condition follow.
    pub async fn rows_where<T>(
        &'static self,
        connection: &mut AnyConnection,
        condition: &str,
        arguments: AnyArguments,
        read: impl Fn(&mut Line<'_>) -> Result<T, Fault>,
    ) -> Result<Vec<(usize, T)>, Fault> {
        let names: Vec<_> = self.names().collect();
        let sql = format!(
            "SELECT position, {} FROM {} WHERE {} = $1 AND {condition} ORDER BY position",
            names.join(", "),
            self.name,
            self.owner
        );
        let rows = sqlx::query_with(AssertSqlSafe(sql), arguments).fetch_all(connection).await?;
        let placed = |row: &AnyRow| {
            let position: i64 = row.try_get(0)?;
            let found = read(&mut Line { row, table: self, at: 1 })?;
            Ok((usize::try_from(position).unwrap_or_default(), found))
        };
        rows.iter().map(placed).collect()
    }

    /// Every row of the table: whose it is, its position (0 where it has none), its cells.
    pub fn select(&self) -> String {
        let names: Vec<_> = self.names().collect();
        let (names, owner) = (names.join(", "), self.owner);
        match self.kind {
            TableKind::Single => {
                format!("SELECT {owner}, CAST(0 AS BIGINT), {names} FROM {} ORDER BY 1", self.name)
            }
            _ => format!("SELECT {owner}, position, {names} FROM {} ORDER BY 1, 2", self.name),
        }
    }

    /// The rows of a table without positions, one an owner, that have something in a column.
    pub async fn singles<T>(
        &'static self,
        connection: &mut AnyConnection,
        (column, held): (&str, &str),
        read: impl Fn(&mut Line<'_>) -> Result<T, Fault>,
    ) -> Result<Vec<T>, Fault> {
        let names: Vec<_> = self.names().collect();
        let (names, table) = (names.join(", "), self.name);
        let sql = format!("SELECT CAST(0 AS BIGINT), {names} FROM {table} WHERE {column} = $1");
        let rows = sqlx::query(AssertSqlSafe(sql)).bind(held).fetch_all(connection).await?;
        rows.iter().map(|row| read(&mut Line { row, table: self, at: 1 })).collect()
    }
}

impl Marks {
    fn of(connection: &AnyConnection) -> Self {
        if connection.backend_name() == "SQLite" { Self::Questions } else { Self::Numbers }
    }
}

impl Cells {
    fn new(digest: RowDigest) -> Self {
        Self { arguments: AnyArguments::default(), digest, fault: None, has_nul: false }
    }

    /// A new row of an owner begins.
    fn row(&mut self, owner: &str, position: i64) {
        self.has_nul |= owner.contains('\0');
        self.add(owner);
        self.add(position);
        self.digest.row(position);
    }

    /// The one row of an owner begins.
    fn single(&mut self, owner: &str) {
        self.has_nul |= owner.contains('\0');
        self.add(owner);
        self.digest.row(0);
    }

    fn add<'t, T>(&mut self, cell: T)
    where
        T: sqlx::Encode<'t, sqlx::Any> + sqlx::Type<sqlx::Any>,
    {
        if let Err(fault) = self.arguments.add(cell) {
            self.fault.get_or_insert(fault);
        }
    }

    /// A text.
    pub fn text(&mut self, text: &str) {
        self.has_nul |= text.contains('\0');
        self.digest.cell(Some(text));
        self.add(text);
    }

    /// A text, or a blank.
    pub fn text_or_blank(&mut self, text: Option<&str>) {
        match text {
            Some(text) => self.text(text),
            None => {
                self.digest.cell(None);
                self.add(None::<String>);
            }
        }
    }

    /// A decimal, a day or a moment, as text.
    pub fn shown(&mut self, what: &impl Display) {
        self.shown_or_blank(Some(what));
    }

    /// A decimal, a day or a moment, or a blank.
    pub fn shown_or_blank(&mut self, what: Option<impl Display>) {
        let text = what.map(|what| what.to_string());
        self.digest.cell(text.as_deref());
        self.add(text);
    }

    /// A whole number.
    pub fn whole(&mut self, number: impl Into<i64>) {
        self.whole_or_blank(Some(number));
    }

    /// A whole number (or 1 and 0 for yes and no), or a blank.
    pub fn whole_or_blank(&mut self, number: Option<impl Into<i64>>) {
        let number: Option<i64> = number.map(Into::into);
        self.digest.cell(number.map(|number| number.to_string()).as_deref());
        self.add(number);
    }
}

impl<'a> Writer<'a> {
    /// Of a few rows, of which nobody asks how far they have come.
    pub fn new(connection: &'a mut AnyConnection) -> Self {
        Self { connection, progress: None, done: 0, total: 0, contents: Vec::new() }
    }

    /// Writes the one row of an owner to a table without positions.
    pub async fn insert_single<T>(
        &mut self,
        table: &'static Table,
        owner: &str,
        row: &T,
        fill: fn(&mut Cells, &T),
    ) -> Result<(), Fault> {
        let names: Vec<_> = table.names().collect();
        let mut cells = Cells::new(RowDigest::new(names.clone()));
        cells.single(owner);
        fill(&mut cells, row);
        if cells.has_nul {
            return Err(Fault::TextWithNul { table: table.name });
        }
        if let Some(fault) = cells.fault {
            return Err(sqlx::Error::Encode(fault).into());
        }
        let marks: Vec<_> = (1..=names.len() + 1).map(|mark| format!("${mark}")).collect();
        let (names, marks) = (names.join(", "), marks.join(", "));
        let sql = format!("INSERT INTO {} ({}, {names}) VALUES ({marks})", table.name, table.owner);
        sqlx::query_with(AssertSqlSafe(sql), cells.arguments)
            .execute(&mut *self.connection)
            .await?;
        self.contents.push(cells.digest.content(table.name, owner, 0));
        Ok(())
    }

    /// Removes every row of an owner, and says so to the audit.
    pub async fn clear(&mut self, table: &'static Table, owner: &str) -> Result<(), Fault> {
        let sql = format!("DELETE FROM {} WHERE {} = $1", table.name, table.owner);
        sqlx::query(AssertSqlSafe(sql)).bind(owner).execute(&mut *self.connection).await?;
        let nothing = RowDigest::new(table.names().collect());
        self.contents.push(nothing.content(table.name, owner, 0));
        Ok(())
    }

    /// Writes rows to a table, their positions counted from `first`.
    pub async fn insert<T>(
        &mut self,
        table: &'static Table,
        owner: &str,
        first: usize,
        rows: &[T],
        fill: fn(&mut Cells, &T),
    ) -> Result<(), Fault> {
        let marks = Marks::of(self.connection);
        let mut full = String::new();
        let mut digest = RowDigest::new(table.names().collect());
        for (turn, chunk) in rows.chunks(ROWS_AT_ONCE).enumerate() {
            let mut cells = Cells::new(digest);
            for (index, row) in chunk.iter().enumerate() {
                cells.row(owner, whole(first + turn * ROWS_AT_ONCE + index));
                fill(&mut cells, row);
            }
            if cells.has_nul {
                return Err(Fault::TextWithNul { table: table.name });
            }
            if let Some(fault) = cells.fault {
                return Err(sqlx::Error::Encode(fault).into());
            }
            // Only full statements come again, so only they are worth remembering.
            let is_full = chunk.len() == ROWS_AT_ONCE;
            if full.is_empty() || !is_full {
                full = table.insert(chunk.len(), marks);
            }
            sqlx::query_with(AssertSqlSafe(full.clone()), cells.arguments)
                .persistent(is_full)
                .execute(&mut *self.connection)
                .await?;
            self.done += chunk.len();
            if let Some(progress) = &mut self.progress {
                progress(self.done, self.total);
            }
            digest = cells.digest;
        }
        self.contents.push(digest.content(table.name, owner, whole(first)));
        Ok(())
    }
}

fn whole(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

impl Line<'_> {
    fn damaged(&self, at: usize) -> Fault {
        let column = self.table.names().nth(at.saturating_sub(1)).unwrap_or("position");
        let row = self.row.try_get(0).unwrap_or(-1);
        Fault::RowDamaged { table: self.table.name, column, row }
    }

    /// A text, or a blank.
    pub fn text_or_blank(&mut self) -> Result<Option<String>, Fault> {
        let at = self.at;
        self.at += 1;
        self.row.try_get(at).map_err(|_| self.damaged(at))
    }

    /// A text.
    pub fn text(&mut self) -> Result<String, Fault> {
        self.text_or_blank()?.ok_or_else(|| self.damaged(self.at - 1))
    }

    /// What a text says, or a blank.
    pub fn read_or_blank<T: FromStr>(&mut self) -> Result<Option<T>, Fault> {
        let at = self.at;
        self.at += 1;
        let text: Option<&str> = self.row.try_get(at).map_err(|_| self.damaged(at))?;
        text.map(str::parse).transpose().map_err(|_| self.damaged(at))
    }

    /// What a text says.
    pub fn read<T: FromStr>(&mut self) -> Result<T, Fault> {
        self.read_or_blank()?.ok_or_else(|| self.damaged(self.at - 1))
    }

    /// A whole number, or a blank.
    pub fn whole_or_blank<T: TryFrom<i64>>(&mut self) -> Result<Option<T>, Fault> {
        let at = self.at;
        self.at += 1;
        let number: Option<i64> = self.row.try_get(at).map_err(|_| self.damaged(at))?;
        number.map(T::try_from).transpose().map_err(|_| self.damaged(at))
    }

    /// A whole number.
    pub fn whole<T: TryFrom<i64>>(&mut self) -> Result<T, Fault> {
        self.whole_or_blank()?.ok_or_else(|| self.damaged(self.at - 1))
    }

    /// Yes or no, or a blank.
    pub fn yes_or_blank(&mut self) -> Result<Option<bool>, Fault> {
        match self.whole_or_blank::<i64>()? {
            None => Ok(None),
            Some(0) => Ok(Some(false)),
            Some(1) => Ok(Some(true)),
            Some(_) => Err(self.damaged(self.at - 1)),
        }
    }

    /// Yes or no.
    pub fn yes(&mut self) -> Result<bool, Fault> {
        self.yes_or_blank()?.ok_or_else(|| self.damaged(self.at - 1))
    }

    /// A case of an enum, or a blank.
    pub fn case_or_blank<T: Copy>(&mut self, words: &Words<T>) -> Result<Option<T>, Fault> {
        let at = self.at;
        self.at += 1;
        let text: Option<&str> = self.row.try_get(at).map_err(|_| self.damaged(at))?;
        let Some(text) = text else { return Ok(None) };
        let found = words.iter().find(|(word, _)| *word == text);
        found.map(|(_, case)| Some(*case)).ok_or_else(|| self.damaged(at))
    }

    /// A case of an enum.
    pub fn case<T: Copy>(&mut self, words: &Words<T>) -> Result<T, Fault> {
        self.case_or_blank(words)?.ok_or_else(|| self.damaged(self.at - 1))
    }

    /// The fault of the cell that was read last.
    pub fn fault(&self) -> Fault {
        self.damaged(self.at - 1)
    }
}
