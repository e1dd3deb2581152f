//! The pages of rounds, histories and the register: what they say, who may, and what is refused.
//! Not here: what a closed round is worth, which core and store show on both engines.

use axum::http::StatusCode;
use traguardo::number::Decimal;
use traguardo::period::parse_moment;
use traguardo::quantity::Quantity;
use traguardo::reading::{Observed, Reading};
use traguardo::{rules::Rules, sample};
use traguardo_store::record_hash;
use traguardo_web::Entrance;

use crate::support::sending::form;
use crate::support::somebody::entrance;
use crate::support::{Answer, SAMPLE as HOME, Site, sample_for};

const JUNE: &str = "/enti/cciaa_mo/piani/2020/verifiche/2020-06-30";

async fn site() -> Site {
    sample_for(entrance()).await
}

async fn get(site: &Site, address: &str) -> (StatusCode, String) {
    let answer = site.get(address).await;
    (answer.status, answer.body)
}

async fn shown(site: &Site, address: &str) -> String {
    let answer = site.get(address).await;
    assert_eq!(answer.status, StatusCode::OK, "{address}: {}", answer.body);
    answer.words()
}

/// Sends the form that closes the round of June.
async fn close(site: &Site, fields: &[(&str, &str)]) -> Answer {
    site.ask(form(JUNE, fields)).await
}

/// Closes the round of June as the page that was just shown would.
async fn closed(site: &Site) {
    let answer = close(site, &GIVEN).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
}

/// What the form sends of the sample: one revision, three readings, no mark.
const GIVEN: [(&str, &str); 5] = [
    ("revisione", "1"),
    ("rilevazioni", "3"),
    ("esiti", "0"),
    ("motivo", "Le note arrivano a settembre"),
    ("conferma", "si"),
];

#[tokio::test]
async fn the_list_says_how_far_each_checkpoint_has_come() {
    let site = site().await;
    let list = shown(&site, &format!("{HOME}/verifiche")).await;
    assert!(list.contains("Ci sono 2 verifiche quest'anno: nessuna è chiusa"), "{list}");
    assert!(list.contains("30 giugno 2020 In corso"), "{list}");
    assert!(list.contains("3 su 3 consegnate, 0 verificate"), "{list}");
    closed(&site).await;
    let list = shown(&site, &format!("{HOME}/verifiche")).await;
    assert!(list.contains("30 giugno 2020 Chiusa"), "{list}");
    assert!(list.contains(", Anna Esempio (anna)"), "{list}");
}

#[tokio::test]
async fn what_is_missing_is_said_with_how_to_mend_it_and_closing_asks_for_a_reason() {
    let site = site().await;
    let page = shown(&site, JUNE).await;
    for said in [
        "Manca qualcosa a 3 rilevazioni su 3.",
        "2 rilevazioni senza la nota dovuta",
        "1 rilevazione non ancora verificata",
        "la revisione 1 del piano",
        "le 3 rilevazioni che contano",
        "non si riapre",
    ] {
        assert!(page.contains(said), "{said}: {page}");
    }
    let answer = close(&site, &GIVEN[..4]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.says("Per chiudere spunta la casella"), "{}", answer.words());
    assert!(
        answer.body.contains(">Le note arrivano a settembre</textarea>"),
        "what was typed stays"
    );
    let mut silent = GIVEN;
    silent[3].1 = " ";
    let answer = close(&site, &silent).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.says("scrivi perché la verifica si chiude lo stesso"), "{}", answer.words());
    let mut old = GIVEN;
    old[1].1 = "2";
    let answer = close(&site, &old).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    assert!(answer.says("Nel frattempo è arrivato qualcosa"), "{}", answer.words());
    assert!(site.store.rounds("cciaa_mo", 2020).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_closed_round_shows_its_figures_its_readings_and_a_record_that_has_its_hash() {
    let site = site().await;
    closed(&site).await;
    let page = shown(&site, JUNE).await;
    for said in ["73,84", "47,67", "Le note arrivano a settembre", "3.111.720.000", "conta"] {
        assert!(page.contains(said), "{said}: {page}");
    }
    let (_, record) = get(&site, &format!("{JUNE}/documento.txt")).await;
    let hash = record_hash(&record);
    assert!(page.contains(&hash), "{page}");
    let (_, json) = get(&site, &format!("{JUNE}/documento.json")).await;
    assert!(json.contains(&format!("\"sha256\":\"{hash}\"")), "{json}");
    let explained = shown(&site, &format!("{JUNE}/spiega/301/PART")).await;
    assert!(explained.contains("Com'era alla verifica del 30 giugno 2020"), "{explained}");
    let answer = close(&site, &GIVEN).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.says("è già chiusa"), "{}", answer.words());
}

