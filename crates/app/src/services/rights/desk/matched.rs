//! With whose data a request is matched, so that a wrong match is noticed; and its undoing. What is
//! held is told by kind, number and day, and addresses are compared by the program: nothing is
//! opened for it.

use std::sync::Arc;

use axum::extract::{Path, State};
use maud::{Markup, html};
use seloste_kernel::{Exit, Fault, FaultKind, PersonId, Sensitive, Timestamp};
use seloste_notice::model::Notice;
use seloste_register::{Access, Action, Opened, RIGHTS};
use seloste_web::components::{Tone, button_quiet, note, post_button};
use seloste_web::form::Submission;
use seloste_web::{Answer, Ctx};

use super::super::own::listed;
use super::super::requests::{self, DECIDING, ERASURE, OPEN};
use super::super::{behalf, clock, job, mailbox, slip};
use super::{PATH, item};
use crate::app::App;
use crate::cases::{self, IDENTIFYING, slips_of};
use crate::console::Staff;
use crate::sentences::text;

/// The letter about a longer time, which was told to whoever the request was matched with.
const EXTENDED: &str = "extended";

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
    let can_undo = may_undo(request, person);
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
    if !request.fields.get(behalf::looked_up(request)).is_some_and(requests::is_mail) {
        return Ok((Tone::Info, "rights-address-none"));
    }
    match job::whose_address(app, request).await?.contains(&person) {
        true => Ok((Tone::Info, "rights-address-same")),
        false => Ok((Tone::Warning, "rights-address-other")),
    }
}

/// Whether staff have matched it, and may undo that: nobody has decided, and the person has neither made
/// nor confirmed it themselves.
fn may_undo(request: &Opened, person: PersonId) -> bool {
    let extended = cases::EXTENDED.contains(&request.state.as_str());
    let waits = extended || [OPEN, ERASURE].contains(&request.state.as_str());
    waits && request.person != person
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
    let request = item::request(&app, &access, &id).await?;
    let person = requests::target(&request).filter(|person| may_undo(&request, *person));
    let conflict = || Fault::new(FaultKind::Conflict, "rights-not-undone");
    unmatch(&app, &access, &request, person.ok_or_else(conflict)?).await?;
    Ok(ctx.redirect(&format!("{PATH}/{}", request.id)))
}

async fn unmatch(
    app: &Arc<App>,
    access: &Access,
    request: &Opened,
    person: PersonId,
) -> Result<(), Fault> {
    let mut theirs = slips_of(app, request.id).await?;
    theirs.retain(|slip| slip.person == person);
    for slip in &theirs {
        slip::refuse_kept(app, slip.record).await?;
    }
    let stood = slip::stood(app, request).await?;
    let (state, due) = before(&access.register().notice, request, stood.as_deref());
    let mut changes = vec![("matched".to_owned(), Sensitive::new(String::new()))];
    if state == IDENTIFYING {
        changes.push(("answered".to_owned(), Sensitive::new(String::new())));
    }
    // First of all it is about nobody, and not decided by somebody else meanwhile.
    let claim = Some(DECIDING.to_owned());
    let version =
        app.engine.amend_into(access, request.id, request.version, changes, claim).await?;
    for slip in theirs {
        slip::take_from_stranger(app, request, slip).await?;
    }
    if cases::EXTENDED.contains(&request.state.as_str()) && stood.as_ref() != Some(&request.state) {
        slip::take_back(app, request, EXTENDED).await?;
    }
    let matched = Opened { version, ..app.engine.read(access, request.id).await? };
    app.engine.postpone(access, &matched, due, &state).await?;
    slip::settle(app, request.id).await
}

/// The state in which a request waits again, and until when. Who was asked who they are has not said it;
/// a longer time that was taken later was told to somebody else.
fn before(notice: &Notice, request: &Opened, stood: Option<&str>) -> (String, Timestamp) {
    let first = cases::due(notice, request.text("type", Exit::Decision), request.created);
    match stood {
        Some(IDENTIFYING) => (IDENTIFYING.to_owned(), first),
        Some(longer) if request.state == longer => {
            (longer.to_owned(), request.review.unwrap_or(first))
        }
        _ => (OPEN.to_owned(), first.checked_add(clock::stood(request)).unwrap_or(first)),
    }
}
