//! How long a pasted table takes to become a draft and a plan: 2,500 and 5,000 rows, HTML and tabs.
//! Not here: any limit; figures are printed and not asserted.
#![allow(clippy::print_stdout, reason = "a benchmark prints its figures")]

use std::fmt::Write as _;
use std::hint::black_box;
use std::time::{Duration, Instant};

use traguardo::plan::Body;
use traguardo_files::pasted::{Setting, read};

const SIZES: [usize; 2] = [2_500, 5_000];
const RUNS: usize = 7;

fn main() {
    for rows in SIZES {
        for (name, text) in [("tabs", tabs(rows)), ("HTML", html(rows))] {
            let (draft, plan) = (median(|| drafted(&text)), median(|| planned(&text)));
            println!("{rows} rows pasted as {name}: preview in {draft:?}, plan in {plan:?}");
        }
    }
}

fn drafted(text: &str) {
    let draft = read(text.as_bytes(), &Setting::default());
    assert!(black_box(draft).is_ok(), "a table of {} bytes cannot be read", text.len());
}

fn planned(text: &str) {
    let Ok(draft) = read(text.as_bytes(), &Setting::default()) else { return };
    let body = Body { ipa: "prova".to_owned(), name: "Ente di prova".to_owned() };
    assert!(black_box(draft.hand_in(body, 2021, "")).is_ok(), "no plan");
}

fn median(run: impl Fn()) -> Duration {
    let mut times: Vec<Duration> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed()
        })
        .collect();
    times.sort();
    times[RUNS / 2]
}

const HEADER: [&str; 6] =
    ["Linee", "Obiettivi operativi", "Peso", "Indicatori", "Target 2021", "Assegnatari"];

/// The cells of a row: titles stand once for the rows that they hold, as in a merged cell.
fn cells(at: usize) -> [String; 6] {
    let line = if at.is_multiple_of(50) {
        format!("{}. Linea numero {at}", at / 50 + 1)
    } else {
        String::new()
    };
    let goal = if at.is_multiple_of(5) {
        format!("Obiettivo operativo numero {at}")
    } else {
        String::new()
    };
    let weight = if goal.is_empty() { String::new() } else { "10".to_owned() };
    let target = match at % 4 {
        0 => "Entro il 31.12.2021".to_owned(),
        1 => format!(">= {}%", at % 100),
        2 => format!("{}", at % 100 + 1),
        _ => "Report I semestre entro il 31.07.2021; Report finale al 31.12.2021".to_owned(),
    };
    let title = format!("Indicatore numero {at} con un titolo di lunghezza normale");
    [line, goal, weight, title, target, "U.O. Promozione".to_owned()]
}

fn tabs(rows: usize) -> String {
    let mut text = HEADER.join("\t");
    for at in 0..rows {
        let _ = write!(text, "\n{}", cells(at).join("\t"));
    }
    text
}

fn html(rows: usize) -> String {
    let row = |cells: &[String]| {
        let cells: Vec<String> = cells
            .iter()
            .map(|cell| {
                format!(
                    "<td style=\"padding:2px\"><p><span>{}</span></p></td>",
                    cell.replace('>', "&gt;")
                )
            })
            .collect();
        format!("<tr>{}</tr>", cells.concat())
    };
    let header = HEADER.map(String::from);
    let rows: Vec<String> = (0..rows).map(|at| row(&cells(at))).collect();
    format!("<html><body><table>{}{}</table></body></html>", row(&header), rows.concat())
}
