//! The page of reminders: what it shows to whom, and the settings that it changes.
//! Not here: who is told of what, and the mail server.

use axum::body::Body;
use axum::http::{Request, header};
use jiff::civil::date;
use traguardo::access::{Grant, Person, Role, Scope};
use traguardo::period::Checkpoint;
use traguardo::quantity::Quantity;
use traguardo::reading::{Observed, Reading, Readings};
use traguardo::rules::Rules;
use traguardo::sample;
use traguardo_store::{AccountChange, Closing, Outcome, Recording, Reminded, Signature, Store};
use traguardo_web::Entrance;

use crate::support::somebody::{COOKIE, token};
use crate::support::{Answer, Site, by};

/// As the form has them where nothing is quiet.
const ALWAYS: &str = "reminders=on&ahead_days=7&repeat_days=5&escalate_days=9&quiet_from=00%3A00\
                      &quiet_until=00%3A00&told-collector=on&told_late-head=on";

fn person(id: &str, role: Role) -> Person {
    let grants = vec![Grant { role, scope: Scope::Body("cciaa_mo".to_owned()) }];
    Person { id: id.to_owned(), name: format!("Persona {id}"), grants }
}

/// Last year, of which what is missing is late on any day of this one.
fn year() -> i16 {
    jiff::Zoned::now().year() - 1
}

fn address() -> String {
    format!("/enti/cciaa_mo/piani/{}/solleciti", year())
}

/// The sample as last year's plan, of which Anna has everything to record.
async fn site(visitor: Role) -> (Site, Store) {
    let mut plan = sample::plan();
    plan.year = year();
    plan.horizon = vec![year()];
    let hand_in = Some(date(year(), 7, 15));
    plan.checkpoints = vec![Checkpoint { date: date(year(), 6, 30), hand_in }];
    for used in &mut plan.uses {
        used.details.targets.periodic = Default::default();
    }
    plan.understand();
    let site = Site::empty(Entrance::Demo(vec![person("visita", visitor)])).await;
    site.save(&plan, &Readings::default(), &Rules::default()).await;
    let anna = person("anna", Role::Collector);
    site.store.add_account(&anna, "tre parole che ricordo", &by(year())).await.unwrap();
    let store = site.store.clone();
    (site, store)
}

/// Sends the form with the token that the page carries for this browser.
async fn send(site: &Site, fields: &str) -> Answer {
    let token = token();
    let request = Request::post(address())
        .header(header::HOST, "localhost")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header(header::COOKIE, COOKIE)
        .header("sec-fetch-site", "same-origin");
    let body = format!("gettone={token}&{fields}");
    site.ask(request.body(Body::from(body)).unwrap()).await
}

#[tokio::test]
async fn the_page_says_what_is_late_who_fills_it_in_and_what_would_be_sent() {
    let (site, store) = site(Role::Controller).await;
    send(&site, ALWAYS).await;
    let page = site.get(&address()).await;
    assert!(page.says("6 rilevazioni da compilare, 3 in ritardo"), "{}", page.words());
    assert!(page.says("Adesso non partirebbe alcun sollecito."), "{}", page.words());
    assert!(page.says("Partecipanti alle iniziative 301 Persona anna"), "{}", page.words());
    assert!(page.says("Manca l'indirizzo di posta."), "{}", page.words());
    assert!(page.says("Dove manca il giorno di consegna nessuno è in ritardo"), "{}", page.words());
    let at = jiff::Zoned::now().datetime();
    let by = Signature { who: "prova".to_owned(), at };
    let mail = AccountChange::Mail(Some("anna@ente.example.it"));
    store.change_account("anna", mail, &by).await.unwrap();
    let page = site.get(&address()).await;
    assert!(page.says("Adesso partirebbe 1 sollecito."), "{}", page.words());
    assert!(page.says("Sì, al prossimo invio."), "{}", page.words());
    assert!(page.says(&format!("/enti/cciaa_mo/piani/{}/da-compilare", year())));
    assert!(!page.body.contains("anna@"), "an address is nobody else's business");
    let reminded = Reminded {
        person: "anna".to_owned(),
        day: at.date(),
        outcome: Outcome::Sent,
        own: 6,
        late: 3,
        of_others: 0,
        to_check: 0,
        signature: by,
    };
    store.write_reminder("cciaa_mo", &reminded).await.unwrap();
    let page = site.get(&address()).await;
    assert!(page.says("Già avvisato: il prossimo dal"), "{}", page.words());
    assert!(page.says("Persona anna 6 da compilare, 3 in ritardo;"), "{}", page.words());
    let english = site.get(&format!("{}?lang=en", address())).await;
    assert!(english.says("6 readings to fill in"), "{}", english.words());
    assert!(!english.words().contains("reminders-"), "{}", english.words());
}

#[tokio::test]
async fn of_a_closed_round_nobody_is_asked_for_anything() {
    let (site, store) = site(Role::Controller).await;
    let page = site.get(&address()).await;
    assert!(page.says("6 rilevazioni da compilare, 3 in ritardo"), "{}", page.words());
    let closing = Closing {
        checkpoint: date(year(), 6, 30),
        reason: "Arrivano a settembre".to_owned(),
        program: "1.0.0".to_owned(),
        seen: None,
    };
    let by = Signature { who: "prova".to_owned(), at: jiff::Zoned::now().datetime() };
    store.close_round("cciaa_mo", year(), &closing, &by).await.unwrap();
    let page = site.get(&address()).await;
    assert!(page.says("3 rilevazioni da compilare"), "{}", page.words());
    assert!(!page.says("30/06/"), "{}", page.words());
}

