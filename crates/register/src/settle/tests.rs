//! What only the inside shows: keys that are gone, and a crash between publishing and settling.

use std::path::Path;

use seloste_kernel::{Clock, Lang, ManualClock, SeededRandom};
use seloste_store::{Location, Store};

use super::*;
use crate::keyring::{Keyring, RootSource};
use crate::{Action, Draft, Opened, Owner};

const NOTICE: &str = include_str!("../../../../notices/feedback.kdl");

const ERASE: Settle = Settle { erase: true, shorten: false };

/// The notice without the sender's name.
fn nameless() -> String {
    let from = NOTICE.find("            field \"name\"").unwrap();
    let until = from + NOTICE[from..].find("            field \"email\"").unwrap();
    format!("{}{}", &NOTICE[..from], &NOTICE[until..])
}

async fn open(root: &Path, seed: u64) -> Arc<Engine> {
    let clock: Arc<dyn Clock> =
        Arc::new(ManualClock::new("2026-01-14T10:00:00+02:00".parse().unwrap()));
    let random = Arc::new(SeededRandom::new(seed));
    let keys = root.join("keys");
    let keyring = if keys.exists() { Keyring::open } else { Keyring::create };
    let keyring = keyring(&keys, RootSource::InFolder, random.clone(), clock.clone()).unwrap();
    let marker = Arc::new(keyring.marker());
    let location = Location::Sqlite { dir: root.join("data") };
    let store = Store::open(location, random.clone(), marker).unwrap();
    Engine::open(store, keyring, clock, random).await.unwrap()
}

async fn send(engine: &Arc<Engine>) -> RecordId {
    let access = engine.access("palaute", Actor::Visitor, "develop", Action::Collect).unwrap();
    let draft = Draft::new("feedback", "sent", Lang::Fi)
        .field("message", "Hei.".to_owned())
        .field("name", "Testi Henkilö".to_owned())
        .field("email", "a@example.fi".to_owned())
        .consent("answer");
    engine.collect(&access, Owner::New, draft).await.unwrap().record
}

async fn read(engine: &Engine, id: RecordId) -> Result<Opened, Fault> {
    let access = engine.access("palaute", Actor::Operator, "answer", Action::Read).unwrap();
    engine.read(&access, id).await
}

#[tokio::test]
async fn no_older_copy_opens_what_rested_on_consent() {
    let root = tempfile::tempdir().unwrap();
    let engine = open(root.path(), 1).await;
    engine.publish(&Actor::Operator, NOTICE).await.unwrap();
    let id = send(&engine).await;
    let find = move |tx: &mut seloste_store::Tx| records::find(tx, id);
    let before = engine.store.read(find).await.unwrap().unwrap();
    engine.publish_settling(&Actor::Operator, &nameless(), ERASE).await.unwrap();
    let opened = read(&engine, id).await.unwrap();
    assert!(opened.fields.contains_key("email") && !opened.fields.contains_key("name"));
    assert_eq!(opened.consents.len(), 1);
    let now = engine.store.read(find).await.unwrap().unwrap();
    let (person, change) = (before.person, Change { body: Some(before.body), ..Change::default() });
    let put = move |tx: &mut seloste_store::Tx| {
        records::update(tx, person, id, now.version, &change).map(drop)
    };
    engine.store.write(put).await.unwrap();
    assert!(read(&engine, id).await.is_err(), "the key is gone");
}

#[tokio::test]
async fn what_a_crash_interrupts_is_finished_at_the_next_start() {
    let root = tempfile::tempdir().unwrap();
    let engine = open(root.path(), 1).await;
    engine.publish(&Actor::Operator, NOTICE).await.unwrap();
    let id = send(&engine).await;
    engine.publish_with(&Actor::Operator, &nameless(), (ERASE, &Text::new())).await.unwrap();
    assert!(!engine.scan("palaute").await.unwrap().undeclared.is_empty());
    drop(engine);
    let engine = open(root.path(), 2).await;
    assert!(engine.scan("palaute").await.unwrap().undeclared.is_empty());
    assert!(!read(&engine, id).await.unwrap().fields.contains_key("name"));
    let intent = engine.store.read(|tx| meta::get(tx, &intent_of("palaute"))).await.unwrap();
    assert_eq!(intent.as_deref(), Some(""));
}
