//! The pages of rounds, histories and the register: what they say, who may, and what is refused.
//! Not here: what a closed round is worth, which core and store show on both engines.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by failing")]

#[path = "support/somebody.rs"]
mod somebody;

use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use somebody::{COOKIE, entrance, token};
use tempfile::TempDir;
use tower::ServiceExt;
use traguardo::number::Decimal;
use traguardo::period::parse_moment;
use traguardo::plan::Plan;
use traguardo::quantity::Quantity;
use traguardo::reading::{Observed, Reading, Readings};
use traguardo::{rules::Rules, sample};
use traguardo_store::{Signature, Store, record_hash};

const HOME: &str = "/enti/cciaa_mo/piani/2020";
const JUNE: &str = "/enti/cciaa_mo/piani/2020/verifiche/2020-06-30";

struct Site {
    router: axum::Router,
    store: Store,
    _folder: TempDir,
}

async fn site() -> Site {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}", folder.path().join("t.db").display());
    let store = Store::open(&url).await.unwrap();
    let router = traguardo_web::router_with(Store::open(&url).await.unwrap(), entrance());
    let site = Site { router, store, _folder: folder };
    site.save(&sample::plan(), &sample::readings(), &Rules::default()).await;
    site
}

impl Site {
    async fn save(&self, plan: &Plan, readings: &Readings, rules: &Rules) {
        let at = parse_moment("2020-07-21 10:30").unwrap();
        let by = Signature { who: "Ufficio d'esempio".to_owned(), at };
        self.store.save(plan, readings, rules, &by, |_, _| ()).await.unwrap();
    }

    async fn ask(&self, request: Request<Body>) -> (StatusCode, String) {
        let answer = self.router.clone().oneshot(request).await.unwrap();
        let status = answer.status();
        let bytes = to_bytes(answer.into_body(), 8_000_000).await.unwrap();
        (status, String::from_utf8_lossy(&bytes).into_owned())
    }

    async fn get(&self, address: &str) -> (StatusCode, String) {
        self.ask(Request::get(address).body(Body::empty()).unwrap()).await
    }

    async fn page(&self, address: &str) -> String {
        let (status, body) = self.get(address).await;
        assert_eq!(status, StatusCode::OK, "{address}: {body}");
        words(&body)
    }

    /// Sends the form that closes the round of June.
    async fn close(&self, fields: &[(&str, &str)]) -> (StatusCode, String) {
        let own = [("gettone", token())].into_iter();
        let given = fields.iter().map(|(name, text)| (*name, (*text).to_owned()));
        let encode = |text: &str| {
            let byte = |byte: u8| match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => char::from(byte).to_string(),
                other => format!("%{other:02X}"),
            };
            text.bytes().map(byte).collect::<String>()
        };
        let form: Vec<String> =
            own.chain(given).map(|(name, text)| format!("{name}={}", encode(&text))).collect();
        let request = Request::post(JUNE)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::COOKIE, COOKIE)
            .header("sec-fetch-site", "same-origin")
            .body(Body::from(form.join("&")))
            .unwrap();
        self.ask(request).await
    }

    /// Closes the round of June as the page that was just shown would.
    async fn closed(&self) {
        let (status, body) = self.close(&GIVEN).await;
        assert_eq!(status, StatusCode::SEE_OTHER, "{body}");
    }
}

/// What the form sends of the sample: one revision, three readings, no mark.
const GIVEN: [(&str, &str); 5] = [
    ("revisione", "1"),
    ("rilevazioni", "3"),
    ("esiti", "0"),
    ("motivo", "Le note arrivano a settembre"),
    ("conferma", "si"),
];

/// The content of a page without markup, its spaces brought down to one.
fn words(body: &str) -> String {
    let main = body.split_once("<main").map_or(body, |(_, main)| main);
    let pieces = main.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, t)| t));
    let text = pieces.collect::<Vec<_>>().join(" ").replace("&#39;", "'");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[tokio::test]
async fn the_list_says_how_far_each_checkpoint_has_come() {
    let site = site().await;
    let list = site.page(&format!("{HOME}/verifiche")).await;
    assert!(list.contains("Ci sono 2 verifiche quest'anno: nessuna è chiusa"), "{list}");
    assert!(list.contains("30 giugno 2020 In corso"), "{list}");
    assert!(list.contains("3 su 3 consegnate, 0 verificate"), "{list}");
    site.closed().await;
    let list = site.page(&format!("{HOME}/verifiche")).await;
    assert!(list.contains("30 giugno 2020 Chiusa"), "{list}");
    assert!(list.contains(", Anna Esempio (anna)"), "{list}");
}

