//! The next year's plan, from this year's to its adoption, through the pages alone.
//! Not here: what is copied, which the core shows, and the same with a browser.

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

const NEXT: &str = "/enti/c_prova/piani/2020";

async fn get(site: &Site, address: &str) -> Answer {
    let request = Request::get(address).header(header::COOKIE, COOKIE);
    site.ask(request.body(Body::empty()).unwrap()).await
}

async fn send(site: &Site, address: &str, fields: &[(&str, &str)]) -> Answer {
    let encoded = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
    let token = token();
    let own = [("gettone", &*token)];
    let pairs = own.iter().chain(fields).map(|(name, text)| format!("{name}={}", encoded(text)));
    let request = Request::post(address)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header(header::COOKIE, COOKIE)
        .header("sec-fetch-site", "same-origin");
    let body = pairs.collect::<Vec<_>>().join("&");
    site.ask(request.body(Body::from(body)).unwrap()).await
}

/// Adopts the draft; the form of the act can carry its document.
async fn adopt(site: &Site, fields: &[(&str, &str)]) -> Answer {
    let token = token();
    let all = [("gettone", &*token)].into_iter().chain(fields.iter().copied());
    let part = |(name, text): (&str, &str)| {
        format!("--x\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{text}\r\n")
    };
    let sent: String = all.map(part).chain(["--x--\r\n".to_owned()]).collect();
    let request = Request::post(format!("{NEXT}/revisioni/bozza/adotta"))
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=x")
        .header(header::COOKIE, COOKIE)
        .header("sec-fetch-site", "same-origin");
    site.ask(request.body(Body::from(sent)).unwrap()).await
}

#[tokio::test]
async fn a_plan_is_copied_into_the_next_year_edited_and_adopted_as_revision_1() {
    let site = site_for(entrance()).await;
    let page = get(&site, &format!("{HOME}/anno-nuovo")).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.says("Il piano 2020 può partire da quello del 2019"), "{}", page.words());
    assert!(page.says("Preparare la bozza del piano 2020"), "{}", page.words());
    assert!(page.says("cose da riconsiderare"), "{}", page.words());
    let made = send(&site, &format!("{HOME}/anno-nuovo"), &[]).await;
    assert_eq!(made.header(header::LOCATION), format!("{NEXT}/revisioni/bozza"));
    // Nowhere is it the plan: there is none, and whoever works on it is led to the draft.
    let home = get(&site, NEXT).await;
    assert_eq!(home.header(header::LOCATION), format!("{NEXT}/revisioni/bozza"));
    assert_eq!(get(&site, &format!("{NEXT}/albero")).await.status, StatusCode::NOT_FOUND);
    let start = get(&site, "/").await;
    assert!(
        start.says("Piani in bozza") && start.body.contains(&format!("{NEXT}/revisioni/bozza"))
    );
    let draft = get(&site, &format!("{NEXT}/revisioni/bozza")).await;
    assert!(draft.says("Questa è la bozza del piano 2020"), "{}", draft.words());
    let row = format!("{NEXT}/revisioni/bozza/riga?codice=QUOTA&padre=S2");
    assert!(get(&site, &row).await.body.contains("value=\"QUOTA\""));
    let rules = get(&site, &format!("{NEXT}/revisioni/bozza/regole")).await;
    assert_eq!(rules.status, StatusCode::OK);
    let again = get(&site, &format!("{HOME}/anno-nuovo")).await;
    assert!(again.says("La bozza del piano 2020 c'è già"), "{}", again.words());
    assert!(again.says("ancora come copiata"), "{}", again.words());
    let act = [("versione", "1"), ("organo", "Giunta"), ("numero", "4"), ("data", "2020-01-28")];
    let adopted = adopt(&site, &act).await;
    assert_eq!(adopted.status, StatusCode::SEE_OTHER, "{}", adopted.words());
    assert_eq!(get(&site, NEXT).await.status, StatusCode::OK);
    assert!(get(&site, &format!("{NEXT}/revisioni")).await.says("Giunta, atto n. 4"));
    assert!(!get(&site, "/").await.says("Piani in bozza"));
    assert!(get(&site, &format!("{HOME}/anno-nuovo")).await.says("Il piano 2020 c'è già."));
}

#[tokio::test]
async fn a_first_draft_is_given_up_and_made_again() {
    let site = site_for(entrance()).await;
    send(&site, &format!("{HOME}/anno-nuovo"), &[]).await;
    let left = send(&site, &format!("{NEXT}/revisioni/bozza/abbandona"), &[]).await;
    assert_eq!((left.status, left.header(header::LOCATION)), (StatusCode::SEE_OTHER, "/"));
    assert_eq!(get(&site, NEXT).await.status, StatusCode::NOT_FOUND);
    let made = send(&site, &format!("{HOME}/anno-nuovo"), &[]).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn nobody_sees_a_first_draft_or_makes_one() {
    let site = site_for(Entrance::SignIn).await;
    assert_eq!(site.get(&format!("{HOME}/anno-nuovo")).await.status, StatusCode::FORBIDDEN);
    assert_eq!(site.get(NEXT).await.status, StatusCode::NOT_FOUND);
    assert!(!site.get("/").await.says("Piani in bozza"));
}
