//! Copies of a database, made while others write, and brought back on either engine.
//! Not here: the commands that do so, and the file they write.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};

use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use traguardo::period::parse_moment;
use traguardo::plan::Plan;
use traguardo::reading::Readings;
use traguardo::rules::Rules;
use traguardo::sample;
use traguardo_store::{Copied, Fault, Store, StoreError};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::engines::{
    Fresh, execute, is_sqlite, on_both_engines, open, postgres, signature, sqlite,
};

on_both_engines! {
    a_copy_comes_back_the_same_on_either_engine,
    a_copy_made_while_others_write_is_of_one_moment,
    a_copy_goes_into_an_empty_database_only,
    a_copy_that_was_changed_or_cut_leaves_the_database_empty,
    a_copy_of_a_later_version_and_what_is_no_copy_are_refused,
    a_copy_of_an_earlier_version_is_brought_up_to_date,
    a_table_of_which_nothing_is_known_is_in_the_copy_all_the_same,
}

async fn save(store: &Store, plan: &Plan, readings: &Readings) {
    store.save(plan, readings, &Rules::default(), &signature(), |_, _| ()).await.unwrap();
}

async fn saved(url: &str) -> Store {
    let store = open(url).await;
    save(&store, &sample::plan(), &sample::readings()).await;
    store
}

async fn copy_of(store: &Store) -> (Vec<u8>, Copied) {
    let mut bytes = Cursor::new(Vec::new());
    let at = parse_moment("2020-07-22 08:00").unwrap();
    let copied = store.backup(&mut bytes, at).await.unwrap();
    (bytes.into_inner(), copied)
}

async fn bring_back(url: &str, bytes: &[u8]) -> Result<(Store, Copied), StoreError> {
    Store::restore(url, Cursor::new(bytes)).await
}

/// An empty database of each engine.
async fn both() -> [Fresh; 2] {
    [sqlite(), postgres().await]
}

/// The files of an archive.
fn unpacked(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut files = BTreeMap::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).unwrap();
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        files.insert(file.name().unwrap().into_owned(), text);
    }
    files
}

