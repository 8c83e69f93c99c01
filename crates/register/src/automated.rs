//! Decisions that a program makes about a person without a human (Art. 22). The published notice names
//! each with the one field that is its outcome; nothing else that decides is a program's to set. Beside
//! the field lies, sealed with it, that a program set it, and what a human said of it since.

use std::sync::Arc;

use seloste_kernel::{Exit, Fault, FaultKind, RecordId, Sensitive, Timestamp};
use serde::{Deserialize, Serialize};

use crate::access::{not_allowed, not_found};
use crate::amend::{Moved, Record};
use crate::body::{self, Cells};
use crate::hold::kept::WAS;
use crate::{Access, Action, Engine};

/// Before a field's name, the name of the cell that says that a program set the field.
pub(crate) const MARK: &str = "_decided.";

/// Where a refusal leads when the notice has decisions, and another than this one.
const RIGHT: &str = "right.no-automated-decision";

/// The field with which a cell comes and goes: its own, or the one that it marks, or whose earlier value
/// it has.
pub(crate) fn field_of(cell: &str) -> &str {
    cell.strip_prefix(MARK).or_else(|| cell.strip_prefix(WAS)).unwrap_or(cell)
}

/// Whether a cell goes with these fields.
pub(crate) fn goes(cell: &str, fields: &[String]) -> bool {
    fields.iter().any(|field| field == field_of(cell))
}

/// An outcome that a program brought about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Automated {
    /// The decision, as the notice names it.
    pub decision: String,
    /// What the program decided: a value of the field.
    pub outcome: String,
    /// Under which version of the notice.
    pub notice_version: i64,
    at_ms: i64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    reviewed_ms: Option<i64>,
    /// Whether a human has decided otherwise since.
    #[serde(default)]
    pub changed: bool,
}

impl Automated {
    /// When the program decided.
    pub fn at(&self) -> Timestamp {
        Timestamp::from_millisecond(self.at_ms).unwrap_or_default()
    }

    /// When a human has looked at it.
    pub fn reviewed(&self) -> Option<Timestamp> {
        self.reviewed_ms.and_then(|ms| Timestamp::from_millisecond(ms).ok())
    }

    pub(crate) fn read(text: &Sensitive<String>) -> Result<Self, Fault> {
        serde_json::from_str(text.expose(Exit::Decision)).map_err(Fault::internal)
    }
}

/// What a write means for decisions.
#[derive(Debug, Clone)]
pub(crate) enum Deed {
    /// A program decides.
    Decides { decision: String, field: String, outcome: String },
    /// A human has looked at what a program decided.
    Reviews { decision: String, field: String, stands: bool },
    /// Any other write; what a human changed of these is not a program's any more.
    Other { changed: Vec<String> },
}

impl Deed {
    /// The word of the ledger for it: which decision and its outcome, and nothing of the content.
    pub fn action(&self, otherwise: &str) -> String {
        match self {
            Self::Decides { decision, outcome, .. } => format!("decide:{decision}:{outcome}"),
            Self::Reviews { decision, stands: true, .. } => format!("review:{decision}:stands"),
            Self::Reviews { decision, .. } => format!("review:{decision}:changed"),
            Self::Other { .. } => otherwise.to_owned(),
        }
    }

    /// The cell that a new record gets with it.
    pub fn mark(&self, version: i64, at: Timestamp) -> Option<(String, Sensitive<String>)> {
        let Self::Decides { decision, field, outcome } = self else { return None };
        let mark = Automated {
            decision: decision.clone(),
            outcome: outcome.clone(),
            notice_version: version,
            at_ms: at.as_millisecond(),
            reviewed_ms: None,
            changed: false,
        };
        let text = serde_json::to_string(&mark).ok()?;
        Some((format!("{MARK}{field}"), Sensitive::new(text)))
    }
}

/// A changed field and its value.
type Changes<'a> = &'a [(String, Sensitive<String>)];

