//! The help: every command is in it, and every example of it and of the documents works.
//! Not here: what the commands answer.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "a test that fails says so by panicking, and what the command said"
)]

mod support;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use support::{example, run};
use tempfile::TempDir;

/// The names under a heading of a help that lists commands.
fn commands(help: &str, heading: &str) -> Vec<String> {
    let (_, after) = help.split_once(heading).unwrap_or_default();
    let listed = after.lines().skip(1).take_while(|line| line.starts_with("  "));
    let name = |line: &str| line.strip_prefix("  ")?.split(' ').next().map(str::to_owned);
    listed.filter_map(name).filter(|name| !name.is_empty()).collect()
}

fn help(path: &[String], lang: &str) -> String {
    let mut args: Vec<&str> = path.iter().map(String::as_str).collect();
    args.extend(["--help", "--lang", lang]);
    let ran = run(&args);
    assert_eq!(ran.code, 0, "{args:?}: {}", ran.err);
    ran.out
}

/// Every command with its help, those below a command too.
fn helps(lang: &str, heading: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut left = vec![Vec::new()];
    while let Some(path) = left.pop() {
        let text = help(&path, lang);
        for name in commands(&text, heading) {
            left.push([path.clone(), vec![name]].concat());
        }
        found.push((path.join(" "), text));
    }
    found
}

/// The lines of a text that one would type, without what is said beside them.
fn examples(text: &str) -> Vec<String> {
    let typed = |line: &str| {
        let line = line.trim();
        let line =
            line.strip_prefix("Esempio: ").or(line.strip_prefix("Example: ")).unwrap_or(line);
        let line = line.strip_prefix("traguardo ")?;
        let shown = line.split("  ").next().unwrap_or(line);
        Some(format!("traguardo {}", shown.trim()))
    };
    text.lines().filter_map(typed).filter(|line| !line.contains("COMAND")).collect()
}

/// A folder in which every example has what it speaks of.
fn desk() -> TempDir {
    let desk = tempfile::tempdir().unwrap();
    let at = |name: &str| desk.path().join(name);
    for name in ["modena-2020", "modena-2020-rivisto"] {
        copy(&example("modena-2020"), &at(name));
    }
    fs::create_dir(at("examples")).unwrap();
    copy(&example("modena-2020"), &at("examples/modena-2020"));
    for name in ["dati", "bin", "copie"] {
        fs::create_dir(at(name)).unwrap();
    }
    fs::write(at("tabella.txt"), "Codice\tObiettivo\tPeso\tTarget\n1\tEstero\t100\t>= 5\n")
        .unwrap();
    fs::write(at("tabella.html"), "<table><tr><th>Codice</th><th>Obiettivo</th></tr><tr><td>1</td><td>Estero</td></tr></table>")
        .unwrap();
    std::os::unix::fs::symlink(env!("CARGO_BIN_EXE_traguardo"), at("bin/traguardo")).unwrap();
    let made = |line: &str| assert_eq!(type_in(desk.path(), line), 0, "{line}");
    made("traguardo import modena-2020 --db sqlite:dati/traguardo.db");
    made("traguardo import modena-2020 --db sqlite:prova.db");
    made("traguardo export modena-2020 --xlsx piano.xlsx --at 2020-06-30");
    fs::copy(at("piano.xlsx"), at("modena.xlsx")).unwrap();
    made("traguardo backup copia.zip --db sqlite:dati/traguardo.db");
    fs::copy(at("copia.zip"), at("copie/traguardo-2026-11-21.zip")).unwrap();
    let role = "--role amministratore --db sqlite:dati/traguardo.db";
    made(&format!("echo tre parole che ricordo | traguardo user add anna {role} --password-stdin"));
    let role = "--role oiv --body cciaa_mo --db sqlite:dati/traguardo.db";
    made(&format!("traguardo user grant anna {role}"));
    desk
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        if entry.file_type().unwrap().is_file() {
            fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
        }
    }
}

/// The exit code of a line that is typed at a desk.
fn type_in(desk: &Path, line: &str) -> i32 {
    let path = format!("{}:{}", desk.join("bin").display(), std::env::var("PATH").unwrap());
    let child = Command::new("bash")
        .args(["-c", line])
        .current_dir(desk)
        .env("PATH", path)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .output()
        .unwrap();
    let code = child.status.code().unwrap();
    if code > 1 {
        eprintln!("{line}\n{}", String::from_utf8_lossy(&child.stderr));
    }
    code
}

