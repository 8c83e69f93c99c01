//! One-time links: whoever opens the mail is the one whose address it went to. Only a digest of
//! the link is kept; it works once, for a while, and dies with the person.

use seloste_kernel::{Exit, Fault, PersonId, RecordId, Sensitive, Timestamp};
use seloste_store::tables::commands;
use seloste_vault::receipt;
use serde::{Deserialize, Serialize};

use crate::access::Action;
use crate::{Access, Engine};

/// Whom a one-time link recognises.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Linked {
    /// The person.
    pub person: PersonId,
    /// The request for which it was sent.
    pub about: Option<RecordId>,
    expires_ms: i64,
}

impl Engine {
    /// Makes a one-time link to a person; what is returned is its secret part.
    ///
    /// # Errors
    /// `NotFound` when the access does not reach the person.
    pub async fn make_link(
        &self,
        access: &Access,
        person: PersonId,
        about: Option<RecordId>,
        expires: Timestamp,
    ) -> Result<Sensitive<String>, Fault> {
        access.reaches(person)?;
        access.demand(&[Action::DecideRequests])?;
        let secret = self.receipt(None);
        let digest = self.link_digest(&secret);
        let expires_ms = expires.as_millisecond();
        let linked = Linked { person, about, expires_ms };
        let bytes = serde_json::to_vec(&linked).map_err(Fault::internal)?;
        let traced = self.trail(access, "make-link", "", None, 1)?;
        self.store
            .write(move |tx| {
                commands::once(tx, digest, Some(person), &bytes, expires_ms)?;
                traced.write(tx)
            })
            .await?;
        Ok(Sensitive::new(receipt::encode(&secret)))
    }

    /// Whom the link recognises; it never does so again. A link that is not known, was used or
    /// is too old recognises nobody.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn follow_link(&self, typed: &Sensitive<String>) -> Result<Option<Linked>, Fault> {
        let secret =
            receipt::parse(typed.expose(Exit::Decision)).unwrap_or_else(|_| self.receipt(None));
        let digest = self.link_digest(&secret);
        let now = self.now().as_millisecond();
        let Some(bytes) = self.store.write(move |tx| commands::take(tx, digest)).await? else {
            return Ok(None);
        };
        let linked: Linked = serde_json::from_slice(&bytes).map_err(Fault::internal)?;
        Ok((linked.expires_ms > now).then_some(linked))
    }

    fn link_digest(&self, secret: &[u8; 16]) -> [u8; 16] {
        self.keyring.index_key().digest("", "one-time link", secret)
    }
}
