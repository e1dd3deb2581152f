//! The pages through the router: addresses, languages, dates, headers and faults.
//! Not here: what a browser makes of them, see `tests/browser` of the repository.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use traguardo::plan::Plan;
use traguardo::reading::Readings;
use traguardo::target::Expected;
use traguardo::{rules::Rules, sample};
use traguardo_web::Entrance;

use crate::support::{SAMPLE as HOME, Site};

async fn site_of(plans: &[Plan]) -> Site {
    let site = Site::empty(Entrance::SignIn).await;
    for plan in plans {
        site.save(plan, &sample::readings(), &Rules::default()).await;
    }
    site
}

async fn site() -> Site {
    site_of(&[sample::plan()]).await
}

const PAGES: [&str; 12] = [
    "/",
    "/accessibilita",
    HOME,
    "/enti/cciaa_mo/piani/2020/albero",
    "/enti/cciaa_mo/piani/2020/nodi/301",
    "/enti/cciaa_mo/piani/2020/indicatori/EXPORT",
    "/enti/cciaa_mo/piani/2020/spiega/cciaa_mo",
    "/enti/cciaa_mo/piani/2020/spiega/301",
    "/enti/cciaa_mo/piani/2020/spiega/301/EXPORT",
    "/enti/cciaa_mo/piani/2020/spiega/301/quota-obiettivi",
    "/enti/cciaa_mo/piani/2020/mancanti",
    "/enti/cciaa_mo/piani/2020/problemi",
];

/// Whether a text stands where a name of a text would stand if nobody had written it.
fn unwritten(body: &str) -> Option<&str> {
    let prefixes = [
        "page-",
        "word-",
        "overview-",
        "tree-",
        "node-",
        "indicator-",
        "history-",
        "explain-",
        "why-",
        "cause-",
        "rule-",
        "missing-",
        "issues-",
        "issue-",
        "plans-",
        "nav-",
        "fault-",
        "legend-",
        "state-",
        "severity-",
        "accessibility-",
        "weight-",
        "target-",
    ];
    let starts = body.match_indices('>').map(|(at, _)| body[at + 1..].trim_start());
    starts.into_iter().find(|text| prefixes.iter().any(|prefix| text.starts_with(prefix)))
}

#[tokio::test]
async fn every_page_answers_in_both_languages_with_no_text_left_unwritten() {
    let site = site().await;
    for page in PAGES {
        for (query, lang) in [("", "<html lang=\"it\">"), ("?lang=en", "<html lang=\"en\">")] {
            let answer = site.get(&format!("{page}{query}")).await;
            assert_eq!(answer.status, StatusCode::OK, "{page}{query}");
            assert!(answer.body.contains(lang), "{page}{query}");
            let unwritten = unwritten(&answer.body).map(|text| &text[..60.min(text.len())]);
            assert_eq!(unwritten, None, "{page}{query}");
            assert!(!answer.body.contains(" style="), "{page}: a style within the page");
            assert_eq!(answer.body.matches("<script").count(), 1, "{page}: a script within it");
        }
    }
}

#[tokio::test]
async fn every_answer_carries_the_policy() {
    let site = site().await;
    for page in [HOME, "/", "/nowhere", "/salute", "/static/none/traguardo.css"] {
        let answer = site.get(page).await;
        let policy = answer.header(header::CONTENT_SECURITY_POLICY);
        assert!(policy.starts_with("default-src 'none'; script-src 'self'"), "{page}: {policy}");
        assert!(!policy.contains("unsafe"), "{page}: {policy}");
        assert_eq!(answer.header(header::X_CONTENT_TYPE_OPTIONS), "nosniff", "{page}");
        assert_eq!(answer.header(header::REFERRER_POLICY), "same-origin", "{page}");
    }
}

#[tokio::test]
async fn the_page_says_the_situation_in_a_sentence_first() {
    let site = site().await;
    let home = site.get(HOME).await;
    assert!(home.body.contains("Al 30 giugno 2020 <strong>1 obiettivo strategico su 1</strong>"));
    assert!(home.body.contains("Tutti i <strong>3 indicatori</strong> sono rilevati."));
    let node = site.get(&format!("{HOME}/nodi/301")).await;
    assert!(node.body.contains("il risultato è <strong>73,84 su 100</strong>"));
}