/// An example as it can be tried here: no server, no folder of the system, no question.
fn tried(line: &str) -> Option<String> {
    // They go on until they are stopped; that they begin is shown by the browser's tests.
    let goes_on = ["traguardo serve", "traguardo demo"];
    // What is configured for the whole machine is not here; `remind` sends letters.
    if goes_on.iter().any(|start| line.starts_with(start)) || line.contains(" /etc/") {
        return None;
    }
    let line = line.replace(" /copie/", " copie/");
    let server = line.split(' ').find(|word| word.starts_with("postgres://"));
    let line = match server {
        Some(server) => line.replace(server, "sqlite:altra.db"),
        None => line,
    };
    let asks = ["traguardo user add", "traguardo user password"];
    Some(match asks.iter().any(|start| line.starts_with(start)) {
        true => format!("echo tre parole che ricordo | {line} --password-stdin"),
        false => line,
    })
}

/// What an example takes for granted, besides what is on every desk.
fn prepare(desk: &Path, line: &str) {
    let gone: &[&str] = match line {
        line if line.starts_with("traguardo export") && !line.contains("--xlsx") => {
            &["modena.xlsx", "modena-2020"]
        }
        line if line.starts_with("traguardo backup") => &["copia.zip"],
        _ => &[],
    };
    for name in gone {
        let path = desk.join(name);
        let _ = fs::remove_dir_all(&path);
        let _ = fs::remove_file(&path);
    }
    if line.contains("user add anna") {
        fs::remove_file(desk.join("dati/traguardo.db")).unwrap();
        assert_eq!(type_in(desk, "traguardo import modena-2020 --db sqlite:dati/traguardo.db"), 0);
    }
    if line.contains("sqlite:altra.db") && !line.starts_with("traguardo restore") {
        assert_eq!(type_in(desk, "traguardo import modena-2020 --db sqlite:altra.db"), 0);
    }
}

fn fails(lines: impl IntoIterator<Item = String>) -> Vec<String> {
    let whole = desk();
    let mut failed = Vec::new();
    for line in lines.into_iter().filter_map(|line| tried(&line)) {
        let fresh = tempfile::tempdir().unwrap();
        let copied =
            Command::new("cp").arg("-a").arg(whole.path().join(".")).arg(fresh.path()).status();
        assert!(copied.unwrap().success());
        prepare(fresh.path(), &line);
        // 1 is an answer: a plan with errors, a printed figure that is wrong.
        if type_in(fresh.path(), &line) > 1 {
            failed.push(line);
        }
    }
    failed
}

#[test]
fn the_help_names_every_command_with_an_example_of_each_in_both_languages() {
    for (lang, heading) in [("it", "Comandi:"), ("en", "Commands:")] {
        let helps = helps(lang, heading);
        assert!(helps.len() > 20, "{lang}: {}", helps.len());
        for (name, text) in helps {
            let own = format!("traguardo {name}");
            let has = examples(&text).iter().any(|line| line.starts_with(own.trim_end()));
            assert!(has, "{lang}: no example of {own}\n{text}");
        }
    }
}

#[test]
fn every_example_of_every_help_works() {
    let helps = helps("it", "Comandi:");
    let mut lines: Vec<String> = helps.iter().flat_map(|(_, text)| examples(text)).collect();
    lines.sort();
    lines.dedup();
    assert!(lines.len() > 40, "{lines:?}");
    assert_eq!(fails(lines), Vec::<String>::new());
}

#[test]
fn the_examples_of_both_languages_are_the_same_commands() {
    let of = |lang, heading| -> Vec<usize> {
        let mut helps = helps(lang, heading);
        helps.sort();
        helps.iter().map(|(_, text)| examples(text).len()).collect()
    };
    assert_eq!(of("it", "Comandi:"), of("en", "Commands:"));
}

#[test]
fn every_command_of_the_documents_works() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut pages = vec![root.join("README.md"), root.join("README.it.md")];
    let docs = ["formati", "esercizio", "tabelle-incollate", "basi-di-dati"];
    pages.extend(docs.map(|name| root.join(format!("docs/{name}.md"))));
    let mut lines = Vec::new();
    for page in pages {
        let text = fs::read_to_string(&page).unwrap();
        let blocks = text.split("```").skip(1).step_by(2).filter(|block| block.starts_with("sh"));
        lines.extend(blocks.flat_map(examples));
    }
    lines.sort();
    lines.dedup();
    assert!(lines.len() > 10, "{lines:?}");
    assert_eq!(fails(lines), Vec::<String>::new());
}

#[test]
fn the_documents_name_every_command() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..");
    for page in ["docs/formati.md", "docs/interchange.md"] {
        let text = fs::read_to_string(root.join(page)).unwrap();
        let rows: Vec<&str> =
            text.lines().filter(|line| line.starts_with("| `traguardo ")).collect();
        for name in commands(&help(&[], "it"), "Comandi:") {
            let named = [format!("`traguardo {name}"), format!("`{name}")];
            assert!(
                rows.iter().any(|row| named.iter().any(|name| row.contains(name))),
                "{page} does not name {name}"
            );
        }
    }
}
