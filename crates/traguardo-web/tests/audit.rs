//! The page of the audit: there only where something is printed, the wrong figures first.
//! Not here: how a figure is judged, see the core.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by failing")]

use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode};
use tower::ServiceExt;
use traguardo::period::parse_moment;
use traguardo::plan::Plan;
use traguardo::{rules::Rules, sample};
use traguardo_store::{Signature, Store};

async fn page(plan: &Plan, address: &str) -> (StatusCode, String) {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}", folder.path().join("t.db").display());
    let store = Store::open(&url).await.unwrap();
    let at = parse_moment("2020-07-21 10:30").unwrap();
    let signature = Signature { who: "prova".to_owned(), at };
    let (readings, rules) = (sample::readings(), Rules::default());
    store.save(plan, &readings, &rules, &signature, |_, _| ()).await.unwrap();
    let request = Request::get(address).body(Body::empty()).unwrap();
    let answer = traguardo_web::router(store).oneshot(request).await.unwrap();
    let (parts, body) = answer.into_parts();
    let bytes = to_bytes(body, 4_000_000).await.unwrap();
    (parts.status, String::from_utf8(bytes.to_vec()).unwrap())
}

#[tokio::test]
async fn a_wrong_figure_comes_first_with_its_sentence() {
    let mut plan = sample::plan();
    plan.uses[0].details.printed.whole = Some("74,87".to_owned());
    plan.uses[1].details.printed.whole = Some("47,67".to_owned());
    let address = "/enti/cciaa_mo/piani/2020/verifica-stampa";
    let (status, html) = page(&plan, &format!("{address}?al=2020-06-30")).await;
    assert_eq!(status, StatusCode::OK);
    assert!(html.contains("<strong>1</strong> è sbagliato"), "{html}");
    let sentence =
        "È stampato 74,87, ma la rilevazione 3.111.720.000 contro 6.500.000.000 dà 47,87";
    let at = html.find(sentence).unwrap();
    assert!(at < html.find("47,67").unwrap(), "the wrong figure comes first");
    let (_, english) = page(&plan, &format!("{address}?al=2020-06-30&lang=en")).await;
    assert!(english.contains("<strong>1</strong> is wrong"));
}

#[tokio::test]
async fn a_plan_without_printed_figures_has_no_such_page() {
    let (status, _) = page(&sample::plan(), "/enti/cciaa_mo/piani/2020/verifica-stampa").await;
    assert_eq!(status, StatusCode::NOT_FOUND);
    let (_, home) = page(&sample::plan(), "/enti/cciaa_mo/piani/2020").await;
    assert!(!home.contains("verifica-stampa"));
}
