//! The rules of the house, as far as a test can see them: sizes, headers, words, dependencies.
//! Not here: what clippy and rustfmt already see. The reasons stand in `CONTRIBUTING.md`.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that fails says so by panicking")]

use std::fs;
use std::path::{Path, PathBuf};

const FILE_LINES: usize = 500;
const FUNCTION_LINES: usize = 60;

/// Words that mean two things in this field, and names of patterns instead of things.
const BANNED: [&str; 15] = [
    "unit",
    "value",
    "values",
    "validate",
    "validator",
    "manager",
    "helper",
    "helpers",
    "util",
    "utils",
    "dto",
    "repository",
    "factory",
    "impl",
    "misc",
];

/// All that the core may depend on: no IO, no clock, no database, no HTTP, no file format.
const CORE_DEPENDENCIES: [&str; 9] = [
    "fluent-bundle",
    "hashbrown",
    "jiff",
    "litemap",
    "rust_decimal",
    "strsim",
    "thiserror",
    "unic-langid",
    "winnow",
];

/// What would let the world into the core.
const NOT_IN_CORE: [&str; 11] = [
    "std::fs",
    "std::net",
    "std::env",
    "std::process",
    "std::time",
    "Zoned",
    "Timestamp::now",
    "f64",
    "f32",
    "println!",
    "async fn",
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

fn files_below(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() && name != "target" && name != "node_modules" && name != "dist" {
            files_below(&path, found);
        } else if name.ends_with(".rs") {
            found.push(path);
        }
    }
}

/// Every Rust file of the project with its text.
fn sources() -> Vec<(String, String)> {
    let mut paths = Vec::new();
    files_below(&root().join("crates"), &mut paths);
    paths.sort();
    let relative =
        |path: &Path| path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
    paths.iter().map(|path| (relative(path), fs::read_to_string(path).unwrap())).collect()
}

fn is_test(path: &str) -> bool {
    path.contains("/tests/") || path.contains("/benches/") || path.contains("/examples/")
}

fn report(broken: &[String]) {
    assert!(broken.is_empty(), "\n{}\n", broken.join("\n"));
}

#[test]
fn files_are_short_enough_to_be_read_in_one_go() {
    let long = |(path, text): &(String, String)| {
        let lines = text.lines().count();
        (lines > FILE_LINES).then(|| format!("{path}: {lines} lines, a noun is hiding in it"))
    };
    report(&sources().iter().filter_map(long).collect::<Vec<_>>());
}

#[test]
fn functions_fit_a_screen() {
    let mut broken = Vec::new();
    for (path, text) in sources().iter().filter(|(path, _)| !is_test(path)) {
        let lines: Vec<&str> = text.lines().collect();
        let tests = text.lines().position(|line| line == "mod tests {").unwrap_or(lines.len());
        for (at, line) in lines[..tests].iter().enumerate() {
            let Some(name) = defined(line, "fn") else { continue };
            let indent = line.len() - line.trim_start().len();
            let close = format!("{:indent$}}}", "");
            let ends = lines[at..].iter().position(|line| *line == close).unwrap_or(0);
            if ends + 1 > FUNCTION_LINES && !line.ends_with(';') {
                broken.push(format!("{path}:{}: {name} has {} lines", at + 1, ends + 1));
            }
        }
    }
    report(&broken);
}

#[test]
fn every_module_says_what_it_is_and_what_it_is_not() {
    let without = |(path, text): &(String, String)| {
        let header: String = text.lines().take_while(|line| line.starts_with("//!")).collect();
        let said = header.contains("Not here") || header.contains("Nothing here");
        (!said).then(|| format!("{path}: no header that says what it is and what is not here"))
    };
    report(&sources().iter().filter_map(without).collect::<Vec<_>>());
}

#[test]
fn folders_have_no_mod_rs() {
    let is_mod = |(path, _): &(String, String)| path.ends_with("/mod.rs") && !is_test(path);
    let found: Vec<String> =
        sources().iter().filter(|file| is_mod(file)).map(|(path, _)| path.clone()).collect();
    report(&found);
}

