//! A pasted table as it was understood: its rows, the doubts below each, what was left out.
//! Not here: the same as a page, see `traguardo-web`.

use std::io::{self, Write};

use anstyle::AnsiColor;
use traguardo::text::Texts;
use traguardo_files::pasted::{Doubt, Draft, Entry, MadeRow, Sort};
use unicode_width::UnicodeWidthStr;

use crate::output;
use crate::score_table::cut;

/// How wide the cells of a row are, where the terminal leaves room: line, code, level, title,
/// weight, target.
const WIDTHS: [usize; 6] = [6, 14, 24, 60, 6, 34];
/// The least that titles take.
const TITLE_LEAST: usize = 24;
const TITLE: usize = 3;
const GAPS: usize = 10;

/// Writes the preview.
pub fn write(out: &mut impl Write, draft: &Draft, words: &Texts) -> io::Result<()> {
    let year = draft.year.map_or_else(|| words.say("pasted-year-unknown", &[]), |y| y.to_string());
    let rows = draft.entries.len();
    let args =
        [("tables", draft.blocks.len().into()), ("rows", rows.into()), ("year", year.into())];
    writeln!(out, "{}", words.say("pasted-summary", &args))?;
    let mut widths = WIDTHS;
    if let Some(room) = output::width() {
        let others = widths.iter().sum::<usize>() + GAPS - widths[TITLE];
        widths[TITLE] = room.saturating_sub(others).clamp(TITLE_LEAST, WIDTHS[TITLE]);
    }
    let names = ["line", "code", "level", "title", "weight", "target"];
    let header = names.map(|name| words.say(&format!("pasted-column-{name}"), &[]));
    write_row(out, header.each_ref().map(String::as_str), &widths)?;
    for doubt in &draft.doubts {
        write_doubt(out, doubt, words)?;
    }
    for entry in &draft.entries {
        write_entry(out, draft, entry, &widths, words)?;
    }
    write_left_out(out, draft, words)?;
    let count = draft.count();
    let args = [
        ("understood", count.understood.into()),
        ("one", count.one_answer.into()),
        ("more", count.more_answers.into()),
        ("not", count.not_understood.into()),
    ];
    writeln!(out, "{}", words.say("pasted-count", &args))
}

fn write_entry(
    out: &mut impl Write,
    draft: &Draft,
    entry: &Entry,
    widths: &[usize; 6],
    words: &Texts,
) -> io::Result<()> {
    let line = entry.first_line.to_string();
    let mut line = line.as_str();
    for MadeRow { code, level, title, weight, target, .. } in draft.made(entry) {
        write_row(out, [line, code, level, title, weight, target], widths)?;
        line = "";
    }
    if entry.sort == Sort::NotUnderstood {
        let warning = AnsiColor::Yellow.on_default().bold();
        let lost = words.say("pasted-not-understood", &[]);
        writeln!(out, "{line:>6}  {warning}{lost}{warning:#}: {}", entry.text())?;
    }
    if entry.is_moved {
        writeln!(out, "        {}", words.say("pasted-moved", &[]))?;
    }
    entry.doubts.iter().try_for_each(|doubt| write_doubt(out, doubt, words))
}

fn write_doubt(out: &mut impl Write, doubt: &Doubt, words: &Texts) -> io::Result<()> {
    let warning = AnsiColor::Yellow.on_default().bold();
    write!(out, "      {warning}?{warning:#} {}", doubt.tell(words))?;
    if !doubt.proposals.is_empty() {
        let proposals = doubt.proposals.join(" | ");
        write!(out, " {}", words.say("pasted-proposals", &[("proposals", proposals.into())]))?;
    }
    writeln!(out)
}

/// What is no row of the plan: it is shown, with its lines.
fn write_left_out(out: &mut impl Write, draft: &Draft, words: &Texts) -> io::Result<()> {
    let of = |sorts: &[Sort]| -> Vec<&Entry> {
        draft.entries.iter().filter(|entry| sorts.contains(&entry.sort)).collect()
    };
    let text = of(&[Sort::Text, Sort::Ignored]);
    if !text.is_empty() {
        writeln!(out, "{}", words.say("pasted-left-out", &[]))?;
        for entry in text {
            writeln!(out, "{:>6}  {}", entry.first_line, entry.text())?;
        }
    }
    let skipped = of(&[Sort::HeaderAgain, Sort::Furniture]);
    if !skipped.is_empty() {
        let lines: Vec<String> = skipped.iter().map(|e| e.first_line.to_string()).collect();
        writeln!(out, "{}", words.say("pasted-skipped", &[("lines", lines.join(", ").into())]))?;
    }
    Ok(())
}

fn write_row(out: &mut impl Write, cells: [&str; 6], widths: &[usize; 6]) -> io::Result<()> {
    let mut row = String::new();
    for (at, (cell, room)) in cells.into_iter().zip(widths).enumerate() {
        let shown = if cell.width() > *room { cut(cell, *room) } else { cell.to_owned() };
        let blank = " ".repeat(room.saturating_sub(shown.width()));
        // Lines and weights stand to the right, under one another.
        row.push_str(&if matches!(at, 0 | 4) { blank + &shown } else { shown + &blank });
        row.push_str("  ");
    }
    writeln!(out, "{}", row.trim_end())
}
