//! The ledger: nothing waiting is lost or doubled, and no change of its files goes unseen.
#![expect(clippy::unwrap_used, reason = "tests")]

#[path = "conformance/setting.rs"]
#[expect(dead_code, unused_macros, reason = "shared with the other suite")]
mod setting;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use seloste_kernel::{EntryId, FaultKind, Random, SeededRandom};
use seloste_store::ledger::{
    self, Checkpoint, Damage, Entry, Forgotten, Ledger, Proof, PublicKey, Report, SeedSigner, tree,
};
use seloste_store::{Location, Store};

use setting::{open, postgres, sqlite};

fn signer(seed: u8) -> SeedSigner {
    SeedSigner::new("example.fi/ledger", &[seed; 32]).unwrap()
}

fn key() -> PublicKey {
    PublicKey::of(&signer(1))
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

/// A folder with a database and a ledger.
struct Setting {
    dir: tempfile::TempDir,
    random: SeededRandom,
}

impl Setting {
    fn new(entries: i64) -> Self {
        let setting =
            Self { dir: tempfile::tempdir().unwrap(), random: SeededRandom::new(entries as u64) };
        setting.grow(&[entries]);
        setting
    }

    fn ledger_dir(&self) -> PathBuf {
        self.dir.path().join("ledger")
    }

    fn open(&self) -> (Arc<Store>, Ledger) {
        let store = Arc::new(open(&sqlite(&self.dir.path().join("db"))));
        let ledger = Ledger::open(&self.ledger_dir(), Arc::new(signer(1)), Arc::clone(&store));
        (store, ledger.unwrap())
    }

    fn append(&self, store: &Store, entries: i64) {
        let entries: Vec<_> = (0..entries).map(|n| entry(&self.random, n)).collect();
        store.write_now(move |tx| entries.iter().try_for_each(|e| ledger::append(tx, e))).unwrap();
    }

    /// Adds entries in batches, one checkpoint each; answers the checkpoints.
    fn grow(&self, batches: &[i64]) -> Vec<Checkpoint> {
        let (store, ledger) = self.open();
        let grown = batches.iter().map(|entries| {
            self.append(&store, *entries);
            ledger.integrate().unwrap();
            ledger.checkpoint().unwrap()
        });
        grown.collect()
    }

    fn verify(&self) -> Result<Report, Vec<Damage>> {
        ledger::verify(&self.ledger_dir(), &key(), &[])
    }

    /// Keeps the files of a folder as they are now.
    fn copy(&self, folder: &str) -> tempfile::TempDir {
        let copy = tempfile::tempdir().unwrap();
        copy_dir(&self.dir.path().join(folder), copy.path());
        copy
    }

    fn put_back(&self, folder: &str, copy: &Path) {
        fs::remove_dir_all(self.dir.path().join(folder)).unwrap();
        copy_dir(copy, &self.dir.path().join(folder));
    }
}

fn copy_dir(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy_dir(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// All files that are evidence.
fn evidence(dir: &Path) -> Vec<PathBuf> {
    let mut found = vec![dir.join("checkpoint")];
    let mut open = vec![dir.join("tile")];
    while let Some(dir) = open.pop() {
        for entry in fs::read_dir(dir).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { open.push(path) } else { found.push(path) }
        }
    }
    found
}

#[test]
fn a_ledger_in_many_steps_is_that_of_one_step() {
    let many = Setting::new(1);
    let checkpoints = many.grow(&[1, 253, 1, 1, 260, 600, 3]);
    let sizes: Vec<u64> = checkpoints.iter().map(|checkpoint| checkpoint.size).collect();
    assert_eq!(sizes, [2, 255, 256, 257, 517, 1117, 1120]);
    let report = many.verify().unwrap();
    assert_eq!(report.size, 1120);
    assert!(report.bytes < 1120 * 220, "{}", report.bytes);
    let once = Setting { dir: tempfile::tempdir().unwrap(), random: SeededRandom::new(1) };
    {
        let (store, ledger) = once.open();
        for batch in [1, 1, 253, 1, 1, 260, 600, 3] {
            once.append(&store, batch);
        }
        assert_eq!(ledger.integrate().unwrap(), 1120);
    }
    assert_eq!(once.verify().unwrap(), report);
    // Everybody who kept a checkpoint can see that it is still the beginning.
    let notes: Vec<String> = checkpoints.iter().map(|old| old.note.clone()).collect();
    assert_eq!(ledger::verify(&many.ledger_dir(), &key(), &notes), Ok(report.clone()));
    let (_, ledger) = many.open();
    for old in checkpoints {
        let proof = ledger.consistency_proof(old.size).unwrap();
        let (new, root) = (report.size, report.root);
        assert!(tree::consistent((old.size, &old.root), (new, &root), &proof));
    }
    for index in [0, 1, 255, 256, 700, 1119] {
        let entry = ledger.entries(index, 1).unwrap().remove(0);
        let proof = ledger.inclusion_proof(index).unwrap();
        let leaf = tree::leaf(&entry.encode().unwrap());
        assert!(tree::included(&leaf, index, report.size, &proof, &report.root), "{index}");
    }
}

#[test]
fn every_flipped_bit_is_seen() {
    const WORKERS: usize = 4;
    let setting = Setting::new(20);
    let bits = std::sync::atomic::AtomicUsize::new(0);
    std::thread::scope(|scope| {
        for worker in 0..WORKERS {
            let (copy, bits) = (setting.copy("ledger"), &bits);
            scope.spawn(move || {
                for file in evidence(copy.path()) {
                    let good = fs::read(&file).unwrap();
                    for bit in (worker..good.len() * 8).step_by(WORKERS) {
                        let mut bad = good.clone();
                        bad[bit / 8] ^= 1 << (bit % 8);
                        fs::write(&file, &bad).unwrap();
                        let seen = ledger::verify(copy.path(), &key(), &[]).is_err();
                        assert!(seen, "bit {bit} of {}", file.display());
                        bits.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
                    }
                    fs::write(&file, &good).unwrap();
                }
                ledger::verify(copy.path(), &key(), &[]).unwrap();
            });
        }
    });
    let all: usize =
        evidence(&setting.ledger_dir()).iter().map(|file| fs::read(file).unwrap().len() * 8).sum();
    assert!(all > 20_000);
    assert_eq!(bits.into_inner(), all);
}

#[test]
fn damage_in_a_large_ledger_is_located() {
    let setting = Setting::new(1);
    setting.grow(&[699]);
    let dir = setting.ledger_dir();
    let files = evidence(&dir);
    let random = SeededRandom::new(3);
    for _ in 0..300 {
        let mut dice = [0; 8];
        random.fill(&mut dice);
        let dice = u64::from_le_bytes(dice) as usize;
        let file = &files[dice % files.len()];
        let good = fs::read(file).unwrap();
        let mut bad = good.clone();
        let bit = (dice >> 8) % (bad.len() * 8);
        bad[bit / 8] ^= 1 << (bit % 8);
        fs::write(file, &bad).unwrap();
        let damages = setting.verify().unwrap_err();
        let name = file.strip_prefix(&dir).unwrap().to_str().unwrap();
        let bundle = name.replacen("tile/0/", "tile/entries/", 1);
        let located = damages.iter().any(|damage| match damage {
            Damage::Checkpoint => name == "checkpoint",
            Damage::Form { file } | Damage::Hash { file, .. } => file == name,
            Damage::Entry { file, .. } => *file == bundle,
            _ => false,
        });
        assert!(located, "{name}: {damages:?}");
        fs::write(file, &good).unwrap();
    }
}

#[test]
fn removed_swapped_doubled_and_added_files_and_entries_are_seen() {
    let setting = Setting::new(1);
    setting.grow(&[599]);
    let dir = setting.ledger_dir();
    let whole = setting.copy("ledger");
    let wrong = |change: &dyn Fn()| {
        change();
        assert!(setting.verify().is_err());
        setting.put_back("ledger", whole.path());
        setting.verify().unwrap();
    };
    for file in evidence(&dir) {
        wrong(&|| fs::remove_file(&file).unwrap());
        wrong(&|| {
            let good = fs::read(&file).unwrap();
            fs::write(&file, &good[..good.len() - 1]).unwrap();
        });
        wrong(&|| {
            let good = fs::read(&file).unwrap();
            fs::write(&file, [good.as_slice(), &good[..1]].concat()).unwrap();
        });
    }
    let bundle = |number: u32| dir.join(format!("tile/entries/00{number}"));
    wrong(&|| {
        let (first, second) = (fs::read(bundle(0)).unwrap(), fs::read(bundle(1)).unwrap());
        fs::write(bundle(0), second).unwrap();
        fs::write(bundle(1), first).unwrap();
    });
    wrong(&|| {
        fs::copy(bundle(0), bundle(1)).unwrap();
    });
    wrong(&|| {
        fs::copy(bundle(0), dir.join("tile/entries/003")).unwrap();
    });
    // Two neighbours change places within a bundle; all entries here have the same length.
    wrong(&|| {
        let mut bytes = fs::read(bundle(1)).unwrap();
        let length = bytes.len() / 256;
        bytes[..2 * length].rotate_left(length);
        fs::write(bundle(1), bytes).unwrap();
    });
}

#[test]
fn a_stolen_key_cannot_change_what_others_have_kept() {
    let setting = Setting::new(40);
    let kept = vec![setting.grow(&[10]).remove(0).note];
    // The thief writes another history of the same and of a shorter length, and signs it.
    for entries in [50, 45, 60] {
        let forged = Setting::new(entries);
        let report = forged.verify().unwrap();
        assert_eq!(report.size, entries as u64);
        let damages = ledger::verify(&forged.ledger_dir(), &key(), &kept).unwrap_err();
        let expected = if entries < 50 {
            Damage::Shorter { once: 50 }
        } else {
            Damage::Rewritten { once: 50 }
        };
        assert_eq!(damages, [expected]);
    }
    // A checkpoint of another key proves nothing.
    let other = PublicKey::of(&signer(2));
    assert_eq!(ledger::verify(&setting.ledger_dir(), &other, &[]), Err(vec![Damage::Checkpoint]));
}

#[test]
fn cut_off_at_any_size_it_is_shorter_than_what_was_kept() {
    let setting = Setting::new(1);
    let mut states = Vec::new();
    for _ in 0..12 {
        states.push((setting.copy("ledger"), setting.grow(&[1]).remove(0)));
    }
    let kept = vec![states.last().unwrap().1.note.clone()];
    for (state, _) in &states {
        assert!(ledger::verify(state.path(), &key(), &[]).is_ok());
        let damages = ledger::verify(state.path(), &key(), &kept).unwrap_err();
        assert_eq!(damages, [Damage::Shorter { once: 13 }]);
    }
    // The old checkpoint beside the new files is seen even without anybody's help.
    fs::copy(states[3].0.path().join("checkpoint"), setting.ledger_dir().join("checkpoint"))
        .unwrap();
    assert!(setting.verify().is_err());
}

#[test]
fn a_crash_before_the_database_knows_doubles_nothing() {
    let setting = Setting::new(250);
    {
        let (store, _ledger) = setting.open();
        setting.append(&store, 30);
    }
    let before = setting.copy("db");
    setting.grow(&[0]);
    let signed = setting.verify().unwrap();
    assert_eq!(signed.size, 280);
    setting.put_back("db", before.path());
    let (store, ledger) = setting.open();
    assert_eq!(ledger.integrate().unwrap(), 280);
    setting.append(&store, 1);
    assert_eq!(ledger.integrate().unwrap(), 281);
    let report = setting.verify().unwrap();
    assert_eq!(report.size, 281);
}

#[test]
fn a_crash_before_the_checkpoint_loses_nothing() {
    let setting = Setting::new(250);
    {
        let (store, _ledger) = setting.open();
        setting.append(&store, 300);
    }
    let (db, checkpoint) = (setting.copy("db"), setting.ledger_dir().join("checkpoint"));
    let (old, partials) = (fs::read(&checkpoint).unwrap(), setting.copy("ledger"));
    setting.grow(&[0]);
    let signed = setting.verify().unwrap();
    // The tiles were written, the checkpoint was not, and the old partial tiles are still there.
    fs::write(&checkpoint, old).unwrap();
    setting.put_back("db", db.path());
    for file in evidence(partials.path()) {
        let target = setting.ledger_dir().join(file.strip_prefix(partials.path()).unwrap());
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::copy(&file, target).unwrap();
    }
    setting.grow(&[0]);
    assert_eq!(setting.verify().unwrap(), signed);
}

#[test]
fn a_damaged_or_older_ledger_is_not_signed_on() {
    let setting = Setting::new(40);
    let older = setting.copy("ledger");
    setting.grow(&[10]);
    let newer = setting.copy("ledger");
    let refused = |what: &str| {
        let store = Arc::new(open(&sqlite(&setting.dir.path().join("db"))));
        let ledger = Ledger::open(&setting.ledger_dir(), Arc::new(signer(1)), store);
        let fault = ledger.err().unwrap();
        assert_eq!(
            (fault.kind(), fault.key()),
            (FaultKind::Environment, "ledger-damaged"),
            "{what}"
        );
    };
    setting.put_back("ledger", older.path());
    refused("put back from an older copy");
    setting.put_back("ledger", newer.path());
    fs::write(setting.ledger_dir().join("tile/0/000.p/50"), vec![7; 50 * 32]).unwrap();
    refused("other hashes");
    let flip = |file: &str| {
        let path = setting.ledger_dir().join(file);
        let mut bytes = fs::read(&path).unwrap();
        bytes[90] ^= 1;
        fs::write(path, bytes).unwrap();
    };
    setting.put_back("ledger", newer.path());
    flip("tile/entries/000.p/50");
    refused("another entry");
    setting.put_back("ledger", newer.path());
    {
        // An entry changed while it is open: nothing is signed that stands beside it.
        let (store, ledger) = setting.open();
        setting.append(&store, 1);
        flip("tile/entries/000.p/50");
        for _ in 0..2 {
            assert_eq!(ledger.integrate().unwrap_err().key(), "ledger-damaged");
        }
        flip("tile/entries/000.p/50");
        assert_eq!(ledger.integrate().unwrap(), 51);
    }
    setting.verify().unwrap();
    let grown = setting.grow(&[400]);
    assert_eq!(grown[0].size, 451);
    fs::remove_file(setting.ledger_dir().join("tile/entries/000")).unwrap();
    refused("a bundle is gone");
}

#[test]
fn hashes_changed_while_it_is_open_are_not_signed_on() {
    let setting = Setting::new(50);
    {
        // Changed while it is open: nothing new is signed over it.
        let (store, ledger) = setting.open();
        setting.append(&store, 1);
        fs::write(setting.ledger_dir().join("tile/0/000.p/50"), vec![7; 50 * 32]).unwrap();
        assert_eq!(ledger.integrate().unwrap_err().key(), "ledger-damaged");
        let note = fs::read_to_string(setting.ledger_dir().join("checkpoint")).unwrap();
        assert_eq!(Checkpoint::read(&note, &key()).unwrap().size, 50);
    }
}

#[test]
fn entries_of_failed_transactions_never_get_in_and_others_once() {
    let dir = tempfile::tempdir().unwrap();
    entries_get_in_once(&sqlite(dir.path()));
}

#[test]
fn entries_from_postgres_get_in_once() {
    if let Some(location) = postgres() {
        entries_get_in_once(&location);
    }
}

fn entries_get_in_once(location: &Location) {
    let dir = tempfile::tempdir().unwrap();
    let files = dir.path().join("ledger");
    let store = Arc::new(open(location));
    let ledger = Ledger::open(&files, Arc::new(signer(1)), Arc::clone(&store)).unwrap();
    let acknowledged = std::sync::Mutex::new(BTreeSet::new());
    let done = std::sync::atomic::AtomicBool::new(false);
    std::thread::scope(|scope| {
        let workers: Vec<_> = (0..8_u64)
            .map(|thread| {
                let (store, acknowledged) = (&store, &acknowledged);
                scope.spawn(move || {
                    let random = SeededRandom::new(thread + 100);
                    for turn in 0..40 {
                        let entry = entry(&random, turn);
                        let id = entry.id;
                        let result = store.write_now(move |tx| {
                            ledger::append(tx, &entry)?;
                            if turn % 5 == 0 {
                                return Err(seloste_kernel::Fault::internal("test"));
                            }
                            Ok(())
                        });
                        if result.is_ok() {
                            acknowledged.lock().unwrap().insert(id);
                        }
                    }
                })
            })
            .collect();
        scope.spawn(|| {
            while !done.load(std::sync::atomic::Ordering::Relaxed) {
                ledger.integrate().unwrap();
            }
        });
        for worker in workers {
            worker.join().unwrap();
        }
        done.store(true, std::sync::atomic::Ordering::Relaxed);
    });
    assert_eq!(ledger.integrate().unwrap(), 8 * 32);
    let found = ledger.entries(0, u64::MAX).unwrap();
    assert_eq!(found.len(), 8 * 32);
    let found: BTreeSet<_> = found.iter().map(|entry| entry.id).collect();
    assert_eq!(found, acknowledged.into_inner().unwrap());
    ledger::verify(&files, &key(), &[]).unwrap();
}

#[test]
fn an_entry_is_proved_by_a_text_alone() {
    let setting = Setting::new(600);
    let (_store, ledger) = setting.open();
    for index in [0, 255, 256, 599] {
        let entry = ledger.entries(index, 1).unwrap().remove(0);
        let proof = ledger.prove(entry.id).unwrap().unwrap();
        assert_eq!((proof.index, &proof.entry), (index, &entry));
        let text = proof.to_string();
        assert_eq!(Proof::check(&text, &key()).as_ref(), Some(&proof));
        assert_eq!(Proof::check(&text, &PublicKey::of(&signer(2))), None);
        // No letter may differ, and no line may be missing.
        for place in (0..text.len()).filter(|place| text.is_char_boundary(*place)) {
            let mut wrong = text.clone().into_bytes();
            wrong[place] ^= 1;
            let Ok(wrong) = String::from_utf8(wrong) else { continue };
            assert_eq!(Proof::check(&wrong, &key()), None, "{wrong}");
        }
        for line in text.lines() {
            let wrong = text.replacen(&format!("{line}\n"), "", 1);
            assert_eq!(Proof::check(&wrong, &key()), None, "{line}");
        }
    }
    assert_eq!(ledger.prove(EntryId::random(&setting.random)).unwrap(), None);
}

/// The time of the entry of this number, as [`entry`] makes it.
fn at(number: i64) -> i64 {
    1_760_000_040_000 + number * 60_000
}

/// Whether a file of the ledger holds these bytes.
fn holds(dir: &Path, bytes: &[u8]) -> bool {
    let files = evidence(dir);
    files.iter().any(|file| fs::read(file).unwrap().windows(bytes.len()).any(|part| part == bytes))
}

#[test]
fn what_entries_said_is_destroyed_in_time_and_the_rest_verifies_as_before() {
    let setting = Setting::new(600);
    let dir = setting.ledger_dir();
    let before = setting.verify().unwrap();
    assert_eq!(before.forgotten, Forgotten::default());
    {
        let (store, ledger) = setting.open();
        let (all, old) = (ledger.entries(0, 600).unwrap(), ledger.checkpoint().unwrap());
        let keeps = |n: usize| holds(&dir, &all[n].encode().unwrap());
        assert_eq!(ledger.forget(|ms| ms < at(0)).unwrap(), 0);
        assert!(keeps(0) && keeps(299));
        assert_eq!(ledger.forget(|ms| ms < at(300)).unwrap(), 300);
        assert_eq!(ledger.forget(|ms| ms < at(300)).unwrap(), 0);
        assert!(!keeps(0) && !keeps(255) && !keeps(256) && !keeps(299));
        assert!(keeps(300) && keeps(599));
        let report = setting.verify().unwrap();
        assert_eq!(report.forgotten, Forgotten { entries: 300, until_ms: at(299) });
        assert_eq!((report.size, report.root), (before.size, before.root));
        assert_eq!((report.first_ms, report.last_ms), (Some(at(300)), Some(at(599))));
        assert_eq!(ledger.entries(290, 20).unwrap(), all[300..310]);
        assert_eq!(ledger.prove(all[299].id).unwrap(), None);
        let proof = ledger.prove(all[300].id).unwrap().unwrap().to_string();
        assert!(Proof::check(&proof, &key()).is_some());
        // The bundle that still grows loses its beginning, and goes on growing.
        assert_eq!(ledger.forget(|ms| ms < at(520)).unwrap(), 220);
        setting.append(&store, 10);
        assert_eq!(ledger.integrate().unwrap(), 610);
        let report = ledger::verify(&dir, &key(), &[old.note]).unwrap();
        assert_eq!((report.size, report.forgotten.entries), (610, 520));
    }
    setting.grow(&[300]);
    assert_eq!(setting.verify().unwrap().forgotten.entries, 520);
    let (_store, ledger) = setting.open();
    // Nothing stays when all have had their time.
    assert_eq!(ledger.forget(|_| true).unwrap(), 390);
    let report = setting.verify().unwrap();
    assert_eq!((report.forgotten.entries, report.first_ms), (910, None));
}

#[test]
fn a_crash_while_forgetting_is_finished_at_the_next_opening() {
    let setting = Setting::new(600);
    let full = setting.copy("ledger");
    {
        let (_store, ledger) = setting.open();
        assert_eq!(ledger.forget(|ms| ms < at(300)).unwrap(), 300);
    }
    // The note was written, and one of the two bundles.
    let second = "tile/entries/001";
    fs::copy(full.path().join(second), setting.ledger_dir().join(second)).unwrap();
    assert_eq!(setting.verify().unwrap().first_ms, Some(at(256)));
    drop(setting.open());
    assert_eq!(setting.verify().unwrap().first_ms, Some(at(300)));
}

#[test]
fn nobody_without_the_key_can_pass_a_destroyed_entry_off_as_forgotten() {
    let setting = Setting::new(600);
    let checkpoint = fs::read(setting.ledger_dir().join("checkpoint")).unwrap();
    let full = setting.copy("ledger");
    {
        let (_store, ledger) = setting.open();
        assert_eq!(ledger.forget(|ms| ms < at(300)).unwrap(), 300);
    }
    let good = setting.copy("ledger");
    let damages = |change: &dyn Fn(&Path)| {
        setting.put_back("ledger", good.path());
        change(&setting.ledger_dir());
        setting.verify().map(|report| report.forgotten).unwrap_err()
    };
    let note = fs::read(good.path().join("forgotten")).unwrap();
    // One more entry than the note says.
    let bundle = "tile/entries/001";
    let more = damages(&|dir| {
        let bytes = fs::read(dir.join(bundle)).unwrap();
        let (empty, rest) = bytes.split_at((300 - 256) * 2);
        let length = usize::from(u16::from_be_bytes([rest[0], rest[1]]));
        let emptied = [empty, &[0, 0], &rest[2 + length..]].concat();
        fs::write(dir.join(bundle), emptied).unwrap();
    });
    assert!(more.contains(&Damage::Entry { index: 300, file: bundle.to_owned() }), "{more:?}");
    // No note, somebody else's, or a checkpoint in its place.
    let none = damages(&|dir| fs::remove_file(dir.join("forgotten")).unwrap());
    assert!(none.contains(&Damage::Unreadable { index: 0 }), "{none:?}");
    let other = damages(&|dir| fs::write(dir.join("forgotten"), &checkpoint).unwrap());
    assert!(other.contains(&Damage::Forgotten), "{other:?}");
    for bit in 0..note.len() * 8 {
        let mut bad = note.clone();
        bad[bit / 8] ^= 1 << (bit % 8);
        damages(&|dir| fs::write(dir.join("forgotten"), &bad).unwrap());
    }
    // The hash that stands for a forgotten entry is held by the signed root.
    let hash = damages(&|dir| {
        let file = dir.join("tile/0/000");
        let mut bytes = fs::read(&file).unwrap();
        bytes[7] ^= 1;
        fs::write(file, bytes).unwrap();
    });
    assert!(hash.contains(&Damage::Root), "{hash:?}");
    // A wrong note is no ground to destroy anything.
    setting.put_back("ledger", full.path());
    fs::write(setting.ledger_dir().join("forgotten"), &checkpoint).unwrap();
    let store = Arc::new(open(&sqlite(&setting.dir.path().join("db"))));
    let refused = Ledger::open(&setting.ledger_dir(), Arc::new(signer(1)), store);
    assert_eq!(refused.err().unwrap().key(), "ledger-damaged");
}
