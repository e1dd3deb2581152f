//! Issues of dates: a deadline outside its year or before the act that sets it, targets for years
//! that the plan does not embrace. Not here: days that no calendar holds.

use hashbrown::HashSet;

use super::acts;
use super::place::in_plan;
use super::prose;
use super::targets::each_target;
use crate::issue::{Cell, Issue, Place, kinds};
use crate::period::Date;
use crate::plan::{Details, Plan};
use crate::target::{Day, Target, Threshold};

pub(super) fn check(plan: &Plan, issues: &mut Vec<Issue>) {
    let mut known: HashSet<i16> = plan.horizon.iter().copied().collect();
    known.insert(plan.year);
    let nodes = plan.nodes.iter().map(|node| (&node.details, &node.code));
    let uses = plan.uses.iter().map(|used| (&used.details, &used.indicator));
    for (details, code) in nodes.chain(uses).filter(|(details, _)| !details.is_out()) {
        check_row(plan, details, code, issues);
        for year in details.targets.other_years.keys() {
            // Said once for the whole column, at the first row that uses it.
            if known.insert(*year) {
                let place = in_plan(details, code, format!("target_{year}"));
                issues.push(
                    Issue::new(&kinds::TARGET_OUTSIDE_HORIZON, place)
                        .with("found", year.to_string())
                        .with("allowed", horizon(plan)),
                );
            }
        }
    }
}

fn horizon(plan: &Plan) -> String {
    plan.horizon.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

fn check_row(plan: &Plan, details: &Details, code: &str, issues: &mut Vec<Issue>) {
    let mut act: Option<Option<Date>> = None;
    each_target(details, |expected, column| {
        let Some(target) = expected.target() else { return };
        let mut days = Vec::new();
        collect_days(target, &mut days);
        if days.is_empty() {
            return;
        }
        let column = column();
        let named = column.strip_prefix("target_").and_then(|year| year.parse().ok());
        let year: i16 = named.unwrap_or(plan.year);
        if let Some(day) = days.iter().find(|day| day.year() != year) {
            let place = marked(in_plan(details, code, column.clone()), *day);
            issues.push(
                Issue::new(&kinds::TARGET_DATE_OUTSIDE, place)
                    .with("found", day.to_string())
                    .with("year", year.to_string()),
            );
        }
        // What the act of a revision set cannot have been due before it.
        let act = *act.get_or_insert_with(|| acts::only_date(details));
        if let Some((day, act)) = act.and_then(|act| Some((days.iter().find(|d| **d < act)?, act)))
            && named.is_none()
        {
            issues.push(
                Issue::new(&kinds::TARGET_BEFORE_ACT, marked(in_plan(details, code, column), *day))
                    .with("found", day.to_string())
                    .with("act", act.to_string()),
            );
        }
    });
}

/// The days that a target names; what an event or a period will bring is not known here.
fn collect_days(target: &Target, days: &mut Vec<Date>) {
    let mut collect = |day: &Day| {
        if let Day::On(date) | Day::Month(date) = day {
            days.push(*date);
        }
    };
    for leaf in target.leaves() {
        match leaf {
            Target::By(due) => collect(&due.day),
            Target::Steps(steps) => {
                for step in steps {
                    if let Threshold::By(day) = &step.threshold {
                        collect(day);
                    }
                }
            }
            _ => {}
        }
    }
}

/// A place with a day underlined, where it is written out.
fn marked(place: Place, day: Date) -> Place {
    let Some(cell) = &place.cell else { return place };
    let found = prose::dates(&cell.text).into_iter().find(|found| found.date == Some(day));
    match found {
        Some(found) => {
            let cell: Cell = cell.clone().at(found.range);
            place.cell(cell)
        }
        None => place,
    }
}
