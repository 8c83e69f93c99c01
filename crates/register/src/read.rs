//! Finding records and giving them out: only those that the access reaches, and only after the
//! ledger has it. How a row is opened is in `open.rs`.

use std::collections::BTreeMap;

use seloste_kernel::{Exit, Fault, FaultKind, Lang, PersonId, RecordId, Sensitive, Timestamp};
use seloste_store::Tx;
use seloste_store::tables::records::{Filter, Order, Outline, RecordRow};
pub use seloste_store::tables::records::{Kinds, Part};
use seloste_store::tables::{holds, records};
use serde::{Deserialize, Serialize};

use crate::access::{OPENING, not_found};
use crate::automated::Automated;
use crate::engine::lookup_name;
use crate::standing::Standing;
use crate::{Access, Engine};

/// The hidden field in which a record's consents lie.
pub(crate) const CONSENTS: &str = "_consents";

/// The hidden field with the digest of a record's receipt code.
pub(crate) const RECEIPT: &str = "_receipt";

/// One page holds at most this many records.
pub const PAGE_RECORDS_MAX: usize = 100;

const PAGE: i64 = PAGE_RECORDS_MAX as i64;

/// One consent as it was given; when, tells the record's time of writing (Art. 7(1)).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consent {
    /// For which purpose.
    pub purpose: String,
    /// Under which version of the notice, whose text says what was asked.
    pub notice_version: i64,
    /// In which language it was asked.
    pub lang: Lang,
    /// SHA-256 of the sentence that was agreed to, in hexadecimal; the version has the sentence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sha256: Option<String>,
    /// When it was withdrawn, in milliseconds. It is kept beside those that stand as long as the
    /// record is, to show what was asked and agreed to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withdrawn_ms: Option<i64>,
    /// Of its end only the day is known, and the moment is its noon: the erasure list told of it, after
    /// an older backup was put back.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub by_day: bool,
    /// The fields that its end took out of the record.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub took: Vec<String>,
}

/// An opened record: what this access may see of it.
#[derive(Debug, Clone)]
pub struct Opened {
    /// Whose.
    pub person: PersonId,
    /// Which.
    pub id: RecordId,
    /// Its declared kind.
    pub kind: String,
    /// Its state.
    pub state: String,
    /// The record that it hangs on.
    pub thread: Option<RecordId>,
    /// Its number.
    pub number: Option<i64>,
    /// When it was written.
    pub created: Timestamp,
    /// When it was last changed.
    pub updated: Timestamp,
    /// When it goes.
    pub due: Option<Timestamp>,
    /// When its criterion is looked at.
    pub review: Option<Timestamp>,
    /// Since when nothing but a ground keeps it (Art. 17(3)): what the ground does not keep has
    /// gone, and the rest goes by itself when the ground ends.
    pub asked: Option<Timestamp>,
    /// Changes when the record does: expect it in a conditional write.
    pub version: i64,
    /// The notice version that it was written under.
    pub notice_version: i64,
    /// Its fields, by name. For the person's rights also the value that a field had when it was held
    /// (Art. 17(3)), under that name after [`crate::WAS`].
    pub fields: BTreeMap<String, Sensitive<String>>,
    /// Its consents that stand.
    pub consents: Vec<Consent>,
    /// Its consents that were withdrawn.
    pub withdrawn: Vec<Consent>,
    /// Which of its fields hold what a program has decided, and what a human said of it.
    pub automated: BTreeMap<String, Automated>,
}

impl Opened {
    /// The field's value, on its way out through the named door; empty when not given or not
    /// opened.
    pub fn text(&self, field: &str, exit: Exit) -> &str {
        self.fields.get(field).map_or("", |value| value.expose(exit).as_str())
    }
}

