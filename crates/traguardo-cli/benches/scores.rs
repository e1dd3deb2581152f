//! How long scores take: plans of 240, 5,000 and 50,000 indicators, in memory and as a process.
//! Not here: any limit; figures are printed beside a reference of the same run and not asserted.
#![allow(clippy::print_stdout, reason = "a benchmark prints its figures")]

use std::fmt::Write as _;
use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use jiff::civil::date;
use nix::sys::resource::{UsageWho, getrusage};
use rust_decimal::Decimal;
use traguardo::indicator::Direction;
use traguardo::report::Report;
use traguardo::scoring::score;
use traguardo::target::phrase::{Context, read};

const SIZES: [usize; 3] = [240, 5_000, 50_000];

fn main() {
    let phrase = phrase();
    println!("a comparison with a number is read in {phrase:?}");
    phrases();
    let folders: Vec<_> = SIZES.iter().map(|size| folder(*size)).collect();
    // Processes first: what this one has grown to by then counts as their peak too.
    println!("\n| plan | format | whole process | split into cells | ratio | peak memory |");
    println!("|---|---|---|---|---|---|");
    let modena = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/modena-2020");
    as_process("Modena 2020", &modena);
    for (size, folder) in SIZES.iter().zip(&folders) {
        as_process(&size.to_string(), folder.path());
    }
    println!("\n| indicators | score | check and report | bare arithmetic | score / bare |");
    println!("|---|---|---|---|---|");
    for (size, folder) in SIZES.iter().zip(&folders) {
        in_memory(*size, folder.path());
    }
}

/// The median of so many runs.
fn median(runs: usize, mut run: impl FnMut()) -> Duration {
    let mut times: Vec<Duration> = (0..runs)
        .map(|_| {
            let started = Instant::now();
            run();
            started.elapsed()
        })
        .collect();
    times.sort_unstable();
    times[times.len() / 2]
}

/// One reading of a phrase, from many at once: the clock is coarser than one.
fn phrase() -> Duration {
    const TIMES: u32 = 10_000;
    let context = Context { direction: Some(Direction::Up), ..Context::default() };
    median(21, || {
        for _ in 0..TIMES {
            black_box(read(black_box(">= 13.000.000.000,00 €"), context).is_ok());
        }
    }) / TIMES
}

/// Every phrase of the documents: the median one and the slowest; what the questions propose apart,
/// which is sought when somebody looks at them.
fn phrases() {
    const TIMES: u32 = 200;
    let table = include_str!("../../traguardo-files/tests/targets/documents.tsv");
    let context = Context { direction: None, year: Some(2021) };
    let mut times: Vec<(Duration, &str)> = table
        .lines()
        .filter_map(|line| line.split('\t').nth(1))
        .map(|phrase| {
            let time = median(5, || {
                for _ in 0..TIMES {
                    black_box(read(black_box(phrase), context).is_ok());
                }
            });
            (time / TIMES, phrase)
        })
        .collect();
    times.sort_unstable();
    let (slowest, phrase) = times[times.len() - 1];
    let middle = times[times.len() / 2].0;
    let count = times.len();
    println!("{count} phrases of the documents: median {middle:?}, slowest {slowest:?} ({phrase})");
    let asked = times.iter().filter_map(|(_, phrase)| read(phrase, context).err());
    let mut shown: Vec<Duration> =
        asked.map(|question| median(5, || drop(black_box(question.proposals())))).collect();
    shown.sort_unstable();
    let (middle, slowest) = (shown[shown.len() / 2], shown[shown.len() - 1]);
    println!("what could be meant by a question: median {middle:?}, slowest {slowest:?}");
}