#[tokio::test]
async fn what_is_missing_is_said_with_how_to_mend_it_and_closing_asks_for_a_reason() {
    let site = site().await;
    let page = site.page(JUNE).await;
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
    let (status, body) = site.close(&GIVEN[..4]).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(words(&body).contains("Per chiudere spunta la casella"), "{body}");
    assert!(body.contains(">Le note arrivano a settembre</textarea>"), "what was typed stays");
    let mut silent = GIVEN;
    silent[3].1 = " ";
    let (status, body) = site.close(&silent).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(words(&body).contains("scrivi perché la verifica si chiude lo stesso"), "{body}");
    let mut old = GIVEN;
    old[1].1 = "2";
    let (status, body) = site.close(&old).await;
    assert_eq!(status, StatusCode::CONFLICT);
    assert!(words(&body).contains("Nel frattempo è arrivato qualcosa"), "{body}");
    assert!(site.store.rounds("cciaa_mo", 2020).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_closed_round_shows_its_figures_its_readings_and_a_record_that_has_its_hash() {
    let site = site().await;
    site.closed().await;
    let page = site.page(JUNE).await;
    for said in ["73,84", "47,67", "Le note arrivano a settembre", "3.111.720.000", "conta"] {
        assert!(page.contains(said), "{said}: {page}");
    }
    let (_, record) = site.get(&format!("{JUNE}/documento.txt")).await;
    let hash = record_hash(&record);
    assert!(page.contains(&hash), "{page}");
    let (_, json) = site.get(&format!("{JUNE}/documento.json")).await;
    assert!(json.contains(&format!("\"sha256\":\"{hash}\"")), "{json}");
    let explained = site.page(&format!("{JUNE}/spiega/301/PART")).await;
    assert!(explained.contains("Com'era alla verifica del 30 giugno 2020"), "{explained}");
    let (status, body) = site.close(&GIVEN).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(words(&body).contains("è già chiusa"), "{body}");
}

#[tokio::test]
async fn then_and_now_say_why_a_figure_would_be_another_and_the_closed_one_stays() {
    let site = site().await;
    site.closed().await;
    let before = site.page(JUNE).await;
    let same = site.page(&format!("{JUNE}/oggi")).await;
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
    let after = site.page(JUNE).await;
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
    let changed = site.page(&format!("{JUNE}/oggi")).await;
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
    let story = site.page(&format!("{HOME}/indicatori/EXPORT/storia")).await;
    assert!(story.contains("revisione 2 Ufficio d'esempio"), "{story}");
    assert!(story.contains("peso: da «10» a «40»"), "{story}");
    assert!(story.contains("Rilevazione di EXPORT") || story.contains("rilevazione"), "{story}");
    let page = site.page(&format!("{HOME}/indicatori/EXPORT")).await;
    assert!(page.contains("Storia: chi ha cambiato che cosa"), "{page}");
    let node = site.page(&format!("{HOME}/nodi/301/storia")).await;
    assert!(node.contains("1 cambiamento"), "{node}");
    let (status, _) = site.get(&format!("{HOME}/nodi/999/storia")).await;
    assert_eq!(status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_register_is_a_page_and_a_file_of_the_body() {
    let site = site().await;
    site.closed().await;
    let page = site.page(&format!("{HOME}/registro")).await;
    assert!(page.contains("chiusura di una verifica"), "{page}");
    assert!(page.contains("importazione di un piano"), "{page}");
    let (status, file) = site.get(&format!("{HOME}/registro.csv")).await;
    assert_eq!(status, StatusCode::OK);
    let lines: Vec<&str> = file.lines().collect();
    assert_eq!(lines.len(), 3, "{file}");
    assert!(lines[0].ends_with("Impronta precedente;Impronta"), "{file}");
    assert!(lines[1].starts_with("1;2020-07-21T10:30:00;Ufficio d'esempio;"), "{file}");
    // What concerns all bodies is for whoever administers all.
    let (status, _) = site.get("/registro").await;
    assert_eq!(status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn whoever_has_not_signed_in_sees_no_round_no_story_and_no_register() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}", folder.path().join("t.db").display());
    let router = traguardo_web::router(Store::open(&url).await.unwrap());
    let store = Store::open(&url).await.unwrap();
    let site = Site { router, store, _folder: folder };
    site.save(&sample::plan(), &sample::readings(), &Rules::default()).await;
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
        let (status, body) = site.get(&format!("{HOME}/{address}")).await;
        assert_eq!(status, StatusCode::FORBIDDEN, "{address}: {body}");
    }
    let (status, _) = site.close(&GIVEN).await;
    assert_eq!(status, StatusCode::FORBIDDEN);
}
