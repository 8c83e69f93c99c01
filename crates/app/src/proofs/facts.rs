//! What can be seen on the live system, gathered once for all promises.

use std::collections::{BTreeMap, BTreeSet};
use std::net::IpAddr;
use std::sync::Arc;

use seloste_kernel::{Actor, Fault, Timestamp};
use seloste_notice::model::Notice;
use seloste_register::{Action, Aliens, Doubt, PROGRAM, Register, Scanned};
use seloste_store::ledger::Entry;
use seloste_web::Observed;

use super::{Depth, files, self_check};
use crate::app::App;
use crate::backup::{Targets, blocking, care};
use crate::services::rights::{ERASURE, overdue_requests};
use crate::{delivered, mail, services, tls};

/// How many of the newest ledger entries are looked at each time.
const ENTRIES_LOOKED_AT: u64 = 2_000;
/// How long a sighting counts against a promise, in seconds: a day without another heals it.
const SIGHTING_S: i64 = 24 * 3600;

/// The store's answer for a row that this program did not write and that must not be passed over.
const NOT_OURS: &str = "store-row-alien";

/// What was seen.
#[derive(Debug, Clone, Default)]
pub struct Facts {
    /// When.
    pub now: Timestamp,
    /// Why the clock is in doubt.
    pub clock: Option<Doubt>,
    /// Records past their day by more than the sweep may take, by kind.
    pub overdue: BTreeMap<String, u64>,
    /// Whether the sweep has not finished for two intervals.
    pub sweep_late: bool,
    /// Whether every version of the notice is as this program published it.
    pub versions_match: bool,
    /// The first difference between notice and program.
    pub differs: Option<String>,
    /// What the page kit had to stop lately.
    pub observed: Vec<Observed>,
    /// Whether the notice tells of an invented controller, in a service that is no demonstration.
    pub invented: bool,
    /// Protective headers that our own front page lacks; `None` when no page could be asked for.
    pub missing_headers: Option<Vec<String>>,
    /// What the public forms ask as their pages show it: by kind, whether each field must be given.
    pub forms: BTreeMap<String, BTreeMap<String, bool>>,
    /// How people reach the service.
    pub connection: Connection,
    /// The newest ledger entries made under the version in force; `None` when they could not be read.
    pub entries: Option<Vec<Entry>>,
    /// Forbidden purposes that the engine would open data for.
    pub opens_forbidden: Vec<String>,
    /// A host that the settings name and the notice does not.
    pub undeclared_host: Option<String>,
    /// Until when somebody vouches for what.
    pub attested: BTreeMap<String, Timestamp>,
    /// Accounts without a second factor, each with when it was last changed. None opens anything
    /// before it has one.
    pub one_factor: Option<Vec<Timestamp>>,
    /// The account of the contact person.
    pub contact: Option<Contact>,
    /// Numbers of the requests past their deadline, by the right that they are about.
    pub late_requests: Option<BTreeMap<String, Vec<i64>>>,
    /// Those of them that ask for erasure by somebody who is recognised.
    pub late_erasures: Option<Vec<i64>>,
    /// When each half of a backup was made; `None` when their folders could not be read.
    pub backups: Option<Vec<Timestamp>>,
    /// What only a full look tells.
    pub deep: Option<Deep>,
}

/// How people reach the service.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Connection {
    /// At an encrypted address, with a certificate in force.
    Encrypted,
    /// In the clear, and from this machine only.
    Local,
    /// In the clear.
    #[default]
    Open,
}

/// How it stands with the account of the contact person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Contact {
    /// Somebody can sign in with it.
    Open,
    /// It was closed, or nobody has accepted it yet.
    Closed,
    /// There has never been one of this name.
    Missing(String),
}

/// What is seen by opening everything.
#[derive(Debug, Clone, Default)]
pub struct Deep {
    /// Every record, opened.
    pub scanned: Scanned,
    /// Rows that this program did not write.
    pub aliens: Aliens,
    /// Uses for a purpose that rests on consent, of records without that consent, by purpose; `None`
    /// when the entries could not be read.
    pub used_without_consent: Option<BTreeMap<String, u64>>,
    /// Uses of somebody's data for a purpose that they had closed, by purpose.
    pub used_after_objection: BTreeMap<String, u64>,
    /// Counters that hold anything finer than the notice can have asked for, by kind.
    pub unsound_counters: BTreeMap<String, u64>,
    /// Fields with a row among the lookups that is not the keyed hash of their value.
    pub unkeyed: BTreeSet<String>,
    /// Whether the ledger's tree is whole and signed.
    pub ledger_whole: bool,
    /// The day of its first entry.
    pub ledger_first: Option<Timestamp>,
    /// Files in which the address of our own test visit was found.
    pub address_in: Option<Vec<String>>,
}

