//! `/oma/tieto/{id}/ihminen/{field}`: whoever a program has decided about asks for a human to look at it,
//! and tells their view (Art. 22(3)). It becomes a request of its own, with its clock.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::routing::get;
use maud::{Markup, html};
use seloste_kernel::{Exit, Fault, Sensitive};
use seloste_notice::model::{FieldType, Notice};
use seloste_register::{Action, Automated, Opened, Owner, Query};
use seloste_web::form::{Form, FormErrors, FormSpec, Reading, Submission, Values};
use seloste_web::{Answer, Ctx, Page, Router};

use super::super::requests::{self, Asked, KIND};
use super::super::review::{self, RIGHT};
use super::change::id;
use super::{Own, PATH, trail};
use crate::app::App;
use crate::{cases, done, forms};

/// The field with the person's own view.
const VIEW: &str = "text";

/// The pages.
pub fn routes() -> Router<Arc<App>> {
    Router::new().route("/oma/tieto/{id}/ihminen/{field}", get(show).post(send))
}

fn path(record: &Opened, field: &str) -> String {
    format!("/oma/tieto/{}/ihminen/{field}", record.id)
}

/// Whether the notice takes such requests.
fn is_offered(notice: &Notice) -> bool {
    let asked = notice.kind(KIND).and_then(|kind| kind.field("type")).map(|field| &field.ty);
    matches!(asked, Some(FieldType::Choice(choices)) if choices.iter().any(|(name, _)| name == RIGHT))
}

/// The outcomes in a record that no human has looked at.
fn unseen(record: &Opened) -> impl Iterator<Item = &String> {
    let open = record.automated.iter().filter(|(_, made)| made.reviewed().is_none());
    open.map(|(field, _)| field)
}

/// The ways here from a record: for each outcome that no human has looked at, unless the person has asked
/// for that. Whoever looks then looks at all of them.
pub fn links(ctx: &Ctx, notice: &Notice, record: &Opened, asked: Option<&Opened>) -> Markup {
    let mut open = unseen(record).peekable();
    html! {
        @if let Some(asked) = asked.filter(|_| open.peek().is_some()) {
            p { (waits(ctx, asked)) }
        } @else if is_offered(notice) {
            @for field in open {
                a.button href=(ctx.href(&path(record, field))) { (ctx.say("review-ask")) }
            }
        }
    }
}

/// That it was asked, and until when it is answered.
fn waits(ctx: &Ctx, asked: &Opened) -> String {
    let when = ("when", ctx.date(asked.created).into());
    match asked.review {
        Some(by) => ctx.say_with("review-waits-by", &[when, ("by", ctx.date(by).into())]),
        None => ctx.say_with("review-waits", &[when]),
    }
}

/// The person's own request for a human that is not answered yet, where one of these records has an
/// outcome to look at.
///
/// # Errors
/// When the store fails.
pub async fn waiting(app: &App, own: &Own, records: &[Opened]) -> Result<Option<Opened>, Fault> {
    if !records.iter().any(|record| unseen(record).next().is_some()) {
        return Ok(None);
    }
    let of = Query { person: Some(own.person), ..Query::in_states(KIND, &cases::WAITING) };
    let access = own.access(app, Action::Read)?;
    for one in app.engine.all_waiting(&app.register()?.notice.id, &of).await? {
        let request = app.engine.read(&access, one.record).await?;
        if request.text("type", Exit::Decision) == RIGHT {
            return Ok(cases::as_told(request));
        }
    }
    Ok(None)
}

/// The outcome behind an address.
async fn found(
    app: &App,
    own: &Own,
    (of, field): &(String, String),
) -> Result<(Opened, Automated), Fault> {
    let record = app.engine.read(&own.access(app, Action::Read)?, id(of)?).await?;
    let made = record.automated.get(field).filter(|made| made.reviewed().is_none()).cloned();
    let offered = is_offered(&app.register()?.notice);
    made.filter(|_| offered).map(|made| (record, made)).ok_or_else(Fault::not_found)
}