#[tokio::test]
async fn then_and_now_say_why_a_figure_would_be_another_and_the_closed_one_stays() {
    let site = site().await;
    closed(&site).await;
    let before = shown(&site, JUNE).await;
    let same = shown(&site, &format!("{JUNE}/oggi")).await;
    assert!(same.contains("sarebbero gli stessi"), "{same}");
    let mut readings = sample::readings();
    readings.list.push(Reading {
        observed: Observed::Number(Quantity::bare(Decimal::from(150))),
        recorded_at: parse_moment("2020-09-01 09:00").ok(),
        recorded_by: Some("Promozione".to_owned()),
        reason: Some("Mancava un evento".to_owned()),
        ..readings.list[1].clone()
    });
    let mut plan = sample::plan();
    plan.uses[0].details.weight = Some(Decimal::from(40));
    site.save(&plan, &readings, &Rules::default()).await;
    let after = shown(&site, JUNE).await;
    assert!(after.contains("Mancava un evento Promozione, 01/09/2020"), "{after}");
    let frozen = |page: &str| {
        page.split("L'albero com'era")
            .nth(1)
            .unwrap()
            .split("Arrivato dopo")
            .next()
            .map(String::from)
    };
    assert_eq!(frozen(&after), frozen(&before));
    let changed = shown(&site, &format!("{JUNE}/oggi")).await;
    for said in [
        "Fu chiusa sulla revisione 1 del piano; oggi vale la 2.",
        "rilevazioni corrette o arrivate dopo: da 47,67 a 50,00",
        "piano cambiato: da",
        "peso: da «10» a «40»",
        "motivo: «Mancava un evento»",
    ] {
        assert!(changed.contains(said), "{said}: {changed}");
    }
}

#[tokio::test]
async fn the_story_of_an_indicator_has_every_change_with_who_and_when() {
    let site = site().await;
    let mut plan = sample::plan();
    plan.uses[0].details.weight = Some(Decimal::from(40));
    site.save(&plan, &sample::readings(), &Rules::default()).await;
    let story = shown(&site, &format!("{HOME}/indicatori/EXPORT/storia")).await;
    assert!(story.contains("revisione 2 Ufficio d'esempio"), "{story}");
    assert!(story.contains("peso: da «10» a «40»"), "{story}");
    assert!(story.contains("Rilevazione di EXPORT") || story.contains("rilevazione"), "{story}");
    let page = shown(&site, &format!("{HOME}/indicatori/EXPORT")).await;
    assert!(page.contains("Storia: chi ha cambiato che cosa"), "{page}");
    let node = shown(&site, &format!("{HOME}/nodi/301/storia")).await;
    assert!(node.contains("1 cambiamento"), "{node}");
    let (status, _) = get(&site, &format!("{HOME}/nodi/999/storia")).await;
    assert_eq!(status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_register_is_a_page_and_a_file_of_the_body() {
    let site = site().await;
    closed(&site).await;
    let page = shown(&site, &format!("{HOME}/registro")).await;
    assert!(page.contains("chiusura di una verifica"), "{page}");
    assert!(page.contains("importazione di un piano"), "{page}");
    assert!(page.contains("21/07/2020 10:30"), "{page}");
    let (status, file) = get(&site, &format!("{HOME}/registro.csv")).await;
    assert_eq!(status, StatusCode::OK);
    let lines: Vec<&str> = file.lines().collect();
    assert_eq!(lines.len(), 3, "{file}");
    assert!(lines[0].ends_with("Impronta precedente;Impronta"), "{file}");
    assert!(lines[1].starts_with("1;2020-07-21T10:30:00;Ufficio d'esempio;"), "{file}");
    // What concerns all bodies is for whoever administers all.
    let (status, _) = get(&site, "/registro").await;
    assert_eq!(status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn whoever_has_not_signed_in_sees_no_round_no_story_and_no_register() {
    let site = sample_for(Entrance::SignIn).await;
    for address in [
        "verifiche",
        "verifiche/2020-06-30",
        "verifiche/2020-06-30/oggi",
        "verifiche/2020-06-30/documento.txt",
        "verifiche/2020-06-30/spiega/301",
        "nodi/301/storia",
        "indicatori/EXPORT/storia",
        "registro",
        "registro.csv",
    ] {
        let (status, body) = get(&site, &format!("{HOME}/{address}")).await;
        assert_eq!(status, StatusCode::FORBIDDEN, "{address}: {body}");
    }
    let answer = close(&site, &GIVEN).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
}
