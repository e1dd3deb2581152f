//! Issues as a compiler shows them: the sentence, the place, the cell and the part that is meant.
//! Not here: the short list beside other results, see [`crate::output`].

use std::io::{self, Write};

use anstyle::{AnsiColor, Style};
use traguardo::issue::{Cell, Issue, Layout, Place};
use traguardo::text::Texts;
use unicode_width::UnicodeWidthChar;

use crate::output::{counts, style, width};

/// The columns that a cell may take where nobody says how wide the terminal is.
const COLUMNS: usize = 100;
/// The fewest columns in which a cell is still shown.
const COLUMNS_LEAST: usize = 20;
/// The frame around a cell.
const FRAME: Style = AnsiColor::Blue.on_default().bold();

/// Writes issues, each with the cell that it is about, and how many they are.
pub fn write_issues(
    out: &mut impl Write,
    issues: &[Issue],
    layout: &Layout,
    words: &Texts,
) -> io::Result<()> {
    let columns = width().unwrap_or(COLUMNS);
    for issue in issues {
        write_issue(out, issue, layout, words, columns)?;
        writeln!(out)?;
    }
    if !issues.is_empty() {
        writeln!(out, "{}", counts(issues, words))?;
    }
    Ok(())
}

fn write_issue(
    out: &mut impl Write,
    issue: &Issue,
    layout: &Layout,
    words: &Texts,
    columns: usize,
) -> io::Result<()> {
    let tone = style(issue.kind.severity);
    let severity = words.say(&format!("severity-{}", issue.kind.severity.name()), &[]);
    let sentence = printable(&words.issue(issue));
    writeln!(out, "{tone}{severity}[{}]{tone:#}: {sentence}", issue.kind.name)?;
    let row = shown_row(&issue.place, layout);
    let margin = " ".repeat(row.len().max(1));
    let place = printable(&place(&issue.place, layout, words));
    if !place.is_empty() {
        writeln!(out, "{FRAME}{margin}-->{FRAME:#} {place}")?;
    }
    if let Some(cell) = &issue.place.cell {
        let room = columns.saturating_sub(margin.len() + 3).max(COLUMNS_LEAST);
        let line = Line::of(cell, room);
        let carets = format!("{}{}", " ".repeat(line.indent), "^".repeat(line.carets.max(1)));
        writeln!(out, "{FRAME}{margin} |{FRAME:#}")?;
        writeln!(out, "{FRAME}{row:>0$} |{FRAME:#} {1}", margin.len(), line.text)?;
        writeln!(out, "{FRAME}{margin} |{FRAME:#} {tone}{carets}{tone:#}")?;
    }
    for proposal in proposals(issue) {
        let text = words.say("check-proposal", &[("text", proposal.into())]);
        writeln!(out, "{FRAME}{margin} ={FRAME:#} {}", printable(&text))?;
    }
    Ok(())
}

/// What could be written instead: what the issue proposes, else the nearest known word.
fn proposals(issue: &Issue) -> impl Iterator<Item = &str> {
    let near = issue.params.iter().find(|(name, near)| *name == "nearest" && near != "none");
    let near = near.filter(|_| issue.proposals.is_empty()).map(|(_, near)| near.as_str());
    issue.proposals.iter().map(String::as_str).chain(near)
}

fn shown_row(place: &Place, layout: &Layout) -> String {
    let shown = place.row.filter(|_| *layout != Layout::Stored);
    shown.map(|row| row.to_string()).unwrap_or_default()
}

/// `piano.csv:12, colonna «target»`; from the database the code stands for file and row.
fn place(place: &Place, layout: &Layout, words: &Texts) -> String {
    let mut parts: Vec<String> = place.file(layout).map(String::from).into_iter().collect();
    if let Some(sheet) = place.sheet(layout) {
        parts.push(words.say("place-sheet", &[("sheet", sheet.into())]));
    }
    let row = shown_row(place, layout);
    match parts.last_mut() {
        Some(last) if !row.is_empty() => *last = format!("{last}:{row}"),
        _ => {}
    }
    if let (true, Some(code)) = (row.is_empty(), place.code.as_deref()) {
        parts.push(words.say("place-code", &[("code", code.into())]));
    }
    if let Some(column) = place.column.as_deref() {
        parts.push(words.say("place-column", &[("column", column.into())]));
    }
    parts.join(", ")
}

