//! Every address tried by nobody, by every role, and by every role of another body.
//! Not here: what the pages show, and the table of rights itself, see `traguardo::access`.
//!
//! A route that is added to `router.rs` needs a line in `ROUTES`, or the first test fails. What it
//! asks is the action that its handler asks `visitor::permitted` about.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use tempfile::TempDir;
use tower::ServiceExt;
use traguardo::access::{Action, Grant, On, Person, Role, Scope, may, may_somewhere};
use traguardo::period::parse_moment;
use traguardo::rules::Rules;
use traguardo::sample;
use traguardo_store::{Signature, Store, form_token};
use traguardo_web::{Entrance, router_with};

use Asks::{Anybody, Either, Everywhere, InBody, Somebody, Somewhere};
use Sends::{Files, Form, Nothing};

/// What an address asks before it answers.
#[derive(Debug, Clone, Copy)]
enum Asks {
    /// Nothing: what is published, and the way in.
    Anybody,
    /// That somebody has signed in.
    Somebody,
    /// A right in the body of the address.
    InBody(Action),
    /// Either of two rights in the body of the address.
    Either(Action, Action),
    /// A right in any body; in which, only the form or the name says.
    Somewhere(Action),
    /// A right in the whole installation.
    Everywhere(Action),
}

/// What is sent to it.
#[derive(Debug, Clone, Copy)]
enum Sends {
    Nothing,
    Form,
    Files,
}

const OPEN: (Sends, Asks) = (Nothing, Anybody);

