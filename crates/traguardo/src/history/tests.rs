//! Tests of what stands in a history, and in which order.
//! Not here: how revisions and readings are kept.

use super::*;
use crate::number::Decimal;
use crate::period::parse_moment;
use crate::quantity::Quantity;
use crate::reading::Observed;
use crate::sample;

fn at(moment: &str) -> DateTime {
    parse_moment(moment).unwrap()
}

/// Where a change comes from, who made it, what became of the thing, and the columns.
fn told(change: &Change) -> (Source, &str, Fate, String) {
    let cells: Vec<&str> = change.entry.cells.iter().map(|cell| cell.column.as_ref()).collect();
    (change.source, change.by.as_deref().unwrap(), change.entry.fate, cells.join(" "))
}

#[test]
fn a_correction_says_what_it_was_and_a_mark_what_was_said() {
    let (plan, rules) = (sample::plan(), Rules::default());
    let versions =
        [Version { number: 1, by: "Controllo", at: at("2020-01-31"), plan: &plan, rules: &rules }];
    let mut readings = sample::readings();
    readings.list.push(Reading {
        observed: Observed::Number(Quantity::bare(Decimal::from(150))),
        recorded_at: Some(at("2020-07-20 09:00")),
        recorded_by: Some("Promozione".to_owned()),
        reason: Some("Mancava un evento".to_owned()),
        ..readings.list[1].clone()
    });
    let mark = Mark {
        reading: 1,
        verdict: Verdict::SentBack,
        comment: Some("Controlla giugno".to_owned()),
        by: "Dirigente".to_owned(),
        at: at("2020-07-15"),
    };
    let written = [
        None,
        Some(Written { by: "Ufficio".to_owned(), at: at("2020-07-02") }),
        None,
        Some(Written { by: "Promozione (promo)".to_owned(), at: at("2020-07-20 09:01") }),
    ];
    let sources = Sources {
        versions: &versions,
        readings: &readings,
        written: &written,
        marks: std::slice::from_ref(&mark),
    };
    let changes = history(&sources, Topic::Indicator("PART"));
    let (found, handed_in) = changes.split_at(3);
    let corrected = "valore registrato_il registrato_da motivo".to_owned();
    assert_eq!(
        found.iter().map(told).collect::<Vec<_>>(),
        [
            (Source::Reading(3), "Promozione (promo)", Fate::Superseded, corrected),
            (Source::Mark(0), "Dirigente", Fate::Changed, "esito motivo".to_owned()),
            (Source::Reading(1), "Ufficio", Fate::Added, "valore".to_owned()),
        ]
    );
    assert!(handed_in.iter().all(|change| change.source == Source::Revision(1)));
    assert_eq!(handed_in.len(), 2);
}

#[test]
fn a_node_has_its_own_row_and_nothing_of_its_children() {
    let (first, rules) = (sample::plan(), Rules::default());
    let mut second = first.clone();
    second.nodes[1].title = "Estero".to_owned();
    second.nodes[2].title = "Certificati".to_owned();
    let version =
        |number, plan| Version { number, by: "U", at: at("2020-02-01"), plan, rules: &rules };
    let versions = [version(1, &first), version(2, &second)];
    let readings = sample::readings();
    let sources = Sources { versions: &versions, readings: &readings, written: &[], marks: &[] };
    let changes = history(&sources, Topic::Node("301"));
    assert_eq!(changes.len(), 2);
    assert!(
        changes.iter().all(|change| { change.entry.item == Item::Node { code: "301".to_owned() } })
    );
    assert!(history(&sources, Topic::Node("999")).is_empty());
}
