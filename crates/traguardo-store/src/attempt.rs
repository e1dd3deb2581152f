//! Attempts to sign in: counted before a password is looked at, and slowed down when many fail.
//! Not here: passwords.

use std::net::IpAddr;

use jiff::Timestamp;
use sqlx::{AnyConnection, Row};

use crate::error::Fault;
use crate::session::sha256;

/// Failures after which an account has to wait.
const FREE_OF_ACCOUNT: i64 = 5;
/// Failures after which a network address has to wait: a whole body may stand behind one.
const FREE_OF_ADDRESS: i64 = 30;
/// The first wait; each further failure doubles it.
const FIRST_WAIT_SECONDS: i64 = 30;
/// The longest wait: whoever keeps somebody out by failing in their name does so for so long.
const LONGEST_WAIT_SECONDS: i64 = 15 * 60;
/// After so long without an attempt nothing is remembered.
const MEMORY_SECONDS: i64 = 60 * 60;

/// Whose attempts are counted.
pub(crate) struct Subject {
    key: String,
    free: i64,
}

impl Subject {
    /// An account, there or not.
    pub fn account(id: &str) -> Self {
        Self { key: sha256(&format!("account {id}")), free: FREE_OF_ACCOUNT }
    }

    /// A network address. Of IPv6 the first half: the rest is one machine's to choose.
    pub fn address(address: IpAddr) -> Self {
        let network = match address.to_canonical() {
            IpAddr::V4(four) => four.to_string(),
            IpAddr::V6(six) => format!("{:x?}", &six.segments()[..4]),
        };
        Self { key: sha256(&format!("address {network}")), free: FREE_OF_ADDRESS }
    }
}

/// Counts an attempt of each subject as failed, until it is known better. Where one has to wait
/// nothing is counted, and the answer is until when.
pub(crate) async fn count(
    connection: &mut AnyConnection,
    subjects: &[Subject],
    now: Timestamp,
) -> Result<Option<Timestamp>, Fault> {
    let now = now.as_second();
    let mut counted = Vec::new();
    for subject in subjects {
        // It writes although nothing changes: so that who comes at the same time waits.
        let sql = "INSERT INTO attempt (subject, failures, last, wait_until) \
                   VALUES ($1, 0, $2, 0) ON CONFLICT (subject) \
                   DO UPDATE SET failures = attempt.failures RETURNING failures, last, wait_until";
        let row =
            sqlx::query(sql).bind(&*subject.key).bind(now).fetch_one(&mut *connection).await?;
        let (failures, last, until): (i64, i64, i64) =
            (row.try_get(0)?, row.try_get(1)?, row.try_get(2)?);
        if until > now {
            return Ok(Timestamp::from_second(until).ok());
        }
        counted.push(if now - last > MEMORY_SECONDS { 1 } else { failures + 1 });
    }
    for (subject, failures) in subjects.iter().zip(counted) {
        let sql = "UPDATE attempt SET failures = $1, last = $2, wait_until = $3 WHERE subject = $4";
        sqlx::query(sql)
            .bind(failures)
            .bind(now)
            .bind(now + wait_seconds(failures - subject.free))
            .bind(&*subject.key)
            .execute(&mut *connection)
            .await?;
    }
    Ok(None)
}

/// Takes back what was counted, since the password was right: all of the account's, and one of
/// the address's, or whoever has an account could try others' from there for ever.
pub(crate) async fn forgive(
    connection: &mut AnyConnection,
    account: &Subject,
    address: Option<&Subject>,
    now: Timestamp,
) -> Result<(), Fault> {
    let sql = "DELETE FROM attempt WHERE subject = $1 OR last < $2";
    sqlx::query(sql)
        .bind(&*account.key)
        .bind(now.as_second() - MEMORY_SECONDS)
        .execute(&mut *connection)
        .await?;
    if let Some(address) = address {
        let sql = "UPDATE attempt SET failures = failures - 1, wait_until = 0 \
                   WHERE subject = $1 AND failures > 0";
        sqlx::query(sql).bind(&*address.key).execute(connection).await?;
    }
    Ok(())
}

/// Lets an account try again at once.
pub(crate) async fn forget(connection: &mut AnyConnection, account: &Subject) -> Result<(), Fault> {
    let sql = "DELETE FROM attempt WHERE subject = $1";
    sqlx::query(sql).bind(&*account.key).execute(connection).await?;
    Ok(())
}

/// How long to wait after so many failures beyond the free ones.
fn wait_seconds(beyond: i64) -> i64 {
    match u32::try_from(beyond) {
        Err(_) => 0,
        Ok(beyond) => FIRST_WAIT_SECONDS
            .saturating_mul(2_i64.saturating_pow(beyond))
            .min(LONGEST_WAIT_SECONDS),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_failure_beyond_the_free_ones_doubles_the_wait() {
        let waits: Vec<i64> = (-2..8).map(wait_seconds).collect();
        assert_eq!(waits, [0, 0, 30, 60, 120, 240, 480, 900, 900, 900]);
        assert_eq!(wait_seconds(i64::MAX), 0, "no such count can be reached");
        assert_eq!(wait_seconds(100_000), 900);
    }

    #[test]
    fn machines_of_one_network_are_one_address() {
        let key = |text: &str| Subject::address(text.parse().unwrap()).key;
        assert_eq!(key("2001:db8:1:2::3"), key("2001:db8:1:2:ffff::9"));
        assert_ne!(key("2001:db8:1:2::3"), key("2001:db8:1:3::3"));
        assert_eq!(key("::ffff:192.0.2.1"), key("192.0.2.1"));
        assert_ne!(key("192.0.2.1"), key("192.0.2.2"));
        assert!(!key("192.0.2.1").contains("192"));
    }
}
