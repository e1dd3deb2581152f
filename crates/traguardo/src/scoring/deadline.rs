//! Deadlines turned into days: those of the calendar, and those that count from an event.
//! Not here: what a late date scores ([`super::formula`]).

use super::Situation;
use crate::period::Date;
use crate::plan::Event;
use crate::score::Cause;
use crate::target::{Day, Target, Threshold};

impl Situation<'_> {
    /// The day of a deadline, events looked up in the plan's register.
    pub(super) fn deadline(&self, day: &Day) -> Result<Date, Cause> {
        let Day::Event { event, offset } = day else { return day.date().ok_or(Cause::OtherKind) };
        let named = |entry: &&Event| is_same_event(&entry.name, event);
        let mut found = self.plan.events.iter().filter(named);
        let entry = found.next().ok_or(Cause::EventUnknown)?;
        let date = entry.date.ok_or(Cause::EventWithoutDate)?;
        offset.after(date).ok_or(Cause::Overflow)
    }

    /// The last day on which something of a target with deadlines can still be reached; none
    /// where it has no deadline.
    pub(super) fn last_deadline(&self, target: &Target) -> Option<Result<Date, Cause>> {
        match target {
            Target::By(due) => Some(self.deadline(&due.day)),
            Target::Steps(steps) => steps
                .iter()
                .filter_map(|step| match &step.threshold {
                    Threshold::By(day) => day.date(),
                    Threshold::Level(..) | Threshold::Judgement(_) => None,
                })
                .max()
                .map(Ok),
            _ => None,
        }
    }
}

/// Whether two names mean one event: capitals, articles and punctuation are not told apart.
fn is_same_event(entry: &str, named: &str) -> bool {
    const ARTICLES: [&str; 18] = [
        "il", "lo", "la", "l", "i", "gli", "le", "di", "del", "dello", "della", "dell", "dei",
        "degli", "delle", "d", "da", "dal",
    ];
    let words = |name: &str| -> Vec<String> {
        name.split(|c: char| !c.is_alphanumeric())
            .map(str::to_lowercase)
            .filter(|word| !word.is_empty() && !ARTICLES.contains(&word.as_str()))
            .collect()
    };
    words(entry) == words(named)
}
