//! All steps of a number at once, down to the readings, as a nested list that opens as one reads.
//! Not here: the explanation, which is the core's, and the page around the list.

use askama::Template;
use traguardo::explain::{Explanation, Subject, explain};

use crate::figure::Figure;
use crate::parts::{self, Step};
use crate::view::View;

/// A number of more parts than these is explained one level at a time: each part has a page.
const PASSAGES: usize = 400;

/// One number with what it is made of.
#[derive(Template)]
#[template(path = "part/passage.html")]
pub struct Passage {
    name: String,
    figure: Figure,
    equation: String,
    steps: Vec<Step>,
    parts: Vec<Passage>,
}

/// The parts of a number, each down to its readings; none where they would be too many to read.
#[must_use]
pub fn passages(view: &View<'_>, subject: Subject) -> Vec<Passage> {
    let explained = explain(&view.report, subject);
    if count(&explained) > PASSAGES {
        return Vec::new();
    }
    explained.parts.iter().map(|part| passage(view, &part.explanation)).collect()
}

fn count(explained: &Explanation) -> usize {
    explained.parts.iter().map(|part| 1 + count(&part.explanation)).sum()
}

/// The core goes down a bounded number of levels, and so does this.
fn passage(view: &View<'_>, explained: &Explanation) -> Passage {
    let figure = match explained.subject {
        Subject::Node(at) => view.figure_of(Some(at)),
        Subject::Use(at) => view.use_figure(at),
        Subject::Group(node, kind) => view
            .group_figure(node, kind)
            .unwrap_or_else(|| view.figure(explained.outcome, String::new())),
        Subject::Body | Subject::CompoundPart(..) => view.figure(explained.outcome, String::new()),
    };
    let name = match explained.subject {
        Subject::Group(..) => parts::plain_kind(view, explained.subject),
        Subject::CompoundPart(_, part) => view.words.tell("explain-part", &[("part", part.into())]),
        Subject::Body | Subject::Node(_) | Subject::Use(_) => {
            format!("{} · {}", explained.code, explained.title)
        }
    };
    let terms: Vec<String> = explained
        .equation
        .iter()
        .map(|term| format!("{} × {}", view.per_cent(&term.share), term.score))
        .collect();
    let result = explained.printed.as_deref().filter(|_| !terms.is_empty());
    Passage {
        name,
        figure,
        equation: result.map(|r| format!("{r} = {}", terms.join(" + "))).unwrap_or_default(),
        steps: parts::steps(view, explained),
        parts: explained.parts.iter().map(|part| passage(view, &part.explanation)).collect(),
    }
}
