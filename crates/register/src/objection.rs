//! Objecting (Art. 21): a person closes one purpose. Direct marketing and research end at once and
//! until the person says otherwise, whoever consents to what meanwhile; other purposes that rest on
//! a public task or on legitimate interests stay closed until the objection is decided.

use std::collections::BTreeMap;
use std::sync::Arc;

use seloste_kernel::{Actor, Exit, Fault, FaultKind, PersonId, Sensitive, Timestamp};
use seloste_notice::model::{Basis, Purpose};
use seloste_store::Tx;
use seloste_store::tables::limits::{self, Limit};
use seloste_store::tables::{accesses, persons, records};

use crate::access::{Action, OPENING, not_allowed, not_found};
use crate::addresses::canonical;
use crate::rollback::note_erasures;
use crate::telling::{Change, Changed, write_all};
use crate::trail::Subject;
use crate::{Access, Engine};

/// The key of the refusal of a purpose that the person has closed.
const CLOSED: &str = "fault-objected";

/// Closed by the person for good.
pub(crate) const FOR_GOOD: &str = "for-good";
/// Closed because an address is on the list.
pub(crate) const LISTED: &str = "listed";
/// Closed until the objection is decided.
pub(crate) const WAITING: &str = "waiting";
/// Closed because the objection was upheld.
pub(crate) const UPHELD: &str = "upheld";

/// So many objections are looked at in one step.
const STEP: i64 = 500;

/// What was being opened in the moment of the objection is no breach, in milliseconds.
const MOMENT_MS: i64 = 1_000;

/// Whether a purpose may be objected to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Objectable {
    /// At any time and without reasons (Art. 21(2)).
    ForGood,
    /// Interests are weighed (Art. 21(1)).
    Weighed,
    /// Not at all: the basis is another, and so are the rights.
    No,
}

/// Whether this purpose may be objected to.
pub fn objectable(purpose: &Purpose) -> Objectable {
    match (&purpose.usage, purpose.basis) {
        (Some(_), _) => Objectable::ForGood,
        (None, Some(Basis::PublicTask | Basis::LegitimateInterests)) => Objectable::Weighed,
        _ => Objectable::No,
    }
}

/// How it stands with an objection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standpoint {
    /// The person closed the purpose; nobody else opens it.
    ForGood,
    /// An address of the person is on the list of those that are closed.
    Listed,
    /// It has not been decided; the purpose is closed meanwhile.
    Waiting,
    /// It was upheld.
    Upheld,
}

/// One purpose that a person has closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Objection {
    /// Which purpose.
    pub purpose: String,
    /// How it stands.
    pub standpoint: Standpoint,
    /// Since when.
    pub since: Timestamp,
}

/// Whether a refusal says that the person has closed the purpose.
pub fn is_objected(fault: &Fault) -> bool {
    fault.key() == CLOSED
}

/// The refusal of a purpose that the person has closed.
pub(crate) fn objected(access: &Access) -> Fault {
    Fault::new(FaultKind::Restricted, CLOSED).with("purpose", &access.purpose)
}

fn standpoint(why: &str) -> Standpoint {
    match why {
        WAITING => Standpoint::Waiting,
        UPHELD => Standpoint::Upheld,
        LISTED => Standpoint::Listed,
        _ => Standpoint::ForGood,
    }
}

/// What is left behind beside the erasures when somebody closes a purpose.
pub(crate) fn mark(why: &str, person: PersonId, purpose: &str) -> Vec<u8> {
    [b"objected ".as_slice(), why.as_bytes(), b" ", person.as_bytes(), purpose.as_bytes()].concat()
}

pub(crate) fn limit(person: PersonId, purpose: &str, why: &str, since_ms: i64) -> Limit {
    let (purpose, why) = (Some(purpose.to_owned()), why.to_owned());
    Limit { person, record: None, purpose, why, since_ms, told_ms: None }
}