/// What these values of a kind mean when this access writes them. The one gate of Art. 22: a program
/// sets what decides about the person only where the published notice declares that decision, names it
/// as such, and rests on what Art. 22(2) and (4) permit. Of what stays as it is nothing is asked.
///
/// # Errors
/// `RefusedByPromise` for what the notice does not declare; `Invalid` for a decision without outcome.
pub(crate) fn deed(
    access: &Access,
    kind: &str,
    (values, changed): (Changes<'_>, Option<&[String]>),
    named: Option<&str>,
) -> Result<Deed, Fault> {
    let notice = &access.register.notice;
    let is_new = |name: &String| changed.is_none_or(|changed| changed.contains(name));
    let other = || {
        let changed = values.iter().map(|(name, _)| name).filter(|name| is_new(name));
        Deed::Other { changed: changed.cloned().collect() }
    };
    let unfit = |key| Err(Fault::new(FaultKind::Invalid, key).in_field("decision"));
    if !access.actor.is_program() {
        return if named.is_some() { unfit("fault-decision-by-human") } else { Ok(other()) };
    }
    let decides = |(name, value): &&(String, Sensitive<String>)| {
        // A new record without an outcome decides nothing.
        let given = changed.is_some() || !value.expose(Exit::Decision).is_empty();
        given && notice.holds_decision(kind, name) && (named.is_some() || is_new(name))
    };
    let outcomes: Vec<_> = values.iter().filter(decides).collect();
    let (field, outcome) = match (outcomes.as_slice(), named) {
        ([], None) => return Ok(other()),
        ([], Some(_)) => return unfit("fault-decision-without-outcome"),
        ([(field, outcome)], _) => (field, outcome.expose(Exit::Decision)),
        // Each outcome is a decision of its own.
        _ => return unfit("fault-decision-one-by-one"),
    };
    let declared = notice.decision_on(kind, field);
    let permitted = declared.filter(|decision| {
        let of = notice.kind(kind).and_then(|kind| kind.field(field));
        of.is_some_and(|of| decision.basis_fits(notice, of))
            && notice.special_in(decision).is_none()
    });
    let Some(decision) = permitted else {
        let none = notice.decisions().next().is_none();
        let promise = if none { "automated.none" } else { RIGHT };
        let refused =
            Fault::refused("fault-decision-undeclared", format!("{}.{promise}", notice.id));
        return Err(refused.with("kind", kind).with("field", field));
    };
    if named != Some(decision.name.as_str()) {
        let promise = format!("{}.automated.{}", notice.id, decision.name);
        let refused = Fault::refused("fault-decision-not-named", promise);
        return Err(refused.with("decision", &decision.name).with("field", field));
    }
    match outcome.is_empty() {
        true => unfit("fault-decision-without-outcome"),
        false => Ok(Deed::Decides {
            decision: decision.name.clone(),
            field: field.clone(),
            outcome: outcome.clone(),
        }),
    }
}

/// Refuses a program that would bring a record of a register into another state without its field.
pub(crate) fn refuse_bare_state(access: &Access, kind: &str) -> Result<(), Fault> {
    let notice = &access.register.notice;
    let kept = notice.kinds().any(|(of, known)| of.runs.is_some() && known.kind == kind);
    match kept && access.actor.is_program() {
        true => Err(not_allowed(access.action, &access.purpose)),
        false => Ok(()),
    }
}

impl Engine {
    /// A human has looked at what a program decided: it stands, or becomes this value (Art. 22(3)),
    /// with the state beside the record where the field tells it. From then on no program changes it.
    ///
    /// # Errors
    /// `Forbidden` for anybody but staff in person; `NotFound` where no program has decided;
    /// `Conflict` when the record is no longer at `expected`.
    pub async fn review(
        self: &Arc<Self>,
        access: &Access,
        (id, expected): (RecordId, i64),
        field: &str,
        becomes: Option<Sensitive<String>>,
    ) -> Result<i64, Fault> {
        access.demand(&[Action::DecideRequests])?;
        if access.actor.of_staff().is_none() || access.actor.is_program() {
            return Err(not_allowed(access.action, &access.purpose));
        }
        let opened = self.read(access, id).await?;
        let mark = opened.automated.get(field).ok_or_else(not_found)?;
        let stands = becomes.is_none();
        let of_kind = access.register.notice.kind(&opened.kind);
        let told = of_kind.and_then(|kind| kind.state_field()).is_some_and(|of| of.name == field);
        let state = becomes.as_ref().filter(|_| told).map(|to| to.expose(Exit::Decision).clone());
        let (decision, field) = (mark.decision.clone(), field.to_owned());
        let changes = becomes.map(|value| (field.clone(), value)).into_iter().collect();
        let deed = Some(Deed::Reviews { decision, field, stands });
        let moved = Moved { state, deed, ..Moved::default() };
        self.amend_with(access, (id, expected), changes, moved).await
    }

    /// Writes beside the fields what the deed makes of them.
    ///
    /// # Errors
    /// `RefusedByPromise` for a program that decides again what a human has looked at.
    pub(crate) fn remark(
        &self,
        record: &Record<'_>,
        access: &Access,
        cells: &mut Cells,
        deed: &Deed,
    ) -> Result<(), Fault> {
        let fields = match deed {
            Deed::Decides { field, .. } | Deed::Reviews { field, .. } => {
                std::slice::from_ref(field)
            }
            Deed::Other { changed } => changed.as_slice(),
        };
        let now = self.now();
        for field in fields {
            let name = format!("{MARK}{field}");
            let mut mark = None;
            if let Some((_, cell)) = cells.iter().find(|(known, _)| *known == name) {
                let key = record.keys.field(record.written, record.kind, &name)?;
                mark = Some(Automated::read(&body::open(&key, &record.place(&name), cell)?)?);
            }
            let mut text = None;
            match (deed, mark) {
                (Deed::Decides { decision, .. }, Some(mark)) if mark.reviewed_ms.is_some() => {
                    let id = &access.register.notice.id;
                    let promise = format!("{id}.automated.{decision}");
                    return Err(Fault::refused("fault-decision-reviewed", promise));
                }
                (Deed::Decides { .. }, _) => {
                    text = deed.mark(access.register.version, now).map(|(_, text)| text);
                }
                (_, Some(mut mark)) => {
                    mark.reviewed_ms = Some(now.as_millisecond());
                    mark.changed |= !matches!(deed, Deed::Reviews { stands: true, .. });
                    let mark = serde_json::to_string(&mark).map_err(Fault::internal)?;
                    text = Some(Sensitive::new(mark));
                }
                (_, None) => {}
            }
            cells.retain(|(known, _)| *known != name);
            let holds = cells.iter().any(|(known, _)| known == field);
            if let Some(text) = text.filter(|_| holds) {
                let key = record.keys.field(record.written, record.kind, &name)?;
                let sealed = self.seal_cell(false, &key, &record.place(&name), &text)?;
                cells.push((name, sealed));
            }
        }
        Ok(())
    }
}
