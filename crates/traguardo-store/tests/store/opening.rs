//! Opening what can be opened, and leaving alone what cannot.
//! Not here: what is in a database once it is open.

use std::path::Path;

use traguardo::rules::Rules;
use traguardo::sample;
use traguardo::text::{Lang, Texts};
use traguardo_store::{Fault, Store, StoreError};

use crate::engines::{
    beside, cluster, execute, on_both_engines, open, postgres, run, signature, sqlite, take_back,
};
use crate::killed::{child, run_child};

on_both_engines! {
    a_database_is_created_once_and_kept,
    a_database_of_a_later_version_is_left_alone,
    a_database_of_an_earlier_version_is_brought_up_to_date_with_what_it_holds,
    processes_that_open_an_empty_database_at_once_all_succeed,
}

async fn refused(url: &str) -> StoreError {
    let error = Store::open(url).await.expect_err(url);
    for lang in [Lang::It, Lang::En] {
        let said = Texts::of(lang).sentence(&error.sentence());
        assert!(said.contains(&error.database) && !said.contains("store-"), "{said}");
    }
    error
}

async fn a_database_is_created_once_and_kept(url: &str) {
    for _ in 0..3 {
        let store = Store::open(url).await.unwrap();
        assert_eq!(store.list().await.unwrap(), []);
        store.close().await;
    }
}

async fn a_database_of_a_later_version_is_left_alone(url: &str) {
    Store::open(url).await.unwrap().close().await;
    execute(url, "INSERT INTO traguardo_schema (version) VALUES (99)").await.unwrap();
    let error = refused(url).await;
    assert!(matches!(error.fault, Fault::Newer { found: 99, known: 1.. }));
}

async fn a_database_of_an_earlier_version_is_brought_up_to_date_with_what_it_holds(url: &str) {
    let (plan, readings, rules) = (sample::plan(), sample::readings(), Rules::default());
    let store = open(url).await;
    store.save(&plan, &readings, &rules, &signature(), |_, _| ()).await.unwrap();
    let before = store.load(&plan.body.ipa, plan.year).await.unwrap();
    store.close().await;
    take_back(url, 3).await;
    let store = open(url).await;
    let mut after = store.load(&plan.body.ipa, plan.year).await.unwrap();
    assert_eq!(after.plan, before.plan);
    assert_eq!(after.readings, before.readings);
    // And the new columns are there to be written.
    after.plan.nodes[0].card.assessed = Some(99.into());
    store.save(&after.plan, &after.readings, &rules, &signature(), |_, _| ()).await.unwrap();
    let assessed = store.load(&plan.body.ipa, plan.year).await.unwrap();
    assert_eq!(assessed.plan.nodes[0].card.assessed, Some(99.into()));
    store.close().await;
}

async fn processes_that_open_an_empty_database_at_once_all_succeed(url: &str) {
    let children: Vec<_> = (0..6).map(|_| child("opening::child_opens", url, "")).collect();
    for mut child in children {
        assert!(child.wait().unwrap().success());
    }
}

/// Not a test: what another process does in the test above.
#[test]
#[ignore = "run by another test as a process of its own"]
fn child_opens() {
    run_child(|url, _| async move {
        let store = Store::open(&url).await.unwrap();
        assert_eq!(store.list().await.unwrap(), []);
    });
}

#[test]
fn a_file_that_is_no_database_is_left_as_it_is() {
    run(async {
        for bytes in [&b"codice;padre\n"[..], &[b'x'; 8192], &[0; 600]] {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("piano.csv");
            std::fs::write(&path, bytes).unwrap();
            let error = refused(&format!("sqlite:{}", path.display())).await;
            assert_eq!(error.name(), "not-a-database");
            assert_eq!(std::fs::read(&path).unwrap(), bytes);
            assert_eq!(names(folder.path()), ["piano.csv"]);
        }
    });
}

#[test]
fn a_database_of_another_program_is_left_as_it_is() {
    run(async {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("altro.db");
        std::fs::write(&path, []).unwrap();
        let url = format!("sqlite:{}", path.display());
        execute(&url, "CREATE TABLE node (id INTEGER PRIMARY KEY)").await.unwrap();
        let before = std::fs::read(&path).unwrap();
        assert_eq!(refused(&url).await.name(), "of-another-program");
        assert_eq!(std::fs::read(&path).unwrap(), before);
        assert_eq!(names(folder.path()), ["altro.db"]);
    });
}

#[test]
fn a_path_that_can_be_no_file_is_refused() {
    run(async {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite:{}", folder.path().display());
        assert_eq!(refused(&url).await.name(), "cannot-open");
        std::fs::write(folder.path().join("file"), "x").unwrap();
        assert_eq!(refused(&format!("{url}/file/traguardo.db")).await.name(), "cannot-open");
        assert_eq!(refused("sqlite:/proc/traguardo/x.db").await.name(), "cannot-open");
    });
}

#[test]
fn a_damaged_database_is_refused() {
    run(async {
        let fresh = sqlite();
        Store::open(&fresh.url).await.unwrap().close().await;
        let path = fresh.url.strip_prefix("sqlite:").unwrap();
        let mut bytes = std::fs::read(path).unwrap();
        bytes[100..].fill(0xAA);
        std::fs::write(path, bytes).unwrap();
        assert_eq!(refused(&fresh.url).await.name(), "file-damaged");
    });
}

#[test]
fn an_address_that_is_not_understood_is_shown_without_its_password() {
    run(async {
        let error = refused("postgres://anna:segreta@:x/y").await;
        assert_eq!(error.name(), "address-not-understood");
        assert!(!error.to_string().contains("segreta"));
        assert_eq!(refused("traguardo.db").await.name(), "address-not-understood");
    });
}

#[test]
fn a_server_that_is_not_there_or_says_nothing_is_said() {
    run(async {
        let error = refused("postgres://anna:segreta@127.0.0.1:1/ciclo").await;
        assert_eq!(error.name(), "not-reachable");
        assert_eq!(error.database, "postgres://anna@127.0.0.1:1/ciclo");
        // One that takes the call and says nothing.
        let silent = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let port = silent.local_addr().unwrap().port();
        let error = refused(&format!("postgres://anna@127.0.0.1:{port}/ciclo")).await;
        assert_eq!(error.name(), "not-reachable");
    });
}

#[test]
fn a_server_that_refuses_says_what_is_missing() {
    run(async {
        let admin = cluster();
        assert_eq!(refused(&beside(&admin, "nessuna")).await.name(), "database-missing");
        let stranger = admin.replacen("postgres@", "nessuno@", 1);
        assert_eq!(refused(&stranger).await.name(), "login-refused");
        let encrypted = format!("{admin}?sslmode=require");
        assert_eq!(refused(&encrypted).await.name(), "not-encrypted");
        let fresh = postgres().await;
        let role = format!("lettrice_{}", std::process::id());
        execute(&admin, &format!("CREATE ROLE {role} LOGIN")).await.unwrap();
        execute(&fresh.url, "REVOKE CREATE ON SCHEMA public FROM PUBLIC").await.unwrap();
        let reader = fresh.url.replacen("postgres@", &format!("{role}@"), 1);
        assert_eq!(refused(&reader).await.name(), "no-permission");
    });
}

fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}
