//! The last look before a decision is carried out: the letter that will be sent, and before an erasure
//! whose data go, and that nobody is written to. What is sent is what was shown, or it is shown again.

use std::sync::Arc;

use maud::{Markup, html};
use seloste_kernel::{Exit, Sensitive};
use seloste_register::{Access, Opened};
use seloste_web::components::{Tone, note};
use seloste_web::form::{Field, Form, FormErrors, FormSpec, Kind, Values};
use seloste_web::{Answer, Ctx, Link, Page};

use super::super::decision::Prepared;
use super::super::own::what_goes;
use super::super::slip::Behind;
use super::super::{requests, slip};
use super::{PATH, decide, matched};
use crate::app::App;

/// The field that says which letter has been seen.
pub const SEEN: &str = "seen";

/// Whether these values come from the page that showed this letter.
pub fn is_seen(values: &Values, prepared: &Prepared) -> bool {
    values.get(SEEN).is_some_and(|seen| *seen.expose(Exit::Decision) == prepared.seen())
}

/// The page. Everything that was chosen is sent along again.
///
/// # Errors
/// When the store fails.
pub async fn page(
    ctx: &Ctx,
    app: &Arc<App>,
    access: &Access,
    (request, prepared): (&Opened, &Prepared),
    mut values: Values,
) -> Answer {
    let unsent = prepared.erases.is_some() && values.take("text").is_some();
    values.set(SEEN, Sensitive::new(prepared.seen()));
    let back = format!("{PATH}/{}", request.id);
    let letter = letter(ctx, slip::behind(app, request).await?, prepared);
    let (title, leave) = match prepared.erases {
        Some(_) => ("rights-confirm-title", "rights-confirm-back"),
        None => ("case-preview-title", "case-preview-back"),
    };
    let body = html! {
        @if prepared.erases.is_some() {
            (erasure(ctx, app, access, (request, prepared), unsent).await?)
        }
        (letter)
        @if prepared.erases.is_none() { h2 { (ctx.say("rights-decide")) } }
        (form(ctx, app, (request, prepared), &values)?)
        div.actions { a.button.quiet-button href=(ctx.href(&back)) { (ctx.say(leave)) } }
    };
    Ok(Page::new(ctx.say(title), body)
        .trail(vec![Link::new(PATH, ctx.say("rights-desk-title"))])
        .render(ctx))
}

fn letter(ctx: &Ctx, behind: Behind, prepared: &Prepared) -> Markup {
    let way = match (prepared.by_mail, behind) {
        _ if prepared.leaves => "case-preview-leaves",
        _ if prepared.erases.is_some() => "case-preview-paper",
        (true, Behind::Own | Behind::Request) => "case-preview-mail",
        (true, Behind::Data) => "case-preview-mail-data",
        (true, Behind::Nothing) => "case-preview-mail-only",
        (false, Behind::Own | Behind::Request) => "case-preview-code",
        (false, Behind::Data) => "case-preview-data",
        (false, Behind::Nothing) => "case-preview-post",
    };
    html! {
        h2 { (ctx.say("case-letter")) }
        p.quiet { (ctx.say(way)) }
        (prepared.paper.html())
    }
}

/// Whose data go, and what follows from it.
async fn erasure(
    ctx: &Ctx,
    app: &Arc<App>,
    access: &Access,
    (request, prepared): (&Opened, &Prepared),
    unsent: bool,
) -> Result<Markup, seloste_kernel::Fault> {
    let plans = prepared.erases.iter().flat_map(|plans| &plans.of);
    let register = app.register()?;
    let held = match requests::target(request) {
        Some(person) => matched::held(ctx, app, access, (request, person)).await?,
        None => matched::mailbox(ctx, app, request).await?,
    };
    Ok(html! {
        (held)
        @for (_, plan) in plans { (what_goes(ctx, &register.notice, plan)) }
        (note(Tone::Warning, &ctx.say("rights-erase-warning"), html! {
            p { (ctx.say("rights-erase-warning-text")) }
            @if !prepared.leaves { p { (ctx.say("rights-erasure-untold")) } }
            @if unsent { p { (ctx.say("rights-confirm-unsent")) } }
        }))
    })
}

/// Before an erasure nothing is left to write; any other letter can still be changed, and is then
/// shown again.
fn form(
    ctx: &Ctx,
    app: &App,
    (request, prepared): (&Opened, &Prepared),
    values: &Values,
) -> Result<Markup, seloste_kernel::Fault> {
    let (spec, submit) = match prepared.erases {
        Some(_) => {
            let names = ["decision", "version", SEEN];
            let fields = names.map(|name| Field::new(name, "", Kind::Hidden)).to_vec();
            (FormSpec::new(decide::FORM, fields), ctx.say("rights-confirm-erase"))
        }
        None => (decide::spec(ctx, app, request)?, ctx.say("case-preview-send")),
    };
    let (action, errors) = (decide::path(request), FormErrors::none());
    let form = Form { spec: &spec, action: &action, values, errors: &errors, submit: &submit };
    Ok(form.render(ctx, html! {}))
}
