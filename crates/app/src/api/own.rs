//! One's own data: seeing all of it, and erasing it (Art. 15, 17, 20).

use std::sync::Arc;

use axum::extract::State;
use seloste_kernel::{Fault, FaultKind, Timestamp};
use seloste_register::{Action, Erased, ErasedRecord, Looked, Plan};
use seloste_web::Answer;
use serde::Serialize;
use utoipa::ToSchema;

use super::identity::Holder;
use super::limits::{ObjectionInForce, RestrictionInForce};
use super::record::Record;
use crate::app::App;
use crate::cases;
use crate::erasing::{self, Leave};
use crate::services::rights::{self, slip};

/// So many of the newest lines of "who has looked" are told.
const LOOKS_MAX: usize = 1000;

/// Everything held on the holder of a receipt.
#[derive(Serialize, ToSchema)]
pub struct Own {
    /// The register.
    register: String,
    /// Every record, oldest first.
    records: Vec<Record>,
    /// Who has looked, newest first.
    looks: Vec<Look>,
    /// What is gone while something stays, newest first.
    erased: Vec<ErasedOne>,
    /// What is restricted.
    restrictions: Vec<RestrictionInForce>,
    /// Purposes that are closed.
    objections: Vec<ObjectionInForce>,
}

/// A record that is gone.
#[derive(Serialize, ToSchema)]
pub struct ErasedOne {
    /// Of which kind it was.
    kind: String,
    /// Its number.
    number: Option<i64>,
    /// When it went.
    #[schema(value_type = String, format = DateTime)]
    at: Timestamp,
    /// Why: `due`, `request`, `withdrawal`, `decision`, `restore`.
    why: &'static str,
    /// The ledger entry that proves it.
    proof: String,
}

impl From<ErasedRecord> for ErasedOne {
    fn from(one: ErasedRecord) -> Self {
        Self {
            at: Timestamp::from_millisecond(one.at_ms).unwrap_or_default(),
            why: one.why.word(),
            proof: one.entry.to_string(),
            kind: one.kind,
            number: one.number,
        }
    }
}

/// One line of "who has looked".
#[derive(Serialize, ToSchema)]
pub struct Look {
    /// When.
    #[schema(value_type = String, format = DateTime)]
    at: Timestamp,
    /// In which role.
    role: String,
    /// For which purpose.
    purpose: String,
    /// What was done.
    action: String,
    /// The ledger entry that says the same.
    entry: String,
}

impl From<Looked> for Look {
    fn from(looked: Looked) -> Self {
        let Looked { at, role, purpose, action, entry } = looked;
        Self { at, role, purpose, action, entry: entry.to_string() }
    }
}

/// What an erasure did.
#[derive(Serialize, ToSchema)]
pub struct Gone {
    /// When.
    #[schema(value_type = String, format = DateTime)]
    at: Timestamp,
    /// When everything goes, where the notice gives time for changing one's mind; nothing has gone
    /// yet.
    #[schema(value_type = Option<String>, format = DateTime)]
    scheduled: Option<Timestamp>,
    /// Records erased.
    removed: usize,
    /// Records erased in part.
    stripped: usize,
    /// What a ground keeps; it goes by itself when the ground ends.
    kept: Vec<KeptRecord>,
    /// The kinds of which counts stay that tell of nobody.
    counted: Vec<String>,
    /// The ledger entries that prove it.
    proof: Vec<String>,
}

/// A record, or some fields of it, that a ground keeps (Art. 17(3)).
#[derive(Serialize, ToSchema)]
pub struct KeptRecord {
    /// Of which kind.
    kind: String,
    /// On which ground.
    ground: String,
    /// Which of its fields; none for all of it.
    fields: Vec<String>,
    /// Until when, if that is known.
    #[schema(value_type = Option<String>, format = DateTime)]
    until: Option<Timestamp>,
}

impl Gone {
    /// What the answer tells when nothing goes before `at`.
    fn scheduled(now: Timestamp, at: Timestamp) -> Self {
        let (kept, counted, proof) = (Vec::new(), Vec::new(), Vec::new());
        Self { at: now, scheduled: Some(at), removed: 0, stripped: 0, kept, counted, proof }
    }

    /// What the answer tells of an erasure carried out by this plan.
    pub fn new(plan: &Plan, erased: &Erased) -> Self {
        let kept = plan.steps().iter().flat_map(|step| {
            step.outcome.kept().iter().map(|kept| KeptRecord {
                kind: step.kind.clone(),
                ground: kept.ground.clone(),
                fields: kept.fields.clone(),
                until: kept.until_ms.and_then(|ms| Timestamp::from_millisecond(ms).ok()),
            })
        });
        Self {
            at: erased.at,
            scheduled: None,
            removed: erased.removed,
            stripped: erased.stripped,
            kept: kept.collect(),
            counted: erased.counted.clone(),
            proof: erased.entries.iter().map(ToString::to_string).collect(),
        }
    }
}

/// Everything that is held, and who has looked at it.
#[utoipa::path(
    get,
    path = "/api/v1/own",
    operation_id = "showOwn",
    tag = "own",
    security(("receipt" = [])),
    responses((status = 200, description = "All of it.", body = Own)),
)]
pub async fn show(holder: Holder, State(app): State<Arc<App>>) -> Answer {
    let access = holder.access(&app, Action::Read)?;
    let records = app.engine.all_of(&access, holder.person).await?;
    if records.is_empty() {
        // Past its last day, though the sweep has not come yet.
        return Err(Fault::new(FaultKind::Gone, "fault-erased").into());
    }
    let (looks, _) = slip::looks(&app, &access, holder.person, (None, LOOKS_MAX)).await?;
    let records = cases::all_told_now(&app, records).await?;
    let held = rights::with_holds(&app, &access, holder.person, records).await?;
    let (erased, now) = (app.engine.erased_of(&access, holder.person).await?, app.engine.now());
    let restrictions = app.engine.restrictions(&access, holder.person).await?;
    let objections = app.engine.objections(&access, holder.person).await?;
    Ok(super::json(Own {
        register: access.register().notice.id.clone(),
        records: held.iter().map(|(record, held)| Record::kept(record, held, now)).collect(),
        looks: looks.into_iter().map(Look::from).collect(),
        erased: erased.into_iter().map(ErasedOne::from).collect(),
        restrictions: restrictions.into_iter().map(RestrictionInForce::from).collect(),
        objections: objections.into_iter().map(ObjectionInForce::from).collect(),
    }))
}

/// Erase everything: at once, or when the time for changing one's mind is over.
#[utoipa::path(
    delete,
    path = "/api/v1/own",
    operation_id = "eraseOwn",
    tag = "own",
    security(("receipt" = [])),
    responses((status = 200, description = "Erased; the proof stays.", body = Gone)),
)]
pub async fn erase(holder: Holder, State(app): State<Arc<App>>) -> Answer {
    let access = holder.access(&app, Action::Erase)?;
    let (plan, erased) = match erasing::leave(&app, &access, holder.person).await? {
        Leave::Gone(plan, erased) => (plan, erased),
        Leave::Waits(at) => return Ok(super::json(Gone::scheduled(app.engine.now(), at))),
    };
    if erased.removed + erased.stripped == 0 {
        let kept = plan.steps().iter().find_map(|step| step.outcome.kept().first());
        let ground = kept.map(|kept| kept.ground.clone());
        let fault = Fault::new(FaultKind::Conflict, "fault-api-held");
        return Err(fault.with("ground", ground.unwrap_or_default()).into());
    }
    Ok(super::json(Gone::new(&plan, &erased)))
}
