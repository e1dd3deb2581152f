//! The table of rights, asked of [`may`] cell by cell, and the reasons it gives.
//! Not here: routes and commands, which are tried where they are.

use std::fmt::Write;

use super::*;
use crate::office::Office;
use crate::sample;
use crate::text::{Lang, Texts};

fn office(code: &str, parent: Option<&str>) -> Office {
    Office {
        code: code.to_owned(),
        name: format!("Ufficio {code}"),
        parent: parent.map(String::from),
        kind: None,
        head: None,
        row: 0,
    }
}

/// The sample: area 1 has no office, objective 301 is of AREA, its operational objective of
/// OTHER; participants are collected by DESK, an office below AREA.
fn plan() -> Plan {
    let mut plan = sample::plan();
    plan.offices = vec![office("AREA", None), office("DESK", Some("AREA")), office("OTHER", None)];
    plan.nodes[1].details.responsible = vec!["AREA".to_owned()];
    plan.nodes[2].details.responsible = vec!["OTHER".to_owned()];
    plan.uses[1].details.collectors = vec!["DESK".to_owned()];
    plan
}

fn somebody(role: Role, scope: Scope) -> Person {
    let grants = vec![Grant { role, scope }];
    Person { id: "anna".to_owned(), name: "Anna".to_owned(), grants }
}

fn body() -> Scope {
    Scope::Body("cciaa_mo".to_owned())
}

fn for_office(code: &str) -> Scope {
    Scope::Office { body: "cciaa_mo".to_owned(), office: code.to_owned() }
}

/// How far a role granted for the office AREA (or, where that cannot be, for the body) goes:
/// `ente` everywhere in the body, `ufficio` where the office answers, `-` nowhere.
fn shown(role: Role, action: Action) -> &'static str {
    let plan = plan();
    let tree = Tree::of(&plan);
    let scope = if role.fits(&for_office("AREA")) { for_office("AREA") } else { body() };
    let person = somebody(role, scope);
    let asked = [
        may(Some(&person), action, On::Node(&plan, &tree, 1)).is_ok(),
        may(Some(&person), action, On::Node(&plan, &tree, 2)).is_ok(),
        may(Some(&person), action, On::Body("cciaa_mo")).is_ok(),
    ];
    match asked {
        [true, true, true] => "ente",
        [true, false, false] => "ufficio",
        [false, false, false] => "-",
        _ => "?",
    }
}

