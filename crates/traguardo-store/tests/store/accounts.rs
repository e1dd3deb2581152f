//! Accounts, grants, sessions and attempts: what is kept, what ends, who has to wait.
//! Not here: what a role may do.

use jiff::{Timestamp, ToSpan};
use sqlx::Row;
use traguardo::access::{Grant, Person, Role, Scope};
use traguardo_store::{AccountChange, Credentials, Fault, SignIn, Store};

use crate::engines::{connect, execute, on_both_engines, open, signature};

on_both_engines! {
    an_account_is_kept_with_its_roles,
    each_change_of_an_account_stands_in_the_audit,
    an_account_that_cannot_be_is_refused,
    a_change_that_cannot_be_is_refused,
    a_session_ends_when_it_is_idle_and_after_half_a_day,
    signing_out_ends_one_session_or_all,
    a_lock_or_a_new_password_ends_every_session,
    the_database_holds_neither_passwords_nor_tokens_nor_addresses,
    an_unknown_a_locked_and_a_mistaken_account_are_told_the_same,
    who_fails_too_often_waits_also_with_the_right_password,
    an_address_that_tries_many_accounts_waits,
    many_attempts_at_once_are_all_counted,
}

const PASSWORD: &str = "tre parole che ricordo";

fn person(id: &str) -> Person {
    let grants = vec![Grant { role: Role::Controller, scope: Scope::Body("cciaa_mo".into()) }];
    Person { id: id.to_owned(), name: "Anna Esempio".to_owned(), grants }
}

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(1_600_000_000 + second).unwrap()
}

async fn with_anna(url: &str) -> Store {
    let store = open(url).await;
    store.add_account(&person("anna"), PASSWORD, &signature()).await.unwrap();
    store
}

async fn try_in(store: &Store, account: &str, password: &str, now: Timestamp) -> SignIn {
    let address = "192.0.2.7".parse().ok();
    store.sign_in(Credentials { account, password, address }, now).await.unwrap()
}

async fn signed_in(store: &Store, now: Timestamp) -> String {
    match try_in(store, "anna", PASSWORD, now).await {
        SignIn::Done(token) => token,
        other => panic!("{other:?}"),
    }
}

async fn an_account_is_kept_with_its_roles(url: &str) {
    let store = with_anna(url).await;
    let office = Scope::Office { body: "cciaa_so".into(), office: "RAG".into() };
    let head = Grant { role: Role::Head, scope: office };
    let admin = Grant { role: Role::Administrator, scope: Scope::Installation };
    for grant in [&head, &admin, &head] {
        store.change_account("Anna ", AccountChange::Grant(grant), &signature()).await.unwrap();
    }
    store.close().await;
    let store = open(url).await;
    let accounts = store.accounts().await.unwrap();
    let grants = vec![admin.clone(), person("anna").grants[0].clone(), head.clone()];
    assert_eq!(accounts[0].person, Person { grants, ..person("anna") });
    assert!(!accounts[0].is_locked);
    store.change_account("anna", AccountChange::Revoke(&admin), &signature()).await.unwrap();
    let accounts = store.accounts().await.unwrap();
    assert_eq!(accounts[0].person.grants, [person("anna").grants[0].clone(), head]);
}

async fn each_change_of_an_account_stands_in_the_audit(url: &str) {
    let store = with_anna(url).await;
    let evaluator = Grant { role: Role::Evaluator, scope: Scope::Body("cciaa_mo".into()) };
    for change in [
        AccountChange::Grant(&evaluator),
        AccountChange::Revoke(&evaluator),
        AccountChange::Password("un'altra frase lunga"),
        AccountChange::Lock,
        AccountChange::Unlock,
    ] {
        store.change_account("anna", change, &signature()).await.unwrap();
    }
    let mut connection = connect(url).await;
    let rows = sqlx::query("SELECT what FROM audit ORDER BY number").fetch_all(&mut connection);
    let told: Vec<String> = rows.await.unwrap().iter().map(|row| row.get(0)).collect();
    assert_eq!(
        told,
        [
            "account anna: added, controller of cciaa_mo",
            "account anna: granted evaluator of cciaa_mo",
            "account anna: revoked evaluator of cciaa_mo",
            "account anna: password changed",
            "account anna: locked",
            "account anna: unlocked",
        ]
    );
    assert_eq!(store.verify_audit().await.unwrap(), None);
}

