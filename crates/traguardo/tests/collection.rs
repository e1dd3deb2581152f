//! What is owed, and how far it has come: examples, and laws on generated plans.
//! Not here: scores, which [`laws`](../laws.rs) tries.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that fails says so by panicking")]

use proptest::prelude::*;
use traguardo::access::{answerable, recorders};
use traguardo::collection::{Asks, Awaited, Collection, Mark, Owed, State, Verdict};
use traguardo::period::{Checkpoint, Date, parse_date, parse_moment};
use traguardo::plan::{Plan, Status};
use traguardo::quantity::Quantity;
use traguardo::reading::{Observed, Reading, ReadingState, Readings};
use traguardo::rules::Rules;
use traguardo::sample;
use traguardo::target::Expected;
use traguardo::tree::Tree;

fn day(text: &str) -> Date {
    parse_date(text).unwrap()
}

fn owed(plan: &Plan, readings: &Readings, marks: &[Mark], on: &str) -> Vec<Owed> {
    let (tree, rules, day) = (Tree::of(plan), Rules::default(), day(on));
    Collection { plan, tree: &tree, readings, marks, rules: &rules, day }.owed()
}

/// Of an indicator at a checkpoint, and there is only one.
fn of<'a>(owed: &'a [Owed], indicator: &str, checkpoint: &str) -> &'a Owed {
    let checkpoint = day(checkpoint);
    let mut found = owed.iter().filter(|o| o.indicator == indicator && o.checkpoint == checkpoint);
    let first = found.next().unwrap_or_else(|| panic!("{indicator} is not owed on {checkpoint}"));
    assert!(found.next().is_none(), "{indicator} is owed twice on {checkpoint}");
    first
}

fn plan_with(target: &str) -> Plan {
    let mut plan = sample::plan();
    plan.checkpoints[0].hand_in = Some(day("15/07/2020"));
    plan.uses[0].details.targets.periodic.clear();
    plan.uses[0].details.targets.year = Some(Expected::written(target));
    plan.understand();
    plan
}

fn reading(indicator: &str, on: &str, observed: Observed) -> Reading {
    let date = Some(day(on));
    Reading { indicator: indicator.to_owned(), date, observed, ..Reading::default() }
}

fn number(number: i64) -> Observed {
    Observed::Number(Quantity::bare(number.into()))
}

fn mark(reading: usize, verdict: Verdict) -> Mark {
    let at = parse_moment("16/07/2020").unwrap();
    Mark { reading, verdict, comment: None, by: "Dirigente".to_owned(), at }
}

#[test]
fn a_reading_is_not_due_then_due_then_late() {
    let plan = plan_with(">= 10");
    let none = Readings::default();
    let on = |text| of(&owed(&plan, &none, &[], text), "EXPORT", "30/06/2020").state.clone();
    assert_eq!(on("29/06/2020"), State::NotDue);
    assert_eq!(on("30/06/2020"), State::Due);
    assert_eq!(on("15/07/2020"), State::Due);
    assert_eq!(on("16/07/2020"), State::Late);
    // Where the body has set no day, nothing is late.
    let end = owed(&plan, &none, &[], "01/03/2021");
    assert_eq!(of(&end, "EXPORT", "31/12/2020").state, State::Due);
}

#[test]
fn a_reading_is_recorded_sent_back_recorded_again_and_checked() {
    let plan = plan_with(">= 10");
    let mut readings = Readings { list: vec![reading("EXPORT", "30/06/2020", number(12))] };
    let on = |readings: &Readings, marks: &[Mark]| {
        of(&owed(&plan, readings, marks, "16/07/2020"), "EXPORT", "30/06/2020").clone()
    };
    assert_eq!(on(&readings, &[]).state, State::Recorded);
    let mut marks = vec![mark(0, Verdict::SentBack)];
    assert_eq!(on(&readings, &marks).state, State::SentBack);
    let mut again = reading("EXPORT", "30/06/2020", number(11));
    again.recorded_at = parse_moment("17/07/2020").ok();
    readings.list.push(again);
    let now = on(&readings, &marks);
    assert_eq!((now.state, now.reading, now.mark), (State::Recorded, Some(1), None));
    marks.push(mark(1, Verdict::Checked));
    let now = on(&readings, &marks);
    assert_eq!((now.state, now.reading, now.mark), (State::Checked, Some(1), Some(1)));
}

