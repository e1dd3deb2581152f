//! Who is told what and when: days, roles, quiet hours, and the letter as it is read.
//! Not here: the real server that takes the letter.

use std::fmt::Write;

use jiff::civil::{date, datetime};

use super::*;
use crate::access::{Grant, Person, Role, Scope};
use crate::office::Office;
use crate::period::{Date, DateTime};
use crate::plan::Plan;
use crate::sample;
use crate::text::{Lang, Texts};
use crate::tree::Tree;

const CHECKPOINT: Date = date(2020, 6, 30);
const HAND_IN: Date = date(2020, 7, 15);

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

/// The sample: AREA answers for objective 301, DESK below it collects the participants, OTHER
/// answers for the operational objective.
fn plan() -> Plan {
    let mut plan = sample::plan();
    plan.offices = vec![office("AREA", None), office("DESK", Some("AREA")), office("OTHER", None)];
    plan.nodes[1].details.responsible = vec!["AREA".to_owned()];
    plan.nodes[2].details.responsible = vec!["OTHER".to_owned()];
    plan.uses[1].details.collectors = vec!["DESK".to_owned()];
    plan
}

fn somebody(id: &str, role: Role, office: &str) -> Addressee {
    let (body, office) = ("cciaa_mo".to_owned(), office.to_owned());
    let scope = if office.is_empty() { Scope::Body(body) } else { Scope::Office { body, office } };
    let grants = vec![Grant { role, scope }];
    let name = format!("Persona {id}");
    Addressee { person: Person { id: id.to_owned(), name, grants }, has_address: true }
}

fn everybody() -> Vec<Addressee> {
    vec![
        somebody("desk", Role::Collector, "DESK"),
        somebody("area", Role::Collector, "AREA"),
        somebody("other", Role::Collector, "OTHER"),
        somebody("head", Role::Head, "AREA"),
        somebody("controller", Role::Controller, ""),
        somebody("reader", Role::Reader, ""),
    ]
}

fn debt(used: usize) -> Debt {
    let (checkpoint, hand_in) = (CHECKPOINT, Some(HAND_IN));
    Debt { uses: vec![used], checkpoint, hand_in, is_sent_back: false }
}

fn all() -> Vec<Debt> {
    (0..3).map(debt).collect()
}

fn told(list: &[Debt], settings: &Settings, last: &[Last], now: DateTime) -> Vec<Digest> {
    let plan = plan();
    let debts = Debts { plan: &plan, tree: &Tree::of(&plan), list, unchecked: &[] };
    digests(&[debts], &everybody(), settings, last, now)
}

/// One line a digest: whose, own things, those of others, and what keeps it.
fn shown(digests: &[Digest]) -> String {
    let mut shown = String::new();
    for digest in digests {
        let codes = |items: &[Item]| {
            items.iter().map(|item| item.indicator.clone()).collect::<Vec<_>>().join("+")
        };
        for Section { own, of_others, .. } in &digest.sections {
            let (own, others) = (codes(own), codes(of_others));
            writeln!(shown, "{}: [{own}] [{others}] {:?}", digest.person, digest.hold).unwrap();
        }
    }
    shown
}

fn at(day: Date) -> DateTime {
    day.at(10, 0, 0, 0)
}

fn last(person: &str, day: Date) -> Vec<Last> {
    vec![Last { person: person.to_owned(), day }]
}

