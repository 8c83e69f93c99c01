//! Changing a record: its fields (Art. 16), its state, the event that starts its last period.
//! Every change is conditional on the version that was seen, so nobody overwrites unseen work.

use std::sync::Arc;

use seloste_kernel::{Exit, Fault, RecordId, Sensitive, Timestamp};
use seloste_notice::model::{Collect, Source};
use seloste_store::tables::records::Change;
use seloste_store::tables::{lookups, records};

use crate::access::Action;
use crate::collect::{check_value, due};
use crate::engine::lookup_name;
use crate::trail::Subject;
use crate::{Access, Engine, Opened, body, mask};

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
        access.demand(&[
            Action::Amend,
            Action::Answer,
            Action::Classify,
            Action::ManageUsers,
            Action::DecideRequests,
        ])?;
        let row = self.row(access, id).await?;
        let policy = self.policy(row.policy).await?;
        let declared =
            access.register.notice.kind(&policy.kind).ok_or_else(crate::access::not_found)?;
        refuse_writing_for_the_person(access, declared)?;
        let key = self.keyring.key(row.key)?;
        let written = self.version(&policy).await?;
        let mut cells = body::decode(&row.body)
            .ok_or_else(|| Fault::internal("a record's body is no sealed body"))?;
        let mut searchable = Vec::new();
        for (name, value) in &changes {
            let field = declared.field(name).ok_or_else(|| {
                Fault::new(seloste_kernel::FaultKind::Invalid, "fault-field-undeclared")
                    .with("field", name)
                    .in_field(name)
            })?;
            cells.retain(|(known, _)| known != name);
            let value = value.expose(Exit::Decision);
            if field.lookup {
                let digest =
                    (!value.is_empty()).then(|| self.digest(&access.register, name, value));
                searchable.push((lookup_name(&access.register, name), digest));
            }
            if value.is_empty() {
                if field.required {
                    return Err(Fault::new(
                        seloste_kernel::FaultKind::Invalid,
                        "fault-field-missing",
                    )
                    .with("field", name)
                    .in_field(name));
                }
                continue;
            }
            check_value(field, value)?;
            let masked = mask::identity_codes(value).0;
            let text = if matches!(
                field.ty,
                seloste_notice::model::FieldType::Line | seloste_notice::model::FieldType::Text
            ) {
                masked
            } else {
                value.clone()
            };
            let place = written.place(&policy.kind, name, row.person, row.id);
            let cell = self.seal_cell(
                written.pads(&policy.kind, name),
                &key,
                &place,
                &Sensitive::new(text),
            )?;
            cells.push((name.clone(), cell));
        }
        let change = Change {
            body: Some(body::encode(&cells)?),
            updated_ms: self.now().as_millisecond(),
            ..Change::default()
        };
        let traced = self.trail(
            access,
            "amend",
            &policy.kind,
            Some(Subject { person: row.person, record: id, key: &key }),
            1,
        )?;
        let person = row.person;
        self.store
            .write(move |tx| {
                let version = records::update(tx, person, id, expected, &change)?;
                for (field, digest) in &searchable {
                    lookups::delete_field(tx, field, person, id)?;
                    if let Some(digest) = digest {
                        lookups::put(tx, field, *digest, person, id)?;
                    }
                }
                traced.write(tx)?;
                Ok(version)
            })
            .await
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
        let declared =
            access.register.notice.kind(&opened.kind).ok_or_else(crate::access::not_found)?;
        let (due, review) = due(declared, event, at);
        let change = Change {
            due_ms: due.map(|due| Some(due.as_millisecond())),
            review_ms: review.map(|review| Some(review.as_millisecond())),
            ..Change::default()
        };
        self.change(access, opened.id, opened.version, change, event).await
    }

    async fn change(
        &self,
        access: &Access,
        id: RecordId,
        expected: i64,
        mut change: Change,
        action: &str,
    ) -> Result<i64, Fault> {
        let row = self.row(access, id).await?;
        let policy = self.policy(row.policy).await?;
        let key = self.keyring.key(row.key)?;
        change.updated_ms = self.now().as_millisecond();
        let traced = self.trail(
            access,
            action,
            &policy.kind,
            Some(Subject { person: row.person, record: id, key: &key }),
            1,
        )?;
        let person = row.person;
        self.store
            .write(move |tx| {
                let version = records::update(tx, person, id, expected, &change)?;
                traced.write(tx)?;
                Ok(version)
            })
            .await
    }
}
