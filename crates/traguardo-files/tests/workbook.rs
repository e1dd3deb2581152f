//! Workbooks: what they hold, and what a small file can do to make a reader fall over.
//! Not here: what the cells mean, which is the same as in a folder.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by failing")]

use std::io::{Cursor, Write};

use traguardo_files::{Unreadable, read_workbook};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// An archive with some parts.
fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, content) in parts {
        zip.start_file(*name, options).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

const RELATIONS: &str = r#"<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/a.xml"/><Relationship Id="r2" Type="x/worksheet" Target="/xl/worksheets/b.xml"/><Relationship Id="r3" Type="x/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="r4" Type="x/styles" Target="styles.xml"/></Relationships>"#;
const BOOK: &str = r#"<x:workbook xmlns:x="s" xmlns:r="r"><x:sheets><x:sheet name="Ente" r:id="r1"/><x:sheet name=" PIANO" r:id="r2"/><x:sheet name="Rilevazzioni" r:id="r9"/></x:sheets></x:workbook>"#;
const STYLES: &str = r#"<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="164"/><xf numFmtId="2"/></cellXfs></styleSheet>"#;
const BODY: &str = r#"<worksheet><sheetData>
<row r="1"><c r="A1" t="inlineStr"><is><t>chiave</t></is></c><c r="B1" t="inlineStr"><is><t>valore</t></is></c></row>
<row><c t="str"><v>ipa</v></c><c t="str"><v>cciaa_mo</v></c></row>
<row><c t="str"><v>nome</v></c><c t="str"><v>A &amp; B</v></c></row>
<row><c t="str"><v>anno</v></c><c><f>2019+1</f><v>2020</v></c></row>
<row><c t="str"><v>livelli</v></c><c t="str"><v>ambito; obiettivo</v></c></row>
<row><c t="str"><v>verifiche</v></c><c s="2"><v>44012</v></c></row>
</sheetData></worksheet>"#;

fn xlsx(plan_rows: &str, strings: &str) -> Vec<u8> {
    let plan = format!("<worksheet><sheetData>{plan_rows}</sheetData></worksheet>");
    archive(&[
        ("xl/workbook.xml", BOOK),
        ("xl/_rels/workbook.xml.rels", RELATIONS),
        ("xl/styles.xml", STYLES),
        ("xl/sharedStrings.xml", strings),
        ("xl/worksheets/a.xml", BODY),
        ("xl/worksheets/b.xml", &plan),
    ])
}

const STRINGS: &str = "<sst uniqueCount=\"99999999999999\"><si><t>codice</t></si><si><t>padre</t></si><si><t>livello</t></si><si><r><t>tit</t></r><rPh><t>no</t></rPh><r><t>olo</t></r></si><si><t>peso</t></si><si><t>target</t></si></sst>";
const HEADER: &str = r#"<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c><c r="E1" t="s"><v>4</v></c><c r="F1" t="s"><v>5</v></c></row>"#;

/// Each issue as `name table row column`.
fn issues(unreadable: &Unreadable) -> Vec<String> {
    let shown = |issue: &traguardo::issue::Issue| {
        let place = &issue.place;
        let row = place.row.map(|row| row.to_string()).unwrap_or_default();
        let column = place.column.as_deref().unwrap_or_default();
        let shown = format!("{} {:?} {row} {column}", issue.kind.name, place.table);
        shown.trim_end().to_owned()
    };
    unreadable.issues.iter().map(shown).collect()
}

#[test]
fn cells_are_read_as_their_formats_show_them() {
    let rows = format!(
        r#"{HEADER}
        <row r="3"><c r="A3"><v>1</v></c><c r="C3" t="inlineStr"><is><t>ambito</t></is></c><c r="D3" t="inlineStr"><is><t>Imprese_x000D_
e _x005F_x000D_</t></is></c></row>
        <row r="4"><c r="A4" t="str"><v>A</v></c><c r="B4"><v>1</v></c><c r="C4" t="str"><v>INDICATORE</v></c><c r="D4" t="str"><v>Quota</v></c><c r="E4"><v>33.340000000000003</v></c><c r="F4" s="1"><v>0.16</v></c></row>
        <row r="5"><c r="A5" t="str"><v>B</v></c><c r="B5"><v>1</v></c><c r="C5" t="str"><v>indicatore</v></c><c r="D5" t="str"><v>Data</v></c><c r="E5" s="3"><v>10</v></c><c r="F5" s="2"><v>44196</v></c></row>"#
    );
    let hand_in = read_workbook("piano.xlsx", &xlsx(&rows, STRINGS)).unwrap();
    let plan = &hand_in.plan;
    assert_eq!(plan.body.name, "A & B");
    assert_eq!(plan.levels, ["ambito", "obiettivo"]);
    assert_eq!(plan.checkpoints[0].date.to_string(), "2020-06-30");
    assert_eq!(plan.nodes[0].title, "Imprese\ne _x000D_");
    assert_eq!((plan.nodes[0].code.as_str(), plan.nodes[0].details.row), ("1", 3));
    let details = |at: usize| &plan.uses[at].details;
    assert_eq!(details(0).weight.unwrap().to_string(), "33.34");
    assert_eq!(details(0).targets.year.as_ref().unwrap().verbatim, "16 %");
    assert_eq!(details(1).weight.unwrap().to_string(), "10.00");
    assert_eq!(details(1).targets.year.as_ref().unwrap().verbatim, "2020-12-31");
    let names: Vec<_> = hand_in.issues.iter().map(|issue| issue.kind.name).collect();
    assert_eq!(names, ["table-unknown"]);
    assert_eq!(hand_in.issues[0].params[1], ("nearest", "Rilevazioni".to_owned()));
}

#[test]
fn what_is_no_workbook_is_said() {
    let reason = |bytes: &[u8]| {
        let unreadable = read_workbook("x.xlsx", bytes).unwrap_err();
        assert_eq!(unreadable.issues.len(), 1, "{unreadable:?}");
        assert_eq!(unreadable.issues[0].kind.name, "workbook-broken");
        unreadable.issues[0].params[0].1.clone()
    };
    assert_eq!(reason(b""), "empty");
    assert_eq!(reason(b"codice;padre"), "other");
    assert_eq!(reason(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "legacy");
    assert_eq!(reason(b"PK\x03\x04 and nothing else"), "damaged");
    assert_eq!(reason(&archive(&[("a.txt", "")])), "content");
    assert_eq!(reason(&archive(&[("content.xml", "<text/>")])), "content");
    let whole = xlsx(HEADER, STRINGS);
    assert_eq!(reason(&whole[..whole.len() - 30]), "damaged");
}

#[test]
fn a_workbook_without_the_sheets_of_a_plan_says_which_are_missing() {
    let book = BOOK.replace("Ente", "Foglio1").replace("PIANO", "Foglio2");
    let bytes = archive(&[("xl/workbook.xml", &book)]);
    let unreadable = read_workbook("x.xlsx", &bytes).unwrap_err();
    assert_eq!(
        issues(&unreadable),
        ["table-unknown Whole", "table-missing Body", "table-missing Plan"]
    );
}

/// An archive with one compressed part of a size, of which the directory says another.
fn archive_of_zeros(name: &str, mebibytes: u32, declared: u32) -> Vec<u8> {
    let mut compressed = vec![0; 1 << 16];
    let mut deflate = flate2::Compress::new(flate2::Compression::best(), false);
    let zeros = vec![0; 1 << 20];
    deflate.compress(&zeros, &mut compressed, flate2::FlushCompress::Full).unwrap();
    assert_eq!(deflate.total_in(), 1 << 20);
    compressed.truncate(usize::try_from(deflate.total_out()).unwrap());
    // Each flushed block stands for itself, so the same one can be written again and again.
    let mut data = compressed.repeat(usize::try_from(mebibytes).unwrap());
    data.extend([3, 0]);

    let mut header = Vec::new();
    header.extend([20, 0, 0, 0, 8, 0]);
    header.extend([0; 8]);
    header.extend(u32::try_from(data.len()).unwrap().to_le_bytes());
    header.extend(declared.to_le_bytes());
    header.extend(u16::try_from(name.len()).unwrap().to_le_bytes());
    header.extend([0, 0]);
    let local = [b"PK\x03\x04", &header[..], name.as_bytes()].concat();
    let directory = [b"PK\x01\x02\x14\0", &header[..], &[0; 14], name.as_bytes()].concat();
    let mut bytes = [local, data].concat();
    let start = u32::try_from(bytes.len()).unwrap();
    let length = u32::try_from(directory.len()).unwrap();
    bytes.extend(directory);
    bytes.extend(b"PK\x05\x06\0\0\0\0\x01\0\x01\0");
    bytes.extend(length.to_le_bytes());
    bytes.extend(start.to_le_bytes());
    bytes.extend([0, 0]);
    bytes
}

#[test]
fn two_gigabytes_in_a_small_workbook_are_refused() {
    // A directory that declares less than there is is found out, and never believed.
    for (declared, expected) in
        [(2048 << 20, "file-too-large Whole"), (10, "workbook-broken Whole")]
    {
        let bytes = archive_of_zeros("xl/workbook.xml", 2048, declared);
        assert!(bytes.len() < 4 << 20, "{}", bytes.len());
        let unreadable = read_workbook("x.xlsx", &bytes).unwrap_err();
        assert_eq!(issues(&unreadable), [expected]);
    }
}

#[test]
fn one_text_without_end_is_refused_before_it_fills_the_memory() {
    let strings = format!("<sst><si><t>{}", " ".repeat(2 << 20));
    let unreadable = read_workbook("x.xlsx", &xlsx(HEADER, &strings)).unwrap_err();
    assert_eq!(issues(&unreadable), ["file-too-large Whole"]);
}

#[test]
fn a_cell_in_the_last_corner_of_the_sheet_costs_nothing() {
    let rows = format!(r#"{HEADER}<row r="1048576"><c r="XFD1048576" t="str"><v>x</v></c></row>"#);
    let unreadable = read_workbook("x.xlsx", &xlsx(&rows, STRINGS)).unwrap_err();
    assert_eq!(issues(&unreadable), ["table-too-large Plan 1048576"]);
    let blank = format!(r#"{HEADER}<row r="1048576"><c r="XFD1048576" s="3"/></row>"#);
    let unreadable = read_workbook("x.xlsx", &xlsx(&blank, STRINGS)).unwrap_err();
    assert_eq!(issues(&unreadable), ["table-unknown Whole", "plan-empty Plan"]);
}

#[test]
fn one_long_text_shared_by_many_cells_is_refused() {
    let text = "x".repeat(500_000);
    let strings = format!("<sst><si><t>{text}</t></si></sst>");
    let rows = r#"<row><c t="s"><v>0</v></c></row>"#.repeat(5_000);
    let unreadable = read_workbook("x.xlsx", &xlsx(&rows, &strings)).unwrap_err();
    assert_eq!(issues(&unreadable), ["table-too-large Plan 513"]);
}

fn ods(body_rows: &str, plan_rows: &str) -> Vec<u8> {
    let content = format!(
        r#"<office:document-content><office:body><office:spreadsheet>
        <table:table table:name="Ente">{body_rows}</table:table>
        <table:table table:name="Piano">{plan_rows}</table:table>
        </office:spreadsheet></office:body></office:document-content>"#
    );
    archive(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", &content),
    ])
}

/// A row of cells with texts.
fn ods_row(cells: &[&str]) -> String {
    let cell = |text: &&str| {
        format!(
            r#"<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>"#
        )
    };
    format!("<table:table-row>{}</table:table-row>", cells.iter().map(cell).collect::<String>())
}

fn ods_body() -> String {
    [["chiave", "valore"], ["ipa", "cciaa_mo"], ["nome", "CCIAA"], ["anno", "2020"]]
        .iter()
        .map(|row| ods_row(row))
        .collect()
}

#[test]
fn an_ods_workbook_is_read_with_its_repeated_blanks() {
    let plan = format!(
        r#"{}<table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
        <table:table-row>
          <table:table-cell office:value-type="float" office:value="1"><office:annotation><text:p>nota</text:p></office:annotation><text:p>1</text:p></table:table-cell>
          <table:table-cell table:number-columns-repeated="2"/>
          <table:table-cell><text:p>ambito</text:p></table:table-cell>
          <table:table-cell office:value-type="string"><text:p>Imprese<text:s text:c="2"/>e <text:span>reti</text:span> &amp; altro</text:p><text:p>due</text:p></table:table-cell>
          <table:table-cell office:value-type="float" office:value="33.3"><text:p>33,30</text:p></table:table-cell>
          <table:table-cell office:value-type="percentage" office:value="0.16"><text:p>16,00%</text:p></table:table-cell>
          <table:table-cell office:value-type="date" office:date-value="2020-06-30"><text:p>30/06/20</text:p></table:table-cell>
        </table:table-row>
        <table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>"#,
        ods_row(&[
            "codice",
            "padre",
            "responsabile",
            "livello",
            "titolo",
            "peso",
            "target",
            "note"
        ])
    );
    let hand_in = read_workbook("piano.ods", &ods(&ods_body(), &plan)).unwrap();
    assert_eq!(hand_in.issues, []);
    let node = &hand_in.plan.nodes[0];
    assert_eq!((node.code.as_str(), node.details.row), ("1", 5));
    assert_eq!(node.title, "Imprese  e reti & altro\ndue");
    assert_eq!(node.details.weight.unwrap().to_string(), "33.30");
    assert_eq!(node.details.targets.year.as_ref().unwrap().verbatim, "16,00 %");
    assert_eq!(node.details.note.as_deref(), Some("2020-06-30"));
}

#[test]
fn repeated_cells_that_hold_something_are_bounded() {
    let repeated_row = |rows: u32, columns: u32| {
        format!(
            r#"{}<table:table-row table:number-rows-repeated="{rows}"><table:table-cell table:number-columns-repeated="{columns}"><text:p>x</text:p></table:table-cell></table:table-row>"#,
            ods_row(&["codice", "livello", "titolo"])
        )
    };
    for (rows, columns, row) in [(1, 4_000_000_000, 2), (4_000_000_000, 1, 200_001)] {
        let bytes = ods(&ods_body(), &repeated_row(rows, columns));
        let unreadable = read_workbook("x.ods", &bytes).unwrap_err();
        assert_eq!(issues(&unreadable), [format!("table-too-large Plan {row}")]);
    }
}
