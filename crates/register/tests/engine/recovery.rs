//! After a crash, a lost file or a restored backup: nothing is lost, nothing erased comes back.

use std::sync::Arc;

use seloste_kernel::{Actor, FaultKind};
use seloste_register::keyring::{Keyring, RootSource};
use seloste_register::{Action, RIGHTS, Recognised, Why};
use seloste_store::{Location, Store};

use crate::setting::{REGISTER, World, access, close, letter, operator, send, shown};

each_engine!(s2_42_a_restored_backup_brings_nobody_back, keys_and_data_of_two_installations);

#[test]
fn lost_lookups_are_made_anew() {
    crate::setting::runtime().block_on(async {
        let world = World::sqlite();
        let engine = world.open().await;
        let kept = send(&engine, letter("Löydä minut.", "loyda@example.fi")).await.unwrap();
        let gone = send(&engine, letter("Unohda minut.", "unohda@example.fi")).await.unwrap();
        let own = access(&engine, Actor::Person(gone.person), RIGHTS, Action::Erase);
        let plan = engine.plan_person(&own, gone.person, Why::Request).await.unwrap();
        engine.erase(&own, &plan).await.unwrap();
        close(engine);
        let data = world.data().unwrap();
        let lost: Vec<_> = std::fs::read_dir(data)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.file_name().unwrap().to_string_lossy().starts_with("index."))
            .collect();
        assert!(!lost.is_empty());
        lost.iter().for_each(|path| std::fs::remove_file(path).unwrap());

        let engine = world.try_open().await.unwrap();
        let read = operator(&engine, "answer", Action::Read);
        let found = engine.find(&read, "email", "loyda@example.fi").await.unwrap();
        assert_eq!(found, [(kept.person, kept.record)]);
        assert!(engine.find(&read, "email", "unohda@example.fi").await.unwrap().is_empty());
        let known = engine.recognise(REGISTER, &kept.receipt.unwrap()).await.unwrap();
        assert_eq!(known, Some(Recognised::Person { person: kept.person, record: kept.record }));
        let known = engine.recognise(REGISTER, &gone.receipt.unwrap()).await.unwrap();
        assert!(matches!(known, Some(Recognised::Erased(_))));
    });
}

async fn s2_42_a_restored_backup_brings_nobody_back(world: World) {
    let engine = world.open().await;
    let kept = send(&engine, letter("Minä jään.", "jaan@example.fi")).await.unwrap();
    let gone = send(&engine, letter("Minä lähden.", "lahden@example.fi")).await.unwrap();
    let backup = tempfile::tempdir().unwrap();
    engine.store().backup(backup.path()).unwrap();
    let (slots, secrets) =
        (engine.keyring().export_slots().unwrap(), engine.keyring().export_secrets().unwrap());
    let own = access(&engine, Actor::Person(gone.person), RIGHTS, Action::Erase);
    let plan = engine.plan_person(&own, gone.person, Why::Request).await.unwrap();
    engine.erase(&own, &plan).await.unwrap();
    let erasures = engine.keyring().erasures();
    close(engine);

    let root = tempfile::tempdir().unwrap();
    let keys = root.path().join("keys");
    let root_file = world.keys().join("root.secret");
    let random: Arc<dyn seloste_kernel::Random> = Arc::new(seloste_kernel::SeededRandom::new(99));
    let (ring, restored) = Keyring::restore(
        &keys,
        RootSource::File(root_file),
        &slots,
        &secrets,
        &erasures,
        random.clone(),
        world.clock.clone(),
    )
    .unwrap();
    assert_eq!(restored.erased, 1);
    let location = Location::Sqlite { dir: root.path().join("data") };
    let store = Store::open(location, random.clone()).unwrap();
    store.restore(backup.path()).unwrap();
    let engine =
        seloste_register::Engine::open(store, ring, world.clock.clone(), random).await.unwrap();
    // Before the list is replayed the key is already missing.
    let read = operator(&engine, "answer", Action::Read);
    assert_eq!(engine.read(&read, gone.record).await.unwrap_err().kind(), FaultKind::Gone);
    let replayed = engine.erase_again().await.unwrap();
    assert_eq!((replayed.records, replayed.removed, replayed.persons), (2, 1, 1));
    assert_eq!(engine.read(&read, gone.record).await.unwrap_err().kind(), FaultKind::NotFound);
    assert!(engine.find(&read, "email", "lahden@example.fi").await.unwrap().is_empty());
    let opened = engine.read(&read, kept.record).await.unwrap();
    assert_eq!(shown(&opened, "message"), "Minä jään.");
    assert_eq!(engine.find(&read, "email", "jaan@example.fi").await.unwrap().len(), 1);
    let replayed = engine.erase_again().await.unwrap();
    assert_eq!(replayed.removed, 0);
}

async fn keys_and_data_of_two_installations(world: World) {
    let engine = world.open().await;
    send(&engine, letter("Minun avaimeni.", "a@example.fi")).await.unwrap();
    close(engine);
    let other = World::sqlite();
    std::fs::rename(world.keys(), world.keys().with_extension("away")).unwrap();
    copy(&other.keys(), &world.keys());
    let refused = world.try_open().await.err().unwrap();
    assert_eq!(refused.key(), "fault-keys-of-another-installation");
    // Nothing was changed: the right keys still open everything.
    std::fs::remove_dir_all(world.keys()).unwrap();
    std::fs::rename(world.keys().with_extension("away"), world.keys()).unwrap();
    let engine = world.try_open().await.unwrap();
    assert_eq!(engine.scan(REGISTER).await.unwrap().keyless, 0);
}

fn copy(from: &std::path::Path, to: &std::path::Path) {
    use std::os::unix::fs::PermissionsExt;
    std::fs::create_dir(to).unwrap();
    std::fs::set_permissions(to, std::fs::Permissions::from_mode(0o700)).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        std::fs::copy(&path, to.join(path.file_name().unwrap())).unwrap();
    }
}