impl Facts {
    /// Looks.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn gather(app: &Arc<App>, register: &Register, depth: Depth) -> Result<Self, Fault> {
        let notice = &register.notice;
        let now = app.engine.now();
        let versions = match app.engine.versions(&notice.id).await {
            Err(fault) if fault.key() == NOT_OURS => None,
            versions => Some(versions?),
        };
        let versions_match = versions.is_some();
        let versions = versions.unwrap_or_default();
        let first = versions.first().map_or(register.published, |row| moment(row.published_ms));
        let mut facts = Self {
            now,
            clock: app.engine.clock_doubt(),
            versions_match,
            differs: services::compare(notice)
                .err()
                .and_then(|fault| Some(format!("{} {}", fault.arg("what")?, fault.arg("name")?))),
            invented: app.demo().is_none() && delivered::is_invented(&register.notice),
            connection: connection(app, now),
            undeclared_host: undeclared_host(app, notice),
            ..Self::default()
        };
        facts.look_at_records(app, register, first).await?;
        facts.look_at_people(app, register).await?;
        facts.look_at_pages(app).await;
        facts.look_at_ledger(app, register);
        facts.backups = backups(app).await;
        if depth == Depth::Full {
            facts.deep = Some(Deep::gather(app, register, facts.entries.as_deref()).await?);
        }
        Ok(facts)
    }

    async fn look_at_records(
        &mut self,
        app: &App,
        register: &Register,
        first: Timestamp,
    ) -> Result<(), Fault> {
        let notice = &register.notice;
        let sweep = notice.operations.sweep.longest_ms();
        self.overdue = app.engine.overdue(&notice.id, sweep).await?;
        // A sweep that never ran is late once the installation is older than that.
        let last = app.engine.last_finished("sweep").await?.unwrap_or(first);
        self.sweep_late = self.now.as_millisecond() - last.as_millisecond() > 2 * sweep;
        Ok(())
    }

    async fn look_at_people(&mut self, app: &App, register: &Register) -> Result<(), Fault> {
        let attested = app.engine.attestations(&register.notice.id).await?;
        self.attested = attested.into_iter().map(|word| (word.name, word.until)).collect();
        let accounts = app.staff.directory.all(app).await?;
        let open = accounts.iter().filter(|account| account.is_open());
        let bare = open.filter(|account| !account.has_second_factor());
        self.one_factor = Some(bare.map(|account| account.updated).collect());
        let late = overdue_requests(app).await?;
        let mut by_right: BTreeMap<String, Vec<i64>> = BTreeMap::new();
        for one in &late {
            let right = app.board.right_of(app, one.record).await?;
            by_right.entry(right).or_default().extend(one.number);
        }
        self.late_requests = Some(by_right);
        let erasures = late.iter().filter(|one| one.state == ERASURE);
        self.late_erasures = Some(erasures.filter_map(|one| one.number).collect());
        let contact = register.notice.contact.as_ref().and_then(|contact| contact.user.as_deref());
        self.contact = contact.map(|user| {
            let theirs = accounts.iter().filter(|account| account.has_username(user));
            let open: Vec<bool> = theirs.map(|account| account.is_open()).collect();
            match (open.is_empty(), open.contains(&true)) {
                (true, _) => Contact::Missing(user.to_owned()),
                (_, true) => Contact::Open,
                (_, false) => Contact::Closed,
            }
        });
        Ok(())
    }

    async fn look_at_pages(&mut self, app: &Arc<App>) {
        self.missing_headers = self_check::missing_headers(app).await;
        self.forms = self_check::forms(app).await;
        let Some(kit) = app.kit() else { return };
        let since = self.now.as_second() - SIGHTING_S;
        self.observed = kit.observations.all();
        self.observed.retain(|seen| seen.last.as_second() >= since);
    }

    fn look_at_ledger(&mut self, app: &App, register: &Register) {
        let size = app.ledger.checkpoint().map_or(0, |last| last.size);
        let from = size.saturating_sub(ENTRIES_LOOKED_AT);
        // What is wrong with damaged files is found by the verifier, in the full look.
        let entries = app.ledger.entries(from, ENTRIES_LOOKED_AT);
        let entries = entries.inspect_err(|fault| tracing::error!(?fault, "entries were not read"));
        self.entries = entries.ok().map(|mut entries| {
            entries.retain(|entry| entry.notice_version == register.version);
            entries
        });
        let notice = &register.notice;
        let opens = |name: &String| {
            let actor = Actor::Job("proofs".to_owned());
            app.engine.access(&notice.id, actor, name, Action::Read).is_ok()
        };
        let names = notice.forbidden.iter().map(|forbidden| &forbidden.name);
        self.opens_forbidden = names.filter(|name| opens(name)).cloned().collect();
    }
}

