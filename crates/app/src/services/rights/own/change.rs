//! Correcting what one has said (Art. 16) and withdrawing a consent (Art. 7(3)).

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use maud::html;
use seloste_kernel::{Exit, Fault, RecordId, Sensitive};
use seloste_register::{Action, Opened};
use seloste_web::form::{Field, Form, FormErrors, FormSpec, Kind, Reading, Submission, Values};
use seloste_web::{Answer, Ctx, Page, Router};

use super::super::told;
use super::overview::is_own_words;
use super::{Own, PATH, trail};
use crate::app::App;
use crate::done;
use crate::{consents, forms, withdrawing};

/// The pages.
pub fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/oma/tieto/{id}/korjaa", get(show).post(correct))
        .route("/oma/tieto/{id}/peru/{purpose}", get(ask).post(withdraw))
        .route("/oma/tieto/{id}/suostumus/{purpose}", get(receipt))
}

/// An id from an address; what is none does not exist.
///
/// # Errors
/// `NotFound`.
pub fn id(text: &str) -> Result<RecordId, Fault> {
    text.parse().map_err(|_| Fault::not_found())
}

/// The record's given fields, as the notice asks them. One that was not given is not added here:
/// that would need a consent, which the service's own form asks for.
fn spec(ctx: &Ctx, app: &App, record: &Opened) -> Result<FormSpec, Fault> {
    let register = app.register()?;
    let declared = register.notice.kind(&record.kind);
    if !is_own_words(&register.notice, record) {
        return Err(Fault::not_found());
    }
    let mut fields: Vec<Field> = told::in_order(declared, record)
        .filter_map(|name| declared.and_then(|kind| kind.field(name)))
        .filter(|field| field.category != "technical")
        .map(|field| forms::one(field, ctx.lang))
        .collect();
    fields.push(Field::new("version", "", Kind::Hidden));
    Ok(FormSpec::new("own-correct", fields))
}

fn page(
    ctx: &Ctx,
    spec: &FormSpec,
    record: RecordId,
    (values, errors): (&Values, &FormErrors),
) -> Response {
    let action = format!("/oma/tieto/{record}/korjaa");
    let submit = ctx.say("rights-save");
    let form = Form { spec, action: &action, values, errors, submit: &submit };
    let before = html! { p.quiet { (ctx.say("rights-correct-text")) } };
    Page::new(ctx.say("rights-correct-title"), form.render(ctx, before))
        .trail(trail(ctx))
        .status(errors.status())
        .render(ctx)
}

async fn show(ctx: Ctx, own: Own, State(app): State<Arc<App>>, Path(of): Path<String>) -> Answer {
    let access = own.access(&app, Action::Read)?;
    let record = app.engine.read(&access, id(&of)?).await?;
    let spec = spec(&ctx, &app, &record)?;
    let mut values = Values::none();
    for (name, value) in &record.fields {
        values.set(name, value.clone());
    }
    values.set("version", Sensitive::new(record.version.to_string()));
    Ok(page(&ctx, &spec, record.id, (&values, &FormErrors::none())))
}

/// The version of the record that the form was made from.
fn seen(values: &Values) -> i64 {
    let version = values.get("version").and_then(|text| text.expose(Exit::Decision).parse().ok());
    version.unwrap_or(0)
}

async fn correct(
    ctx: Ctx,
    own: Own,
    State(app): State<Arc<App>>,
    Path(of): Path<String>,
    sent: Submission,
) -> Answer {
    let record = app.engine.read(&own.access(&app, Action::Read)?, id(&of)?).await?;
    let spec = spec(&ctx, &app, &record)?;
    let again =
        |values: &Values, errors: &FormErrors| page(&ctx, &spec, record.id, (values, errors));
    let (values, command) = match sent.read(&ctx, &spec)? {
        Reading::Bad(values, errors) => return Ok(again(&values, &errors)),
        Reading::Good(values, command) => (values, command),
    };
    let amend = own.access(&app, Action::Amend)?;
    let changes = changed(&spec, &record, &values);
    match app.engine.amend(&amend, record.id, seen(&values), changes).await {
        Ok(_) => Ok(ctx.redirect(&done::at(PATH, "korjaus"))),
        Err(fault) => {
            ctx.send_again(command);
            Ok(again(&values, &forms::wrong_field(&ctx, fault)?))
        }
    }
}

/// What differs from what is held.
fn changed(spec: &FormSpec, record: &Opened, values: &Values) -> Vec<(String, Sensitive<String>)> {
    spec.fields
        .iter()
        .filter(|field| field.kind != Kind::Hidden)
        .map(|field| {
            let now = values.get(&field.name).cloned();
            (field.name.clone(), now.unwrap_or_else(|| Sensitive::new(String::new())))
        })
        .filter(|(name, now)| record.fields.get(name) != Some(now))
        .collect()
}

/// Before a consent is withdrawn: what follows.
async fn ask(
    ctx: Ctx,
    own: Own,
    State(app): State<Arc<App>>,
    Path((of, purpose)): Path<(String, String)>,
) -> Answer {
    let record = app.engine.read(&own.access(&app, Action::Read)?, id(&of)?).await?;
    if !record.consents.iter().any(|consent| consent.purpose == purpose) {
        return Err(Fault::not_found().into());
    }
    let path = format!("/oma/tieto/{}/peru/{purpose}", record.id);
    let access = own.access(&app, Action::Erase)?;
    let of = (record.id, purpose.as_str());
    let body = withdrawing::before(&ctx, &app, &access, of, ("own-withdraw", &path)).await?;
    Ok(Page::new(ctx.say("rights-withdraw-title"), body).trail(trail(&ctx)).render(&ctx))
}

/// The receipt of a consent, also after it was withdrawn.
async fn receipt(
    own: Own,
    State(app): State<Arc<App>>,
    Path((of, purpose)): Path<(String, String)>,
) -> Answer {
    let record = app.engine.read(&own.access(&app, Action::Read)?, id(&of)?).await?;
    Ok(consents::of_record(&app, &*app.register()?, &record, &purpose).await?)
}

async fn withdraw(
    ctx: Ctx,
    own: Own,
    State(app): State<Arc<App>>,
    Path((of, purpose)): Path<(String, String)>,
    sent: Submission,
) -> Answer {
    sent.pressed(&ctx, "own-withdraw")?;
    let access = own.access(&app, Action::Erase)?;
    app.engine.withdraw(&access, id(&of)?, &purpose).await?;
    Ok(ctx.redirect(&done::at(PATH, "peruminen")))
}
