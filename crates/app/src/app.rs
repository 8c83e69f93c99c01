//! The program while it runs: the engine, the installation, and what pages and jobs share.

use std::sync::{Arc, OnceLock};

use seloste_kernel::{Actor, Clock, Fault, FaultKind, Lang, Random, Timestamp};
use seloste_notice::diff::{Change, diff};
use seloste_register::{Engine, Register, Settle, Settled, Stale};
use seloste_store::ledger::Ledger;
use seloste_web::{Kit, Site};

use crate::announcement::Announcements;
use crate::backup;
use crate::changes;
use crate::demo::Demo;
use crate::installation::Installation;
use crate::mail::Mailer;
use crate::proofs::Board;
use crate::public::Pdfs;
use crate::receipts::Receipts;
use crate::services;
use crate::services::rights::package;
use crate::signing::Signer;

/// What came of publishing.
pub struct Publication {
    /// The version in force.
    pub register: Arc<Register>,
    /// Whether it was not in force before.
    pub is_new: bool,
    /// What it says otherwise than the one before; empty for the first.
    pub changes: Vec<Change>,
    /// What became of stored records.
    pub settled: Settled,
}

/// One opened installation.
pub struct App {
    /// The gate to all personal data.
    pub engine: Arc<Engine>,
    /// Its folder and settings.
    pub installation: Installation,
    /// Randomness.
    pub random: Arc<dyn Random>,
    /// The ledger's files.
    pub ledger: Ledger,
    /// The way out for mail.
    pub mailer: Mailer,
    /// What sign-in keeps in memory.
    pub staff: services::staff::Desk,
    /// When this program started.
    pub started: Timestamp,
    /// Where time comes from, as the engine watches it.
    pub clock: Arc<dyn Clock>,
    /// What is known about the promises.
    pub board: Board,
    /// Notices already set into pages.
    pub pdfs: Pdfs,
    kit: OnceLock<Arc<Kit>>,
    site: OnceLock<Site>,
    demo: OnceLock<Demo>,
    /// Shared by the rounds of the jobs; held alone while a demo's clock leaps over days.
    pub rounds: tokio::sync::RwLock<()>,
    /// Requests past their last day.
    pub late: services::rights::Late,
    /// Changes of the notice that the pages announce.
    pub announcements: Announcements,
    /// Held while a package is made or cleared away: one at a time, so that a crowd of orders takes
    /// no more memory than one.
    pub packages: package::AtWork,
    /// Receipts shown lately.
    pub receipts: Receipts,
    /// What signs answers in the shape of OpenDSR, where the settings give it a certificate.
    pub signer: Option<Signer>,
}

impl App {
    /// Opens an installation.
    ///
    /// # Errors
    /// As [`Installation::open`].
    pub async fn open(
        installation: Installation,
        clock: Arc<dyn Clock>,
        random: Arc<dyn Random>,
    ) -> Result<Arc<Self>, Fault> {
        let engine = installation.open(clock, Arc::clone(&random)).await?;
        Self::over(installation, engine, random)
    }

    /// The program over an engine that is open already.
    ///
    /// # Errors
    /// `Environment` when the ledger's files do not fit the engine, or cannot be used.
    pub fn over(
        installation: Installation,
        engine: Arc<Engine>,
        random: Arc<dyn Random>,
    ) -> Result<Arc<Self>, Fault> {
        let clock = engine.clock();
        let ledger = engine.open_ledger(&installation.data().join("ledger"))?;
        backup::erasures::refuse_older(&engine, &ledger, &installation)?;
        note_ledger(&engine, &ledger);
        let mailer = Mailer::new(&installation.settings)?;
        let signer = Signer::of(&installation.settings)?;
        let started = engine.now();
        Ok(Arc::new(Self {
            engine,
            installation,
            random,
            ledger,
            mailer,
            staff: services::staff::Desk::new(),
            started,
            clock,
            board: Board::default(),
            pdfs: Pdfs::default(),
            kit: OnceLock::new(),
            site: OnceLock::new(),
            demo: OnceLock::new(),
            rounds: tokio::sync::RwLock::default(),
            late: services::rights::Late::default(),
            announcements: Announcements::default(),
            packages: package::AtWork::default(),
            receipts: Receipts::default(),
            signer,
        }))
    }

    /// The installation's register.
    ///
    /// # Errors
    /// `NotFound` before the first publishing.
    pub fn register(&self) -> Result<Arc<Register>, Fault> {
        self.engine
            .registers()
            .into_iter()
            .next()
            .ok_or_else(|| Fault::new(FaultKind::NotFound, "fault-nothing-published"))
    }

    /// Publishes the notice of the folder, after comparing it with the program; tells what became of
    /// stored records.
    ///
    /// # Errors
    /// `Invalid` while the checker has errors; `RefusedByPromise` on a difference, or for a notice
    /// of another name: an installation has one register, and what was collected stays in it; or
    /// while records hold what the version would not allow and nobody said what becomes of it; or
    /// where people must be told of what it changes and nobody said why.
    pub async fn publish(
        &self,
        settle: Settle,
        reason: &[String],
        lang: Lang,
    ) -> Result<Publication, Fault> {
        let text = self.installation.notice_text()?;
        let notice = seloste_notice::read(&text, "notice.kdl").notice;
        services::compare(&notice)?;
        if let Some(other) = self.register().ok().filter(|known| known.notice.id != notice.id) {
            return Err(Fault::new(
                FaultKind::RefusedByPromise,
                "fault-notice-of-another-register",
            )
            .with("promise", other.notice.id.clone())
            .with("name", notice.id));
        }
        let stale = self.engine.stale(&notice).await?;
        refuse_stale(&stale, settle)?;
        let first = notice.languages.first().copied().unwrap_or_default();
        let reason = changes::reason(reason, first)?;
        let before = self.register().ok();
        let changes = before.as_ref().map(|before| diff(&before.notice, &notice));
        let changes = changes.unwrap_or_default();
        changes::refuse_unexplained(&changes, &reason, lang)?;
        let actor = Actor::Operator;
        let (register, settled) =
            self.engine.publish_because(&actor, &text, settle, &reason).await?;
        self.announcements.refresh(self).await?;
        let is_new = before.is_none_or(|before| before.version != register.version);
        let settled = Settled { closed: stale.closed, ..settled };
        Ok(Publication { register, is_new, changes, settled })
    }

