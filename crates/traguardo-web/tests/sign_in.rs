//! Signing in and out through the router: cookies, form tokens, refusals, waits.
//! Not here: what a browser makes of the page, and the rules of sessions, which the store's tests show.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by failing")]

use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use tempfile::TempDir;
use tower::ServiceExt;
use traguardo::access::{Grant, Person, Role, Scope};
use traguardo::period::parse_moment;
use traguardo::{rules::Rules, sample};
use traguardo_store::{Signature, Store};
use traguardo_web::{Entrance, router_with};

const PASSWORD: &str = "tre parole che ricordo";

struct Site {
    router: axum::Router,
    _folder: TempDir,
}

struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: String,
}

fn anna() -> Person {
    let grants = vec![Grant { role: Role::Controller, scope: Scope::Body("cciaa_mo".into()) }];
    Person { id: "anna".into(), name: "Anna Esempio".into(), grants }
}

async fn site(entrance: Entrance) -> Site {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}", folder.path().join("t.db").display());
    let store = Store::open(&url).await.unwrap();
    let at = parse_moment("2020-07-21 10:30").unwrap();
    let signature = Signature { who: "prova".to_owned(), at };
    let (plan, readings, rules) = (sample::plan(), sample::readings(), Rules::default());
    store.save(&plan, &readings, &rules, &signature, |_, _| ()).await.unwrap();
    store.add_account(&anna(), PASSWORD, &signature).await.unwrap();
    Site { router: router_with(store, entrance), _folder: folder }
}

impl Site {
    async fn ask(&self, request: Request<Body>) -> Answer {
        let (parts, body) = self.router.clone().oneshot(request).await.unwrap().into_parts();
        let bytes = to_bytes(body, 4_000_000).await.unwrap();
        let body = String::from_utf8_lossy(&bytes).into_owned();
        Answer { status: parts.status, headers: parts.headers, body }
    }

    async fn get(&self, address: &str, cookie: &str) -> Answer {
        let request = Request::get(address).header("host", "localhost").header("cookie", cookie);
        self.ask(request.body(Body::empty()).unwrap()).await
    }

    async fn post(&self, address: &str, cookie: &str, form: &str) -> Answer {
        let request = Request::post(address)
            .header("host", "localhost")
            .header("sec-fetch-site", "same-origin")
            .header("content-type", "application/x-www-form-urlencoded")
            .header("cookie", cookie);
        self.ask(request.body(Body::from(form.to_owned())).unwrap()).await
    }

    /// The cookie and the token of a form that nobody has answered yet.
    async fn form(&self) -> (String, String) {
        let page = self.get("/accedi", "").await;
        (page.cookie("traguardo-form"), page.token())
    }

    async fn sign_in(&self, account: &str, password: &str) -> Answer {
        let (cookie, token) = self.form().await;
        let password = password.replace(' ', "+");
        let form = format!("utente={account}&password={password}&gettone={token}");
        self.post("/accedi", &cookie, &form).await
    }
}

impl Answer {
    fn cookie(&self, name: &str) -> String {
        let set = self.headers.get_all(header::SET_COOKIE).iter();
        let mut set = set.map(|cookie| cookie.to_str().unwrap());
        let found = set.find(|cookie| cookie.starts_with(&format!("{name}=")));
        found.unwrap().split(';').next().unwrap().to_owned()
    }

    fn token(&self) -> String {
        let after = self.body.split("name=\"gettone\" value=\"").nth(1).unwrap();
        after.split('"').next().unwrap().to_owned()
    }
}

#[tokio::test]
async fn one_signs_in_is_named_on_every_page_and_signs_out() {
    let site = site(Entrance::SignIn).await;
    let answer = site.sign_in("anna", PASSWORD).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert_eq!(answer.headers[header::LOCATION], "/");
    let session = answer.cookie("traguardo");
    let home = site.get("/enti/cciaa_mo/piani/2020", &session).await;
    assert!(home.body.contains("Anna Esempio · controllo di gestione"));
    assert_eq!(home.headers[header::CACHE_CONTROL], "private, no-store");
    let page = site.get("/accedi", &session).await;
    assert!(page.body.contains("controllo di gestione, ente cciaa_mo"));
    let form = format!("gettone={}", page.token());
    assert_eq!(site.post("/esci", &session, &form).await.status, StatusCode::SEE_OTHER);
    assert!(!site.get("/", &session).await.body.contains("Anna Esempio"));
}

#[tokio::test]
async fn signing_out_on_all_devices_ends_the_other_sessions_too() {
    let site = site(Entrance::SignIn).await;
    let desk = site.sign_in("anna", PASSWORD).await.cookie("traguardo");
    let phone = site.sign_in("anna", PASSWORD).await.cookie("traguardo");
    let form = format!("gettone={}", site.get("/accedi", &desk).await.token());
    site.post("/esci/ovunque", &desk, &form).await;
    assert!(!site.get("/", &phone).await.body.contains("Anna Esempio"));
}

#[tokio::test]
async fn an_account_that_is_not_there_is_told_the_same_as_a_wrong_password() {
    let site = site(Entrance::SignIn).await;
    let mut pages = Vec::new();
    for account in ["anna", "nessuno"] {
        let answer = site.sign_in(account, "una password sbagliata").await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.body.contains("password non sono giusti"), "{}", answer.body);
        assert!(!answer.body.contains("sbagliata"), "a password never comes back");
        let token = answer.token();
        pages.push(answer.body.replace(account, "UTENTE").replace(&token, "GETTONE"));
    }
    assert_eq!(pages[0], pages[1]);
}

