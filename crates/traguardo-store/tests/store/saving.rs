//! Saving again, saving what cannot be saved, saving at the same time.
//! Not here: which readings supersede which, see `readings.rs`.

use traguardo::plan::Plan;
use traguardo::reading::Readings;
use traguardo::rules::Rules;
use traguardo::sample;
use traguardo_store::{Fault, Saved, Store, StoreError, Stored};

use crate::engines::{drop_triggers, execute, on_both_engines, open, signature};

on_both_engines! {
    saving_another_plan_puts_it_and_its_rules_in_the_place_of_the_earlier,
    a_body_exists_once_and_takes_its_latest_name,
    plans_are_listed_by_body_and_year,
    an_unknown_plan_is_named_with_the_nearest_one,
    rows_that_could_not_be_read_are_never_stored,
    a_save_that_fails_at_its_last_row_changes_nothing,
    a_text_with_nul_is_refused_before_the_engine_sees_it,
    writers_at_the_same_time_wait_for_each_other,
    a_row_changed_from_outside_is_named,
    an_entry_of_the_audit_changed_from_outside_is_found,
    the_futures_can_cross_threads,
}

async fn save(store: &Store, plan: &Plan, readings: &Readings, rules: &Rules) {
    store.save(plan, readings, rules, &signature(), |_, _| ()).await.unwrap();
}

async fn try_save(store: &Store, plan: &Plan, list: &Readings) -> Result<Saved, StoreError> {
    store.save(plan, list, &Rules::default(), &signature(), |_, _| ()).await
}

async fn saved_sample(url: &str) -> (Store, Stored) {
    let store = open(url).await;
    save(&store, &sample::plan(), &sample::readings(), &Rules::default()).await;
    let stored = store.load("cciaa_mo", 2020).await.unwrap();
    (store, stored)
}

async fn saving_another_plan_puts_it_and_its_rules_in_the_place_of_the_earlier(url: &str) {
    let (store, _) = saved_sample(url).await;
    let mut plan = sample::plan();
    plan.nodes.truncate(2);
    plan.uses.truncate(2);
    plan.nodes[1].title = "Altro titolo".to_owned();
    plan.understand();
    let mut rules = Rules::default();
    rules.bands.truncate(1);
    rules.indicator.cap = None;
    let saved = store.save(&plan, &sample::readings(), &rules, &signature(), |_, _| ()).await;
    let saved = saved.unwrap();
    assert_eq!((saved.is_new, saved.nodes, saved.indicators), (false, 2, 3));
    assert_eq!((saved.revision, saved.is_new_revision), (2, true));
    assert_eq!((saved.readings_added, saved.readings_known, saved.readings_kept), (0, 3, 0));
    let stored = store.load("cciaa_mo", 2020).await.unwrap();
    assert_eq!((stored.plan, stored.rules), (plan, rules));
    assert_eq!(stored.readings, sample::readings());
    assert_eq!(store.verify().await.unwrap().findings, []);
}

async fn a_body_exists_once_and_takes_its_latest_name(url: &str) {
    let (store, _) = saved_sample(url).await;
    let mut later = sample::plan();
    later.year = 2021;
    later.body.name = "Camera di commercio".to_owned();
    save(&store, &later, &Readings::default(), &Rules::default()).await;
    let names: Vec<_> = store.list().await.unwrap().into_iter().map(|l| l.body.name).collect();
    assert_eq!(names, ["Camera di commercio", "Camera di commercio"]);
}

async fn plans_are_listed_by_body_and_year(url: &str) {
    let store = open(url).await;
    assert_eq!(store.list().await.unwrap(), []);
    for (ipa, year) in [("c_b", 2020), ("c_a", 2021), ("c_B", 2019), ("c_a", 2020)] {
        let mut plan = sample::plan();
        plan.body.ipa = ipa.to_owned();
        plan.year = year;
        save(&store, &plan, &sample::readings(), &Rules::default()).await;
    }
    let list = store.list().await.unwrap();
    let order: Vec<_> = list.iter().map(|l| (l.body.ipa.as_str(), l.year)).collect();
    assert_eq!(order, [("c_B", 2019), ("c_a", 2020), ("c_a", 2021), ("c_b", 2020)]);
    let first = &list[0];
    assert_eq!((first.nodes, first.indicators, first.readings, first.revision), (3, 3, 3, 1));
    assert_eq!(first.signature, signature());
}

async fn an_unknown_plan_is_named_with_the_nearest_one(url: &str) {
    let store = open(url).await;
    let error = store.load("cciaa_mo", 2020).await.unwrap_err();
    assert_eq!(error.name(), "plan-unknown");
    let (store, _) = saved_sample(url).await;
    let error = store.load("cciaa_mo", 2021).await.unwrap_err();
    assert_eq!(error.name(), "plan-unknown-nearest");
    let Fault::PlanUnknown { plan, nearest } = error.fault else { panic!("{error}") };
    assert_eq!((plan.as_str(), nearest.as_deref()), ("cciaa_mo/2021", Some("cciaa_mo/2020")));
}

