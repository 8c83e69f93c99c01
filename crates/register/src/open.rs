//! Decrypting rows: only the fields that the purpose covers, and given out only once the ledger has
//! it.

use std::collections::BTreeMap;
use std::sync::Arc;

use seloste_kernel::{Actor, Fault, FaultKind, KeyId, RecordId, Timestamp};
use seloste_store::Tx;
use seloste_store::tables::records::RecordRow;
use seloste_vault::PersonKey;

use crate::access::{RIGHTS, not_found};
use crate::automated::{Automated, MARK, field_of};
use crate::body::ASKED;
use crate::consented::{KEYS, Keys};
use crate::hold::kept::WAS;
use crate::live::is_unconsented;
use crate::read::{CONSENTS, RECEIPT, all_consents};
use crate::standing::Standing;
use crate::trail::{Subject, Traced};
use crate::{Access, Engine, Opened, body};

/// Most traces in one transaction, so that a large one does not keep all others waiting.
const TRACES: usize = 1_000;

/// An opened record that has left no trace yet, with the key that its trace needs. Nobody outside
/// sees it before [`Engine::trace`].
pub(crate) struct Untraced {
    pub opened: Opened,
    key: Arc<PersonKey>,
}

impl Engine {
    /// Opens a list of rows. What is gone, restricted or another register's is left out, and so is
    /// what only a consent would open that was not given.
    pub(crate) async fn open_rows(
        &self,
        access: &Access,
        rows: Vec<(RecordRow, Standing)>,
    ) -> Result<Vec<Untraced>, Fault> {
        let mut untraced = Vec::with_capacity(rows.len());
        for (row, standing) in rows {
            untraced.extend(self.open_listed(access, &row, standing).await?);
        }
        Ok(untraced)
    }

    /// Opens a row of a list: nothing when it is one of those that are left out.
    pub(crate) async fn open_listed(
        &self,
        access: &Access,
        row: &RecordRow,
        standing: Standing,
    ) -> Result<Option<Untraced>, Fault> {
        match self.open_row(access, row, standing).await {
            Ok(untraced) => Ok(Some(untraced)),
            Err(fault)
                if is_unconsented(&fault)
                    || matches!(
                        fault.kind(),
                        FaultKind::Gone | FaultKind::Restricted | FaultKind::NotFound
                    ) =>
            {
                Ok(None)
            }
            Err(fault) => Err(fault),
        }
    }

    /// Decrypts a row.
    pub(crate) async fn open_row(
        &self,
        access: &Access,
        row: &RecordRow,
        standing: Standing,
    ) -> Result<Untraced, Fault> {
        let policy = self.policy(row.policy).await?;
        if policy.register != access.register.notice.id {
            return Err(not_found());
        }
        standing.admits(access)?;
        let written = self.version(&policy).await?;
        if let Some(kind) = written.notice.kind(&policy.kind) {
            standing.serves(access, kind)?;
        }
        let cells = body::decode(&row.body)?;
        let asked = body::asked_ms(&cells);
        let keys = Keys::of(&self.keyring, row, &cells)?;
        let (mut fields, mut automated) = (BTreeMap::new(), BTreeMap::new());
        let (mut consents, mut withdrawn) = (Vec::new(), Vec::new());
        for (name, cell) in cells {
            if [RECEIPT, KEYS, ASKED].contains(&name.as_str())
                || !standing.shows(&name)
                // Kept for a claim or an order, and used for nothing else.
                || (name.starts_with(WAS) && access.purpose != RIGHTS)
                || (name != CONSENTS && !access.opens_of(&written, &policy.kind, field_of(&name)))
            {
                continue;
            }
            let place = written.place(&policy.kind, &name, row.person, row.id);
            let key = keys.field(&written, &policy.kind, &name)?;
            let text = body::open(&key, &place, &cell)?;
            if let Some(field) = name.strip_prefix(MARK) {
                automated.insert(field.to_owned(), Automated::read(&text)?);
            } else if name == CONSENTS {
                (consents, withdrawn) = all_consents(&text)?;
            } else {
                fields.insert(name, text);
            }
        }
        self.leave_out_closed(access, written.notice.kind(&policy.kind), &mut fields)?;
        self.demand_live_consent(access, row, Some(&consents)).await?;
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
            asked: asked.map(moment),
            version: row.version,
            notice_version: policy.notice_version,
            fields,
            consents,
            withdrawn,
            automated,
        };
        Ok(Untraced { opened, key: keys.main })
    }

    /// Writes the traces of what was opened, and `also` another; only then gives it out.
    pub(crate) async fn trace(
        &self,
        access: &Access,
        action: &str,
        untraced: Vec<Untraced>,
        also: Option<Traced>,
    ) -> Result<Vec<Opened>, Fault> {
        let mut traces = self.traces(access, action, &untraced)?;
        traces.extend(also);
        let mut traces = traces.into_iter();
        let rights = access.purpose == RIGHTS && access.actor.of_staff().is_none();
        loop {
            let some: Vec<Traced> = traces.by_ref().take(TRACES).collect();
            if some.is_empty() {
                break;
            }
            let some: Arc<[Traced]> = some.into();
            let write = move |tx: &mut Tx| Traced::write_all(tx, &some);
            match rights {
                // On a full disk, too, people see what there is of theirs, and erase it.
                true => self.write_surely(write).await?,
                false => self.store.write(write).await?,
            }
        }
        Ok(untraced.into_iter().map(|untraced| untraced.opened).collect())
    }

    /// One trace for each record, so that the person is told of each look of somebody else. What
    /// people open of their own they open as a whole: one entry for each kind and key says how
    /// many, and commits to all of them.
    fn traces(
        &self,
        access: &Access,
        action: &str,
        untraced: &[Untraced],
    ) -> Result<Vec<Traced>, Fault> {
        let own = matches!(access.actor, Actor::Person(_));
        let mut sets: BTreeMap<(usize, &str, KeyId), Vec<RecordId>> = BTreeMap::new();
        let mut keys = BTreeMap::new();
        for (place, Untraced { opened, key }) in untraced.iter().enumerate() {
            let place = if own { 0 } else { place };
            sets.entry((place, &opened.kind, key.id())).or_default().push(opened.id);
            keys.insert(key.id(), (opened.person, key));
        }
        let mut traces = Vec::with_capacity(sets.len());
        for ((_, kind, key), records) in &sets {
            let Some((person, key)) = keys.get(key) else { continue };
            let subject = Subject { person: *person, records, key };
            traces.push(self.trail(access, action, kind, Some(subject), records.len() as i64)?);
        }
        Ok(traces)
    }

    /// Refuses a record that is restricted.
    pub(crate) async fn refuse_restricted(
        &self,
        access: &Access,
        row: &RecordRow,
    ) -> Result<(), Fault> {
        let (row, now) = (row.clone(), self.now().as_millisecond());
        self.store.glance(move |tx| Standing::of(tx, &row, now)).await?.is_free_for(access)
    }

    /// Refuses a record that may not be opened, and so not be changed either.
    pub(crate) async fn refuse_gone_or_restricted(
        &self,
        access: &Access,
        row: &RecordRow,
    ) -> Result<(), Fault> {
        let (row, now) = (row.clone(), self.now().as_millisecond());
        self.store.glance(move |tx| Standing::of(tx, &row, now)).await?.admits(access)
    }
}
