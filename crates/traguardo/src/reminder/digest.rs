//! Who is told of what on a day: everything open of a person in one digest, or why it waits.
//! Not here: the words of the letter, see [`super::letter`].

use super::settings::clock;
use super::{Settings, Unchecked, Waiting, waiting};
use crate::access::{Action, On, Person, Role, may};
use crate::period::{Date, DateTime};
use crate::plan::{Plan, Use};
use crate::text::Sentence;
use crate::tree::Tree;

/// Something that has to be recorded now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Debt {
    /// The positions of the uses that ask for it, one at least.
    pub uses: Vec<usize>,
    /// The day to which the reading refers.
    pub checkpoint: Date,
    /// The day by which it is to be handed in, where the body has set one.
    pub hand_in: Option<Date>,
    /// Whether somebody has recorded it and it was sent back.
    pub is_sent_back: bool,
}

/// All that is open in a plan.
#[derive(Debug, Clone, Copy)]
pub struct Debts<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// Its shape.
    pub tree: &'a Tree,
    /// What is open.
    pub list: &'a [Debt],
    /// What is recorded and waits to be looked at.
    pub unchecked: &'a [Unchecked],
}

/// Somebody who could be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Addressee {
    /// Who it is, with the roles granted.
    pub person: Person,
    /// Whether there is an address to write to.
    pub has_address: bool,
}

/// The last reminder that somebody was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Last {
    /// The name of the account.
    pub person: String,
    /// On which day.
    pub day: Date,
}

/// What one person is told in one letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Digest {
    /// The name of the account.
    pub person: String,
    /// The name of the person.
    pub name: String,
    /// Plan by plan.
    pub sections: Vec<Section>,
    /// Why it is not sent now, if it is not.
    pub hold: Option<Hold>,
}

/// What a digest says of one plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// The year of the plan.
    pub year: i16,
    /// What the person has to record, the latest first.
    pub own: Vec<Item>,
    /// What offices that the person answers for are late with, the latest first.
    pub of_others: Vec<Item>,
    /// What the person has to check.
    pub to_check: Option<Waiting>,
}

/// One thing that is open, as it is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The positions of the uses that ask for it.
    pub uses: Vec<usize>,
    /// The code of the indicator.
    pub indicator: String,
    /// The title of the indicator.
    pub title: String,
    /// The code of the node.
    pub node: String,
    /// The names of the offices that record it.
    pub offices: Vec<String>,
    /// The day to which the reading refers.
    pub checkpoint: Date,
    /// The day by which it is to be handed in.
    pub hand_in: Option<Date>,
    /// How many days ago that was; below 0 it is still to come.
    pub late_days: Option<i32>,
    /// Whether it was sent back.
    pub is_sent_back: bool,
}

/// Why a digest is not sent now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hold {
    /// The body has switched reminders off.
    Off,
    /// There is no address to write to.
    NoAddress,
    /// The person was told lately.
    Recent {
        /// When it will be sent.
        next: Date,
    },
    /// It is no time for letters.
    Quiet {
        /// When it will be sent.
        until: DateTime,
    },
}

impl Hold {
    /// Why, as a person is told it.
    ///
    /// ```
    /// use traguardo::{reminder::Hold, text::{Lang, Texts}};
    /// let said = Texts::of(Lang::It).sentence(&Hold::NoAddress.sentence());
    /// assert!(said.contains("indirizzo"));
    /// ```
    #[must_use]
    pub fn sentence(&self) -> Sentence {
        match self {
            Self::Off => Sentence::new("reminder-hold-off"),
            Self::NoAddress => Sentence::new("reminder-hold-no-address"),
            Self::Recent { next } => Sentence::new("reminder-hold-recent").with("day", *next),
            Self::Quiet { until } => Sentence::new("reminder-hold-quiet")
                .with("day", until.date())
                .with("time", clock(until.time())),
        }
    }
}

impl Item {
    /// Whether the hand-in day is past.
    ///
    /// ```
    /// use traguardo::reminder::{Debt, Debts, items};
    /// use traguardo::{period::parse_date, sample, tree::Tree};
    /// let plan = sample::plan();
    /// let day = |text| parse_date(text).unwrap();
    /// let (checkpoint, hand_in) = (day("30/06/2020"), Some(day("15/07/2020")));
    /// let debt = Debt { uses: vec![0], checkpoint, hand_in, is_sent_back: false };
    /// let debts = Debts { plan: &plan, tree: &Tree::of(&plan), list: &[debt], unchecked: &[] };
    /// assert!(!items(debts, day("15/07/2020"))[0].is_late());
    /// assert!(items(debts, day("16/07/2020"))[0].is_late());
    /// ```
    #[must_use]
    pub fn is_late(&self) -> bool {
        self.late_days.is_some_and(|days| days > 0)
    }
}

