//! The tables of bodies and plans: whose plan it is, and of which year.
//! Not here: their revisions, see [`crate::revision`], and what they say, see [`crate::plan`].

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
/// A plan that is stored, in whatever state.
#[derive(Debug)]
pub(crate) struct Found {
    /// Its id.
    pub plan: String,
    pub body: Body,
    pub year: i16,
}

pub(crate) fn plan_id(ipa: &str, year: i16) -> String {
    format!("{ipa}/{year}")
}

/// Puts the body and the plan there, or brings them up to date. Whether the plan is new.
pub(crate) async fn put(connection: &mut AnyConnection, plan: &Plan) -> Result<bool, Fault> {
    let sql = "INSERT INTO body (ipa, name) VALUES ($1, $2) \
               ON CONFLICT (ipa) DO UPDATE SET name = excluded.name";
    sqlx::query(sql)
        .bind(plan.body.ipa.as_str())
        .bind(plan.body.name.as_str())
        .execute(&mut *connection)
        .await?;
    let sql = "INSERT INTO plan (id, body, year) VALUES ($1, $2, $3) ON CONFLICT (id) DO NOTHING";
    let added = sqlx::query(sql)
        .bind(plan_id(&plan.body.ipa, plan.year))
        .bind(plan.body.ipa.as_str())
        .bind(i64::from(plan.year))
        .execute(&mut *connection)
        .await?;
    Ok(added.rows_affected() > 0)
}

/// What [`put`] has written, for the audit.
pub(crate) fn contents(plan: &Plan) -> [Content; 2] {
    let Body { ipa, name } = &plan.body;
    let single = |table: &Table, owner: &str, cells: &[&str]| {
        let mut digest = RowDigest::new(table.names().collect());
        digest.row(0);
        cells.iter().for_each(|cell| digest.cell(Some(cell)));
        digest.content(table.name, owner, 0)
    };
    let year = plan.year.to_string();
    [single(&BODY, ipa, &[name]), single(&PLAN, &plan_id(ipa, plan.year), &[ipa, &year])]
}

/// A plan by its body and year.
pub(crate) async fn find(
    connection: &mut AnyConnection,
    ipa: &str,
    year: i16,
) -> Result<Found, Fault> {
    let plan = plan_id(ipa, year);
    let sql = "SELECT b.ipa, b.name FROM plan p JOIN body b ON b.ipa = p.body WHERE p.id = $1";
    // PostgreSQL would refuse the question instead of answering it.
    let row = match plan.contains('\0') {
        true => None,
        false => sqlx::query(sql).bind(plan.as_str()).fetch_optional(&mut *connection).await?,
    };
    let Some(row) = row else { return Err(unknown(connection, plan).await?) };
    Ok(Found { plan, body: Body { ipa: row.try_get(0)?, name: row.try_get(1)? }, year })
}

/// The id of a plan that is there.
pub(crate) async fn known(
    connection: &mut AnyConnection,
    ipa: &str,
    year: i16,
) -> Result<String, Fault> {
    Ok(find(connection, ipa, year).await?.plan)
}

/// That there is no such plan, and which one is most like it.
pub(crate) async fn unknown(connection: &mut AnyConnection, plan: String) -> Result<Fault, Fault> {
    let sql = "SELECT DISTINCT plan FROM revision WHERE number > 0";
    let rows = sqlx::query(sql).fetch_all(connection).await?;
    let mut ids: Vec<String> = rows.iter().map(|row| row.try_get(0)).collect::<Result<_, _>>()?;
    ids.sort_unstable();
    let nearest = nearest(&plan, ids.iter().map(String::as_str)).map(String::from);
    Ok(Fault::PlanUnknown { plan, nearest })
}

/// Every plan there is, by body and year.
pub(crate) async fn list(connection: &mut AnyConnection) -> Result<Vec<Listed>, Fault> {
    let sql = "SELECT b.ipa, b.name, p.year, r.number, r.saved_by, r.saved_at, \
               (SELECT COUNT(*) FROM node n WHERE n.revision = COALESCE(r.structure, r.id)), \
               (SELECT COUNT(*) FROM indicator i \
                WHERE i.revision = COALESCE(r.structure, r.id)), \
               (SELECT COUNT(*) FROM reading o WHERE o.plan = p.id) \
               FROM plan p JOIN body b ON b.ipa = p.body JOIN revision r ON r.plan = p.id \
               WHERE r.number > 0 AND r.number = (SELECT MAX(l.number) FROM revision l WHERE l.plan = p.id)";
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

pub(crate) fn moment(row: &AnyRow, at: usize) -> Result<DateTime, Fault> {
    let text: &str = row.try_get(at)?;
    text.parse().map_err(|_| Fault::RowDamaged { table: "revision", column: "saved_at", row: 0 })
}
