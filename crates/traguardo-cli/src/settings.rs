//! What whoever runs the program has set: command line, then environment, then file, then defaults.
//! Not here: options of a single question, such as a date.

use clap::ArgMatches;
use clap::parser::ValueSource;
use toml::{Table, Value};
use traguardo::issue::nearest;

use crate::fault::Fault;

/// Every key of the file; in the environment `TRAGUARDO_` and the key in capitals. There is none
/// that nothing reads.
const KEYS: [&str; 5] = ["base_address", "data", "database", "host", "port"];

/// What the program is to work with.
#[derive(Debug, PartialEq, Eq)]
pub struct Settings {
    /// Where the database is.
    pub database: String,
    /// The address to listen on.
    pub host: String,
    /// The port to listen on; 0 for any that is free.
    pub port: u16,
    /// The address by which browsers know the pages, where a proxy stands before them.
    pub base_address: Option<String>,
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
    file: &Table,
    path: &str,
) -> Result<Settings, Fault> {
    let set = |key: &str| -> Result<Option<String>, Fault> {
        let name = format!("TRAGUARDO_{}", key.to_uppercase());
        if let Some(text) = environment(&name).filter(|text| !text.is_empty()) {
            return Ok(Some(text));
        }
        match (file.get(key), key) {
            (None, _) => Ok(None),
            (Some(Value::Integer(number)), "port") => Ok(Some(number.to_string())),
            (Some(Value::String(text)), key) if key != "port" => Ok(Some(text.clone())),
            (Some(other), _) => Err(wrong(path, key, &other.to_string())),
        }
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
    let base_address = set("base_address")?.map(|text| base(path, &text)).transpose()?;
    Ok(Settings { database, host, port, base_address })
}

fn read_file(path: &str) -> Result<Table, Fault> {
    let text = std::fs::read_to_string(path)
        .map_err(|error| Fault::machine("cli-config-unreadable", &error).with("file", path))?;
    let table: Table = text.parse().map_err(|error: toml::de::Error| {
        let line = error.span().map_or(1, |span| text[..span.start].lines().count().max(1));
        Fault::input("cli-config-unclear").with("file", path).with("line", line.to_string())
    })?;
    match table.keys().find(|key| !KEYS.contains(&key.as_str())) {
        None => Ok(table),
        Some(key) => Err(Fault::input("cli-config-key-unknown")
            .with("file", path)
            .with("key", key)
            .with("nearest", nearest(key, KEYS).unwrap_or("none"))
            .with("known", KEYS.join(", "))),
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
