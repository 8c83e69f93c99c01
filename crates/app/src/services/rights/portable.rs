//! Data to take along (Art. 20): what the person gave, or what was observed of them, and of that only
//! what rests on their consent or on a contract. In a form that another Seloste takes in.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use seloste_kernel::{Exit, Fault, Lang, PersonId, RecordId, Timestamp};
use seloste_notice::model::{Basis, Field, Notice, Source};
use seloste_register::{Access, Consent, Kinds, Opened, Register};
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::json;

use crate::app::App;
use crate::output::hex;
use crate::sentences::text;

/// The form of such files.
pub const FORMAT: &str = "seloste-portability/1";

/// Records read at a time.
const RECORDS: usize = 100;

/// A file of data to take along.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct File {
    /// See [`FORMAT`].
    pub format: String,
    /// The records, oldest first.
    pub records: Vec<Portable>,
}

/// One record. What is left out is left out because it is not the person's to take: who answered,
/// numbers and states of the organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Portable {
    /// Its kind, as the notice names it.
    pub kind: String,
    /// When it was given.
    pub created: Timestamp,
    /// The place in the file, from 0, of the record on which it hangs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part_of: Option<usize>,
    /// Its fields, as the notice names them, each once.
    #[serde(deserialize_with = "each_once")]
    pub fields: BTreeMap<String, String>,
    /// What was said yes to.
    #[serde(default)]
    pub consents: Vec<Agreed>,
}

/// Refuses a name that is there twice: of two values nobody knows which is meant.
fn each_once<'de, D: Deserializer<'de>>(from: D) -> Result<BTreeMap<String, String>, D::Error> {
    struct Names;
    impl<'de> Visitor<'de> for Names {
        type Value = BTreeMap<String, String>;

        fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
            to.write_str("fields with their values")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            let mut fields = BTreeMap::new();
            while let Some((name, value)) = map.next_entry()? {
                if fields.insert(name, value).is_some() {
                    return Err(A::Error::custom("a field is there twice"));
                }
            }
            Ok(fields)
        }
    }
    from.deserialize_map(Names)
}

/// A consent, word for word.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Agreed {
    /// To which purpose.
    pub purpose: String,
    /// In which language.
    pub language: Lang,
    /// The sentence.
    pub sentence: String,
}

/// A file in the making, a piece at a time.
pub struct Pieces<'a> {
    app: &'a App,
    access: &'a Access,
    person: PersonId,
    register: Arc<Register>,
    after: Option<RecordId>,
    /// Where those records stand on which others may hang, and what was said yes to with them.
    places: BTreeMap<RecordId, (usize, Vec<Consent>)>,
    count: usize,
    state: State,
}

#[derive(PartialEq)]
enum State {
    Head,
    Records,
    Ended,
}

impl<'a> Pieces<'a> {
    /// Begins the file of a person.
    ///
    /// # Errors
    /// `NotFound` before the first publishing.
    pub fn of(app: &'a App, access: &'a Access, person: PersonId) -> Result<Self, Fault> {
        let (register, places) = (app.register()?, BTreeMap::new());
        Ok(Self {
            app,
            access,
            person,
            register,
            after: None,
            places,
            count: 0,
            state: State::Head,
        })
    }

    /// The next piece; `None` at the end.
    ///
    /// # Errors
    /// As [`seloste_register::Engine::some_of`].
    pub async fn next(&mut self) -> Result<Option<Vec<u8>>, Fault> {
        match self.state {
            State::Head => {
                self.state = State::Records;
                let Register { notice, version, hash, .. } = &*self.register;
                let head = json!({
                    "format": FORMAT, "made": self.app.engine.now().to_string(),
                    "controller": notice.controller.name,
                    "notice": { "id": notice.id, "version": version, "sha256": hex(hash) },
                });
                let mut head = serde_json::to_string(&head).map_err(Fault::internal)?;
                head.pop();
                Ok(Some(format!("{head},\n\"records\":[").into_bytes()))
            }
            State::Records => self.records().await.map(Some),
            State::Ended => Ok(None),
        }
    }

