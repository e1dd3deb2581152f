//! The desk as a workbook, and each of its tables as CSV. Individual objectives are in neither.
//! Not here: how a workbook is written.

use axum::extract::{Path, Query, State};
use axum::response::Response;

use super::row::{Row, rows};
use super::sitting::{Sitting, sit};
use super::{Filter, proposal};
use crate::csv;
use crate::download::{self, WORKBOOK};
use crate::fault::Fault;
use crate::query::Asked;
use crate::router::{App, OfPlan};

/// The tables, each with the name of its text and the lines that it has.
type Lines = fn(&Sitting<'_>) -> Vec<Vec<String>>;
const TABLES: [(&str, &str, Lines); 4] = [
    ("osservazioni", "desk-sheet-observations", observations),
    ("proposte", "desk-sheet-proposals", proposals),
    ("campione", "desk-sheet-sample", super::sample::lines),
    ("contesti", "desk-sheet-tags", tags),
];

/// The workbook.
pub async fn workbook_file(
    State(app): State<App>,
    Path(plan): Path<OfPlan>,
    Query(asked): Query<Asked>,
) -> Response {
    let written = sit(&app, &plan, &asked, |sitting| {
        let words = sitting.view.words;
        let sheets: Vec<(String, Vec<Vec<String>>)> =
            TABLES.iter().map(|(_, key, lines)| (words.say(key), lines(sitting))).collect();
        let bytes = traguardo_files::plain_workbook(&sheets, sitting.round.year())
            .map_err(|_| Fault::Page)?;
        Ok(download::answer(bytes, WORKBOOK, &file_name(sitting, "oiv"), "xlsx"))
    });
    written.await.unwrap_or_else(|fault| fault.answer(asked.lang()))
}

/// One of the tables as CSV.
pub async fn csv_file(
    State(app): State<App>,
    Path((ipa, year, table)): Path<(String, String, String)>,
    Query(asked): Query<Asked>,
) -> Response {
    let plan = (ipa, year);
    let written = sit(&app, &plan, &asked, |sitting| {
        let found = TABLES.iter().find(|(name, ..)| *name == table);
        let (name, _, lines) = found.ok_or(Fault::Address)?;
        Ok(csv::answer(&lines(sitting), &file_name(sitting, name)))
    });
    written.await.unwrap_or_else(|fault| fault.answer(asked.lang()))
}

fn file_name(sitting: &Sitting<'_>, what: &str) -> String {
    format!("{}-{what}-{}", sitting.view.report.plan.body.ipa, sitting.round)
}

fn observations(sitting: &Sitting<'_>) -> Vec<Vec<String>> {
    let words = sitting.view.words;
    let mut head: Vec<String> = [
        "word-code",
        "desk-title-column",
        "word-weight",
        "word-target",
        "word-actual",
        "word-score",
    ]
    .map(|key| words.say(key))
    .to_vec();
    head.extend(sitting.tags.iter().map(|tag| tag.name.clone()));
    let more = ["desk-flags", "desk-observed", "desk-concern", "desk-remedy", "desk-assessed"];
    head.extend(more.map(|key| words.say(key)));
    head.push(words.say("desk-reason"));
    let all = Filter { mostra: "tutto".to_owned(), ..Filter::default() };
    let mut lines = vec![head];
    lines.extend(rows(sitting, &all, &mut None).into_iter().map(|row| line(sitting, row)));
    lines
}

fn line(sitting: &Sitting<'_>, row: Row) -> Vec<String> {
    let words = sitting.view.words;
    let (target, actual) = row.facts.map(|(t, a)| (t.text, a.text)).unwrap_or_default();
    let mut line = vec![row.minor, row.title, row.weight, target, actual, row.figure.printed];
    let mark = |seen: bool| if seen { "X".to_owned() } else { String::new() };
    line.extend(sitting.tags.iter().map(|tag| mark(row.tags.contains(&tag.name))));
    line.push(row.flags.join(" "));
    for key in ["desk-observed", "desk-concern", "desk-remedy"] {
        let label = words.say(key);
        let found = row.written.iter().find(|(known, _)| *known == label);
        line.push(found.map(|(_, text)| text.clone()).unwrap_or_default());
    }
    line.push(row.assessed.unwrap_or_default());
    line.push(row.reason.unwrap_or_default());
    line
}

fn proposals(sitting: &Sitting<'_>) -> Vec<Vec<String>> {
    let words = sitting.view.words;
    let head =
        ["desk-number", "desk-node", "word-code", "desk-change", "desk-reason", "word-state"];
    let mut lines = vec![head.map(|key| words.say(key)).to_vec()];
    for at in sitting.desk.proposed(sitting.round) {
        let one = &sitting.desk.proposals[at].what;
        lines.push(vec![
            one.number.to_string(),
            one.node.clone(),
            one.indicator.clone(),
            proposal::change(words, &one.change),
            one.reason.clone(),
            proposal::state(words, sitting.revisions, &one.state),
        ]);
    }
    lines
}

fn tags(sitting: &Sitting<'_>) -> Vec<Vec<String>> {
    let words = sitting.view.words;
    let head = ["word-code", "desk-tag-name", "desk-tag-adjustment", "desk-tag-advice"];
    let mut lines = vec![head.map(|key| words.say(key)).to_vec()];
    let line = |tag: &traguardo::desk::Tag| {
        vec![tag.code.clone(), tag.name.clone(), tag.adjustment.clone(), tag.advice.clone()]
    };
    lines.extend(sitting.tags.iter().map(line));
    lines
}
