//! Who is signed in. The token itself is never stored, only its digest.

use seloste_kernel::{Fault, PersonId, SessionId};

use crate::fault;
use crate::mark::Marked;
use crate::tx::Tx;
use crate::value::{Row, params};

/// One signed-in session. Moments are milliseconds since 1970.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// SHA-256 of the token in the cookie.
    pub token_digest: [u8; 32],
    /// Safe in lists.
    pub id: SessionId,
    /// Who.
    pub person: PersonId,
    /// How the person was recognised.
    pub way: String,
    /// When it began.
    pub created_ms: i64,
    /// When it ends, whatever happens.
    pub expires_ms: i64,
    /// When it was last used.
    pub last_ms: i64,
}

/// When one was last used changes too often; it can only end a session.
pub(crate) static TABLE: Marked = Marked::new(
    "sessions",
    &["token_digest"],
    &["id", "person", "way", "created_ms", "expires_ms"],
    &["last_ms"],
);

/// Begins a session.
///
/// # Errors
/// `Conflict` when the token or the id is in use.
pub fn insert(tx: &mut Tx, session: &Session) -> Result<(), Fault> {
    let row = params![
        &session.token_digest,
        &session.id,
        &session.person,
        &session.way,
        session.created_ms,
        session.expires_ms,
        session.last_ms
    ];
    match tx.put(&TABLE, row)? {
        1 => Ok(()),
        _ => Err(fault::conflict("the session is there already")),
    }
}

/// The session of this token's digest, ended or not: the caller compares the moments.
///
/// # Errors
/// Only the engine's.
pub fn find(tx: &mut Tx, token_digest: [u8; 32]) -> Result<Option<Session>, Fault> {
    tx.genuine_first(&TABLE, "WHERE token_digest = $1", params![&token_digest], read)
}

/// The session was used.
///
/// # Errors
/// Only the engine's.
pub fn touch(tx: &mut Tx, id: SessionId, last_ms: i64) -> Result<(), Fault> {
    tx.execute("UPDATE sessions SET last_ms = $2 WHERE id = $1", params![&id, last_ms]).map(drop)
}

/// Ends a session; says whether it was there.
///
/// # Errors
/// Only the engine's.
pub fn delete(tx: &mut Tx, id: SessionId) -> Result<bool, Fault> {
    Ok(tx.execute("DELETE FROM sessions WHERE id = $1", params![&id])? > 0)
}

/// Ends all sessions of a person; says how many.
///
/// # Errors
/// Only the engine's.
pub fn delete_person(tx: &mut Tx, person: PersonId) -> Result<u64, Fault> {
    tx.execute("DELETE FROM sessions WHERE person = $1", params![&person])
}

/// Removes sessions that ended at `now_ms` or before; says how many.
///
/// # Errors
/// Only the engine's.
pub fn delete_expired(tx: &mut Tx, now_ms: i64) -> Result<u64, Fault> {
    tx.execute("DELETE FROM sessions WHERE expires_ms <= $1", params![now_ms])
}

/// A person's sessions, newest first.
///
/// # Errors
/// Only the engine's.
pub fn list(tx: &mut Tx, person: PersonId) -> Result<Vec<Session>, Fault> {
    let rest = "WHERE person = $1 ORDER BY created_ms DESC, id DESC";
    tx.genuine(&TABLE, rest, params![&person], read)
}

fn read(row: &Row<'_>) -> Result<Session, Fault> {
    Ok(Session {
        token_digest: row.digest(0)?,
        id: row.id(1)?,
        person: row.id(2)?,
        way: row.text(3)?,
        created_ms: row.int(4)?,
        expires_ms: row.int(5)?,
        last_ms: row.int(6)?,
    })
}
