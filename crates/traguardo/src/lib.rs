//! The performance cycle of a public body as plain values and pure functions.
//! Not here: files, databases, pages, terminals and clocks; they call this crate, never it them.
//!
//! A plan is a value. It is loaded whole, checked, scored and explained in memory:
//!
//! ```
//! use traguardo::{period::parse_date, rules::Rules, sample, scoring::score};
//!
//! let (plan, readings, rules) = (sample::plan(), sample::readings(), Rules::default());
//! let at = parse_date("30/06/2020").unwrap();
//! let scores = score(&plan, &readings, &rules, at);
//! let area = scores.node("1").unwrap();
//! assert_eq!(rules.printed(area.score().unwrap()), "73,84");
//! ```

pub mod access;
pub mod audit;
mod both;
pub mod cascade;
pub mod check;
pub mod collection;
pub mod desk;
pub mod difference;
pub mod edit;
pub mod explain;
pub mod history;
pub mod indicator;
pub mod issue;
pub mod next_year;
pub mod number;
pub mod office;
pub mod period;
pub mod plan;
pub mod quantity;
pub mod question;
pub mod reading;
pub mod reminder;
pub mod report;
pub mod revision;
pub mod round;
pub mod rules;
pub mod sample;
pub mod score;
pub mod scoring;
pub mod target;
pub mod text;
pub mod tree;
