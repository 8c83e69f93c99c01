//! The engine itself: where store, keys, clock and the published notices are held together.

use std::collections::{BTreeMap, HashSet};
use std::path::Path;
use std::sync::{Arc, RwLock};

use seloste_kernel::{Actor, Clock, Fault, FaultKind, PersonId, Random, RecordId, Timestamp};
use seloste_notice::model::{FieldType, Notice};
use seloste_notice::promises::Promise;
use seloste_store::ledger::{Ledger, Signer};
use seloste_store::tables::policies::{self, Policy};
use seloste_store::tables::{meta, notices, persons};
use seloste_store::{Backup, Store};
use seloste_vault::{Place, receipt};

use crate::keyring::Keyring;
use crate::watch::Watch;
use crate::{Access, Action};

/// The file in a ledger's folder with the key by which anybody can check it.
pub const LEDGER_KEY_FILE: &str = "public-key";

/// Cell layout version, bound into every cell.
pub(crate) const SCHEMA: u16 = 1;

/// So often what must be done is tried when others change the same at that moment.
pub(crate) const TRIES: usize = 100;

/// So often a person's deed is tried beside the changes of others; then they wait for it. Programs of
/// staff that write as fast as they can were seen to win a hundred times in a row.
pub(crate) const TRIES_BESIDE: usize = 3;

/// As long as it lives no erasure runs.
pub(crate) type Together = tokio::sync::OwnedRwLockReadGuard<()>;

/// One register as published: its notice and which version of it is in force.
#[derive(Debug, Clone)]
pub struct Register {
    /// The notice in force.
    pub notice: Notice,
    /// Its number, from 1.
    pub version: i64,
    /// SHA-256 of its text, ready-made services written out.
    pub hash: [u8; 32],
    /// When it was published: never typed by hand.
    pub published: Timestamp,
    /// What the notice promises.
    pub promises: Vec<Promise>,
}

impl Register {
    /// A notice's text as the version of this number. What the engine obeys is only what was
    /// published.
    pub fn read(source: &str, version: i64, published: Timestamp) -> Self {
        let reading = seloste_notice::read(source, "notice.kdl");
        let (hash, notice) = (reading.hash(), reading.notice);
        let promises = seloste_notice::promises::compile(&notice);
        Self { notice, version, hash, published, promises }
    }

    pub(crate) fn from_row(row: &notices::Notice) -> Self {
        let published = Timestamp::from_millisecond(row.published_ms).unwrap_or_default();
        Self { hash: row.hash, ..Self::read(&row.source, row.version, published) }
    }

    /// The retention class of a kind: the kind at the head of its `part-of` chain. One key per
    /// person and class, so that a whole class can be shredded at once.
    pub(crate) fn class_of<'a>(&'a self, kind: &'a str) -> &'a str {
        let mut class = kind;
        // As many steps as there are kinds: a circle ends instead of hanging.
        for _ in self.notice.kinds() {
            match self.notice.kind(class).and_then(|collect| collect.part_of.as_ref()) {
                Some(whole) => class = &whole.value,
                None => break,
            }
        }
        class
    }

    /// Whether the length of a field's values is hidden: in free text it tells something, too.
    pub(crate) fn pads(&self, kind: &str, field: &str) -> bool {
        self.notice.kind(kind).and_then(|collect| collect.field(field)).is_some_and(|field| {
            matches!(field.ty, FieldType::Line | FieldType::Text | FieldType::Email)
        })
    }

    /// Where a cell stands; the vault binds the ciphertext to it.
    pub(crate) fn place<'a>(
        &'a self,
        kind: &'a str,
        field: &'a str,
        person: PersonId,
        record: RecordId,
    ) -> Place<'a> {
        let class = self.class_of(kind);
        Place { register: &self.notice.id, kind, field, person, record, class, schema: SCHEMA }
    }
}

/// The register engine of one installation.
pub struct Engine {
    pub(crate) store: Arc<Store>,
    pub(crate) keyring: Arc<Keyring>,
    pub(crate) watch: Arc<Watch>,
    pub(crate) random: Arc<dyn Random>,
    pub(crate) registers: RwLock<BTreeMap<String, Arc<Register>>>,
    pub(crate) policies: RwLock<BTreeMap<i64, Policy>>,
    pub(crate) versions: RwLock<BTreeMap<(String, i64), Arc<Register>>>,
    /// Erasures hold it alone; whoever adds to a person's records holds it with others, so that
    /// no key is destroyed under a record that is just being written.
    pub(crate) erasing: Arc<tokio::sync::RwLock<()>>,
    /// Held by everybody who changes a record, and alone by whom they kept from what must be done.
    /// Taken before `erasing`, never while that is held.
    pub(crate) changing: tokio::sync::RwLock<()>,
}

