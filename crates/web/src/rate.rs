//! Rate limits that store no address: the caller's address is turned into a keyed digest with a
//! random key that lives an hour, in memory only.

use std::collections::HashMap;
use std::net::IpAddr;
use std::num::NonZeroU32;
use std::sync::{Arc, Mutex};

use governor::clock::{Clock as _, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use jiff::Timestamp;
use seloste_kernel::{Fault, FaultKind, Random};

use crate::mac::{mac, random_bytes};

/// Callers remembered per class. When more come within the hour, the newcomers share one budget.
const MAX_CALLERS: usize = 100_000;

/// The digest that stands for a caller for at most an hour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct CallerKey([u8; 16]);

impl CallerKey {
    /// The digest of these bytes; for tests of what counts by caller.
    pub const fn of(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// The bytes.
    pub const fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

/// A class of requests with a budget of its own per caller.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RateClass {
    /// Its name; one name, one budget.
    pub name: &'static str,
    /// How many may come at once.
    pub burst: u32,
    /// How many more per minute after that.
    pub per_minute: u32,
}

/// Every page, picture and form.
pub const READ: RateClass = RateClass { name: "read", burst: 300, per_minute: 600 };
/// Every request that may change something.
pub const WRITE: RateClass = RateClass { name: "write", burst: 30, per_minute: 30 };

/// Limits of one program.
pub struct Limiter {
    hour: Mutex<(i64, [u8; 32])>,
    classes: Mutex<HashMap<&'static str, Arc<DefaultKeyedRateLimiter<CallerKey>>>>,
}

impl Limiter {
    /// With nobody known yet.
    pub fn new() -> Self {
        Self { hour: Mutex::new((i64::MIN, [0; 32])), classes: Mutex::default() }
    }

    /// The caller's digest for this hour. IPv6 callers count by /64, which one customer has.
    pub fn caller(&self, address: IpAddr, now: Timestamp, random: &dyn Random) -> CallerKey {
        let hour = now.as_second().div_euclid(3600);
        let key = {
            let mut current = self.hour.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
            if current.0 != hour {
                *current = (hour, random_bytes(random));
            }
            current.1
        };
        let mut digest = [0; 16];
        let whole = match address.to_canonical() {
            IpAddr::V4(v4) => mac(&key, &[&v4.octets()]),
            IpAddr::V6(v6) => mac(&key, &[&v6.octets()[..8]]),
        };
        digest.copy_from_slice(&whole[..16]);
        CallerKey(digest)
    }

    /// Takes one from the caller's budget.
    ///
    /// # Errors
    /// `TooMany` with the seconds to wait.
    pub fn take(&self, class: RateClass, caller: CallerKey) -> Result<(), Fault> {
        let limiter = self.class(class);
        let known = limiter.len();
        if known >= MAX_CALLERS {
            limiter.retain_recent();
        }
        let caller = if limiter.len() >= MAX_CALLERS { CallerKey([0; 16]) } else { caller };
        limiter.check_key(&caller).map_err(|early| {
            let wait = early.wait_time_from(DefaultClock::default().now()).as_secs_f64().ceil();
            let retry_after_s = (wait as u32).max(1);
            Fault::new(FaultKind::TooMany { retry_after_s }, "fault-too-many")
        })
    }

    fn class(&self, class: RateClass) -> Arc<DefaultKeyedRateLimiter<CallerKey>> {
        let mut classes = self.classes.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        let limiter = classes.entry(class.name).or_insert_with(|| {
            let at_least_one = |count| NonZeroU32::new(count).unwrap_or(NonZeroU32::MIN);
            let quota = Quota::per_minute(at_least_one(class.per_minute));
            Arc::new(RateLimiter::keyed(quota.allow_burst(at_least_one(class.burst))))
        });
        Arc::clone(limiter)
    }
}

impl Default for Limiter {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use seloste_kernel::SeededRandom;

    #[test]
    fn the_digest_changes_with_the_hour_and_joins_a_network() {
        let limiter = Limiter::new();
        let random = SeededRandom::new(3);
        let at = |second| Timestamp::from_second(second).unwrap();
        let key =
            |address: &str, second| limiter.caller(address.parse().unwrap(), at(second), &random);
        let first = key("192.0.2.1", 0);
        assert_eq!(first, key("::ffff:192.0.2.1", 3599));
        assert_ne!(first, key("192.0.2.2", 3599));
        let v6 = key("2001:db8::1", 3599);
        assert_eq!(v6, key("2001:db8::ffff:2", 3599));
        assert_ne!(v6, key("2001:db8:0:1::1", 3599));
        assert_ne!(first, key("192.0.2.1", 3600));
    }

    #[test]
    fn a_burst_ends_and_others_are_not_hurt() {
        let limiter = Limiter::new();
        let class = RateClass { name: "test", burst: 3, per_minute: 1 };
        let (a, b) = (CallerKey([1; 16]), CallerKey([2; 16]));
        for _ in 0..3 {
            limiter.take(class, a).unwrap();
        }
        let fault = limiter.take(class, a).unwrap_err();
        assert!(matches!(fault.kind(), FaultKind::TooMany { retry_after_s: 1..=60 }), "{fault:?}");
        limiter.take(class, b).unwrap();
    }
}
