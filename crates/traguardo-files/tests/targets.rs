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
    lines(DOCUMENTS).chain(lines(UNSEEN)).chain(lines(TRIAL))
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

#[test]
fn every_proposal_is_read_without_a_question() {
    let mut proposed = 0;
    for (context, phrase, _) in all() {
        let Err(question) = read(phrase, context) else { continue };
        for proposal in question.proposals {
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
        assert_eq!(read(phrase, context).unwrap_err().proposals, expected, "{phrase}");
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
