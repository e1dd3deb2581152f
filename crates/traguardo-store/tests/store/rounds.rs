//! Closed rounds: what is fixed, that nothing moves it, and that tampering is found.
//! Not here: what a record says and how figures are compared, which the core's own tests show.

use std::io::Cursor;

use traguardo::history::{Source, Topic, history};
use traguardo::number::Decimal;
use traguardo::period::{Date, parse_date, parse_moment};
use traguardo::plan::Plan;
use traguardo::quantity::Quantity;
use traguardo::reading::{Observed, Reading, Readings};
use traguardo::round::{GapKind, Refusal, Standing, record};
use traguardo::rules::{MissingRule, Rules};
use traguardo::sample;
use traguardo::text::{Lang, Texts};
use traguardo_store::{ClosedWhole, Closing, Fault, Seen, Signature, Store, record_hash};

use crate::engines::{
    drop_triggers, execute, is_sqlite, on_both_engines, open, postgres, signature, sqlite,
};

on_both_engines! {
    a_round_names_the_readings_that_counted_and_what_was_missing,
    the_record_is_the_same_on_both_engines_and_on_every_run,
    a_correction_new_rules_and_a_new_plan_move_no_digit_of_a_closed_round,
    a_round_is_closed_once_in_time_and_with_a_reason_for_what_is_missing,
    what_came_since_it_was_looked_at_must_be_seen_first,
    a_round_is_never_changed,
    whoever_changes_a_row_of_a_round_is_found_out,
    whoever_changes_what_a_round_was_made_of_is_found_out,
    a_round_comes_back_with_a_copy,
    the_register_of_a_body_is_told_the_latest_entry_first,
    the_past_says_who_wrote_each_reading,
}

const IPA: &str = "cciaa_mo";

fn june() -> Date {
    parse_date("30/06/2020").unwrap()
}

fn closing() -> Closing {
    Closing {
        checkpoint: june(),
        reason: "Le note arrivano a settembre".to_owned(),
        program: "1.0.0".to_owned(),
        seen: None,
    }
}

fn at(moment: &str) -> Signature {
    Signature { who: "Controllo di gestione".to_owned(), at: parse_moment(moment).unwrap() }
}

async fn save(store: &Store, plan: &Plan, readings: &Readings, rules: &Rules) {
    store.save(plan, readings, rules, &signature(), |_, _| ()).await.unwrap();
}

/// The readings of the sample, with an earlier one of March and one of last year, which no target
/// asks for.
fn readings() -> Readings {
    let mut readings = sample::readings();
    let mut march = readings.list[1].clone();
    march.date = parse_date("31/03/2020").ok();
    let mut before = readings.list[1].clone();
    before.date = parse_date("31/12/2019").ok();
    readings.list.splice(0..0, [march, before]);
    readings
}

async fn closed(url: &str) -> Store {
    let store = open(url).await;
    save(&store, &sample::plan(), &readings(), &Rules::default()).await;
    store.close_round(IPA, 2020, &closing(), &at("2020-07-31 09:00")).await.unwrap();
    store
}

async fn load(store: &Store) -> ClosedWhole {
    store.load_round(IPA, 2020, june()).await.unwrap()
}

async fn findings(store: &Store) -> Vec<String> {
    let english = Texts::of(Lang::En);
    let found = store.verify().await.unwrap().findings;
    found.iter().map(|finding| english.sentence(&finding.sentence())).collect()
}

async fn a_round_names_the_readings_that_counted_and_what_was_missing(url: &str) {
    let store = closed(url).await;
    let whole = load(&store).await;
    let round = &whole.closed.round;
    let included: Vec<_> = round.included.iter().map(|one| (one.position, one.standing)).collect();
    assert_eq!(included, [2, 3, 4].map(|position| (position, Standing::Counted)));
    assert_eq!(whole.readings, sample::readings());
    assert_eq!((round.revision, round.known), (1, 5));
    let gaps: Vec<_> = round.gaps.iter().map(|gap| (gap.indicator.as_str(), gap.kind)).collect();
    let (note, unchecked) = (GapKind::Note, GapKind::Unchecked);
    assert_eq!(gaps, [("EXPORT", note), ("PART", note), ("CERT", unchecked)]);
    assert_eq!(round.reason.as_deref(), Some("Le note arrivano a settembre"));
    let area = whole.frozen().scores().node("1").unwrap().score().unwrap();
    assert_eq!(whole.rules.printed(area), "73,84");
    assert_eq!(store.rounds(IPA, 2020).await.unwrap(), [whole.closed]);
    let verified = store.verify().await.unwrap();
    assert_eq!((verified.findings, verified.rounds), (vec![], 1));
    let entry = store.entries(1, 1).await.unwrap().remove(0);
    assert!(
        entry.what.starts_with("close cciaa_mo/2020/2020-06-30: revision 1, 3 readings, 3 gaps")
    );
}

