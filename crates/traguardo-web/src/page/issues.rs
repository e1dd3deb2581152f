//! What is wrong with the plan as it was handed in, by severity, each with its place.
//! Not here: finding it, which is the core's.

use askama::Template;
use axum::response::Response;
use traguardo::issue::{Cell, Issue, Layout, Place, Severity};

use crate::figure::Mark;
use crate::frame::{Frame, Link, Spot};
use crate::page::answer;
use crate::rich::Rich;
use crate::view::View;
use crate::words::{Words, capital};

#[derive(Template)]
#[template(path = "issues.html")]
struct Issues {
    frame: Frame,
    sentence: Rich,
    groups: Vec<Group>,
}

struct Group {
    id: &'static str,
    mark: Mark,
    note: String,
    rows: Vec<IssueRow>,
}

/// An issue as a row.
#[derive(Debug, Clone)]
pub struct IssueRow {
    /// Its severity.
    pub mark: Mark,
    /// Its sentence.
    pub message: String,
    /// Its place.
    pub place: String,
    /// What is written there.
    pub cell: Option<Quoted>,
    /// What could be written instead.
    pub proposals: Vec<String>,
    /// The page of what it is about.
    pub link: Option<Link>,
}

/// A cell in three pieces, the middle one being what is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quoted {
    /// What stands before it.
    pub before: String,
    /// What is meant.
    pub meant: String,
    /// What stands after it.
    pub after: String,
}

/// The most characters that are quoted of each piece.
const QUOTED: usize = 160;

/// The page.
#[must_use]
pub fn page(view: &View<'_>) -> Response {
    let words = view.words;
    let title = words.say("issues-title");
    let page = Issues {
        frame: Frame::plan(view, &title, Spot { path: &["problemi"], menu: "problemi" }),
        sentence: Rich::new(
            &words.tell("issues-sentence", &[("count", view.report.issues.len().into())]),
        ),
        groups: [Severity::Error, Severity::Warning, Severity::Note]
            .into_iter()
            .filter_map(|severity| group(view, severity))
            .collect(),
    };
    answer(&page, words.lang())
}

fn group(view: &View<'_>, severity: Severity) -> Option<Group> {
    let found = view.report.issues.iter().filter(|i| i.kind.severity == severity);
    let rows: Vec<IssueRow> = found.map(|issue| row(view, issue)).collect();
    let note_key = match severity {
        Severity::Error => "issues-errors-note",
        Severity::Warning => "issues-warnings-note",
        Severity::Note => "issues-notes-note",
    };
    (!rows.is_empty()).then(|| Group {
        id: severity.name(),
        mark: count_mark(view, severity),
        note: view.words.say(note_key),
        rows,
    })
}

/// How many issues of a severity there are, as a mark.
#[must_use]
pub fn count_mark(view: &View<'_>, severity: Severity) -> Mark {
    let key = match severity {
        Severity::Error => "severity-errors",
        Severity::Warning => "severity-warnings",
        Severity::Note => "severity-notes",
    };
    let count = view.report.issue_count(severity);
    mark(severity, &view.words.tell(key, &[("count", count.into())]))
}

/// The issues that concern a code.
#[must_use]
pub fn about(view: &View<'_>, code: &str) -> Vec<IssueRow> {
    let concerned = view.report.issues.iter().filter(|i| i.place.code.as_deref() == Some(code));
    concerned.map(|issue| row(view, issue)).collect()
}

fn row(view: &View<'_>, issue: &Issue) -> IssueRow {
    IssueRow {
        link: issue.place.code.as_deref().and_then(|code| link(view, code)),
        ..listed(issue, &Layout::Stored, view.words)
    }
}

/// An issue of a hand-in that is laid out in some way.
#[must_use]
pub fn listed(issue: &Issue, layout: &Layout, words: Words) -> IssueRow {
    let severity = issue.kind.severity;
    let key = match severity {
        Severity::Error => "severity-error",
        Severity::Warning => "severity-warning",
        Severity::Note => "severity-note",
    };
    IssueRow {
        mark: mark(severity, &words.say(key)),
        message: words.texts.issue(issue),
        place: place(&issue.place, layout, words),
        cell: issue.place.cell.as_ref().map(quoted),
        proposals: issue
            .proposals
            .iter()
            .map(|text| words.tell("check-proposal", &[("text", text.as_str().into())]))
            .collect(),
        link: None,
    }
}

fn quoted(cell: &Cell) -> Quoted {
    let (before, meant, after) = cell.parts();
    let start = before.char_indices().rev().nth(QUOTED - 1).map_or(0, |(at, _)| at);
    let ellipsis = if start > 0 { "…" } else { "" };
    Quoted {
        before: format!("{ellipsis}{}", &before[start..]),
        meant: first_of(meant),
        after: first_of(after),
    }
}

fn first_of(text: &str) -> String {
    match text.char_indices().nth(QUOTED) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

fn mark(severity: Severity, word: &str) -> Mark {
    let (shape, tone) = match severity {
        Severity::Error => ("triangle", "red"),
        Severity::Warning => ("half", "amber"),
        Severity::Note => ("circle", "blue"),
    };
    Mark { word: capital(word), shape, tone }
}

fn link(view: &View<'_>, code: &str) -> Option<Link> {
    let url = if view.node(code).is_some() {
        view.addresses.node(code)
    } else if view.report.indicator(code).is_some() {
        view.addresses.indicator(code)
    } else {
        return None;
    };
    Some(Link {
        label: view.words.tell("issues-open", &[("code", code.into())]),
        url,
        current: false,
    })
}

fn place(place: &Place, layout: &Layout, words: Words) -> String {
    let text = words.texts.place(place, layout);
    if text.is_empty() { words.say("issues-place-whole") } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_cell_is_quoted_around_what_is_meant() {
        let text = format!("{} 34.04.2021 {}", "è".repeat(400), "e".repeat(400));
        let Quoted { before, meant, after } = quoted(&Cell::whole(text).under("34.04.2021"));
        assert_eq!(meant, "34.04.2021");
        assert_eq!((before.chars().count(), after.chars().count()), (QUOTED + 1, QUOTED + 1));
        assert!(before.starts_with("…è") && after.ends_with("e…"));
    }
}