/// The name that a line defines, if it defines one.
fn defined<'a>(line: &'a str, keyword: &str) -> Option<&'a str> {
    let mut words = line.split_whitespace().skip_while(|word| {
        word.starts_with("pub") || matches!(*word, "async" | "const" | "unsafe") && keyword == "fn"
    });
    if words.next()? != keyword {
        return None;
    }
    let name = words.next()?;
    let end = name.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(name.len());
    (end > 0).then(|| &name[..end])
}

fn words_of(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    for letter in name.chars() {
        if letter == '_' || letter.is_uppercase() && words.last().is_some_and(|w| !w.is_empty()) {
            words.push(String::new());
        }
        if letter != '_' {
            words.last_mut().unwrap().extend(letter.to_lowercase());
        }
    }
    words
}

#[test]
fn names_are_words_of_the_field() {
    let mut broken = Vec::new();
    for (path, text) in &sources() {
        for (at, line) in text.lines().enumerate() {
            let kinds = ["fn", "struct", "enum", "trait", "type", "mod", "const", "static"];
            let names = kinds.iter().filter_map(|kind| defined(line, kind));
            for name in names {
                let found = words_of(name).into_iter().find(|w| BANNED.contains(&w.as_str()));
                if let Some(word) = found {
                    broken.push(format!("{path}:{}: {name} says “{word}”", at + 1));
                }
            }
        }
    }
    report(&broken);
}

#[test]
fn the_core_depends_on_nothing_that_touches_the_world() {
    let manifest = fs::read_to_string(root().join("crates/traguardo/Cargo.toml")).unwrap();
    let listed = manifest.split("[dependencies]").nth(1).unwrap().split('[').next().unwrap();
    let unknown = |line: &str| {
        let name = line.split(['=', '.', ' ']).next().unwrap_or_default();
        (!CORE_DEPENDENCIES.contains(&name)).then(|| format!("{name} is not allowed in the core"))
    };
    // A table in brackets would hide what comes after it.
    let listed = listed.lines().map(str::trim).filter(|line| line.contains('='));
    report(&listed.filter_map(unknown).collect::<Vec<_>>());

    let mut broken = Vec::new();
    for (path, text) in
        sources().iter().filter(|(path, _)| path.starts_with("crates/traguardo/src/"))
    {
        for (at, line) in text.lines().enumerate() {
            let code = line.split("//").next().unwrap_or_default();
            let found = NOT_IN_CORE.iter().find(|word| code.contains(*word));
            broken.extend(found.map(|word| format!("{path}:{}: {word}", at + 1)));
        }
    }
    report(&broken);
}

#[test]
fn every_public_function_of_the_core_has_a_compiled_example() {
    let mut broken = Vec::new();
    for (path, text) in
        sources().iter().filter(|(path, _)| path.starts_with("crates/traguardo/src/"))
    {
        let mut documented = false;
        for (at, line) in text.lines().map(str::trim).enumerate() {
            if line.starts_with("///") {
                documented |= line.starts_with("/// ```");
            } else if !line.starts_with("#[") {
                let public = line.starts_with("pub fn") || line.starts_with("pub const fn");
                if public && !documented {
                    broken.push(format!("{path}:{}: no example", at + 1));
                }
                documented = false;
            }
        }
    }
    report(&broken);
}

#[test]
fn every_dependency_has_its_decision() {
    let decisions = fs::read_to_string(root().join("DECISIONS.md")).unwrap();
    let mut broken = Vec::new();
    for entry in fs::read_dir(root().join("crates")).unwrap() {
        let manifest = fs::read_to_string(entry.unwrap().path().join("Cargo.toml")).unwrap();
        let mut listing = false;
        for line in manifest.lines().filter(|line| !line.starts_with('#')) {
            if line.starts_with('[') {
                listing = line.contains("dependencies");
            } else if let Some((name, _)) = line.split_once(['=', '.']).filter(|_| listing) {
                let name = name.trim();
                if !name.starts_with("traguardo") && !decisions.contains(name) {
                    broken.push(format!("{name} has no entry in DECISIONS.md"));
                }
            }
        }
    }
    broken.sort();
    broken.dedup();
    report(&broken);
}