impl Engine {
    /// Takes the store and the keys into one hand, loads the published notices and finishes
    /// erasures that a crash interrupted, before anything can be read.
    ///
    /// # Errors
    /// `Environment` when keys and data do not belong together.
    pub async fn open(
        store: impl Into<Arc<Store>>,
        keyring: Keyring,
        clock: Arc<dyn Clock>,
        random: Arc<dyn Random>,
    ) -> Result<Arc<Self>, Fault> {
        let engine = Arc::new(Self {
            store: store.into(),
            keyring: Arc::new(keyring),
            watch: Arc::new(Watch::new(clock)),
            random,
            registers: RwLock::default(),
            policies: RwLock::default(),
            versions: RwLock::default(),
            erasing: Arc::default(),
            changing: tokio::sync::RwLock::default(),
        });
        engine.same_installation().await?;
        engine.refuse_older_keys().await?;
        engine.recall_clock().await?;
        engine.keyring.note(|known| known.marked = true)?;
        engine.settle_keys().await?;
        engine.load_published().await?;
        engine.seal_counters().await?;
        engine.finish_interrupted().await?;
        engine.finish_settling().await?;
        engine.rebuild_lookups_if_stale().await?;
        Ok(engine)
    }

    /// The present moment, from the installation's clock; never earlier than it was before.
    pub fn now(&self) -> Timestamp {
        self.watch.now()
    }

    /// The keys, for the operator's verbs (status, rotation, backup). They open nothing here: what
    /// opens and destroys stays within this crate.
    pub fn keyring(&self) -> &Keyring {
        &self.keyring
    }

    /// Opens the ledger's files, signed by this installation's key.
    ///
    /// # Errors
    /// `Environment` when they cannot be read, or do not fit what was signed before.
    pub fn open_ledger(&self, folder: &Path) -> Result<Ledger, Fault> {
        let signer = Arc::new(LedgerSigner::new(Arc::clone(&self.keyring)));
        let ledger = Ledger::open(folder, signer, Arc::clone(&self.store))?;
        self.refuse_older_ledger(&ledger)?;
        self.with_key(folder, ledger)
    }

    /// As [`Engine::open_ledger`], of a backup that is being restored: its ledger may tell of what
    /// its rows do not have.
    ///
    /// # Errors
    /// As [`Engine::open_ledger`].
    pub fn adopt_ledger(&self, folder: &Path) -> Result<Ledger, Fault> {
        let signer = Arc::new(LedgerSigner::new(Arc::clone(&self.keyring)));
        let ledger = Ledger::adopt(folder, signer, Arc::clone(&self.store))?;
        self.with_key(folder, ledger)
    }

    fn with_key(&self, folder: &Path, ledger: Ledger) -> Result<Ledger, Fault> {
        // Beside the files, so that the ledger can be checked without the vault.
        let (path, key) = (folder.join(LEDGER_KEY_FILE), format!("{}\n", self.ledger_key()));
        if std::fs::read_to_string(&path).is_ok_and(|known| known == key) {
            return Ok(ledger);
        }
        std::fs::write(&path, key).map_err(|error| {
            Fault::new(FaultKind::Environment, "fault-ledger-key-unwritten").because(error)
        })?;
        Ok(ledger)
    }

    /// The watched clock, for what works beside this engine.
    pub fn clock(&self) -> Arc<dyn Clock> {
        Arc::<Watch>::clone(&self.watch)
    }

    /// The key of form tokens: the same after every start, and for every node of an installation.
    pub fn token_key(&self) -> [u8; 32] {
        let mut key = [0; 32];
        let (left, right) = key.split_at_mut(16);
        left.copy_from_slice(&self.keyring.index_key().digest("", "form tokens", b"1"));
        right.copy_from_slice(&self.keyring.index_key().digest("", "form tokens", b"2"));
        key
    }

    /// Copies the database into a folder, while it is used.
    ///
    /// # Errors
    /// As [`Store::backup`].
    pub fn copy_database(&self, into: &Path) -> Result<Backup, Fault> {
        self.store.backup(into)
    }