#[test]
fn each_person_is_told_of_what_their_office_records_and_nobody_else() {
    let now = at(date(2020, 7, 14));
    insta::assert_snapshot!(shown(&told(&all(), &Settings::default(), &[], now)), @r#"
    desk: [PART] [] None
    area: [EXPORT+PART] [] None
    other: [CERT] [] None
    "#);
}

#[test]
fn the_first_reminder_goes_so_many_days_ahead_and_never_before() {
    let settings = Settings { ahead_days: 3, ..Settings::default() };
    assert_eq!(told(&all(), &settings, &[], at(date(2020, 7, 10))).len(), 0); // Friday
    assert_eq!(told(&all(), &settings, &[], at(date(2020, 7, 13))).len(), 3); // Monday
}

#[test]
fn who_answers_is_told_after_the_days_that_the_body_set() {
    let settings = Settings { escalate_days: 6, ..Settings::default() };
    let told = |day| told(&all(), &settings, &[], at(day));
    assert!(!shown(&told(date(2020, 7, 20))).contains("head")); // 5 days late
    let late = shown(&told(date(2020, 7, 21)));
    assert!(late.contains("head: [] [EXPORT+PART] None"), "{late}");
    assert!(!late.contains("controller"));
    let settings = Settings { told_late: vec![Role::Controller], ..settings };
    let late = shown(&super::tests::told(&all(), &settings, &[], at(date(2020, 7, 21))));
    assert!(late.contains("controller: [] [EXPORT+PART+CERT] None"), "{late}");
}

#[test]
fn nobody_is_told_twice_a_day_or_more_often_than_the_body_set() {
    let told = |day, last: &[Last]| {
        let digests = told(&all(), &Settings::default(), last, at(day));
        digests.into_iter().find(|digest| digest.person == "desk").unwrap().hold
    };
    let monday = date(2020, 7, 13);
    let next = date(2020, 7, 20);
    assert_eq!(told(monday, &last("desk", monday)), Some(Hold::Recent { next: date(2020, 7, 20) }));
    assert_eq!(told(date(2020, 7, 15), &last("desk", monday)), Some(Hold::Recent { next }));
    assert_eq!(told(next, &last("desk", monday)), None);
    // Somebody else's letter is not ours.
    assert_eq!(told(monday, &last("area", monday)), None);
}

#[test]
fn what_has_become_late_since_is_told_at_once_but_not_twice_the_same_day() {
    let told = |day, last: &[Last]| {
        let digests = told(&all(), &Settings::default(), last, at(day));
        digests.into_iter().find(|digest| digest.person == "desk").unwrap().hold
    };
    let before = last("desk", date(2020, 7, 15));
    assert_eq!(told(date(2020, 7, 16), &before), None);
    let same_day = last("desk", date(2020, 7, 16));
    let next = date(2020, 7, 23);
    assert_eq!(told(date(2020, 7, 16), &same_day), Some(Hold::Recent { next }));
    assert_eq!(told(date(2020, 7, 17), &same_day), Some(Hold::Recent { next }));
}

#[test]
fn nothing_goes_in_quiet_hours_at_weekends_or_where_it_is_switched_off() {
    let hold = |settings: &Settings, now| told(&all(), settings, &[], now)[0].hold;
    let settings = Settings::default();
    let until = datetime(2020, 7, 14, 8, 0, 0, 0);
    let quiet = Some(Hold::Quiet { until });
    assert_eq!(hold(&settings, datetime(2020, 7, 14, 7, 59, 0, 0)), quiet);
    assert_eq!(hold(&settings, datetime(2020, 7, 13, 18, 0, 0, 0)), quiet);
    assert_eq!(hold(&settings, until), None);
    let until = datetime(2020, 7, 20, 8, 0, 0, 0);
    let saturday = datetime(2020, 7, 18, 10, 0, 0, 0);
    assert_eq!(hold(&settings, saturday), Some(Hold::Quiet { until }));
    let off = Settings { is_on: false, ..settings.clone() };
    assert_eq!(hold(&off, at(date(2020, 7, 14))), Some(Hold::Off));
    let mut always = settings;
    always.quiet.until = always.quiet.from;
    always.quiet.weekends = false;
    assert_eq!(hold(&always, datetime(2020, 7, 18, 3, 0, 0, 0)), None);
}

#[test]
fn quiet_hours_in_the_middle_of_the_day_end_the_same_day() {
    let quiet = Quiet {
        from: jiff::civil::time(12, 0, 0, 0),
        until: jiff::civil::time(14, 0, 0, 0),
        weekends: false,
    };
    let until = |hour| quiet.until(datetime(2020, 7, 18, hour, 30, 0, 0));
    assert_eq!(until(12), Some(datetime(2020, 7, 18, 14, 0, 0, 0)));
    assert_eq!((until(11), until(14), until(23)), (None, None, None));
}

#[test]
fn without_an_address_or_a_hand_in_day_it_is_said() {
    let mut people = everybody();
    people[0].has_address = false;
    let plan = plan();
    let list = [Debt { hand_in: None, ..debt(1) }];
    let debts = Debts { plan: &plan, tree: &Tree::of(&plan), list: &list, unchecked: &[] };
    let told = digests(&[debts], &people, &Settings::default(), &[], at(date(2020, 7, 1)));
    assert_eq!((told[0].person.as_str(), told[0].hold), ("desk", Some(Hold::NoAddress)));
    assert_eq!(told[0].sections[0].own[0].late_days, None);
    // Nobody is late, and so nobody is told of others.
    assert!(told.iter().all(|digest| digest.sections[0].of_others.is_empty()));
}

#[test]
fn settings_survive_being_kept_as_texts() {
    let settings = Settings {
        is_on: false,
        ahead_days: 0,
        told: vec![Role::Collector, Role::Head],
        told_late: Vec::new(),
        told_check: vec![Role::SecretaryGeneral],
        ..Settings::default()
    };
    let rows = settings.rows();
    let text =
        |name: &str| rows.iter().find(|(known, _)| *known == name).map(|(_, text)| text.clone());
    assert_eq!(Settings::read(text), (settings, vec![]));
    for (name, wrong) in [
        ("ahead_days", "-1"),
        ("ahead_days", "91"),
        ("repeat_days", "0"),
        ("escalate_days", "tre"),
        ("quiet_from", "24:00"),
        ("quiet_until", "8"),
        ("quiet_until", "08:00:00"),
    ] {
        let read = Settings::read(|asked| (asked == name).then(|| wrong.to_owned()));
        assert_eq!(read, (Settings::default(), vec![name]), "{wrong}");
    }
}

#[test]
fn a_letter_is_plain_and_has_one_link() {
    let mut list = all();
    list[0].is_sent_back = true;
    let settings = Settings { told_late: vec![Role::Collector], ..Settings::default() };
    let digests = told(&list, &settings, &[], at(date(2020, 7, 22)));
    let area = digests.iter().find(|digest| digest.person == "area").unwrap();
    let link =
        |year, _| format!("https://piani.example.it/enti/cciaa_mo/piani/{year}/da-compilare");
    let letter = letter(area, "Camera di\r\ncommercio", link, Texts::of(Lang::It));
    assert_eq!(
        letter.subject,
        "Camera di commercio: 2 rilevazioni da compilare, 2 sono in ritardo"
    );
    insta::assert_snapshot!(letter.text, @r#"
    Gentile Persona area,

    per il piano della performance 2020 di Camera di commercio ci sono 2 rilevazioni da compilare; 2 sono in ritardo:

    - Fatturato export provinciale (301) · verifica 30 giugno 2020 · consegna 15 luglio 2020, 7 giorni di ritardo · rimandata indietro
    - Partecipanti alle iniziative (301) · verifica 30 giugno 2020 · consegna 15 luglio 2020, 7 giorni di ritardo

    Si compila qui: https://piani.example.it/enti/cciaa_mo/piani/2020/da-compilare

    Questo messaggio parte da solo: ne riceverai un altro solo se qualcosa resta da fare.
    Per non riceverne più chiedi al controllo di gestione di Camera di commercio.
    "#);
}

/// Readings of all three uses, recorded on a day of July.
fn unchecked(days: [i8; 3]) -> Vec<Unchecked> {
    let one = |(used, day)| Unchecked { uses: vec![used], since: Some(date(2020, 7, day)) };
    days.into_iter().enumerate().map(one).collect()
}

fn told_to_check(
    unchecked: &[Unchecked],
    settings: &Settings,
    last: &[Last],
    now: DateTime,
) -> Vec<Digest> {
    let plan = plan();
    let debts = Debts { plan: &plan, tree: &Tree::of(&plan), list: &[], unchecked };
    let mut people = everybody();
    people.push(somebody("secretary", Role::SecretaryGeneral, ""));
    digests(&[debts], &people, settings, last, now)
}

/// One line a digest: whose, how many readings wait since when, and what keeps it.
fn waits(digests: &[Digest]) -> String {
    let mut shown = String::new();
    for digest in digests {
        for Waiting { count, since } in digest.sections.iter().filter_map(|one| one.to_check) {
            let since = since.map(|day| day.to_string()).unwrap_or_default();
            writeln!(shown, "{}: {count} since {since} {:?}", digest.person, digest.hold).unwrap();
        }
    }
    shown
}

#[test]
fn who_may_check_is_told_how_many_readings_wait_and_since_when() {
    let now = at(date(2020, 7, 6));
    let list = unchecked([3, 2, 1]);
    let told = |settings: &Settings| waits(&told_to_check(&list, settings, &[], now));
    insta::assert_snapshot!(told(&Settings::default()), @r#"
    head: 2 since 2020-07-02 None
    secretary: 3 since 2020-07-01 None
    "#);
    let heads = Settings { told_check: vec![Role::Head], ..Settings::default() };
    assert_eq!(told(&heads), "head: 2 since 2020-07-02 None\n");
    let nobody = Settings { told_check: Vec::new(), ..Settings::default() };
    assert_eq!(told(&nobody), "");
    // The head of an office is told nothing of another's.
    let others = &list[2..];
    assert_eq!(waits(&told_to_check(others, &heads, &[], now)), "");
}

#[test]
fn who_hears_of_delays_hears_of_readings_that_wait_as_long() {
    let settings = Settings {
        told_check: vec![Role::Head],
        told_late: vec![Role::SecretaryGeneral, Role::Collector],
        escalate_days: 5,
        ..Settings::default()
    };
    let list = unchecked([3, 2, 1]);
    let told = |day| waits(&told_to_check(&list, &settings, &[], at(date(2020, 7, day))));
    assert!(!told(3).contains("secretary"));
    assert!(told(7).contains("secretary: 2 since 2020-07-01"), "{}", told(7));
    // Whoever may not check is told of delays only.
    assert!(!told(8).contains("area"), "{}", told(8));
}

#[test]
fn a_check_is_asked_for_by_the_same_hours_and_days() {
    let list = unchecked([1, 1, 1]);
    let settings = Settings { told_check: vec![Role::Head], ..Settings::default() };
    let hold = |last: &[Last], now| told_to_check(&list, &settings, last, now)[0].hold;
    let until = datetime(2020, 7, 2, 8, 0, 0, 0);
    assert_eq!(hold(&[], datetime(2020, 7, 1, 19, 0, 0, 0)), Some(Hold::Quiet { until }));
    let told = last("head", date(2020, 7, 1));
    let next = date(2020, 7, 8);
    assert_eq!(hold(&told, at(date(2020, 7, 2))), Some(Hold::Recent { next }));
    // After as many days as make a delay one is told again, though the week is not over.
    let told = last("head", date(2020, 7, 6));
    assert_eq!(hold(&told, at(date(2020, 7, 8))), None);
}

#[test]
fn the_letter_of_a_check_has_one_link_to_where_it_is_done() {
    let plan = plan();
    let list = [debt(0)];
    let waiting = unchecked([3, 2, 1]);
    let debts = Debts { plan: &plan, tree: &Tree::of(&plan), list: &list, unchecked: &waiting };
    let settings = Settings { told_late: vec![Role::Controller], ..Settings::default() };
    let link = |year, place| format!("https://piani.example.it/{year}/{place:?}");
    let of = |debts: Debts<'_>, lang| {
        let now = at(date(2020, 7, 22));
        let digests = digests(&[debts], &everybody(), &settings, &[], now);
        let head = digests.iter().find(|digest| digest.person == "head").unwrap();
        letter(head, "Camera di commercio", link, Texts::of(lang))
    };
    let alone = of(debts, Lang::It);
    assert_eq!(alone.subject, "Camera di commercio: 2 rilevazioni da verificare");
    insta::assert_snapshot!(alone.text, @r#"
    Gentile Persona head,

    nel piano della performance 2020 di Camera di commercio 2 rilevazioni aspettano la tua verifica, la prima dal 2 luglio 2020.

    Si verifica qui: https://piani.example.it/2020/Checking

    Questo messaggio parte da solo: ne riceverai un altro solo se qualcosa resta da fare.
    Per non riceverne più chiedi al controllo di gestione di Camera di commercio.
    "#);
    let settings = Settings { told: vec![Role::Head], ..settings.clone() };
    let digests = digests(&[debts], &everybody(), &settings, &[], at(date(2020, 7, 22)));
    let both = letter(&digests[0], "Ente", link, Texts::of(Lang::En));
    assert_eq!(both.subject, "Ente: 1 reading to fill in, it is late; 2 to check");
    assert!(both.text.contains("2020/Recording\n") && both.text.contains("2020/Checking\n"));
}

#[test]
fn a_long_list_is_cut_and_says_so() {
    let list: Vec<Debt> = (0..45).map(|_| debt(2)).collect();
    let digests = told(&list, &Settings::default(), &[], at(date(2020, 7, 16)));
    let letter = letter(&digests[0], "Ente", |_, _| String::new(), Texts::of(Lang::En));
    assert_eq!(letter.text.matches("\n- ").count(), 21);
    assert!(letter.text.contains("\n- … and 25 more\n"), "{}", letter.text);
}

#[test]
fn an_address_is_one_that_can_be_written_to_as_it_is() {
    for good in ["a@b", "anna.rossi@comune.example.it", "o'neill+x@e-x.it"] {
        assert!(is_address(good), "{good}");
    }
    let long = format!("{}@example.it", "a".repeat(250));
    for bad in [
        "", "anna", "@b", "a@", "a@@b", "a b@c", ".a@b", "a..b@c", "a@b.", "a@-b", "a@b\n", "à@b",
        "a@b,c@d", "<a@b>", &long,
    ] {
        assert!(!is_address(bad), "{bad}");
    }
}