/// What is open in a plan, as it is told: the latest first, what has no hand-in day last.
///
/// ```
/// use traguardo::reminder::{Debt, Debts, items};
/// use traguardo::{period::parse_date, sample, tree::Tree};
/// let plan = sample::plan();
/// let day = |text| parse_date(text).unwrap();
/// let (checkpoint, hand_in) = (day("30/06/2020"), Some(day("15/07/2020")));
/// let debt = Debt { uses: vec![0], checkpoint, hand_in, is_sent_back: false };
/// let debts = Debts { plan: &plan, tree: &Tree::of(&plan), list: &[debt], unchecked: &[] };
/// assert_eq!(items(debts, day("18/07/2020"))[0].late_days, Some(3));
/// ```
#[must_use]
pub fn items(debts: Debts<'_>, today: Date) -> Vec<Item> {
    let mut items: Vec<Item> = debts.list.iter().filter_map(|d| item(debts, d, today)).collect();
    items.sort_by_key(latest_first);
    items
}

/// The names of those who are told of an item as theirs.
///
/// ```
/// use traguardo::access::{Grant, Person, Role, Scope};
/// use traguardo::reminder::{Addressee, Debt, Debts, Settings, items, recorders};
/// use traguardo::{period::parse_date, sample, tree::Tree};
/// let plan = sample::plan();
/// let checkpoint = parse_date("30/06/2020").unwrap();
/// let debt = Debt { uses: vec![0], checkpoint, hand_in: None, is_sent_back: false };
/// let debts = Debts { plan: &plan, tree: &Tree::of(&plan), list: &[debt], unchecked: &[] };
/// let scope = Scope::Body("cciaa_mo".to_owned());
/// let grants = vec![Grant { role: Role::Collector, scope }];
/// let anna = Person { id: "anna".to_owned(), name: "Anna".to_owned(), grants };
/// let people = [Addressee { person: anna, has_address: false }];
/// let item = &items(debts, checkpoint)[0];
/// assert_eq!(recorders(debts, item, &people, &Settings::default()), ["Anna"]);
/// ```
#[must_use]
pub fn recorders(
    debts: Debts<'_>,
    item: &Item,
    people: &[Addressee],
    settings: &Settings,
) -> Vec<String> {
    let is_told = |person: &Person| carries(&with_roles(person, &settings.told), debts, &item.uses);
    let told = people.iter().map(|one| &one.person).filter(|person| is_told(person));
    told.map(|person| person.name.clone()).collect()
}

/// The names of those who are told at once of what waits for a check in a plan.
///
/// ```
/// use traguardo::access::{Grant, Person, Role, Scope};
/// use traguardo::reminder::{Addressee, Debts, Settings, Unchecked, checkers};
/// use traguardo::{sample, tree::Tree};
/// let plan = sample::plan();
/// let unchecked = [Unchecked { uses: vec![0], since: None }];
/// let debts = Debts { plan: &plan, tree: &Tree::of(&plan), list: &[], unchecked: &unchecked };
/// let scope = Scope::Body("cciaa_mo".to_owned());
/// let grants = vec![Grant { role: Role::Head, scope }];
/// let dora = Person { id: "dora".to_owned(), name: "Dora".to_owned(), grants };
/// let people = [Addressee { person: dora, has_address: false }];
/// assert_eq!(checkers(debts, &people, &Settings::default()), ["Dora"]);
/// ```
#[must_use]
pub fn checkers(debts: Debts<'_>, people: &[Addressee], settings: &Settings) -> Vec<String> {
    let is_told = |person: &Person| {
        let person = with_roles(person, &settings.told_check);
        debts.unchecked.iter().any(|one| checks(&person, debts, &one.uses))
    };
    let told = people.iter().map(|one| &one.person).filter(|person| is_told(person));
    told.map(|person| person.name.clone()).collect()
}

