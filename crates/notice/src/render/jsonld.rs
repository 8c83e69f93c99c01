//! The notice as linked data in the terms of the Data Privacy Vocabulary 2.1 (W3C Community
//! Group), one document for all languages.

use serde_json::{Map, Value, json};

use super::{Meta, supervisor};
use crate::model::{
    Basis, Collect, Keep, Notice, Period, Purpose, Recipient, Source, Text, Transfers,
};
use crate::promises::Promise;

/// JSON-LD: the notice, and one process per kind and purpose.
pub fn jsonld(notice: &Notice, meta: &Meta, promises: &[Promise]) -> Value {
    let address = meta.address(&notice.id);
    let iri = |part: &str| format!("{address}#{part}");
    let processes: Vec<Value> = notice
        .kinds()
        .flat_map(|(_, collect)| {
            notice.purposes.iter().filter_map(move |purpose| {
                let used = |field: &&crate::model::Field| {
                    field.purposes.iter().any(|name| name.value == purpose.name)
                };
                let fields: Vec<_> = collect.fields.iter().filter(used).collect();
                (!fields.is_empty()).then_some((collect, purpose, fields))
            })
        })
        .map(|(collect, purpose, fields)| process(&iri, notice, collect, purpose, &fields))
        .collect();
    let mut root = json!({
        "@context": {
            "dpv": "https://w3id.org/dpv#",
            "eu-gdpr": "https://w3id.org/dpv/legal/eu/gdpr#",
            "legal-eu": "https://w3id.org/dpv/legal/eu#",
            "loc": "https://w3id.org/dpv/loc#",
            "dct": "http://purl.org/dc/terms/",
            "xsd": "http://www.w3.org/2001/XMLSchema#",
            "seloste": "urn:seloste:terms:",
        },
        "@id": address,
        "@type": "dpv:PrivacyNotice",
        "dct:identifier": meta.hash,
        "dct:title": texts(&notice.register),
        "dct:hasVersion": meta.version.to_string(),
        "dct:issued": { "@type": "xsd:dateTime", "@value": meta.published.to_string() },
        "dct:language": notice.languages.iter().map(|lang| lang.tag()).collect::<Vec<_>>(),
        "dpv:hasApplicableLaw": { "@id": "legal-eu:law-GDPR" },
        "dpv:hasDataController": controller(&iri, notice),
        "dpv:hasProcess": processes,
        "dpv:hasRight": notice.rights.iter().filter_map(|right| article(&right.name))
            .map(|id| json!({ "@id": id })).collect::<Vec<_>>(),
        "dpv:hasTechnicalOrganisationalMeasure": measures(notice),
    });
    if let Some(root) = root.as_object_mut() {
        extras(root, &iri, notice, promises);
    }
    root
}

fn extras(
    root: &mut Map<String, Value>,
    iri: &dyn Fn(&str) -> String,
    notice: &Notice,
    promises: &[Promise],
) {
    if let Some(officer) = &notice.officer {
        let mut of = json!({ "@id": iri("officer"), "@type": "dpv:DataProtectionOfficer" });
        contact(&mut of, officer.email.as_ref(), &officer.address);
        root.insert("dpv:hasDataProtectionOfficer".into(), of);
    }
    let recipients: Vec<Value> = notice.recipients.iter().map(|r| recipient(iri, r)).collect();
    if !recipients.is_empty() {
        root.insert("dpv:hasRecipient".into(), recipients.into());
    }
    if let Transfers::Declared(transfers) = &notice.transfers {
        let countries: Vec<Value> =
            transfers.iter().map(|t| json!({ "@id": format!("loc:{}", t.country) })).collect();
        root.insert("dpv:hasThirdCountry".into(), countries.into());
    }
    if let Some(of) = notice.authority.as_ref().and_then(|a| supervisor(&a.code)) {
        root.insert(
            "dpv:hasAuthority".into(),
            json!({ "@type": "dpv:DataProtectionAuthority", "dpv:hasName": texts(&of.name) }),
        );
    }
    let prohibitions: Vec<Value> = notice
        .forbidden
        .iter()
        .map(|forbidden| json!({ "@type": "dpv:Prohibition", "dct:description": texts(&forbidden.text) }))
        .collect();
    if !prohibitions.is_empty() {
        root.insert("dpv:hasProhibition".into(), prohibitions.into());
    }
    let told: Vec<Value> = promises.iter().map(|promise| told(iri, promise)).collect();
    root.insert("seloste:hasPromise".into(), told.into());
}

