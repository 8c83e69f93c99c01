//! Writing a new record: only a declared kind, only declared fields, only with the consent that
//! the notice asks for, sealed under the person's own key, with its last day beside it.

use std::collections::BTreeSet;
use std::sync::Arc;

use seloste_kernel::{
    EntryId, Exit, Fault, FaultKind, KeyId, PersonId, RecordId, Sensitive, Timestamp,
};
use seloste_notice::grammar::AT_WRITING;
use seloste_notice::model::{Collect, FieldType, Keep, Source};
use seloste_store::tables::records::RecordRow;
use seloste_store::tables::{commands, counters, lookups, persons, policies, records};
use seloste_vault::PersonKey;

use crate::access::Action;
use crate::addresses::listed;
use crate::automated::Deed;
use crate::change::Changing;
use crate::consented::{Groups, Keys, group, group_of};
use crate::engine::{hex, lookup_name};
use crate::grounds::Grounds;
use crate::jobs;
use crate::read::RECEIPT;
use crate::trail::{Subject, Traced};
use crate::validate::{Fields, Valid, invalid, validate};
use crate::{Access, Collected, Consent, Draft, Engine, Owner, Register, body, totals};

/// At most so many codes open one record.
const CODES: i64 = 8;

impl Engine {
    /// Writes a record; when this returns it is on disk, and so is its ledger entry.
    ///
    /// # Errors
    /// `Invalid` with the field for an undeclared, missing, overlong or malformed field or a
    /// missing consent; `StorageFull`; `NotFound` for another's record; `RefusedByPromise` for what
    /// hangs on a record to whose use no consent stands.
    pub async fn collect(
        self: &Arc<Self>,
        access: &Access,
        owner: Owner,
        draft: Draft,
    ) -> Result<Collected, Fault> {
        let declared = access
            .register
            .notice
            .kind(&draft.kind)
            .ok_or_else(|| undeclared_kind(access, &draft.kind))?;
        access.demand(writers(declared))?;
        let valid = validate(access, declared, &draft)?;
        if draft.left {
            refuse_more_than_is_left(declared, owner, &draft)?;
        }
        let (masked, consents) = (valid.masked, valid.consents.clone());
        let person = match owner {
            Owner::New => PersonId::random(&*self.random),
            Owner::Existing(person) => {
                access.reaches(person)?;
                person
            }
        };
        if let Some(whole) = draft.thread {
            let row = self.row(access, whole).await?;
            self.demand_consent_to_change(access, &row, &draft.kind).await?;
        }
        let receipt = draft.receipt.then(|| self.receipt(draft.command));
        let changing = match &draft.ends {
            Some(_) => Some(self.changing.read().await),
            None => None,
        };
        let ends = self.end_of_whole(access, declared, &draft).await?;
        // A new person cannot be erased before there is one.
        let together = match owner {
            Owner::New => None,
            Owner::Existing(_) => Some(self.keep_from_erasing().await),
        };
        let class = access.register.class_of(&draft.kind).to_owned();
        let key = self.key_for(access, person, &class, owner == Owner::New).await?;
        let id = RecordId::new(&*self.watch, &*self.random);
        let ready =
            self.prepare(access, declared, (person, owner, id, key), draft, valid, receipt).await?;
        let Ready { row, place, digests, traced } = ready;
        let place = Place { ends, ..place };
        let written = self
            .write_together(together, move |tx| write(tx, row, &place, &digests, &traced))
            .await?;
        drop(changing);
        Ok(Collected {
            person: written.person,
            record: written.id,
            receipt: receipt.map(|bytes| Sensitive::new(seloste_vault::receipt::encode(&bytes))),
            number: written.number,
            due: written.due_ms.and_then(|ms| Timestamp::from_millisecond(ms).ok()),
            masked,
            created: Timestamp::from_millisecond(written.created_ms).unwrap_or_default(),
            consents,
        })
    }

    /// What the event that comes with a part means for its whole.
    async fn end_of_whole(
        &self,
        access: &Access,
        declared: &Collect,
        draft: &Draft,
    ) -> Result<Option<Changing>, Fault> {
        let (Some(ending), Some(whole)) = (&draft.ends, draft.thread) else { return Ok(None) };
        let kind = declared.part_of.as_ref().ok_or_else(crate::access::not_found)?;
        self.ending(access, (whole, &kind.value), ending).await.map(Some)
    }

