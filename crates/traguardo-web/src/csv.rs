//! Rows as a CSV file that spreadsheets open: RFC 4180 with `;`, UTF-8 with its mark.
//! Not here: the files that a body hands in, which `traguardo-files` reads and writes.

use axum::response::Response;

use crate::download;

/// Lines of cells as a file to be kept under a name.
#[must_use]
pub fn answer(lines: &[Vec<String>], name: &str) -> Response {
    download::answer(write(lines), "text/csv; charset=utf-8", name, "csv")
}

/// The text of the file. It begins with the mark by which spreadsheets know UTF-8.
#[must_use]
pub fn write(lines: &[Vec<String>]) -> String {
    let mut text = String::from("\u{feff}");
    for line in lines {
        let cells: Vec<String> = line.iter().map(|cell| quoted(&harmless(cell))).collect();
        text.push_str(&cells.join(";"));
        text.push_str("\r\n");
    }
    text
}

/// A cell that no spreadsheet takes for a formula: one that could be is written as a text.
fn harmless(cell: &str) -> String {
    match cell.chars().next() {
        Some('=' | '+' | '-' | '@' | '\t' | '\r') => format!("'{cell}"),
        _ => cell.to_owned(),
    }
}

fn quoted(cell: &str) -> String {
    if cell.contains([';', '"', '\n', '\r']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_where_they_must_be_and_none_is_a_formula() {
        let line = ["a;b", "dice \"sì\"", "due\nrighe", "=1+1", "-18", "@x", "+3", ">= 5", ""];
        let text = write(&[line.map(String::from).to_vec()]);
        assert_eq!(
            text,
            "\u{feff}\"a;b\";\"dice \"\"sì\"\"\";\"due\nrighe\";'=1+1;'-18;'@x;'+3;>= 5;\r\n"
        );
    }
}
