//! Save and load are the identity, for whatever a hand-in may hold.
//! Not here: saving twice, see `saving.rs`.

use proptest::test_runner::{Config, TestCaseError, TestRunner};
use traguardo::plan::Plan;
use traguardo::reading::Readings;
use traguardo::rules::Rules;
use traguardo_store::Store;

use crate::engines::{Fresh, open, postgres, run, signature, sqlite};
use crate::generated::hand_in;

#[test]
fn what_is_loaded_is_what_was_saved_on_sqlite() {
    round_trips(&sqlite(), 200);
}

#[test]
fn what_is_loaded_is_what_was_saved_on_postgres() {
    round_trips(&run(postgres()), 200);
}

fn round_trips(fresh: &Fresh, cases: u32) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let store = runtime.block_on(open(&fresh.url));
    let mut runner =
        TestRunner::new(Config { cases, failure_persistence: None, ..Config::default() });
    let number = std::cell::Cell::new(0);
    let outcome = runner.run(&hand_in(), |(mut plan, readings, rules)| {
        // Each case is a body of its own, so that one database serves them all.
        number.set(number.get() + 1);
        plan.body.ipa.push_str(&format!(" {}", number.get()));
        runtime.block_on(round_trip(&store, plan, readings, rules))
    });
    outcome.unwrap();
}

async fn round_trip(
    store: &Store,
    plan: Plan,
    readings: Readings,
    rules: Rules,
) -> Result<(), TestCaseError> {
    let by = signature();
    let (mut told, mut total) = (0, 0);
    let progress = |done, all| (told, total) = (done, all);
    let saved = store.save(&plan, &readings, &rules, &by, progress).await;
    let saved = saved.map_err(|error| TestCaseError::fail(error.to_string()))?;
    assert_eq!(told, total);
    assert_eq!(saved.readings_added, readings.list.len());
    assert_eq!((saved.is_new, saved.readings_known, saved.readings_kept), (true, 0, 0));
    let stored = store.load(&plan.body.ipa, plan.year).await;
    let stored = stored.map_err(|error| TestCaseError::fail(error.to_string()))?;
    let (plan, readings) = without_rows(plan, readings);
    assert_eq!((&stored.plan, &stored.readings), (&plan, &readings));
    assert_eq!((&stored.rules, stored.revision, &stored.signature), (&rules, 1, &by));
    // Equal decimals may have different scales: their digits must be the same too.
    assert_eq!(format!("{:?}", stored.plan), format!("{plan:?}"));
    assert_eq!(format!("{:?}", stored.readings), format!("{readings:?}"));
    assert_eq!(format!("{:?}", stored.rules), format!("{rules:?}"));
    Ok(())
}

/// Rows of a hand-in mean nothing in the database.
fn without_rows(mut plan: Plan, mut readings: Readings) -> (Plan, Readings) {
    plan.nodes.iter_mut().for_each(|node| node.details.row = 0);
    plan.uses.iter_mut().for_each(|used| used.details.row = 0);
    plan.offices.iter_mut().for_each(|office| office.row = 0);
    plan.events.iter_mut().for_each(|event| event.row = 0);
    plan.answers.iter_mut().for_each(|answer| answer.row = 0);
    readings.list.iter_mut().for_each(|reading| reading.row = 0);
    (plan, readings)
}
