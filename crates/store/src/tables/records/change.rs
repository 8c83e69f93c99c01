//! Changing a record, on condition that nobody else has changed it.

use seloste_kernel::{Fault, KeyId, PersonId, RecordId, Sealed};

use super::RecordRow;
use crate::fault;
use crate::tx::Tx;

/// What changes; `None` leaves as it is. Where a value may be absent, `Some(None)` removes it.
#[derive(Debug, Clone, Default)]
pub struct Change {
    /// The state.
    pub state: Option<String>,
    /// The sealed content.
    pub body: Option<Sealed>,
    /// The key that seals the content.
    pub key: Option<KeyId>,
    /// Kind and notice version.
    pub policy: Option<i64>,
    /// When it must be gone.
    pub due_ms: Option<Option<i64>>,
    /// When somebody must look at it.
    pub review_ms: Option<Option<i64>>,
    /// The record it belongs under.
    pub thread: Option<Option<RecordId>>,
    /// The number people can say aloud.
    pub number: Option<Option<i64>>,
    /// The moment of the change, milliseconds since 1970.
    pub updated_ms: i64,
}

/// Changes a record that still has the expected version; answers the new version.
///
/// # Errors
/// `Conflict` when it has another version, `NotFound` when it is gone.
pub fn update(
    tx: &mut Tx,
    person: PersonId,
    id: RecordId,
    expect_version: i64,
    change: &Change,
) -> Result<i64, Fault> {
    let known = super::get(tx, person, id)?.ok_or_else(|| fault::missing("the record"))?;
    let changed = || fault::conflict("the record has another version");
    if known.version != expect_version {
        return Err(changed());
    }
    let row = change.apply(known);
    let kind = super::super::policies::kind(tx, row.policy)?;
    let kind = kind.ok_or_else(|| fault::missing("the policy of a record"))?;
    let is = Some(expect_version);
    match tx.rewrite_if(&super::TABLE, &super::columns(&row, kind), "version", is)? {
        0 => Err(changed()),
        _ => Ok(row.version),
    }
}

impl Change {
    fn apply(&self, row: RecordRow) -> RecordRow {
        RecordRow {
            state: self.state.clone().unwrap_or(row.state),
            body: self.body.clone().unwrap_or(row.body),
            key: self.key.unwrap_or(row.key),
            policy: self.policy.unwrap_or(row.policy),
            due_ms: self.due_ms.unwrap_or(row.due_ms),
            review_ms: self.review_ms.unwrap_or(row.review_ms),
            thread: self.thread.unwrap_or(row.thread),
            number: self.number.unwrap_or(row.number),
            updated_ms: self.updated_ms,
            version: row.version + 1,
            ..row
        }
    }
}
