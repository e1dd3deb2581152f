//! Answers to the questions of targets: kept beside what was written, with who and when.
//! Not here: what an answer changes, which the core's own tests show.

use traguardo::period::parse_date;
use traguardo::question;
use traguardo::rules::Rules;
use traguardo::sample;
use traguardo::target::Expected;
use traguardo::target::answer::Answer;
use traguardo_store::Store;

use crate::engines::{on_both_engines, open, signature, texts};

on_both_engines! {
    an_answer_is_kept_and_the_target_is_read_with_it,
    a_later_answer_takes_the_place_of_the_earlier_and_the_audit_holds_both,
    an_answer_to_a_plan_that_is_not_there_changes_nothing,
    an_answer_with_nul_changes_nothing,
    an_answer_to_what_the_plan_does_not_ask_is_refused,
    answers_at_the_same_time_are_all_kept,
}

async fn asking(url: &str) -> Store {
    let store = open(url).await;
    let mut plan = sample::plan();
    plan.uses[0].details.targets.year = Some(Expected::written("≥ 20 % 020"));
    plan.uses[1].details.targets.year = Some(Expected::written("circa 600"));
    plan.understand();
    let (readings, rules) = (sample::readings(), Rules::default());
    store.save(&plan, &readings, &rules, &signature(), |_, _| ()).await.unwrap();
    store
}

fn answer(code: &str, written: &str, means: &str) -> Answer {
    Answer {
        code: code.to_owned(),
        parent: Some("301".to_owned()),
        column: "target".to_owned(),
        written: written.to_owned(),
        means: means.to_owned(),
        by: Some("Controllo di gestione".to_owned()),
        on: parse_date("21/07/2020").ok(),
        row: 0,
    }
}

async fn an_answer_is_kept_and_the_target_is_read_with_it(url: &str) {
    let store = asking(url).await;
    let before = store.load("cciaa_mo", 2020).await.unwrap();
    assert_eq!(question::open(&before.plan).len(), 2);
    let given = answer("EXPORT", "≥ 20 % 020", ">= 20 %");
    store.answer("cciaa_mo", 2020, &given, &signature()).await.unwrap();
    let after = store.load("cciaa_mo", 2020).await.unwrap();
    assert_eq!(after.plan.answers, [given]);
    let target = question::target(&after.plan, "EXPORT", Some("301"), "target").unwrap();
    assert_eq!(target.verbatim, "≥ 20 % 020");
    assert_eq!(target.target().unwrap().normal(), ">= 20");
    assert_eq!((&after.readings, &after.rules), (&before.readings, &before.rules));
    assert_eq!(store.verify().await.unwrap().findings, []);
}

async fn a_later_answer_takes_the_place_of_the_earlier_and_the_audit_holds_both(url: &str) {
    let store = asking(url).await;
    for means in [">= 600", ">= 500"] {
        let given = answer("PART", "circa 600", means);
        store.answer("cciaa_mo", 2020, &given, &signature()).await.unwrap();
    }
    let stored = store.load("cciaa_mo", 2020).await.unwrap();
    assert_eq!(stored.plan.answers, [answer("PART", "circa 600", ">= 500")]);
    let told = texts(url, "SELECT what FROM audit ORDER BY number").await;
    let of = |revision: i64, means: &str| {
        format!(
            "answer cciaa_mo/2020/{revision}: \"PART\" under \"301\", target: \"circa 600\" \
             means \"{means}\""
        )
    };
    assert_eq!(told[1..], [of(2, ">= 600"), of(3, ">= 500")]);
    assert_eq!(store.verify().await.unwrap().findings, []);
}

async fn an_answer_to_a_plan_that_is_not_there_changes_nothing(url: &str) {
    let store = asking(url).await;
    let given = answer("PART", "circa 600", ">= 600");
    let error = store.answer("cciaa_mo", 1999, &given, &signature()).await.unwrap_err();
    assert_eq!(error.name(), "plan-unknown-nearest");
    assert_eq!(store.verify().await.unwrap().findings, []);
}

async fn an_answer_to_what_the_plan_does_not_ask_is_refused(url: &str) {
    let store = asking(url).await;
    for given in [
        answer("ALTRO", "circa 600", ">= 600"),
        answer("PART", "circa 700", ">= 700"),
        answer("PART", "circa 600", "circa 600"),
    ] {
        let error = store.answer("cciaa_mo", 2020, &given, &signature()).await.unwrap_err();
        assert_eq!(error.name(), "edit-refused");
    }
    assert_eq!(store.revisions("cciaa_mo", 2020).await.unwrap().len(), 1);
    assert_eq!(store.verify().await.unwrap().findings, []);
}

async fn an_answer_with_nul_changes_nothing(url: &str) {
    let store = asking(url).await;
    let given = answer("PART", "circa 600", ">= 600\0");
    let error = store.answer("cciaa_mo", 2020, &given, &signature()).await.unwrap_err();
    assert_eq!(error.name(), "text-with-nul");
    let given = answer("PART", "circa 600", ">= 600");
    let mut nobody = signature();
    nobody.who.push('\0');
    let error = store.answer("cciaa_mo", 2020, &given, &nobody).await.unwrap_err();
    assert_eq!(error.name(), "text-with-nul");
    assert!(store.load("cciaa_mo", 2020).await.unwrap().plan.answers.is_empty());
    assert_eq!(store.verify().await.unwrap().findings, []);
}

async fn answers_at_the_same_time_are_all_kept(url: &str) {
    let first = open(url).await;
    let mut plan = sample::plan();
    for year in 2021..2029 {
        let target = Expected::written("circa 600");
        plan.uses[1].details.targets.other_years.insert(year, target);
    }
    plan.understand();
    let (readings, rules) = (sample::readings(), Rules::default());
    first.save(&plan, &readings, &rules, &signature(), |_, _| ()).await.unwrap();
    // A second store is as a second process.
    let stores = [first.clone(), open(url).await];
    let mut tasks = Vec::new();
    for number in 0..8_usize {
        let store = stores[number % 2].clone();
        tasks.push(tokio::spawn(async move {
            let column = format!("target_{}", 2021 + number);
            let given = Answer { column, ..answer("PART", "circa 600", ">= 600") };
            store.answer("cciaa_mo", 2020, &given, &signature()).await.unwrap();
        }));
    }
    for task in tasks {
        task.await.unwrap();
    }
    assert_eq!(first.load("cciaa_mo", 2020).await.unwrap().plan.answers.len(), 8);
    assert_eq!(first.verify().await.unwrap().findings, []);
}
