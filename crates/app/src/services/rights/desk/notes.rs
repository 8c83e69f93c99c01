//! Internal notes on a request: staff's preparation, sealed and erased with it. What the person opens
//! alone says that they are left out (see [`crate::cases::as_told`]).

use std::sync::Arc;

use axum::extract::State;
use axum::routing::post;
use maud::{Markup, html};
use seloste_kernel::{Exit, Fault, Lang, PersonId, Sensitive};
use seloste_register::{Access, Draft, Opened, Owner, Query};
use seloste_web::components::time;
use seloste_web::form::{FormSpec, Reading, Submission};
use seloste_web::{Answer, Ctx, Router};

use super::case::Case;
use super::item::{self, Folded, Typed, folded};
use crate::app::App;
use crate::cases::NOTE;
use crate::forms;

const WRITE: &str = "muistiinpano";

/// The pages.
pub fn routes() -> Router<Arc<App>> {
    Router::new().route("/hallinta/pyynnot/{id}/muistiinpano", post(write))
}

fn spec(ctx: &Ctx, app: &App) -> Result<FormSpec, Fault> {
    let register = app.register()?;
    let fields = forms::Asked::new(&register.notice, NOTE, &["text"])?.fields(ctx);
    Ok(FormSpec::new("rights-note", fields))
}

/// The notes on a request, oldest first, and the way to write another.
///
/// # Errors
/// When the store fails.
pub async fn show(
    ctx: &Ctx,
    app: &App,
    access: &Access,
    request: &Opened,
    typed: &Typed,
) -> Result<Markup, Fault> {
    if app.register()?.notice.kind(NOTE).is_none() {
        return Ok(html! {});
    }
    let query = Query { thread: Some(request.id), oldest_first: true, ..Query::of(NOTE) };
    let notes = app.engine.page(access, &query).await?.records;
    let (name, text) = (ctx.say("case-note-write"), ctx.say("case-note-help"));
    let of = Folded { action: WRITE, submit: name.clone(), name, text };
    let form = folded(ctx, request, of, &spec(ctx, app)?, typed);
    Ok(html! {
        h2 { (ctx.say("case-notes")) }
        p.quiet { (ctx.say("case-notes-text")) }
        @for note in &notes {
            p {
                span.quiet { (time(ctx, note.created)) " " (author(app, note)) } br;
                span.text { (note.text("text", Exit::Page)) }
            }
        }
        (form)
    })
}

fn author(app: &App, note: &Opened) -> String {
    let person: Option<PersonId> = note.text("author", Exit::Decision).parse().ok();
    let account = person.and_then(|person| app.staff.directory.known(person));
    account.map(|account| account.name.expose(Exit::Page).clone()).unwrap_or_default()
}

async fn write(ctx: Ctx, case: Case, State(app): State<Arc<App>>, sent: Submission) -> Answer {
    let (mut values, command) = match sent.read(&ctx, &spec(&ctx, &app)?)? {
        Reading::Good(values, command) => (values, command),
        Reading::Bad(values, errors) => {
            let typed = Typed::folded(WRITE, values, errors);
            return item::page(&ctx, &app, &case, &typed).await;
        }
    };
    if let Some(text) = values.take("text") {
        let note = note(&case, text).command(command.0);
        let owner = Owner::Existing(case.request.person);
        app.engine.collect(&case.access, owner, note).await?;
    }
    Ok(case.back(&ctx))
}

fn note(case: &Case, text: Sensitive<String>) -> Draft {
    Draft::new(NOTE, "written", Lang::default())
        .part_of(case.request.id)
        .field("author", case.staff.person.to_string())
        .field("text", text)
}
