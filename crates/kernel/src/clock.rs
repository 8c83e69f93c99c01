//! Time as an argument. The system clock is read in one place only, the program's `main`.

use std::sync::Mutex;

pub use jiff::Timestamp;

/// The zone in which periods are counted and dates are shown.
pub const ZONE: &str = "Europe/Helsinki";

/// Where the present moment comes from.
pub trait Clock: Send + Sync {
    /// The present moment. May go backwards: callers that compare must allow for it.
    fn now(&self) -> Timestamp;
}

/// A clock that stands still until told otherwise, for tests and simulations.
pub struct ManualClock(Mutex<Timestamp>);

impl ManualClock {
    /// A clock standing at `start`.
    pub fn new(start: Timestamp) -> Self {
        Self(Mutex::new(start))
    }

    /// Moves the clock, forwards or backwards.
    pub fn set(&self, now: Timestamp) {
        *self.0.lock().unwrap_or_else(|poisoned| poisoned.into_inner()) = now;
    }
}

impl Clock for ManualClock {
    fn now(&self) -> Timestamp {
        *self.0.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
    }
}
