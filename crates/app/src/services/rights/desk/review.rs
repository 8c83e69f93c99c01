//! A human looks at what a program decided (Art. 22(3)): it stands, or becomes something else. Only then
//! can the request be answered, and the letter tells what came of it.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::routing::post;
use maud::{Markup, html};
use seloste_kernel::{Exit, Fault, RecordId, Sensitive};
use seloste_notice::model::{FieldType, Notice};
use seloste_register::{Automated, Opened};
use seloste_web::components::{Tone, note};
use seloste_web::form::{
    Choice, Field, Form, FormErrors, FormSpec, Kind, Reading, Submission, Values,
};
use seloste_web::{Answer, Ctx, Router};

use super::super::decision;
use super::super::requests;
use super::super::review::{self, RIGHT};
use super::case::{Case, under};
use super::item;
use crate::app::App;
use crate::sentences::text;

/// What is chosen.
const VERDICT: &str = "verdict";

/// Before a value, where it is chosen in place of what stands.
const BECOMES: &str = "becomes-";

/// The choice that leaves it.
const STANDS: &str = "stands";

/// The hidden field with the version that was seen.
const SEEN: &str = "seen-version";

/// The pages.
pub fn routes() -> Router<Arc<App>> {
    Router::new().route("/hallinta/pyynnot/{id}/arvio/{record}/{field}", post(send))
}

/// One outcome of a program.
type Outcome<'a> = (&'a Opened, &'a str, &'a Automated);

/// The outcomes with a form for each that no human has looked at; nothing for other requests.
///
/// # Errors
/// When the store fails.
pub async fn show(
    ctx: &Ctx,
    app: &Arc<App>,
    case: &Case,
    typed: &item::Typed,
) -> Result<Markup, Fault> {
    let Case { access, request, .. } = case;
    if request.text("type", Exit::Decision) != RIGHT || !requests::is_known(request) {
        return Ok(html! {});
    }
    let notice = &access.register().notice;
    let records = review::decided(app, access, request).await?;
    let made = records.iter().flat_map(|record| {
        record.automated.iter().map(move |(name, made)| (record, name.as_str(), made))
    });
    Ok(html! {
        h2 { (ctx.say("review-desk-title")) }
        @if records.is_empty() { (note(Tone::Info, &ctx.say("review-nothing"), html! {})) }
        @for of in made {
            h3 { (review::named(notice, of.0, of.1, ctx.lang)) }
            (review::shown(ctx, notice, of))
            @if of.2.reviewed().is_none() { (form(ctx, notice, (request, of), typed)) }
        }
    })
}

fn spec(ctx: &Ctx, notice: &Notice, (record, name, _): Outcome<'_>) -> FormSpec {
    let field = notice.kind(&record.kind).and_then(|kind| kind.field(name));
    let values = match field.map(|field| &field.ty) {
        Some(FieldType::Choice(choices)) => choices.as_slice(),
        _ => &[],
    };
    let now = record.text(name, Exit::Decision);
    let stands = [("value", review::label(field, now, ctx.lang).into())];
    let mut choices = vec![Choice::new(STANDS, ctx.say_with("review-choice-stands", &stands))];
    for (value, label) in values.iter().filter(|(value, _)| value != now) {
        let becomes = [("value", text(label, ctx.lang).into())];
        let says = ctx.say_with("review-choice-becomes", &becomes);
        choices.push(Choice::new(format!("{BECOMES}{value}"), says));
    }
    let verdict = Field::new(VERDICT, ctx.say("review-verdict"), Kind::Select(choices)).required();
    let verdict = verdict.help(ctx.say("review-verdict-help"));
    FormSpec::new("rights-review", vec![verdict, Field::new(SEEN, "", Kind::Hidden)])
}

fn form(
    ctx: &Ctx,
    notice: &Notice,
    (request, of): (&Opened, Outcome<'_>),
    typed: &item::Typed,
) -> Markup {
    let mut values = Values::none();
    values.set(SEEN, Sensitive::new(of.0.version.to_string()));
    let none = FormErrors::none();
    let errors = typed.review.as_ref().filter(|(record, ..)| *record == of.0.id);
    let form = Form {
        spec: &spec(ctx, notice, of),
        action: &under(request, &format!("arvio/{}/{}", of.0.id, of.1)),
        values: &values,
        errors: errors.map_or(&none, |(_, errors)| errors),
        submit: &ctx.say("review-save"),
    };
    form.render(ctx, html! {})
}

async fn send(
    ctx: Ctx,
    case: Case,
    State(app): State<Arc<App>>,
    Path((_, record, name)): Path<(String, RecordId, String)>,
    sent: Submission,
) -> Answer {
    decision::may_claim(&case.request, ctx.now)?;
    let records = review::decided(&app, &case.access, &case.request).await?;
    let record = records.iter().find(|one| one.id == record).ok_or_else(Fault::not_found)?;
    let made = record.automated.get(&name).ok_or_else(Fault::not_found)?;
    let notice = &case.access.register().notice;
    let values = match sent.read(&ctx, &spec(&ctx, notice, (record, &name, made)))? {
        Reading::Bad(_, errors) => {
            let typed = item::Typed { review: Some((record.id, errors)), ..item::Typed::default() };
            return item::page(&ctx, &app, &case, &typed).await;
        }
        Reading::Good(values, _) => values,
    };
    let of = |name| values.get(name).map_or("", |value| value.expose(Exit::Decision).as_str());
    let becomes = of(VERDICT).strip_prefix(BECOMES).map(|to| Sensitive::new(to.to_owned()));
    let seen = (record.id, of(SEEN).parse().unwrap_or(0));
    app.engine.review(&case.access, seen, &name, becomes).await?;
    Ok(case.done(&ctx, "arvio"))
}
