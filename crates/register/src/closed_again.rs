//! After a backup was put back: what people have closed since then is closed again, also what they
//! or the organisation opened meanwhile. A backup must open nothing that was closed.

use std::sync::Arc;

use seloste_kernel::{Fault, PersonId, Timestamp};
use seloste_store::Tx;
use seloste_store::tables::limits::{self, Limit};
use seloste_store::tables::persons::{self, PersonRow};

use crate::keyring::day_of;
use crate::objection::{self, FOR_GOOD, UPHELD, WAITING};
use crate::restore::restoring;
use crate::restriction::{self, RestrictionGround};
use crate::{Access, Engine, Register};

/// Persons looked at in one step.
const STEP: i64 = 500;

/// What was left behind when there was one restriction without a ground.
fn plain_restriction(person: PersonId) -> Vec<u8> {
    [b"unrestricted".as_slice(), person.as_bytes()].concat()
}

impl Engine {
    /// Closes again what was closed after the backup of that moment; says for how many people.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn close_again(self: &Arc<Self>, made: Timestamp) -> Result<u64, Fault> {
        let mut people = 0;
        for register in self.registers() {
            let mut after: Option<PersonId> = None;
            loop {
                let name = register.notice.id.clone();
                let step = move |tx: &mut Tx| persons::list(tx, &name, after, STEP);
                let found = self.store.read(step).await?;
                let Some(last) = found.last() else { break };
                after = Some(last.id);
                for person in &found {
                    people += u64::from(self.close_person_again(&register, person, made).await?);
                }
            }
            let access = Access::of_engine(Arc::clone(&register), restoring());
            people += self.leave_out_listed(&access).await? as u64;
        }
        Ok(people)
    }

    async fn close_person_again(
        &self,
        register: &Arc<Register>,
        person: &PersonRow,
        made: Timestamp,
    ) -> Result<bool, Fault> {
        let now = self.now().as_millisecond();
        let (id, since) = (person.id, day_of(made));
        let left = |what: Vec<u8>| self.keyring.was_left_behind(&what, since);
        let mut wanted: Vec<Limit> = Vec::new();
        let rows = self.rows_of(id).await?;
        for record in rows.iter().map(|row| Some(row.id)).chain([None]) {
            let mut grounds = RestrictionGround::ALL.into_iter();
            let ground = grounds.find(|ground| left(restriction::mark(*ground, id, record)));
            wanted.extend(ground.map(|ground| restriction::limit(id, record, ground, now)));
        }
        let whole = wanted.iter().any(|limit| limit.record.is_none());
        if !whole && left(plain_restriction(id)) {
            wanted.push(restriction::limit(id, None, RestrictionGround::Accuracy, now));
        }
        for purpose in &register.notice.purposes {
            let mut whys = [FOR_GOOD, UPHELD, WAITING].into_iter();
            let why = whys.find(|why| left(objection::mark(why, id, &purpose.name)));
            wanted.extend(why.map(|why| objection::limit(id, &purpose.name, why, now)));
        }
        if wanted.is_empty() {
            return Ok(false);
        }
        let access = Access::of_engine(Arc::clone(register), restoring());
        let restricts = wanted.iter().any(|limit| limit.purpose.is_none());
        let word = if restricts { "restrict" } else { "object" };
        let traced = self.trail_whole(&access, word, id).await?;
        self.store
            .write(move |tx| {
                let mut closed = false;
                for limit in &wanted {
                    let added = limits::add(tx, limit)?;
                    // Upheld after the backup, or closed by the person beside the list.
                    if !added && limit.purpose.is_some() && limit.why != WAITING {
                        limits::change(tx, limit)?;
                    }
                    if added && limit.purpose.is_none() && limit.record.is_none() {
                        persons::set_restricted(tx, id, true)?;
                    }
                    closed |= added;
                }
                if closed {
                    traced.write(tx)?;
                }
                Ok(closed)
            })
            .await
    }
}
