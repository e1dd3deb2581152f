//! What is wrong with the plan as it was handed in, by severity, each with its place.
//! Not here: finding it, which is the core's.

use askama::Template;
use axum::response::Response;
use traguardo::issue::{Issue, Layout, Place, Severity};

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
    /// The page of what it is about.
    pub link: Option<Link>,
}

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
    let severity = issue.kind.severity;
    let key = match severity {
        Severity::Error => "severity-error",
        Severity::Warning => "severity-warning",
        Severity::Note => "severity-note",
    };
    IssueRow {
        mark: mark(severity, &view.words.say(key)),
        message: view.words.texts.issue(issue),
        place: place(&issue.place, view.words),
        link: issue.place.code.as_deref().and_then(|code| link(view, code)),
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

fn place(place: &Place, words: Words) -> String {
    let text = words.texts.place(place, &Layout::Stored);
    if text.is_empty() { words.say("issues-place-whole") } else { text }
}
