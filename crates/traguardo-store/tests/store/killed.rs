//! A process that is killed in the middle of a save leaves all of it or none.
//! Not here: saves that fail by themselves, see `saving.rs`.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use traguardo::plan::Plan;
use traguardo::reading::Readings;
use traguardo::rules::Rules;
use traguardo::sample;
use traguardo_store::Stored;

use crate::engines::{on_both_engines, open, run, signature};

on_both_engines! {
    a_save_that_is_killed_before_its_end_leaves_nothing,
    a_save_that_is_killed_around_its_end_leaves_all_or_nothing,
}

const URL: &str = "TRAGUARDO_TEST_CHILD_URL";
const TASK: &str = "TRAGUARDO_TEST_CHILD_TASK";

/// Starts this very program again, to do what one ignored test says.
pub fn child(test: &str, url: &str, task: &str) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", test, "--ignored", "--nocapture"])
        .env(URL, url)
        .env(TASK, task)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap()
}

/// What the started program does; nothing where somebody runs all ignored tests.
pub fn run_child<F: Future<Output = ()>>(work: impl FnOnce(String, String) -> F) {
    if let (Ok(url), Ok(task)) = (std::env::var(URL), std::env::var(TASK)) {
        run(work(url, task));
    }
}

/// The sample, with a thousand more nodes and as many readings.
fn large() -> (Plan, Readings) {
    let (mut plan, mut readings) = (sample::plan(), sample::readings());
    for number in 0..1000 {
        let mut node = plan.nodes[2].clone();
        node.code = format!("301.{number}");
        plan.nodes.push(node);
        let mut reading = readings.list[0].clone();
        reading.indicator = format!("I{number}");
        readings.list.push(reading);
    }
    (plan, readings)
}

/// Not a test: what is killed. It says when it has written so many rows, and waits there if told.
#[test]
#[ignore = "run by another test as a process of its own"]
fn child_saves() {
    run_child(|url, task| async move {
        let (rows, wait) = task.split_once(' ').unwrap();
        let rows: usize = rows.parse().unwrap();
        let store = open(&url).await;
        let (plan, readings) = large();
        let progress = |done, total| {
            if done >= rows.min(total) {
                println!("reached");
                std::io::stdout().flush().unwrap();
                if wait == "wait" {
                    std::thread::sleep(Duration::from_secs(60));
                }
            }
        };
        store.save(&plan, &readings, &Rules::default(), &signature(), progress).await.unwrap();
        println!("saved");
        std::thread::sleep(Duration::from_secs(60));
    });
}

async fn prepared(url: &str) -> Stored {
    let store = open(url).await;
    let (plan, readings, rules) = (sample::plan(), sample::readings(), Rules::default());
    store.save(&plan, &readings, &rules, &signature(), |_, _| ()).await.unwrap();
    let stored = store.load("cciaa_mo", 2020).await.unwrap();
    store.close().await;
    stored
}

/// Starts a save, waits until it has come so far and for a while more, and kills it.
fn kill(url: &str, task: &str, after: Duration) {
    let mut child = child("killed::child_saves", url, task);
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    // Where all is there already, nothing is left to be written on the way.
    let reached = |line: String| line.contains("reached") || line.contains("saved");
    assert!(lines.any(|line| reached(line.unwrap())), "the child never came so far");
    std::thread::sleep(after);
    child.kill().unwrap();
    assert!(!child.wait().unwrap().success());
}

async fn a_save_that_is_killed_before_its_end_leaves_nothing(url: &str) {
    let before = prepared(url).await;
    let (plan, readings) = large();
    for rows in [1, 600, 1100, 2000, 2024] {
        kill(url, &format!("{rows} wait"), Duration::ZERO);
        let store = open(url).await;
        assert_eq!(store.load("cciaa_mo", 2020).await.unwrap(), before, "{rows}");
        assert_eq!(store.verify().await.unwrap().findings, []);
        store.close().await;
    }
    // What the killed one held is free again.
    let store = open(url).await;
    let saved = store.save(&plan, &readings, &Rules::default(), &signature(), |_, _| ()).await;
    assert_eq!(saved.unwrap().readings_added, 1000);
    assert_eq!(store.load("cciaa_mo", 2020).await.unwrap().plan, plan);
}

async fn a_save_that_is_killed_around_its_end_leaves_all_or_nothing(url: &str) {
    let before = prepared(url).await;
    let (plan, readings) = large();
    let mut was_saved = false;
    for micros in [0, 300, 700, 1500, 3000, 6000, 3_000_000] {
        kill(url, &format!("{} go", usize::MAX), Duration::from_micros(micros));
        let store = open(url).await;
        let stored = store.load("cciaa_mo", 2020).await.unwrap();
        let all = stored.plan == plan && stored.readings == readings;
        let nothing = stored == before;
        assert!(all || (nothing && !was_saved), "{micros}");
        was_saved |= all;
        assert_eq!(store.verify().await.unwrap().findings, []);
        store.close().await;
    }
    assert!(was_saved);
}