/// What everybody is told of the plans of one body: who has nothing that is urgent has no digest.
/// People are written to for what their roles carry, as [`may`] answers; never twice a day. Of
/// readings that wait for a check the roles that are told of delays hear after as many days as of
/// a delay, those that check at once.
///
/// ```
/// use traguardo::access::{Grant, Person, Role, Scope};
/// use traguardo::reminder::{Addressee, Debt, Debts, Settings, digests};
/// use traguardo::{period::{parse_date, parse_moment}, sample, tree::Tree};
/// let plan = sample::plan();
/// let day = |text| parse_date(text).unwrap();
/// let (checkpoint, hand_in) = (day("30/06/2020"), Some(day("15/07/2020")));
/// let debt = Debt { uses: vec![0], checkpoint, hand_in, is_sent_back: false };
/// let debts = Debts { plan: &plan, tree: &Tree::of(&plan), list: &[debt], unchecked: &[] };
/// let scope = Scope::Body("cciaa_mo".to_owned());
/// let grants = vec![Grant { role: Role::Collector, scope }];
/// let anna = Person { id: "anna".to_owned(), name: "Anna".to_owned(), grants };
/// let people = [Addressee { person: anna, has_address: true }];
/// let told = |now| {
///     let now = parse_moment(now).unwrap();
///     digests(&[debts], &people, &Settings::default(), &[], now).len()
/// };
/// assert_eq!((told("2020-07-07 10:00"), told("2020-07-08 10:00")), (0, 1));
/// ```
#[must_use]
pub fn digests(
    debts: &[Debts<'_>],
    people: &[Addressee],
    settings: &Settings,
    last: &[Last],
    now: DateTime,
) -> Vec<Digest> {
    let digest = |one: &Addressee| {
        let told = last.iter().filter(|last| last.person == one.person.id);
        digest(debts, one, settings, told.map(|last| last.day).max(), now)
    };
    people.iter().filter_map(digest).collect()
}

fn digest(
    debts: &[Debts<'_>],
    to: &Addressee,
    settings: &Settings,
    told: Option<Date>,
    now: DateTime,
) -> Option<Digest> {
    let today = now.date();
    let told_of = Told {
        records: with_roles(&to.person, &settings.told),
        answers: with_roles(&to.person, &settings.told_late),
        checks: with_roles(&to.person, &settings.told_check),
    };
    let section = |debts: &Debts<'_>| section(*debts, &told_of, settings, today);
    let sections: Vec<Section> = debts.iter().filter_map(section).collect();
    let own = || sections.iter().flat_map(|section| &section.own);
    let of_others = || sections.iter().flat_map(|section| &section.of_others);
    let to_check = || sections.iter().filter_map(|section| section.to_check);
    let ahead = -i32::from(settings.ahead_days);
    let is_urgent = |item: &Item| {
        item.is_sent_back || item.late_days.is_none_or(|late_days| late_days >= ahead)
    };
    if !own().any(is_urgent) && of_others().next().is_none() && to_check().next().is_none() {
        return None;
    }
    let escalated = i32::from(settings.escalate_days);
    let is_new = own().any(|item| has_come(item.late_days, 1, told, today))
        || of_others().any(|item| has_come(item.late_days, escalated, told, today))
        || to_check().any(|one| has_come(age(one.since, today), escalated, told, today));
    let hold = hold(to, settings, told, is_new, now);
    let Person { id, name, .. } = &to.person;
    Some(Digest { person: id.clone(), name: name.clone(), sections, hold })
}

/// The same person with some roles only.
fn with_roles(person: &Person, roles: &[Role]) -> Person {
    let grants = person.grants.iter().filter(|grant| roles.contains(&grant.role));
    Person { grants: grants.cloned().collect(), ..person.clone() }
}

/// Somebody with the roles alone for which they are told of a thing.
struct Told {
    records: Person,
    answers: Person,
    checks: Person,
}

fn section(debts: Debts<'_>, to: &Told, settings: &Settings, today: Date) -> Option<Section> {
    let plan = debts.plan;
    let escalate_days = i32::from(settings.escalate_days);
    let (mut own, mut of_others) = (Vec::new(), Vec::new());
    for debt in debts.list {
        let Some(item) = item(debts, debt, today) else { continue };
        let escalated = item.late_days.is_some_and(|days| days >= escalate_days);
        let is_of = |person: &Person| carries(person, debts, &debt.uses);
        if is_of(&to.records) {
            own.push(item);
        } else if escalated && is_of(&to.answers) {
            of_others.push(item);
        }
    }
    own.sort_by_key(latest_first);
    of_others.sort_by_key(latest_first);
    let to_check = waiting(debts.unchecked.iter().filter(|one| {
        let escalated = age(one.since, today).is_some_and(|days| days >= escalate_days);
        checks(&to.checks, debts, &one.uses) || escalated && checks(&to.answers, debts, &one.uses)
    }));
    let is_empty = own.is_empty() && of_others.is_empty() && to_check.is_none();
    (!is_empty).then_some(Section { year: plan.year, own, of_others, to_check })
}

/// Whether somebody may check a reading of one of some uses.
fn checks(person: &Person, debts: Debts<'_>, uses: &[usize]) -> bool {
    let Debts { plan, tree, .. } = debts;
    let may_one =
        |used: &usize| may(Some(person), Action::CheckReading, On::Use(plan, tree, *used)).is_ok();
    uses.iter().any(may_one)
}

/// Whether what one of somebody's roles carries is among some uses.
fn carries(person: &Person, debts: Debts<'_>, uses: &[usize]) -> bool {
    let Debts { plan, tree, .. } = debts;
    person.grants.iter().any(|grant| {
        let one = Person { grants: vec![grant.clone()], ..Person::default() };
        let action = carried(grant.role);
        uses.iter().any(|used| may(Some(&one), action, On::Use(plan, tree, *used)).is_ok())
    })
}

/// The action by which a role is asked what it answers for.
fn carried(role: Role) -> Action {
    match role {
        Role::Collector | Role::Controller => Action::RecordReading,
        _ => Action::CheckReading,
    }
}

fn item(debts: Debts<'_>, debt: &Debt, today: Date) -> Option<Item> {
    let plan = debts.plan;
    let at = *debt.uses.first()?;
    let used = plan.uses.get(at)?;
    let indicator = plan.indicators.iter().find(|known| known.code == used.indicator);
    let own = indicator.map(|known| known.title.as_str());
    let title = used.title.as_deref().or(own).unwrap_or(&used.indicator);
    let named = |code: &String| {
        let office = plan.offices.iter().find(|office| office.code == *code);
        office.map_or_else(|| code.clone(), |office| office.name.clone())
    };
    Some(Item {
        uses: debt.uses.clone(),
        indicator: used.indicator.clone(),
        title: title.to_owned(),
        node: used.node.clone(),
        offices: recording(debts, used).iter().map(named).collect(),
        checkpoint: debt.checkpoint,
        hand_in: debt.hand_in,
        late_days: debt.hand_in.map(|day| days_between(day, today)),
        is_sent_back: debt.is_sent_back,
    })
}

/// The offices that record it: those that collect, else those that answer for it.
fn recording<'a>(debts: Debts<'a>, used: &'a Use) -> &'a [String] {
    let Debts { plan, tree, .. } = debts;
    if !used.details.collectors.is_empty() {
        return &used.details.collectors;
    }
    if !used.details.responsible.is_empty() {
        return &used.details.responsible;
    }
    let path = tree.node(&used.node).map(|node| tree.path(plan, node)).unwrap_or_default();
    let mut above = path.iter().rev().map(|node| plan.nodes[*node].details.responsible.as_slice());
    above.find(|offices| !offices.is_empty()).unwrap_or_default()
}

fn latest_first(item: &Item) -> (bool, std::cmp::Reverse<Option<i32>>) {
    (item.late_days.is_none(), std::cmp::Reverse(item.late_days))
}

/// Whether something that is so many days old has come to an age since somebody was told last.
fn has_come(days: Option<i32>, age: i32, told: Option<Date>, today: Date) -> bool {
    let (Some(now), Some(told)) = (days, told) else { return false };
    now >= age && now - days_between(told, today) < age
}

/// How many days something waits, where it is known since when.
fn age(since: Option<Date>, today: Date) -> Option<i32> {
    since.map(|since| days_between(since, today))
}

fn days_between(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}

fn hold(
    to: &Addressee,
    settings: &Settings,
    told: Option<Date>,
    is_new: bool,
    now: DateTime,
) -> Option<Hold> {
    if !settings.is_on {
        return Some(Hold::Off);
    }
    if !to.has_address {
        return Some(Hold::NoAddress);
    }
    let today = now.date();
    if let Some(told) = told {
        let days = if is_new { 1 } else { settings.repeat_days.max(1) };
        let next = told.saturating_add(jiff::Span::new().days(days));
        if next > today {
            return Some(Hold::Recent { next });
        }
    }
    settings.quiet.until(now).map(|until| Hold::Quiet { until })
}
