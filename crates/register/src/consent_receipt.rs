//! Receipts of consents: what a person takes along to show, later and without us, what they said
//! yes to (Art. 7(1); the fields follow ISO/IEC TS 27560). A receipt is signed with the ledger's
//! key and names nobody: only a reference leads from it to the consent, and only here.
//!
//! The reference is a keyed hash of the record and the purpose. While the consent stands, it is
//! among the lookups; when it ends, a tombstone says when and why.

use std::collections::BTreeMap;

use aws_lc_rs::digest::{SHA256, digest};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use seloste_kernel::{Fault, Lang, PersonId, RecordId, Timestamp};
use seloste_notice::model::{Notice, Text};
use seloste_store::Tx;
use seloste_store::ledger::PublicKey;
use seloste_store::tables::{commands, lookups, records};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::engine::{hex, lookup_name};
use crate::execute::TOMBSTONE_LIFE_MS;
use crate::people::Tombstone;
use crate::read::CONSENTS;
use crate::rebuild::unhex;
use crate::{Consent, Engine, Register, Why};

/// What is signed begins so: a receipt is never taken for anything else that the key signs.
const DOMAIN: &str = "seloste consent receipt 1\n";

/// What a receipt says. Everything but the reference is the same for everybody who said yes to
/// the same sentence at the same moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConsentReceipt {
    /// Which consent: a keyed hash, in hexadecimal.
    pub reference: String,
    /// To whom it was given.
    pub controller: String,
    /// The notice's short name.
    pub notice: String,
    /// The version of the notice that asked.
    pub notice_version: i64,
    /// SHA-256 of that version's text.
    pub notice_sha256: String,
    /// The purpose's short name.
    pub purpose: String,
    /// The purpose, in words.
    pub purpose_text: String,
    /// The declared fields that the purpose uses, in words.
    pub data: Vec<String>,
    /// Always `consent` (Art. 6(1)(a)).
    pub legal_basis: String,
    /// The sentence that was agreed to, as it was shown.
    pub sentence: String,
    /// SHA-256 of the sentence.
    pub sentence_sha256: String,
    /// In which language it was asked.
    pub language: Lang,
    /// When it was given.
    pub given: Timestamp,
    /// When it was withdrawn, if it was by the time of this receipt.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withdrawn: Option<Timestamp>,
    /// The day of it, where the moment is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withdrawn_on: Option<Date>,
    /// Where it can be withdrawn.
    pub withdraw_at: String,
    /// Where anybody can ask whether it still stands.
    pub check_at: String,
}

/// A receipt with its signature, as a file.
#[derive(Serialize, Deserialize)]
struct Signed {
    receipt: Value,
    key: String,
    signature: String,
}

/// How it is with a consent now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ConsentState {
    /// It stands.
    Stands,
    /// It has ended: withdrawn, or its record is gone.
    Ended(Tombstone),
    /// None is known by this reference: it ended so long ago that even that is forgotten.
    Unknown,
}

/// A consent and where it lies.
#[derive(Debug, Clone, Copy)]
pub struct Given<'a> {
    /// With which record.
    pub record: RecordId,
    /// The record's kind.
    pub kind: &'a str,
    /// When the record came, and the consent with it.
    pub at: Timestamp,
    /// The consent.
    pub consent: &'a Consent,
}

impl ConsentReceipt {
    /// Reads a receipt; `None` unless the holder of this key has signed it as it stands.
    pub fn check(text: &str, key: &PublicKey) -> Option<Self> {
        let signed: Signed = serde_json::from_str(text).ok()?;
        let signature = unhex_all(&signed.signature)?;
        key.has_signed(message(&signed.receipt).as_bytes(), &signature).then_some(())?;
        let receipt: Self = serde_json::from_value(signed.receipt).ok()?;
        (sha256(&receipt.sentence) == receipt.sentence_sha256).then_some(receipt)
    }
}

