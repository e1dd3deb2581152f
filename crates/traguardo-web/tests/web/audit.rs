//! The page of the audit: there only where something is printed, the wrong figures first.
//! Not here: how a figure is judged, see the core.

use axum::http::StatusCode;
use traguardo::plan::Plan;
use traguardo::{rules::Rules, sample};
use traguardo_web::Entrance;

use crate::support::Site;

async fn page(plan: &Plan, address: &str) -> (StatusCode, String) {
    let site = Site::empty(Entrance::SignIn).await;
    site.save(plan, &sample::readings(), &Rules::default()).await;
    let answer = site.get(address).await;
    (answer.status, answer.body)
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