fn told(iri: &dyn Fn(&str) -> String, promise: &Promise) -> Value {
    let mut of = json!({
        "@id": iri(&promise.id),
        "dct:identifier": promise.id,
        "dct:description": texts(&promise.sentence),
        "seloste:mechanism": promise.mechanism.name(),
    });
    if let (Some(article), Some(of)) = (promise.article, of.as_object_mut()) {
        of.insert("dct:references".into(), article.to_string().into());
    }
    of
}

fn process(
    iri: &dyn Fn(&str) -> String,
    notice: &Notice,
    collect: &Collect,
    purpose: &Purpose,
    fields: &[&crate::model::Field],
) -> Value {
    let data: Vec<Value> = fields
        .iter()
        .map(|field| {
            let necessity = if field.required { "dpv:Required" } else { "dpv:Optional" };
            json!({
                "@id": iri(&format!("{}.{}", collect.kind, field.name)),
                "@type": "dpv:PersonalData",
                "dct:title": texts(&field.label),
                "dct:subject": field.category,
                "dpv:hasNecessity": { "@id": necessity },
            })
        })
        .collect();
    let mut of = json!({
        "@id": iri(&format!("{}.{}", collect.kind, purpose.name)),
        "@type": "dpv:Process",
        "dct:title": texts(&collect.title),
        "dpv:hasPurpose": {
            "@id": iri(&format!("purpose.{}", purpose.name)),
            "@type": "dpv:Purpose",
            "dct:title": texts(&purpose.text),
        },
        "dpv:hasPersonalData": data,
        "dpv:hasDataSubject": { "@type": "dpv:DataSubject" },
    });
    if let Some(of) = of.as_object_mut() {
        if let Some(basis) = purpose.basis {
            of.insert("dpv:hasLegalBasis".into(), json!({ "@id": basis_term(basis) }));
        }
        let source = match collect.source {
            Some(Source::Person) => Some("dpv:DataSubjectDataSource"),
            Some(Source::Staff | Source::System) => Some("dpv:DataControllerDataSource"),
            Some(Source::Other) => Some("dpv:DataSource"),
            None => None,
        };
        if let Some(source) = source {
            of.insert("dpv:hasDataSource".into(), json!({ "@id": source }));
        }
        if let Some(storage) = storage(notice, collect) {
            of.insert("dpv:hasStorageCondition".into(), storage);
        }
    }
    of
}

fn storage(notice: &Notice, collect: &Collect) -> Option<Value> {
    // A part lives as long as the kind that it hangs on.
    let whole = collect.part_of.as_ref().and_then(|of| notice.kind(&of.value));
    let keep = collect.keep.as_ref().or_else(|| whole.and_then(|whole| whole.keep.as_ref()))?;
    Some(match keep {
        Keep::For { period, from } => json!({
            "@type": "dpv:StorageCondition",
            "dpv:hasDuration": {
                "@type": "dpv:TemporalDuration",
                "dct:extent": { "@type": "xsd:duration", "@value": iso(*period) },
                "dct:description": from,
            },
        }),
        Keep::Criterion { text, .. } => json!({
            "@type": "dpv:StorageCondition",
            "dpv:hasDuration": { "@type": "dpv:UntilEventDuration", "dct:description": texts(text) },
        }),
    })
}

fn controller(iri: &dyn Fn(&str) -> String, notice: &Notice) -> Value {
    let c = &notice.controller;
    let mut of = json!({
        "@id": iri("controller"),
        "@type": "dpv:DataController",
        "dpv:hasName": c.name,
    });
    if let (Some(id), Some(of)) = (&c.business_id, of.as_object_mut()) {
        of.insert("dpv:hasIdentifier".into(), id.clone().into());
    }
    contact(&mut of, c.email.as_ref(), &c.address);
    of
}

