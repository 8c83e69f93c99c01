//! Which holds stand: all of them for the command line, and those of staff page by page.

use seloste_kernel::{Fault, PersonId, RecordId, Timestamp};
use seloste_store::Tx;
use seloste_store::tables::holds::{self, Hold};
use seloste_store::tables::records::{self, RecordRow};

use super::kept::AFTER;
use super::{HOLD, HeldRecord, declared_grounds};
use crate::access::Action;
use crate::{Access, Engine, Kinds, Opened};

/// The list of all shows at most this many.
const LISTED: i64 = 10_000;

/// Records of a person that are looked at in one go.
const PAGE: usize = 100;

/// Where the next page of a list begins.
type Place = (i64, RecordId);

impl Engine {
    /// All holds, oldest first, each with what it keeps.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn holds(&self) -> Result<Vec<HeldRecord>, Fault> {
        let step = |tx: &mut Tx| {
            let all = holds::list(tx, LISTED)?;
            with_rows(tx, all)
        };
        let all = self.store.read(step).await?;
        self.told(all).await
    }

    /// The holds that staff have set and that stand, newest first, with what they keep: a page of them,
    /// and where the next one begins. None of the records is opened.
    ///
    /// # Errors
    /// `Forbidden` for whoever does not decide requests; otherwise when the store fails.
    pub async fn holds_by_hand(
        &self,
        access: &Access,
        before: Option<Place>,
        limit: usize,
    ) -> Result<(Vec<HeldRecord>, Option<Place>), Fault> {
        access.demand(&[Action::DecideRequests])?;
        let notice = &access.register.notice;
        let grounds: Vec<String> =
            declared_grounds(notice).into_iter().map(str::to_owned).collect();
        let now_ms = self.now().as_millisecond();
        let more = i64::try_from(limit + 1).unwrap_or(LISTED);
        let mut all = self
            .store
            .read(move |tx| {
                let all = holds::of_grounds(tx, &grounds, (now_ms, before), more)?;
                with_rows(tx, all)
            })
            .await?;
        let follows = all.len() > limit;
        all.truncate(limit);
        let last = all.last().map(|(_, hold)| (hold.created_ms, hold.record));
        let mut told = self.told(all).await?;
        told.retain(|one| one.register == notice.id);
        Ok((told, last.filter(|_| follows)))
    }

    /// The record that says what the hold of this ground on a record is for, if one does.
    ///
    /// # Errors
    /// `NotFound` when the access does not reach the record.
    pub async fn hold_of(
        &self,
        access: &Access,
        record: RecordId,
        ground: &str,
    ) -> Result<Option<Opened>, Fault> {
        let person = self.row(access, record).await?.person;
        let (kinds, mut after) = (Kinds::Only(vec![HOLD.to_owned()]), None);
        loop {
            let (page, next) = self.some_of(access, person, &kinds, after, PAGE).await?;
            let found = page.into_iter().find(|opened| opened.holds(record, ground));
            if found.is_some() || next.is_none() {
                return Ok(found);
            }
            after = next;
        }
    }

    /// Whose record it is. It is not opened.
    ///
    /// # Errors
    /// `NotFound` when the access does not reach it.
    pub async fn person_of(&self, access: &Access, record: RecordId) -> Result<PersonId, Fault> {
        access.demand(&[Action::DecideRequests])?;
        self.row(access, record).await.map(|row| row.person)
    }

    async fn told(&self, all: Vec<(Option<RecordRow>, Hold)>) -> Result<Vec<HeldRecord>, Fault> {
        let mut told = Vec::with_capacity(all.len());
        for (row, hold) in all {
            // Whatever is gone nothing keeps, and what only waits for the others keeps nothing.
            let Some(row) = row.filter(|_| hold.ground != AFTER) else { continue };
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

fn with_rows(tx: &mut Tx, all: Vec<Hold>) -> Result<Vec<(Option<RecordRow>, Hold)>, Fault> {
    all.into_iter().map(|hold| Ok((records::find(tx, hold.record)?, hold))).collect()
}