#[test]
fn every_role_may_do_what_the_table_says_and_nothing_else() {
    let mut table = String::new();
    for action in Action::ALL {
        let nobody = may(None, action, On::Body("cciaa_mo")).is_ok();
        write!(table, "{:<26}", action.name()).unwrap();
        for role in Role::ALL {
            write!(table, "{:<9}", shown(role, action)).unwrap();
        }
        writeln!(table, "{}", if nobody { "ente" } else { "-" }).unwrap();
    }
    let header = "action                    adm      ctrl     coll     head     sg       oiv      \
                  board    reader   nobody\n";
    insta::assert_snapshot!(format!("{header}{table}"), @r#"
    action                    adm      ctrl     coll     head     sg       oiv      board    reader   nobody
    see-plan                  ente     ente     ente     ente     ente     ente     ente     ente     ente
    see-work                  -        ente     ente     ente     ente     ente     ente     ente     -
    edit-draft                -        ufficio  -        -        -        -        -        -        -
    answer-question           -        ufficio  -        ufficio  -        -        -        -        -
    adopt                     -        ufficio  -        -        ente     -        -        -        -
    record-reading            -        ufficio  ufficio  ufficio  -        -        -        -        -
    check-reading             -        -        -        ufficio  ente     -        -        -        -
    close-round               -        ufficio  -        -        -        -        -        -        -
    set-deadlines             -        ufficio  -        -        -        -        -        -        -
    write-evaluation          -        -        -        -        -        ente     -        -        -
    see-evaluation            -        ufficio  -        -        ente     ente     ente     -        -
    see-proposals             -        ufficio  ufficio  ufficio  ente     ente     ente     -        -
    see-secretary-objectives  -        -        -        -        ente     ente     ente     -        -
    see-head-objectives       -        -        -        ufficio  ente     ente     -        -        -
    manage-accounts           ente     -        -        -        -        -        -        -        -
    configure                 ente     -        -        -        -        -        -        -        -
    see-trail                 ente     -        -        -        -        ente     -        -        -
    "#);
}

#[test]
fn a_role_in_one_body_does_nothing_in_another() {
    for role in Role::ALL {
        for action in Action::ALL.into_iter().filter(|action| !action.is_open()) {
            let person = somebody(role, body());
            let asked = may(Some(&person), action, On::Body("cciaa_so"));
            assert!(asked.is_err(), "{role:?} {action:?}");
            let asked = may(Some(&person), action, On::Installation);
            assert!(asked.is_err(), "{role:?} {action:?}");
        }
    }
}

#[test]
fn the_administrator_of_the_installation_manages_every_body_and_sees_no_data() {
    let person = somebody(Role::Administrator, Scope::Installation);
    for on in [On::Installation, On::Body("cciaa_mo")] {
        assert!(may(Some(&person), Action::ManageAccounts, on).is_ok());
        assert!(may(Some(&person), Action::EditDraft, on).is_err());
    }
}

#[test]
fn readings_are_recorded_by_those_who_collect_and_checked_by_those_who_answer() {
    let plan = plan();
    let tree = Tree::of(&plan);
    let asked = |role, office, action, used| {
        let person = somebody(role, for_office(office));
        may(Some(&person), action, On::Use(&plan, &tree, used)).is_ok()
    };
    let record = Action::RecordReading;
    // Participants: DESK collects; AREA is above it, OTHER is not.
    assert!(asked(Role::Collector, "DESK", record, 1));
    assert!(asked(Role::Collector, "AREA", record, 1));
    assert!(!asked(Role::Collector, "OTHER", record, 1));
    // Export has no collector: who answers for its objective records it, not who is below.
    assert!(asked(Role::Collector, "AREA", record, 0));
    assert!(!asked(Role::Collector, "DESK", record, 0));
    // Checking is for those who answer, who may be others than those who collect.
    assert!(asked(Role::Head, "AREA", Action::CheckReading, 1));
    assert!(!asked(Role::Head, "DESK", Action::CheckReading, 1));
    assert!(!asked(Role::Collector, "AREA", Action::CheckReading, 1));
}

#[test]
fn proposals_are_seen_by_those_who_record_and_by_those_who_answer() {
    let plan = plan();
    let tree = Tree::of(&plan);
    let asked = |role, office, used| {
        let person = somebody(role, for_office(office));
        may(Some(&person), Action::SeeProposals, On::Use(&plan, &tree, used)).is_ok()
    };
    // Participants: DESK records, AREA above it answers.
    assert!(asked(Role::Collector, "DESK", 1) && asked(Role::Head, "AREA", 1));
    assert!(!asked(Role::Collector, "OTHER", 1) && !asked(Role::Head, "OTHER", 1));
    assert!(!asked(Role::Collector, "DESK", 0) && !asked(Role::Reader, "AREA", 0));
    let none = may(None, Action::SeeProposals, On::Use(&plan, &tree, 1));
    assert!(matches!(none, Err(Refusal::NotSignedIn { .. })));
}

#[test]
fn an_account_with_a_role_elsewhere_is_not_managed_from_one_body() {
    let local = somebody(Role::Administrator, body());
    let whole = somebody(Role::Administrator, Scope::Installation);
    let mut other = somebody(Role::Head, for_office("AREA"));
    assert!(may_manage(Some(&local), &other).is_ok());
    assert!(may_manage(None, &other).is_err());
    for scope in [Scope::Body("cciaa_so".to_owned()), Scope::Installation] {
        other.grants.push(Grant { role: Role::Administrator, scope });
        assert!(may_manage(Some(&local), &other).is_err());
        assert!(may_manage(Some(&whole), &other).is_ok());
    }
    other.grants.clear();
    assert!(may_manage(Some(&local), &other).is_err() && may_manage(Some(&whole), &other).is_ok());
}

#[test]
fn several_grants_add_up() {
    let plan = plan();
    let tree = Tree::of(&plan);
    let mut person = somebody(Role::Head, for_office("OTHER"));
    person.grants.push(Grant { role: Role::Head, scope: for_office("DESK") });
    person.grants.push(Grant { role: Role::Evaluator, scope: Scope::Body("cciaa_so".into()) });
    let asked = |action, used| may(Some(&person), action, On::Use(&plan, &tree, used)).is_ok();
    assert!(asked(Action::RecordReading, 1) && asked(Action::CheckReading, 2));
    assert!(!asked(Action::CheckReading, 0) && !asked(Action::WriteEvaluation, 0));
}

#[test]
fn offices_in_a_circle_are_walked_once() {
    let mut plan = plan();
    plan.offices[0].parent = Some("DESK".to_owned());
    plan.nodes[0].parent = Some("301.D1.2".to_owned());
    plan.nodes[1].details.responsible.clear();
    plan.nodes[2].details.responsible.clear();
    let tree = Tree::of(&plan);
    let person = somebody(Role::Head, for_office("OTHER"));
    let asked = |used| may(Some(&person), Action::RecordReading, On::Use(&plan, &tree, used));
    assert!(matches!(asked(1), Err(Refusal::OtherOffice { .. })));
    assert!(matches!(asked(0), Err(Refusal::NobodyAnswers { .. })));
}

#[test]
fn each_refusal_says_why_and_what_to_do() {
    let plan = plan();
    let tree = Tree::of(&plan);
    let head = somebody(Role::Head, for_office("AREA"));
    let collector = somebody(Role::Collector, for_office("OTHER"));
    let local = somebody(Role::Administrator, body());
    let refusals = [
        may(None, Action::RecordReading, On::Use(&plan, &tree, 0)),
        may(Some(&head), Action::SeeTrail, On::Body("cciaa_mo")),
        may(Some(&head), Action::CheckReading, On::Body("cciaa_so")),
        may(Some(&head), Action::CheckReading, On::Body("cciaa_mo")),
        may(Some(&local), Action::Configure, On::Installation),
        may(Some(&collector), Action::RecordReading, On::Use(&plan, &tree, 1)),
        may(Some(&head), Action::AnswerQuestion, On::Node(&plan, &tree, 0)),
    ];
    for lang in [Lang::It, Lang::En] {
        for refusal in &refusals {
            let said = refusal.as_ref().unwrap_err().said(Texts::of(lang));
            assert!(!said.contains("access-") && !said.contains("action-"), "{said}");
            assert!(!said.contains('{') && !said.contains("role-"), "{said}");
        }
    }
    let said = |at: usize| refusals[at].as_ref().unwrap_err().said(Texts::of(Lang::It));
    insta::assert_snapshot!(said(5), @"Per registrare una rilevazione qui serve il ruolo di controllo di gestione, unità di rilevazione o dirigente/PO nell'ufficio «Ufficio DESK»: il tuo vale per un altro ufficio.");
}
