//! How it stands with letters that carry answers. The state of the answer's record says it, so what
//! did not arrive is seen where answers are written, and can be sent again.

use maud::{Markup, html};
use seloste_kernel::{Fault, FaultKind, RecordId};
use seloste_register::{Access, Opened, Query};
use seloste_web::Ctx;
use seloste_web::components::{Tone, button_quiet, note, post_button};
use seloste_web::form::Submission;

use crate::app::App;
use crate::looks;
use crate::mail::Letter;

/// In the queue.
pub const QUEUED: &str = "queued";
/// The relay has taken it.
pub const SENT: &str = "sent";
/// The relay could not be reached or trusted; it is tried again.
pub const HELD: &str = "held";
/// The relay will never take it, unless somebody mends something and sends it again.
pub const FAILED: &str = "failed";

/// The last part of the address at which an answer is sent again.
pub const AGAIN: &str = "uudelleen";
/// The name of the button's form.
const FORM: &str = "send-again";
/// So many that did not arrive are listed on one page; the others come up when these are dealt with.
const LISTED_MAX: usize = 20;

/// Sends the letter of an answer, once, and notes how it went.
///
/// # Errors
/// What keeps it from being sent now; it is tried again. What keeps it from ever being sent is
/// noted on the answer instead.
pub async fn deliver(
    app: &App,
    access: &Access,
    answer: &Opened,
    letter: &Letter,
) -> Result<(), Fault> {
    match app.mailer.send(&access.register().notice, letter).await {
        Ok(()) => {
            let about = Some((answer.person, answer.id));
            app.engine.note(access, looks::SENT, &answer.kind, about).await?;
            set(app, access, answer, SENT).await
        }
        Err(fault) if fault.kind() == FaultKind::Invalid => {
            tracing::error!(key = fault.key(), why = fault.private(), "an answer cannot be mailed");
            set(app, access, answer, FAILED).await
        }
        Err(fault) => {
            if answer.state != HELD {
                set(app, access, answer, HELD).await?;
            }
            Err(fault)
        }
    }
}

/// Notes how it stands with an answer.
///
/// # Errors
/// When the store fails.
pub async fn set(app: &App, access: &Access, answer: &Opened, state: &str) -> Result<(), Fault> {
    match app.engine.set_state(access, answer.id, answer.version, state).await {
        // Erased or changed while the relay was talking: the letter is as it is.
        Err(fault) if fault.is_gone() || fault.kind() == FaultKind::Conflict => Ok(()),
        other => other.map(drop),
    }
}

/// The button has been pressed: what did not arrive of the answers to this goes into the queue again.
///
/// # Errors
/// `Conflict` when nothing is to be sent again; `Environment` while no mail can leave.
pub async fn again(
    (ctx, app): (&Ctx, &App),
    access: &Access,
    (kind, whole): (&str, RecordId),
    job: &str,
    sent: &Submission,
) -> Result<(), Fault> {
    sent.pressed(ctx, FORM)?;
    if !app.mailer.is_ready() {
        return Err(Fault::new(FaultKind::Environment, "fault-mail-not-configured"));
    }
    let query = Query { thread: Some(whole), states: vec![FAILED.to_owned()], ..Query::of(kind) };
    let failed = app.engine.page(access, &query).await?.records;
    if failed.is_empty() {
        return Err(Fault::new(FaultKind::Conflict, "post-nothing-failed"));
    }
    for answer in &failed {
        app.engine.set_state_then_job(access, answer, QUEUED, job).await?;
    }
    Ok(())
}

/// How it stands with an answer, and the button where it did not arrive.
pub fn told(ctx: &Ctx, answer: &Opened, path: &str, may: bool) -> Markup {
    let state = &answer.state;
    if state == FAILED {
        return note(
            Tone::Warning,
            &ctx.say("post-failed"),
            html! {
                p { (ctx.say("post-failed-text")) }
                @if may { p { (button(ctx, path)) } }
            },
        );
    }
    html! { @if !state.is_empty() { p.quiet { (ctx.say(&format!("reply-state-{state}"))) } } }
}

fn button(ctx: &Ctx, path: &str) -> Markup {
    let label = ctx.say("post-again");
    post_button(ctx, FORM, &format!("{path}/{AGAIN}"), button_quiet(&label))
}

/// What the front of a desk says of the answers of a kind that wait or did not arrive; nothing while
/// all is well. No record is opened. `path` is the desk's.
///
/// # Errors
/// When the store fails.
pub async fn board(ctx: &Ctx, app: &App, kind: &str, path: &str) -> Result<Markup, Fault> {
    let register = &app.register()?.notice.id;
    let counts = app.engine.counts(register, kind).await?;
    let count = |state: &str| counts.get(state).copied().unwrap_or(0);
    let (held, failed) = (count(HELD), count(FAILED));
    let wholes = match failed {
        0 => Vec::new(),
        _ => app.engine.wholes(register, kind, FAILED, LISTED_MAX).await?,
    };
    Ok(html! {
        @if failed > 0 {
            (note(Tone::Bad, &ctx.say("post-failed"), html! {
                p { (ctx.say_with("post-failed-count", &[("count", failed.into())])) }
                ul.post-failed {
                    @for whole in &wholes {
                        @let own = format!("{path}/{}", whole.record);
                        @let number = whole.number.unwrap_or_default().to_string();
                        li {
                            a href=(ctx.href(&own)) { (ctx.say_with("post-number", &[("number", number.into())])) }
                            " " (button(ctx, &own))
                        }
                    }
                }
            }))
        }
        @if held > 0 {
            (note(Tone::Warning, &ctx.say("post-held"), html! {
                p { (ctx.say_with("post-held-text", &[("count", held.into())])) }
            }))
        }
    })
}
