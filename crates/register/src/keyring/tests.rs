//! The promises of the key ring, each broken on purpose.

#![expect(clippy::unwrap_used, reason = "tests")]

use std::collections::HashSet;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::SignedDuration;
use seloste_kernel::{FaultKind, ManualClock, PersonId, Sealed, SeededRandom, Words};
use seloste_vault::{Place, open, seal};
use tempfile::TempDir;

use super::fuse::How;
use super::*;

const START: Timestamp = Timestamp::constant(1_800_000_000, 0);
const DAY: SignedDuration = SignedDuration::from_hours(24);
const WINDOW: SignedDuration = SignedDuration::from_hours(35 * 24);

/// Thousands of openings: in memory where there is such a place, so that syncing costs nothing.
fn folder_in_memory() -> TempDir {
    tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).unwrap()
}

/// A key folder with a clock that the test moves.
struct Bench {
    temp: TempDir,
    clock: Arc<ManualClock>,
    random: Arc<SeededRandom>,
}

impl Bench {
    fn new() -> (Self, Keyring) {
        let clock = Arc::new(ManualClock::new(START));
        let random = Arc::new(SeededRandom::new(7));
        let bench = Self { temp: folder_in_memory(), clock, random };
        let ring = bench.create(&bench.dir(), Fuse::default()).unwrap();
        (bench, ring)
    }

    fn dir(&self) -> PathBuf {
        self.temp.path().join("keys")
    }

    fn create(&self, dir: &Path, fuse: Fuse) -> Result<Keyring, Fault> {
        let (random, clock) = (self.random.clone(), self.clock.clone());
        Keyring::create_with(dir, RootSource::InFolder, random, clock, fuse)
    }

    fn open_with(&self, fuse: Fuse) -> Result<Keyring, Fault> {
        let (random, clock) = (self.random.clone(), self.clock.clone());
        Keyring::open_with(&self.dir(), RootSource::InFolder, random, clock, fuse)
    }

    fn open(&self) -> Result<Keyring, Fault> {
        self.open_with(Fuse::default())
    }

    fn fault(&self) -> Fault {
        self.open().err().unwrap()
    }

    /// Stores the folder's files aside, to put them back later.
    fn files(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let entries = fs::read_dir(self.dir()).unwrap();
        entries
            .map(|entry| entry.unwrap().path())
            .map(|path| (path.clone(), fs::read(path).unwrap()))
            .collect()
    }

    fn put_back(files: &[(PathBuf, Vec<u8>)]) {
        for (path, bytes) in files {
            fs::write(path, bytes).unwrap();
        }
    }
}

fn place() -> Place<'static> {
    Place {
        register: "feedback",
        kind: "feedback",
        field: "message",
        person: PersonId::from_bytes([1; 16]),
        record: RecordId::from_bytes([2; 16]),
        class: "month",
        schema: 1,
    }
}

/// A new key and a cell sealed under it.
fn sealed(ring: &Keyring) -> (KeyId, Sealed) {
    let id = new_key(ring, "feedback", "month").unwrap();
    let text = id.to_string();
    (id, seal(&ring.key(id).unwrap(), &place(), text.as_bytes(), &*ring.random).unwrap())
}

fn several(ring: &Keyring, count: usize) -> Vec<(KeyId, Sealed)> {
    (0..count).map(|_| sealed(ring)).collect()
}

fn opens(ring: &Keyring, (id, cell): &(KeyId, Sealed)) -> bool {
    match ring.key(*id) {
        Ok(key) => *open(&key, &place(), cell).unwrap() == id.to_string().as_bytes(),
        Err(_) => false,
    }
}

fn ids(cells: &[(KeyId, Sealed)]) -> Vec<KeyId> {
    cells.iter().map(|(id, _)| *id).collect()
}

fn new_key(ring: &Keyring, register: &str, class: &str) -> Result<KeyId, Fault> {
    Ok(ring.new_keys(register, class, 1)?[0])
}

/// Everything that an erasure does to the key ring.
fn erase(ring: &Keyring, keys: &[KeyId], records: &[RecordId]) -> Result<(), Fault> {
    ring.condemn(keys, records)?;
    ring.bury()
}

