//! Restriction (Art. 18): data are stored and nothing else, all of a person's or one record. It
//! keeps what is restricted even past its day, and the organisation ends it only after the person
//! has been told.

use std::sync::Arc;

use jiff::SignedDuration;
use seloste_kernel::{Fault, FaultKind, PersonId, RecordId, Timestamp};
use seloste_store::tables::limits::{self, Limit};
use seloste_store::tables::persons;

use crate::access::{Action, OPENING, not_found};
use crate::collect::Ready;
use crate::telling::{Change, Changed, write_all};
use crate::{Access, Engine};

/// Days for which the end of a restriction is shown on the person's own page before it ends, where
/// they were told no other way.
pub const SHOWN_DAYS: i64 = 14;

/// Why data are restricted (Art. 18(1)).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RestrictionGround {
    /// The person says that they are wrong; it is being checked.
    Accuracy,
    /// The processing is unlawful, and the person does not want erasure.
    Unlawful,
    /// The person needs them for a legal claim.
    Claim,
    /// The person has objected; it is being decided.
    Objection,
}

impl RestrictionGround {
    /// All of them, in the order of the article.
    pub const ALL: [Self; 4] = [Self::Accuracy, Self::Unlawful, Self::Claim, Self::Objection];

    /// Its name.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Accuracy => "accuracy",
            Self::Unlawful => "unlawful",
            Self::Claim => "claim",
            Self::Objection => "objection",
        }
    }

    /// The ground of this name.
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|ground| ground.word() == word)
    }
}

/// How the person was told that a restriction ends (Art. 18(3)).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// By a letter or in person: it may end now.
    Directly,
    /// On their own page: it may end after [`SHOWN_DAYS`].
    OnOwnPage,
}

/// A restriction in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restriction {
    /// The one record; `None` for everything.
    pub record: Option<RecordId>,
    /// Why.
    pub ground: RestrictionGround,
    /// Since when.
    pub since: Timestamp,
    /// From when on the organisation may end it; `None` while the person has not been told.
    pub ends: Option<Timestamp>,
}

impl From<Limit> for Restriction {
    fn from(limit: Limit) -> Self {
        let moment = |ms| Timestamp::from_millisecond(ms).unwrap_or_default();
        Self {
            record: limit.record,
            ground: RestrictionGround::of(&limit.why).unwrap_or(RestrictionGround::Accuracy),
            since: moment(limit.since_ms),
            ends: limit.told_ms.map(moment),
        }
    }
}

/// What is left behind beside the erasures when something is restricted.
pub(crate) fn mark(
    ground: RestrictionGround,
    person: PersonId,
    record: Option<RecordId>,
) -> Vec<u8> {
    let record = record.as_ref().map_or(&[][..], |record| record.as_bytes());
    let ground = ground.word().as_bytes();
    [b"restricted ".as_slice(), ground, b" ", person.as_bytes(), record].concat()
}

pub(crate) fn limit(
    person: PersonId,
    record: Option<RecordId>,
    ground: RestrictionGround,
    since_ms: i64,
) -> Limit {
    let why = ground.word().to_owned();
    Limit { person, record, purpose: None, why, since_ms, told_ms: None }
}

impl Engine {
    /// Restricts everything of a person, or one record: from then on only the person's rights open
    /// it, legal claims among them, and nothing erases it but the person.
    ///
    /// # Errors
    /// `NotFound` when the access does not reach the person, or the record is not theirs.
    pub async fn restrict(
        self: &Arc<Self>,
        access: &Access,
        person: PersonId,
        record: Option<RecordId>,
        ground: RestrictionGround,
    ) -> Result<(), Fault> {
        access.demand(&[Action::Amend, Action::DecideRequests])?;
        self.person(access, person).await?;
        if let Some(record) = record
            && self.row(access, record).await?.person != person
        {
            return Err(not_found());
        }
        // What is restricted already was told when it was.
        let tasks = match self.restriction(access, person, record).await? {
            Some(_) => Vec::new(),
            None => self.tasks_of_restricting(access, person, record, Changed::Restricted).await?,
        };
        let tasks = Arc::new(tasks);
        // No erasure may be half way through what is to be kept.
        let together = Arc::new(self.keep_from_erasing().await);
        self.leave_past(mark(ground, person, record)).await?;
        let traced = self.trail_of(access, person, "restrict").await?;
        let limit = limit(person, record, ground, self.now().as_millisecond());
        // The lock comes back with the result, after the commit.
        let written = self.write_surely(move |tx| {
            persons::get(tx, person)?.ok_or_else(not_found)?;
            limits::put(tx, &limit)?;
            if limit.record.is_none() {
                persons::set_restricted(tx, person, true)?;
            }
            write_all(tx, &tasks)?;
            traced.write(tx)?;
            Ok(Arc::clone(&together))
        });
        written.await.map(drop)
    }

