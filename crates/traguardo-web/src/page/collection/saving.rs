//! Saving a row: understood, allowed, recorded, and what it comes to.
//! Not here: how it is said, see [`super::row`].

use traguardo::access::{Action, On};
use traguardo::collection::{Collection, Owed, State};
use traguardo::period::Date;
use traguardo::plan::Plan;
use traguardo::reading::{Observed, Reading, ReadingState};
use traguardo::tree::Tree;
use traguardo_store::{OfIndicator, Recorded, Recording, Signature, Standing};

use super::sent::SentRow;
use crate::address::Addresses;
use crate::fault::Fault;
use crate::query::Asked;
use crate::router::{App, OfPlan};
use crate::visitor::{self, Visitor};
use crate::words::Words;

/// The most characters of a note or a reason.
const NOTE: usize = 2000;

/// What has become of a row.
pub struct Done {
    /// In one word.
    pub outcome: Outcome,
    /// The row as it stands now.
    pub owed: Owed,
    /// The reading that counts now, with its position, if there is one.
    pub reading: Option<(usize, Reading)>,
    /// Of which plan, under which rules.
    pub standing: std::sync::Arc<Standing>,
    /// The addresses of its pages.
    pub addresses: Addresses,
    /// When.
    pub at: traguardo::period::DateTime,
}

/// What has become of a row, in one word.
pub enum Outcome {
    /// It is on disk.
    Saved,
    /// It was on disk already.
    Same,
    /// Somebody else came first.
    Conflict {
        /// What they saved.
        first: Box<Reading>,
        /// Where it stands.
        position: usize,
        /// What was typed here.
        typed: String,
    },
    /// It cannot be saved as it is.
    Refused {
        /// Why, and how to mend it.
        said: String,
        /// Whether a reason is what is missing.
        wants_reason: bool,
    },
}

impl Outcome {
    /// Whether nothing of it is lost.
    #[must_use]
    pub fn is_saved(&self) -> bool {
        matches!(self, Self::Saved | Self::Same)
    }
}

/// What a row is about, looked up.
struct Looked {
    standing: std::sync::Arc<Standing>,
    of: OfIndicator,
    owed: Owed,
    signature: Signature,
    day: Date,
}

/// Saves a row.
///
/// # Errors
/// [`Fault::Refused`] where they may not, [`Fault::Sent`] where nothing of the kind is owed,
/// [`Fault::Store`].
pub async fn save(app: &App, plan: &OfPlan, asked: &Asked, row: &SentRow) -> Result<Done, Fault> {
    let words = Words::of(asked.lang());
    let mut looked = look(app, plan, asked, row).await?;
    let reading = match reading(row, &looked, words) {
        Ok(reading) => reading,
        Err(refused) => return Ok(done(looked, asked, refused)),
    };
    let recording = Recording {
        ipa: plan.0.clone(),
        year: looked.standing.plan.year,
        reading,
        seen: row.seen,
        key: row.key.clone(),
        signature: looked.signature.clone(),
    };
    let outcome = match app.store().record(recording).await {
        Ok(Recorded::Saved(position, reading)) => {
            looked.add(position, reading);
            Outcome::Saved
        }
        Ok(Recorded::AlreadySaved(position, reading)) => {
            looked.add(position, reading);
            Outcome::Same
        }
        Ok(Recorded::Conflict(position, first)) => {
            let typed = row.figure();
            looked.add(position, first.clone());
            Outcome::Conflict { first: Box::new(first), position, typed }
        }
        Err(error) => {
            use traguardo_store::Fault::{
                KeyUsed, ReadingsNotSuperseding, RowsFaulty, TextWithNul,
            };
            let wants_reason = matches!(error.fault, ReadingsNotSuperseding(_));
            match error.fault {
                KeyUsed | ReadingsNotSuperseding(_) | RowsFaulty { .. } | TextWithNul { .. } => {
                    Outcome::Refused { said: words.texts.sentence(&error.sentence()), wants_reason }
                }
                _ => return Err(Fault::Store),
            }
        }
    };
    Ok(done(looked, asked, outcome))
}

/// What a row is about: of which plan, whether it is owed, and whether they may record it.
async fn look(app: &App, plan: &OfPlan, asked: &Asked, row: &SentRow) -> Result<Looked, Fault> {
    let (ipa, year) = plan;
    let unknown = || Fault::Plan { ipa: ipa.clone(), year: year.clone() };
    let number: i16 = year.parse().map_err(|_| unknown())?;
    let standing = app.store().standing(ipa, number).await.map_err(|error| match error.fault {
        traguardo_store::Fault::PlanUnknown { .. } => unknown(),
        _ => Fault::Store,
    })?;
    let signature = signature(&standing.plan, &standing.tree, &row.indicator)?;
    let of = app.store().readings_of(ipa, number, &row.indicator).await;
    let of = of.map_err(|_| Fault::Store)?;
    let day = super::day(asked)?;
    let owed = owed(&standing, &of, day, row).ok_or(Fault::Sent)?;
    Ok(Looked { standing, of, owed, signature, day })
}

