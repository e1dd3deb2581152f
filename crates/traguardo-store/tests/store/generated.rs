//! Hand-ins made up by proptest: every field, odd characters, scales and blanks.
//! Not here: plans that make sense; the store keeps whatever it is given.

use proptest::collection::{btree_map, vec};
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;
use traguardo::indicator::{Direction, Indicator};
use traguardo::number::{Decimal, Rounding};
use traguardo::office::Office;
use traguardo::period::{Checkpoint, Date, DateTime};
use traguardo::plan::{
    Body, Card, Details, Difficulty, Event, Node, Plan, Printed, Quotas, Status, Targets, Use,
};
use traguardo::quantity::Quantity;
use traguardo::reading::{Observed, Reading, ReadingState, Readings};
use traguardo::rules::{
    AtMostRule, Band, Colour, IndicatorRules, MissingRule, NodeRules, NotDueRule, PrintRules,
    Rules, Shape, StepsRule, WithoutWeightsRule,
};
use traguardo::target::Expected;
use traguardo::target::answer::Answer;

/// A plan whose targets are understood, readings of different things, rules.
pub fn hand_in() -> impl Strategy<Value = (Plan, Readings, Rules)> {
    (plan(), vec(reading(), 0..8), rules()).prop_map(|(plan, list, rules)| {
        let mut readings = Readings { list };
        let mut seen = Vec::new();
        readings.list.retain(|r| {
            let key = (r.indicator.clone(), r.part, r.date, r.body.clone());
            let is_new = !seen.contains(&key);
            seen.push(key);
            is_new
        });
        (plan, readings, rules)
    })
}

fn text() -> impl Strategy<Value = String> {
    let odd = [
        "",
        " ",
        "'",
        "''",
        "\"",
        ";",
        "|",
        "\\",
        "%",
        "$1",
        "--",
        "?",
        "NULL",
        "\n",
        "\r\n",
        "\t",
        "à la carte",
        "€",
        "≥ 20 %",
        "😀",
        "\u{202e}",
        "\u{feff}",
        "e\u{301}",
        "5 gg",
        "N/D",
        "0",
    ];
    prop_oneof![
        select(odd.to_vec()).prop_map(String::from),
        vec(any::<char>().prop_filter("no NUL", |c| *c != '\0'), 0..12).prop_map(String::from_iter),
    ]
}

fn decimal() -> impl Strategy<Value = Decimal> {
    let most = 999_999_999_999_999_999_999_i128;
    let mantissa = prop_oneof![-most..=most, -1000_i128..1000];
    (mantissa, 0_u32..=6).prop_map(|(m, scale)| Decimal::from_i128_with_scale(m, scale))
}

fn date() -> impl Strategy<Value = Date> {
    let year = prop_oneof![1990_i16..2100, -9999_i16..=9999];
    (year, 1_i8..=12, 1_i8..=28).prop_map(|(y, m, d)| Date::new(y, m, d).unwrap())
}

fn moment() -> impl Strategy<Value = DateTime> {
    (date(), 0_i8..24, 0_i8..60, 0_i32..1_000_000_000)
        .prop_map(|(date, hour, minute, nanos)| date.at(hour, minute, 0, nanos))
}

fn expected() -> impl Strategy<Value = Expected> {
    let phrase =
        select(&[">= 5", "entro il 31/12/2020", "si", "5..7", "96,00 %", "34.04.2021"][..]);
    prop_oneof![phrase.prop_map(String::from), text()].prop_map(Expected::written)
}

fn targets() -> impl Strategy<Value = Targets> {
    let others = btree_map(1990_i16..2100, expected(), 0..3);
    let periodic = btree_map(date(), expected(), 0..3);
    let steps = btree_map(decimal(), expected(), 0..3);
    (of(expected()), others, periodic, steps).prop_map(|(year, other_years, periodic, steps)| {
        Targets {
            year,
            other_years: other_years.into_iter().collect(),
            periodic: periodic.into_iter().collect(),
            steps: steps.into_iter().collect(),
        }
    })
}

fn details() -> impl Strategy<Value = Details> {
    let statuses = [
        Status::Updated,
        Status::Eliminated,
        Status::Inserted,
        Status::Confirmed,
        Status::Neutralised,
    ];
    let lists = (vec(text(), 0..3), vec(text(), 0..3), vec(text(), 0..3));
    let marks = (of(decimal()), of(decimal()), of(decimal()));
    let printed = (of(text()), of(text()), of(text()));
    let rest =
        (of(decimal()), of(text()), any::<bool>(), of(text()), of(select(statuses.to_vec())));
    (targets(), lists, marks, printed, rest, any::<u32>()).prop_map(
        |(targets, lists, marks, printed, (weight, mission, pira, note, status), row)| Details {
            weight,
            targets,
            responsible: lists.0,
            collectors: lists.1,
            mission,
            pira,
            difficulty: Difficulty {
                complexity: marks.0,
                capability: marks.1,
                innovation: marks.2,
            },
            note,
            status,
            acts: lists.2,
            printed: Printed { whole: printed.0, indicators: printed.1, children: printed.2 },
            row,
            faulty: false,
        },
    )
}

fn node() -> impl Strategy<Value = Node> {
    let quotas = (of(decimal()), of(decimal()));
    let words = (of(text()), of(text()), of(text()), of(text()));
    let card = (words, of(decimal()), of(text())).prop_map(
        |((reference, kind, benefit, result), assessed, assessed_reason)| Card {
            reference,
            kind,
            benefit,
            result,
            assessed,
            assessed_reason,
        },
    );
    (text(), of(text()), text(), text(), quotas, card, details()).prop_map(
        |(code, parent, level, title, (indicators, children), card, details)| Node {
            code,
            parent,
            level,
            title,
            quotas: Quotas { indicators, children },
            card,
            details,
        },
    )
}

