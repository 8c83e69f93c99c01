//! Any step of an append may fail, once or for good, done or not, and the process may end there:
//! the ledger is whole afterwards and has every entry once.

use std::path::Path;

use seloste_kernel::{Random, SeededRandom};

use super::*;
use crate::Location;
use crate::ledger::disk::failing::{How, fail, heal};
use crate::ledger::{SeedSigner, append_all, verify};
use crate::mark::testing::marker;

/// From here a batch fills a bundle, begins another, and adds to the row above.
const START: i64 = 200;
const BATCH: i64 = 100;
/// Fills up to where the next round is as the one before.
const REST: i64 = 156;

struct Setting {
    dir: tempfile::TempDir,
    store: Arc<Store>,
    random: SeededRandom,
    written: Vec<EntryId>,
}

impl Setting {
    fn new(location: impl Fn(&Path) -> Location) -> Self {
        let (dir, random) = (tempfile::tempdir().unwrap(), SeededRandom::new(5));
        let place = location(&dir.path().join("db"));
        let store = Store::open(place, Arc::new(SeededRandom::new(7)), marker()).unwrap();
        Self { dir, store: Arc::new(store), random, written: Vec::new() }
    }

    fn open(&self) -> Ledger {
        let signer = SeedSigner::new("example.fi/ledger", &[1; 32]).unwrap();
        let dir = self.dir.path().join("ledger");
        Ledger::open(&dir, Arc::new(signer), Arc::clone(&self.store)).unwrap()
    }

    fn append(&mut self, count: i64) {
        let entries: Vec<Entry> = (0..count).map(|n| entry(&self.random, n)).collect();
        self.written.extend(entries.iter().map(|entry| entry.id));
        let write = move |tx: &mut crate::Tx| append_all(tx, &entries.iter().collect::<Vec<_>>());
        self.store.write_now(write).unwrap();
    }

    /// The files are in order, and this many entries are in them.
    fn whole(&self, ledger: &Ledger, at: impl std::fmt::Debug) -> usize {
        let size = match ledger.checkpoint() {
            Some(last) => {
                let report = verify(ledger.dir(), &ledger.public_key(), &[]);
                let report = report.map_err(|damages| format!("{at:?}: {damages:?}")).unwrap();
                assert_eq!(report.size, last.size, "{at:?}");
                last.size as usize
            }
            None => 0,
        };
        let found = ledger.entries(0, u64::MAX).unwrap();
        let found: Vec<EntryId> = found.iter().map(|entry| entry.id).collect();
        assert_eq!(found, self.written[..size], "{at:?}");
        size
    }

    /// As [`Setting::whole`], and nothing waits any more.
    fn complete(&self, ledger: &Ledger, at: impl std::fmt::Debug) {
        assert_eq!(self.whole(ledger, &at), self.written.len(), "{at:?}");
        let left =
            self.store.read_now(|tx| Ok((outbox::waiting(tx, 1)?.len(), outbox::integrated(tx)?)));
        assert_eq!(left.unwrap(), (0, self.written.len() as u64), "{at:?}");
    }
}

fn entry(random: &dyn Random, counts: i64) -> Entry {
    Entry {
        id: EntryId::random(random),
        at_ms: 1_760_000_040_000 + counts * 60_000,
        actor: "staff".to_owned(),
        actor_ref: [1; 16],
        action: "record.read".to_owned(),
        purpose: "answer".to_owned(),
        kind: "feedback".to_owned(),
        subject_ref: [2; 16],
        commitment: [3; 32],
        notice_version: 4,
        counts,
    }
}

fn sqlite(dir: &Path) -> Location {
    Location::Sqlite { dir: dir.to_owned() }
}

/// A schema of its own on the server that `SELOSTE_TEST_PG` names.
fn postgres() -> Option<Location> {
    static NEXT: std::sync::atomic::AtomicU32 = std::sync::atomic::AtomicU32::new(0);
    let number = NEXT.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap();
    let schema = format!("q{}_{number}", since.as_nanos() % 1_000_000_000_000);
    std::env::var("SELOSTE_TEST_PG").ok().map(|url| Location::Postgres { url, schema })
}

/// How a failure is followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Then {
    /// The same process tries again.
    GoesOn,
    /// The process ended there.
    Restarts,
}

