//! `traguardo user …`: accounts and their roles, from the terminal of whoever runs the machine.
//! Not here: what a role may do, and the pages where people sign in.

use std::io::{BufRead, IsTerminal, Read, Write};
use std::process::ExitCode;

use clap::ArgMatches;
use traguardo::access::{Action, Grant, Person, Role, Scope, may, may_manage};
use traguardo::reminder::is_address;
use traguardo::text::{Arg, Lang, Texts};
use traguardo_store::{Account, AccountChange, PASSWORD_CHARS, Signature, Store};

use super::Done;
use crate::fault::{DONE, Fault, MACHINE};
use crate::unseen::Unseen;
use crate::{acting, clock, input, output};

/// More than the longest password takes, in bytes, with the end of its line.
const LINE_BYTES: u64 = 1024;
/// Stands for no address of mail, where there is one to be taken away.
const NO_MAIL: &str = "-";

pub fn run(matches: &ArgMatches, words: &'static Texts) -> Done {
    let Some((name, matches)) = matches.subcommand() else {
        return Err(Fault::command_line("cli-command-missing"));
    };
    // What can be wrong with the command line is said before anything is asked or opened.
    let given = match name {
        "add" | "grant" | "revoke" => Some(grant(matches, words)?),
        _ => None,
    };
    let password = match name {
        "add" | "password" => Some(password(matches, words)?),
        _ => None,
    };
    input::runtime()?.block_on(async {
        let store = Store::open(&input::argument(matches, "db")).await?;
        match (name, given, password) {
            ("list", ..) => list(&store, words).await?,
            ("add", Some(given), Some(password)) => {
                add(&store, matches, given, &password, words).await?;
            }
            ("grant", Some(given), _) => {
                warn_of_unknown_body(&store, &given, words).await?;
                change(&store, matches, AccountChange::Grant(&given), words).await?;
            }
            ("revoke", Some(given), _) => {
                change(&store, matches, AccountChange::Revoke(&given), words).await?;
            }
            ("password", _, Some(password)) => {
                change(&store, matches, AccountChange::Password(&password), words).await?;
            }
            ("mail", ..) => {
                let mail = input::argument(matches, "mail");
                let mail = Some(&*mail).filter(|mail| *mail != NO_MAIL);
                change(&store, matches, AccountChange::Mail(mail), words).await?;
            }
            ("lock", ..) => change(&store, matches, AccountChange::Lock, words).await?,
            _ => change(&store, matches, AccountChange::Unlock, words).await?,
        }
        store.close().await;
        Ok(ExitCode::from(DONE))
    })
}

async fn add(
    store: &Store,
    matches: &ArgMatches,
    given: Grant,
    password: &str,
    words: &Texts,
) -> Result<(), Fault> {
    warn_of_unknown_body(store, &given, words).await?;
    let asked = (Action::ManageAccounts, given.scope.on());
    let by = acting::signature(store, matches, asked, words).await?;
    let id = input::argument(matches, "account");
    let name = matches.get_one::<String>("name").unwrap_or(&id).clone();
    let person = Person { id: id.clone(), name, grants: vec![given] };
    let mail = matches.get_one::<String>("mail");
    if let Some(found) = mail.filter(|mail| !is_address(mail)) {
        let database = store.shown().to_owned();
        return Err(Fault::input("store-mail-address")
            .with("found", found)
            .with("database", database));
    }
    store.add_account(&person, password, &by).await?;
    if let Some(mail) = mail {
        store.change_account(&id, AccountChange::Mail(Some(mail)), &by).await?;
    }
    output::tell(&words.say("cli-user-added", &[("id", id.into())]));
    Ok(())
}

async fn change(
    store: &Store,
    matches: &ArgMatches,
    change: AccountChange<'_>,
    words: &Texts,
) -> Result<(), Fault> {
    let id = input::argument(matches, "account");
    let by = changing(store, matches, &id, change, words).await?;
    store.change_account(&id, change, &by).await?;
    let key = match change {
        AccountChange::Grant(_) => "cli-user-granted",
        AccountChange::Revoke(_) => "cli-user-revoked",
        AccountChange::Password(_) => "cli-user-password-changed",
        AccountChange::Lock => "cli-user-locked",
        AccountChange::Unlock => "cli-user-unlocked",
        AccountChange::Mail(Some(_)) => "cli-user-mail-set",
        AccountChange::Mail(None) => "cli-user-mail-gone",
    };
    output::tell(&words.say(key, &[("id", id.into())]));
    Ok(())
}