    /// Refuses staff in a restored copy that nobody has confirmed: accounts and restrictions are
    /// those of the backup, and who was shut out since is not any more.
    ///
    /// # Errors
    /// `Forbidden` until it is confirmed.
    pub fn refuse_held(&self) -> Result<(), Fault> {
        match self.installation.is_held() {
            true => Err(Fault::new(FaultKind::Forbidden, "fault-held")),
            false => Ok(()),
        }
    }

    /// The page kit, once the service runs.
    pub fn kit(&self) -> Option<&Arc<Kit>> {
        self.kit.get()
    }

    /// Hands over the page kit; only the first counts.
    pub fn set_kit(&self, kit: Arc<Kit>) {
        let _ = self.kit.set(kit);
    }

    /// Whether letters can leave: mail is set up, and the notice names the relay. Where they cannot,
    /// no page promises one.
    ///
    /// # Errors
    /// When nothing is published.
    pub fn mails(&self) -> Result<bool, Fault> {
        let register = self.register()?;
        let declared = crate::proofs::facts::undeclared_host(self, &register.notice).is_none();
        Ok(self.mailer.is_ready() && declared)
    }

    /// The address that links in letters and for the operator begin with.
    pub fn base(&self) -> String {
        match self.kit() {
            Some(kit) => kit.base().to_owned(),
            None => self.installation.settings.base_url(),
        }
    }

    /// The pages, once they are built.
    pub fn site(&self) -> Option<&Site> {
        self.site.get()
    }

    /// Hands over the pages; only the first count.
    pub fn set_site(&self, site: Site) {
        let _ = self.site.set(site);
    }

    /// What only a demo has.
    pub fn demo(&self) -> Option<&Demo> {
        self.demo.get()
    }

    /// Makes this a demo; only the first counts.
    pub fn set_demo(&self, demo: Demo) {
        let _ = self.demo.set(demo);
    }

    /// Brings the ledger's files up to date and signs; destroys what entries said whose time is over,
    /// unless the clock is in doubt.
    ///
    /// # Errors
    /// When the files cannot be written, or do not fit what was signed before.
    pub async fn integrate(self: &Arc<Self>) -> Result<(), Fault> {
        let app = Arc::clone(self);
        tokio::task::spawn_blocking(move || {
            app.ledger.integrate()?;
            let Ok(now) = app.engine.trusted_now() else { return Ok(()) };
            // One ledger for all registers: the shortest promise holds.
            let registers = app.engine.registers();
            let over = |at_ms| {
                let at = Timestamp::from_millisecond(at_ms).unwrap_or(Timestamp::MAX);
                registers.iter().any(|register| register.notice.operations.ledger.after(at) < now)
            };
            app.ledger.forget(over).map(drop)
        })
        .await
        .map_err(Fault::internal)?
    }

    /// Writes what is still open and lets go of keys and data.
    pub async fn close(self: Arc<Self>) {
        if let Err(fault) = self.engine.keep_clock().await {
            tracing::error!(?fault, "what is known of the clock could not be written down");
        }
        if let Err(fault) = self.integrate().await {
            tracing::error!(
                ?fault,
                "the ledger could not be brought up to date; the next start does it"
            );
        }
        note_ledger(&self.engine, &self.ledger);
    }
}

/// Lets the key ring know how long the ledger is; a full disk stops nothing.
pub fn note_ledger(engine: &Engine, ledger: &Ledger) {
    if let Err(fault) = engine.note_ledger(ledger) {
        tracing::error!(?fault, "the key ring could not be told how long the ledger is");
    }
}

/// A version that takes out a field, or keeps something for a shorter time, would promise what the
/// stored records do not hold: whoever publishes says what becomes of them.
fn refuse_stale(stale: &Stale, settle: Settle) -> Result<(), Fault> {
    let refused = |key, counts: Vec<(&String, &u64)>| {
        let count: u64 = counts.iter().map(|(_, count)| **count).sum();
        let what = counts.iter().map(|(name, count)| format!("{name} ({count})"));
        Err(Fault::new(FaultKind::RefusedByPromise, key)
            .with("count", count.to_string())
            .with("what", what.collect::<Vec<_>>().join(", ")))
    };
    let gone: Vec<_> = stale.fields.iter().chain(&stale.kinds).collect();
    if !gone.is_empty() && !settle.erase {
        return refused("fault-stale-fields", gone);
    }
    if stale.held > 0 {
        return Err(Fault::new(FaultKind::RefusedByPromise, "fault-stale-held")
            .with("count", stale.held.to_string()));
    }
    if !stale.longer.is_empty() && !settle.shorten {
        return refused("fault-stale-longer", stale.longer.iter().collect());
    }
    Ok(())
}
