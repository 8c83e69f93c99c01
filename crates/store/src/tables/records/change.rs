//! Changing a record, on condition that nobody else has changed it.

use seloste_kernel::{Fault, KeyId, PersonId, RecordId, Sealed};

use crate::fault;
use crate::tx::Tx;
use crate::value::{Value, params};

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
    let (sql, params) = statement(&person, &id, expect_version, change);
    if let Some(version) = tx.first(&sql, &params, |row| row.int(0))? {
        return Ok(version);
    }
    let there = "SELECT version FROM records WHERE person = $1 AND id = $2";
    match tx.first(there, params![&person, &id], |row| row.int(0))? {
        Some(_) => Err(fault::conflict("the record has another version")),
        None => Err(fault::missing("the record")),
    }
}

fn statement<'a>(
    person: &'a PersonId,
    id: &'a RecordId,
    expect_version: i64,
    change: &'a Change,
) -> (String, Vec<Value<'a>>) {
    let mut params: Vec<Value<'a>> =
        vec![person.into(), id.into(), expect_version.into(), change.updated_ms.into()];
    let mut sql = String::from("UPDATE records SET version = version + 1, updated_ms = $4");
    let mut set = |column: &str, value: Option<Value<'a>>| {
        if let Some(value) = value {
            params.push(value);
            sql.push_str(&format!(", {column} = ${}", params.len()));
        }
    };
    set("state", change.state.as_ref().map(Into::into));
    set("body", change.body.as_ref().map(Into::into));
    set("key_id", change.key.as_ref().map(Into::into));
    set("policy", change.policy.map(Into::into));
    set("due_ms", change.due_ms.map(Into::into));
    set("review_ms", change.review_ms.map(Into::into));
    set("thread", change.thread.as_ref().map(|thread| thread.as_ref().into()));
    set("number", change.number.map(Into::into));
    if let Some(policy) = change.policy {
        params.push(policy.into());
        let place = params.len();
        sql.push_str(&format!(", kind = (SELECT p.kind FROM policies p WHERE p.id = ${place})"));
    }
    sql.push_str(" WHERE person = $1 AND id = $2 AND version = $3 RETURNING version");
    (sql, params)
}