/// Who changes an account, if they may: its roles where each holds, the rest of it as a whole.
async fn changing(
    store: &Store,
    matches: &ArgMatches,
    id: &str,
    change: AccountChange<'_>,
    words: &Texts,
) -> Result<Signature, Fault> {
    let Some(person) = acting::person(store, matches).await? else {
        return Ok(Signature { who: acting::user(matches, words), at: clock::now() });
    };
    let answer = match change {
        AccountChange::Grant(given) | AccountChange::Revoke(given) => {
            may(Some(&person), Action::ManageAccounts, given.scope.on())
        }
        _ => {
            let known = store.accounts().await?;
            let other = known.into_iter().find(|account| account.person.id == id.to_lowercase());
            // One that is not there is found out by the change itself.
            other.map_or(Ok(()), |other| may_manage(Some(&person), &other.person))
        }
    };
    acting::permitted(&person, answer)
}

/// Every account on a line, its roles below it.
async fn list(store: &Store, words: &Texts) -> Result<(), Fault> {
    let accounts = store.accounts().await?;
    if accounts.is_empty() {
        output::tell(&words.say("cli-user-none", &[]));
    }
    let mut out = anstream::stdout().lock();
    for Account { person, is_locked, mail } in &accounts {
        let state = if *is_locked { words.say("cli-user-is-locked", &[]) } else { String::new() };
        let mail = mail.as_ref().map(|mail| format!("{mail}  ")).unwrap_or_default();
        writeln!(out, "{}  {}  {mail}{state}", person.id, person.name)?;
        for grant in &person.grants {
            writeln!(out, "    {}", told(grant, words))?;
        }
    }
    Ok(())
}

/// A role with where it holds, in words.
fn told(grant: &Grant, words: &Texts) -> String {
    let role = Arg::Named(grant.role.key());
    match &grant.scope {
        Scope::Installation => words.say("access-grant-everywhere", &[("role", role)]),
        Scope::Body(body) => {
            words.say("access-grant-body", &[("role", role), ("body", body.as_str().into())])
        }
        Scope::Office { body, office } => words.say(
            "access-grant-office",
            &[("role", role), ("body", body.as_str().into()), ("office", office.as_str().into())],
        ),
    }
}

/// The role and where it holds, as the command line says them.
fn grant(matches: &ArgMatches, words: &Texts) -> Result<Grant, Fault> {
    let written = input::argument(matches, "role");
    let Some(role) = role(&written) else {
        let known: Vec<String> =
            Role::ALL.iter().map(|role| slug(&words.say(role.key(), &[]))).collect();
        return Err(Fault::command_line("cli-role-unknown")
            .with("found", written)
            .with("known", known.join(", ")));
    };
    let text = |name| matches.get_one::<String>(name).cloned();
    let scope = match (text("body"), text("office")) {
        (Some(body), Some(office)) => Scope::Office { body, office },
        (Some(body), None) => Scope::Body(body),
        (None, Some(_)) => return Err(Fault::command_line("cli-office-without-body")),
        (None, None) if role == Role::Administrator => Scope::Installation,
        (None, None) => return Err(Fault::command_line("cli-role-without-body")),
    };
    Ok(Grant { role, scope })
}

/// The role of a text: its name in either language, or a part of only one of them.
fn role(written: &str) -> Option<Role> {
    let written = slug(written);
    let names = |role: Role| {
        let named = [Lang::It, Lang::En].map(|lang| slug(&Texts::of(lang).say(role.key(), &[])));
        [named.as_slice(), &[role.name().to_owned()]].concat()
    };
    let having = |fits: &dyn Fn(&String) -> bool| {
        Role::ALL.into_iter().filter(|role| names(*role).iter().any(fits)).collect::<Vec<_>>()
    };
    let exactly = having(&|name| *name == written);
    let partly = having(&|name| name.contains(&written));
    match (exactly.as_slice(), partly.as_slice()) {
        ([only], _) | ([], [only]) => Some(*only),
        _ => None,
    }
}

