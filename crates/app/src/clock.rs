//! Clocks that are not the system's: the test clock, a file that holds an RFC 3339 instant,
//! honoured only with `--test-clock`; and the demo's, which its visitor moves on. Every page says so.

use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use jiff::{SignedDuration, ToSpan};
use seloste_kernel::{Clock, Fault, FaultKind, Timestamp, ZONE};

/// A clock that reads its time from a file at every look.
pub struct FileClock {
    file: PathBuf,
    last: Mutex<Timestamp>,
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

fn read(file: &std::path::Path) -> Option<Timestamp> {
    std::fs::read_to_string(file).ok()?.trim().parse().ok()
}

impl Clock for FileClock {
    fn now(&self) -> Timestamp {
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

    /// Moves on by a calendar month.
    ///
    /// # Errors
    /// Internal at the end of time.
    pub fn leap_a_month(&self) -> Result<(), Fault> {
        let now = self.now();
        let local = now.in_tz(ZONE).map_err(Fault::internal)?;
        let then = local.checked_add(1.month()).map_err(Fault::internal)?.timestamp();
        *self.ahead.lock().unwrap_or_else(|poisoned| poisoned.into_inner()) +=
            then.duration_since(now);
        Ok(())
    }
}

impl Clock for LeapingClock {
    fn now(&self) -> Timestamp {
        let ahead = *self.ahead.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        self.real.now().checked_add(ahead).unwrap_or(Timestamp::MAX)
    }
}

#[cfg(test)]
mod tests {
    use seloste_kernel::ManualClock;

    use super::*;

    #[test]
    fn a_leap_is_a_calendar_month_and_time_goes_on() {
        let real = Arc::new(ManualClock::new("2026-01-31T10:00:00Z".parse().unwrap()));
        let clock = LeapingClock::new(real.clone());
        assert_eq!(clock.now(), real.now());
        clock.leap_a_month().unwrap();
        assert_eq!(clock.now(), "2026-02-28T10:00:00Z".parse().unwrap());
        real.set("2026-01-31T10:05:00Z".parse().unwrap());
        assert_eq!(clock.now(), "2026-02-28T10:05:00Z".parse().unwrap());
        clock.leap_a_month().unwrap();
        // Over the change to summer time the hour of the day stays.
        assert_eq!(clock.now(), "2026-03-28T10:05:00Z".parse().unwrap());
    }
}
