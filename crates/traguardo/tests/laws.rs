//! The laws of scoring, tried on generated plans: what no example can show for all.
//! Not here: single figures, which stand beside the formulas.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that fails says so by panicking")]

use jiff::civil::date;
use proptest::prelude::*;
use traguardo::indicator::Indicator;
use traguardo::number::{self, Decimal};
use traguardo::plan::{Body, Card, Details, Node, Plan, Quotas, Targets, Use};
use traguardo::quantity::Quantity;
use traguardo::reading::{Observed, Reading, Readings};
use traguardo::rules::{
    AtMostRule, IndicatorRules, MissingRule, NodeRules, NotDueRule, Rules, StepsRule,
    WithoutWeightsRule,
};
use traguardo::score::{Outcome, Scores};
use traguardo::scoring::score;
use traguardo::target::{Comparison, Expected, Meaning, Step, Target, Threshold};

fn decimal() -> impl Strategy<Value = Decimal> {
    let bounded = prop_oneof![-2_000_i64..2_000, -999_999_999_999_999_i64..=999_999_999_999_999];
    (bounded, 0_u32..=6).prop_map(|(digits, scale)| Decimal::new(digits, scale))
}

fn comparison() -> impl Strategy<Value = Comparison> {
    prop_oneof![
        Just(Comparison::AtLeast),
        Just(Comparison::AtMost),
        Just(Comparison::MoreThan),
        Just(Comparison::LessThan),
        Just(Comparison::Exactly),
    ]
}

fn target() -> impl Strategy<Value = Target> {
    let level = (comparison(), decimal())
        .prop_map(|(comparison, level)| Target::level(comparison, Quantity::bare(level)));
    let range = (decimal(), decimal()).prop_map(|(a, b)| Target::Range {
        low: Quantity::bare(a.min(b)),
        high: Quantity::bare(a.max(b)),
    });
    let steps = (any::<bool>(), decimal(), 1_u32..50, 1_u32..50).prop_map(|(less, top, a, b)| {
        let comparison = if less { Comparison::AtMost } else { Comparison::AtLeast };
        let away = |by: u32| if less { top + Decimal::from(by) } else { top - Decimal::from(by) };
        let step = |score: u8, level| Step {
            score: score.into(),
            threshold: Threshold::Level(comparison, level),
            measure: None,
        };
        Target::Steps(vec![step(100, top), step(80, away(a)), step(60, away(a + b))])
    });
    prop_oneof![4 => level, 1 => range, 1 => steps]
}

fn indicator_rules() -> impl Strategy<Value = IndicatorRules> {
    let cap = prop_oneof![Just(None), (0_u32..3).prop_map(|c| Some(Decimal::from(100 + c * 50)))];
    let floor = (0_i64..20).prop_map(Decimal::from);
    (cap, floor, any::<bool>(), any::<bool>()).prop_map(|(cap, floor, hyperbolic, joined)| {
        IndicatorRules {
            cap,
            floor,
            at_most: if hyperbolic { AtMostRule::Hyperbolic } else { AtMostRule::Linear },
            steps: if joined { StepsRule::Interpolate } else { StepsRule::Stairs },
            ..IndicatorRules::default()
        }
    })
}

fn rules() -> impl Strategy<Value = Rules> {
    let missing =
        prop_oneof![Just(MissingRule::Zero), Just(MissingRule::Exclude), Just(MissingRule::Block)];
    let not_due = prop_oneof![Just(NotDueRule::Zero), Just(NotDueRule::Exclude)];
    let weights = prop_oneof![Just(WithoutWeightsRule::NoScore), Just(WithoutWeightsRule::Equal)];
    (indicator_rules(), missing, not_due, weights).prop_map(
        |(indicator, missing, not_due, without_weights)| Rules {
            indicator,
            node: NodeRules { missing, not_due, without_weights },
            ..Rules::default()
        },
    )
}

fn plan_of(weights: &[Option<u16>], targets: &[Target]) -> Plan {
    let body = Body { ipa: "ente".to_owned(), name: "Ente".to_owned() };
    let mut plan = Plan::new(body, 2020);
    plan.levels = vec!["obiettivo".to_owned()];
    plan.nodes.push(Node {
        code: "1".to_owned(),
        parent: None,
        level: "obiettivo".to_owned(),
        title: "Obiettivo".to_owned(),
        quotas: Quotas::default(),
        card: Card::default(),
        details: Details { weight: Some(Decimal::ONE_HUNDRED), ..Details::default() },
    });
    for (at, (weight, target)) in weights.iter().zip(targets).enumerate() {
        let meaning = Meaning::Read(target.clone());
        let year = Expected { verbatim: target.normal(), meaning };
        let targets = Targets { year: Some(year), ..Targets::default() };
        let weight = weight.map(Decimal::from);
        plan.indicators.push(Indicator { code: format!("I{at}"), ..Indicator::default() });
        plan.uses.push(Use {
            indicator: format!("I{at}"),
            node: "1".to_owned(),
            title: None,
            details: Details { weight, targets, ..Details::default() },
        });
    }
    plan
}

fn readings_of(actuals: &[Option<Decimal>]) -> Readings {
    let reading = |(at, actual): (usize, &Option<Decimal>)| {
        let observed = Observed::Number(Quantity::bare((*actual)?));
        let day = Some(date(2020, 12, 31));
        Some(Reading { indicator: format!("I{at}"), date: day, observed, ..Reading::default() })
    };
    Readings { list: actuals.iter().enumerate().filter_map(reading).collect() }
}

