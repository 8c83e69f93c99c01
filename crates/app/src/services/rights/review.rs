//! What programs have decided about people without a human (Art. 22): told to them, and looked at again
//! by a human when they ask for it.

use std::sync::Arc;

use maud::{Markup, html};
use seloste_kernel::{Exit, Fault, Lang};
use seloste_notice::model::{Field, FieldType, Notice};
use seloste_register::{Access, Automated, Kinds, Opened};
use seloste_web::Ctx;

use super::letter::Reviewed;
use super::mailbox;
use crate::app::App;
use crate::sentences::text;

/// The right, as the notice's choice names it.
pub use crate::cases::REVIEW as RIGHT;

/// Records read at a time.
const RECORDS: usize = 100;

/// The records of whom a request is about in which a program has decided something.
///
/// # Errors
/// When the store fails.
pub async fn decided(
    app: &Arc<App>,
    access: &Access,
    request: &Opened,
) -> Result<Vec<Opened>, Fault> {
    let notice = &access.register().notice;
    let kept = notice.kinds().filter(|(service, _)| service.runs.is_some());
    let kinds = Kinds::Only(kept.map(|(_, collect)| collect.kind.clone()).collect());
    let mut found = Vec::new();
    for person in mailbox::persons(app, request).await? {
        let mut after = None;
        loop {
            let page = app.engine.some_of(access, person, &kinds, after, RECORDS).await?;
            found.extend(page.0.into_iter().filter(|record| !record.automated.is_empty()));
            after = page.1;
            if after.is_none() {
                break;
            }
        }
    }
    Ok(found)
}

/// What is wrong with granting a review: nobody has looked yet, or there is nothing to look at.
pub fn unready(records: &[Opened]) -> Option<&'static str> {
    let mut made = records.iter().flat_map(|record| record.automated.values());
    match records.is_empty() {
        true => Some("review-nothing"),
        false => made.any(|made| made.reviewed().is_none()).then_some("review-first"),
    }
}

/// What came of it, in the words of a letter.
pub fn results(notice: &Notice, records: &[Opened], lang: Lang) -> Vec<Reviewed> {
    let mut results = Vec::new();
    for record in records {
        for (name, made) in &record.automated {
            let field = notice.kind(&record.kind).and_then(|kind| kind.field(name));
            let is = record.text(name, Exit::Mail);
            results.push(Reviewed {
                what: named(notice, record, name, lang),
                at: made.at(),
                was: label(field, &made.outcome, lang),
                is: made.changed.then(|| label(field, is, lang)),
            });
        }
    }
    results
}

/// A record and a field of it: `Lasku 2, Laskun tila`.
pub fn named(notice: &Notice, record: &Opened, name: &str, lang: Lang) -> String {
    let kind = notice.kind(&record.kind);
    let title = kind.map_or_else(|| record.kind.clone(), |kind| text(&kind.title, lang));
    let field = kind.and_then(|kind| kind.field(name));
    let field = field.map_or_else(|| name.to_owned(), |field| text(&field.label, lang));
    match record.number {
        Some(number) => format!("{title} {number}, {field}"),
        None => format!("{title}, {field}"),
    }
}

/// A value of a choice as people read it.
pub fn label(field: Option<&Field>, value: &str, lang: Lang) -> String {
    let choices = match field.map(|field| &field.ty) {
        Some(FieldType::Choice(choices)) => choices.as_slice(),
        _ => &[],
    };
    let known = choices.iter().find(|(name, _)| name == value);
    known.map_or_else(|| value.to_owned(), |(_, label)| text(label, lang))
}

/// The outcomes of programs in a record, each under its name: what was decided and when, by which logic
/// and with which consequences, and what a human has said.
pub fn told(ctx: &Ctx, notice: &Notice, record: &Opened) -> Vec<(String, Markup)> {
    let one = |(name, made): (&String, &Automated)| {
        (ctx.say("review-by-program"), shown(ctx, notice, (record, name, made)))
    };
    record.automated.iter().map(one).collect()
}

/// One outcome of a program.
pub fn shown(
    ctx: &Ctx,
    notice: &Notice,
    (record, name, made): (&Opened, &str, &Automated),
) -> Markup {
    let field = notice.kind(&record.kind).and_then(|kind| kind.field(name));
    let called = field.map_or_else(|| name.to_owned(), |field| text(&field.label, ctx.lang));
    let outcome = label(field, &made.outcome, ctx.lang);
    let args = [
        ("field", called.into()),
        ("outcome", outcome.into()),
        ("when", ctx.moment(made.at()).into()),
    ];
    let known = notice.decisions().find(|known| known.name == made.decision);
    html! {
        (ctx.say_with("review-decided", &args))
        // What a later notice does not tell, the one of then does.
        @if let Some(known) = known { p { (text(&known.text, ctx.lang)) } }
        p { strong { (standing(ctx, made)) } }
    }
}

/// What a human has said of it.
fn standing(ctx: &Ctx, made: &Automated) -> String {
    let key = match (made.reviewed(), made.changed) {
        (None, _) => return ctx.say("review-none"),
        (Some(_), false) => "review-stands",
        (Some(_), true) => "review-changed",
    };
    let when = made.reviewed().map(|at| ctx.moment(at)).unwrap_or_default();
    ctx.say_with(key, &[("when", when.into())])
}
