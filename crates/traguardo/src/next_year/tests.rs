//! What is copied into the next year's plan, what is not, and what is to be reconsidered in it.
//! Not here: the pages and the files that show it.

use proptest::prelude::*;

use super::*;
use crate::check::check;
use crate::number::Decimal;
use crate::period::parse_date;
use crate::plan::Event;
use crate::quantity::Quantity;
use crate::reading::{Observed, Reading};
use crate::rules::Rules;
use crate::sample;
use crate::target::Expected;
use crate::text::{Lang, Texts};

fn used(indicator: &str, node: &str) -> RowOf {
    RowOf::Use { indicator: indicator.to_owned(), node: node.to_owned() }
}

fn read(indicator: &str, day: &str, number: i64) -> Reading {
    Reading {
        indicator: indicator.to_owned(),
        date: parse_date(day).ok(),
        observed: Observed::Number(Quantity::bare(Decimal::from(number))),
        ..Reading::default()
    }
}

fn next(plan: &Plan, readings: &Readings) -> NextYear {
    let rules = Rules::default();
    next_year(Side { plan, readings, rules: &rules }, &[])
}

fn told(next: &NextYear) -> String {
    let texts = Texts::of(Lang::It);
    let line = |one: &Reconsider| {
        let row = one.row.as_ref().map_or_else(|| one.title.clone(), RowOf::name);
        format!("{row} {}: {}", one.column, texts.sentence(&one.reason.sentence()))
    };
    next.reconsider.iter().map(line).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_copy_has_the_same_tree_a_year_later_and_nothing_that_the_year_brought() {
    let mut old = sample::plan();
    old.nodes[1].details.acts = vec!["D GC 65/2020".to_owned()];
    old.nodes[1].details.status = Some(Status::Updated);
    old.nodes[1].details.printed.whole = Some("62,96".to_owned());
    old.nodes[1].card.result = Some("Fatto".to_owned());
    old.nodes[1].card.benefit = Some("Più imprese che esportano".to_owned());
    let new = next(&old, &sample::readings()).contents.plan;
    assert_eq!((new.year, new.horizon.as_slice()), (2021, &[2021][..]));
    let rows = |plan: &Plan| {
        let node =
            |n: &crate::plan::Node| (n.code.clone(), n.parent.clone(), n.quotas, n.details.weight);
        let used = |u: &crate::plan::Use| (u.indicator.clone(), u.node.clone(), u.details.weight);
        let nodes: Vec<_> = plan.nodes.iter().map(node).collect();
        (nodes, plan.uses.iter().map(used).collect::<Vec<_>>(), plan.indicators.clone())
    };
    assert_eq!(rows(&new), rows(&old));
    let (details, card) = (&new.nodes[1].details, &new.nodes[1].card);
    assert_eq!((details.status, details.acts.len(), &details.printed.whole), (None, 0, &None));
    assert_eq!((&card.result, card.benefit.is_some()), (&None, true));
    let periodic = &new.uses[0].details.targets.periodic;
    assert_eq!(periodic.keys().next().unwrap().to_string(), "2021-06-30");
    assert_eq!(periodic.values().next().unwrap().verbatim, ">= 6.500.000.000 €");
}

#[test]
fn the_target_of_the_new_year_comes_from_its_column_and_the_horizon_slides() {
    let mut old = sample::plan();
    old.horizon = vec![2020, 2021, 2022];
    let targets = &mut old.uses[1].details.targets;
    targets.other_years.insert(2021, Expected::written(">= 700 N."));
    targets.other_years.insert(2022, Expected::written(">= 800 N."));
    let next = next(&old, &sample::readings());
    let new = &next.contents.plan;
    assert_eq!(new.horizon, [2021, 2022, 2023]);
    let targets = &new.uses[1].details.targets;
    assert_eq!(targets.year.as_ref().unwrap().verbatim, ">= 700 N.");
    assert_eq!(targets.other_years.keys().copied().collect::<Vec<_>>(), [2022]);
    let from = |r: &&Reconsider| r.reason == Reason::FromHorizon;
    let rows: Vec<_> = next.reconsider.iter().filter(from).map(|r| r.row.clone()).collect();
    assert_eq!(rows, [Some(used("PART", "301"))]);
    // In the middle of a horizon that stands, the years stay, and so do the targets of those past.
    old.horizon = vec![2019, 2020, 2021];
    let new = super::next_year(
        Side { plan: &old, readings: &sample::readings(), rules: &Rules::default() },
        &[],
    );
    let plan = &new.contents.plan;
    assert_eq!(plan.horizon, [2019, 2020, 2021]);
    assert_eq!(plan.uses[1].details.targets.other_years.get(&2020).unwrap().verbatim, ">= 600 N.");
}

#[test]
fn what_an_act_took_out_is_left_out_with_all_that_stands_under_it() {
    let mut old = sample::plan();
    old.nodes[2].details.status = Some(Status::Eliminated);
    old.uses[0].details.status = Some(Status::Neutralised);
    let next = next(&old, &sample::readings());
    let left: Vec<_> = next.left_out.iter().map(|l| (l.row.name(), l.why)).collect();
    let expected = [
        ("EXPORT (301)".to_owned(), Some(Status::Neutralised)),
        ("301.D1.2".to_owned(), Some(Status::Eliminated)),
        ("CERT (301.D1.2)".to_owned(), None),
    ];
    assert_eq!(left, expected);
    let codes: Vec<_> = next.contents.plan.indicators.iter().map(|i| i.code.as_str()).collect();
    assert_eq!(codes, ["PART"]);
    assert_eq!(next.baselines.list.len(), 1, "what is not copied needs no reference");
}

#[test]
fn days_and_years_that_are_over_are_marked_and_left_as_they_are_written() {
    let mut old = sample::plan();
    let target = |phrase: &str| Some(Expected::written(phrase));
    old.uses[0].details.targets.year = target("entro il 31/10/2020");
    old.uses[0].details.targets.periodic.clear();
    old.uses[1].details.targets.year = target("+5% rispetto al 2019");
    old.uses[1].details.targets.periodic.clear();
    old.uses[2].details.targets.year = target("come da programma 2020 della Giunta");
    old.nodes[2].title = "Sportello 2020".to_owned();
    old.events = vec![Event {
        name: "chiusura del bilancio".to_owned(),
        date: parse_date("30/04/2020").ok(),
        act: None,
        row: 3,
    }];
    old.understand();
    let next = next(&old, &Readings::default());
    let found = told(&next);
    for line in [
        "chiusura del bilancio data: ",
        "EXPORT (301) target: ",
        "PART (301) target: ",
        "301.D1.2 titolo: ",
        "CERT (301.D1.2) target: ",
    ] {
        assert!(found.contains(line), "{line}: {found}");
    }
    let plan = &next.contents.plan;
    assert_eq!(plan.uses[0].details.targets.year.as_ref().unwrap().verbatim, "entro il 31/10/2020");
    assert_eq!((plan.events[0].date, plan.events[0].row), (None, 0));
    assert_eq!(found.matches("non c'è nemmeno una rilevazione").count(), 3, "{found}");
}

#[test]
fn a_level_below_the_mean_of_the_last_three_readings_is_marked() {
    let mut old = sample::plan();
    old.uses[1].details.targets.year = Some(Expected::written(">= 500 N."));
    old.understand();
    let list = vec![
        read("PART", "2018-12-31", 600),
        read("PART", "2019-12-31", 620),
        read("PART", "2020-06-30", 300),
        read("PART", "2020-12-31", 640),
    ];
    old.indicators[1].accumulates = Some(true);
    let below = |next: &NextYear| {
        next.reconsider.iter().find_map(|r| match &r.reason {
            Reason::BelowMean { level, mean } => Some((*level, *mean)),
            _ => None,
        })
    };
    let readings = Readings { list };
    let found = next(&old, &readings);
    // The figure of June is a part of that of December.
    assert_eq!(below(&found), Some((Decimal::from(500), Decimal::from(620))));
    old.uses[1].details.targets.year = Some(Expected::written(">= 650 N."));
    old.understand();
    assert_eq!(below(&next(&old, &readings)), None);
}

#[test]
fn three_full_results_in_a_row_are_marked_and_one_reading_at_three_checkpoints_is_one() {
    let mut old = sample::plan();
    old.uses[2]
        .details
        .targets
        .periodic
        .insert(parse_date("30/09/2020").unwrap(), Expected::written(">= 83,00 %"));
    old.understand();
    let full = |list: Vec<Reading>| {
        let next = next(&old, &Readings { list });
        next.reconsider.iter().any(|r| r.reason == Reason::AlwaysFull)
    };
    assert!(!full(vec![read("CERT", "2020-06-30", 96)]));
    let three = ["2020-06-30", "2020-09-30", "2020-12-31"];
    assert!(full(three.map(|day| read("CERT", day, 96)).into()));
    let mut once_less = three.map(|day| read("CERT", day, 96));
    once_less[1] = read("CERT", "2020-09-30", 40);
    assert!(!full(once_less.into()));
}

#[test]
fn results_of_earlier_plans_count_too() {
    let (plan, rules) = (sample::plan(), Rules::default());
    let of_year = |year: i16| {
        let mut plan = plan.clone();
        plan.year = year;
        plan.checkpoints.clear();
        plan.uses.iter_mut().for_each(|used| used.details.targets.periodic.clear());
        plan.understand();
        (plan, Readings { list: vec![read("CERT", &format!("{year}-12-31"), 90)] })
    };
    let years: Vec<_> = [2018, 2019, 2020].map(of_year).into();
    let sides: Vec<Side<'_>> =
        years.iter().map(|(plan, readings)| Side { plan, readings, rules: &rules }).collect();
    let next = next_year(sides[2], &sides[..2]);
    assert!(next.reconsider.iter().any(|r| r.reason == Reason::AlwaysFull), "{}", told(&next));
}

#[test]
fn a_change_on_the_year_before_has_its_reference_and_is_not_met_by_it() {
    let mut old = sample::plan();
    old.uses[1].details.targets.year = Some(Expected::written("+5% rispetto all'anno precedente"));
    old.uses[1].details.targets.periodic.clear();
    old.understand();
    let readings = Readings { list: vec![read("PART", "2020-12-31", 640)] };
    let next = next(&old, &readings);
    let met = |r: &&Reconsider| r.reason.name() == "already_met";
    assert!(next.reconsider.iter().find(met).is_none(), "{}", told(&next));
    assert_eq!(next.baselines.list.len(), 1);
    assert_eq!(next.baselines.list[0].date, parse_date("31/12/2020").ok());
}

proptest! {
    #[test]
    fn a_copy_is_a_plan_that_checks_no_worse_than_what_it_was_copied_from(
        weights in proptest::collection::vec(1_u32..100, 3), out in 0_usize..4,
    ) {
        let mut old = sample::plan();
        for (used, weight) in old.uses.iter_mut().zip(&weights) {
            used.details.weight = Some((*weight).into());
        }
        if let Some(used) = old.uses.get_mut(out) {
            used.details.status = Some(Status::Eliminated);
        }
        let next = next(&old, &sample::readings());
        let count = old.uses.len() - usize::from(out < old.uses.len());
        prop_assert_eq!(next.contents.plan.uses.len(), count);
        let of_kind = |issues: Vec<crate::issue::Issue>, name: &str| {
            issues.iter().filter(|issue| issue.kind.name == name).count()
        };
        let (rules, none) = (Rules::default(), Readings::default());
        let new = check(&next.contents.plan, &none, &rules);
        let old = check(&old, &none, &rules);
        prop_assert!(of_kind(new, "parent-missing") <= of_kind(old, "parent-missing"));
    }
}
