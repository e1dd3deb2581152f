//! The workbook in a spreadsheet: LibreOffice computes its formulas anew and comes to our scores.
//! Not here: that it reads back, see `law.rs`.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on says so by failing"
)]
#![expect(clippy::print_stderr, reason = "a test that is skipped says so")]

use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};
use std::process::Command;

use jiff::civil::date;
use traguardo::number::{Decimal, Rounding};
use traguardo::plan::{Plan, Status};
use traguardo::reading::{Observed, Readings};
use traguardo::report::Report;
use traguardo::rules::{AtMostRule, MissingRule, NotDueRule, Rules, WithoutWeightsRule};
use traguardo::sample;
use traguardo::score::Outcome;
use traguardo::target::Expected;
use traguardo::text::{Lang, Texts};
use traguardo_files::{HandIn, read, read_workbook, workbook_with_scores};

fn office() -> Option<&'static str> {
    let found = ["/usr/bin/soffice", "/usr/bin/libreoffice"];
    let office = found.into_iter().find(|path| Path::new(path).exists());
    if office.is_none() {
        eprintln!(
            "SKIPPED: LibreOffice is not installed; scripts/system-packages test installs it"
        );
    }
    office
}

fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("traguardo-{name}-{}", std::process::id()));
    _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn modena() -> HandIn {
    read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/modena-2020")).unwrap()
}

/// The same workbook, each formula with a result that is wrong: a program that does not compute
/// it shows -1.
fn with_wrong_results(bytes: &[u8]) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut content = Vec::new();
        part.read_to_end(&mut content).unwrap();
        if name.starts_with("xl/worksheets/sheet") {
            let text = String::from_utf8(content).unwrap();
            let mut wrong = String::with_capacity(text.len());
            let mut pieces = text.split("</f><v>");
            wrong.push_str(pieces.next().unwrap());
            for piece in pieces {
                let end = piece.find("</v>").unwrap();
                wrong.push_str("</f><v>-1");
                wrong.push_str(&piece[end..]);
            }
            content = wrong.into_bytes();
        }
        out.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        out.write_all(&content).unwrap();
    }
    out.finish().unwrap().into_inner()
}

/// Opens workbooks in LibreOffice, recalculated, and answers a sheet of each as rows of cells.
fn opened(office: &str, folder: &Path, names: &[&str], sheet: usize) -> Vec<Vec<Vec<String>>> {
    let profile = folder.join("profile/user");
    fs::create_dir_all(&profile).unwrap();
    // Whatever a workbook says was the result, it is computed anew.
    fs::write(
        profile.join("registrymodifications.xcu"),
        r#"<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>"#,
    )
    .unwrap();
    // `;` between cells, UTF-8, all digits of a number instead of those that are shown, one sheet.
    let filter = format!(
        "csv:Text - txt - csv (StarCalc):59,34,76,1,,1033,false,true,false,false,false,{sheet}"
    );
    let output = Command::new(office)
        .arg(format!("-env:UserInstallation=file://{}", folder.join("profile").display()))
        .args(["--headless", "--norestore", "--convert-to", &filter, "--outdir"])
        .arg(folder.join("out"))
        .args(names.iter().map(|name| folder.join(format!("{name}.xlsx"))))
        .output()
        .unwrap();
    let sheet_name = |name: &&str| {
        let found = fs::read_dir(folder.join("out")).unwrap().map(|entry| entry.unwrap().path());
        let mut found = found.filter(|path| {
            path.file_name().unwrap().to_string_lossy().starts_with(&format!("{name}-"))
        });
        found
            .next()
            .unwrap_or_else(|| panic!("{name}: {}", String::from_utf8_lossy(&output.stderr)))
    };
    let rows = |name: &&str| {
        let mut csv = csv::ReaderBuilder::new()
            .delimiter(b';')
            .has_headers(false)
            .flexible(true)
            .from_path(sheet_name(name))
            .unwrap();
        csv.records().map(|row| row.unwrap().iter().map(String::from).collect()).collect()
    };
    names.iter().map(rows).collect()
}

/// What a variant of a plan is called, and what it is.
struct Variant {
    name: &'static str,
    plan: Plan,
    readings: Readings,
    rules: Rules,
}

