//! The law of this crate: what is written reads back as the same values, rows aside.
//! Not here: what a reader does with what nobody writes, see `fuzz.rs`.

use std::collections::HashMap;

use jiff::civil::{Date, date};
use proptest::collection::{btree_map, vec};
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;
use traguardo::indicator::{Direction, Indicator};
use traguardo::number::{Decimal, Rounding};
use traguardo::office::Office;
use traguardo::period::Checkpoint;
use traguardo::plan::{
    Body, Card, Details, Difficulty, Event, Node, Plan, Printed, Quotas, Status, Targets, Use,
};
use traguardo::quantity::Quantity;
use traguardo::reading::{Observed, Reading, ReadingState, Readings};
use traguardo::rules::{
    AtMostRule, Band, Colour, IndicatorRules, MissingRule, NodeRules, NotDueRule, PrintRules,
    Rules, Shape, StepsRule, WithoutWeightsRule,
};
use traguardo::target::{Expected, answer::Answer};
use traguardo_files::{HandIn, read, read_workbook, workbook_bytes, write_folder};

/// A text that is not blank and has no spaces around it: odd, but one that an office can write.
fn text() -> impl Strategy<Value = String> {
    const ODD: &[&str] = &[
        "a", "è", "€", ";", ",", "\"", "'", "\n", "=", "+", "-", "@", "#", "<", "&", "_x000D_",
        " ", "\t", "中", "😀", "1", ".", "\\", "[]", "%", "N/D",
    ];
    let joined = vec(select(ODD), 1..8).prop_map(|pieces| pieces.concat().trim().to_owned());
    joined.prop_filter("not blank", |text| !text.is_empty() && text != "[]")
}

fn list() -> impl Strategy<Value = Vec<String>> {
    vec(text(), 0..3)
}

/// A number with a scale of its own: 96,00 is not 96.
fn number(most: i64) -> impl Strategy<Value = Decimal> {
    (0..=most, 0..=6_u32).prop_map(|(whole, scale)| {
        let mut number = Decimal::from(whole);
        number.rescale(scale);
        number
    })
}

fn day() -> impl Strategy<Value = Date> {
    (2015_i16..2025, 1_i8..=12, 1_i8..=28).prop_map(|(year, month, day)| date(year, month, day))
}

fn expected() -> impl Strategy<Value = Expected> {
    let phrase =
        select(&[">= 600 N.", "1.23", "entro il 31/12/2020", "0", "si", "qualitativo"][..]);
    prop_oneof![phrase.prop_map(String::from), text()].prop_map(Expected::written)
}

fn targets() -> impl Strategy<Value = Targets> {
    let year = (2021_i16..2024, expected());
    let score = select(&[80_i64, 60, 625]).prop_map(|n| Decimal::new(n, u32::from(n > 100)));
    let other_years = vec(year, 0..3).prop_map(|list| list.into_iter().collect());
    (
        of(expected()),
        other_years,
        btree_map(day(), expected(), 0..2),
        btree_map(score, expected(), 0..3),
    )
        .prop_map(|(year, other_years, periodic, steps)| Targets {
            year,
            other_years,
            periodic: periodic.into_iter().collect(),
            steps: steps.into_iter().collect(),
        })
}

fn details() -> impl Strategy<Value = Details> {
    let status = select(&[
        Status::Updated,
        Status::Eliminated,
        Status::Inserted,
        Status::Confirmed,
        Status::Neutralised,
    ]);
    let difficulty = (of(number(40)), of(number(30)), of(number(30)));
    let texts = (of(text()), of(text()), of(text()), of(text()), of(text()));
    let lists = (list(), list(), list());
    (of(number(10_000)), targets(), difficulty, texts, lists, any::<bool>(), of(status)).prop_map(
        |(weight, targets, difficulty, texts, lists, pira, status)| Details {
            weight,
            targets,
            responsible: lists.0,
            collectors: lists.1,
            mission: texts.0,
            pira,
            difficulty: Difficulty {
                complexity: difficulty.0,
                capability: difficulty.1,
                innovation: difficulty.2,
            },
            note: texts.1,
            status,
            acts: lists.2,
            printed: Printed { whole: texts.2, indicators: texts.3, children: texts.4 },
            row: 0,
            faulty: false,
        },
    )
}

fn node() -> impl Strategy<Value = Node> {
    let quotas = (of(number(100)), of(number(100)))
        .prop_map(|(indicators, children)| Quotas { indicators, children });
    (text(), of(text()), text(), text(), quotas, card(), details()).prop_map(
        |(code, parent, level, title, quotas, card, details)| Node {
            code,
            parent,
            level,
            title,
            quotas,
            card,
            details,
        },
    )
}

