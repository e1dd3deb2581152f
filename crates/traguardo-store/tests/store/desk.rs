//! The desk of the OIV: kept row after row on both engines, covered by the audit and by copies.
//! Not here: what may be written, see the core.

use std::io::Cursor;

use traguardo::desk::{
    Assessment, Candidate, Change, Drawn, Holder, Individual, Jump, Look, Minutes, Observation,
    Proposal, ProposalState, Sample, Subject, Tag, Verdict, WorkPaper, Written,
};
use traguardo::edit::Contents;
use traguardo::number::Decimal;
use traguardo::period::{Date, parse_date, parse_moment};
use traguardo::revision::Act;
use traguardo::rules::Rules;
use traguardo::sample;
use traguardo_store::{Carried, DeskEntry, Fault, ProposalDrafted, Signature, Store};

use crate::engines::{execute, on_both_engines, open, signature, sqlite};

on_both_engines! {
    what_is_written_is_read_as_it_was,
    a_correction_is_a_new_row_and_both_stay,
    who_comes_second_is_told_who_came_first_and_nothing_is_written,
    new_proposals_and_objectives_are_numbered,
    rows_can_only_be_added,
    rows_that_are_changed_from_outside_are_found,
    looks_are_kept_and_say_nothing_in_the_audit,
    the_desk_of_a_plan_that_is_not_there_is_unknown,
    a_proposal_goes_into_the_draft_and_is_adopted_with_it,
    a_proposal_waits_again_when_the_draft_is_given_up_or_does_not_hold_it,
    a_proposal_that_was_decided_or_cannot_be_done_leaves_the_draft_alone,
}

fn round() -> Date {
    parse_date("30/06/2020").unwrap()
}

async fn stored(url: &str) -> Store {
    let store = open(url).await;
    let (plan, readings, rules) = (sample::plan(), sample::readings(), Rules::default());
    store.save(&plan, &readings, &rules, &signature(), |_, _| ()).await.unwrap();
    store
}

async fn write(store: &Store, entries: &[DeskEntry]) {
    store.write_desk("cciaa_mo", 2020, entries, &signature()).await.unwrap();
}

fn observation(observed: &str) -> Observation {
    let subject = Subject::Use { node: "301".to_owned(), indicator: "PART".to_owned() };
    Observation {
        tags: vec!["arresto".to_owned(), "sottostimato".to_owned()],
        observed: observed.to_owned(),
        concern: "I corsi in presenza sono fermi".to_owned(),
        remedy: "Rimodulare".to_owned(),
        ..Observation::blank(round(), subject)
    }
}

fn proposal(number: usize, state: ProposalState) -> Proposal {
    Proposal {
        number,
        round: round(),
        node: "301".to_owned(),
        indicator: "PART".to_owned(),
        change: Change::Replace { title: "Webinar".to_owned(), target: ">= 4 N.".to_owned() },
        reason: "Fermo".to_owned(),
        state,
    }
}

fn drawn() -> Sample {
    let candidate = |reading, jump, turn| Drawn {
        candidate: Candidate {
            reading,
            indicator: "PART".to_owned(),
            weight: 4500,
            jump,
            late_days: Some(11),
            without_evidence: true,
        },
        turn,
    };
    let candidates = vec![
        candidate(0, Some(Jump::Reading(Decimal::new(2199, 1))), Some(1)),
        candidate(1, Some(Jump::Target(Decimal::from(250))), None),
        candidate(2, None, Some(2)),
    ];
    Sample { round: round(), seed: u32::MAX, revision: 1, candidates }
}

fn individual(number: usize) -> Individual {
    Individual {
        number,
        post: "Dirigente area 1".to_owned(),
        office: Some("AREA1".to_owned()),
        objective: "Regolamento OCRI".to_owned(),
        weight: Some(Decimal::from(30)),
        indicator: "Approvazione".to_owned(),
        expected: "Entro il 30/11/2020".to_owned(),
        found: "N/D".to_owned(),
        concern: "Prorogato".to_owned(),
        remedy: "Riprogrammare".to_owned(),
        assessed: Some(Decimal::new(505, 1)),
        ..Individual::new(round(), Holder::Head)
    }
}