async fn the_record_is_the_same_on_both_engines_and_on_every_run(url: &str) {
    let closed = load(&closed(url).await).await.closed;
    assert_eq!(closed.hash, record_hash(&closed.record));
    assert_eq!(
        closed.hash, "111249a27a80386b7de2de2ee695f257d463c2047bb75710cb52013a9f362a4c",
        "{}",
        closed.record
    );
}

async fn a_correction_new_rules_and_a_new_plan_move_no_digit_of_a_closed_round(url: &str) {
    let store = closed(url).await;
    let before = load(&store).await;
    // A correction of a figure that counted.
    let mut corrected = readings();
    corrected.list.push(Reading {
        observed: Observed::Number(Quantity::bare(Decimal::from(300))),
        recorded_at: parse_moment("2020-09-01 09:00").ok(),
        reason: Some("Mancavano le iniziative di giugno".to_owned()),
        ..corrected.list[3].clone()
    });
    save(&store, &sample::plan(), &corrected, &Rules::default()).await;
    assert_eq!(load(&store).await, before);
    // Other rules.
    let mut rules = Rules::default();
    rules.indicator.cap = Some(Decimal::from(120));
    rules.node.missing = MissingRule::Exclude;
    save(&store, &sample::plan(), &corrected, &rules).await;
    assert_eq!(load(&store).await, before);
    // A plan with other weights, titles and targets, of a body that changed its name.
    let mut plan = sample::plan();
    plan.body.name = "Camera di commercio dell'Emilia".to_owned();
    plan.uses[0].details.weight = Some(Decimal::from(60));
    plan.nodes[0].title = "Imprese".to_owned();
    plan.nodes.truncate(2);
    plan.uses.truncate(2);
    save(&store, &plan, &corrected, &rules).await;
    let after = load(&store).await;
    assert_eq!(after, before);
    assert_eq!(record(&after.frozen()), before.closed.record);
    let today = store.load(IPA, 2020).await.unwrap();
    assert_eq!((today.revision, today.plan.body.name), (3, plan.body.name));
    assert_eq!(findings(&store).await, [""; 0]);
}

async fn a_round_is_closed_once_in_time_and_with_a_reason_for_what_is_missing(url: &str) {
    let store = open(url).await;
    save(&store, &sample::plan(), &readings(), &Rules::default()).await;
    let refused = |closing: Closing, moment: &'static str| {
        let store = store.clone();
        async move {
            match store.close_round(IPA, 2020, &closing, &at(moment)).await.unwrap_err().fault {
                Fault::RoundRefused(refusal) => refusal,
                other => panic!("{other}"),
            }
        }
    };
    let late = "2020-07-31 09:00";
    let silent = Closing { reason: " ".to_owned(), ..closing() };
    assert_eq!(refused(silent, late).await, Refusal::Gaps(3));
    assert_eq!(refused(closing(), "2020-06-29 23:59").await, Refusal::Ahead(june()));
    let march = parse_date("31/03/2020").unwrap();
    let nowhere = Closing { checkpoint: march, ..closing() };
    assert_eq!(refused(nowhere, late).await, Refusal::NoCheckpoint);
    let unknown = store.load_round(IPA, 2020, june()).await.unwrap_err().fault;
    assert!(matches!(unknown, Fault::RoundUnknown { .. }), "{unknown}");
    assert_eq!(store.entries(0, 9).await.unwrap().len(), 1);
    store.close_round(IPA, 2020, &closing(), &at("2020-06-30 00:00")).await.unwrap();
    assert_eq!(refused(closing(), late).await, Refusal::Closed);
    assert_eq!(store.rounds(IPA, 2020).await.unwrap().len(), 1);
}

