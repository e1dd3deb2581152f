//! The next year's plan, from this year's to its adoption, through the pages alone.
//! Not here: what is copied, which the core shows, and the same with a browser.

use crate::support::sending::{form, parts};
use crate::support::somebody::entrance;
use crate::support::{Answer, HOME, Site, site_for};
use axum::http::{StatusCode, header};
use traguardo_web::Entrance;

const NEXT: &str = "/enti/c_prova/piani/2020";

async fn send(site: &Site, address: &str, fields: &[(&str, &str)]) -> Answer {
    site.ask(form(address, fields)).await
}

async fn adopt(site: &Site, fields: &[(&str, &str)]) -> Answer {
    site.ask(parts(&format!("{NEXT}/revisioni/bozza/adotta"), fields, None)).await
}

#[tokio::test]
async fn a_plan_is_copied_into_the_next_year_edited_and_adopted_as_revision_1() {
    let site = site_for(entrance()).await;
    let page = site.get(&format!("{HOME}/anno-nuovo")).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.says("Il piano 2020 può partire da quello del 2019"), "{}", page.words());
    assert!(page.says("Preparare la bozza del piano 2020"), "{}", page.words());
    assert!(page.says("cose da riconsiderare"), "{}", page.words());
    let made = send(&site, &format!("{HOME}/anno-nuovo"), &[]).await;
    assert_eq!(made.header(header::LOCATION), format!("{NEXT}/revisioni/bozza"));
    // Nowhere is it the plan: there is none, and whoever works on it is led to the draft.
    let home = site.get(NEXT).await;
    assert_eq!(home.header(header::LOCATION), format!("{NEXT}/revisioni/bozza"));
    assert_eq!(site.get(&format!("{NEXT}/albero")).await.status, StatusCode::NOT_FOUND);
    let start = site.get("/").await;
    assert!(
        start.says("Piani in bozza") && start.body.contains(&format!("{NEXT}/revisioni/bozza"))
    );
    let draft = site.get(&format!("{NEXT}/revisioni/bozza")).await;
    assert!(draft.says("Questa è la bozza del piano 2020"), "{}", draft.words());
    let row = format!("{NEXT}/revisioni/bozza/riga?codice=QUOTA&padre=S2");
    assert!(site.get(&row).await.body.contains("value=\"QUOTA\""));
    let rules = site.get(&format!("{NEXT}/revisioni/bozza/regole")).await;
    assert_eq!(rules.status, StatusCode::OK);
    let again = site.get(&format!("{HOME}/anno-nuovo")).await;
    assert!(again.says("La bozza del piano 2020 c'è già"), "{}", again.words());
    assert!(again.says("ancora come copiata"), "{}", again.words());
    let act = [("versione", "1"), ("organo", "Giunta"), ("numero", "4"), ("data", "2020-01-28")];
    let adopted = adopt(&site, &act).await;
    assert_eq!(adopted.status, StatusCode::SEE_OTHER, "{}", adopted.words());
    assert_eq!(site.get(NEXT).await.status, StatusCode::OK);
    assert!(site.get(&format!("{NEXT}/revisioni")).await.says("Giunta, atto n. 4"));
    assert!(!site.get("/").await.says("Piani in bozza"));
    assert!(site.get(&format!("{HOME}/anno-nuovo")).await.says("Il piano 2020 c'è già."));
}

#[tokio::test]
async fn a_first_draft_is_given_up_and_made_again() {
    let site = site_for(entrance()).await;
    send(&site, &format!("{HOME}/anno-nuovo"), &[]).await;
    let left = send(&site, &format!("{NEXT}/revisioni/bozza/abbandona"), &[]).await;
    assert_eq!((left.status, left.header(header::LOCATION)), (StatusCode::SEE_OTHER, "/"));
    assert_eq!(site.get(NEXT).await.status, StatusCode::NOT_FOUND);
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