/// A text without line breaks and without what a terminal would obey.
fn printable(text: &str) -> String {
    text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect()
}

/// A cell on one line, cut around the part that is meant, in columns of the terminal.
#[derive(Debug, PartialEq)]
struct Line {
    text: String,
    indent: usize,
    carets: usize,
}

impl Line {
    fn of(cell: &Cell, room: usize) -> Self {
        let (before, meant, after) = cell.parts();
        let (before, meant, after) = (printable(before), printable(meant), printable(after));
        let most = room.saturating_sub(2);
        let meant = keep_first(&meant, most);
        // What is meant has the first claim on the room, what stands before it a third of the rest.
        let free = most.saturating_sub(columns(&meant));
        let share = free.saturating_sub(columns(&after)).max(free / 3);
        let before = keep_last(&before, share);
        let after = keep_first(&after, free.saturating_sub(columns(&before)));
        let (indent, carets) = (columns(&before), columns(&meant));
        Self { text: format!("{before}{meant}{after}"), indent, carets }
    }
}

fn columns(text: &str) -> usize {
    text.chars().map(|letter| letter.width().unwrap_or(0)).sum()
}

fn keep_first(text: &str, room: usize) -> String {
    if columns(text) <= room {
        return text.to_owned();
    }
    let mut taken = 1;
    let fits = |letter: &char| {
        taken += letter.width().unwrap_or(0);
        taken <= room
    };
    let mut kept: String = text.chars().take_while(fits).collect();
    kept.push('…');
    kept
}

fn keep_last(text: &str, room: usize) -> String {
    if columns(text) <= room {
        return text.to_owned();
    }
    let backwards: String = text.chars().rev().collect();
    keep_first(&backwards, room).chars().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use traguardo::issue::{Table, kinds};
    use traguardo::text::Lang;

    fn shown(issue: &Issue, layout: &Layout, columns: usize) -> String {
        let mut out = Vec::new();
        write_issue(&mut out, issue, layout, Texts::of(Lang::It), columns).unwrap();
        anstream::adapter::strip_str(&String::from_utf8(out).unwrap()).to_string()
    }

    fn weight(text: &str, part: &str) -> Issue {
        let place = Place::table(Table::Plan).row(12).column("peso").code("301");
        let place = place.cell(Cell::whole(text)).under(part);
        Issue::new(&kinds::NUMBER_EXPECTED, place).with("found", part)
    }

    #[test]
    fn the_part_that_is_meant_is_underlined() {
        let issue = weight("trenta però 3O", "3O").propose("30");
        insta::assert_snapshot!(shown(&issue, &Layout::Folder, 80), @"
        errore[number-expected]: «3O» non è un numero: scrivi un numero, con i decimali dopo la virgola.
          --> piano.csv:12, colonna «peso»
           |
        12 | trenta però 3O
           |             ^^
           = proposta: 30
        ");
    }

    #[test]
    fn a_plan_from_the_database_has_no_file_and_no_row_but_its_text() {
        insta::assert_snapshot!(shown(&weight("3O", "3O"), &Layout::Stored, 80), @"
        errore[number-expected]: «3O» non è un numero: scrivi un numero, con i decimali dopo la virgola.
         --> codice 301, colonna «peso»
          |
          | 3O
          | ^^
        ");
    }

    #[test]
    fn a_long_cell_is_cut_around_the_part_and_nothing_in_it_reaches_the_terminal() {
        let text = format!("{}\u{1b}[31m\n3O {}", "prima ".repeat(40), "dopo ".repeat(40));
        insta::assert_snapshot!(shown(&weight(&text, "3O"), &Layout::Folder, 45), @r#"
        errore[number-expected]: «3O» non è un numero: scrivi un numero, con i decimali dopo la virgola.
          --> piano.csv:12, colonna «peso»
           |
        12 | …rima  [31m 3O dopo dopo dopo dopo do…
           |             ^^
        "#);
    }
}
