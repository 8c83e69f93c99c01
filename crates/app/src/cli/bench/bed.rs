//! An installation to be measured: real keys, real database, real ledger, the ready-made feedback
//! notice, and invented people.

use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};

use seloste_kernel::{
    Actor, Clock, EntryId, Exit, Fault, FaultKind, Lang, PersonId, Random, RecordId, Timestamp,
    UserId,
};
use seloste_register::keyring::{Keyring, RootSource};
use seloste_register::{Access, Action, Draft, Engine, Opened, Owner, RIGHTS};
use seloste_store::tables::records;
use seloste_store::{Location, Store};

use super::disk::Ground;
use super::load::{self, Until};
use super::{POSTGRES, Surroundings, postgres};
use crate::app::App;
use crate::installation::Installation;
use crate::services;
use crate::settings::Settings;

/// How many clients write the people: many share one wait for the disk.
const WRITERS: usize = 64;

/// An opened installation with people in it.
pub struct Bed {
    /// The engine, as the service uses it.
    pub engine: Arc<Engine>,
    /// The database under it, for looking at what lies there.
    pub store: Arc<Store>,
    /// The program over it, which has the ledger's files.
    pub app: Arc<App>,
    /// Whose record is the number it was written with.
    pub people: RwLock<Vec<(PersonId, RecordId)>>,
    register: String,
    site: Site,
}

/// What outlives one opening.
struct Site {
    clock: Arc<dyn Clock>,
    random: Arc<dyn Random>,
    location: Location,
    keys: PathBuf,
    _schema: Option<postgres::Schema>,
    ground: Ground,
}

impl Bed {
    /// A new installation without anybody in it.
    pub async fn new(
        ground: Ground,
        around: &Surroundings,
        on_postgres: bool,
    ) -> Result<Self, Fault> {
        let folder = ground.path().to_owned();
        let schema = if on_postgres { Some(postgres::Schema::new(&folder)?) } else { None };
        let location = match &schema {
            Some(schema) => {
                Location::Postgres { url: schema.url.clone(), schema: schema.name.clone() }
            }
            None => Location::Sqlite { dir: folder.join("data") },
        };
        let (clock, random) = (Arc::clone(&around.clock), Arc::clone(&around.random));
        let keys = folder.join("keys");
        drop(Keyring::create(
            &keys,
            RootSource::InFolder,
            Arc::clone(&random),
            Arc::clone(&clock),
        )?);
        let site = Site { clock, random, location, keys, _schema: schema, ground };
        let (app, store) = site.open().await?;
        let engine = Arc::clone(&app.engine);
        let (_, text) = services::ready_made()
            .find(|(name, _)| *name == "feedback")
            .ok_or_else(|| Fault::internal("the feedback notice is missing"))?;
        let register = engine.publish(&Actor::Operator, text).await?.notice.id.clone();
        Ok(Self { engine, store, app, people: RwLock::default(), register, site })
    }

    /// Lets go of everything and opens it again, as a start of the service does.
    pub async fn reopen(self) -> Result<Self, Fault> {
        let Self { engine, store, app, people, register, site } = self;
        drop((app, engine, store));
        let (app, store) = site.open().await?;
        let engine = Arc::clone(&app.engine);
        Ok(Self { engine, store, app, people, register, site })
    }

    /// Lets go of everything but the files; nothing waits in a log any more.
    pub fn close(self) -> Ground {
        let Self { engine, store, app, site, .. } = self;
        drop((app, engine, store));
        site.ground
    }

    /// The run's folder.
    pub fn folder(&self) -> &Path {
        self.site.ground.path()
    }

