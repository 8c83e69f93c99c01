//! Opened keys, for a short while.

use std::collections::HashMap;
use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use seloste_kernel::KeyId;
use seloste_vault::PersonKey;

/// How many keys are kept open at most (about 600 bytes each).
const CAPACITY: usize = 4096;
/// How long a key is kept open.
const LIFETIME: SignedDuration = SignedDuration::from_secs(60);

#[derive(Default)]
pub(super) struct Cache(HashMap<KeyId, (Arc<PersonKey>, Timestamp)>);

impl Cache {
    pub(super) fn get(&self, id: KeyId, now: Timestamp) -> Option<Arc<PersonKey>> {
        let (key, since) = self.0.get(&id)?;
        is_fresh(*since, now).then(|| Arc::clone(key))
    }

    pub(super) fn put(&mut self, key: Arc<PersonKey>, now: Timestamp) {
        if self.0.len() >= CAPACITY {
            self.forget_old(now);
        }
        if self.0.len() >= CAPACITY {
            self.0.clear();
        }
        self.0.insert(key.id(), (key, now));
    }

    pub(super) fn forget(&mut self, id: KeyId) {
        self.0.remove(&id);
    }

    pub(super) fn forget_old(&mut self, now: Timestamp) {
        self.0.retain(|_, (_, since)| is_fresh(*since, now));
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }
}

/// A clock that went backwards makes a key old, not young for ever.
fn is_fresh(since: Timestamp, now: Timestamp) -> bool {
    let age = now.duration_since(since);
    !age.is_negative() && age < LIFETIME
}