async fn what_is_written_is_read_as_it_was(url: &str) {
    let store = stored(url).await;
    let assessment = Assessment {
        round: round(),
        subject: Subject::Body,
        score: Some(Decimal::new(7340, 2)),
        reason: "Contesto".to_owned(),
    };
    let tag = Tag { code: "pandemia".into(), name: "Pandemia".into(), ..Tag::default() };
    let minutes = Minutes {
        round: round(),
        received: Some(parse_date("21/07/2020").unwrap()),
        premise: "Premessa\n\nSeconda parte".to_owned(),
        remarks: String::new(),
        signatures: 1,
    };
    let paper = WorkPaper {
        sample: 0,
        reading: 2,
        looked_at: "Registro".to_owned(),
        found: "143".to_owned(),
        verdict: Verdict::Confirmed,
    };
    write(
        &store,
        &[
            DeskEntry::Tags { tags: vec![tag.clone()], after: 0 },
            DeskEntry::Observation { what: observation("Fermo"), after: 0 },
            DeskEntry::Assessment { what: assessment.clone(), after: 0 },
            DeskEntry::Proposal { what: proposal(0, ProposalState::Open), after: 0 },
            DeskEntry::Sample(drawn()),
            DeskEntry::Paper { what: paper.clone(), after: 0 },
            DeskEntry::Minutes { what: minutes.clone(), after: 0 },
            DeskEntry::Individual { what: individual(0), after: 0 },
        ],
    )
    .await;
    let desk = store.desk("cciaa_mo", 2020).await.unwrap();
    let by = |what: &dyn Fn() -> (String, String)| what();
    let first = &desk.observations[0];
    assert_eq!(
        by(&|| (first.by.clone(), first.at.to_string())),
        ("Ufficio d'esempio".to_owned(), "2020-07-21T10:30:00".to_owned())
    );
    assert_eq!(first.what, observation("Fermo"));
    assert_eq!(desk.tags[0].what, tag);
    assert_eq!(desk.assessments[0].what, assessment);
    assert_eq!(desk.proposals[0].what, proposal(1, ProposalState::Open));
    assert_eq!(desk.samples[0].what, drawn());
    assert_eq!(desk.papers[0].what, paper);
    assert_eq!(desk.minutes[0].what, minutes);
    let individuals = store.individuals("cciaa_mo", 2020).await.unwrap();
    assert_eq!(individuals[0].what, individual(1));
    assert_eq!(store.verify().await.unwrap().findings, []);
}

async fn a_correction_is_a_new_row_and_both_stay(url: &str) {
    let store = stored(url).await;
    write(&store, &[DeskEntry::Observation { what: observation("Fermo"), after: 0 }]).await;
    write(&store, &[DeskEntry::Observation { what: observation("Ripreso"), after: 1 }]).await;
    let desk = store.desk("cciaa_mo", 2020).await.unwrap();
    let said: Vec<&str> = desk.observations.iter().map(|one| &*one.what.observed).collect();
    assert_eq!(said, ["Fermo", "Ripreso"]);
    let withdrawn = proposal(0, ProposalState::Open);
    write(&store, &[DeskEntry::Proposal { what: withdrawn, after: 0 }]).await;
    let drafted = proposal(1, ProposalState::Drafted(3));
    write(&store, &[DeskEntry::Proposal { what: drafted.clone(), after: 1 }]).await;
    let desk = store.desk("cciaa_mo", 2020).await.unwrap();
    assert_eq!(desk.proposals[desk.proposed(round())[0]].what, drafted);
    assert_eq!(store.verify().await.unwrap().findings, []);
}

async fn who_comes_second_is_told_who_came_first_and_nothing_is_written(url: &str) {
    let store = stored(url).await;
    write(&store, &[DeskEntry::Observation { what: observation("Prima"), after: 0 }]).await;
    let second =
        Signature { who: "Seconda".to_owned(), at: parse_moment("2020-07-21 10:31").unwrap() };
    let assessment = Assessment {
        round: round(),
        subject: Subject::Node("301".to_owned()),
        score: None,
        reason: String::new(),
    };
    let entries = [
        DeskEntry::Assessment { what: assessment, after: 0 },
        DeskEntry::Observation { what: observation("Seconda"), after: 0 },
    ];
    let refused = store.write_desk("cciaa_mo", 2020, &entries, &second).await.unwrap_err();
    let Fault::WrittenMeanwhile { who, at } = refused.fault else { panic!("{refused}") };
    assert_eq!((who.as_str(), at.as_str()), ("Ufficio d'esempio", "2020-07-21T10:30:00"));
    let desk = store.desk("cciaa_mo", 2020).await.unwrap();
    assert_eq!((desk.observations.len(), desk.assessments.len()), (1, 0));
}