/// No trace of these wrapped keys in any file of the folder.
fn assert_no_trace(bench: &Bench, kept: &[Vec<u8>]) {
    for (path, bytes) in bench.files() {
        for needle in kept {
            let found = bytes.windows(needle.len()).any(|window| window == needle);
            assert!(!found, "{} still has a shredded key", path.display());
        }
    }
}

/// The wrapped bytes of these keys, to look for later.
fn wrapped(ring: &Keyring, keys: &[KeyId]) -> Vec<Vec<u8>> {
    let index = held(ring.index.read());
    let kept = |id: &KeyId| ring.read_beside(index.slots[id]).unwrap().unwrap();
    keys.iter().flat_map(|id| [kept(id).wrapped.to_vec(), kept(id).commitment.to_vec()]).collect()
}

#[test]
fn keys_survive_a_restart_and_shredded_ones_do_not() {
    let (bench, ring) = Bench::new();
    let cells = several(&ring, 200);
    let (gone, kept) = cells.split_at(70);
    let traces = wrapped(&ring, &ids(gone));
    assert_eq!(ring.generation(), 0);
    erase(&ring, &ids(gone), &[]).unwrap();
    assert_eq!(ring.generation(), 1);
    assert_no_trace(&bench, &traces);
    let check = |ring: &Keyring| {
        for cell in gone {
            assert_eq!(ring.key(cell.0).err().unwrap().kind(), FaultKind::Gone);
        }
        assert!(kept.iter().all(|cell| opens(ring, cell)));
    };
    check(&ring);
    erase(&ring, &ids(gone), &[]).unwrap();
    assert_eq!(ring.status().erased_keys, 70);
    drop(ring);
    let ring = bench.open().unwrap();
    check(&ring);
    assert_eq!(ring.status().erased_keys, 70);
    let unknown = ring.key(KeyId::from_bytes([9; 16])).err().unwrap();
    assert_eq!((unknown.kind(), unknown.key()), (FaultKind::Environment, "fault-keys-unknown"));
}

#[test]
fn shredded_slots_are_used_again() {
    let (bench, ring) = Bench::new();
    let before = fs::metadata(bench.dir().join("slots.a")).unwrap().len();
    for _ in 0..20 {
        let cells = several(&ring, 100);
        erase(&ring, &ids(&cells), &[]).unwrap();
    }
    let after = fs::metadata(bench.dir().join("slots.a")).unwrap().len();
    assert_eq!(after, before);
    assert_eq!(ring.status().erased_keys, 2000);
}

#[test]
fn every_damaged_byte_of_one_copy_is_mended() {
    let (bench, ring) = Bench::new();
    let cells = several(&ring, 30);
    erase(&ring, &ids(&cells[..5]), &[]).unwrap();
    drop(ring);
    for name in ["slots", "secrets", "erased"] {
        for copy in ["a", "b"] {
            let path = bench.dir().join(format!("{name}.{copy}"));
            let good = fs::read(&path).unwrap();
            let damages: [Vec<u8>; 3] = [
                good.iter().map(|byte| !byte).collect(),
                Vec::new(),
                good[..good.len() / 2].to_vec(),
            ];
            for damage in damages {
                fs::write(&path, damage).unwrap();
                let ring = bench.open().unwrap();
                assert!(ring.status().mended > 0);
                assert!(cells[5..].iter().all(|cell| opens(&ring, cell)));
                assert!(!cells[..5].iter().any(|cell| opens(&ring, cell)));
                drop(ring);
                assert_eq!(fs::read(&path).unwrap(), good);
            }
            // Each block by itself.
            for at in (0..good.len()).step_by(1021) {
                let mut bytes = good.clone();
                bytes[at] ^= 0x10;
                fs::write(&path, bytes).unwrap();
                assert_eq!(bench.open().unwrap().status().mended, 1, "{name}.{copy} byte {at}");
                assert_eq!(fs::read(&path).unwrap(), good);
            }
            fs::remove_file(&path).unwrap();
            drop(bench.open().unwrap());
            assert_eq!(fs::read(&path).unwrap(), good);
        }
    }
}

