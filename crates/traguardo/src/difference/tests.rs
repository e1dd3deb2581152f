//! Tests of the difference: what is paired with what, and what is said of it.
//! Nothing here but tests.

use super::*;
use crate::number::Decimal;
use crate::office::Office;
use crate::period::{parse_date, parse_moment};
use crate::quantity::Quantity;
use crate::sample;
use crate::target::Expected;
use crate::text::{Lang, Texts};

fn told(entries: &[Entry]) -> String {
    let texts = Texts::of(Lang::It);
    let mut told = String::new();
    for entry in entries {
        let (name, fate) = (texts.sentence(&entry.item.name()), texts.sentence(&entry.fate()));
        told.push_str(&format!("{name}: {fate}\n"));
        for cell in &entry.cells {
            told.push_str(&format!("  {}\n", texts.sentence(&cell.sentence())));
        }
    }
    told
}

#[test]
fn what_was_added_changed_and_removed_is_said_with_before_and_after() {
    let old = sample::plan();
    let mut new = sample::plan();
    new.nodes[1].details.weight = Some(Decimal::new(3334, 2));
    new.uses[0].details.targets.year = Some(Expected::written(">= 14.000.000.000 €"));
    new.uses.remove(2);
    new.indicators.remove(2);
    new.nodes[2].code = "301.D1.3".to_owned();
    new.nodes[2].details.pira = true;
    let code = "UP".to_owned();
    new.offices.push(Office {
        name: "Promozione".to_owned(),
        code,
        parent: None,
        kind: None,
        head: None,
        row: 9,
    });
    insta::assert_snapshot!(told(&diff(&old, &new).entries), @r"
    Nodo 301: modificato
      peso: da «100» a «33,34»
    Nodo 301.D1.3: aggiunto
      padre: «301»
      livello: «obiettivo operativo»
      titolo: «Servizi certificativi»
      peso: «100»
      pira: «sì»
    Nodo 301.D1.2: tolto
      padre: prima «301», ora vuoto
      livello: prima «obiettivo operativo», ora vuoto
      titolo: prima «Servizi certificativi», ora vuoto
      peso: prima «100», ora vuoto
    Indicatore CERT: tolto
      titolo: prima «Rispetto dei tempi di rilascio», ora vuoto
      unita: prima «%», ora vuoto
      verso: prima «cresce», ora vuoto
    Indicatore EXPORT nel nodo 301: modificato
      target: da «>= 13.000.000.000 €» a «>= 14.000.000.000 €»
    Indicatore CERT nel nodo 301.D1.2: tolto
      peso: prima «100», ora vuoto
      target: prima «>= 83,00 %», ora vuoto
    Ufficio UP: aggiunto
      nome: «Promozione»
    ");
}

#[test]
fn neither_the_order_of_rows_nor_where_they_stood_is_a_difference() {
    let mut new = sample::plan();
    new.nodes.reverse();
    new.uses.reverse();
    for node in &mut new.nodes {
        node.details.row = 77;
    }
    assert!(diff(&sample::plan(), &new).is_empty());
}

#[test]
fn the_second_row_of_a_code_is_paired_with_the_second() {
    let mut old = sample::plan();
    old.nodes.push(old.nodes[1].clone());
    let mut new = old.clone();
    assert!(diff(&old, &new).is_empty());
    new.nodes[3].title = "Doppione".to_owned();
    assert_eq!(diff(&old, &new).entries.len(), 1);
    new.nodes.pop();
    assert_eq!(diff(&old, &new).count(Fate::Removed), 1);
}

#[test]
fn readings_are_added_superseded_or_missing_from_the_newer_hand_in() {
    let old = sample::readings();
    let mut new = old.clone();
    new.list[0].row = 40;
    // The same number with other decimals says the same.
    new.list[2].observed = Observed::Number(Quantity::bare(Decimal::new(95_970, 3)));
    let mut corrected = old.list[1].clone();
    corrected.observed = Observed::Number(Quantity::bare(Decimal::from(150)));
    corrected.recorded_at = parse_moment("2020-07-21").ok();
    corrected.reason = Some("ricontati".to_owned());
    new.list.push(corrected);
    let mut later = old.list[0].clone();
    later.date = parse_date("2020-12-31").ok();
    new.list.push(later);
    insta::assert_snapshot!(told(&diff_readings(&old, &new)), @r"
    Rilevazione di PART al 30 giugno 2020: sostituisce quella registrata prima
      valore: da «143» a «150»
      registrato_il: «2020-07-21T00:00:00»
      motivo: «ricontati»
    Rilevazione di EXPORT al 31 dicembre 2020: aggiunta
      valore: «3.111.720.000»
    ");
    new.list.remove(0);
    let gone = Difference { entries: diff_readings(&old, &new) };
    assert_eq!(gone.count(Fate::Removed), 1);
    assert_eq!(gone.keeping_readings().count(Fate::Removed), 0);
}

#[test]
fn a_rule_that_changes_is_said_by_its_key() {
    let (plan, readings, old) = (sample::plan(), sample::readings(), Rules::default());
    let mut new = Rules::default();
    new.node.missing = crate::rules::MissingRule::Exclude;
    new.indicator.cap = None;
    new.bands[0].colour = crate::rules::Colour::Blue;
    let side = |rules| Side { plan: &plan, readings: &readings, rules };
    insta::assert_snapshot!(told(&diff_all(side(&old), side(&new)).entries), @r"
    Regole: modificate
      nodo.mancante: da «zero» a «escludi»
      fasce.raggiunto.colore: da «verde» a «blu»
      indicatore.massimo: prima «100», ora vuoto
    ");
}