    async fn records(&mut self) -> Result<Vec<u8>, Fault> {
        let engine = &self.app.engine;
        let (records, next) =
            engine.some_of(self.access, self.person, &Kinds::All, self.after, RECORDS).await?;
        let mut piece = Vec::new();
        for record in &records {
            let Some(portable) = self.portable(record).await? else { continue };
            let holds_others = |notice: &Notice| {
                notice.kinds().any(|(_, kind)| {
                    kind.part_of.as_ref().is_some_and(|whole| whole.value == record.kind)
                })
            };
            if holds_others(&self.register.notice) {
                self.places.insert(record.id, (self.count, record.consents.clone()));
            }
            piece.extend_from_slice(if self.count == 0 { b"\n" } else { b",\n" });
            serde_json::to_writer(&mut piece, &portable).map_err(Fault::internal)?;
            self.count += 1;
        }
        self.after = next;
        if next.is_none() {
            self.state = State::Ended;
            piece.extend_from_slice(b"]}\n");
        }
        Ok(piece)
    }

    async fn portable(&self, record: &Opened) -> Result<Option<Portable>, Fault> {
        let notice = &self.register.notice;
        let Some(kind) = notice.kind(&record.kind) else { return Ok(None) };
        if !matches!(kind.source, Some(Source::Person | Source::System)) {
            return Ok(None);
        }
        let whole = record.thread.and_then(|whole| self.places.get(&whole));
        // What hangs on another record and was asked no consent of its own rests on those that were
        // given with that one.
        let asked = !record.consents.is_empty() || !record.withdrawn.is_empty();
        let whole_s = whole.filter(|_| !asked).map(|(_, consents)| consents);
        let given = whole_s.unwrap_or(&record.consents);
        let mut fields = BTreeMap::new();
        for field in &kind.fields {
            let theirs = field.purposes.iter().any(|named| is_theirs(notice, given, &named.value));
            if theirs && record.fields.contains_key(&field.name) {
                fields
                    .insert(field.name.clone(), record.text(&field.name, Exit::Export).to_owned());
            }
        }
        if fields.is_empty() {
            return Ok(None);
        }
        let mut consents = Vec::new();
        for consent in &record.consents {
            consents.extend(self.agreed(consent).await?);
        }
        Ok(Some(Portable {
            kind: record.kind.clone(),
            created: record.created,
            part_of: whole.map(|(place, _)| *place),
            fields,
            consents,
        }))
    }

    /// A consent with the sentence of the notice under which it was given.
    async fn agreed(&self, consent: &Consent) -> Result<Option<Agreed>, Fault> {
        let id = &self.register.notice.id;
        let asked = self.app.engine.published(id, consent.notice_version).await?;
        Ok(asked.and_then(|asked| {
            let purpose = asked.notice.purpose(&consent.purpose)?;
            let sentence = text(&purpose.consent, consent.lang);
            Some(Agreed { purpose: consent.purpose.clone(), language: consent.lang, sentence })
        }))
    }
}

/// Whether a field can ever be the person's to take along: it serves a contract or a consent.
pub fn may_be_theirs(notice: &Notice, field: &Field) -> bool {
    let basis = |name: &str| notice.purpose(name).and_then(|known| known.basis);
    let theirs = [Some(Basis::Contract), Some(Basis::Consent)];
    field.purposes.iter().any(|named| theirs.contains(&basis(&named.value)))
}

/// Whether what serves this purpose is the person's to take along: it rests on a contract, or on a
/// consent that they gave (Art. 20(1)(a)).
fn is_theirs(notice: &Notice, consents: &[Consent], purpose: &str) -> bool {
    match notice.purpose(purpose).and_then(|known| known.basis) {
        Some(Basis::Contract) => true,
        Some(Basis::Consent) => consents.iter().any(|consent| consent.purpose == purpose),
        _ => false,
    }
}
