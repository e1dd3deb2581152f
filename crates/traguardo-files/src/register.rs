//! The register of variations as JSON and as CSV: each revision with its act and what it changed.
//! Not here: the comparing, see [`traguardo::revision`].

use std::io::{self, Write};

use serde::Serialize;
use traguardo::revision::{Register, Revision, Variation};
use traguardo::text::{Arg, Texts};

use crate::difference::{Thing, held, thing};
use crate::scores::harmless;

#[derive(Serialize)]
struct Root<'a> {
    revisions: Vec<Step<'a>>,
    share: Changed<'a>,
}

#[derive(Serialize)]
struct Step<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    variations: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct Head<'a> {
    number: i64,
    origin: &'static str,
    based_on: Option<i64>,
    stands_from: String,
    act: Option<Cited<'a>>,
    reason: Option<&'a str>,
    by: &'a str,
    at: String,
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
    #[serde(flatten)]
    thing: Thing<'a>,
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
/// use traguardo::{revision::{Register, Share}, text::{Lang, Texts}};
/// let share = Share { programmed: 8, changed: vec!["1.1".into()] };
/// let register = Register { revisions: Vec::new(), steps: Vec::new(), share };
/// let mut json = Vec::new();
/// traguardo_files::register::write_json(&mut json, &register, Texts::of(Lang::It)).unwrap();
/// let json: serde_json::Value = serde_json::from_slice(&json).unwrap();
/// assert_eq!(json["share"]["per_cent"], "12.5");
/// ```
pub fn write_json(out: &mut impl Write, register: &Register, words: &Texts) -> io::Result<()> {
    let Register { steps, share, .. } = register;
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

/// Writes the register as CSV: a line for each cell that changed, `;` between cells.
///
/// # Errors
/// Those of the writer.
///
/// ```
/// use traguardo::{revision::{Register, Share}, text::{Lang, Texts}};
/// let share = Share { programmed: 8, changed: Vec::new() };
/// let register = Register { revisions: Vec::new(), steps: Vec::new(), share };
/// let mut csv = Vec::new();
/// traguardo_files::register::write_csv(&mut csv, &register, Texts::of(Lang::It)).unwrap();
/// assert_eq!(csv, b"revisione;dal;atto;variazione;che cosa;titolo;colonna;prima;dopo\n");
/// ```
pub fn write_csv(out: &mut impl Write, register: &Register, words: &Texts) -> io::Result<()> {
    let mut csv = csv::WriterBuilder::new().delimiter(b';').from_writer(out);
    for line in lines(register, words) {
        csv.write_record(line.iter().map(|cell| harmless(cell).into_owned()))?;
    }
    csv.flush()
}

/// The register as lines of cells, the names of the columns first; a line for each cell that changed.
#[must_use]
pub fn lines(register: &Register, words: &Texts) -> Vec<Vec<String>> {
    let head = ["revision", "from", "act", "kind", "what", "title", "column", "before", "after"];
    let head = head.map(|name| words.say(&format!("register-column-{name}"), &[]));
    let mut lines = vec![head.to_vec()];
    for (revision, list) in &register.steps {
        for variation in list {
            for cell in &variation.cells {
                let held = |arg: &Option<Arg<'static>>| {
                    arg.as_ref().map(|arg| held(arg, words)).unwrap_or_default()
                };
                lines.push(vec![
                    revision.number.to_string(),
                    revision.stands_from().to_string(),
                    act(revision, words),
                    words.say(variation.kind.key(), &[]),
                    words.sentence(&variation.item.name()),
                    variation.title.clone(),
                    cell.column.to_string(),
                    held(&cell.before),
                    held(&cell.after),
                ]);
            }
        }
    }
    lines
}

/// What adopted a revision, in words.
#[must_use]
pub fn act(revision: &Revision, words: &Texts) -> String {
    match &revision.act {
        Some(act) => words.say(
            "revisions-act",
            &[
                ("organ", act.organ.clone().into()),
                ("number", act.number.clone().into()),
                ("date", act.date.into()),
            ],
        ),
        None => words.say("revisions-handed-in", &[("who", revision.by.clone().into())]),
    }
}

/// Writes the revisions of a plan, in the order of their numbers, without what they changed.
///
/// # Errors
/// Those of the writer.
///
/// ```
/// use traguardo::{period::parse_moment, revision::{Origin, Revision}};
/// let revision = Revision {
///     number: 1, origin: Origin::HandIn, based_on: None, act: None, reason: None,
///     by: "Ufficio".into(), at: parse_moment("2020-01-31 12:00").unwrap(),
/// };
/// let mut json = Vec::new();
/// traguardo_files::register::write_revisions(&mut json, &[revision]).unwrap();
/// let json: serde_json::Value = serde_json::from_slice(&json).unwrap();
/// assert_eq!(json[0]["stands_from"], "2020-01-31");
/// ```
pub fn write_revisions(out: &mut impl Write, revisions: &[Revision]) -> io::Result<()> {
    let heads: Vec<Head<'_>> = revisions.iter().map(head).collect();
    serde_json::to_writer(&mut *out, &heads)?;
    out.write_all(b"\n")
}

fn step<'a>(revision: &'a Revision, list: &'a [Variation], words: &Texts) -> Step<'a> {
    let variations = list.iter().map(|variation| row(variation, words)).collect();
    Step { head: head(revision), variations }
}

fn head(revision: &Revision) -> Head<'_> {
    let act = revision.act.as_ref().map(|act| Cited {
        organ: &act.organ,
        number: &act.number,
        date: act.date.to_string(),
        file: act.file.as_ref().map(|file| file.name.as_str()),
        sha256: act.file.as_ref().map(|file| file.sha256.as_str()),
    });
    Head {
        number: revision.number,
        origin: revision.origin.name(),
        based_on: revision.based_on,
        stands_from: revision.stands_from().to_string(),
        act,
        reason: revision.reason.as_deref(),
        by: &revision.by,
        at: revision.at.to_string(),
    }
}

fn row<'a>(variation: &'a Variation, words: &Texts) -> Row<'a> {
    let thing = thing(&variation.item, &variation.title, &variation.cells, words);
    Row { kind: variation.kind.name(), thing }
}
