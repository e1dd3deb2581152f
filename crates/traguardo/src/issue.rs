//! What is wrong with what was handed in: a stable name, a severity, a place and parameters.
//! Not here: its sentence, which comes from the shared texts, nor the finding of it.

use std::borrow::Cow;

mod cell;
pub mod kinds;

pub use cell::Cell;

/// How much an issue matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Something cannot be read or scored.
    Error,
    /// It is scored, and it will hurt.
    Warning,
    /// Worth knowing.
    Note,
}

impl Severity {
    /// The stable English name, as JSON has it.
    ///
    /// ```
    /// assert_eq!(traguardo::issue::Severity::Error.name(), "error");
    /// ```
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// A kind of issue: what all issues of one name have in common.
#[derive(Debug, PartialEq, Eq)]
pub struct Kind {
    /// The stable name, `weights-not-100`; its sentence is the text `issue-weights-not-100`.
    pub name: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// Whether something of what was handed in could not be kept as it stands.
    pub loses_input: bool,
}

impl Kind {
    /// Whether a plan with such an issue is shown and scored, and not stored: an error for which
    /// something would be lost.
    ///
    /// ```
    /// use traguardo::issue::kinds;
    /// assert!(kinds::NODE_TWICE.forbids_storing());
    /// assert!(!kinds::TARGET_NOT_UNDERSTOOD.forbids_storing());
    /// ```
    #[must_use]
    pub fn forbids_storing(&self) -> bool {
        self.loses_input && self.severity == Severity::Error
    }
}

/// Which of the tables of a hand-in an issue is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Table {
    /// The hand-in as a whole.
    Whole,
    /// `ente.toml`, sheet `Ente`.
    Body,
    /// `regole.toml`, sheet `Regole`.
    Rules,
    /// `piano.csv`, sheet `Piano`.
    Plan,
    /// `rilevazioni.csv`, sheet `Rilevazioni`.
    Readings,
    /// `uffici.csv`, sheet `Uffici`.
    Offices,
    /// `eventi.csv`, sheet `Eventi`.
    Events,
    /// `risposte.csv`, sheet `Risposte`.
    Answers,
}

impl Table {
    /// The file of the folder that holds the table.
    ///
    /// ```
    /// assert_eq!(traguardo::issue::Table::Plan.file(), Some("piano.csv"));
    /// ```
    #[must_use]
    pub fn file(self) -> Option<&'static str> {
        Some(match self {
            Self::Whole => return None,
            Self::Body => "ente.toml",
            Self::Rules => "regole.toml",
            Self::Plan => "piano.csv",
            Self::Readings => "rilevazioni.csv",
            Self::Offices => "uffici.csv",
            Self::Events => "eventi.csv",
            Self::Answers => "risposte.csv",
        })
    }

    /// The sheet of the workbook that holds the table.
    ///
    /// ```
    /// assert_eq!(traguardo::issue::Table::Plan.sheet(), Some("Piano"));
    /// ```
    #[must_use]
    pub fn sheet(self) -> Option<&'static str> {
        Some(match self {
            Self::Whole => return None,
            Self::Body => "Ente",
            Self::Rules => "Regole",
            Self::Plan => "Piano",
            Self::Readings => "Rilevazioni",
            Self::Offices => "Uffici",
            Self::Events => "Eventi",
            Self::Answers => "Risposte",
        })
    }
}

/// How the hand-in is laid out, so that a place can be named as its author knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Layout {
    /// A folder of CSV and TOML files.
    Folder,
    /// A workbook with one sheet a table.
    Workbook {
        /// The name of its file.
        file: String,
    },
    /// A pasted table: rows are its lines.
    Pasted {
        /// The name of the file it was in; blank where it came from the clipboard.
        file: String,
    },
    /// A plan in the database: rows have no file.
    Stored,
}

/// Where an issue is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The table.
    pub table: Table,
    /// The row, counted from 1 with the header, as a spreadsheet counts.
    pub row: Option<u32>,
    /// The column, by its header, or the key of a table of keys and values.
    pub column: Option<Cow<'static, str>>,
    /// The code of the node or indicator concerned.
    pub code: Option<String>,
    /// What is written there, and the part of it that is meant.
    pub cell: Option<Cell>,
}

impl Place {
    /// A place in a table as a whole.
    ///
    /// ```
    /// use traguardo::issue::{Place, Table};
    /// let place = Place::table(Table::Plan).row(12).column("peso").code("301");
    /// assert_eq!((place.row, place.column.as_deref()), (Some(12), Some("peso")));
    /// ```
    #[must_use]
    pub fn table(table: Table) -> Self {
        Self { table, row: None, column: None, code: None, cell: None }
    }

    /// The same place, at a row; 0 stands for a row that is not known.
    ///
    /// ```
    /// use traguardo::issue::{Place, Table};
    /// assert_eq!(Place::table(Table::Plan).row(0).row, None);
    /// ```
    #[must_use]
    pub fn row(mut self, row: u32) -> Self {
        self.row = (row > 0).then_some(row);
        self
    }

    /// The same place, in a column.
    ///
    /// ```
    /// use traguardo::issue::{Place, Table};
    /// assert!(Place::table(Table::Rules).column("nodo.mancante").column.is_some());
    /// ```
    #[must_use]
    pub fn column(mut self, column: impl Into<Cow<'static, str>>) -> Self {
        self.column = Some(column.into());
        self
    }

