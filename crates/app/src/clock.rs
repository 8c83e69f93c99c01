//! The system's clocks; and the test clock, a file. It is honoured only with `--test-clock`, and
//! every page says so.
//!
//! The file holds an RFC 3339 instant. Moving it lets time pass: the machine's running time moves
//! with it. A clock that somebody set, or a machine that was started again, is declared: after the
//! instant may stand the seconds that the machine has run, and the number of its start.

use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use jiff::SignedDuration;
use seloste_kernel::{Clock, Fault, FaultKind, Random, Reading, Steady, Timestamp};

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