/// Which records are wanted.
#[derive(Debug, Clone, Default)]
pub struct Query {
    /// Of this kind.
    pub kind: String,
    /// In one of these states; empty means any.
    pub states: Vec<String>,
    /// Hanging on this record.
    pub thread: Option<RecordId>,
    /// Written at or after.
    pub from: Option<Timestamp>,
    /// Written before.
    pub until: Option<Timestamp>,
    /// On which a record of this kind hangs that is in this state.
    pub part: Option<(String, String)>,
    /// Oldest first instead of newest first.
    pub oldest_first: bool,
    /// Instead: those first that must be dealt with first.
    pub soonest_first: bool,
    /// Where the previous page ended.
    pub after: Option<(i64, RecordId)>,
    /// At most this many (no more than [`PAGE_RECORDS_MAX`]).
    pub limit: usize,
    /// Of this person.
    pub person: Option<PersonId>,
    /// Of this number.
    pub number: Option<i64>,
    /// Which must have been looked at by this moment.
    pub review_by: Option<Timestamp>,
    /// With this value in a searchable field: [`Engine::looked_up`].
    pub by: Option<LookedUp>,
}

/// A value of a searchable field, as it is looked up: without the value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LookedUp {
    name: String,
    digest: [u8; 16],
}

/// One page of records and where the next begins.
#[derive(Debug, Clone, Default)]
pub struct Page {
    /// The records.
    pub records: Vec<Opened>,
    /// Give this as `after` for more; `None` at the end.
    pub next: Option<(i64, RecordId)>,
}

/// A record that somebody must deal with, unopened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// Whose.
    pub person: PersonId,
    /// Which.
    pub record: RecordId,
    /// Its number.
    pub number: Option<i64>,
    /// Its state.
    pub state: String,
    /// By when.
    pub review: Option<Timestamp>,
}

impl From<Outline> for Waiting {
    fn from(row: Outline) -> Self {
        let review = row.review_ms.and_then(|ms| Timestamp::from_millisecond(ms).ok());
        Self { person: row.person, record: row.id, number: row.number, state: row.state, review }
    }
}

impl Query {
    /// Records of this kind, newest first.
    pub fn of(kind: &str) -> Self {
        Self { kind: kind.to_owned(), limit: PAGE_RECORDS_MAX, ..Self::default() }
    }

    /// Records of this kind in these states, newest first.
    pub fn in_states(kind: &str, states: &[&str]) -> Self {
        let states = states.iter().map(|state| (*state).to_owned()).collect();
        Self { states, ..Self::of(kind) }
    }

    fn filter(&self, register: &str) -> Filter {
        Filter {
            register: register.to_owned(),
            kind: self.kind.clone(),
            states: self.states.clone(),
            thread: self.thread,
            created_from_ms: self.from.map(Timestamp::as_millisecond),
            created_to_ms: self.until.map(Timestamp::as_millisecond),
            part: self.part.clone(),
            person: self.person,
            number: self.number,
            review_to_ms: self.review_by.map(Timestamp::as_millisecond),
            found: self.by.as_ref().map(|by| (by.name.clone(), by.digest)),
        }
    }

    fn order(&self) -> Order {
        match (self.soonest_first, self.oldest_first) {
            (true, _) => Order::Soonest,
            (_, true) => Order::Oldest,
            _ => Order::Newest,
        }
    }
}

impl Engine {
    /// Opens one record.
    ///
    /// # Errors
    /// `NotFound` when there is none or it is not this person's; `Gone` past its last day;
    /// `Restricted` under Art. 18.
    pub async fn read(&self, access: &Access, id: RecordId) -> Result<Opened, Fault> {
        access.demand(OPENING)?;
        let (mut row, mut standing) = self.standing_row(id).await?.ok_or_else(not_found)?;
        let untraced = loop {
            access.reaches(row.person)?;
            match self.open_row(access, &row, standing).await {
                // A part of it was destroyed since it was looked at: then as it is now.
                Err(fault) if fault.kind() == FaultKind::Gone => {
                    let now = self.standing_row(id).await?;
                    let now = now.filter(|(now, _)| now.version != row.version);
                    (row, standing) = now.ok_or(fault)?;
                }
                opened => break opened?,
            }
        };
        let opened = self.trace(access, access.action.name(), vec![untraced], None).await?;
        opened.into_iter().next().ok_or_else(not_found)
    }

