//! What the store promises, shown on SQLite and on PostgreSQL by the same tests.
//! Not here: what plans mean; the core's own tests show that.

mod engines;
mod generated;
mod killed;
mod opening;
mod readings;
mod round_trip;
mod saving;
