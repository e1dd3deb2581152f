//! Accounts and the roles granted to them; each change stands in the audit.
//! Not here: what a role may do, see [`traguardo::access`], and signing in.

use sqlx::{AnyConnection, Row};
use traguardo::access::{Grant, Person, Role, Scope};
use traguardo::issue::nearest;
use traguardo::reminder::is_address;

use crate::attempt::{self, Subject};
use crate::audit::{self, Deed, Signature};
use crate::error::{Fault, StoreError};
use crate::password;
use crate::session;
use crate::store::Store;

/// How long the name of an account may be.
const ID_CHARS: usize = 64;

/// An account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Whose it is, with the roles granted.
    pub person: Person,
    /// Whether nobody can sign in with it.
    pub is_locked: bool,
    /// Where its owner is written to.
    pub mail: Option<String>,
}

/// A change to an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AccountChange<'a> {
    /// A role is granted.
    Grant(&'a Grant),
    /// A granted role is taken back.
    Revoke(&'a Grant),
    /// A new password; whoever is signed in with the old one is signed out.
    Password(&'a str),
    /// Nobody can sign in any more; whoever is signed in is signed out.
    Lock,
    /// It can be used again, at once.
    Unlock,
    /// Another address of mail, or none.
    Mail(Option<&'a str>),
}

impl Store {
    /// Every account, by name.
    ///
    /// # Errors
    /// Whatever the engine says.
    pub async fn accounts(&self) -> Result<Vec<Account>, StoreError> {
        let listed = async {
            let mut reading = self.readers.begin_with(self.engine.begin_reading()).await?;
            list(&mut reading).await
        };
        listed.await.map_err(|fault| self.error(fault))
    }

    /// Adds an account, with its first role and its password.
    ///
    /// # Errors
    /// [`Fault::AccountName`], [`Fault::AccountTaken`], [`Fault::PasswordLength`],
    /// [`Fault::GrantNotFitting`], or whatever the engine says. Nothing is then changed.
    pub async fn add_account(
        &self,
        person: &Person,
        password: &str,
        signature: &Signature,
    ) -> Result<(), StoreError> {
        let added = self.add_whole_account(person, password, signature);
        added.await.map_err(|fault| self.error(fault))
    }

    async fn add_whole_account(
        &self,
        person: &Person,
        password: &str,
        signature: &Signature,
    ) -> Result<(), Fault> {
        let id = account_id(&person.id)
            .ok_or_else(|| Fault::AccountName { found: person.id.clone() })?;
        if [&person.name, &signature.who].iter().any(|text| text.contains('\0')) {
            return Err(Fault::TextWithNul { table: "account" });
        }
        let hash = password::hash(password).await?;
        let mut writing = self.writers.begin_with(self.engine.begin_writing()).await?;
        let turn = audit::take_turn(&mut writing).await?;
        let sql = "INSERT INTO account (id, name, password, locked, added_at) \
                   VALUES ($1, $2, $3, 0, $4) ON CONFLICT (id) DO NOTHING";
        let added = sqlx::query(sql)
            .bind(&*id)
            .bind(&*person.name)
            .bind(hash)
            .bind(signature.at.to_string())
            .execute(&mut *writing)
            .await?;
        if added.rows_affected() == 0 {
            return Err(Fault::AccountTaken { id });
        }
        for given in &person.grants {
            grant(&mut writing, &id, given).await?;
        }
        let told: Vec<String> = person.grants.iter().map(told).collect();
        let what = format!("{id}: added, {}", told.join(", "));
        audit::add(&mut writing, turn, signature, (Deed::Account, &what), Vec::new()).await?;
        writing.commit().await?;
        Ok(())
    }

    /// Changes an account.
    ///
    /// # Errors
    /// [`Fault::AccountUnknown`], [`Fault::PasswordLength`], [`Fault::GrantNotFitting`],
    /// [`Fault::GrantAbsent`], [`Fault::MailAddress`], or whatever the engine says. Nothing is then
    /// changed.
    pub async fn change_account(
        &self,
        id: &str,
        change: AccountChange<'_>,
        signature: &Signature,
    ) -> Result<(), StoreError> {
        let changed = self.change_whole_account(id, change, signature);
        changed.await.map_err(|fault| self.error(fault))
    }

    async fn change_whole_account(
        &self,
        id: &str,
        change: AccountChange<'_>,
        signature: &Signature,
    ) -> Result<(), Fault> {
        let id = account_id(id).ok_or_else(|| Fault::AccountName { found: id.to_owned() })?;
        if let AccountChange::Mail(Some(mail)) = change
            && !is_address(mail)
        {
            return Err(Fault::MailAddress { found: mail.to_owned() });
        }
        // It takes a while: nobody else should wait for it.
        let hash = match change {
            AccountChange::Password(password) => Some(password::hash(password).await?),
            _ => None,
        };
        let mut writing = self.writers.begin_with(self.engine.begin_writing()).await?;
        let turn = audit::take_turn(&mut writing).await?;
        if find(&mut writing, &id).await?.is_none() {
            return Err(unknown(&mut writing, id).await?);
        }
        let what = match change {
            AccountChange::Grant(given) => {
                grant(&mut writing, &id, given).await?;
                format!("granted {}", told(given))
            }
            AccountChange::Revoke(given) => {
                revoke(&mut writing, &id, given).await?;
                format!("revoked {}", told(given))
            }
            AccountChange::Password(_) => {
                set(&mut writing, "UPDATE account SET password = $2 WHERE id = $1", &id, hash)
                    .await?;
                session::end_all(&mut writing, &id).await?;
                attempt::forget(&mut writing, &Subject::account(&id)).await?;
                "password changed".to_owned()
            }
            AccountChange::Lock => {
                set(&mut writing, "UPDATE account SET locked = 1 WHERE id = $1", &id, None).await?;
                session::end_all(&mut writing, &id).await?;
                "locked".to_owned()
            }
            AccountChange::Unlock => {
                set(&mut writing, "UPDATE account SET locked = 0 WHERE id = $1", &id, None).await?;
                attempt::forget(&mut writing, &Subject::account(&id)).await?;
                "unlocked".to_owned()
            }
            AccountChange::Mail(mail) => {
                let sql = "UPDATE account SET mail = $2 WHERE id = $1";
                sqlx::query(sql).bind(&*id).bind(mail).execute(&mut *writing).await?;
                "mail changed".to_owned()
            }
        };
        let told = format!("{id}: {what}");
        audit::add(&mut writing, turn, signature, (Deed::Account, &told), Vec::new()).await?;
        writing.commit().await?;
        Ok(())
    }
}

/// The name of an account as it is stored: in small letters, and only of what can be typed
/// everywhere. None where a text can be no such name.
pub(crate) fn account_id(text: &str) -> Option<String> {
    let id = text.trim().to_lowercase();
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '@');
    let good = id.starts_with(|c: char| c.is_ascii_alphanumeric()) && id.chars().all(plain);
    (good && id.len() <= ID_CHARS).then_some(id)
}

/// The hash of an account's password, if it is there, has one and is not locked.
pub(crate) async fn password(
    connection: &mut AnyConnection,
    id: &str,
) -> Result<Option<String>, Fault> {
    let sql = "SELECT password FROM account WHERE id = $1 AND locked = 0";
    let row = sqlx::query(sql).bind(id).fetch_optional(connection).await?;
    Ok(row.map(|row| row.try_get(0)).transpose()?)
}

/// One account.
pub(crate) async fn find(
    connection: &mut AnyConnection,
    id: &str,
) -> Result<Option<Account>, Fault> {
    let sql = "SELECT id, name, locked, mail FROM account WHERE id = $1";
    let row = sqlx::query(sql).bind(id).fetch_optional(&mut *connection).await?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some(account(connection, &row).await?))
}

async fn list(connection: &mut AnyConnection) -> Result<Vec<Account>, Fault> {
    let sql = "SELECT id, name, locked, mail FROM account ORDER BY id";
    let rows = sqlx::query(sql).fetch_all(&mut *connection).await?;
    let mut list = Vec::with_capacity(rows.len());
    for row in &rows {
        list.push(account(connection, row).await?);
    }
    Ok(list)
}

async fn account(
    connection: &mut AnyConnection,
    row: &sqlx::any::AnyRow,
) -> Result<Account, Fault> {
    let id: String = row.try_get(0)?;
    let sql = "SELECT role, body, office FROM granted WHERE account = $1 \
               ORDER BY body, office, role";
    let rows = sqlx::query(sql).bind(&*id).fetch_all(&mut *connection).await?;
    let grants = rows.iter().map(granted).collect::<Result<_, _>>()?;
    let person = Person { id, name: row.try_get(1)?, grants };
    let is_locked = row.try_get::<i64, _>(2)? != 0;
    Ok(Account { person, is_locked, mail: row.try_get(3)? })
}

fn granted(row: &sqlx::any::AnyRow) -> Result<Grant, Fault> {
    let (role, body, office): (&str, String, String) =
        (row.try_get(0)?, row.try_get(1)?, row.try_get(2)?);
    let damaged = Fault::RowDamaged { table: "granted", column: "role", row: 0 };
    let role = Role::of(role).ok_or(damaged)?;
    let scope = match (body.is_empty(), office.is_empty()) {
        (true, _) => Scope::Installation,
        (false, true) => Scope::Body(body),
        (false, false) => Scope::Office { body, office },
    };
    Ok(Grant { role, scope })
}

/// The cells of a scope.
fn cells(scope: &Scope) -> (&str, &str) {
    match scope {
        Scope::Installation => ("", ""),
        Scope::Body(body) => (body, ""),
        Scope::Office { body, office } => (body, office),
    }
}

async fn grant(connection: &mut AnyConnection, id: &str, given: &Grant) -> Result<(), Fault> {
    let (body, office) = cells(&given.scope);
    let blank = given.scope != Scope::Installation && body.is_empty();
    let blank = blank || matches!(given.scope, Scope::Office { .. }) && office.is_empty();
    if blank || !given.role.fits(&given.scope) {
        return Err(Fault::GrantNotFitting { role: given.role });
    }
    if [body, office].iter().any(|text| text.contains('\0')) {
        return Err(Fault::TextWithNul { table: "granted" });
    }
    let sql = "INSERT INTO granted (account, role, body, office) VALUES ($1, $2, $3, $4) \
               ON CONFLICT (account, role, body, office) DO NOTHING";
    let insert = sqlx::query(sql).bind(id).bind(given.role.name()).bind(body).bind(office);
    insert.execute(connection).await?;
    Ok(())
}

async fn revoke(connection: &mut AnyConnection, id: &str, given: &Grant) -> Result<(), Fault> {
    let (body, office) = cells(&given.scope);
    let sql = "DELETE FROM granted WHERE account = $1 AND role = $2 AND body = $3 AND office = $4";
    let delete = sqlx::query(sql).bind(id).bind(given.role.name()).bind(body).bind(office);
    match delete.execute(connection).await?.rows_affected() {
        0 => Err(Fault::GrantAbsent { id: id.to_owned(), role: given.role }),
        _ => Ok(()),
    }
}

/// Runs a statement on one account, whose second argument, if it has one, is a text.
async fn set(
    connection: &mut AnyConnection,
    sql: &'static str,
    id: &str,
    text: Option<String>,
) -> Result<(), Fault> {
    let query = sqlx::query(sql).bind(id);
    let query = if text.is_some() { query.bind(text) } else { query };
    query.execute(connection).await?;
    Ok(())
}

async fn unknown(connection: &mut AnyConnection, id: String) -> Result<Fault, Fault> {
    let rows = sqlx::query("SELECT id FROM account").fetch_all(connection).await?;
    let ids: Vec<String> = rows.iter().map(|row| row.try_get(0)).collect::<Result<_, _>>()?;
    let nearest = nearest(&id, ids.iter().map(String::as_str)).map(String::from);
    Ok(Fault::AccountUnknown { id, nearest })
}

/// A grant as the audit has it.
fn told(grant: &Grant) -> String {
    let role = grant.role.name();
    match &grant.scope {
        Scope::Installation => format!("{role} of the installation"),
        Scope::Body(body) => format!("{role} of {body}"),
        Scope::Office { body, office } => format!("{role} of {body}, office {office}"),
    }
}
