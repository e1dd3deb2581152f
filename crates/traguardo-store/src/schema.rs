//! The schema of the database: numbered steps, taken once each, all or none.
//! Not here: the steps themselves, which stand in `migrations/`.

use std::time::Duration;

use sqlx::{AnyConnection, Connection, Row};

use crate::error::Fault;
use crate::verify;

/// The step since which the audit covers contents.
const CONTENTS: i64 = 5;

/// The two engines, as far as they differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Engine {
    Sqlite,
    Postgres,
}

/// One step: a text for both engines, and what they spell differently.
struct Migration {
    common: &'static str,
    sqlite: &'static str,
    postgres: &'static str,
}

const MIGRATIONS: &[Migration] = &[
    Migration {
        common: include_str!("../migrations/0001-plans.sql"),
        sqlite: include_str!("../migrations/0001-plans.sqlite.sql"),
        postgres: include_str!("../migrations/0001-plans.postgres.sql"),
    },
    Migration {
        common: "",
        sqlite: "",
        postgres: include_str!("../migrations/0002-bi.postgres.sql"),
    },
    Migration { common: include_str!("../migrations/0003-accounts.sql"), sqlite: "", postgres: "" },
    Migration { common: include_str!("../migrations/0004-cards.sql"), sqlite: "", postgres: "" },
    Migration {
        common: include_str!("../migrations/0005-contents.sql"),
        sqlite: include_str!("../migrations/0005-contents.sqlite.sql"),
        postgres: include_str!("../migrations/0005-contents.postgres.sql"),
    },
    Migration {
        common: include_str!("../migrations/0006-collection.sql"),
        sqlite: include_str!("../migrations/0006-collection.sqlite.sql"),
        postgres: include_str!("../migrations/0006-collection.postgres.sql"),
    },
    Migration {
        common: include_str!("../migrations/0007-desk.sql"),
        sqlite: include_str!("../migrations/0007-desk.sqlite.sql"),
        postgres: include_str!("../migrations/0007-desk.postgres.sql"),
    },
    Migration {
        common: include_str!("../migrations/0008-revisions.sql"),
        sqlite: "",
        postgres: include_str!("../migrations/0008-revisions.postgres.sql"),
    },
    Migration {
        common: include_str!("../migrations/0009-reminders.sql"),
        sqlite: include_str!("../migrations/0009-reminders.sqlite.sql"),
        postgres: include_str!("../migrations/0009-reminders.postgres.sql"),
    },
    Migration {
        common: include_str!("../migrations/0010-rounds.sql"),
        sqlite: include_str!("../migrations/0010-rounds.sqlite.sql"),
        postgres: include_str!("../migrations/0010-rounds.postgres.sql"),
    },
    Migration {
        common: "",
        sqlite: "",
        postgres: include_str!("../migrations/0011-bi-cards.postgres.sql"),
    },
    Migration {
        common: include_str!("../migrations/0012-proposals.sql"),
        sqlite: "",
        postgres: "",
    },
    Migration {
        common: "",
        sqlite: include_str!("../migrations/0013-adopted.sqlite.sql"),
        postgres: include_str!("../migrations/0013-adopted.postgres.sql"),
    },
    Migration {
        common: include_str!("../migrations/0014-whole.sql"),
        sqlite: include_str!("../migrations/0014-whole.sqlite.sql"),
        postgres: include_str!("../migrations/0014-whole.postgres.sql"),
    },
    Migration { common: include_str!("../migrations/0015-to-check.sql"), sqlite: "", postgres: "" },
];

impl Engine {
    /// What every connection needs: whoever writes is waited for, but not for ever, and what is
    /// written is on disk before a commit answers.
    pub fn settings(self) -> &'static str {
        match self {
            Self::Sqlite => {
                "PRAGMA busy_timeout = 30000; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON"
            }
            Self::Postgres => "SET lock_timeout = '30s'",
        }
    }

    /// How a transaction that writes begins: on SQLite with the lock it needs, since a lock that
    /// is asked for later can be refused at once.
    pub fn begin_writing(self) -> &'static str {
        match self {
            Self::Sqlite => "BEGIN IMMEDIATE",
            Self::Postgres => "BEGIN",
        }
    }

    /// How a transaction begins all of whose queries see the same state.
    pub fn begin_reading(self) -> &'static str {
        match self {
            Self::Sqlite => "BEGIN",
            Self::Postgres => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
        }
    }
}

/// Brings a database to the schema of this program, or says why it cannot.
pub(crate) async fn prepare(connection: &mut AnyConnection, engine: Engine) -> Result<(), Fault> {
    // Nothing is written before it is sure that the database is ours.
    let known = known();
    match version(connection, engine).await? {
        Some(found) if found > known => return Err(Fault::Newer { found, known }),
        None if engine == Engine::Sqlite && is_of_another_program(connection).await? => {
            return Err(Fault::OfAnotherProgram);
        }
        _ => {}
    }
    if engine == Engine::Sqlite {
        write_ahead(connection).await?;
    }
    if version(connection, engine).await? == Some(known) {
        return Ok(());
    }
    migrate(connection, engine).await
}