fn scores(plan: &Plan, readings: &Readings, rules: &Rules) -> Scores {
    score(plan, readings, rules, date(2020, 12, 31))
}

fn one(target: &Target, actual: Decimal, rules: &Rules) -> Outcome {
    let plan = plan_of(&[Some(100)], std::slice::from_ref(target));
    scores(&plan, &readings_of(&[Some(actual)]), rules).uses[0].reckoning.outcome
}

type Leaf = (Option<u16>, Target, Option<Decimal>);

fn leaves() -> impl Strategy<Value = Vec<Leaf>> {
    let weight = prop_oneof![4 => (0_u16..200).prop_map(Some), 1 => Just(None)];
    let actual = prop_oneof![4 => decimal().prop_map(Some), 1 => Just(None)];
    proptest::collection::vec((weight, target(), actual), 1..8)
}

fn node_outcome(leaves: &[Leaf], rules: &Rules) -> Outcome {
    let weights: Vec<_> = leaves.iter().map(|leaf| leaf.0).collect();
    let targets: Vec<_> = leaves.iter().map(|leaf| leaf.1.clone()).collect();
    let actuals: Vec<_> = leaves.iter().map(|leaf| leaf.2).collect();
    scores(&plan_of(&weights, &targets), &readings_of(&actuals), rules).nodes[0].rolled.outcome
}

/// Sums in another order may differ in the last of 28 digits, never in one that is printed.
fn same(a: Outcome, b: Outcome) -> bool {
    match (a, b) {
        (Outcome::Scored(a), Outcome::Scored(b)) => {
            (a - b).abs() <= a.abs().max(Decimal::ONE) * Decimal::new(1, 18)
        }
        (a, b) => a == b,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn a_score_stays_within_floor_and_cap(t in target(), actual in decimal(), rules in rules()) {
        let score = one(&t, actual, &rules).score().unwrap();
        prop_assert!(score >= rules.indicator.floor);
        prop_assert!(rules.indicator.cap.is_none_or(|cap| score <= cap));
    }

    #[test]
    fn a_better_actual_never_lowers_a_score(
        (comparison, level) in (comparison(), decimal()),
        (a, b) in (decimal(), decimal()),
        rules in rules(),
    ) {
        prop_assume!(comparison != Comparison::Exactly);
        let target = Target::level(comparison, Quantity::bare(level));
        let (worse, better) = if comparison.wants_less() { (a.max(b), a.min(b)) } else { (a.min(b), a.max(b)) };
        let (worse, better) = (one(&target, worse, &rules), one(&target, better, &rules));
        prop_assert!(worse.score() <= better.score(), "{worse:?} {better:?}");
    }

    #[test]
    fn a_better_actual_never_lowers_a_score_with_steps(
        t in target(), a in decimal(), b in decimal(), rules in rules(),
    ) {
        let Target::Steps(steps) = &t else { return Ok(()) };
        let less = matches!(steps[0].threshold, Threshold::Level(c, _) if c.wants_less());
        let (worse, better) = if less { (a.max(b), a.min(b)) } else { (a.min(b), a.max(b)) };
        prop_assert!(one(&t, worse, &rules).score() <= one(&t, better, &rules).score());
    }

    #[test]
    fn the_order_of_siblings_changes_nothing(
        (leaves, shuffled) in leaves().prop_flat_map(|l| (Just(l.clone()), Just(l).prop_shuffle())),
        rules in rules(),
    ) {
        prop_assert!(same(node_outcome(&leaves, &rules), node_outcome(&shuffled, &rules)));
    }

    #[test]
    fn a_common_factor_on_the_weights_changes_nothing(
        leaves in leaves(), factor in 1_u16..40, rules in rules(),
    ) {
        let scaled: Vec<Leaf> =
            leaves.iter().cloned().map(|(w, t, a)| (w.map(|w| w * factor), t, a)).collect();
        prop_assert!(same(node_outcome(&leaves, &rules), node_outcome(&scaled, &rules)));
    }

    #[test]
    fn a_node_lies_between_its_lowest_and_highest_part(leaves in leaves(), rules in rules()) {
        let Outcome::Scored(node) = node_outcome(&leaves, &rules) else { return Ok(()) };
        prop_assert!(node >= Decimal::ZERO);
        prop_assert!(rules.indicator.cap.is_none_or(|cap| node <= cap));
    }

    #[test]
    fn a_number_that_is_written_is_read_again(number in decimal()) {
        let read = number::parse(&number::format(number)).unwrap();
        prop_assert_eq!((read, read.scale()), (number, number.scale()));
    }

    #[test]
    fn no_text_makes_a_reader_panic(text in "\\PC{0,60}") {
        let _ = number::parse(&text);
        let _ = Quantity::parse(&text);
        let _ = traguardo::period::parse_moment(&text);
        let _ = traguardo::target::phrase::read(&text, Default::default());
    }

    #[test]
    fn a_written_target_is_never_lost(text in "\\PC{0,60}") {
        let mut plan = traguardo::sample::plan();
        plan.uses[0].details.targets.year = Some(Expected::written(text.clone()));
        plan.understand();
        prop_assert_eq!(&plan.uses[0].details.targets.year.as_ref().unwrap().verbatim, &text);
    }
}
