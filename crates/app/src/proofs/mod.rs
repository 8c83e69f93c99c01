//! The proofs: every promise of the notice looked at on the live system, again and again.
//!
//! Facts are gathered once for all promises ([`facts`]); [`verdict`] says for each mechanism
//! what they mean; this file keeps what was found, since when, and its history.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::time::Duration;

use seloste_kernel::{Exit, Fault, RecordId, Timestamp};
use seloste_notice::promises::{Promise, State, States, Tone};
use seloste_register::Action;

use crate::app::App;
use crate::cases;
use crate::metrics;

pub mod facts;
mod files;
mod self_check;
#[cfg(test)]
mod tests;
pub mod verdict;

use facts::Facts;

/// How often everything that is quick to look at is looked at.
const QUICK_S: i64 = 60;
/// How often every record is opened and the whole ledger recomputed.
const FULL_S: i64 = 3600;
/// How long the history of the states is kept.
const HISTORY_DAYS: i64 = 90;
/// After so long without a check the page says that the checks themselves are late.
pub const STALE_S: i64 = 15 * 60;
/// How often, and with what pause, a check waits for a sweep whose time has come.
const SWEEP_PATIENCE: (u32, Duration) = (6, Duration::from_millis(500));

/// So long a page waits for a look.
const PAGE_PATIENCE: Duration = Duration::from_secs(3);

/// How much is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Depth {
    /// Counts, clocks, headers, settings.
    Quick,
    /// Every record and the whole ledger as well.
    Full,
}

/// What is known about the promises now.
#[derive(Default)]
pub struct Board {
    known: RwLock<Known>,
    /// One check at a time.
    turn: tokio::sync::Mutex<()>,
    /// Somebody wants everything looked at now.
    asked: AtomicBool,
    /// Which right a late request is about, so that none is opened twice for it.
    rights: Mutex<BTreeMap<RecordId, String>>,
}

#[derive(Clone, Default)]
struct Known {
    loaded: bool,
    states: BTreeMap<String, State>,
    checked: Option<Timestamp>,
    full: Option<Timestamp>,
}

impl Board {
    /// Which right a request is about; opened once, for what was asked never changes.
    async fn right_of(&self, app: &App, request: RecordId) -> Result<String, Fault> {
        let known =
            self.rights.lock().unwrap_or_else(PoisonError::into_inner).get(&request).cloned();
        if let Some(right) = known {
            return Ok(right);
        }
        let access = cases::job_access(app, Action::DecideRequests)?;
        let right = match app.engine.read(&access, request).await {
            Ok(opened) => cases::right_of(opened.text("type", Exit::Decision)).to_owned(),
            // Gone meanwhile: then it is not late.
            Err(fault) if fault.is_gone() => return Ok(String::new()),
            Err(fault) => return Err(fault),
        };
        let mut rights = self.rights.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(rights.entry(request).or_insert(right).clone())
    }

    /// The states as last found; `as_of` is the last check, or `now` before the first.
    pub fn states(&self, now: Timestamp) -> States {
        let known = self.read();
        States { as_of: known.checked.unwrap_or(now), of: known.states }
    }

    /// When the promises were last looked at.
    pub fn checked(&self) -> Option<Timestamp> {
        self.read().checked
    }

    /// When every record was last opened.
    pub fn full(&self) -> Option<Timestamp> {
        self.read().full
    }

    /// Has the job look at everything as soon as it can.
    pub fn ask(&self) {
        self.asked.store(true, Ordering::Relaxed);
    }

    /// Whether somebody has asked and the answer is not there yet.
    pub fn is_asked(&self) -> bool {
        self.asked.load(Ordering::Relaxed)
    }

    fn read(&self) -> Known {
        self.known.read().unwrap_or_else(|poisoned| poisoned.into_inner()).clone()
    }

    fn write(&self, known: Known) {
        *self.known.write().unwrap_or_else(|poisoned| poisoned.into_inner()) = known;
    }
}

/// Whether a state means that something is wrong: broken, or somebody's word has run out.
pub fn is_bad(state: &State, as_of: Timestamp) -> bool {
    matches!(state.tone(as_of), Tone::Bad | Tone::Late)
}