#[test]
fn damage_in_both_copies_is_told_and_changes_nothing() {
    let (bench, ring) = Bench::new();
    several(&ring, 5);
    drop(ring);
    let good = bench.files();
    for name in ["slots", "secrets", "erased"] {
        for copy in ["a", "b"] {
            let path = bench.dir().join(format!("{name}.{copy}"));
            let mut bytes = fs::read(&path).unwrap();
            bytes[3] ^= 1;
            fs::write(path, bytes).unwrap();
        }
        let bad = bench.files();
        let fault = bench.fault();
        assert_eq!((fault.kind(), fault.key()), (FaultKind::Environment, "fault-keys-damaged"));
        assert_eq!(bench.files(), bad);
        Bench::put_back(&good);
    }
    bench.open().unwrap();
}

#[test]
fn wrong_surroundings_are_refused_with_what_to_do() {
    let (bench, ring) = Bench::new();
    let dir = bench.dir();
    assert_eq!(bench.fault().key(), "fault-keys-locked");
    drop(ring);
    assert_eq!(bench.create(&dir, Fuse::default()).err().unwrap().key(), "fault-keys-exist");

    let mode =
        |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    for name in ["root.secret", "slots.a", "slots.b", "secrets.a", "erased.b"] {
        for open_to in [0o640, 0o604, 0o620] {
            mode(&dir.join(name), open_to);
            assert_eq!(bench.fault().key(), "fault-keys-unsafe-mode", "{name}");
        }
        mode(&dir.join(name), 0o600);
    }
    mode(&dir, 0o755);
    assert_eq!(bench.fault().key(), "fault-keys-unsafe-mode");
    mode(&dir, 0o700);

    let root = fs::read(dir.join("root.secret")).unwrap();
    let other = RootSecret::generate(&SeededRandom::new(99)).unwrap();
    fs::write(dir.join("root.secret"), other.to_text().as_bytes()).unwrap();
    assert_eq!(bench.fault().key(), "fault-keys-wrong-root");
    for bad in [b"".to_vec(), vec![0xff; 40], vec![b'0'; 100_000]] {
        fs::write(dir.join("root.secret"), bad).unwrap();
        assert_eq!(bench.fault().key(), "fault-keys-no-root");
    }
    fs::remove_file(dir.join("root.secret")).unwrap();
    assert_eq!(bench.fault().key(), "fault-keys-no-root");
    let elsewhere = bench.temp.path().join("credential");
    fs::write(&elsewhere, root).unwrap();
    mode(&elsewhere, 0o400);
    let source = RootSource::File(elsewhere);
    drop(Keyring::open(&dir, source, bench.random.clone(), bench.clock.clone()).unwrap());

    let slots = fs::read(dir.join("slots.a")).unwrap();
    fs::remove_file(dir.join("slots.a")).unwrap();
    fs::remove_file(dir.join("slots.b")).unwrap();
    assert_eq!(bench.fault().key(), "fault-keys-missing");
    fs::write(dir.join("slots.a"), slots).unwrap();
    fs::remove_dir_all(&dir).unwrap();
    assert_eq!(bench.fault().key(), "fault-keys-missing");
}

#[test]
fn files_of_another_installation_are_refused() {
    let (bench, ring) = Bench::new();
    drop(ring);
    let other = bench.temp.path().join("other");
    drop(bench.create(&other, Fuse::default()).unwrap());
    let good = bench.files();
    for name in ["slots", "erased"] {
        for copy in ["a", "b"] {
            let file = format!("{name}.{copy}");
            fs::copy(other.join(&file), bench.dir().join(&file)).unwrap();
        }
        assert_eq!(bench.fault().key(), "fault-keys-foreign");
        Bench::put_back(&good);
    }
    bench.open().unwrap();
}

/// Runs `work` with the disk failing at every step in every way, and checks what `then` demands
/// of the reopened folder. Says at how many steps it was killed.
fn kill_everywhere(
    bench: &Bench,
    work: impl Fn(&Keyring) -> Result<(), Fault>,
    then: impl Fn(&Keyring, bool),
) -> u32 {
    let good = bench.files();
    let mut killed = 0;
    for how in [How::Kill, How::Torn, How::PowerCut] {
        for steps in 0.. {
            Bench::put_back(&good);
            for path in fs::read_dir(bench.dir()).unwrap().map(|entry| entry.unwrap().path()) {
                assert!(good.iter().any(|(known, _)| *known == path));
            }
            let fuse = Fuse::new(how, steps);
            let done = bench.open_with(fuse).and_then(|ring| work(&ring)).is_ok();
            let ring = bench.open().unwrap();
            then(&ring, done);
            if done {
                break;
            }
            killed += 1;
        }
    }
    killed
}

