//! What every operation leaves behind: a ledger entry without personal data, and for the person
//! a line in "who has looked".

use seloste_kernel::{Actor, Fault, PersonId, RecordId};
use seloste_store::Tx;
use seloste_store::ledger::{self, Entry};
use seloste_store::tables::{accesses, records};
use seloste_vault::PersonKey;

use crate::{Access, Action, Engine};

const MINUTE_MS: i64 = 60_000;

/// Whose records an entry is about, all sealed under one key. The reference dies with the key.
pub(crate) struct Subject<'a> {
    pub person: PersonId,
    pub records: &'a [RecordId],
    pub key: &'a PersonKey,
}

/// An entry ready to be written in the transaction of its effect.
#[derive(Clone)]
pub(crate) struct Traced {
    pub entry: Entry,
    look: Option<accesses::Access>,
}

impl Traced {
    /// Tells the person this action instead of the ledger's.
    pub(crate) fn told_as(&mut self, action: Action) {
        if let Some(look) = &mut self.look {
            action.name().clone_into(&mut look.action);
        }
    }

    pub(crate) fn write(&self, tx: &mut Tx) -> Result<(), Fault> {
        Self::write_all(tx, std::slice::from_ref(self))
    }

    pub(crate) fn write_all(tx: &mut Tx, traces: &[Self]) -> Result<(), Fault> {
        let entries: Vec<&Entry> = traces.iter().map(|traced| &traced.entry).collect();
        ledger::append_all(tx, &entries)?;
        let looks: Vec<&accesses::Access> =
            traces.iter().filter_map(|traced| traced.look.as_ref()).collect();
        accesses::insert(tx, &looks)
    }
}

impl Engine {
    pub(crate) fn trail(
        &self,
        access: &Access,
        action: &str,
        kind: &str,
        subject: Option<Subject<'_>>,
        count: i64,
    ) -> Result<Traced, Fault> {
        let id = self.entry_id();
        let at_ms = self.now().as_millisecond();
        let (mut subject_ref, mut commitment) = ([0; 16], [0; 32]);
        if let Some(subject) = &subject {
            subject_ref = subject.key.subject_ref(&id);
            let records: Vec<&[u8]> =
                subject.records.iter().map(RecordId::as_bytes).map(<[u8; 16]>::as_slice).collect();
            commitment = subject.key.commitment(&id, &records.concat());
        }
        let entry = Entry {
            id,
            at_ms: to_the_minute(at_ms),
            actor: ledger_word(&access.actor),
            actor_ref: self.actor_ref(&access.actor, subject_ref),
            action: action.to_owned(),
            purpose: access.purpose.clone(),
            kind: kind.to_owned(),
            subject_ref,
            commitment,
            notice_version: access.register.version,
            counts: count,
        };
        // People are told who else has looked; what they did themselves, as a visitor or later
        // recognised, is in the ledger only.
        let own = |person| access.actor == Actor::Visitor || access.actor == Actor::Person(person);
        let others = subject.filter(|subject| !own(subject.person));
        let look = others.map(|subject| accesses::Access {
            person: subject.person,
            entry: id,
            at_ms,
            role: entry.actor.clone(),
            purpose: access.purpose.clone(),
            action: action.to_owned(),
        });
        Ok(Traced { entry, look })
    }

    /// As [`Engine::trail`], of a person as a whole: told to them by the oldest record they have.
    pub(crate) async fn trail_whole(
        &self,
        access: &Access,
        action: &str,
        person: PersonId,
    ) -> Result<Traced, Fault> {
        let oldest = self.store.read(move |tx| records::of_person(tx, person, None, 1)).await?;
        let Some(row) = oldest.first() else { return self.trail(access, action, "", None, 1) };
        let key = self.keyring.key(row.key)?;
        let subject = Subject { person, records: &[row.id], key: &key };
        self.trail(access, action, "", Some(subject), 1)
    }

    /// Staff are told apart by a keyed hash that an officer can recompute; a person acting on
    /// their own is the subject; nobody else has a reference.
    pub(crate) fn actor_ref(&self, actor: &Actor, subject_ref: [u8; 16]) -> [u8; 16] {
        match actor {
            Actor::Staff { user, .. } | Actor::Program { user, .. } => {
                self.keyring.index_key().digest("", "ledger-actor/1", user.as_bytes())
            }
            Actor::Person(_) => subject_ref,
            Actor::Visitor | Actor::Operator | Actor::Job(_) => [0; 16],
        }
    }
}

/// Before the role of the account whose key a program uses, in the ledger.
pub const PROGRAM: &str = "program:";

/// An actor as the ledger names them: the role for staff, else the kind of actor; never a name.
pub(crate) fn ledger_word(actor: &Actor) -> String {
    match actor {
        Actor::Staff { role, .. } => role.clone(),
        Actor::Program { role, .. } => format!("{PROGRAM}{role}"),
        Actor::Job(name) => format!("job:{name}"),
        other => other.word().to_owned(),
    }
}

/// The ledger tells moments to the minute: finer ones would tell people apart.
pub(crate) fn to_the_minute(at_ms: i64) -> i64 {
    at_ms - at_ms.rem_euclid(MINUTE_MS)
}
