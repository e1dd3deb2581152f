//! The draft of a plan: never the plan, saved by versions, adopted by an act.
//! Not here: what edits do, which the core's own tests show.

use traguardo::edit::{Contents, Edit, RowOf, apply};
use traguardo::period::parse_date;
use traguardo::plan::Plan;
use traguardo::revision::{Act, Origin};
use traguardo::rules::Rules;
use traguardo::sample;
use traguardo::target::Expected;
use traguardo::target::answer::Answer;
use traguardo_store::{DraftSaved, Signature, Store};

use crate::engines::{
    count, execute, is_sqlite, on_both_engines, open, signature, take_back, texts,
};

on_both_engines! {
    a_draft_is_never_the_plan_until_an_act_adopts_it,
    an_adopted_draft_is_the_plan_with_its_act,
    who_saves_a_draft_second_is_told_who_came_first,
    a_draft_that_is_given_up_leaves_nothing,
    a_draft_is_opened_once_and_adopted_as_it_was_seen,
    a_draft_that_changes_nothing_or_is_overtaken_is_not_adopted,
    answers_given_in_the_meantime_are_in_the_adopted_revision,
    what_is_adopted_is_guarded_by_the_database_itself,
    no_row_is_added_to_what_is_adopted_nor_in_a_database_of_before,
}

const OF: (&str, i16) = ("cciaa_mo", 2020);

async fn saved(url: &str, plan: &Plan) -> Store {
    let store = open(url).await;
    let (readings, rules) = (sample::readings(), Rules::default());
    store.save(plan, &readings, &rules, &signature(), |_, _| ()).await.unwrap();
    store
}

fn heavier(contents: &Contents) -> Contents {
    let row = RowOf::Use { indicator: "EXPORT".to_owned(), node: "301".to_owned() };
    apply(contents, &Edit::SetWeight { row, weight: Some(20.into()) }).unwrap()
}

fn act() -> Act {
    Act {
        organ: "Giunta".to_owned(),
        number: "65".to_owned(),
        date: parse_date("2020-07-25").unwrap(),
        file: None,
    }
}

async fn a_draft_is_never_the_plan_until_an_act_adopts_it(url: &str) {
    let store = saved(url, &sample::plan()).await;
    assert_eq!(store.draft("cciaa_mo", 2020).await.unwrap(), None);
    let draft = store.open_draft(OF, Some("Rolling"), &signature()).await.unwrap();
    assert_eq!((draft.version, draft.based_on), (1, Some(1)));
    let changed = heavier(&draft.contents);
    let saved = store.save_draft(&changed, 1, "peso", &signature()).await.unwrap();
    assert_eq!(saved, DraftSaved::Saved(2));
    assert_eq!(store.load("cciaa_mo", 2020).await.unwrap().plan, sample::plan());
    assert_eq!(store.list().await.unwrap()[0].revision, 1);
    assert_eq!(store.verify().await.unwrap().findings, []);
}

async fn an_adopted_draft_is_the_plan_with_its_act(url: &str) {
    let store = saved(url, &sample::plan()).await;
    let draft = store.open_draft(OF, Some("Rolling"), &signature()).await.unwrap();
    let changed = heavier(&draft.contents);
    store.save_draft(&changed, 1, "peso", &signature()).await.unwrap();
    assert_eq!(store.adopt(OF, 2, &act(), &signature()).await.unwrap(), 2);
    assert_eq!(store.draft("cciaa_mo", 2020).await.unwrap(), None);
    assert_eq!(store.load("cciaa_mo", 2020).await.unwrap().plan, changed.plan);
    let before = store.load_revision("cciaa_mo", 2020, 1).await.unwrap();
    assert_eq!(before.plan, sample::plan());
    let list = store.revisions("cciaa_mo", 2020).await.unwrap();
    assert_eq!((list[1].origin, &list[1].act), (Origin::Draft, &Some(act())));
    assert_eq!(list[1].reason.as_deref(), Some("Rolling"));
    assert_eq!(store.verify().await.unwrap().findings, []);
}