async fn an_account_that_cannot_be_is_refused(url: &str) {
    let store = with_anna(url).await;
    let refused = async |person: &Person, password: &str| {
        store.add_account(person, password, &signature()).await.unwrap_err().fault
    };
    assert!(matches!(refused(&person("ANNA"), PASSWORD).await, Fault::AccountTaken { .. }));
    for id in ["", "-anna", "anna rossi", "annà", "a\0", &"a".repeat(65)] {
        assert!(matches!(refused(&person(id), PASSWORD).await, Fault::AccountName { .. }), "{id}");
    }
    let short = refused(&person("bruno"), "undici lett").await;
    assert!(matches!(short, Fault::PasswordLength { found: 11 }));
    let nul = Person { name: "Bru\0no".into(), ..person("bruno") };
    assert!(matches!(refused(&nul, PASSWORD).await, Fault::TextWithNul { .. }));
    let grant = Grant { role: Role::Evaluator, scope: Scope::Installation };
    let far = Person { grants: vec![grant], ..person("bruno") };
    assert!(matches!(refused(&far, PASSWORD).await, Fault::GrantNotFitting { .. }));
    let nowhere = Grant { role: Role::Reader, scope: Scope::Body(String::new()) };
    let far = Person { grants: vec![nowhere], ..person("bruno") };
    assert!(matches!(refused(&far, PASSWORD).await, Fault::GrantNotFitting { .. }));
    assert_eq!(store.accounts().await.unwrap().len(), 1);
    assert_eq!(store.verify_audit().await.unwrap(), None);
}

async fn a_change_that_cannot_be_is_refused(url: &str) {
    let store = with_anna(url).await;
    let grant = Grant { role: Role::Evaluator, scope: Scope::Body("cciaa_mo".into()) };
    let change = |id, change| store.change_account(id, change, &SIGNATURE);
    let unknown = change("ana", AccountChange::Lock).await.unwrap_err().fault;
    assert!(matches!(unknown, Fault::AccountUnknown { nearest: Some(near), .. } if near == "anna"));
    let absent = change("anna", AccountChange::Revoke(&grant)).await.unwrap_err().fault;
    assert!(matches!(absent, Fault::GrantAbsent { .. }));
    assert_eq!(store.accounts().await.unwrap()[0].person, person("anna"));
    assert_eq!(store.verify_audit().await.unwrap(), None);
}

static SIGNATURE: std::sync::LazyLock<traguardo_store::Signature> =
    std::sync::LazyLock::new(signature);

async fn a_session_ends_when_it_is_idle_and_after_half_a_day(url: &str) {
    let store = with_anna(url).await;
    let token = signed_in(&store, at(0)).await;
    let session = store.session(&token, at(3600)).await.unwrap().unwrap();
    assert_eq!((session.person, session.started), (person("anna"), at(0)));
    // Used after an hour, it lasts another one; unused, it has ended.
    assert!(store.session(&token, at(7200)).await.unwrap().is_some());
    assert!(store.session(&token, at(7200 + 3601)).await.unwrap().is_none());
    // Used all the time, it ends after twelve hours.
    let token = signed_in(&store, at(10_000)).await;
    for half_hour in 1..=24 {
        let now = at(10_000 + half_hour * 1800);
        assert!(store.session(&token, now).await.unwrap().is_some(), "{half_hour}");
    }
    assert!(store.session(&token, at(10_000 + 24 * 1800 + 1)).await.unwrap().is_none());
    for unknown in ["", "0", &"0".repeat(64), "\0"] {
        assert!(store.session(unknown, at(0)).await.unwrap().is_none());
    }
}

async fn signing_out_ends_one_session_or_all(url: &str) {
    let store = with_anna(url).await;
    let (desk, phone, other) = (
        signed_in(&store, at(0)).await,
        signed_in(&store, at(1)).await,
        signed_in(&store, at(2)).await,
    );
    let open = async |token: &str| store.session(token, at(3)).await.unwrap().is_some();
    store.sign_out(&desk).await.unwrap();
    assert!(!open(&desk).await && open(&phone).await && open(&other).await);
    assert_eq!(store.sign_out_everywhere("anna").await.unwrap(), 2);
    assert!(!open(&phone).await && !open(&other).await);
}

async fn a_lock_or_a_new_password_ends_every_session(url: &str) {
    let store = with_anna(url).await;
    let change = |change| store.change_account("anna", change, &SIGNATURE);
    let token = signed_in(&store, at(0)).await;
    change(AccountChange::Password("un'altra frase lunga")).await.unwrap();
    assert!(store.session(&token, at(1)).await.unwrap().is_none());
    assert_eq!(try_in(&store, "anna", PASSWORD, at(2)).await, SignIn::Refused);
    change(AccountChange::Password(PASSWORD)).await.unwrap();
    let token = signed_in(&store, at(3)).await;
    change(AccountChange::Lock).await.unwrap();
    assert!(store.session(&token, at(4)).await.unwrap().is_none());
    assert_eq!(try_in(&store, "anna", PASSWORD, at(5)).await, SignIn::Refused);
    assert!(store.accounts().await.unwrap()[0].is_locked);
    change(AccountChange::Unlock).await.unwrap();
    signed_in(&store, at(6)).await;
    // Who is locked past the store, by somebody with a database tool, is out as well.
    let token = signed_in(&store, at(7)).await;
    execute(url, "UPDATE account SET locked = 1").await.unwrap();
    assert!(store.session(&token, at(8)).await.unwrap().is_none());
}