    /// One look at the database for a row and all that decides on opening it.
    async fn standing_row(&self, id: RecordId) -> Result<Option<(RecordRow, Standing)>, Fault> {
        let now = self.now().as_millisecond();
        let look = move |tx: &mut Tx| {
            let Some(row) = records::find(tx, id)? else { return Ok(None) };
            let standing = Standing::of(tx, &row, now)?;
            Ok(Some((row, standing)))
        };
        self.store.glance(look).await
    }

    /// Opens a page of records of one kind. Those past their last day or restricted are left out.
    ///
    /// # Errors
    /// As [`Engine::read`].
    pub async fn page(&self, access: &Access, query: &Query) -> Result<Page, Fault> {
        access.demand(OPENING)?;
        let filter = query.filter(&access.register.notice.id);
        let (order, after) = (query.order(), query.after);
        let limit = query.limit.clamp(1, PAGE_RECORDS_MAX);
        let now = self.now().as_millisecond();
        let rows = self
            .store
            .read(move |tx| {
                let rows = records::page(tx, &filter, order, after, limit as i64)?;
                Standing::beside(tx, rows, now)
            })
            .await?;
        let next =
            (rows.len() == limit).then(|| rows.last().map(|(row, _)| order.place(row))).flatten();
        let rows = self.of_value(query, rows).await?;
        let untraced = self.open_rows(access, rows).await?;
        Ok(Page { records: self.trace(access, access.action.name(), untraced, None).await?, next })
    }

    /// Opens everything held on one person, oldest first.
    ///
    /// # Errors
    /// As [`Engine::read`].
    pub async fn all_of(&self, access: &Access, person: PersonId) -> Result<Vec<Opened>, Fault> {
        access.demand(OPENING)?;
        access.reaches(person)?;
        let (mut untraced, mut after) = (Vec::new(), None);
        loop {
            let rows = self.of_person(person, &Kinds::All, after, PAGE_RECORDS_MAX).await?;
            let more = rows.len() == PAGE_RECORDS_MAX;
            after = rows.last().map(|(row, _)| row.id);
            untraced.extend(self.open_rows(access, rows).await?);
            if !more {
                return self.trace(access, access.action.name(), untraced, None).await;
            }
            // Others may go on between the pages of somebody with very much.
            tokio::task::yield_now().await;
        }
    }

    /// Opens a part of what is held on one person, oldest first: what follows `after`, and where
    /// the next part begins. The work is that of the part, however much there is.
    ///
    /// # Errors
    /// As [`Engine::read`].
    pub async fn some_of(
        &self,
        access: &Access,
        person: PersonId,
        kinds: &Kinds,
        after: Option<RecordId>,
        limit: usize,
    ) -> Result<(Vec<Opened>, Option<RecordId>), Fault> {
        access.demand(OPENING)?;
        access.reaches(person)?;
        let limit = limit.clamp(1, PAGE_RECORDS_MAX);
        // One more than asked for tells whether anything follows.
        let mut rows = self.of_person(person, kinds, after, limit + 1).await?;
        let more = rows.len() > limit;
        rows.truncate(limit);
        let next = rows.last().filter(|_| more).map(|(row, _)| row.id);
        let untraced = self.open_rows(access, rows).await?;
        Ok((self.trace(access, access.action.name(), untraced, None).await?, next))
    }

    /// Records of a person, each with how it stands now.
    async fn of_person(
        &self,
        person: PersonId,
        kinds: &Kinds,
        after: Option<RecordId>,
        limit: usize,
    ) -> Result<Vec<(RecordRow, Standing)>, Fault> {
        let (kinds, now) = (kinds.clone(), self.now().as_millisecond());
        self.store
            .glance(move |tx| {
                let rows = records::of_person_among(tx, person, &kinds, after, limit as i64)?;
                Standing::beside(tx, rows, now)
            })
            .await
    }

