//! Opening records: only those that the access reaches, only the fields that its purpose covers,
//! and only after the ledger has it.

use std::collections::BTreeMap;

use seloste_kernel::{Exit, Fault, FaultKind, Lang, PersonId, RecordId, Sensitive, Timestamp};
pub use seloste_store::tables::records::Part;
use seloste_store::tables::records::{Filter, Order, RecordRow};
use seloste_store::tables::{holds, records};
use serde::{Deserialize, Serialize};

use crate::access::{OPENING, not_found};
use crate::consented::{KEYS, Keys};
use crate::standing::Standing;
use crate::trail::{Subject, Traced};
use crate::{Access, Engine, body};

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
    /// Changes when the record does: expect it in a conditional write.
    pub version: i64,
    /// The notice version that it was written under.
    pub notice_version: i64,
    /// Its fields, by name.
    pub fields: BTreeMap<String, Sensitive<String>>,
    /// Its consents.
    pub consents: Vec<Consent>,
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

impl From<RecordRow> for Waiting {
    fn from(row: RecordRow) -> Self {
        let review = row.review_ms.and_then(|ms| Timestamp::from_millisecond(ms).ok());
        Self { person: row.person, record: row.id, number: row.number, state: row.state, review }
    }
}

impl Query {
    /// Records of this kind, newest first.
    pub fn of(kind: &str) -> Self {
        Self { kind: kind.to_owned(), limit: PAGE_RECORDS_MAX, ..Self::default() }
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
        let now = self.now().as_millisecond();
        // One look at the database for the row and all that decides on opening it.
        let found = self
            .store
            .read(move |tx| {
                let Some(row) = records::find(tx, id)? else { return Ok(None) };
                let standing = Standing::of(tx, &row, now)?;
                Ok(Some((row, standing)))
            })
            .await?;
        let (row, standing) = found.ok_or_else(not_found)?;
        access.reaches(row.person)?;
        let (opened, traced) = self.open_row(access, &row, standing, access.action.name()).await?;
        self.store.write(move |tx| traced.write(tx)).await?;
        Ok(opened)
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
        let rows = self
            .store
            .read(move |tx| records::page(tx, &filter, order, after, limit as i64))
            .await?;
        let next = (rows.len() == limit).then(|| rows.last().map(|row| order.place(row))).flatten();
        let records = self.open_rows(access, rows, access.action.name()).await?;
        Ok(Page { records, next })
    }

    /// Opens everything held on one person, oldest first.
    ///
    /// # Errors
    /// As [`Engine::read`].
    pub async fn all_of(&self, access: &Access, person: PersonId) -> Result<Vec<Opened>, Fault> {
        access.demand(OPENING)?;
        access.reaches(person)?;
        let mut opened = Vec::new();
        let mut after = None;
        loop {
            let rows =
                self.store.read(move |tx| records::of_person(tx, person, after, PAGE)).await?;
            let Some(last) = rows.last().map(|row| row.id) else { return Ok(opened) };
            opened.extend(self.open_rows(access, rows, access.action.name()).await?);
            after = Some(last);
        }
    }

    /// Opens a part of what is held on one person, oldest first: what follows `after`, and where
    /// the next part begins.
    ///
    /// # Errors
    /// As [`Engine::read`].
    pub async fn some_of(
        &self,
        access: &Access,
        person: PersonId,
        after: Option<RecordId>,
        limit: usize,
    ) -> Result<(Vec<Opened>, Option<RecordId>), Fault> {
        access.demand(OPENING)?;
        access.reaches(person)?;
        let limit = limit.clamp(1, PAGE_RECORDS_MAX);
        // One more than asked for tells whether anything follows.
        let wanted = limit as i64 + 1;
        let mut rows =
            self.store.read(move |tx| records::of_person(tx, person, after, wanted)).await?;
        let more = rows.len() > limit;
        rows.truncate(limit);
        let next = rows.last().filter(|_| more).map(|row| row.id);
        Ok((self.open_rows(access, rows, access.action.name()).await?, next))
    }

