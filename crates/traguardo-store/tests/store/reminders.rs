//! Reminders, settings of bodies and addresses of accounts, as they are kept.
//! Not here: who is told of what, which the core says.

use jiff::civil::{Date, date};
use traguardo::access::{Grant, Person, Role, Scope};
use traguardo::reading::Readings;
use traguardo::rules::Rules;
use traguardo::sample;
use traguardo_store::{
    AccountChange, Fault, Outcome, Reminded, SettingsChange, Signature, Store, last_set,
};

use crate::engines::{execute, on_both_engines, open, signature};

on_both_engines! {
    a_reminder_is_written_once_a_day_and_again_when_it_failed,
    reminders_are_never_changed_and_are_verified,
    two_processes_send_one_reminder_between_them,
    settings_are_kept_with_who_set_them,
    who_comes_second_is_told_who_came_first,
    an_address_is_kept_changed_and_taken_away,
}

const BODY: &str = "cciaa_mo";

async fn saved(url: &str) -> Store {
    let store = open(url).await;
    let (plan, readings, rules) = (sample::plan(), Readings::default(), Rules::default());
    store.save(&plan, &readings, &rules, &signature(), |_, _| ()).await.unwrap();
    store
}

fn reminded(person: &str, day: Date, outcome: Outcome) -> Reminded {
    let person = person.to_owned();
    let signature = signature();
    Reminded { person, day, outcome, own: 3, late: 1, of_others: 0, to_check: 2, signature }
}

async fn a_reminder_is_written_once_a_day_and_again_when_it_failed(url: &str) {
    let store = saved(url).await;
    let (monday, tuesday) = (date(2020, 7, 13), date(2020, 7, 14));
    let first = reminded("anna", monday, Outcome::Sent);
    assert!(store.write_reminder(BODY, &first).await.unwrap());
    assert!(!store.write_reminder(BODY, &first).await.unwrap());
    assert!(store.write_reminder(BODY, &reminded("bruno", monday, Outcome::Sent)).await.unwrap());
    assert!(store.write_reminder(BODY, &reminded("anna", tuesday, Outcome::Sent)).await.unwrap());
    let failed = reminded("anna", monday, Outcome::Failed);
    assert!(store.write_reminder(BODY, &failed).await.unwrap());
    assert!(store.write_reminder(BODY, &first).await.unwrap());
    assert!(!store.write_reminder(BODY, &first).await.unwrap());
    let all = store.reminders(BODY, monday).await.unwrap();
    assert_eq!(all.len(), 5);
    assert_eq!((&all[0], &all[3]), (&first, &failed));
    assert_eq!(store.reminders(BODY, tuesday).await.unwrap().len(), 1);
    assert_eq!(store.reminders("altro", monday).await.unwrap(), []);
}

async fn reminders_are_never_changed_and_are_verified(url: &str) {
    let store = saved(url).await;
    let day = date(2020, 7, 13);
    store.write_reminder(BODY, &reminded("anna", day, Outcome::Sent)).await.unwrap();
    let rows = [("ahead_days", "3".to_owned())];
    store.set_settings(BODY, &rows, None, &signature()).await.unwrap();
    assert_eq!(store.verify().await.unwrap().findings, []);
    assert!(execute(url, "UPDATE reminder SET own = 9").await.is_err());
    assert!(execute(url, "DELETE FROM reminder").await.is_err());
    execute(url, "UPDATE body_setting SET content = '4'").await.unwrap();
    assert_eq!(store.verify().await.unwrap().findings.len(), 1);
}

async fn two_processes_send_one_reminder_between_them(url: &str) {
    let (one, other) = (saved(url).await, open(url).await);
    let new = reminded("anna", date(2020, 7, 13), Outcome::Sent);
    let (first, second) =
        tokio::join!(one.write_reminder(BODY, &new), other.write_reminder(BODY, &new));
    assert_ne!(first.unwrap(), second.unwrap());
    assert_eq!(one.reminders(BODY, new.day).await.unwrap().len(), 1);
}

async fn settings_are_kept_with_who_set_them(url: &str) {
    let store = saved(url).await;
    assert_eq!(store.settings(BODY).await.unwrap(), []);
    let rows = [("told", "head".to_owned()), ("ahead_days", "3".to_owned())];
    let done = store.set_settings(BODY, &rows, None, &signature()).await.unwrap();
    assert_eq!(done, SettingsChange::Done);
    let kept = store.settings(BODY).await.unwrap();
    let texts: Vec<_> = kept.iter().map(|kept| (&*kept.name, &*kept.content)).collect();
    assert_eq!(texts, [("ahead_days", "3"), ("told", "head")]);
    assert_eq!(last_set(&kept), Some(&signature()));
}

async fn who_comes_second_is_told_who_came_first(url: &str) {
    let store = saved(url).await;
    let rows = [("ahead_days", "3".to_owned())];
    store.set_settings(BODY, &rows, None, &signature()).await.unwrap();
    let second = Signature {
        who: "Seconda".to_owned(),
        at: signature().at.checked_add(jiff::Span::new().seconds(1)).unwrap(),
    };
    let again = store.set_settings(BODY, &rows, None, &second).await.unwrap();
    assert_eq!(again, SettingsChange::CameFirst(signature()));
    assert_eq!(last_set(&store.settings(BODY).await.unwrap()), Some(&signature()));
    // Other settings are another matter.
    let tags = [("tags", "nuove strategie".to_owned())];
    let done = store.set_settings(BODY, &tags, None, &second).await.unwrap();
    assert_eq!(done, SettingsChange::Done);
    let seen = Some(signature().at);
    let done = store.set_settings(BODY, &rows, seen, &second).await.unwrap();
    assert_eq!(done, SettingsChange::Done);
    assert_eq!(store.settings(BODY).await.unwrap().len(), 2);
}

async fn an_address_is_kept_changed_and_taken_away(url: &str) {
    let store = saved(url).await;
    let grants = vec![Grant { role: Role::Collector, scope: Scope::Body(BODY.to_owned()) }];
    let anna = Person { id: "anna".to_owned(), name: "Anna".to_owned(), grants };
    store.add_account(&anna, "tre parole che ricordo", &signature()).await.unwrap();
    let mail = async || store.accounts().await.unwrap()[0].mail.clone();
    assert_eq!(mail().await, None);
    let address = "anna@comune.example.it";
    let set =
        async |mail| store.change_account("anna", AccountChange::Mail(mail), &signature()).await;
    set(Some(address)).await.unwrap();
    assert_eq!(mail().await.as_deref(), Some(address));
    let refused = set(Some("anna@\r\nBcc: altri@example.it")).await.unwrap_err();
    assert!(matches!(refused.fault, Fault::MailAddress { .. }));
    assert_eq!(mail().await.as_deref(), Some(address));
    set(None).await.unwrap();
    assert_eq!(mail().await, None);
    // Who changed it stands in the trail, the address does not.
    let entries = store.entries(0, 100).await.unwrap();
    assert_eq!(
        entries.iter().filter(|entry| entry.what == "account anna: mail changed").count(),
        2
    );
    assert!(!entries.iter().any(|entry| entry.what.contains('@')));
}