    /// Writes the database anew, so that no byte of what was erased is left in it.
    ///
    /// # Errors
    /// As [`Store::scrub`].
    pub fn scrub(&self) -> Result<(), Fault> {
        self.store.scrub()
    }

    /// Takes back the disk space that is set aside for erasing on a full disk.
    ///
    /// # Errors
    /// As [`Store::restore_ballast`].
    pub fn restore_ballast(&self) -> Result<(), Fault> {
        self.store.restore_ballast()
    }

    /// The published register of this name.
    ///
    /// # Errors
    /// `NotFound` when no notice of that name is published.
    pub fn register(&self, name: &str) -> Result<Arc<Register>, Fault> {
        let registers = self.registers.read().unwrap_or_else(|poisoned| poisoned.into_inner());
        registers.get(name).cloned().ok_or_else(|| {
            Fault::new(FaultKind::NotFound, "fault-register-unknown").with("register", name)
        })
    }

    /// All published registers, by name.
    pub fn registers(&self) -> Vec<Arc<Register>> {
        let registers = self.registers.read().unwrap_or_else(|poisoned| poisoned.into_inner());
        registers.values().cloned().collect()
    }

    /// Leave to act on a register, if the published notice gives it.
    ///
    /// # Errors
    /// `RefusedByPromise` for a purpose that is forbidden or undeclared; `Forbidden` for a role
    /// that may not.
    pub fn access(
        &self,
        register: &str,
        actor: Actor,
        purpose: &str,
        action: Action,
    ) -> Result<Access, Fault> {
        Access::grant(self.register(register)?, actor, purpose, action)
    }

    /// Data and keys carry the same installation id; a mix of two would lose everything.
    async fn same_installation(&self) -> Result<(), Fault> {
        let keys = hex(self.keyring.installation());
        let expected = keys.clone();
        let data = self
            .store
            .write(move |tx| {
                let known = meta::unproved(tx, "installation")?;
                match &known {
                    None => meta::put(tx, "installation", &keys)?,
                    Some(same) if *same == keys => drop(meta::get(tx, "installation")?),
                    Some(_) => {}
                }
                Ok(known)
            })
            .await?;
        match data {
            Some(id) if id != expected => {
                Err(Fault::new(FaultKind::Environment, "fault-keys-of-another-installation"))
            }
            _ => Ok(()),
        }
    }

    /// Keys taken just before a crash belong to somebody only if the database says so.
    async fn settle_keys(&self) -> Result<(), Fault> {
        let unclaimed = self.keyring.unclaimed();
        let owned = self
            .store
            .read(move |tx| {
                let mut owned = HashSet::new();
                for key in unclaimed {
                    if persons::owner_of_key(tx, key)?.is_some() {
                        owned.insert(key);
                    }
                }
                Ok(owned)
            })
            .await?;
        self.keyring.settle(&owned);
        Ok(())
    }

