//! Changing a record: its fields (Art. 16), its state, the event that starts its last period.
//! Every change is conditional on the version that was seen, so nobody overwrites unseen work.

use std::collections::BTreeSet;
use std::sync::Arc;

use seloste_kernel::{Exit, Fault, FaultKind, PersonId, RecordId, Sealed, Sensitive, Timestamp};
use seloste_notice::model::{Collect, Field, Source};
use seloste_store::Tx;
use seloste_store::tables::holds::Hold;
use seloste_store::tables::records::{Change, RecordRow};
use seloste_store::tables::{lookups, records};
use seloste_vault::Place;

use crate::access::{Action, not_allowed};
use crate::addresses::listed;
use crate::automated::{self, Deed};
use crate::change::{Beside, ENDING, HAPPENING, ends};
use crate::collect::{Ready, move_whole};
use crate::consented::{Groups, Keys, group_of};
use crate::disclose::DISCLOSURE;
use crate::engine::lookup_name;
use crate::grounds::Grounds;
use crate::hold::kept::{note_after, of_staff};
use crate::read::{CONSENTS, Consent, read_consents};
use crate::telling::{self, Changed, TELLING, write_all};
use crate::trail::Subject;
use crate::validate::{as_kept, check_value, demand_consent, invalid};
use crate::{Access, Engine, Opened, Register, body};

/// By what a record is found in its lookups from now on; `None` where by nothing.
type Found = Vec<(String, Option<[u8; 16]>)>;

/// Who only answers or sorts writes nothing into what the person has said: the notice promises
/// where that comes from. Correcting it (Art. 16) is a decision on the person's request.
fn refuse_writing_for_the_person(access: &Access, declared: &Collect) -> Result<(), Fault> {
    let daily = matches!(access.action, Action::Answer | Action::Classify);
    if daily && declared.source != Some(Source::Staff) {
        let promise = format!("{}.source.{}", access.register.notice.id, declared.kind);
        return Err(Fault::refused("fault-source-person", promise).with("kind", &declared.kind));
    }
    Ok(())
}

/// Under which actions fields are set.
const AMENDING: &[Action] =
    &[Action::Amend, Action::Answer, Action::Classify, Action::ManageUsers, Action::DecideRequests];

impl Engine {
    /// Sets fields of a record; an empty value removes the field. Others stay as they are.
    ///
    /// # Errors
    /// `Conflict` when the record is no longer at `expected`; `Invalid` with the field.
    pub async fn amend(
        self: &Arc<Self>,
        access: &Access,
        id: RecordId,
        expected: i64,
        changes: Vec<(String, Sensitive<String>)>,
    ) -> Result<i64, Fault> {
        self.amend_with(access, (id, expected), changes, Moved::default()).await
    }

    /// As [`Engine::amend_into`], for a record that hangs on another: that one is brought into this state
    /// with the same write, if it is still at the version that was seen; gives its new version.
    ///
    /// # Errors
    /// As [`Engine::amend`]; `Conflict` when the other record has changed.
    pub async fn amend_part(
        self: &Arc<Self>,
        access: &Access,
        (id, expected): (RecordId, i64),
        changes: Vec<(String, Sensitive<String>)>,
        state: &str,
        whole: (i64, &str),
    ) -> Result<i64, Fault> {
        let whole = (whole.0, whole.1.to_owned());
        let seen = whole.0;
        let moved = Moved { state: Some(state.to_owned()), whole: Some(whole), ..Moved::default() };
        self.amend_with(access, (id, expected), changes, moved).await?;
        Ok(seen + 1)
    }

    /// As [`Engine::amend`], and brings the record into this state with the same write.
    ///
    /// # Errors
    /// As [`Engine::amend`].
    pub async fn amend_into(
        self: &Arc<Self>,
        access: &Access,
        id: RecordId,
        expected: i64,
        changes: Vec<(String, Sensitive<String>)>,
        state: Option<String>,
    ) -> Result<i64, Fault> {
        let moved = Moved { state, ..Moved::default() };
        self.amend_with(access, (id, expected), changes, moved).await
    }

