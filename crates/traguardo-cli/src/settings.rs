//! What whoever runs the program has set: command line, then environment, then file, then defaults.
//! Not here: options of a single question, such as a date.

use std::collections::BTreeMap;
use std::net::IpAddr;

use clap::ArgMatches;
use clap::parser::ValueSource;
use toml::de::{DeTable, DeValue};
use traguardo::issue::nearest;
use traguardo_web::Place;

use crate::fault::Fault;

/// Every key of the file; in the environment `TRAGUARDO_` and the key in capitals. There is none
/// that nothing reads.
const KEYS: [&str; 11] = [
    "base_address",
    "data",
    "database",
    "host",
    "mail_from",
    "port",
    "secure_cookies",
    "smtp",
    "smtp_password",
    "smtp_user",
    "trusted_proxy",
];

/// Those whose text is a number.
const NUMBERS: [&str; 1] = ["port"];

/// Those that say yes or no.
const FLAGS: [&str; 1] = ["secure_cookies"];

/// What the file says: each key with its text.
type File = BTreeMap<String, String>;

/// What the program is to work with.
#[derive(Debug, PartialEq, Eq)]
pub struct Settings {
    /// The data folder, in which a database on a server keeps the files of evidence.
    pub data: String,
    /// Where the database is.
    pub database: String,
    /// The address to listen on.
    pub host: String,
    /// The port to listen on; 0 for any that is free.
    pub port: u16,
    /// What stands between the browsers and the pages.
    pub place: Place,
    /// How letters are sent.
    pub mail: Mail,
}

/// How letters are sent.
#[derive(PartialEq, Eq)]
pub struct Mail {
    /// The server: `smtps://host`, `smtp://host:587?tls=required`, `smtp://localhost`.
    pub smtp: Option<String>,
    /// Who we are to it.
    pub user: Option<String>,
    /// The password.
    pub password: Option<String>,
    /// Whose letters they are: `Traguardo <traguardo@comune.example.it>`.
    pub from: Option<String>,
}

impl std::fmt::Debug for Mail {
    /// Without the password.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Mail").field("smtp", &self.smtp).finish_non_exhaustive()
    }
}

/// Reads the settings of a command.
pub fn read(matches: &ArgMatches) -> Result<Settings, Fault> {
    let path = given(matches, "config");
    let file = path.as_deref().map(read_file).transpose()?.unwrap_or_default();
    from(matches, |name| std::env::var(name).ok(), &file, path.as_deref().unwrap_or_default())
}

fn from(
    matches: &ArgMatches,
    environment: impl Fn(&str) -> Option<String>,
    file: &File,
    path: &str,
) -> Result<Settings, Fault> {
    let set = |key: &str| -> Result<Option<String>, Fault> {
        let name = format!("TRAGUARDO_{}", key.to_uppercase());
        if let Some(text) = environment(&name).filter(|text| !text.is_empty()) {
            return Ok(Some(text));
        }
        Ok(file.get(key).cloned())
    };
    let data = set("data")?.unwrap_or_else(|| "dati".to_owned());
    let database = match given(matches, "db") {
        Some(url) => url,
        None => set("database")?.unwrap_or_else(|| format!("sqlite:{data}/traguardo.db")),
    };
    let host = match given(matches, "host") {
        Some(host) => host,
        None => set("host")?.unwrap_or_else(|| "127.0.0.1".to_owned()),
    };
    let port = match given_port(matches) {
        Some(port) => port,
        None => match set("port")? {
            Some(text) => text.parse().map_err(|_| wrong(path, "port", &text))?,
            None => 8080,
        },
    };
    let place = Place {
        base_address: set("base_address")?.map(|text| base(path, &text)).transpose()?,
        trusted_proxies: proxies(path, &set("trusted_proxy")?.unwrap_or_default())?,
        secure_cookies: set("secure_cookies")?.map(|text| flag(path, &text)).transpose()?,
    };
    let mail = Mail {
        smtp: set("smtp")?,
        user: set("smtp_user")?,
        password: set("smtp_password")?,
        from: set("mail_from")?,
    };
    Ok(Settings { data, database, host, port, place, mail })
}

fn read_file(path: &str) -> Result<File, Fault> {
    let text = std::fs::read_to_string(path)
        .map_err(|error| Fault::machine("cli-config-unreadable", &error).with("file", path))?;
    let table = DeTable::parse(&text).map_err(|error| {
        let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
        let line = before.matches('\n').count() + 1;
        Fault::input("cli-config-unclear").with("file", path).with("line", line.to_string())
    })?;
    table.get_ref().iter().map(|(key, set)| entry(path, key.get_ref(), set.get_ref())).collect()
}

/// A key of the file with its text, if there is such a key and its text is of the right kind.
fn entry(path: &str, key: &str, set: &DeValue<'_>) -> Result<(String, String), Fault> {
    if !KEYS.contains(&key) {
        return Err(Fault::input("cli-config-key-unknown")
            .with("file", path)
            .with("key", key)
            .with("nearest", nearest(key, KEYS).unwrap_or("none"))
            .with("known", KEYS.join(", ")));
    }
    match set {
        DeValue::Integer(number) if NUMBERS.contains(&key) => {
            Ok((key.to_owned(), number.as_str().to_owned()))
        }
        DeValue::Boolean(yes) if FLAGS.contains(&key) => Ok((key.to_owned(), yes.to_string())),
        DeValue::String(text) if !NUMBERS.contains(&key) && !FLAGS.contains(&key) => {
            Ok((key.to_owned(), text.to_string()))
        }
        DeValue::String(text) => Err(wrong(path, key, text)),
        DeValue::Integer(number) => Err(wrong(path, key, number.as_str())),
        other => Err(wrong(path, key, other.type_str())),
    }
}

/// An address without a path: the pages stand at its root.
fn base(path: &str, text: &str) -> Result<String, Fault> {
    let trimmed = text.trim_end_matches('/');
    let rest = trimmed.strip_prefix("https://").or_else(|| trimmed.strip_prefix("http://"));
    match rest {
        Some(host) if !host.is_empty() && !host.contains(['/', '?', '#', '@', ' ']) => {
            Ok(trimmed.to_owned())
        }
        _ => Err(wrong(path, "base_address", text)),
    }
}

/// The addresses of proxies, with commas between them.
fn proxies(path: &str, text: &str) -> Result<Vec<IpAddr>, Fault> {
    let each = text.split(',').map(str::trim).filter(|text| !text.is_empty());
    each.map(|text| text.parse().map_err(|_| wrong(path, "trusted_proxy", text))).collect()
}

fn flag(path: &str, text: &str) -> Result<bool, Fault> {
    text.parse().map_err(|_| wrong(path, "secure_cookies", text))
}

fn wrong(path: &str, key: &str, found: &str) -> Fault {
    let place = if path.is_empty() { "TRAGUARDO_…" } else { path };
    Fault::input("cli-config-wrong").with("file", place).with("key", key).with("found", found)
}

/// What stands on the command line, if the command has such an option.
fn given(matches: &ArgMatches, name: &str) -> Option<String> {
    let there = is_given(matches, name);
    there.then(|| matches.get_one::<String>(name).cloned()).flatten()
}

fn given_port(matches: &ArgMatches) -> Option<u16> {
    is_given(matches, "port").then(|| matches.get_one::<u16>("port").copied()).flatten()
}

fn is_given(matches: &ArgMatches, name: &str) -> bool {
    matches.try_contains_id(name).unwrap_or_default()
        && matches.value_source(name) == Some(ValueSource::CommandLine)
}
