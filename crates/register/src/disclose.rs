//! The only way out of a register: to a recipient that the notice declares, for what it declares, of
//! the fields that it lets out ([`crate::gate`]), on a ground that the law knows. What the notice
//! forbids stays forbidden whatever anybody consents to. A mandate is a document that somebody has
//! looked at; a provision of law that is not on the list, and whatever goes to a recipient for which
//! the notice says so, waits for a second person ([`crate::second`]).

use std::sync::Arc;

use aws_lc_rs::digest::{SHA256, digest};
use seloste_kernel::{
    Document, Exit, Fault, FaultKind, Lang, PersonId, RecordId, Sensitive, Timestamp,
};
use seloste_notice::model::{Collect, Keep};
use seloste_notice::statutes;

use crate::access::{Action, not_found};
use crate::gate::{self, Item};
use crate::given::Given;
use crate::handing::Handing;
use crate::second::{Leave, Wait};
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
/// Handed over at once to protect somebody's life; a second person's word is still waited for.
pub const URGENT: &str = "urgent";
/// Handed over at once, and a second person found that it should not have been.
pub const DISPUTED: &str = "disputed";

/// Every state of a disclosure after which somebody outside has the data.
pub const HANDED_OVER: [&str; 3] = [MADE, URGENT, DISPUTED];

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
    /// What else the notice demands of it.
    pub told: Circumstances,
}

/// What a notice may demand of a disclosure beside its ground.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Circumstances {
    /// Who asked: office or unit, and their reference.
    pub requester: String,
    /// In which matter.
    pub matter: String,
    /// Why it cannot wait for a second person: what it protects whose life or health from. Empty
    /// where it can.
    pub urgency: String,
}

/// A disclosure as it was written down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disclosed {
    /// Its record.
    pub record: RecordId,
    /// What may be handed over; nothing before a second person has said yes.
    pub leave: Option<Leave>,
    /// The day it goes, when known.
    pub due: Option<Timestamp>,
}

impl Ground {
    /// Whether a law demands it, as the word of a disclosure on record says.
    pub(crate) fn is_law(word: &str) -> bool {
        word == "statute"
    }

    pub(crate) fn word(&self) -> &'static str {
        match self {
            Ground::Consent { .. } => "consent",
            Ground::Mandate { .. } | Ground::OwnRight { .. } => "mandate",
            Ground::Listed { .. } | Ground::Statute { .. } => "statute",
        }
    }

    /// Whether a second person must say yes, whatever the notice says of the recipient.
    pub(crate) fn needs_second(&self) -> bool {
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
    ) -> Result<Wait, Fault> {
        access.demand(&[Action::Disclose])?;
        let fault = match lawful(access, disclosure, lang) {
            Ok(()) => return gate::wait(&access.register.notice, disclosure),
            Err(fault) => fault,
        };
        self.note_refusal(access).await?;
        Err(fault)
    }

    /// As [`Engine::judge`], for data of many at once: a second person looks at one at a time.
    ///
    /// # Errors
    /// As [`Engine::judge`]; `RefusedByPromise` for what waits for a second person.
    pub async fn judge_many(
        &self,
        access: &Access,
        disclosure: &Disclosure,
        lang: Lang,
    ) -> Result<(), Fault> {
        match self.judge(access, disclosure, lang).await? {
            Wait::No => Ok(()),
            Wait::Before | Wait::After => {
                self.note_refusal(access).await?;
                Err(gate::one_by_one(&access.register.notice, disclosure, lang))
            }
        }
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
        let wait = self.judge(access, disclosure, lang).await?;
        let shown = disclosure.ground.shown()?;
        let declared = access.register.notice.kind(DISCLOSURE).ok_or_else(not_found)?;
        // Kept from the event that the notice names: the disclosure itself is that event.
        let event = match &declared.keep {
            Some(Keep::For { from, .. }) => from.as_str(),
            _ => "created",
        };
        let mut draft = Draft::new(DISCLOSURE, event, lang).state(wait.state());
        let mut version = None;
        if let Some(record) = about {
            let row = self.row(access, record).await?;
            self.demand_live_consent(access, &row, None).await?;
            self.demand_handing(access, &row, Handing::of(disclosure)).await?;
            version = Some(row.version);
        }
        let about = match (&disclosure.ground, about) {
            (Ground::OwnRight { .. }, _) => EVERYTHING.to_owned(),
            (_, Some(record)) => from_what((record, version), disclosure, declared, wait),
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
            ("requester", disclosure.told.requester.trim()),
            ("matter", disclosure.told.matter.trim()),
            ("urgency", if wait == Wait::After { disclosure.told.urgency.trim() } else { "" }),
        ];
        // A notice may do without keeping what is not needed to tell who received what. What a
        // second person must know is needed.
        let needed = |name: &str| wait != Wait::No && matches!(name, "handler" | "about");
        let told = |(name, value): &(&str, &str)| {
            !value.is_empty() || !["requester", "matter", "urgency"].contains(name)
        };
        for (name, value) in fields.into_iter().filter(told) {
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
        let leave = Leave::at_once(wait, collected.record, disclosure);
        Ok(Disclosed { record: collected.record, leave, due: collected.due })
    }

    pub(crate) async fn disclosure(
        &self,
        access: &Access,
        record: RecordId,
    ) -> Result<Opened, Fault> {
        let opened = self.read(access, record).await?;
        if opened.kind == DISCLOSURE { Ok(opened) } else { Err(not_found()) }
    }
}

/// Who of the staff acts; nobody else discloses by their own hand.
pub(crate) fn actor(access: &Access) -> Option<String> {
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
/// then counts as given whole; what waits must say which fields are handed over, to which class, and of
/// which version somebody spoke.
fn from_what(
    (record, version): (RecordId, Option<i64>),
    disclosure: &Disclosure,
    declared: &Collect,
    wait: Wait,
) -> String {
    let waits = wait != Wait::No;
    let class = waits.then(|| disclosure.recipient.trim().to_owned());
    let version = version.filter(|_| waits);
    let given = Given { record: Some(record), class, version, items: disclosure.fields.clone() };
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
