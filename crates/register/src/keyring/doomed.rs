//! Keys that a restore leaves out because they are on the erasure list. As long as it runs they open the
//! hashes of receipt codes, so that whoever holds one is still told that it was erased, and what the notice
//! lets stay as counts ([`crate::counted`]), and nothing else.

use std::collections::HashMap;
use std::sync::Arc;

use seloste_kernel::KeyId;
use seloste_vault::PersonKey;

use super::{Keyring, held};

/// By their ids; in memory alone.
pub(super) type Doomed = HashMap<KeyId, Arc<PersonKey>>;

impl Keyring {
    /// The key of this id that the restore which made this key ring has left out.
    pub(crate) fn doomed(&self, id: KeyId) -> Option<Arc<PersonKey>> {
        held(self.doomed.lock()).get(&id).cloned()
    }

    /// Nothing opens with them any more.
    pub(crate) fn forget_doomed(&self) {
        held(self.doomed.lock()).clear();
    }
}
