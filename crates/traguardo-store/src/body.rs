//! The tables of bodies, plans and revisions: whose plan it is, of which year, saved by whom.
//! Not here: what the plan says, see [`crate::plan`].

use sqlx::any::AnyRow;
use sqlx::{AnyConnection, Row};
use traguardo::issue::nearest;
use traguardo::period::DateTime;
use traguardo::plan::{Body, Plan};

use crate::audit::Signature;
use crate::content::{Content, RowDigest};
use crate::error::Fault;
use crate::plan::Listed;
use crate::table::{Table, TableKind};

pub(crate) static BODY: Table =
    Table { name: "body", owner: "ipa", columns: &[&["name"]], kind: TableKind::Single };
pub(crate) static PLAN: Table =
    Table { name: "plan", owner: "id", columns: &[&["body", "year"]], kind: TableKind::Single };
pub(crate) static REVISION: Table = Table {
    name: "revision",
    owner: "id",
    columns: &[&["plan", "number", "saved_by", "saved_at"]],
    kind: TableKind::Single,
};

/// The ids of a plan and of a revision of it, made of what they are.
#[derive(Debug)]
pub(crate) struct Ids {
    pub plan: String,
    pub revision: String,
}

/// The latest revision of a stored plan.
pub(crate) struct Latest {
    pub ids: Ids,
    pub body: Body,
    pub number: i64,
    pub signature: Signature,
}

pub(crate) fn plan_id(ipa: &str, year: i16) -> String {
    format!("{ipa}/{year}")
}

/// Puts the body, the plan and its one revision there, or brings them up to date.
pub(crate) async fn put(
    connection: &mut AnyConnection,
    plan: &Plan,
    signature: &Signature,
) -> Result<(Ids, bool), Fault> {
    let id = plan_id(&plan.body.ipa, plan.year);
    let ids = Ids { revision: format!("{id}/1"), plan: id };
    let sql = "INSERT INTO body (ipa, name) VALUES ($1, $2) \
               ON CONFLICT (ipa) DO UPDATE SET name = excluded.name";
    sqlx::query(sql)
        .bind(plan.body.ipa.as_str())
        .bind(plan.body.name.as_str())
        .execute(&mut *connection)
        .await?;
    let sql = "INSERT INTO plan (id, body, year) VALUES ($1, $2, $3) ON CONFLICT (id) DO NOTHING";
    let added = sqlx::query(sql)
        .bind(ids.plan.as_str())
        .bind(plan.body.ipa.as_str())
        .bind(i64::from(plan.year))
        .execute(&mut *connection)
        .await?;
    let sql = "INSERT INTO revision (id, plan, number, saved_by, saved_at) \
               VALUES ($1, $2, 1, $3, $4) ON CONFLICT (id) DO UPDATE \
               SET saved_by = excluded.saved_by, saved_at = excluded.saved_at";
    sqlx::query(sql)
        .bind(ids.revision.as_str())
        .bind(ids.plan.as_str())
        .bind(signature.who.as_str())
        .bind(signature.at.to_string())
        .execute(connection)
        .await?;
    Ok((ids, added.rows_affected() > 0))
}

/// What [`put`] has written, for the audit.
pub(crate) fn contents(ids: &Ids, plan: &Plan, signature: &Signature) -> [Content; 3] {
    let Body { ipa, name } = &plan.body;
    let (year, at) = (plan.year.to_string(), signature.at.to_string());
    let single = |table: &Table, owner: &str, cells: &[&str]| {
        let mut digest = RowDigest::new(table.names().collect());
        digest.row(0);
        cells.iter().for_each(|cell| digest.cell(Some(cell)));
        digest.content(table.name, owner, 0)
    };
    [
        single(&BODY, ipa, &[name]),
        single(&PLAN, &ids.plan, &[ipa, &year]),
        single(&REVISION, &ids.revision, &[&ids.plan, "1", &signature.who, &at]),
    ]
}

