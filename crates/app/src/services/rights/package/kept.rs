//! Packages that wait to be downloaded: made, found, opened and cleared away.

use std::collections::BTreeSet;
use std::fs::File;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use seloste_kernel::{Fault, FaultKind, Lang, PersonId, RecordId, Timestamp};
use seloste_register::{Action, Draft, Kinds, Opened, Owner, PACKAGE, Query, Why};
use seloste_vault::stream::FileKey;
use tokio::sync::Semaphore;

use super::super::person_access;
use super::archive::{Out, private};
use super::contents::pack;
use super::sealed::{Opening, Sealing, fault, opened_length};
use crate::app::App;
use crate::backup::files::make_private;
use crate::round::Round;

/// The field with the key of the file.
const KEY: &str = "file-key";

/// It is being made; after a crash it is made again.
const MAKING: &str = "making";

/// It waits to be downloaded.
const READY: &str = "ready";

/// At most so many packages are made at the same time; more wait for their turn.
const AT_ONCE: usize = 4;

/// A package of somebody's.
pub struct Kept {
    /// Its record.
    pub record: RecordId,
    /// When it was ordered.
    pub made: Timestamp,
    /// When it goes at the latest.
    pub due: Option<Timestamp>,
    /// How long it is, once it can be downloaded.
    pub bytes: Option<u64>,
}

fn folder(app: &App) -> PathBuf {
    app.installation.data().join("packages")
}

fn file(app: &App, record: RecordId) -> PathBuf {
    folder(app).join(format!("{record}.sealed"))
}

/// The package that a person has ordered.
///
/// # Errors
/// When the store fails.
pub async fn kept(app: &App, person: PersonId) -> Result<Option<Kept>, Fault> {
    let Some(record) = newest(app, person, Action::Read).await? else { return Ok(None) };
    let sealed = std::fs::metadata(file(app, record.id)).ok().filter(|_| record.state == READY);
    Ok(Some(Kept {
        record: record.id,
        made: record.created,
        due: record.due,
        bytes: sealed.map(|file| opened_length(file.len())),
    }))
}

async fn newest(app: &App, person: PersonId, action: Action) -> Result<Option<Opened>, Fault> {
    let access = person_access(app, person, action)?;
    let kinds = Kinds::Only(vec![PACKAGE.to_owned()]);
    let (all, _) = app.engine.some_of(&access, person, &kinds, None, 100).await?;
    Ok(all.into_iter().next_back())
}

/// Packages that this process makes now.
#[derive(Default)]
pub struct AtWork {
    /// Held while orders come, go or are looked through; never while a package is made.
    orders: tokio::sync::Mutex<()>,
    /// Whose order is not finished: what is in none of these was interrupted.
    made_now: Mutex<BTreeSet<RecordId>>,
    /// So many of [`AT_ONCE`] are being made.
    places: Places,
}

/// Room for packages in the making.
struct Places(Semaphore);

impl Default for Places {
    fn default() -> Self {
        Self(Semaphore::new(AT_ONCE))
    }
}

impl AtWork {
    fn made_now(&self) -> MutexGuard<'_, BTreeSet<RecordId>> {
        self.made_now.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// An order that is being carried out, until this goes.
struct Order<'a> {
    of: &'a AtWork,
    record: RecordId,
    key: Option<FileKey>,
}

impl Drop for Order<'_> {
    fn drop(&mut self) {
        self.of.made_now().remove(&self.record);
    }
}

/// Orders a package and makes it; an earlier one goes. It goes itself with the first record in it
/// that goes: nothing outlives its day in a copy. The order is known at once, also while packages of
/// others are being made.
///
/// # Errors
/// When something cannot be read or written; the order is gone then.
pub async fn make(app: &Arc<App>, person: PersonId, lang: Lang) -> Result<RecordId, Fault> {
    let mut order = order(app, person, lang).await?;
    let record = order.record;
    let _place = app.packages.places.0.acquire().await.map_err(Fault::internal)?;
    let Some(key) = order.key.take() else { return Err(Fault::internal("an order without key")) };
    let done = write(app, person, lang, (record, key)).await;
    if done.is_err() {
        let _ = std::fs::remove_file(file(app, record));
        drop_order(app, person, record).await?;
    }
    done.map(|()| record)
}

/// Writes the order down; an earlier one ends.
async fn order(app: &Arc<App>, person: PersonId, lang: Lang) -> Result<Order<'_>, Fault> {
    let _alone = app.packages.orders.lock().await;
    end(app, person).await?;
    let access = person_access(app, person, Action::Collect)?;
    let key = FileKey::generate(&*app.random)?;
    let mut draft = Draft::new(PACKAGE, "created", lang).state(MAKING).field(KEY, key.to_text());
    if let Some(first) = first_day(app, person).await? {
        draft = draft.no_longer_than(first);
    }
    let record = app.engine.collect(&access, Owner::Existing(person), draft).await?.record;
    app.packages.made_now().insert(record);
    Ok(Order { of: &app.packages, record, key: Some(key) })
}

