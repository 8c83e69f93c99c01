//! The notice in the Transparency Information Language (TILT 2.0), one document per language.

use seloste_kernel::Lang;
use serde_json::{Value, json};

use super::jsonld::{iso, letter};
use super::{Meta, path, supervisor};
use crate::model::{Basis, Collect, Field, Keep, Notice, Source, Transfers};
use crate::promises::basis_key;
use crate::promises::phrase::{self, say, text};

/// TILT JSON with every property that its schema requires; `_hash` is the version hash.
pub fn tilt(notice: &Notice, meta: &Meta, lang: Lang) -> Value {
    let t = Tilt { notice, meta, lang };
    json!({
        "meta": t.meta(),
        "controller": t.controller(),
        "dataProtectionOfficer": t.officer(),
        "dataDisclosed": t.data(),
        "thirdCountryTransfers": t.transfers(),
        "accessAndDataPortability": {
            "available": t.offers("access") || t.offers("portability"),
            "description": t.right("access"),
            "url": t.page("/oma"),
            "administrativeFee": { "amount": 0, "currency": "EUR" },
            "dataFormats": ["json", "csv", "html"],
        },
        "sources": t.sources(),
        "rightToInformation": t.desk(&["access"]),
        "rightToRectificationOrDeletion": t.desk(&["rectification", "erasure"]),
        "rightToDataPortability": t.desk(&["portability"]),
        "rightToWithdrawConsent": t.desk(&["withdraw-consent"]),
        "rightToComplain": t.complaint(),
        "automatedDecisionMaking": t.decisions(),
        "changesOfPurpose": [],
    })
}

struct Tilt<'a> {
    notice: &'a Notice,
    meta: &'a Meta,
    lang: Lang,
}

