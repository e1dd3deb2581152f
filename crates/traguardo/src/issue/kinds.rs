//! The catalogue of issues: every stable name there is, with its severity.
//! Not here: their sentences (`text/*/issues.ftl`) and the code that finds them.

use crate::issue::{Kind, Severity};

macro_rules! kinds {
    ($($(#[$doc:meta])* $id:ident = $name:literal, $severity:ident $(, $loses:ident)?;)*) => {
        $($(#[$doc])* pub static $id: Kind = Kind {
            name: $name,
            severity: Severity::$severity,
            loses_input: kinds!(@loses $($loses)?),
        };)*
        /// Every kind there is, in the order of this file.
        pub static ALL: &[&Kind] = &[$(&$id),*];
    };
    (@loses) => { false };
    (@loses loses_input) => { true };
}

kinds! {
    // The hand-in as a whole.
    /// The path leads nowhere.
    PATH_MISSING = "path-missing", Error, loses_input;
    /// The folder holds none of the files of a hand-in.
    FOLDER_EMPTY = "folder-empty", Error, loses_input;
    /// A file or sheet that is needed is not there.
    TABLE_MISSING = "table-missing", Error, loses_input;
    /// A file or sheet whose name is nearly that of a table: it is not read.
    TABLE_UNKNOWN = "table-unknown", Warning, loses_input;
    /// The operating system refuses to read the file.
    FILE_UNREADABLE = "file-unreadable", Error, loses_input;
    /// The file is larger, also when unpacked, than a hand-in may be.
    FILE_TOO_LARGE = "file-too-large", Error, loses_input;
    /// More rows or columns than a table may have.
    TABLE_TOO_LARGE = "table-too-large", Error, loses_input;
    /// The file is not a workbook.
    WORKBOOK_BROKEN = "workbook-broken", Error, loses_input;
    /// The text table cannot be read as one.
    TABLE_BROKEN = "table-broken", Error, loses_input;
    /// The TOML file cannot be read as one.
    TOML_BROKEN = "toml-broken", Error, loses_input;
    /// The file was not UTF-8 and was read as Windows-1252.
    ENCODING_WINDOWS = "encoding-windows", Note;

    /// So many issues in a table that the rest is not listed.
    ISSUES_CUT = "issues-cut", Note;

    // Tables, columns and cells.
    /// A column that is needed is not there.
    COLUMN_MISSING = "column-missing", Error, loses_input;
    /// A column that nobody knows.
    COLUMN_UNKNOWN = "column-unknown", Error, loses_input;
    /// Two columns of the same name.
    COLUMN_TWICE = "column-twice", Error, loses_input;
    /// A row with more cells than there are columns.
    ROW_TOO_LONG = "row-too-long", Error, loses_input;
    /// A key that nobody knows.
    KEY_UNKNOWN = "key-unknown", Error, loses_input;
    /// A key that is needed is not there.
    KEY_MISSING = "key-missing", Error, loses_input;
    /// The same key twice.
    KEY_TWICE = "key-twice", Error, loses_input;
    /// A value that a key cannot have.
    KEY_NOT_ALLOWED = "key-not-allowed", Error, loses_input;
    /// A cell that must not be blank.
    CELL_MISSING = "cell-missing", Error, loses_input;
    /// A word that a column does not know.
    CELL_NOT_ALLOWED = "cell-not-allowed", Error, loses_input;
    /// A cell that rows of its sort do not have: it is not read.
    CELL_IGNORED = "cell-ignored", Warning, loses_input;
    /// A cell with more characters than a cell may have.
    CELL_TOO_LONG = "cell-too-long", Error, loses_input;
    /// A number with a point that could mean two things, where no question can be kept.
    NUMBER_AMBIGUOUS = "number-ambiguous", Error, loses_input;
    /// A number with too many digits.
    NUMBER_TOO_LONG = "number-too-long", Error, loses_input;
    /// Something that is not a number where one is needed.
    NUMBER_EXPECTED = "number-expected", Error, loses_input;
    /// A number out of the range of its column.
    NUMBER_OUT_OF_RANGE = "number-out-of-range", Error, loses_input;
    /// A day that no calendar holds.
    DATE_IMPOSSIBLE = "date-impossible", Error, loses_input;
    /// Something that is not a date where one is needed.
    DATE_EXPECTED = "date-expected", Error, loses_input;

    // The tree.
    /// The plan has no node.
    PLAN_EMPTY = "plan-empty", Error, loses_input;
    /// A node code is used by two rows.
    NODE_TWICE = "node-twice", Error, loses_input;
    /// An indicator stands twice under one node.
    INDICATOR_TWICE = "indicator-twice", Error, loses_input;
    /// A later use contradicts what the indicator's first use says of it.
    INDICATOR_REDEFINED = "indicator-redefined", Error, loses_input;
    /// A parent that does not exist.
    PARENT_UNKNOWN = "parent-unknown", Error, loses_input;
    /// A node that is its own ancestor.
    PARENT_CYCLE = "parent-cycle", Error, loses_input;
    /// More nodes below one another than any plan has.
    TREE_TOO_DEEP = "tree-too-deep", Error, loses_input;
    /// A level that the body does not have.
    LEVEL_UNKNOWN = "level-unknown", Error, loses_input;
    /// A node whose level is not below its parent's.
    LEVEL_ORDER = "level-order", Warning;
    /// A node without indicators and without children.
    NODE_WITHOUT_PARTS = "node-without-parts", Warning;
    /// An office that the list of offices does not have.
    OFFICE_UNKNOWN = "office-unknown", Warning;

    // Weights.
    /// A weight below zero.
    WEIGHT_NEGATIVE = "weight-negative", Error, loses_input;
    /// Siblings whose weights do not sum to 100.
    WEIGHTS_NOT_100 = "weights-not-100", Warning;
    /// A blank weight beside siblings that have one.
    WEIGHT_BLANK = "weight-blank", Warning;
    /// Siblings none of which has a weight.
    WEIGHTS_ABSENT = "weights-absent", Note;
    /// Siblings all of whose weights are 0.
    WEIGHTS_ZERO = "weights-zero", Warning;
    /// The two quotas of a node do not sum to 100.
    QUOTAS_NOT_100 = "quotas-not-100", Warning;
    /// A quota for a part that the node does not have.
    QUOTA_WITHOUT_PART = "quota-without-part", Warning;

    // Targets.
    /// An indicator without a target for the year.
    TARGET_MISSING = "target-missing", Error;
    /// A target phrase that is not understood.
    TARGET_NOT_UNDERSTOOD = "target-not-understood", Error;
    /// A target with a day that no calendar holds.
    TARGET_DATE_IMPOSSIBLE = "target-date-impossible", Error;
    /// A target with a number that could mean two things.
    TARGET_NUMBER_AMBIGUOUS = "target-number-ambiguous", Error;
    /// A target with a number of too many digits.
    TARGET_NUMBER_TOO_LONG = "target-number-too-long", Error;
    /// A bare number, and nothing says whether more or less is better.
    TARGET_OPERATOR_MISSING = "target-operator-missing", Error;
    /// An operator that contradicts the indicator's direction.
    TARGET_AGAINST_DIRECTION = "target-against-direction", Error;
    /// A range whose first bound is above its second.
    TARGET_RANGE_REVERSED = "target-range-reversed", Error;
    /// Steps under a target that cannot have any, or of another kind than it.
    TARGET_STEPS_MIXED = "target-steps-mixed", Error;
    /// A periodic target on a day that is not among the checkpoints.
    CHECKPOINT_UNDECLARED = "checkpoint-undeclared", Note;

    // Readings.
    /// A reading for an indicator that the plan does not have.
    READING_UNKNOWN_INDICATOR = "reading-unknown-indicator", Error, loses_input;
    /// A second reading of the same day that is not registered later, or does not say why.
    READING_NOT_SUPERSEDING = "reading-not-superseding", Error, loses_input;
    /// A reading that differs from a stored one of the same day and does not supersede it.
    READING_CONTRADICTS_STORED = "reading-contradicts-stored", Error, loses_input;
    /// A reading that says nothing, or two things at once.
    READING_WITHOUT_CONTENT = "reading-without-content", Error, loses_input;
    /// A reading with a number that could mean two things.
    READING_NUMBER_AMBIGUOUS = "reading-number-ambiguous", Error;
    /// A reading whose text is not understood.
    READING_NOT_UNDERSTOOD = "reading-not-understood", Error;
    /// A judgement outside 0–100.
    READING_JUDGEMENT_RANGE = "reading-judgement-range", Error, loses_input;
    /// A judgement without the reason that must go with it.
    READING_JUDGEMENT_WITHOUT_REASON = "reading-judgement-without-reason", Warning;
    /// A reading of another kind than the target asks for.
    READING_OF_OTHER_KIND = "reading-of-other-kind", Error;
    /// A denominator of 0.
    READING_DENOMINATOR_ZERO = "reading-denominator-zero", Warning;
    /// The quotient differs from the value beside it.
    READING_QUOTIENT_DIFFERS = "reading-quotient-differs", Warning;
    /// `N/D` without a note.
    READING_ND_WITHOUT_NOTE = "reading-nd-without-note", Warning;
    /// Done on a day after the one to which the situation refers.
    READING_DONE_LATER = "reading-done-later", Note;
    /// The measure written beside a number is not the indicator's.
    READING_OTHER_MEASURE = "reading-other-measure", Warning;
    /// The reference of a target has no reading.
    REFERENCE_MISSING = "reference-missing", Warning;
    /// The reference of a target is 0.
    REFERENCE_ZERO = "reference-zero", Warning;

    // What a target phrase leaves open.
    /// A date, a month or cells of several years without the year.
    TARGET_YEAR_MISSING = "target-year-missing", Error;
    /// A change, or a comparison, that does not say with what.
    TARGET_REFERENCE_MISSING = "target-reference-missing", Error;
    /// A time to be kept, from nobody knows which event.
    TARGET_EVENT_MISSING = "target-event-missing", Error;
    /// The target is written in an attachment.
    TARGET_ATTACHED = "target-attached", Error;
    /// The target is written in a law, a plan or another document.
    TARGET_ELSEWHERE = "target-elsewhere", Error;
    /// Two quantities in one cell.
    TARGET_TWO_QUANTITIES = "target-two-quantities", Error;
    /// Several dates, and nothing says what each is for.
    TARGET_SEVERAL_DATES = "target-several-dates", Error;
    /// Digits that are out of place, as if some were lost.
    TARGET_GARBLED = "target-garbled", Error;
    /// A level in words (`medio`) on a scale that nobody has given.
    TARGET_LEVEL_IN_WORDS = "target-level-in-words", Error;
    /// A target that is yet to be set (`n.d.`, `da definire`).
    TARGET_UNDECIDED = "target-undecided", Error;
    /// A target that is only about so much (`circa`).
    TARGET_APPROXIMATE = "target-approximate", Error;
    /// An answer that is itself not understood.
    ANSWER_NOT_UNDERSTOOD = "answer-not-understood", Error;
    /// An event that a deadline counts from, and that the register does not have.
    EVENT_UNKNOWN = "event-unknown", Warning;
    /// An event that a deadline counts from, without its date.
    EVENT_WITHOUT_DATE = "event-without-date", Warning;

    // The sense of a plan: what is scored, and what a reader would ask before it is adopted.
    /// A branch of the tree for which nobody answers, in a plan that names owners.
    OWNER_MISSING = "owner-missing", Warning;
    /// A plan that names no owner at all.
    OWNERS_ABSENT = "owners-absent", Note;
    /// An indicator that alone decides more than half of the body's score.
    INDICATOR_DOMINATES = "indicator-dominates", Warning;
    /// The same indicator, or the same name, with another target.
    INDICATOR_TARGETS_DIFFER = "indicator-targets-differ", Warning;
    /// Two indicators that measure the same.
    INDICATORS_SAME_RATIO = "indicators-same-ratio", Warning;
    /// A name that several indicators have.
    INDICATOR_NAME_TWICE = "indicator-name-twice", Note;
    /// An indicator whose words name two measures.
    INDICATOR_TWO_MEASURES = "indicator-two-measures", Warning;
    /// An indicator whose last three readings are 100 %.
    INDICATOR_SATURATED = "indicator-saturated", Note;
    /// Two nodes of one name under one parent.
    NODE_TITLE_TWICE = "node-title-twice", Note;
    /// A target that the last reading before the year meets already.
    TARGET_ALREADY_MET = "target-already-met", Warning;
    /// A target easier than the mean of the last three years.
    TARGET_BELOW_TREND = "target-below-trend", Warning;
    /// A target that nothing can miss: `>= 0`.
    TARGET_ALWAYS_MET = "target-always-met", Warning;
    /// A periodic target that is the year's divided by the months, of a share that does not add up.
    TARGET_HALVED = "target-halved", Warning;
    /// A deadline in another year than its target's.
    TARGET_DATE_OUTSIDE = "target-date-outside", Warning;
    /// A deadline before the day of the act of its row.
    TARGET_BEFORE_ACT = "target-before-act", Warning;
    /// A target for a year that the plan does not embrace.
    TARGET_OUTSIDE_HORIZON = "target-outside-horizon", Warning;
    /// A percentage that cannot be: a share beyond 0–100, a loss of more than all.
    PERCENTAGE_OUT_OF_RANGE = "percentage-out-of-range", Warning;
    /// An act cited without its number.
    ACT_WITHOUT_NUMBER = "act-without-number", Warning;
    /// An act cited without its date.
    ACT_WITHOUT_DATE = "act-without-date", Warning;
    /// An act cited with two dates.
    ACT_WITH_TWO_DATES = "act-with-two-dates", Warning;
    /// Acts whose numbers or dates contradict each other.
    ACTS_CONTRADICT = "acts-contradict", Warning;
    /// The year of another plan in a title or a note: `Target 2020` in a plan for 2021.
    TEXT_OTHER_YEAR = "text-other-year", Warning;
    /// A day in a text that no calendar holds.
    TEXT_DATE_IMPOSSIBLE = "text-date-impossible", Warning;
    /// A quotient in a text that differs from the per cent beside it.
    TEXT_QUOTIENT_DIFFERS = "text-quotient-differs", Warning;
    /// A number in a text whose points separate nothing: `3.1296`.
    NUMBER_GARBLED = "number-garbled", Warning;
    /// A year-to-date figure below an earlier one of the same year.
    READING_ACCUMULATED_FALLS = "reading-accumulated-falls", Warning;
    /// A reading a thousand times its target, or a thousandth of it.
    READING_OUT_OF_SCALE = "reading-out-of-scale", Warning;
    /// The same figure, to the decimals, for two indicators on one day.
    READINGS_IDENTICAL = "readings-identical", Note;

    // What was added later.
    /// A score that the OIV gives without saying why.
    ASSESSED_WITHOUT_REASON = "assessed-without-reason", Warning;
    /// An answer whose target is written otherwise, or stands nowhere.
    ANSWER_WITHOUT_TARGET = "answer-without-target", Warning;
    /// Rows above the header of a table, which are not read.
    ROWS_ABOVE_HEADER = "rows-above-header", Note;
    /// A quotient written into the cell of a figure.
    READING_QUOTIENT_IN_CELL = "reading-quotient-in-cell", Error;
    /// A second sheet with the name of a table: it is not read.
    SHEET_TWICE = "sheet-twice", Error, loses_input;
    /// A sheet that is read and that the workbook hides.
    SHEET_HIDDEN = "sheet-hidden", Warning;
    /// Rows or columns that are read and that the workbook hides.
    CELLS_HIDDEN = "cells-hidden", Note;
}

#[cfg(test)]
mod tests {
    #[test]
    fn names_are_unique_and_say_what_they_are() {
        let mut names: Vec<_> = super::ALL.iter().map(|kind| kind.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), super::ALL.len());
    }
}
