//! The share of objectives that were changed during the year, on the rolling of July 2019 of Maremma
//! e Tirreno, which has it as an indicator. Not here: how a register is made, see `traguardo::revision`.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by failing")]

use std::path::Path;

use traguardo::edit::Contents;
use traguardo::number::Decimal;
use traguardo::plan::{Details, Plan};
use traguardo::revision::{VariationKind, share, variations};

fn maremma() -> Contents {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let hand_in = traguardo_files::read(&root.join("examples/maremma-2019")).unwrap();
    Contents { plan: hand_in.plan, rules: hand_in.rules }
}

/// The plan before the acts of July 2019. What cells held then the document does not print: it says of
/// each row only that it was changed, and by which act.
fn as_it_was_programmed(plan: &Plan) -> Plan {
    let mut plan = plan.clone();
    let undo = |details: &mut Details| {
        let in_july = |act: &String| act.ends_with("07/2019") || act.contains("luglio 2019");
        if details.acts.iter().any(in_july) {
            details.acts.clear();
            details.status = None;
        }
    };
    plan.nodes.iter_mut().for_each(|node| undo(&mut node.details));
    plan.uses.iter_mut().for_each(|used| undo(&mut used.details));
    plan
}

#[test]
fn the_rolling_of_july_2019_changed_6_of_the_73_objectives_of_maremma() {
    let after = maremma();
    let before = Contents { plan: as_it_was_programmed(&after.plan), rules: after.rules.clone() };
    let list = variations(&before, &after);
    let count = |kind| list.iter().filter(|variation| variation.kind == kind).count();
    // Objective 9.3.2 was given up with its indicator, five indicators were changed.
    assert_eq!((count(VariationKind::Updated), count(VariationKind::Eliminated)), (5, 2));
    let share = share(&[before, after]);
    assert_eq!(share.changed, ["1.4.1", "1.4.2", "7.3.1", "9.1.4", "9.3.2", "14.1.1"]);
    // 59 operational objectives, and 14 strategic ones, which have indicators of their own.
    assert_eq!(share.programmed, 73);
    assert_eq!(share.per_cent().unwrap().round_dp(2), Decimal::new(822, 2));
}

/// The dashboard expects less than 18% of 2019 and prints no reading of it: what the program computes
/// cannot be compared with a figure, only with the target, which it meets. Nor does it print what the
/// rolling of January 2019 changed of the operational plan, which began with it.
#[test]
fn the_indicator_s9_8_of_maremma_has_a_target_and_no_reading_to_compare_with() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let hand_in = traguardo_files::read(&root.join("examples/maremma-2019")).unwrap();
    let used = hand_in.plan.uses.iter().find(|used| used.indicator == "S9-8").unwrap();
    let target = used.details.targets.year.as_ref().unwrap();
    assert_eq!(target.verbatim, "< 18%");
    assert_eq!(target.target().unwrap().normal(), "< 18");
    assert!(!hand_in.readings.list.iter().any(|reading| reading.indicator == "S9-8"));
    let before = as_it_was_programmed(&hand_in.plan);
    let [before, after] =
        [before, hand_in.plan].map(|plan| Contents { plan, rules: hand_in.rules.clone() });
    assert!(share(&[before, after]).per_cent().unwrap() < Decimal::from(18));
}