    /// Which records of a kind are in these states, oldest first, and when each must have been
    /// dealt with. None is opened: ids, states and times only.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn waiting(
        &self,
        register: &str,
        kind: &str,
        states: &[&str],
    ) -> Result<Vec<Waiting>, Fault> {
        let states = states.iter().map(|state| (*state).to_owned()).collect();
        let query = Query { states, ..Query::of(kind) };
        let filter = query.filter(register);
        let (mut waiting, mut after) = (Vec::new(), None);
        loop {
            let filter = filter.clone();
            let rows = self
                .store
                .read(move |tx| records::page(tx, &filter, Order::Oldest, after, PAGE))
                .await?;
            let Some(last) = rows.last().map(|row| (row.created_ms, row.id)) else {
                return Ok(waiting);
            };
            waiting.extend(rows.into_iter().map(Waiting::from));
            after = Some(last);
        }
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
        let (mut found, mut traces, mut examined) = (Vec::new(), Vec::new(), 0);
        let (order, mut after) = (query.order(), query.after);
        let next = 'pages: loop {
            let filter = filter.clone();
            let rows =
                self.store.read(move |tx| records::page(tx, &filter, order, after, PAGE)).await?;
            let Some(last) = rows.last().map(|row| order.place(row)) else { break None };
            for (row, standing) in self.standings(rows).await? {
                examined += 1;
                let place = order.place(&row);
                let listed = self.open_listed(access, &row, standing, "read").await?;
                let Some((opened, traced)) = listed else {
                    continue;
                };
                if wanted(&opened) {
                    found.push(opened);
                    traces.push(traced);
                }
                if found.len() == limit {
                    break 'pages Some(place);
                }
            }
            after = Some(last);
        };
        traces.push(self.trail(access, "search", &query.kind, None, examined)?);
        self.store.write(move |tx| traces.iter().try_for_each(|traced| traced.write(tx))).await?;
        Ok(Page { records: found, next })
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

    /// The row behind an id, if this access reaches it.
    pub(crate) async fn row(&self, access: &Access, id: RecordId) -> Result<RecordRow, Fault> {
        let row = self.store.read(move |tx| records::find(tx, id)).await?.ok_or_else(not_found)?;
        access.reaches(row.person)?;
        if self.policy(row.policy).await?.register != access.register.notice.id {
            return Err(not_found());
        }
        Ok(row)
    }

    async fn open_rows(
        &self,
        access: &Access,
        rows: Vec<RecordRow>,
        action: &str,
    ) -> Result<Vec<Opened>, Fault> {
        let (mut opened, mut traces) =
            (Vec::with_capacity(rows.len()), Vec::with_capacity(rows.len()));
        for (row, standing) in self.standings(rows).await? {
            let listed = self.open_listed(access, &row, standing, action).await?;
            if let Some((one, traced)) = listed {
                opened.push(one);
                traces.push(traced);
            }
        }
        if !traces.is_empty() {
            self.store
                .write(move |tx| traces.iter().try_for_each(|traced| traced.write(tx)))
                .await?;
        }
        Ok(opened)
    }

    /// The rows, each with how it stands now.
    async fn standings(
        &self,
        rows: Vec<RecordRow>,
    ) -> Result<impl Iterator<Item = (RecordRow, Standing)> + Send + use<>, Fault> {
        let now = self.now().as_millisecond();
        self.store
            .read(move |tx| {
                let standings = Standing::of_all(tx, &rows, now)?;
                Ok(rows.into_iter().zip(standings))
            })
            .await
    }

    /// In a list, what is gone, restricted or another register's is left out.
    async fn open_listed(
        &self,
        access: &Access,
        row: &RecordRow,
        standing: Standing,
        action: &str,
    ) -> Result<Option<(Opened, Traced)>, Fault> {
        match self.open_row(access, row, standing, action).await {
            Ok(opened) => Ok(Some(opened)),
            Err(fault)
                if matches!(
                    fault.kind(),
                    FaultKind::Gone | FaultKind::Restricted | FaultKind::NotFound
                ) =>
            {
                Ok(None)
            }
            Err(fault) => Err(fault),
        }
    }

    /// Decrypts a row. The caller writes the trace before it lets the result go.
    pub(crate) async fn open_row(
        &self,
        access: &Access,
        row: &RecordRow,
        standing: Standing,
        action: &str,
    ) -> Result<(Opened, Traced), Fault> {
        let policy = self.policy(row.policy).await?;
        if policy.register != access.register.notice.id {
            return Err(not_found());
        }
        standing.admits(access)?;
        let written = self.version(&policy).await?;
        let cells = body::decode(&row.body)?;
        let keys = Keys::of(&self.keyring, row, &cells)?;
        let (mut fields, mut consents) = (BTreeMap::new(), Vec::new());
        for (name, cell) in cells {
            if name == RECEIPT
                || name == KEYS
                || (name != CONSENTS && !access.opens(&policy.kind, &name))
            {
                continue;
            }
            let place = written.place(&policy.kind, &name, row.person, row.id);
            let key = keys.field(&written, &policy.kind, &name)?;
            let text = body::open(&key, &place, &cell)?;
            if name == CONSENTS {
                consents = read_consents(&text)?;
            } else {
                fields.insert(name, text);
            }
        }
        let traced = self.trail(
            access,
            action,
            &policy.kind,
            Some(Subject { person: row.person, record: row.id, key: &keys.main }),
            1,
        )?;
        let moment = |ms| Timestamp::from_millisecond(ms).unwrap_or_default();
        let opened = Opened {
            person: row.person,
            id: row.id,
            kind: policy.kind,
            state: row.state.clone(),
            thread: row.thread,
            number: row.number,
            created: moment(row.created_ms),
            updated: moment(row.updated_ms),
            due: row.due_ms.map(moment),
            review: row.review_ms.map(moment),
            version: row.version,
            notice_version: policy.notice_version,
            fields,
            consents,
        };
        Ok((opened, traced))
    }

    /// Refuses a record that may not be opened, and so not be changed either.
    pub(crate) async fn refuse_gone_or_restricted(
        &self,
        access: &Access,
        row: &RecordRow,
    ) -> Result<(), Fault> {
        let (row, now) = (row.clone(), self.now().as_millisecond());
        self.store.read(move |tx| Standing::of(tx, &row, now)).await?.admits(access)
    }
}

/// The consents as they lie in their cell.
pub(crate) fn read_consents(text: &Sensitive<String>) -> Result<Vec<Consent>, Fault> {
    serde_json::from_str(text.expose(Exit::Decision)).map_err(Fault::internal)
}

/// Whether a hold keeps its record, or a field of it, at this moment. A field's hold keeps the
/// whole record: rather too much than what a law wants kept is lost.
pub(crate) fn in_force(hold: &holds::Hold, now_ms: i64) -> bool {
    hold.until_ms.is_none_or(|until| until > now_ms)
}
