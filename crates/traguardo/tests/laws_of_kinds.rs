//! The laws of scoring for every kind of target that is no bare level: dates, events, references,
//! rates, judgements, compounds. Not here: levels, ranges, steps of numbers, see `laws.rs`.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that fails says so by panicking")]

use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use traguardo::indicator::Indicator;
use traguardo::number::Decimal;
use traguardo::period::Span;
use traguardo::plan::{Body, Card, Details, Event, Node, Plan, Quotas, Targets, Use};
use traguardo::quantity::Quantity;
use traguardo::reading::{Observed, Reading, Readings};
use traguardo::rules::{AtMostRule, IndicatorRules, Rules, StepsRule};
use traguardo::score::{Formula, Outcome, Reckoning};
use traguardo::scoring::score;
use traguardo::target::{
    About, Combine, Comparison, Day, Due, Expected, Meaning, Offset, Reference, Step, Target,
    Threshold,
};

/// A target with two things that could be observed of it, the second at least as good, and what
/// is known besides.
#[derive(Debug, Clone)]
struct Trial {
    target: Target,
    /// One of each part; one where there are no parts.
    worse: Vec<Observed>,
    better: Vec<Observed>,
    accumulates: bool,
    /// Readings that a reference finds: of which year and body.
    known: Vec<(i16, Option<&'static str>, Decimal)>,
}

const AT: Date = date(2020, 12, 31);
/// The event from which deadlines count.
const EVENT: Date = date(2020, 2, 29);

impl Trial {
    fn of(target: Target, worse: Observed, better: Observed) -> Self {
        let (worse, better) = (vec![worse], vec![better]);
        Self { target, worse, better, accumulates: false, known: Vec::new() }
    }

    fn reckoning(&self, observed: &[Observed], rules: &Rules) -> Reckoning {
        let plan = self.plan();
        let reading = |number: Option<u32>, observed: &Observed| Reading {
            indicator: "I".to_owned(),
            date: Some(AT),
            part: number,
            observed: observed.clone(),
            ..Reading::default()
        };
        let has_parts = self.target.leaves().len() > 1 || observed.len() > 1;
        let own = (1..).zip(observed).map(|(part, o)| reading(has_parts.then_some(part), o));
        let known = self.known.iter().map(|(year, body, number)| Reading {
            date: Some(date(*year, 12, 31)),
            body: body.map(str::to_owned),
            ..reading(None, &Observed::Number(Quantity::bare(*number)))
        });
        let readings = Readings { list: own.chain(known).collect() };
        score(&plan, &readings, rules, AT).uses[0].reckoning.clone()
    }