/// Every route, with what is sent to it and what it asks.
#[rustfmt::skip]
const ROUTES: &[(&str, Sends, Asks)] = &[
    ("/", OPEN.0, OPEN.1),
    ("/enti/{ipa}/piani/{year}", OPEN.0, OPEN.1),
    ("/enti/{ipa}/piani/{year}/albero", OPEN.0, OPEN.1),
    ("/enti/{ipa}/piani/{year}/nodi/{code}", OPEN.0, OPEN.1),
    ("/enti/{ipa}/piani/{year}/indicatori/{code}", OPEN.0, OPEN.1),
    ("/enti/{ipa}/piani/{year}/spiega/{node}", OPEN.0, OPEN.1),
    ("/enti/{ipa}/piani/{year}/spiega/{node}/{indicator}", OPEN.0, OPEN.1),
    ("/enti/{ipa}/piani/{year}/quadro-pluriennale", OPEN.0, OPEN.1),
    ("/enti/{ipa}/piani/{year}/cascata", OPEN.0, OPEN.1),
    ("/enti/{ipa}/piani/{year}/elenchi", OPEN.0, OPEN.1),
    ("/enti/{ipa}/piani/{year}/elenchi/csv", OPEN.0, OPEN.1),
    ("/enti/{ipa}/piani/{year}/mancanti", OPEN.0, OPEN.1),
    ("/enti/{ipa}/piani/{year}/problemi", OPEN.0, OPEN.1),
    ("/enti/{ipa}/piani/{year}/verifica-stampa", OPEN.0, OPEN.1),
    ("/enti/{ipa}/piani/{year}/domande", OPEN.0, OPEN.1),
    ("/enti/{ipa}/piani/{year}/domande", Form, InBody(Action::AnswerQuestion)),
    ("/enti/{ipa}/piani/{year}/domande/lettura", OPEN.0, OPEN.1),
    ("/enti/{ipa}/piani/{year}/foglio.xlsx", OPEN.0, OPEN.1),
    ("/enti/{ipa}/piani/{year}/carica", Nothing, InBody(Action::EditDraft)),
    ("/enti/{ipa}/piani/{year}/carica", Files, InBody(Action::EditDraft)),
    ("/enti/{ipa}/piani/{year}/carica/salva", Files, InBody(Action::EditDraft)),
    ("/enti/{ipa}/piani/{year}/solleciti", Nothing, InBody(Action::SeeWork)),
    ("/enti/{ipa}/piani/{year}/solleciti", Form, InBody(Action::SetDeadlines)),
    ("/enti/{ipa}/piani/{year}/tavolo-oiv", Nothing, InBody(Action::SeeEvaluation)),
    ("/enti/{ipa}/piani/{year}/tavolo-oiv", Form, InBody(Action::WriteEvaluation)),
    ("/enti/{ipa}/piani/{year}/tavolo-oiv/contesti", Nothing, InBody(Action::SeeEvaluation)),
    ("/enti/{ipa}/piani/{year}/tavolo-oiv/contesti", Form, InBody(Action::WriteEvaluation)),
    ("/enti/{ipa}/piani/{year}/tavolo-oiv/campione", Nothing, InBody(Action::SeeEvaluation)),
    ("/enti/{ipa}/piani/{year}/tavolo-oiv/campione", Form, InBody(Action::WriteEvaluation)),
    ("/enti/{ipa}/piani/{year}/tavolo-oiv/campione/{sample}/{reading}", Nothing, InBody(Action::SeeEvaluation)),
    ("/enti/{ipa}/piani/{year}/tavolo-oiv/campione/{sample}/{reading}", Form, InBody(Action::WriteEvaluation)),
    ("/enti/{ipa}/piani/{year}/verbale", Nothing, InBody(Action::SeeEvaluation)),
    ("/enti/{ipa}/piani/{year}/verbale", Form, InBody(Action::WriteEvaluation)),
    ("/enti/{ipa}/piani/{year}/tavolo-oiv/proposte/{number}", Form, InBody(Action::EditDraft)),
    ("/enti/{ipa}/piani/{year}/tavolo-oiv/obiettivi-individuali", Nothing, Either(Action::SeeSecretaryObjectives, Action::SeeHeadObjectives)),
    ("/enti/{ipa}/piani/{year}/tavolo-oiv/obiettivi-individuali", Form, InBody(Action::WriteEvaluation)),
    ("/enti/{ipa}/piani/{year}/tavolo-oiv/consultazioni", Nothing, InBody(Action::SeeTrail)),
    ("/enti/{ipa}/piani/{year}/tavolo-oiv/foglio.xlsx", Nothing, InBody(Action::SeeEvaluation)),
    ("/enti/{ipa}/piani/{year}/tavolo-oiv/csv/{table}", Nothing, InBody(Action::SeeEvaluation)),
    ("/enti/{ipa}/piani/{year}/verifiche", Nothing, InBody(Action::SeeWork)),
    ("/enti/{ipa}/piani/{year}/verifiche/{day}", Nothing, InBody(Action::SeeWork)),
    ("/enti/{ipa}/piani/{year}/verifiche/{day}", Form, InBody(Action::CloseRound)),
    ("/enti/{ipa}/piani/{year}/verifiche/{day}/oggi", Nothing, InBody(Action::SeeWork)),
    ("/enti/{ipa}/piani/{year}/verifiche/{day}/documento.txt", Nothing, InBody(Action::SeeWork)),
    ("/enti/{ipa}/piani/{year}/verifiche/{day}/documento.json", Nothing, InBody(Action::SeeWork)),
    ("/enti/{ipa}/piani/{year}/verifiche/{day}/spiega/{node}", Nothing, InBody(Action::SeeWork)),
    ("/enti/{ipa}/piani/{year}/verifiche/{day}/spiega/{node}/{indicator}", Nothing, InBody(Action::SeeWork)),
    ("/enti/{ipa}/piani/{year}/nodi/{code}/storia", Nothing, InBody(Action::SeeWork)),
    ("/enti/{ipa}/piani/{year}/indicatori/{code}/storia", Nothing, InBody(Action::SeeWork)),
    ("/enti/{ipa}/piani/{year}/registro", Nothing, InBody(Action::SeeTrail)),
    ("/enti/{ipa}/piani/{year}/registro.csv", Nothing, InBody(Action::SeeTrail)),
    ("/registro", Nothing, Everywhere(Action::SeeTrail)),
    ("/registro.csv", Nothing, Everywhere(Action::SeeTrail)),
    ("/enti/{ipa}/piani/{year}/da-compilare", Nothing, InBody(Action::RecordReading)),
    ("/enti/{ipa}/piani/{year}/da-compilare", Form, InBody(Action::RecordReading)),
    ("/enti/{ipa}/piani/{year}/da-compilare/voce", Form, InBody(Action::RecordReading)),
    ("/enti/{ipa}/piani/{year}/da-compilare/foglio.xlsx", Nothing, InBody(Action::RecordReading)),
    ("/enti/{ipa}/piani/{year}/da-compilare/foglio", Nothing, InBody(Action::RecordReading)),
    ("/enti/{ipa}/piani/{year}/da-compilare/foglio", Files, InBody(Action::RecordReading)),
    ("/enti/{ipa}/piani/{year}/da-compilare/foglio/salva", Files, InBody(Action::RecordReading)),
    ("/enti/{ipa}/piani/{year}/da-verificare", Nothing, InBody(Action::CheckReading)),
    ("/enti/{ipa}/piani/{year}/da-verificare", Form, InBody(Action::CheckReading)),
    ("/enti/{ipa}/piani/{year}/prove/{position}", Nothing, InBody(Action::SeeWork)),
    ("/enti/{ipa}/piani/{year}/prove/{position}", Files, InBody(Action::RecordReading)),
    ("/enti/{ipa}/piani/{year}/prove/file/{sha256}", Nothing, InBody(Action::SeeWork)),
    ("/enti/{ipa}/piani/{year}/revisioni", OPEN.0, OPEN.1),
    ("/enti/{ipa}/piani/{year}/revisioni/registro/{format}", OPEN.0, OPEN.1),
    ("/enti/{ipa}/piani/{year}/revisioni/atti/{number}", OPEN.0, OPEN.1),
    ("/enti/{ipa}/piani/{year}/revisioni/confronto", OPEN.0, OPEN.1),
    ("/enti/{ipa}/piani/{year}/revisioni/al", OPEN.0, OPEN.1),
    ("/enti/{ipa}/piani/{year}/revisioni/bozza", Nothing, InBody(Action::SeeWork)),
    ("/enti/{ipa}/piani/{year}/revisioni/bozza", Form, InBody(Action::EditDraft)),
    ("/enti/{ipa}/piani/{year}/revisioni/bozza/riga", Nothing, InBody(Action::EditDraft)),
    ("/enti/{ipa}/piani/{year}/revisioni/bozza/riga", Form, InBody(Action::EditDraft)),
    ("/enti/{ipa}/piani/{year}/anno-nuovo", Nothing, InBody(Action::SeeWork)),
    ("/enti/{ipa}/piani/{year}/anno-nuovo", Form, InBody(Action::EditDraft)),
    ("/enti/{ipa}/piani/{year}/regole", OPEN.0, OPEN.1),
    ("/enti/{ipa}/piani/{year}/regole", Form, InBody(Action::EditDraft)),
    ("/enti/{ipa}/piani/{year}/revisioni/bozza/regole", Nothing, InBody(Action::EditDraft)),
    ("/enti/{ipa}/piani/{year}/revisioni/bozza/regole", Form, InBody(Action::EditDraft)),
    ("/enti/{ipa}/piani/{year}/revisioni/bozza/adotta", Files, InBody(Action::Adopt)),
    ("/enti/{ipa}/piani/{year}/revisioni/bozza/abbandona", Form, InBody(Action::EditDraft)),
    ("/enti/{ipa}/piani/{year}/revisioni/bozza/foglio", Files, InBody(Action::EditDraft)),
    ("/target", OPEN.0, OPEN.1),
    ("/importa", Nothing, Somewhere(Action::EditDraft)),
    ("/importa", Files, Somewhere(Action::EditDraft)),
    ("/accedi", OPEN.0, OPEN.1),
    ("/accedi", Form, Anybody),
    ("/accedi/password", Form, Somebody),
    ("/utenti", Nothing, Somewhere(Action::ManageAccounts)),
    ("/utenti", Form, Somewhere(Action::ManageAccounts)),
    ("/utenti/{id}", Nothing, Somewhere(Action::ManageAccounts)),
    ("/utenti/{id}", Form, Somewhere(Action::ManageAccounts)),
    ("/esci", Form, Anybody),
    ("/esci/ovunque", Form, Anybody),
    ("/dimostrazione", Form, Somebody),
    ("/accessibilita", OPEN.0, OPEN.1),
    ("/salute", OPEN.0, OPEN.1),
    ("/static/{fingerprint}/{*name}", OPEN.0, OPEN.1),
];

