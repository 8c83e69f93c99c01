//! What stays when everything personal has gone: how many consents were given and withdrawn in a
//! month, and what each sweep erased. Numbers only; no row of them belongs to anybody.

use std::collections::BTreeMap;

use seloste_kernel::{Fault, Timestamp, ZONE};
use seloste_store::Tx;
use seloste_store::tables::{counters, runs};

use crate::{Consent, Engine, Swept};

const GIVEN: &str = "consent-given";
const WITHDRAWN: &str = "consent-withdrawn";

/// How many consents to one purpose, as one version of the notice asked for them, came and went
/// in one month (Art. 7(1), 5(2)).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
pub struct ConsentTotal {
    /// The month's first day, `2026-01-01`.
    pub month: String,
    /// For which purpose.
    pub purpose: String,
    /// Under which version of the notice.
    pub notice_version: i64,
    /// How many were given.
    pub given: i64,
    /// How many were withdrawn, whenever they had been given.
    pub withdrawn: i64,
}

/// One finished sweep.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct SweepRun {
    /// When it began.
    pub started: Timestamp,
    /// When it ended; `None` when it was cut off.
    pub finished: Option<Timestamp>,
    /// What it erased.
    pub swept: Swept,
}

fn name(what: &str, register: &str, consent: &Consent) -> String {
    format!("{what}/{register}/{}/{}", consent.purpose, consent.notice_version)
}

/// The month's first day here: coarse enough that a number does not point at one visit.
fn month(at_ms: i64) -> String {
    let at = Timestamp::from_millisecond(at_ms).unwrap_or_default();
    at.in_tz(ZONE).map_or_else(|_| String::new(), |local| local.date().first_of_month().to_string())
}

/// Counts consents that are given with a record.
pub(crate) fn given(
    tx: &mut Tx,
    register: &str,
    consents: &[Consent],
    at_ms: i64,
) -> Result<(), Fault> {
    let mut add = |consent| counters::add(tx, &name(GIVEN, register, consent), &month(at_ms), 1);
    consents.iter().try_for_each(&mut add)
}

/// Counts a consent that is withdrawn.
pub(crate) fn withdrawn(
    tx: &mut Tx,
    register: &str,
    consent: &Consent,
    at_ms: i64,
) -> Result<(), Fault> {
    counters::add(tx, &name(WITHDRAWN, register, consent), &month(at_ms), 1)
}

impl Engine {
    /// The totals of a register's consents, oldest month first.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn consent_totals(&self, register: &str) -> Result<Vec<ConsentTotal>, Fault> {
        let register = register.to_owned();
        let counts = self
            .store
            .read(move |tx| {
                let given = counters::of_prefix(tx, &format!("{GIVEN}/{register}/"))?;
                let withdrawn = counters::of_prefix(tx, &format!("{WITHDRAWN}/{register}/"))?;
                Ok([given, withdrawn].concat())
            })
            .await?;
        let mut totals: BTreeMap<(String, String, i64), (i64, i64)> = BTreeMap::new();
        for (name, month, n) in counts {
            let mut parts = name.split('/');
            let (Some(what), Some(_), Some(purpose), Some(Ok(version))) =
                (parts.next(), parts.next(), parts.next(), parts.next().map(str::parse))
            else {
                continue;
            };
            let total = totals.entry((month, purpose.to_owned(), version)).or_default();
            if what == GIVEN { total.0 += n } else { total.1 += n }
        }
        let total = |((month, purpose, notice_version), (given, withdrawn))| ConsentTotal {
            month,
            purpose,
            notice_version,
            given,
            withdrawn,
        };
        Ok(totals.into_iter().map(total).collect())
    }

    /// The newest sweeps first, with what each erased. With `erasing`, only those that erased
    /// something: most hours nothing is due.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn sweeps(&self, erasing: bool, limit: usize) -> Result<Vec<SweepRun>, Fault> {
        const LOOKED_AT: i64 = 10_000;
        let most = i64::try_from(limit).unwrap_or(LOOKED_AT);
        let most = if erasing { LOOKED_AT } else { most.min(LOOKED_AT) };
        let runs = self.store.read(move |tx| runs::history(tx, "sweep", most)).await?;
        let moment = |ms| Timestamp::from_millisecond(ms).unwrap_or_default();
        let run = |run: runs::Run| SweepRun {
            started: moment(run.started_ms),
            finished: run.finished_ms.map(moment),
            swept: run
                .counts
                .and_then(|counts| serde_json::from_str(&counts).ok())
                .unwrap_or_default(),
        };
        let runs = runs.into_iter().map(run);
        Ok(runs
            .filter(|run| !erasing || run.swept.removed + run.swept.stripped > 0)
            .take(limit)
            .collect())
    }
}
