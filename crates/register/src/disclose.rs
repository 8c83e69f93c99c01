//! The only way out of a register: to a recipient that the notice declares, for what it declares, of
//! the fields that it lets out ([`crate::gate`]), on a ground that the law knows. What the notice
//! forbids stays forbidden whatever anybody consents to. A mandate is a document that somebody has
//! looked at; a provision of law that is not on the list waits for a second person.

use std::sync::Arc;

use aws_lc_rs::digest::{SHA256, digest};
use seloste_kernel::{
    Actor, Document, Exit, Fault, FaultKind, Lang, PersonId, RecordId, Sensitive, Timestamp,
};
use seloste_notice::model::{Collect, Keep};
use seloste_notice::statutes;
use seloste_store::tables::records::Change;

use crate::access::{Action, RIGHTS, not_found};
use crate::gate::{self, Item};
use crate::given::Given;
use crate::{Access, Draft, Engine, Opened, Owner};

/// The kind that the notice declares for it.
pub const DISCLOSURE: &str = "disclosure";

/// Made: the data may be, or have been, handed over.
pub const MADE: &str = "made";
/// Waits for a second person.
pub const PROPOSED: &str = "proposed";
/// A second person said yes; the data can be handed over.
pub const APPROVED: &str = "approved";
/// A second person said no.
pub const REJECTED: &str = "rejected";

/// In place of the record of a disclosure: everything that was held of the person then.
pub(crate) const EVERYTHING: &str = "*";

/// Bytes of a document's digest that are written into the reference.
const FINGERPRINT_BYTES: usize = 8;

/// Why data may leave (Art. 6, and the notice's own words).
#[derive(Debug, Clone)]
pub enum Ground {
    /// The person said yes; the reference tells how it can be shown.
    Consent {
        /// How the consent can be shown.
        reference: String,
    },
    /// Somebody whom the person has authorised said yes.
    Mandate {
        /// How the consent can be shown; may be empty, the document has its own mark.
        reference: String,
        /// The mandate as a [`Document`]'s address.
        document: Option<Sensitive<String>>,
        /// Whether whoever discloses has looked at it.
        checked: bool,
    },
    /// Somebody used the person's own right for them (Art. 15, 20), with a mandate that staff have
    /// looked at. Everything is given. It is the person's right, which no notice can close, so whoever
    /// they send need not be among its recipients.
    OwnRight {
        /// Which request, and when the mandate was seen.
        reference: String,
        /// The mandate as a [`Document`]'s address, where one was sent: it stays with the request, and
        /// its mark is kept here.
        document: Option<Sensitive<String>>,
        /// Who has looked at it.
        seen_by: String,
        /// What is given: the same to the same is one disclosure, however often it is fetched.
        once: [u8; 16],
    },
    /// A provision on the list gives the recipient a right to it.
    Listed {
        /// Its code, [`statutes::Statute::code`].
        code: String,
        /// Number of the request under the openness act, where the provision needs one.
        request: String,
    },
    /// Another provision does, as somebody says; a second person looks at that.
    Statute {
        /// Act, with its number.
        act: String,
        /// Section.
        section: String,
    },
}

/// What is given to whom.
#[derive(Debug, Clone)]
pub struct Disclosure {
    /// Who receives it, as the notice names them.
    pub recipient: String,
    /// Who of a class; empty for a recipient that has a name in the notice.
    pub called: String,
    /// What for: a purpose of the notice, or [`crate::OWN_TASK`].
    pub purpose: String,
    /// On which ground.
    pub ground: Ground,
    /// What is given, in words.
    pub items: String,
    /// The fields that are given.
    pub fields: Vec<Item>,
}

/// A disclosure as it was written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Disclosed {
    /// Its record.
    pub record: RecordId,
    /// Whether nothing may be handed over before a second person has said yes.
    pub waits: bool,
    /// The day it goes, when known.
    pub due: Option<Timestamp>,
}