    fn plan(&self) -> Plan {
        let mut plan = Plan::new(Body { ipa: "ente".to_owned(), name: "Ente".to_owned() }, 2020);
        plan.cluster = vec!["altro".to_owned(), "terzo".to_owned()];
        plan.events =
            vec![Event { name: "bilancio".to_owned(), date: Some(EVENT), act: None, row: 0 }];
        plan.nodes.push(Node {
            code: "1".to_owned(),
            parent: None,
            level: "obiettivo".to_owned(),
            title: "Obiettivo".to_owned(),
            quotas: Quotas::default(),
            card: Card::default(),
            details: Details { weight: Some(Decimal::ONE_HUNDRED), ..Details::default() },
        });
        plan.indicators.push(Indicator {
            code: "I".to_owned(),
            accumulates: Some(self.accumulates),
            ..Indicator::default()
        });
        let meaning = Meaning::Read(self.target.clone());
        let year = Expected { verbatim: String::new(), meaning };
        let targets = Targets { year: Some(year), ..Targets::default() };
        plan.uses.push(Use {
            indicator: "I".to_owned(),
            node: "1".to_owned(),
            title: None,
            details: Details { weight: Some(Decimal::ONE_HUNDRED), targets, ..Details::default() },
        });
        plan
    }
}

fn decimal() -> impl Strategy<Value = Decimal> {
    let bounded = prop_oneof![3 => -2_000_i64..2_000, 1 => -999_999_999_999_i64..=999_999_999_999];
    (bounded, 0_u32..=6).prop_map(|(digits, scale)| Decimal::new(digits, scale))
}

fn one_sided() -> impl Strategy<Value = Comparison> {
    prop_oneof![
        Just(Comparison::AtLeast),
        Just(Comparison::AtMost),
        Just(Comparison::MoreThan),
        Just(Comparison::LessThan),
    ]
}

/// Two actuals, the worse one first.
fn actuals(comparison: Comparison) -> impl Strategy<Value = (Observed, Observed)> {
    let number = |number| Observed::Number(Quantity::bare(number));
    (decimal(), decimal()).prop_map(move |(a, b)| {
        let (low, high) = (number(a.min(b)), number(a.max(b)));
        if comparison.wants_less() { (high, low) } else { (low, high) }
    })
}

fn day_of_2020(number: i64) -> Date {
    date(2020, 1, 1).checked_add(number.days()).unwrap()
}

fn day() -> impl Strategy<Value = Day> {
    let span = prop_oneof![Just(Span::Month), Just(Span::Quarter), Just(Span::HalfYear)];
    let period = (span, 1_i8..=2, -20_i32..20).prop_map(|(span, number, offset_days)| {
        Day::Period { span, number, year: 2020, offset_days }
    });
    let offset =
        prop_oneof![(-40_i32..200).prop_map(Offset::Days), (-1_i32..9).prop_map(Offset::Months),];
    prop_oneof![
        (0_i64..360).prop_map(|number| Day::On(day_of_2020(number))),
        (1_i8..12).prop_map(|month| Day::Month(date(2020, month, 1).last_of_month())),
        period,
        offset.prop_map(|offset| Day::Event { event: "del bilancio".into(), offset }),
    ]
}

/// Two days on which something was done, the later one first; sooner or later it must be known.
fn done() -> impl Strategy<Value = (Observed, Observed)> {
    (0_i64..366, 0_i64..366, any::<bool>()).prop_map(|(a, b, never)| {
        let done = |number| Observed::Done(day_of_2020(number));
        (if never { Observed::YesNo(false) } else { done(a.max(b)) }, done(a.min(b)))
    })
}

fn mark() -> impl Strategy<Value = (Observed, Observed)> {
    (0_i64..=10_000, 0_i64..=10_000).prop_map(|(a, b)| {
        let mark = |hundredths| Observed::Judgement(Decimal::new(hundredths, 2));
        (mark(a.min(b)), mark(a.max(b)))
    })
}

fn deadline() -> impl Strategy<Value = Trial> {
    (day(), done()).prop_map(|(day, (worse, better))| {
        Trial::of(Target::By(Due { day, what: None }), worse, better)
    })
}

fn judgement() -> impl Strategy<Value = Trial> {
    mark().prop_map(|(worse, better)| Trial::of(Target::Judgement, worse, better))
}

fn event_done() -> impl Strategy<Value = Trial> {
    any::<bool>().prop_map(|better| {
        let yes_no = Observed::YesNo;
        Trial::of(Target::Done { what: None }, yes_no(false), yes_no(better))
    })
}

fn level() -> impl Strategy<Value = Trial> {
    (one_sided(), decimal()).prop_flat_map(|(comparison, level)| {
        actuals(comparison).prop_map(move |(worse, better)| {
            Trial::of(Target::level(comparison, Quantity::bare(level)), worse, better)
        })
    })
}

fn reference() -> impl Strategy<Value = (Reference, i16, Option<&'static str>)> {
    prop_oneof![
        Just((Reference::LastYear, 2019, None)),
        Just((Reference::YearsBefore(3), 2017, None)),
        Just((Reference::Year(2015), 2015, None)),
        Just((Reference::ClusterMean, 2020, Some("altro"))),
    ]
}

fn change() -> impl Strategy<Value = Trial> {
    (one_sided(), decimal(), any::<bool>(), reference(), decimal(), any::<bool>()).prop_flat_map(
        |(comparison, by, in_per_cent, (reference, year, body), base, is_stated)| {
            actuals(comparison).prop_map(move |(worse, better)| {
                let stated = is_stated.then_some(base);
                let target = Target::Change { comparison, by, in_per_cent, reference, stated };
                let known = if is_stated { Vec::new() } else { vec![(year, body, base)] };
                Trial { known, ..Trial::of(target, worse, better) }
            })
        },
    )
}

fn ratio() -> impl Strategy<Value = Trial> {
    (one_sided(), decimal(), reference(), decimal()).prop_flat_map(
        |(comparison, times, (reference, year, body), base)| {
            actuals(comparison).prop_map(move |(worse, better)| {
                let target = Target::Ratio { comparison, times, reference, stated: None };
                Trial { known: vec![(year, body, base)], ..Trial::of(target, worse, better) }
            })
        },
    )
}

fn rate() -> impl Strategy<Value = Trial> {
    let span = prop_oneof![Just(Span::Month), Just(Span::Quarter), Just(Span::HalfYear)];
    (one_sided(), decimal(), span, any::<bool>()).prop_flat_map(
        |(comparison, level, per, accumulates)| {
            actuals(comparison).prop_map(move |(worse, better)| {
                let level = Quantity::bare(level);
                let target = Target::Rate { comparison, level, per, about: About::default() };
                Trial { accumulates, ..Trial::of(target, worse, better) }
            })
        },
    )
}

/// Nearer to the reference is better, from either side.
fn within() -> impl Strategy<Value = Trial> {
    let sides = (any::<bool>(), any::<bool>());
    (decimal(), decimal(), decimal(), decimal(), reference(), sides).prop_map(
        |(tolerance, base, a, b, (reference, year, body), (above, below))| {
            let (far, near) = (a.abs().max(b.abs()), a.abs().min(b.abs()));
            let from = |gap, up: bool| {
                Observed::Number(Quantity::bare(if up { base + gap } else { base - gap }))
            };
            let target = Target::Within { tolerance, reference };
            let trial = Trial::of(target, from(far, above), from(near, below));
            Trial { known: vec![(year, body, base)], ..trial }
        },
    )
}

fn steps_of_days() -> impl Strategy<Value = Trial> {
    (0_i64..200, 1_i64..60, 1_i64..60, done()).prop_map(|(first, a, b, (worse, better))| {
        let step = |score: u8, number| Step {
            score: score.into(),
            threshold: Threshold::By(Day::On(day_of_2020(number))),
            measure: None,
        };
        let steps = vec![step(100, first), step(80, first + a), step(60, first + a + b)];
        Trial::of(Target::Steps(steps), worse, better)
    })
}

fn leaf() -> impl Strategy<Value = Trial> {
    prop_oneof![deadline(), judgement(), event_done(), level()]
}

fn compound() -> impl Strategy<Value = Trial> {
    (proptest::collection::vec(leaf(), 2..5), any::<bool>()).prop_map(|(leaves, lowest)| {
        let combine = if lowest { Combine::Min } else { Combine::Mean };
        let parts = leaves.iter().map(|leaf| leaf.target.clone()).collect();
        let all = |of: fn(&Trial) -> &Observed| leaves.iter().map(of).cloned().collect();
        Trial {
            worse: all(|leaf| &leaf.worse[0]),
            better: all(|leaf| &leaf.better[0]),
            target: Target::Compound { parts, combine },
            accumulates: false,
            known: Vec::new(),
        }
    })
}

/// Something due after every quarter, each time a part.
fn recurring() -> impl Strategy<Value = Trial> {
    (-30_i32..=0, proptest::collection::vec(done(), 4)).prop_map(|(offset_days, days)| {
        let day = Day::Each { span: Span::Quarter, offset_days };
        let (worse, better) = days.into_iter().unzip();
        let target = Target::By(Due { day, what: None });
        Trial { target, worse, better, accumulates: false, known: Vec::new() }
    })
}

fn trial() -> impl Strategy<Value = Trial> {
    prop_oneof![
        deadline(),
        judgement(),
        event_done(),
        change(),
        ratio(),
        rate(),
        within(),
        steps_of_days(),
        compound(),
        recurring(),
    ]
}

fn rules() -> impl Strategy<Value = Rules> {
    let cap = prop_oneof![Just(None), (0_u32..3).prop_map(|c| Some(Decimal::from(100 + c * 50)))];
    (cap, 0_i64..20, any::<bool>(), any::<bool>(), 0_i64..5).prop_map(
        |(cap, floor, hyperbolic, joined, late)| Rules {
            indicator: IndicatorRules {
                cap,
                floor: Decimal::from(floor),
                at_most: if hyperbolic { AtMostRule::Hyperbolic } else { AtMostRule::Linear },
                steps: if joined { StepsRule::Interpolate } else { StepsRule::Stairs },
                late_points_per_day: Decimal::from(late),
                ..IndicatorRules::default()
            },
            ..Rules::default()
        },
    )
}

/// The score of a reckoning, where it has one.
fn scored(reckoning: &Reckoning) -> Option<Decimal> {
    match reckoning.outcome {
        Outcome::Scored(score) => Some(score),
        _ => None,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_500))]

    #[test]
    fn a_better_actual_never_lowers_a_score(trial in trial(), rules in rules()) {
        let worse = trial.reckoning(&trial.worse, &rules);
        let better = trial.reckoning(&trial.better, &rules);
        if let (Some(low), Some(high)) = (scored(&worse), scored(&better)) {
            prop_assert!(low <= high, "{low} {high}");
        }
    }

    #[test]
    fn a_score_stays_within_floor_and_cap(trial in trial(), rules in rules()) {
        let reckoning = trial.reckoning(&trial.worse, &rules);
        let Some(score) = scored(&reckoning) else { return Ok(()) };
        // What a part that is not due yet counts is for the rules of nodes to say.
        if let Formula::Compound(parts, _) = &reckoning.formula
            && parts.iter().any(|part| scored(part).is_none())
        {
            return Ok(());
        }
        prop_assert!(score >= rules.indicator.floor, "{score}");
        prop_assert!(rules.indicator.cap.is_none_or(|cap| score <= cap), "{score}");
    }

    #[test]
    fn what_is_met_scores_at_least_100(trial in trial(), rules in rules()) {
        let reckoning = trial.reckoning(&trial.better, &rules);
        if let (Some(true), Some(score)) = (reckoning.met, scored(&reckoning)) {
            prop_assert!(score >= Decimal::ONE_HUNDRED, "{score}");
        }
    }

    #[test]
    fn a_compound_lies_between_its_lowest_and_its_highest_part(
        trial in compound(), rules in rules(),
    ) {
        let parts = match &trial.target {
            Target::Compound { parts, .. } => parts.clone(),
            _ => Vec::new(),
        };
        let alone = parts.into_iter().zip(&trial.better).map(|(target, observed)| {
            let one = Trial { target, ..trial.clone() };
            scored(&one.reckoning(std::slice::from_ref(observed), &rules))
        });
        let alone: Option<Vec<Decimal>> = alone.collect();
        let whole = scored(&trial.reckoning(&trial.better, &rules));
        let (Some(alone), Some(whole)) = (alone, whole) else { return Ok(()) };
        let (low, high) = (alone.iter().min().unwrap(), alone.iter().max().unwrap());
        let hair = Decimal::new(1, 15);
        prop_assert!(*low - hair <= whole && whole <= *high + hair, "{low} {whole} {high}");
        if matches!(trial.target, Target::Compound { combine: Combine::Min, .. }) {
            prop_assert_eq!(whole, *low);
        }
    }

    #[test]
    fn the_same_actual_scores_the_same_whatever_else_is_known(
        trial in deadline(), other in decimal(), rules in rules(),
    ) {
        let known = vec![(2019, None, other), (2020, Some("altro"), other)];
        let more = Trial { known, ..trial.clone() };
        let (one, two) =
            (trial.reckoning(&trial.worse, &rules), more.reckoning(&trial.worse, &rules));
        prop_assert_eq!(one.outcome, two.outcome);
    }
}

#[test]
fn most_trials_come_to_a_score() {
    // A law that nothing reaches is no law: each kind is scored far more often than not.
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;
    let mut runner = TestRunner::deterministic();
    let mut count = |strategy: BoxedStrategy<Trial>| {
        let scored = (0..100).filter(|_| {
            let trial = strategy.new_tree(&mut runner).unwrap().current();
            scored(&trial.reckoning(&trial.better, &Rules::default())).is_some()
        });
        scored.count()
    };
    for (name, strategy) in [
        ("deadline", deadline().boxed()),
        ("judgement", judgement().boxed()),
        ("event", event_done().boxed()),
        ("change", change().boxed()),
        ("ratio", ratio().boxed()),
        ("rate", rate().boxed()),
        ("within", within().boxed()),
        ("steps", steps_of_days().boxed()),
        ("compound", compound().boxed()),
        ("recurring", recurring().boxed()),
    ] {
        let found = count(strategy);
        assert!(found > 70, "{name}: {found}");
    }
}
