//! The receipt: shown when feedback has come, and for a while again to whoever reloads that page.
//! Until then its code is in memory, and after that nowhere: only its digest is stored.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use axum::response::Response;
use jiff::SignedDuration;
use maud::{Markup, html};
use seloste_kernel::{Exit, Fault, FaultKind, Sensitive, Timestamp};
use seloste_notice::render::supervisor;
use seloste_register::{Collected, Register};
use seloste_web::components::{Tone, code_display, definitions, link_button, note};
use seloste_web::{CommandId, Ctx, Page};

use crate::app::App;
use crate::sentences::text;

/// So long a reload shows the same code.
const SHOWN_MINUTES: i64 = 10;
/// So many are remembered at once; of more, the oldest is forgotten.
const REMEMBERED_MAX: usize = 1_000;
/// The script that copies the code; without it the code is selected by one click.
const SCRIPT: &str = "copy.js";

/// What a receipt says.
#[derive(Clone)]
struct Receipt {
    code: Option<Sensitive<String>>,
    number: Option<i64>,
    masked: bool,
    sent: Timestamp,
    due: Option<Timestamp>,
}

/// Receipts shown lately, by the submission that made them.
#[derive(Default)]
pub struct Receipts(Mutex<BTreeMap<(Timestamp, [u8; 16]), Receipt>>);

impl Receipts {
    fn keep(&self, command: CommandId, receipt: Receipt) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        forget(&mut known, receipt.sent);
        known.insert((receipt.sent, command.0), receipt);
        while known.len() > REMEMBERED_MAX {
            known.pop_first();
        }
    }

    fn again(&self, command: CommandId, now: Timestamp) -> Option<Receipt> {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        forget(&mut known, now);
        known.iter().find(|((_, id), _)| *id == command.0).map(|(_, receipt)| receipt.clone())
    }

    /// Forgets what has been remembered long enough.
    pub fn forget(&self, now: Timestamp) {
        forget(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner), now);
    }
}

fn forget(known: &mut BTreeMap<(Timestamp, [u8; 16]), Receipt>, now: Timestamp) {
    let shown = SignedDuration::from_mins(SHOWN_MINUTES);
    known.retain(|(sent, _), _| now.duration_since(*sent).abs() <= shown);
}

/// Static files of the page: name, media type, content.
pub fn asset() -> (&'static str, &'static str, Vec<u8>) {
    let script = include_bytes!("../../../assets/copy.js").to_vec();
    (SCRIPT, "text/javascript; charset=utf-8", script)
}

/// The receipt of what has just come.
pub(super) fn first(
    ctx: &Ctx,
    app: &App,
    register: &Register,
    (command, collected): (CommandId, &Collected),
) -> Response {
    let receipt = Receipt {
        code: collected.receipt.clone(),
        number: collected.number,
        masked: collected.masked > 0,
        sent: ctx.now,
        due: collected.due,
    };
    let shown = page(ctx, register, &receipt);
    app.receipts.keep(command, receipt);
    shown
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
    match app.receipts.again(command, ctx.now) {
        Some(receipt) => Ok(page(ctx, register, &receipt)),
        None => Err(Fault::new(FaultKind::Conflict, "feedback-receipt-over")),
    }
}

fn page(ctx: &Ctx, register: &Register, receipt: &Receipt) -> Response {
    let code = receipt.code.as_ref().map(|code| code.expose(Exit::Page).as_str());
    let mut facts = Vec::new();
    if let Some(number) = receipt.number {
        facts.push((ctx.say("feedback-receipt-number"), html! { (number) }));
    }
    facts.push((ctx.say("feedback-receipt-sent"), html! { (ctx.moment(receipt.sent)) }));
    if let Some(due) = receipt.due {
        facts.push((ctx.say("feedback-receipt-due"), html! { (ctx.moment(due)) }));
    }
    let keep = ctx.say_with("feedback-receipt-keep", &[("minutes", SHOWN_MINUTES.into())]);
    let body = html! {
        (note(Tone::Good, &ctx.say("feedback-receipt-good"), html! { p { (ctx.say("feedback-receipt-thanks")) } }))
        @if receipt.masked {
            (note(Tone::Warning, &ctx.say("feedback-receipt-masked"), html! { p { (ctx.say("feedback-receipt-masked-text")) } }))
        }
        (code_display(&ctx.say("feedback-receipt-code"), code.unwrap_or_default()))
        (copy_button(ctx))
        p { strong { (keep) } }
        (definitions(&facts))
        h2 { (ctx.say("feedback-receipt-can")) }
        p { (ctx.say("feedback-receipt-can-text")) }
        div.actions { (link_button(ctx, "/oma", &ctx.say("feedback-receipt-own"))) }
        (complaint(ctx, register))
    };
    Page::new(ctx.say("feedback-receipt-title"), body).here_only().render(ctx)
}

/// Hidden until the script has found that it can copy.
fn copy_button(ctx: &Ctx) -> Markup {
    html! {
        p.copy data-copy hidden role="status" {
            button.button.quiet-button type="button" data-done=(ctx.say("feedback-receipt-copied")) {
                (ctx.say("feedback-receipt-copy"))
            }
        }
        script src=(ctx.kit.asset(SCRIPT)) defer {}
    }
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