impl Ground {
    pub(crate) fn word(&self) -> &'static str {
        match self {
            Ground::Consent { .. } => "consent",
            Ground::Mandate { .. } | Ground::OwnRight { .. } => "mandate",
            Ground::Listed { .. } | Ground::Statute { .. } => "statute",
        }
    }

    /// Whether a second person must say yes.
    pub fn needs_second(&self) -> bool {
        matches!(self, Ground::Statute { .. })
    }

    /// How it can be shown.
    fn shown(&self) -> Result<String, Fault> {
        match self {
            Ground::Consent { reference } => complete("reference", reference),
            Ground::Mandate { reference, document, checked } => {
                let document = document.as_ref().ok_or_else(|| missing("document"))?;
                let mark = fingerprint(document).ok_or_else(|| missing("document"))?;
                if !checked {
                    return Err(missing("checked"));
                }
                Ok([reference.trim(), &mark].join(" ").trim().to_owned())
            }
            Ground::OwnRight { reference, document, .. } => {
                let reference = complete("reference", reference)?;
                let mark = document.as_ref().and_then(fingerprint).unwrap_or_default();
                Ok([reference.as_str(), &mark].join(" ").trim().to_owned())
            }
            Ground::Listed { code, request } => {
                let statute = statutes::by_code(code).ok_or_else(|| missing("statute"))?;
                let named = statute.citation();
                match statute.openness {
                    true => Ok(format!("{named} ({})", complete("request", request)?)),
                    false => Ok(named),
                }
            }
            Ground::Statute { act, section } => {
                let act = complete("act", act)?;
                Ok(format!("{act} {}", complete("section", section)?))
            }
        }
    }
}

/// The mark by which a document can be told from every other one.
fn fingerprint(document: &Sensitive<String>) -> Option<String> {
    let found = Document::from_url(document.expose(Exit::Decision))?;
    let hash = digest(&SHA256, &found.bytes);
    let mark = hash.as_ref().iter().take(FINGERPRINT_BYTES);
    let mark: String = mark.map(|byte| format!("{byte:02x}")).collect();
    Some(format!("sha256:{mark}"))
}

impl Engine {
    /// Whether the notice and the law's form allow this disclosure. A refusal is in the ledger,
    /// too: who tried to give data to whom for what is worth knowing.
    ///
    /// # Errors
    /// `RefusedByPromise` for what the notice forbids, even with consent, and for a recipient,
    /// ground, purpose or field that it does not declare; `Invalid` for a ground that is not complete.
    pub async fn judge(
        &self,
        access: &Access,
        disclosure: &Disclosure,
        lang: Lang,
    ) -> Result<(), Fault> {
        access.demand(&[Action::Disclose])?;
        let Err(fault) = lawful(access, disclosure, lang) else { return Ok(()) };
        self.note_refusal(access).await?;
        Err(fault)
    }