    /// Seals a valid draft: everything that is done before the transaction.
    pub(crate) async fn prepare(
        self: &Arc<Self>,
        access: &Access,
        declared: &Collect,
        (person, owner, id, key): (PersonId, Owner, RecordId, Arc<PersonKey>),
        draft: Draft,
        Valid { mut fields, consents, deed, .. }: Valid,
        receipt: Option<[u8; 16]>,
    ) -> Result<Ready, Fault> {
        let now = self.now();
        let arrived = draft.arrived.map_or(now, |at| at.min(now));
        let (due, review) = due_at_writing(declared, &draft.event, arrived);
        let (due, review) = (due.into_iter().chain(draft.latest).min(), draft.review.or(review));
        let class = access.register.class_of(&draft.kind).to_owned();
        let mut digests = self.digests(&access.register, declared, &fields);
        let codes = self.codes_of(&access.register, owner, receipt, draft.thread.is_some()).await?;
        let found = lookup_name(&access.register, "receipt");
        digests.extend(codes.iter().map(|digest| (found.clone(), *digest)));
        fields.extend(codes_field(&codes));
        fields.extend(deed.mark(access.register.version, now));
        digests.extend(self.references(&access.register, id, &consents));
        let groups = groups(access, declared, &draft, &fields);
        let grounds = Grounds::at_writing(&access.register.notice, declared, &fields, arrived);
        let groups = self.group_keys(&access.register.notice.id, &class, groups).await?;
        let keys = Keys::new(&self.keyring, Arc::clone(&key), groups);
        let body = self.seal_fields(access, &keys, (&draft.kind, person, id), &fields)?;
        let subject = Subject { person, records: &[id], key: &key };
        let action = if draft.left { LEFT } else { Action::Collect.name() };
        let mut traced = self.trail(access, &deed.action(action), &draft.kind, Some(subject), 1)?;
        // The ledger has what was done to the store, the person what it was done for: who writes
        // an answer answers.
        let decides = matches!(deed, Deed::Decides { .. });
        if access.action != Action::ManageUsers && !decides {
            traced.told_as(access.action);
        }
        let row = RecordRow {
            person,
            id,
            policy: 0,
            key: key.id(),
            version: 1,
            state: draft.state,
            thread: draft.thread,
            number: draft.number,
            created_ms: arrived.as_millisecond(),
            updated_ms: now.as_millisecond(),
            due_ms: due.map(Timestamp::as_millisecond),
            review_ms: review.map(Timestamp::as_millisecond),
            body,
        };
        let place = Place {
            closed: self.closed_to(&access.register, declared, &fields),
            register: access.register.notice.id.clone(),
            kind: draft.kind,
            version: access.register.version,
            class,
            groups: keys.groups,
            grounds,
            is_new: owner == Owner::New,
            numbered: draft.numbered,
            command: draft.command,
            part_of: declared.part_of.as_ref().map(|whole| whole.value.clone()),
            shared: declared.shared,
            whole: draft.whole,
            ends: None,
            jobs: draft.jobs,
            consents,
        };
        Ok(Ready { row, place, digests, traced })
    }

    /// The keyed hashes of the codes that open a record: a new one, or those that open what else is
    /// held of the person, for as long as it stays. A part is opened with its whole.
    async fn codes_of(
        &self,
        register: &Register,
        owner: Owner,
        receipt: Option<[u8; 16]>,
        is_part: bool,
    ) -> Result<Vec<[u8; 16]>, Fault> {
        if let Some(receipt) = receipt {
            return Ok(vec![self.receipt_digest(register, &receipt)]);
        }
        let (Owner::Existing(person), false) = (owner, is_part) else { return Ok(Vec::new()) };
        let name = lookup_name(register, "receipt");
        self.store.read(move |tx| lookups::of_person(tx, &name, person, CODES)).await
    }

    /// The keyed hashes under which a record with these fields is found.
    pub(crate) fn digests(
        &self,
        register: &Register,
        declared: &Collect,
        fields: &[(String, Sensitive<String>)],
    ) -> Vec<(String, [u8; 16])> {
        let searchable = |name: &str| declared.field(name).is_some_and(|field| field.lookup);
        fields
            .iter()
            .filter(|(name, _)| searchable(name))
            .map(|(name, value)| {
                (
                    lookup_name(register, name),
                    self.digest(register, name, value.expose(Exit::Decision)),
                )
            })
            .collect()
    }
}