    /// The same place, naming the node or indicator.
    ///
    /// ```
    /// use traguardo::issue::{Place, Table};
    /// assert_eq!(Place::table(Table::Plan).code("301").code.as_deref(), Some("301"));
    /// ```
    #[must_use]
    pub fn code(mut self, code: impl Into<String>) -> Self {
        self.code = Some(code.into());
        self
    }

    /// The same place, with what is written there.
    ///
    /// ```
    /// use traguardo::issue::{Cell, Place, Table};
    /// let place = Place::table(Table::Plan).cell(Cell::whole("16,5"));
    /// assert_eq!(place.cell.unwrap().length, 4);
    /// ```
    #[must_use]
    pub fn cell(mut self, cell: Cell) -> Self {
        self.cell = Some(cell);
        self
    }

    /// The same place, with only a part of what is written there meant.
    ///
    /// ```
    /// use traguardo::issue::{Cell, Place, Table};
    /// let place = Place::table(Table::Plan).cell(Cell::whole(">= 5 %")).under("5");
    /// assert_eq!(place.cell.unwrap().start, 3);
    /// ```
    #[must_use]
    pub fn under(mut self, part: &str) -> Self {
        self.cell = self.cell.map(|cell| cell.under(part));
        self
    }

    /// The file that the author of the hand-in would open.
    ///
    /// ```
    /// use traguardo::issue::{Layout, Place, Table};
    /// let place = Place::table(Table::Plan);
    /// assert_eq!(place.file(&Layout::Folder), Some("piano.csv"));
    /// ```
    #[must_use]
    pub fn file<'a>(&self, layout: &'a Layout) -> Option<&'a str> {
        match layout {
            Layout::Folder => self.table.file(),
            Layout::Workbook { file } => Some(file),
            Layout::Pasted { file } => Some(file.as_str()).filter(|file| !file.is_empty()),
            Layout::Stored => None,
        }
    }

    /// The sheet of the workbook, where the hand-in is one.
    ///
    /// ```
    /// use traguardo::issue::{Layout, Place, Table};
    /// let layout = Layout::Workbook { file: "piano.xlsx".into() };
    /// assert_eq!(Place::table(Table::Plan).sheet(&layout), Some("Piano"));
    /// ```
    #[must_use]
    pub fn sheet(&self, layout: &Layout) -> Option<&'static str> {
        match layout {
            Layout::Workbook { .. } => self.table.sheet(),
            Layout::Folder | Layout::Pasted { .. } | Layout::Stored => None,
        }
    }
}

/// Named values that a sentence is made with.
pub type Params = Vec<(&'static str, String)>;

/// One thing that is wrong, or worth knowing.
#[derive(Debug, Clone, PartialEq)]
pub struct Issue {
    /// What kind of thing.
    pub kind: &'static Kind,
    /// Where.
    pub place: Place,
    /// What its sentence says besides.
    pub params: Params,
    /// What could be written instead, the likeliest first.
    pub proposals: Vec<String>,
}

impl Issue {
    /// An issue without parameters.
    ///
    /// ```
    /// use traguardo::issue::{kinds, Issue, Place, Table};
    /// let issue = Issue::new(&kinds::WEIGHT_NEGATIVE, Place::table(Table::Plan).row(3))
    ///     .with("found", "-5");
    /// assert_eq!(issue.kind.name, "weight-negative");
    /// ```
    #[must_use]
    pub fn new(kind: &'static Kind, place: Place) -> Self {
        Self { kind, place, params: Params::new(), proposals: Vec::new() }
    }

    /// The same issue with one more parameter.
    ///
    /// ```
    /// use traguardo::issue::{kinds, Issue, Place, Table};
    /// let issue = Issue::new(&kinds::NODE_TWICE, Place::table(Table::Plan)).with("first", "4");
    /// assert_eq!(issue.params, [("first", "4".to_owned())]);
    /// ```
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.params.push((name, value.into()));
        self
    }

    /// The same issue with the row in which the other one of two stands, as `first`; `none` where
    /// it stands in no row, as in a stored plan.
    ///
    /// ```
    /// use traguardo::issue::{kinds, Issue, Place, Table};
    /// let twice = || Issue::new(&kinds::NODE_TWICE, Place::table(Table::Plan));
    /// assert_eq!(twice().first_in(4).params, [("first", "4".to_owned())]);
    /// assert_eq!(twice().first_in(0).params, [("first", "none".to_owned())]);
    /// ```
    #[must_use]
    pub fn first_in(self, row: u32) -> Self {
        self.with("first", if row == 0 { "none".to_owned() } else { row.to_string() })
    }

    /// The same issue with one more thing that could be written instead.
    ///
    /// ```
    /// use traguardo::issue::{kinds, Issue, Place, Table};
    /// let issue = Issue::new(&kinds::TARGET_DATE_IMPOSSIBLE, Place::table(Table::Plan))
    ///     .propose("30/04/2021");
    /// assert_eq!(issue.proposals, ["30/04/2021"]);
    /// ```
    #[must_use]
    pub fn propose(mut self, instead: impl Into<String>) -> Self {
        self.proposals.push(instead.into());
        self
    }
}

/// The known name nearest to a misspelt one, if one is near enough to be worth offering.
///
/// ```
/// use traguardo::issue::nearest;
/// assert_eq!(nearest("pesso", ["codice", "peso"]), Some("peso"));
/// assert_eq!(nearest("xyz", ["codice", "peso"]), None);
/// ```
#[must_use]
pub fn nearest<'a>(found: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let found = found.to_lowercase();
    known
        .into_iter()
        .map(|name| (strsim::jaro_winkler(&found, &name.to_lowercase()), name))
        .filter(|(likeness, _)| *likeness > 0.75)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, name)| name)
}
