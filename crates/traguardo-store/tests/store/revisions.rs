//! Revisions: what makes one, and that an adopted one never changes.
//! Not here: answers as such, see `answers.rs`.

use traguardo::number::Decimal;
use traguardo::period::parse_moment;
use traguardo::plan::Plan;
use traguardo::question;
use traguardo::reading::Readings;
use traguardo::revision::{Origin, Revision};
use traguardo::rules::Rules;
use traguardo::sample;
use traguardo::target::Expected;
use traguardo::target::answer::Answer;
use traguardo_store::{Fault, Signature, Store};

use crate::engines::{drop_triggers, execute, on_both_engines, open, signature, take_back};

on_both_engines! {
    an_equal_plan_makes_no_revision_and_a_changed_one_makes_the_next,
    changed_rules_make_a_revision,
    every_revision_is_loaded_as_it_was_adopted,
    an_answer_makes_a_revision_that_shares_the_rows_of_the_one_before,
    what_comes_after_an_answer_has_rows_of_its_own,
    an_answer_that_is_there_already_makes_no_revision,
    a_revision_that_is_not_there_is_named_with_the_last,
    a_plan_of_before_there_were_revisions_is_the_first,
    revisions_saved_at_the_same_time_are_all_there,
}

async fn save(store: &Store, plan: &Plan, at: &str) -> (i64, bool) {
    let by = Signature { at: parse_moment(at).unwrap(), ..signature() };
    let (readings, rules) = (sample::readings(), Rules::default());
    let saved = store.save(plan, &readings, &rules, &by, |_, _| ()).await.unwrap();
    (saved.revision, saved.is_new_revision)
}

async fn revisions(store: &Store) -> Vec<Revision> {
    store.revisions("cciaa_mo", 2020).await.unwrap()
}

async fn plan_of(store: &Store, number: i64) -> Plan {
    store.load_revision("cciaa_mo", 2020, number).await.unwrap().plan
}

/// A plan with a weight that no other of them has.
fn weighing(weight: i64) -> Plan {
    let mut plan = sample::plan();
    plan.uses[0].details.weight = Some(Decimal::from(weight));
    plan
}

fn asking() -> Plan {
    let mut plan = sample::plan();
    plan.uses[1].details.targets.year = Some(Expected::written("circa 600"));
    plan.understand();
    plan
}

fn answer(means: &str) -> Answer {
    Answer {
        code: "PART".to_owned(),
        parent: Some("301".to_owned()),
        column: "target".to_owned(),
        written: "circa 600".to_owned(),
        means: means.to_owned(),
        by: Some("Controllo di gestione".to_owned()),
        on: None,
        row: 0,
    }
}

async fn an_equal_plan_makes_no_revision_and_a_changed_one_makes_the_next(url: &str) {
    let store = open(url).await;
    assert_eq!(save(&store, &sample::plan(), "2020-01-31 12:00").await, (1, true));
    // Where it was read from is no part of a plan.
    let mut again = sample::plan();
    again.nodes[0].details.row = 7;
    again.body.name = "Altro nome".to_owned();
    assert_eq!(save(&store, &again, "2020-02-01 12:00").await, (1, false));
    assert_eq!(store.load("cciaa_mo", 2020).await.unwrap().plan.body.name, "Altro nome");
    assert_eq!(save(&store, &weighing(20), "2020-07-25 12:00").await, (2, true));
    assert_eq!(save(&store, &weighing(20), "2020-07-26 12:00").await, (2, false));
    // A plan that comes back is a revision of its own.
    assert_eq!(save(&store, &sample::plan(), "2020-07-27 12:00").await, (3, true));
    let told: Vec<_> = revisions(&store)
        .await
        .into_iter()
        .map(|r| (r.number, r.based_on, r.origin, r.at.to_string()))
        .collect();
    let of = |number, based_on, at: &str| (number, based_on, Origin::HandIn, at.to_owned());
    assert_eq!(
        told,
        [
            of(1, None, "2020-01-31T12:00:00"),
            of(2, Some(1), "2020-07-25T12:00:00"),
            of(3, Some(2), "2020-07-27T12:00:00"),
        ]
    );
    assert_eq!(store.list().await.unwrap()[0].revision, 3);
    assert_eq!(store.verify().await.unwrap().findings, []);
}

async fn changed_rules_make_a_revision(url: &str) {
    let store = open(url).await;
    save(&store, &sample::plan(), "2020-01-31 12:00").await;
    let mut rules = Rules::default();
    rules.indicator.cap = None;
    let none = Readings::default();
    let saved = store.save(&sample::plan(), &none, &rules, &signature(), |_, _| ()).await;
    assert_eq!(saved.unwrap().revision, 2);
    let of = |number| store.load_revision("cciaa_mo", 2020, number);
    assert_eq!(of(1).await.unwrap().rules, Rules::default());
    assert_eq!(of(2).await.unwrap().rules, rules);
}

