//! Readings are only ever added, and a correction says when and why.
//! Not here: which of two readings a score uses.

use traguardo::number::Decimal;
use traguardo::period::parse_moment;
use traguardo::quantity::Quantity;
use traguardo::reading::{Observed, Reading, Readings};
use traguardo::rules::Rules;
use traguardo::sample;
use traguardo::text::{Lang, Texts};
use traguardo_store::{Clash, Saved, Store};

use crate::engines::{execute, on_both_engines, open, signature};

on_both_engines! {
    a_reading_handed_in_again_is_not_added_again,
    a_reading_that_is_no_longer_handed_in_stays,
    a_correction_is_added_behind_what_it_corrects,
    a_correction_registered_earlier_or_without_reason_is_refused,
    a_correction_may_stand_above_what_it_corrects,
    every_reading_at_fault_is_named_at_once,
    other_days_parts_and_bodies_correct_nothing,
    the_database_itself_refuses_to_change_a_reading,
}

async fn save(store: &Store, list: &[Reading]) -> Result<Saved, Vec<Clash>> {
    let readings = Readings { list: list.to_vec() };
    let (plan, rules) = (sample::plan(), Rules::default());
    let saved = store.save(&plan, &readings, &rules, &signature(), |_, _| ()).await;
    saved.map_err(|error| {
        assert_eq!(error.name(), "readings-not-superseding");
        for lang in [Lang::It, Lang::En] {
            let said = Texts::of(lang).sentence(&error.sentence());
            assert!(said.contains("«EXPORT»") || said.contains("“EXPORT”"), "{said}");
            let clash = Texts::of(lang).sentence(&error.clashes()[0].sentence());
            assert!(clash.contains("2020") && !clash.contains('$'), "{clash}");
        }
        error.clashes().to_vec()
    })
}

async fn stored(store: &Store) -> Vec<Reading> {
    store.load("cciaa_mo", 2020).await.unwrap().readings.list
}

fn first() -> Reading {
    sample::readings().list[0].clone()
}

fn correction(registered: &str, reason: Option<&str>) -> Reading {
    Reading {
        observed: Observed::Number(Quantity::bare(Decimal::new(1, 0))),
        recorded_at: Some(parse_moment(registered).unwrap()),
        reason: reason.map(String::from),
        row: 7,
        ..first()
    }
}

async fn a_reading_handed_in_again_is_not_added_again(url: &str) {
    let store = open(url).await;
    let list = sample::readings().list;
    assert_eq!(save(&store, &list).await.unwrap().readings_added, 3);
    let mut moved = list.clone();
    moved.reverse();
    moved.iter_mut().for_each(|reading| reading.row += 40);
    moved.push(moved[0].clone());
    let saved = save(&store, &moved).await.unwrap();
    assert_eq!((saved.readings_added, saved.readings_known, saved.readings_kept), (0, 4, 0));
    assert_eq!(stored(&store).await, list);
}

async fn a_reading_that_is_no_longer_handed_in_stays(url: &str) {
    let store = open(url).await;
    let list = sample::readings().list;
    save(&store, &list).await.unwrap();
    let saved = save(&store, &list[1..2]).await.unwrap();
    assert_eq!((saved.readings_added, saved.readings_known, saved.readings_kept), (0, 1, 2));
    assert_eq!(stored(&store).await, list);
}

async fn a_correction_is_added_behind_what_it_corrects(url: &str) {
    let store = open(url).await;
    let mut list = sample::readings().list;
    save(&store, &list).await.unwrap();
    let once = Reading { row: 0, ..correction("2020-07-21", Some("errore di somma")) };
    assert_eq!(save(&store, std::slice::from_ref(&once)).await.unwrap().readings_added, 1);
    let again =
        Reading { part: None, ..Reading { row: 0, ..correction("2020-07-22", Some("idem")) } };
    list.extend([once, again]);
    assert_eq!(save(&store, &list).await.unwrap().readings_added, 1);
    assert_eq!(stored(&store).await, list);
}

async fn a_correction_registered_earlier_or_without_reason_is_refused(url: &str) {
    let store = open(url).await;
    let mut list = sample::readings().list;
    list.push(correction("2020-07-21", Some("errore di somma")));
    save(&store, &list).await.unwrap();
    let before = stored(&store).await;
    let later = |reason| Reading { note: Some("nota".into()), ..correction("2020-07-22", reason) };
    for reason in [None, Some("  ")] {
        let clashes = save(&store, &[later(reason)]).await.unwrap_err();
        assert_eq!(clashes.len(), 1);
        let place = &clashes[0].place;
        assert_eq!((place.row, place.column.as_deref()), (Some(7), Some("motivo")));
        assert_eq!(place.code.as_deref(), Some("EXPORT"));
        assert_eq!(clashes[0].recorded_at, parse_moment("2020-07-21").ok());
    }
    for registered in ["2020-07-20", "2020-07-21"] {
        let earlier = Reading { state: None, ..correction(registered, Some("altro motivo")) };
        let clashes = save(&store, &[earlier]).await.unwrap_err();
        assert_eq!(clashes[0].place.column.as_deref(), Some("registrato_il"));
    }
    assert_eq!(stored(&store).await, before);
}

async fn a_correction_may_stand_above_what_it_corrects(url: &str) {
    let store = open(url).await;
    let list = [Reading { row: 0, ..correction("2020-07-21", Some("errore")) }, first()];
    assert_eq!(save(&store, &list).await.unwrap().readings_added, 2);
    assert_eq!(stored(&store).await, list);
}

async fn every_reading_at_fault_is_named_at_once(url: &str) {
    let store = open(url).await;
    let mut list = sample::readings().list;
    save(&store, &list).await.unwrap();
    for (row, reading) in (2..).zip(&mut list) {
        reading.note = Some("ritoccata".to_owned());
        reading.row = row;
    }
    let clashes = save(&store, &list).await.unwrap_err();
    let rows: Vec<_> = clashes.iter().filter_map(|clash| clash.place.row).collect();
    assert_eq!(rows, [2, 3, 4]);
}

async fn other_days_parts_and_bodies_correct_nothing(url: &str) {
    let store = open(url).await;
    let other_day = Reading { date: Some(jiff::civil::date(2019, 12, 31)), ..first() };
    let list = [
        first(),
        other_day,
        Reading { part: Some(1), ..first() },
        Reading { part: Some(2), ..first() },
        Reading { body: Some("cciaa_re".to_owned()), ..first() },
    ];
    assert_eq!(save(&store, &list[..1]).await.unwrap().readings_added, 1);
    assert_eq!(save(&store, &list).await.unwrap().readings_added, 4);
    assert_eq!(stored(&store).await, list);
}

async fn the_database_itself_refuses_to_change_a_reading(url: &str) {
    let store = open(url).await;
    save(&store, &sample::readings().list).await.unwrap();
    for sql in [
        "UPDATE reading SET number = '0'",
        "DELETE FROM reading WHERE position = 0",
        "UPDATE audit SET who = 'Nessuno'",
        "DELETE FROM audit",
        "DELETE FROM plan",
    ] {
        execute(url, sql).await.expect_err(sql);
    }
    let engine_only = if crate::engines::is_sqlite(url) {
        "INSERT OR REPLACE INTO reading (plan, position, indicator, kind) \
         VALUES ('cciaa_mo/2020', 0, 'EXPORT', 'not_available')"
    } else {
        "TRUNCATE reading"
    };
    execute(url, engine_only).await.expect_err(engine_only);
    assert_eq!(stored(&store).await, sample::readings().list);
    assert_eq!(store.verify().await.unwrap().findings, []);
}
