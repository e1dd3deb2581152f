//! Tables with bars between their cells, as Markdown and chats write them: `| a | b |`.
//! Not here: cells side by side within a target (`100 | 80 | 60`), which are one cell.

use super::source::{Cell, SourceRow};

/// Whether a text is a table with bars: a line that rules one off, a header of known names, or
/// bars on most of its lines.
pub(super) fn is_table(text: &str) -> bool {
    let lines = || text.lines().map(str::trim).filter(|line| !line.is_empty());
    let barred = lines().filter(|line| cells(line).len() > 1).count();
    if barred < 2 {
        return false;
    }
    let names = |line: &str| {
        let known = |cell: &&String| super::role::of_header(cell).is_some();
        cells(line).iter().filter(known).count() >= 2
    };
    lines().any(is_rule) || lines().take(20).any(names) || barred * 2 >= lines().count()
}

/// The rows of a text; the lines that rule a table off are none.
pub(super) fn rows(text: &str) -> Vec<SourceRow> {
    let mut rows = Vec::new();
    let mut after_blank = false;
    for (number, line) in (1_u32..).zip(text.lines()) {
        if line.trim().is_empty() {
            after_blank = true;
            continue;
        }
        if is_rule(line.trim()) {
            continue;
        }
        let texts = cells(line);
        let is_table = texts.len() > 1;
        let mut row = SourceRow { first: number, last: number, is_table, ..SourceRow::default() };
        row.after_blank = std::mem::take(&mut after_blank);
        row.cells = texts.iter().map(|text| cell(text)).collect();
        if !row.is_blank() {
            rows.push(row);
        }
    }
    rows
}

/// The texts between the bars of a line; bars at its ends close the table, and `\|` is no bar.
fn cells(line: &str) -> Vec<String> {
    let line = line.trim();
    let inner = line.strip_prefix('|').unwrap_or(line);
    let mut cells = vec![String::new()];
    let mut letters = inner.chars().peekable();
    while let Some(letter) = letters.next() {
        let escaped = letter == '\\' && letters.peek() == Some(&'|');
        match (letter, cells.last_mut()) {
            (_, Some(cell)) if escaped => cell.extend(letters.next()),
            ('|', _) => cells.push(String::new()),
            (_, Some(cell)) => cell.push(letter),
            (_, None) => {}
        }
    }
    if cells.len() > 1 && cells.last().is_some_and(|cell| cell.trim().is_empty()) {
        cells.pop();
    }
    cells
}

/// `|---|:---:|`, `+-----+-----+`
fn is_rule(line: &str) -> bool {
    line.contains("--")
        && line.contains(['|', '+'])
        && line.chars().all(|c| matches!(c, '|' | '+' | '-' | ':' | '=' | ' '))
}

fn cell(text: &str) -> Cell {
    let breaks = ["<br>", "<br/>", "<br />"];
    Cell::of(&breaks.iter().fold(plain(text).to_owned(), |text, tag| text.replace(tag, " ")))
}

/// A cell without the marks of bold and italics around it.
fn plain(text: &str) -> &str {
    let mut text = text.trim();
    for mark in ["**", "__", "*", "_"] {
        let inner = text.strip_prefix(mark).and_then(|text| text.strip_suffix(mark));
        text = inner.filter(|inner| !inner.is_empty()).unwrap_or(text);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        let row = |row: &SourceRow| {
            let cells: Vec<&str> = row.cells.iter().map(|cell| &*cell.text).collect();
            format!("{}: {}", row.first, cells.join(" · "))
        };
        rows(text).iter().map(row).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn bars_keep_cells_apart_and_lines_that_rule_off_are_no_rows() {
        let text =
            "Piano\n\n| **Obiettivo** | Target |\n|:---|---:|\n| 1.1 A \\| B | 3<br>4 |\n| | ≥ 5 |";
        assert!(is_table(text));
        insta::assert_snapshot!(shown(text), @"
        1: Piano
        3: Obiettivo · Target
        5: 1.1 A | B · 3 4
        6:  · ≥ 5
        ");
        assert!(is_table("+---+---+\n| a | b |\n+---+---+\n| c | d |"));
        assert!(is_table("Obiettivo | Target\nA | 3\nnota"));
        for other in ["100 | 80 | 60", "Piano\nA: 100 | 80\nB\nC", "x\ny | z\nw\nu | v\nt"] {
            assert!(!is_table(other), "{other}");
        }
    }
}