/// Refuses a database that holds something: ours or another program's.
pub(crate) async fn refuse_full(
    connection: &mut AnyConnection,
    engine: Engine,
) -> Result<(), Fault> {
    if version(connection, engine).await?.is_some() {
        return Err(Fault::NotEmpty);
    }
    if engine == Engine::Sqlite && is_of_another_program(connection).await? {
        return Err(Fault::OfAnotherProgram);
    }
    Ok(())
}

/// The newest step that this program knows.
pub(crate) fn known() -> i64 {
    i64::try_from(MIGRATIONS.len()).unwrap_or(i64::MAX)
}

/// The tables that there are after a step, in the order in which they were made: none refers to
/// one after it.
pub(crate) fn tables(step: i64) -> impl Iterator<Item = &'static str> {
    let steps = usize::try_from(step).unwrap_or_default().min(MIGRATIONS.len());
    let lines = MIGRATIONS[..steps].iter().flat_map(|migration| migration.common.lines());
    lines.filter_map(|line| line.strip_prefix("CREATE TABLE ")?.strip_suffix(" ("))
}

async fn migrate(connection: &mut AnyConnection, engine: Engine) -> Result<(), Fault> {
    let mut step = connection.begin_with(engine.begin_writing()).await?;
    let found = take_lock(&mut step, engine).await?;
    if found.is_none() {
        make_versions(&mut step).await?;
    }
    take_steps(&mut step, engine, found.unwrap_or(0), known()).await?;
    step.commit().await?;
    Ok(())
}

/// Makes others who take steps wait until the end of the transaction, and says how far the
/// database has come.
pub(crate) async fn take_lock(
    connection: &mut AnyConnection,
    engine: Engine,
) -> Result<Option<i64>, Fault> {
    if engine == Engine::Postgres {
        // "traguard" in ASCII: whoever comes second waits, and finds the work done.
        let sql = "SELECT pg_advisory_xact_lock(8390876152723501668)";
        sqlx::raw_sql(sql).execute(&mut *connection).await?;
    }
    version(connection, engine).await
}

/// Makes the table in which steps are written down.
pub(crate) async fn make_versions(connection: &mut AnyConnection) -> Result<(), Fault> {
    let sql = "CREATE TABLE traguardo_schema (version BIGINT NOT NULL PRIMARY KEY)";
    sqlx::raw_sql(sql).execute(connection).await?;
    Ok(())
}

/// Takes the steps behind one up to another.
pub(crate) async fn take_steps(
    connection: &mut AnyConnection,
    engine: Engine,
    from: i64,
    to: i64,
) -> Result<(), Fault> {
    for (number, migration) in (1_i64..).zip(MIGRATIONS) {
        if number <= from || number > to {
            continue;
        }
        let own = match engine {
            Engine::Sqlite => migration.sqlite,
            Engine::Postgres => migration.postgres,
        };
        for sql in [migration.common, own].into_iter().filter(|sql| !sql.is_empty()) {
            sqlx::raw_sql(sql).execute(&mut *connection).await?;
        }
        let sql = "INSERT INTO traguardo_schema (version) VALUES ($1)";
        sqlx::query(sql).bind(number).execute(&mut *connection).await?;
    }
    // Only now the tables have the columns that this program knows.
    if from < CONTENTS && to == known() {
        verify::take_in(connection).await?;
    }
    Ok(())
}

/// The last step that was taken; `None` in a database without any.
async fn version(connection: &mut AnyConnection, engine: Engine) -> Result<Option<i64>, Fault> {
    let sql = match engine {
        Engine::Sqlite => "SELECT COUNT(*) FROM sqlite_master WHERE name = 'traguardo_schema'",
        // Not to_regclass: it may answer from a cache, older than the lock that was waited for.
        Engine::Postgres => {
            "SELECT COUNT(*) FROM pg_tables \
             WHERE tablename = 'traguardo_schema' AND schemaname = current_schema()"
        }
    };
    if number(connection, sql).await? == Some(0) {
        return Ok(None);
    }
    Ok(Some(number(connection, "SELECT MAX(version) FROM traguardo_schema").await?.unwrap_or(0)))
}

/// Whether a file holds something, and nothing of ours: one question, since another process may
/// be taking the first step between two.
async fn is_of_another_program(connection: &mut AnyConnection) -> Result<bool, Fault> {
    let sql = "SELECT COUNT(*) FROM sqlite_master WHERE NOT EXISTS \
               (SELECT 1 FROM sqlite_master WHERE name = 'traguardo_schema')";
    Ok(number(connection, sql).await? != Some(0))
}

async fn number(connection: &mut AnyConnection, sql: &'static str) -> Result<Option<i64>, Fault> {
    Ok(sqlx::query(sql).fetch_one(connection).await?.try_get(0)?)
}

/// Switches a file to write-ahead logging, so that readers and the writer do not wait for each
/// other. SQLite refuses at once while another process does the same: then the other's is enough.
pub(crate) async fn write_ahead(connection: &mut AnyConnection) -> Result<(), Fault> {
    const PATIENCE: u32 = 100;
    for attempt in 1.. {
        match sqlx::raw_sql("PRAGMA journal_mode = WAL").execute(&mut *connection).await {
            Ok(_) => break,
            Err(refused) if attempt == PATIENCE => return Err(refused.into()),
            Err(sqlx::Error::Database(answer))
                if matches!(answer.code().as_deref(), Some("5" | "6" | "261" | "517")) =>
            {
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
            Err(other) => return Err(other.into()),
        }
    }
    Ok(())
}