#[tokio::test]
async fn the_date_and_the_language_stay_on_the_links() {
    let site = site().await;
    let page = site.get(&format!("{HOME}?al=2020-03-31&lang=en")).await;
    assert!(page.body.contains("31 March 2020"));
    let links = page.body.split("href=\"").skip(1).filter_map(|rest| rest.split_once('"'));
    for (link, _) in links.filter(|(link, _)| link.starts_with(HOME)) {
        assert!(link.contains("al=2020-"), "{link}");
        // The link to the other language is the one that does not keep it.
        let other_language = link == format!("{HOME}?al=2020-03-31");
        assert!(link.contains("lang=en") || other_language, "{link}");
    }
    let without = site.get(&format!("{HOME}?al=")).await;
    assert!(without.body.contains("30 giugno 2020"));
}

#[tokio::test]
async fn what_is_not_there_is_said_with_its_status() {
    let site = site().await;
    let gone = [
        ("/nowhere", StatusCode::NOT_FOUND, "La pagina non c&#39;è"),
        ("/enti/nessuno/piani/2020", StatusCode::NOT_FOUND, "Questo piano non c&#39;è"),
        ("/enti/cciaa_mo/piani/1999", StatusCode::NOT_FOUND, "Questo piano non c&#39;è"),
        ("/enti/cciaa_mo/piani/MMXX", StatusCode::NOT_FOUND, "Questo piano non c&#39;è"),
        ("/enti/cciaa_mo/piani/2020/nodi/%22%3Cb", StatusCode::NOT_FOUND, "«&#34;&#60;b»"),
        ("/enti/cciaa_mo/piani/2020/indicatori/X", StatusCode::NOT_FOUND, "«X»"),
        ("/enti/cciaa_mo/piani/2020/spiega/301/X", StatusCode::NOT_FOUND, "«X»"),
        ("/enti/cciaa_mo/piani/2020/spiega/1/quota-obiettivi", StatusCode::NOT_FOUND, "«quota-"),
        ("/enti/cciaa_mo/piani/2020/spiega/X", StatusCode::NOT_FOUND, "«X»"),
        ("/enti/cciaa_mo/piani/2020?al=2020-02-31", StatusCode::BAD_REQUEST, "2020-02-31"),
        ("/enti/cciaa_mo/piani/2020?al=ieri", StatusCode::BAD_REQUEST, "ieri"),
    ];
    for (address, status, said) in gone {
        let answer = site.get(address).await;
        assert_eq!(answer.status, status, "{address}");
        let body = answer.body.replace("&#x27;", "&#39;").replace('\'', "&#39;");
        assert!(body.contains(said), "{address}: {said} is not said");
    }
    let english = site.get("/nowhere?lang=en").await;
    assert!(english.body.contains("There is no such page"));
    let post = Request::post(HOME).body(Body::empty()).unwrap();
    assert_eq!(site.ask(post).await.status, StatusCode::METHOD_NOT_ALLOWED);
}

#[tokio::test]
async fn an_explanation_opens_beside_a_page_or_as_one() {
    let site = site().await;
    let address = format!("{HOME}/spiega/301/EXPORT");
    let page = site.get(&address).await;
    assert!(page.body.contains("<html"));
    assert!(page.body.contains("100 × 3.111.720.000"));
    let beside = Request::get(&address).header("hx-request", "true").body(Body::empty()).unwrap();
    let beside = site.ask(beside).await;
    assert!(!beside.body.contains("<html"));
    assert!(beside.body.contains("100 × 3.111.720.000"));
    let kept_apart: Vec<_> = beside.headers.get_all(header::VARY).iter().collect();
    assert!(kept_apart.iter().any(|value| value.as_bytes() == b"hx-request"), "{kept_apart:?}");
}

#[tokio::test]
async fn each_of_the_two_parts_of_an_objective_says_where_it_comes_from() {
    let site = site().await;
    for (name, figure, part) in [
        ("quota-indicatori", "47,69", "spiega/301/EXPORT"),
        ("quota-obiettivi", "100,00", "301.D1"),
    ] {
        let address = format!("{HOME}/spiega/301/{name}");
        for above in ["nodi/301", "spiega/301"] {
            let page = site.get(&format!("{HOME}/{above}")).await.body;
            assert!(page.contains(&format!("href=\"{address}\"")), "{above}: {name} has no link");
        }
        let page = site.get(&address).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.body.contains(&format!("Da dove viene {figure}")), "{name}");
        assert!(page.body.contains(part), "{name}: its parts are not there");
        assert!(page.body.contains(&format!("href=\"{HOME}/spiega/301\"")), "{name}: no way up");
    }
}