    /// As [`Engine::amend_into`], by a program that decides about the person as the notice declares it
    /// (Art. 22): the decision, by its name there.
    ///
    /// # Errors
    /// As [`Engine::amend`]; `RefusedByPromise` for what the notice does not declare, or what a human
    /// has looked at.
    pub async fn amend_deciding(
        self: &Arc<Self>,
        access: &Access,
        (id, expected): (RecordId, i64),
        changes: Vec<(String, Sensitive<String>)>,
        (state, decision): (Option<String>, Option<String>),
    ) -> Result<i64, Fault> {
        let moved = Moved { state, decision, ..Moved::default() };
        self.amend_with(access, (id, expected), changes, moved).await
    }

    pub(crate) async fn amend_with(
        self: &Arc<Self>,
        access: &Access,
        (id, expected): (RecordId, i64),
        changes: Vec<(String, Sensitive<String>)>,
        mut moved: Moved,
    ) -> Result<i64, Fault> {
        access.demand(AMENDING)?;
        let _changing = self.changing.read().await;
        let row = self.row(access, id).await?;
        self.refuse_gone_or_restricted(access, &row).await?;
        let policy = self.policy(row.policy).await?;
        self.demand_consent_to_change(access, &row, &policy.kind).await?;
        let declared =
            access.register.notice.kind(&policy.kind).ok_or_else(crate::access::not_found)?;
        refuse_writing_for_the_person(access, declared)?;
        let mut cells = body::decode(&row.body)?;
        let written = self.version(&policy).await?;
        let mut keys = Keys::of(&self.keyring, &row, &cells)?;
        let class = written.class_of(&policy.kind).to_owned();
        let new = new_groups(&written, &policy.kind, &cells, &changes);
        let new = self.group_keys(&written.notice.id, &class, new).await?;
        keys.groups.0.extend(new.0.clone());
        keys.groups.put(&mut cells)?;
        let record = Record { row: &row, kind: &policy.kind, written: &written, keys: &keys };
        let consents = self.consents_of(&record, &cells)?;
        let changed = record.changed(declared, &cells, &changes);
        let deed = moved.deed(access, &policy.kind, (&changes, &changed))?;
        let now_ms = self.now().as_millisecond();
        let of = written.notice.kind(&policy.kind).cloned();
        let holding = held_by_staff((row.person, id), of, now_ms);
        let holds = self.store.glance(holding.clone()).await?;
        let values = (&*changes, &*changed);
        let (searchable, keeps) =
            self.set_all(access, &record, &mut cells, values, (&consents, &holds))?;
        self.remark(&record, access, &mut cells, &deed)?;
        let change = Change {
            body: Some(body::encode(&cells)?),
            state: moved.state,
            updated_ms: now_ms,
            ..Change::default()
        };
        let subject = Subject { person: row.person, records: &[id], key: &keys.main };
        let traced = self.trail(access, &deed.action("amend"), &policy.kind, Some(subject), 1)?;
        let (person, closed) = (row.person, self.closed_to(&access.register, declared, &changes));
        let grounds = Grounds::by_change(written.notice.kind(&policy.kind), &changes);
        let tasks = self.tasks_of_rectifying(access, &row, (&policy.kind, changed)).await?;
        self.store
            .write(move |tx| {
                // Somebody may have held it since it was looked at: what it said then is kept.
                if holding(tx)? != holds {
                    return Err(Fault::new(FaultKind::Conflict, "store-conflict"));
                }
                let version = records::update(tx, person, id, expected, &change)?;
                if keeps {
                    note_after(tx, (person, id))?;
                }
                if let Some(seen) = &moved.whole {
                    let whole = row.thread.ok_or_else(crate::access::not_found)?;
                    move_whole(tx, (person, whole), seen, change.updated_ms)?;
                }
                write_all(tx, &tasks)?;
                grounds.write(tx, person, id, change.updated_ms)?;
                new.write(tx, person, &class)?;
                listed(tx, person, &closed, change.updated_ms)?;
                search_anew(tx, (person, id), &searchable)?;
                traced.write(tx).map(|()| version)
            })
            .await
    }