async fn every_revision_is_loaded_as_it_was_adopted(url: &str) {
    let store = open(url).await;
    for weight in [10, 20, 30] {
        save(&store, &weighing(weight), "2020-07-25 12:00").await;
    }
    for (number, weight) in [(1, 10), (2, 20), (3, 30)] {
        assert_eq!(plan_of(&store, number).await, weighing(weight));
    }
    assert_eq!(store.load("cciaa_mo", 2020).await.unwrap().plan, weighing(30));
    // Readings belong to the plan.
    let first = store.load_revision("cciaa_mo", 2020, 1).await.unwrap();
    assert_eq!((first.revision, first.readings), (1, sample::readings()));
}

async fn an_answer_makes_a_revision_that_shares_the_rows_of_the_one_before(url: &str) {
    let store = open(url).await;
    save(&store, &asking(), "2020-01-31 12:00").await;
    store.answer("cciaa_mo", 2020, &answer(">= 600"), &signature()).await.unwrap();
    store.answer("cciaa_mo", 2020, &answer(">= 500"), &signature()).await.unwrap();
    let rows = "SELECT COUNT(*) FROM node";
    assert_eq!(crate::engines::count(url, rows).await, 3);
    assert_eq!(question::open(&plan_of(&store, 1).await).len(), 1);
    for (number, normal) in [(2, ">= 600"), (3, ">= 500")] {
        let plan = plan_of(&store, number).await;
        let target = question::target(&plan, "PART", Some("301"), "target").unwrap();
        assert_eq!(target.target().unwrap().normal(), normal);
    }
    let told: Vec<_> =
        revisions(&store).await.into_iter().map(|r| (r.origin, r.based_on)).collect();
    let expected = [(Origin::HandIn, None), (Origin::Answer, Some(1)), (Origin::Answer, Some(2))];
    assert_eq!(told, expected);
    assert_eq!(store.list().await.unwrap()[0].nodes, 3);
    assert_eq!(store.verify().await.unwrap().findings, []);
}

async fn what_comes_after_an_answer_has_rows_of_its_own(url: &str) {
    let store = open(url).await;
    save(&store, &asking(), "2020-01-31 12:00").await;
    store.answer("cciaa_mo", 2020, &answer(">= 600"), &signature()).await.unwrap();
    assert_eq!(save(&store, &asking(), "2020-02-01 12:00").await, (3, true));
    assert_eq!(question::open(&plan_of(&store, 3).await).len(), 1);
    assert_eq!(question::open(&plan_of(&store, 2).await).len(), 0);
    // A change from outside is found under the revision that wrote the row.
    drop_triggers(url).await;
    execute(url, "UPDATE node SET title = 'X' WHERE revision = 'cciaa_mo/2020/1'").await.unwrap();
    assert_eq!(store.verify().await.unwrap().findings.len(), 1);
}

async fn an_answer_that_is_there_already_makes_no_revision(url: &str) {
    let store = open(url).await;
    save(&store, &asking(), "2020-01-31 12:00").await;
    for _ in 0..3 {
        store.answer("cciaa_mo", 2020, &answer(">= 600"), &signature()).await.unwrap();
    }
    assert_eq!(revisions(&store).await.len(), 2);
    assert_eq!(store.entries(0, 10).await.unwrap().len(), 2);
    assert_eq!(store.verify().await.unwrap().findings, []);
}

async fn a_revision_that_is_not_there_is_named_with_the_last(url: &str) {
    let store = open(url).await;
    save(&store, &sample::plan(), "2020-01-31 12:00").await;
    for number in [0, 2, -1] {
        let error = store.load_revision("cciaa_mo", 2020, number).await.unwrap_err();
        assert!(matches!(error.fault, Fault::RevisionUnknown { last: 1, .. }), "{error}");
    }
    let error = store.load_revision("cciaa_mo", 1999, 1).await.unwrap_err();
    assert_eq!(error.name(), "plan-unknown-nearest");
    let error = store.revisions("cciaa_mo", 1999).await.unwrap_err();
    assert_eq!(error.name(), "plan-unknown-nearest");
}

async fn a_plan_of_before_there_were_revisions_is_the_first(url: &str) {
    let store = open(url).await;
    save(&store, &sample::plan(), "2020-01-31 12:00").await;
    store.close().await;
    take_back(url, 7).await;
    let store = open(url).await;
    let list = revisions(&store).await;
    assert_eq!(list.len(), 1);
    assert_eq!((list[0].origin, list[0].based_on, &list[0].act), (Origin::HandIn, None, &None));
    assert_eq!(save(&store, &sample::plan(), "2020-02-01 12:00").await, (1, false));
    assert_eq!(save(&store, &weighing(20), "2020-02-01 12:00").await, (2, true));
    assert_eq!(plan_of(&store, 1).await, sample::plan());
}

async fn revisions_saved_at_the_same_time_are_all_there(url: &str) {
    let stores = [open(url).await, open(url).await];
    let mut tasks = Vec::new();
    for number in 0..8_usize {
        let store = stores[number % 2].clone();
        let plan = weighing(i64::try_from(number).unwrap());
        tasks.push(tokio::spawn(async move { save(&store, &plan, "2020-07-25 12:00").await.0 }));
    }
    let mut numbers = Vec::new();
    for task in tasks {
        numbers.push(task.await.unwrap());
    }
    numbers.sort_unstable();
    assert_eq!(numbers, [1, 2, 3, 4, 5, 6, 7, 8]);
    assert_eq!(stores[0].verify().await.unwrap().findings, []);
}
