//! The accounts: their list, one of them with its roles, and what whoever administers changes.
//! Not here: signing in and one's own password, see [`crate::page::sign_in`]; keeping accounts.

mod place;

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;
use traguardo::access::{Action, Grant, Person, Refusal, Role, may_manage};
use traguardo::text::Arg;
use traguardo_store::{
    Account, AccountChange, Fault as Stored, PASSWORD_CHARS, Signature, StoreError,
};

use crate::address::{Addresses, with_query};
use crate::fault::Fault;
use crate::frame::Frame;
use crate::own_form::OwnForm;
use crate::page::{answer, sign_in};
use crate::query::Asked;
use crate::router::App;
use crate::visitor::{self, Visitor};
use crate::words::Words;
use place::{Place, Places};

/// More letters are no name.
const NAME: usize = 100;

#[derive(Template)]
#[template(path = "users.html")]
struct UsersPage {
    frame: Frame,
    action: String,
    faults: Vec<String>,
    rows: Vec<Row>,
    sent: Sent,
    roles: Vec<RoleChoice>,
    places: Vec<Place>,
    password_how: String,
}

#[derive(Template)]
#[template(path = "user.html")]
struct UserPage {
    frame: Frame,
    action: String,
    list_url: String,
    own_url: String,
    faults: Vec<String>,
    done: Option<String>,
    row: Row,
    is_own: bool,
    /// Where they are written to, for whoever may change it.
    mail: Option<String>,
    grants: Vec<GrantRow>,
    sent: Sent,
    roles: Vec<RoleChoice>,
    places: Vec<Place>,
    password_how: String,
}

/// An account as the pages show it.
struct Row {
    id: String,
    name: String,
    url: String,
    is_locked: bool,
    grants: Vec<String>,
}

/// A role granted, with what the form sends that takes it back; none for one's own.
struct GrantRow {
    label: String,
    role: &'static str,
    place: String,
    is_ours: bool,
}

struct RoleChoice {
    name: &'static str,
    label: String,
    is_chosen: bool,
}

/// What the forms send.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Sent {
    utente: String,
    nome: String,
    ruolo: String,
    dove: String,
    ente: String,
    password: String,
    ancora: String,
    azione: String,
    posta: String,
}

/// What was just done.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Done {
    fatto: String,
}

/// Everybody whose roles one may change.
pub async fn list(State(app): State<App>, Query(asked): Query<Asked>) -> Response {
    let page = shown(&app, &asked, Sent::default(), Vec::new()).await;
    page.unwrap_or_else(|fault| fault.answer(asked.lang()))
}

/// Adds an account.
pub async fn add(
    State(app): State<App>,
    Query(asked): Query<Asked>,
    OwnForm(sent): OwnForm<Sent>,
) -> Response {
    let added = added(&app, &asked, sent).await;
    added.unwrap_or_else(|fault| fault.answer(asked.lang()))
}

/// One account.
pub async fn one(
    State(app): State<App>,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
    Query(done): Query<Done>,
) -> Response {
    let page = card(&app, &asked, &id, Sent::default(), Vec::new(), &done.fatto).await;
    page.unwrap_or_else(|fault| fault.answer(asked.lang()))
}

/// Changes one account.
pub async fn change(
    State(app): State<App>,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
    OwnForm(sent): OwnForm<Sent>,
) -> Response {
    let changed = changed(&app, &asked, &id, sent).await;
    changed.unwrap_or_else(|fault| fault.answer(asked.lang()))
}

