//! Signing in and out, and who one is.
//! Not here: accounts and passwords, which the store keeps.

use std::net::SocketAddr;

use askama::Template;
use axum::Form;
use axum::extract::{ConnectInfo, Extension, Query, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use jiff::Timestamp;
use serde::Deserialize;
use traguardo::access::{Action, Grant, Scope, may_somewhere};
use traguardo::text::{Arg, Lang};
use traguardo_store::{AccountChange, Credentials, Fault as Stored, SignIn, new_token};

use crate::address::{Addresses, with_query};
use crate::cookie::{self, Cookie};
use crate::fault::Fault;
use crate::frame::Frame;
use crate::own_form::OwnForm;
use crate::page::answer;
use crate::page::users::password_how;
use crate::query::Asked;
use crate::router::App;
use crate::same_origin::SameOrigin;
use crate::visitor::{Visitor, person_mark};
use crate::words::Words;

#[derive(Template)]
#[template(path = "sign_in.html")]
struct SignInPage {
    frame: Frame,
    action: String,
    token: String,
    account: String,
    then: String,
    wrong: Option<String>,
}

#[derive(Template)]
#[template(path = "signed_in.html")]
struct SignedInPage {
    frame: Frame,
    name: String,
    grants: Vec<String>,
    is_demo: bool,
    users_url: Option<String>,
    password_action: String,
    password_how: String,
    wrong: Option<String>,
    changed: bool,
}

/// What the form sends.
#[derive(Deserialize)]
pub struct Sent {
    #[serde(default)]
    utente: String,
    #[serde(default)]
    password: String,
    #[serde(default)]
    gettone: String,
    #[serde(default)]
    dopo: String,
}

/// Where to go after signing in, and what was just done.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Then {
    dopo: String,
    fatto: String,
}

/// What the form for one's own password sends.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Passwords {
    attuale: String,
    password: String,
    ancora: String,
}

/// The form; or, for whoever has signed in, who they are and the way out.
pub async fn show(
    Query(asked): Query<Asked>,
    Query(then): Query<Then>,
    headers: HeaderMap,
) -> Response {
    let visitor = Visitor::current();
    if visitor.person.is_some() {
        return signed_in(&visitor, None, then.fatto == "password", asked.lang());
    }
    let kept = cookie::read(&headers, Cookie::Form).map_or_else(new_token, Ok);
    let Ok(kept) = kept else { return Fault::Store.answer(asked.lang()) };
    let sent = Sent {
        utente: String::new(),
        password: String::new(),
        gettone: traguardo_store::form_token(&kept),
        dopo: then.dopo,
    };
    let mut answer = form(&sent, None, asked.lang());
    let cookie = cookie::set(&headers, Cookie::Form, Some(&kept));
    answer.headers_mut().append(header::SET_COOKIE, cookie);
    answer
}

/// Signs in.
pub async fn sign_in(
    State(app): State<App>,
    _: SameOrigin,
    Query(asked): Query<Asked>,
    peer: Option<Extension<ConnectInfo<SocketAddr>>>,
    headers: HeaderMap,
    Form(sent): Form<Sent>,
) -> Response {
    let words = Words::of(asked.lang());
    if !Visitor::current().knows(&sent.gettone) {
        return Fault::OldForm.answer(asked.lang());
    }
    let address = peer.map(|Extension(ConnectInfo(peer))| peer.ip());
    let now = Timestamp::now();
    let credentials = Credentials { account: &sent.utente, password: &sent.password, address };
    match app.store().sign_in(credentials, now).await {
        Ok(SignIn::Done(token)) => {
            let mut answer = Redirect::to(within(&sent.dopo)).into_response();
            let answered = answer.headers_mut();
            let session = cookie::set(&headers, Cookie::Session, Some(&token));
            answered.append(header::SET_COOKIE, session);
            answered.append(header::SET_COOKIE, cookie::set(&headers, Cookie::Form, None));
            answer
        }
        Ok(SignIn::Refused) => {
            let wrong = words.say("sign-in-refused");
            let page = form(&sent, Some(wrong), asked.lang());
            (StatusCode::UNPROCESSABLE_ENTITY, page).into_response()
        }
        Ok(SignIn::Wait(until)) => {
            let (wrong, seconds) = wait(until, now, words);
            let page = form(&sent, Some(wrong), asked.lang());
            let mut answer = (StatusCode::TOO_MANY_REQUESTS, page).into_response();
            answer.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
            answer
        }
        Err(_) => Fault::Store.answer(asked.lang()),
    }
}