    /// Whom a restriction, or its end, is told.
    pub(crate) async fn tasks_of_restricting(
        self: &Arc<Self>,
        access: &Access,
        person: PersonId,
        record: Option<RecordId>,
        how: Changed,
    ) -> Result<Vec<Ready>, Fault> {
        let change = match record {
            Some(record) => {
                let kind = self.policy(self.row(access, record).await?.policy).await?.kind;
                Change::of(how, record, (kind, None))
            }
            None => Change::of_all(how),
        };
        self.to_tell(access, person, &change).await
    }

    /// Notes that the person has been told that a restriction ends (Art. 18(3)).
    ///
    /// # Errors
    /// `Conflict` when there is no such restriction.
    pub async fn tell_of_end(
        &self,
        access: &Access,
        person: PersonId,
        record: Option<RecordId>,
        told: Told,
    ) -> Result<Timestamp, Fault> {
        access.demand(&[Action::DecideRequests])?;
        let known = self.restriction(access, person, record).await?.ok_or_else(no_restriction)?;
        let now = self.now();
        let ends = match told {
            Told::Directly => now,
            Told::OnOwnPage => now + SignedDuration::from_hours(24 * SHOWN_DAYS),
        };
        let ends = known.ends.map_or(ends, |earlier| earlier.min(ends));
        let traced = self.trail_of(access, person, "tell-end-of-restriction").await?;
        let limit = Limit {
            told_ms: Some(ends.as_millisecond()),
            ..limit(person, record, known.ground, known.since.as_millisecond())
        };
        self.store
            .write(move |tx| {
                let whole = limit.record.is_none()
                    && persons::get(tx, person)?.is_some_and(|person| person.restricted);
                // Ended by the person meanwhile: then there is nothing to tell.
                match whole {
                    true => limits::put(tx, &limit)?,
                    false => _ = limits::change(tx, &limit)?,
                }
                traced.write(tx)
            })
            .await?;
        Ok(ends)
    }

    /// The restrictions of a person's data.
    ///
    /// # Errors
    /// `NotFound` when the access does not reach the person, or there is none.
    pub async fn restrictions(
        &self,
        access: &Access,
        person: PersonId,
    ) -> Result<Vec<Restriction>, Fault> {
        access.demand(OPENING)?;
        let known = self.person(access, person).await?;
        let limits = self.store.read(move |tx| limits::of_person(tx, person)).await?;
        let of_purposes = |limit: &Limit| limit.purpose.is_none();
        let mut all: Vec<Restriction> =
            limits.into_iter().filter(of_purposes).map(Restriction::from).collect();
        // Restricted before there were grounds.
        if known.restricted && !all.iter().any(|one| one.record.is_none()) {
            let ground = RestrictionGround::Accuracy;
            all.insert(0, limit(person, None, ground, known.created_ms).into());
        }
        Ok(all)
    }

    /// The restriction of just this; `None` when there is none.
    pub(crate) async fn restriction(
        &self,
        access: &Access,
        person: PersonId,
        record: Option<RecordId>,
    ) -> Result<Option<Restriction>, Fault> {
        let all = self.restrictions(access, person).await?;
        Ok(all.into_iter().find(|one| one.record == record))
    }
}

/// There is nothing to end.
pub(crate) fn no_restriction() -> Fault {
    Fault::new(FaultKind::Conflict, "fault-restriction-none")
}