/// A purpose under which data were used and that the notice does not have. Erasures say why they
/// were done instead.
pub fn strange_purpose<'a>(entries: &'a [Entry], notice: &Notice) -> Option<&'a str> {
    let used = entries.iter().filter(|entry| !entry.action.starts_with("erase:"));
    let mut purposes = used.map(|entry| entry.purpose.as_str());
    purposes.find(|purpose| !purpose.is_empty() && notice.purpose(purpose).is_none())
}

/// A role in which somebody acted and that the notice does not have.
pub fn strange_role<'a>(entries: &'a [Entry], notice: &Notice) -> Option<&'a str> {
    let others = BTreeSet::from(["visitor", "person", "operator"]);
    let mut actors = entries.iter().map(|entry| entry.actor.as_str());
    actors.find(|actor| {
        !others.contains(actor)
            && !actor.starts_with("job:")
            && notice.role(actor.strip_prefix(PROGRAM).unwrap_or(actor)).is_none()
    })
}

/// A decision that a program made under this version of the notice, which does not have it.
pub fn undeclared_decision<'a>(entries: &'a [Entry], register: &Register) -> Option<&'a str> {
    let now = entries.iter().filter(|entry| entry.notice_version == register.version);
    let mut made = now.filter_map(|entry| entry.action.strip_prefix("decide:")?.split(':').next());
    made.find(|made| !register.notice.decisions().any(|known| known.name == *made))
}

impl Deep {
    async fn gather(
        app: &Arc<App>,
        register: &Register,
        entries: Option<&[Entry]>,
    ) -> Result<Self, Fault> {
        let id = &register.notice.id;
        let used_without_consent = match entries {
            Some(entries) => Some(app.engine.uses_without_consent(id, entries).await?),
            None => None,
        };
        let scanned = app.engine.scan(&register.notice.id).await?;
        let aliens = app.engine.aliens().await?;
        let unkeyed = app.engine.scan_lookups(&register.notice.id).await?;
        // What waits for the ledger's files is brought in first, so that they are whole.
        let integrated = app.integrate().await.is_ok();
        let empty = app.ledger.checkpoint().is_none();
        let (folder, key) = (app.installation.data(), app.engine.ledger_key());
        let ledger = tokio::task::spawn_blocking(move || {
            seloste_store::ledger::verify(&folder.join("ledger"), &key, &[])
        })
        .await
        .map_err(Fault::internal)?;
        let address_in = files::holding(&app.installation.folder, self_check::CANARIES).await;
        Ok(Self {
            scanned,
            aliens,
            used_without_consent,
            used_after_objection: app.engine.uses_after_objection(id).await?,
            unsound_counters: app.engine.unsound_counters(id).await?,
            unkeyed,
            ledger_whole: integrated && (empty || ledger.is_ok()),
            ledger_first: ledger.ok().and_then(|report| report.first_ms).map(moment),
            address_in,
        })
    }
}

/// When each half of a backup was made. That no place for them is set is no fault, and not told as one.
async fn backups(app: &App) -> Option<Vec<Timestamp>> {
    app.installation.settings.backup.folder.as_ref()?;
    let targets = Targets::of(&app.installation, None, None);
    let halves = match targets {
        Ok(targets) => blocking(move || care::all(&targets)).await,
        Err(fault) => Err(fault),
    };
    let halves = halves.inspect_err(|fault| tracing::error!(?fault, "backups were not read"));
    Some(halves.ok()?.into_iter().map(|half| half.made).collect())
}

/// The configured relay, when the notice does not declare it.
pub fn undeclared_host(app: &App, notice: &Notice) -> Option<String> {
    let relay = app.mailer.host()?;
    let (host, port) = relay.rsplit_once(':')?;
    mail::declared(notice, host, port.parse().ok()?).err().map(|_| relay.clone())
}

/// A certificate past its day protects nobody: browsers refuse it, or people learn to click on.
pub fn connection(app: &App, now: Timestamp) -> Connection {
    let settings = &app.installation.settings;
    let own = settings.tls.as_ref();
    let in_force = own.is_none_or(|own| tls::ends(own).is_some_and(|ends| ends > now));
    let base = app.base().parse::<http::Uri>().ok();
    let scheme = base.as_ref().and_then(http::Uri::scheme_str);
    let host = base.as_ref().and_then(http::Uri::host).unwrap_or_default();
    // An address of IPv6 stands in brackets.
    let ip = host.trim_matches(['[', ']']).parse::<IpAddr>();
    let local = host == "localhost" || ip.is_ok_and(|ip| ip.is_loopback());
    match scheme {
        Some("https") if in_force => Connection::Encrypted,
        // A public address that says so does not close the door.
        Some("http") if local && settings.address.ip().is_loopback() => Connection::Local,
        _ => Connection::Open,
    }
}

fn moment(ms: i64) -> Timestamp {
    Timestamp::from_millisecond(ms).unwrap_or_default()
}
