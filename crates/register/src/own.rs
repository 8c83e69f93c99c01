//! What people see of their own beside the content of records: which days are coming, what keeps a
//! record beyond its day, what hangs on what, and the secret address of the calendar of those days.

use std::collections::{BTreeMap, BTreeSet};

use seloste_kernel::{Exit, Fault, PersonId, RecordId, Sensitive, Timestamp, ZONE};
use seloste_store::Tx;
use seloste_store::tables::records::RecordRow;
use seloste_store::tables::{commands, holds, records};

use crate::access::{Action, OPENING};
use crate::engine::hex;
use crate::erase::by_restriction;
use crate::once::USED;
use crate::read::{PAGE_RECORDS_MAX, in_force};
use crate::standing::{Standing, restricted_of};
use crate::{Access, Engine, Held, Kinds, Opened, Outcome};

/// That a day's fetch was noted is remembered so long.
const FETCH_NOTED_MS: i64 = 48 * 3_600_000;

/// Bytes of randomness in the address of a calendar.
const FEED_BYTES: usize = 20;

/// What the address of a calendar is for, as it is kept.
const FEED: &[u8] = b"calendar:";

/// The kind of a copy of everything that a person has ordered. It is made of their other records, so
/// it goes with the first of them that goes.
pub const PACKAGE: &str = "rights-package";

/// Copies that one person has at a time; an older one goes when another is ordered.
const COPIES: i64 = 100;

/// A record that will go, without its content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coming {
    /// Which.
    pub record: RecordId,
    /// Its declared kind.
    pub kind: String,
    /// Its state.
    pub state: String,
    /// Its number.
    pub number: Option<i64>,
    /// When it goes at the latest.
    pub due: Timestamp,
}

/// Something that hangs on a record of the person's.
#[derive(Debug, Clone)]
pub enum Hanging {
    /// The person's, or written about them.
    Own(Box<Opened>),
    /// Another person's.
    Others {
        /// The record on which it hangs.
        on: RecordId,
        /// When it came.
        created: Timestamp,
    },
}

impl Engine {
    /// Opens a part of those records of the person on which something hangs. Oldest first, as
    /// [`Engine::some_of`].
    ///
    /// # Errors
    /// As [`Engine::read`].
    pub async fn with_parts(
        &self,
        access: &Access,
        person: PersonId,
        after: Option<RecordId>,
    ) -> Result<(Vec<Opened>, Option<RecordId>), Fault> {
        access.demand(OPENING)?;
        access.reaches(person)?;
        let (limit, now) = (PAGE_RECORDS_MAX, self.now().as_millisecond());
        let rows = self
            .store
            .glance(move |tx| {
                let rows = records::wholes(tx, person, after, limit as i64)?;
                Standing::beside(tx, rows, now)
            })
            .await?;
        let next = (rows.len() == limit).then(|| rows.last().map(|(row, _)| row.id)).flatten();
        let untraced = self.open_rows(access, rows).await?;
        Ok((self.trace(access, access.action.name(), untraced, None).await?, next))
    }

    /// Opens a part of what hangs on these records, in the order of the records and then of age.
    /// What is another person's is named and not opened: it is theirs (Art. 15(4)).
    ///
    /// # Errors
    /// As [`Engine::read`].
    pub async fn hanging(
        &self,
        access: &Access,
        person: PersonId,
        wholes: &[RecordId],
        after: Option<(RecordId, RecordId)>,
    ) -> Result<(Vec<Hanging>, Option<(RecordId, RecordId)>), Fault> {
        access.demand(OPENING)?;
        access.reaches(person)?;
        let (limit, now, wholes) = (PAGE_RECORDS_MAX, self.now().as_millisecond(), wholes.to_vec());
        let rows = self
            .store
            .glance(move |tx| {
                let rows = records::hanging(tx, &wholes, after, limit as i64)?;
                Standing::beside(tx, rows, now)
            })
            .await?;
        let place = |row: &RecordRow| row.thread.map(|whole| (whole, row.id));
        let next = (rows.len() == limit).then(|| rows.last().and_then(|(row, _)| place(row)));
        let mut all = BTreeMap::new();
        let mut own = Vec::new();
        for (row, standing) in rows {
            if row.person == person {
                own.push((row, standing));
            } else if let Some(place) = place(&row) {
                let created = Timestamp::from_millisecond(row.created_ms).unwrap_or_default();
                all.insert(place, Hanging::Others { on: place.0, created });
            }
        }
        let untraced = self.open_rows(access, own).await?;
        for opened in self.trace(access, access.action.name(), untraced, None).await? {
            if let Some(whole) = opened.thread {
                all.insert((whole, opened.id), Hanging::Own(Box::new(opened)));
            }
        }
        Ok((all.into_values().collect(), next.flatten()))
    }