#[test]
fn a_reading_handed_in_as_checked_is_checked() {
    let mut list = sample::readings().list;
    list[0].state = Some(ReadingState::Checked);
    let owed = owed(&sample::plan(), &Readings { list }, &[], "01/07/2020");
    assert_eq!(of(&owed, "EXPORT", "30/06/2020").state, State::Checked);
}

#[test]
fn what_waits_for_an_answer_or_an_event_is_suspended() {
    let none = Readings::default();
    let state = |target| {
        let plan = plan_with(target);
        of(&owed(&plan, &none, &[], "16/07/2020"), "EXPORT", "30/06/2020").state.clone()
    };
    assert_eq!(state("5"), State::Late);
    assert_eq!(state("da definire con la Giunta"), State::Suspended(Awaited::Answer));
    let event = "entro 30 giorni dall'approvazione del bilancio";
    assert_eq!(state(event), State::Suspended(Awaited::Event));
}

#[test]
fn a_deadline_ahead_is_not_due_and_one_that_is_past_is() {
    let none = Readings::default();
    let plan = plan_with("entro il 30/09/2020");
    let found = owed(&plan, &none, &[], "01/02/2021");
    let (june, december) = (of(&found, "EXPORT", "30/06/2020"), of(&found, "EXPORT", "31/12/2020"));
    assert_eq!((&june.state, june.asks), (&State::NotDue, Asks::Day));
    assert_eq!(december.state, State::Due);
    // Done in spring: nothing more is owed in December.
    let done = reading("EXPORT", "30/06/2020", Observed::Done(day("12/04/2020")));
    let found = owed(&plan, &Readings { list: vec![done] }, &[], "01/02/2021");
    assert_eq!(of(&found, "EXPORT", "31/12/2020").state, State::Recorded);
}

#[test]
fn a_figure_of_june_is_not_the_one_of_december() {
    let plan = sample::plan();
    let found = owed(&plan, &sample::readings(), &[], "01/02/2021");
    assert_eq!(of(&found, "CERT", "30/06/2020").state, State::Recorded);
    assert_eq!(of(&found, "CERT", "31/12/2020").state, State::Due);
}

#[test]
fn a_note_is_owed_below_the_target_and_for_what_is_not_available() {
    let plan = plan_with(">= 10");
    let owes = |observed: Observed, note: Option<&str>| {
        let mut one = reading("EXPORT", "30/06/2020", observed);
        one.note = note.map(String::from);
        let found = owed(&plan, &Readings { list: vec![one] }, &[], "16/07/2020");
        let found = of(&found, "EXPORT", "30/06/2020");
        (found.state.clone(), found.note_owed, found.can_be_checked())
    };
    assert_eq!(owes(number(10), None), (State::Recorded, false, true));
    assert_eq!(owes(number(9), None), (State::Recorded, true, false));
    assert_eq!(owes(number(9), Some("  ")), (State::Recorded, true, false));
    assert_eq!(owes(number(9), Some("fiera rinviata")), (State::Recorded, false, true));
    assert_eq!(owes(Observed::NotAvailable, None), (State::NotAvailable, true, false));
    let declared = owes(Observed::NotAvailable, Some("fonte ISTAT non uscita"));
    assert_eq!(declared, (State::NotAvailable, false, true));
}

