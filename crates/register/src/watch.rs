//! The watch over the clock. What a wrong clock can destroy does not come back, so nothing that
//! time alone destroys goes while the clock is in doubt.
//!
//! The clock that people set is held against the machine's running time, which nobody can set.
//! Ahead of it by more than [`LEAP`], or behind what it has shown before by more than [`SLACK`],
//! it is in doubt until it is mended or a person confirms it. Time given to others never goes
//! back: what has ended does not begin again. See docs/decisions/0009.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use jiff::SignedDuration;
use seloste_kernel::{Clock, Fault, FaultKind, Reading, Steady, Timestamp};
use seloste_store::tables::meta;
use serde::{Deserialize, Serialize};

use crate::access::Action;
use crate::{Access, Engine};

/// A clock that is ahead of the running time by more than this is in doubt. Below it, nothing goes
/// earlier than the day of summer time or a badly set zone would make it.
pub const LEAP: SignedDuration = SignedDuration::from_hours(36);

/// A clock is set back by this much without a word: time stands still meanwhile.
pub const SLACK: SignedDuration = SignedDuration::from_mins(5);

/// What the watch knows is written down this often, so that a restart forgets no more.
const KEPT_EVERY: SignedDuration = SignedDuration::from_secs(60);

/// The fact of the installation in which it is kept.
const FACT: &str = "clock";

/// Why the clock is in doubt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Doubt {
    /// What the clock shows.
    pub shows: Timestamp,
    /// What it should show by the running time; at least this, when the machine was off.
    pub expected: Timestamp,
}

/// A clock that is watched.
pub struct Watch {
    clock: Arc<dyn Clock>,
    state: Mutex<State>,
}

struct State {
    seen: Seen,
    doubt: Option<Doubt>,
    kept: Option<Seen>,
}

/// What is remembered over restarts. Moments in milliseconds since 1970.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
struct Seen {
    /// The start of the machine that the running times below belong to.
    boot: u64,
    /// When both clocks were last taken as right: at the start of the machine, or by somebody's
    /// word. An anchor, and not the last look: many small leaps are a large one.
    anchor_ms: i64,
    anchor_passed_ms: i64,
    /// The latest moment that was trusted.
    high_ms: i64,
    high_passed_ms: i64,
}

impl Seen {
    fn anchored(high: Timestamp, steady: Steady) -> Self {
        let (ms, passed_ms) = (high.as_millisecond(), milliseconds(steady.passed));
        Self {
            boot: steady.boot,
            anchor_ms: ms,
            anchor_passed_ms: passed_ms,
            high_ms: ms,
            high_passed_ms: passed_ms,
        }
    }

    /// Takes a reading; gives the time that others see, and the doubt.
    fn judge(&mut self, reading: &Reading) -> (Timestamp, Option<Doubt>) {
        let shows = reading.wall;
        let expected = later(self.anchor_ms, self.since(self.anchor_passed_ms, reading));
        if shows.duration_since(expected) > LEAP {
            // Whoever asks what has ended gets the safe answer; nothing is destroyed by it.
            return (shows.max(moment(self.high_ms)), Some(Doubt { shows, expected }));
        }
        let high = moment(self.high_ms);
        if shows >= high {
            self.raise(shows, reading);
            return (shows, None);
        }
        if high.duration_since(shows) <= SLACK {
            return (high, None);
        }
        let expected = later(self.high_ms, self.since(self.high_passed_ms, reading));
        self.raise(expected, reading);
        (expected, Some(Doubt { shows, expected }))
    }

    fn since(&self, passed_ms: i64, reading: &Reading) -> SignedDuration {
        let then = Steady { boot: self.boot, passed: SignedDuration::from_millis(passed_ms) };
        reading.steady.since(&then).unwrap_or_default()
    }

    fn raise(&mut self, to: Timestamp, reading: &Reading) {
        self.high_ms = to.as_millisecond();
        self.high_passed_ms = milliseconds(reading.steady.passed);
    }
}

impl Watch {
    /// Watches a clock, which is taken as right until [`Watch::recall`] knows better.
    pub(crate) fn new(clock: Arc<dyn Clock>) -> Self {
        let reading = clock.read();
        let seen = Seen::anchored(reading.wall, reading.steady);
        Self { clock, state: Mutex::new(State { seen, doubt: None, kept: None }) }
    }

    /// Takes up what was known before this program started. When the machine was started in
    /// between, nothing tells how long it was off: a short time is believed, else it is as if it
    /// had not been off at all.
    fn recall(&self, before: Seen) {
        let mut state = self.state();
        let Reading { wall, steady } = self.clock.read();
        let high = moment(before.high_ms);
        let off = wall.duration_since(high);
        state.seen = if before.boot == steady.boot {
            before
        } else if (SignedDuration::ZERO..=LEAP).contains(&off) {
            Seen::anchored(wall, steady)
        } else {
            Seen::anchored(high, steady)
        };
        state.kept = Some(before);
    }

