//! The notice in force, for programs.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::extract::State;
use seloste_kernel::Timestamp;
use seloste_notice::model::{Collect, Field, FieldType, Keep, Notice, Period, Text};
use seloste_register::Register;
use seloste_web::Answer;
use serde::Serialize;
use utoipa::ToSchema;

use crate::app::App;

/// The notice in force.
#[derive(Serialize, ToSchema)]
pub struct InForce {
    /// The register's short name.
    id: String,
    /// The number of this version, from 1.
    version: i64,
    /// SHA-256 of its text, in hexadecimal.
    hash: String,
    /// When it was published.
    #[schema(value_type = String, format = DateTime)]
    published: Timestamp,
    /// The register's name by language.
    name: BTreeMap<&'static str, String>,
    /// The controller's name.
    controller: String,
    /// What data are used for.
    purposes: Vec<Purpose>,
    /// What is collected.
    kinds: Vec<Kind>,
}

/// A purpose with its legal basis.
#[derive(Serialize, ToSchema)]
pub struct Purpose {
    /// Its short name, as in `consents`.
    name: String,
    /// Whether it needs a consent (Art. 6(1)(a)).
    needs_consent: bool,
    /// What it is, by language.
    text: BTreeMap<&'static str, String>,
    /// What is consented to, by language; empty unless a consent is needed.
    consent: BTreeMap<&'static str, String>,
}

/// A kind of record.
#[derive(Serialize, ToSchema)]
pub struct Kind {
    /// Its short name.
    name: String,
    /// The service that collects it.
    service: String,
    /// What it is, by language.
    title: BTreeMap<&'static str, String>,
    /// How long it is kept.
    keep: Option<Keeping>,
    /// The kind that it hangs on and ends with.
    part_of: Option<String>,
    /// Its fields: a closed list.
    fields: Vec<Declared>,
}

/// How long a kind is kept: a period from an event, in calendar arithmetic of Europe/Helsinki.
#[derive(Serialize, ToSchema)]
pub struct Keeping {
    /// ISO 8601 duration; the time to the next review when the end is a criterion.
    period: String,
    /// The event; absent when the end is a criterion.
    from: Option<String>,
}

/// A field.
#[derive(Serialize, ToSchema)]
pub struct Declared {
    /// Its name.
    name: String,
    /// Its label, by language.
    label: BTreeMap<&'static str, String>,
    /// How it is asked: `line`, `text`, `email`, `choice` …
    #[serde(rename = "type")]
    ty: &'static str,
    /// The values that may be chosen; empty unless the type is `choice`.
    choices: Vec<String>,
    /// Whether it must be given.
    required: bool,
    /// Longest value, in characters.
    max_chars: u32,
    /// What it is used for.
    purposes: Vec<String>,
}

/// The notice in force: purposes, kinds and fields, its version and hash.
#[utoipa::path(
    get,
    path = "/api/v1/notice",
    operation_id = "showNotice",
    tag = "notice",
    responses((status = 200, description = "The version in force.", body = InForce)),
)]
pub async fn in_force(State(app): State<Arc<App>>) -> Answer {
    Ok(super::json(InForce::from(&*app.register()?)))
}

impl From<&Register> for InForce {
    fn from(register: &Register) -> Self {
        let notice = &register.notice;
        Self {
            id: notice.id.clone(),
            version: register.version,
            hash: register.hash.iter().map(|byte| format!("{byte:02x}")).collect(),
            published: register.published,
            name: texts(&notice.register),
            controller: notice.controller.name.clone(),
            purposes: purposes(notice),
            kinds: kinds(notice),
        }
    }
}

fn purposes(notice: &Notice) -> Vec<Purpose> {
    let purposes = notice.purposes.iter().map(|purpose| Purpose {
        name: purpose.name.clone(),
        needs_consent: purpose.by_consent(),
        text: texts(&purpose.text),
        consent: texts(&purpose.consent),
    });
    purposes.collect()
}

fn kinds(notice: &Notice) -> Vec<Kind> {
    let kind = |service: &str, collect: &Collect| Kind {
        name: collect.kind.clone(),
        service: service.to_owned(),
        title: texts(&collect.title),
        keep: collect.keep.as_ref().map(kept),
        part_of: collect.part_of.as_ref().map(|whole| whole.value.clone()),
        fields: collect.fields.iter().map(declared).collect(),
    };
    let services = notice.services.iter();
    services
        .flat_map(|service| service.collects.iter().map(|collect| kind(&service.name, collect)))
        .collect()
}

fn kept(keep: &Keep) -> Keeping {
    let (period, from) = match keep {
        Keep::For { period, from } => (period, Some(from.clone())),
        Keep::Criterion { review, .. } => (review, None),
    };
    Keeping { period: iso(*period), from }
}

/// An ISO 8601 duration.
fn iso(period: Period) -> String {
    let Period { years, months, days, hours, minutes } = period;
    let part = |parts: &[(i32, char)]| -> String {
        parts.iter().filter(|(n, _)| *n != 0).map(|(n, unit)| format!("{n}{unit}")).collect()
    };
    let (date, time) =
        (part(&[(years, 'Y'), (months, 'M'), (days, 'D')]), part(&[(hours, 'H'), (minutes, 'M')]));
    match (date.is_empty(), time.is_empty()) {
        (true, true) => "PT0M".to_owned(),
        (_, true) => format!("P{date}"),
        _ => format!("P{date}T{time}"),
    }
}

fn declared(field: &Field) -> Declared {
    let choices = match &field.ty {
        FieldType::Choice(choices) => choices.iter().map(|(name, _)| name.clone()).collect(),
        _ => Vec::new(),
    };
    Declared {
        name: field.name.clone(),
        label: texts(&field.label),
        ty: type_name(&field.ty),
        choices,
        required: field.required,
        max_chars: field.max_chars,
        purposes: field.purposes.iter().map(|purpose| purpose.value.clone()).collect(),
    }
}

fn type_name(ty: &FieldType) -> &'static str {
    match ty {
        FieldType::Line => "line",
        FieldType::Text => "text",
        FieldType::Email => "email",
        FieldType::Phone => "phone",
        FieldType::Date => "date",
        FieldType::Time => "time",
        FieldType::Number => "number",
        FieldType::Flag => "flag",
        FieldType::Choice(_) => "choice",
        FieldType::File => "file",
    }
}

fn texts(text: &Text) -> BTreeMap<&'static str, String> {
    text.iter().map(|(lang, text)| (lang.tag(), text.clone())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_iso_durations() {
        let iso = |months, days, hours| iso(Period { months, days, hours, ..Period::default() });
        assert_eq!(
            [iso(1, 0, 0), iso(0, 3, 12), iso(0, 0, 1), iso(0, 0, 0)],
            ["P1M", "P3DT12H", "PT1H", "PT0M"]
        );
    }
}
