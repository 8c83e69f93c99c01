//! The engine as its callers see it, on both databases.

#![expect(clippy::unwrap_used, reason = "tests")]

#[macro_use]
mod setting;

mod access;
mod automated;
mod consent;
mod counting;
mod erasing;
mod full;
mod histories;
mod limits;
mod lists;
mod once;
mod races;
mod recovery;
mod settle;
mod story;
