//! One target a year, each with its year beside it: `80% nel 2021, 85% nel 2022`.
//! Not here: cells side by side, whose years nobody writes ([`super::cells`]).

use super::normalise::clean;
use super::{Context, understand_one};
use crate::target::Target;

/// The targets of two or more years that follow one another; nothing where any part is doubtful.
pub(super) fn read(text: &str, context: Context) -> Option<Target> {
    let text = text.trim_end_matches(['.', ';', ' ']);
    let parts: Vec<&str> =
        if text.contains(';') { text.split(';').collect() } else { text.split(", ").collect() };
    if !(2..=6).contains(&parts.len()) {
        return None;
    }
    let mut years: Vec<(i16, Target)> = Vec::with_capacity(parts.len());
    for part in parts {
        let (year, phrase) = dated(part.trim())?;
        let follows = years.last().is_none_or(|(last, _)| *last < year);
        let own = Context { year: Some(year), ..context };
        let target = understand_one(&clean(phrase), own).ok().filter(|_| follows)?;
        // A part that is itself of several parts would leave the year of the second open.
        matches!(target, Target::Level { .. } | Target::Range { .. } | Target::By(_))
            .then(|| years.push((year, target)))?;
    }
    let named = context.year.is_none_or(|own| years.iter().any(|(year, _)| *year == own));
    named.then_some(Target::ByYear(years))
}

/// `2021: 80%`, `80% nel 2021`.
fn dated(part: &str) -> Option<(i16, &str)> {
    let (year, phrase) = match part.split_once(':') {
        Some((year, phrase)) => (year, phrase),
        None => part.rsplit_once(" nel ").map(|(phrase, year)| (year, phrase))?,
    };
    let year = year.trim();
    let plain = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    let year = year.parse().ok().filter(|year| plain && (1990..2100).contains(year))?;
    Some((year, phrase.trim()))
}