fn in_memory(size: usize, folder: &Path) {
    let hand_in = traguardo_files::read(folder).expect("the generated plan can be read");
    let at = date(2020, 6, 30);
    let runs = if size > 10_000 { 9 } else { 51 };
    let scored = median(runs, || {
        black_box(score(&hand_in.plan, &hand_in.readings, &hand_in.rules, at));
    });
    let reported = median(runs, || {
        black_box(Report::new(&hand_in.plan, &hand_in.readings, &hand_in.rules, at));
    });
    let pairs: Vec<(Decimal, Decimal)> =
        (0..size).map(|at| (Decimal::from(at % 1000), Decimal::from(at % 900 + 100))).collect();
    let bare = median(runs, || {
        let share = |(actual, level): &(Decimal, Decimal)| Decimal::ONE_HUNDRED * actual / level;
        black_box(pairs.iter().map(|pair| share(pair) * Decimal::TEN).sum::<Decimal>());
    });
    let ratio = scored.as_nanos() / bare.as_nanos().max(1);
    println!("| {size} | {scored:.1?} | {reported:.1?} | {bare:.1?} | {ratio} |");
}

fn as_process(name: &str, folder: &Path) {
    let split = median(9, || {
        for file in ["piano.csv", "rilevazioni.csv"] {
            let mut reader = csv::ReaderBuilder::new()
                .delimiter(b';')
                .from_path(folder.join(file))
                .expect("the file is there");
            let mut record = csv::StringRecord::new();
            while reader.read_record(&mut record).unwrap_or(false) {
                black_box(&record);
            }
        }
    });
    for format in ["table", "json"] {
        let time = median(9, || {
            let status = Command::new(env!("CARGO_BIN_EXE_traguardo"))
                .arg("score")
                .arg(folder)
                .args(["--at", "2020-06-30", "--format", format])
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .status();
            assert!(status.is_ok_and(|status| status.success()));
        });
        // The most of any child so far: sizes come in growing order.
        let peak = getrusage(UsageWho::RUSAGE_CHILDREN).map_or(0, |usage| usage.max_rss()) / 1024;
        let ratio = time.as_micros() / split.as_micros().max(1);
        println!("| {name} | {format} | {time:.1?} | {split:.1?} | {ratio} | {peak} MB |");
    }
}

/// A plan of so many indicators, six under each operational objective, each with a reading.
fn folder(indicators: usize) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder for the generated plan");
    let objectives = indicators / 6;
    let strategic = (objectives / 8).max(1);
    let mut plan = "codice;padre;livello;titolo;peso;unita;verso;target;periodico_2020-06-30\n\
                    1;;ambito;Ambito;100;;;;\n"
        .to_owned();
    let mut readings = "indicatore;data;valore;stato;fonte\n".to_owned();
    for at in 0..strategic {
        let weight = Decimal::ONE_HUNDRED / Decimal::from(strategic);
        let weight = traguardo::number::format(weight.round_dp(4));
        let _ = writeln!(plan, "S{at};1;obiettivo strategico;Strategico {at};{weight};;;;");
    }
    for at in 0..objectives {
        let above = at % strategic;
        let _ =
            writeln!(plan, "O{at};S{above};obiettivo operativo;Obiettivo operativo {at};12,5;;;;");
    }
    for at in 0..indicators {
        let (above, level) = (at / 6 % objectives, at % 900 + 100);
        let _ = writeln!(
            plan,
            "I{at};O{above};indicatore;Indicatore numero {at} con un titolo di lunghezza normale;\
             {};N.;cresce;>= {level} N.;>= {} N.",
            if at % 6 < 2 { 20 } else { 15 },
            level / 2
        );
        let actual = at % 1000;
        let _ = writeln!(readings, "I{at};2020-06-30;{actual},50 N.;verificato;Integra");
    }
    let body = "ipa = \"prova\"\nnome = \"Ente di prova\"\nanno = 2020\n\
                livelli = [\"ambito\", \"obiettivo strategico\", \"obiettivo operativo\"]\n\
                verifiche = [\"2020-06-30\"]\n";
    for (name, text) in [("ente.toml", body), ("piano.csv", &plan), ("rilevazioni.csv", &readings)]
    {
        fs::write(folder.path().join(name), text).expect("the generated plan can be written");
    }
    folder
}
