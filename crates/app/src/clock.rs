//! The system's clocks; the demo's, which its visitor moves on; and the test clock, a file. That is
//! honoured only with `--test-clock`. Every page says so of either.
//!
//! The file holds an RFC 3339 instant. Moving it lets time pass: the machine's running time moves
//! with it. A clock that somebody set, or a machine that was started again, is declared: after the
//! instant may stand the seconds that the machine has run, and the number of its start.

use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use jiff::{SignedDuration, ToSpan};
use seloste_kernel::{Clock, Fault, FaultKind, Random, Reading, Steady, Timestamp, ZONE};

/// The system's clock, and the time since the machine was started.
pub struct SystemClock {
    boot: u64,
    now: fn() -> Timestamp,
}

impl SystemClock {
    /// The clock; `now` looks at the one that people set.
    pub fn new(now: fn() -> Timestamp, random: &dyn Random) -> Self {
        let id = std::fs::read_to_string("/proc/sys/kernel/random/boot_id").ok();
        let known = id.and_then(|id| {
            let digits: String = id.chars().filter(char::is_ascii_hexdigit).take(16).collect();
            u64::from_str_radix(&digits, 16).ok()
        });
        // A start of unknown name is no other's.
        let boot = known.unwrap_or_else(|| {
            let mut bytes = [0; 8];
            random.fill(&mut bytes);
            u64::from_le_bytes(bytes)
        });
        Self { boot, now }
    }
}

impl Clock for SystemClock {
    fn now(&self) -> Timestamp {
        (self.now)()
    }

    fn read(&self) -> Reading {
        // The one that goes on while the machine sleeps.
        let passed = rustix::time::clock_gettime(rustix::time::ClockId::Boottime);
        let passed = SignedDuration::new(passed.tv_sec, i32::try_from(passed.tv_nsec).unwrap_or(0));
        Reading { wall: self.now(), steady: Steady { boot: self.boot, passed } }
    }
}

/// A clock that reads its time from a file at every look.
pub struct FileClock {
    file: PathBuf,
    last: Mutex<Reading>,
}

impl FileClock {
    /// The given clock, or the file's when wanted.
    ///
    /// # Errors
    /// `Environment` when the file is not named or holds no instant.
    pub fn instead_of(clock: Arc<dyn Clock>, wanted: bool) -> Result<Arc<dyn Clock>, Fault> {
        if !wanted {
            return Ok(clock);
        }
        let unusable =
            |why: String| Fault::new(FaultKind::Environment, "fault-test-clock").because(why);
        let file = std::env::var_os("SELOSTE_CLOCK_FILE")
            .ok_or_else(|| unusable("SELOSTE_CLOCK_FILE is not set".to_owned()))?;
        let file = PathBuf::from(file);
        let now = read(&file)
            .ok_or_else(|| unusable(format!("{} holds no RFC 3339 instant", file.display())))?;
        Ok(Arc::new(Self { file, last: Mutex::new(now) }))
    }
}

fn read(file: &std::path::Path) -> Option<Reading> {
    let text = std::fs::read_to_string(file).ok()?;
    let mut words = text.split_whitespace();
    let wall: Timestamp = words.next()?.parse().ok()?;
    let seconds = words.next().map_or(Some(wall.as_second()), |word| word.parse().ok())?;
    let boot = words.next().map_or(Some(0), |word| word.parse().ok())?;
    let passed = SignedDuration::from_secs(seconds);
    Some(Reading { wall, steady: Steady { boot, passed } })
}

impl Clock for FileClock {
    fn now(&self) -> Timestamp {
        self.read().wall
    }

    fn read(&self) -> Reading {
        let mut last = self.last.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        // A reader may meet the file while it is being rewritten: the last good time stands then.
        if let Some(now) = read(&self.file) {
            *last = now;
        }
        *last
    }
}

/// A clock that goes like another, some time ahead of it.
pub struct LeapingClock {
    real: Arc<dyn Clock>,
    ahead: Mutex<SignedDuration>,
}

impl LeapingClock {
    /// Not ahead yet.
    pub fn new(real: Arc<dyn Clock>) -> Self {
        Self { real, ahead: Mutex::new(SignedDuration::ZERO) }
    }

    /// The days of the calendar month that begins now, each at this time of day; the last is a
    /// month from now.
    ///
    /// # Errors
    /// Internal at the end of time.
    pub fn days_of_a_month(&self) -> Result<Vec<Timestamp>, Fault> {
        let now = self.now().in_tz(ZONE).map_err(Fault::internal)?;
        let end = now.checked_add(1.month()).map_err(Fault::internal)?;
        let mut days = Vec::new();
        for day in 1.. {
            let then = now.checked_add(day.days()).map_err(Fault::internal)?;
            if then >= end {
                break;
            }
            days.push(then.timestamp());
        }
        days.push(end.timestamp());
        Ok(days)
    }

    /// Moves on to this moment; never back.
    pub fn leap_to(&self, then: Timestamp) {
        let passes = then.duration_since(self.now()).max(SignedDuration::ZERO);
        *self.ahead.lock().unwrap_or_else(|poisoned| poisoned.into_inner()) += passes;
    }
}

impl Clock for LeapingClock {
    fn now(&self) -> Timestamp {
        let ahead = *self.ahead.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        self.real.now().checked_add(ahead).unwrap_or(Timestamp::MAX)
    }

    /// A leap is time that passes, not a clock that somebody set.
    fn read(&self) -> Reading {
        let ahead = *self.ahead.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        let Reading { steady, .. } = self.real.read();
        let passed = steady.passed.saturating_add(ahead);
        Reading { wall: self.now(), steady: Steady { passed, ..steady } }
    }
}

#[cfg(test)]
mod tests {
    use seloste_kernel::ManualClock;

    use super::*;

    #[test]
    fn a_leap_is_a_calendar_month_of_days_and_time_goes_on() {
        let real = Arc::new(ManualClock::new("2026-01-31T10:00:00Z".parse().unwrap()));
        let clock = LeapingClock::new(real.clone());
        assert_eq!(clock.now(), real.now());
        let days = clock.days_of_a_month().unwrap();
        assert_eq!((days.len(), days[0]), (28, "2026-02-01T10:00:00Z".parse().unwrap()));
        days.iter().for_each(|day| clock.leap_to(*day));
        assert_eq!(clock.now(), "2026-02-28T10:00:00Z".parse().unwrap());
        clock.leap_to(days[0]);
        assert_eq!(clock.now(), "2026-02-28T10:00:00Z".parse().unwrap(), "never back");
        real.set("2026-01-31T10:05:00Z".parse().unwrap());
        assert_eq!(clock.now(), "2026-02-28T10:05:00Z".parse().unwrap());
        // Over the change to summer time the hour of the day stays.
        clock.leap_to(*clock.days_of_a_month().unwrap().last().unwrap());
        assert_eq!(clock.now(), "2026-03-28T10:05:00Z".parse().unwrap());
    }
}