async fn added(app: &App, asked: &Asked, mut sent: Sent) -> Result<Response, Fault> {
    visitor::permitted_somewhere(Action::ManageAccounts)?;
    let words = Words::of(asked.lang());
    let tried = async {
        let given = grant(&sent, words)?;
        let by = granting(&given, words)?;
        let password = password(&sent, words)?;
        let name = Some(sent.nome.trim()).filter(|name| !name.is_empty()).unwrap_or(&sent.utente);
        if name.chars().count() > NAME {
            return Err(words.say("users-long-name"));
        }
        let person = Person { id: sent.utente.clone(), name: name.to_owned(), grants: vec![given] };
        let added = app.store().add_account(&person, password, &by).await;
        added.map_err(|error| told(&error, words))
    };
    match tried.await {
        Ok(()) => Ok(Redirect::to(&page_of(sent.utente.trim(), asked, "nuovo")).into_response()),
        Err(said) => {
            sent.password.clear();
            let page = shown(app, asked, sent, vec![said]).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

async fn changed(app: &App, asked: &Asked, id: &str, mut sent: Sent) -> Result<Response, Fault> {
    let account = account(app, id).await?;
    let words = Words::of(asked.lang());
    let tried = async {
        let given;
        let (change, by) = match &*sent.azione {
            "esci" => {
                managing(&account, words)?;
                let ended = app.store().sign_out_everywhere(&account.person.id).await;
                return ended.map(|_| ()).map_err(|error| told(&error, words));
            }
            "ruolo" | "togli" => {
                given = grant(&sent, words)?;
                let by = granting(&given, words)?;
                if sent.azione == "ruolo" {
                    (AccountChange::Grant(&given), by)
                } else if given.role == Role::Administrator && is_own(&account) {
                    return Err(words.say("users-not-oneself"));
                } else {
                    (AccountChange::Revoke(&given), by)
                }
            }
            "password" => {
                let by = managing(&account, words)?;
                (AccountChange::Password(password(&sent, words)?), by)
            }
            "posta" => {
                let mail = Some(sent.posta.trim()).filter(|mail| !mail.is_empty());
                (AccountChange::Mail(mail), managing(&account, words)?)
            }
            "sblocca" => (AccountChange::Unlock, managing(&account, words)?),
            "blocca" if is_own(&account) => return Err(words.say("users-not-oneself")),
            "blocca" => (AccountChange::Lock, managing(&account, words)?),
            _ => return Err(words.say("fault-sent-sentence")),
        };
        let changed = app.store().change_account(&account.person.id, change, &by).await;
        changed.map_err(|error| told(&error, words))
    };
    match tried.await {
        Ok(()) => {
            Ok(Redirect::to(&page_of(&account.person.id, asked, &sent.azione)).into_response())
        }
        Err(said) => {
            sent.password.clear();
            let page = card(app, asked, id, sent, vec![said], "").await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

/// An account that one may see: one without a role where one manages accounts is as good as none.
async fn account(app: &App, id: &str) -> Result<Account, Fault> {
    visitor::permitted_somewhere(Action::ManageAccounts)?;
    let accounts = app.store().accounts().await.map_err(|_| Fault::Store)?;
    let found = accounts.into_iter().find(|account| account.person.id == id);
    found.filter(is_seen).ok_or(Fault::Address)
}

fn is_seen(account: &Account) -> bool {
    let visitor = Visitor::current();
    let is_here = |grant: &Grant| visitor.may(Action::ManageAccounts, grant.scope.on()).is_ok();
    account.person.grants.iter().any(is_here)
        || may_manage(visitor.person.as_ref(), &account.person).is_ok()
}

fn is_own(account: &Account) -> bool {
    Visitor::current().person.as_ref().is_some_and(|person| person.id == account.person.id)
}

/// Who changes an account as a whole, if they may.
fn managing(account: &Account, words: Words) -> Result<Signature, String> {
    let visitor = Visitor::current();
    match may_manage(visitor.person.as_ref(), &account.person) {
        Ok(()) => Ok(visitor.signature()),
        Err(Refusal::OtherBody { .. } | Refusal::WholeInstallation { .. }) => {
            Err(words.say("users-elsewhere"))
        }
        Err(refusal) => Err(refusal.said(words.texts)),
    }
}

/// Who grants a role or takes it back, if they may there.
fn granting(given: &Grant, words: Words) -> Result<Signature, String> {
    let by = visitor::permitted(Action::ManageAccounts, given.scope.on());
    by.map_err(|fault| match fault {
        Fault::Refused(refusal) => refusal.said(words.texts),
        _ => words.say("fault-sent-sentence"),
    })
}

/// The role and where it holds, as the form says them.
fn grant(sent: &Sent, words: Words) -> Result<Grant, String> {
    let role = Role::of(&sent.ruolo).ok_or_else(|| words.say("users-no-role"))?;
    let scope = place::scope(&sent.dove, &sent.ente).ok_or_else(|| words.say("users-no-place"))?;
    Ok(Grant { role, scope })
}

fn password(sent: &Sent, words: Words) -> Result<&str, String> {
    let same = sent.password == sent.ancora;
    if same { Ok(&sent.password) } else { Err(words.say("users-password-differs")) }
}

/// What the store says, without where the database is.
fn told(error: &StoreError, words: Words) -> String {
    match &error.fault {
        Stored::AccountTaken { id } => words.tell("users-taken", &[("id", id.as_str().into())]),
        Stored::GrantAbsent { .. } => words.say("users-role-gone"),
        Stored::AccountName { .. }
        | Stored::PasswordLength { .. }
        | Stored::MailAddress { .. }
        | Stored::GrantNotFitting { .. } => words.texts.sentence(&error.sentence()),
        _ => words.say("fault-store-sentence"),
    }
}

fn page_of(id: &str, asked: &Asked, done: &str) -> String {
    let url = Addresses::start(asked.lang()).page(&["utenti", &id.to_lowercase()]);
    with_query(url, &[("fatto", done.to_owned())])
}

async fn shown(
    app: &App,
    asked: &Asked,
    sent: Sent,
    faults: Vec<String>,
) -> Result<Response, Fault> {
    visitor::permitted_somewhere(Action::ManageAccounts)?;
    let words = Words::of(asked.lang());
    let accounts = app.store().accounts().await.map_err(|_| Fault::Store)?;
    let rows = accounts.iter().filter(|account| is_seen(account));
    let page = UsersPage {
        frame: Frame::start(&words.say("users-title"), &["utenti"], asked.lang()),
        action: Addresses::start(asked.lang()).page(&["utenti"]),
        faults,
        rows: rows.map(|account| row(account, words)).collect(),
        roles: roles(&sent, words),
        places: Places::read(app).await?.list(&sent, words),
        sent,
        password_how: password_how(words),
    };
    Ok(answer(&page, asked.lang()))
}

async fn card(
    app: &App,
    asked: &Asked,
    id: &str,
    sent: Sent,
    faults: Vec<String>,
    done: &str,
) -> Result<Response, Fault> {
    let account = account(app, id).await?;
    let words = Words::of(asked.lang());
    let visitor = Visitor::current();
    let grant_row = |grant: &Grant| GrantRow {
        label: sign_in::told(grant, words),
        role: grant.role.name(),
        place: place::written(&grant.scope),
        is_ours: visitor.may(Action::ManageAccounts, grant.scope.on()).is_ok()
            && !(grant.role == Role::Administrator && is_own(&account)),
    };
    let addresses = Addresses::start(asked.lang());
    let page = UserPage {
        frame: Frame::start(&account.person.name, &["utenti", &account.person.id], asked.lang()),
        action: addresses.page(&["utenti", &account.person.id]),
        list_url: addresses.page(&["utenti"]),
        own_url: addresses.page(&["accedi"]),
        faults,
        done: done_key(done).map(|key| words.say(key)),
        grants: account.person.grants.iter().map(grant_row).collect(),
        mail: mail(&account, &sent),
        is_own: is_own(&account),
        row: row(&account, words),
        roles: roles(&sent, words),
        places: Places::read(app).await?.list(&sent, words),
        sent,
        password_how: password_how(words),
    };
    Ok(answer(&page, asked.lang()))
}

/// The address as it was typed, or as it is kept; none for whoever may not change it.
fn mail(account: &Account, sent: &Sent) -> Option<String> {
    let visitor = Visitor::current();
    may_manage(visitor.person.as_ref(), &account.person).ok()?;
    let kept = account.mail.clone().unwrap_or_default();
    Some(if sent.azione == "posta" { sent.posta.clone() } else { kept })
}

fn done_key(done: &str) -> Option<&'static str> {
    Some(match done {
        "nuovo" => "users-done-new",
        "ruolo" => "users-done-grant",
        "togli" => "users-done-revoke",
        "password" => "users-done-password",
        "blocca" => "users-done-lock",
        "sblocca" => "users-done-unlock",
        "esci" => "users-done-sign-out",
        "posta" => "users-done-mail",
        _ => return None,
    })
}

fn row(account: &Account, words: Words) -> Row {
    let Account { person, is_locked, .. } = account;
    Row {
        id: person.id.clone(),
        name: person.name.clone(),
        url: Addresses::start(words.lang()).page(&["utenti", &person.id]),
        is_locked: *is_locked,
        grants: person.grants.iter().map(|grant| sign_in::told(grant, words)).collect(),
    }
}

fn roles(sent: &Sent, words: Words) -> Vec<RoleChoice> {
    let choice = |role: Role| RoleChoice {
        name: role.name(),
        label: words.say(role.key()),
        is_chosen: sent.ruolo == role.name(),
    };
    Role::ALL.into_iter().map(choice).collect()
}

/// How long a password is, in words.
pub fn password_how(words: Words) -> String {
    let [least, most] = [PASSWORD_CHARS.start(), PASSWORD_CHARS.end()]
        .map(|count| Arg::Text(count.to_string().into()));
    words.tell("users-password-how", &[("least", least), ("most", most)])
}