impl Engine {
    /// The signed receipt of a consent, as a file of JSON; `base` is the installation's address.
    ///
    /// # Errors
    /// When the version that asked was never published; when the store or the key fails.
    pub async fn consent_receipt(
        &self,
        register: &Register,
        given: Given<'_>,
        base: &str,
    ) -> Result<String, Fault> {
        let id = &register.notice.id;
        let asked = self.published(id, given.consent.notice_version).await?;
        let asked =
            asked.ok_or_else(|| Fault::internal("a consent to what was never published"))?;
        let reference = self.consent_reference(id, given.record, &given.consent.purpose);
        let receipt = said(&asked, given, &reference, base);
        if given.consent.withdrawn_ms.is_none() {
            self.note_reference(&asked, given.record, reference).await?;
        }
        let receipt = serde_json::to_value(receipt).map_err(Fault::internal)?;
        let signer = self.signer();
        let signature = hex(&signer.sign(message(&receipt).as_bytes())?);
        let signed = Signed { receipt, key: self.ledger_key().to_string(), signature };
        serde_json::to_string_pretty(&signed).map(|text| text + "\n").map_err(Fault::internal)
    }

    /// How it is with the consent of this reference now.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn consent_state(
        &self,
        register: &str,
        reference: &str,
    ) -> Result<ConsentState, Fault> {
        let Some(reference) = unhex(reference) else { return Ok(ConsentState::Unknown) };
        let register = self.register(register)?;
        let name = lookup_name(&register, CONSENTS);
        let field = name.clone();
        let (found, ended) = self
            .store
            .read(move |tx| {
                Ok((lookups::find(tx, &field, reference)?, commands::find(tx, reference)?))
            })
            .await?;
        if let Some(bytes) = ended {
            let tombstone = serde_json::from_slice(&bytes).map_err(Fault::internal)?;
            return Ok(ConsentState::Ended(tombstone));
        }
        let standing = self.genuine(&name, reference, found).await?;
        let Some((person, record)) = standing.into_iter().next() else {
            return Ok(ConsentState::Unknown);
        };
        // Past its last day nobody uses the record any more, swept or not.
        let now = self.now().as_millisecond();
        let row = self.store.read(move |tx| records::get(tx, person, record)).await?;
        match row.and_then(|row| row.due_ms).filter(|due| *due <= now) {
            Some(at_ms) => Ok(ConsentState::Ended(Tombstone::of(at_ms, Why::Due))),
            None => Ok(ConsentState::Stands),
        }
    }

    /// The reference of a consent.
    pub(crate) fn consent_reference(
        &self,
        register: &str,
        record: RecordId,
        purpose: &str,
    ) -> [u8; 16] {
        let of = [record.as_bytes().as_slice(), purpose.as_bytes()].concat();
        self.keyring.index_key().digest(register, "consent receipt", &of)
    }

    /// The lookups that lead from the references of these consents to their record.
    pub(crate) fn references(
        &self,
        register: &Register,
        record: RecordId,
        consents: &[Consent],
    ) -> Vec<(String, [u8; 16])> {
        let name = lookup_name(register, CONSENTS);
        let id = &register.notice.id;
        let lookup = |consent: &Consent| {
            (name.clone(), self.consent_reference(id, record, &consent.purpose))
        };
        consents.iter().map(lookup).collect()
    }

    /// A receipt is given out only for what is found again, also where the record is older than
    /// the receipts.
    async fn note_reference(
        &self,
        register: &Register,
        record: RecordId,
        reference: [u8; 16],
    ) -> Result<(), Fault> {
        let field = lookup_name(register, CONSENTS);
        self.store
            .write(move |tx| {
                let Some(row) = records::find(tx, record)? else { return Ok(()) };
                if lookups::find(tx, &field, reference)?.is_empty() {
                    lookups::put(tx, &field, reference, row.person, row.id)?;
                }
                Ok(())
            })
            .await
    }
}

