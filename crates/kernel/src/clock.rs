//! Time as an argument. The system clock is read in one place only, the program's `main`.

use std::sync::Mutex;

use jiff::SignedDuration;
pub use jiff::Timestamp;

/// The zone in which periods are counted and dates are shown.
pub const ZONE: &str = "Europe/Helsinki";

/// Where the present moment comes from.
pub trait Clock: Send + Sync {
    /// The present moment. May go backwards: callers that compare must allow for it.
    fn now(&self) -> Timestamp;

    /// The present moment beside the machine's running time. A clock that has none is taken at its
    /// word: as much time has passed as it says.
    fn read(&self) -> Reading {
        let wall = self.now();
        let passed = wall.duration_since(Timestamp::UNIX_EPOCH);
        Reading { wall, steady: Steady { boot: 0, passed } }
    }
}

/// One look at the clock that people set and at the one that nobody can set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading {
    /// What the clock shows.
    pub wall: Timestamp,
    /// How long the machine has run.
    pub steady: Steady,
}

/// How long a machine has run since it was started, sleep included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Steady {
    /// Which start of the machine; random.
    pub boot: u64,
    /// Time since then.
    pub passed: SignedDuration,
}

impl Steady {
    /// How much time has passed since an earlier reading; `None` when the machine was started
    /// again in between, for then nothing tells.
    pub fn since(&self, earlier: &Self) -> Option<SignedDuration> {
        let passed = self.passed.saturating_sub(earlier.passed);
        (self.boot == earlier.boot).then(|| passed.max(SignedDuration::ZERO))
    }
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
