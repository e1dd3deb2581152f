//! The register of variations: what a revision did to the plan before it, row by row, and what share
//! of the objectives that were programmed the revisions of a year have changed.
//! Not here: the comparing itself, see [`crate::difference`].

use hashbrown::HashSet;

use crate::difference::{Cell, Entry, Fate, Item, Side, diff_all};
use crate::edit::Contents;
use crate::number::Decimal;
use crate::plan::Plan;
use crate::reading::Readings;
use crate::revision::{Origin, Revision};
use crate::text::Arg;

/// One thing that a revision changed.
#[derive(Debug, Clone, PartialEq)]
pub struct Variation {
    /// What it did.
    pub kind: VariationKind,
    /// To what.
    pub item: Item,
    /// Its title; blank where it has none.
    pub title: String,
    /// The cells that changed, before and after.
    pub cells: Vec<Cell>,
}

/// What a revision does to a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum VariationKind {
    /// It is new.
    Inserted,
    /// It is there with other cells.
    Updated,
    /// It is gone, or counted no more because it was given up.
    Eliminated,
    /// It was looked at and stays.
    Confirmed,
    /// It is counted no more, for causes outside the body's control.
    Neutralised,
}

/// How many of the objectives that were programmed were changed on the way. An objective is a node
/// that is measured itself: it has indicators or a target of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Share {
    /// Objectives of the first revision.
    pub programmed: usize,
    /// The codes of those that a later one changed, gave up or neutralised, in the order of the plan.
    pub changed: Vec<String>,
}

/// The register of variations of a plan.
#[derive(Debug, Clone, PartialEq)]
pub struct Register {
    /// Every revision of the plan, in the order of their numbers.
    pub revisions: Vec<Revision>,
    /// Those that change the plan itself, with what each of them changed of the one before; nothing
    /// for the first. An answer to the question of a target changes what was meant, not what was written.
    pub steps: Vec<(Revision, Vec<Variation>)>,
    /// The share of objectives that were changed.
    pub share: Share,
}

/// Columns that say something about an objective and do not change it.
const REMARKS: [&str; 8] = [
    "note",
    "atto",
    "stampato",
    "stampato_indicatori",
    "stampato_obiettivi",
    "valutazione_oiv",
    "motivo_oiv",
    "risultato",
];

impl Register {
    /// The register of the revisions of a plan, which are in the order of their numbers.
    ///
    /// ```
    /// use traguardo::{edit::{apply, Contents, Edit}, period::parse_moment, rules::Rules, sample};
    /// use traguardo::revision::{Origin, Register, Revision};
    /// let saved = |number, origin| Revision {
    ///     number, origin, based_on: None, act: None, reason: None,
    ///     by: "Ufficio".into(), at: parse_moment("2020-07-25 09:00").unwrap(),
    /// };
    /// let first = Contents { plan: sample::plan(), rules: Rules::default() };
    /// let second = apply(&first, &Edit::RemoveNode { code: "301.D1.2".into() }).unwrap();
    /// let register = Register::of(vec![
    ///     (saved(1, Origin::HandIn), first.clone()),
    ///     (saved(2, Origin::Answer), first),
    ///     (saved(3, Origin::Draft), second),
    /// ]);
    /// assert_eq!((register.revisions.len(), register.steps.len()), (3, 2));
    /// assert_eq!(register.share.changed, ["301.D1.2"]);
    /// ```
    #[must_use]
    pub fn of(revisions: Vec<(Revision, Contents)>) -> Self {
        let all = revisions.iter().map(|(revision, _)| revision.clone()).collect();
        let of_the_plan = |(revision, _): &(Revision, Contents)| revision.origin != Origin::Answer;
        let (kept, whole): (Vec<Revision>, Vec<Contents>) =
            revisions.into_iter().filter(of_the_plan).unzip();
        let mut steps = Vec::with_capacity(kept.len());
        for (at, revision) in kept.into_iter().enumerate() {
            let before = at.checked_sub(1).and_then(|before| whole.get(before));
            let pair = before.zip(whole.get(at));
            steps.push((revision, pair.map(|(old, new)| variations(old, new)).unwrap_or_default()));
        }
        Self { revisions: all, steps, share: share(&whole) }
    }
}

impl VariationKind {
    /// Every kind, in the order in which a register lists them.
    pub const ALL: [Self; 5] =
        [Self::Inserted, Self::Updated, Self::Eliminated, Self::Confirmed, Self::Neutralised];

    /// The stable English name, as JSON has it.
    ///
    /// ```
    /// use traguardo::revision::VariationKind;
    /// assert_eq!(VariationKind::Inserted.name(), "inserted");
    /// ```
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Inserted => "inserted",
            Self::Updated => "updated",
            Self::Eliminated => "eliminated",
            Self::Confirmed => "confirmed",
            Self::Neutralised => "neutralised",
        }
    }

    /// The key of its word.
    ///
    /// ```
    /// use traguardo::revision::VariationKind;
    /// assert_eq!(VariationKind::Updated.key(), "diff-word-updated");
    /// ```
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Inserted => "diff-word-inserted",
            Self::Updated => "diff-word-updated",
            Self::Eliminated => "diff-word-eliminated",
            Self::Confirmed => "diff-word-confirmed",
            Self::Neutralised => "diff-word-neutralised",
        }
    }

    fn of(entry: &Entry) -> Self {
        match entry.fate {
            Fate::Added => Self::Inserted,
            Fate::Removed => Self::Eliminated,
            Fate::Changed | Fate::Superseded => {
                let status = entry.cells.iter().find(|cell| cell.column == "stato");
                match status.and_then(|cell| cell.after.as_ref()) {
                    Some(Arg::Named("diff-word-neutralised")) => Self::Neutralised,
                    Some(Arg::Named("diff-word-eliminated")) => Self::Eliminated,
                    Some(Arg::Named("diff-word-confirmed")) if entry.cells.len() == 1 => {
                        Self::Confirmed
                    }
                    _ => Self::Updated,
                }
            }
        }
    }
}