/// Who records, if they may: for one of the uses at least.
fn signature(plan: &Plan, tree: &Tree, indicator: &str) -> Result<Signature, Fault> {
    let uses = plan.uses.iter().enumerate().filter(|(_, used)| used.indicator == indicator);
    let mut refused = Fault::Sent;
    for (at, _) in uses {
        match visitor::permitted(Action::RecordReading, On::Use(plan, tree, at)) {
            Ok(signature) => return Ok(signature),
            Err(fault) => refused = fault,
        }
    }
    // Who may record nothing anywhere need not know which indicators there are.
    if Visitor::current().person.is_none() { Err(Fault::SignIn) } else { Err(refused) }
}

fn owed(standing: &Standing, of: &OfIndicator, day: Date, row: &SentRow) -> Option<Owed> {
    let Standing { plan, tree, rules, .. } = standing;
    let (readings, marks) = (&of.readings, of.marks.as_slice());
    let all = Collection { plan, tree, readings, marks, rules, day }.owed_of(&row.indicator);
    let mut same = all.into_iter();
    same.find(|owed| owed.part == row.part && Some(owed.checkpoint) == row.checkpoint)
}

/// The reading that a row makes; what it refuses says how to mend it.
fn reading(row: &SentRow, looked: &Looked, words: Words) -> Result<Reading, Outcome> {
    let refused = |said| Err(Outcome::Refused { said, wants_reason: false });
    let own = |at: usize| looked.of.positions.binary_search(&at).ok();
    let seen = row.seen.and_then(own).and_then(|at| looked.of.readings.list.get(at));
    let kept = seen.filter(|_| !row.is_figure_touched());
    let observed = match kept {
        Some(seen) => seen.observed.clone(),
        None => match row.typed().read(looked.owed.asks, looked.standing.plan.year) {
            Ok(observed) => with_measure(observed, seen),
            Err(fault) => return refused(words.texts.sentence(&fault.sentence(&row.figure()))),
        },
    };
    if row.note.chars().count() > NOTE || row.reason.chars().count() > NOTE {
        return refused(words.tell("collection-note-too-long", &[("most", NOTE.into())]));
    }
    let text = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    let wants_reason = looked.owed.state == State::Checked;
    let reason = match (text(&row.reason), seen) {
        (Some(reason), _) => Some(reason),
        (None, None) => None,
        (None, Some(_)) if wants_reason => {
            let said = words.say("collection-reason-wanted");
            return Err(Outcome::Refused { said, wants_reason });
        }
        (None, Some(_)) if looked.owed.state == State::SentBack => {
            Some(words.say("collection-reason-sent-back"))
        }
        (None, Some(_)) => Some(words.say("collection-reason-own")),
    };
    Ok(Reading {
        indicator: row.indicator.clone(),
        date: row.checkpoint,
        part: row.part,
        observed,
        note: text(&row.note),
        reason,
        state: Some(ReadingState::Recorded),
        source: seen.and_then(|seen| seen.source.clone()),
        ..Reading::default()
    })
}

/// A bare number keeps the measure that the reading before it was written with.
fn with_measure(observed: Observed, seen: Option<&Reading>) -> Observed {
    match (observed, seen.map(|seen| &seen.observed)) {
        (Observed::Number(mut now), Some(Observed::Number(before))) => {
            if now.measure.is_none() {
                now.measure.clone_from(&before.measure);
            }
            Observed::Number(now)
        }
        (observed, _) => observed,
    }
}

impl Looked {
    /// Takes in a reading that is on disk.
    fn add(&mut self, position: usize, reading: Reading) {
        if let Err(at) = self.of.positions.binary_search(&position) {
            self.of.positions.insert(at, position);
            self.of.readings.list.insert(at, reading);
            for mark in &mut self.of.marks {
                mark.reading += usize::from(mark.reading >= at);
            }
        }
        let same = SentRow {
            indicator: self.owed.indicator.clone(),
            part: self.owed.part,
            checkpoint: Some(self.owed.checkpoint),
            ..SentRow::default()
        };
        if let Some(owed) = owed(&self.standing, &self.of, self.day, &same) {
            self.owed = owed;
        }
    }
}

fn done(looked: Looked, asked: &Asked, outcome: Outcome) -> Done {
    let Looked { standing, of, owed, signature, .. } = looked;
    let reading = owed
        .reading
        .and_then(|at| Some((*of.positions.get(at)?, of.readings.list.get(at)?.clone())));
    let plan = &standing.plan;
    let at = Some(owed.checkpoint);
    let addresses = Addresses::plan(&plan.body.ipa, plan.year, at, asked.lang());
    Done { outcome, owed, reading, addresses, standing, at: signature.at }
}
