//! Addresses of databases: `sqlite:PATH`, `postgres://…`, and what of them may be shown.
//! Not here: connecting.

use std::path::{Path, PathBuf};
use std::str::FromStr;

use sqlx::ConnectOptions;
use sqlx::any::AnyConnectOptions;

use crate::error::Fault;

/// Where a database is.
#[derive(Debug, Clone)]
pub(crate) enum Address {
    /// In a file.
    File(PathBuf),
    /// On a server.
    Server(AnyConnectOptions),
}

impl Address {
    /// Reads `sqlite:PATH`, `sqlite://PATH`, `postgres://…` or `postgresql://…`. A path is taken
    /// as it is written: nothing in it is decoded.
    pub fn parse(url: &str) -> Result<Self, Fault> {
        if let Some(rest) = url.strip_prefix("sqlite:") {
            let path = rest.strip_prefix("//").unwrap_or(rest);
            if path.is_empty() || path == ":memory:" || path.contains(['?', '\0']) {
                return Err(Fault::AddressNotUnderstood);
            }
            return Ok(Self::File(PathBuf::from(path)));
        }
        if !(url.starts_with("postgres://") || url.starts_with("postgresql://")) {
            return Err(Fault::AddressNotUnderstood);
        }
        let options = AnyConnectOptions::from_str(url).map_err(|_| Fault::AddressNotUnderstood)?;
        // Statements carry what people wrote; a log is no place for it.
        Ok(Self::Server(options.disable_statement_logging()))
    }

    /// The address as it may be shown: a path, or an address without password and parameters.
    pub fn shown(&self) -> String {
        match self {
            Self::File(path) => path.display().to_string(),
            Self::Server(options) => {
                let mut url = options.database_url.clone();
                url.set_query(None);
                // Fails only where there can be no password.
                let _ = url.set_password(None);
                url.to_string()
            }
        }
    }

    /// The folder of the file; none where there is no file.
    pub fn folder(&self) -> Option<PathBuf> {
        match self {
            Self::File(path) => std::path::absolute(path).ok()?.parent().map(PathBuf::from),
            Self::Server(_) => None,
        }
    }

    /// How the engine is told to connect; a file that is not there is created.
    pub fn options(&self) -> Result<AnyConnectOptions, Fault> {
        match self {
            Self::Server(options) => Ok(options.clone()),
            Self::File(path) => {
                let path = std::path::absolute(path)
                    .map_err(|reason| Fault::CannotOpen { reason: reason.to_string() })?;
                let url = format!("sqlite:{}?mode=rwc", encoded(&path)?);
                let options = AnyConnectOptions::from_str(&url)?;
                Ok(options.disable_statement_logging())
            }
        }
    }
}

/// An address that is not understood, without what may be a password in it.
pub(crate) fn hidden(url: &str) -> String {
    let Some((before, after)) = url.rsplit_once('@') else { return url.to_owned() };
    let scheme = before.find("://").map_or("", |at| &before[..at + 3]);
    format!("{scheme}…@{after}")
}

/// A path with all but letters and digits escaped, so that no part of an address can be seen in it.
fn encoded(path: &Path) -> Result<String, Fault> {
    let text = path.to_str().ok_or(Fault::AddressNotUnderstood)?;
    let mut encoded = String::with_capacity(text.len() * 3);
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    Ok(encoded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_taken_as_it_is_written() {
        for url in ["sqlite:dati/50% è #1.db", "sqlite://dati/50% è #1.db"] {
            let Ok(Address::File(path)) = Address::parse(url) else { panic!("{url}") };
            assert_eq!(path, PathBuf::from("dati/50% è #1.db"));
        }
    }

    #[test]
    fn what_is_no_address_is_refused() {
        for url in ["", "traguardo.db", "sqlite:", "sqlite::memory:", "sqlite:x.db?mode=ro"] {
            assert!(matches!(Address::parse(url), Err(Fault::AddressNotUnderstood)), "{url}");
        }
        for url in ["mysql://localhost/x", "postgres:x", "postgres://[", "postgres://a:b:c/x"] {
            assert!(matches!(Address::parse(url), Err(Fault::AddressNotUnderstood)), "{url}");
        }
    }

    #[test]
    fn a_password_is_never_shown() {
        let url = "postgres://anna:segreta@db.example.it:5433/ciclo?password=segreta";
        let shown = Address::parse(url).unwrap().shown();
        assert_eq!(shown, "postgres://anna@db.example.it:5433/ciclo");
    }
}