/// A name as it is typed: small letters without accents, with hyphens.
fn slug(text: &str) -> String {
    let plain = |c: char| match c {
        'à' => 'a',
        c if c.is_ascii_alphanumeric() => c,
        _ => '-',
    };
    text.trim().to_lowercase().chars().map(plain).collect()
}

/// A role may be granted before the body's first plan comes in; a slip of the pen looks the same.
async fn warn_of_unknown_body(store: &Store, given: &Grant, words: &Texts) -> Result<(), Fault> {
    let Some(body) = given.scope.body() else { return Ok(()) };
    if !store.list().await?.iter().any(|plan| plan.body.ipa == body) {
        output::tell(&words.say("cli-body-without-plan", &[("body", body.into())]));
    }
    Ok(())
}

/// The password: never an argument, which every process of the machine can see.
fn password(matches: &ArgMatches, words: &Texts) -> Result<String, Fault> {
    if matches.get_flag("password-stdin") {
        let mut text = String::new();
        let read = std::io::stdin().lock().take(LINE_BYTES).read_to_string(&mut text);
        read.map_err(|error| Fault::machine("cli-password-unread", &error))?;
        return Ok(text.lines().next().unwrap_or_default().to_owned());
    }
    if !std::io::stdin().is_terminal() {
        return Err(Fault::command_line("cli-password-without-terminal"));
    }
    ask_password(words)
}

/// The first administrator, asked on the terminal until it can be added; without a name nobody is.
pub async fn first_administrator(store: &Store, words: &Texts) -> Result<(), Fault> {
    output::tell(&words.say("cli-first-ask", &[]));
    loop {
        write!(anstream::stderr(), "{} ", words.say("cli-first-name", &[]))?;
        let mut line = String::new();
        let read = std::io::stdin().lock().take(LINE_BYTES).read_line(&mut line);
        read.map_err(|error| Fault::machine("cli-password-unread", &error))?;
        let id = line.trim().to_owned();
        if id.is_empty() {
            return Ok(());
        }
        let added = match ask_password(words) {
            Ok(password) => {
                let role = Role::Administrator;
                let grants = vec![Grant { role, scope: Scope::Installation }];
                let person = Person { id: id.clone(), name: id.clone(), grants };
                let by = Signature {
                    who: acting::user(&ArgMatches::default(), words),
                    at: clock::now(),
                };
                store.add_account(&person, &password, &by).await.map_err(Fault::from)
            }
            Err(fault) => Err(fault),
        };
        match added {
            Ok(()) => {
                output::tell(&words.say("cli-first-added", &[("id", id.into())]));
                return Ok(());
            }
            // What the machine cannot do it will not do the second time either.
            Err(fault @ (Fault::Said(MACHINE, _) | Fault::OutputClosed)) => return Err(fault),
            Err(fault) => {
                fault.say(words);
            }
        }
    }
}

fn ask_password(words: &Texts) -> Result<String, Fault> {
    // Held over both questions: what is typed ahead of the second is not seen either.
    let _unseen = Unseen::from_now_on();
    let ask = |key: &str| {
        let args = [PASSWORD_CHARS.start(), PASSWORD_CHARS.end()].map(ToString::to_string);
        let [least, most] = args;
        let asked = words.say(key, &[("least", least.into()), ("most", most.into())]);
        rpassword::prompt_password(format!("{asked} "))
            .map_err(|error| Fault::machine("cli-password-unread", &error))
    };
    let first = ask("cli-password-ask")?;
    if first != ask("cli-password-again")? {
        return Err(Fault::input("cli-password-differs"));
    }
    Ok(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_is_named_in_either_language_or_by_a_part_of_its_name() {
        for (written, read) in [
            ("amministratore", Some(Role::Administrator)),
            ("Unità di rilevazione", Some(Role::Collector)),
            ("unita-di-rilevazione", Some(Role::Collector)),
            ("dirigente", Some(Role::Head)),
            ("controllo-di-gestione", Some(Role::Controller)),
            ("management control", Some(Role::Controller)),
            ("controller", Some(Role::Controller)),
            ("oiv", Some(Role::Evaluator)),
            ("rilevazione", Some(Role::Collector)),
            ("segretario", Some(Role::SecretaryGeneral)),
            ("a", None),
            ("", None),
            ("capo", None),
        ] {
            assert_eq!(role(written), read, "{written}");
        }
    }
}