static ROUTER: LazyLock<String> = LazyLock::new(|| {
    let whole = concat!(
        include_str!("../../src/router.rs"),
        include_str!("../../src/router/collecting.rs"),
        include_str!("../../src/router/evaluating.rs"),
        include_str!("../../src/router/revising.rs")
    );
    whole.split_whitespace().collect()
});

struct Site {
    people: Vec<Person>,
    demo: Router,
    real: Router,
    _folder: TempDir,
}

/// The body of the addresses, and another one of which nobody here may see anything but the plan.
const BODY: &str = "cciaa_mo";
const OTHER: &str = "cciaa_so";

/// Whoever has one role in one body.
fn person(role: Role, body: &str) -> Person {
    let grants = vec![Grant { role, scope: Scope::Body(body.to_owned()) }];
    Person { id: format!("{}-{body}", role.name()), name: role.name().to_owned(), grants }
}

async fn site() -> Site {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}", folder.path().join("t.db").display());
    let store = Store::open(&url).await.unwrap();
    let at = parse_moment("2020-07-21 10:30").unwrap();
    let by = Signature { who: "prova".to_owned(), at };
    let (plan, readings, rules) = (sample::plan(), sample::readings(), Rules::default());
    store.save(&plan, &readings, &rules, &by, |_, _| ()).await.unwrap();
    for role in Role::ALL {
        let account = person(role, BODY);
        store.add_account(&account, "tre parole che ricordo", &by).await.unwrap();
    }
    let people: Vec<Person> = [BODY, OTHER]
        .into_iter()
        .flat_map(|body| Role::ALL.into_iter().map(move |role| person(role, body)))
        .collect();
    let demo = router_with(Store::open(&url).await.unwrap(), Entrance::Demo(people.clone()));
    Site { people, demo, real: router_with(store, Entrance::SignIn), _folder: folder }
}

