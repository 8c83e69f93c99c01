//! What is gone of somebody of whom something else stays: whoever holds their code is told when it went,
//! why, and by which entry of the ledger that is proved (Art. 12(3)).

use seloste_kernel::{Fault, PersonId};
use seloste_store::Tx;
use seloste_store::tables::commands;
use serde::{Deserialize, Serialize};

use super::look::Held;
use super::{Intent, TOMBSTONE_LIFE_MS};
use crate::own::PACKAGE;
use crate::people::ErasedRecord;
use crate::telling::{REQUEST, TELLING};
use crate::{DISCLOSURE, Engine, HOLD};

/// Requests, copies, and what tells of disclosures and of holds are not what somebody left here: that a request was
/// matched with somebody is told to nobody when it is undone.
const ASIDE: [&str; 5] = [REQUEST, PACKAGE, DISCLOSURE, TELLING, HOLD];

/// A record that goes of somebody of whom others stay.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Gone {
    person: PersonId,
    /// Under which it is told.
    place: [u8; 16],
    kind: String,
    number: Option<i64>,
}

impl Engine {
    /// What goes of somebody of whom others stay. Parts go with their whole.
    pub(super) async fn gone_of(&self, held: &Held) -> Result<Vec<Gone>, Fault> {
        let mut gone = Vec::new();
        for row in held.going.iter().filter(|row| row.thread.is_none()) {
            let kind = self.policy(row.policy).await?.kind;
            if ASIDE.contains(&kind.as_str()) {
                continue;
            }
            let bytes = row.id.as_bytes();
            let place = self.keyring.index_key().digest("", "erased record", bytes);
            gone.push(Gone { person: held.person, place, kind, number: row.number });
        }
        Ok(gone)
    }
}

impl Gone {
    /// Notes it with the person, with whom it goes.
    pub(super) fn note(&self, tx: &mut Tx, intent: &Intent) -> Result<(), Fault> {
        let reference = intent.refs.iter().find(|reference| reference.person == self.person);
        let Some(reference) = reference else { return Ok(()) };
        let told = ErasedRecord {
            at_ms: intent.at_ms,
            why: reference.why(intent),
            entry: reference.entry,
            kind: self.kind.clone(),
            number: self.number,
        };
        let told = serde_json::to_vec(&told).map_err(Fault::internal)?;
        let expires_ms = intent.at_ms + TOMBSTONE_LIFE_MS;
        commands::once(tx, self.place, Some(self.person), &told, expires_ms).map(drop)
    }
}
