//! With whose data a request is matched, so that a wrong match is noticed; and its undoing. What is
//! held is told by kind, number and day, and addresses are compared by the program: nothing is
//! opened for it.

use std::sync::Arc;

use axum::extract::{Path, State};
use maud::{Markup, html};
use seloste_kernel::{Exit, Fault, FaultKind, PersonId, RecordId, Sensitive};
use seloste_register::{Access, Action, Opened, RIGHTS, Why};
use seloste_web::components::{Tone, button_quiet, note, post_button};
use seloste_web::form::Submission;
use seloste_web::{Answer, Ctx};

use super::super::own::listed;
use super::super::requests::{self, ERASURE, KIND, MOVED, OPEN};
use super::super::{behalf, clock, job, job_access, mailbox};
use super::{PATH, item};
use crate::app::App;
use crate::cases;
use crate::console::Staff;
use crate::sentences::text;

/// The button's empty form.
const UNDO: &str = "rights-unmatch";

/// The match as the page of a request shows it.
///
/// # Errors
/// When the store fails.
pub async fn show(
    ctx: &Ctx,
    app: &Arc<App>,
    access: &Access,
    (request, person): (&Opened, PersonId),
) -> Result<Markup, Fault> {
    let undo = format!("{PATH}/{}/pura", request.id);
    let can_undo = origin(app, request, person).await?.is_some();
    Ok(html! {
        (note(Tone::Good, &ctx.say("rights-identified"), html! {}))
        (held(ctx, app, access, (request, person)).await?)
        @if can_undo {
            div.actions { (post_button(ctx, UNDO, &undo, button_quiet(&ctx.say("rights-unmatch")))) }
        }
    })
}

/// What was given with the address of a mailbox that has confirmed the request.
///
/// # Errors
/// When the store fails.
pub async fn mailbox(ctx: &Ctx, app: &Arc<App>, request: &Opened) -> Result<Markup, Fault> {
    let persons = mailbox::persons(app, request).await?;
    let groups = mailbox::held(app, &persons).await?;
    let says = html! { p { (ctx.say("rights-mailbox-desk-text")) } };
    Ok(html! {
        (note(Tone::Info, &ctx.say("rights-mailbox-desk"), says))
        h2 { (ctx.say("rights-mailbox-records")) }
        @if groups.is_empty() { p { (ctx.say("rights-nothing")) } }
        (listed(ctx, app, &groups)?)
    })
}

/// What is held of the person, and whether the request's address is among it.
///
/// # Errors
/// When the store fails.
pub async fn held(
    ctx: &Ctx,
    app: &Arc<App>,
    access: &Access,
    (request, person): (&Opened, PersonId),
) -> Result<Markup, Fault> {
    let register = app.register()?;
    let mut held = app.engine.held(access, person).await?;
    held.retain(|one| one.record != request.id);
    let name = |kind: &str| {
        let known = register.notice.kind(kind).map(|known| text(&known.title, ctx.lang));
        known.unwrap_or_else(|| kind.to_owned())
    };
    let (tone, says) = address(app, request, person).await?;
    Ok(html! {
        h2 { (ctx.say("rights-matched-title")) }
        @if held.is_empty() { p { (ctx.say("rights-nothing")) } }
        ul {
            @for one in &held {
                li {
                    (name(&one.kind)) @if let Some(number) = one.number { " " (number) } ", "
                    time datetime=(one.created) { (ctx.moment(one.created)) }
                }
            }
        }
        (note(tone, &ctx.say(says), html! {}))
    })
}

/// Whether the address of the request is one of the person's.
async fn address(
    app: &Arc<App>,
    request: &Opened,
    person: PersonId,
) -> Result<(Tone, &'static str), Fault> {
    let origin = origin(app, request, person).await?;
    let asked = origin.as_ref().unwrap_or(request);
    if !asked.fields.get(behalf::looked_up(asked)).is_some_and(requests::is_mail) {
        return Ok((Tone::Info, "rights-address-none"));
    }
    match job::whose_address(app, asked).await?.contains(&person) {
        true => Ok((Tone::Info, "rights-address-same")),
        false => Ok((Tone::Warning, "rights-address-other")),
    }
}

/// The request in whose place the person's own was made.
async fn origin(app: &Arc<App>, own: &Opened, person: PersonId) -> Result<Option<Opened>, Fault> {
    let access = job_access(app, Action::DecideRequests)?;
    let same = |other: &Opened, field: &str| {
        other.text(field, Exit::Decision) == own.text(field, Exit::Decision)
    };
    for id in cases::about(app, person).await? {
        let found = match app.engine.read(&access, id).await {
            Err(fault) if fault.is_gone() => continue,
            found => found?,
        };
        let moved = found.kind == KIND && found.state == MOVED && found.created == own.created;
        let alike = ["type", "text", "channel"].iter().all(|field| same(&found, field));
        if moved && alike && found.person != own.person {
            return Ok(Some(found));
        }
    }
    Ok(None)
}

/// Undoes a match: the request waits again as it was sent, and nothing of it stays with the person.
pub async fn undo(
    ctx: Ctx,
    staff: Staff,
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
    sent: Submission,
) -> Answer {
    let access = staff.access(&app, RIGHTS, Action::DecideRequests)?;
    sent.pressed(&ctx, UNDO)?;
    let own = item::request(&app, &access, &id).await?;
    let conflict = || Fault::new(FaultKind::Conflict, "rights-not-undone");
    let person = requests::target(&own).ok_or_else(conflict)?;
    let extended = cases::EXTENDED.contains(&own.state.as_str());
    let waits = extended || [OPEN, ERASURE].contains(&own.state.as_str());
    let origin = origin(&app, &own, person).await?.filter(|_| waits).ok_or_else(conflict)?;
    let opened = unmatch(&app, &access, &own, &origin).await?;
    Ok(ctx.redirect(&format!("{PATH}/{opened}")))
}

async fn unmatch(
    app: &Arc<App>,
    access: &Access,
    own: &Opened,
    origin: &Opened,
) -> Result<RecordId, Fault> {
    let state = before(own, origin);
    // First of all it is no longer carried out by itself, nor decided by somebody else meanwhile.
    app.engine.set_state(access, own.id, own.version, OPEN).await?;
    let changes = vec![("matched".to_owned(), Sensitive::new(String::new()))];
    let version = app.engine.amend(access, origin.id, origin.version, changes).await?;
    app.engine.set_state(access, origin.id, version, state).await?;
    let eraser = job_access(app, Action::Erase)?;
    let plan = app.engine.plan_record(&eraser, own.id, Why::Decision).await?;
    app.engine.erase(&eraser, &plan).await?;
    Ok(origin.id)
}

/// The state in which a request waits again. Who was asked who they are has not said it; a longer time
/// that was taken later was told to somebody else.
fn before<'a>(own: &'a Opened, origin: &Opened) -> &'a str {
    let answered = origin.fields.contains_key("answered");
    match own.state.as_str() {
        _ if clock::asked(origin).is_some() && !answered => cases::IDENTIFYING,
        longer if cases::EXTENDED.contains(&longer) && own.review == origin.review => longer,
        _ => OPEN,
    }
}