    /// What ours runs on, for the report.
    pub fn engine_name(&self) -> &'static str {
        if self.is_embedded() { "sqlite" } else { "postgres" }
    }

    /// Whether the records lie in files of ours.
    pub fn is_embedded(&self) -> bool {
        matches!(self.site.location, Location::Sqlite { .. })
    }

    /// Who handles feedback, opening it to answer it.
    pub fn handler(&self, action: Action) -> Result<Access, Fault> {
        let user = UserId::from_slice(&[1; 16]).ok_or_else(|| Fault::internal("no user id"))?;
        let actor = Actor::Staff { user, role: "handler".to_owned() };
        self.engine.access(&self.register, actor, "answer", action)
    }

    /// The person themselves, using their rights.
    pub fn own(&self, person: PersonId, action: Action) -> Result<Access, Fault> {
        self.engine.access(&self.register, Actor::Person(person), RIGHTS, action)
    }

    /// Somebody who writes feedback.
    pub fn visitor(&self) -> Result<Access, Fault> {
        self.engine.access(&self.register, Actor::Visitor, "answer", Action::Collect)
    }

    /// Whose, and which, is the record of this number; numbers go round.
    pub fn at(&self, number: u64) -> Result<(PersonId, RecordId), Fault> {
        let people = self.people.read().unwrap_or_else(PoisonError::into_inner);
        let index = number.checked_rem(people.len() as u64).unwrap_or_default();
        people.get(index as usize).copied().ok_or_else(|| Fault::internal("nobody is there"))
    }

    /// How many people there are who are known by a number.
    pub fn known(&self) -> u64 {
        self.people.read().unwrap_or_else(PoisonError::into_inner).len() as u64
    }

    /// Writes people of one record each, beside those who are there.
    pub async fn people(self: &Arc<Self>, count: u64) -> Result<(), Fault> {
        let from = self.known();
        let blank = (PersonId::from_slice(&[0; 16]), RecordId::from_slice(&[0; 16]));
        let (Some(person), Some(record)) = blank else { return Err(Fault::internal("no id")) };
        let size = (from + count) as usize;
        self.people.write().unwrap_or_else(PoisonError::into_inner).resize(size, (person, record));
        let bed = Arc::clone(self);
        load::clients(WRITERS, Until::Count(count), move |number| {
            let (bed, number) = (Arc::clone(&bed), from + number);
            async move {
                let made = bed.collect(Owner::New, number, None).await?;
                let mut people = bed.people.write().unwrap_or_else(PoisonError::into_inner);
                if let Some(place) = people.get_mut(number as usize) {
                    *place = made;
                }
                Ok(())
            }
        })
        .await?;
        Ok(())
    }

    /// One person with this many records, all saying number 0.
    pub async fn person_with(self: &Arc<Self>, records: u64) -> Result<PersonId, Fault> {
        let (person, _) = self.collect(Owner::New, 0, None).await?;
        let bed = Arc::clone(self);
        load::clients(WRITERS, Until::Count(records.saturating_sub(1)), move |_| {
            let bed = Arc::clone(&bed);
            async move { bed.collect(Owner::Existing(person), 0, None).await.map(drop) }
        })
        .await?;
        Ok(person)
    }

    /// Writes one record as the public form does.
    pub async fn collect(
        &self,
        owner: Owner,
        number: u64,
        arrived: Option<Timestamp>,
    ) -> Result<(PersonId, RecordId), Fault> {
        let access = match owner {
            Owner::New => self.visitor()?,
            Owner::Existing(person) => self.own(person, Action::Collect)?,
        };
        let mut draft = Draft::new("feedback", "sent", Lang::Fi)
            .field("message", message(number))
            .field("name", name(number))
            .field("email", email(number))
            .consent("answer")
            .state("new")
            .with_receipt();
        if let Some(arrived) = arrived {
            draft = draft.arrived(arrived);
        }
        let made = self.engine.collect(&access, owner, draft).await?;
        Ok((made.person, made.record))
    }

    /// How many records lie there.
    pub async fn count(&self) -> Result<u64, Fault> {
        let by_policy = self.store.read(records::count_by_policy).await?;
        Ok(by_policy.values().map(|count| count.unsigned_abs()).sum())
    }

    /// An id for a row that is written without the engine.
    pub fn new_record_id(&self) -> RecordId {
        RecordId::new(&*self.site.clock, &*self.site.random)
    }

    /// An id for an event that is written without the engine.
    pub fn new_entry_id(&self) -> EntryId {
        EntryId::random(&*self.site.random)
    }

    /// How many records are unreadable, and how many lie there.
    pub async fn scan(&self) -> Result<(usize, usize), Fault> {
        let scanned = self.engine.scan(&self.register).await?;
        Ok((scanned.unsealed + scanned.keyless, scanned.records))
    }

    /// Brings all that waits into the ledger's files.
    pub fn integrate(&self) -> Result<u64, Fault> {
        self.app.ledger.integrate()
    }

    /// Where the ledger's files lie.
    pub fn ledger_folder(&self) -> PathBuf {
        self.app.installation.data().join("ledger")
    }
}

impl Site {
    async fn open(&self) -> Result<(Arc<App>, Arc<Store>), Fault> {
        let (random, clock) = (Arc::clone(&self.random), Arc::clone(&self.clock));
        let keyring = Keyring::open(&self.keys, RootSource::InFolder, random, clock)?;
        let (location, random) = (self.location.clone(), Arc::clone(&self.random));
        let marker = Arc::new(keyring.marker());
        let store = tokio::task::spawn_blocking(move || Store::open(location, random, marker))
            .await
            .map_err(Fault::internal)??;
        let store = Arc::new(store);
        let (random, clock) = (Arc::clone(&self.random), Arc::clone(&self.clock));
        let engine = Engine::open(Arc::clone(&store), keyring, clock, random).await?;
        let folder = self.ground.path().to_owned();
        let installation = Installation { folder, settings: Settings::default() };
        let app = App::over(installation, engine, Arc::clone(&self.random))?;
        Ok((app, store))
    }
}

/// The URL of the PostgreSQL that may be used.
pub fn postgres_url() -> Result<String, Fault> {
    std::env::var(POSTGRES).map_err(|_| {
        Fault::new(FaultKind::Environment, "fault-bench-no-postgres").with("variable", POSTGRES)
    })
}

/// What the person of this number says: 129 bytes.
pub fn message(number: u64) -> String {
    format!(
        "Palaute {number:010}: sivu avautuu hitaasti, ja sen alin painike katoaa, kun teksti on \
         suurennettu. Muuten palvelu on hyvin tehty."
    )
}

fn name(number: u64) -> String {
    format!("Testi Testinen {number:010}")
}

fn email(number: u64) -> String {
    format!("testi.testinen.{number:010}@example.fi")
}

/// Bytes of personal data in one record.
pub fn personal_bytes() -> u64 {
    (message(0).len() + name(0).len() + email(0).len()) as u64
}

/// Refuses a record that does not say what was written.
pub fn compare(opened: &Opened, number: u64) -> Result<(), Fault> {
    let says = |field: &str, wanted: &str| opened.text(field, Exit::Decision) == wanted;
    let same = says("message", &message(number))
        && says("name", &name(number))
        && says("email", &email(number));
    if same { Ok(()) } else { Err(wrong("a record says something else than was written")) }
}

/// A result that is not what it should be is not measured.
pub fn wrong(what: &str) -> Fault {
    Fault::new(FaultKind::Environment, "fault-bench-wrong").because(what)
}

/// Refuses a count that is another.
pub fn demand_count(what: &str, is: u64, wanted: u64) -> Result<(), Fault> {
    if is == wanted { Ok(()) } else { Err(wrong(&format!("{what}: {is} instead of {wanted}"))) }
}
