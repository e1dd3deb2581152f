//! Fresh databases of both engines, and running one test body on each.
//! Not here: any test.

use std::sync::atomic::{AtomicU32, Ordering};

use sqlx::{AnyConnection, AssertSqlSafe, Connection, Row};
use tempfile::TempDir;
use traguardo::period::parse_moment;
use traguardo_store::{Signature, Store};

/// An empty database for one test.
pub struct Fresh {
    pub url: String,
    _folder: Option<TempDir>,
}

/// Makes two tests of each async function of a fresh database's address: one an engine.
macro_rules! on_both_engines {
    ($($test:ident),+ $(,)?) => {
        mod on_sqlite {
            $(#[test]
            fn $test() {
                crate::engines::run(async { super::$test(&crate::engines::sqlite().url).await });
            })+
        }
        mod on_postgres {
            $(#[test]
            fn $test() {
                crate::engines::run(async {
                    super::$test(&crate::engines::postgres().await.url).await;
                });
            })+
        }
    };
}
pub(crate) use on_both_engines;

/// Runs a test to its end.
pub fn run<T>(test: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .unwrap()
        .block_on(test)
}

/// A file that is not there yet, in a folder that is not there yet, with a name of all sorts.
pub fn sqlite() -> Fresh {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("dati dell'ente #1/50% è.db");
    Fresh { url: format!("sqlite:{}", path.display()), _folder: Some(folder) }
}

/// A new database of the private cluster.
pub async fn postgres() -> Fresh {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    let name = format!("store_{}_{number}", std::process::id());
    let admin = cluster();
    execute(&admin, &format!("CREATE DATABASE {name}")).await.unwrap();
    Fresh { url: beside(&admin, &name), _folder: None }
}

/// The address of the private cluster's maintenance database.
pub fn cluster() -> String {
    std::env::var("TRAGUARDO_TEST_POSTGRES").expect(
        "these tests need a PostgreSQL of their own: run `make test`, \
         or `scripts/with-postgres cargo test -p traguardo-store`",
    )
}

/// The address of another database of the same cluster.
pub fn beside(admin: &str, name: &str) -> String {
    let (server, _) = admin.rsplit_once('/').unwrap();
    format!("{server}/{name}")
}

pub fn is_sqlite(url: &str) -> bool {
    url.starts_with("sqlite:")
}

/// A connection past the store, as somebody with a database tool has.
pub async fn connect(url: &str) -> AnyConnection {
    sqlx::any::install_default_drivers();
    let url = match url.strip_prefix("sqlite:") {
        Some(path) => {
            let escaped = path.replace('%', "%25").replace('#', "%23").replace(' ', "%20");
            format!("sqlite://{escaped}")
        }
        None => url.to_owned(),
    };
    AnyConnection::connect(&url).await.unwrap()
}

/// Runs a statement past the store.
pub async fn execute(url: &str, sql: &str) -> Result<u64, sqlx::Error> {
    let mut connection = connect(url).await;
    let sql = AssertSqlSafe(sql.to_owned());
    let done = sqlx::raw_sql(sql).execute(&mut connection).await;
    connection.close().await.unwrap();
    done.map(|done| done.rows_affected())
}

/// Takes every trigger away, as somebody does who has the database in their hands.
pub async fn drop_triggers(url: &str) {
    let sql = if is_sqlite(url) {
        "SELECT 'DROP TRIGGER ' || name FROM sqlite_master WHERE type = 'trigger'"
    } else {
        "SELECT 'DROP TRIGGER ' || t.tgname || ' ON ' || c.relname FROM pg_trigger t \
         JOIN pg_class c ON c.oid = t.tgrelid WHERE NOT t.tgisinternal"
    };
    for drop in texts(url, sql).await {
        execute(url, &drop).await.unwrap();
    }
}

/// Takes the schema back to an earlier step: away go the tables, indexes and columns that later
/// steps have made, the last first. The audit of then has to be written by whoever needs one.
pub async fn take_back(url: &str, step: u32) {
    if !is_sqlite(url) {
        // They ask for columns that go, and are made anew by the step that adds these.
        execute(url, "DROP VIEW bi_target, bi_use, bi_node").await.unwrap();
    }
    take_triggers_back(url, step).await;
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations");
    let mut files: Vec<_> =
        std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    for path in files.iter().rev() {
        let name = path.file_name().unwrap().to_string_lossy();
        if name[..4].parse::<u32>().unwrap() <= step || name.matches('.').count() > 1 {
            continue;
        }
        let text = std::fs::read_to_string(path).unwrap();
        for line in text.lines().rev() {
            let words: Vec<&str> = line.split(' ').collect();
            let undo = match words[..] {
                ["CREATE", what @ ("TABLE" | "INDEX"), name, ..] => format!("DROP {what} {name}"),
                ["ALTER", "TABLE", table, "ADD", "COLUMN", column, ..] => {
                    format!("ALTER TABLE {table} DROP COLUMN {column}")
                }
                _ => continue,
            };
            execute(url, &undo).await.unwrap();
        }
    }
    let sql = format!("DELETE FROM traguardo_schema WHERE version > {step}");
    execute(url, &sql).await.unwrap();
}

/// Takes away the triggers that later steps have made.
async fn take_triggers_back(url: &str, step: u32) {
    let engine = if is_sqlite(url) { ".sqlite.sql" } else { ".postgres.sql" };
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations");
    for file in std::fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy();
        if name[..4].parse::<u32>().unwrap() <= step || !name.ends_with(engine) {
            continue;
        }
        let text = std::fs::read_to_string(&path).unwrap();
        for line in text.lines().filter(|line| line.starts_with("CREATE TRIGGER ")) {
            let words: Vec<&str> = line.split(' ').collect();
            let on = words.iter().position(|word| *word == "ON").unwrap();
            let of = if is_sqlite(url) { String::new() } else { format!(" ON {}", words[on + 1]) };
            execute(url, &format!("DROP TRIGGER IF EXISTS {}{of}", words[2])).await.unwrap();
        }
    }
}

/// The texts of a column, asked for past the store.
pub async fn texts(url: &str, sql: &str) -> Vec<String> {
    let mut connection = connect(url).await;
    let sql = AssertSqlSafe(sql.to_owned());
    let rows = sqlx::query(sql).fetch_all(&mut connection).await.unwrap();
    connection.close().await.unwrap();
    rows.iter().map(|row| row.try_get(0).unwrap()).collect()
}

/// The one number that a question asked past the store has for an answer.
pub async fn count(url: &str, sql: &str) -> i64 {
    let mut connection = connect(url).await;
    let row = sqlx::query(AssertSqlSafe(sql.to_owned())).fetch_one(&mut connection).await.unwrap();
    connection.close().await.unwrap();
    row.try_get(0).unwrap()
}

pub async fn open(url: &str) -> Store {
    Store::open(url).await.unwrap()
}

pub fn signature() -> Signature {
    Signature { who: "Ufficio d'esempio".into(), at: parse_moment("2020-07-21 10:30").unwrap() }
}
