//! How a value, a record and its name are shown to staff.

use maud::{Markup, html};
use seloste_kernel::{Document, Exit, ZONE};
use seloste_notice::model::{Field, FieldType};
use seloste_register::Opened;
use seloste_web::Ctx;

use super::known::{At, choices, serves};
use crate::sentences::text;

/// A value as people read it.
pub fn value(ctx: &Ctx, field: &Field, held: &str) -> String {
    match &field.ty {
        FieldType::Choice(_) => choices(field)
            .iter()
            .find(|(name, _)| name == held)
            .map_or_else(|| held.to_owned(), |(_, label)| text(label, ctx.lang)),
        FieldType::Flag if held == "yes" => ctx.say("records-yes"),
        FieldType::Flag if held == "no" => ctx.say("records-no"),
        FieldType::Date => date(ctx, held).unwrap_or_else(|| held.to_owned()),
        FieldType::File => document(ctx, held).unwrap_or_default(),
        _ => held.to_owned(),
    }
}

fn date(ctx: &Ctx, held: &str) -> Option<String> {
    let day = held.parse::<jiff::civil::Date>().ok()?;
    Some(ctx.date(day.in_tz(ZONE).ok()?.timestamp()))
}

fn document(ctx: &Ctx, held: &str) -> Option<String> {
    let document = Document::from_url(held)?;
    let size = document.bytes.len().div_ceil(1_000);
    let kind = document.media.extension().to_uppercase();
    Some(ctx.say_with("rights-document", &[("kind", kind.into()), ("size", size.into())]))
}

/// The name of a record: its kind and number.
pub fn title(ctx: &Ctx, at: &At, opened: &Opened) -> String {
    named(ctx, at, opened.number)
}

/// The name of a record of this number.
pub fn named(ctx: &Ctx, at: &At, number: Option<i64>) -> String {
    match number {
        Some(number) => format!("{} {number}", at.title(ctx)),
        None => at.title(ctx),
    }
}

/// The fields of a record as this purpose opens them, and which it does not open.
pub fn fields(ctx: &Ctx, at: &At, purpose: &str, opened: &Opened) -> Vec<(String, Markup)> {
    let given = |field: &Field| -> Markup {
        if !serves(field, purpose) {
            return html! { span.quiet { (ctx.say("records-field-closed")) } };
        }
        match opened.text(&field.name, Exit::Page) {
            "" => html! { span.quiet { (ctx.say("records-not-given")) } },
            held => html! { span.text { (value(ctx, field, held)) } },
        }
    };
    at.kind.fields.iter().map(|field| (text(&field.label, ctx.lang), given(field))).collect()
}
