//! Leaving: somebody who erases all of their own data may change their mind for as long as the
//! notice says. Meanwhile their data are closed to everybody but their own rights; then they go by
//! the one erasure, and nothing brings them back.
//!
//! Wishes and changes of mind are on the erasure list as well, as keyed hashes: a backup from before
//! is not to forget a wish, nor to bring back one that was called off.

use std::sync::Arc;

use seloste_kernel::{Actor, Fault, FaultKind, PersonId, Timestamp};
use seloste_store::Tx;
use seloste_store::tables::persons;

use crate::access::{Action, not_allowed, not_found};
use crate::keyring::{Keyring, day_of};
use crate::restore::restoring;
use crate::{Access, Engine, Register};

/// So many minutes has a day.
const MINUTES: i64 = 24 * 60;

/// People looked at in one step.
const STEP: i64 = 500;

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
        self.turn(access, person, Some(at)).await?;
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
        self.turn(access, person, None).await?;
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
    /// `Forbidden` for an access that does not erase; otherwise when the store fails.
    pub async fn left(&self, access: &Access, person: PersonId) -> Result<(), Fault> {
        access.demand(&[Action::Erase])?;
        access.reaches(person)?;
        let traced = self.trail_whole(access, "wish-carried-out", person).await?;
        self.write_surely(move |tx| match persons::get(tx, person)? {
            Some(known) if known.leaving_ms.is_some() => {
                persons::set_leaving(tx, person, None)?;
                traced.write(tx)
            }
            _ => Ok(()),
        })
        .await
    }

    /// One turn of the person's, to its end also when they no longer wait for it. On the erasure
    /// list what spares is noted first and what lets go last: whatever fails or ends in between,
    /// no restored backup lets somebody go whose wish was not taken.
    async fn turn(
        self: &Arc<Self>,
        access: &Access,
        person: PersonId,
        at: Option<Timestamp>,
    ) -> Result<(), Fault> {
        access.demand(&[Action::Erase])?;
        if access.actor != Actor::Person(person) {
            return Err(not_allowed(access.action, &access.purpose));
        }
        let (engine, access) = (Arc::clone(self), access.clone());
        let task = tokio::spawn(async move {
            // Alone: the list and the database have turns in the same order.
            let _alone = engine.alone().await;
            if at.is_none() {
                engine.note_turn(person, false).await?;
                return engine.write_leaving(&access, person, None).await;
            }
            engine.write_leaving(&access, person, at).await?;
            let noted = engine.note_turn(person, true).await;
            if noted.is_err() {
                engine.write_leaving(&access, person, None).await?;
            }
            noted
        });
        task.await.map_err(Fault::internal)?
    }

    async fn write_leaving(
        &self,
        access: &Access,
        person: PersonId,
        at: Option<Timestamp>,
    ) -> Result<(), Fault> {
        let traced = self.trail_whole(access, wish_word(at.is_some()), person).await?;
        let at = at.map(Timestamp::as_millisecond);
        let written = self.write_surely(move |tx| {
            persons::set_leaving(tx, person, at)?;
            traced.write(tx)
        });
        written.await.map_err(|fault| match fault.kind() {
            // Erased by somebody else meanwhile.
            FaultKind::NotFound => not_found(),
            _ => fault,
        })
    }

    /// Writes on the erasure list that the person wished to go, and in which minute, or changed their
    /// mind.
    async fn note_turn(&self, person: PersonId, wishes: bool) -> Result<(), Fault> {
        let (keyring, now) = (Arc::clone(&self.keyring), self.now());
        let noted = tokio::task::spawn_blocking(move || {
            let day = day_of(now);
            let nth = turns(&keyring, person, day);
            if !wishes {
                return keyring.leave_behind_on(&turn(STAYS, person, nth, 0), day);
            }
            // The minute first: it counts only with the wish.
            keyring.leave_behind_on(&turn(MINUTE, person, nth, minute_of(now)), day)?;
            keyring.leave_behind_on(&turn(LEAVES, person, nth, 0), day)
        });
        noted.await.map_err(Fault::internal)?
    }

    /// After a backup of that moment was put back: whoever wished to go since goes, and whoever
    /// changed their mind since stays; says of how many the backup knew otherwise.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn wish_again(&self, made: Timestamp) -> Result<u64, Fault> {
        let (first, last) = (day_of(made), day_of(self.now()));
        let mut changed = 0;
        for register in self.registers() {
            let access = Access::of_engine(Arc::clone(&register), restoring());
            let mut after: Option<PersonId> = None;
            loop {
                let name = register.notice.id.clone();
                let step = move |tx: &mut Tx| persons::list(tx, &name, after, STEP);
                let found = self.store.read(step).await?;
                let Some(end) = found.last() else { break };
                after = Some(end.id);
                for person in found {
                    let wish = (first..=last).rev().find_map(|day| self.last_turn(person.id, day));
                    let Some(wish) = wish else { continue };
                    let at = wish.map(|wish| leaves_at(&register, wish).as_millisecond());
                    // The backup's own moment is the exact one.
                    let same = match (at, person.leaving_ms) {
                        (Some(at), Some(known)) => at.abs_diff(known) <= 60_000,
                        (at, known) => at == known,
                    };
                    if !same {
                        let (id, word) = (person.id, wish_word(at.is_some()));
                        let traced = self.trail_whole(&access, word, id).await?;
                        let write = move |tx: &mut Tx| {
                            persons::set_leaving(tx, id, at)?;
                            traced.write(tx)
                        };
                        self.write_surely(write).await?;
                        changed += 1;
                    }
                }
            }
        }
        Ok(changed)
    }

    /// The last turn of that day, if there was one: when the person wished to go, or that they
    /// stay. The wish's minute has wholly passed at the moment given: nobody goes before their time.
    fn last_turn(&self, person: PersonId, day: i32) -> Option<Option<Timestamp>> {
        let nth = turns(&self.keyring, person, day).checked_sub(1)?;
        if !self.keyring.was_left_behind_on(&turn(LEAVES, person, nth, 0), day) {
            return Some(None);
        }
        let wished = |minute: &i64| {
            self.keyring.was_left_behind_on(&turn(MINUTE, person, nth, *minute), day)
        };
        let minute = (0..MINUTES).rev().find(wished).unwrap_or(MINUTES - 1);
        let seconds = (i64::from(day) * MINUTES + minute + 1) * 60;
        Some(Timestamp::from_second(seconds).ok())
    }
}

