//! What the store promises, shown on SQLite and on PostgreSQL by the same tests.
//! Not here: what plans mean; the core's own tests show that.
// A test says what went wrong by stopping there; a child process speaks through its output.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout)]

mod accounts;
mod answers;
mod bi;
mod collection;
mod copies;
mod desk;
mod drafts;
mod engines;
mod evidence;
mod first_drafts;
mod generated;
mod killed;
mod opening;
mod readings;
mod reminders;
mod revisions;
mod round_trip;
mod rounds;
mod saving;
mod trail;
