//! Samples of readings to verify, drawn so that anybody can draw them again, and work papers.
//! Not here: what makes a reading worth a look, see [`super::Candidate`].

use super::Candidate;
use crate::period::Date;

/// A sample, with all that is needed to draw it again.
#[derive(Debug, Clone, PartialEq)]
pub struct Sample {
    /// The checkpoint that it is about.
    pub round: Date,
    /// What the draw starts from.
    pub seed: u32,
    /// The revision of the plan whose weights it was drawn by.
    pub revision: u32,
    /// Every reading that could be drawn, with its chance.
    pub candidates: Vec<Drawn>,
}

/// A reading that could be drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawn {
    /// The reading.
    pub candidate: Candidate,
    /// In which turn it was drawn, counted from 1, if it was.
    pub turn: Option<u32>,
}

/// What the OIV noted on verifying a drawn reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkPaper {
    /// The place of its sample in the list.
    pub sample: usize,
    /// The position of the reading.
    pub reading: usize,
    /// What was looked at.
    pub looked_at: String,
    /// What was found.
    pub found: String,
    /// What came of it.
    pub verdict: Verdict,
}

/// What came of verifying a reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It is still being looked at.
    Open,
    /// It is as it was recorded.
    Confirmed,
    /// It must be recorded anew.
    ToCorrect,
    /// Nothing supports it.
    Unsupported,
}

impl Verdict {
    /// Every verdict, in the order of forms.
    pub const ALL: [Self; 4] = [Self::Open, Self::Confirmed, Self::ToCorrect, Self::Unsupported];

    /// The name of its text.
    ///
    /// ```
    /// assert_eq!(traguardo::desk::Verdict::Open.key(), "desk-verdict-open");
    /// ```
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Open => "desk-verdict-open",
            Self::Confirmed => "desk-verdict-confirmed",
            Self::ToCorrect => "desk-verdict-to-correct",
            Self::Unsupported => "desk-verdict-unsupported",
        }
    }

    /// Its stable name.
    ///
    /// ```
    /// assert_eq!(traguardo::desk::Verdict::ToCorrect.name(), "to-correct");
    /// ```
    #[must_use]
    pub fn name(self) -> &'static str {
        self.key().strip_prefix("desk-verdict-").unwrap_or_default()
    }
}

impl Sample {
    /// Draws a sample.
    ///
    /// ```
    /// use traguardo::desk::{Candidate, Sample};
    /// use traguardo::period::parse_date;
    /// let round = parse_date("30/06/2020").unwrap();
    /// assert!(Sample::of(round, 1, 7, 5, Vec::new()).drawn().is_empty());
    /// ```
    #[must_use]
    pub fn of(round: Date, revision: u32, seed: u32, size: usize, from: Vec<Candidate>) -> Self {
        let order = draw(&from, seed, size);
        let turn = |at: usize| {
            let turn = order.iter().position(|drawn| *drawn == at)?;
            u32::try_from(turn + 1).ok()
        };
        let drawn = |(at, candidate)| Drawn { candidate, turn: turn(at) };
        let candidates = from.into_iter().enumerate().map(drawn).collect();
        Self { round, seed, revision, candidates }
    }

    /// The readings drawn, in the order of the draw.
    ///
    /// ```
    /// use traguardo::{desk::Sample, period::parse_date};
    /// let sample = Sample::of(parse_date("30/06/2020").unwrap(), 1, 7, 5, Vec::new());
    /// assert_eq!(sample.drawn().len(), 0);
    /// ```
    #[must_use]
    pub fn drawn(&self) -> Vec<&Candidate> {
        let mut drawn: Vec<&Drawn> = self.candidates.iter().filter(|d| d.turn.is_some()).collect();
        drawn.sort_by_key(|drawn| drawn.turn);
        drawn.into_iter().map(|drawn| &drawn.candidate).collect()
    }

    /// Whether the same draw, done again from what is kept, gives the same sample.
    ///
    /// ```
    /// use traguardo::desk::{Sample, candidates};
    /// use traguardo::{period::parse_date, report::Report, rules::Rules, sample};
    /// let (plan, readings, rules) = (sample::plan(), sample::readings(), Rules::default());
    /// let round = parse_date("30/06/2020").unwrap();
    /// let report = Report::new(&plan, &readings, &rules, round);
    /// let mut sample = Sample::of(round, 1, 7, 2, candidates(&report, |_| false));
    /// assert!(sample.draws_again());
    /// sample.seed = 8;
    /// sample.candidates.reverse();
    /// assert!(!sample.draws_again());
    /// ```
    #[must_use]
    pub fn draws_again(&self) -> bool {
        let from = self.candidates.iter().map(|drawn| drawn.candidate.clone()).collect();
        let size = self.candidates.iter().filter(|drawn| drawn.turn.is_some()).count();
        Self::of(self.round, self.revision, self.seed, size, from) == *self
    }
}

/// Draws so many of some candidates, none twice, each with its chance beside those that are left.
/// The positions drawn, in the order of the draw: the same candidates and seed always give the
/// same ones.
///
/// ```
/// use traguardo::desk::draw;
/// assert_eq!(draw(&[], 7, 5), []);
/// ```
#[must_use]
pub fn draw(candidates: &[Candidate], seed: u32, size: usize) -> Vec<usize> {
    let mut left: Vec<usize> = (0..candidates.len()).collect();
    let mut state = u64::from(seed);
    let mut drawn = Vec::new();
    while drawn.len() < size && !left.is_empty() {
        let total: u64 = left.iter().map(|at| candidates[*at].chance()).sum();
        let mut mark = below(&mut state, total);
        let place = left.iter().position(|at| {
            let chance = candidates[*at].chance();
            let hit = mark < chance;
            mark = mark.saturating_sub(chance);
            hit
        });
        drawn.push(left.remove(place.unwrap_or(0)));
    }
    drawn
}

/// The next number below a bound. The product of 64 bits each has its upper half below the bound:
/// what is uneven in it is less than one in a thousand million for any plan.
fn below(state: &mut u64, bound: u64) -> u64 {
    let wide = u128::from(next(state)) * u128::from(bound);
    u64::try_from(wide >> 64).unwrap_or(0)
}

/// The next 64 bits: SplitMix64 (Steele, Lea, Flood 2014), which is short enough to be done again
/// with pencil and paper.
fn next(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut mixed = *state;
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}
