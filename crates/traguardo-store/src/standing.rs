//! Plans kept at hand: what pages that save one reading need of a plan, loaded once and not at
//! every save. Not here: the saving, see [`crate::recording`].
//!
//! An adopted revision never changes: what is kept is used as long as there is no later one, written
//! by this process or by another.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use sqlx::Arguments;
use sqlx::any::AnyArguments;
use traguardo::collection::Mark;
use traguardo::plan::Plan;
use traguardo::reading::{Reading, Readings};
use traguardo::rules::Rules;
use traguardo::tree::Tree;

use crate::body;
use crate::collection::{MARK, read_mark};
use crate::error::{Fault, StoreError};
use crate::plan;
use crate::reading::{self, READING};
use crate::revision;
use crate::store::Store;

/// Plans kept at hand at most: those of the bodies that work at the same time.
const KEPT: usize = 16;

/// A plan with its rules and its shape, as of its latest revision.
#[derive(Debug, Clone, PartialEq)]
pub struct Standing {
    /// The plan, its targets understood.
    pub plan: Plan,
    /// Its shape.
    pub tree: Tree,
    /// The rules it is scored under.
    pub rules: Rules,
    /// The number of the revision.
    pub revision: i64,
}

/// The readings of one indicator, with what was said of them.
#[derive(Debug, Clone, PartialEq)]
pub struct OfIndicator {
    /// The readings, in the order in which they were added.
    pub readings: Readings,
    /// The position of each among all readings of the plan.
    pub positions: Vec<usize>,
    /// What was said of them, by their positions in this list.
    pub marks: Vec<Mark>,
}

/// The plans at hand, by their ids, each with its revision and the name of the body.
#[derive(Debug, Default)]
pub(crate) struct AtHand {
    plans: Mutex<HashMap<String, (Stamp, Arc<Standing>)>>,
    loading: tokio::sync::Mutex<()>,
}

type Stamp = (String, String);

impl Store {
    /// A plan as of its latest revision, without its readings.
    ///
    /// # Errors
    /// Those of [`Store::load`].
    pub async fn standing(&self, ipa: &str, year: i16) -> Result<Arc<Standing>, StoreError> {
        self.standing_whole(ipa, year).await.map_err(|fault| self.error(fault))
    }

    async fn standing_whole(&self, ipa: &str, year: i16) -> Result<Arc<Standing>, Fault> {
        let mut reading = self.readers.begin_with(self.engine.begin_reading()).await?;
        let (found, row) = revision::latest(&mut reading, ipa, year).await?;
        let stamp = (row.id(), found.body.name.clone());
        if let Some(known) = self.at_hand.get(&found.plan, &stamp) {
            return Ok(known);
        }
        // Many ask at once after a start, or after an act: one of them loads it, the others wait.
        let _loading = self.at_hand.loading.lock().await;
        if let Some(known) = self.at_hand.get(&found.plan, &stamp) {
            return Ok(known);
        }
        let (plan, rules) = plan::read(&mut reading, &found, &row).await?;
        reading.commit().await?;
        let tree = Tree::of(&plan);
        let standing = Arc::new(Standing { plan, tree, rules, revision: row.number });
        self.at_hand.put(found.plan, stamp, Arc::clone(&standing));
        Ok(standing)
    }

    /// The readings of one indicator of a plan, whatever their day, and the marks on them.
    ///
    /// # Errors
    /// Whatever the engine says; where there is no such plan there are no readings.
    pub async fn readings_of(
        &self,
        ipa: &str,
        year: i16,
        indicator: &str,
    ) -> Result<OfIndicator, StoreError> {
        let found = self.readings_of_whole(ipa, year, indicator).await;
        found.map_err(|fault| self.error(fault))
    }

    async fn readings_of_whole(
        &self,
        ipa: &str,
        year: i16,
        indicator: &str,
    ) -> Result<OfIndicator, Fault> {
        let plan = body::plan_id(ipa, year);
        let mut reading = self.readers.begin_with(self.engine.begin_reading()).await?;
        let is_code = |text: &str| !text.contains('\0');
        let mut found: Vec<(usize, Reading)> = Vec::new();
        let mut marks = Vec::new();
        if is_code(&plan) && is_code(indicator) {
            let arguments = || of_indicator(&plan, indicator);
            let condition = "indicator = $2";
            found =
                READING.rows_where(&mut reading, condition, arguments()?, reading::read).await?;
            let condition = "reading IN (SELECT r.position FROM reading r \
                             WHERE r.plan = $1 AND r.indicator = $2)";
            marks = MARK.rows_where(&mut reading, condition, arguments()?, read_mark).await?;
        }
        reading.commit().await?;
        let (positions, list): (Vec<usize>, Vec<Reading>) = found.into_iter().unzip();
        let marks = marks.into_iter().filter_map(|(_, mark)| {
            let reading = positions.binary_search(&mark.reading).ok()?;
            Some(Mark { reading, ..mark })
        });
        Ok(OfIndicator { readings: Readings { list }, marks: marks.collect(), positions })
    }
}

impl AtHand {
    fn get(&self, plan: &str, stamp: &Stamp) -> Option<Arc<Standing>> {
        let kept = self.plans.lock().unwrap_or_else(PoisonError::into_inner);
        let (known, standing) = kept.get(plan)?;
        (known == stamp).then(|| Arc::clone(standing))
    }

    fn put(&self, plan: String, stamp: Stamp, standing: Arc<Standing>) {
        let mut kept = self.plans.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= KEPT && !kept.contains_key(&plan) {
            kept.clear();
        }
        kept.insert(plan, (stamp, standing));
    }
}

fn of_indicator(plan: &str, indicator: &str) -> Result<AnyArguments, Fault> {
    let mut arguments = AnyArguments::default();
    arguments.add(plan).map_err(sqlx::Error::Encode)?;
    arguments.add(indicator).map_err(sqlx::Error::Encode)?;
    Ok(arguments)
}