/// Changes one's own password, and signs out wherever else one is.
pub async fn change_password(
    State(app): State<App>,
    Query(asked): Query<Asked>,
    peer: Option<Extension<ConnectInfo<SocketAddr>>>,
    headers: HeaderMap,
    OwnForm(sent): OwnForm<Passwords>,
) -> Response {
    let visitor = Visitor::current();
    let (Some(person), Some(_)) = (&visitor.person, visitor.session_token()) else {
        return Fault::Address.answer(asked.lang());
    };
    let words = Words::of(asked.lang());
    let again = |said: String| {
        let page = signed_in(&visitor, Some(said), false, asked.lang());
        (StatusCode::UNPROCESSABLE_ENTITY, page).into_response()
    };
    if sent.password != sent.ancora {
        return again(words.say("users-password-differs"));
    }
    let address = peer.map(|Extension(ConnectInfo(peer))| peer.ip());
    let now = Timestamp::now();
    let with = |password| Credentials { account: &person.id, password, address };
    // Whoever finds an open browser must not be able to guess: it counts as an attempt to sign in.
    match app.store().sign_in(with(&sent.attuale), now).await {
        Ok(SignIn::Done(_)) => {}
        Ok(SignIn::Refused) => return again(words.say("users-password-wrong")),
        Ok(SignIn::Wait(until)) => return again(wait(until, now, words).0),
        Err(_) => return Fault::Store.answer(asked.lang()),
    }
    let change = AccountChange::Password(&sent.password);
    match app.store().change_account(&person.id, change, &visitor.signature()).await {
        Ok(()) => {}
        Err(error) if matches!(error.fault, Stored::PasswordLength { .. }) => {
            return again(words.texts.sentence(&error.sentence()));
        }
        Err(_) => return Fault::Store.answer(asked.lang()),
    }
    let url = Addresses::start(asked.lang()).page(&["accedi"]);
    let done = with_query(url, &[("fatto", "password".to_owned())]);
    let mut answer = Redirect::to(&done).into_response();
    // The change has ended all sessions, this one too.
    let session = match app.store().sign_in(with(&sent.password), now).await {
        Ok(SignIn::Done(token)) => cookie::set(&headers, Cookie::Session, Some(&token)),
        _ => cookie::set(&headers, Cookie::Session, None),
    };
    answer.headers_mut().append(header::SET_COOKIE, session);
    answer
}

/// Signs out here.
pub async fn sign_out(
    State(app): State<App>,
    _: SameOrigin,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
    Form(sent): Form<Sent>,
) -> Response {
    leave(&app, &asked, &headers, &sent, false).await
}

/// Signs out on every device.
pub async fn sign_out_everywhere(
    State(app): State<App>,
    _: SameOrigin,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
    Form(sent): Form<Sent>,
) -> Response {
    leave(&app, &asked, &headers, &sent, true).await
}

/// What the banner of a demonstration sends.
#[derive(Deserialize)]
pub struct Chosen {
    #[serde(default)]
    chi: String,
    #[serde(default)]
    dopo: String,
}

/// Goes on as another person of the demonstration.
pub async fn go_on_as(
    Query(asked): Query<Asked>,
    headers: HeaderMap,
    OwnForm(chosen): OwnForm<Chosen>,
) -> Response {
    if !Visitor::current().is_demo() {
        return Fault::Address.answer(asked.lang());
    }
    let mut answer = Redirect::to(within(&chosen.dopo)).into_response();
    let mark = person_mark(&chosen.chi);
    let cookie = cookie::set(&headers, Cookie::Person, Some(&mark));
    answer.headers_mut().append(header::SET_COOKIE, cookie);
    answer
}

