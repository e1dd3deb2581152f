//! What the engines say, by their codes, as faults that a person can act on.
//! Not here: the faults themselves.

use super::Fault;

impl Fault {
    /// What an engine says, more precisely where its code says more.
    pub(super) fn told(said: sqlx::Error) -> Self {
        match &said {
            sqlx::Error::Database(answer) => {
                let code = answer.code().unwrap_or_default();
                Self::of_sqlite(&code).or_else(|| Self::of_postgres(&code)).unwrap_or(said.into())
            }
            sqlx::Error::PoolTimedOut => Self::Busy,
            sqlx::Error::Io(reason) => Self::NotReachable { reason: reason.to_string() },
            sqlx::Error::Tls(reason) => Self::NotEncrypted { reason: reason.to_string() },
            sqlx::Error::Configuration(_) => Self::AddressNotUnderstood,
            _ => said.into(),
        }
    }

    /// By SQLite's result codes, of which the low byte is the kind (sqlite.org/rescode.html).
    fn of_sqlite(code: &str) -> Option<Self> {
        if code.len() == 5 {
            return None;
        }
        Some(match code.parse::<u32>().ok()? & 0xff {
            3 | 8 | 23 => Self::NoPermission,
            5 | 6 => Self::Busy,
            11 => Self::FileDamaged,
            13 => Self::DiskFull,
            14 => Self::CannotOpen { reason: "SQLITE_CANTOPEN".to_owned() },
            26 => Self::NotADatabase,
            _ => return None,
        })
    }

    /// By the five characters of SQLSTATE (PostgreSQL, appendix A).
    fn of_postgres(code: &str) -> Option<Self> {
        Some(match code {
            "28000" | "28P01" => Self::LoginRefused,
            "3D000" => Self::DatabaseMissing,
            "42501" | "25006" => Self::NoPermission,
            "42P07" | "42723" => Self::OfAnotherProgram,
            "53100" => Self::DiskFull,
            "53300" | "55P03" | "40P01" | "40001" => Self::Busy,
            "57P01" | "57P02" | "57P03" => {
                Self::NotReachable { reason: format!("SQLSTATE {code}") }
            }
            _ => return None,
        })
    }
}
