//! The audit covers what was written: whoever changes a row behind our back is found out.
//! Not here: changes that the database itself refuses, see `readings.rs`.

use sha2::{Digest, Sha256};
use sqlx::{AnyConnection, AssertSqlSafe, Row};
use traguardo::reading::{Reading, Readings};
use traguardo::rules::Rules;
use traguardo::sample;
use traguardo::text::{Lang, Texts};
use traguardo_store::{Finding, Store, Verified};

use crate::engines::{
    connect, drop_triggers, execute, on_both_engines, open, signature, take_back,
};

on_both_engines! {
    what_was_saved_matches,
    an_empty_database_matches,
    each_entry_says_what_it_has_written,
    every_cell_that_is_changed_is_found,
    rows_that_are_taken_away_or_added_are_found,
    readings_that_are_changed_are_found_with_who_wrote_them,
    an_entry_that_is_changed_is_found_also_with_its_hash,
    a_digest_that_is_changed_with_its_row_is_found,
    the_last_entry_cannot_be_cut_off,
    what_was_stored_before_digests_is_taken_in_as_it_is,
}

async fn save(store: &Store, list: Vec<Reading>) {
    let readings = Readings { list };
    let (plan, rules) = (sample::plan(), Rules::default());
    store.save(&plan, &readings, &rules, &signature(), |_, _| ()).await.unwrap();
}

/// Two imports: the second adds a reading.
async fn saved(url: &str) -> Store {
    let store = open(url).await;
    let list = sample::readings().list;
    save(&store, list[..2].to_vec()).await;
    save(&store, list).await;
    store
}

async fn findings(store: &Store) -> Vec<String> {
    let Verified { findings, .. } = store.verify().await.unwrap();
    let english = Texts::of(Lang::En);
    findings.iter().map(|finding| english.sentence(&finding.sentence())).collect()
}

/// Every answer as text.
async fn rows(connection: &mut AnyConnection, sql: &str) -> Vec<Vec<String>> {
    let rows = sqlx::query(AssertSqlSafe(sql.to_owned())).fetch_all(connection).await.unwrap();
    let text = |row: &sqlx::any::AnyRow| (0..row.len()).map(|at| row.get(at)).collect();
    rows.iter().map(text).collect()
}

async fn what_was_saved_matches(url: &str) {
    let store = saved(url).await;
    let verified = store.verify().await.unwrap();
    assert_eq!(verified.findings, []);
    assert_eq!((verified.entries, verified.hash.len()), (2, 64));
    // 1 body, 1 plan, 1 revision, 3 levels, 1 checkpoint, 3 nodes, 3 indicators, 3 uses,
    // 5 targets, 1 year of the horizon, 1 row of rules with its bands, 3 readings.
    let bands = i64::try_from(Rules::default().bands.len()).unwrap();
    let horizon = i64::try_from(sample::plan().horizon.len()).unwrap();
    assert_eq!(verified.rows, 25 + horizon + bands);
}

async fn an_empty_database_matches(url: &str) {
    let verified = open(url).await.verify().await.unwrap();
    assert_eq!((verified.entries, verified.rows, verified.findings), (0, 0, vec![]));
}

async fn each_entry_says_what_it_has_written(url: &str) {
    let store = saved(url).await;
    let entries = store.entries(0, 10).await.unwrap();
    assert_eq!(entries.len(), 2);
    let of = |entry: usize, table: &str| {
        let contents = entries[entry].contents.iter();
        let of_table = contents.filter(|content| content.table == table);
        let told = of_table.map(|content| (content.owner.as_str(), content.first, content.rows));
        told.collect::<Vec<_>>()
    };
    assert_eq!(of(0, "reading"), [("cciaa_mo/2020", 0, 2)]);
    assert_eq!(of(0, "node"), [("cciaa_mo/2020/1", 0, 3)]);
    assert_eq!(of(0, "office"), [("cciaa_mo/2020/1", 0, 0)]);
    assert_eq!(of(0, "revision"), [("cciaa_mo/2020/1", 0, 1)]);
    // The second hand-in has a reading more, and the same plan.
    assert_eq!(of(1, "reading"), [("cciaa_mo/2020", 2, 1)]);
    assert_eq!(of(1, "body"), [("cciaa_mo", 0, 1)]);
    assert_eq!((of(1, "node"), of(1, "revision")), (vec![], vec![]));
    assert_eq!(entries[0].who, "Ufficio d'esempio");
    assert_eq!(entries[0].at, "2020-07-21T10:30:00");
    assert_eq!(entries[1].previous, entries[0].hash);
    assert_eq!(store.entries(1, 10).await.unwrap(), entries[1..]);
    assert_eq!(store.entries(0, 1).await.unwrap(), entries[..1]);
}

