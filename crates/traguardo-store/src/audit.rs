//! The audit: who changed what and when, each entry with the hash of the one before.
//! Not here: what the change consists of, which the other tables hold.

use sha2::{Digest, Sha256};
use sqlx::{AnyConnection, Row};
use traguardo::period::DateTime;

use crate::error::Fault;

/// Who changes something, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// Who: a person, an office or a program.
    pub who: String,
    /// When.
    pub at: DateTime,
}

/// The place of the next entry.
pub(crate) struct Turn {
    number: i64,
    previous: String,
}

/// Makes every other writer wait until the end of the transaction. It must come first in it:
/// what is read afterwards is then what the writer before has left.
pub(crate) async fn take_turn(connection: &mut AnyConnection) -> Result<Turn, Fault> {
    let sql = "UPDATE audit_head SET entries = entries + 1 WHERE id = 1 RETURNING entries, hash";
    let row = sqlx::query(sql).fetch_one(connection).await?;
    Ok(Turn { number: row.try_get(0)?, previous: row.try_get(1)? })
}

/// Adds an entry.
pub(crate) async fn add(
    connection: &mut AnyConnection,
    turn: Turn,
    signature: &Signature,
    what: &str,
) -> Result<(), Fault> {
    let Turn { number, previous } = turn;
    let at = signature.at.to_string();
    let hash = hash(&[&previous, &number.to_string(), &at, &signature.who, what]);
    let sql = "INSERT INTO audit (number, at, who, what, previous, hash) \
               VALUES ($1, $2, $3, $4, $5, $6)";
    sqlx::query(sql)
        .bind(number)
        .bind(at)
        .bind(signature.who.as_str())
        .bind(what)
        .bind(previous)
        .bind(hash.as_str())
        .execute(&mut *connection)
        .await?;
    let sql = "UPDATE audit_head SET hash = $1 WHERE id = 1";
    sqlx::query(sql).bind(hash).execute(connection).await?;
    Ok(())
}

/// Reads the whole chain again. The number of the first entry that does not follow from the one
/// before it, if there is one; one more than the last entry where the end is cut off.
pub(crate) async fn first_broken(connection: &mut AnyConnection) -> Result<Option<i64>, Fault> {
    let sql = "SELECT number, at, who, what, previous, hash FROM audit ORDER BY number";
    let rows = sqlx::query(sql).fetch_all(&mut *connection).await?;
    let (mut last, mut previous) = (0_i64, String::new());
    for row in rows {
        let number: i64 = row.try_get(0)?;
        let texts: Vec<String> = (1..6).map(|at| row.try_get(at)).collect::<Result<_, _>>()?;
        let fields = [&texts[3], &number.to_string(), &texts[0], &texts[1], &texts[2]];
        let follows = number == last + 1 && texts[3] == previous;
        if !follows || hash(&fields.map(String::as_str)) != texts[4] {
            return Ok(Some(number));
        }
        last = number;
        previous.clone_from(&texts[4]);
    }
    let sql = "SELECT entries, hash FROM audit_head WHERE id = 1";
    let head = sqlx::query(sql).fetch_one(connection).await?;
    let (entries, hash): (i64, String) = (head.try_get(0)?, head.try_get(1)?);
    Ok(((entries, hash) != (last, previous)).then_some(last + 1))
}

/// Every field goes in with its length, so that no two entries can read the same.
fn hash(fields: &[&str]) -> String {
    let mut hasher = Sha256::new();
    for field in fields {
        hasher.update(format!("{}:{field}\n", field.len()));
    }
    hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}