async fn who_saves_a_draft_second_is_told_who_came_first(url: &str) {
    let store = saved(url, &sample::plan()).await;
    let draft = store.open_draft(OF, None, &signature()).await.unwrap();
    let anna = Signature { who: "Anna".to_owned(), ..signature() };
    let changed = heavier(&draft.contents);
    store.save_draft(&changed, 1, "peso", &anna).await.unwrap();
    let second = store.save_draft(&draft.contents, 1, "altro", &signature()).await.unwrap();
    assert_eq!(second, DraftSaved::Second { first: anna, version: 2 });
    assert_eq!(store.draft("cciaa_mo", 2020).await.unwrap().unwrap().contents, changed);
}

async fn a_draft_that_is_given_up_leaves_nothing(url: &str) {
    let store = saved(url, &sample::plan()).await;
    store.open_draft(OF, None, &signature()).await.unwrap();
    store.drop_draft("cciaa_mo", 2020, &signature()).await.unwrap();
    let error = store.drop_draft("cciaa_mo", 2020, &signature()).await.unwrap_err();
    assert_eq!(error.name(), "draft-unknown");
    assert_eq!(count(url, "SELECT COUNT(*) FROM node").await, 3);
    assert_eq!(store.verify().await.unwrap().findings, []);
}

async fn a_draft_is_opened_once_and_adopted_as_it_was_seen(url: &str) {
    let store = saved(url, &sample::plan()).await;
    let draft = store.open_draft(OF, Some("prima"), &signature()).await.unwrap();
    let again = store.open_draft(OF, Some("seconda"), &signature()).await.unwrap();
    assert_eq!(again, draft);
    store.save_draft(&heavier(&draft.contents), 1, "peso", &signature()).await.unwrap();
    let error = store.adopt(OF, 1, &act(), &signature()).await.unwrap_err();
    assert_eq!(error.name(), "draft-unseen");
    assert_eq!(store.revisions("cciaa_mo", 2020).await.unwrap().len(), 1);
}

async fn a_draft_that_changes_nothing_or_is_overtaken_is_not_adopted(url: &str) {
    let store = saved(url, &sample::plan()).await;
    let draft = store.open_draft(OF, None, &signature()).await.unwrap();
    let error = store.adopt(OF, 1, &act(), &signature()).await.unwrap_err();
    assert_eq!(error.name(), "draft-unchanged");
    let changed = heavier(&draft.contents);
    let (readings, rules) = (sample::readings(), Rules::default());
    store.save(&changed.plan, &readings, &rules, &signature(), |_, _| ()).await.unwrap();
    let error = store.adopt(OF, 1, &act(), &signature()).await.unwrap_err();
    assert_eq!(error.name(), "draft-outdated");
    assert_eq!(store.verify().await.unwrap().findings, []);
}

async fn answers_given_in_the_meantime_are_in_the_adopted_revision(url: &str) {
    let mut plan = sample::plan();
    plan.uses[1].details.targets.year = Some(Expected::written("circa 600"));
    plan.understand();
    let store = saved(url, &plan).await;
    let draft = store.open_draft(OF, None, &signature()).await.unwrap();
    store.save_draft(&heavier(&draft.contents), 1, "peso", &signature()).await.unwrap();
    let answer = Answer {
        code: "PART".to_owned(),
        parent: Some("301".to_owned()),
        column: "target".to_owned(),
        written: "circa 600".to_owned(),
        means: ">= 600".to_owned(),
        by: None,
        on: None,
        row: 0,
    };
    store.answer("cciaa_mo", 2020, &answer, &signature()).await.unwrap();
    assert_eq!(store.adopt(OF, 2, &act(), &signature()).await.unwrap(), 3);
    let adopted = store.load("cciaa_mo", 2020).await.unwrap().plan;
    assert_eq!(
        (adopted.answers.as_slice(), adopted.uses[0].details.weight),
        (&[answer][..], Some(20.into()))
    );
}

