//! One change of a record's state and days, with all that follows from it (the ends of its parts, the
//! grounds that it begins, its ledger entry, a job), made ready first and then written by one transaction:
//! its own, or that of what comes with it.

use seloste_kernel::{Fault, RecordId, Timestamp};
use seloste_notice::model::Collect;
use seloste_store::Tx;
use seloste_store::tables::records::{Change, RecordRow};
use seloste_store::tables::{holds, records};

use crate::access::Action;
use crate::automated::refuse_bare_state;
use crate::collect::due;
use crate::erase::{next_due, rows_of};
use crate::grounds::Grounds;
use crate::trail::{Subject, Traced};
use crate::{Access, Engine, Opened, body, jobs};

/// A change that only has to be written.
pub(crate) struct Changing {
    row: RecordRow,
    expected: i64,
    change: Change,
    /// Records that share its end.
    parts: Vec<RecordId>,
    beside: Beside,
    traced: Traced,
}

/// What is written with a change.
#[derive(Default)]
pub(crate) struct Beside {
    pub grounds: Grounds,
    pub job: Option<String>,
}

/// An event that ends a record, as it is told with what comes to hang on it.
#[derive(Debug, Clone)]
pub(crate) struct Ending {
    /// The version of the record that was seen.
    pub expected: i64,
    /// The state that it comes into.
    pub state: String,
    pub event: String,
    pub at: Timestamp,
}

impl Changing {
    /// Writes the change; gives the record's new version.
    pub(crate) fn write(&self, tx: &mut Tx) -> Result<i64, Fault> {
        let Self { row, expected, change, parts, beside, traced } = self;
        let (person, now) = (row.person, change.updated_ms);
        beside.grounds.write(tx, person, row.id, now)?;
        let own = Change { due_ms: due_of(tx, row, change)?, ..change.clone() };
        let version = records::update(tx, person, row.id, *expected, &own)?;
        for part in parts {
            if let Some(part) = records::get(tx, person, *part)? {
                let (due_ms, review_ms) = (due_of(tx, &part, change)?, change.review_ms);
                let end = Change { due_ms, review_ms, updated_ms: now, ..Change::default() };
                records::update(tx, person, part.id, part.version, &end)?;
            }
        }
        if let Some(job) = &beside.job {
            jobs::put(tx, job, now, person, row.id)?;
        }
        traced.write(tx)?;
        Ok(version)
    }
}

impl Engine {
    /// Changes a record with an event at a moment, or with its being taken back: floors of law
    /// that begin with it are counted anew.
    pub(crate) async fn change_at(
        &self,
        access: &Access,
        opened: &Opened,
        change: Change,
        action: &str,
        (event, at): (&str, Option<Timestamp>),
    ) -> Result<i64, Fault> {
        let kind = (opened.id, opened.kind.as_str());
        let grounds = self.grounds_of(access, kind, (event, at)).await?;
        let beside = Beside { grounds, job: None };
        self.change_with(access, (opened.id, opened.version), change, action, beside).await
    }

    pub(crate) async fn change(
        &self,
        access: &Access,
        id: RecordId,
        expected: i64,
        change: Change,
        action: &str,
    ) -> Result<i64, Fault> {
        self.change_with(access, (id, expected), change, action, Beside::default()).await
    }

    pub(crate) async fn change_with(
        &self,
        access: &Access,
        seen: (RecordId, i64),
        change: Change,
        action: &str,
        beside: Beside,
    ) -> Result<i64, Fault> {
        let _changing = self.changing.read().await;
        let ready = self.changing(access, seen, change, action, beside).await?;
        self.store.write(move |tx| ready.write(tx)).await
    }