fn card() -> impl Strategy<Value = Card> {
    let texts = (of(text()), of(text()), of(text()), of(text()));
    (texts, of(number(100)), of(text())).prop_map(
        |((reference, kind, benefit, result), assessed, assessed_reason)| Card {
            reference,
            kind,
            benefit,
            result,
            assessed,
            assessed_reason,
        },
    )
}

/// Indicators with the uses of each: at the first one the title is the indicator's own.
fn indicator() -> impl Strategy<Value = Indicator> {
    let direction = select(&[Direction::Up, Direction::Down]);
    let texts = (of(text()), of(text()), of(text()), of(text()));
    (text(), text(), texts, of(direction), of(any::<bool>())).prop_map(
        |(code, title, (measure, formula, source, frequency), direction, accumulates)| Indicator {
            code,
            title,
            measure,
            direction,
            formula,
            source,
            accumulates,
            frequency,
        },
    )
}

fn answer() -> impl Strategy<Value = Answer> {
    let column = select(&["target", "target_2021", "periodico_2020-06-30", "soglia_62.5"]);
    let texts = (text(), text(), text(), of(text()), of(text()));
    (texts, column, of(day())).prop_map(|((code, written, means, parent, by), column, on)| Answer {
        code,
        parent,
        column: column.to_owned(),
        written,
        means,
        by,
        on,
        row: 0,
    })
}

fn plan() -> impl Strategy<Value = Plan> {
    let office = (text(), text(), of(text()), of(text()), of(text())).prop_map(
        |(code, name, parent, kind, head)| Office { code, name, parent, kind, head, row: 0 },
    );
    let event = (text(), of(day()), of(text())).prop_map(|(name, date, act)| Event {
        name,
        date,
        act,
        row: 0,
    });
    let checkpoint = (day(), of(day())).prop_map(|(date, hand_in)| Checkpoint { date, hand_in });
    let uses = vec((0..4_usize, 0..5_usize, text(), details()), 0..6);
    let tables = (vec(office, 0..3), vec(event, 0..3), vec(answer(), 0..3));
    let shape = (vec(2018_i16..2024, 1..4), list(), vec(checkpoint, 0..3), list());
    (text(), shape, vec(node(), 1..5), vec(indicator(), 4), uses, tables).prop_map(
        |(name, shape, nodes, indicators, uses, tables)| {
            let mut plan = Plan::new(Body { ipa: "cciaa_mo".to_owned(), name }, 2020);
            (plan.horizon, plan.levels, plan.checkpoints, plan.cluster) = shape;
            plan.nodes = nodes;
            add_uses(&mut plan, &indicators, uses);
            (plan.offices, plan.events, plan.answers) = tables;
            plan.understand();
            plan
        },
    )
}

fn add_uses(plan: &mut Plan, indicators: &[Indicator], uses: Vec<(usize, usize, String, Details)>) {
    let mut titles: HashMap<String, String> = HashMap::new();
    for (indicator, node, title, details) in uses {
        let indicator = &indicators[indicator];
        let (code, own) = (&indicator.code, &indicator.title);
        let title = match titles.get(code) {
            Some(own) => (title != *own).then_some(title),
            None => {
                titles.insert(code.clone(), own.clone());
                plan.indicators.push(indicator.clone());
                None
            }
        };
        let node = plan.nodes.get(node).map_or("nowhere", |node| &node.code).to_owned();
        plan.uses.push(Use { indicator: code.clone(), node, title, details });
    }
}

fn observed() -> impl Strategy<Value = Observed> {
    let measure = select(&["%", "gg", "N.", "€", "progetti approvati"]);
    let quantity = || {
        (number(999_999_999), any::<bool>(), of(measure.clone())).prop_map(
            |(number, negative, measure)| Quantity {
                number: if negative && !number.is_zero() { -number } else { number },
                measure: measure.map(Box::from),
            },
        )
    };
    let unread = select(&["1.23", "circa 5", "31/12/2020"]);
    prop_oneof![
        quantity().prop_map(Observed::Number),
        (number(1_000), number(1_000), of(quantity())).prop_map(
            |(numerator, denominator, stated)| Observed::Quotient {
                numerator,
                denominator,
                stated
            }
        ),
        day().prop_map(Observed::Done),
        any::<bool>().prop_map(Observed::YesNo),
        number(100).prop_map(Observed::Judgement),
        Just(Observed::NotAvailable),
        unread.prop_map(|text| Observed::Unread(text.to_owned())),
    ]
}

