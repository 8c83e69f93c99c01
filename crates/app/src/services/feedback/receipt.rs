//! The receipt of feedback: shown when it has come, and for a while again to whoever reloads that
//! page, which sends the same form once more.

use std::sync::Arc;

use axum::response::Response;
use maud::{Markup, html};
use seloste_kernel::{Fault, FaultKind};
use seloste_notice::render::supervisor;
use seloste_register::{Collected, Register};
use seloste_web::components::{Tone, definitions, link_button, note};
use seloste_web::{CommandId, Ctx, Page};

use super::public::FORM;
use super::{FEEDBACK, consent};
use crate::app::App;
use crate::consents;
use crate::receipts::Receipt;
use crate::sentences::text;

/// The receipt of what has just come.
///
/// # Errors
/// When the receipt of a consent cannot be signed.
pub(super) async fn first(
    ctx: &Ctx,
    app: &Arc<App>,
    register: &Register,
    (command, collected): (CommandId, &Collected),
) -> Result<Response, Fault> {
    let kept = consents::kept(app, register, FEEDBACK, collected).await?;
    let receipt = Receipt::new(FORM, collected, ctx.now, collected.due).with_consents(kept);
    let shown = page(ctx, register, command, &receipt);
    app.receipts.keep(command, receipt);
    Ok(shown)
}

/// The same page once more.
///
/// # Errors
/// `Conflict`, in words of its own, when the code is not known any more.
pub(super) fn again(
    ctx: &Ctx,
    app: &App,
    register: &Register,
    command: CommandId,
) -> Result<Response, Fault> {
    match app.receipts.again(FORM, command, ctx.now) {
        Some(receipt) => Ok(page(ctx, register, command, &receipt)),
        None => Err(Fault::new(FaultKind::Conflict, "feedback-receipt-over")),
    }
}

fn page(ctx: &Ctx, register: &Register, command: CommandId, receipt: &Receipt) -> Response {
    let mut facts = Vec::new();
    if let Some(number) = receipt.number {
        facts.push((ctx.say("feedback-receipt-number"), html! { (number) }));
    }
    facts.push((ctx.say("feedback-receipt-sent"), html! { (ctx.moment(receipt.sent)) }));
    if let Some(due) = receipt.due {
        facts.push((ctx.say("feedback-receipt-due"), html! { (ctx.moment(due)) }));
    }
    let body = html! {
        (note(Tone::Good, &ctx.say("feedback-receipt-good"), html! { p { (ctx.say("feedback-receipt-thanks")) } }))
        @if receipt.masked {
            (note(Tone::Warning, &ctx.say("feedback-receipt-masked"), html! { p { (ctx.say("feedback-receipt-masked-text")) } }))
        }
        (receipt.code(ctx, &ctx.say("feedback-receipt-code")))
        (definitions(&facts))
        (consent::given(ctx, register, command, receipt))
        h2 { (ctx.say("feedback-receipt-can")) }
        p { (ctx.say("feedback-receipt-can-text")) }
        div.actions { (link_button(ctx, "/oma", &ctx.say("feedback-receipt-own"))) }
        (complaint(ctx, register))
    };
    Page::new(ctx.say("feedback-receipt-title"), body).here_only().render(ctx)
}

/// To whom one may complain (Art. 77).
fn complaint(ctx: &Ctx, register: &Register) -> Markup {
    let authority = register.notice.authority.as_ref();
    let known = authority.and_then(|authority| supervisor(&authority.code));
    html! {
        @if let Some(supervisor) = known {
            @let site = text(&supervisor.site, ctx.lang);
            h2 { (ctx.say("feedback-complaint")) }
            p {
                (ctx.say("feedback-complaint-text")) " "
                (text(&supervisor.name, ctx.lang)) ", "
                a href=(site) { (site) } "."
            }
        }
    }
}