impl Engine {
    /// Closes a purpose to everybody, for this person. Direct marketing and research for good, and
    /// with them every address of the person; another purpose until it is decided. Doing it again
    /// does nothing.
    ///
    /// # Errors
    /// `NotFound` when the access does not reach the person, or the notice has no such purpose;
    /// `Conflict` for a purpose on another basis, saying which right fits; when the folder of keys
    /// cannot be written.
    pub async fn object(
        self: &Arc<Self>,
        access: &Access,
        person: PersonId,
        purpose: &str,
    ) -> Result<Objection, Fault> {
        access.demand(&[Action::Amend, Action::DecideRequests])?;
        self.person(access, person).await?;
        let declared = access.register.notice.purpose(purpose).ok_or_else(not_found)?;
        let now = self.now();
        let why = match objectable(declared) {
            Objectable::ForGood => FOR_GOOD,
            Objectable::Weighed => WAITING,
            Objectable::No => return Err(other_right(declared)),
        };
        let known = self.objections(access, person).await?;
        let known = known.into_iter().find(|objection| objection.purpose == purpose);
        // An address on the list closes the purpose; that the person does so too must be kept.
        if let Some(known) = known.filter(|known| known.standpoint != Standpoint::Listed) {
            return Ok(known);
        }
        let together = Arc::new(self.keep_from_erasing().await);
        self.leave_past(mark(why, person, purpose)).await?;
        if let Some(usage) = &declared.usage {
            self.close_all(usage, self.addresses_of(person).await?).await?;
        }
        // Marketing ends with those, too, who received data for it; others did what they were asked to.
        let tasks = match &declared.usage {
            Some(_) => {
                let change = Change::of_purpose(Changed::Objected, purpose);
                Arc::new(self.to_tell(access, person, &change).await?)
            }
            None => Arc::default(),
        };
        let traced = self.trail_of(access, person, "object").await?;
        let list = self.keyring.erasure_count();
        let limit = limit(person, purpose, why, now.as_millisecond());
        // The lock comes back with the result, after the commit.
        self.write_surely(move |tx| {
            persons::get(tx, person)?.ok_or_else(not_found)?;
            limits::put(tx, &limit)?;
            note_erasures(tx, list)?;
            write_all(tx, &tasks)?;
            traced.write(tx)?;
            Ok(Arc::clone(&together))
        })
        .await?;
        let standpoint = standpoint(why);
        Ok(Objection { purpose: purpose.to_owned(), standpoint, since: now })
    }

    /// The organisation's decision on an objection that is weighed: upheld, the purpose stays
    /// closed; refused, it opens again, and the person is to be told why.
    ///
    /// # Errors
    /// `Conflict` when there is none that waits, or only the person may end it.
    pub async fn decide_objection(
        self: &Arc<Self>,
        access: &Access,
        person: PersonId,
        purpose: &str,
        upheld: bool,
    ) -> Result<(), Fault> {
        access.demand(&[Action::DecideRequests])?;
        self.person(access, person).await?;
        if matches!(access.actor, Actor::Person(_)) {
            return Err(not_allowed(access.action, &access.purpose));
        }
        let known = self.objections(access, person).await?;
        let known = known.into_iter().find(|objection| objection.purpose == purpose);
        match known.map(|objection| objection.standpoint) {
            Some(Standpoint::Waiting) => {}
            Some(Standpoint::ForGood | Standpoint::Listed) => {
                return Err(Fault::new(FaultKind::Conflict, "fault-objection-for-good"));
            }
            _ => return Err(Fault::new(FaultKind::Conflict, "fault-objection-decided")),
        }
        if upheld {
            self.leave_past(mark(UPHELD, person, purpose)).await?;
        }
        let action = if upheld { "uphold-objection" } else { "refuse-objection" };
        let traced = self.trail_of(access, person, action).await?;
        let limit = limit(person, purpose, UPHELD, self.now().as_millisecond());
        self.store
            .write(move |tx| {
                // Taken back by the person meanwhile: then there is nothing to decide.
                match upheld {
                    true => limits::change(tx, &limit)?,
                    false => limits::end(tx, person, None, limit.purpose.as_deref())?,
                };
                traced.write(tx)
            })
            .await
    }

    /// The person takes an objection back; whether there was one. `proven` is the mail address
    /// that they have just shown to be theirs: only that one is opened again.
    ///
    /// # Errors
    /// `Forbidden` for anybody but the person, and where a mail address of theirs is closed that
    /// they have not shown to be theirs.
    pub async fn lift_objection(
        self: &Arc<Self>,
        access: &Access,
        person: PersonId,
        purpose: &str,
        proven: Option<&Sensitive<String>>,
    ) -> Result<bool, Fault> {
        access.demand(&[Action::Amend])?;
        self.person(access, person).await?;
        if access.actor != Actor::Person(person) {
            return Err(Fault::new(FaultKind::Forbidden, "fault-objection-for-good"));
        }
        let known = self.objections(access, person).await?;
        if !known.iter().any(|objection| objection.purpose == purpose) {
            return Ok(false);
        }
        let together = Arc::new(self.keep_from_erasing().await);
        let usage = access.register.notice.purpose(purpose).and_then(|known| known.usage.clone());
        if let Some(usage) = usage {
            let proven = proven.map(|value| canonical(value.expose(Exit::Decision)));
            self.open_again(person, usage, proven.unwrap_or_default()).await?;
        }
        let traced = self.trail_of(access, person, "lift-objection").await?;
        let (purpose, list) = (purpose.to_owned(), self.keyring.erasure_count());
        let written = self.write_surely(move |tx| {
            let ended = limits::end(tx, person, None, Some(&purpose))?;
            note_erasures(tx, list)?;
            traced.write(tx)?;
            Ok((ended, Arc::clone(&together)))
        });
        Ok(written.await?.0)
    }