    /// The days on which records of the person go, page by page in the order in which the records
    /// came: later than planned where a ground keeps one, and none where nobody knows its end. Nothing
    /// is opened.
    ///
    /// # Errors
    /// `NotFound` when the access does not reach the person.
    pub async fn coming(
        &self,
        access: &Access,
        person: PersonId,
        after: Option<RecordId>,
    ) -> Result<(Vec<Coming>, Option<RecordId>), Fault> {
        access.demand(OPENING)?;
        access.reaches(person)?;
        let now = self.now().as_millisecond();
        let (rows, held) = self
            .store
            .read(move |tx| {
                let most = PAGE_RECORDS_MAX as i64;
                let rows = records::outlines(tx, person, &Kinds::All, after, most)?;
                let on: Vec<RecordId> = rows.iter().map(|row| row.id).collect();
                Ok((rows, beyond_the_day(tx, person, &on, now)?))
            })
            .await?;
        let next =
            (rows.len() == PAGE_RECORDS_MAX).then(|| rows.last().map(|row| row.id)).flatten();
        let mut coming = Vec::with_capacity(rows.len());
        for row in rows {
            let due = row.due_ms.and_then(|due| Timestamp::from_millisecond(due).ok());
            let held = held.get(&row.id).map_or(&[][..], Vec::as_slice);
            let due = due.and_then(|due| last_day(due, held));
            let Some(due) = due.filter(|due| due.as_millisecond() > now) else { continue };
            let kind = self.policy(row.policy).await?.kind;
            coming.push(Coming { record: row.id, kind, state: row.state, number: row.number, due });
        }
        Ok((coming, next))
    }

    /// What keeps these records of a person beyond their day now, by record: holds, floors of law and
    /// what is restricted.
    ///
    /// # Errors
    /// `NotFound` when the access does not reach the person.
    pub async fn holds_on(
        &self,
        access: &Access,
        person: PersonId,
        on: &[RecordId],
    ) -> Result<BTreeMap<RecordId, Vec<Held>>, Fault> {
        access.demand(OPENING)?;
        access.reaches(person)?;
        let (on, now) = (on.to_vec(), self.now().as_millisecond());
        self.store.glance(move |tx| beyond_the_day(tx, person, &on, now)).await
    }

    /// As [`Engine::holds_on`], of records of anybody.
    ///
    /// # Errors
    /// As [`Engine::holds_on`].
    pub async fn holds_among(
        &self,
        access: &Access,
        among: &[Opened],
    ) -> Result<BTreeMap<RecordId, Vec<Held>>, Fault> {
        access.demand(OPENING)?;
        let mut people = BTreeMap::<PersonId, Vec<RecordId>>::new();
        for one in among {
            access.reaches(one.person)?;
            people.entry(one.person).or_default().push(one.id);
        }
        let now = self.now().as_millisecond();
        let look = move |tx: &mut Tx| {
            let mut all = BTreeMap::new();
            for (person, on) in &people {
                all.extend(beyond_the_day(tx, *person, on, now)?);
            }
            Ok(all)
        };
        self.store.glance(look).await
    }

    /// Makes the secret of an address at which a calendar of the person's coming deletions is
    /// fetched until `expires`; an earlier one becomes void. Shown once; only a keyed digest is
    /// stored, and it goes with the person.
    ///
    /// # Errors
    /// `Forbidden` unless the access opens what is held; otherwise when the store fails.
    pub async fn make_feed(
        &self,
        access: &Access,
        person: PersonId,
        expires: Timestamp,
    ) -> Result<Sensitive<String>, Fault> {
        access.demand(&[Action::Read])?;
        access.reaches(person)?;
        let mut bytes = [0; FEED_BYTES];
        self.random.fill(&mut bytes);
        let secret = hex(&bytes);
        let digest = self.feed_digest(&secret);
        let traced = self.trail(access, "make-calendar", "", None, 1)?;
        let says = [FEED, person.as_bytes().as_slice()].concat();
        self.store
            .write(move |tx| {
                void(tx, person)?;
                let expires = expires.as_millisecond();
                commands::once(tx, digest, Some(person), &says, expires)?;
                traced.write(tx)
            })
            .await?;
        Ok(Sensitive::new(secret))
    }

