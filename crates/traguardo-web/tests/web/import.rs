//! The page into which a table is pasted, through the router: preview, mending, saving, refusing.
//! Not here: what is understood of a table, see the tests of `traguardo-files`.

use axum::http::{HeaderValue, StatusCode, header};

use crate::support::sending::parts;
use crate::support::somebody::{entrance, token};
use crate::support::{Answer, Site};

const TABLE: &str = "Linee\tPeso\tObiettivi operativi\tPeso\tIndicatori\tTarget 2021\r\n\
    1. SERVIZI\t60\t1.1 Sportello\t100\tTempo di attesa\t<= 10 min\r\n\
    2. BILANCIO\t40\t2.1 Pagamenti\t100\tGiorni\t30\r\n";

async fn site() -> Site {
    Site::empty(entrance()).await
}

async fn own(site: &Site, fields: &[(&str, &str)]) -> Answer {
    site.ask(parts("/importa", fields, None)).await
}

#[tokio::test]
async fn a_table_is_shown_mended_and_saved_and_nothing_typed_is_lost() {
    let site = site().await;
    let shown = own(&site, &[("testo", TABLE), ("azione", "anteprima")]).await;
    let page = &shown.body;
    assert_eq!(shown.status, StatusCode::OK);
    assert!(page.contains("Tempo di attesa") && page.contains("name=\"v.3\""), "{page}");
    // What was pasted travels in the form.
    assert!(page.contains("2.1 Pagamenti\t100\tGiorni"), "{page}");
    assert!(page.contains(&token()), "the second form is as much ours as the first: {page}");
    let mends = [("fonte", TABLE), ("v.3", "cala"), ("nome", "Ente & C."), ("azione", "salva")];
    let refused = own(&site, &mends).await.body;
    assert!(refused.contains("Serve il codice IPA"), "{refused}");
    assert!(refused.contains("Ente &#38; C.") && refused.contains("value=\"cala\""), "{refused}");
    let saved = own(&site, &[&mends[..], &[("ipa", "prova")]].concat()).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
    assert_eq!(saved.header(header::LOCATION), "/enti/prova/piani/2021");
}

#[tokio::test]
async fn a_plan_that_is_there_is_replaced_only_after_its_difference_was_seen() {
    let site = site().await;
    let fields = |action| [("fonte", TABLE), ("ipa", "prova"), ("v.3", "cala"), ("azione", action)];
    assert_eq!(own(&site, &fields("salva")).await.status, StatusCode::SEE_OTHER);
    let other = TABLE.replace("Pagamenti", "Fatture");
    let mut changed = fields("salva");
    changed[0].1 = &other;
    let asked = own(&site, &changed).await;
    let page = &asked.body;
    assert_eq!(asked.status, StatusCode::OK);
    assert!(page.contains("Nodo 2.1") && page.contains("value=\"sostituisci\""), "{page}");
    changed[3].1 = "sostituisci";
    assert_eq!(own(&site, &changed).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn the_plan_comes_as_a_workbook_too() {
    let site = site().await;
    let file = own(&site, &[("fonte", TABLE), ("ipa", "prova"), ("azione", "scarica")]).await;
    assert_eq!(file.status, StatusCode::OK);
    let hand_in = traguardo_files::read_workbook("piano.xlsx", &file.bytes).unwrap();
    assert_eq!((hand_in.plan.nodes.len(), hand_in.plan.uses.len()), (4, 2));
}

#[tokio::test]
async fn other_sites_large_forms_and_what_is_no_table_are_refused() {
    let site = site().await;
    let fields = [("testo", TABLE), ("azione", "anteprima")];
    let mut elsewhere = parts("/importa", &fields, None);
    elsewhere.headers_mut().insert("sec-fetch-site", HeaderValue::from_static("cross-site"));
    assert_eq!(site.ask(elsewhere).await.status, StatusCode::FORBIDDEN);
    let large = "a\tb\n".repeat(3 << 20);
    let refused = own(&site, &[("testo", &large), ("azione", "anteprima")]).await;
    assert_eq!(refused.status, StatusCode::PAYLOAD_TOO_LARGE);
    let nothing = own(&site, &[("azione", "anteprima")]).await.body;
    assert!(nothing.contains("Non c&#39;è ancora una tabella"), "{nothing}");
    let archive = own(&site, &[("testo", "PK\u{3}\u{4}"), ("azione", "anteprima")]).await;
    assert!(archive.body.contains("cartella di lavoro"), "{}", archive.body);
}

#[tokio::test]
async fn the_html_of_the_clipboard_counts_before_its_text() {
    let html = "<table><tr><td>Obiettivo</td><td>Indicatore</td><td>Target</td></tr>\
        <tr><td>1.1 Web</td><td>Accessi</td><td>&gt;= 10</td></tr></table>";
    let fields = [("html", html), ("testo", "Obiettivo"), ("azione", "anteprima")];
    let page = own(&site().await, &fields).await.body;
    assert!(page.contains("Accessi") && page.contains("1.1~i1"), "{page}");
}