/// The address with something that is there in the place of each part.
fn address(route: &str) -> String {
    let code = if route.contains("/indicatori/") { "EXPORT" } else { "301" };
    let parts = [
        ("{ipa}", BODY),
        ("{year}", "2020"),
        ("{node}", "301"),
        ("{format}", "csv"),
        ("{indicator}", "EXPORT"),
        ("{code}", code),
        ("{sample}", "1"),
        ("{reading}", "0"),
        ("{table}", "osservazioni"),
        ("{number}", "1"),
        ("{day}", "2020-06-30"),
        ("{id}", "reader-cciaa_mo"),
        ("{position}", "0"),
        ("{sha256}", "0"),
        ("{fingerprint}", "0"),
        ("{*name}", "x"),
    ];
    let filled = parts.iter().fold(route.to_owned(), |all, (name, text)| all.replace(name, text));
    assert!(!filled.contains('{'), "say in `address` what stands for the part in {route}");
    filled
}

fn request(route: &str, sends: Sends, cookie: &str, token: &str, site: &str) -> Request<Body> {
    let address = address(route);
    let from = |request: axum::http::request::Builder| {
        request
            .header("host", "localhost")
            .header(header::COOKIE, cookie)
            .header("sec-fetch-site", site)
    };
    let post = |kind: &str, body: String| {
        from(Request::post(&address))
            .header(header::CONTENT_TYPE, kind)
            .body(Body::from(body))
            .unwrap()
    };
    match sends {
        Nothing => from(Request::get(&address)).body(Body::empty()).unwrap(),
        Form => post("application/x-www-form-urlencoded", format!("gettone={token}")),
        Files => post(
            "multipart/form-data; boundary=x",
            format!(
                "--x\r\nContent-Disposition: form-data; name=\"gettone\"\r\n\r\n{token}\r\n--x--\r\n"
            ),
        ),
    }
}

async fn ask(router: &Router, request: Request<Body>) -> (StatusCode, String) {
    let answer = router.clone().oneshot(request).await.unwrap();
    let status = answer.status();
    let body = to_bytes(answer.into_body(), 8_000_000).await.unwrap();
    (status, String::from_utf8_lossy(&body).into_owned())
}

/// The browser of somebody of the demonstration, and what its forms carry.
fn browser(person: &Person) -> (String, String) {
    let kept = "0".repeat(64);
    let cookie = format!("traguardo-form={kept}; traguardo-person={}", form_token(&person.id));
    (cookie, form_token(&kept))
}

fn is_allowed(person: Option<&Person>, asks: Asks) -> bool {
    match asks {
        Anybody => true,
        Somebody => person.is_some(),
        InBody(action) => may(person, action, On::Body(BODY)).is_ok(),
        Either(one, other) => [one, other].iter().any(|a| may(person, *a, On::Body(BODY)).is_ok()),
        Somewhere(action) => may_somewhere(person, action).is_ok(),
        Everywhere(action) => may(person, action, On::Installation).is_ok(),
    }
}

/// The routes of the router, as its source has them: each path with `get` or `post`.
fn written() -> BTreeSet<(String, bool)> {
    let mut routes = BTreeSet::new();
    for piece in ROUTER.split(".route(\"").skip(1) {
        let (path, handlers) = piece.split_once('"').unwrap();
        let handlers = handlers.split(".method_not_allowed_fallback").next().unwrap();
        for (method, is_form) in [("get(", false), ("post(", true)] {
            let before = |at: usize| handlers[..at].chars().last();
            let called = |(at, _): (usize, &str)| matches!(before(at), Some(',' | '.'));
            if handlers.match_indices(method).any(called) {
                routes.insert((path.to_owned(), is_form));
            }
        }
    }
    routes
}

