//! Readings saved one at a time by many people, and what is said of them.
//! Not here: what is owed, which is the core's.

use traguardo::collection::Verdict;
use traguardo::number::Decimal;
use traguardo::period::parse_moment;
use traguardo::quantity::Quantity;
use traguardo::reading::{Observed, Reading, Readings};
use traguardo::rules::Rules;
use traguardo::sample;
use traguardo_store::{Marked, Recorded, Recording, Saying, Signature, Store};

use crate::engines::{execute, on_both_engines, open, signature, texts};

on_both_engines! {
    a_reading_is_saved_with_who_and_when,
    a_save_tried_again_with_its_key_is_made_once,
    a_key_of_another_reading_is_refused,
    whoever_comes_second_is_told_who_came_first_and_changes_nothing,
    a_correction_is_later_than_what_it_corrects_also_where_the_clock_is_not,
    a_correction_without_reason_is_refused_and_others_beside_it_are_saved,
    what_says_the_same_is_not_saved_again,
    a_plan_that_is_not_there_is_named,
    many_people_at_once_are_all_saved_once_and_the_audit_follows,
    marks_are_kept_in_order_and_each_says_what,
    a_reading_is_not_sent_back_without_a_reason,
    a_reading_superseded_in_the_meantime_is_not_marked,
    marks_and_keys_are_covered_by_the_audit,
    the_database_itself_refuses_to_change_a_mark,
}

async fn empty(url: &str) -> Store {
    let store = open(url).await;
    let (plan, rules) = (sample::plan(), Rules::default());
    let none = Readings::default();
    store.save(&plan, &none, &rules, &signature(), |_, _| ()).await.unwrap();
    store
}

fn by(who: &str, at: &str) -> Signature {
    Signature { who: who.to_owned(), at: parse_moment(at).unwrap() }
}

fn typed(number: i64, seen: Option<usize>, key: &str) -> Recording {
    let observed = Observed::Number(Quantity::bare(Decimal::from(number)));
    let reading = Reading { observed, ..sample::readings().list[0].clone() };
    let signature = by("Servizio Promozione", "2020-07-10 09:00");
    Recording {
        ipa: "cciaa_mo".to_owned(),
        year: 2020,
        reading: Reading { reason: seen.map(|_| "errore di battitura".to_owned()), ..reading },
        seen,
        key: key.to_owned(),
        signature,
    }
}

async fn stored(store: &Store) -> Vec<Reading> {
    store.load("cciaa_mo", 2020).await.unwrap().readings.list
}

async fn assert_sound(store: &Store) {
    assert_eq!(store.verify().await.unwrap().findings, []);
}

fn checked(reading: usize) -> Saying {
    Saying { reading, verdict: Verdict::Checked, comment: None }
}

async fn a_reading_is_saved_with_who_and_when(url: &str) {
    let store = empty(url).await;
    let Recorded::Saved(0, saved) = store.record(typed(143, None, "k")).await.unwrap() else {
        panic!("not saved");
    };
    assert_eq!(saved.recorded_by.as_deref(), Some("Servizio Promozione"));
    assert_eq!(saved.recorded_at, parse_moment("2020-07-10 09:00").ok());
    assert_eq!(stored(&store).await, [saved]);
    assert_sound(&store).await;
}

async fn a_save_tried_again_with_its_key_is_made_once(url: &str) {
    let store = empty(url).await;
    store.record(typed(143, None, "k")).await.unwrap();
    // Later, by the same hand: no answer had come.
    let again = Recording { signature: by("x", "2020-07-11"), ..typed(143, None, "k") };
    let answer = store.record(again).await.unwrap();
    assert!(matches!(answer, Recorded::AlreadySaved(0, _)), "{answer:?}");
    // Also where somebody has corrected it since.
    store.record(typed(150, Some(0), "l")).await.unwrap();
    let answer = store.record(typed(143, None, "k")).await.unwrap();
    assert!(matches!(answer, Recorded::AlreadySaved(0, _)), "{answer:?}");
    assert_eq!(stored(&store).await.len(), 2);
    assert_sound(&store).await;
}

async fn a_key_of_another_reading_is_refused(url: &str) {
    let store = empty(url).await;
    store.record(typed(143, None, "k")).await.unwrap();
    let refused = store.record(typed(150, Some(0), "k")).await.unwrap_err();
    assert_eq!(refused.name(), "key-used");
    for key in ["", "k\0", &"k".repeat(101)] {
        store.record(typed(150, Some(0), key)).await.unwrap_err();
    }
    assert_eq!(stored(&store).await.len(), 1);
}