async fn leave(
    app: &App,
    asked: &Asked,
    headers: &HeaderMap,
    sent: &Sent,
    everywhere: bool,
) -> Response {
    let visitor = Visitor::current();
    let (Some(person), Some(token)) = (&visitor.person, visitor.session_token()) else {
        return Redirect::to("/accedi").into_response();
    };
    if !visitor.knows(&sent.gettone) {
        return Fault::OldForm.answer(asked.lang());
    }
    let ended = match everywhere {
        true => app.store().sign_out_everywhere(&person.id).await.map(|_| ()),
        false => app.store().sign_out(token).await,
    };
    if ended.is_err() {
        return Fault::Store.answer(asked.lang());
    }
    let mut answer = Redirect::to("/accedi").into_response();
    answer.headers_mut().append(header::SET_COOKIE, cookie::set(headers, Cookie::Session, None));
    answer
}

/// Until when no password is looked at, in words and in seconds.
fn wait(until: Timestamp, now: Timestamp, words: Words) -> (String, i64) {
    let seconds = (until.as_second() - now.as_second()).max(1);
    let minutes = Arg::Count((seconds + 59) / 60);
    (words.tell("sign-in-wait", &[("minutes", minutes)]), seconds)
}

fn form(sent: &Sent, wrong: Option<String>, lang: Lang) -> Response {
    let words = Words::of(lang);
    let page = SignInPage {
        frame: Frame::start(&words.say("sign-in-title"), &["accedi"], lang),
        action: Addresses::start(lang).page(&["accedi"]),
        token: sent.gettone.clone(),
        account: sent.utente.clone(),
        then: sent.dopo.clone(),
        wrong,
    };
    answer(&page, lang)
}

fn signed_in(visitor: &Visitor, wrong: Option<String>, changed: bool, lang: Lang) -> Response {
    let words = Words::of(lang);
    let person = visitor.person.clone().unwrap_or_default();
    let addresses = Addresses::start(lang);
    let manages = may_somewhere(Some(&person), Action::ManageAccounts).is_ok();
    let page = SignedInPage {
        frame: Frame::start(&words.say("signed-in-title"), &["accedi"], lang),
        grants: person.grants.iter().map(|grant| told(grant, words)).collect(),
        name: person.name,
        is_demo: visitor.is_demo(),
        users_url: manages.then(|| addresses.page(&["utenti"])),
        password_action: addresses.page(&["accedi", "password"]),
        password_how: password_how(words),
        wrong,
        changed,
    };
    answer(&page, lang)
}

/// A role with where it holds, in words.
pub fn told(grant: &Grant, words: Words) -> String {
    let role = Arg::Named(grant.role.key());
    match &grant.scope {
        Scope::Installation => words.tell("access-grant-everywhere", &[("role", role)]),
        Scope::Body(body) => {
            words.tell("access-grant-body", &[("role", role), ("body", body.as_str().into())])
        }
        Scope::Office { body, office } => words.tell(
            "access-grant-office",
            &[("role", role), ("body", body.as_str().into()), ("office", office.as_str().into())],
        ),
    }
}

/// An address of ours, or the start: a link may not lead elsewhere through our form.
fn within(address: &str) -> &str {
    let plain = address.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    match address.strip_prefix('/') {
        Some(rest) if plain && !rest.starts_with('/') => address,
        _ => "/",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_led_elsewhere_after_signing_in() {
        assert_eq!(
            within("/enti/cciaa_mo/piani/2020?al=2020-06-30"),
            "/enti/cciaa_mo/piani/2020?al=2020-06-30"
        );
        for other in ["", "//ente.it", "/\\ente.it", "https://ente.it", "enti", "/a\r\nb: c"] {
            assert_eq!(within(other), "/", "{other}");
        }
    }
}
