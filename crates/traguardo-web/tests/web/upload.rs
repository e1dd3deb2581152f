//! The workbook that is downloaded, changed and uploaded: what is shown, what is saved, and what
//! is refused with a sentence. Not here: what differs between two plans, see the core.

use axum::body::Body;
use axum::http::{HeaderValue, Request, StatusCode, header};
use traguardo::number::Decimal;
use traguardo::period::parse_moment;
use traguardo::plan::Plan;
use traguardo::reading::Observed;
use traguardo::target::Expected;
use traguardo::{rules::Rules, sample};
use traguardo_store::Signature;

use crate::support::sending::parts;
use crate::support::somebody::{COOKIE, entrance};
use crate::support::{Answer, SAMPLE as HOME, Site, sample_for};

const UPLOAD: &str = "/enti/cciaa_mo/piani/2020/carica";
const SAVE: &str = "/enti/cciaa_mo/piani/2020/carica/salva";

async fn site() -> Site {
    sample_for(entrance()).await
}

async fn plan(site: &Site) -> Plan {
    site.store.load("cciaa_mo", 2020).await.unwrap().plan
}

/// Shows a workbook.
async fn look(site: &Site, bytes: &[u8]) -> Answer {
    site.ask(parts(UPLOAD, &[], Some(("foglio", "piano.xlsx", bytes)))).await
}

/// Saves a workbook that was shown, as its page would.
async fn save(site: &Site, letters: &str, seen: &str) -> Answer {
    site.ask(parts(SAVE, &[("contenuto", letters), ("visto", seen)], None)).await
}

/// Shows a workbook, and saves it as the page that was shown would.
async fn look_and_save(site: &Site, bytes: &[u8]) -> Answer {
    let seen = look(site, bytes).await;
    assert_eq!(seen.status, StatusCode::OK, "{}", seen.words());
    save(site, &seen.field("contenuto"), &seen.field("visto")).await
}

fn workbook(plan: &Plan) -> Vec<u8> {
    traguardo_files::workbook_bytes(plan, &sample::readings(), &Rules::default()).unwrap()
}

fn reweighed(weight: i64) -> Plan {
    let mut plan = sample::plan();
    plan.nodes[1].details.weight = Some(Decimal::from(weight));
    plan
}

#[tokio::test]
async fn the_workbook_comes_with_its_scores_and_back_without_a_difference() {
    let site = site().await;
    let file = site.get(&format!("{HOME}/foglio.xlsx?al=2020-06-30")).await;
    assert_eq!(file.status, StatusCode::OK);
    assert_eq!(
        file.headers[header::CONTENT_TYPE],
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    );
    let named = "attachment; filename=\"cciaa_mo-2020-2020-06-30.xlsx\"";
    assert_eq!(file.headers[header::CONTENT_DISPOSITION], named);
    let answer = look(&site, &file.bytes).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert!(answer.says("Nessuna differenza."), "{}", answer.body);
    assert!(!answer.body.contains("name=\"contenuto\""), "there is nothing to save");
    let home = site.get(HOME).await;
    assert!(home.body.contains("/2020/foglio.xlsx\"") && home.body.contains("/2020/carica\""));
}

#[tokio::test]
async fn a_changed_weight_is_shown_with_before_and_after_and_saved_only_then() {
    let site = site().await;
    let old = plan(&site).await.nodes[1].details.weight;
    let bytes = workbook(&reweighed(40));
    let seen = look(&site, &bytes).await;
    assert!(seen.says("Nodo 301") && seen.says("a «40»"), "{}", seen.body);
    assert!(seen.says("Differenze: 0 in più, 1 cambiate, 0 in meno"));
    assert_eq!(plan(&site).await.nodes[1].details.weight, old, "nothing is stored before");
    let saved = look_and_save(&site, &bytes).await;
    assert_eq!(saved.status, StatusCode::OK);
    assert!(saved.says("Salvato."), "{}", saved.body);
    assert_eq!(plan(&site).await.nodes[1].details.weight, Some(Decimal::from(40)));
    let bytes = workbook(&reweighed(50));
    let file = Some(("foglio", "piano.xlsx", &*bytes));
    let english = site.ask(parts(&format!("{UPLOAD}?lang=en"), &[], file)).await;
    assert!(english.says("from “40” to “50”"), "{}", english.body);
}