    /// Sets the fields, with what staff hold of them beside; tells by what they are found from now on, and
    /// whether anything is kept so.
    fn set_all(
        &self,
        access: &Access,
        record: &Record<'_>,
        cells: &mut body::Cells,
        (changes, changed): (&[(String, Sensitive<String>)], &[String]),
        (consents, holds): (&[Consent], &[Hold]),
    ) -> Result<(Found, bool), Fault> {
        let (mut searchable, mut keeps) = (Vec::new(), false);
        for (name, value) in changes {
            let text = value.expose(Exit::Decision);
            let field = allowed((access, record.written), record.kind, name, text, consents)?;
            let was = match changed.contains(name) {
                true => self.was(record, cells, name, holds)?,
                false => None,
            };
            cells.retain(|(known, _)| known != name);
            keeps |= was.is_some();
            cells.extend(was);
            if field.lookup {
                let digest = (!text.is_empty()).then(|| self.digest(&access.register, name, text));
                searchable.push((lookup_name(&access.register, name), digest));
            }
            if !text.is_empty() {
                cells.push((name.clone(), self.cell(record, field, text)?));
            }
        }
        Ok((searchable, keeps))
    }

    /// Whom a correction is told. What daily work writes and sorts corrects nothing.
    async fn tasks_of_rectifying(
        self: &Arc<Self>,
        access: &Access,
        row: &RecordRow,
        (kind, changed): (&str, Vec<String>),
    ) -> Result<Vec<Ready>, Fault> {
        let corrects = matches!(access.action, Action::Amend | Action::DecideRequests);
        if !corrects || changed.is_empty() || [DISCLOSURE, TELLING].contains(&kind) {
            return Ok(Vec::new());
        }
        let touched = (kind.to_owned(), Some(changed));
        let mut telling = telling::Change::of(Changed::Rectified, row.id, touched.clone());
        // It may have been given with the whole that it is a part of.
        if let (Some(whole), Some(records)) = (row.thread, &mut telling.records) {
            records.insert(whole, touched);
        }
        self.to_tell(access, row.person, &telling).await
    }

    fn consents_of(&self, record: &Record<'_>, cells: &body::Cells) -> Result<Vec<Consent>, Fault> {
        let Some((_, cell)) = cells.iter().find(|(name, _)| name == CONSENTS) else {
            return Ok(Vec::new());
        };
        let key = record.keys.field(record.written, record.kind, CONSENTS)?;
        read_consents(&body::open(&key, &record.place(CONSENTS), cell)?)
    }

    fn cell(&self, record: &Record<'_>, field: &Field, text: &str) -> Result<Sealed, Fault> {
        let pads = record.written.pads(record.kind, &field.name);
        let text = Sensitive::new(as_kept(field, text).0);
        let key = record.keys.field(record.written, record.kind, &field.name)?;
        self.seal_cell(pads, &key, &record.place(&field.name), &text)
    }

    /// Sets a record's state (structural, never personal).
    ///
    /// # Errors
    /// `Conflict` when the record is no longer at `expected`.
    pub async fn set_state(
        &self,
        access: &Access,
        id: RecordId,
        expected: i64,
        state: &str,
    ) -> Result<i64, Fault> {
        access.demand(&[
            Action::Classify,
            Action::Answer,
            Action::DecideRequests,
            Action::ManageUsers,
            Action::Amend,
        ])?;
        let change = Change { state: Some(state.to_owned()), ..Change::default() };
        self.change(access, id, expected, change, "classify").await
    }

