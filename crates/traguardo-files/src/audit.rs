//! The audit of printed achievements as JSON (`docs/interchange.md`) and as CSV.
//! Not here: the audit itself, see [`traguardo::audit`].

use std::io::{self, Write};

use serde::Serialize;
use traguardo::audit::{Audit, Figure, Verdict};
use traguardo::explain::Subject;
use traguardo::plan::Plan;
use traguardo::rules::Rules;
use traguardo::score::{GroupKind, Outcome};
use traguardo::text::Texts;

use crate::scores::harmless;

const HEADER: [&str; 8] =
    ["codice", "padre", "cifra", "titolo", "stampato", "calcolato", "esito", "motivo"];

#[derive(Serialize)]
struct Root<'a> {
    body: &'a str,
    year: i16,
    at: String,
    counts: serde_json::Map<String, serde_json::Value>,
    figures: Vec<Entry<'a>>,
}

#[derive(Serialize)]
struct Entry<'a> {
    code: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    node: Option<&'a str>,
    kind: &'static str,
    title: &'a str,
    printed: &'a str,
    computed: Option<String>,
    outcome: &'static str,
    verdict: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<String>,
}

/// Writes an audit as JSON: the counts of each verdict, then every figure.
///
/// # Errors
/// Those of the writer.
///
/// ```
/// use traguardo::{audit::audit, period::parse_date, rules::Rules, sample};
/// use traguardo::text::{Lang, Texts};
/// let (plan, readings, rules) = (sample::plan(), sample::readings(), Rules::default());
/// let found = audit(&plan, &readings, &rules, parse_date("30/06/2020").unwrap());
/// let mut json = Vec::new();
/// traguardo_files::audit::write_json(&mut json, &found, &plan, &rules, Texts::of(Lang::It)).unwrap();
/// assert!(String::from_utf8(json).unwrap().contains(r#""wrong":0"#));
/// ```
pub fn write_json(
    out: &mut impl Write,
    audit: &Audit,
    plan: &Plan,
    rules: &Rules,
    words: &Texts,
) -> io::Result<()> {
    let count = |verdict: &Verdict| (verdict.name().to_owned(), audit.count(*verdict).into());
    let entry = |figure| entry(figure, rules, words);
    let root = Root {
        body: &plan.body.ipa,
        year: plan.year,
        at: audit.at.to_string(),
        counts: Verdict::ALL.iter().map(count).collect(),
        figures: audit.figures.iter().map(entry).collect(),
    };
    serde_json::to_writer(&mut *out, &root)?;
    out.write_all(b"\n")
}

/// Writes an audit as CSV, one row a figure, `;` between cells.
///
/// # Errors
/// Those of the writer.
///
/// ```
/// use traguardo::{audit::audit, period::parse_date, rules::Rules, sample};
/// use traguardo::text::{Lang, Texts};
/// let (plan, readings, rules) = (sample::plan(), sample::readings(), Rules::default());
/// let found = audit(&plan, &readings, &rules, parse_date("30/06/2020").unwrap());
/// let mut csv = Vec::new();
/// traguardo_files::audit::write_csv(&mut csv, &found, &rules, Texts::of(Lang::It)).unwrap();
/// assert!(csv.starts_with(b"codice;padre;cifra"));
/// ```
pub fn write_csv(
    out: &mut impl Write,
    audit: &Audit,
    rules: &Rules,
    words: &Texts,
) -> io::Result<()> {
    let mut csv = csv::WriterBuilder::new().delimiter(b';').from_writer(out);
    csv.write_record(HEADER)?;
    for figure in &audit.figures {
        let entry = entry(figure, rules, words);
        let kind = words.say(&format!("audit-kind-{}", kind(figure)), &[]);
        let state = || words.say(&format!("outcome-{}", entry.outcome), &[]);
        csv.write_record([
            &harmless(entry.code),
            &harmless(entry.node.unwrap_or_default()),
            kind.as_str(),
            &harmless(entry.title),
            &harmless(entry.printed),
            entry.computed.clone().unwrap_or_else(state).as_str(),
            words.say(figure.verdict.key(), &[]).as_str(),
            entry.message.as_deref().unwrap_or_default(),
        ])?;
    }
    csv.flush()
}

/// Of what a figure is, by a stable English name, which is also the end of its text's name.
fn kind(figure: &Figure) -> &'static str {
    match figure.subject {
        Subject::Group(_, GroupKind::Indicators) => "indicators",
        Subject::Group(..) => "children",
        Subject::Body | Subject::Node(_) => "node",
        Subject::Use(_) | Subject::CompoundPart(..) => "use",
    }
}

fn entry<'a>(figure: &'a Figure, rules: &Rules, words: &Texts) -> Entry<'a> {
    Entry {
        code: &figure.code,
        node: figure.node.as_deref(),
        kind: kind(figure),
        title: &figure.title,
        printed: &figure.printed,
        computed: match figure.computed {
            Outcome::Scored(score) => Some(rules.printed(score)),
            _ => None,
        },
        outcome: figure.computed.name(),
        verdict: figure.verdict.name(),
        message: figure.reason.as_ref().map(|reason| words.sentence(reason)),
    }
}
