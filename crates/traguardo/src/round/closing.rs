//! What must be so before a round is closed, and why it may not be yet.
//! Not here: what is owed ([`crate::collection`]), and who may close ([`crate::access`]).

use crate::collection::{self, State};
use crate::period::Date;
use crate::text::Sentence;

/// Something that a round lacks when it is closed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Gap {
    /// The indicator.
    pub indicator: String,
    /// The part of its target, counted from 1; `None` where it has one part only.
    pub part: Option<u32>,
    /// What is missing of it.
    pub kind: GapKind,
}

/// What is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum GapKind {
    /// Nothing was handed in, nor declared not available.
    Owed,
    /// The note that a declaration or a result below target owes.
    Note,
    /// The reading was sent back, and no other has come.
    SentBack,
    /// The reading was not checked.
    Unchecked,
    /// A question or an act is awaited.
    Suspended,
}

/// Why a round cannot be closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// It is closed already.
    Closed,
    /// The plan does not have this checkpoint.
    NoCheckpoint,
    /// Its day has not come: something could still be read on it.
    Ahead(Date),
    /// So many things are missing, and nobody says why it is closed all the same.
    Gaps(usize),
}

/// How far the round of a checkpoint has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Its day has not come and nothing was handed in.
    NotBegun,
    /// Something is missing, or its day has not come.
    Collecting,
    /// Its day has come and nothing is missing.
    ToClose,
    /// It is closed.
    Closed,
}

impl Stage {
    /// The name of its text.
    ///
    /// ```
    /// use traguardo::{round::Stage, text::{Lang, Texts}};
    /// assert_eq!(Texts::of(Lang::It).say(Stage::ToClose.key(), &[]), "da chiudere");
    /// ```
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::NotBegun => "round-stage-not-begun",
            Self::Collecting => "round-stage-collecting",
            Self::ToClose => "round-stage-to-close",
            Self::Closed => "round-stage-closed",
        }
    }
}

impl GapKind {
    /// Every kind, in the order in which a page lists them.
    pub const ALL: [Self; 5] =
        [Self::Owed, Self::SentBack, Self::Suspended, Self::Note, Self::Unchecked];

    /// The stable English name, as the record has it.
    ///
    /// ```
    /// assert_eq!(traguardo::round::GapKind::SentBack.name(), "sent_back");
    /// ```
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Owed => "owed",
            Self::Note => "note",
            Self::SentBack => "sent_back",
            Self::Unchecked => "unchecked",
            Self::Suspended => "suspended",
        }
    }

    /// The kind of a stable name.
    ///
    /// ```
    /// use traguardo::round::GapKind;
    /// assert_eq!(GapKind::of("note"), Some(GapKind::Note));
    /// ```
    #[must_use]
    pub fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// The name of its text.
    ///
    /// ```
    /// use traguardo::{round::GapKind, text::{Lang, Texts}};
    /// let words = Texts::of(Lang::It);
    /// assert_eq!(words.say(GapKind::Unchecked.key(), &[]), "non ancora verificata");
    /// ```
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Owed => "round-gap-owed",
            Self::Note => "round-gap-note",
            Self::SentBack => "round-gap-sent-back",
            Self::Unchecked => "round-gap-unchecked",
            Self::Suspended => "round-gap-suspended",
        }
    }
}

impl Refusal {
    /// What keeps it open and what to do, before it has a language.
    ///
    /// ```
    /// use traguardo::{round::Refusal, text::{Lang, Texts}};
    /// let said = Texts::of(Lang::It).sentence(&Refusal::Gaps(2).sentence());
    /// assert!(said.contains("2 rilevazioni"), "{said}");
    /// ```
    #[must_use]
    pub fn sentence(self) -> Sentence {
        match self {
            Self::Closed => Sentence::new("round-refused-closed"),
            Self::NoCheckpoint => Sentence::new("round-refused-no-checkpoint"),
            Self::Ahead(day) => Sentence::new("round-refused-ahead").with("date", day),
            Self::Gaps(count) => Sentence::new("round-refused-gaps").with("count", count),
        }
    }
}

