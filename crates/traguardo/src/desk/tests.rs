//! What the desk reads off the figures: flags over rounds and years, chances, draws, proposals.
//! Not here: keeping it, which is the store's.

use proptest::prelude::*;

use super::*;
use crate::access::{Grant, Person, Role, Scope};
use crate::difference::diff;
use crate::edit::{Contents, apply_all};
use crate::office::Office;
use crate::period::{Checkpoint, parse_date, parse_moment};
use crate::quantity::Quantity;
use crate::reading::{Observed, Reading, Readings};
use crate::report::Report;
use crate::rules::Rules;
use crate::sample;
use crate::scoring::score;
use crate::target::Expected;
use crate::text::{Lang, Texts};

fn day(text: &str) -> Date {
    parse_date(text).unwrap()
}

fn reading(indicator: &str, on: &str, number: i64) -> Reading {
    Reading {
        indicator: indicator.to_owned(),
        date: Some(day(on)),
        observed: Observed::Number(Quantity::bare(Decimal::from(number))),
        source: Some("Integra".to_owned()),
        ..Reading::default()
    }
}

/// The sample with other participants, whose year's target is the only one.
fn participants(number: i64, accumulates: bool) -> (Plan, Readings) {
    let mut plan = sample::plan();
    plan.uses[1].details.targets.periodic = litemap::LiteMap::new();
    plan.indicators[1].accumulates = Some(accumulates);
    let mut readings = sample::readings();
    readings.list[1] = reading("PART", "30/06/2020", number);
    (plan, readings)
}

