//! An engine to test with: a folder, a database, a clock that stands until moved.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, AtomicU64, Ordering};

use seloste_kernel::{
    Actor, Exit, Fault, Lang, ManualClock, PersonId, RecordId, SeededRandom, Timestamp, UserId,
};
use seloste_register::keyring::{Keyring, RootSource};
use seloste_register::{Access, Action, Collected, Draft, Engine, Opened, Owner, PACKAGE, RIGHTS};
use seloste_store::{Location, Store};
use tempfile::TempDir;

/// The ready-made notice of the feedback service.
pub const NOTICE: &str = include_str!("../../../../notices/feedback.kdl");
pub const REGISTER: &str = "palaute";
pub const START: &str = "2026-01-14T10:00:00+02:00";

/// Makes two tests of each function: `NAME::sqlite` and `NAME::postgres`.
macro_rules! each_engine {
    ($($name:ident),* $(,)?) => { $(
        mod $name {
            #[test]
            fn sqlite() {
                crate::setting::run(super::$name, crate::setting::World::sqlite);
            }

            #[test]
            fn postgres() {
                if crate::setting::has_postgres() {
                    crate::setting::run(super::$name, crate::setting::World::postgres);
                }
            }
        }
    )* };
}

/// Where PostgreSQL is, if there is one.
fn postgres_url() -> Option<String> {
    std::env::var("SELOSTE_TEST_PG").ok()
}

pub fn has_postgres() -> bool {
    postgres_url().is_some()
}

/// Runs a test in a world of its own.
pub fn run<F: Future<Output = ()>>(test: impl Fn(World) -> F, world: impl Fn() -> World) {
    runtime().block_on(test(world()));
}

pub fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap()
}

/// A folder with keys, and a database.
pub struct World {
    root: TempDir,
    location: Location,
    pub clock: Arc<ManualClock>,
}

impl World {
    pub fn sqlite() -> Self {
        let root = tempfile::tempdir().unwrap();
        let location = Location::Sqlite { dir: root.path().join("data") };
        Self::new(root, location)
    }

    pub fn postgres() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap();
        let schema = format!("r{}_{number}", since.as_nanos() % 1_000_000_000_000);
        let location = Location::Postgres { url: postgres_url().unwrap(), schema };
        Self::new(tempfile::tempdir().unwrap(), location)
    }

    fn new(root: TempDir, location: Location) -> Self {
        let clock = Arc::new(ManualClock::new(START.parse().unwrap()));
        let world = Self { root, location, clock };
        Keyring::create(&world.keys(), RootSource::InFolder, fresh_random(), world.clock.clone())
            .unwrap();
        world
    }

    pub fn keys(&self) -> PathBuf {
        self.root.path().join("keys")
    }

    /// The folder of an embedded database; none for PostgreSQL.
    pub fn data(&self) -> Option<&Path> {
        match &self.location {
            Location::Sqlite { dir } => Some(dir),
            Location::Postgres { .. } => None,
        }
    }

    /// Opens everything and publishes the notice.
    pub async fn open(&self) -> Arc<Engine> {
        self.open_with(NOTICE).await
    }

    pub async fn open_with(&self, notice: &str) -> Arc<Engine> {
        let engine = self.try_open().await.unwrap();
        engine.publish(&Actor::Operator, notice).await.unwrap();
        engine
    }

    pub async fn try_open(&self) -> Result<Arc<Engine>, Fault> {
        self.try_open_with_store().await.map(|(_, engine)| engine)
    }

    pub async fn try_open_with_store(&self) -> Result<(Arc<Store>, Arc<Engine>), Fault> {
        let random = fresh_random();
        let keys =
            Keyring::open(&self.keys(), RootSource::InFolder, random.clone(), self.clock.clone())?;
        let store = Store::open(self.location.clone(), random.clone(), Arc::new(keys.marker()))?;
        let store = Arc::new(store);
        let engine = Engine::open(Arc::clone(&store), keys, self.clock.clone(), random).await?;
        Ok((store, engine))
    }

    pub fn at(&self, instant: &str) {
        self.clock.set(instant.parse().unwrap());
    }

    pub fn move_hours(&self, hours: i64) {
        use seloste_kernel::Clock;
        self.clock.set(self.clock.now() + jiff::SignedDuration::from_hours(hours));
    }
}

/// Ends an engine wholly, so that it can be opened again.
pub fn close(engine: Arc<Engine>) {
    // Background tasks hold it for a moment.
    let mut engine = engine;
    for _ in 0..1000 {
        match Arc::try_unwrap(engine) {
            Ok(engine) => return drop(engine),
            Err(shared) => engine = shared,
        }
        std::thread::sleep(std::time::Duration::from_millis(1));
    }
    unreachable!("somebody keeps the engine");
}

/// Another sequence at each start, as in life: a start must not repeat what was random before.
fn fresh_random() -> Arc<SeededRandom> {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    Arc::new(SeededRandom::new(NEXT.fetch_add(1, Ordering::Relaxed)))
}

pub fn access(engine: &Engine, actor: Actor, purpose: &str, action: Action) -> Access {
    engine.access(REGISTER, actor, purpose, action).unwrap()
}

pub fn visitor(engine: &Engine) -> Access {
    access(engine, Actor::Visitor, "develop", Action::Collect)
}

pub fn operator(engine: &Engine, purpose: &str, action: Action) -> Access {
    access(engine, Actor::Operator, purpose, action)
}

pub fn staff(role: &str) -> Actor {
    Actor::Staff { user: UserId::from_bytes([7; 16]), role: role.to_owned() }
}

/// Somebody's feedback with contact details.
pub fn letter(message: &str, email: &str) -> Draft {
    Draft::new("feedback", "sent", Lang::Fi)
        .field("message", message.to_owned())
        .field("name", "Testi Henkilö".to_owned())
        .field("email", email.to_owned())
        .consent("answer")
        .with_receipt()
}

pub async fn send(engine: &Arc<Engine>, draft: Draft) -> Result<Collected, Fault> {
    engine.collect(&visitor(engine), Owner::New, draft).await
}

/// A copy of everything that a person has, ordered by them.
pub async fn order_copy(engine: &Arc<Engine>, person: PersonId) -> RecordId {
    let own = access(engine, Actor::Person(person), RIGHTS, Action::Collect);
    let draft = Draft::new(PACKAGE, "created", Lang::Fi).field("file-key", "00".repeat(32));
    engine.collect(&own, Owner::Existing(person), draft).await.unwrap().record
}

/// What the person is told was done by the program itself after a backup was put back.
pub async fn restored(engine: &Engine, access: &Access, person: PersonId) -> Vec<String> {
    let looks = engine.looks(access, person, None, 100).await.unwrap();
    let again = looks.into_iter().filter(|look| look.role == "job:restore");
    again.map(|look| look.action).collect()
}

pub fn shown<'a>(opened: &'a Opened, field: &str) -> &'a str {
    opened.text(field, Exit::Page)
}

pub fn instant(text: &str) -> Timestamp {
    text.parse().unwrap()
}
