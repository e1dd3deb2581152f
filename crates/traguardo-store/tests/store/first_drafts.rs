//! The first draft of a plan that has no revision: nowhere the plan, until an act adopts it.
//! Not here: drafts of adopted plans, see `drafts.rs`, and what is copied, which the core shows.

use traguardo::difference::Side;
use traguardo::edit::Contents;
use traguardo::next_year::next_year;
use traguardo::period::parse_date;
use traguardo::revision::{Act, Origin};
use traguardo::rules::Rules;
use traguardo::sample;
use traguardo_store::{Fault, Store};

use crate::engines::{on_both_engines, open, signature};

on_both_engines! {
    a_first_draft_is_nowhere_the_plan,
    an_adopted_first_draft_is_revision_1_with_the_readings_that_it_refers_to,
    a_first_draft_is_opened_once_and_not_over_a_plan,
    a_first_draft_that_is_given_up_can_be_made_again,
}

const OF: (&str, i16) = ("cciaa_mo", 2021);

async fn with_2020(url: &str) -> Store {
    let store = open(url).await;
    let (plan, readings, rules) = (sample::plan(), sample::readings(), Rules::default());
    store.save(&plan, &readings, &rules, &signature(), |_, _| ()).await.unwrap();
    store
}

fn of_2021() -> Contents {
    let (plan, readings, rules) = (sample::plan(), sample::readings(), Rules::default());
    next_year(Side { plan: &plan, readings: &readings, rules: &rules }, &[]).contents
}

fn act() -> Act {
    let date = parse_date("2021-01-28").unwrap();
    Act { organ: "Giunta".to_owned(), number: "4".to_owned(), date, file: None }
}

async fn a_first_draft_is_nowhere_the_plan(url: &str) {
    let store = with_2020(url).await;
    let draft = store.open_first_draft(&of_2021(), None, &signature()).await.unwrap();
    assert_eq!((draft.version, draft.based_on), (1, None));
    assert_eq!(store.draft("cciaa_mo", 2021).await.unwrap().unwrap().contents, of_2021());
    let unknown = store.load("cciaa_mo", 2021).await.unwrap_err();
    assert!(matches!(unknown.fault, Fault::PlanUnknown { .. }), "{unknown}");
    assert_eq!(store.list().await.unwrap().len(), 1);
    let drafts = store.first_drafts().await.unwrap();
    assert_eq!((drafts.len(), drafts[0].year, &drafts[0].saved), (1, 2021, &signature()));
    // The draft of a plan that is there is no first draft.
    store.open_draft(("cciaa_mo", 2020), None, &signature()).await.unwrap();
    assert_eq!(store.first_drafts().await.unwrap().len(), 1);
    assert_eq!(store.verify().await.unwrap().findings, []);
}

async fn an_adopted_first_draft_is_revision_1_with_the_readings_that_it_refers_to(url: &str) {
    let store = with_2020(url).await;
    store.open_first_draft(&of_2021(), Some("Piano 2021"), &signature()).await.unwrap();
    assert_eq!(store.adopt(OF, 1, &act(), &signature()).await.unwrap(), 1);
    let stored = store.load("cciaa_mo", 2021).await.unwrap();
    assert_eq!((&stored.plan, stored.revision), (&of_2021().plan, 1));
    let days: Vec<_> = stored.readings.list.iter().filter_map(|reading| reading.date).collect();
    assert_eq!(days, [parse_date("2020-06-30").unwrap(); 3], "the last ones of the year before");
    let list = store.revisions("cciaa_mo", 2021).await.unwrap();
    assert_eq!(
        (list[0].origin, &list[0].act, list[0].based_on),
        (Origin::Draft, &Some(act()), None)
    );
    assert_eq!(store.first_drafts().await.unwrap(), []);
    assert_eq!(store.load("cciaa_mo", 2020).await.unwrap().readings, sample::readings());
    assert_eq!(store.verify().await.unwrap().findings, []);
}

async fn a_first_draft_is_opened_once_and_not_over_a_plan(url: &str) {
    let store = with_2020(url).await;
    let first = store.open_first_draft(&of_2021(), None, &signature()).await.unwrap();
    let mut other = of_2021();
    other.plan.nodes[0].title = "Altro".to_owned();
    assert_eq!(store.open_first_draft(&other, None, &signature()).await.unwrap(), first);
    let mut there = other;
    there.plan.year = 2020;
    let refused = store.open_first_draft(&there, None, &signature()).await.unwrap_err();
    assert!(matches!(&refused.fault, Fault::PlanAdopted(plan) if plan == "cciaa_mo/2020"));
}

async fn a_first_draft_that_is_given_up_can_be_made_again(url: &str) {
    let store = with_2020(url).await;
    store.open_first_draft(&of_2021(), None, &signature()).await.unwrap();
    store.drop_draft("cciaa_mo", 2021, &signature()).await.unwrap();
    assert_eq!(store.first_drafts().await.unwrap(), []);
    assert_eq!(store.draft("cciaa_mo", 2021).await.unwrap(), None);
    assert!(store.open_first_draft(&of_2021(), None, &signature()).await.is_ok());
    assert_eq!(store.verify().await.unwrap().findings, []);
}