#[tokio::test]
async fn what_waits_for_a_check_is_said_with_who_is_told() {
    let (site, store) = site(Role::Controller).await;
    assert!(!site.get(&address()).await.says("la verifica,"));
    let reading = Reading {
        indicator: "PART".to_owned(),
        date: Some(date(year(), 6, 30)),
        observed: Observed::Number(Quantity::bare(310.into())),
        ..Reading::default()
    };
    let by = Signature { who: "anna".to_owned(), at: date(year(), 7, 3).at(9, 0, 0, 0) };
    let recording = Recording {
        ipa: "cciaa_mo".to_owned(),
        year: year(),
        reading,
        seen: None,
        key: "k1".to_owned(),
        signature: by.clone(),
    };
    store.record(recording).await.unwrap();
    let page = site.get(&address()).await;
    let said = format!("1 rilevazione aspetta la verifica, la prima dal 3 luglio {}; ", year());
    assert!(page.says(&format!("{said}nessun utente ne è avvisato.")), "{}", page.words());
    store.add_account(&person("dora", Role::Head), "tre parole che ricordo", &by).await.unwrap();
    let page = site.get(&address()).await;
    assert!(page.says(&format!("{said}ne sono avvisati: Persona dora.")), "{}", page.words());
    assert!(page.says("; 1 da verificare Gentile Persona dora,"), "{}", page.words());
    assert!(page.says(&format!("/enti/cciaa_mo/piani/{}/da-verificare", year())));
    // The body may leave it.
    send(&site, ALWAYS).await;
    let page = site.get(&address()).await;
    assert!(page.says(&format!("{said}nessun utente ne è avvisato.")), "{}", page.words());
    assert!(!page.body.contains("name=\"told_check-head\" value=\"on\" checked"));
    assert!(!page.body.contains("told_check-collector"), "who may not check is not told");
}

#[tokio::test]
async fn settings_are_saved_by_the_controller_and_told_to_others() {
    let (site, _) = site(Role::Controller).await;
    let before = site.get(&address()).await;
    assert!(before.says("Nessuno l'ha ancora impostato"), "{}", before.words());
    let saved = send(&site, ALWAYS).await;
    assert!(saved.says("Impostazioni salvate."), "{}", saved.words());
    assert!(saved.says("Impostato da Persona visita (visita)"), "{}", saved.words());
    let after = site.get(&address()).await;
    assert!(after.body.contains("name=\"repeat_days\" value=\"5\""), "{}", after.body);
    assert!(!after.body.contains("name=\"quiet_weekends\" value=\"on\" checked"));
    assert!(after.body.contains("name=\"told-collector\" value=\"on\" checked"));
    assert!(!after.body.contains("name=\"told-head\" value=\"on\" checked"));
}

#[tokio::test]
async fn what_cannot_be_taken_is_marked_and_nothing_typed_is_lost() {
    let (site, store) = site(Role::Controller).await;
    let page = send(&site, &ALWAYS.replace("repeat_days=5", "repeat_days=cento")).await;
    assert!(page.says("Qualcosa non va bene e nulla è stato salvato"), "{}", page.words());
    assert!(page.body.contains("value=\"cento\""));
    assert!(page.body.contains("aria-invalid=\"true\""));
    assert!(page.body.contains("name=\"escalate_days\" value=\"9\""));
    assert_eq!(store.settings("cciaa_mo").await.unwrap(), []);
}

#[tokio::test]
async fn who_comes_second_is_told_who_came_first_and_keeps_what_was_typed() {
    let (site, store) = site(Role::Controller).await;
    send(&site, ALWAYS).await;
    // A page that was opened before that.
    let second = send(&site, &ALWAYS.replace("repeat_days=5", "repeat_days=6")).await;
    assert!(second.says("Persona visita (visita) le ha cambiate il"), "{}", second.words());
    assert!(second.body.contains("name=\"repeat_days\" value=\"6\""));
    let kept = store.settings("cciaa_mo").await.unwrap();
    let days = kept.iter().find(|setting| setting.name == "repeat_days").unwrap();
    assert_eq!(days.content, "5");
    // Whoever has seen it may go on.
    let seen = second.body.split("name=\"seen\" value=\"").nth(1).unwrap();
    let seen = seen.split('"').next().unwrap().replace(':', "%3A");
    let again = format!("{}&seen={seen}", ALWAYS.replace("repeat_days=5", "repeat_days=6"));
    assert!(send(&site, &again).await.says("Impostazioni salvate."));
}

#[tokio::test]
async fn a_reader_sees_the_settings_and_cannot_change_them_and_a_stranger_sees_nothing() {
    let (site_of_reader, store) = site(Role::Reader).await;
    let page = site_of_reader.get(&address()).await;
    assert_eq!(page.status, 200);
    assert!(!page.body.contains("<form class=\"tg-settings\""));
    assert!(page.says("Giorni fra due lettere alla stessa persona: 7"), "{}", page.words());
    let refused = send(&site_of_reader, ALWAYS).await;
    assert_eq!(refused.status, 403);
    assert_eq!(store.settings("cciaa_mo").await.unwrap(), []);
    let (site, _) = site(Role::Administrator).await;
    assert_eq!(site.get(&address()).await.status, 403);
    let other = address().replace("cciaa_mo", "altro");
    assert_ne!(site.get(&other).await.status, 200);
}