    /// Whose calendar is fetched with this secret; `None` when it was never made, is void or too
    /// old. The work done does not depend on which.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn feed(&self, secret: &Sensitive<String>) -> Result<Option<PersonId>, Fault> {
        let digest = self.feed_digest(secret.expose(Exit::Decision));
        let now = self.now().as_millisecond();
        let says = self.store.read(move |tx| commands::unexpired(tx, digest, now)).await?;
        Ok(says.as_deref().and_then(|says| says.strip_prefix(FEED)).and_then(PersonId::from_slice))
    }

    /// Notes that the calendar was fetched at its address: at most once a day, so that whoever has
    /// let the address slip can see it, and a program that asks every hour fills nothing.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn note_fetch(
        &self,
        access: &Access,
        person: PersonId,
        secret: &Sensitive<String>,
    ) -> Result<(), Fault> {
        access.reaches(person)?;
        let now = self.now();
        let today = now.in_tz(ZONE).map_err(Fault::internal)?.date();
        let address = self.feed_digest(secret.expose(Exit::Decision));
        let digest = self.use_digest(&address, &format!("fetched {today}"));
        let now_ms = now.as_millisecond();
        if self.store.read(move |tx| commands::unexpired(tx, digest, now_ms)).await?.is_some() {
            return Ok(());
        }
        let traced = self.trail_whole(access, "fetch-calendar", person).await?;
        let ends = now_ms.saturating_add(FETCH_NOTED_MS);
        self.store
            .write(move |tx| match commands::once(tx, digest, None, USED, ends)? {
                None => traced.write(tx),
                Some(_) => Ok(()),
            })
            .await
    }

    /// Whether the person has such an address.
    ///
    /// # Errors
    /// `NotFound` when the access does not reach the person.
    pub async fn has_feed(&self, access: &Access, person: PersonId) -> Result<bool, Fault> {
        access.reaches(person)?;
        let all = self.store.read(move |tx| commands::of_person(tx, person)).await?;
        Ok(all.iter().any(|(_, says)| is_feed(says)))
    }

    /// Makes the address void.
    ///
    /// # Errors
    /// `NotFound` when the access does not reach the person.
    pub async fn end_feed(&self, access: &Access, person: PersonId) -> Result<(), Fault> {
        access.reaches(person)?;
        let traced = self.trail(access, "end-calendar", "", None, 1)?;
        self.store
            .write(move |tx| {
                void(tx, person)?;
                traced.write(tx)
            })
            .await
    }

    /// A name that is the same whenever it is made for this person and this text, and that tells
    /// nothing of either.
    pub fn name_for(&self, person: PersonId, text: &str) -> String {
        let bytes = [person.as_bytes().as_slice(), text.as_bytes()].concat();
        hex(&self.keyring.index_key().digest("", "name for others", &bytes))
    }

    fn feed_digest(&self, secret: &str) -> [u8; 16] {
        self.keyring.index_key().digest("", "calendar address", secret.as_bytes())
    }
}

/// What keeps these records of a person beyond their day.
fn beyond_the_day(
    tx: &mut Tx,
    person: PersonId,
    on: &[RecordId],
    now_ms: i64,
) -> Result<BTreeMap<RecordId, Vec<Held>>, Fault> {
    let mut found = BTreeMap::<RecordId, Vec<Held>>::new();
    for record in on {
        let holds = holds::of_record(tx, person, *record)?;
        for hold in holds.into_iter().filter(|hold| in_force(hold, now_ms)) {
            found.entry(*record).or_default().push(hold.into());
        }
    }
    for row in restricted_of(tx, person, on)? {
        found.entry(row.id).or_default().push(by_restriction(&row).into());
    }
    Ok(found)
}

/// The day on which a record goes that was to go then, with what keeps the whole of it; `None` while
/// nobody knows the end of that.
pub fn last_day(due: Timestamp, held: &[Held]) -> Option<Timestamp> {
    let whole = held.iter().filter(|hold| hold.fields.is_empty());
    whole.map(|hold| hold.until).try_fold(due, |last, until| Some(last.max(until?)))
}

/// Whether what is kept is the address of a calendar.
pub(crate) fn is_feed(says: &[u8]) -> bool {
    says.starts_with(FEED)
}

fn void(tx: &mut Tx, person: PersonId) -> Result<(), Fault> {
    for (id, says) in commands::of_person(tx, person)? {
        if is_feed(&says) {
            commands::take(tx, id, i64::MIN)?;
        }
    }
    Ok(())
}

/// The kinds of copies.
fn copies() -> Kinds {
    Kinds::Only(vec![PACKAGE.to_owned()])
}

/// The copies that a person has.
pub(crate) fn copies_of(tx: &mut Tx, person: PersonId) -> Result<Vec<RecordRow>, Fault> {
    records::of_person_among(tx, person, &copies(), None, COPIES)
}

/// Adds to what goes of a person the copies that were made of it, as they are.
pub(crate) fn copies_along(
    tx: &mut Tx,
    person: PersonId,
    going: &mut Vec<(RecordRow, Outcome)>,
) -> Result<(), Fault> {
    let known: BTreeSet<RecordId> = going.iter().map(|(row, _)| row.id).collect();
    let copies = copies_of(tx, person)?.into_iter().filter(|copy| !known.contains(&copy.id));
    going.extend(copies.map(|copy| (copy, Outcome::Remove)));
    Ok(())
}

/// Adds to what goes of each person the copies that were made of it.
pub(crate) fn take_copies_along(
    tx: &mut Tx,
    planned: &mut BTreeMap<PersonId, BTreeSet<RecordId>>,
) -> Result<(), Fault> {
    for (person, going) in planned {
        let copies = records::outlines(tx, *person, &copies(), None, COPIES)?;
        going.extend(copies.into_iter().map(|copy| copy.id));
    }
    Ok(())
}