/// As the ledger tells a turn.
const fn wish_word(leaves: bool) -> &'static str {
    if leaves { "wish-erasure" } else { "call-off-erasure" }
}

/// Words of the list.
const LEAVES: &str = "leaves";
const STAYS: &str = "stays";
const MINUTE: &str = "leaves in minute";

/// What stands for a turn on the list, which hashes it.
fn turn(word: &str, person: PersonId, nth: u32, minute: i64) -> Vec<u8> {
    let number = [nth.to_be_bytes().as_slice(), &minute.to_be_bytes()].concat();
    [word.as_bytes(), person.as_bytes(), &number].concat()
}

/// How often the person turned on that day.
fn turns(keyring: &Keyring, person: PersonId, day: i32) -> u32 {
    let noted = |word: &str, nth: u32| keyring.was_left_behind_on(&turn(word, person, nth, 0), day);
    (0..u32::MAX).find(|nth| !noted(LEAVES, *nth) && !noted(STAYS, *nth)).unwrap_or(u32::MAX)
}

/// Which minute of its day a moment lies in.
fn minute_of(at: Timestamp) -> i64 {
    at.as_second().div_euclid(60).rem_euclid(MINUTES)
}

/// When whoever wished it at this moment goes.
fn leaves_at(register: &Register, wished: Timestamp) -> Timestamp {
    register.notice.cooling_off().map_or(wished, |cooling| cooling.after(wished))
}
