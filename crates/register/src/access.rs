//! The token without which no personal data can be touched: who, in which role, for which
//! purpose, to do what. Making one asks the published notice; using one writes the ledger.

use std::sync::Arc;

use seloste_kernel::{Actor, Fault, FaultKind, PersonId};
use seloste_notice::model::Field;

use crate::Register;

/// The purpose under which a person's rights are served (GDPR Art. 12–22); opens every field of
/// that person's records.
pub const RIGHTS: &str = "rights";

/// The purpose under which staff accounts and access logs are kept (GDPR Art. 32).
pub const SECURITY: &str = "security";

/// What an actor does. The names stand in the notice's roles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// Write a new record.
    Collect,
    /// Open records.
    Read,
    /// Answer the person.
    Answer,
    /// Set a record's state or theme.
    Classify,
    /// Change a record's fields.
    Amend,
    /// Erase records.
    Erase,
    /// Take a copy out of the program.
    Export,
    /// Give data to a recipient.
    Disclose,
    /// Decide persons' requests.
    DecideRequests,
    /// Open, change and close staff accounts.
    ManageUsers,
    /// Publish a version of the notice.
    Publish,
    /// Vouch for a measure.
    Attest,
    /// See proofs, requests' clocks and the ledger.
    SeeEvidence,
}

impl Action {
    /// All actions.
    pub const ALL: [Action; 13] = [
        Action::Collect,
        Action::Read,
        Action::Answer,
        Action::Classify,
        Action::Amend,
        Action::Erase,
        Action::Export,
        Action::Disclose,
        Action::DecideRequests,
        Action::ManageUsers,
        Action::Publish,
        Action::Attest,
        Action::SeeEvidence,
    ];

    /// The name in notices and in the ledger.
    pub const fn name(self) -> &'static str {
        match self {
            Action::Collect => "collect",
            Action::Read => "read",
            Action::Answer => "answer",
            Action::Classify => "classify",
            Action::Amend => "amend",
            Action::Erase => "erase",
            Action::Export => "export",
            Action::Disclose => "disclose",
            Action::DecideRequests => "decide-requests",
            Action::ManageUsers => "manage-users",
            Action::Publish => "publish",
            Action::Attest => "attest",
            Action::SeeEvidence => "see-evidence",
        }
    }
}

/// The actions that open what is held. Who only leaves something, publishes, vouches or looks at
/// proofs opens nothing.
pub(crate) const OPENING: &[Action] = &[
    Action::Read,
    Action::Answer,
    Action::Classify,
    Action::Amend,
    Action::Erase,
    Action::Export,
    Action::Disclose,
    Action::DecideRequests,
    Action::ManageUsers,
];

/// Leave to touch personal data of one register, for one purpose. Only the engine makes one.
#[derive(Debug, Clone)]
pub struct Access {
    pub(crate) register: Arc<Register>,
    pub(crate) actor: Actor,
    pub(crate) purpose: String,
    pub(crate) action: Action,
}

impl Access {
    pub(crate) fn grant(
        register: Arc<Register>,
        actor: Actor,
        purpose: &str,
        action: Action,
    ) -> Result<Self, Fault> {
        let notice = &register.notice;
        if let Some(forbidden) = notice.forbidden.iter().find(|item| item.name == purpose) {
            let promise = format!("{}.forbid.{}", notice.id, forbidden.name);
            return Err(Fault::refused("fault-purpose-forbidden", promise).with("purpose", purpose));
        }
        if notice.purpose(purpose).is_none() {
            let promise = format!("{}.purposes", notice.id);
            return Err(
                Fault::refused("fault-purpose-undeclared", promise).with("purpose", purpose)
            );
        }
        let allowed = match &actor {
            Actor::Visitor => action == Action::Collect,
            Actor::Person(_) => {
                purpose == RIGHTS || matches!(action, Action::Collect | Action::Amend)
            }
            Actor::Staff { role, .. } | Actor::Program { role, .. } => {
                notice.role(role).is_some_and(|role| {
                    role.may.iter().any(|known| known.value == action.name())
                        && role.purposes.iter().any(|known| known.value == purpose)
                })
            }
            Actor::Operator | Actor::Job(_) => true,
        };
        if !allowed {
            return Err(not_allowed(action, purpose));
        }
        Ok(Self { register, actor, purpose: purpose.to_owned(), action })
    }

    /// The engine's own, for what it does by itself to records of a register: what a new version
    /// leaves behind, what a restored backup does not know. Nobody is asked, and nobody's purpose
    /// is served: the word of the ledger says what it was.
    pub(crate) fn of_engine(register: Arc<Register>, actor: Actor) -> Self {
        let known = register.notice.purpose(RIGHTS).is_some();
        let purpose = if known { RIGHTS } else { "" }.to_owned();
        Self { register, actor, purpose, action: Action::Erase }
    }

    /// The register that this access opens.
    pub fn register(&self) -> &Register {
        &self.register
    }

    /// Who acts.
    pub fn actor(&self) -> &Actor {
        &self.actor
    }

    /// For which declared purpose.
    pub fn purpose(&self) -> &str {
        &self.purpose
    }

    /// Whether this access may open the field: it serves the purpose, or the person's rights.
    pub(crate) fn opens(&self, kind: &str, field: &str) -> bool {
        if self.purpose == RIGHTS {
            return true;
        }
        self.register
            .notice
            .kind(kind)
            .and_then(|collect| collect.field(field))
            .is_some_and(|field| field.purposes.iter().any(|known| known.value == self.purpose))
    }

    /// Whether this access may open the field of what was written under that version. What was given
    /// for one purpose serves no other, whatever a later version says of it (Art. 5(1)(b)).
    pub(crate) fn opens_of(&self, written: &Register, kind: &str, field: &str) -> bool {
        let serves = |field: &Field| field.purposes.iter().any(|known| known.value == self.purpose);
        let then = || written.notice.kind(kind).and_then(|declared| declared.field(field));
        // A field that the version did not have came with a later change to the record.
        self.opens(kind, field)
            && (self.purpose == RIGHTS
                || written.version == self.register.version
                || then().is_none_or(serves))
    }

    /// Whether this access may open anything at all of a kind.
    pub fn opens_any(&self, kind: &str) -> bool {
        let declared = self.register.notice.kind(kind);
        self.purpose == RIGHTS
            || declared.is_some_and(|collect| {
                collect.fields.iter().any(|field| self.opens(kind, &field.name))
            })
    }

    /// A person reaches only what is theirs; anybody else's does not exist for them.
    pub(crate) fn reaches(&self, person: PersonId) -> Result<(), Fault> {
        match self.actor {
            Actor::Person(own) if own != person => Err(not_found()),
            Actor::Visitor => Err(not_found()),
            _ => Ok(()),
        }
    }

    /// Refuses unless the access was made for one of these actions.
    pub(crate) fn demand(&self, actions: &[Action]) -> Result<(), Fault> {
        if actions.contains(&self.action) {
            return Ok(());
        }
        Err(not_allowed(actions.first().copied().unwrap_or(self.action), &self.purpose))
    }
}

/// This actor, in this role and for this purpose, may not.
pub(crate) fn not_allowed(action: Action, purpose: &str) -> Fault {
    Fault::new(FaultKind::Forbidden, "fault-not-allowed")
        .with("action", action.name())
        .with("purpose", purpose)
}

/// One answer for "there is none" and "not for you": existence is private.
pub(crate) fn not_found() -> Fault {
    Fault::not_found()
}
