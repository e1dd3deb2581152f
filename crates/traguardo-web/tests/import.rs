//! The page into which a table is pasted, through the router: preview, mending, saving, refusing.
//! Not here: what is understood of a table, see the tests of `traguardo-files`.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by failing")]

#[path = "support/somebody.rs"]
mod somebody;

use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use somebody::{COOKIE, entrance, token};
use tempfile::TempDir;
use tower::ServiceExt;
use traguardo_store::Store;

const TABLE: &str = "Linee\tPeso\tObiettivi operativi\tPeso\tIndicatori\tTarget 2021\r\n\
    1. SERVIZI\t60\t1.1 Sportello\t100\tTempo di attesa\t<= 10 min\r\n\
    2. BILANCIO\t40\t2.1 Pagamenti\t100\tGiorni\t30\r\n";

struct Site {
    router: axum::Router,
    _folder: TempDir,
}

struct Answer {
    status: StatusCode,
    place: String,
    body: Vec<u8>,
}

impl Answer {
    fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

async fn site() -> Site {
    let folder = tempfile::tempdir().unwrap();
    let store =
        Store::open(&format!("sqlite:{}", folder.path().join("t.db").display())).await.unwrap();
    Site { router: traguardo_web::router_with(store, entrance()), _folder: folder }
}

impl Site {
    async fn send(&self, fields: &[(&str, &str)], site: &str) -> Answer {
        let mut form = String::new();
        let token = token();
        for (name, text) in [("gettone", &*token)].iter().chain(fields) {
            form.push_str("--x\r\nContent-Disposition: form-data; name=\"");
            form.push_str(&format!("{name}\"\r\n\r\n{text}\r\n"));
        }
        form.push_str("--x--\r\n");
        let request = Request::post("/importa")
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=x")
            .header(header::COOKIE, COOKIE)
            .header("sec-fetch-site", site)
            .body(Body::from(form))
            .unwrap();
        let answer = self.router.clone().oneshot(request).await.unwrap();
        let place = answer.headers().get(header::LOCATION);
        let place = place.map_or("", |place| place.to_str().unwrap()).to_owned();
        let status = answer.status();
        let body = to_bytes(answer.into_body(), 20_000_000).await.unwrap().to_vec();
        Answer { status, place, body }
    }

    async fn own(&self, fields: &[(&str, &str)]) -> Answer {
        self.send(fields, "same-origin").await
    }
}

#[tokio::test]
async fn a_table_is_shown_mended_and_saved_and_nothing_typed_is_lost() {
    let site = site().await;
    let shown = site.own(&[("testo", TABLE), ("azione", "anteprima")]).await;
    let page = shown.text();
    assert_eq!(shown.status, StatusCode::OK);
    assert!(page.contains("Tempo di attesa") && page.contains("name=\"v.3\""), "{page}");
    // What was pasted travels in the form.
    assert!(page.contains("2.1 Pagamenti\t100\tGiorni"), "{page}");
    assert!(page.contains(&token()), "the second form is as much ours as the first: {page}");
    let mends = [("fonte", TABLE), ("v.3", "cala"), ("nome", "Ente & C."), ("azione", "salva")];
    let refused = site.own(&mends).await.text();
    assert!(refused.contains("Serve il codice IPA"), "{refused}");
    assert!(refused.contains("Ente &#38; C.") && refused.contains("value=\"cala\""), "{refused}");
    let saved = site.own(&[&mends[..], &[("ipa", "prova")]].concat()).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text());
    assert_eq!(saved.place, "/enti/prova/piani/2021");
}

#[tokio::test]
async fn a_plan_that_is_there_is_replaced_only_after_its_difference_was_seen() {
    let site = site().await;
    let fields = |action| [("fonte", TABLE), ("ipa", "prova"), ("v.3", "cala"), ("azione", action)];
    assert_eq!(site.own(&fields("salva")).await.status, StatusCode::SEE_OTHER);
    let other = TABLE.replace("Pagamenti", "Fatture");
    let mut changed = fields("salva");
    changed[0].1 = &other;
    let asked = site.own(&changed).await;
    let page = asked.text();
    assert_eq!(asked.status, StatusCode::OK);
    assert!(page.contains("Nodo 2.1") && page.contains("value=\"sostituisci\""), "{page}");
    changed[3].1 = "sostituisci";
    assert_eq!(site.own(&changed).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn the_plan_comes_as_a_workbook_too() {
    let site = site().await;
    let file = site.own(&[("fonte", TABLE), ("ipa", "prova"), ("azione", "scarica")]).await;
    assert_eq!(file.status, StatusCode::OK);
    let hand_in = traguardo_files::read_workbook("piano.xlsx", &file.body).unwrap();
    assert_eq!((hand_in.plan.nodes.len(), hand_in.plan.uses.len()), (4, 2));
}

#[tokio::test]
async fn other_sites_large_forms_and_what_is_no_table_are_refused() {
    let site = site().await;
    let fields = [("testo", TABLE), ("azione", "anteprima")];
    assert_eq!(site.send(&fields, "cross-site").await.status, StatusCode::FORBIDDEN);
    let large = "a\tb\n".repeat(3 << 20);
    let refused = site.own(&[("testo", &large), ("azione", "anteprima")]).await;
    assert_eq!(refused.status, StatusCode::PAYLOAD_TOO_LARGE);
    let nothing = site.own(&[("azione", "anteprima")]).await.text();
    assert!(nothing.contains("Non c&#39;è ancora una tabella"), "{nothing}");
    let archive = site.own(&[("testo", "PK\u{3}\u{4}"), ("azione", "anteprima")]).await;
    assert!(archive.text().contains("cartella di lavoro"), "{}", archive.text());
}

#[tokio::test]
async fn the_html_of_the_clipboard_counts_before_its_text() {
    let html = "<table><tr><td>Obiettivo</td><td>Indicatore</td><td>Target</td></tr>\
        <tr><td>1.1 Web</td><td>Accessi</td><td>&gt;= 10</td></tr></table>";
    let fields = [("html", html), ("testo", "Obiettivo"), ("azione", "anteprima")];
    let page = site().await.own(&fields).await.text();
    assert!(page.contains("Accessi") && page.contains("1.1~i1"), "{page}");
}
