//! What a workbook would change, laid out: groups of differences and the issues of the file.
//! Not here: the comparing, see [`traguardo::difference`].

use std::hash::{DefaultHasher, Hash, Hasher};

use traguardo::check::{check, sort};
use traguardo::difference::{Difference, Entry, Fate, Side, diff_all};
use traguardo::issue::{Issue, Layout};
use traguardo::plan::Plan;
use traguardo::reading::Readings;
use traguardo::rules::Rules;
use traguardo_files::{HandIn, Unreadable};

use super::sent::Sent;
use crate::page::issues::{IssueRow, listed};
use crate::view::View;
use crate::words::Words;

/// The most rows of a group that are shown; how many others there are is said.
pub const ROWS: usize = 300;

/// What is shown of a workbook.
pub struct Preview {
    /// The file.
    pub file: String,
    /// How much differs.
    pub sentence: String,
    /// What differs, by what becomes of it.
    pub groups: Vec<Group>,
    /// What is wrong with the file.
    pub issues: Vec<IssueRow>,
    /// How many issues are not shown.
    pub issues_more: Option<String>,
    /// What the form that saves carries on, where there is something to save.
    pub save: Option<Save>,
}

/// Things that meet the same fate.
pub struct Group {
    /// The fate.
    pub id: &'static str,
    /// The heading.
    pub title: String,
    /// The things.
    pub rows: Vec<Row>,
    /// How many are not shown.
    pub more: Option<String>,
}

/// One thing that differs.
pub struct Row {
    /// What it is.
    pub name: String,
    /// Its title.
    pub title: String,
    /// What changes of it, cell by cell.
    pub cells: Vec<String>,
}

/// What the form that saves carries on.
pub struct Save {
    /// The file, in base64.
    pub letters: String,
    /// Who saves.
    /// The mark of the difference.
    pub seen: String,
}

impl Preview {
    /// What a hand-in would change of the plan of a view.
    #[must_use]
    pub fn of(view: &View<'_>, hand_in: &HandIn, sent: &Sent) -> Self {
        let words = view.words;
        let report = &view.report;
        let issues = all_issues(hand_in);
        let bare = Self::bare(&issues, &hand_in.layout, sent, words);
        if !is_same(report.plan, &hand_in.plan) {
            return bare;
        }
        let old = side(report.plan, report.readings, report.rules);
        let difference = difference(old, hand_in);
        let save = Save { letters: sent.letters(), seen: mark_of(&difference, words) };
        let can_save = !difference.is_empty() && !issues.iter().any(|i| i.kind.forbids_storing());
        let fates = [Fate::Added, Fate::Changed, Fate::Superseded, Fate::Removed];
        Self {
            sentence: counts(&difference, words),
            groups: fates.into_iter().filter_map(|fate| group(&difference, fate, words)).collect(),
            save: can_save.then_some(save),
            ..bare
        }
    }

    /// What is wrong with a file that cannot be read.
    #[must_use]
    pub fn unreadable(unreadable: &Unreadable, sent: &Sent, words: Words) -> Self {
        Self::bare(&unreadable.issues, &unreadable.layout, sent, words)
    }

    fn bare(issues: &[Issue], layout: &Layout, sent: &Sent, words: Words) -> Self {
        let shown = issues.iter().take(ROWS).map(|issue| listed(issue, layout, words));
        Self {
            file: sent.name.clone(),
            sentence: String::new(),
            groups: Vec::new(),
            issues: shown.collect(),
            issues_more: more(issues.len(), words),
            save: None,
        }
    }
}

/// Why a hand-in cannot be saved in the place of a plan, if it cannot.
#[must_use]
pub fn obstacle(plan: &Plan, hand_in: &HandIn, words: Words) -> Option<String> {
    let named = |plan: &Plan| format!("{} {}", plan.body.ipa, plan.year);
    if !is_same(plan, &hand_in.plan) {
        let args = [("found", named(&hand_in.plan).into()), ("plan", named(plan).into())];
        return Some(words.tell("upload-other-plan", &args));
    }
    let is_forbidden = all_issues(hand_in).iter().any(|issue| issue.kind.forbids_storing());
    is_forbidden.then(|| words.say("upload-forbidden"))
}

/// A hand-in as far as it is compared.
#[must_use]
pub fn side<'a>(plan: &'a Plan, readings: &'a Readings, rules: &'a Rules) -> Side<'a> {
    Side { plan, readings, rules }
}

/// What a hand-in would change; readings that it does not hold stay.
#[must_use]
pub fn difference(old: Side<'_>, hand_in: &HandIn) -> Difference {
    let HandIn { plan, readings, rules, .. } = hand_in;
    diff_all(old, side(plan, readings, rules)).keeping_readings()
}

/// A mark by which a difference is known again: what is saved is what was seen, also where
/// somebody else has changed the plan in between.
#[must_use]
pub fn mark_of(difference: &Difference, words: Words) -> String {
    let mut hasher = DefaultHasher::new();
    for entry in &difference.entries {
        entry.item.hash(&mut hasher);
        entry.fate.hash(&mut hasher);
        for cell in &entry.cells {
            words.texts.sentence(&cell.sentence()).hash(&mut hasher);
        }
    }
    format!("{:016x}", hasher.finish())
}

fn is_same(old: &Plan, new: &Plan) -> bool {
    old.body.ipa == new.body.ipa && old.year == new.year
}

/// What the reader found and what is wrong with the plan, in the order of the rows.
fn all_issues(hand_in: &HandIn) -> Vec<Issue> {
    let mut issues = hand_in.issues.clone();
    issues.extend(check(&hand_in.plan, &hand_in.readings, &hand_in.rules));
    sort(&mut issues);
    issues
}

fn counts(difference: &Difference, words: Words) -> String {
    if difference.is_empty() {
        return words.say("diff-none");
    }
    let of = |fate| difference.count(fate).into();
    words.tell(
        "diff-counts",
        &[
            ("added", of(Fate::Added)),
            ("changed", of(Fate::Changed)),
            ("removed", of(Fate::Removed)),
            ("superseded", of(Fate::Superseded)),
        ],
    )
}

fn group(difference: &Difference, fate: Fate, words: Words) -> Option<Group> {
    let found = difference.entries.iter().filter(|entry| entry.fate == fate);
    let rows: Vec<Row> = found.take(ROWS).map(|entry| row(entry, words)).collect();
    let key = match fate {
        Fate::Added => "upload-group-added",
        Fate::Changed => "upload-group-changed",
        Fate::Removed => "upload-group-removed",
        Fate::Superseded => "upload-group-superseded",
    };
    (!rows.is_empty()).then(|| Group {
        id: fate.name(),
        title: words.say(key),
        rows,
        more: more(difference.count(fate), words),
    })
}

fn row(entry: &Entry, words: Words) -> Row {
    let cells = match entry.fate {
        Fate::Changed | Fate::Superseded => entry.cells.as_slice(),
        Fate::Added | Fate::Removed => &[],
    };
    Row {
        name: words.texts.sentence(&entry.item.name()),
        title: entry.title.clone(),
        cells: cells.iter().map(|cell| words.texts.sentence(&cell.sentence())).collect(),
    }
}

fn more(count: usize, words: Words) -> Option<String> {
    let left = count.checked_sub(ROWS).filter(|left| *left > 0)?;
    Some(words.tell("upload-more", &[("count", left.into())]))
}
