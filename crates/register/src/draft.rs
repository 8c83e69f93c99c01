//! What is to be written, put together by the caller before the engine looks at it.

use seloste_kernel::{Lang, PersonId, RecordId, Sensitive, Timestamp};

use crate::Consent;
use crate::change::Ending;

/// Whose record it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owner {
    /// Somebody not seen before in this register; a person is made.
    New,
    /// Somebody who has records here.
    Existing(PersonId),
}

/// What is to be written.
#[derive(Debug)]
pub struct Draft {
    pub(crate) kind: String,
    pub(crate) fields: Vec<(String, Sensitive<String>)>,
    pub(crate) consents: Vec<String>,
    pub(crate) lang: Lang,
    pub(crate) state: String,
    pub(crate) thread: Option<RecordId>,
    pub(crate) whole: Option<(i64, String)>,
    pub(crate) ends: Option<Ending>,
    pub(crate) event: String,
    pub(crate) arrived: Option<Timestamp>,
    pub(crate) review: Option<Timestamp>,
    pub(crate) latest: Option<Timestamp>,
    pub(crate) receipt: bool,
    pub(crate) numbered: bool,
    pub(crate) number: Option<i64>,
    pub(crate) command: Option<[u8; 16]>,
    pub(crate) jobs: Vec<String>,
    pub(crate) left: bool,
    pub(crate) decision: Option<String>,
}

impl Draft {
    /// A record of this declared kind, whose keeping starts from `event` (`sent`, `opened`).
    pub fn new(kind: &str, event: &str, lang: Lang) -> Self {
        Self {
            kind: kind.to_owned(),
            fields: Vec::new(),
            consents: Vec::new(),
            lang,
            state: String::new(),
            thread: None,
            whole: None,
            ends: None,
            event: event.to_owned(),
            arrived: None,
            review: None,
            latest: None,
            receipt: false,
            numbered: false,
            number: None,
            command: None,
            jobs: Vec::new(),
            left: false,
            decision: None,
        }
    }

    /// Adds a field. An empty value is the same as none.
    pub fn field(mut self, name: &str, value: impl Into<Sensitive<String>>) -> Self {
        self.fields.push((name.to_owned(), value.into()));
        self
    }

    /// The person said yes to this purpose.
    pub fn consent(mut self, purpose: &str) -> Self {
        self.consents.push(purpose.to_owned());
        self
    }

    /// The record's first state (`new`, `open`): structural, never personal.
    pub fn state(mut self, state: &str) -> Self {
        self.state = state.to_owned();
        self
    }

    /// The record that this one hangs on and ends with.
    pub fn part_of(mut self, record: RecordId) -> Self {
        self.thread = Some(record);
        self
    }

    /// Brings the record that this one hangs on into this state with the same write, if it is
    /// still at `expected`: two people cannot both answer what one has answered.
    pub fn moves_whole(mut self, expected: i64, state: &str) -> Self {
        self.whole = Some((expected, state.to_owned()));
        self
    }

    /// As [`Draft::moves_whole`], with the event at this moment that starts the last period of the record
    /// that this one hangs on: either all of it is written or nothing.
    pub fn ends_whole(mut self, expected: i64, state: &str, event: &str, at: Timestamp) -> Self {
        let (state, event) = (state.to_owned(), event.to_owned());
        self.ends = Some(Ending { expected, state, event, at });
        self
    }

    /// It came earlier than it is written down (a letter, a wish within another message): its
    /// times run from then. A moment in the future counts as now.
    pub fn arrived(mut self, at: Timestamp) -> Self {
        self.arrived = Some(at);
        self
    }

    /// When somebody must have dealt with it: the clock of a case.
    pub fn review(mut self, at: Timestamp) -> Self {
        self.review = Some(at);
        self
    }

    /// It goes then at the latest, though its kind could be kept longer.
    pub fn no_longer_than(mut self, at: Timestamp) -> Self {
        self.latest = Some(at);
        self
    }

    /// Puts a job of this name for the new record into the queue, with the same write: either
    /// both are there or neither is.
    pub fn then_job(mut self, name: &str) -> Self {
        self.jobs.push(name.to_owned());
        self
    }

    /// Make a receipt code by which the person is recognised later.
    pub fn with_receipt(mut self) -> Self {
        self.receipt = true;
        self
    }

    /// Give the record the register's next number of this kind.
    pub fn numbered(mut self) -> Self {
        self.numbered = true;
        self
    }

    /// Its number is known: somebody holds it already.
    pub fn number(mut self, number: i64) -> Self {
        self.number = Some(number);
        self
    }

    /// It is what is left of a record that was erased: nobody gave it anew, and it is nobody's. Only
    /// choices from a closed list can be left, and the ledger calls it so.
    pub fn left_over(mut self) -> Self {
        self.left = true;
        self
    }

    /// A program makes this declared decision about the person with it (Art. 22).
    pub fn decides(mut self, decision: &str) -> Self {
        self.decision = Some(decision.to_owned());
        self
    }

    /// The client's command id: the same command sent twice has one effect and one answer.
    pub fn command(mut self, id: [u8; 16]) -> Self {
        self.command = Some(id);
        self
    }
}

/// What was written.
#[derive(Debug, Clone)]
pub struct Collected {
    /// Whose.
    pub person: PersonId,
    /// The record.
    pub record: RecordId,
    /// The person's receipt code, when one was asked for. Shown once, stored nowhere.
    pub receipt: Option<Sensitive<String>>,
    /// Its number, when numbered.
    pub number: Option<i64>,
    /// The day it goes, when known.
    pub due: Option<Timestamp>,
    /// How many identity codes were masked.
    pub masked: usize,
    /// When it came.
    pub created: Timestamp,
    /// The consents that were given with it.
    pub consents: Vec<Consent>,
}