#[test]
fn each_part_of_a_target_is_owed_by_itself() {
    let plan = plan_with("entro il 30/04/2020 e almeno 5 eventi");
    let first = Reading {
        part: Some(1),
        ..reading("EXPORT", "30/06/2020", Observed::Done(day("30/04/2020")))
    };
    let found = owed(&plan, &Readings { list: vec![first] }, &[], "16/07/2020");
    let parts: Vec<_> = (found.iter())
        .filter(|o| o.indicator == "EXPORT" && o.checkpoint == day("30/06/2020"))
        .map(|o| (o.part, o.asks, o.state.clone()))
        .collect();
    assert_eq!(
        parts,
        [(Some(1), Asks::Day, State::Recorded), (Some(2), Asks::Number, State::Late)]
    );
}

#[test]
fn a_frequency_says_at_which_checkpoints_an_indicator_is_owed() {
    let mut plan = plan_with(">= 10");
    let quarter = |text| Checkpoint { date: day(text), hand_in: None };
    plan.checkpoints = ["31/03/2020", "30/06/2020", "30/09/2020"].map(quarter).into();
    let days = |plan: &Plan| -> Vec<String> {
        let owed = owed(plan, &Readings::default(), &[], "16/07/2020");
        let of_it = owed.iter().filter(|o| o.indicator == "EXPORT");
        of_it.map(|o| o.checkpoint.to_string()).collect()
    };
    assert_eq!(days(&plan).len(), 4);
    plan.indicators[0].frequency = Some("annuale".to_owned());
    assert_eq!(days(&plan), ["2020-12-31"]);
    plan.indicators[0].frequency = Some("Semestrale".to_owned());
    assert_eq!(days(&plan), ["2020-06-30", "2020-12-31"]);
    plan.uses[0].details.targets.periodic.insert(day("31/03/2020"), Expected::written(">= 2"));
    plan.understand();
    assert_eq!(days(&plan), ["2020-03-31", "2020-06-30", "2020-12-31"]);
}

#[test]
fn an_indicator_used_twice_is_owed_once_and_asked_twice() {
    let mut plan = plan_with(">= 10");
    let mut again = plan.uses[0].clone();
    again.node = "301.D1.2".to_owned();
    plan.uses.push(again);
    let found = owed(&plan, &Readings::default(), &[], "16/07/2020");
    let asked: Vec<usize> =
        of(&found, "EXPORT", "30/06/2020").asked.iter().map(|asked| asked.used).collect();
    assert_eq!(asked, [0, 3]);
}

#[test]
fn nothing_is_owed_of_what_an_act_has_taken_out() {
    for status in [Status::Neutralised, Status::Eliminated] {
        let mut plan = plan_with(">= 10");
        plan.uses[0].details.status = Some(status);
        let found = owed(&plan, &Readings::default(), &[], "16/07/2020");
        assert!(found.iter().all(|o| o.indicator != "EXPORT"));
    }
}

#[test]
fn a_quotient_is_asked_for_where_the_formula_is_one_or_was_one() {
    let mut plan = plan_with(">= 10");
    let asks = |plan: &Plan, list: Vec<Reading>| {
        let found = owed(plan, &Readings { list }, &[], "16/07/2020");
        of(&found, "EXPORT", "30/06/2020").asks
    };
    assert_eq!(asks(&plan, Vec::new()), Asks::Number);
    let quotient = Observed::Quotient { numerator: 1.into(), denominator: 2.into(), stated: None };
    let earlier = reading("EXPORT", "31/12/2019", quotient);
    assert_eq!(asks(&plan, vec![earlier]), Asks::Quotient);
    plan.indicators[0].formula = Some("pratiche evase / pratiche ricevute".to_owned());
    assert_eq!(asks(&plan, Vec::new()), Asks::Quotient);
    plan.indicators[0].formula = Some("eventi e/o incontri".to_owned());
    assert_eq!(asks(&plan, Vec::new()), Asks::Number);
}

