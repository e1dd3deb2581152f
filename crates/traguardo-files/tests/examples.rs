//! The examples of the repository, as an office would hand them in.
//! Not here: their scores, which the core checks figure by figure.

use std::path::Path;

use traguardo::issue::Severity;

#[test]
fn modena_loads_without_issues() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/modena-2020");
    let hand_in = traguardo_files::read(&path).unwrap();
    let serious: Vec<_> =
        hand_in.issues.iter().filter(|issue| issue.kind.severity != Severity::Note).collect();
    assert!(serious.is_empty(), "{serious:#?}");
    let plan = &hand_in.plan;
    assert_eq!((plan.body.ipa.as_str(), plan.year), ("cciaa_mo", 2020));
    assert_eq!(plan.horizon, [2020, 2021, 2022]);
    assert!(plan.nodes.len() > 30 && plan.uses.len() > plan.nodes.len());
    assert!(!hand_in.readings.list.is_empty());
    assert_eq!(hand_in.rules.bands.len(), 4);
}
