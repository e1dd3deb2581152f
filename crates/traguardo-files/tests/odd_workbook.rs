//! Workbooks as offices really keep them: hidden sheets, rows and columns, merged headers, figures shown as per
//! cent, formulas, days that lost their format. Not here: what breaks a reader (`workbook.rs`).

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by failing")]

use std::io::{Cursor, Write};

use traguardo::text::{Lang, Texts};
use traguardo_files::{HandIn, Unreadable, read_workbook};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A sheet: its name, what stands in the tag of its name, and the XML of its rows.
type Sheet<'a> = (&'a str, &'a str, String);

/// Formats: general, `0%`, a day, two decimals.
const STYLES: &str = r#"<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="14"/><xf numFmtId="2"/></cellXfs></styleSheet>"#;

fn archive(parts: &[(String, String)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(name.as_str(), SimpleFileOptions::default()).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn book(sheets: &[Sheet<'_>]) -> Vec<u8> {
    let (mut names, mut relations) = (String::new(), String::new());
    let mut parts = Vec::new();
    let mut part = |name: &str, content: &str| parts.push((name.to_owned(), content.to_owned()));
    for (at, (name, attributes, rows)) in sheets.iter().enumerate() {
        names += &format!(r#"<sheet name="{name}" {attributes} r:id="r{at}"/>"#);
        let target = format!("worksheets/s{at}.xml");
        relations += &format!(r#"<Relationship Id="r{at}" Type="x/worksheet" Target="{target}"/>"#);
        part(&format!("xl/{target}"), &format!("<worksheet>{rows}</worksheet>"));
    }
    relations += r#"<Relationship Id="s" Type="x/styles" Target="styles.xml"/>"#;
    part("xl/styles.xml", STYLES);
    part("xl/workbook.xml", &format!("<workbook><sheets>{names}</sheets></workbook>"));
    part("xl/_rels/workbook.xml.rels", &format!("<Relationships>{relations}</Relationships>"));
    archive(&parts)
}

/// An ODS workbook. The attributes of a sheet are those of its tag, `h` is a style that hides one;
/// its rows are XML.
fn open_book(sheets: &[Sheet<'_>]) -> Vec<u8> {
    let styles = r#"<style:style style:name="h" style:family="table"><style:table-properties table:display="false"/></style:style>"#;
    let tables = sheets.iter().map(|(name, attributes, rows)| {
        format!(r#"<table:table table:name="{name}" {attributes}>{rows}</table:table>"#)
    });
    let content = format!(
        "<office:document-content><office:automatic-styles>{styles}</office:automatic-styles>\
         <office:body><office:spreadsheet>{}</office:spreadsheet></office:body>\
         </office:document-content>",
        tables.collect::<String>()
    );
    archive(&[("content.xml".to_owned(), content)])
}

/// A row of texts in ODS, with the attributes of its tag.
fn open_row(attributes: &str, cells: &[&str]) -> String {
    let cell =
        |text: &&str| format!("<table:table-cell><text:p>{text}</text:p></table:table-cell>");
    let cells: String = cells.iter().map(cell).collect();
    format!("<table:table-row {attributes}>{cells}</table:table-row>")
}

fn open_body() -> Sheet<'static> {
    let cells = [["chiave", "valore"], ["ipa", "prova"], ["nome", "Ente"], ["anno", "2020"]];
    let rows: String = cells.iter().map(|cells| open_row("", cells)).collect();
    ("Ente", "", rows + &open_row("", &["livelli", "ambito"]))
}

/// Rows of cells. `%` before a number shows it as per cent, `d` as a day, `=` is a formula with
/// its result, `=?` one without, `!` an error, `?` a yes or no.
fn rows(first: (u32, u32), cells: &[&[&str]]) -> String {
    let mut xml = String::from("<sheetData>");
    for (row, cells) in (first.0..).zip(cells) {
        xml += &format!(r#"<row r="{row}">"#);
        for (column, text) in (first.1..).zip(*cells) {
            let letter = char::from_u32(u32::from('A') + column).unwrap();
            let (kind, content) = match (text.chars().next(), text.get(1..).unwrap_or_default()) {
                (None, _) => continue,
                (Some('%'), number) => (r#" s="1""#, format!("<v>{number}</v>")),
                (Some('d'), number) if number.parse::<f64>().is_ok() => {
                    (r#" s="2""#, format!("<v>{number}</v>"))
                }
                (Some('='), "?") => ("", "<f>A1*2</f>".to_owned()),
                (Some('='), number) => ("", format!("<f>A1*2</f><v>{number}</v>")),
                (Some('!'), error) => (r#" t="e""#, format!("<v>{error}</v>")),
                (Some('?'), number) => (r#" t="b""#, format!("<v>{number}</v>")),
                _ if text.parse::<f64>().is_ok() => ("", format!("<v>{text}</v>")),
                _ => (r#" t="inlineStr""#, format!("<is><t>{text}</t></is>")),
            };
            xml += &format!(r#"<c r="{letter}{row}"{kind}>{content}</c>"#);
        }
        xml += "</row>";
    }
    xml + "</sheetData>"
}

fn body() -> Sheet<'static> {
    let cells: [&[&str]; 6] = [
        &["chiave", "valore"],
        &["ipa", "prova"],
        &["nome", "Ente di prova"],
        &["anno", "2020"],
        &["livelli", "ambito"],
        &["verifiche", "d44012"],
    ];
    ("Ente", "", rows((1, 0), &cells))
}

const HEADER: &[&str] =
    &["codice", "padre", "livello", "titolo", "peso", "unita", "verso", "target"];
const NODE: &[&str] = &["1", "", "ambito", "Servizi", "100"];

fn plan(more: &[&[&str]]) -> Sheet<'static> {
    ("Piano", "", rows((1, 0), &[&[HEADER, NODE][..], more].concat()))
}

fn shown(sheets: &[Sheet<'_>]) -> String {
    told(read_workbook("piano.xlsx", &book(sheets)))
}

/// The uses with weight and target, the readings, and what is said.
fn told(read: Result<HandIn, Unreadable>) -> String {
    let texts = Texts::of(Lang::It);
    let tell = |issue: &traguardo::issue::Issue, layout: &traguardo::issue::Layout| {
        format!("{}: {}", texts.place(&issue.place, layout), texts.issue(issue))
    };
    let hand_in = match read {
        Ok(hand_in) => hand_in,
        Err(unreadable) => {
            let said = unreadable.issues.iter().map(|issue| tell(issue, &unreadable.layout));
            return said.collect::<Vec<_>>().join("\n");
        }
    };
    let mut lines = Vec::new();
    for used in &hand_in.plan.uses {
        let targets = &used.details.targets;
        let target = targets.year.as_ref();
        let read = target.and_then(|t| t.target()).map_or("?".to_owned(), |t| t.normal());
        let weight = used.details.weight.map(|weight| weight.to_string()).unwrap_or_default();
        let written = target.map_or("", |target| target.verbatim.as_str());
        lines.push(format!("{} | {weight} | {written} | {read}", used.indicator));
    }
    for reading in &hand_in.readings.list {
        let date = reading.date.map(|date| date.to_string()).unwrap_or_default();
        lines.push(format!("{} | {date} | {:?}", reading.indicator, reading.observed));
    }
    lines.extend(hand_in.issues.iter().map(|issue| tell(issue, &hand_in.layout)));
    lines.join("\n")
}

const USE: &[&str] = &["A", "1", "indicatore", "Quota", "100", "%", "cresce", ">= 80 %"];

#[test]
fn sheets_may_stand_in_any_order() {
    insta::assert_snapshot!(shown(&[plan(&[USE]), body()]), @"A | 100 | >= 80 % | >= 80");
}

#[test]
fn a_hidden_sheet_is_read_and_said() {
    let (name, _, rows) = plan(&[USE]);
    insta::assert_snapshot!(shown(&[body(), (name, r#"state="hidden""#, rows)]), @r#"
    A | 100 | >= 80 % | >= 80
    piano.xlsx, foglio «Piano»: Il foglio «Piano» è nascosto ed è stato letto lo stesso: mostralo, oppure toglilo se è una versione superata.
    "#);
}

#[test]
fn hidden_rows_and_columns_are_read_and_said() {
    let other: &[&str] = &["B", "1", "indicatore", "Altra", "", "n.", "cresce", "5"];
    let (name, _, rows) = plan(&[USE, other]);
    // Rows 3 and 4, the blank one after them, the weights, and two columns without anything.
    let rows = ["3", "4"].iter().fold(rows, |rows, row| {
        rows.replace(&format!(r#"<row r="{row}">"#), &format!(r#"<row r="{row}" hidden="1">"#))
    });
    let rows = rows.replace("</sheetData>", r#"<row r="5" hidden="1"/></sheetData>"#);
    let columns = r#"<cols><col min="1" max="2"/><col min="5" max="5" hidden="true"/><col min="10" max="11" hidden="1"/></cols>"#;
    insta::assert_snapshot!(shown(&[body(), (name, "", columns.to_owned() + &rows)]), @r#"
    A | 100 | >= 80 % | >= 80
    B |  | 5 | >= 5
    piano.xlsx, foglio «Piano», colonna «E»: Nel foglio ci sono colonne nascoste che non sono vuote (quante: 1; la prima: E): sono state lette come le altre. Mostrale, e togli quelle che non devono contare.
    piano.xlsx, foglio «Piano», riga 3: Nel foglio ci sono righe nascoste, a mano o da un filtro, che non sono vuote (quante: 2; la prima: 3): sono state lette come le altre. Mostrale, e togli quelle che non devono contare.
    "#);
}

#[test]
fn what_an_ods_workbook_hides_is_read_and_said() {
    let header = open_row("", HEADER) + &open_row("", NODE);
    let columns = r#"<table:table-column table:number-columns-repeated="4"/><table:table-column table:visibility="collapse"/><table:table-column table:visibility="collapse" table:number-columns-repeated="16379"/>"#;
    let plan = [
        columns,
        &header,
        &open_row(r#"table:visibility="filter""#, USE),
        &open_row(
            r#"table:visibility="collapse""#,
            &["B", "1", "indicatore", "Altra", "0", "n.", "cresce", "5"],
        ),
        r#"<table:table-row table:visibility="collapse" table:number-rows-repeated="1000"><table:table-cell/></table:table-row>"#,
    ];
    let sheets = [open_body(), ("Piano", r#"table:style-name="h""#, plan.concat())];
    insta::assert_snapshot!(told(read_workbook("piano.ods", &open_book(&sheets))), @r#"
    A | 100 | >= 80 % | >= 80
    B | 0 | 5 | >= 5
    piano.ods, foglio «Piano»: Il foglio «Piano» è nascosto ed è stato letto lo stesso: mostralo, oppure toglilo se è una versione superata.
    piano.ods, foglio «Piano», colonna «E»: Nel foglio ci sono colonne nascoste che non sono vuote (quante: 4; la prima: E): sono state lette come le altre. Mostrale, e togli quelle che non devono contare.
    piano.ods, foglio «Piano», riga 3: Nel foglio ci sono righe nascoste, a mano o da un filtro, che non sono vuote (quante: 2; la prima: 3): sono state lette come le altre. Mostrale, e togli quelle che non devono contare.
    "#);
}

#[test]
fn two_sheets_of_one_table_are_not_guessed_between() {
    let (_, _, second) = plan(&[&["B", "1", "indicatore", "Altra", "100", "n.", "cresce", "5"]]);
    insta::assert_snapshot!(shown(&[body(), plan(&[USE]), ("PIANO ", "", second)]), @r#"
    A | 100 | >= 80 % | >= 80
    piano.xlsx, foglio «Piano»: Il foglio «PIANO » ha il nome di una tabella che è già nel foglio «Piano» e non viene letto: lasciane uno solo, o dai all'altro un nome diverso.
    "#);
}

#[test]
fn a_title_merged_over_the_header_and_blank_rows_and_columns_before_it_are_passed_over() {
    let cells = [&["Piano della performance 2020"][..], &[], HEADER, NODE, &[], USE];
    let merged = r#"<mergeCells count="1"><mergeCell ref="C3:J3"/></mergeCells>"#;
    let rows = rows((3, 2), &cells) + merged;
    insta::assert_snapshot!(shown(&[body(), ("Piano", "", rows)]), @r#"
    A | 100 | >= 80 % | >= 80
    piano.xlsx, foglio «Piano», riga 3: Sopra l'intestazione, che è alla riga 5, c'è dell'altro («Piano della performance 2020»), che non viene letto: se non serve, toglilo.
    "#);
}

#[test]
fn a_header_of_two_merged_rows_is_said() {
    let above: &[&str] = &["Obiettivo", "", "", "", "Misura", "", "", ""];
    let merged = r#"<mergeCells><mergeCell ref="A1:D1"/><mergeCell ref="E1:H1"/></mergeCells>"#;
    let rows = rows((1, 0), &[above, HEADER, NODE, USE]) + merged;
    insta::assert_snapshot!(shown(&[body(), ("Piano", "", rows)]), @r#"
    A | 100 | >= 80 % | >= 80
    piano.xlsx, foglio «Piano», riga 1: Sopra l'intestazione, che è alla riga 2, c'è dell'altro («Obiettivo»), che non viene letto: se non serve, toglilo.
    "#);
}

#[test]
fn figures_shown_as_per_cent_are_read_as_they_are_seen() {
    let uses: [&[&str]; 2] = [
        &["A", "1", "indicatore", "Quota", "%0.4", "%", "cresce", "%0.855"],
        &["B", "1", "indicatore", "Altra", "%0.6", "%", "cresce", "%1"],
    ];
    insta::assert_snapshot!(shown(&[body(), plan(&uses)]), @r#"
    A | 40 | 85,5 % | >= 85.5
    B | 60 | 100 % | >= 100
    "#);
}

#[test]
fn days_are_days_where_they_are_shown_so_and_asked_where_they_are_not() {
    let uses: [&[&str]; 2] = [
        &["A", "1", "indicatore", "Relazione", "50", "", "", "d44196"],
        &["B", "1", "indicatore", "Altra relazione", "50", "", "", "44196"],
    ];
    let readings: [&[&str]; 3] =
        [&["indicatore", "data", "fatto_il"], &["A", "d44012", "d44000"], &["B", "44012", "44000"]];
    let readings = ("Rilevazioni", "", rows((1, 0), &readings));
    insta::assert_snapshot!(shown(&[body(), plan(&uses), readings]), @r#"
    A | 50 | 2020-12-31 | by 2020-12-31
    B | 50 | 44196 | ?
    A | 2020-06-30 | Done(2020-06-18)
    B |  | Unread("44000")
    piano.xlsx, foglio «Rilevazioni», riga 3, colonna «data»: «44012» non è una data: scrivila come 31/12/2020 oppure 2020-12-31.
    piano.xlsx, foglio «Rilevazioni», riga 3, colonna «fatto_il»: «44000» non è una data: scrivila come 31/12/2020 oppure 2020-12-31.
    "#);
}

#[test]
fn formulas_give_their_results_and_what_has_none_is_said() {
    let uses: [&[&str]; 5] = [
        &["A", "1", "indicatore", "Uno", "=20", "n.", "cresce", "=600"],
        &["B", "1", "indicatore", "Due", "20", "n.", "cresce", "=?"],
        &["C", "1", "indicatore", "Tre", "20", "n.", "cresce", "!#REF!"],
        &["D", "1", "indicatore", "Quattro", "!#N/A", "n.", "cresce", "5"],
        &["E", "1", "indicatore", "Cinque", "20", "", "", "?1"],
    ];
    insta::assert_snapshot!(shown(&[body(), plan(&uses)]), @r#"
    A | 20 | 600 | >= 600
    B | 20 | =A1*2 | ?
    C | 20 | #REF! | ?
    D |  | 5 | >= 5
    E | 20 | si | done
    piano.xlsx, foglio «Piano», riga 6, colonna «peso»: «#N/A» non è un numero: scrivi un numero, con i decimali dopo la virgola.
    "#);
}
