//! Who acts. Nothing happens to personal data without an actor, and the ledger names it.

use serde::{Deserialize, Serialize};

use crate::{PersonId, UserId};

/// Who reads, writes or decides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Actor {
    /// Somebody on a public page, not recognised.
    Visitor,
    /// A data subject recognised by code or account; may touch only what is theirs.
    Person(PersonId),
    /// A signed-in staff user acting in one declared role.
    Staff {
        /// Who.
        user: UserId,
        /// In which of the notice's roles.
        role: String,
    },
    /// A program of somebody else with a key: it acts in a declared role of the account that the key
    /// belongs to, and no human looks at what it does.
    Program {
        /// Whose key.
        user: UserId,
        /// In which of the notice's roles.
        role: String,
    },
    /// Somebody with the command line and the keys on the server.
    Operator,
    /// The program itself, in a named job (`sweep`, `mail`).
    Job(String),
}

impl Actor {
    /// Who of the staff acts, in person or by a program with their key, and in which role.
    pub fn of_staff(&self) -> Option<(&UserId, &str)> {
        match self {
            Actor::Staff { user, role } | Actor::Program { user, role } => Some((user, role)),
            _ => None,
        }
    }

    /// Whether no human acts: a program with a key, or the program itself.
    pub fn is_program(&self) -> bool {
        matches!(self, Actor::Program { .. } | Actor::Job(_))
    }

    /// A short word for logs and the ledger; never personal.
    pub fn word(&self) -> &str {
        match self {
            Actor::Visitor => "visitor",
            Actor::Person(_) => "person",
            Actor::Staff { .. } => "staff",
            Actor::Program { .. } => "program",
            Actor::Operator => "operator",
            Actor::Job(_) => "job",
        }
    }
}