#[tokio::test]
async fn who_fails_too_often_is_told_when_to_try_again() {
    let site = site(Entrance::SignIn).await;
    for _ in 0..5 {
        site.sign_in("anna", "una password sbagliata").await;
    }
    let answer = site.sign_in("anna", PASSWORD).await;
    assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(answer.body.contains("Riprova fra un minuto"), "{}", answer.body);
    let after: u32 = answer.headers[header::RETRY_AFTER].to_str().unwrap().parse().unwrap();
    assert!((1..=30).contains(&after), "{after}");
}

#[tokio::test]
async fn a_form_that_is_not_of_this_browser_changes_nothing() {
    let site = site(Entrance::SignIn).await;
    let (cookie, token) = site.form().await;
    let (other, _) = site.form().await;
    let form = |token: &str| format!("utente=anna&password=tre+parole+che+ricordo&gettone={token}");
    for (cookie, token) in [(&*cookie, ""), (&*other, &*token), ("", &*token), ("", "")] {
        let answer = site.post("/accedi", cookie, &form(token)).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN);
        assert!(!answer.headers.contains_key(header::SET_COOKIE));
    }
    let session = site.sign_in("anna", PASSWORD).await.cookie("traguardo");
    let answer = site.post("/esci", &session, &format!("gettone={token}")).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    assert!(site.get("/", &session).await.body.contains("Anna Esempio"));
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
        let home = site.get("/enti/cciaa_mo/piani/2020", cookie).await;
        assert_eq!(home.status, StatusCode::OK);
        assert!(home.body.contains("Accedi") && !home.body.contains("Anna"));
    }
}

#[tokio::test]
async fn a_demonstration_signs_in_whoever_comes_and_says_so() {
    let site = site(Entrance::Demo(vec![anna()])).await;
    let home = site.get("/enti/cciaa_mo/piani/2020", "").await;
    assert!(home.body.contains("Anna Esempio") && home.body.contains("dimostrazione"));
    assert!(!home.cookie("traguardo-form").is_empty());
    let page = site.get("/accedi", "").await;
    assert!(!page.body.contains("action=\"/esci\""));
}

#[tokio::test]
async fn ones_own_password_is_changed_with_the_present_one_and_ends_other_sessions() {
    let site = site(Entrance::SignIn).await;
    let desk = site.sign_in("anna", PASSWORD).await.cookie("traguardo");
    let phone = site.sign_in("anna", PASSWORD).await.cookie("traguardo");
    let token = site.get("/accedi", &desk).await.token();
    let send = async |now: &str, new: &str, again: &str| {
        let form = format!("gettone={token}&attuale={now}&password={new}&ancora={again}");
        site.post("/accedi/password", &desk, &form.replace(' ', "+")).await
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
    let here = answer.cookie("traguardo");
    assert!(site.get("/accedi?fatto=password", &here).await.body.contains("è cambiata"));
    assert!(!site.get("/", &phone).await.body.contains("Anna Esempio"));
    assert_eq!(site.sign_in("anna", PASSWORD).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn who_is_refused_is_told_why_and_comes_back_after_signing_in() {
    let site = site(Entrance::SignIn).await;
    let refused = site.get("/enti/cciaa_mo/piani/2020/carica?lang=it", "").await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    assert!(refused.body.contains("Per modificare il piano o importarlo bisogna prima accedere."));
    let back = "/accedi?dopo=%2Fenti%2Fcciaa_mo%2Fpiani%2F2020%2Fcarica%3Flang%3Dit";
    assert!(refused.body.contains(&back.replace('&', "&#38;")), "{}", refused.body);
    let (cookie, token) = site.form().await;
    let form = format!(
        "utente=anna&password=tre+parole+che+ricordo&gettone={token}\
         &dopo=%2Fenti%2Fcciaa_mo%2Fpiani%2F2020%2Fcarica"
    );
    let answer = site.post("/accedi", &cookie, &form).await;
    assert_eq!(answer.headers[header::LOCATION], "/enti/cciaa_mo/piani/2020/carica");
    let session = answer.cookie("traguardo");
    assert_eq!(site.get("/enti/cciaa_mo/piani/2020/carica", &session).await.status, StatusCode::OK);
    let other = site.get("/enti/cciaa_so/piani/2020/carica", &session).await;
    assert_ne!(other.status, StatusCode::OK);
}

#[tokio::test]
async fn what_was_typed_when_the_session_had_ended_is_given_back_but_no_password() {
    let site = site(Entrance::SignIn).await;
    let form = "gettone=vecchio&versione=7&organo=Giunta+%3Cb%3E&numero=&note=due+righe\
                &0.chiave=k1&0.valore=12%2C5";
    let address = "/enti/cciaa_mo/piani/2020/revisioni/bozza/riga";
    let answer = site.post(address, "", form).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    for kept in ["Ciò che avevi scritto", "Giunta &#60;b&#62;", "due righe", "12,5"] {
        assert!(answer.body.contains(kept), "{kept}: {}", answer.body);
    }
    for ours in ["vecchio", ">7<", "k1", "numero"] {
        assert!(!answer.body.contains(ours), "{ours}");
    }
    let secret = "utente=bruno&password=tre+parole+segrete&ancora=tre+parole+segrete";
    let answer = site.post("/utenti", "", secret).await;
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
