//! The second person: whose word a disclosure waits for, what they have before them, and the leave to
//! hand over, which nobody has without it. Nobody speaks of what they prepared themselves; and what is
//! handed over is what was seen: a change in between brings the question back.

use std::sync::Arc;

use seloste_kernel::{Actor, Exit, Fault, FaultKind, RecordId, Sensitive};
use seloste_store::tables::records::Change;

use crate::access::{Action, RIGHTS, not_found};
use crate::disclose::{APPROVED, DISPUTED, Disclosure, MADE, PROPOSED, REJECTED, URGENT, actor};
use crate::gate::{self, Item};
use crate::given::Given;
use crate::handing::Handing;
use crate::{Access, Engine, Opened, mark};

/// Whether a disclosure waits for a second person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wait {
    /// No.
    No,
    /// Nothing is handed over before they have said yes.
    Before,
    /// It goes at once to protect somebody's life, and they look at it afterwards.
    After,
}

impl Wait {
    /// The first state of such a disclosure.
    pub(crate) fn state(self) -> &'static str {
        match self {
            Self::No => MADE,
            Self::Before => PROPOSED,
            Self::After => URGENT,
        }
    }
}

/// Leave to hand over some fields. Only the gate makes one: the disclosure is on record, and nobody's
/// word is waited for before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leave {
    disclosure: RecordId,
    items: Vec<Item>,
}

impl Leave {
    /// For what need not wait.
    pub(crate) fn at_once(wait: Wait, record: RecordId, of: &Disclosure) -> Option<Self> {
        (wait != Wait::Before).then(|| Self { disclosure: record, items: of.fields.clone() })
    }

    /// The names of the fields, and of no others.
    pub fn fields(&self) -> impl Iterator<Item = &str> {
        self.items.iter().map(|item| item.field.as_str())
    }

    /// By which the recipient finds what was given.
    pub fn mark(&self) -> String {
        mark(self.disclosure)
    }
}

/// Somebody of the staff who may speak of what another has prepared.
struct Second(String);

impl Second {
    fn of(access: &Access, prepared: &Opened) -> Result<Self, Fault> {
        let other = actor(access).filter(|who| who != prepared.text("handler", Exit::Decision));
        other.map(Self).ok_or_else(|| Fault::new(FaultKind::Forbidden, "fault-second-person"))
    }
}

/// What somebody has prepared, as it is now.
#[derive(Debug, Clone)]
pub struct Prepared {
    /// The record with those fields only that are to be given.
    pub data: Opened,
    /// Whether it changed after it was prepared, or after it was approved.
    pub changed: bool,
}

fn changed() -> Fault {
    Fault::new(FaultKind::Conflict, "fault-disclosure-changed")
}

impl Engine {
    /// What a disclosure would hand over, for whoever is to say yes; `None` where it is no more or
    /// nobody may open it.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn prepared(
        &self,
        access: &Access,
        disclosure: &Opened,
    ) -> Result<Option<Prepared>, Fault> {
        access.demand(&[Action::DecideRequests])?;
        let given = Given::of(disclosure);
        let Some(record) = given.record else { return Ok(None) };
        let mut data = match self.read(access, record).await {
            Ok(data) => data,
            Err(fault) if fault.is_gone() || fault.kind() == FaultKind::NotFound => {
                return Ok(None);
            }
            Err(fault) => return Err(fault),
        };
        let is_given = |name: &String| given.items.iter().any(|item| item.field == *name);
        data.fields.retain(|name, _| is_given(name));
        let changed = given.version.is_some_and(|version| version != data.version);
        Ok(Some(Prepared { data, changed }))
    }

    /// The second person's word on a disclosure that waits for it. `seen` is the version of the record
    /// that they had before them.
    ///
    /// # Errors
    /// `Forbidden` for whoever prepared it, and for anybody who is not of the staff; `Conflict` when
    /// it does not wait any more, and for a yes to something else than what is there now.
    pub async fn decide_disclosure(
        self: &Arc<Self>,
        access: &Access,
        record: RecordId,
        (seen, approve): (Option<i64>, bool),
    ) -> Result<(), Fault> {
        access.demand(&[Action::DecideRequests])?;
        let opened = self.disclosure(access, record).await?;
        let second = Second::of(access, &opened)?;
        let (yes, no) = match opened.state.as_str() {
            PROPOSED => (APPROVED, REJECTED),
            URGENT => (MADE, DISPUTED),
            _ => return Err(Fault::new(FaultKind::Conflict, "fault-disclosure-decided")),
        };
        let mut change = vec![("approver".to_owned(), Sensitive::new(second.0))];
        if approve && yes == APPROVED {
            let given = Given::of(&opened);
            let from = given.record.ok_or_else(not_found)?;
            let version = self.row(access, from).await?.version;
            if seen != Some(version) {
                return Err(changed());
            }
            let given = Given { version: seen, ..given };
            change.push(("about".to_owned(), Sensitive::new(given.told())));
        }
        let version = self.amend(access, record, opened.version, change).await?;
        let state = if approve { yes } else { no };
        self.set_state(access, record, version, state).await.map(drop)
    }

    /// Leave to hand over what a second person has approved, of the record as it was opened. Once.
    ///
    /// # Errors
    /// `Conflict` when nobody has approved it, it has been handed over, or `from` is not as it was
    /// approved: then it waits again. `NotFound` when it is about something else; `RefusedByPromise`
    /// when a new version of the notice does not allow it.
    pub async fn hand_over(
        self: &Arc<Self>,
        access: &Access,
        record: RecordId,
        from: &Opened,
    ) -> Result<Leave, Fault> {
        access.demand(&[Action::Disclose])?;
        // Who hands data over need not be one who may read the register of disclosures: the
        // program looks for them whether this one is approved.
        let program = Access {
            actor: Actor::Job("disclosures".to_owned()),
            purpose: RIGHTS.to_owned(),
            action: Action::Read,
            ..access.clone()
        };
        let opened = self.disclosure(&program, record).await?;
        let given = Given::of(&opened);
        if given.record != Some(from.id) {
            return Err(not_found());
        }
        if opened.state != APPROVED {
            return Err(Fault::new(FaultKind::Conflict, "fault-disclosure-not-approved"));
        }
        gate::still_allowed(&access.register.notice, &opened, &given)?;
        let row = self.row(access, from.id).await?;
        self.demand_handing(access, &row, Handing::made(&opened, &given.items)).await?;
        let same = given.version.is_none_or(|version| version == from.version);
        let state = if same { MADE } else { PROPOSED };
        let change = Change { state: Some(state.to_owned()), ..Change::default() };
        self.change(access, record, opened.version, change, Action::Disclose.name()).await?;
        if same { Ok(Leave { disclosure: record, items: given.items }) } else { Err(changed()) }
    }
}
