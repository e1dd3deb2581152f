//! Passwords: how long they are, and their hash (argon2id), made and compared by few at a time.
//! Not here: whose they are, and how often one may try.

use std::ops::RangeInclusive;

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use tokio::sync::Semaphore;

use crate::error::Fault;

/// How many characters a password has; which ones is nobody's business (NIST SP 800-63B).
pub const PASSWORD_CHARS: RangeInclusive<usize> = 12..=128;

/// Memory in KiB, rounds and lanes: the second choice of the OWASP Password Storage Cheat Sheet,
/// which is as strong as the first and leaves more memory to the plans.
const MEMORY_KIB: u32 = 19 * 1024;
const ROUNDS: u32 = 2;
const LANES: u32 = 1;

/// A hash that no password has, for whoever signs in with an account that is not there: the work
/// is the same, so the time tells nothing.
const OF_NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA\
    $AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// Each takes 19 MiB while it lasts: many at once would be a way to fill the memory.
static AT_ONCE: Semaphore = Semaphore::const_new(4);

/// The hash of a new password.
pub(crate) async fn hash(password: &str) -> Result<String, Fault> {
    let found = password.chars().count();
    if !PASSWORD_CHARS.contains(&found) {
        return Err(Fault::PasswordLength { found });
    }
    let password = password.to_owned();
    apart(move || {
        let hash: PasswordHash = hasher()?.hash_password(password.as_bytes()).map_err(crypto)?;
        Ok(hash.to_string())
    })
    .await
}

/// Whether a password is the one of a hash; where there is no hash it is not, after as much work.
pub(crate) async fn is_right(password: &str, stored: Option<&str>) -> Result<bool, Fault> {
    let possible = stored.is_some() && PASSWORD_CHARS.contains(&password.chars().count());
    let stored = stored.filter(|_| possible).unwrap_or(OF_NOBODY).to_owned();
    let password = if possible { password.to_owned() } else { String::new() };
    apart(move || {
        let stored = PasswordHash::new(&stored).map_err(crypto)?;
        Ok(hasher()?.verify_password(password.as_bytes(), &stored).is_ok() && possible)
    })
    .await
}

fn hasher() -> Result<Argon2<'static>, Fault> {
    let params = Params::new(MEMORY_KIB, ROUNDS, LANES, None).map_err(crypto)?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

/// Runs on a thread that may be kept busy, when it is its turn.
async fn apart<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Fault> + Send + 'static,
) -> Result<T, Fault> {
    let _turn = AT_ONCE.acquire().await.map_err(crypto)?;
    tokio::task::spawn_blocking(work).await.map_err(crypto)?
}

pub(crate) fn crypto(error: impl std::fmt::Display) -> Fault {
    Fault::Crypto { reason: error.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_is_known_again_and_its_hash_costs_as_much_as_that_of_nobody() {
        let password = "perché no? dodici";
        let (one, two) = (hash(password).await.unwrap(), hash(password).await.unwrap());
        assert_ne!(one, two, "each has a salt of its own");
        let costs = |hash: &str| hash.split('$').take(4).collect::<Vec<_>>().join("$");
        assert_eq!(costs(&one), costs(OF_NOBODY));
        assert_eq!(one.len(), OF_NOBODY.len());
        assert!(is_right(password, Some(&one)).await.unwrap());
        assert!(!is_right("perche no? dodici", Some(&one)).await.unwrap());
        assert!(!is_right(password, None).await.unwrap());
        assert!(!is_right("", None).await.unwrap());
    }

    #[tokio::test]
    async fn only_the_length_of_a_password_counts() {
        for (password, good) in [
            ("a".repeat(11), false),
            ("a".repeat(12), true),
            ("è".repeat(12), true),
            ("è".repeat(128), true),
            ("a".repeat(129), false),
        ] {
            assert_eq!(hash(&password).await.is_ok(), good, "{password}");
        }
    }
}