#[test]
fn killed_anywhere_a_shredded_key_never_comes_back_and_no_live_key_is_lost() {
    let (bench, ring) = Bench::new();
    let cells = several(&ring, 12);
    let (gone, kept) = cells.split_at(3);
    let traces = wrapped(&ring, &ids(gone));
    drop(ring);
    let killed = kill_everywhere(
        &bench,
        |ring| erase(ring, &ids(gone), &[]),
        |ring, done| {
            assert!(kept.iter().all(|cell| opens(ring, cell)));
            let listed: HashSet<Erased> =
                ring.erasures().iter().map(|entry| entry.erased).collect();
            for cell in gone {
                // On the list: gone for good. Not on it: the shredding never happened.
                assert_eq!(opens(ring, cell), !listed.contains(&Erased::Key(cell.0)));
            }
            assert!(!done || listed.len() == 3);
            erase(ring, &ids(gone), &[]).unwrap();
            assert!(!gone.iter().any(|cell| opens(ring, cell)));
            assert_no_trace(&bench, &traces);
        },
    );
    assert!(killed >= 3 * 12, "{killed}");
}

#[test]
fn a_shredded_key_stays_unreachable_when_the_overwriting_fails_and_is_finished_later() {
    let (bench, ring) = Bench::new();
    let cells = several(&ring, 3);
    let traces = wrapped(&ring, &ids(&cells[..1]));
    drop(ring);
    // The list is two writes and two syncs; the slot's overwriting then fails.
    for opening in 0..20 {
        let fuse = Fuse::new(How::Kill, opening);
        let Ok(ring) = bench.open_with(fuse) else { continue };
        if erase(&ring, &ids(&cells[..1]), &[]).is_err() && !ring.erasures().is_empty() {
            assert!(!opens(&ring, &cells[0]));
            assert!(erase(&ring, &ids(&cells[..1]), &[]).is_err());
        }
        drop(ring);
    }
    let ring = bench.open().unwrap();
    erase(&ring, &ids(&cells[..1]), &[]).unwrap();
    assert_no_trace(&bench, &traces);
    assert!(cells[1..].iter().all(|cell| opens(&ring, cell)));
}

#[test]
fn killed_anywhere_in_a_rotation_no_key_is_lost_and_it_is_finished() {
    let (bench, ring) = Bench::new();
    let cells = several(&ring, 12);
    drop(ring);
    let killed = kill_everywhere(
        &bench,
        |ring| ring.rotate_epoch().map(|_| ()),
        |ring, done| {
            assert!(cells.iter().all(|cell| opens(ring, cell)));
            let status = ring.status();
            assert!(!done || status.epochs.len() == 2);
            // Whatever epoch is newest holds all keys.
            assert_eq!(status.epochs.last().unwrap().keys, status.keys);
            let more = sealed(ring);
            assert!(opens(ring, &more));
        },
    );
    assert!(killed >= 3 * 100, "{killed}");
}

#[test]
fn killed_anywhere_in_making_keys_no_key_that_was_given_out_is_lost() {
    let (bench, ring) = Bench::new();
    let before = several(&ring, 3);
    drop(ring);
    let given = Mutex::new(Vec::new());
    let work = |ring: &Keyring| {
        held(given.lock()).clear();
        for _ in 0..slots::BATCH + 3 {
            let id = new_key(ring, "feedback", "month")?;
            let text = id.to_string();
            let cell = seal(&*ring.key(id)?, &place(), text.as_bytes(), &*ring.random)?;
            held(given.lock()).push((id, cell));
        }
        Ok(())
    };
    let killed = kill_everywhere(&bench, work, |ring, _| {
        assert!(before.iter().all(|cell| opens(ring, cell)));
        // Cleared for the next round, in which the folder may not even open.
        assert!(held(given.lock()).drain(..).all(|cell| opens(ring, &cell)));
    });
    assert!(killed >= 3 * 100, "{killed}");
}

#[test]
fn killed_anywhere_in_destroying_epochs_no_key_is_lost() {
    let (bench, ring) = Bench::new();
    let cells = several(&ring, 5);
    ring.rotate_epoch().unwrap();
    drop(ring);
    bench.clock.set(START + DAY * 36);
    kill_everywhere(
        &bench,
        |ring| ring.destroy_epochs_older_than(START + DAY * 36, WINDOW).map(|_| ()),
        |ring, done| {
            assert!(cells.iter().all(|cell| opens(ring, cell)));
            assert!(!done || ring.status().epochs.len() == 1);
        },
    );
}

