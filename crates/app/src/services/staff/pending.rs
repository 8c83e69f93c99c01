//! What waits for an answer: sign-ins for their second factor, challenges for a passkey. In memory,
//! for some minutes, and no session yet.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard};

use jiff::SignedDuration;
use seloste_kernel::{Random, Timestamp};
use seloste_web::CallerKey;

use crate::output::hex;

/// How long the second factor may take.
const LIFE: SignedDuration = SignedDuration::from_mins(5);
/// Wrong codes until the password is asked again.
const TRIES: u32 = 5;
/// As many may wait; the oldest makes room.
const WAITING_MAX: usize = 10_000;
/// As many of one caller may wait: one client crowds out nobody but itself.
const OF_ONE_MAX: usize = 40;

struct Slot<T> {
    what: T,
    caller: CallerKey,
    expires: Timestamp,
    wrong: u32,
}

/// All that wait for one kind of answer.
pub struct Waiting<T>(Mutex<HashMap<String, Slot<T>>>);

impl<T> Default for Waiting<T> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<T: Clone> Waiting<T> {
    /// Lets one wait; gives the name by which it goes on.
    pub fn begin(
        &self,
        random: &dyn Random,
        (now, caller): (Timestamp, CallerKey),
        what: T,
    ) -> String {
        let mut bytes = [0; 20];
        random.fill(&mut bytes);
        let id = hex(&bytes);
        let expires = now.checked_add(LIFE).unwrap_or(now);
        let mut all = self.all();
        let of_caller: Vec<(&String, Timestamp)> = all
            .iter()
            .filter(|(_, known)| known.caller == caller)
            .map(|(id, known)| (id, known.expires))
            .collect();
        let oldest = of_caller.iter().min_by_key(|(_, expires)| *expires);
        let oldest = oldest.map(|(id, _)| (*id).clone()).filter(|_| of_caller.len() >= OF_ONE_MAX);
        if let Some(oldest) = oldest {
            all.remove(&oldest);
        }
        if all.len() >= WAITING_MAX {
            all.retain(|_, known| known.expires > now);
            let oldest = all.iter().min_by_key(|(_, known)| known.expires);
            let oldest = oldest.map(|(id, _)| id.clone()).filter(|_| all.len() >= WAITING_MAX);
            if let Some(oldest) = oldest {
                all.remove(&oldest);
            }
        }
        all.insert(id.clone(), Slot { what, caller, expires, wrong: 0 });
        id
    }

    /// One that still waits.
    pub fn get(&self, id: &str, now: Timestamp) -> Option<T> {
        // A clock that was set back must not lengthen the wait.
        let live =
            |known: &&Slot<T>| known.expires > now && known.expires.duration_since(now) <= LIFE;
        self.all().get(id).filter(live).map(|known| known.what.clone())
    }

    /// A code was wrong; after a few the wait is over.
    pub fn wrong(&self, id: &str) {
        let mut all = self.all();
        let Some(known) = all.get_mut(id) else { return };
        known.wrong += 1;
        if known.wrong >= TRIES {
            all.remove(id);
        }
    }

    /// The wait is over. Of two answers at once one gets it.
    pub fn end(&self, id: &str, now: Timestamp) -> Option<T> {
        let live = self.get(id, now)?;
        self.all().remove(id).map(|_| live)
    }

    fn all(&self) -> MutexGuard<'_, HashMap<String, Slot<T>>> {
        self.0.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use seloste_kernel::SeededRandom;

    #[test]
    fn a_wait_ends_by_time_by_tries_and_by_crowd() {
        let (waiting, random) = (Waiting::<i64>::default(), SeededRandom::new(1));
        let at = |second| Timestamp::from_second(second).unwrap();
        let by = |n: usize| {
            let mut bytes = [0; 16];
            bytes[..8].copy_from_slice(&n.to_be_bytes());
            CallerKey::of(bytes)
        };
        let begin_by = |second, n| waiting.begin(&random, (at(second), by(n)), second);
        let begin = |second| begin_by(second, 0);
        let id = begin(0);
        assert_eq!(waiting.get(&id, at(299)), Some(0));
        assert!(waiting.get(&id, at(300)).is_none());
        assert!(waiting.get(&id, at(-1)).is_none());
        for _ in 0..TRIES {
            assert!(waiting.get(&id, at(1)).is_some());
            waiting.wrong(&id);
        }
        assert!(waiting.get(&id, at(1)).is_none());
        let first = begin(1);
        for _ in 0..OF_ONE_MAX {
            begin_by(2, 1);
        }
        let other = begin_by(2, 1);
        assert!(waiting.get(&first, at(2)).is_some(), "one client crowds out only itself");
        assert!(waiting.get(&other, at(2)).is_some());
        for n in 0..WAITING_MAX {
            begin_by(2, n + 2);
        }
        assert!(waiting.get(&first, at(2)).is_none());
        assert_eq!(waiting.all().len(), WAITING_MAX);
        let last = begin(2);
        assert_eq!((waiting.end(&last, at(2)), waiting.end(&last, at(2))), (Some(2), None));
    }
}