/// The tables whose rows belong to a revision.
async fn tables(url: &str) -> Vec<String> {
    let sql = if is_sqlite(url) {
        "SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c \
         WHERE m.type = 'table' AND c.name = 'revision'"
    } else {
        "SELECT CAST(c.table_name AS TEXT) FROM information_schema.columns c \
         JOIN pg_tables t ON t.tablename = c.table_name AND t.schemaname = c.table_schema \
         WHERE c.column_name = 'revision' AND c.table_schema = current_schema()"
    };
    let mut tables = texts(url, sql).await;
    // These name a revision by its number; none of their rows is part of one.
    tables.retain(|table| !["round", "proposal", "sample"].contains(&table.as_str()));
    tables
}

async fn what_is_adopted_is_guarded_by_the_database_itself(url: &str) {
    let store = saved(url, &sample::plan()).await;
    store.open_draft(OF, None, &signature()).await.unwrap();
    let mut guarded = 0;
    for table in tables(url).await {
        let of = "WHERE revision = 'cciaa_mo/2020/1'";
        let rows = count(url, &format!("SELECT COUNT(*) FROM {table} {of}")).await;
        guarded += i64::from(rows > 0);
        // Nor does a row of the draft become one of an adopted revision.
        let draft = "WHERE revision = 'cciaa_mo/2020/draft'";
        for tried in [
            format!("UPDATE {table} SET position = position + 50 {of}"),
            format!("DELETE FROM {table} {of}"),
            format!("UPDATE {table} SET revision = 'cciaa_mo/2020/1', position = 90 {draft}"),
        ] {
            let done = execute(url, &tried).await;
            assert!(done.is_err() == (rows > 0), "{tried}: {done:?}");
        }
    }
    assert!(guarded >= 8, "{guarded}");
    let reason = "UPDATE revision SET reason = 'altro' WHERE number";
    assert!(execute(url, &format!("{reason} = 1")).await.is_err());
    assert!(execute(url, "DELETE FROM revision WHERE number = 1").await.is_err());
    assert_eq!(execute(url, &format!("{reason} = 0")).await.unwrap(), 1);
    store.drop_draft("cciaa_mo", 2020, &signature()).await.unwrap();
    assert_eq!(store.load("cciaa_mo", 2020).await.unwrap().plan, sample::plan());
    assert_eq!(store.verify().await.unwrap().findings, []);
}

async fn no_row_is_added_to_what_is_adopted_nor_in_a_database_of_before(url: &str) {
    let store = saved(url, &sample::plan()).await;
    store.open_draft(OF, None, &signature()).await.unwrap();
    refuses_rows(url, "cciaa_mo/2020/1").await;
    store.close().await;
    take_back(url, 13).await;
    let level = "INSERT INTO level (revision, position, name) VALUES ('cciaa_mo/2020/1', 90, 'X')";
    assert_eq!(execute(url, level).await.unwrap(), 1);
    let sql = "DROP TRIGGER level_adopted_never_deleted";
    let on = if is_sqlite(url) { "" } else { " ON level" };
    execute(url, &format!("{sql}{on}")).await.unwrap();
    execute(url, "DELETE FROM level WHERE position = 90").await.unwrap();
    let store = open(url).await;
    refuses_rows(url, "cciaa_mo/2020/1").await;
    // The draft is written on, and what adopts it writes all its rows.
    let draft = store.draft("cciaa_mo", 2020).await.unwrap().unwrap();
    store.save_draft(&heavier(&draft.contents), 1, "peso", &signature()).await.unwrap();
    store.adopt(OF, 2, &act(), &signature()).await.unwrap();
    refuses_rows(url, "cciaa_mo/2020/2").await;
    assert_eq!(store.verify().await.unwrap().findings, []);
}

async fn refuses_rows(url: &str, revision: &str) {
    let tables = tables(url).await;
    assert_eq!(tables.len(), 14, "{tables:?}");
    for table in tables {
        // Refused before anybody asks which columns may be blank.
        let added = format!("INSERT INTO {table} (revision, position) VALUES ('{revision}', 90)");
        let refused = execute(url, &added).await.unwrap_err().to_string();
        assert!(refused.contains("no row is added to"), "{table}: {refused}");
    }
}