/// What the request begins with: which decision it is about.
fn about(ctx: &Ctx, notice: &Notice, record: &Opened, (field, made): (&str, &Automated)) -> String {
    let what = review::named(notice, record, field, ctx.lang);
    let of_kind = notice.kind(&record.kind).and_then(|kind| kind.field(field));
    let outcome = review::label(of_kind, &made.outcome, ctx.lang);
    let args =
        [("what", what.into()), ("outcome", outcome.into()), ("date", ctx.date(made.at()).into())];
    ctx.say_with("review-words", &args)
}

fn spec(ctx: &Ctx, notice: &Notice, about: &str) -> Result<FormSpec, Fault> {
    let mut fields = forms::Asked::new(notice, KIND, &[VIEW])?.fields(ctx);
    for field in &mut fields {
        field.label = ctx.say("review-view");
        field.help = Some(ctx.say("review-view-help"));
        field.required = false;
        // Both go into one field.
        field.max_chars = field.max_chars.saturating_sub(about.chars().count() + 2);
    }
    Ok(FormSpec::new("own-review", fields))
}

fn page(
    ctx: &Ctx,
    notice: &Notice,
    (record, field, made): (&Opened, &str, &Automated),
    (values, errors): (&Values, &FormErrors),
) -> Answer {
    let spec = spec(ctx, notice, &about(ctx, notice, record, (field, made)))?;
    let (action, submit) = (path(record, field), ctx.say("review-send"));
    let form = Form { spec: &spec, action: &action, values, errors, submit: &submit };
    let body = html! {
        (review::shown(ctx, notice, (record, field, made)))
        p { (ctx.say("review-ask-text")) }
        (form.render(ctx, html! {}))
    };
    Ok(Page::new(ctx.say("review-ask"), body).trail(trail(ctx)).status(errors.status()).render(ctx))
}

async fn show(
    ctx: Ctx,
    own: Own,
    State(app): State<Arc<App>>,
    Path(of): Path<(String, String)>,
) -> Answer {
    let (record, made) = found(&app, &own, &of).await?;
    if waiting(&app, &own, std::slice::from_ref(&record)).await?.is_some() {
        return Ok(ctx.redirect(PATH));
    }
    let notice = &app.register()?.notice;
    page(&ctx, notice, (&record, &of.1, &made), (&Values::none(), &FormErrors::none()))
}

async fn send(
    ctx: Ctx,
    own: Own,
    State(app): State<Arc<App>>,
    Path(of): Path<(String, String)>,
    sent: Submission,
) -> Answer {
    let (record, made) = found(&app, &own, &of).await?;
    if waiting(&app, &own, std::slice::from_ref(&record)).await?.is_some() {
        return Ok(ctx.redirect(&done::at(PATH, "ihminen")));
    }
    let notice = &app.register()?.notice;
    let about = about(&ctx, notice, &record, (&of.1, &made));
    let (mut values, command) = match sent.read(&ctx, &spec(&ctx, notice, &about)?)? {
        Reading::Bad(values, errors) => {
            return page(&ctx, notice, (&record, &of.1, &made), (&values, &errors));
        }
        Reading::Good(values, command) => (values, command),
    };
    let view = values.take(VIEW).unwrap_or_else(|| Sensitive::new(String::new()));
    let asked = asked(&ctx, (about, &view), command.0);
    let collect = own.access(&app, Action::Collect)?;
    requests::open(&app, &collect, Owner::Existing(own.person), asked).await?;
    Ok(ctx.redirect(&done::at(PATH, "ihminen")))
}

/// The request, in the person's name.
fn asked(ctx: &Ctx, (about, view): (String, &Sensitive<String>), command: [u8; 16]) -> Asked {
    let words = match view.expose(Exit::Decision).trim() {
        "" => about,
        view => format!("{about}\n\n{view}"),
    };
    Asked {
        what: RIGHT.to_owned(),
        text: Some(Sensitive::new(words)),
        contact: None,
        channel: "form".to_owned(),
        lang: ctx.lang,
        behalf: None,
        arrived: None,
        sent_by: None,
        purpose: None,
        command,
    }
}
