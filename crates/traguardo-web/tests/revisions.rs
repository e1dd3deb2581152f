//! A revision from its draft to its adoption, through the pages alone.
//! Not here: the same with a browser, and what the store promises.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by failing")]

#[path = "support/somebody.rs"]
mod somebody;
mod support;

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use somebody::{COOKIE, entrance, token};
use support::{Answer, HOME, Site, site_for};
use traguardo_web::Entrance;

const ROW: [(&str, &str); 2] = [("codice", "QUOTA"), ("padre", "S2")];

async fn site() -> Site {
    site_for(entrance()).await
}

async fn get(site: &Site, part: &str) -> Answer {
    let request = Request::get(format!("{HOME}/revisioni{part}")).header(header::COOKIE, COOKIE);
    site.ask(request.body(Body::empty()).unwrap()).await
}

async fn send(site: &Site, part: &str, fields: &[(&str, &str)]) -> Answer {
    let encoded = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
    let token = token();
    let own = [("gettone", &*token)];
    let pairs = own.iter().chain(fields).map(|(name, text)| format!("{name}={}", encoded(text)));
    let request = Request::post(format!("{HOME}/revisioni{part}"))
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header(header::COOKIE, COOKIE)
        .header("sec-fetch-site", "same-origin");
    let body = pairs.collect::<Vec<_>>().join("&");
    site.ask(request.body(Body::from(body)).unwrap()).await
}

/// The fields of the row as the form shows them, but for its title.
async fn row(site: &Site, version: &str, title: &str) -> Answer {
    let page = get(site, "/bozza/riga?codice=QUOTA&padre=S2").await;
    let held = |name: &str| {
        let (_, field) = page.body.split_once(&format!("name=\"{name}\" value=\"")).unwrap();
        let text = field.split_once('"').unwrap().0;
        text.replace("&#62;", ">").replace("&#60;", "<").replace("&#39;", "'")
    };
    let cells = ["target", "peso", "responsabile", "rilevatore", "note"].map(|n| (n, held(n)));
    let mut fields = ROW.to_vec();
    fields.extend([("versione", version), ("azione", "salva"), ("titolo", title)]);
    fields.extend(cells.iter().map(|(name, text)| (*name, text.as_str())));
    send(site, "/bozza/riga", &fields).await
}

const ACT: [(&str, &str); 3] = [("organo", "Giunta"), ("numero", "65"), ("data", "2019-07-25")];

#[tokio::test]
async fn a_draft_is_made_edited_and_adopted_and_the_register_tells_it() {
    let site = site().await;
    assert!(get(&site, "").await.says("Il piano ha una revisione"));
    let made = send(&site, "/bozza", &[("motivo", "Rolling di luglio")]).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER);
    assert!(get(&site, "/bozza").await.says("La bozza dice ancora quello che dice il piano."));
    let saved = row(&site, "1", "Quota nuova").await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.words());
    let draft = get(&site, "/bozza").await;
    assert!(draft.body.contains("<ins>Quota nuova</ins>"), "{}", draft.words());
    // A draft is never shown as the plan.
    assert!(!site.get(&format!("{HOME}/albero")).await.says("Quota nuova"));
    let adopt = [&[("versione", "2")], &ACT[..]].concat();
    let adopted = send(&site, "/bozza/adotta", &adopt).await;
    assert_eq!(adopted.status, StatusCode::SEE_OTHER, "{}", adopted.words());
    let list = get(&site, "").await;
    assert!(list.says("Giunta, atto n. 65 del"), "{}", list.words());
    assert!(list.says("Rolling di luglio") && list.says("Quota nuova"));
    let compared = get(&site, "/confronto?da=1&a=2").await;
    assert!(compared.body.contains("<ins>Quota nuova</ins>"));
    let back = get(&site, "/confronto?da=2&a=1").await;
    assert!(back.body.contains("<del>Quota nuova</del>"));
    assert!(get(&site, "/al?giorno=2019-07-25").await.says("revisione n. 2"));
    assert!(get(&site, "/al?giorno=2019-07-20").await.says("revisione n. 1"));
}

#[tokio::test]
async fn the_register_is_had_as_csv_and_as_json() {
    let site = site().await;
    send(&site, "/bozza", &[]).await;
    row(&site, "1", "Quota nuova").await;
    send(&site, "/bozza/adotta", &[&[("versione", "2")], &ACT[..]].concat()).await;
    let csv = get(&site, "/registro/csv").await;
    assert!(csv.header(header::CONTENT_TYPE).starts_with("text/csv"));
    assert!(csv.body.contains("Quota nuova"), "{}", csv.body);
    let json = get(&site, "/registro/json").await;
    assert!(json.body.contains("\"after\":\"Quota nuova\""), "{}", json.body);
    assert!(json.body.contains("\"organ\":\"Giunta\""));
    assert_eq!(get(&site, "/registro/pdf").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn who_comes_second_is_told_who_came_first_and_loses_nothing() {
    let site = site().await;
    send(&site, "/bozza", &[]).await;
    row(&site, "1", "Prima").await;
    let second = row(&site, "1", "Seconda").await;
    assert_eq!(second.status, StatusCode::CONFLICT);
    assert!(second.says("ha cambiato la bozza"));
    assert!(second.body.contains("value=\"Seconda\""), "what was typed stays");
    assert!(second.says("Nella bozza c'è «Prima»"), "{}", second.words());
    assert!(second.body.contains("name=\"versione\" value=\"2\""));
    let again = row(&site, "2", "Seconda").await;
    assert_eq!(again.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn what_cannot_be_is_said_and_changes_nothing() {
    let site = site().await;
    send(&site, "/bozza", &[]).await;
    let wrong = [&ROW[..], &[("versione", "1"), ("azione", "neutralizza"), ("atto", " ")]].concat();
    let said = send(&site, "/bozza/riga", &wrong).await;
    assert_eq!(said.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(said.says("Per neutralizzare serve l'atto."), "{}", said.words());
    let no_act = send(&site, "/bozza/adotta", &[("versione", "1")]).await;
    assert_eq!(no_act.status, StatusCode::UNPROCESSABLE_ENTITY);
    let same = send(&site, "/bozza/adotta", &[&[("versione", "1")], &ACT[..]].concat()).await;
    assert!(same.says("non c'è niente da adottare"), "{}", same.words());
    send(&site, "/bozza/abbandona", &[]).await;
    assert_eq!(get(&site, "/bozza").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn nobody_sees_or_changes_a_draft() {
    let site = site_for(Entrance::SignIn).await;
    let page = site.get(&format!("{HOME}/revisioni")).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(!page.says("Fare una bozza"));
    for part in ["/bozza", "/bozza/riga"] {
        let refused = site.get(&format!("{HOME}/revisioni{part}")).await;
        assert!(!refused.status.is_success(), "{part}");
    }
    let request = Request::post(format!("{HOME}/revisioni/bozza")).body(Body::empty()).unwrap();
    assert!(!site.ask(request).await.status.is_success());
}
