//! Holds: a named ground that keeps a record past its last day, and ends by itself or when it is
//! released (GDPR Art. 17(3), 18(1)(c)). Per record, never per person.

use std::sync::Arc;

use seloste_kernel::{Fault, FaultKind, PersonId, RecordId, Timestamp};
use seloste_store::Tx;
use seloste_store::tables::holds::{self, Hold};
use seloste_store::tables::policies::Policy;
use seloste_store::tables::records::{self, RecordRow};

use crate::access::Action;
use crate::grounds::is_of_kind;
use crate::trail::Subject;
use crate::{Access, BY_LAW, Engine};

/// The list shows at most this many.
const LISTED: i64 = 10_000;

/// Longest ground, in characters: a name such as `legal-claim`, not a story.
const GROUND_CHARS: usize = 60;

/// One hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// Whose record.
    pub person: PersonId,
    /// Which record.
    pub record: RecordId,
    /// On which ground.
    pub ground: String,
    /// The fields that it keeps; none for the whole record.
    pub fields: Vec<String>,
    /// When it ends by itself; `None` until released.
    pub until: Option<Timestamp>,
    /// When it was set.
    pub since: Timestamp,
}

/// A hold with the record that it keeps, as that is seen from outside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldRecord {
    /// In which register the record is.
    pub register: String,
    /// Its declared kind.
    pub kind: String,
    /// Its number.
    pub number: Option<i64>,
    /// When it would go.
    pub due: Option<Timestamp>,
    /// What keeps it.
    pub held: Held,
}

impl From<Hold> for Held {
    fn from(hold: Hold) -> Self {
        let moment = |ms| Timestamp::from_millisecond(ms).unwrap_or_default();
        Self {
            person: hold.person,
            record: hold.record,
            fields: hold
                .field
                .iter()
                .flat_map(|names| names.split(' '))
                .map(str::to_owned)
                .collect(),
            ground: hold.ground,
            until: hold.until_ms.map(moment),
            since: moment(hold.created_ms),
        }
    }
}

impl Engine {
    /// Keeps a record on this ground, until then or until released.
    ///
    /// # Errors
    /// `NotFound` when there is no such record; `Invalid` for a ground that is no short name;
    /// `Conflict` for one that the notice sets.
    pub async fn hold(
        self: &Arc<Self>,
        access: &Access,
        record: RecordId,
        ground: &str,
        until: Option<Timestamp>,
    ) -> Result<(), Fault> {
        access.demand(&[Action::DecideRequests])?;
        // The ground is kept in the open: it names a rule, not a person.
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        let named = !ground.is_empty() && ground.len() <= GROUND_CHARS && ground.chars().all(plain);
        // That word is the law's own.
        if !named || ground == BY_LAW {
            return Err(Fault::new(FaultKind::Invalid, "fault-hold-ground").in_field("ground"));
        }
        // No erasure may be half way through this record.
        let together = self.keep_from_erasing().await;
        let row = self.row(access, record).await?;
        let policy = self.policy(row.policy).await?;
        self.refuse_of_kind(&policy, ground).await?;
        let key = self.keyring.key(row.key)?;
        let subject = Subject { person: row.person, records: &[record], key: &key };
        let traced = self.trail(access, "hold", &policy.kind, Some(subject), 1)?;
        let hold = Hold {
            person: row.person,
            record,
            ground: ground.to_owned(),
            field: None,
            until_ms: until.map(Timestamp::as_millisecond),
            created_ms: self.now().as_millisecond(),
        };
        self.write_together(Some(together), move |tx| {
            holds::insert(tx, &hold)?;
            traced.write(tx)
        })
        .await
    }

    /// Ends a hold; whether there was one. What is past its last day goes with the next sweep.
    ///
    /// # Errors
    /// `NotFound` when there is no such record; `Conflict` for a ground that the notice ends.
    pub async fn release(
        &self,
        access: &Access,
        record: RecordId,
        ground: &str,
    ) -> Result<bool, Fault> {
        access.demand(&[Action::DecideRequests])?;
        let row = self.row(access, record).await?;
        let policy = self.policy(row.policy).await?;
        self.refuse_of_kind(&policy, ground).await?;
        let key = self.keyring.key(row.key)?;
        let subject = Subject { person: row.person, records: &[record], key: &key };
        let traced = self.trail(access, "release-hold", &policy.kind, Some(subject), 1)?;
        let ground = ground.to_owned();
        self.store
            .write(move |tx| {
                let gone = holds::release(tx, row.person, row.id, &ground)? > 0;
                if gone {
                    traced.write(tx)?;
                }
                Ok(gone)
            })
            .await
    }

    /// What the notice sets and ends by itself nobody sets or ends by hand.
    async fn refuse_of_kind(&self, policy: &Policy, ground: &str) -> Result<(), Fault> {
        let written = self.version(policy).await?;
        if written.notice.kind(&policy.kind).is_some_and(|kind| is_of_kind(kind, ground)) {
            let fault = Fault::new(FaultKind::Conflict, "fault-hold-of-notice");
            return Err(fault.with("ground", ground).in_field("ground"));
        }
        Ok(())
    }

    /// All holds, oldest first, each with what it keeps.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn holds(&self) -> Result<Vec<HeldRecord>, Fault> {
        let step = |tx: &mut Tx| {
            let all = holds::list(tx, LISTED)?.into_iter();
            all.map(|hold| Ok((records::find(tx, hold.record)?, hold))).collect()
        };
        let all: Vec<(Option<RecordRow>, Hold)> = self.store.read(step).await?;
        let mut told = Vec::new();
        for (row, hold) in all {
            // Whatever is gone nothing keeps.
            let Some(row) = row else { continue };
            let policy = self.policy(row.policy).await?;
            told.push(HeldRecord {
                register: policy.register,
                kind: policy.kind,
                number: row.number,
                due: row.due_ms.and_then(|ms| Timestamp::from_millisecond(ms).ok()),
                held: hold.into(),
            });
        }
        Ok(told)
    }
}
