//! After wrong passwords a username must wait, longer each time, whether or not it exists.
//!
//! In memory only: a restart forgives, and nothing is stored of who tried. Counted by name and network,
//! so that a stranger keeps nobody from signing in; far higher also by name alone, so that many
//! networks together do not guess for ever.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard};

use aws_lc_rs::digest::{SHA256, digest};
use seloste_kernel::{Fault, FaultKind, PersonId, Timestamp};
use seloste_web::CallerKey;

/// So many wrong tries from one network cost nothing.
const FREE: u32 = 5;
/// So many wrong tries for one name cost nothing, from wherever they come: a stranger must not be
/// able to keep somebody out, and many strangers together must not guess for ever.
const FREE_TOGETHER: u32 = 200;
/// No wait is longer.
const WAIT_MAX_S: i64 = 15 * 60;
/// After this time without a try all is forgotten.
const MEMORY_S: i64 = 24 * 60 * 60;
/// Names remembered; the one that has waited longest makes room.
const NAMES_MAX: usize = 10_000;

/// Who tries.
#[derive(Debug, Clone, Copy)]
pub enum Who<'a> {
    /// Somebody who typed this name, from this network.
    Stranger(&'a str, CallerKey),
    /// Somebody signed in, about their own account: what strangers try does not concern them.
    SignedIn(PersonId),
}

#[derive(Clone, Copy)]
struct Tries {
    wrong: u32,
    last: Timestamp,
}

/// Who must wait.
#[derive(Default)]
pub struct Delays(Mutex<HashMap<[u8; 32], Tries>>);

impl Delays {
    /// Counts a try as wrong before anything is compared, so that of many at once only the free
    /// ones are looked at. [`Delays::give_back`] takes it back when it was right.
    ///
    /// # Errors
    /// `TooMany` with the seconds left, while the caller must wait.
    pub fn begin(&self, who: Who<'_>, now: Timestamp) -> Result<(), Fault> {
        let mut tries = self.tries();
        let keys = keys(who);
        for (key, free) in &keys {
            let Some(tries) = tries.get(key) else { continue };
            let since = now.duration_since(tries.last).as_secs();
            // A clock that was set back must not make the wait longer than it was.
            let left = (wait_s(tries.wrong, *free) - since).min(WAIT_MAX_S);
            if let Ok(left @ 1..) = u32::try_from(left) {
                return Err(Fault::new(
                    FaultKind::TooMany { retry_after_s: left },
                    "fault-too-many",
                ));
            }
        }
        for (key, _) in keys {
            count(&mut tries, key, now);
        }
        Ok(())
    }

    /// A try that was counted was right.
    pub fn give_back(&self, who: Who<'_>) {
        let mut tries = self.tries();
        for (key, _) in keys(who) {
            if let Some(known) = tries.get_mut(&key) {
                known.wrong = known.wrong.saturating_sub(1);
            }
        }
    }

    /// Somebody was recognised.
    pub fn right(&self, who: Who<'_>) {
        let mut tries = self.tries();
        for (key, _) in keys(who) {
            tries.remove(&key);
        }
    }

    fn tries(&self) -> MutexGuard<'_, HashMap<[u8; 32], Tries>> {
        self.0.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
    }
}

fn count(tries: &mut HashMap<[u8; 32], Tries>, key: [u8; 32], now: Timestamp) {
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

/// Seconds to wait after so many wrong tries: 5, 10, 20, … up to a quarter of an hour.
fn wait_s(wrong: u32, free: u32) -> i64 {
    if wrong < free {
        return 0;
    }
    5_i64.checked_shl((wrong - free).min(20)).unwrap_or(WAIT_MAX_S).min(WAIT_MAX_S)
}

/// What is counted for somebody, and how much of it is free.
fn keys(who: Who<'_>) -> Vec<([u8; 32], u32)> {
    match who {
        Who::Stranger(name, caller) => {
            let name = name.trim().to_lowercase();
            let here = key(&[b"from", caller.as_bytes(), name.as_bytes()]);
            vec![(here, FREE), (key(&[b"name", name.as_bytes()]), FREE_TOGETHER)]
        }
        Who::SignedIn(person) => vec![(key(&[b"own", person.as_bytes()]), FREE)],
    }
}

fn key(parts: &[&[u8]]) -> [u8; 32] {
    let mut key = [0; 32];
    key.copy_from_slice(digest(&SHA256, &parts.join(&0)).as_ref());
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    fn from(name: &str, network: u8) -> Who<'_> {
        Who::Stranger(name, CallerKey::of([network; 16]))
    }

    #[test]
    fn the_wait_grows_and_ends() {
        let delays = Delays::default();
        for _ in 0..4 {
            delays.begin(from("Aino", 1), at(0)).unwrap();
        }
        delays.begin(from("aino ", 1), at(0)).unwrap();
        let wait = |second| {
            let begun = delays.begin(from("aino", 1), at(second));
            match begun.map_err(|fault| fault.kind()) {
                Err(FaultKind::TooMany { retry_after_s }) => retry_after_s,
                _ => 0,
            }
        };
        assert_eq!((wait(0), wait(4), wait(5)), (5, 1, 0));
        assert_eq!((wait(5), wait(-1000)), (10, 900));
        // From elsewhere nobody waits, nor does who is signed in.
        delays.begin(from("aino", 2), at(5)).unwrap();
        delays.begin(from("eino", 1), at(5)).unwrap();
        delays.begin(Who::SignedIn(PersonId::from_bytes([1; 16])), at(5)).unwrap();
        delays.right(from("aino", 1));
        assert_eq!(wait(5), 0);
    }

    #[test]
    fn of_many_at_once_only_the_free_ones_are_looked_at() {
        let delays = Delays::default();
        let tried = (0..40).filter(|_| delays.begin(from("aino", 1), at(0)).is_ok()).count();
        assert_eq!(tried, 5);
        // Who is right again and again never waits.
        for _ in 0..40 {
            delays.begin(from("eino", 1), at(0)).unwrap();
            delays.give_back(from("eino", 1));
        }
    }

    #[test]
    fn many_networks_together_guess_no_more_than_this() {
        let delays = Delays::default();
        let network =
            |n: u8| (0..4).filter(|_| delays.begin(from("aino", n), at(0)).is_ok()).count();
        let tried: usize = (0..200).map(network).sum();
        assert_eq!(tried, FREE_TOGETHER as usize);
    }

    #[test]
    fn memory_is_bounded() {
        let delays = Delays::default();
        for second in 0..=i64::try_from(NAMES_MAX / 2 + 5).unwrap() {
            delays.begin(from(&second.to_string(), 1), at(second)).unwrap();
        }
        assert_eq!(delays.tries().len(), NAMES_MAX);
    }
}
