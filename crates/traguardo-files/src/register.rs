//! The register of variations as JSON: each revision with its act and what it changed.
//! Not here: the comparing, see [`traguardo::revision`].

use std::io::{self, Write};

use serde::Serialize;
use traguardo::revision::{Revision, Share, Variation};
use traguardo::text::Texts;

use crate::difference::held;

#[derive(Serialize)]
struct Root<'a> {
    revisions: Vec<Step<'a>>,
    share: Changed<'a>,
}

#[derive(Serialize)]
struct Step<'a> {
    number: i64,
    origin: &'static str,
    stands_from: String,
    act: Option<Cited<'a>>,
    reason: Option<&'a str>,
    by: &'a str,
    at: String,
    variations: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct Cited<'a> {
    organ: &'a str,
    number: &'a str,
    date: String,
    file: Option<&'a str>,
    sha256: Option<&'a str>,
}

#[derive(Serialize)]
struct Row<'a> {
    kind: &'static str,
    item: &'static str,
    name: String,
    title: &'a str,
    cells: Vec<Change<'a>>,
}

#[derive(Serialize)]
struct Change<'a> {
    column: &'a str,
    before: Option<String>,
    after: Option<String>,
}

#[derive(Serialize)]
struct Changed<'a> {
    programmed: usize,
    changed: &'a [String],
    per_cent: Option<String>,
}

/// Writes the register: the revisions with what each of them changed, and the share of the
/// objectives that were changed on those programmed.
///
/// # Errors
/// Those of the writer.
///
/// ```
/// use traguardo::{revision::Share, text::{Lang, Texts}};
/// let share = Share { programmed: 8, changed: vec!["1.1".into()] };
/// let mut json = Vec::new();
/// let words = Texts::of(Lang::It);
/// traguardo_files::register::write_json(&mut json, &[], &share, words).unwrap();
/// let json: serde_json::Value = serde_json::from_slice(&json).unwrap();
/// assert_eq!(json["share"]["per_cent"], "12.5");
/// ```
pub fn write_json(
    out: &mut impl Write,
    steps: &[(Revision, Vec<Variation>)],
    share: &Share,
    words: &Texts,
) -> io::Result<()> {
    let root = Root {
        revisions: steps.iter().map(|(revision, list)| step(revision, list, words)).collect(),
        share: Changed {
            programmed: share.programmed,
            changed: &share.changed,
            per_cent: share.per_cent().map(|figure| figure.round_dp(2).normalize().to_string()),
        },
    };
    serde_json::to_writer(&mut *out, &root)?;
    out.write_all(b"\n")
}

fn step<'a>(revision: &'a Revision, list: &'a [Variation], words: &Texts) -> Step<'a> {
    let act = revision.act.as_ref().map(|act| Cited {
        organ: &act.organ,
        number: &act.number,
        date: act.date.to_string(),
        file: act.file.as_ref().map(|file| file.name.as_str()),
        sha256: act.file.as_ref().map(|file| file.sha256.as_str()),
    });
    Step {
        number: revision.number,
        origin: revision.origin.name(),
        stands_from: revision.stands_from().to_string(),
        act,
        reason: revision.reason.as_deref(),
        by: &revision.by,
        at: revision.at.to_string(),
        variations: list.iter().map(|variation| row(variation, words)).collect(),
    }
}

fn row<'a>(variation: &'a Variation, words: &Texts) -> Row<'a> {
    let change = |cell: &'a traguardo::difference::Cell| Change {
        column: &cell.column,
        before: cell.before.as_ref().map(|arg| held(arg, words)),
        after: cell.after.as_ref().map(|arg| held(arg, words)),
    };
    Row {
        kind: variation.kind.name(),
        item: variation.item.sort(),
        name: words.sentence(&variation.item.name()),
        title: &variation.title,
        cells: variation.cells.iter().map(change).collect(),
    }
}