async fn whoever_comes_second_is_told_who_came_first_and_changes_nothing(url: &str) {
    let store = empty(url).await;
    store.record(typed(143, None, "anna")).await.unwrap();
    let second = Recording { signature: by("Bruno", "2020-07-10 09:01"), ..typed(7, None, "b") };
    let Recorded::Conflict(0, first) = store.record(second.clone()).await.unwrap() else {
        panic!("not told");
    };
    assert_eq!(first.recorded_by.as_deref(), Some("Servizio Promozione"));
    assert_eq!(first.observed, typed(143, None, "").reading.observed);
    assert_eq!(stored(&store).await.len(), 1);
    // Having seen it, they may say otherwise, with the same key.
    let knowing = Recording { seen: Some(0), ..second };
    let reason = Some("ricontato".to_owned());
    let knowing = Recording { reading: Reading { reason, ..knowing.reading.clone() }, ..knowing };
    let answer = store.record(knowing).await.unwrap();
    assert!(matches!(answer, Recorded::Saved(1, _)), "{answer:?}");
    assert_sound(&store).await;
}

async fn a_correction_is_later_than_what_it_corrects_also_where_the_clock_is_not(url: &str) {
    let store = empty(url).await;
    store.record(typed(143, None, "k")).await.unwrap();
    let earlier = Recording { signature: by("x", "2020-07-01"), ..typed(150, Some(0), "l") };
    store.record(earlier).await.unwrap();
    let list = stored(&store).await;
    assert!(list[1].supersedes(&list[0]));
    assert_eq!(list[1].recorded_at, parse_moment("2020-07-10 09:00:00.001").ok());
}

async fn a_correction_without_reason_is_refused_and_others_beside_it_are_saved(url: &str) {
    let store = empty(url).await;
    store.record(typed(143, None, "k")).await.unwrap();
    let mut silent = typed(150, Some(0), "l");
    silent.reading.reason = Some(" ".to_owned());
    let mut other = typed(9, None, "m");
    other.reading.indicator = "PART".to_owned();
    let (refused, saved) = tokio::join!(store.record(silent), store.record(other));
    assert_eq!(refused.unwrap_err().name(), "readings-not-superseding");
    assert!(matches!(saved.unwrap(), Recorded::Saved(1, _)));
    assert_sound(&store).await;
}

async fn what_says_the_same_is_not_saved_again(url: &str) {
    let store = empty(url).await;
    store.record(typed(143, None, "k")).await.unwrap();
    // Whoever saw it leaves the cell as it is; whoever did not see it typed the same.
    for (seen, key) in [(Some(0), "l"), (None, "m")] {
        let answer = store.record(typed(143, seen, key)).await.unwrap();
        assert!(matches!(answer, Recorded::AlreadySaved(0, _)), "{answer:?}");
    }
    assert_eq!(stored(&store).await.len(), 1);
}

async fn a_plan_that_is_not_there_is_named(url: &str) {
    let store = empty(url).await;
    for ipa in ["cciaa_xx", "cciaa\0"] {
        let nowhere = Recording { ipa: ipa.to_owned(), ..typed(1, None, "k") };
        assert_eq!(store.record(nowhere).await.unwrap_err().name(), "plan-unknown-nearest");
        let marking = store.mark(ipa, 2020, &[checked(0)], &signature()).await;
        assert_eq!(marking.unwrap_err().name(), "plan-unknown-nearest");
    }
}

async fn many_people_at_once_are_all_saved_once_and_the_audit_follows(url: &str) {
    let store = empty(url).await;
    let people = (0..40).map(|person| {
        let store = store.clone();
        tokio::spawn(async move {
            for turn in 0..5 {
                let key = format!("{person}-{turn}");
                let mut one = typed(person, None, &key);
                one.reading.indicator = format!("I{person}-{turn}");
                one.signature.who = format!("persona {person}");
                let answer = store.record(one.clone()).await.unwrap();
                assert!(matches!(answer, Recorded::Saved(..)), "{answer:?}");
                let again = store.record(one).await.unwrap();
                assert!(matches!(again, Recorded::AlreadySaved(..)), "{again:?}");
            }
        })
    });
    for person in people.collect::<Vec<_>>() {
        person.await.unwrap();
    }
    let list = stored(&store).await;
    let mut codes: Vec<&str> = list.iter().map(|reading| reading.indicator.as_str()).collect();
    codes.sort_unstable();
    codes.dedup();
    assert_eq!((list.len(), codes.len()), (200, 200));
    let verified = store.verify().await.unwrap();
    assert_eq!((verified.entries, verified.findings), (201, vec![]));
}