#[test]
fn erasure_works_on_a_full_disk() {
    let (bench, ring) = Bench::new();
    let cells = several(&ring, 1500);
    let traces = wrapped(&ring, &ids(&cells[..5]));
    drop(ring);
    let ring = bench.open_with(Fuse::new(How::Full, 0)).unwrap();
    for some in cells[..1000].chunks(10) {
        erase(&ring, &ids(some), &[]).unwrap();
    }
    assert_no_trace(&bench, &traces);
    assert!(!cells[..1000].iter().any(|cell| opens(&ring, cell)));
    // The named limit: what is beyond the reserve is refused as a whole, and told.
    let fault = erase(&ring, &ids(&cells[1000..]), &[]).unwrap_err();
    assert_eq!((fault.kind(), fault.key()), (FaultKind::StorageFull, "fault-keys-disk-full"));
    assert!(cells[1000..].iter().all(|cell| opens(&ring, cell)));
    let full = std::iter::repeat_with(|| new_key(&ring, "feedback", "year"));
    let fault = full.take(2000).find_map(Result::err).unwrap();
    assert_eq!(fault.kind(), FaultKind::StorageFull);
    drop(ring);
    let ring = bench.open().unwrap();
    assert!(cells[1000..].iter().all(|cell| opens(&ring, cell)));
    erase(&ring, &ids(&cells[1000..]), &[]).unwrap();
    assert!(ring.status().erasure_room >= erasures::RESERVE);
}

#[test]
fn unclaimed_keys_are_given_to_nobody_until_the_database_was_asked() {
    let (bench, ring) = Bench::new();
    let cells = several(&ring, 10);
    drop(ring);
    let ring = bench.open().unwrap();
    let unclaimed: HashSet<KeyId> = ring.unclaimed().into_iter().collect();
    assert_eq!(unclaimed.len(), slots::BATCH + 1);
    let fresh: HashSet<KeyId> =
        (0..200).map(|_| new_key(&ring, "feedback", "month").unwrap()).collect();
    assert!(fresh.is_disjoint(&unclaimed));
    assert!(cells.iter().all(|cell| opens(&ring, cell)));
    drop(ring);
    let ring = bench.open().unwrap();
    let in_use: HashSet<KeyId> = ids(&cells).into_iter().chain(fresh).collect();
    ring.settle(&in_use);
    assert!(ring.unclaimed().is_empty());
    let after: Vec<KeyId> =
        (0..300).map(|_| new_key(&ring, "feedback", "month").unwrap()).collect();
    let different: HashSet<KeyId> = after.iter().copied().collect();
    assert_eq!(different.len(), 300);
    assert!(different.is_disjoint(&in_use));
    assert!(different.iter().any(|id| unclaimed.contains(id)));
    assert!(cells.iter().all(|cell| opens(&ring, cell)));
}

#[test]
fn epochs_begin_weekly_and_are_destroyed_after_the_window_only() {
    let (bench, ring) = Bench::new();
    let cells = several(&ring, 5);
    let old_slots = ring.export_slots().unwrap();
    for day in 1..=60 {
        bench.clock.set(START + DAY * day);
        let tended = ring.tend(bench.clock.now(), WINDOW).unwrap();
        assert_eq!(tended.begun.is_some(), day % 7 == 0, "day {day}");
        // The first epoch ended on day 7.
        assert_eq!(tended.destroyed.contains(&1), day == 42, "day {day}: {tended:?}");
        assert!(cells.iter().all(|cell| opens(&ring, cell)));
    }
    assert!(ring.status().epochs.len() <= 7);
    // A slot backup of the first week opens nothing any more.
    let secrets = ring.export_secrets().unwrap();
    let dir = bench.temp.path().join("restored");
    let root = RootSource::Given(Box::new(ring.root.clone()));
    let (restored, counts) = Keyring::restore(
        &dir,
        root,
        &old_slots,
        &secrets,
        &[],
        bench.random.clone(),
        bench.clock.clone(),
    )
    .unwrap();
    assert_eq!((counts.keys, counts.lost), (0, slots::BATCH + 1));
    assert!(!cells.iter().any(|cell| opens(&restored, cell)));
}

