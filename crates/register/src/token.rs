//! Keys with which a program acts for somebody who has an account. Only a keyed digest is stored;
//! a key dies with its time, with a change of the account's password, and with the person.

use seloste_kernel::{Exit, Fault, PersonId, Sensitive, Timestamp};
use seloste_store::tables::commands;

use crate::access::Action;
use crate::engine::hex;
use crate::{Access, Engine};

/// Tells people, and programs that look for leaked secrets, what the text is.
const PREFIX: &str = "seloste_";

/// Bytes of randomness in a key.
const KEY_BYTES: usize = 32;

impl Engine {
    /// A key that stands for the person until `expires`. Shown once, stored nowhere.
    ///
    /// # Errors
    /// `Forbidden` unless the access is for managing users.
    pub async fn make_token(
        &self,
        access: &Access,
        person: PersonId,
        expires: Timestamp,
    ) -> Result<Sensitive<String>, Fault> {
        access.demand(&[Action::ManageUsers])?;
        let mut bytes = [0; KEY_BYTES];
        self.random.fill(&mut bytes);
        let token = format!("{PREFIX}{}", hex(&bytes));
        let digest = self.token_digest(&token);
        let traced = self.trail(access, "make-token", "", None, 1)?;
        self.store
            .write(move |tx| {
                let ends = expires.as_millisecond();
                commands::once(tx, digest, Some(person), person.as_bytes(), ends)?;
                traced.write(tx)
            })
            .await?;
        Ok(Sensitive::new(token))
    }

    /// Whom a key stands for; `None` when it was never made, is void or too old.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn token(&self, token: &Sensitive<String>) -> Result<Option<PersonId>, Fault> {
        let digest = self.token_digest(token.expose(Exit::Decision));
        let now = self.now().as_millisecond();
        let person = self.store.read(move |tx| commands::unexpired(tx, digest, now)).await?;
        Ok(person.and_then(|bytes| PersonId::from_slice(&bytes)))
    }

    fn token_digest(&self, token: &str) -> [u8; 16] {
        self.keyring.index_key().digest("", "api token", token.as_bytes())
    }
}