#[tokio::test]
async fn what_has_changed_since_it_was_seen_is_shown_again_and_nothing_is_lost() {
    let site = site().await;
    let seen = look(&site, &workbook(&reweighed(40))).await;
    let (letters, mark) = (seen.field("contenuto"), seen.field("visto"));
    look_and_save(&site, &workbook(&reweighed(50))).await;
    let late = save(&site, &letters, &mark).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert!(late.says("Nel frattempo il piano è cambiato"), "{}", late.body);
    assert_eq!(late.field("contenuto"), letters, "the file is still there");
    assert_eq!(plan(&site).await.nodes[1].details.weight, Some(Decimal::from(50)));
    let mark = late.field("visto");
    let saved = save(&site, &letters, &mark).await;
    assert!(saved.says("Salvato."), "{}", saved.body);
}

#[tokio::test]
async fn a_reading_that_contradicts_the_stored_one_is_refused_with_its_row() {
    let site = site().await;
    let mut readings = sample::readings();
    readings.list[0].observed = Observed::NotAvailable;
    let rules = Rules::default();
    let bytes = traguardo_files::workbook_bytes(&reweighed(40), &readings, &rules).unwrap();
    let answer = look_and_save(&site, &bytes).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        answer.body.contains("role=\"alert\"") && answer.says("rilevazioni"),
        "{}",
        answer.body
    );
    assert!(answer.body.contains("name=\"contenuto\""), "the file is still there");
    assert_ne!(plan(&site).await.nodes[1].details.weight, Some(Decimal::from(40)));
}

#[tokio::test]
async fn what_is_no_workbook_of_this_plan_is_refused_with_a_sentence() {
    let site = site().await;
    let junk = look(&site, b"questo non e' un foglio").await;
    assert_eq!(junk.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(junk.says("Da questo file non si può leggere un piano"), "{}", junk.body);
    let none = look(&site, b"").await;
    assert!(none.says("Non hai scelto un file"), "{}", none.body);
    let mut other = sample::plan();
    other.year = 2021;
    let other = look(&site, &workbook(&other)).await;
    assert_eq!(other.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(other.says("è di un altro piano («cciaa_mo 2021»)"), "{}", other.body);
    assert!(!other.body.contains("name=\"contenuto\""));
    let urlencoded = Request::post(UPLOAD)
        .header(header::COOKIE, COOKIE)
        .header("sec-fetch-site", "same-origin");
    let answer = site.ask(urlencoded.body(Body::from("foglio=x")).unwrap()).await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    assert!(answer.says("Il modulo non si legge"));
}

#[tokio::test]
async fn a_form_of_another_site_is_refused() {
    let site = site().await;
    let bytes = workbook(&reweighed(40));
    let look = parts(UPLOAD, &[], Some(("foglio", "piano.xlsx", &*bytes)));
    let save = parts(SAVE, &[], Some(("contenuto", "piano.xlsx", &*bytes)));
    for mut form in [look, save] {
        form.headers_mut().insert("sec-fetch-site", HeaderValue::from_static("cross-site"));
        assert_eq!(site.ask(form).await.status, StatusCode::FORBIDDEN);
    }
}

#[tokio::test]
async fn a_file_beyond_the_limit_is_refused_with_a_sentence() {
    let site = site().await;
    for size in [(16 << 20) + 1, 65 << 20] {
        let answer = look(&site, &vec![b'x'; size]).await;
        assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE, "{size}");
        let said =
            if size < 64 << 20 { "Il file supera 16 MB" } else { "più grande di ciò che si" };
        assert!(answer.says(said), "{}", answer.body);
    }
}

#[tokio::test]
async fn an_answer_given_meanwhile_stays_with_a_workbook_that_does_not_hold_it() {
    let site = site().await;
    let mut asking = sample::plan();
    asking.uses[1].details.targets.year = Some(Expected::written("circa 600"));
    asking.understand();
    let bytes = workbook(&asking);
    assert_eq!(look_and_save(&site, &bytes).await.status, StatusCode::OK);
    let answer = traguardo::target::answer::Answer {
        code: "PART".to_owned(),
        parent: Some("301".to_owned()),
        column: "target".to_owned(),
        written: "circa 600".to_owned(),
        means: ">= 600".to_owned(),
        by: None,
        on: None,
        row: 0,
    };
    let at = parse_moment("2020-07-21 10:30").unwrap();
    let signature = Signature { who: "prova".to_owned(), at };
    site.store.answer("cciaa_mo", 2020, &answer, &signature).await.unwrap();
    asking.nodes[1].title = "Altro".to_owned();
    let bytes = workbook(&asking);
    let seen = look(&site, &bytes).await;
    assert!(!seen.says("Risposta su"), "{}", seen.body);
    assert_eq!(look_and_save(&site, &bytes).await.status, StatusCode::OK);
    assert_eq!(plan(&site).await.answers, [answer]);
    assert_eq!(plan(&site).await.nodes[1].title, "Altro");
}