/// The latest revision of a plan.
pub(crate) async fn latest(
    connection: &mut AnyConnection,
    ipa: &str,
    year: i16,
) -> Result<Latest, Fault> {
    let id = plan_id(ipa, year);
    let sql = "SELECT b.ipa, b.name, r.id, r.number, r.saved_by, r.saved_at \
               FROM plan p JOIN body b ON b.ipa = p.body JOIN revision r ON r.plan = p.id \
               WHERE p.id = $1 ORDER BY r.number DESC LIMIT 1";
    // PostgreSQL would refuse the question instead of answering it.
    let row = match id.contains('\0') {
        true => None,
        false => sqlx::query(sql).bind(id.as_str()).fetch_optional(&mut *connection).await?,
    };
    let Some(row) = row else { return Err(unknown(connection, id).await?) };
    Ok(Latest {
        ids: Ids { plan: id, revision: row.try_get(2)? },
        body: Body { ipa: row.try_get(0)?, name: row.try_get(1)? },
        number: row.try_get(3)?,
        signature: Signature { who: row.try_get(4)?, at: moment(&row, 5)? },
    })
}

/// The id of a plan that is there.
pub(crate) async fn known(
    connection: &mut AnyConnection,
    ipa: &str,
    year: i16,
) -> Result<String, Fault> {
    let id = plan_id(ipa, year);
    // PostgreSQL would refuse the question instead of answering it.
    let row = match id.contains('\0') {
        true => None,
        false => {
            let sql = "SELECT id FROM plan WHERE id = $1";
            sqlx::query(sql).bind(id.as_str()).fetch_optional(&mut *connection).await?
        }
    };
    if row.is_some() { Ok(id) } else { Err(unknown(connection, id).await?) }
}

async fn unknown(connection: &mut AnyConnection, plan: String) -> Result<Fault, Fault> {
    let rows = sqlx::query("SELECT id FROM plan").fetch_all(connection).await?;
    let ids: Vec<String> = rows.iter().map(|row| row.try_get(0)).collect::<Result<_, _>>()?;
    let nearest = nearest(&plan, ids.iter().map(String::as_str)).map(String::from);
    Ok(Fault::PlanUnknown { plan, nearest })
}

/// Every plan there is, by body and year.
pub(crate) async fn list(connection: &mut AnyConnection) -> Result<Vec<Listed>, Fault> {
    let sql = "SELECT b.ipa, b.name, p.year, r.number, r.saved_by, r.saved_at, \
               (SELECT COUNT(*) FROM node n WHERE n.revision = r.id), \
               (SELECT COUNT(*) FROM indicator i WHERE i.revision = r.id), \
               (SELECT COUNT(*) FROM reading o WHERE o.plan = p.id) \
               FROM plan p JOIN body b ON b.ipa = p.body JOIN revision r ON r.plan = p.id \
               WHERE r.number = (SELECT MAX(l.number) FROM revision l WHERE l.plan = p.id)";
    let rows = sqlx::query(sql).fetch_all(connection).await?;
    let mut list: Vec<Listed> = rows.iter().map(listed).collect::<Result<_, _>>()?;
    list.sort_by(|a, b| (&a.body.ipa, a.year).cmp(&(&b.body.ipa, b.year)));
    Ok(list)
}

fn listed(row: &AnyRow) -> Result<Listed, Fault> {
    Ok(Listed {
        body: Body { ipa: row.try_get(0)?, name: row.try_get(1)? },
        year: row.try_get(2)?,
        revision: row.try_get(3)?,
        signature: Signature { who: row.try_get(4)?, at: moment(row, 5)? },
        nodes: count(row, 6)?,
        indicators: count(row, 7)?,
        readings: count(row, 8)?,
    })
}

fn count(row: &AnyRow, at: usize) -> Result<usize, Fault> {
    Ok(usize::try_from(row.try_get::<i64, _>(at)?).unwrap_or_default())
}

fn moment(row: &AnyRow, at: usize) -> Result<DateTime, Fault> {
    let text: &str = row.try_get(at)?;
    text.parse().map_err(|_| Fault::RowDamaged { table: "revision", column: "saved_at", row: 0 })
}