fn used() -> impl Strategy<Value = Use> {
    (text(), text(), of(text()), details()).prop_map(|(indicator, node, title, details)| Use {
        indicator,
        node,
        title,
        details,
    })
}

fn indicator() -> impl Strategy<Value = Indicator> {
    let words = (of(text()), of(text()), of(text()), of(text()));
    let direction = of(select(&[Direction::Up, Direction::Down][..]));
    (text(), text(), direction, words, of(any::<bool>())).prop_map(
        |(code, title, direction, (measure, formula, source, frequency), accumulates)| Indicator {
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

fn plan() -> impl Strategy<Value = Plan> {
    let checkpoint = (date(), of(date())).prop_map(|(date, hand_in)| Checkpoint { date, hand_in });
    let office = (text(), text(), of(text()), of(text()), of(text()), any::<u32>()).prop_map(
        |(code, name, parent, kind, head, row)| Office { code, name, parent, kind, head, row },
    );
    let event = (text(), of(date()), of(text()), any::<u32>())
        .prop_map(|(name, date, act, row)| Event { name, date, act, row });
    let answer = (text(), of(text()), text(), text(), text(), of(text()), of(date())).prop_map(
        |(code, parent, column, written, means, by, on)| Answer {
            code,
            parent,
            column,
            written,
            means,
            by,
            on,
            row: 9,
        },
    );
    let head = (text(), text(), 1990_i16..2100, vec(any::<i16>(), 0..5), vec(text(), 0..5));
    let lists = (vec(checkpoint, 0..4), vec(text(), 0..4));
    let tree = (vec(node(), 0..6), vec(indicator(), 0..6), vec(used(), 0..6));
    let beside = (vec(office, 0..4), vec(event, 0..4), vec(answer, 0..4));
    (head, lists, tree, beside).prop_map(
        |((ipa, name, year, horizon, levels), (checkpoints, cluster), tree, beside)| {
            let mut plan = Plan {
                body: Body { ipa, name },
                year,
                horizon,
                levels,
                checkpoints,
                cluster,
                nodes: tree.0,
                indicators: tree.1,
                uses: tree.2,
                offices: beside.0,
                events: beside.1,
                answers: beside.2,
            };
            plan.understand();
            plan
        },
    )
}

fn quantity() -> impl Strategy<Value = Quantity> {
    (decimal(), of(text().prop_map(String::into_boxed_str)))
        .prop_map(|(number, measure)| Quantity { number, measure })
}

fn observed() -> impl Strategy<Value = Observed> {
    prop_oneof![
        quantity().prop_map(Observed::Number),
        (decimal(), decimal(), of(quantity())).prop_map(|(numerator, denominator, stated)| {
            Observed::Quotient { numerator, denominator, stated }
        }),
        date().prop_map(Observed::Done),
        any::<bool>().prop_map(Observed::YesNo),
        decimal().prop_map(Observed::Judgement),
        Just(Observed::NotAvailable),
        text().prop_map(Observed::Unread),
    ]
}

fn reading() -> impl Strategy<Value = Reading> {
    let states = [ReadingState::Recorded, ReadingState::Checked];
    let what = (text(), of(date()), observed(), of(any::<u32>()), of(select(states.to_vec())));
    let about = (of(text()), of(text()), of(text()));
    let registered = (of(moment()), of(text()), of(text()), any::<u32>());
    (what, about, registered).prop_map(
        |((indicator, date, observed, part, state), (source, note, body), registered)| Reading {
            indicator,
            date,
            observed,
            part,
            state,
            source,
            note,
            body,
            recorded_at: registered.0,
            recorded_by: registered.1,
            reason: registered.2,
            row: registered.3,
            faulty: false,
        },
    )
}

fn rules() -> impl Strategy<Value = Rules> {
    let colours =
        [Colour::Green, Colour::Olive, Colour::Amber, Colour::Red, Colour::Blue, Colour::Grey];
    let shapes = [
        Shape::Tick,
        Shape::ThreeQuarters,
        Shape::Half,
        Shape::Triangle,
        Shape::Circle,
        Shape::Square,
    ];
    let band = (decimal(), text(), select(colours.to_vec()), select(shapes.to_vec()))
        .prop_map(|(from, name, colour, shape)| Band { from, name, colour, shape });
    let at_most = select(&[AtMostRule::Linear, AtMostRule::Hyperbolic]);
    let steps = select(&[StepsRule::Stairs, StepsRule::Interpolate]);
    let indicator = (of(decimal()), decimal(), at_most, steps, decimal(), decimal()).prop_map(
        |(cap, floor, at_most, steps, late_points_per_day, underestimated_from)| IndicatorRules {
            cap,
            floor,
            at_most,
            steps,
            late_points_per_day,
            underestimated_from,
        },
    );
    let missing = select(&[MissingRule::Zero, MissingRule::Exclude, MissingRule::Block]);
    let not_due = select(&[NotDueRule::Zero, NotDueRule::Exclude]);
    let without = select(&[WithoutWeightsRule::NoScore, WithoutWeightsRule::Equal]);
    let node = (missing, not_due, without).prop_map(|(missing, not_due, without_weights)| {
        NodeRules { missing, not_due, without_weights }
    });
    let print = (0_u32..=6, select(&[Rounding::HalfUp, Rounding::Truncate]))
        .prop_map(|(decimals, rounding)| PrintRules { decimals, rounding });
    (of(date()), indicator, node, print, vec(band, 0..6)).prop_map(
        |(valid_from, indicator, node, print, bands)| Rules {
            valid_from,
            indicator,
            node,
            print,
            bands,
        },
    )
}