    /// Makes a change ready. Whoever calls holds the lock of changes until it is written.
    async fn changing(
        &self,
        access: &Access,
        (id, expected): (RecordId, i64),
        mut change: Change,
        action: &str,
        beside: Beside,
    ) -> Result<Changing, Fault> {
        let row = self.row(access, id).await?;
        self.refuse_gone_or_restricted(access, &row).await?;
        let policy = self.policy(row.policy).await?;
        self.demand_consent_to_change(access, &row, &policy.kind).await?;
        if change.state.is_some() {
            refuse_bare_state(access, &policy.kind)?;
        }
        let key = self.keyring.key(row.key)?;
        let parts = match change.due_ms.is_some() || change.review_ms.is_some() {
            true => self.parts_of(&row).await?,
            false => Vec::new(),
        };
        change.updated_ms = self.now().as_millisecond();
        let subject = Subject { person: row.person, records: &[id], key: &key };
        let traced = self.trail(access, action, &policy.kind, Some(subject), 1)?;
        Ok(Changing { row, expected, change, parts, beside, traced })
    }

    /// Makes ready what an event means for a record of this kind that it ends.
    pub(crate) async fn ending(
        &self,
        access: &Access,
        (id, kind): (RecordId, &str),
        Ending { expected, state, event, at }: &Ending,
    ) -> Result<Changing, Fault> {
        access.demand(HAPPENING)?;
        let change = Change { state: Some(state.clone()), ..ends(access, kind, event, *at)? };
        let grounds = self.grounds_of(access, (id, kind), (event, Some(*at))).await?;
        let beside = Beside { grounds, job: None };
        self.changing(access, (id, *expected), change, event, beside).await
    }

    /// What an event begins of what the law keeps, as the record's own version of the notice says.
    async fn grounds_of(
        &self,
        access: &Access,
        (id, kind): (RecordId, &str),
        (event, at): (&str, Option<Timestamp>),
    ) -> Result<Grounds, Fault> {
        let row = self.row(access, id).await?;
        let written = self.version(&self.policy(row.policy).await?).await?;
        let kind = written.notice.kind(kind);
        let by_event = |kind| Grounds::by_event(&written.notice, kind, event, at);
        Ok(kind.map_or_else(Grounds::default, by_event))
    }

    /// The records of declared parts that hang on this one: they share its end.
    pub(crate) async fn parts_of(&self, whole: &RecordRow) -> Result<Vec<RecordId>, Fault> {
        let person = whole.person;
        let mut going = vec![whole.id];
        for row in self.store.read(move |tx| rows_of(tx, person)).await? {
            // In the order of writing, so a whole comes before its parts.
            if row.thread.is_none_or(|thread| !going.contains(&thread)) {
                continue;
            }
            let policy = self.policy(row.policy).await?;
            let written = self.version(&policy).await?;
            let part = |kind: &Collect| kind.part_of.is_some() && !kind.shared;
            if written.notice.kind(&policy.kind).is_some_and(part) {
                going.push(row.id);
            }
        }
        Ok(going.split_off(1))
    }
}

/// The day that a change gives a record. What only a ground keeps any more is not given a longer
/// life by an event: it goes when the ground ends.
fn due_of(
    tx: &mut seloste_store::Tx,
    row: &RecordRow,
    change: &Change,
) -> Result<Option<Option<i64>>, Fault> {
    let asked = body::decode(&row.body).is_ok_and(|cells| body::asked_ms(&cells).is_some());
    if change.due_ms.is_none() || !asked {
        return Ok(change.due_ms);
    }
    let holds = holds::of_record(tx, row.person, row.id)?;
    Ok(Some(next_due(&holds, change.updated_ms)))
}

/// Under which actions a record's last period begins, or is called off.
pub(crate) const ENDING: &[Action] = &[Action::DecideRequests, Action::ManageUsers];

/// Under which actions an event may come to a record.
pub(crate) const HAPPENING: &[Action] =
    &[Action::Answer, Action::Classify, Action::Amend, Action::DecideRequests, Action::ManageUsers];

/// What an event at this moment means for the last day of records of a kind.
pub(crate) fn ends(
    access: &Access,
    kind: &str,
    event: &str,
    at: Timestamp,
) -> Result<Change, Fault> {
    let declared = access.register.notice.kind(kind).ok_or_else(crate::access::not_found)?;
    let (due, review) = due(declared, event, at);
    Ok(Change {
        due_ms: due.map(|due| Some(due.as_millisecond())),
        review_ms: review.map(|review| Some(review.as_millisecond())),
        ..Change::default()
    })
}
