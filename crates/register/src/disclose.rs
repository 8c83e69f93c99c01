//! The only way out of a register: a declared recipient, purpose and ground. Forbidden purposes
//! stay forbidden whatever anybody consents to.

use std::sync::Arc;

use seloste_kernel::{Fault, FaultKind, Lang, PersonId, RecordId};
use seloste_notice::model::Keep;

use crate::access::Action;
use crate::{Access, Collected, Draft, Engine, Owner};

/// The kind that the notice declares for it.
const KIND: &str = "disclosure";

/// Why data may leave (Art. 6, and the notice's own words).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ground {
    /// The person said yes; the reference tells how it can be shown.
    Consent {
        /// How the consent can be shown.
        reference: String,
    },
    /// Somebody whom the person has authorised said yes; the mandate was seen.
    Mandate {
        /// How the mandate can be shown.
        reference: String,
    },
    /// A statute gives the recipient a right to it.
    Statute {
        /// Act, with its number.
        act: String,
        /// Section.
        section: String,
    },
}

/// What is given to whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disclosure {
    /// Who receives it.
    pub recipient: String,
    /// What for.
    pub purpose: String,
    /// On which ground.
    pub ground: Ground,
    /// Which records, in words (`message`, `contact details`).
    pub items: String,
}

impl Ground {
    fn word(&self) -> &'static str {
        match self {
            Ground::Consent { .. } => "consent",
            Ground::Mandate { .. } => "mandate",
            Ground::Statute { .. } => "statute",
        }
    }

    /// How it can be shown.
    fn shown(&self) -> Result<String, Fault> {
        match self {
            Ground::Consent { reference } | Ground::Mandate { reference } => {
                complete("reference", reference)
            }
            Ground::Statute { act, section } => {
                let act = complete("act", act)?;
                Ok(format!("{act} {}", complete("section", section)?))
            }
        }
    }
}

impl Engine {
    /// Whether the notice and the law's form allow this disclosure. A refusal is in the ledger,
    /// too: who tried to give data to whom for what is worth knowing.
    ///
    /// # Errors
    /// `RefusedByPromise` for a forbidden purpose, even with consent; `Invalid` for a ground that
    /// is not complete.
    pub async fn judge(&self, access: &Access, disclosure: &Disclosure) -> Result<(), Fault> {
        access.demand(&[Action::Disclose])?;
        let Err(fault) = lawful(access, disclosure) else { return Ok(()) };
        let traced = self.trail(access, "disclose:refused", "disclosure", None, 0)?;
        self.store.write(move |tx| traced.write(tx)).await?;
        Err(fault)
    }

    /// Records a disclosure about a person and thereby allows it; the caller hands the data over
    /// only after this returns.
    ///
    /// # Errors
    /// As [`Engine::judge`].
    pub async fn disclose(
        self: &Arc<Self>,
        access: &Access,
        person: PersonId,
        about: Option<RecordId>,
        disclosure: &Disclosure,
        lang: Lang,
    ) -> Result<Collected, Fault> {
        self.judge(access, disclosure).await?;
        let shown = disclosure.ground.shown()?;
        let declared = access.register.notice.kind(KIND).ok_or_else(crate::access::not_found)?;
        // Kept from the event that the notice names: the disclosure itself is that event.
        let event = match &declared.keep {
            Some(Keep::For { from, .. }) => from.as_str(),
            _ => "created",
        };
        let mut draft = Draft::new(KIND, event, lang).state("made");
        let fields = [
            ("recipient", disclosure.recipient.trim()),
            ("purpose", disclosure.purpose.trim()),
            ("ground", disclosure.ground.word()),
            ("reference", shown.as_str()),
            ("items", disclosure.items.trim()),
        ];
        // The purpose is a word of the notice's own; a notice may do without keeping it.
        for (name, value) in fields.iter().filter(|(name, _)| declared.field(name).is_some()) {
            draft = draft.field(name, (*value).to_owned());
        }
        if let Some(record) = about {
            self.row(access, record).await?;
            draft = draft.part_of(record);
        }
        self.collect(access, Owner::Existing(person), draft).await
    }
}

fn lawful(access: &Access, disclosure: &Disclosure) -> Result<(), Fault> {
    let notice = &access.register.notice;
    let purpose = complete("purpose", &disclosure.purpose)?;
    if let Some(item) = notice.forbidden.iter().find(|item| item.name == purpose) {
        let promise = format!("{}.forbid.{}", notice.id, item.name);
        return Err(Fault::refused("fault-purpose-forbidden", promise).with("purpose", purpose));
    }
    complete("recipient", &disclosure.recipient)?;
    complete("items", &disclosure.items)?;
    disclosure.ground.shown().map(drop)
}

fn complete(field: &'static str, text: &str) -> Result<String, Fault> {
    let text = text.trim();
    if text.is_empty() { Err(missing(field)) } else { Ok(text.to_owned()) }
}

fn missing(field: &str) -> Fault {
    Fault::new(FaultKind::Invalid, "fault-field-missing").with("field", field).in_field(field)
}