/// The codes lie in the record, too, so that lost lookups can be made again.
fn codes_field(codes: &[[u8; 16]]) -> Option<(String, Sensitive<String>)> {
    let codes: Vec<String> = codes.iter().map(|digest| hex(digest)).collect();
    (!codes.is_empty()).then(|| (RECEIPT.to_owned(), Sensitive::new(codes.join(" "))))
}

/// A record ready to be written.
pub(crate) struct Ready {
    pub row: RecordRow,
    pub place: Place,
    pub digests: Vec<(String, [u8; 16])>,
    pub traced: Traced,
}

/// Everything the transaction needs beside the row.
pub(crate) struct Place {
    /// Purposes from which the person is left out: an address of theirs is on the list.
    closed: Vec<String>,
    register: String,
    kind: String,
    version: i64,
    class: String,
    groups: Groups,
    grounds: Grounds,
    is_new: bool,
    numbered: bool,
    command: Option<[u8; 16]>,
    /// The kind on which this one hangs.
    part_of: Option<String>,
    /// Whether that may be somebody else's.
    shared: bool,
    /// The state into which that record is brought, if it is still at this version.
    whole: Option<(i64, String)>,
    /// What ends it, if it is still at the version that was seen.
    ends: Option<Changing>,
    jobs: Vec<String>,
    /// Counted when they are written; the totals stay when the record has gone.
    consents: Vec<Consent>,
}

pub(crate) fn write(
    tx: &mut seloste_store::Tx,
    mut row: RecordRow,
    place: &Place,
    digests: &[(String, [u8; 16])],
    traced: &Traced,
) -> Result<RecordRow, Fault> {
    if let Some(command) = place.command {
        let mut result = row.person.as_bytes().to_vec();
        result.extend_from_slice(row.id.as_bytes());
        let expires = row.updated_ms + COMMAND_LIFE_MS;
        // Nobody's, so that it outlives an erasure: a form sent again must not bring back what
        // was erased meanwhile.
        if let Some(earlier) = commands::once(tx, command, None, &result, expires)? {
            return earlier_row(tx, &earlier, (&row, place));
        }
    }
    if !place.is_new {
        // Erased meanwhile, or of another register.
        let known = persons::get(tx, row.person)?.filter(|known| known.register == place.register);
        known.ok_or_else(crate::access::not_found)?;
    }
    if let Some(kind) = &place.part_of {
        // First, so that the part has the end that its whole gets.
        if let Some(ends) = &place.ends {
            ends.write(tx)?;
        }
        let parent = whole_of(tx, &row, place, kind)?;
        // What several people write together ends for each of them by itself.
        if !place.shared {
            row.due_ms = parent.due_ms;
            row.review_ms = parent.review_ms;
        }
        if let Some(seen) = &place.whole {
            move_whole(tx, (parent.person, parent.id), seen, row.updated_ms)?;
        }
    }
    row.policy = policies::intern(tx, &place.register, &place.kind, place.version)?;
    if place.is_new {
        persons::insert(tx, row.person, &place.register, row.created_ms)?;
    }
    listed(tx, row.person, &place.closed, row.updated_ms)?;
    persons::insert_key(tx, row.person, &place.class, row.key)?;
    place.groups.write(tx, row.person, &place.class)?;
    if place.numbered {
        // One beyond what is held, for stores that were filled before numbers were counted.
        let held = records::max_number(tx, &place.register, &place.kind)?.unwrap_or(0);
        let name = format!("number:{}.{}", place.register, place.kind);
        row.number = Some(counters::next(tx, &name, held + 1)?);
    }
    records::insert(tx, &row)?;
    place.grounds.write(tx, row.person, row.id, row.updated_ms)?;
    totals::given(tx, &place.register, &place.consents, row.updated_ms)?;
    for (field, digest) in digests {
        lookups::put(tx, field, *digest, row.person, row.id)?;
    }
    for name in &place.jobs {
        jobs::put(tx, name, row.updated_ms, row.person, row.id)?;
    }
    traced.write(tx)?;
    Ok(row)
}