fn told(plan: &Plan, readings: &Readings, used: usize, past: &[Past<'_>]) -> Vec<String> {
    let rules = Rules::default();
    let report = Report::new(plan, readings, &rules, day("30/06/2020"));
    let said = |flag: &Flag| Texts::of(Lang::It).sentence(&flag.sentence(&rules));
    flags(&report, past)[used].iter().map(said).collect()
}

#[test]
fn what_grows_through_the_year_is_held_to_the_days_gone_by() {
    // 143 of 600: of the 298 that fall to 182 days of 366 it is 47,93%, not half.
    let (plan, readings) = participants(143, true);
    insta::assert_snapshot!(told(&plan, &readings, 1, &[]).join("\n"), @"Target forse fuori portata: raggiunto il 47,93% di 298,36, la parte del target dell'anno che spetta ai giorni trascorsi (sotto 50, dove comincia la fascia «parziale»).");
    let (plan, readings) = participants(150, true);
    assert!(told(&plan, &readings, 1, &[]).is_empty(), "half of it is not out of reach");
    let (plan, readings) = participants(150, false);
    assert_eq!(told(&plan, &readings, 1, &[]).len(), 1, "what does not grow is held to all of it");
}

#[test]
fn a_trend_is_told_from_the_round_before() {
    let (plan, mut readings) = participants(143, false);
    readings.list.push(reading("PART", "31/03/2020", 200));
    let before = score(&plan, &readings, &Rules::default(), day("31/03/2020"));
    let said = told(&plan, &readings, 1, &[Past::new(&plan, &before)]);
    assert!(said[0].ends_with("e in calo rispetto alla verifica precedente."), "{said:?}");
}

#[test]
fn overshooting_is_counted_over_rounds_and_years() {
    let (plan, mut readings) = participants(1200, false);
    let alone = told(&plan, &readings, 1, &[]);
    assert_eq!(
        alone,
        ["Target superato di molto: raggiunto il 200,00% (regola «sovrastima_oltre»: dal 120%)."]
    );
    readings.list.push(reading("PART", "31/03/2020", 800));
    readings.list.push(reading("PART", "30/04/2020", 300));
    let rules = Rules::default();
    let scored = |on: &str| score(&plan, &readings, &rules, day(on));
    let (march, april, january) =
        (scored("31/03/2020"), scored("30/04/2020"), scored("31/01/2020"));
    let past = [&january, &march, &april].map(|scores| Past::new(&plan, scores));
    let said = told(&plan, &readings, 1, &past);
    // January has no reading: it counts in neither figure.
    assert!(said[0].contains("2 volte su 3 fra verifiche e anni"), "{said:?}");
}

#[test]
fn a_target_that_is_met_by_little_or_not_due_raises_no_flag() {
    let (mut plan, readings) = participants(610, false);
    assert!(told(&plan, &readings, 1, &[]).is_empty());
    plan.uses[1].details.targets.year = Some(Expected::written("entro il 31/12/2020"));
    plan.understand();
    let none = Readings { list: vec![readings.list[0].clone()] };
    assert!(told(&plan, &none, 1, &[]).is_empty());
    assert_eq!(told(&plan, &none, 2, &[]), ["Il valore manca."]);
}

#[test]
fn jumps_lateness_and_missing_evidence_raise_a_chance_and_are_told() {
    let (mut plan, mut readings) = participants(1500, false);
    plan.checkpoints =
        vec![Checkpoint { date: day("30/06/2020"), hand_in: Some(day("10/07/2020")) }];
    readings.list[0].recorded_at = parse_moment("2020-07-21 10:30").ok();
    readings.list[2].source = Some("Priamo".to_owned());
    readings.list.push(reading("CERT", "30/06/2019", 30));
    let rules = Rules::default();
    let report = Report::new(&plan, &readings, &rules, day("30/06/2020"));
    let told: Vec<String> = candidates(&report, |_| false)
        .iter()
        .map(|one| {
            let why: Vec<_> =
                one.reasons().iter().map(|why| Texts::of(Lang::It).sentence(why)).collect();
            format!("{} {}: {}", one.indicator, one.chance(), why.join("; "))
        })
        .collect();
    insta::assert_snapshot!(told.join("\n"), @r"
    EXPORT 1500: pesa 5,00 punti su 100; registrata 11 giorni dopo la consegna; senza prova né fonte
    PART 9000: pesa 45,00 punti su 100; vale il 250,00% del target
    CERT 10000: pesa 50,00 punti su 100; varia del 219,90% rispetto a prima
    ");
}

#[test]
fn what_grows_jumps_only_against_the_same_day_of_an_earlier_year() {
    let (plan, mut readings) = participants(300, true);
    readings.list.push(reading("PART", "31/03/2020", 100));
    let rules = Rules::default();
    let jump = |readings: &Readings| {
        let report = Report::new(&plan, readings, &rules, day("30/06/2020"));
        candidates(&report, |_| true)[1].jump
    };
    assert_eq!(jump(&readings), None);
    readings.list.push(reading("PART", "30/06/2019", 150));
    assert_eq!(jump(&readings), Some(Jump::Reading(Decimal::from(100))));
}

/// A published draw, so that whoever does it again with pencil and paper finds the same.
#[test]
fn a_draw_is_the_same_on_every_machine() {
    let drawn: Vec<Vec<usize>> =
        (0..4).map(|seed| draw(&chances(&[100, 200, 300, 50, 25, 400]), seed, 3)).collect();
    assert_eq!(drawn, EXPECTED_DRAWS);
}

const EXPECTED_DRAWS: [[usize; 3]; 4] = [[5, 1, 0], [3, 5, 4], [3, 5, 2], [1, 5, 2]];

fn chances(weights: &[u32]) -> Vec<Candidate> {
    let candidate = |(reading, weight): (usize, &u32)| Candidate {
        reading,
        indicator: format!("I{reading}"),
        weight: *weight,
        jump: None,
        late_days: None,
        without_evidence: false,
    };
    weights.iter().enumerate().map(candidate).collect()
}

#[test]
fn over_many_seeds_readings_are_drawn_as_often_as_they_weigh() {
    let from = chances(&[1, 2, 7]);
    let mut times = [0_u32; 3];
    for seed in 0..10_000 {
        times[draw(&from, seed, 1)[0]] += 1;
    }
    for (times, expected) in times.into_iter().zip([1000, 2000, 7000_u32]) {
        assert!(times.abs_diff(expected) < 150, "{times} of {expected}");
    }
}

proptest! {
    #[test]
    fn a_draw_takes_none_twice_and_can_be_done_again(
        weights in proptest::collection::vec(0_u32..5000, 0..60),
        seed: u32,
        size in 0_usize..70,
    ) {
        let from = chances(&weights);
        let drawn = draw(&from, seed, size);
        prop_assert_eq!(drawn.len(), size.min(from.len()));
        let mut once = drawn.clone();
        once.sort_unstable();
        once.dedup();
        prop_assert_eq!(once.len(), drawn.len());
        let sample = Sample::of(day("30/06/2020"), 1, seed, size, from);
        prop_assert!(sample.draws_again());
        let order: Vec<usize> = sample.drawn().iter().map(|one| one.reading).collect();
        prop_assert_eq!(order, drawn);
    }
}

#[test]
fn a_sample_that_was_tampered_with_does_not_draw_again() {
    let sample = Sample::of(day("30/06/2020"), 1, 7, 2, chances(&[100, 200, 300, 50, 25, 400]));
    let mut other = sample.clone();
    other.candidates[3].turn = other.candidates.iter_mut().find_map(|one| one.turn.take());
    assert!(sample.draws_again() && !other.draws_again());
}

#[test]
fn the_last_observation_of_a_round_stands_and_others_are_of_their_round() {
    let at = parse_moment("2020-07-21 10:30").unwrap();
    let seen = |round: &str, observed: &str| {
        let mut what = Observation::blank(day(round), Subject::Node("301".to_owned()));
        observed.clone_into(&mut what.observed);
        Written { what, by: "OIV".to_owned(), at }
    };
    let observations = vec![
        seen("30/06/2020", "Prima"),
        seen("31/12/2020", "Altra"),
        seen("30/06/2020", "Seconda"),
    ];
    let desk = Desk { observations, ..Desk::default() };
    let standing = desk.observed(day("30/06/2020"));
    assert_eq!(standing[&Subject::Node("301".to_owned())], 2);
    assert_eq!(desk.observed(day("31/12/2020")).len(), 1);
}

#[test]
fn tags_of_the_body_take_the_place_of_the_five() {
    let at = parse_moment("2020-07-21 10:30").unwrap();
    let tag = |code: &str, name: &str| Written {
        what: Tag { code: code.to_owned(), name: name.to_owned(), ..Tag::default() },
        by: "OIV".to_owned(),
        at,
    };
    let tags = vec![tag("a", "Uno"), tag("b", "Due"), tag("a", "Uno bis")];
    let desk = Desk { tags, ..Desk::default() };
    let names: Vec<_> =
        desk.tag_list(Texts::of(Lang::It)).into_iter().map(|tag| tag.name).collect();
    assert_eq!(names, ["Uno bis", "Due"]);
}

#[test]
fn each_kind_of_proposal_says_what_its_kind_says() {
    let mut plan = sample::plan();
    plan.uses[0].details.targets.year = Some(Expected::written("entro il 30/11/2020"));
    plan.understand();
    let check = |indicator: &str, kind: &str, title: &str, target: &str, reason: &str| {
        let proposal = Proposal {
            number: 0,
            round: day("30/06/2020"),
            node: "301".to_owned(),
            indicator: indicator.to_owned(),
            change: Change::of(kind, title, target).unwrap(),
            reason: reason.to_owned(),
            state: ProposalState::Open,
        };
        proposal.check(&plan).err().unwrap_or("-")
    };
    assert_eq!(check("EXPORT", "move-deadline", "", "entro il 31/12/2020", "Sì"), "-");
    assert_eq!(
        check("EXPORT", "move-deadline", "", ">= 4 N.", "Sì"),
        "desk-proposal-not-a-deadline"
    );
    assert_eq!(check("PART", "raise", "", ">= 700 N.", "Sì"), "-");
    assert_eq!(check("PART", "raise", "", ">= 500 N.", "Sì"), "desk-proposal-not-higher");
    assert_eq!(check("PART", "lower", "", "", "Sì"), "desk-proposal-without-target");
    assert_eq!(check("PART", "drop", "", "", " "), "desk-proposal-without-reason");
    assert_eq!(check("PART", "drop", "", "", "Sì"), "-");
    assert_eq!(check("PART", "replace", "", ">= 1 N.", "Sì"), "desk-proposal-without-title");
    assert_eq!(check("PART", "replace", "POLA", "entro il 31/12/2020", "Sì"), "-");
    assert_eq!(check("PART", "replace", "POLA", "", "Sì"), "-", "its target may come later");
    assert_eq!(check("ALTRO", "drop", "", "", "Sì"), "desk-proposal-gone");
}

#[test]
fn individual_objectives_are_seen_by_those_of_the_table_and_by_nobody_else() {
    let mut plan = sample::plan();
    let office = |code: &str, parent: Option<&str>| Office {
        code: code.to_owned(),
        name: code.to_owned(),
        parent: parent.map(String::from),
        kind: None,
        head: None,
        row: 0,
    };
    plan.offices = vec![office("AREA1", None), office("AREA2", None), office("RAG", Some("AREA1"))];
    let body = || Scope::Body("cciaa_mo".to_owned());
    let of =
        |office: &str| Scope::Office { body: "cciaa_mo".to_owned(), office: office.to_owned() };
    let round = day("30/06/2020");
    let secretary = Individual::new(round, Holder::Secretary);
    let head = Individual { office: Some("AREA1".into()), ..Individual::new(round, Holder::Head) };
    let unplaced = Individual::new(round, Holder::Head);
    let mut seen = String::new();
    for (name, role, scope) in [
        ("oiv", Role::Evaluator, body()),
        ("segretario", Role::SecretaryGeneral, body()),
        ("giunta", Role::Board, body()),
        ("dirigente di AREA1", Role::Head, of("AREA1")),
        ("dirigente di AREA2", Role::Head, of("AREA2")),
        ("controllo", Role::Controller, body()),
        ("rilevazione", Role::Collector, of("AREA1")),
        ("lettore", Role::Reader, body()),
        ("amministratore", Role::Administrator, Scope::Installation),
        ("oiv di un altro ente", Role::Evaluator, Scope::Body("cciaa_so".to_owned())),
    ] {
        let grants = vec![Grant { role, scope }];
        let person = Person { id: "a".to_owned(), name: "A".to_owned(), grants };
        let sees = [&secretary, &head, &unplaced]
            .map(|one| if one.may_be_seen(Some(&person), &plan).is_ok() { "sì" } else { "-" });
        seen.push_str(&format!("{name}: {}\n", sees.join(" ")));
    }
    insta::assert_snapshot!(seen, @r"
    oiv: sì sì sì
    segretario: sì sì sì
    giunta: sì - -
    dirigente di AREA1: - sì -
    dirigente di AREA2: - - -
    controllo: - - -
    rilevazione: - - -
    lettore: - - -
    amministratore: - - -
    oiv di un altro ente: - - -
    ");
    assert!([&secretary, &head].iter().all(|one| one.may_be_seen(None, &plan).is_err()));
}

/// What a proposal about `PART` makes of the plan: each change, and the row to look at.
fn drafted(kind: &str, title: &str, target: &str, act: Option<&str>) -> String {
    let proposal = Proposal {
        number: 1,
        round: day("30/06/2020"),
        node: "301".to_owned(),
        indicator: "PART".to_owned(),
        change: Change::of(kind, title, target).unwrap(),
        reason: "Sì".to_owned(),
        state: ProposalState::Open,
    };
    let before = Contents { plan: sample::plan(), rules: Rules::default() };
    let drafting = proposal.drafting(&before.plan, act);
    let after = apply_all(&before, &drafting.edits).unwrap();
    let changes = diff(&before.plan, &after.plan);
    assert_eq!(proposal.is_taken_up(&changes), !changes.entries.is_empty(), "{kind}");
    let row = drafting.row.map(|row| row.name()).unwrap_or_default();
    let used = after.plan.uses.iter().map(|used| {
        let details = &used.details;
        let target = details.targets.year.as_ref().map(|year| year.verbatim.as_str());
        let weight = details.weight.unwrap_or_default();
        format!("{} {weight} {}", used.indicator, target.unwrap_or("-"))
    });
    format!("{kind} -> {row}: {}\n", used.collect::<Vec<_>>().join("; "))
}

#[test]
fn each_kind_of_proposal_becomes_edits_of_the_draft() {
    let all = [
        drafted("lower", "", ">= 300 N.", None),
        drafted("raise", "", ">= 900 N.", None),
        drafted("move-deadline", "", "entro il 31/12/2020", None),
        drafted("drop", "", "", None),
        drafted("drop", "", "", Some("Delibera 45/2020")),
        drafted("replace", "Webinar", ">= 4 N.", None),
        drafted("replace", "Webinar", "", None),
    ];
    insta::assert_snapshot!(all.concat(), @r"
    lower -> PART (301): EXPORT 10 >= 13.000.000.000 €; PART 90 >= 300 N.; CERT 100 >= 83,00 %
    raise -> PART (301): EXPORT 10 >= 13.000.000.000 €; PART 90 >= 900 N.; CERT 100 >= 83,00 %
    move-deadline -> PART (301): EXPORT 10 >= 13.000.000.000 €; PART 90 entro il 31/12/2020; CERT 100 >= 83,00 %
    drop -> : EXPORT 10 >= 13.000.000.000 €; CERT 100 >= 83,00 %
    drop -> PART (301): EXPORT 100 >= 13.000.000.000 €; PART 0 >= 600 N.; CERT 100 >= 83,00 %
    replace -> PART-2 (301): EXPORT 10 >= 13.000.000.000 €; CERT 100 >= 83,00 %; PART-2 90 >= 4 N.
    replace -> PART (301): EXPORT 10 >= 13.000.000.000 €; PART 90 >= 600 N.; CERT 100 >= 83,00 %
    ");
}

#[test]
fn another_indicator_has_a_code_that_no_other_has() {
    let mut plan = sample::plan();
    let mut taken = plan.indicators[1].clone();
    taken.code = "PART-2".to_owned();
    plan.indicators.push(taken);
    let proposal = Proposal {
        number: 1,
        round: day("30/06/2020"),
        node: "301".to_owned(),
        indicator: "PART".to_owned(),
        change: Change::of("replace", "Webinar", ">= 4 N.").unwrap(),
        reason: "Sì".to_owned(),
        state: ProposalState::Open,
    };
    assert_eq!(proposal.drafting(&plan, None).row.unwrap().name(), "PART-3 (301)");
}
