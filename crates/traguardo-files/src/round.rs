//! Closed rounds as JSON: the record line by line, and each figure then and now.
//! Not here: the record itself, which is a text of the core (`docs/verifiche.md`).

use std::io::{self, Write};

use serde::Serialize;
use serde_json::{Map, Value};
use traguardo::difference::Entry;
use traguardo::round::{Figure, Of, Reasons, Why, read_lines};
use traguardo::score::Outcome;
use traguardo::text::Texts;

#[derive(Serialize)]
struct Record {
    format: &'static str,
    version: u8,
    sha256: String,
    lines: Vec<Value>,
}

#[derive(Serialize)]
struct FigureEntry<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    indicator: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    node: Option<&'a str>,
    title: &'a str,
    then: Option<Result>,
    now: Option<Result>,
    changes: Vec<StepEntry>,
    because: Vec<String>,
}

#[derive(Serialize)]
struct Result {
    outcome: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    score: Option<String>,
}

#[derive(Serialize)]
struct StepEntry {
    why: &'static str,
    before: Option<Result>,
    after: Option<Result>,
}

/// Writes a record as JSON: its lines in their order, each an object of its fields.
///
/// # Errors
/// Whatever the writer says.
///
/// ```
/// let mut out = Vec::new();
/// let record = "traguardo-round\tversion=1\nlevel\tn=1\tname=area\n";
/// traguardo_files::round::write_record(&mut out, record, "ab").unwrap();
/// assert_eq!(
///     String::from_utf8(out).unwrap(),
///     "{\"format\":\"traguardo-round\",\"version\":1,\"sha256\":\"ab\",\
///      \"lines\":[{\"line\":\"level\",\"n\":\"1\",\"name\":\"area\"}]}\n"
/// );
/// ```
pub fn write_record(out: &mut impl Write, record: &str, hash: &str) -> io::Result<()> {
    let line = |(name, fields): (String, Vec<(String, String)>)| {
        let mut object = Map::new();
        object.insert("line".to_owned(), name.into());
        object.extend(fields.into_iter().map(|(key, held)| (key, held.into())));
        Value::Object(object)
    };
    let lines = read_lines(record).into_iter().skip(1).map(line).collect();
    let record = Record { format: "traguardo-round", version: 1, sha256: hash.to_owned(), lines };
    serde_json::to_writer(&mut *out, &record)?;
    out.write_all(b"\n")
}

/// Writes each figure of a round beside today's, as JSON.
///
/// # Errors
/// Whatever the writer says.
pub fn write_comparison(
    out: &mut impl Write,
    figures: &[Figure],
    reasons: &Reasons<'_>,
    texts: &Texts,
) -> io::Result<()> {
    let entries: Vec<FigureEntry<'_>> =
        figures.iter().map(|figure| entry(figure, reasons, texts)).collect();
    serde_json::to_writer(&mut *out, &entries)?;
    out.write_all(b"\n")
}

/// A change in one sentence: what it is, and each cell before and after.
///
/// ```
/// use traguardo::{difference::diff, number::Decimal, sample, text::{Lang, Texts}};
/// let mut new = sample::plan();
/// new.nodes[1].details.weight = Some(Decimal::from(40));
/// let difference = diff(&sample::plan(), &new);
/// let said = traguardo_files::round::told(&difference.entries[0], Texts::of(Lang::It));
/// assert_eq!(said, "Nodo 301, modificato: peso: da «100» a «40»");
/// ```
#[must_use]
pub fn told(entry: &Entry, texts: &Texts) -> String {
    let cells: Vec<String> =
        entry.cells.iter().map(|cell| texts.sentence(&cell.sentence())).collect();
    let args = [
        ("item", texts.sentence(&entry.item.name()).into()),
        ("fate", texts.sentence(&entry.fate()).into()),
        ("cells", cells.join("; ").into()),
    ];
    texts.say("round-change", &args)
}

fn entry<'a>(figure: &'a Figure, reasons: &Reasons<'_>, texts: &Texts) -> FigureEntry<'a> {
    let (code, indicator, node) = match &figure.of {
        Of::Body => (None, None, None),
        Of::Node(code) => (Some(code.as_str()), None, None),
        Of::Use { indicator, node } => (None, Some(indicator.as_str()), Some(node.as_str())),
    };
    let step = |step: &traguardo::round::Step| StepEntry {
        why: match step.why {
            Why::Program => "program",
            Why::Plan => "plan",
            Why::Rules => "rules",
            Why::Readings => "readings",
        },
        before: step.before.map(result),
        after: step.after.map(result),
    };
    FigureEntry {
        code,
        indicator,
        node,
        title: &figure.title,
        then: figure.then.map(result),
        now: figure.now.map(result),
        changes: figure.steps.iter().map(step).collect(),
        because: reasons.of(figure).into_iter().map(|entry| told(entry, texts)).collect(),
    }
}

fn result(outcome: Outcome) -> Result {
    Result { outcome: outcome.name(), score: outcome.score().map(|score| score.to_string()) }
}
