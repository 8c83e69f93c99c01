//! What the middleware has seen that the notice does not allow. The program reads it to find a
//! promise broken.

use std::collections::BTreeMap;
use std::sync::Mutex;

use jiff::Timestamp;

/// Different things remembered; further ones are counted together under `…`.
const MAX_NAMES: usize = 256;
/// Characters kept of a name.
const MAX_NAME_CHARS: usize = 80;

/// What was seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sighting {
    /// A response tried to set a cookie that is not in the inventory; it was stopped.
    UndeclaredCookie,
    /// A cookie would have lived longer than declared, lacked a protection or held more than a
    /// number or a setting's word; it was stopped.
    WeakCookie,
    /// A response carried a header that opens or tells too much; it was taken off.
    UndeclaredHeader,
    /// A response would have sent the visitor to a foreign host; it was stopped.
    ForeignRedirect,
    /// A browser says that the content policy stopped something. Anybody can send such a report:
    /// an indication, never proof.
    PolicyReport,
    /// A handler panicked; the visitor got the error page.
    Panic,
}

/// One thing seen, with how often and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Observed {
    /// What kind.
    pub sighting: Sighting,
    /// The cookie's, header's or host's name; never a value or an address of a page.
    pub what: String,
    /// How many times.
    pub count: u64,
    /// First time.
    pub first: Timestamp,
    /// Latest time.
    pub last: Timestamp,
}

/// Everything seen since start, in memory, bounded.
#[derive(Default)]
pub struct Observations {
    seen: Mutex<BTreeMap<(Sighting, String), Observed>>,
}

impl Observations {
    /// Counts one sighting.
    pub fn note(&self, sighting: Sighting, what: &str, now: Timestamp) {
        let mut seen = self.seen.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        let mut what: String =
            what.chars().filter(|c| !c.is_control()).take(MAX_NAME_CHARS).collect();
        if seen.len() >= MAX_NAMES && !seen.contains_key(&(sighting, what.clone())) {
            what = "…".to_owned();
        }
        let entry = seen.entry((sighting, what.clone())).or_insert(Observed {
            sighting,
            what,
            count: 0,
            first: now,
            last: now,
        });
        entry.count += 1;
        entry.last = entry.last.max(now);
    }

    /// Everything seen so far.
    pub fn all(&self) -> Vec<Observed> {
        let seen = self.seen.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        seen.values().cloned().collect()
    }

    /// How many sightings of one kind.
    pub fn count(&self, sighting: Sighting) -> u64 {
        self.all().iter().filter(|seen| seen.sighting == sighting).map(|seen| seen.count).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_bounded_but_nothing_goes_uncounted() {
        let seen = Observations::default();
        for number in 0..1000 {
            seen.note(Sighting::UndeclaredCookie, &format!("c{number}"), Timestamp::UNIX_EPOCH);
        }
        assert_eq!(seen.all().len(), MAX_NAMES + 1);
        assert_eq!(seen.count(Sighting::UndeclaredCookie), 1000);
    }
}