    /// Opens the address that the person has shown to be theirs. Somebody who only wrote another's
    /// address into a form must not open it.
    async fn open_again(
        self: &Arc<Self>,
        person: PersonId,
        usage: String,
        proven: Vec<String>,
    ) -> Result<(), Fault> {
        let mut closed = self.addresses_of(person).await?;
        closed.retain(|address| self.keyring.is_closed(&usage, address));
        let (theirs, others): (Vec<_>, Vec<_>) =
            closed.into_iter().partition(|address| proven.contains(address));
        if others.iter().any(|address| address.contains('@')) {
            return Err(Fault::new(FaultKind::Forbidden, "fault-objection-mailbox"));
        }
        let engine = Arc::clone(self);
        let opening = move || {
            theirs.iter().try_for_each(|address| engine.keyring.open_address(&usage, address))
        };
        tokio::task::spawn_blocking(opening).await.map_err(Fault::internal)?
    }

    /// The purposes that are closed to a person.
    ///
    /// # Errors
    /// `NotFound` when the access does not reach the person.
    pub async fn objections(
        &self,
        access: &Access,
        person: PersonId,
    ) -> Result<Vec<Objection>, Fault> {
        access.demand(OPENING)?;
        self.person(access, person).await?;
        let limits = self.store.read(move |tx| limits::of_person(tx, person)).await?;
        let objection = |limit: Limit| {
            Some(Objection {
                purpose: limit.purpose?,
                standpoint: standpoint(&limit.why),
                since: Timestamp::from_millisecond(limit.since_ms).unwrap_or_default(),
            })
        };
        Ok(limits.into_iter().filter_map(objection).collect())
    }

    /// The entry of something done about a person, told by the oldest record that they have.
    pub(crate) async fn trail_of(
        &self,
        access: &Access,
        person: PersonId,
        action: &str,
    ) -> Result<crate::trail::Traced, Fault> {
        let oldest = self.store.read(move |tx| records::of_person(tx, person, None, 1)).await?;
        let row = oldest.into_iter().next().ok_or_else(not_found)?;
        let key = self.keyring.key(row.key)?;
        let subject = Subject { person, records: &[row.id], key: &key };
        self.trail(access, action, "", Some(subject), 1)
    }

    /// Before people are erased: the addresses of those who closed a use go on the list, also
    /// those that they gave after objecting.
    pub(crate) async fn close_addresses_of(
        self: &Arc<Self>,
        people: Vec<PersonId>,
    ) -> Result<(), Fault> {
        let found = self.store.read(move |tx| closed_purposes(tx, &people)).await?;
        for (person, register, purposes) in found {
            let notice = &self.register(&register)?.notice;
            let uses = purposes.iter().filter_map(|name| notice.purpose(name)?.usage.as_ref());
            for usage in uses {
                self.close_all(usage, self.addresses_of(person).await?).await?;
            }
        }
        Ok(())
    }

    /// How often, by purpose, somebody's data were opened for a purpose that they had closed.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn uses_after_objection(
        &self,
        register: &str,
    ) -> Result<BTreeMap<String, u64>, Fault> {
        let (mut counts, mut last) = (BTreeMap::new(), None::<Limit>);
        loop {
            let after = last.clone();
            let register = register.to_owned();
            let step = move |tx: &mut Tx| {
                let limits = limits::of_purposes(tx, after.as_ref(), STEP)?;
                let uses: Vec<(String, u64)> = limits
                    .iter()
                    .filter_map(|limit| used_after(tx, &register, limit).transpose())
                    .collect::<Result<_, _>>()?;
                Ok((limits.last().cloned(), uses))
            };
            let (next, uses) = self.store.read(step).await?;
            for (purpose, count) in uses {
                *counts.entry(purpose).or_default() += count;
            }
            if next.is_none() {
                return Ok(counts);
            }
            last = next;
        }
    }
}

fn used_after(tx: &mut Tx, register: &str, limit: &Limit) -> Result<Option<(String, u64)>, Fault> {
    let Some(purpose) = &limit.purpose else { return Ok(None) };
    let ours = persons::get(tx, limit.person)?.is_some_and(|person| person.register == register);
    if !ours {
        return Ok(None);
    }
    let after = limit.since_ms + MOMENT_MS;
    Ok(Some((purpose.clone(), accesses::opened_since(tx, limit.person, purpose, after)?)))
}

/// Of these people those who have closed purposes, with their register and the purposes.
fn closed_purposes(
    tx: &mut Tx,
    people: &[PersonId],
) -> Result<Vec<(PersonId, String, Vec<String>)>, Fault> {
    let mut found = Vec::new();
    for person in people {
        let limits = limits::of_person(tx, *person)?;
        let purposes: Vec<String> = limits.into_iter().filter_map(|limit| limit.purpose).collect();
        if purposes.is_empty() {
            continue;
        }
        if let Some(known) = persons::get(tx, *person)? {
            found.push((*person, known.register, purposes));
        }
    }
    Ok(found)
}

/// Why a purpose cannot be objected to, and what can be done instead.
fn other_right(purpose: &Purpose) -> Fault {
    let key = match purpose.basis {
        Some(Basis::Consent) => "fault-objection-consent",
        Some(Basis::Contract) => "fault-objection-contract",
        Some(Basis::VitalInterests) => "fault-objection-vital",
        _ => "fault-objection-duty",
    };
    Fault::new(FaultKind::Conflict, key).with("purpose", &purpose.name)
}