/// Looks when it is time to; the job's step.
///
/// # Errors
/// When the store fails.
pub async fn check_when_due(app: &Arc<App>) -> Result<(), Fault> {
    let known = app.board.read();
    let now = app.engine.now();
    // A clock that was set back must not let the checks wait until it has caught up.
    let over = |last: Option<Timestamp>, seconds: i64| {
        last.is_none_or(|last| (now.as_second() - last.as_second()).abs() >= seconds)
    };
    let asked = app.board.is_asked();
    if !asked && !over(known.checked, QUICK_S) {
        return Ok(());
    }
    // A clock that leaps makes records due that the sweep, beside us, is just about to erase.
    let (tries, pause) = SWEEP_PATIENCE;
    for _ in 0..tries {
        if app.engine.clock_doubt().is_some() || !app.engine.sweep_is_due().await? {
            break;
        }
        tokio::time::sleep(pause).await;
    }
    let depth = if asked || over(known.full, FULL_S) { Depth::Full } else { Depth::Quick };
    check_all(app, depth).await?;
    if asked {
        app.board.asked.store(false, Ordering::Relaxed);
    }
    Ok(())
}

/// Has the promises looked at now, for a page: it shows what is found if that comes soon, and goes
/// on without it while a full look, which may take long, has its turn.
///
/// # Errors
/// When the store fails.
pub async fn look_soon(app: &Arc<App>) -> Result<(), Fault> {
    let own = Arc::clone(app);
    let look = tokio::spawn(async move {
        let looked = check_all(&own, Depth::Quick).await;
        looked
            .map(drop)
            .inspect_err(|fault| tracing::error!(?fault, "the promises were not looked at"))
    });
    match tokio::time::timeout(PAGE_PATIENCE, look).await {
        Ok(looked) => looked.map_err(Fault::internal)?,
        Err(_) => Ok(()),
    }
}

/// Looks at every promise and keeps what was found.
///
/// # Errors
/// When the store fails.
pub async fn check_all(
    app: &Arc<App>,
    depth: Depth,
) -> Result<Vec<(Promise, Option<State>)>, Fault> {
    let _turn = app.board.turn.lock().await;
    let register = app.register()?;
    let before = remembered(app).await?;
    let facts = Facts::gather(app, &register, depth).await?;
    let now = app.engine.now();
    let mut known = Known {
        loaded: true,
        states: BTreeMap::new(),
        checked: Some(now),
        full: if depth == Depth::Full { Some(now) } else { before.full },
    };
    let mut found = Vec::new();
    let mut news = Vec::new();
    for promise in register.promises.clone() {
        let last = before.states.get(&promise.id);
        let state = match verdict::of(&promise.mechanism, &register, &facts) {
            Some(verdict) => Some(verdict.state(last, now)),
            // Not looked at this time: what was found last still stands.
            None => last.cloned(),
        };
        if let Some(state) = &state {
            if depth == Depth::Full || last.is_none_or(|last| differs(last, state)) {
                let json = serde_json::to_string(state).map_err(Fault::internal)?;
                news.push((promise.id.clone(), json));
            }
            known.states.insert(promise.id.clone(), state.clone());
        }
        found.push((promise, state));
    }
    app.board.write(known);
    metrics::note(app).await?;
    app.engine.keep_proofs(news).await?;
    if depth == Depth::Full && facts.clock.is_none() {
        let history = jiff::SignedDuration::from_hours(24 * HISTORY_DAYS);
        app.engine.forget_findings(now - history).await?;
    }
    Ok(found)
}

/// What was known before: after a start, what the last check before it wrote down.
async fn remembered(app: &Arc<App>) -> Result<Known, Fault> {
    let known = app.board.read();
    if known.loaded {
        return Ok(known);
    }
    let findings = app.engine.findings().await?;
    let states = findings.into_iter().filter_map(|finding| {
        // A state written by another version of the program may not be readable any more.
        Some((finding.promise, serde_json::from_str(&finding.state).ok()?))
    });
    Ok(Known { loaded: true, states: states.collect(), checked: None, full: None })
}

/// Whether something changed besides the moment of the check.
fn differs(last: &State, state: &State) -> bool {
    match (last, state) {
        (State::Kept { .. }, State::Kept { .. }) => false,
        (last, state) => last != state,
    }
}