/// The plan with one thing or another changed that the roll-up goes by.
fn variants() -> Vec<Variant> {
    let modena = modena();
    let of_modena = |name, change: fn(&mut Rules)| {
        let mut rules = modena.rules.clone();
        change(&mut rules);
        Variant { name, plan: modena.plan.clone(), readings: modena.readings.clone(), rules }
    };
    let mut variants = vec![
        of_modena("modena", |_| {}),
        of_modena("escludi", |rules| {
            rules.node.missing = MissingRule::Exclude;
            rules.node.not_due = NotDueRule::Exclude;
            rules.node.without_weights = WithoutWeightsRule::Equal;
            rules.indicator.cap = None;
            rules.indicator.floor = Decimal::from(-50);
            rules.indicator.at_most = AtMostRule::Hyperbolic;
            rules.print.decimals = 3;
            rules.print.rounding = Rounding::Truncate;
        }),
        of_modena("blocca", |rules| {
            rules.node.missing = MissingRule::Block;
            rules.indicator.cap = Some(Decimal::from(120));
        }),
    ];
    for name in ["pesi", "uguali"] {
        variants.push(Variant {
            name,
            plan: odd(),
            readings: sample::readings(),
            rules: Rules::default(),
        });
    }
    variants[4].rules.node.without_weights = WithoutWeightsRule::Equal;
    variants
}

/// The sample with what is rare in a plan: blank weights, a quota without a part, a range, a
/// deadline ahead, what an act took out, an objective with nothing under it.
fn odd() -> Plan {
    let mut plan = sample::plan();
    let node = plan.nodes[2].clone();
    for (code, parent) in [("401", "1"), ("402", "1"), ("403", "1"), ("404", "402")] {
        let mut node = node.clone();
        node.code = code.to_owned();
        node.parent = Some(parent.to_owned());
        node.details.weight = None;
        plan.nodes.push(node);
    }
    plan.nodes[1].details.weight = None;
    plan.nodes[3].quotas.children = Some(Decimal::from(70));
    plan.nodes[5].details.status = Some(Status::Neutralised);
    for (node, target) in [
        ("401", "entro il 31/12/2020"),
        ("402", "tra 200 e 250"),
        ("403", ">= 10"),
        ("404", ">= -5"),
    ] {
        let mut used = plan.uses[1].clone();
        used.node = node.to_owned();
        used.details.weight = (node != "402").then(|| Decimal::from(30));
        used.details.targets.year = Some(Expected::written(target));
        used.details.targets.periodic = Default::default();
        if node == "401" {
            used.indicator = "ATTO".to_owned();
            plan.indicators.push(traguardo::indicator::Indicator {
                code: "ATTO".to_owned(),
                title: "Atto".to_owned(),
                ..Default::default()
            });
        }
        plan.uses.push(used);
    }
    plan.understand();
    plan
}

/// The codes with their states and printed scores, in the order of the tree.
fn expected(report: &Report<'_>) -> Vec<(String, String, String)> {
    let entry = |code: &str, outcome: Outcome| {
        let state = match outcome {
            Outcome::Scored(_) => "misurato",
            Outcome::Missing => "mancante",
            Outcome::NotDue => "non scaduto",
            Outcome::Baseline | Outcome::Neutralised => "fuori dal conto",
        };
        let printed = outcome.score().map(|score| report.rules.rounded(score).normalize());
        let printed = printed.map(|printed| printed.to_string()).unwrap_or_default();
        (code.to_owned(), state.to_owned(), printed)
    };
    let (plan, scores) = (report.plan, &report.scores);
    let mut all = vec![entry(&plan.body.ipa, scores.body.rolled.outcome)];
    for &at in &scores.tree.order {
        all.push(entry(&plan.nodes[at].code, scores.nodes[at].rolled.outcome));
        for &used in &scores.tree.uses[at] {
            all.push(entry(&plan.uses[used].indicator, scores.uses[used].reckoning.outcome));
        }
    }
    all
}