async fn new_proposals_and_objectives_are_numbered(url: &str) {
    let store = stored(url).await;
    for number in 1..=3 {
        write(&store, &[DeskEntry::Proposal { what: proposal(0, ProposalState::Open), after: 0 }])
            .await;
        write(&store, &[DeskEntry::Individual { what: individual(0), after: 0 }]).await;
        let desk = store.desk("cciaa_mo", 2020).await.unwrap();
        assert_eq!(desk.proposals.last().unwrap().what.number, number);
    }
    let individuals = store.individuals("cciaa_mo", 2020).await.unwrap();
    let numbers: Vec<_> = individuals.iter().map(|one: &Written<_>| one.what.number).collect();
    assert_eq!(numbers, [1, 2, 3]);
}

async fn rows_can_only_be_added(url: &str) {
    let store = stored(url).await;
    write(&store, &[DeskEntry::Observation { what: observation("Fermo"), after: 0 }]).await;
    write(&store, &[DeskEntry::Individual { what: individual(0), after: 0 }]).await;
    for table in ["observation", "individual"] {
        for sql in
            [format!("UPDATE {table} SET written_by = 'altri'"), format!("DELETE FROM {table}")]
        {
            assert!(execute(url, &sql).await.is_err(), "{sql}");
        }
    }
    assert_eq!(store.verify().await.unwrap().findings, []);
}

async fn rows_that_are_changed_from_outside_are_found(url: &str) {
    let store = stored(url).await;
    write(&store, &[DeskEntry::Sample(drawn())]).await;
    let drop = if url.starts_with("sqlite:") {
        "DROP TRIGGER sample_candidate_never_updated"
    } else {
        "DROP TRIGGER sample_candidate_only_added ON sample_candidate"
    };
    execute(url, drop).await.unwrap();
    execute(url, "UPDATE sample_candidate SET turn = 2 WHERE reading = 1").await.unwrap();
    let findings = store.verify().await.unwrap().findings;
    assert_eq!(findings.len(), 1, "{findings:?}");
    assert!(format!("{findings:?}").contains("sample_candidate"));
}

async fn looks_are_kept_and_say_nothing_in_the_audit(url: &str) {
    let store = stored(url).await;
    let look = Look {
        place: "obiettivi-individuali".to_owned(),
        count: 3,
        posts: "Dirigente area 1".to_owned(),
    };
    store.look("cciaa_mo", &look, &signature()).await.unwrap();
    store.look("cciaa_mo", &look, &signature()).await.unwrap();
    let looks = store.looks("cciaa_mo").await.unwrap();
    assert_eq!((looks.len(), &looks[1].what), (2, &look));
    let entries = store.entries(1, 10).await.unwrap();
    assert!(entries.iter().all(|entry| entry.what == "look cciaa_mo"), "{entries:?}");
    assert_eq!(store.verify().await.unwrap().findings, []);
}

async fn the_desk_of_a_plan_that_is_not_there_is_unknown(url: &str) {
    let store = stored(url).await;
    let entry = DeskEntry::Observation { what: observation("Fermo"), after: 0 };
    for refused in [
        store.desk("cciaa_so", 2020).await.err(),
        store.individuals("cciaa_so", 2020).await.err(),
        store.write_desk("cciaa_so", 2020, &[entry], &signature()).await.err(),
    ] {
        assert!(matches!(refused.unwrap().fault, Fault::PlanUnknown { .. }));
    }
}

#[test]
fn a_copy_holds_the_desk() {
    crate::engines::run(async {
        let (from, to) = (sqlite(), sqlite());
        let store = stored(&from.url).await;
        write(&store, &[DeskEntry::Sample(drawn())]).await;
        write(&store, &[DeskEntry::Individual { what: individual(0), after: 0 }]).await;
        let mut copy = Cursor::new(Vec::new());
        store.backup(&mut copy, signature().at).await.unwrap();
        copy.set_position(0);
        let (restored, _) = Store::restore(&to.url, copy).await.unwrap();
        assert_eq!(
            restored.desk("cciaa_mo", 2020).await.unwrap(),
            store.desk("cciaa_mo", 2020).await.unwrap()
        );
        assert_eq!(restored.individuals("cciaa_mo", 2020).await.unwrap().len(), 1);
        assert_eq!(restored.verify().await.unwrap().findings, []);
    });
}

const OF: (&str, i16) = ("cciaa_mo", 2020);

fn carried(after: usize) -> Carried<'static> {
    Carried { number: 1, after, act: None, reason: "Proposta dell'OIV n. 1" }
}

