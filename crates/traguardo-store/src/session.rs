//! Signing in and out: sessions, known by the digest of a token that only the browser has.
//! Not here: the cookie that carries the token.

use std::net::IpAddr;

use jiff::Timestamp;
use sha2::{Digest, Sha256};
use sqlx::{AnyConnection, Row};
use traguardo::access::Person;

use crate::account::{self, account_id};
use crate::attempt::{self, Subject};
use crate::error::{Fault, StoreError};
use crate::password::{self, crypto};
use crate::store::Store;

/// A session ends when nothing was asked for so long.
pub const IDLE_SECONDS: i64 = 60 * 60;
/// A session ends so long after signing in, whatever is asked.
pub const ABSOLUTE_SECONDS: i64 = 12 * 60 * 60;
/// How old the last use may get before it is written again: not every page is worth a write.
const TOUCH_SECONDS: i64 = 60;

/// What somebody signs in with.
#[derive(Clone, Copy)]
pub struct Credentials<'a> {
    /// The name of the account, as typed.
    pub account: &'a str,
    /// The password.
    pub password: &'a str,
    /// The network address from which it comes, if there is one.
    pub address: Option<IpAddr>,
}

/// What becomes of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SignIn {
    /// The token of a new session: 64 hexadecimal digits, for the browser alone.
    Done(String),
    /// The account is not there, is locked, or has another password; which is not said.
    Refused,
    /// Too many have failed: the password was not looked at.
    Wait(Timestamp),
}

/// A session that has not ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Who signed in, with the roles that are granted now.
    pub person: Person,
    /// When.
    pub started: Timestamp,
}

impl Store {
    /// Signs somebody in.
    ///
    /// # Errors
    /// Whatever the engine says, or [`Fault::Crypto`]. A wrong password is none of them.
    pub async fn sign_in(
        &self,
        credentials: Credentials<'_>,
        now: Timestamp,
    ) -> Result<SignIn, StoreError> {
        self.try_to_sign_in(credentials, now).await.map_err(|fault| self.error(fault))
    }

    async fn try_to_sign_in(
        &self,
        credentials: Credentials<'_>,
        now: Timestamp,
    ) -> Result<SignIn, Fault> {
        // What can be no account's name is tried all the same: the answer must be the same.
        let id = account_id(credentials.account).unwrap_or_default();
        let mut subjects = vec![Subject::account(&id)];
        subjects.extend(credentials.address.map(Subject::address));
        let mut writing = self.writers.begin_with(self.engine.begin_writing()).await?;
        let wait = attempt::count(&mut writing, &subjects, now).await?;
        writing.commit().await?;
        if let Some(until) = wait {
            return Ok(SignIn::Wait(until));
        }
        let mut reading = self.readers.acquire().await?;
        let stored = account::password(&mut reading, &id).await?;
        drop(reading);
        if !password::is_right(credentials.password, stored.as_deref()).await? {
            return Ok(SignIn::Refused);
        }
        let token = random_token()?;
        let mut writing = self.writers.begin_with(self.engine.begin_writing()).await?;
        attempt::forgive(&mut writing, &subjects[0], subjects.get(1), now).await?;
        let started = start(&mut writing, &id, &stored.unwrap_or_default(), &token, now).await?;
        writing.commit().await?;
        Ok(if started { SignIn::Done(token) } else { SignIn::Refused })
    }

    /// The session of a token, if it has not ended; it is then used now.
    ///
    /// # Errors
    /// Whatever the engine says.
    pub async fn session(
        &self,
        token: &str,
        now: Timestamp,
    ) -> Result<Option<Session>, StoreError> {
        self.find_session(token, now).await.map_err(|fault| self.error(fault))
    }