/// What is missing of what is owed at a checkpoint: nothing may be owed that is not declared not
/// available, notes must be there, and readings checked.
///
/// ```
/// use traguardo::collection::Collection;
/// use traguardo::round::{GapKind, gaps};
/// use traguardo::{period::parse_date, rules::Rules, sample, tree::Tree};
/// let (plan, readings, rules) = (sample::plan(), sample::readings(), Rules::default());
/// let day = parse_date("02/07/2020").unwrap();
/// let tree = &Tree::of(&plan);
/// let owed =
///     Collection { plan: &plan, tree, readings: &readings, marks: &[], rules: &rules, day }.owed();
/// let kinds: Vec<GapKind> = gaps(&owed, plan.checkpoints[0].date).iter().map(|g| g.kind).collect();
/// // Two results below target say nothing of why; the third is good, and nobody has checked it.
/// assert_eq!(kinds, [GapKind::Note, GapKind::Note, GapKind::Unchecked]);
/// ```
#[must_use]
pub fn gaps(owed: &[collection::Owed], checkpoint: Date) -> Vec<Gap> {
    let kind = |owed: &collection::Owed| {
        Some(match owed.state {
            State::NotDue => return None,
            State::Due | State::Late => GapKind::Owed,
            State::SentBack => GapKind::SentBack,
            State::Suspended(_) => GapKind::Suspended,
            State::Recorded | State::NotAvailable | State::Checked if owed.note_owed => {
                GapKind::Note
            }
            State::Recorded | State::NotAvailable => GapKind::Unchecked,
            State::Checked => return None,
        })
    };
    let gap = |owed: &collection::Owed| {
        let (indicator, part) = (owed.indicator.clone(), owed.part);
        kind(owed).map(|kind| Gap { indicator, part, kind })
    };
    owed.iter().filter(|owed| owed.checkpoint == checkpoint).filter_map(gap).collect()
}

/// How far a round that is not closed has come on a day.
///
/// ```
/// use traguardo::round::{Stage, stage};
/// use traguardo::period::parse_date;
/// let (june, july) = (parse_date("30/06/2020").unwrap(), parse_date("15/07/2020").unwrap());
/// assert_eq!(stage(&[], june, july), Stage::ToClose);
/// assert_eq!(stage(&[], july, june), Stage::NotBegun);
/// ```
#[must_use]
pub fn stage(owed: &[collection::Owed], checkpoint: Date, today: Date) -> Stage {
    let mut asked = owed.iter().filter(|owed| owed.checkpoint == checkpoint);
    match (today < checkpoint, asked.any(|owed| owed.reading.is_some())) {
        (true, false) => Stage::NotBegun,
        (false, _) if gaps(owed, checkpoint).is_empty() => Stage::ToClose,
        _ => Stage::Collecting,
    }
}

/// Whether a round with these gaps may be closed today. With gaps it may be, by whoever says why.
///
/// # Errors
/// The first reason why not.
///
/// ```
/// use traguardo::period::parse_date;
/// use traguardo::round::{Gap, GapKind, Refusal, refusal};
/// let (june, july) = (parse_date("30/06/2020").unwrap(), parse_date("15/07/2020").unwrap());
/// let gaps = [Gap { indicator: "EXPORT".into(), part: None, kind: GapKind::Owed }];
/// assert_eq!(refusal(&[june], june, july, &gaps, ""), Err(Refusal::Gaps(1)));
/// assert_eq!(refusal(&[june], june, july, &gaps, "L'ISTAT pubblica a settembre"), Ok(()));
/// ```
pub fn refusal(
    checkpoints: &[Date],
    checkpoint: Date,
    today: Date,
    gaps: &[Gap],
    reason: &str,
) -> Result<(), Refusal> {
    if !checkpoints.contains(&checkpoint) {
        return Err(Refusal::NoCheckpoint);
    }
    if today < checkpoint {
        return Err(Refusal::Ahead(checkpoint));
    }
    if !gaps.is_empty() && reason.trim().is_empty() {
        return Err(Refusal::Gaps(gaps.len()));
    }
    Ok(())
}
