//! The test clock: a file that holds an RFC 3339 instant. Honoured only with `--test-clock`, and
//! every page says so.

use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use seloste_kernel::{Clock, Fault, FaultKind, Timestamp};

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