async fn every_cell_that_is_changed_is_found(url: &str) {
    let store = saved(url).await;
    drop_triggers(url).await;
    let node = |sentence: &str| sentence.contains("table node");
    for (change, undo) in [
        ("weight = '100.0'", "weight = '100'"),
        ("title = title || ' '", "title = substr(title, 1, length(title) - 1)"),
        ("note = ''", "note = NULL"),
        ("pira = 1", "pira = 0"),
        ("parent = '1'", "parent = NULL"),
    ] {
        let at = "WHERE position = 0";
        execute(url, &format!("UPDATE node SET {change} {at}")).await.unwrap();
        let found = findings(&store).await;
        assert!(matches!(found.as_slice(), [one] if node(one)), "{change}: {found:?}");
        execute(url, &format!("UPDATE node SET {undo} {at}")).await.unwrap();
        assert_eq!(findings(&store).await, [""; 0], "{undo}");
    }
    execute(url, "UPDATE body SET name = 'Altro'").await.unwrap();
    execute(url, "UPDATE plan SET year = 2021").await.unwrap();
    execute(url, "UPDATE revision SET saved_by = 'Altri'").await.unwrap();
    execute(url, "UPDATE rules SET cap = '120'").await.unwrap();
    let found = findings(&store).await;
    for table in ["body", "plan", "revision", "rules"] {
        assert!(found.iter().any(|said| said.contains(&format!("table {table} "))), "{found:?}");
    }
    assert_eq!(found.len(), 4);
}

async fn rows_that_are_taken_away_or_added_are_found(url: &str) {
    let store = saved(url).await;
    drop_triggers(url).await;
    execute(url, "DELETE FROM use WHERE position = 2").await.unwrap();
    execute(url, "DELETE FROM band").await.unwrap();
    let office = "INSERT INTO office (revision, position, code, name) \
                  VALUES ('cciaa_mo/2020/1', 0, 'S1', 'Servizio')";
    execute(url, office).await.unwrap();
    execute(url, "INSERT INTO body (ipa, name) VALUES ('c_x', 'Comune')").await.unwrap();
    let found = store.verify().await.unwrap().findings;
    let told: Vec<_> = found
        .iter()
        .map(|finding| match finding {
            Finding::RowsChanged { table, stored, .. } => format!("{table} has {stored}"),
            Finding::RowsUnknown { table, owner, rows } => format!("{table} {owner} +{rows}"),
            other => format!("{other:?}"),
        })
        .collect();
    assert_eq!(told, ["body c_x +1", "use has 2", "office cciaa_mo/2020/1 +1", "band has 0"]);
}

async fn readings_that_are_changed_are_found_with_who_wrote_them(url: &str) {
    let store = saved(url).await;
    drop_triggers(url).await;
    execute(url, "UPDATE reading SET number = '97.00' WHERE position = 2").await.unwrap();
    assert_eq!(
        findings(&store).await,
        ["In table reading the rows of “cciaa_mo/2020” are not those that “Ufficio d'esempio” \
          wrote on 2020-07-21 10:30:00 (entry no. 2): their number is the same, their content \
          is not."]
    );
    execute(url, "DELETE FROM reading WHERE position = 0").await.unwrap();
    let added = "INSERT INTO reading (plan, position, indicator, kind) \
                 VALUES ('cciaa_mo/2020', 3, 'EXPORT', 'not_available')";
    execute(url, added).await.unwrap();
    let found = findings(&store).await;
    assert_eq!(found.len(), 3);
    assert!(found[0].contains("(entry no. 1): 2 rows were written, now there is 1."), "{found:?}");
    assert!(found[1].contains("(entry no. 2)"), "{found:?}");
    assert!(found[2].contains("there is 1 row of “cciaa_mo/2020” that no entry"), "{found:?}");
}