    /// The present moment; a fault while the clock is in doubt.
    fn look(&self) -> (Timestamp, Option<Doubt>) {
        // The state first: a reading that waited for it would be judged as if it came after later
        // ones, and make the time go back, or forward by what has passed between them.
        let mut state = self.state();
        let reading = self.clock.read();
        let (now, doubt) = state.seen.judge(&reading);
        state.doubt = doubt;
        (now, doubt)
    }

    /// What is known once somebody says that the clock is right as it is now.
    fn as_shown(&self) -> Seen {
        let reading = self.clock.read();
        Seen::anchored(reading.wall, reading.steady)
    }

    /// The clock was right as it was then: somebody's word, and it is kept.
    fn trust(&self, said: Seen) {
        let mut state = self.state();
        state.seen = said;
        state.kept = Some(said);
        state.doubt = None;
    }

    /// What is to be written down now, if anything.
    fn news(&self) -> Option<Seen> {
        let state = self.state();
        let (seen, kept) = (state.seen, state.kept);
        let old = kept.is_none_or(|kept| {
            (kept.boot, kept.anchor_ms) != (seen.boot, seen.anchor_ms)
                || seen.high_ms.abs_diff(kept.high_ms) >= milliseconds(KEPT_EVERY).unsigned_abs()
        });
        old.then_some(seen)
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Clock for Watch {
    fn now(&self) -> Timestamp {
        self.look().0
    }

    fn read(&self) -> Reading {
        Reading { wall: self.now(), ..self.clock.read() }
    }
}

impl Engine {
    /// Why the clock is in doubt, if it is. Nothing that time alone destroys may go meanwhile.
    pub fn clock_doubt(&self) -> Option<Doubt> {
        self.watch.look().1
    }

    /// The present moment, for what is destroyed by it.
    ///
    /// # Errors
    /// `Environment` while the clock is in doubt.
    pub fn trusted_now(&self) -> Result<Timestamp, Fault> {
        match self.watch.look() {
            (now, None) => Ok(now),
            (_, Some(doubt)) => Err(Fault::new(FaultKind::Environment, "fault-clock-in-doubt")
                .with("shows", minute(doubt.shows))
                .with("expected", minute(doubt.expected))),
        }
    }

    /// Takes the clock as right from now on, on somebody's word. The ledger keeps who gave it.
    ///
    /// # Errors
    /// `Forbidden` when the access is not for attesting; when the store fails.
    pub async fn confirm_clock(&self, access: &Access) -> Result<(), Fault> {
        access.demand(&[Action::Attest])?;
        let said = self.watch.as_shown();
        let traced = self.trail(access, "confirm-clock", "", None, 1)?;
        let fact = serde_json::to_string(&said).map_err(Fault::internal)?;
        // A word that is not in the ledger was not given: until it is, nothing rests on it.
        let kept = self.write_surely(move |tx| {
            meta::put(tx, FACT, &fact)?;
            traced.write(tx)
        });
        kept.await?;
        self.watch.trust(said);
        Ok(())
    }

    /// Writes down what the watch knows, when there is news.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn keep_clock(&self) -> Result<(), Fault> {
        self.watch.look();
        let Some(seen) = self.watch.news() else { return Ok(()) };
        let fact = serde_json::to_string(&seen).map_err(Fault::internal)?;
        self.store.write(move |tx| meta::put(tx, FACT, &fact)).await?;
        self.watch.state().kept = Some(seen);
        Ok(())
    }

    pub(crate) async fn recall_clock(&self) -> Result<(), Fault> {
        let fact = self.store.read(|tx| meta::get(tx, FACT)).await?;
        if let Some(before) = fact.and_then(|fact| serde_json::from_str(&fact).ok()) {
            self.watch.recall(before);
        }
        Ok(())
    }
}

/// As people read it, to the minute, in the zone of the records.
fn minute(at: Timestamp) -> String {
    match at.in_tz(seloste_kernel::ZONE) {
        Ok(local) => local.strftime("%Y-%m-%d %H:%M").to_string(),
        Err(_) => at.to_string(),
    }
}

fn moment(ms: i64) -> Timestamp {
    Timestamp::from_millisecond(ms).unwrap_or_default()
}

fn later(ms: i64, by: SignedDuration) -> Timestamp {
    moment(ms.saturating_add(milliseconds(by)).min(Timestamp::MAX.as_millisecond()))
}

fn milliseconds(of: SignedDuration) -> i64 {
    i64::try_from(of.as_millis()).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests;
