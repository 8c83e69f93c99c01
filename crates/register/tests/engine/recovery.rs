//! After a crash, a lost file or a restored backup: nothing is lost, nothing erased comes back.

use std::sync::Arc;

use seloste_kernel::{Actor, FaultKind};
use seloste_register::keyring::{Keyring, RootSource};
use seloste_register::{
    Action, Collected, ConsentReceipt, ConsentState, Engine, Given, RIGHTS, Recognised, Why,
};
use seloste_store::{Location, Store};
use seloste_vault::{Erased, Erasure};

use crate::setting::{
    REGISTER, World, access, close, forget_lookups, letter, operator, restored, send, shown,
};

each_engine!(
    s2_42_a_restored_backup_brings_nobody_back,
    a_withdrawn_value_does_not_come_back_with_a_backup,
    keys_and_data_of_two_installations
);

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
        forget_lookups(world.data().unwrap());

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

/// What lies in a backup: rows, and the keys as they were.
pub struct Backup {
    rows: tempfile::TempDir,
    slots: Vec<u8>,
    secrets: Vec<u8>,
}

impl Backup {
    pub fn of(engine: &Engine) -> Self {
        let rows = tempfile::tempdir().unwrap();
        engine.copy_database(rows.path()).unwrap();
        let ring = engine.keyring();
        let (slots, secrets) = (ring.export_slots().unwrap(), ring.export_secrets().unwrap());
        Self { rows, slots, secrets }
    }

    /// Puts it into a new folder, without the keys on the erasure list; how many those were.
    pub async fn restore(
        &self,
        world: &World,
        erasures: &[Erasure],
    ) -> (tempfile::TempDir, Arc<Engine>, usize) {
        let root = tempfile::tempdir().unwrap();
        let random: Arc<dyn seloste_kernel::Random> =
            Arc::new(seloste_kernel::SeededRandom::new(99));
        let (ring, restored) = Keyring::restore(
            &root.path().join("keys"),
            RootSource::File(world.keys().join("root.secret")),
            &self.slots,
            &self.secrets,
            erasures,
            random.clone(),
            world.clock.clone(),
        )
        .unwrap();
        let location = Location::Sqlite { dir: root.path().join("data") };
        let store = Store::open(location, random.clone(), Arc::new(ring.marker())).unwrap();
        store.restore(self.rows.path()).unwrap();
        let engine = Engine::open(store, ring, world.clock.clone(), random).await.unwrap();
        (root, engine, restored.erased)
    }
}

async fn s2_42_a_restored_backup_brings_nobody_back(world: World) {
    let engine = world.open().await;
    let kept = send(&engine, letter("Minä jään.", "jaan@example.fi")).await.unwrap();
    let gone = send(&engine, letter("Minä lähden.", "lahden@example.fi")).await.unwrap();
    let backup = Backup::of(&engine);
    let own = access(&engine, Actor::Person(gone.person), RIGHTS, Action::Erase);
    let plan = engine.plan_person(&own, gone.person, Why::Request).await.unwrap();
    engine.erase(&own, &plan).await.unwrap();
    let erasures = engine.keyring().erasures();
    close(engine);

    let (_root, engine, erased) = backup.restore(&world, &erasures).await;
    assert_eq!(erased, 2, "the person's key, and that of what rested on consent");
    // Before the list is replayed the key is already missing.
    let read = operator(&engine, "answer", Action::Read);
    assert_eq!(engine.read(&read, gone.record).await.unwrap_err().kind(), FaultKind::Gone);
    let replayed = engine.erase_again().await.unwrap();
    assert_eq!((replayed.records, replayed.removed, replayed.persons), (2, 1, 1));
    // Whoever holds the receipt is told, as before the backup was put back.
    let told = engine.recognise(REGISTER, &gone.receipt.unwrap()).await.unwrap();
    let why = |told: Option<Recognised>| match told {
        Some(Recognised::Erased(stone)) => Some(stone.why),
        _ => None,
    };
    assert_eq!(why(told), Some(Why::Restore));
    assert_eq!(engine.read(&read, gone.record).await.unwrap_err().kind(), FaultKind::NotFound);
    assert!(engine.find(&read, "email", "lahden@example.fi").await.unwrap().is_empty());
    let opened = engine.read(&read, kept.record).await.unwrap();
    assert_eq!(shown(&opened, "message"), "Minä jään.");
    assert_eq!(engine.find(&read, "email", "jaan@example.fi").await.unwrap().len(), 1);
    let replayed = engine.erase_again().await.unwrap();
    assert_eq!(replayed.removed, 0);
}

