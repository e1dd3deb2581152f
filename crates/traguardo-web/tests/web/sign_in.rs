//! Signing in and out through the router: cookies, form tokens, refusals, waits.
//! Not here: what a browser makes of the page, and the rules of sessions, which the store's tests show.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use traguardo::access::{Grant, Person, Role, Scope};
use traguardo_web::Entrance;

use crate::support::{Answer, Site, by, sample_for};

const PASSWORD: &str = "tre parole che ricordo";

fn anna() -> Person {
    let grants = vec![Grant { role: Role::Controller, scope: Scope::Body("cciaa_mo".into()) }];
    Person { id: "anna".into(), name: "Anna Esempio".into(), grants }
}

async fn site(entrance: Entrance) -> Site {
    let site = sample_for(entrance).await;
    site.store.add_account(&anna(), PASSWORD, &by(2020)).await.unwrap();
    site
}

async fn get(site: &Site, address: &str, cookie: &str) -> Answer {
    let request = Request::get(address).header("host", "localhost").header("cookie", cookie);
    site.ask(request.body(Body::empty()).unwrap()).await
}

async fn post(site: &Site, address: &str, cookie: &str, form: &str) -> Answer {
    let request = Request::post(address)
        .header("host", "localhost")
        .header("sec-fetch-site", "same-origin")
        .header("content-type", "application/x-www-form-urlencoded")
        .header("cookie", cookie);
    site.ask(request.body(Body::from(form.to_owned())).unwrap()).await
}

/// The cookie and the token of a form that nobody has answered yet.
async fn blank(site: &Site) -> (String, String) {
    let page = get(site, "/accedi", "").await;
    (set(&page, "traguardo-form"), page.field("gettone"))
}

async fn sign_in(site: &Site, account: &str, password: &str) -> Answer {
    let (cookie, token) = blank(site).await;
    let password = password.replace(' ', "+");
    let form = format!("utente={account}&password={password}&gettone={token}");
    post(site, "/accedi", &cookie, &form).await
}

/// A cookie that an answer sets.
fn set(answer: &Answer, name: &str) -> String {
    let set = answer.headers.get_all(header::SET_COOKIE).iter();
    let mut set = set.map(|cookie| cookie.to_str().unwrap());
    let found = set.find(|cookie| cookie.starts_with(&format!("{name}=")));
    found.unwrap().split(';').next().unwrap().to_owned()
}

#[tokio::test]
async fn one_signs_in_is_named_on_every_page_and_signs_out() {
    let site = site(Entrance::SignIn).await;
    let answer = sign_in(&site, "anna", PASSWORD).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert_eq!(answer.headers[header::LOCATION], "/");
    let session = set(&answer, "traguardo");
    let home = get(&site, "/enti/cciaa_mo/piani/2020", &session).await;
    assert!(home.body.contains("Anna Esempio · controllo di gestione"));
    assert_eq!(home.headers[header::CACHE_CONTROL], "private, no-store");
    let page = get(&site, "/accedi", &session).await;
    assert!(page.body.contains("controllo di gestione, ente cciaa_mo"));
    let form = format!("gettone={}", page.field("gettone"));
    assert_eq!(post(&site, "/esci", &session, &form).await.status, StatusCode::SEE_OTHER);
    assert!(!get(&site, "/", &session).await.body.contains("Anna Esempio"));
}

#[tokio::test]
async fn signing_out_on_all_devices_ends_the_other_sessions_too() {
    let site = site(Entrance::SignIn).await;
    let desk = set(&sign_in(&site, "anna", PASSWORD).await, "traguardo");
    let phone = set(&sign_in(&site, "anna", PASSWORD).await, "traguardo");
    let form = format!("gettone={}", get(&site, "/accedi", &desk).await.field("gettone"));
    post(&site, "/esci/ovunque", &desk, &form).await;
    assert!(!get(&site, "/", &phone).await.body.contains("Anna Esempio"));
}