fn contact(of: &mut Value, email: Option<&String>, address: &Text) {
    let Some(of) = of.as_object_mut() else { return };
    if let Some(email) = email {
        of.insert("dpv:hasContact".into(), email.clone().into());
    }
    if !address.is_empty() {
        of.insert("dpv:hasAddress".into(), texts(address).into());
    }
}

fn recipient(iri: &dyn Fn(&str) -> String, recipient: &Recipient) -> Value {
    let class = match recipient.role.as_str() {
        "processor" => "dpv:DataProcessor",
        "joint-controller" => "dpv:JointDataControllers",
        _ => "dpv:Recipient",
    };
    let mut of = json!({
        "@type": class,
        "dpv:hasName": recipient.name,
        "dct:description": texts(&recipient.text),
        "dpv:hasPurpose": recipient.purposes.iter()
            .map(|name| json!({ "@id": iri(&format!("purpose.{}", name.value)) })).collect::<Vec<_>>(),
    });
    if let (Some(country), Some(of)) = (&recipient.country, of.as_object_mut()) {
        of.insert("dpv:hasLocation".into(), json!({ "@id": format!("loc:{country}") }));
    }
    of
}

fn measures(notice: &Notice) -> Vec<Value> {
    let known = notice.measures.iter().filter_map(|measure| {
        Some(match measure.name.as_str() {
            "encrypted-at-rest" => "dpv:EncryptionAtRest",
            "encrypted-in-transit" => "dpv:EncryptionInTransfer",
            "access-log" => "dpv:LoggingPolicy",
            "no-address-stored" => "dpv:Anonymisation",
            "hardened" => "dpv:SecurityMethod",
            "two-factor" => "dpv:AuthenticationProtocols",
            "purpose-bound-access" => "dpv:EnforceAccessControl",
            _ => return None,
        })
    });
    let roles = (!notice.roles.is_empty()).then_some("dpv:AccessControlMethod");
    known
        .chain(roles)
        .map(|id| json!({ "@id": id }))
        .chain(notice.attestations.iter().map(
            |a| json!({ "@type": "dpv:OrganisationalMeasure", "dct:description": texts(&a.text) }),
        ))
        .collect()
}

/// The law's letter for a basis.
pub(super) const fn letter(basis: Basis) -> char {
    match basis {
        Basis::Consent => 'a',
        Basis::Contract => 'b',
        Basis::LegalObligation => 'c',
        Basis::VitalInterests => 'd',
        Basis::PublicTask => 'e',
        Basis::LegitimateInterests => 'f',
    }
}

fn basis_term(basis: Basis) -> String {
    format!("eu-gdpr:A6-1-{}", letter(basis))
}

fn article(right: &str) -> Option<&'static str> {
    Some(match right {
        "access" => "eu-gdpr:A15",
        "rectification" => "eu-gdpr:A16",
        "erasure" => "eu-gdpr:A17",
        "restriction" => "eu-gdpr:A18",
        "portability" => "eu-gdpr:A20",
        "objection" => "eu-gdpr:A21",
        "no-automated-decision" => "eu-gdpr:A22",
        "withdraw-consent" => "eu-gdpr:A7-3",
        "complaint" => "eu-gdpr:A77",
        _ => return None,
    })
}

fn texts(text: &Text) -> Vec<Value> {
    text.iter().map(|(lang, text)| json!({ "@language": lang.tag(), "@value": text })).collect()
}

/// ISO 8601 duration.
pub(super) fn iso(period: Period) -> String {
    let unit = |n: i32, unit: &str| if n == 0 { String::new() } else { format!("{n}{unit}") };
    let date = [unit(period.years, "Y"), unit(period.months, "M"), unit(period.days, "D")].concat();
    let time = [unit(period.hours, "H"), unit(period.minutes, "M")].concat();
    match (date.is_empty(), time.is_empty()) {
        (true, true) => "PT0M".into(),
        (_, true) => format!("P{date}"),
        (_, false) => format!("P{date}T{time}"),
    }
}