async fn what_came_since_it_was_looked_at_must_be_seen_first(url: &str) {
    let store = open(url).await;
    save(&store, &sample::plan(), &sample::readings(), &Rules::default()).await;
    let seen = Seen { revision: 1, readings: 3, marks: 0 };
    save(&store, &sample::plan(), &readings(), &Rules::default()).await;
    let close = |seen| {
        let (store, closing) = (store.clone(), Closing { seen: Some(seen), ..closing() });
        async move { store.close_round(IPA, 2020, &closing, &at("2020-07-31 09:00")).await }
    };
    let moved = close(seen).await.unwrap_err().fault;
    assert!(matches!(moved, Fault::RoundMoved), "{moved}");
    close(Seen { readings: 5, ..seen }).await.unwrap();
}

async fn a_round_is_never_changed(url: &str) {
    let store = closed(url).await;
    for table in ["round", "round_reading", "round_gap"] {
        for sql in [format!("UPDATE {table} SET position = 9"), format!("DELETE FROM {table}")] {
            execute(url, &sql).await.unwrap_err();
        }
    }
    for added in [
        "round_gap (round, position, indicator, kind) VALUES ('cciaa_mo/2020/2020-06-30', 90, 'X', 'owed')",
        "round_reading (round, position, reading, standing) \
         VALUES ('cciaa_mo/2020/2020-06-30', 90, 1, 'counted')",
    ] {
        let refused = execute(url, &format!("INSERT INTO {added}")).await.unwrap_err().to_string();
        assert!(refused.contains("no row is added to a closed round"), "{refused}");
    }
    if is_sqlite(url) {
        let replaced = "INSERT OR REPLACE INTO round_gap (round, position, indicator, kind) \
                        VALUES ('cciaa_mo/2020/2020-06-30', 0, 'X', 'owed')";
        execute(url, replaced).await.unwrap_err();
    }
    assert_eq!(findings(&store).await, [""; 0]);
}

async fn whoever_changes_a_row_of_a_round_is_found_out(url: &str) {
    let store = closed(url).await;
    drop_triggers(url).await;
    let in_rows = |found: &[String], table: &str| {
        found.iter().any(|said| said.contains(&format!("table {table} ")))
    };
    for (table, change, undo) in [
        ("round", "program = '2'", "program = '1.0.0'"),
        ("round", "closed_by = 'Altri'", "closed_by = 'Controllo di gestione'"),
        ("round", "reason = NULL", "reason = 'Le note arrivano a settembre'"),
        ("round", "known = 9", "known = 5"),
        ("round", "record = record || ' '", "record = substr(record, 1, length(record) - 1)"),
        ("round", "hash = 'x' || hash", "hash = substr(hash, 2)"),
        ("round", "revision = 7", "revision = 1"),
        ("round_reading", "standing = 'beside'", "standing = 'counted'"),
        ("round_reading", "reading = 0", "reading = 2"),
        ("round_gap", "kind = 'owed'", "kind = 'note'"),
        ("round_gap", "kind = 'boh'", "kind = 'note'"),
    ] {
        let at = "WHERE position = 0";
        execute(url, &format!("UPDATE {table} SET {change} {at}")).await.unwrap();
        let found = findings(&store).await;
        assert!(in_rows(&found, table), "{change}: {found:?}");
        // What it was known by does not enter the record; the row alone says it.
        let by_record = found.iter().any(|said| said.contains("cciaa_mo/2020/2020-06-30”"));
        let unread = found.iter().any(|said| said.contains("cannot be read"));
        assert!(by_record || unread || change.starts_with("known"), "{change}: {found:?}");
        execute(url, &format!("UPDATE {table} SET {undo} {at}")).await.unwrap();
        assert_eq!(findings(&store).await, [""; 0], "{undo}");
    }
    execute(url, "DELETE FROM round_reading WHERE position = 2").await.unwrap();
    assert!(in_rows(&findings(&store).await, "round_reading"));
}