async fn marks_are_kept_in_order_and_each_says_what(url: &str) {
    let store = empty(url).await;
    store.record(typed(143, None, "k")).await.unwrap();
    let back = Saying {
        reading: 0,
        verdict: Verdict::SentBack,
        comment: Some(" manca il secondo bando ".to_owned()),
    };
    let first = by("Dirigente", "2020-07-12");
    let answers = store.mark("cciaa_mo", 2020, &[back, checked(9)], &first).await.unwrap();
    assert_eq!(answers, [Marked::Saved, Marked::Unknown]);
    let second = by("Segretario generale", "2020-07-13");
    store.mark("cciaa_mo", 2020, &[checked(0)], &second).await.unwrap();
    let marks = store.load("cciaa_mo", 2020).await.unwrap().marks;
    let said: Vec<_> = marks.iter().map(|m| (m.verdict, m.by.as_str(), m.at)).collect();
    assert_eq!(
        said,
        [
            (Verdict::SentBack, "Dirigente", first.at),
            (Verdict::Checked, "Segretario generale", second.at)
        ]
    );
    assert_eq!(marks[0].comment.as_deref(), Some("manca il secondo bando"));
    let told = texts(url, "SELECT what FROM audit ORDER BY number DESC LIMIT 2").await;
    assert_eq!(
        told,
        [
            "mark cciaa_mo/2020: 1 checked, 0 sent back",
            "mark cciaa_mo/2020: 0 checked, 1 sent back"
        ]
    );
    assert_sound(&store).await;
}

async fn a_reading_is_not_sent_back_without_a_reason(url: &str) {
    let store = empty(url).await;
    store.record(typed(143, None, "k")).await.unwrap();
    for comment in [None, Some("  ".to_owned())] {
        let back = Saying { reading: 0, verdict: Verdict::SentBack, comment };
        let answers = store.mark("cciaa_mo", 2020, &[back], &signature()).await.unwrap();
        assert_eq!(answers, [Marked::WithoutReason]);
    }
    assert_eq!(store.load("cciaa_mo", 2020).await.unwrap().marks, []);
    assert_sound(&store).await;
}

async fn a_reading_superseded_in_the_meantime_is_not_marked(url: &str) {
    let store = empty(url).await;
    store.record(typed(143, None, "k")).await.unwrap();
    store.record(typed(150, Some(0), "l")).await.unwrap();
    let answers = store.mark("cciaa_mo", 2020, &[checked(0)], &signature()).await.unwrap();
    assert_eq!(answers, [Marked::Superseded(1)]);
    assert_eq!(store.load("cciaa_mo", 2020).await.unwrap().marks, []);
}

async fn marks_and_keys_are_covered_by_the_audit(url: &str) {
    let store = empty(url).await;
    store.record(typed(143, None, "k")).await.unwrap();
    store.mark("cciaa_mo", 2020, &[checked(0)], &signature()).await.unwrap();
    for sql in [
        "INSERT INTO mark (plan, position, reading, verdict, marked_by, marked_at) \
         VALUES ('cciaa_mo/2020', 1, 0, 'sent_back', 'x', '2020-07-14T00:00:00')",
        "INSERT INTO reading (plan, position, indicator, kind) \
         VALUES ('cciaa_mo/2020', 1, 'EXPORT', 'not_available')",
        "INSERT INTO saving (plan, position, key) VALUES ('cciaa_mo/2020', 1, 'z')",
    ] {
        execute(url, sql).await.unwrap();
    }
    assert_eq!(store.verify().await.unwrap().findings.len(), 3);
}

async fn the_database_itself_refuses_to_change_a_mark(url: &str) {
    let store = empty(url).await;
    store.record(typed(143, None, "k")).await.unwrap();
    store.mark("cciaa_mo", 2020, &[checked(0)], &signature()).await.unwrap();
    for sql in [
        "UPDATE mark SET verdict = 'sent_back'",
        "DELETE FROM mark",
        "UPDATE saving SET key = 'z'",
        "DELETE FROM saving",
    ] {
        execute(url, sql).await.unwrap_err();
    }
}