impl Share {
    /// Per cent of the programmed objectives; `None` where none was programmed.
    ///
    /// ```
    /// use traguardo::{number::Decimal, revision::Share};
    /// let share = Share { programmed: 8, changed: vec!["1.1".into()] };
    /// assert_eq!(share.per_cent(), Some(Decimal::new(125, 1)));
    /// ```
    #[must_use]
    pub fn per_cent(&self) -> Option<Decimal> {
        let changed = Decimal::from(self.changed.len()) * Decimal::ONE_HUNDRED;
        changed.checked_div(Decimal::from(self.programmed))
    }
}

/// What one revision changed of another, plan and rules; readings are no part of a revision.
///
/// ```
/// use traguardo::{edit::{apply, Contents, Edit, RowOf}, rules::Rules, sample};
/// use traguardo::revision::{variations, VariationKind};
/// let before = Contents { plan: sample::plan(), rules: Rules::default() };
/// let row = RowOf::Use { indicator: "EXPORT".into(), node: "301".into() };
/// let after = apply(&before, &Edit::Neutralise { row, act: "D GC 65/2020".into() }).unwrap();
/// let kinds: Vec<_> = variations(&before, &after).into_iter().map(|v| v.kind).collect();
/// // The weight of the neutralised one went to its sibling.
/// assert_eq!(kinds, [VariationKind::Neutralised, VariationKind::Updated]);
/// ```
#[must_use]
pub fn variations(old: &Contents, new: &Contents) -> Vec<Variation> {
    let none = Readings::default();
    let old = Side { plan: &old.plan, readings: &none, rules: &old.rules };
    let new = Side { plan: &new.plan, readings: &none, rules: &new.rules };
    let variation = |entry: Entry| Variation {
        kind: VariationKind::of(&entry),
        item: entry.item,
        title: entry.title,
        cells: entry.cells,
    };
    diff_all(old, new).entries.into_iter().map(variation).collect()
}

/// The share of changed objectives on programmed ones, of the revisions of a plan from its first
/// (Maremma e Tirreno 2019, indicator S9-8: objectives changed on the way, programmed beforehand). A
/// note, the mention of an act or what the OIV says of an objective changes none; an objective that was
/// inserted later was not programmed.
///
/// ```
/// use traguardo::{edit::{apply, Contents, Edit}, revision::share, rules::Rules, sample};
/// let first = Contents { plan: sample::plan(), rules: Rules::default() };
/// let second = apply(&first, &Edit::RemoveNode { code: "301.D1.2".into() }).unwrap();
/// let share = share(&[first, second]);
/// assert_eq!((share.programmed, share.changed), (2, vec!["301.D1.2".to_owned()]));
/// ```
#[must_use]
pub fn share(revisions: &[Contents]) -> Share {
    let Some(first) = revisions.first() else {
        return Share { programmed: 0, changed: Vec::new() };
    };
    let mut touched: HashSet<String> = HashSet::new();
    for pair in revisions.windows(2) {
        let [old, new] = pair else { continue };
        for variation in variations(old, new).iter().filter(|variation| is_of_substance(variation))
        {
            touch(&old.plan, &variation.item, &mut touched);
        }
    }
    let programmed = objectives(&first.plan);
    let count = programmed.len();
    let changed = programmed.into_iter().filter(|code| touched.contains(*code));
    Share { programmed: count, changed: changed.map(String::from).collect() }
}

/// The codes of the nodes that are measured themselves.
fn objectives(plan: &Plan) -> Vec<&str> {
    let using: HashSet<&str> = plan.uses.iter().map(|used| used.node.as_str()).collect();
    let nodes = plan
        .nodes
        .iter()
        .filter(|node| using.contains(node.code.as_str()) || node.details.targets.year.is_some());
    nodes.map(|node| node.code.as_str()).collect()
}

fn is_of_substance(variation: &Variation) -> bool {
    let changes = |cell: &Cell| !REMARKS.contains(&cell.column.as_ref());
    match variation.kind {
        VariationKind::Confirmed => false,
        VariationKind::Updated => variation.cells.iter().any(changes),
        _ => true,
    }
}

/// The objectives that a change of a row changes.
fn touch(plan: &Plan, item: &Item, touched: &mut HashSet<String>) {
    match item {
        Item::Node { code } => _ = touched.insert(code.clone()),
        Item::Use { node, .. } => _ = touched.insert(node.clone()),
        Item::Indicator { code } => {
            let users = plan.uses.iter().filter(|used| used.indicator == *code);
            touched.extend(users.map(|used| used.node.clone()));
        }
        _ => {}
    }
}