async fn an_entry_that_is_changed_is_found_also_with_its_hash(url: &str) {
    let store = saved(url).await;
    drop_triggers(url).await;
    execute(url, "UPDATE audit SET who = 'Nessuno' WHERE number = 1").await.unwrap();
    assert_eq!(store.verify_audit().await.unwrap(), Some(1));
    let mut entry = store.entries(0, 1).await.unwrap().remove(0);
    assert_eq!(entry.who, "Nessuno");
    entry.hash = entry.computed_hash();
    let sql = format!("UPDATE audit SET hash = '{}' WHERE number = 1", entry.hash);
    execute(url, &sql).await.unwrap();
    let found = store.verify().await.unwrap().findings;
    assert_eq!(found, [Finding::EntryBroken { entry: 2 }]);
    execute(url, "DELETE FROM audit_content WHERE entry = 1").await.unwrap();
    execute(url, "DELETE FROM audit WHERE number = 1").await.unwrap();
    assert_eq!(store.verify_audit().await.unwrap(), Some(2));
}

async fn a_digest_that_is_changed_with_its_row_is_found(url: &str) {
    let store = saved(url).await;
    drop_triggers(url).await;
    // Somebody changes a row and puts a digest there that the row would have.
    execute(url, "UPDATE body SET name = 'Altro'").await.unwrap();
    let hex = |text: &str| -> String {
        Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect()
    };
    let digest = hex("0\nname=5:Altro\n");
    let sql = format!("UPDATE audit_content SET digest = '{digest}' WHERE table_name = 'body'");
    execute(url, &sql).await.unwrap();
    let found = store.verify().await.unwrap().findings;
    assert_eq!(found, [1, 2].map(|entry| Finding::EntryBroken { entry }));
}

async fn the_last_entry_cannot_be_cut_off(url: &str) {
    let store = saved(url).await;
    drop_triggers(url).await;
    execute(url, "DELETE FROM audit_content WHERE entry = 2").await.unwrap();
    execute(url, "DELETE FROM audit WHERE number = 2").await.unwrap();
    execute(url, "DELETE FROM reading WHERE position = 2").await.unwrap();
    let found = store.verify().await.unwrap().findings;
    assert_eq!(found, [Finding::EndBroken { last: 1, expected: 2 }]);
    execute(url, "DELETE FROM audit_head").await.unwrap();
    assert!(!store.verify().await.unwrap().findings.is_empty());
}

/// The database as schema 4 had it: entries without contents, hashed without them.
async fn taken_back(url: &str) {
    drop_triggers(url).await;
    take_back(url, 4).await;
    let mut connection = connect(url).await;
    let entries = "SELECT CAST(number AS TEXT), at, who, what FROM audit ORDER BY number";
    let mut previous = String::new();
    for entry in rows(&mut connection, entries).await {
        let fields = [&previous, &entry[0], &entry[1], &entry[2], &entry[3]];
        let text: String =
            fields.iter().map(|field| format!("{}:{field}\n", field.len())).collect();
        let hash: String = Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect();
        let sql = format!(
            "UPDATE audit SET previous = '{previous}', hash = '{hash}' WHERE number = {}; \
             UPDATE audit_head SET hash = '{hash}'",
            entry[0]
        );
        execute(url, &sql).await.unwrap();
        previous = hash;
    }
}

async fn what_was_stored_before_digests_is_taken_in_as_it_is(url: &str) {
    saved(url).await.close().await;
    taken_back(url).await;
    let store = open(url).await;
    let verified = store.verify().await.unwrap();
    assert_eq!((verified.findings, verified.entries), (vec![], 3));
    let entry = store.entries(2, 1).await.unwrap().remove(0);
    assert!(entry.who == "traguardo" && entry.what.starts_with("take-in"), "{entry:?}");
    execute(url, "UPDATE reading SET number = '1' WHERE position = 0").await.unwrap();
    let found = findings(&store).await;
    assert!(matches!(found.as_slice(), [one] if one.contains("(entry no. 3)")), "{found:?}");
    execute(url, "UPDATE reading SET number = '3111720000' WHERE position = 0").await.unwrap();
    // What is saved afterwards is covered as ever.
    save(&store, sample::readings().list).await;
    assert_eq!(findings(&store).await, [""; 0]);
}