#[test]
fn every_route_has_a_line_that_says_what_it_asks() {
    let listed: BTreeSet<(String, bool)> = ROUTES
        .iter()
        .map(|(route, sends, _)| ((*route).to_owned(), !matches!(sends, Nothing)))
        .collect();
    assert!(listed.len() > 30 && listed.len() == ROUTES.len(), "a route has two lines");
    let (written, none) = (written(), Vec::<&(String, bool)>::new());
    assert_eq!(written.difference(&listed).collect::<Vec<_>>(), none, "add a line to ROUTES");
    assert_eq!(listed.difference(&written).collect::<Vec<_>>(), none, "no such route any more");
}

#[tokio::test]
async fn nobody_does_nothing_but_read_what_is_published() {
    let site = site().await;
    for (route, sends, asks) in ROUTES {
        let (status, body) = ask(&site.real, request(route, *sends, "", "", "same-origin")).await;
        assert!(!status.is_server_error(), "{route} {sends:?}: {status}");
        if matches!(asks, Anybody) && matches!(sends, Nothing) {
            assert_ne!(status, StatusCode::FORBIDDEN, "{route}");
        } else if !matches!(asks, Anybody) {
            assert_eq!(status, StatusCode::FORBIDDEN, "{route} {sends:?}");
            assert!(body.contains("Accedi e torna qui"), "{route} offers no way in: {body}");
        }
    }
}

#[tokio::test]
async fn every_role_does_at_every_address_what_the_table_says_and_nothing_in_another_body() {
    let site = site().await;
    for person in &site.people {
        let (cookie, token) = browser(person);
        for (route, sends, asks) in ROUTES.iter().filter(|(route, ..)| *route != "/accedi") {
            let request = request(route, *sends, &cookie, &token, "same-origin");
            let (status, body) = ask(&site.demo, request).await;
            let who = format!("{} {route} {sends:?}: {status}", person.id);
            assert!(!status.is_server_error(), "{who}");
            let is_allowed = is_allowed(Some(person), *asks);
            assert_eq!(status != StatusCode::FORBIDDEN, is_allowed, "{who}");
            assert!(is_allowed || body.contains("Per "), "{who} says no reason: {body}");
        }
    }
}

#[tokio::test]
async fn a_form_without_the_token_of_its_page_or_from_another_site_changes_nothing() {
    let site = site().await;
    for person in &site.people {
        let (cookie, token) = browser(person);
        for (route, sends, _) in ROUTES.iter().filter(|(_, sends, _)| !matches!(sends, Nothing)) {
            let other = form_token(&"1".repeat(64));
            for (token, from) in
                [("", "same-origin"), (&*other, "same-origin"), (&*token, "cross-site")]
            {
                let request = request(route, *sends, &cookie, token, from);
                let (status, _) = ask(&site.demo, request).await;
                let is_way_out = route.starts_with("/esci") && status == StatusCode::SEE_OTHER;
                let who = format!("{} {route} {sends:?} {from}", person.id);
                assert!(status == StatusCode::FORBIDDEN || is_way_out, "{who}: {status}");
            }
        }
    }
}

#[tokio::test]
async fn whoever_manages_one_body_neither_sees_nor_changes_an_account_of_another() {
    let site = site().await;
    let other = person(Role::Administrator, OTHER);
    let (cookie, token) = browser(&other);
    let list = ask(&site.demo, request("/utenti", Nothing, &cookie, "", "same-origin")).await.1;
    assert!(!list.contains("/utenti/reader-cciaa_mo"), "{list}");
    for sends in [Nothing, Form] {
        let there = request("/utenti/{id}", sends, &cookie, &token, "same-origin");
        let absent = Request::get("/utenti/nessuno").header("host", "localhost");
        let absent = absent.header(header::COOKIE, &*cookie).body(Body::empty()).unwrap();
        let (there, absent) = (ask(&site.demo, there).await, ask(&site.demo, absent).await);
        assert_eq!((there.0, absent.0), (StatusCode::NOT_FOUND, StatusCode::NOT_FOUND));
    }
    let own = browser(&person(Role::Administrator, BODY)).0;
    let list = ask(&site.demo, request("/utenti", Nothing, &own, "", "same-origin")).await.1;
    assert!(list.contains("/utenti/reader-cciaa_mo"), "{list}");
}
