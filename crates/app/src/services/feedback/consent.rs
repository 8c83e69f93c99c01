//! The consent that came with feedback, on its receipt: a file to keep, and a button that takes the
//! consent back where it was given (Art. 7(3): as easily as it was given).

use std::sync::Arc;

use axum::extract::{Path, State};
use maud::{Markup, html};
use seloste_kernel::{Actor, Fault, FaultKind};
use seloste_register::{Access, Action, RIGHTS, Register};
use seloste_web::components::{Tone, link_button, note};
use seloste_web::form::Submission;
use seloste_web::{Answer, CommandId, Ctx, Page};

use super::public::FORM;
use crate::app::App;
use crate::consents::{Kept, attached};
use crate::receipts::{self, Receipt};
use crate::{looks, withdrawing};

/// The button's name in its token.
const WITHDRAW: &str = "feedback-withdraw";

/// The consents on a receipt, with what can be done about each; nothing when none was given.
pub(super) fn given(
    ctx: &Ctx,
    register: &Register,
    command: CommandId,
    receipt: &Receipt,
) -> Markup {
    let path = receipts::at("/palaute", command);
    html! {
        @if let Some(kept) = &receipt.consents {
            h2 { (ctx.say("rights-consent")) }
            p { (ctx.say("feedback-consent-text")) }
            @for (purpose, _) in &kept.receipts {
                p { (looks::purpose(ctx, &register.notice, purpose)) }
                div.actions {
                    a.button.quiet-button download href=(ctx.href(&format!("{path}/suostumus/{purpose}"))) {
                        (ctx.say("rights-consent-receipt"))
                    }
                    a.button.quiet-button href=(ctx.href(&format!("{path}/peru/{purpose}"))) {
                        (ctx.say("rights-withdraw"))
                    }
                }
            }
            p.quiet { (ctx.say("rights-withdraw-text")) }
        }
    }
}

/// What the receipt of this address holds for this purpose.
fn kept(ctx: &Ctx, app: &App, command: &str, purpose: &str) -> Result<(Kept, String), Fault> {
    let command = receipts::named(command);
    let known = command.and_then(|command| app.receipts.again(FORM, command, ctx.now));
    let known = known.ok_or_else(|| Fault::new(FaultKind::Gone, "rights-receipt-over"))?;
    let kept = known.consents.ok_or_else(Fault::not_found)?;
    let file = kept.receipts.iter().find(|(of, _)| of == purpose).map(|(_, file)| file.clone());
    file.map(|file| (kept, file)).ok_or_else(Fault::not_found)
}

pub(super) async fn file(
    ctx: Ctx,
    State(app): State<Arc<App>>,
    Path((command, purpose)): Path<(String, String)>,
) -> Answer {
    let (_, file) = kept(&ctx, &app, &command, &purpose)?;
    Ok(attached(&purpose, file))
}

/// Leave of whoever holds the receipt.
fn own(app: &App, kept: &Kept) -> Result<Access, Fault> {
    let actor = Actor::Person(kept.person);
    app.engine.access(&app.register()?.notice.id, actor, RIGHTS, Action::Erase)
}

/// Before it is withdrawn: what goes.
pub(super) async fn ask(
    ctx: Ctx,
    State(app): State<Arc<App>>,
    Path((number, purpose)): Path<(String, String)>,
) -> Answer {
    let (kept, _) = kept(&ctx, &app, &number, &purpose)?;
    let path = format!("/palaute/kuitti/{number}/peru/{purpose}");
    let access = own(&app, &kept)?;
    let of = (kept.record, purpose.as_str());
    let body = withdrawing::before(&ctx, &app, &access, of, (WITHDRAW, &path)).await?;
    Ok(Page::new(ctx.say("rights-withdraw-title"), body).here_only().render(&ctx))
}

pub(super) async fn withdraw(
    ctx: Ctx,
    State(app): State<Arc<App>>,
    Path((command, purpose)): Path<(String, String)>,
    sent: Submission,
) -> Answer {
    sent.pressed(&ctx, WITHDRAW)?;
    let (kept, _) = kept(&ctx, &app, &command, &purpose)?;
    let access = own(&app, &kept)?;
    app.engine.withdraw(&access, kept.record, &purpose).await?;
    let text = html! { p { (ctx.say("feedback-consent-withdrawn")) } };
    let body = html! {
        (note(Tone::Good, &ctx.say("rights-withdrawn-title"), text))
        div.actions { (link_button(&ctx, "/todiste", &ctx.say("consent-check-title"))) }
    };
    Ok(Page::new(ctx.say("rights-done-title"), body).here_only().render(&ctx))
}
