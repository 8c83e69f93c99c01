//! The nouns that every other crate shares: identifiers, languages, time, randomness, actors,
//! personal values and faults.
//!
//! No I/O, no clock and no random source of its own: both are arguments, so that retention can be
//! tested and replayed. Nothing here knows a database, a key or a web page.

mod actor;
mod clock;
mod document;
mod fault;
mod id;
mod lang;
mod random;
mod sensitive;
pub mod unseen;
mod words;

pub use actor::Actor;
pub use clock::{Clock, ManualClock, Reading, Steady, Timestamp, ZONE};
pub use document::{Document, Media};
pub use fault::{Fault, FaultKind};
pub use id::{CaseId, EntryId, IdError, KeyId, PersonId, RecordId, SessionId, UserId};
pub use lang::Lang;
pub use random::{Random, SeededRandom};
pub use sensitive::{Exit, Sealed, Sensitive};
pub use unseen::{is_direction, is_unseen, is_visible};
pub use words::Words;