#[tokio::test]
async fn an_account_that_is_not_there_is_told_the_same_as_a_wrong_password() {
    let site = site(Entrance::SignIn).await;
    let mut pages = Vec::new();
    for account in ["anna", "nessuno"] {
        let answer = sign_in(&site, account, "una password sbagliata").await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.body.contains("password non sono giusti"), "{}", answer.body);
        assert!(!answer.body.contains("sbagliata"), "a password never comes back");
        let token = answer.field("gettone");
        pages.push(answer.body.replace(account, "UTENTE").replace(&token, "GETTONE"));
    }
    assert_eq!(pages[0], pages[1]);
}

#[tokio::test]
async fn who_fails_too_often_is_told_when_to_try_again() {
    let site = site(Entrance::SignIn).await;
    for _ in 0..5 {
        sign_in(&site, "anna", "una password sbagliata").await;
    }
    let answer = sign_in(&site, "anna", PASSWORD).await;
    assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(answer.body.contains("Riprova fra un minuto"), "{}", answer.body);
    let after: u32 = answer.headers[header::RETRY_AFTER].to_str().unwrap().parse().unwrap();
    assert!((1..=30).contains(&after), "{after}");
}

#[tokio::test]
async fn a_form_that_is_not_of_this_browser_changes_nothing() {
    let site = site(Entrance::SignIn).await;
    let (cookie, token) = blank(&site).await;
    let (other, _) = blank(&site).await;
    let form = |token: &str| format!("utente=anna&password=tre+parole+che+ricordo&gettone={token}");
    for (cookie, token) in [(&*cookie, ""), (&*other, &*token), ("", &*token), ("", "")] {
        let answer = post(&site, "/accedi", cookie, &form(token)).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN);
        assert!(!answer.headers.contains_key(header::SET_COOKIE));
    }
    let session = set(&sign_in(&site, "anna", PASSWORD).await, "traguardo");
    let answer = post(&site, "/esci", &session, &format!("gettone={token}")).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    assert!(get(&site, "/", &session).await.body.contains("Anna Esempio"));
    let elsewhere = Request::post("/accedi")
        .header("sec-fetch-site", "cross-site")
        .header("content-type", "application/x-www-form-urlencoded")
        .header("cookie", &cookie)
        .body(Body::from(form(&token)));
    assert_eq!(site.ask(elsewhere.unwrap()).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn reading_needs_no_signing_in_and_a_made_up_session_is_nobody() {
    let site = site(Entrance::SignIn).await;
    let made_up = format!("traguardo={}", "0".repeat(64));
    for cookie in ["", &made_up] {
        let home = get(&site, "/enti/cciaa_mo/piani/2020", cookie).await;
        assert_eq!(home.status, StatusCode::OK);
        assert!(home.body.contains("Accedi") && !home.body.contains("Anna"));
    }
}

#[tokio::test]
async fn a_demonstration_signs_in_whoever_comes_and_says_so() {
    let site = site(Entrance::Demo(vec![anna()])).await;
    let home = get(&site, "/enti/cciaa_mo/piani/2020", "").await;
    assert!(home.body.contains("Anna Esempio") && home.body.contains("dimostrazione"));
    assert!(!set(&home, "traguardo-form").is_empty());
    let page = get(&site, "/accedi", "").await;
    assert!(!page.body.contains("action=\"/esci\""));
}

#[tokio::test]
async fn ones_own_password_is_changed_with_the_present_one_and_ends_other_sessions() {
    let site = site(Entrance::SignIn).await;
    let desk = set(&sign_in(&site, "anna", PASSWORD).await, "traguardo");
    let phone = set(&sign_in(&site, "anna", PASSWORD).await, "traguardo");
    let token = get(&site, "/accedi", &desk).await.field("gettone");
    let send = async |now: &str, new: &str, again: &str| {
        let form = format!("gettone={token}&attuale={now}&password={new}&ancora={again}");
        post(&site, "/accedi/password", &desk, &form.replace(' ', "+")).await
    };
    for (now, new, again, said) in [
        ("una sbagliata qui", "una nuova frase", "una nuova frase", "non è giusta"),
        (PASSWORD, "una nuova frase", "un'altra frase", "non sono uguali"),
        (PASSWORD, "corta", "corta", "ne servono da 12 a 128"),
    ] {
        let answer = send(now, new, again).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.body.contains(said), "{}", answer.body);
    }
    let answer = send(PASSWORD, "una nuova frase", "una nuova frase").await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    let here = set(&answer, "traguardo");
    assert!(get(&site, "/accedi?fatto=password", &here).await.body.contains("è cambiata"));
    assert!(!get(&site, "/", &phone).await.body.contains("Anna Esempio"));
    assert_eq!(sign_in(&site, "anna", PASSWORD).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn who_is_refused_is_told_why_and_comes_back_after_signing_in() {
    let site = site(Entrance::SignIn).await;
    let refused = get(&site, "/enti/cciaa_mo/piani/2020/carica?lang=it", "").await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    assert!(refused.body.contains("Per modificare il piano o importarlo bisogna prima accedere."));
    let back = "/accedi?dopo=%2Fenti%2Fcciaa_mo%2Fpiani%2F2020%2Fcarica%3Flang%3Dit";
    assert!(refused.body.contains(&back.replace('&', "&#38;")), "{}", refused.body);
    let (cookie, token) = blank(&site).await;
    let form = format!(
        "utente=anna&password=tre+parole+che+ricordo&gettone={token}\
         &dopo=%2Fenti%2Fcciaa_mo%2Fpiani%2F2020%2Fcarica"
    );
    let answer = post(&site, "/accedi", &cookie, &form).await;
    assert_eq!(answer.headers[header::LOCATION], "/enti/cciaa_mo/piani/2020/carica");
    let session = set(&answer, "traguardo");
    assert_eq!(
        get(&site, "/enti/cciaa_mo/piani/2020/carica", &session).await.status,
        StatusCode::OK
    );
    let other = get(&site, "/enti/cciaa_so/piani/2020/carica", &session).await;
    assert_ne!(other.status, StatusCode::OK);
}

#[tokio::test]
async fn what_was_typed_when_the_session_had_ended_is_given_back_but_no_password() {
    let site = site(Entrance::SignIn).await;
    let form = "gettone=vecchio&versione=7&organo=Giunta+%3Cb%3E&numero=&note=due+righe\
                &0.chiave=k1&0.valore=12%2C5";
    let address = "/enti/cciaa_mo/piani/2020/revisioni/bozza/riga";
    let answer = post(&site, address, "", form).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    for kept in ["Ciò che avevi scritto", "Giunta &#60;b&#62;", "due righe", "12,5"] {
        assert!(answer.body.contains(kept), "{kept}: {}", answer.body);
    }
    for ours in ["vecchio", ">7<", "k1", "numero"] {
        assert!(!answer.body.contains(ours), "{ours}");
    }
    let secret = "utente=bruno&password=tre+parole+segrete&ancora=tre+parole+segrete";
    let answer = post(&site, "/utenti", "", secret).await;
    assert!(!answer.body.contains("segrete") && !answer.body.contains("bruno"));
    let parts = "--x\r\nContent-Disposition: form-data; name=\"gettone\"\r\n\r\nvecchio\r\n\
                 --x\r\nContent-Disposition: form-data; name=\"organo\"\r\n\r\nLa Giunta\r\n\
                 --x\r\nContent-Disposition: form-data; name=\"documento\"; filename=\"a.pdf\"\r\n\
                 \r\n%PDF\r\n--x--\r\n";
    let request = Request::post("/enti/cciaa_mo/piani/2020/revisioni/bozza/adotta")
        .header("host", "localhost")
        .header("sec-fetch-site", "same-origin")
        .header("content-type", "multipart/form-data; boundary=x");
    let answer = site.ask(request.body(Body::from(parts)).unwrap()).await;
    assert!(answer.body.contains("La Giunta") && !answer.body.contains("%PDF"), "{}", answer.body);
    let request = Request::post(address)
        .header("host", "localhost")
        .header("sec-fetch-site", "cross-site")
        .header("content-type", "application/x-www-form-urlencoded");
    let answer = site.ask(request.body(Body::from(form)).unwrap()).await;
    assert!(!answer.body.contains("due righe"), "another site is given nothing");
}