    /// Gives a case a later day, once, in the state that says why.
    ///
    /// # Errors
    /// `Conflict` when the record is no longer at the version that was seen.
    pub async fn postpone(
        &self,
        access: &Access,
        opened: &Opened,
        until: Timestamp,
        state: &str,
    ) -> Result<i64, Fault> {
        access.demand(&[Action::DecideRequests])?;
        let change = Change {
            review_ms: Some(Some(until.as_millisecond())),
            state: Some(state.to_owned()),
            ..Change::default()
        };
        let action = Action::DecideRequests.name();
        self.change(access, opened.id, opened.version, change, action).await
    }

    /// Sets a record's state together with the event that starts its last period, so that no crash
    /// leaves one without the other.
    ///
    /// # Errors
    /// `Conflict` when the record is no longer as it was opened.
    pub async fn end(
        &self,
        access: &Access,
        opened: &Opened,
        state: &str,
        event: &str,
    ) -> Result<i64, Fault> {
        access.demand(ENDING)?;
        let now = self.now();
        let change =
            Change { state: Some(state.to_owned()), ..ends(access, &opened.kind, event, now)? };
        self.change_at(access, opened, change, event, (event, Some(now))).await
    }

    /// Takes an event back that had started a record's last period: the day on which it would have
    /// gone is cleared, and it waits for the event again. A period that began otherwise goes on.
    ///
    /// # Errors
    /// `Conflict` when the record is no longer as it was opened; `Gone` past its last day.
    pub async fn resume(
        &self,
        access: &Access,
        opened: &Opened,
        state: &str,
        event: &str,
    ) -> Result<i64, Fault> {
        access.demand(ENDING)?;
        let began = ends(access, &opened.kind, event, self.now())?.due_ms.is_some();
        let change = Change {
            state: Some(state.to_owned()),
            due_ms: began.then_some(None),
            ..Change::default()
        };
        self.change_at(access, opened, change, "classify", (event, None)).await
    }

    /// The event that starts a record's last period has come (`closed`, `last-sign-in`): its due
    /// date is computed anew.
    ///
    /// # Errors
    /// `Conflict` when the record is no longer at `expected`.
    pub async fn event(
        &self,
        access: &Access,
        opened: &Opened,
        event: &str,
        at: Timestamp,
    ) -> Result<i64, Fault> {
        access.demand(HAPPENING)?;
        let change = ends(access, &opened.kind, event, at)?;
        self.change_at(access, opened, change, event, (event, Some(at))).await
    }

    /// Sets a record's state and puts a job for it into the queue, with the same write: a letter that
    /// did not leave is sent again.
    ///
    /// # Errors
    /// `Conflict` when the record is no longer as it was opened.
    pub async fn set_state_then_job(
        &self,
        access: &Access,
        opened: &Opened,
        state: &str,
        job: &str,
    ) -> Result<i64, Fault> {
        access.demand(&[Action::Answer, Action::DecideRequests])?;
        let change = Change { state: Some(state.to_owned()), ..Change::default() };
        let seen = (opened.id, opened.version);
        let beside = Beside { job: Some(job.to_owned()), ..Beside::default() };
        self.change_with(access, seen, change, "classify", beside).await
    }
}

/// Looks at what staff hold of a record.
fn held_by_staff(
    at: (PersonId, RecordId),
    of: Option<Collect>,
    now_ms: i64,
) -> impl Fn(&mut Tx) -> Result<Vec<Hold>, Fault> + Clone + Send + 'static {
    move |tx| match &of {
        Some(kind) => of_staff(tx, at, (kind, now_ms)),
        None => Ok(Vec::new()),
    }
}

/// What a change of fields moves with the same write.
#[derive(Default)]
pub(crate) struct Moved {
    /// The record itself, into this state.
    pub state: Option<String>,
    /// The record that it hangs on, if it is still at this version.
    pub whole: Option<(i64, String)>,
    /// The decision that a program says to make.
    pub decision: Option<String>,
    /// What it means for decisions, where that is known already.
    pub deed: Option<Deed>,
}

