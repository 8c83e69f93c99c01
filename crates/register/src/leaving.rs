//! Leaving: somebody who erases all of their own data may change their mind for as long as the
//! notice says. Meanwhile their data are closed to everybody but their own rights; then they go by
//! the one erasure, and nothing brings them back.

use std::sync::Arc;

use seloste_kernel::{Actor, Fault, FaultKind, PersonId, Timestamp};
use seloste_store::tables::{persons, records};

use crate::access::{Action, not_allowed, not_found};
use crate::trail::Subject;
use crate::{Access, Engine};

/// So many people are let go in one round.
const ROUND: i64 = 100;

impl Engine {
    /// The person wishes to leave: when it will happen. `None` when the notice declares no time
    /// for changing one's mind, and the erasure is to be carried out at once. Wished again it stays
    /// at the day that was told first.
    ///
    /// # Errors
    /// `Forbidden` for anybody but the person; `NotFound` when there is none.
    pub async fn leave(
        self: &Arc<Self>,
        access: &Access,
        person: PersonId,
    ) -> Result<Option<Timestamp>, Fault> {
        let Some(cooling) = access.register.notice.cooling_off() else { return Ok(None) };
        if let Some(already) = self.leaving(access, person).await? {
            return Ok(Some(already));
        }
        let at = cooling.after(self.now());
        self.write_leaving(access, person, Some(at)).await?;
        Ok(Some(at))
    }

    /// The person stays after all; whether there was a wish to call off.
    ///
    /// # Errors
    /// `Forbidden` for anybody but the person; `NotFound` when there is none, or all has gone.
    pub async fn stay(self: &Arc<Self>, access: &Access, person: PersonId) -> Result<bool, Fault> {
        let wished = self.leaving(access, person).await?;
        // Once the time has come it is too late, whether or not it has been carried out.
        if wished.is_none_or(|at| at <= self.now()) {
            return Ok(false);
        }
        self.write_leaving(access, person, None).await?;
        Ok(true)
    }

    /// When everything of the person goes by their own wish.
    ///
    /// # Errors
    /// `NotFound` when there is no such person within reach.
    pub async fn leaving(
        &self,
        access: &Access,
        person: PersonId,
    ) -> Result<Option<Timestamp>, Fault> {
        let known = self.person(access, person).await?;
        Ok(known.leaving_ms.and_then(|ms| Timestamp::from_millisecond(ms).ok()))
    }

    /// People whose time for changing their mind is over; nobody while the clock is in doubt.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn leavers(&self, register: &str) -> Result<Vec<PersonId>, Fault> {
        let Ok(now) = self.trusted_now() else { return Ok(Vec::new()) };
        let (register, now) = (register.to_owned(), now.as_millisecond());
        self.store.read(move |tx| persons::leaving(tx, &register, now, ROUND)).await
    }

    /// What could go of a person who left has gone; what a ground keeps goes by itself later.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn left(&self, person: PersonId) -> Result<(), Fault> {
        self.store
            .write(move |tx| match persons::get(tx, person)? {
                Some(_) => persons::set_leaving(tx, person, None),
                None => Ok(()),
            })
            .await
    }

    async fn write_leaving(
        self: &Arc<Self>,
        access: &Access,
        person: PersonId,
        at: Option<Timestamp>,
    ) -> Result<(), Fault> {
        access.demand(&[Action::Erase])?;
        if access.actor != Actor::Person(person) {
            return Err(not_allowed(access.action, &access.purpose));
        }
        let together = Arc::new(self.keep_from_erasing().await);
        let oldest = self.store.read(move |tx| records::of_person(tx, person, None, 1)).await?;
        let row = oldest.into_iter().next().ok_or_else(not_found)?;
        let key = self.keyring.key(row.key)?;
        let subject = Subject { person, records: &[row.id], key: &key };
        let action = if at.is_some() { "wish-erasure" } else { "call-off-erasure" };
        let traced = self.trail(access, action, "", Some(subject), 1)?;
        let at = at.map(Timestamp::as_millisecond);
        // The lock comes back with the result, after the commit.
        let written = self.write_surely(move |tx| {
            persons::set_leaving(tx, person, at)?;
            traced.write(tx)?;
            Ok(Arc::clone(&together))
        });
        written.await.map(drop).map_err(|fault| match fault.kind() {
            // Erased by somebody else meanwhile.
            FaultKind::NotFound => not_found(),
            _ => fault,
        })
    }
}
