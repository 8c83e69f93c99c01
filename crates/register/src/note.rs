//! Happenings that touch no field and still belong in the ledger: signing in, failing to.

use seloste_kernel::{Fault, PersonId, RecordId};

use crate::trail::Subject;
use crate::{Access, Engine};

impl Engine {
    /// Writes a ledger entry and nothing else; about a record, it also stands among those who
    /// have looked at that person's data.
    ///
    /// # Errors
    /// When the store fails, or the record's key is gone.
    pub async fn note(
        &self,
        access: &Access,
        action: &str,
        kind: &str,
        about: Option<(PersonId, RecordId)>,
    ) -> Result<(), Fault> {
        let Some((_, id)) = about else {
            let traced = self.trail(access, action, kind, None, 0)?;
            return self.store.write(move |tx| traced.write(tx)).await;
        };
        let row = self.row(access, id).await?;
        let key = self.keyring.key(row.key)?;
        let subject = Subject { person: row.person, records: &[id], key: &key };
        let traced = self.trail(access, action, kind, Some(subject), 1)?;
        self.store.write(move |tx| traced.write(tx)).await
    }
}
