//! Evidence: what people vouch for, what checks have found, and the key that anybody can verify
//! the ledger with.

use std::sync::Arc;

use seloste_kernel::{Fault, Timestamp};
use seloste_store::ledger::{PublicKey, Signer};
use seloste_store::tables::attestations::{self, Attestation};
use seloste_store::tables::{jobs, proofs};

use crate::access::{Action, not_allowed};
use crate::engine::LedgerSigner;
use crate::trail::ledger_word;
use crate::{Access, Engine};

/// Somebody's word that a measure is in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attested {
    /// The attestation's name in the notice.
    pub name: String,
    /// In which role it was given.
    pub role: String,
    /// When.
    pub at: Timestamp,
    /// Until when it holds.
    pub until: Timestamp,
    /// SHA-256 of the document that shows it.
    pub document: [u8; 32],
}

/// What a check found about one promise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The promise's id.
    pub promise: String,
    /// When.
    pub at: Timestamp,
    /// The state, as JSON.
    pub state: String,
}

impl Engine {
    /// Vouches for a measure of the notice, from now for as long as the notice says.
    ///
    /// # Errors
    /// `NotFound` for a measure that the notice does not have; `Forbidden` when it names another
    /// role, or the access is not for attesting.
    pub async fn attest(
        self: &Arc<Self>,
        access: &Access,
        name: &str,
        document: [u8; 32],
    ) -> Result<Attested, Fault> {
        access.demand(&[Action::Attest])?;
        let notice = &access.register.notice;
        let declared = notice.attestations.iter().find(|known| known.name == name);
        let declared = declared.ok_or_else(crate::access::not_found)?;
        let role = ledger_word(&access.actor);
        if declared.by.as_ref().is_some_and(|wanted| *wanted != role) {
            return Err(not_allowed(Action::Attest, &access.purpose));
        }
        let every = declared.every.ok_or_else(crate::access::not_found)?;
        let at = self.now();
        let until = every.after(at);
        let row = Attestation {
            register: notice.id.clone(),
            name: name.to_owned(),
            by_role: role,
            at_ms: at.as_millisecond(),
            until_ms: until.as_millisecond(),
            document_hash: document,
            note: None,
        };
        let traced = self.trail(access, "attest", "", None, 1)?;
        let kept = row.clone();
        self.store
            .write(move |tx| {
                attestations::put(tx, &kept)?;
                traced.write(tx)
            })
            .await?;
        Ok(attested(row))
    }

    /// The newest word on every measure of a register.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn attestations(&self, register: &str) -> Result<Vec<Attested>, Fault> {
        let all = self.store.read(attestations::latest_all).await?;
        Ok(all.into_iter().filter(|row| row.register == register).map(attested).collect())
    }

    /// The newest finding about every promise.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn findings(&self) -> Result<Vec<Finding>, Fault> {
        Ok(self.store.read(proofs::latest_all).await?.into_iter().map(finding).collect())
    }

    /// Findings about one promise, newest first, at most `limit`.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn findings_of(&self, promise: &str, limit: i64) -> Result<Vec<Finding>, Fault> {
        let promise = promise.to_owned();
        let rows = self.store.read(move |tx| proofs::history(tx, &promise, limit)).await?;
        Ok(rows.into_iter().map(finding).collect())
    }

    /// Forgets findings before a moment.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn forget_findings(&self, before: Timestamp) -> Result<u64, Fault> {
        let before = before.as_millisecond();
        self.store.write(move |tx| proofs::delete_before(tx, before)).await
    }

    /// How much work waits in the queue.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn waiting_jobs(&self) -> Result<i64, Fault> {
        self.store.read(jobs::pending_count).await
    }

    /// Who signs for this installation: its ledger, its backups, its list of erasures.
    pub fn signer(&self) -> Arc<dyn Signer> {
        Arc::new(LedgerSigner::new(Arc::clone(&self.keyring)))
    }

    /// The key that verifies this installation's ledger.
    pub fn ledger_key(&self) -> PublicKey {
        PublicKey::of(&LedgerSigner::new(Arc::clone(&self.keyring)))
    }
}

fn attested(row: Attestation) -> Attested {
    Attested {
        name: row.name,
        role: row.by_role,
        at: moment(row.at_ms),
        until: moment(row.until_ms),
        document: row.document_hash,
    }
}

fn finding(row: proofs::Proof) -> Finding {
    Finding { promise: row.promise, at: moment(row.at_ms), state: row.state }
}

fn moment(ms: i64) -> Timestamp {
    Timestamp::from_millisecond(ms).unwrap_or_default()
}
