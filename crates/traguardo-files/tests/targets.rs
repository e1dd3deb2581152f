//! The language of targets: every phrase of the documents and those that people would write.
//! Not here: how targets are scored. The tables stand in `tests/targets/`.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that fails says so by panicking")]
#![allow(clippy::print_stderr, reason = "a test that is skipped says so")]

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use traguardo::indicator::Direction;
use traguardo::target::phrase::{Context, read};
use traguardo::text::{Lang, Texts};
use traguardo_files::json;

const DOCUMENTS: &str = include_str!("targets/documents.tsv");
const UNSEEN: &str = include_str!("targets/unseen.tsv");
/// Phrases in the style of plans of every kind of body, and slips of the pen: none may be read as
/// something else than it says.
const TRIAL: &str = include_str!("targets/trial.tsv");
/// A second trial: written down before any of it was tried.
const SECOND: &str = include_str!("targets/trial2025.tsv");

/// A line of a table: what is known, the phrase, and its normal form or its question.
fn lines(table: &str) -> impl Iterator<Item = (Context, &str, &str)> {
    table.lines().filter(|line| !line.starts_with('#')).map(|line| {
        let mut cells = line.split('\t');
        let (known, phrase) = (cells.next().unwrap(), cells.next().unwrap());
        let direction = match &known[..1] {
            "c" => Some(Direction::Up),
            "d" => Some(Direction::Down),
            _ => None,
        };
        (Context { direction, year: known[1..].parse().ok() }, phrase, cells.next().unwrap())
    })
}

fn all() -> impl Iterator<Item = (Context, &'static str, &'static str)> {
    lines(DOCUMENTS).chain(lines(UNSEEN)).chain(lines(TRIAL)).chain(lines(SECOND))
}

fn found(phrase: &str, context: Context) -> String {
    let found = read(phrase, context);
    let mut json = Vec::new();
    json::write_target(&mut json, phrase, &found, Texts::of(Lang::It)).unwrap();
    let json: serde_json::Value = serde_json::from_slice(&json).unwrap();
    assert_eq!(json["verbatim"], phrase);
    match found {
        Ok(_) => json["normal"].to_string(),
        Err(question) => {
            assert!(json["normal"].is_null());
            assert_eq!(json["questions"][0]["name"], question.kind.name);
            format!("? {}", question.kind.name)
        }
    }
}