/// Leaves only these among the references of a record's consents, and notes of the others, for
/// whoever holds their receipts, that they have ended.
pub(crate) fn keep_only(
    tx: &mut Tx,
    (field, person, record): (&str, PersonId, RecordId),
    standing: &[(String, [u8; 16])],
    tombstone: &Tombstone,
) -> Result<(), Fault> {
    let stands = |of: &[u8; 16]| standing.iter().any(|(_, standing)| standing == of);
    let bytes = serde_json::to_vec(tombstone).map_err(Fault::internal)?;
    let expires = tombstone.at_ms + TOMBSTONE_LIFE_MS;
    for (name, reference) in lookups::of_record(tx, person, record)? {
        if name == field && !stands(&reference) {
            commands::once(tx, reference, None, &bytes, expires)?;
        }
    }
    lookups::delete_field(tx, field, person, record)?;
    standing.iter().try_for_each(|(_, of)| lookups::put(tx, field, *of, person, record))
}

/// The sentence that a purpose asks consent with, in one language.
pub(crate) fn sentence(notice: &Notice, purpose: &str, lang: Lang) -> String {
    notice.purpose(purpose).map_or_else(String::new, |known| text(&known.consent, lang))
}

/// SHA-256 of a text, in hexadecimal.
pub(crate) fn sha256(text: &str) -> String {
    hex(digest(&SHA256, text.as_bytes()).as_ref())
}

fn said(asked: &Register, given: Given<'_>, reference: &[u8; 16], base: &str) -> ConsentReceipt {
    let (notice, consent) = (&asked.notice, given.consent);
    let lang = consent.lang;
    let purpose = notice.purpose(&consent.purpose);
    let fields = notice.kind(given.kind).map(|kind| kind.fields.as_slice()).unwrap_or_default();
    let uses = |named: &[_]| {
        named.iter().any(|named: &seloste_notice::model::Named| named.value == consent.purpose)
    };
    let data = fields.iter().filter(|field| uses(&field.purposes));
    let sentence = sentence(notice, &consent.purpose, lang);
    let ended = consent.withdrawn_ms.and_then(|ms| Timestamp::from_millisecond(ms).ok());
    ConsentReceipt {
        reference: hex(reference),
        controller: notice.controller.name.clone(),
        notice: notice.id.clone(),
        notice_version: consent.notice_version,
        notice_sha256: hex(&asked.hash),
        purpose: consent.purpose.clone(),
        purpose_text: purpose.map_or_else(String::new, |known| text(&known.text, lang)),
        data: data.map(|field| text(&field.label, lang)).collect(),
        legal_basis: "consent".to_owned(),
        sentence_sha256: sha256(&sentence),
        sentence,
        language: lang,
        given: given.at,
        withdrawn: ended.filter(|_| !consent.by_day),
        withdrawn_on: ended.filter(|_| consent.by_day).map(|at| at.to_zoned(TimeZone::UTC).date()),
        withdraw_at: format!("{base}/oma"),
        check_at: format!("{base}/todiste"),
    }
}

fn text(text: &Text, lang: Lang) -> String {
    text.get(&lang).or_else(|| text.values().next()).cloned().unwrap_or_default()
}

/// What is signed: the receipt in the canonical form of RFC 8785 (it holds texts, lists of texts
/// and whole numbers only), after a word that says what it is.
fn message(receipt: &Value) -> String {
    format!("{DOMAIN}{}", sorted(receipt))
}

fn sorted(value: &Value) -> Value {
    match value {
        Value::Object(members) => {
            let members: BTreeMap<&String, Value> =
                members.iter().map(|(name, value)| (name, sorted(value))).collect();
            members.into_iter().map(|(name, value)| (name.clone(), value)).collect()
        }
        Value::Array(items) => items.iter().map(sorted).collect(),
        other => other.clone(),
    }
}

fn unhex_all(text: &str) -> Option<Vec<u8>> {
    let pairs = text.as_bytes().chunks(2).map(|pair| std::str::from_utf8(pair).ok());
    let byte =
        |pair: Option<&str>| u8::from_str_radix(pair.filter(|pair| pair.len() == 2)?, 16).ok();
    pairs.map(byte).collect()
}
