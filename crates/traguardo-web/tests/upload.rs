//! The workbook that is downloaded, changed and uploaded: what is shown, what is saved, and what
//! is refused with a sentence. Not here: what differs between two plans, see the core.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by failing")]

#[path = "support/somebody.rs"]
mod somebody;

use axum::body::{Body, Bytes, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use somebody::{COOKIE, entrance, token};
use tempfile::TempDir;
use tower::ServiceExt;
use traguardo::number::Decimal;
use traguardo::period::parse_moment;
use traguardo::plan::Plan;
use traguardo::reading::Observed;
use traguardo::target::Expected;
use traguardo::{rules::Rules, sample};
use traguardo_store::{Signature, Store};

const HOME: &str = "/enti/cciaa_mo/piani/2020";
const UPLOAD: &str = "/enti/cciaa_mo/piani/2020/carica";
const SAVE: &str = "/enti/cciaa_mo/piani/2020/carica/salva";

struct Site {
    router: axum::Router,
    store: Store,
    _folder: TempDir,
}

struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    bytes: Bytes,
}

async fn site() -> Site {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}", folder.path().join("t.db").display());
    let store = Store::open(&url).await.unwrap();
    let at = parse_moment("2020-07-21 10:30").unwrap();
    let signature = Signature { who: "prova".to_owned(), at };
    let (plan, readings, rules) = (sample::plan(), sample::readings(), Rules::default());
    store.save(&plan, &readings, &rules, &signature, |_, _| ()).await.unwrap();
    let router = traguardo_web::router_with(Store::open(&url).await.unwrap(), entrance());
    Site { router, store, _folder: folder }
}

impl Site {
    async fn ask(&self, request: Request<Body>) -> Answer {
        let answer = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = answer.into_parts();
        let bytes = to_bytes(body, 64_000_000).await.unwrap();
        Answer { status: parts.status, headers: parts.headers, bytes }
    }

    async fn get(&self, address: &str) -> Answer {
        self.ask(Request::get(address).body(Body::empty()).unwrap()).await
    }

    async fn send(&self, address: &str, fields: &[(&str, &[u8])]) -> Answer {
        self.ask(form(address, fields, "same-origin")).await
    }

    async fn plan(&self) -> Plan {
        self.store.load("cciaa_mo", 2020).await.unwrap().plan
    }

    /// Shows a workbook, and saves it as the page that was shown would.
    async fn look_and_save(&self, bytes: &[u8]) -> Answer {
        let seen = self.send(UPLOAD, &[("foglio", bytes)]).await;
        assert_eq!(seen.status, StatusCode::OK, "{}", seen.text());
        self.send(SAVE, &saving(&seen.field("contenuto"), &seen.field("visto"))).await
    }
}

impl Answer {
    fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).replace("&#39;", "'")
    }

    fn says(&self, text: &str) -> bool {
        self.text().contains(text)
    }

    /// What a hidden field carries.
    fn field(&self, name: &str) -> String {
        let text = self.text();
        let (_, after) = text.split_once(&format!("name=\"{name}\" value=\"")).unwrap();
        after.split_once('"').unwrap().0.replace("&#43;", "+").replace("&#61;", "=")
    }
}

fn saving<'a>(letters: &'a str, seen: &'a str) -> [(&'a str, &'a [u8]); 2] {
    [("contenuto", letters.as_bytes()), ("visto", seen.as_bytes())]
}

fn form(address: &str, fields: &[(&str, &[u8])], site: &str) -> Request<Body> {
    let mut body = Vec::new();
    let token = token();
    for (name, bytes) in [("gettone", token.as_bytes())].iter().chain(fields) {
        let file = if *name == "foglio" { "; filename=\"piano.xlsx\"" } else { "" };
        body.extend(
            format!("--limite\r\nContent-Disposition: form-data; name=\"{name}\"{file}\r\n\r\n")
                .bytes(),
        );
        body.extend_from_slice(bytes);
        body.extend(b"\r\n");
    }
    body.extend(b"--limite--\r\n");
    Request::post(address)
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=limite")
        .header(header::COOKIE, COOKIE)
        .header("sec-fetch-site", site)
        .body(Body::from(body))
        .unwrap()
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
    let answer = site.send(UPLOAD, &[("foglio", &file.bytes)]).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert!(answer.says("Nessuna differenza."), "{}", answer.text());
    assert!(!answer.says("name=\"contenuto\""), "there is nothing to save");
    let home = site.get(HOME).await;
    assert!(home.says("/2020/foglio.xlsx\"") && home.says("/2020/carica\""));
}

