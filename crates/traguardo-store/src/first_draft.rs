//! The first draft of a plan that has no revision yet: made from another plan, adopted as revision 1.
//! Not here: drafts of plans that were adopted, and all that happens to a draft once it is there, see
//! [`crate::draft`].

use sqlx::{AnyConnection, Row as _};
use traguardo::edit::Contents;
use traguardo::next_year::baselines;
use traguardo::plan::{Body, Plan};
use traguardo::reading::{Reading, Readings};
use traguardo::revision::Origin;

use crate::audit::{self, Deed, Signature};
use crate::body;
use crate::draft::{self, Draft};
use crate::error::{Fault, StoreError};
use crate::reading::{self, READING};
use crate::revision::{self, Row};
use crate::store::{Store, by, refuse_nul};
use crate::table::Writer;

/// A plan that is a draft only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FirstDraft {
    /// Whose plan it is to be.
    pub body: Body,
    /// Of which year.
    pub year: i16,
    /// Who saved the draft last, and when.
    pub saved: Signature,
}

impl Store {
    /// Makes the first draft of a plan that no revision is adopted of. A draft that is there stays
    /// as it is.
    ///
    /// # Errors
    /// [`Fault::PlanAdopted`] where there is such a plan, or whatever the engine says.
    pub async fn open_first_draft(
        &self,
        contents: &Contents,
        reason: Option<&str>,
        signature: &Signature,
    ) -> Result<Draft, StoreError> {
        let opening = async {
            let plan = &contents.plan;
            let (ipa, year) = (plan.body.ipa.as_str(), plan.year);
            refuse_nul(&[("body", ipa), ("body", &plan.body.name), by(signature)])?;
            let mut writing = self.writers.begin_with(self.engine.begin_writing()).await?;
            let turn = audit::take_turn(&mut writing).await?;
            body::put(&mut writing, plan).await?;
            let id = body::plan_id(ipa, year);
            if !revision::adopted(&mut writing, &id).await?.is_empty() {
                return Err(Fault::PlanAdopted(id));
            }
            if let Some(draft) = draft::load(&mut writing, ipa, year).await? {
                writing.rollback().await?;
                return Ok(draft);
            }
            let row = Row {
                number: 0,
                origin: Origin::Draft,
                reason: reason.map(String::from),
                opened: Some(signature.clone()),
                version: Some(1),
                ..Row::first(&id, signature)
            };
            let mut writer = Writer::new(&mut writing);
            writer.contents.extend(body::contents(plan));
            draft::write(&mut writer, &row, contents).await?;
            let (told, written) = (format!("{} opened", row.id()), writer.contents);
            audit::add(&mut writing, turn, signature, (Deed::Draft, &told), written).await?;
            writing.commit().await?;
            draft::draft_of(row, contents.clone())
        };
        opening.await.map_err(|fault| self.error(fault))
    }

    /// The plans that are drafts only, by body and year.
    ///
    /// # Errors
    /// Whatever the engine says.
    pub async fn first_drafts(&self) -> Result<Vec<FirstDraft>, StoreError> {
        let listing = async {
            let mut reading = self.readers.begin_with(self.engine.begin_reading()).await?;
            let sql = "SELECT b.ipa, b.name, p.year, r.saved_by, r.saved_at \
                       FROM plan p JOIN body b ON b.ipa = p.body JOIN revision r ON r.plan = p.id \
                       WHERE r.number = 0 AND NOT EXISTS \
                       (SELECT 1 FROM revision l WHERE l.plan = p.id AND l.number > 0) \
                       ORDER BY b.ipa, p.year";
            let rows = sqlx::query(sql).fetch_all(&mut *reading).await?;
            rows.iter()
                .map(|row| {
                    Ok(FirstDraft {
                        body: Body { ipa: row.try_get(0)?, name: row.try_get(1)? },
                        year: row.try_get(2)?,
                        saved: Signature { who: row.try_get(3)?, at: body::moment(row, 4)? },
                    })
                })
                .collect::<Result<Vec<_>, Fault>>()
        };
        listing.await.map_err(|fault| self.error(fault))
    }
}

/// The readings that a plan's first revision goes on from: the last of each year before, as far as
/// the plan of the year before is stored.
pub(crate) async fn references(
    connection: &mut AnyConnection,
    plan: &Plan,
) -> Result<Vec<Reading>, Fault> {
    let before = body::plan_id(&plan.body.ipa, plan.year - 1);
    let list = READING.rows(connection, &before, reading::read).await?;
    Ok(baselines(plan, &Readings { list }).list)
}
