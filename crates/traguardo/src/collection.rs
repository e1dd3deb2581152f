//! Collecting readings: what is owed, by when, by whom, and how far each has come.
//! Not here: what a reading scores ([`crate::scoring`]), and the keeping of readings and marks.

mod asks;
mod evidence;
mod mark;
mod owed;
mod state;
mod typed;

pub use asks::Asks;
pub use evidence::{Evidence, Proof};
pub use mark::{Mark, Verdict, latest};
pub use owed::{Asked, Collection, Owed};
pub use state::{Awaited, State};
pub use typed::{Typed, TypedFault};

use crate::indicator::Indicator;
use crate::period::{Checkpoint, Date, Span, year_end};
use crate::plan::Plan;

/// The checkpoint of a plan with the day by which its readings are to be handed in, where the body
/// has set one.
///
/// ```
/// use traguardo::{collection::hand_in, period::parse_date, sample};
/// let mut plan = sample::plan();
/// let june = plan.checkpoints[0].date;
/// assert_eq!(hand_in(&plan, june), None);
/// plan.checkpoints[0].hand_in = parse_date("15/07/2020").ok();
/// assert_eq!(hand_in(&plan, june).unwrap().to_string(), "2020-07-15");
/// ```
#[must_use]
pub fn hand_in(plan: &Plan, checkpoint: Date) -> Option<Date> {
    let same = |declared: &&Checkpoint| declared.date == checkpoint;
    plan.checkpoints.iter().find(same).and_then(|declared| declared.hand_in)
}

/// How often an indicator is read, where its `frequenza` says so in words that are known; without
/// it an indicator is read at every checkpoint that the body has declared.
///
/// ```
/// use traguardo::{collection::frequency, indicator::Indicator, period::Span};
/// let read = |words: &str| frequency(&Indicator {
///     frequency: Some(words.to_owned()),
///     ..Indicator::default()
/// });
/// assert_eq!(read("Semestrale"), Some(Span::HalfYear));
/// assert_eq!(read("ogni trimestre"), Some(Span::Quarter));
/// assert_eq!(read("quando serve"), None);
/// ```
#[must_use]
pub fn frequency(indicator: &Indicator) -> Option<Span> {
    indicator.frequency.as_deref().and_then(crate::target::phrase::how_often)
}

/// Whether a checkpoint is one of those that the body has declared; 31 December always is.
fn is_declared(plan: &Plan, checkpoint: Date) -> bool {
    checkpoint == year_end(plan.year) || plan.checkpoints.iter().any(|c| c.date == checkpoint)
}