async fn rows_that_could_not_be_read_are_never_stored(url: &str) {
    let store = open(url).await;
    let (mut plan, mut readings) = (sample::plan(), sample::readings());
    plan.uses[1].details.faulty = true;
    readings.list[2].faulty = true;
    let fault = try_save(&store, &plan, &readings).await.unwrap_err().fault;
    assert!(matches!(fault, Fault::RowsFaulty { first, count: 2 } if first == "PART"));
    assert_eq!(store.list().await.unwrap(), []);
}

async fn a_save_that_fails_at_its_last_row_changes_nothing(url: &str) {
    let (store, before) = saved_sample(url).await;
    let mut plan = sample::plan();
    plan.nodes.clear();
    plan.body.name = "Altro nome".to_owned();
    let mut readings = sample::readings();
    // Readings are written last.
    readings.list[2].indicator = "ALTRO".to_owned();
    readings.list[2].note = Some("un \0 nella nota".to_owned());
    let error = try_save(&store, &plan, &readings).await.unwrap_err();
    assert_eq!(error.name(), "text-with-nul");
    assert_eq!(store.load("cciaa_mo", 2020).await.unwrap(), before);
    assert_eq!(store.verify().await.unwrap().findings, []);
    save(&store, &sample::plan(), &sample::readings(), &Rules::default()).await;
}

async fn a_text_with_nul_is_refused_before_the_engine_sees_it(url: &str) {
    let store = open(url).await;
    let mut plan = sample::plan();
    plan.body.name.push('\0');
    let error = try_save(&store, &plan, &sample::readings()).await.unwrap_err();
    assert_eq!(error.name(), "text-with-nul");
    let mut plan = sample::plan();
    plan.body.ipa.push('\0');
    let error = try_save(&store, &plan, &sample::readings()).await.unwrap_err();
    assert_eq!(error.name(), "text-with-nul");
    assert_eq!(store.load("cciaa\0mo", 2020).await.unwrap_err().name(), "plan-unknown");
}

async fn writers_at_the_same_time_wait_for_each_other(url: &str) {
    // Two stores are as two processes: nothing but the database is shared.
    let stores = [open(url).await, open(url).await];
    let mut tasks = Vec::new();
    for number in 0..16_usize {
        let store = stores[number % 2].clone();
        tasks.push(tokio::spawn(async move {
            let mut plan = sample::plan();
            plan.body.ipa = format!("c_{}", number % 5);
            save(&store, &plan, &sample::readings(), &Rules::default()).await;
            store.load(&plan.body.ipa, 2020).await.unwrap().readings.list.len()
        }));
    }
    for task in tasks {
        assert_eq!(task.await.unwrap(), 3);
    }
    assert_eq!(stores[0].list().await.unwrap().len(), 5);
    assert_eq!(stores[1].verify().await.unwrap().findings, []);
}

async fn a_row_changed_from_outside_is_named(url: &str) {
    let (store, _) = saved_sample(url).await;
    drop_triggers(url).await;
    execute(url, "UPDATE node SET weight = 'cento' WHERE position = 1").await.unwrap();
    let fault = store.load("cciaa_mo", 2020).await.unwrap_err().fault;
    assert!(matches!(fault, Fault::RowDamaged { table: "node", column: "weight", row: 1 }));
    execute(url, "UPDATE node SET weight = NULL").await.unwrap();
    execute(url, "UPDATE rules SET missing = 'forse'").await.unwrap();
    let fault = store.load("cciaa_mo", 2020).await.unwrap_err().fault;
    assert!(matches!(fault, Fault::RowDamaged { table: "rules", column: "missing", row: 0 }));
}

async fn an_entry_of_the_audit_changed_from_outside_is_found(url: &str) {
    let (store, _) = saved_sample(url).await;
    for _ in 0..2 {
        save(&store, &sample::plan(), &sample::readings(), &Rules::default()).await;
    }
    assert_eq!(store.verify().await.unwrap().findings, []);
    drop_triggers(url).await;
    execute(url, "UPDATE audit SET who = 'Nessuno' WHERE number = 2").await.unwrap();
    assert_eq!(store.verify_audit().await.unwrap(), Some(2));
    execute(url, "UPDATE audit SET who = 'Ufficio d''esempio' WHERE number = 2").await.unwrap();
    execute(url, "DELETE FROM audit_content WHERE entry = 3").await.unwrap();
    execute(url, "DELETE FROM audit WHERE number = 3").await.unwrap();
    assert_eq!(store.verify_audit().await.unwrap(), Some(3));
}

async fn the_futures_can_cross_threads(url: &str) {
    fn crosses<T: Send>(future: T) -> T {
        future
    }
    let store = crosses(Store::open(url)).await.unwrap();
    let (plan, readings, rules) = (sample::plan(), sample::readings(), Rules::default());
    crosses(store.save(&plan, &readings, &rules, &signature(), |_, _| ())).await.unwrap();
    crosses(store.load("cciaa_mo", 2020)).await.unwrap();
    crosses(store.list()).await.unwrap();
    crosses(store.close()).await;
}