    /// Writes what must succeed on a full disk, too: the first refusal frees the reserve that is
    /// kept for this, the second try uses it.
    pub(crate) async fn write_reserved<T: Send + 'static>(
        &self,
        work: impl Fn(&mut seloste_store::Tx) -> Result<T, Fault> + Clone + Send + 'static,
    ) -> Result<T, Fault> {
        match self.store.write_reserved(work.clone()).await {
            Err(fault) if fault.kind() == FaultKind::StorageFull => {
                self.store.write_reserved(work).await
            }
            done => done,
        }
    }

    /// As [`write_reserved`](Self::write_reserved), and also while others write beside it and may be
    /// first. The work reads again what it changes.
    pub(crate) async fn write_surely<T: Send + 'static>(
        &self,
        work: impl Fn(&mut seloste_store::Tx) -> Result<T, Fault> + Clone + Send + 'static,
    ) -> Result<T, Fault> {
        for _ in 1..TRIES {
            match self.write_reserved(work.clone()).await {
                Err(fault) if fault.kind() == FaultKind::Conflict => {}
                done => return done,
            }
        }
        self.write_reserved(work).await
    }

    /// Keeps erasures waiting as long as it lives.
    pub(crate) async fn keep_from_erasing(&self) -> Together {
        Arc::clone(&self.erasing).read_owned().await
    }

    /// Writes while erasures wait, to the end also when the caller no longer does: an erasure that
    /// begins between the decision and the write would destroy a key that is needed again.
    pub(crate) async fn write_together<T: Send + 'static>(
        &self,
        together: Option<Together>,
        work: impl FnOnce(&mut seloste_store::Tx) -> Result<T, Fault> + Send + 'static,
    ) -> Result<T, Fault> {
        // The lock goes with the work and comes back with its result, after the commit: what is
        // once in the writer's hands is written, whether or not the caller still waits.
        let work = move |tx: &mut seloste_store::Tx| Ok((work(tx)?, together));
        let (done, _together) = self.store.write(work).await?;
        Ok(done)
    }

    /// Which kind and notice version a record's policy number stands for.
    pub(crate) async fn policy(&self, id: i64) -> Result<Policy, Fault> {
        let known =
            self.policies.read().unwrap_or_else(|poisoned| poisoned.into_inner()).get(&id).cloned();
        if let Some(policy) = known {
            return Ok(policy);
        }
        let all = self.store.read(policies::all).await?;
        let mut cache = self.policies.write().unwrap_or_else(|poisoned| poisoned.into_inner());
        cache.extend(all.into_iter().map(|policy| (policy.id, policy)));
        cache
            .get(&id)
            .cloned()
            .ok_or_else(|| Fault::internal(format!("record with unknown policy {id}")))
    }

    /// The notice version that a record was written under: its cells are bound to that one.
    pub(crate) async fn version(&self, policy: &Policy) -> Result<Arc<Register>, Fault> {
        let published = self.published(&policy.register, policy.notice_version).await?;
        published
            .ok_or_else(|| Fault::internal("a record of a notice version that was never published"))
    }

    /// A published version of a register's notice; `None` when there never was one.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn published(
        &self,
        register: &str,
        version: i64,
    ) -> Result<Option<Arc<Register>>, Fault> {
        let name = (register.to_owned(), version);
        let known = self
            .versions
            .read()
            .unwrap_or_else(|poisoned| poisoned.into_inner())
            .get(&name)
            .cloned();
        if known.is_some() {
            return Ok(known);
        }
        let (register, version) = name.clone();
        let row = self.store.read(move |tx| notices::get(tx, &register, version)).await?;
        let Some(row) = row else { return Ok(None) };
        let register = Arc::new(Register::from_row(&row));
        let mut cache = self.versions.write().unwrap_or_else(|poisoned| poisoned.into_inner());
        Ok(Some(Arc::clone(cache.entry(name).or_insert(register))))
    }

    /// The keyed hash of a value: equal values of one field meet, nothing else is told.
    pub(crate) fn digest(&self, register: &Register, field: &str, value: &str) -> [u8; 16] {
        let canonical = value.trim().to_lowercase();
        self.keyring.index_key().digest(&register.notice.id, field, canonical.as_bytes())
    }

    /// A receipt code's bytes: from the command when there is one, so that the same command sent
    /// again gets the same code; else random.
    pub(crate) fn receipt(&self, command: Option<[u8; 16]>) -> [u8; 16] {
        let bytes = match command {
            Some(id) => self.keyring.index_key().digest("", "receipt of command", &id),
            None => {
                let mut bytes = [0; 16];
                self.random.fill(&mut bytes);
                bytes
            }
        };
        // A code shows fewer bits than there are; what it drops must not count.
        receipt::parse(&receipt::encode(&bytes)).unwrap_or(bytes)
    }

    /// The keyed hash by which a receipt code is found.
    pub(crate) fn receipt_digest(&self, register: &Register, bytes: &[u8; 16]) -> [u8; 16] {
        self.keyring.index_key().digest(&register.notice.id, "receipt code", bytes)
    }
}

/// The name under which a register's field stands among the lookups.
pub(crate) fn lookup_name(register: &Register, field: &str) -> String {
    format!("{}/{field}", register.notice.id)
}

/// Bytes in lower-case hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The vault's signing key in the ledger's hands.
pub(crate) struct LedgerSigner {
    name: String,
    keyring: Arc<Keyring>,
}

impl LedgerSigner {
    /// The log is named by its installation, which tells nothing of whose it is.
    pub(crate) fn new(keyring: Arc<Keyring>) -> Self {
        let name = format!("seloste-{}", hex(&keyring.installation()[..6]));
        Self { name, keyring }
    }
}

impl Signer for LedgerSigner {
    fn name(&self) -> &str {
        &self.name
    }

    fn public_key(&self) -> [u8; 32] {
        self.keyring.signer().public()
    }

    fn sign(&self, message: &[u8]) -> Result<[u8; 64], Fault> {
        self.keyring.signer().sign(message)
    }
}