    /// A value as it is looked up: for [`Query::by`].
    pub fn looked_up(&self, access: &Access, field: &str, value: &str) -> LookedUp {
        LookedUp {
            name: lookup_name(&access.register, field),
            digest: self.digest(&access.register, field, value),
        }
    }

    /// Those rows of a page that really have the value looked for, as [`Engine::find`] asks it.
    async fn of_value(
        &self,
        query: &Query,
        rows: Vec<(RecordRow, Standing)>,
    ) -> Result<Vec<(RecordRow, Standing)>, Fault> {
        let Some(by) = &query.by else { return Ok(rows) };
        let mut genuine = Vec::with_capacity(rows.len());
        for (row, standing) in rows {
            if self.says(&row, &by.name, by.digest).await? {
                genuine.push((row, standing));
            }
        }
        Ok(genuine)
    }

    /// Which records wait, in the query's order, and where the next page begins. None is opened:
    /// ids, states and times only, and nothing else is read, however large the records are.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn waiting(
        &self,
        register: &str,
        query: &Query,
    ) -> Result<(Vec<Waiting>, Option<(i64, RecordId)>), Fault> {
        let (filter, order, after) = (query.filter(register), query.order(), query.after);
        let limit = query.limit.clamp(1, PAGE_RECORDS_MAX);
        let look = move |tx: &mut Tx| records::waiting(tx, &filter, order, after, limit as i64);
        let rows = self.store.read(look).await?;
        let next =
            (rows.len() == limit).then(|| rows.last().map(|row| order.place_of(row))).flatten();
        let mut waiting: Vec<Waiting> = rows.into_iter().map(Waiting::from).collect();
        if let Some(by) = &query.by {
            let found = waiting.iter().map(|one| (one.person, one.record)).collect();
            let genuine = self.genuine(&by.name, by.digest, found).await?;
            waiting.retain(|one| genuine.contains(&(one.person, one.record)));
        }
        Ok((waiting, next))
    }

    /// All of [`Engine::waiting`], page by page: for jobs, not for pages.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn all_waiting(&self, register: &str, query: &Query) -> Result<Vec<Waiting>, Fault> {
        let (mut all, mut query) = (Vec::new(), query.clone());
        query.limit = PAGE_RECORDS_MAX;
        loop {
            let (waiting, next) = self.waiting(register, &query).await?;
            all.extend(waiting);
            if next.is_none() {
                return Ok(all);
            }
            query.after = next;
        }
    }

    /// How many records a query lets through: none is read.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn how_many(&self, register: &str, query: &Query) -> Result<usize, Fault> {
        let filter = query.filter(register);
        let count = self.store.read(move |tx| records::count(tx, &filter)).await?;
        Ok(usize::try_from(count).unwrap_or(0))
    }

    /// How many bytes the content takes of the records that a query lets through: none is read.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn how_large(&self, register: &str, query: &Query) -> Result<u64, Fault> {
        let filter = query.filter(register);
        let bytes = self.store.read(move |tx| records::bytes(tx, &filter)).await?;
        Ok(u64::try_from(bytes).unwrap_or(0))
    }

    /// Opens records of a kind one after the other, without index, and returns those in which
    /// `wanted` holds. Each record shown is logged as read; the search itself as one entry with
    /// the number looked through.
    ///
    /// # Errors
    /// As [`Engine::read`].
    pub async fn search(
        &self,
        access: &Access,
        query: &Query,
        wanted: impl Fn(&Opened) -> bool,
    ) -> Result<Page, Fault> {
        access.demand(OPENING)?;
        let filter = query.filter(&access.register.notice.id);
        let limit = query.limit.clamp(1, PAGE_RECORDS_MAX);
        let (mut found, mut examined) = (Vec::new(), 0);
        let (order, mut after) = (query.order(), query.after);
        let next = 'pages: loop {
            let (filter, now) = (filter.clone(), self.now().as_millisecond());
            let rows = self
                .store
                .read(move |tx| {
                    let rows = records::page(tx, &filter, order, after, PAGE)?;
                    Standing::beside(tx, rows, now)
                })
                .await?;
            let Some(last) = rows.last().map(|(row, _)| order.place(row)) else { break None };
            for (row, standing) in rows {
                examined += 1;
                let listed = self.open_listed(access, &row, standing).await?;
                found.extend(listed.filter(|untraced| wanted(&untraced.opened)));
                if found.len() == limit {
                    break 'pages Some(order.place(&row));
                }
            }
            after = Some(last);
        };
        let search = self.trail(access, "search", &query.kind, None, examined)?;
        Ok(Page { records: self.trace(access, "read", found, Some(search)).await?, next })
    }

    /// How many records of a kind are in each state. Numbers only: no record is opened.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn counts(&self, register: &str, kind: &str) -> Result<BTreeMap<String, i64>, Fault> {
        let (register, kind) = (register.to_owned(), kind.to_owned());
        let counts =
            self.store.read(move |tx| records::count_by_state(tx, &register, &kind)).await?;
        Ok(counts)
    }

    /// The records on which the first of a kind in this state hang, at most so many: none is opened.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn wholes(
        &self,
        register: &str,
        kind: &str,
        state: &str,
        limit: usize,
    ) -> Result<Vec<Waiting>, Fault> {
        let (register, kind, state) = (register.to_owned(), kind.to_owned(), state.to_owned());
        let limit = limit.min(PAGE_RECORDS_MAX) as i64;
        let look = move |tx: &mut Tx| records::wholes_of(tx, (&register, &kind), &state, limit);
        Ok(self.store.read(look).await?.into_iter().map(Waiting::from).collect())
    }

    /// The records of a kind that hang on these, as structure: no record is opened.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn parts(
        &self,
        register: &str,
        kind: &str,
        wholes: &[RecordId],
    ) -> Result<Vec<Part>, Fault> {
        let (register, kind, wholes) = (register.to_owned(), kind.to_owned(), wholes.to_vec());
        self.store.read(move |tx| records::parts(tx, &register, &kind, &wholes)).await
    }

    /// Of which kind a record is: no record is opened. `None` when there is none in the register.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn kind_of(&self, register: &str, id: RecordId) -> Result<Option<String>, Fault> {
        let Some(row) = self.store.glance(move |tx| records::find(tx, id)).await? else {
            return Ok(None);
        };
        let policy = self.policy(row.policy).await?;
        Ok(Some(policy.kind).filter(|_| policy.register == register))
    }

    /// The row behind an id, if this access reaches it.
    pub(crate) async fn row(&self, access: &Access, id: RecordId) -> Result<RecordRow, Fault> {
        let row =
            self.store.glance(move |tx| records::find(tx, id)).await?.ok_or_else(not_found)?;
        access.reaches(row.person)?;
        if self.policy(row.policy).await?.register != access.register.notice.id {
            return Err(not_found());
        }
        Ok(row)
    }
}

/// The consents that stand, as they lie in their cell.
pub(crate) fn read_consents(text: &Sensitive<String>) -> Result<Vec<Consent>, Fault> {
    all_consents(text).map(|(standing, _)| standing)
}

/// The consents of a cell: those that stand, and those that were withdrawn.
pub(crate) fn all_consents(
    text: &Sensitive<String>,
) -> Result<(Vec<Consent>, Vec<Consent>), Fault> {
    let all: Vec<Consent> =
        serde_json::from_str(text.expose(Exit::Decision)).map_err(Fault::internal)?;
    Ok(all.into_iter().partition(|consent| consent.withdrawn_ms.is_none()))
}

/// Whether a hold keeps its record, or fields of it, at this moment.
pub(crate) fn in_force(hold: &holds::Hold, now_ms: i64) -> bool {
    hold.until_ms.is_none_or(|until| until > now_ms)
}