fn reading() -> impl Strategy<Value = Reading> {
    let state = select(&[ReadingState::Recorded, ReadingState::Checked]);
    let texts = (of(text()), of(text()), of(text()), of(text()), of(text()));
    let moment =
        (day(), 0_i8..24, 0_i8..60).prop_map(|(day, hour, minute)| day.at(hour, minute, 0, 0));
    let when = (day(), of(moment), of(1_u32..20));
    (text(), when, observed(), of(state), texts).prop_map(
        |(indicator, (date, recorded_at, part), observed, state, texts)| Reading {
            indicator,
            date: Some(date),
            observed,
            part,
            state,
            source: texts.0,
            note: texts.1,
            body: texts.2,
            recorded_at,
            recorded_by: texts.3,
            reason: texts.4,
            row: 0,
            faulty: false,
        },
    )
}

fn bands() -> impl Strategy<Value = Vec<Band>> {
    let look = (
        text(),
        select(&[
            Colour::Green,
            Colour::Olive,
            Colour::Amber,
            Colour::Red,
            Colour::Blue,
            Colour::Grey,
        ]),
        select(&[
            Shape::Tick,
            Shape::ThreeQuarters,
            Shape::Half,
            Shape::Triangle,
            Shape::Circle,
            Shape::Square,
        ]),
    );
    btree_map(-100..200_i64, look, 0..5).prop_map(|bands| {
        let band = |(from, (name, colour, shape)): (i64, _)| Band {
            from: Decimal::new(from, 1),
            name,
            colour,
            shape,
        };
        bands.into_iter().rev().map(band).collect()
    })
}

fn rules() -> impl Strategy<Value = Rules> {
    let indicator = (
        of(number(200)),
        select(&[AtMostRule::Linear, AtMostRule::Hyperbolic]),
        select(&[StepsRule::Stairs, StepsRule::Interpolate]),
        number(5),
        number(300),
    );
    let indicator = indicator.prop_map(|(cap, at_most, steps, late, under)| IndicatorRules {
        cap,
        floor: Decimal::new(-5, 1),
        at_most,
        steps,
        late_points_per_day: late,
        underestimated_from: under,
    });
    let node = (
        select(&[MissingRule::Zero, MissingRule::Exclude, MissingRule::Block]),
        select(&[NotDueRule::Zero, NotDueRule::Exclude]),
        select(&[WithoutWeightsRule::NoScore, WithoutWeightsRule::Equal]),
    );
    let node = node.prop_map(|(missing, not_due, without_weights)| NodeRules {
        missing,
        not_due,
        without_weights,
    });
    let print = (0..=6_u32, select(&[Rounding::HalfUp, Rounding::Truncate]))
        .prop_map(|(decimals, rounding)| PrintRules { decimals, rounding });
    (of(day()), indicator, node, print, bands()).prop_map(
        |(valid_from, indicator, node, print, bands)| Rules {
            valid_from,
            indicator,
            node,
            print,
            bands,
        },
    )
}

/// Without rows, which writing and reading give anew.
fn without_rows(mut hand_in: HandIn) -> (Plan, Readings, Rules) {
    let plan = &mut hand_in.plan;
    let nodes = plan.nodes.iter_mut().map(|node| &mut node.details);
    for details in nodes.chain(plan.uses.iter_mut().map(|used| &mut used.details)) {
        details.row = 0;
    }
    plan.offices.iter_mut().for_each(|office| office.row = 0);
    plan.events.iter_mut().for_each(|event| event.row = 0);
    plan.answers.iter_mut().for_each(|answer| answer.row = 0);
    hand_in.readings.list.iter_mut().for_each(|reading| reading.row = 0);
    (hand_in.plan, hand_in.readings, hand_in.rules)
}

/// Compared as they print themselves, so that the decimals of 96,00 count too.
fn assert_same(written: &(Plan, Readings, Rules), hand_in: HandIn) -> Result<(), TestCaseError> {
    let unexpected = hand_in.issues.iter().find(|issue| !issue.kind.name.starts_with("reading-"));
    prop_assert_eq!(unexpected, None);
    let read = without_rows(hand_in);
    prop_assert_eq!(format!("{read:#?}"), format!("{written:#?}"));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_reads_back(
        plan in plan(),
        list in vec(reading(), 0..5),
        rules in rules(),
    ) {
        let written = (plan, Readings { list }, rules);
        let (plan, readings, rules) = (&written.0, &written.1, &written.2);
        let folder = std::env::temp_dir().join(format!("traguardo-law-{}", std::process::id()));
        write_folder(&folder, plan, readings, rules).unwrap();
        assert_same(&written, read(&folder).unwrap())?;
        let bytes = workbook_bytes(plan, readings, rules).unwrap();
        assert_same(&written, read_workbook("law.xlsx", &bytes).unwrap())?;
        std::fs::remove_dir_all(folder).unwrap();
    }
}
