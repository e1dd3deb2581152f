//! Whether plans of odd shapes take a time that grows with their size, and not with its square.
//! Not here: any limit; figures are printed, at two sizes, and not asserted.
#![allow(clippy::print_stdout, reason = "a benchmark prints its figures")]

use std::fmt::Write as _;
use std::fs;
use std::hint::black_box;
use std::time::{Duration, Instant};

use jiff::civil::date;
use traguardo::check::check;
use traguardo::scoring::score;

/// The allocator of the program: that of the system gives large pieces back and asks for them anew.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The larger is ten times the smaller: so should its times be.
const SIZES: [usize; 2] = [5_000, 50_000];
const RUNS: usize = 5;

const BODY: &str = "ipa = \"prova\"\nnome = \"Ente di prova\"\nanno = 2020\n\
                    livelli = [\"ambito\", \"obiettivo\"]\n";
const PLAN: &str =
    "codice;padre;livello;titolo;peso;unita;verso;formula;target\n1;;ambito;Ambito;100;;;;\n";
const READINGS: &str = "indicatore;data;valore;registrato_il;motivo\n";

/// The rows of the plan and of the readings.
type Shape = fn(usize) -> (String, String);

fn main() {
    let shapes: [(&str, Shape); 7] = [
        ("readings of one day", readings_of_one_day),
        ("targets of one indicator", targets_of_one_indicator),
        ("targets and readings of one indicator", both_of_one_indicator),
        ("indicators of one name", indicators_of_one_name),
        ("long codes", long_codes),
        ("readings of long codes that nobody knows", unknown_codes),
        ("questions", questions),
    ];
    println!("| rows | shape | read | times | check | times | score | times |");
    println!("|---|---|---|---|---|---|---|---|");
    // `cargo bench --bench shapes -- long` measures only what is called so.
    let asked: Vec<String> = std::env::args().skip(1).filter(|arg| !arg.starts_with('-')).collect();
    let is_asked = |name: &str| asked.is_empty() || asked.iter().any(|part| name.contains(part));
    for (name, shape) in shapes.into_iter().filter(|(name, _)| is_asked(name)) {
        let mut before = [Duration::ZERO; 3];
        for size in SIZES {
            let now = measured(size, shape);
            print!("| {size} | {name} |");
            for (time, before) in now.iter().zip(&before) {
                let tenths = (time.as_micros() * 10).checked_div(before.as_micros());
                let times = tenths.map_or_else(String::new, |t| format!("{},{}", t / 10, t % 10));
                print!(" {time:.1?} | {times} |");
            }
            println!();
            before = now;
        }
    }
}

/// How long it takes to read, to check and to score a plan.
fn measured(size: usize, shape: Shape) -> [Duration; 3] {
    let (plan, readings) = shape(size);
    let folder = tempfile::tempdir().expect("a folder for the generated plan");
    for (name, text) in [
        ("ente.toml", BODY.to_owned()),
        ("piano.csv", format!("{PLAN}{plan}")),
        ("rilevazioni.csv", format!("{READINGS}{readings}")),
    ] {
        fs::write(folder.path().join(name), text).expect("the generated plan can be written");
    }
    let read = || traguardo_files::read(folder.path()).expect("the generated plan can be read");
    let whole = read();
    let (plan, readings, rules) = (&whole.plan, &whole.readings, &whole.rules);
    [
        median(|| drop(black_box(read()))),
        median(|| drop(black_box(check(plan, readings, rules)))),
        median(|| drop(black_box(score(plan, readings, rules, date(2020, 12, 31))))),
    ]
}

fn median(run: impl Fn()) -> Duration {
    let mut times: Vec<Duration> = (0..RUNS)
        .map(|_| {
            let started = Instant::now();
            run();
            started.elapsed()
        })
        .collect();
    times.sort_unstable();
    times[RUNS / 2]
}

/// Every reading corrects the one before it.
fn readings_of_one_day(size: usize) -> (String, String) {
    let mut readings = String::new();
    for at in 0..size {
        let (hour, minute, second) = (at / 3_600, at / 60 % 60, at % 60);
        let moment = format!("2020-07-01T{hour:02}:{minute:02}:{second:02}");
        let _ = writeln!(readings, "A;2020-06-30;{at};{moment};corretto");
    }
    ("A;1;indicatore;Uno;100;n.;cresce;;>= 5\n".to_owned(), readings)
}

/// Every node uses the one indicator, with a target of its own.
fn targets_of_one_indicator(size: usize) -> (String, String) {
    let mut plan = String::new();
    for at in 0..size / 2 {
        let _ = writeln!(plan, "O{at};1;obiettivo;Obiettivo {at};1;;;;");
        let _ = writeln!(plan, "A;O{at};indicatore;Uno;100;n.;cresce;;>= {}", at + 1);
    }
    (plan, "A;2020-06-30;70;;\n".to_owned())
}

/// Half of the rows are nodes that use the one indicator, half are readings of it.
fn both_of_one_indicator(size: usize) -> (String, String) {
    (targets_of_one_indicator(size / 2).0, readings_of_one_day(size / 2).1)
}

fn indicators_of_one_name(size: usize) -> (String, String) {
    let (mut plan, mut readings) = (String::new(), String::new());
    for at in 0..size {
        let _ = writeln!(
            plan,
            "I{at};1;indicatore;Pratiche evase;1;%;cresce;pratiche evase / pratiche arrivate;>= 5"
        );
        let _ = writeln!(readings, "I{at};2020-06-30;70;;");
    }
    (plan, readings)
}

/// Codes that differ in their last letters only.
fn long_code(at: usize) -> String {
    format!("{}{at}", "CODICE-MOLTO-LUNGO-".repeat(10))
}

fn long_codes(size: usize) -> (String, String) {
    let (mut plan, mut readings) = (String::new(), String::new());
    for at in 0..size {
        let code = long_code(at);
        let _ = writeln!(plan, "{code};1;indicatore;Numero {at};1;n.;cresce;;>= 5");
        let _ = writeln!(readings, "{code};2020-06-30;70;;");
    }
    (plan, readings)
}

fn unknown_codes(size: usize) -> (String, String) {
    let (plan, readings) = long_codes(size);
    (plan, readings.replace(";2020-06-30", "X;2020-06-30"))
}

fn questions(size: usize) -> (String, String) {
    let mut plan = String::new();
    for at in 0..size {
        let phrase = "Verifica dall'elenco di n. 1300 posizioni e relazione entro il 31.04.2020";
        let _ = writeln!(plan, "I{at};1;indicatore;Numero {at};1;n.;;;{phrase}");
    }
    (plan, String::new())
}