    async fn find_session(&self, token: &str, now: Timestamp) -> Result<Option<Session>, Fault> {
        let digest = sha256(token);
        let mut reading = self.readers.acquire().await?;
        let sql = "SELECT s.account, s.started, s.used FROM session s \
                   JOIN account a ON a.id = s.account WHERE s.digest = $1 AND a.locked = 0";
        let row = sqlx::query(sql).bind(&*digest).fetch_optional(&mut *reading).await?;
        let Some(row) = row else { return Ok(None) };
        let (id, started, used): (String, i64, i64) =
            (row.try_get(0)?, row.try_get(1)?, row.try_get(2)?);
        let now = now.as_second();
        if now - used > IDLE_SECONDS || now - started > ABSOLUTE_SECONDS {
            return Ok(None);
        }
        let account = account::find(&mut reading, &id).await?;
        drop(reading);
        if now - used > TOUCH_SECONDS {
            let sql = "UPDATE session SET used = $1 WHERE digest = $2 AND used < $1";
            sqlx::query(sql).bind(now).bind(&*digest).execute(&self.writers).await?;
        }
        let started = Timestamp::from_second(started).unwrap_or_default();
        Ok(account.map(|account| Session { person: account.person, started }))
    }

    /// Ends the session of a token.
    ///
    /// # Errors
    /// Whatever the engine says.
    pub async fn sign_out(&self, token: &str) -> Result<(), StoreError> {
        let sql = "DELETE FROM session WHERE digest = $1";
        let ended = sqlx::query(sql).bind(sha256(token)).execute(&self.writers).await;
        ended.map(|_| ()).map_err(|error| self.error(error.into()))
    }

    /// Ends every session of an account, and answers how many there were.
    ///
    /// # Errors
    /// Whatever the engine says.
    pub async fn sign_out_everywhere(&self, account: &str) -> Result<u64, StoreError> {
        let ended = async { end_all(&mut *self.writers.acquire().await?, account).await };
        ended.await.map_err(|fault| self.error(fault))
    }
}

/// Ends every session of an account.
pub(crate) async fn end_all(connection: &mut AnyConnection, account: &str) -> Result<u64, Fault> {
    let sql = "DELETE FROM session WHERE account = $1";
    Ok(sqlx::query(sql).bind(account).execute(connection).await?.rows_affected())
}

/// The SHA-256 of a text, in hexadecimal.
pub(crate) fn sha256(text: &str) -> String {
    Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A new token: 256 bits that nobody can guess, as 64 hexadecimal digits.
///
/// # Errors
/// [`Fault::Crypto`] where the machine gives no random bytes.
pub fn new_token() -> Result<String, StoreError> {
    random_token().map_err(|fault| fault.of(""))
}

/// What a form carries that was given to the holder of a token: it says nothing of the token.
#[must_use]
pub fn form_token(token: &str) -> String {
    sha256(&format!("form {token}"))
}

fn random_token() -> Result<String, Fault> {
    let mut bytes = [0_u8; 32];
    getrandom::fill(&mut bytes).map_err(crypto)?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

/// Starts a session, unless the account was locked or its password changed while it was compared.
async fn start(
    connection: &mut AnyConnection,
    id: &str,
    password: &str,
    token: &str,
    now: Timestamp,
) -> Result<bool, Fault> {
    let now = now.as_second();
    let sql = "DELETE FROM session WHERE used < $1 OR started < $2";
    sqlx::query(sql)
        .bind(now - IDLE_SECONDS)
        .bind(now - ABSOLUTE_SECONDS)
        .execute(&mut *connection)
        .await?;
    // On PostgreSQL whoever changes the account at this moment is waited for.
    let sql = "UPDATE account SET locked = locked WHERE id = $1 AND locked = 0 AND password = $2";
    let same = sqlx::query(sql).bind(id).bind(password).execute(&mut *connection).await?;
    if same.rows_affected() == 0 {
        return Ok(false);
    }
    let sql = "INSERT INTO session (digest, account, started, used) VALUES ($1, $2, $3, $4)";
    let insert = sqlx::query(sql).bind(sha256(token)).bind(id).bind(now).bind(now);
    insert.execute(connection).await?;
    Ok(true)
}