async fn the_database_holds_neither_passwords_nor_tokens_nor_addresses(url: &str) {
    let store = with_anna(url).await;
    let token = signed_in(&store, at(0)).await;
    try_in(&store, "bruno", PASSWORD, at(1)).await;
    let mut connection = connect(url).await;
    for (sql, cells) in [
        ("SELECT id, name, password, added_at FROM account", 4),
        ("SELECT digest, account FROM session", 2),
        ("SELECT subject FROM attempt", 1),
        ("SELECT who, what FROM audit", 2),
    ] {
        let rows = sqlx::query(sql).fetch_all(&mut connection).await.unwrap();
        assert!(!rows.is_empty(), "{sql}");
        for row in rows {
            let texts = (0..cells).map(|at| row.get::<String, _>(at));
            let all = texts.collect::<Vec<_>>().join("\n");
            for secret in [PASSWORD, &token, "192.0.2.7", "bruno"] {
                assert!(!all.contains(secret), "{sql}: {all}");
            }
        }
    }
    let row = sqlx::query("SELECT password FROM account").fetch_one(&mut connection).await;
    let hash: String = row.unwrap().get(0);
    assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
}

async fn an_unknown_a_locked_and_a_mistaken_account_are_told_the_same(url: &str) {
    let store = with_anna(url).await;
    store.add_account(&person("chiusa"), PASSWORD, &signature()).await.unwrap();
    store.change_account("chiusa", AccountChange::Lock, &signature()).await.unwrap();
    let all = ["nessuno", "chiusa", "anna", "", "a\0b", "non può essere un nome"];
    // Each in an hour of its own, when nothing is remembered of the one before.
    for (account, hour) in all.into_iter().zip((0..).step_by(4000)) {
        for second in hour..hour + 5 {
            let answer = try_in(&store, account, "una password sbagliata", at(second)).await;
            assert_eq!(answer, SignIn::Refused, "{account}");
        }
        let answer = try_in(&store, account, "una password sbagliata", at(hour + 5)).await;
        assert_eq!(answer, SignIn::Wait(at(hour + 4) + 30.seconds()), "{account}");
    }
}

async fn who_fails_too_often_waits_also_with_the_right_password(url: &str) {
    let store = with_anna(url).await;
    for second in 0..5 {
        assert_eq!(try_in(&store, "anna", "sbagliata!!!", at(second)).await, SignIn::Refused);
    }
    store.close().await;
    // A restart forgets nothing.
    let store = open(url).await;
    assert_eq!(try_in(&store, "anna", PASSWORD, at(10)).await, SignIn::Wait(at(34)));
    // Waiting counts for nothing; failing again doubles the wait.
    assert_eq!(try_in(&store, "ANNA", PASSWORD, at(33)).await, SignIn::Wait(at(34)));
    assert_eq!(try_in(&store, "anna", "sbagliata!!!", at(34)).await, SignIn::Refused);
    assert_eq!(try_in(&store, "anna", PASSWORD, at(93)).await, SignIn::Wait(at(94)));
    signed_in(&store, at(94)).await;
    assert_eq!(try_in(&store, "anna", "sbagliata!!!", at(95)).await, SignIn::Refused);
    // The administrator lets somebody in again at once.
    for second in 0..4 {
        try_in(&store, "anna", "sbagliata!!!", at(100 + second)).await;
    }
    assert!(matches!(try_in(&store, "anna", PASSWORD, at(105)).await, SignIn::Wait(_)));
    store.change_account("anna", AccountChange::Unlock, &signature()).await.unwrap();
    signed_in(&store, at(106)).await;
}

async fn an_address_that_tries_many_accounts_waits(url: &str) {
    let store = with_anna(url).await;
    for number in 0..30 {
        let answer = try_in(&store, &format!("u{number}"), "sbagliata!!!", at(0)).await;
        assert_eq!(answer, SignIn::Refused, "{number}");
    }
    assert_eq!(try_in(&store, "anna", PASSWORD, at(1)).await, SignIn::Wait(at(30)));
    let elsewhere =
        Credentials { account: "anna", password: PASSWORD, address: "192.0.2.8".parse().ok() };
    assert!(matches!(store.sign_in(elsewhere, at(2)).await.unwrap(), SignIn::Done(_)));
    signed_in(&store, at(30)).await;
}

async fn many_attempts_at_once_are_all_counted(url: &str) {
    let store = with_anna(url).await;
    let tries: Vec<_> = (0..12)
        .map(|_| {
            let store = store.clone();
            tokio::spawn(async move { try_in(&store, "anna", "sbagliata!!!", at(0)).await })
        })
        .collect();
    let mut refused = 0;
    for attempt in tries {
        refused += usize::from(attempt.await.unwrap() == SignIn::Refused);
    }
    assert_eq!(refused, 5, "the rest had to wait");
}