    /// Writes into the ledger that somebody tried to disclose and was refused.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn note_refusal(&self, access: &Access) -> Result<(), Fault> {
        access.demand(&[Action::Disclose])?;
        let traced = self.trail(access, "disclose:refused", DISCLOSURE, None, 0)?;
        self.store.write(move |tx| traced.write(tx)).await
    }

    /// Records a disclosure about a person and thereby allows it; the caller hands the data over
    /// only after this returns, and not at all while it waits. `about` says from which record.
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
    ) -> Result<Disclosed, Fault> {
        self.judge(access, disclosure, lang).await?;
        let shown = disclosure.ground.shown()?;
        let declared = access.register.notice.kind(DISCLOSURE).ok_or_else(not_found)?;
        let waits = disclosure.ground.needs_second();
        // Kept from the event that the notice names: the disclosure itself is that event.
        let event = match &declared.keep {
            Some(Keep::For { from, .. }) => from.as_str(),
            _ => "created",
        };
        let mut draft =
            Draft::new(DISCLOSURE, event, lang).state(if waits { PROPOSED } else { MADE });
        if let Some(record) = about {
            let row = self.row(access, record).await?;
            self.demand_live_consent(access, &row, None).await?;
        }
        let about = match (&disclosure.ground, about) {
            (Ground::OwnRight { .. }, _) => EVERYTHING.to_owned(),
            (_, Some(record)) => from_what(record, disclosure, declared, waits),
            (_, None) => String::new(),
        };
        let recipient = gate::receiver(&access.register.notice, disclosure)?;
        let fields = [
            ("recipient", recipient.as_str()),
            ("purpose", disclosure.purpose.trim()),
            ("ground", disclosure.ground.word()),
            ("reference", shown.as_str()),
            ("items", disclosure.items.trim()),
            ("handler", &handler(access, &disclosure.ground).unwrap_or_default()),
            ("about", &about),
        ];
        // A notice may do without keeping what is not needed to tell who received what. What a
        // second person must know is needed.
        let needed = |name: &str| waits && matches!(name, "handler" | "about");
        for (name, value) in fields {
            if needed(name) || declared.field(name).is_some() {
                draft = draft.field(name, value.to_owned());
            }
        }
        if let Ground::Mandate { document: Some(document), .. } = &disclosure.ground {
            draft = draft.field("document", document.clone());
        }
        if let Ground::OwnRight { once, .. } = &disclosure.ground {
            draft = draft.command(*once);
        }
        let collected = self.collect(access, Owner::Existing(person), draft).await?;
        Ok(Disclosed { record: collected.record, waits, due: collected.due })
    }

    /// The second person's word on a proposed disclosure.
    ///
    /// # Errors
    /// `Forbidden` for whoever proposed it, and for anybody who is not of the staff; `Conflict`
    /// when it does not wait any more.
    pub async fn decide_disclosure(
        self: &Arc<Self>,
        access: &Access,
        record: RecordId,
        approve: bool,
    ) -> Result<(), Fault> {
        access.demand(&[Action::DecideRequests])?;
        let opened = self.disclosure(access, record).await?;
        if opened.state != PROPOSED {
            return Err(Fault::new(FaultKind::Conflict, "fault-disclosure-decided"));
        }
        let second = actor(access).filter(|who| who != opened.text("handler", Exit::Decision));
        let second =
            second.ok_or_else(|| Fault::new(FaultKind::Forbidden, "fault-second-person"))?;
        let change = vec![("approver".to_owned(), Sensitive::new(second))];
        let version = self.amend(access, record, opened.version, change).await?;
        let state = if approve { APPROVED } else { REJECTED };
        self.set_state(access, record, version, state).await.map(drop)
    }

    /// Hands over what a second person has approved: the names of the fields of `from` that may
    /// now be shown. Once.
    ///
    /// # Errors
    /// `Conflict` when nobody has approved it, or it has been handed over; `NotFound` when it is
    /// about something else; `RefusedByPromise` when a new version of the notice does not allow it.
    pub async fn hand_over(
        self: &Arc<Self>,
        access: &Access,
        record: RecordId,
        from: RecordId,
    ) -> Result<Vec<String>, Fault> {
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
        if given.record != Some(from) {
            return Err(not_found());
        }
        if opened.state != APPROVED {
            return Err(Fault::new(FaultKind::Conflict, "fault-disclosure-not-approved"));
        }
        gate::still_allowed(&access.register.notice, &opened, &given)?;
        let made = Change { state: Some(MADE.to_owned()), ..Change::default() };
        self.change(access, record, opened.version, made, Action::Disclose.name()).await?;
        Ok(given.items.into_iter().map(|item| item.field).collect())
    }

    async fn disclosure(&self, access: &Access, record: RecordId) -> Result<Opened, Fault> {
        let opened = self.read(access, record).await?;
        if opened.kind == DISCLOSURE { Ok(opened) } else { Err(not_found()) }
    }
}

/// Who of the staff acts; nobody else discloses by their own hand.
fn actor(access: &Access) -> Option<String> {
    access.actor.of_staff().map(|(user, _)| user.to_string())
}

/// Who answers for it: whoever discloses, or has looked at the mandate of whoever is given a copy.
fn handler(access: &Access, ground: &Ground) -> Option<String> {
    match ground {
        Ground::OwnRight { seen_by, .. } => Some(seen_by.clone()).filter(|who| !who.is_empty()),
        _ => actor(access),
    }
}

fn lawful(access: &Access, disclosure: &Disclosure, lang: Lang) -> Result<(), Fault> {
    gate::allowed(&access.register.notice, disclosure, lang)?;
    // Somebody of the staff answers for it.
    handler(access, &disclosure.ground).ok_or_else(|| missing("handler"))?;
    disclosure.ground.shown().map(drop)
}

/// The record and the names of the fields. Where a notice leaves no room for them, the record, which
/// then counts as given whole; what waits must say which fields are handed over, and to which class.
fn from_what(record: RecordId, disclosure: &Disclosure, declared: &Collect, waits: bool) -> String {
    let class = waits.then(|| disclosure.recipient.trim().to_owned());
    let given = Given { record: Some(record), class, items: disclosure.fields.clone() };
    let whole = given.told();
    let room = declared.field("about").map_or(usize::MAX, |field| field.max_chars as usize);
    if waits || whole.len() <= room { whole } else { record.to_string() }
}

pub(crate) fn complete(field: &'static str, text: &str) -> Result<String, Fault> {
    let text = text.trim();
    if text.is_empty() { Err(missing(field)) } else { Ok(text.to_owned()) }
}

pub(crate) fn missing(field: &str) -> Fault {
    Fault::new(FaultKind::Invalid, "fault-field-missing").with("field", field).in_field(field)
}
