//! Signed-in sessions: a digest of a random secret, whose it is, and until when. No address, no
//! browser, nothing that tells where somebody was.

use seloste_kernel::{Fault, PersonId, SessionId, Timestamp};
use seloste_store::tables::sessions::{self, Session as Row};

use crate::Engine;

/// How somebody was recognised: what they proved then decides what the session opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// A member of staff, with every factor that their account has.
    Staff,
    /// Somebody with a receipt code. Opens their own data only.
    Own,
    /// Whoever reads the mail of an address, by a link from a letter. The session's person is the
    /// mailbox ([`Engine::mailbox`]), which has no data.
    Mailbox,
}

impl Way {
    /// The word in which it is kept.
    pub const fn word(self) -> &'static str {
        match self {
            Way::Staff => "staff",
            Way::Own => "own",
            Way::Mailbox => "mailbox",
        }
    }

    /// The way of a word.
    pub fn read(word: &str) -> Option<Self> {
        [Way::Staff, Way::Own, Way::Mailbox].into_iter().find(|way| way.word() == word)
    }
}

/// One session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Its id, for lists and for ending it.
    pub id: SessionId,
    /// Who is signed in.
    pub person: PersonId,
    /// How they were recognised.
    pub way: Way,
    /// When it began.
    pub created: Timestamp,
    /// When it ends at the latest.
    pub expires: Timestamp,
    /// The minute in which it was last used, no more exactly than that.
    pub used: Timestamp,
}

const MINUTE_MS: i64 = 60_000;

fn moment(ms: i64) -> Timestamp {
    Timestamp::from_millisecond(ms).unwrap_or_default()
}

/// The beginning of the minute: which one is enough, so that not every page costs a write.
fn minute(at: Timestamp) -> i64 {
    let ms = at.as_millisecond();
    ms - ms.rem_euclid(MINUTE_MS)
}

fn session(row: Row) -> Option<Session> {
    Some(Session {
        way: Way::read(&row.way)?,
        id: row.id,
        person: row.person,
        created: moment(row.created_ms),
        expires: moment(row.expires_ms),
        used: moment(row.last_ms),
    })
}

impl Engine {
    /// Keeps a new session. `token_digest` is SHA-256 of the cookie's secret, which is stored
    /// nowhere.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn begin_session(
        &self,
        token_digest: [u8; 32],
        session: &Session,
    ) -> Result<(), Fault> {
        let row = Row {
            token_digest,
            id: session.id,
            person: session.person,
            way: session.way.word().to_owned(),
            created_ms: session.created.as_millisecond(),
            last_ms: minute(session.used),
            expires_ms: session.expires.as_millisecond(),
        };
        match session.way {
            Way::Staff => self.store.write(move |tx| sessions::insert(tx, &row)).await,
            // Whoever comes to erase gets in on a full disk, too.
            Way::Own | Way::Mailbox => {
                self.write_surely(move |tx| sessions::insert(tx, &row)).await
            }
        }
    }

    /// The session behind a cookie, unless it has ended or lain unused too long; it counts as used
    /// now.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn session(&self, token_digest: [u8; 32]) -> Result<Option<Session>, Fault> {
        let now = self.now();
        let row = self.store.read(move |tx| sessions::find(tx, token_digest)).await?;
        let found = row.and_then(session);
        let Some(mut found) = found.filter(|found| self.is_live(found, now)) else {
            return Ok(None);
        };
        let this = minute(now);
        if this > found.used.as_millisecond() {
            let id = found.id;
            // A full disk must not keep anybody from looking.
            if let Err(fault) = self.store.write(move |tx| sessions::touch(tx, id, this)).await {
                tracing::debug!(?fault, "the use of a session could not be noted");
            }
            found.used = moment(this);
        }
        Ok(Some(found))
    }

    /// Neither over nor unused for longer than any of the published notices allows.
    fn is_live(&self, session: &Session, now: Timestamp) -> bool {
        let registers = self.registers();
        let idle = registers.iter().map(|register| register.notice.session_times().idle);
        let unused = idle.map(|idle| idle.after(session.used)).min();
        now < session.expires && unused.is_none_or(|end| now < end)
    }

    /// Ends one session.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn end_session(&self, token_digest: [u8; 32]) -> Result<(), Fault> {
        // The last record of somebody ends their session, also on a full disk.
        self.write_surely(move |tx| match sessions::find(tx, token_digest)? {
            Some(row) => sessions::delete(tx, row.id).map(drop),
            None => Ok(()),
        })
        .await
    }

    /// Ends one session of a person by its name in lists; somebody else's is left alone.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn end_session_of(&self, person: PersonId, id: SessionId) -> Result<bool, Fault> {
        self.store
            .write(move |tx| {
                let own = sessions::list(tx, person)?.iter().any(|row| row.id == id);
                if own { sessions::delete(tx, id) } else { Ok(false) }
            })
            .await
    }

    /// Ends every session of a person: after a change of password or role, or by their own wish.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn end_sessions(&self, person: PersonId) -> Result<(), Fault> {
        self.store.write(move |tx| sessions::delete_person(tx, person).map(drop)).await
    }

    /// A person's sessions that have not ended.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn sessions_of(&self, person: PersonId) -> Result<Vec<Session>, Fault> {
        let now = self.now();
        let rows = self.store.read(move |tx| sessions::list(tx, person)).await?;
        let all = rows.into_iter().filter_map(session);
        Ok(all.filter(|found| self.is_live(found, now)).collect())
    }

    /// Removes sessions that have ended.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn drop_ended_sessions(&self) -> Result<(), Fault> {
        let now = self.now().as_millisecond();
        self.store.write(move |tx| sessions::delete_expired(tx, now).map(|_| ())).await
    }
}
