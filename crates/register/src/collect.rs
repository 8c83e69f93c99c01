//! Writing a new record: only a declared kind, only declared fields, only with the consent that
//! the notice asks for, sealed under the person's own key, with its last day beside it.

use std::sync::Arc;

use seloste_kernel::{EntryId, Exit, Fault, FaultKind, PersonId, RecordId, Sensitive, Timestamp};
use seloste_notice::model::{Basis, Collect, Field, FieldType, Keep, Source};
use seloste_store::tables::records::RecordRow;
use seloste_store::tables::{commands, lookups, persons, policies, records};
use seloste_vault::PersonKey;

use crate::access::Action;
use crate::engine::{hex, lookup_name};
use crate::jobs;
use crate::read::{CONSENTS, Consent, RECEIPT};
use crate::trail::Subject;
use crate::{Access, Collected, Draft, Engine, Owner, Register, body, mask};

impl Engine {
    /// Writes a record; when this returns it is on disk, and so is its ledger entry.
    ///
    /// # Errors
    /// `Invalid` with the field for an undeclared, missing, overlong or malformed field or a
    /// missing consent; `StorageFull`; `NotFound` for another's record.
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
        let (fields, masked) = validate(access, declared, &draft)?;
        let now = self.clock.now();
        let arrived = draft.arrived.map_or(now, |at| at.min(now));
        let (due, review) = due(declared, &draft.event, arrived);
        let review = draft.review.or(review);
        let class = access.register.class_of(&draft.kind).to_owned();
        let person = match owner {
            Owner::New => PersonId::random(&*self.random),
            Owner::Existing(person) => {
                access.reaches(person)?;
                person
            }
        };
        let key = self.key_for(access, person, &class, owner == Owner::New).await?;
        let id = RecordId::new(&*self.clock, &*self.random);
        let receipt = draft.receipt.then(|| self.receipt(draft.command));
        let mut digests = self.digests(&access.register, declared, &fields);
        let mut fields = fields;
        if let Some(receipt) = &receipt {
            let digest = self.receipt_digest(&access.register, receipt);
            digests.push((lookup_name(&access.register, "receipt"), digest));
            // The digest lies in the record, too, so that lost lookups can be made again.
            fields.push((RECEIPT.to_owned(), Sensitive::new(hex(&digest))));
        }
        let body = self.seal_fields(access, &key, (&draft.kind, person, id), &fields)?;
        let traced = self.trail(
            access,
            Action::Collect.name(),
            &draft.kind,
            Some(Subject { person, record: id, key: &key }),
            1,
        )?;
        let row = RecordRow {
            person,
            id,
            policy: 0,
            key: key.id(),
            version: 1,
            state: draft.state,
            thread: draft.thread,
            number: None,
            created_ms: arrived.as_millisecond(),
            updated_ms: now.as_millisecond(),
            due_ms: due.map(Timestamp::as_millisecond),
            review_ms: review.map(Timestamp::as_millisecond),
            body,
        };
        let place = Place {
            register: access.register.notice.id.clone(),
            kind: draft.kind,
            version: access.register.version,
            class,
            is_new: owner == Owner::New,
            numbered: draft.numbered,
            command: draft.command,
            follows_thread: declared.part_of.is_some(),
            whole: draft.whole,
            jobs: draft.jobs,
        };
        let written = self.store.write(move |tx| write(tx, row, &place, &digests, &traced)).await?;
        Ok(Collected {
            person: written.person,
            record: written.id,
            receipt: receipt.map(|bytes| Sensitive::new(seloste_vault::receipt::encode(&bytes))),
            number: written.number,
            due: written.due_ms.and_then(|ms| Timestamp::from_millisecond(ms).ok()),
            masked,
        })
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

/// Everything the transaction needs beside the row.
struct Place {
    register: String,
    kind: String,
    version: i64,
    class: String,
    is_new: bool,
    numbered: bool,
    command: Option<[u8; 16]>,
    follows_thread: bool,
    whole: Option<(i64, String)>,
    jobs: Vec<String>,
}

fn write(
    tx: &mut seloste_store::Tx,
    mut row: RecordRow,
    place: &Place,
    digests: &[(String, [u8; 16])],
    traced: &crate::trail::Traced,
) -> Result<RecordRow, Fault> {
    if let Some(command) = place.command {
        let mut result = row.person.as_bytes().to_vec();
        result.extend_from_slice(row.id.as_bytes());
        let expires = row.updated_ms + COMMAND_LIFE_MS;
        if let Some(earlier) = commands::once(tx, command, Some(row.person), &result, expires)? {
            return earlier_row(tx, &earlier);
        }
    }
    if place.follows_thread {
        let parent = row.thread.ok_or_else(|| Fault::internal("a part without its whole"))?;
        let parent = records::get(tx, row.person, parent)?.ok_or_else(crate::access::not_found)?;
        row.due_ms = parent.due_ms;
        row.review_ms = parent.review_ms;
        if let Some((expected, state)) = &place.whole {
            let updated_ms = row.updated_ms;
            let change = records::Change { state: Some(state.clone()), updated_ms, ..Default::default() };
            records::update(tx, row.person, parent.id, *expected, &change)?;
        }
    }
    row.policy = policies::intern(tx, &place.register, &place.kind, place.version)?;
    if place.is_new {
        persons::insert(tx, row.person, &place.register, row.created_ms)?;
    }
    persons::insert_key(tx, row.person, &place.class, row.key)?;
    if place.numbered {
        row.number = Some(records::max_number(tx, &place.register, &place.kind)?.unwrap_or(0) + 1);
    }
    records::insert(tx, &row)?;
    for (field, digest) in digests {
        lookups::put(tx, field, *digest, row.person, row.id)?;
    }
    for name in &place.jobs {
        jobs::put(tx, name, row.updated_ms, row.person, row.id)?;
    }
    traced.write(tx)?;
    Ok(row)
}

/// How long a command id is remembered: longer than any form stays valid.
const COMMAND_LIFE_MS: i64 = 24 * 60 * 60 * 1000;

fn earlier_row(tx: &mut seloste_store::Tx, result: &[u8]) -> Result<RecordRow, Fault> {
    let gone = || Fault::new(FaultKind::Gone, "fault-erased");
    let (person, id) = result.split_at_checked(16).ok_or_else(gone)?;
    let person = PersonId::from_slice(person).ok_or_else(gone)?;
    let id = RecordId::from_slice(id).ok_or_else(gone)?;
    records::get(tx, person, id)?.ok_or_else(gone)
}

/// Under which actions a kind may be written. Who sorts may write only what comes from staff.
fn writers(declared: &Collect) -> &'static [Action] {
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

fn undeclared_kind(access: &Access, kind: &str) -> Fault {
    Fault::refused("fault-kind-undeclared", format!("{}.kinds", access.register.notice.id))
        .with("kind", kind)
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

type Fields = Vec<(String, Sensitive<String>)>;

fn validate(access: &Access, declared: &Collect, draft: &Draft) -> Result<(Fields, usize), Fault> {
    let mut fields: Fields = Vec::new();
    let mut masked = 0;
    for (name, value) in &draft.fields {
        let field = declared.field(name).ok_or_else(|| {
            let promise = format!("{}.fields.{}", access.register.notice.id, declared.kind);
            Fault::new(FaultKind::Invalid, "fault-field-undeclared")
                .with("field", name)
                .with("promise", promise)
                .in_field(name)
        })?;
        if fields.iter().any(|(known, _)| known == name) {
            return Err(invalid("fault-field-twice", name));
        }
        let value = value.expose(Exit::Decision);
        if value.is_empty() {
            continue;
        }
        check_value(field, value)?;
        let (value, codes) = match field.ty {
            FieldType::Line | FieldType::Text => mask::identity_codes(value),
            _ => (value.clone(), 0),
        };
        masked += codes;
        fields.push((name.clone(), Sensitive::new(value)));
    }
    for field in declared.fields.iter().filter(|field| field.required) {
        if !fields.iter().any(|(name, _)| *name == field.name) {
            return Err(invalid("fault-field-missing", &field.name));
        }
    }
    let consents = consents(access, declared, draft, &fields)?;
    if let Some(consents) = consents {
        fields.push((CONSENTS.to_owned(), Sensitive::new(consents)));
    }
    Ok((fields, masked))
}

fn invalid(key: &'static str, field: &str) -> Fault {
    Fault::new(FaultKind::Invalid, key).with("field", field).in_field(field)
}

/// Refuses a value that its declared type does not allow.
pub(crate) fn check_value(field: &Field, value: &str) -> Result<(), Fault> {
    let many_lines = matches!(field.ty, FieldType::Text);
    if value.chars().any(|c| c.is_control() && !(many_lines && matches!(c, '\n' | '\t'))) {
        return Err(invalid("fault-field-control", &field.name));
    }
    if value.chars().count() > field.max_chars as usize {
        return Err(
            invalid("fault-field-long", &field.name).with("max", field.max_chars.to_string())
        );
    }
    let fits = match &field.ty {
        FieldType::Email => is_mail_address(value),
        FieldType::Number => value.parse::<i64>().is_ok(),
        FieldType::Flag => matches!(value, "yes" | "no"),
        FieldType::Date => value.parse::<jiff::civil::Date>().is_ok(),
        FieldType::Time => value.parse::<Timestamp>().is_ok(),
        FieldType::Choice(choices) => choices.iter().any(|(name, _)| name == value),
        FieldType::Phone => {
            value.chars().all(|c| c.is_ascii_digit() || " +-()".contains(c))
                && value.chars().filter(char::is_ascii_digit).count() >= 5
        }
        FieldType::Line | FieldType::Text => true,
    };
    if fits { Ok(()) } else { Err(invalid("fault-field-form", &field.name)) }
}

/// A mail address that a relay can deliver to: `local@domain.tld`, RFC 5321 lengths, no quoting.
fn is_mail_address(value: &str) -> bool {
    let Some((local, domain)) = value.rsplit_once('@') else { return false };
    let plain = |c: char| !c.is_whitespace() && !c.is_control() && !"\"(),:;<>@[\\]".contains(c);
    !local.is_empty()
        && local.len() <= 64
        && domain.len() <= 253
        && local.chars().all(plain)
        && domain.contains('.')
        && domain.split('.').all(|label| {
            !label.is_empty()
                && label.len() <= 63
                && label.chars().all(|c| c.is_alphanumeric() || c == '-')
                && !label.starts_with('-')
                && !label.ends_with('-')
        })
}

/// The consents as they are kept with the record; refuses a field whose every purpose needs a
/// consent that was not given (Art. 6(1)(a), 7(1)).
fn consents(
    access: &Access,
    declared: &Collect,
    draft: &Draft,
    fields: &Fields,
) -> Result<Option<String>, Fault> {
    let notice = &access.register.notice;
    let by_consent = |name: &str| {
        notice.purpose(name).is_some_and(|purpose| purpose.basis == Some(Basis::Consent))
    };
    for purpose in &draft.consents {
        if !by_consent(purpose) {
            return Err(
                Fault::new(FaultKind::Invalid, "fault-purpose-undeclared").with("purpose", purpose)
            );
        }
    }
    for (name, _) in fields {
        let Some(field) = declared.field(name) else { continue };
        let allowed = field.purposes.is_empty()
            || field.purposes.iter().any(|purpose| {
                !by_consent(&purpose.value) || draft.consents.contains(&purpose.value)
            });
        if !allowed {
            return Err(invalid("fault-consent-missing", name));
        }
    }
    if draft.consents.is_empty() {
        return Ok(None);
    }
    let given: Vec<Consent> = draft
        .consents
        .iter()
        .map(|purpose| Consent {
            purpose: purpose.clone(),
            notice_version: access.register.version,
            lang: draft.lang,
        })
        .collect();
    serde_json::to_string(&given).map(Some).map_err(Fault::internal)
}

impl Engine {
    pub(crate) fn seal_fields(
        &self,
        access: &Access,
        key: &PersonKey,
        (kind, person, record): (&str, PersonId, RecordId),
        fields: &[(String, Sensitive<String>)],
    ) -> Result<seloste_kernel::Sealed, Fault> {
        let mut cells = Vec::with_capacity(fields.len());
        for (name, value) in fields {
            let place = access.register.place(kind, name, person, record);
            let cell = self.seal_cell(access.register.pads(kind, name), key, &place, value)?;
            cells.push((name.clone(), cell));
        }
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
    async fn key_for(
        self: &Arc<Self>,
        access: &Access,
        person: PersonId,
        class: &str,
        is_new: bool,
    ) -> Result<Arc<PersonKey>, Fault> {
        if !is_new {
            let class = class.to_owned();
            let known = self.store.read(move |tx| persons::key(tx, person, &class)).await?;
            if let Some(id) = known.into_iter().next() {
                return self.keyring.key(id);
            }
        }
        let engine = Arc::clone(self);
        let (register, class) = (access.register.notice.id.clone(), class.to_owned());
        tokio::task::spawn_blocking(move || {
            let id = engine.keyring.new_key(&register, &class)?;
            engine.keyring.key(id)
        })
        .await
        .map_err(Fault::internal)?
    }

    /// A new entry id.
    pub(crate) fn entry_id(&self) -> EntryId {
        EntryId::random(&*self.random)
    }
}

#[cfg(test)]
mod tests {
    use super::is_mail_address;

    #[test]
    fn mail_addresses_are_plain() {
        for good in ["maija@example.fi", "m.e+palaute@posti.example.fi", "öljy@äkäslompolo.fi"] {
            assert!(is_mail_address(good), "{good}");
        }
        for bad in [
            "",
            "maija",
            "@example.fi",
            "maija@",
            "maija@localhost",
            "a b@example.fi",
            "a@example.fi\nBcc: b@example.fi",
            "a@-x.fi",
            "a@b@example.fi",
            "<a@example.fi>",
        ] {
            assert!(!is_mail_address(bad), "{bad:?}");
        }
    }
}