impl Tilt<'_> {
    fn page(&self, page: &str) -> String {
        format!("{}{}", self.meta.base.as_deref().unwrap_or_default(), path(self.lang, page))
    }

    fn meta(&self) -> Value {
        let published = self.meta.published.to_string();
        json!({
            "_id": self.meta.address(&self.notice.id),
            "name": text(&self.notice.register, self.lang),
            "created": published,
            "modified": published,
            "version": self.meta.version,
            "language": self.lang.tag(),
            "status": "active",
            "url": self.page(&format!("/tietosuoja/{}", self.notice.id)),
            "_hash": self.meta.hash,
        })
    }

    fn controller(&self) -> Value {
        let c = &self.notice.controller;
        let mut representative =
            json!({ "name": c.name, "email": c.email.as_deref().unwrap_or_default() });
        put(&mut representative, "phone", c.phone.as_deref());
        json!({
            "name": c.name,
            "address": text(&c.address, self.lang),
            "country": "FI",
            "representative": representative,
        })
    }

    /// The schema demands an officer; where none is named, the document says so and gives the
    /// controller's own address.
    fn officer(&self) -> Value {
        let c = &self.notice.controller;
        let officer = self.notice.officer.as_ref();
        let title = officer.map(|officer| text(&officer.title, self.lang)).unwrap_or_default();
        let name = match (officer, title.is_empty()) {
            (None, _) => say(self.lang, "officer-none", &[]),
            (Some(_), true) => say(self.lang, "term-officer", &[]),
            (Some(_), false) => title.to_owned(),
        };
        let email = officer.and_then(|officer| officer.email.as_deref()).or(c.email.as_deref());
        let own = officer.map(|officer| &officer.address).filter(|address| !address.is_empty());
        let mut of = json!({
            "name": name,
            "address": text(own.unwrap_or(&c.address), self.lang),
            "country": "FI",
            "email": email.unwrap_or_default(),
        });
        put(&mut of, "phone", officer.and_then(|officer| officer.phone.as_deref()));
        of
    }

    fn data(&self) -> Vec<Value> {
        let kinds = self.notice.kinds();
        kinds.flat_map(|(_, c)| c.fields.iter().map(move |f| self.field(c, f))).collect()
    }

    fn field(&self, collect: &Collect, field: &Field) -> Value {
        let purposes: Vec<_> =
            field.purposes.iter().filter_map(|name| self.notice.purpose(&name.value)).collect();
        let bases = || purposes.iter().filter_map(|purpose| purpose.basis);
        let interest = purposes.iter().find(|p| p.basis == Some(Basis::LegitimateInterests));
        let law = bases().any(|basis| basis == Basis::LegalObligation);
        let contract = bases().any(|basis| basis == Basis::Contract);
        json!({
            "_id": format!("{}.{}", collect.kind, field.name),
            "category": text(&field.label, self.lang),
            "purposes": purposes.iter().map(|purpose| json!({
                "purpose": purpose.name,
                "description": text(&purpose.text, self.lang),
            })).collect::<Vec<_>>(),
            "legalBases": bases().map(|basis| json!({
                "reference": format!("GDPR-6-1-{}", letter(basis)),
                "description": say(self.lang, basis_key(Some(basis)), &[]),
            })).collect::<Vec<_>>(),
            "legitimateInterests": [{
                "exists": interest.is_some(),
                "reasoning": interest.map(|p| text(&p.interest, self.lang)).unwrap_or_default(),
            }],
            "recipients": self.recipients(field),
            "storage": [self.storage(collect)],
            "nonDisclosure": {
                "legalRequirement": field.required && law,
                "contractualRegulation": field.required && contract,
                "obligationToProvide": field.required,
                "consequences": text(&field.consequence, self.lang),
            },
        })
    }

    fn recipients(&self, field: &Field) -> Vec<Value> {
        let shares = |names: &[crate::model::Named]| {
            names.iter().any(|name| field.purposes.iter().any(|own| own.value == name.value))
        };
        self.notice
            .recipients
            .iter()
            .filter(|recipient| shares(&recipient.purposes))
            .map(|recipient| {
                let role = phrase::known(self.lang, &format!("role-{}", recipient.role));
                let category = role.unwrap_or_else(|| recipient.role.clone());
                let mut of = json!({ "name": recipient.called(self.lang), "category": category });
                put(&mut of, "country", recipient.country.as_deref());
                of
            })
            .collect()
    }

    fn storage(&self, collect: &Collect) -> Value {
        let whole = collect.part_of.as_ref().and_then(|of| self.notice.kind(&of.value));
        let keep = collect.keep.as_ref().or_else(|| whole.and_then(|whole| whole.keep.as_ref()));
        match keep {
            Some(Keep::For { period, from }) => json!({
                "temporal": [{ "description": from, "ttl": iso(*period) }],
                "aggregationFunction": "max",
            }),
            Some(Keep::Criterion { text: criterion, .. }) => json!({
                "purposeConditional": [text(criterion, self.lang)],
                "aggregationFunction": "max",
            }),
            None => json!({ "aggregationFunction": "max" }),
        }
    }

    fn transfers(&self) -> Vec<Value> {
        let Transfers::Declared(transfers) = &self.notice.transfers else { return vec![] };
        transfers
            .iter()
            .map(|transfer| {
                let is = |mechanism: &str| json!({ "available": transfer.mechanism == mechanism });
                json!({
                    "country": transfer.country,
                    "adequacyDecision": is("adequacy"),
                    "appropriateGuarantees": is("binding-rules"),
                    "standardDataProtectionClause": is("standard-clauses"),
                })
            })
            .collect()
    }

    fn sources(&self) -> Vec<Value> {
        self.notice
            .kinds()
            .filter_map(|(_, collect)| {
                let key = match collect.source? {
                    Source::Person => "tilt-source-person",
                    Source::Staff => "tilt-source-staff",
                    Source::System => "tilt-source-system",
                    Source::Other => "tilt-source-other",
                };
                Some(json!({
                    "_id": collect.kind,
                    "dataCategory": text(&collect.title, self.lang),
                    "sources": [{
                        "description": say(self.lang, key, &[]),
                        "url": "",
                        "publiclyAvailable": false,
                    }],
                }))
            })
            .collect()
    }

    fn offers(&self, right: &str) -> bool {
        self.notice.rights.iter().any(|of| of.name == right)
    }

    fn right(&self, right: &str) -> String {
        if self.offers(right) {
            say(self.lang, &format!("right-{right}"), &[])
        } else {
            String::new()
        }
    }

    fn desk(&self, rights: &[&str]) -> Value {
        let said: Vec<String> =
            rights.iter().map(|right| self.right(right)).filter(|said| !said.is_empty()).collect();
        let mut of = json!({
            "available": !said.is_empty(),
            "description": said.join(" "),
            "url": self.page("/pyynto"),
        });
        put(&mut of, "email", self.notice.controller.email.as_deref());
        of
    }

    fn complaint(&self) -> Value {
        let mut of = json!({
            "available": self.notice.authority.is_some(),
            "description": say(self.lang, "right-complaint", &[]),
        });
        let known =
            self.notice.authority.as_ref().and_then(|authority| supervisor(&authority.code));
        if let (Some(known), Some(of)) = (known, of.as_object_mut()) {
            of.insert("url".into(), text(&known.site, self.lang).into());
            let authority = json!({
                "name": text(&known.name, self.lang),
                "address": text(&known.postal, self.lang),
                "country": known.country,
                "email": known.email,
                "phone": known.phone_international,
            });
            of.insert("supervisoryAuthority".into(), authority);
        }
        of
    }

    fn decisions(&self) -> Value {
        let decisions = self.notice.automated_decisions.as_deref().unwrap_or_default();
        let logic: Vec<&str> = decisions.iter().map(|d| text(&d.text, self.lang)).collect();
        json!({
            "inUse": !decisions.is_empty(),
            "logicInvolved": logic.join(" "),
            "scopeAndIntendedEffects": logic.join(" "),
        })
    }
}

fn put(of: &mut Value, key: &str, value: Option<&str>) {
    if let (Some(of), Some(value)) = (of.as_object_mut(), value) {
        of.insert(key.into(), value.into());
    }
}