/// Brings the record that a part hangs on into a state, if it is still at the version that was seen.
pub(crate) fn move_whole(
    tx: &mut seloste_store::Tx,
    (person, whole): (PersonId, RecordId),
    (expected, state): &(i64, String),
    updated_ms: i64,
) -> Result<(), Fault> {
    let state = Some(state.clone());
    let change = records::Change { state, updated_ms, ..records::Change::default() };
    records::update(tx, person, whole, *expected, &change).map(drop)
}

/// The record that a part hangs on: the same person's, unless the notice declares that several people
/// share it; of the declared kind, not past its last day.
fn whole_of(
    tx: &mut seloste_store::Tx,
    row: &RecordRow,
    place: &Place,
    kind: &str,
) -> Result<RecordRow, Fault> {
    let parent = row.thread.ok_or_else(crate::access::not_found)?;
    let parent = match place.shared {
        true => records::find(tx, parent)?,
        false => records::get(tx, row.person, parent)?,
    };
    let parent = parent.ok_or_else(crate::access::not_found)?;
    let policy = policies::get(tx, parent.policy)?.ok_or_else(crate::access::not_found)?;
    if policy.kind != kind || policy.register != place.register {
        return Err(crate::access::not_found());
    }
    if parent.due_ms.is_some_and(|due| due <= row.updated_ms) {
        return Err(Fault::new(FaultKind::Gone, "fault-erased"));
    }
    Ok(parent)
}

/// How long a command id is remembered: longer than any form stays valid.
const COMMAND_LIFE_MS: i64 = 24 * 60 * 60 * 1000;

/// What the same command wrote earlier; a command that wrote something else is not this one.
fn earlier_row(
    tx: &mut seloste_store::Tx,
    result: &[u8],
    (row, place): (&RecordRow, &Place),
) -> Result<RecordRow, Fault> {
    let gone = || Fault::new(FaultKind::Gone, "fault-erased");
    let (person, id) = result.split_at_checked(16).ok_or_else(gone)?;
    let person = PersonId::from_slice(person).ok_or_else(gone)?;
    let id = RecordId::from_slice(id).ok_or_else(gone)?;
    let earlier = records::get(tx, person, id)?.ok_or_else(gone)?;
    let policy = policies::get(tx, earlier.policy)?.ok_or_else(gone)?;
    let same = policy.kind == place.kind
        && policy.register == place.register
        && earlier.thread == row.thread
        && (place.is_new || earlier.person == row.person);
    if same { Ok(earlier) } else { Err(Fault::new(FaultKind::Conflict, "fault-command-reused")) }
}

/// Under which actions a kind may be written. Who sorts may write only what comes from staff.
pub(crate) fn writers(declared: &Collect) -> &'static [Action] {
    const WRITERS: &[Action] = &[
        Action::Collect,
        Action::Answer,
        Action::ManageUsers,
        Action::DecideRequests,
        Action::Disclose,
        Action::Classify,
    ];
    match declared.source {
        Some(Source::Staff) => WRITERS,
        _ => WRITERS.split_last().map_or(WRITERS, |(_, others)| others),
    }
}

/// The ledger's word for writing down what is left of an erased record.
const LEFT: &str = "left-over";

/// What is left of an erased record names nobody and says nothing in anybody's words.
fn refuse_more_than_is_left(declared: &Collect, owner: Owner, draft: &Draft) -> Result<(), Fault> {
    let open = |name: &str| {
        declared.field(name).is_none_or(|field| !matches!(field.ty, FieldType::Choice(_)))
    };
    let field = draft.fields.iter().find(|(name, _)| open(name));
    if let Some((name, _)) = field {
        return Err(invalid("fault-field-undeclared", name));
    }
    let nobodys = owner == Owner::New && draft.consents.is_empty() && !draft.receipt;
    if nobodys { Ok(()) } else { Err(Fault::internal("what is left of a record is somebody's")) }
}

pub(crate) fn undeclared_kind(access: &Access, kind: &str) -> Fault {
    Fault::refused("fault-kind-undeclared", format!("{}.kinds", access.register.notice.id))
        .with("kind", kind)
}