impl Moved {
    fn deed(
        &mut self,
        access: &Access,
        kind: &str,
        (changes, changed): (&[(String, Sensitive<String>)], &[String]),
    ) -> Result<Deed, Fault> {
        let named = self.decision.as_deref();
        match self.deed.take() {
            Some(deed) => Ok(deed),
            None => automated::deed(access, kind, (changes, Some(changed)), named),
        }
    }
}

/// Has the record found by what its fields hold now.
fn search_anew(
    tx: &mut Tx,
    (person, id): (PersonId, RecordId),
    fields: &[(String, Option<[u8; 16]>)],
) -> Result<(), Fault> {
    for (field, digest) in fields {
        lookups::delete_field(tx, field, person, id)?;
        if let Some(digest) = digest {
            lookups::put(tx, field, *digest, person, id)?;
        }
    }
    Ok(())
}

/// A record and what is needed to seal a cell of it.
pub(crate) struct Record<'a> {
    pub row: &'a RecordRow,
    pub kind: &'a str,
    pub written: &'a Register,
    pub keys: &'a Keys<'a>,
}

impl<'a> Record<'a> {
    pub fn place(&'a self, field: &'a str) -> Place<'a> {
        self.written.place(self.kind, field, self.row.person, self.row.id)
    }

    /// The fields that do not hold already what they are set to.
    fn changed(
        &self,
        declared: &Collect,
        cells: &body::Cells,
        changes: &[(String, Sensitive<String>)],
    ) -> Vec<String> {
        let differs = |(name, value): &&(String, Sensitive<String>)| {
            let text = value.expose(Exit::Decision);
            declared.field(name).is_some_and(|field| !self.says(cells, field, text))
        };
        changes.iter().filter(differs).map(|(name, _)| name.clone()).collect()
    }

    /// Whether the field holds this already. What does not open says nothing.
    fn says(&self, cells: &body::Cells, field: &Field, text: &str) -> bool {
        let held = cells.iter().find(|(name, _)| *name == field.name);
        let Some((_, cell)) = held else { return text.is_empty() };
        let opened = self.keys.field(self.written, self.kind, &field.name);
        let opened = opened.and_then(|key| body::open(&key, &self.place(&field.name), cell));
        opened.is_ok_and(|held| *held.expose(Exit::Decision) == as_kept(field, text).0)
    }
}

/// Groups that a change brings into a record. One that has fields already but no key of its own is
/// of an older form of records, and stays as it is.
fn new_groups(
    written: &Register,
    kind: &str,
    cells: &body::Cells,
    changes: &[(String, Sensitive<String>)],
) -> BTreeSet<String> {
    let known = Groups::of(cells);
    let group = |name: &str| group_of(&written.notice, written.notice.kind(kind)?, name);
    let there: BTreeSet<String> = cells.iter().filter_map(|(name, _)| group(name)).collect();
    let given = changes.iter().filter(|(_, value)| !value.expose(Exit::Decision).is_empty());
    let new = given.filter_map(|(name, _)| group(name));
    new.filter(|group| !known.0.contains_key(group) && !there.contains(group)).collect()
}

/// The declared field, if this access may set it to this value.
fn allowed<'a>(
    (access, written): (&'a Access, &Register),
    kind: &str,
    name: &str,
    value: &str,
    consents: &[Consent],
) -> Result<&'a Field, Fault> {
    let notice = &access.register.notice;
    let declared = notice.kind(kind).ok_or_else(crate::access::not_found)?;
    let field = declared.field(name).ok_or_else(|| {
        let promise = format!("{}.fields.{kind}", notice.id);
        invalid("fault-field-undeclared", name).with("promise", promise)
    })?;
    // Who may not see a field may not write it either.
    if !access.opens_of(written, kind, name) {
        return Err(not_allowed(access.action, &access.purpose));
    }
    if value.is_empty() {
        return if field.required { Err(invalid("fault-field-missing", name)) } else { Ok(field) };
    }
    check_value(field, value)?;
    demand_consent(notice, field, |purpose| {
        consents.iter().any(|consent| consent.purpose == purpose)
    })?;
    Ok(field)
}