/// An order came to nothing. Somebody may have ended it meanwhile.
async fn drop_order(app: &Arc<App>, person: PersonId, record: RecordId) -> Result<(), Fault> {
    let access = person_access(app, person, Action::Erase)?;
    match app.engine.plan_record(&access, record, Why::Request).await {
        Ok(plan) => app.engine.erase(&access, &plan).await.map(drop),
        Err(fault) if fault.is_gone() => Ok(()),
        Err(fault) => Err(fault),
    }
}

async fn write(
    app: &Arc<App>,
    person: PersonId,
    lang: Lang,
    (order, key): (RecordId, FileKey),
) -> Result<(), Fault> {
    let folder = folder(app);
    make_private(&folder)?;
    let path = file(app, order);
    let out = Out::Sealed(Sealing::new(private(&path).map_err(fault)?, key));
    let access = person_access(app, person, Action::Export)?;
    let Out::Sealed(sealing) = pack(app, &access, person, lang, (out, &folder)).await? else {
        return Err(Fault::internal("a sealed package came back open"));
    };
    let (file, _) = sealing.finish().map_err(fault)?;
    file.sync_all().map_err(fault)?;
    // Only if it still is: whatever went meanwhile took the order along.
    let amend = person_access(app, person, Action::Amend)?;
    let record = app.engine.read(&amend, order).await?;
    app.engine.set_state(&amend, order, record.version, READY).await.map(drop)
}

/// The day on which the first of a person's records goes.
async fn first_day(app: &App, person: PersonId) -> Result<Option<Timestamp>, Fault> {
    let access = person_access(app, person, Action::Read)?;
    let (mut first, mut after) = (None::<Timestamp>, None);
    loop {
        let (coming, next) = app.engine.coming(&access, person, after).await?;
        let days = coming.into_iter().map(|one| one.due);
        first = first.into_iter().chain(days).min();
        let Some(next) = next else { return Ok(first) };
        after = Some(next);
    }
}

/// Ends the packages of a person.
async fn end(app: &Arc<App>, person: PersonId) -> Result<(), Fault> {
    let access = person_access(app, person, Action::Erase)?;
    while let Some(record) = newest(app, person, Action::Read).await? {
        let plan = app.engine.plan_record(&access, record.id, Why::Request).await?;
        if app.engine.erase(&access, &plan).await?.removed == 0 {
            // A ground keeps it: there is no other while it stays.
            return Err(Fault::new(FaultKind::Conflict, "rights-cannot-erase"));
        }
        let _ = std::fs::remove_file(file(app, record.id));
    }
    Ok(())
}

/// Opens a package for its person; the ledger has it before the first byte goes.
///
/// # Errors
/// `NotFound` when there is none for them; `Gone` when it is no more.
pub async fn open(
    app: &App,
    person: PersonId,
    record: RecordId,
) -> Result<(Opening<File>, u64), Fault> {
    let access = person_access(app, person, Action::Export)?;
    let record = app.engine.read(&access, record).await?;
    if record.kind != PACKAGE || record.state != READY {
        return Err(Fault::not_found());
    }
    let key = record.fields.get(KEY).and_then(FileKey::from_text).ok_or_else(Fault::not_found)?;
    let gone = |_| Fault::new(FaultKind::Gone, "fault-erased");
    let file = File::open(file(app, record.id)).map_err(gone)?;
    let sealed = file.metadata().map_err(fault)?.len();
    Ok((Opening::new(file, key, sealed), opened_length(sealed)))
}

/// Clears away files whose records are gone, and orders that a crash interrupted.
///
/// # Errors
/// When the store fails.
pub async fn tidy(app: &Arc<App>) -> Result<(), Fault> {
    let _alone = app.packages.orders.lock().await;
    let register = app.register()?.notice.id.clone();
    let made_now = app.packages.made_now().clone();
    let mut round = Round::default();
    for order in app.engine.all_waiting(&register, &Query::in_states(PACKAGE, &[MAKING])).await? {
        if !made_now.contains(&order.record) {
            round.went(unmake(app, (order.person, order.record)).await);
        }
    }
    let Ok(entries) = std::fs::read_dir(folder(app)) else { return round.end() };
    let found: BTreeSet<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    if found.is_empty() {
        return round.end();
    }
    let ready = app.engine.all_waiting(&register, &Query::in_states(PACKAGE, &[READY])).await?;
    let ready = ready.into_iter().map(|one| one.record);
    let known: BTreeSet<PathBuf> = ready.chain(made_now).map(|record| file(app, record)).collect();
    for path in found.difference(&known) {
        let _ = std::fs::remove_file(path);
    }
    round.end()
}

/// Takes away an order that nobody makes any more.
async fn unmake(app: &Arc<App>, (person, order): (PersonId, RecordId)) -> Result<(), Fault> {
    let access = person_access(app, person, Action::Erase)?;
    let plan = app.engine.plan_record(&access, order, Why::Decision).await?;
    app.engine.erase(&access, &plan).await.map(drop)
}