fn packed(files: &BTreeMap<String, String>) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in files {
        archive.start_file(name, SimpleFileOptions::default()).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

async fn a_copy_comes_back_the_same_on_either_engine(url: &str) {
    let store = saved(url).await;
    let (bytes, copied) = copy_of(&store).await;
    let verified = store.verify().await.unwrap();
    assert_eq!((copied.entries, &copied.hash), (1, &verified.hash));
    for fresh in both().await {
        let (back, told) = bring_back(&fresh.url, &bytes).await.unwrap();
        assert_eq!(told, copied);
        let load = |store: Store| async move { store.load("cciaa_mo", 2020).await.unwrap() };
        assert_eq!(load(back.clone()).await, load(store.clone()).await);
        assert_eq!(back.verify().await.unwrap(), verified);
        // It works on as if nothing had happened, and refuses what it refused.
        save(&back, &sample::plan(), &sample::readings()).await;
        assert_eq!(back.verify().await.unwrap().findings, []);
        execute(&fresh.url, "DELETE FROM reading").await.unwrap_err();
    }
}

async fn a_copy_made_while_others_write_is_of_one_moment(url: &str) {
    let store = saved(url).await;
    let writer = store.clone();
    let writing = tokio::spawn(async move {
        let (mut plan, mut readings) = (sample::plan(), sample::readings());
        for number in 0..40 {
            // Each save leaves as many nodes more as readings more.
            let mut node = plan.nodes[2].clone();
            node.code = format!("301.{number}");
            plan.nodes.push(node);
            let mut reading = readings.list[0].clone();
            reading.indicator = format!("I{number}");
            readings.list.push(reading);
            save(&writer, &plan, &readings).await;
        }
    });
    let mut copies = Vec::new();
    while !writing.is_finished() {
        copies.push(copy_of(&store).await);
    }
    writing.await.unwrap();
    let entries: Vec<_> = copies.iter().map(|(_, copied)| copied.entries).collect();
    assert!(entries.iter().any(|entry| (2..41).contains(entry)), "{entries:?}");
    let middle = copies.len() / 2;
    for at in [0, middle, copies.len() - 1] {
        let fresh = if is_sqlite(url) { postgres().await } else { sqlite() };
        let (back, _) = bring_back(&fresh.url, &copies[at].0).await.unwrap();
        assert_eq!(back.verify().await.unwrap().findings, []);
        let stored = back.load("cciaa_mo", 2020).await.unwrap();
        assert_eq!(stored.plan.nodes.len(), stored.readings.list.len());
    }
}

async fn a_copy_goes_into_an_empty_database_only(url: &str) {
    let store = saved(url).await;
    let (bytes, _) = copy_of(&store).await;
    let before = store.load("cciaa_mo", 2020).await.unwrap();
    let refused = bring_back(url, &bytes).await.unwrap_err();
    assert_eq!(refused.name(), "not-empty");
    assert_eq!(store.load("cciaa_mo", 2020).await.unwrap(), before);
    // Nor into that of another program.
    for fresh in both().await {
        if is_sqlite(&fresh.url) {
            let path = fresh.url.strip_prefix("sqlite:").unwrap();
            std::fs::create_dir_all(std::path::Path::new(path).parent().unwrap()).unwrap();
            std::fs::write(path, []).unwrap();
        }
        execute(&fresh.url, "CREATE TABLE node (id BIGINT)").await.unwrap();
        let refused = bring_back(&fresh.url, &bytes).await.unwrap_err();
        assert_eq!(refused.name(), "of-another-program");
    }
}

async fn a_copy_that_was_changed_or_cut_leaves_the_database_empty(url: &str) {
    let (bytes, _) = copy_of(&saved(url).await).await;
    let good = unpacked(&bytes);
    let changes: [fn(&mut BTreeMap<String, String>); 5] = [
        |files| _ = files.get_mut("reading.jsonl").map(|t| *t = t.replace("\"143\"", "\"144\"")),
        |files| _ = files.get_mut("node.jsonl").map(|text| text.truncate(text.len() / 2)),
        |files| _ = files.get_mut("body.jsonl").map(|text| *text = text.replace("name", "n\\\"")),
        |files| _ = files.get_mut("use.jsonl").map(|text| text.push_str("[]\n")),
        |files| _ = files.remove("band.jsonl"),
    ];
    for change in changes {
        let mut files = good.clone();
        change(&mut files);
        assert_ne!(files, good);
        for fresh in both().await {
            let refused = bring_back(&fresh.url, &packed(&files)).await.unwrap_err();
            assert_eq!(refused.name(), "copy-damaged", "{refused}");
            // What is as empty as it was takes a good copy.
            bring_back(&fresh.url, &bytes).await.unwrap();
        }
    }
    let fresh = sqlite();
    let refused = bring_back(&fresh.url, &bytes[..bytes.len() / 2]).await.unwrap_err();
    assert_eq!(refused.name(), "not-a-copy");
}

async fn a_copy_of_a_later_version_and_what_is_no_copy_are_refused(url: &str) {
    let (bytes, _) = copy_of(&saved(url).await).await;
    let mut files = unpacked(&bytes);
    let mut manifest: Value = serde_json::from_str(&files["manifest.json"]).unwrap();
    manifest["schema"] = json!(99);
    files.insert("manifest.json".to_owned(), manifest.to_string());
    let fresh = sqlite();
    let refused = bring_back(&fresh.url, &packed(&files)).await.unwrap_err();
    assert!(matches!(refused.fault, Fault::CopyNewer { found: 99, known: 5.. }), "{refused}");
    manifest["format"] = json!("altro");
    files.insert("manifest.json".to_owned(), manifest.to_string());
    for other in [packed(&files), packed(&BTreeMap::new()), b"codice;padre\n".to_vec()] {
        let refused = bring_back(&fresh.url, &other).await.unwrap_err();
        assert_eq!(refused.name(), "not-a-copy");
        assert!(!std::path::Path::new(fresh.url.strip_prefix("sqlite:").unwrap()).exists());
    }
}

async fn a_copy_of_an_earlier_version_is_brought_up_to_date(url: &str) {
    let (bytes, _) = copy_of(&saved(url).await).await;
    let mut files = unpacked(&bytes);
    let mut manifest: Value = serde_json::from_str(&files["manifest.json"]).unwrap();
    // As schema 4 would have copied it, before anything was written to the audit.
    manifest["schema"] = json!(4);
    let revision: String = files["revision.jsonl"].lines().map(first_five).collect();
    let mut put = |name: &str, text: &str, rows: i64| {
        files.insert(format!("{name}.jsonl"), text.to_owned());
        let hash: String = Sha256::digest(text).iter().map(|b| format!("{b:02x}")).collect();
        json!({"name": name, "rows": rows, "bytes": text.len(), "sha256": hash})
    };
    let head = put("audit_head", "[\"id\",\"entries\",\"hash\"]\n[1,0,\"\"]\n", 1);
    let none = put("audit", "", 0);
    let revision = put("revision", &revision, 1);
    let mut listed = manifest["tables"].as_array().unwrap().clone();
    listed.truncate(listed.iter().position(|table| table["name"] == "audit_content").unwrap());
    for table in &mut listed {
        match table["name"].as_str() {
            Some("audit_head") => *table = head.clone(),
            Some("audit") => *table = none.clone(),
            Some("revision") => *table = revision.clone(),
            _ => {}
        }
    }
    manifest["tables"] = listed.into();
    files.insert("manifest.json".to_owned(), manifest.to_string());
    for fresh in both().await {
        let (back, _) = bring_back(&fresh.url, &packed(&files)).await.unwrap();
        let verified = back.verify().await.unwrap();
        assert_eq!((verified.entries, verified.findings), (1, vec![]));
        assert_eq!(back.load("cciaa_mo", 2020).await.unwrap().readings, sample::readings());
    }
}

/// The columns that a table had before others were added behind them.
fn first_five(line: &str) -> String {
    let mut cells: Vec<Value> = serde_json::from_str(line).unwrap();
    cells.truncate(5);
    format!("{}\n", Value::Array(cells))
}

/// Tables that are added later must not be forgotten by those who make copies.
async fn a_table_of_which_nothing_is_known_is_in_the_copy_all_the_same(url: &str) {
    let (bytes, _) = copy_of(&saved(url).await).await;
    let files = unpacked(&bytes);
    let sql = if is_sqlite(url) {
        "SELECT name FROM sqlite_master WHERE type = 'table'"
    } else {
        "SELECT tablename::text FROM pg_tables WHERE schemaname = current_schema()"
    };
    let mut connection = crate::engines::connect(url).await;
    let tables: Vec<(String,)> = sqlx::query_as(sql).fetch_all(&mut connection).await.unwrap();
    let tables = tables.into_iter().map(|(name,)| name);
    for table in tables.filter(|name| name != "traguardo_schema") {
        assert!(files.contains_key(&format!("{table}.jsonl")), "{table}");
    }
}