async fn whoever_changes_what_a_round_was_made_of_is_found_out(url: &str) {
    let store = closed(url).await;
    drop_triggers(url).await;
    execute(url, "UPDATE reading SET number = '144' WHERE position = 3").await.unwrap();
    let found = findings(&store).await;
    assert_eq!(found.len(), 2, "{found:?}");
    assert_eq!(
        found[1],
        "The inputs of round “cciaa_mo/2020/2020-06-30” are not those with which it was closed. \
         The first line that does not match: reading date=2020-06-30 indicator=PART kind=number \
         number=143 standing=counted"
    );
    execute(url, "UPDATE reading SET number = '143' WHERE position = 3").await.unwrap();
    // A reading that did not count is none of the round's, and found by the register alone.
    execute(url, "UPDATE reading SET number = '1' WHERE position = 0").await.unwrap();
    assert_eq!(findings(&store).await.len(), 1);
    execute(url, "UPDATE reading SET number = '143' WHERE position = 0").await.unwrap();
    execute(url, "UPDATE use SET weight = '11' WHERE position = 0").await.unwrap();
    let found = findings(&store).await;
    assert!(found[1].contains("use indicator=EXPORT node=301 weight=10"), "{found:?}");
    execute(url, "UPDATE use SET weight = '10' WHERE position = 0").await.unwrap();
    // A record forged together with its hash, by somebody who can count.
    let record = load(&store).await.closed.record.replace("printed=73,84", "printed=93,84");
    let forged = record_hash(&record);
    let sql = format!("UPDATE round SET record = '{record}', hash = '{forged}'");
    execute(url, &sql).await.unwrap();
    let found = findings(&store).await;
    assert!(found[1].contains("does not reckon the scores with which version 1.0.0"), "{found:?}");
}

async fn a_round_comes_back_with_a_copy(url: &str) {
    let store = closed(url).await;
    let mut bytes = Cursor::new(Vec::new());
    store.backup(&mut bytes, parse_moment("2020-08-01 08:00").unwrap()).await.unwrap();
    for fresh in [sqlite(), postgres().await] {
        let copy = Cursor::new(bytes.get_ref().as_slice());
        let (back, _) = Store::restore(&fresh.url, copy).await.unwrap();
        assert_eq!(load(&back).await, load(&store).await);
        assert_eq!(back.verify().await.unwrap(), store.verify().await.unwrap());
    }
}

async fn the_register_of_a_body_is_told_the_latest_entry_first(url: &str) {
    let store = closed(url).await;
    let mut other = sample::plan();
    // Not one of the first body's: underscores are letters.
    other.body.ipa = "cciaaxmo".to_owned();
    save(&store, &other, &sample::readings(), &Rules::default()).await;
    let numbers = |ipa: Option<&'static str>, before, count| {
        let store = store.clone();
        async move {
            let entries = store.latest_entries(ipa, before, count).await.unwrap();
            entries.iter().map(|entry| entry.number).collect::<Vec<_>>()
        }
    };
    assert_eq!(numbers(Some(IPA), None, 9).await, [2, 1]);
    assert_eq!(numbers(Some(IPA), None, 1).await, [2]);
    assert_eq!(numbers(Some(IPA), Some(2), 9).await, [1]);
    assert_eq!(numbers(Some("cciaaxmo"), None, 9).await, [3]);
    assert_eq!(numbers(Some("cciaa"), None, 9).await, [0; 0]);
    assert_eq!(numbers(None, None, 9).await, [3, 2, 1]);
}

async fn the_past_says_who_wrote_each_reading(url: &str) {
    let store = closed(url).await;
    let mut plan = sample::plan();
    plan.uses[0].details.weight = Some(Decimal::from(60));
    save(&store, &plan, &readings(), &Rules::default()).await;
    let past = store.past(IPA, 2020).await.unwrap();
    let numbers: Vec<i64> = past.revisions.iter().map(|(number, ..)| *number).collect();
    assert_eq!((numbers, past.readings.list.len()), (vec![1, 2], 5));
    assert!(past.written.iter().flatten().all(|written| written.by == "Ufficio d'esempio"));
    assert_eq!(past.written.iter().flatten().count(), 5);
    let versions = past.versions();
    let changes = history(&past.sources(&versions), Topic::Indicator("EXPORT"));
    let sources: Vec<Source> = changes.iter().map(|change| change.source).collect();
    let (revision, reading) = (Source::Revision, Source::Reading(2));
    assert_eq!(sources, [revision(1), revision(1), revision(2), reading]);
}
