//! Who receives data, what of them, on what, and on whose word.

use seloste_kernel::Lang;
use serde::Serialize;

use super::{Named, Span, Text};

/// A recipient or processor, Art. 4(8)–(9), 28.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Recipient {
    /// Name.
    pub name: String,
    /// `processor`, `recipient`, `joint-controller`, `authority` or `class`.
    pub role: String,
    /// What for: purposes of this notice.
    pub purposes: Vec<Named>,
    /// ISO 3166-1 alpha-2 country where the data are.
    pub country: Option<String>,
    /// Date of the contract (Art. 28(3)), `2026-01-31`.
    pub contract: Option<String>,
    /// Last day of the contract; without it the contract runs until it is ended.
    pub until: Option<String>,
    /// Names of its products, as the texts of the notice use them.
    pub products: Option<String>,
    /// Hosts that the program may open connections to for it.
    pub hosts: Vec<Named>,
    /// On what data may be disclosed to it; empty: on anything that the law knows.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub grounds: Vec<Named>,
    /// What it may get; empty: all that serves its purposes.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub gets: Vec<Gets>,
    /// Whether each disclosure to it waits for a second person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub approval: Option<Approval>,
    /// What must be written down of each: fields of the kind `disclosure`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub demands: Vec<Named>,
    /// What it does, for people; of a class, who belongs to it.
    pub text: Text,
    /// Place in the file.
    #[serde(skip)]
    pub span: Span,
}

/// What a recipient may get of one kind of record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Gets {
    /// The kind.
    pub kind: Named,
    /// Its fields; empty: all of them.
    pub fields: Vec<Named>,
}

/// That a second person approves what goes to a recipient.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Approval {
    /// What lets data go before that, the approval coming afterwards: `vital-interests`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unless: Option<String>,
    /// Place in the file.
    #[serde(skip)]
    pub span: Span,
}

impl Recipient {
    /// Whether the notice demands this of every disclosure to it.
    pub fn demands(&self, fact: &str) -> bool {
        self.demands.iter().any(|known| known.value == fact)
    }

    /// Whether data may go to it before a second person has approved, to protect somebody's life.
    pub fn may_go_at_once(&self) -> bool {
        self.approval.as_ref().is_some_and(|approval| approval.unless.is_some())
    }

    /// Whether it stands for many who cannot be named before they ask.
    pub fn is_class(&self) -> bool {
        self.role == "class"
    }

    /// What people read as its name: of a class, who belongs to it.
    pub fn called(&self, lang: Lang) -> &str {
        let said = self.text.get(&lang).or_else(|| self.text.values().next());
        match said {
            Some(said) if self.is_class() && !said.trim().is_empty() => said,
            _ => &self.name,
        }
    }

    /// The id of its promise within the notice.
    pub fn promise(&self) -> String {
        format!("recipient.{}", crate::promises::slug(&self.name))
    }

    /// Whether data may be disclosed to it on this ground.
    pub fn allows_ground(&self, ground: &str) -> bool {
        self.grounds.is_empty() || self.grounds.iter().any(|known| known.value == ground)
    }

    /// Whether it may get this field, whatever it is for.
    pub fn may_get(&self, kind: &str, field: &str) -> bool {
        let whole = |of: &&Gets| of.fields.is_empty();
        let mut of_kind = self.gets.iter().filter(|of| of.kind.value == kind);
        self.gets.is_empty()
            || of_kind.any(|of| whole(&of) || of.fields.iter().any(|known| known.value == field))
    }

    /// Whether it gets data for a task of its own instead of one of the notice's purposes. Whoever
    /// processes for the controller never does.
    pub fn has_own_task(&self) -> bool {
        self.purposes.is_empty() && self.role != "processor"
    }
}