async fn proposed(url: &str) -> Store {
    let store = stored(url).await;
    let open = DeskEntry::Proposal { what: proposal(0, ProposalState::Open), after: 0 };
    write(&store, &[open]).await;
    store
}

/// The states of the only proposal, one an entry.
async fn states(store: &Store) -> Vec<ProposalState> {
    let desk = store.desk("cciaa_mo", 2020).await.unwrap();
    desk.proposals.into_iter().map(|one| one.what.state).collect()
}

fn act() -> Act {
    let (organ, number) = ("Giunta".to_owned(), "45".to_owned());
    Act { organ, number, date: parse_date("30/09/2020").unwrap(), file: None }
}

async fn a_proposal_goes_into_the_draft_and_is_adopted_with_it(url: &str) {
    let store = proposed(url).await;
    let drafted = store.draft_proposal(OF, carried(1), &signature()).await.unwrap();
    let ProposalDrafted::Drafted(drafting) = drafted else { panic!("{drafted:?}") };
    assert_eq!(drafting.row.unwrap().name(), "PART-2 (301)");
    let draft = store.draft("cciaa_mo", 2020).await.unwrap().unwrap();
    assert_eq!((draft.version, draft.reason.as_deref()), (1, Some("Proposta dell'OIV n. 1")));
    let codes: Vec<_> = draft.contents.plan.uses.iter().map(|u| u.indicator.as_str()).collect();
    assert!(codes.contains(&"PART-2") && !codes.contains(&"PART"), "{codes:?}");
    let next = store.adopt(OF, 1, &act(), &signature()).await.unwrap();
    assert_eq!(next, 2);
    assert_eq!(
        states(&store).await,
        [ProposalState::Open, ProposalState::Drafted(2), ProposalState::Adopted(2)]
    );
    assert_eq!(store.verify().await.unwrap().findings, []);
}

async fn a_proposal_waits_again_when_the_draft_is_given_up_or_does_not_hold_it(url: &str) {
    let store = proposed(url).await;
    store.draft_proposal(OF, carried(1), &signature()).await.unwrap();
    store.drop_draft("cciaa_mo", 2020, &signature()).await.unwrap();
    assert_eq!(states(&store).await.last(), Some(&ProposalState::Open));
    // Again, and somebody puts the row back as it was and changes another one.
    store.draft_proposal(OF, carried(3), &signature()).await.unwrap();
    let mut contents = store
        .load("cciaa_mo", 2020)
        .await
        .map(|stored| Contents { plan: stored.plan, rules: stored.rules });
    contents.as_mut().unwrap().plan.nodes[0].title.push_str(" bis");
    store.save_draft(&contents.unwrap(), 1, "back", &signature()).await.unwrap();
    store.adopt(OF, 2, &act(), &signature()).await.unwrap();
    assert_eq!(states(&store).await.last(), Some(&ProposalState::Open));
    assert_eq!(store.verify().await.unwrap().findings, []);
}

async fn a_proposal_that_was_decided_or_cannot_be_done_leaves_the_draft_alone(url: &str) {
    let store = proposed(url).await;
    let late = store.draft_proposal(OF, carried(0), &signature()).await.unwrap_err();
    assert!(matches!(late.fault, Fault::WrittenMeanwhile { .. }), "{late:?}");
    let other = Carried { number: 7, ..carried(1) };
    let refused = store.draft_proposal(OF, other, &signature()).await.unwrap();
    assert_eq!(refused, ProposalDrafted::Refused("desk-proposal-unknown"));
    let declined = proposal(1, ProposalState::Declined("È già così".to_owned()));
    write(&store, &[DeskEntry::Proposal { what: declined, after: 1 }]).await;
    let refused = store.draft_proposal(OF, carried(2), &signature()).await.unwrap();
    assert_eq!(refused, ProposalDrafted::Refused("desk-proposal-not-open"));
    assert_eq!(store.draft("cciaa_mo", 2020).await.unwrap(), None, "no draft was made");
    write(&store, &[DeskEntry::Proposal { what: proposal(1, ProposalState::Open), after: 2 }])
        .await;
    let mut draft = store.open_draft(OF, None, &signature()).await.unwrap();
    draft.contents.plan.uses.retain(|used| used.indicator != "PART");
    store.save_draft(&draft.contents, 1, "PART", &signature()).await.unwrap();
    let refused = store.draft_proposal(OF, carried(3), &signature()).await.unwrap();
    assert_eq!(refused, ProposalDrafted::Refused("desk-proposal-not-in-draft"));
    assert_eq!(store.draft("cciaa_mo", 2020).await.unwrap().unwrap().version, 2);
}
