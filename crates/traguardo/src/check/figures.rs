//! Issues of readings beside one another: what adds up and falls, what is out of scale, what is
//! the same twice. Not here: a reading by itself, see [`super::readings`].

use hashbrown::HashMap;

use super::history::number_of;
use super::place::in_readings;
use super::subject::{Subject, year_level};
use crate::issue::{Issue, kinds};
use crate::number::{self, Decimal};
use crate::period::Date;
use crate::plan::Plan;
use crate::reading::{Observed, Reading, ReadingIndex};

/// How many times its target a figure must be to look like a slip of the point.
const OUT_OF_SCALE: i64 = 1_000;

pub(super) fn check(
    plan: &Plan,
    subjects: &[Subject<'_>],
    readings: &ReadingIndex<'_>,
    issues: &mut Vec<Issue>,
) {
    let mut same: HashMap<(Date, Decimal), First<'_>> = HashMap::new();
    for subject in subjects {
        let per_cent = subject.indicator.is_percentage();
        let level = year_level(subject.uses[0], plan.year).map(|(_, level)| level);
        let mut earlier: Option<(Date, Decimal)> = None;
        for (_, reading) in readings.of(&subject.indicator.code) {
            let own = reading.body.as_deref().is_none_or(|body| body == plan.body.ipa);
            let Some(date) = reading.date.filter(|_| own && reading.part.is_none()) else {
                continue;
            };
            let Some(figure) = number_of(reading, per_cent) else { continue };
            if subject.indicator.accumulates == Some(true) {
                check_fall(reading, date, figure, earlier, issues);
            }
            earlier = Some((date, figure));
            if let Some(level) = level.filter(|level| is_out_of_scale(figure, *level)) {
                issues.push(
                    Issue::new(&kinds::READING_OUT_OF_SCALE, in_readings(reading, "valore"))
                        .with("found", number::format(figure.round_dp(2)))
                        .with("expected", number::format(level)),
                );
            }
            check_same(subject, reading, (date, figure), &mut same, issues);
        }
    }
}

fn check_fall(
    reading: &Reading,
    date: Date,
    figure: Decimal,
    earlier: Option<(Date, Decimal)>,
    issues: &mut Vec<Issue>,
) {
    let fell = earlier
        .filter(|(day, before)| day.year() == date.year() && *day < date && figure < *before);
    if let Some((day, before)) = fell {
        issues.push(
            Issue::new(&kinds::READING_ACCUMULATED_FALLS, in_readings(reading, "valore"))
                .with("found", number::format(figure))
                .with("expected", number::format(before))
                .with("day", day.to_string()),
        );
    }
}

fn is_out_of_scale(figure: Decimal, level: Decimal) -> bool {
    let (figure, level, times) = (figure.abs(), level.abs(), Decimal::from(OUT_OF_SCALE));
    if figure.is_zero() || level.is_zero() {
        return false;
    }
    let beyond = |large: Decimal, small: Decimal| {
        small.checked_mul(times).is_some_and(|bound| large >= bound)
    };
    beyond(figure, level) || beyond(level, figure)
}

/// The first indicator that a figure was read of, and whether another one has been said already.
struct First<'a> {
    subject: &'a Subject<'a>,
    said: bool,
}

/// Two figures with decimals and at least four digits are hardly the same by chance. Each figure
/// is said once: one that many have is a figure that many share.
fn check_same<'a>(
    subject: &'a Subject<'a>,
    reading: &Reading,
    (date, figure): (Date, Decimal),
    same: &mut HashMap<(Date, Decimal), First<'a>>,
    issues: &mut Vec<Issue>,
) {
    let plain = figure.normalize();
    let long = plain.scale() > 0 && plain.mantissa().unsigned_abs() >= 1_000;
    if !long || !matches!(reading.observed, Observed::Number(_)) {
        return;
    }
    let first = same.entry((date, plain)).or_insert(First { subject, said: false });
    let (one, other) = (first.subject, subject);
    if !first.said && one.title != other.title && one.indicator.measure == other.indicator.measure {
        first.said = true;
        issues.push(
            Issue::new(&kinds::READINGS_IDENTICAL, in_readings(reading, "valore"))
                .with("other", &one.indicator.code)
                .with("found", number::format(figure)),
        );
    }
}