#[tokio::test]
async fn files_are_kept_for_a_year_under_an_address_that_names_their_content() {
    let site = site().await;
    let home = site.get("/").await.body;
    let at = home.find("/static/").unwrap();
    let sheet = home[at..].split('"').next().unwrap();
    let plain = site.get(sheet).await;
    assert_eq!(plain.status, StatusCode::OK);
    assert!(plain.header(header::CACHE_CONTROL).contains("immutable"));
    let packed =
        Request::get(sheet).header(header::ACCEPT_ENCODING, "gzip").body(Body::empty()).unwrap();
    assert_eq!(site.ask(packed).await.header(header::CONTENT_ENCODING), "gzip");
    let known = Request::get(sheet)
        .header(header::IF_NONE_MATCH, plain.header(header::ETAG))
        .body(Body::empty())
        .unwrap();
    assert_eq!(site.ask(known).await.status, StatusCode::NOT_MODIFIED);
    assert_eq!(site.get("/static/0123/icon.svg").await.status, StatusCode::NOT_FOUND);
    assert_eq!(site.get("/static/0123/../../Cargo.toml").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn codes_and_titles_are_texts_and_never_markup() {
    let mut plan = sample::plan();
    plan.nodes[1].title = "<script>alert(1)</script> & **c.**".to_owned();
    plan.nodes[1].code = "3/0 1?".to_owned();
    plan.nodes[2].parent = Some("3/0 1?".to_owned());
    for used in &mut plan.uses {
        if used.node == "301" {
            used.node = "3/0 1?".to_owned();
        }
    }
    let site = site_of(&[plan]).await;
    let home = site.get(HOME).await;
    assert!(home.body.contains("nodi/3%2F0%201%3F"));
    assert!(!home.body.contains("<script>alert"));
    let node = site.get(&format!("{HOME}/nodi/3%2F0%201%3F")).await;
    assert_eq!(node.status, StatusCode::OK);
    assert!(!node.body.contains("<script>alert"));
}

#[tokio::test]
async fn an_objective_with_a_sheet_shows_the_assessed_score_beside_the_measured_one() {
    let mut plan = sample::plan();
    let card = &mut plan.nodes[1].card;
    card.kind = Some("mantenimento".to_owned());
    card.assessed = Some(99.into());
    card.assessed_reason = Some("Piano rispettato".to_owned());
    let site = site_of(&[plan]).await;
    let node = site.get(&format!("{HOME}/nodi/301?al=2020-06-30")).await.body;
    for fact in ["73,84", "99 su 100", "Piano rispettato", "mantenimento"] {
        assert!(node.contains(&format!("<dd>{fact}</dd>")), "{fact}");
    }
    let other = site.get(&format!("{HOME}/nodi/1")).await.body;
    assert!(!other.contains("OIV"));
}

#[tokio::test]
async fn an_empty_database_says_how_to_begin() {
    let site = site_of(&[]).await;
    let start = site.get("/").await;
    assert_eq!(start.status, StatusCode::OK);
    assert!(start.body.contains("traguardo import"));
    assert_eq!(site.get("/salute").await.body, "ok");
}

#[tokio::test]
async fn a_plan_without_anything_in_it_still_has_its_pages() {
    let mut plan = sample::plan();
    plan.nodes.clear();
    plan.uses.clear();
    plan.indicators.clear();
    let site = Site::empty(Entrance::SignIn).await;
    site.save(&plan, &Readings::default(), &Rules::default()).await;
    for page in ["", "/albero", "/mancanti", "/problemi", "/spiega/cciaa_mo"] {
        assert_eq!(site.get(&format!("{HOME}{page}")).await.status, StatusCode::OK, "{page}");
    }
}

#[tokio::test]
async fn the_part_of_a_cell_that_an_issue_is_about_is_marked() {
    let mut plan = sample::plan();
    let written = "Entro il 34.04.2021 <ed oltre>";
    plan.uses[1].details.targets.year = Some(Expected::written(written));
    plan.understand();
    let site = site_of(&[plan]).await;
    let page = site.get("/enti/cciaa_mo/piani/2020/problemi").await;
    assert!(page.body.contains("<mark>"), "{}", page.body);
    assert!(!page.body.contains("<ed oltre>"), "{}", page.body);
}
