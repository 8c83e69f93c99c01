//! Publishing a notice: from then on it is what the engine obeys. Versions are kept for ever.

use std::sync::Arc;

use seloste_kernel::{Actor, Fault, FaultKind, ZONE};
use seloste_notice::Level;
use seloste_notice::model::Text;
use seloste_store::ledger::{self, Entry};
use seloste_store::tables::publications::{self, Publication};
use seloste_store::tables::{meta, notices};

use crate::access::{Action, not_allowed};
use crate::published::{commitment, pinned, row};
use crate::settle::{Settle, intent_of};
use crate::trail::{ledger_word, to_the_minute};
use crate::{Engine, Register};

impl Engine {
    /// Publishes the text as the next version of its register; the same text again changes
    /// nothing. The date is the moment of publishing and cannot be given.
    ///
    /// The operator may, and staff in a role to which the notice in force gives it. Who did it is
    /// in the ledger.
    ///
    /// # Errors
    /// `Forbidden` for everybody else; `Invalid` while the checker has errors; the findings are
    /// `seloste check`'s to show.
    pub async fn publish(&self, actor: &Actor, text: &str) -> Result<Arc<Register>, Fault> {
        self.publish_with(actor, text, (Settle::default(), &Text::new())).await
    }

    /// As [`Engine::publish`]; what is to become of stored records stands with the version until it
    /// is done, and why it was published for ever.
    pub(crate) async fn publish_with(
        &self,
        actor: &Actor,
        text: &str,
        (settle, reason): (Settle, &Text),
    ) -> Result<Arc<Register>, Fault> {
        // Written out, so that what was promised does not change with the program.
        let source = seloste_notice::read(text, "notice.kdl").whole();
        let reading = seloste_notice::read(&source, "notice.kdl");
        let today = self.now().in_tz(ZONE).map_err(Fault::internal)?.date();
        let errors = seloste_notice::check_on(&reading, today)
            .iter()
            .filter(|finding| finding.level == Level::Error)
            .count();
        if errors > 0 {
            return Err(Fault::new(FaultKind::Invalid, "fault-notice-has-errors")
                .with("count", errors.to_string()));
        }
        self.may_publish(actor, &reading.notice.id)?;
        let (hash, register) = (reading.hash(), reading.notice.id.clone());
        let published_ms = self.now().as_millisecond();
        let (pins, author) = (pinned(&reading.notice)?, ledger_word(actor));
        let entry = Entry {
            commitment: commitment(&hash, &author, reason),
            ..self.published_entry(actor, published_ms)
        };
        let said = row(&register, 0, &author, (reason, &pins))?;
        let row = self
            .store
            .write(move |tx| {
                if settle != Settle::default() {
                    meta::put(tx, &intent_of(&register), settle.word())?;
                }
                let latest = notices::latest(tx, &register)?;
                let version = latest.as_ref().map_or(1, |row| row.version + 1);
                if let Some(row) = latest.filter(|row| row.hash == hash) {
                    // The same text in which a later program reads something else is another version:
                    // what was published stays as it was read.
                    let known = publications::get(tx, &row.register, row.version)?;
                    if known.is_none_or(|known| known.promises == said.promises) {
                        return Ok(row);
                    }
                }
                let row = notices::Notice { register, version, hash, source, published_ms };
                notices::insert(tx, &row)?;
                publications::insert(tx, &Publication { version, ..said })?;
                ledger::append(tx, &Entry { notice_version: version, ..entry })?;
                Ok(row)
            })
            .await?;
        Ok(self.put_in_force(row))
    }

    fn may_publish(&self, actor: &Actor, register: &str) -> Result<(), Fault> {
        let may = match actor {
            Actor::Operator => true,
            Actor::Staff { role, .. } | Actor::Program { role, .. } => {
                self.register(register)?.notice.role(role).is_some_and(|role| {
                    role.may.iter().any(|known| known.value == Action::Publish.name())
                })
            }
            Actor::Visitor | Actor::Person(_) | Actor::Job(_) => false,
        };
        if may { Ok(()) } else { Err(not_allowed(Action::Publish, "")) }
    }

    /// A notice is about nobody: the entry names no purpose, kind or person.
    fn published_entry(&self, actor: &Actor, at_ms: i64) -> Entry {
        Entry {
            id: self.entry_id(),
            at_ms: to_the_minute(at_ms),
            actor: ledger_word(actor),
            actor_ref: self.actor_ref(actor, [0; 16]),
            action: Action::Publish.name().to_owned(),
            purpose: String::new(),
            kind: String::new(),
            subject_ref: [0; 16],
            commitment: [0; 32],
            notice_version: 0,
            counts: 1,
        }
    }

    /// All published versions of a register, oldest first.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn versions(&self, register: &str) -> Result<Vec<notices::Notice>, Fault> {
        let all = self.store.read(notices::all).await?;
        Ok(all.into_iter().filter(|row| row.register == register).collect())
    }

    /// Loads what is published.
    ///
    /// # Errors
    /// `Environment` for a notice that the engine did not write: what is obeyed must be what was
    /// published, also against those who can write into the database.
    pub(crate) async fn load_published(&self) -> Result<(), Fault> {
        // In the order of their versions: the last of each register stays.
        for row in self.store.read(notices::all).await? {
            self.put_in_force(row);
        }
        Ok(())
    }

    fn put_in_force(&self, row: notices::Notice) -> Arc<Register> {
        let register = Arc::new(Register::from_row(&row));
        let mut registers = self.registers.write().unwrap_or_else(|poisoned| poisoned.into_inner());
        registers.insert(row.register, Arc::clone(&register));
        register
    }
}