/// The groups of consents of a new record: one for each consent, and one for each set of purposes
/// by which a given field stands or falls, and one for each set of floors of law.
fn groups(access: &Access, declared: &Collect, draft: &Draft, fields: &Fields) -> BTreeSet<String> {
    let notice = &access.register.notice;
    let given = fields.iter().filter_map(|(name, _)| group_of(notice, declared, name));
    let consents = draft.consents.iter();
    consents.filter_map(|purpose| group(notice, [purpose.as_str()])).chain(given).collect()
}

/// As [`due`], for a record that is being written: `sent` and `created` have come with it, whatever
/// its service calls the event.
fn due_at_writing(
    declared: &Collect,
    event: &str,
    at: Timestamp,
) -> (Option<Timestamp>, Option<Timestamp>) {
    match &declared.keep {
        Some(Keep::For { from, .. }) if AT_WRITING.contains(&from.as_str()) => {
            due(declared, from, at)
        }
        _ => due(declared, event, at),
    }
}

/// When a record goes, or when its criterion is looked at; both `None` while the event that
/// starts the period has not come.
pub(crate) fn due(
    declared: &Collect,
    event: &str,
    at: Timestamp,
) -> (Option<Timestamp>, Option<Timestamp>) {
    match &declared.keep {
        Some(Keep::For { period, from }) if from == event => (Some(period.after(at)), None),
        Some(Keep::Criterion { review, .. }) => (None, Some(review.after(at))),
        _ => (None, None),
    }
}

impl Engine {
    pub(crate) fn seal_fields(
        &self,
        access: &Access,
        keys: &Keys<'_>,
        (kind, person, record): (&str, PersonId, RecordId),
        fields: &[(String, Sensitive<String>)],
    ) -> Result<seloste_kernel::Sealed, Fault> {
        let mut cells = Vec::with_capacity(fields.len());
        for (name, value) in fields {
            let place = access.register.place(kind, name, person, record);
            let key = keys.field(&access.register, kind, name)?;
            let cell = self.seal_cell(access.register.pads(kind, name), &key, &place, value)?;
            cells.push((name.clone(), cell));
        }
        keys.groups.put(&mut cells)?;
        body::encode(&cells)
    }

    pub(crate) fn seal_cell(
        &self,
        pads: bool,
        key: &PersonKey,
        place: &seloste_vault::Place<'_>,
        value: &Sensitive<String>,
    ) -> Result<seloste_kernel::Sealed, Fault> {
        let text = value.expose(Exit::Decision).as_bytes();
        let seal = if pads { seloste_vault::seal_padded } else { seloste_vault::seal };
        seal(key, place, text, &*self.random)
    }

    /// The person's key of this class; a new one, durable in the vault, when there is none.
    pub(crate) async fn key_for(
        self: &Arc<Self>,
        access: &Access,
        person: PersonId,
        class: &str,
        is_new: bool,
    ) -> Result<Arc<PersonKey>, Fault> {
        if !is_new {
            let class = class.to_owned();
            let known = self.store.glance(move |tx| persons::key(tx, person, &class)).await?;
            if let Some(id) = known.into_iter().next() {
                return self.keyring.key(id);
            }
        }
        let ids = self.new_keys(&access.register.notice.id, class, 1).await?;
        let [id] = ids[..] else { return Err(Fault::internal("asked for one key, got none")) };
        self.keyring.key(id)
    }

    /// New keys, durable in the vault. Nobody waits for the disk as long as some lie ready, and
    /// more are made in time, beside whoever took the last but few.
    pub(crate) async fn new_keys(
        &self,
        register: &str,
        class: &str,
        count: usize,
    ) -> Result<Vec<KeyId>, Fault> {
        let (ring, register, class) =
            (Arc::clone(&self.keyring), register.to_owned(), class.to_owned());
        match self.keyring.spares(&register, &class, count) {
            Some((ids, false)) => Ok(ids),
            Some((ids, true)) => {
                tokio::task::spawn_blocking(move || {
                    // Whoever finds none ready learns why.
                    if let Err(fault) = ring.top_up(&register, &class) {
                        tracing::warn!(?fault, "no keys could be made ahead");
                    }
                });
                Ok(ids)
            }
            None => tokio::task::spawn_blocking(move || ring.new_keys(&register, &class, count))
                .await
                .map_err(Fault::internal)?,
        }
    }

    /// A new entry id.
    pub(crate) fn entry_id(&self) -> EntryId {
        EntryId::random(&*self.random)
    }
}