fn all_are_read(table: &str) {
    let wrong: Vec<String> = lines(table)
        .filter_map(|(context, phrase, expected)| {
            let found = found(phrase, context);
            (found != expected).then(|| format!("{phrase}\n  found {found}\n  not   {expected}"))
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_target_of_the_documents_has_its_normal_form_or_its_question() {
    all_are_read(DOCUMENTS);
}

#[test]
fn what_people_would_write_besides_has_its_normal_form_or_its_question() {
    assert!(lines(UNSEEN).count() >= 100);
    all_are_read(UNSEEN);
}

#[test]
fn phrases_tried_against_the_language_are_read_or_rightly_asked() {
    assert!(lines(TRIAL).count() >= 900);
    all_are_read(TRIAL);
}

#[test]
fn phrases_written_down_before_they_were_tried_are_read_or_rightly_asked() {
    assert!(lines(SECOND).count() >= 440);
    all_are_read(SECOND);
}

#[test]
fn no_phrase_of_the_shared_table_is_missing_from_ours() {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/targets.tsv");

    let Ok(text) = fs::read_to_string(shared) else {
        eprintln!("SKIPPED: ../shared/targets.tsv is not there, nothing was compared");
        return;
    };
    let ours: Vec<&str> = lines(DOCUMENTS).map(|(_, phrase, _)| phrase).collect();
    let missing: Vec<&str> = text
        .lines()
        .skip(1)
        .filter_map(|line| line.split('\t').nth(1))
        .filter(|phrase| !ours.contains(phrase))
        .collect();
    assert!(missing.is_empty(), "{missing:#?}");
}

/// Lines of the shared table that are read otherwise than it proposes, and why.
const OTHERWISE: [(&str, &str); 21] = [
    ("Entro il 31.03.2021 Almeno una", "a page cut the cell: asked; the joined cell is read"),
    ("Verifica dall'elenco di Infocamere", "the date stands in another cell"),
    ("Proposta revisione sistema", "the date stands in another cell"),
    ("Obiettivi Individuali ⇥", "a header"),
    ("100% (risultato 100%, 112/112)", "a bare number takes its operator from the direction"),
    ("100% (risultato 100%, 1.958/1.958)", "a bare number takes its operator from the direction"),
    ("100% | 100% | 100% | 100%", "a bare number takes its operator from the direction"),
    ("rapporto tra n. nuovi sportelli", "the words of an indicator, without a number"),
    (">= 80% | >= 85%", "the years of cells side by side begin with that of the target"),
    (">= 3 | >= 3 | >= 3,5", "the years of cells side by side begin with that of the target"),
    ("≥ a medio", "a level in words is asked"),
    ("x ≤ x-1 | x < x-2", "the years before have names of their own: year-2"),
    ("n. doc. inviati", "a row of a table"),
    ("Eventi per sottoscrizione", "a row of a table"),
    ("Rispetto standard di qualità", "a row of a table"),
    ("(interni/esterni) ⇥", "a row of a table"),
    ("0 N. ⇥ 36.782", "a row of a table"),
    ("0 N. ⇥ 0 N.", "a row of a table"),
    ("con target +50%", "a reference that nobody gives is asked"),
    ("mantenere la scadenza", "a proposal in words is asked"),
    ("100% | Frequenza 80 %", "the hours are those of the indicator"),
];

/// The keys of a normal form that say what is scored; measures only where the phrase has them.
fn core(normal: &serde_json::Value, phrase: &str) -> serde_json::Value {
    const KEYS: [&str; 15] = [
        "op",
        "v",
        "v2",
        "u",
        "date",
        "month",
        "base",
        "base_value",
        "ref",
        "tol",
        "bands",
        "each",
        "all",
        "by_year",
        "periodic",
    ];
    match normal {
        serde_json::Value::Object(map) => {
            let is_year = |key: &str| key.len() == 4 && key.parse::<u16>().is_ok();
            let is_said = |key: &str, held: &serde_json::Value| {
                let said = |u: &str| phrase.to_lowercase().contains(&u.to_lowercase());
                key != "u" || held.as_str().is_some_and(said)
            };
            let months = map.contains_key("month");
            map.iter()
                .filter(|(key, held)| {
                    let is_key = KEYS.contains(&key.as_str()) && !(months && *key == "date");
                    (is_key || is_year(key)) && is_said(key, held)
                })
                .map(|(key, held)| {
                    let held = match key.as_str() {
                        "u" => held.as_str().unwrap().to_lowercase().into(),
                        // Its measure is that of the year's.
                        "periodic" => core(held, ""),
                        _ => core(held, phrase),
                    };
                    (key.clone(), held)
                })
                .collect()
        }
        serde_json::Value::Array(list) => list.iter().map(|item| core(item, phrase)).collect(),
        other => other.clone(),
    }
}

#[test]
fn the_shared_table_is_read_as_it_proposes_but_for_what_is_declared() {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/targets.tsv");
    let Ok(text) = fs::read_to_string(shared) else {
        eprintln!("SKIPPED: ../shared/targets.tsv is not there, nothing was compared");
        return;
    };
    let mut wrong = Vec::new();
    for line in text.lines().skip(1) {
        let cells: Vec<&str> = line.split('\t').collect();
        let year = match cells[0] {
            "caserta2021" => 2021,
            "art67_2022" => 2022,
            "maremma2019" => 2017,
            _ => 2020,
        };
        let proposed: serde_json::Value = serde_json::from_str(cells[3]).unwrap();
        // What it marks as no target, or as a question, need only be asked.
        let asks = ["ask", "event", "flag", "status", "score", "pairs_with"];
        let may_ask = asks.iter().any(|key| proposed.get(key).is_some());
        let equal =
            [None, Some(Direction::Up), Some(Direction::Down)].into_iter().any(|direction| {
                let found = found(cells[1], Context { direction, year: Some(year) });
                match found.strip_prefix("? ") {
                    Some(_) => may_ask && direction.is_none(),
                    None => {
                        let found = serde_json::from_str(&found).unwrap();
                        core(&found, cells[1]) == core(&years(&proposed), cells[1])
                    }
                }
            });
        let declared = OTHERWISE.iter().any(|(phrase, _)| cells[1].starts_with(phrase));
        if equal == declared {
            wrong.push(format!("{} equal: {equal}, declared: {declared}", cells[1]));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// A proposal for several years with what they have in common, as one for each of them.
fn years(proposed: &serde_json::Value) -> serde_json::Value {
    let mut proposed = proposed.clone();
    let common = proposed.clone();
    if let Some(years) = proposed.get_mut("by_year").and_then(|years| years.as_object_mut()) {
        for held in years.values_mut().filter(|held| held.is_string()) {
            *held = serde_json::json!({"op": common["op"], "u": common["u"], "v": held.clone()});
        }
        if let Some(map) = proposed.as_object_mut() {
            map.retain(|key, _| key == "by_year");
        }
    }
    proposed
}

#[test]
fn every_proposal_is_read_without_a_question() {
    let mut proposed = 0;
    for (context, phrase, _) in all() {
        let Err(question) = read(phrase, context) else { continue };
        for proposal in question.proposals() {
            proposed += 1;
            assert!(read(&proposal, context).is_ok(), "{phrase}: {proposal}");
        }
    }
    assert!(proposed > 60, "{proposed}");
}

#[test]
fn proposals_are_phrases_that_people_would_write() {
    for (known, phrase, expected) in [
        ("c2021", "3/4", &["entro il 3/4/2021", ">= 75%"][..]),
        ("c2021", "2/3 delle imprese", &[]),
        ("-2021", "≥ 4/5", &["≥ 80%"]),
        ("c2021", "2020", &[">= valore 2020", ">= 2.020"]),
        ("-2021", "≥ 2020", &["≥ valore 2020", "≥ 2.020"]),
        (
            "-2021",
            "almeno +2 punti percentuali",
            &["almeno +2 punti percentuali rispetto all'anno precedente", ">= 2 punti percentuali"],
        ),
        ("-2021", "fino al 31 dicembre", &["entro il 31 dicembre"]),
        ("-2021", "mensile", &["almeno 1 al mese"]),
        ("-2021", "ogni trimestre", &["almeno 1 al trimestre"]),
        ("-2021", "Aggiornamento trimestrale", &["almeno 1 aggiornamento al trimestre"]),
        ("-2021", "ogni 15 giorni", &[]),
        ("-2021", "una volta l'anno", &["almeno una volta l'anno", "al massimo una volta l'anno"]),
        ("-2021", "mantenimento", &["≥ anno precedente", "≤ anno precedente"]),
        ("-2021", "in linea con l'anno precedente", &[">= anno precedente", "<= anno precedente"]),
        ("c2021", "5 (sei)", &[]),
        ("c2021", "80% (baseline 75%)", &[]),
        (
            "-2021",
            "Verifica di n. 1300 posizioni",
            &["Verifica di almeno n. 1300 posizioni", "Verifica di al massimo n. 1300 posizioni"],
        ),
        ("-2021", "entro il 31.12.48", &["entro il 31.12.2021"]),
        ("-", "entro il 31.12", &[]),
    ] {
        let table = format!("{known}\t{phrase}\t");
        let (context, ..) = lines(&table).next().unwrap();
        assert_eq!(read(phrase, context).unwrap_err().proposals(), expected, "{phrase}");
    }
}

#[test]
fn every_reading_and_every_question_is_said_in_both_languages() {
    for (context, phrase, _) in all() {
        for texts in [Lang::It, Lang::En].map(Texts::of) {
            let said = match read(phrase, context) {
                Ok(target) => {
                    format!("{} {}", texts.target(&target), texts.target_scoring(&target))
                }
                Err(question) => texts.question(&question),
            };
            let broken = ["reads-", "scored-", "issue-", "span-", "reference-", "{"];
            assert!(!broken.iter().any(|mark| said.contains(mark)), "{phrase}: {said}");
        }
    }
}

#[test]
fn a_text_of_a_million_letters_is_refused_at_once() {
    let long = "entro il 31/12/2021 e ".repeat(50_000);
    assert_eq!(read(&long, Context::default()).unwrap_err().kind.name, "target-not-understood");
}

/// Words of the language in any order: nearer to real phrases than letters at random.
fn jumble() -> impl Strategy<Value = String> {
    let tables = [DOCUMENTS, UNSEEN, TRIAL].into_iter();
    let known: Vec<&str> = tables.flat_map(|table| table.split([' ', '\t', '\n'])).collect();
    proptest::collection::vec(proptest::sample::select(known), 0..14)
        .prop_map(|words| words.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn nothing_makes_the_language_panic_and_no_proposal_asks_again(
        phrase in prop_oneof![jumble(), "\\PC{0,80}"],
        known in 0_u8..6,
    ) {
        traguardo_files::fuzz::target(&[&[known], phrase.as_bytes()].concat());
    }
}