#[test]
fn a_clock_that_goes_backwards_destroys_nothing_early() {
    let (bench, ring) = Bench::new();
    let cells = several(&ring, 5);
    for start in [0, -10, -4000, -36_500] {
        bench.clock.set(START + DAY * start);
        ring.rotate_epoch().unwrap();
        for day in [0, 1, 34] {
            bench.clock.set(START + DAY * (start + day));
            assert_eq!(
                ring.destroy_epochs_older_than(bench.clock.now(), WINDOW).unwrap(),
                [0u32; 0]
            );
            let _ = ring.tend(bench.clock.now(), WINDOW).unwrap();
        }
        assert!(cells.iter().all(|cell| opens(&ring, cell)));
    }
    for extreme in [Timestamp::MIN, Timestamp::MAX] {
        bench.clock.set(extreme);
        ring.tend(bench.clock.now(), WINDOW).unwrap();
        erase(&ring, &[KeyId::from_bytes([3; 16])], &[]).unwrap();
        assert!(cells.iter().all(|cell| opens(&ring, cell)));
    }
    bench.clock.set(START);
    assert!(ring.status().clock_behind);
    drop(ring);
    let ring = bench.open().unwrap();
    assert!(cells.iter().all(|cell| opens(&ring, cell)));
}

#[test]
fn a_restored_backup_does_not_bring_back_the_erased() {
    let (bench, ring) = Bench::new();
    let cells = several(&ring, 20);
    let (slots, secrets) = (ring.export_slots().unwrap(), ring.export_secrets().unwrap());
    let root = ring.root.to_text();
    for part in [&slots, &secrets] {
        assert!(!part.windows(40).any(|window| root.as_bytes().windows(40).any(|of| of == window)));
    }
    let traces = wrapped(&ring, &ids(&cells[..10]));
    erase(&ring, &ids(&cells[..5]), &[]).unwrap();
    let record = RecordId::from_bytes([5; 16]);
    erase(&ring, &[], &[record, record]).unwrap();
    let off_site: Vec<Vec<u8>> =
        ring.erasures().iter().map(|entry| entry.encode().to_vec()).collect();
    erase(&ring, &ids(&cells[5..10]), &[]).unwrap();
    drop(ring);

    // The slots are lost; the list in the folder survives and knows more than the off-site copy.
    for name in ["slots.a", "slots.b", "secrets.a", "secrets.b"] {
        fs::remove_file(bench.dir().join(name)).unwrap();
    }
    let list: Vec<Erasure> = off_site.iter().map(|entry| Erasure::decode(entry).unwrap()).collect();
    let restore = |dir: &Path, source, slots: &[u8], secrets: &[u8]| {
        let (random, clock) = (bench.random.clone(), bench.clock.clone());
        Keyring::restore(dir, source, slots, secrets, &list, random, clock)
    };
    let refused = |slots: &[u8], secrets: &[u8]| {
        restore(&bench.dir(), RootSource::InFolder, slots, secrets).err().unwrap().key()
    };
    assert_eq!(refused(&slots[..slots.len() - 1], &secrets), "fault-keys-not-a-backup");
    assert_eq!(refused(&[], &secrets), "fault-keys-not-a-backup");
    assert_eq!(refused(&secrets, &slots), "fault-keys-not-a-backup");
    let mut damaged = slots.clone();
    damaged[300] ^= 1;
    assert_eq!(refused(&damaged, &secrets), "fault-keys-not-a-backup");
    let other = RootSource::Given(Box::new(RootSecret::generate(&SeededRandom::new(5)).unwrap()));
    let fault = restore(&bench.dir(), other, &slots, &secrets).err().unwrap();
    assert_eq!(fault.key(), "fault-keys-wrong-root");

    let (ring, counts) = restore(&bench.dir(), RootSource::InFolder, &slots, &secrets).unwrap();
    assert_eq!((counts.erased, counts.lost), (10, 0));
    assert!(cells[10..].iter().all(|cell| opens(&ring, cell)));
    for (id, _) in &cells[..10] {
        assert_eq!(ring.key(*id).err().unwrap().kind(), FaultKind::Gone);
    }
    assert!(ring.is_erased(record));
    assert_eq!(ring.status().erased_records, 1);
    assert_no_trace(&bench, &traces);
    drop(ring);
    let fault = restore(&bench.dir(), RootSource::InFolder, &slots, &secrets).err().unwrap();
    assert_eq!(fault.key(), "fault-keys-exist");

    // On a bare machine, with the off-site copy of the list only.
    let bare = bench.temp.path().join("bare");
    let source = RootSource::Given(Box::new(RootSecret::from_text(&root).unwrap()));
    let (ring, counts) = restore(&bare, source, &slots, &secrets).unwrap();
    assert_eq!(counts.erased, 5);
    ring.apply(&list).unwrap();
    assert!(!cells[..5].iter().any(|cell| opens(&ring, cell)));
    assert!(cells[5..].iter().all(|cell| opens(&ring, cell)));
}

