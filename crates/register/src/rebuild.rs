//! Making the lookups anew. They lie in a file of their own that no backup holds, so after a
//! restore, or when that file is lost, every record is opened once and hashed again.

use seloste_kernel::{Fault, FaultKind, PersonId, RecordId};
use seloste_store::tables::records::RecordRow;
use seloste_store::tables::{lookups, records};

use crate::consented::Keys;
use crate::engine::lookup_name;
use crate::read::{CONSENTS, RECEIPT, read_consents};
use crate::{Engine, body};

/// So many records are hashed in one transaction.
const BATCH: i64 = 500;

pub(crate) type Hashed = (String, [u8; 16], PersonId, RecordId);

impl Engine {
    pub(crate) async fn rebuild_lookups_if_stale(&self) -> Result<(), Fault> {
        if !self.store.read(lookups::stale).await? {
            return Ok(());
        }
        self.store.write(lookups::clear).await?;
        let (mut after, mut count) = (None, 0);
        loop {
            let rows = self.store.read(move |tx| records::all(tx, after, BATCH)).await?;
            let Some(last) = rows.last().map(|row| row.id) else { break };
            let mut hashed = Vec::new();
            for row in &rows {
                hashed.extend(self.hashed(row).await?);
            }
            count += hashed.len();
            self.store
                .write(move |tx| {
                    let put = |(field, digest, person, record): &Hashed| {
                        lookups::put(tx, field, *digest, *person, *record)
                    };
                    hashed.iter().try_for_each(put)
                })
                .await?;
            after = Some(last);
        }
        // Last: what a crash interrupts is made anew from the beginning.
        self.store.write(lookups::mark_rebuilt).await?;
        tracing::info!(lookups = count, "lookups were made anew");
        Ok(())
    }

    /// A record whose key is gone has been erased; nothing is to be found by it. Any other failure
    /// ends the work: whoever was left out could never sign in or be recognised again.
    pub(crate) async fn hashed(&self, row: &RecordRow) -> Result<Vec<Hashed>, Fault> {
        let policy = self.policy(row.policy).await?;
        let written = self.version(&policy).await?;
        // A damaged row or cell opens for nobody; it must not keep all the others from being found.
        let Ok(cells) = body::decode(&row.body) else {
            tracing::error!(record = %row.id, "a record's body is damaged; no lookups were made");
            return Ok(Vec::new());
        };
        let keys = match Keys::of(&self.keyring, row, &cells) {
            Err(fault) if fault.kind() == FaultKind::Gone => return Ok(Vec::new()),
            found => found?,
        };
        let declared = written.notice.kind(&policy.kind);
        let mut hashed = Vec::new();
        for (name, cell) in cells {
            let searchable =
                declared.and_then(|kind| kind.field(&name)).is_some_and(|field| field.lookup);
            if ![RECEIPT, CONSENTS].contains(&name.as_str()) && !searchable {
                continue;
            }
            let place = written.place(&policy.kind, &name, row.person, row.id);
            let key = match keys.field(&written, &policy.kind, &name) {
                // What rested on a consent that was withdrawn.
                Err(fault) if fault.kind() == FaultKind::Gone => continue,
                found => found?,
            };
            let Ok(text) = body::open(&key, &place, &cell) else {
                tracing::error!(record = %row.id, field = name, "a cell does not open");
                continue;
            };
            if name == CONSENTS {
                let references = self.references(&written, row.id, &read_consents(&text)?);
                hashed.extend(
                    references.into_iter().map(|(name, of)| (name, of, row.person, row.id)),
                );
                continue;
            }
            let value = text.expose(seloste_kernel::Exit::Decision);
            if name == RECEIPT {
                let name = lookup_name(&written, "receipt");
                let codes = value.split(' ').filter_map(unhex);
                hashed.extend(codes.map(|digest| (name.clone(), digest, row.person, row.id)));
            } else {
                let digest = self.digest(&written, &name, value);
                hashed.push((lookup_name(&written, &name), digest, row.person, row.id));
            }
        }
        Ok(hashed)
    }
}

/// Sixteen bytes from their hexadecimal.
pub(crate) fn unhex(text: &str) -> Option<[u8; 16]> {
    u128::from_str_radix(text, 16).ok().filter(|_| text.len() == 32).map(u128::to_be_bytes)
}