/// Lets each step of a batch fail in turn, until a batch has no more steps.
fn every_step(setting: &mut Setting, how: How, then: Then) {
    setting.append(START);
    let mut ledger = setting.open();
    ledger.integrate().unwrap();
    for step in 0.. {
        assert!(step < 200, "a batch has an end");
        let at = (how, then, step);
        setting.append(BATCH);
        fail(how, step);
        let done = ledger.integrate();
        if then == Then::GoesOn && matches!(how, How::Once | How::Unsure) {
            // Also before anybody tries again.
            setting.whole(&ledger, at);
        }
        let failed = heal();
        assert_eq!(failed, done.is_err(), "{at:?}");
        if then == Then::Restarts {
            drop(ledger);
            ledger = setting.open();
            setting.whole(&ledger, at);
        }
        ledger.integrate().map_err(|fault| format!("{at:?}: {fault:?}")).unwrap();
        setting.complete(&ledger, at);
        setting.append(REST);
        ledger.integrate().unwrap();
        setting.complete(&ledger, at);
        drop(ledger);
        ledger = setting.open();
        setting.complete(&ledger, at);
        if !failed {
            return;
        }
    }
}

fn every_way(ways: &[How], setting: impl Fn() -> Setting) {
    for how in ways.iter().copied() {
        for then in [Then::GoesOn, Then::Restarts] {
            every_step(&mut setting(), how, then);
        }
    }
}

#[test]
fn whatever_fails_of_an_append_every_entry_is_in_the_ledger_once() {
    every_way(&[How::Once, How::Unsure, How::Ever, How::Last], || Setting::new(sqlite));
}

#[test]
fn whatever_fails_of_an_append_on_postgres_every_entry_is_in_the_ledger_once() {
    if postgres().is_some() {
        every_way(&[How::Unsure, How::Ever], || Setting::new(|_| postgres().unwrap()));
    }
}

#[test]
fn whatever_fails_of_the_first_append_every_entry_is_in_the_ledger_once() {
    for how in [How::Once, How::Unsure, How::Ever, How::Last] {
        for step in 0.. {
            let mut setting = Setting::new(sqlite);
            setting.append(3);
            let mut ledger = setting.open();
            fail(how, step);
            let done = ledger.integrate();
            let failed = heal();
            assert_eq!(failed, done.is_err(), "{how:?} {step}");
            if step % 2 == 0 {
                drop(ledger);
                ledger = setting.open();
            }
            setting.append(2);
            ledger.integrate().unwrap();
            setting.complete(&ledger, (how, step));
            if !failed {
                break;
            }
        }
    }
}

#[test]
fn a_second_failure_while_the_first_is_mended_doubles_nothing() {
    let mut setting = Setting::new(sqlite);
    setting.append(START);
    let ledger = setting.open();
    ledger.integrate().unwrap();
    let mut second = 0;
    for first in 0.. {
        setting.append(BATCH);
        fail(How::Last, first);
        let done = ledger.integrate();
        let failed = heal();
        assert_eq!(failed, done.is_err());
        loop {
            fail(How::Unsure, second);
            let again = ledger.integrate();
            let failed = heal();
            assert_eq!(failed, again.is_err());
            if !failed {
                break;
            }
            second += 1;
        }
        second = 0;
        setting.complete(&ledger, first);
        setting.append(REST);
        ledger.integrate().unwrap();
        if !failed {
            break;
        }
    }
}

#[test]
fn whatever_fails_of_forgetting_the_ledger_stays_whole_and_forgets_it_later() {
    let mut setting = Setting::new(sqlite);
    for how in [How::Once, How::Unsure, How::Ever, How::Last] {
        for step in 0.. {
            setting.dir = tempfile::tempdir().unwrap();
            setting.store = Setting::new(sqlite).store;
            setting.written.clear();
            setting.append(600);
            let ledger = setting.open();
            ledger.integrate().unwrap();
            let over = |ms| ms < 1_760_000_040_000 + 520 * 60_000;
            fail(how, step);
            let done = ledger.forget(over);
            let failed = heal();
            assert_eq!(failed, done.is_err(), "{how:?} {step}");
            setting.append(1);
            ledger.integrate().unwrap();
            ledger.forget(over).unwrap();
            let report = verify(ledger.dir(), &ledger.public_key(), &[]).unwrap();
            assert_eq!((report.size, report.forgotten.entries), (601, 520), "{how:?} {step}");
            if !failed {
                break;
            }
        }
    }
}
