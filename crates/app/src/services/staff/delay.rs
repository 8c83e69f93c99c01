//! After wrong passwords a username must wait, longer each time, whether or not it exists.
//!
//! In memory only: a restart forgives, and nothing is stored of who tried. Somebody could keep
//! another's name waiting; passkeys are not touched by it.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard};

use aws_lc_rs::digest::{SHA256, digest};
use seloste_kernel::{Fault, FaultKind, Timestamp};

/// So many wrong tries cost nothing.
const FREE: u32 = 5;
/// No wait is longer.
const WAIT_MAX_S: i64 = 15 * 60;
/// After this time without a try all is forgotten.
const MEMORY_S: i64 = 24 * 60 * 60;
/// Names remembered; the one that has waited longest makes room.
const NAMES_MAX: usize = 10_000;

#[derive(Clone, Copy)]
struct Tries {
    wrong: u32,
    last: Timestamp,
}

/// Who must wait.
#[derive(Default)]
pub struct Delays(Mutex<HashMap<[u8; 32], Tries>>);

impl Delays {
    /// Refuses while the name must wait.
    ///
    /// # Errors
    /// `TooMany` with the seconds left.
    pub fn check(&self, name: &str, now: Timestamp) -> Result<(), Fault> {
        let Some(tries) = self.tries().get(&key(name)).copied() else { return Ok(()) };
        let since = now.duration_since(tries.last).as_secs();
        // A clock that was set back must not make the wait longer than it was.
        let left = (wait_s(tries.wrong) - since).min(WAIT_MAX_S);
        match u32::try_from(left) {
            Ok(left) if left > 0 => {
                Err(Fault::new(FaultKind::TooMany { retry_after_s: left }, "fault-too-many"))
            }
            _ => Ok(()),
        }
    }

    /// A try was wrong.
    pub fn wrong(&self, name: &str, now: Timestamp) {
        let mut tries = self.tries();
        let key = key(name);
        if tries.len() >= NAMES_MAX && !tries.contains_key(&key) {
            tries.retain(|_, known| now.duration_since(known.last).as_secs() < MEMORY_S);
            let oldest = tries.iter().min_by_key(|(_, known)| known.last).map(|(key, _)| *key);
            if let Some(oldest) = oldest.filter(|_| tries.len() >= NAMES_MAX) {
                tries.remove(&oldest);
            }
        }
        let known = tries.entry(key).or_insert(Tries { wrong: 0, last: now });
        if now.duration_since(known.last).as_secs() > MEMORY_S {
            known.wrong = 0;
        }
        known.wrong = known.wrong.saturating_add(1);
        known.last = now;
    }

    /// Somebody was recognised.
    pub fn right(&self, name: &str) {
        self.tries().remove(&key(name));
    }

    fn tries(&self) -> MutexGuard<'_, HashMap<[u8; 32], Tries>> {
        self.0.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
    }
}

/// Seconds to wait after so many wrong tries: 5, 10, 20, … up to a quarter of an hour.
fn wait_s(wrong: u32) -> i64 {
    if wrong < FREE {
        return 0;
    }
    5_i64.checked_shl((wrong - FREE).min(20)).unwrap_or(WAIT_MAX_S).min(WAIT_MAX_S)
}

fn key(name: &str) -> [u8; 32] {
    let mut key = [0; 32];
    key.copy_from_slice(digest(&SHA256, name.trim().to_lowercase().as_bytes()).as_ref());
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_grows_and_ends() {
        let delays = Delays::default();
        let at = |second| Timestamp::from_second(second).unwrap();
        for _ in 0..4 {
            delays.wrong("Aino", at(0));
            delays.check("aino", at(0)).unwrap();
        }
        delays.wrong("aino ", at(0));
        let wait = |second| match delays.check("aino", at(second)).map_err(|fault| fault.kind()) {
            Err(FaultKind::TooMany { retry_after_s }) => retry_after_s,
            _ => 0,
        };
        assert_eq!((wait(0), wait(4), wait(5)), (5, 1, 0));
        delays.check("eino", at(0)).unwrap();
        delays.wrong("aino", at(10));
        assert_eq!((wait(10), wait(-1000)), (10, 900));
        for _ in 0..200 {
            delays.wrong("aino", at(10));
        }
        assert_eq!((wait(10), wait(10 + 900)), (900, 0));
        delays.right("aino");
        assert_eq!(wait(10), 0);
    }

    #[test]
    fn memory_is_bounded() {
        let delays = Delays::default();
        for second in 0..=i64::try_from(NAMES_MAX).unwrap() {
            delays.wrong(&second.to_string(), Timestamp::from_second(second).unwrap());
        }
        assert_eq!(delays.tries().len(), NAMES_MAX);
        assert!(!delays.tries().contains_key(&key("0")));
    }
}