#[tokio::test]
async fn a_changed_weight_is_shown_with_before_and_after_and_saved_only_then() {
    let site = site().await;
    let old = site.plan().await.nodes[1].details.weight;
    let bytes = workbook(&reweighed(40));
    let seen = site.send(UPLOAD, &[("foglio", &bytes)]).await;
    assert!(seen.says("Nodo 301") && seen.says("a «40»"), "{}", seen.text());
    assert!(seen.says("Differenze: 0 in più, 1 cambiate, 0 in meno"));
    assert_eq!(site.plan().await.nodes[1].details.weight, old, "nothing is stored before");
    let saved = site.look_and_save(&bytes).await;
    assert_eq!(saved.status, StatusCode::OK);
    assert!(saved.says("Salvato."), "{}", saved.text());
    assert_eq!(site.plan().await.nodes[1].details.weight, Some(Decimal::from(40)));
    let bytes = workbook(&reweighed(50));
    let english = site.send(&format!("{UPLOAD}?lang=en"), &[("foglio", &bytes)]).await;
    assert!(english.says("from “40” to “50”"), "{}", english.text());
}

#[tokio::test]
async fn what_has_changed_since_it_was_seen_is_shown_again_and_nothing_is_lost() {
    let site = site().await;
    let seen = site.send(UPLOAD, &[("foglio", &workbook(&reweighed(40)))]).await;
    let (letters, mark) = (seen.field("contenuto"), seen.field("visto"));
    site.look_and_save(&workbook(&reweighed(50))).await;
    let late = site.send(SAVE, &saving(&letters, &mark)).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert!(late.says("Nel frattempo il piano è cambiato"), "{}", late.text());
    assert_eq!(late.field("contenuto"), letters, "the file is still there");
    assert_eq!(site.plan().await.nodes[1].details.weight, Some(Decimal::from(50)));
    let mark = late.field("visto");
    let saved = site.send(SAVE, &saving(&letters, &mark)).await;
    assert!(saved.says("Salvato."), "{}", saved.text());
}

#[tokio::test]
async fn a_reading_that_contradicts_the_stored_one_is_refused_with_its_row() {
    let site = site().await;
    let mut readings = sample::readings();
    readings.list[0].observed = Observed::NotAvailable;
    let rules = Rules::default();
    let bytes = traguardo_files::workbook_bytes(&reweighed(40), &readings, &rules).unwrap();
    let answer = site.look_and_save(&bytes).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.says("role=\"alert\"") && answer.says("rilevazioni"), "{}", answer.text());
    assert!(answer.says("name=\"contenuto\""), "the file is still there");
    assert_ne!(site.plan().await.nodes[1].details.weight, Some(Decimal::from(40)));
}

#[tokio::test]
async fn what_is_no_workbook_of_this_plan_is_refused_with_a_sentence() {
    let site = site().await;
    let junk = site.send(UPLOAD, &[("foglio", b"questo non e' un foglio")]).await;
    assert_eq!(junk.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(junk.says("Da questo file non si può leggere un piano"), "{}", junk.text());
    let none = site.send(UPLOAD, &[("foglio", b"")]).await;
    assert!(none.says("Non hai scelto un file"), "{}", none.text());
    let mut other = sample::plan();
    other.year = 2021;
    let other = site.send(UPLOAD, &[("foglio", &workbook(&other))]).await;
    assert_eq!(other.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(other.says("è di un altro piano («cciaa_mo 2021»)"), "{}", other.text());
    assert!(!other.says("name=\"contenuto\""));
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
    for (address, field) in [(UPLOAD, "foglio"), (SAVE, "contenuto")] {
        let answer = site.ask(form(address, &[(field, &bytes)], "cross-site")).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{address}");
    }
}

#[tokio::test]
async fn a_file_beyond_the_limit_is_refused_with_a_sentence() {
    let site = site().await;
    for size in [(16 << 20) + 1, 65 << 20] {
        let answer = site.send(UPLOAD, &[("foglio", &vec![b'x'; size])]).await;
        assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE, "{size}");
        let said =
            if size < 64 << 20 { "Il file supera 16 MB" } else { "più grande di ciò che si" };
        assert!(answer.says(said), "{}", answer.text());
    }
}

#[tokio::test]
async fn an_answer_given_meanwhile_stays_with_a_workbook_that_does_not_hold_it() {
    let site = site().await;
    let mut asking = sample::plan();
    asking.uses[1].details.targets.year = Some(Expected::written("circa 600"));
    asking.understand();
    let bytes = workbook(&asking);
    assert_eq!(site.look_and_save(&bytes).await.status, StatusCode::OK);
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
    let seen = site.send(UPLOAD, &[("foglio", &bytes)]).await;
    assert!(!seen.says("Risposta su"), "{}", seen.text());
    assert_eq!(site.look_and_save(&bytes).await.status, StatusCode::OK);
    assert_eq!(site.plan().await.answers, [answer]);
    assert_eq!(site.plan().await.nodes[1].title, "Altro");
}