/// Contact details rest on consent. Withdrawing it destroys their key, so a backup from before
/// opens the message, which rests on something else, and not the address.
async fn a_withdrawn_value_does_not_come_back_with_a_backup(world: World) {
    let engine = world.open().await;
    let kept = send(&engine, letter("Minä jään.", "jaan@example.fi")).await.unwrap();
    let sent = send(&engine, letter("Perun osoitteeni.", "perun@example.fi")).await.unwrap();
    let (before, scanned) = (Backup::of(&engine), engine.scan(REGISTER).await.unwrap());
    assert_eq!((scanned.unsealed, scanned.keyless, scanned.undeclared.len()), (0, 0, 0));
    let [own_receipt, other_receipt] =
        [reference(&engine, &sent).await, reference(&engine, &kept).await];
    assert_eq!(state(&engine, &own_receipt).await, ConsentState::Stands);

    let own = access(&engine, Actor::Person(sent.person), RIGHTS, Action::Erase);
    let withdrawn = engine.withdraw(&own, sent.record, "answer").await.unwrap();
    assert!(withdrawn.erased.is_empty(), "the message stays");
    assert_eq!(withdrawn.fields.len(), 2, "name and address: {withdrawn:?}");
    assert!(ended(&engine, &own_receipt, Why::Withdrawal).await);
    let read = operator(&engine, "develop", Action::Read);
    let opened = engine.read(&read, sent.record).await.unwrap();
    assert_eq!(shown(&opened, "message"), "Perun osoitteeni.");
    // Done twice it does nothing more, and what is left is whole.
    assert_eq!(engine.withdraw(&own, sent.record, "answer").await.unwrap(), Default::default());
    assert_eq!(engine.scan(REGISTER).await.unwrap().keyless, 0);
    let erasures = engine.keyring().erasures();
    assert!(erasures.iter().any(|entry| matches!(entry.erased, Erased::Key(_))), "{erasures:?}");
    close(engine);
    let engine = world.try_open().await.unwrap();
    assert_eq!(engine.scan(REGISTER).await.unwrap(), scanned, "no work was left undone");
    close(engine);

    let (_root, engine, erased) = before.restore(&world, &erasures).await;
    assert_eq!(erased, 1);
    let rights = access(&engine, Actor::Person(sent.person), RIGHTS, Action::Read);
    let unopened = engine.read(&rights, sent.record).await.unwrap_err();
    assert_eq!(unopened.kind(), FaultKind::Gone, "the old row still has the cells");
    let replayed = engine.erase_again().await.unwrap();
    assert_eq!((replayed.records, replayed.removed, replayed.fields), (2, 0, 2));
    let opened = engine.read(&rights, sent.record).await.unwrap();
    assert_eq!(shown(&opened, "message"), "Perun osoitteeni.");
    assert_eq!((shown(&opened, "email"), shown(&opened, "name")), ("", ""));
    assert!(opened.consents.is_empty(), "nor does the consent come back");
    let [over] = &opened.withdrawn[..] else { unreachable!("{:?}", opened.withdrawn) };
    let day = engine.now().as_millisecond().div_euclid(86_400_000) * 86_400_000;
    let mut took = over.took.clone();
    took.sort();
    assert_eq!(
        (over.purpose.as_str(), took),
        ("answer", vec!["email".to_owned(), "name".to_owned()])
    );
    assert!(over.by_day && over.withdrawn_ms == Some(day + 43_200_000), "the day alone: {over:?}");
    assert_eq!(restored(&engine, &rights, sent.person).await, ["withdraw-consent"], "told, too");
    let others = operator(&engine, "develop", Action::Read);
    assert!(restored(&engine, &others, kept.person).await.is_empty());
    assert!(ended(&engine, &own_receipt, Why::Restore).await, "its receipt knows it, too");
    assert_eq!(state(&engine, &other_receipt).await, ConsentState::Stands);
    let answer = operator(&engine, "answer", Action::Read);
    assert!(engine.find(&answer, "email", "perun@example.fi").await.unwrap().is_empty());
    let other = engine.read(&answer, kept.record).await.unwrap();
    assert_eq!(shown(&other, "email"), "jaan@example.fi", "another's consent is untouched");
    assert_eq!(engine.scan(REGISTER).await.unwrap(), scanned);
    assert_eq!(engine.erase_again().await.unwrap().fields, 0);
    assert_eq!(restored(&engine, &rights, sent.person).await.len(), 1, "nothing done, no entry");
}

/// The reference on the receipt of the consent that came with this record.
async fn reference(engine: &Arc<Engine>, sent: &Collected) -> String {
    let register = engine.register(REGISTER).unwrap();
    let (record, at) = (sent.record, sent.created);
    let given = Given { record, kind: "feedback", at, consent: &sent.consents[0] };
    let file = engine.consent_receipt(&register, given, "https://example.fi").await.unwrap();
    ConsentReceipt::check(&file, &engine.ledger_key()).unwrap().reference
}

async fn state(engine: &Arc<Engine>, reference: &str) -> ConsentState {
    engine.consent_state(REGISTER, reference).await.unwrap()
}

async fn ended(engine: &Arc<Engine>, reference: &str, wanted: Why) -> bool {
    matches!(state(engine, reference).await, ConsentState::Ended(end) if end.why == wanted)
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
