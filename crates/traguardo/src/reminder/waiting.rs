//! Readings that wait for their check: how many are told to somebody, and since when.
//! Not here: what is still to be recorded, see [`super::digest`].

use crate::period::Date;

/// A reading that waits to be looked at by who answers for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unchecked {
    /// The positions of the uses that it is of, one at least.
    pub uses: Vec<usize>,
    /// The day on which it was recorded, where that is known.
    pub since: Option<Date>,
}

/// What somebody is told of readings that wait for their check.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Waiting {
    /// How many, one at least.
    pub count: usize,
    /// Since when the first of them waits, where that is known.
    pub since: Option<Date>,
}

/// How many readings wait and since when; nothing where none does.
///
/// ```
/// use traguardo::period::parse_date;
/// use traguardo::reminder::{Unchecked, waiting};
/// let of = |day| Unchecked { uses: vec![0], since: parse_date(day).ok() };
/// let list = [of("03/07/2020"), of("01/07/2020"), Unchecked { uses: vec![1], since: None }];
/// let told = waiting(&list).unwrap();
/// assert_eq!((told.count, told.since), (3, parse_date("01/07/2020").ok()));
/// assert_eq!(waiting([]), None);
/// ```
#[must_use]
pub fn waiting<'a>(list: impl IntoIterator<Item = &'a Unchecked>) -> Option<Waiting> {
    let mut told: Option<Waiting> = None;
    for one in list {
        let known = told.get_or_insert(Waiting { count: 0, since: None });
        known.count += 1;
        known.since = known.since.into_iter().chain(one.since).min();
    }
    told
}