#[test]
fn secrets_stay_the_same_and_have_no_plain_trace_on_disk() {
    let (bench, ring) = Bench::new();
    let digest = ring.index_key().digest("feedback", "email", b"a@example.fi");
    let public = ring.signer().public();
    let installation = *ring.installation();
    drop(ring);
    let ring = bench.open().unwrap();
    assert_eq!(ring.index_key().digest("feedback", "email", b"a@example.fi"), digest);
    assert_eq!(ring.signer().public(), public);
    assert_eq!(*ring.installation(), installation);
}

#[test]
fn opened_keys_are_forgotten_after_a_minute_and_on_shredding() {
    let (bench, ring) = Bench::new();
    let cells = several(&ring, 10);
    assert_eq!(ring.status().cached, 10);
    erase(&ring, &ids(&cells[..4]), &[]).unwrap();
    assert_eq!(ring.status().cached, 6);
    bench.clock.set(START + SignedDuration::from_secs(59));
    ring.forget_idle();
    assert_eq!(ring.status().cached, 6);
    bench.clock.set(START + SignedDuration::from_secs(60));
    ring.forget_idle();
    assert_eq!(ring.status().cached, 0);
    assert!(opens(&ring, &cells[9]));
    bench.clock.set(START - DAY);
    ring.forget_idle();
    assert_eq!(ring.status().cached, 0);
}

#[test]
fn readers_never_get_a_key_after_its_shredding_returned() {
    let (_bench, ring) = Bench::new();
    let cells = several(&ring, 400);
    let done = std::sync::atomic::AtomicUsize::new(0);
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                while done.load(Ordering::Acquire) < cells.len() {
                    let before = done.load(Ordering::Acquire);
                    for (at, (id, _)) in cells.iter().enumerate() {
                        let found = ring.key(*id).is_ok();
                        assert!(!(found && at < before), "key {at} came back");
                    }
                }
            });
        }
        for (at, some) in cells.chunks(20).enumerate() {
            erase(&ring, &ids(some), &[]).unwrap();
            done.store((at + 1) * 20, Ordering::Release);
            if at % 5 == 0 {
                ring.rotate_epoch().unwrap();
            }
        }
    });
}

#[test]
fn every_fault_has_its_text_in_three_languages() {
    let words = Words::new(LOCALES).unwrap();
    assert_eq!(words.gaps(), []);
    let source = include_str!("faults.rs");
    let used = source.split('"').filter(|part| part.starts_with("fault-keys-"));
    let used: HashSet<&str> = used.collect();
    assert_eq!(used, words.keys().into_iter().collect());
}

#[test]
fn more_keys_are_made_before_none_is_left() {
    let (bench, ring) = Bench::new();
    new_key(&ring, "feedback", "month").unwrap();
    let mut given = HashSet::new();
    for _ in 0..5 * slots::BATCH {
        let (ids, low) = ring.spares("feedback", "month", 1).unwrap();
        assert!(given.insert(ids[0]));
        if low {
            ring.top_up("feedback", "month").unwrap();
            let spares = ring.status().spares;
            assert!(spares > slots::BATCH);
            // Nothing to do: there are many.
            ring.top_up("feedback", "month").unwrap();
            assert_eq!(ring.status().spares, spares);
        }
    }
    assert!(ring.spares("feedback", "month", 10 * slots::BATCH).is_none());
    drop(ring);
    let ring = bench.open().unwrap();
    assert!(given.iter().all(|id| ring.key(*id).is_ok()));
}