#[test]
fn libreoffice_computes_the_scores_that_we_compute() {
    let Some(office) = office() else { return };
    let folder = folder("formulas");
    let variants = variants();
    let reports: Vec<Report<'_>> = variants
        .iter()
        .map(|v| Report::new(&v.plan, &v.readings, &v.rules, date(2020, 6, 30)))
        .collect();
    let mut formulas = 0;
    for (variant, report) in variants.iter().zip(&reports) {
        let bytes = workbook_with_scores(report, Texts::of(Lang::It)).unwrap();
        let wrong = with_wrong_results(&bytes);
        fs::write(folder.join(format!("{}.xlsx", variant.name)), wrong).unwrap();
    }
    let names: Vec<&str> = variants.iter().map(|variant| variant.name).collect();
    let at = 5;
    let sheets = opened(office, &folder, &names, at);
    for ((variant, report), rows) in variants.iter().zip(&reports).zip(sheets) {
        let found: Vec<(String, String, String)> = rows
            .iter()
            .skip(1)
            .map(|row| {
                formulas += usize::from(row[9] == "formula");
                let printed = row[12].parse::<Decimal>().map(|n| n.normalize().to_string());
                (row[0].clone(), row[10].clone(), printed.unwrap_or_else(|_| row[12].clone()))
            })
            .collect();
        let expected = expected(report);
        let differ: Vec<_> = expected.iter().zip(&found).filter(|(a, b)| a != b).collect();
        assert!(differ.is_empty(), "{}: ours and LibreOffice's {differ:#?}", variant.name);
        assert_eq!(found.len(), expected.len(), "{}", variant.name);
    }
    assert!(formulas > 200, "only {formulas} cells were computed by formulas");
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_workbook_with_scores_reads_back_as_the_same_plan() {
    for variant in variants() {
        let report =
            Report::new(&variant.plan, &variant.readings, &variant.rules, date(2020, 6, 30));
        let bytes = workbook_with_scores(&report, Texts::of(Lang::It)).unwrap();
        let again = read_workbook("x.xlsx", &bytes).unwrap();
        assert_eq!(again.issues, [], "{}", variant.name);
        let side = |plan, readings, rules| traguardo::difference::Side { plan, readings, rules };
        let difference = traguardo::difference::diff_all(
            side(&variant.plan, &variant.readings, &variant.rules),
            side(&again.plan, &again.readings, &again.rules),
        );
        assert_eq!(difference.entries, [], "{}", variant.name);
    }
}

#[test]
fn the_sheets_are_fit_to_be_worked_in() {
    let (mut plan, readings, rules) = (sample::plan(), sample::readings(), Rules::default());
    plan.uses[1].details.weight = Some(Decimal::from(95));
    plan.offices.push(traguardo::office::Office {
        code: "UP".to_owned(),
        name: "Promozione".to_owned(),
        parent: None,
        kind: None,
        head: None,
        row: 0,
    });
    plan.nodes[1].details.responsible = vec!["UP".to_owned()];
    let report = Report::new(&plan, &readings, &rules, date(2020, 6, 30));
    let bytes = workbook_with_scores(&report, Texts::of(Lang::It)).unwrap();
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut part = |name: &str| {
        let mut text = String::new();
        archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    };
    let sheet = part("xl/worksheets/sheet3.xml");
    let lists = sheet.matches("<dataValidation ").count();
    assert_eq!(lists, 3, "levels, directions, offices");
    assert!(sheet.contains("Liste!$A$2:$A$5") && sheet.contains("Liste!$F$2:$F$2"), "{sheet}");
    assert!(sheet.contains("state=\"frozen\"") && sheet.contains("<autoFilter ref=\"A1:"));
    // Protected, by no password; the code of a row is locked, its title is not.
    let protection = sheet.split("<sheetProtection").nth(1).unwrap().split("/>").next().unwrap();
    assert!(!protection.contains("password") && !protection.contains("hash"), "{protection}");
    let styles = part("xl/styles.xml");
    assert!(styles.contains("<protection locked=\"0\"/>") && styles.contains("#,##0.00"));
    let style = |cell: &str| {
        let at = sheet.split(&format!("<c r=\"{cell}\" s=\"")).nth(1).unwrap();
        at.split('"').next().unwrap().parse::<usize>().unwrap()
    };
    let formats = styles.split("<cellXfs").nth(1).unwrap();
    let is_locked = |cell: &str| {
        let format = formats.split("<xf ").nth(style(cell) + 1).unwrap();
        !format.split("<xf ").next().unwrap().contains("locked=\"0\"")
    };
    assert!(is_locked("A2") && !is_locked("D2"));
    let notes = part("xl/comments1.xml");
    assert!(notes.contains("100"), "the weights of 301 sum to 105: {notes}");
}

#[test]
fn text_that_begins_like_a_formula_stays_text_in_libreoffice() {
    const ODD: [&str; 6] = [
        "=1+1",
        "+39 059 208111",
        "-2+3",
        "@SUM(A1)",
        "=HYPERLINK(\"http://example.org\")",
        "=cmd|' /C calc'!A0",
    ];
    let Some(office) = office() else { return };
    let folder = folder("harmless");
    let (mut plan, mut readings, rules) = (odd(), sample::readings(), Rules::default());
    for (node, title) in plan.nodes.iter_mut().zip(ODD) {
        title.clone_into(&mut node.title);
        node.details.note = Some(title.to_owned());
    }
    readings.list[0].note = Some(ODD[0].to_owned());
    readings.list[1].observed = Observed::Unread(ODD[0].to_owned());
    let report = Report::new(&plan, &readings, &rules, date(2020, 6, 30));
    let bytes = workbook_with_scores(&report, Texts::of(Lang::It)).unwrap();
    fs::write(folder.join("odd.xlsx"), &bytes).unwrap();
    for (sheet, column) in [(3, "titolo"), (3, "note"), (5, "titolo")] {
        let rows = opened(office, &folder, &["odd"], sheet).remove(0);
        let at = rows[0].iter().position(|name| name == column).unwrap();
        let found: Vec<&str> = rows.iter().map(|row| row[at].as_str()).collect();
        for text in ODD {
            assert!(found.contains(&text), "{text} in {column} of sheet {sheet}: {found:?}");
        }
        fs::remove_dir_all(folder.join("out")).unwrap();
    }
    fs::remove_dir_all(folder).unwrap();
}
