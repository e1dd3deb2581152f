//! A draft as the page shows it: rows, the questions below them, what was left out.
//! Not here: the plan that it becomes.

use std::collections::BTreeSet;

use traguardo_files::pasted::{About, Doubt, Draft, Entry, ROWS, Role, Sort};

use super::Sent;
use crate::words::Words;

/// What the page shows of a draft.
pub(super) struct Preview {
    pub(super) sentence: String,
    pub(super) count: String,
    pub(super) columns: Vec<Ask>,
    pub(super) rows: Vec<Row>,
    pub(super) given: Vec<Ask>,
    pub(super) left_out: Vec<LeftOut>,
    pub(super) skipped: Option<String>,
}

/// A pasted row.
pub(super) struct Row {
    pub(super) line: u32,
    pub(super) made: Vec<Made>,
    /// Its text, where it is not understood.
    pub(super) text: Option<String>,
    pub(super) is_moved: bool,
    pub(super) asks: Vec<Ask>,
    /// Its cells, to be put in their places.
    pub(super) cells: Vec<Slipped>,
}

/// A row of the plan.
pub(super) struct Made {
    pub(super) code: String,
    pub(super) is_ours: bool,
    pub(super) level: String,
    pub(super) title: String,
    pub(super) weight: String,
    pub(super) target: String,
}

/// A question with the field for its answer.
pub(super) struct Ask {
    pub(super) key: String,
    pub(super) question: String,
    pub(super) said: String,
    pub(super) choices: Vec<Choice>,
    pub(super) proposals: Vec<String>,
}

/// An answer to choose.
pub(super) struct Choice {
    pub(super) word: String,
    pub(super) label: String,
    pub(super) is_said: bool,
}

/// A cell of a row whose cells do not stand under their columns.
pub(super) struct Slipped {
    pub(super) key: String,
    pub(super) label: String,
    pub(super) text: String,
}

/// A line that is no row of the plan.
pub(super) struct LeftOut {
    pub(super) line: u32,
    pub(super) text: String,
}

impl Preview {
    /// Lays a draft out.
    pub(super) fn of(draft: &Draft, sent: &Sent, words: Words) -> Self {
        let count = draft.count();
        let year = draft.year.map_or_else(|| words.say("pasted-year-unknown"), |y| y.to_string());
        let asked: BTreeSet<About> = draft.all_doubts().map(|doubt| doubt.about).collect();
        let is_shown = |entry: &&Entry| {
            matches!(entry.sort, Sort::Row | Sort::Branch | Sort::NotUnderstood)
                || draft.made(entry).next().is_some()
        };
        let left_out = |entry: &&Entry| matches!(entry.sort, Sort::Text | Sort::Ignored);
        let skipped = draft.entries.iter();
        let skipped = skipped.filter(|e| matches!(e.sort, Sort::HeaderAgain | Sort::Furniture));
        let skipped: Vec<String> = skipped.map(|entry| entry.first_line.to_string()).collect();
        let skipped = skipped.join(", ");
        let mends = sent.setting().mends;
        Self {
            sentence: words.tell(
                "pasted-summary",
                &[
                    ("tables", draft.blocks.len().into()),
                    ("rows", draft.entries.len().into()),
                    ("year", year.into()),
                ],
            ),
            count: words.tell(
                "pasted-count",
                &[
                    ("understood", count.understood.into()),
                    ("one", count.one_answer.into()),
                    ("more", count.more_answers.into()),
                    ("not", count.not_understood.into()),
                ],
            ),
            columns: draft.doubts.iter().map(|doubt| ask(doubt, sent, words)).collect(),
            rows: draft
                .entries
                .iter()
                .filter(is_shown)
                .map(|e| row(draft, e, sent, words))
                .collect(),
            given: mends
                .iter()
                .filter(|(about, _)| !asked.contains(about))
                .map(|(about, said)| given(*about, said, words))
                .collect(),
            left_out: draft
                .entries
                .iter()
                .filter(left_out)
                .map(|entry| LeftOut { line: entry.first_line, text: entry.text() })
                .collect(),
            skipped: (!skipped.is_empty())
                .then(|| words.tell("pasted-skipped", &[("lines", skipped.into())])),
        }
    }
}

fn row(draft: &Draft, entry: &Entry, sent: &Sent, words: Words) -> Row {
    let made = draft.made(entry).map(|made| Made {
        code: made.code.to_owned(),
        is_ours: made.is_ours,
        level: words.level(made.level),
        title: made.title.to_owned(),
        weight: made.weight.to_owned(),
        target: made.target.to_owned(),
    });
    let is_lost = entry.sort == Sort::NotUnderstood;
    let columns = entry.block.filter(|_| is_lost).and_then(|at| draft.blocks.get(at));
    let cells = columns.map_or_else(Vec::new, |block| {
        let cell = |(at, column): (usize, &traguardo_files::pasted::Column)| Slipped {
            key: About::Cell { line: entry.first_line, column: at }.key(),
            label: match (&column.header, &column.role) {
                (header, _) if !header.is_empty() => header.clone(),
                (_, Some(role)) => role.name(),
                _ => words.tell("import-column", &[("number", (at + 1).into())]),
            },
            text: entry.cells.get(at).map(|cell| cell.text.clone()).unwrap_or_default(),
        };
        block.columns.iter().enumerate().map(cell).collect()
    });
    Row {
        line: entry.first_line,
        made: made.collect(),
        text: is_lost.then(|| entry.text()),
        is_moved: entry.is_moved,
        asks: entry.doubts.iter().map(|doubt| ask(doubt, sent, words)).collect(),
        cells,
    }
}

fn ask(doubt: &Doubt, sent: &Sent, words: Words) -> Ask {
    let key = doubt.about.key();
    let said = sent.field(&key).to_owned();
    let choices = choices(doubt, &said, words);
    let proposals = if choices.is_empty() { doubt.proposals.clone() } else { Vec::new() };
    let question = doubt.tell(words.texts);
    Ask { key, question, said, choices, proposals }
}

/// The words of which one must be chosen; none where the answer is a text.
fn choices(doubt: &Doubt, said: &str, words: Words) -> Vec<Choice> {
    let known: Vec<String> = match doubt.about {
        About::Cell { .. } => return Vec::new(),
        About::Direction { .. } => vec!["cresce".to_owned(), "cala".to_owned()],
        About::Row { .. } => ROWS.map(str::to_owned).into(),
        About::Column { .. } => {
            let mut known = doubt.proposals.clone();
            let others = ["codice", "titolo", "indicatore", "peso", "target", "responsabile"];
            known.extend(
                others.iter().chain(&["unita", "note", "altro", "ignora"]).map(|w| (*w).into()),
            );
            let mut seen = BTreeSet::new();
            known.retain(|word| seen.insert(word.clone()) && Role::of_name(word).is_some());
            known
        }
    };
    let label = |word: &str| {
        let key = match doubt.about {
            About::Row { .. } => format!("import-row-{word}"),
            About::Direction { .. } => format!("import-direction-{word}"),
            _ => return word.to_owned(),
        };
        words.say(&key)
    };
    known
        .into_iter()
        .map(|word| Choice { label: label(&word), is_said: word == said, word })
        .collect()
}

/// An answer that was given, which can be changed or taken back.
fn given(about: About, said: &str, words: Words) -> Ask {
    let line = [("line", about.line().to_string().into())];
    let question = words.tell("import-given-line", &line);
    Ask {
        key: about.key(),
        question,
        said: said.to_owned(),
        choices: Vec::new(),
        proposals: Vec::new(),
    }
}