#[test]
fn readings_of_other_bodies_and_years_settle_nothing() {
    let plan = plan_with(">= 10");
    let other = Reading {
        body: Some("cciaa_re".to_owned()),
        ..reading("EXPORT", "30/06/2020", number(12))
    };
    let list = vec![other, reading("EXPORT", "31/12/2019", number(12))];
    let found = owed(&plan, &Readings { list }, &[], "01/07/2020");
    assert_eq!(of(&found, "EXPORT", "30/06/2020").state, State::Due);
}

#[test]
fn who_records_and_who_answers_come_from_above_where_a_use_names_nobody() {
    let mut plan = sample::plan();
    plan.nodes[0].details.responsible = vec!["area".to_owned()];
    plan.nodes[0].details.collectors = vec!["statistica".to_owned()];
    plan.nodes[2].details.responsible = vec!["sportello".to_owned()];
    let tree = Tree::of(&plan);
    assert_eq!((recorders(&plan, &tree, 2), answerable(&plan, &tree, 2)).0, ["statistica"]);
    assert_eq!(answerable(&plan, &tree, 2), ["sportello"]);
    plan.uses[2].details.collectors = vec!["servizi".to_owned()];
    assert_eq!(recorders(&plan, &tree, 2), ["servizi"]);
    assert_eq!(recorders(&plan, &tree, 99), [] as [String; 0]);
}

/// How far a state has come while nobody does anything.
fn rank(state: &State) -> u8 {
    match state {
        State::NotDue => 0,
        State::Due => 1,
        _ => 2,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn with_time_a_reading_only_becomes_later(a in 0_i32..500, b in 0_i32..500) {
        let plan = plan_with(">= 10");
        let start = day("01/01/2020");
        let at = |days: i32| {
            let on = start.checked_add(jiff::Span::new().days(days)).unwrap();
            owed(&plan, &Readings::default(), &[], &on.strftime("%d/%m/%Y").to_string())
        };
        let (before, after) = (at(a.min(b)), at(a.max(b)));
        prop_assert_eq!(before.len(), after.len());
        for (before, after) in before.iter().zip(&after) {
            prop_assert!(rank(&before.state) <= rank(&after.state));
        }
    }

    #[test]
    fn what_is_recorded_at_its_checkpoint_is_owed_no_longer(
        figure in -1_000_i64..1_000, which in 0_usize..6, on in 0_usize..3,
    ) {
        let plan = plan_with(">= 10");
        let on = ["29/06/2020", "16/07/2020", "01/03/2021"][on];
        let before = owed(&plan, &Readings::default(), &[], on);
        let asked = &before[which];
        let one = Reading {
            indicator: asked.indicator.clone(),
            date: Some(asked.checkpoint),
            observed: number(figure),
            ..Reading::default()
        };
        let after = owed(&plan, &Readings { list: vec![one] }, &[], on);
        prop_assert_eq!(before.len(), after.len());
        for (at, (before, after)) in before.iter().zip(&after).enumerate() {
            if at == which {
                prop_assert_eq!(&after.state, &State::Recorded);
                prop_assert_eq!(after.reading, Some(0));
            } else {
                prop_assert_eq!(&before.state, &after.state);
            }
        }
    }

    #[test]
    fn one_indicator_owes_what_it_owes_among_all(target in ">?=? ?[0-9]{1,3}( [%N]\\.?)?") {
        let plan = plan_with(&target);
        let (tree, rules) = (Tree::of(&plan), Rules::default());
        let (readings, on) = (sample::readings(), day("16/07/2020"));
        let all = Collection {
            plan: &plan, tree: &tree, readings: &readings, marks: &[], rules: &rules, day: on,
        };
        let of_it: Vec<Owed> = all.owed().into_iter().filter(|o| o.indicator == "EXPORT").collect();
        prop_assert_eq!(all.owed_of("EXPORT"), of_it);
    }
}
