//! The access package (Art. 15): everything held on one person over all services, as one ZIP that
//! opens without us and that anybody can verify. A package that waits to be downloaded is sealed
//! under a key of its own, which lies in a record of the person's: it dies with the person, with the
//! first thing in it that goes, and with its own last day.

pub mod archive;
mod contents;
mod kept;
mod page;
mod sealed;
mod table;
mod talk;
pub mod verify;

pub use contents::pack;
pub use kept::{AtWork, Kept, kept, make, open, tidy};
pub use sealed::Opening;
