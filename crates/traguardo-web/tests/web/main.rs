//! The pages through their router, without a browser: what they say, to whom, and what they refuse.
//! Not here: the keyboard and what scripts do, see `tests/browser` of the repository.
// A test that cannot go on says so by failing.
#![allow(clippy::unwrap_used, clippy::panic)]

mod audit;
mod collection;
mod desk;
mod draft_rows;
mod import;
mod next_year;
mod pages;
mod proposals;
mod questions;
mod reminders;
mod revisions;
mod rights;
mod rounds;
mod rules;
mod sign_in;
mod support;
mod upload;
mod views;
