//! The last look before a letter goes: what it says, and who reads it by which way; before an erasure
//! whose data go, and that nobody is written to. What is sent is what was shown, or it is shown again.

use std::sync::Arc;

use maud::{Markup, html};
use seloste_kernel::{Exit, Fault, Sensitive};
use seloste_notice::model::Notice;
use seloste_register::Opened;
use seloste_web::components::{Tone, note};
use seloste_web::form::{Field, Form, FormErrors, FormSpec, Kind, Values};
use seloste_web::{Answer, Ctx, Link, Page};

use super::super::decision::Prepared;
use super::super::own::what_goes;
use super::super::{mailbox, requests, told};
use super::case::{self, Case};
use super::sending::Sending;
use super::{PATH, decide, matched};
use crate::app::App;

/// The field that says which letter has been seen.
pub const SEEN: &str = "seen";

/// Whether these values come from the page that showed this letter.
pub fn is_seen(values: &Values, prepared: &Prepared) -> bool {
    values.get(SEEN).is_some_and(|seen| *seen.expose(Exit::Decision) == prepared.seen())
}

/// How a letter is looked at.
pub struct Look<'a> {
    /// What can still be changed; the letter is then shown again.
    pub spec: &'a FormSpec,
    /// Where the form is sent.
    pub action: &'a str,
    /// The word on its button.
    pub submit: String,
    /// How whoever asked gets the letter.
    pub way: Sending,
}

/// The page with a letter. Everything that was chosen is sent along again.
///
/// # Errors
/// None; as every page.
pub fn letter(
    ctx: &Ctx,
    (request, prepared): (&Opened, &Prepared),
    look: &Look<'_>,
    mut values: Values,
) -> Answer {
    values.set(SEEN, Sensitive::new(prepared.seen()));
    let errors = FormErrors::none();
    let Look { spec, action, submit, way } = look;
    let form = Form { spec, action, values: &values, errors: &errors, submit };
    let body = html! {
        (paper(ctx, way, prepared))
        h2 { (ctx.say("case-preview-change")) }
        (form.render(ctx, html! {}))
    };
    page(ctx, request, ("case-preview-title", "case-preview-back"), &body)
}

/// The page before an erasure: nothing is left to write.
///
/// # Errors
/// When the store fails.
pub async fn erasure(
    ctx: &Ctx,
    app: &Arc<App>,
    case: &Case,
    (prepared, plans): (&Prepared, &mailbox::Plans),
    mut values: Values,
) -> Answer {
    let request = &case.request;
    let unsent = values.take("text").is_some();
    values.set(SEEN, Sensitive::new(prepared.seen()));
    let fields = ["decision", "version", SEEN].map(|name| Field::new(name, "", Kind::Hidden));
    let spec = FormSpec::new(decide::FORM, fields.to_vec());
    let (action, submit) = (decide::path(request), ctx.say("rights-confirm-erase"));
    let errors = FormErrors::none();
    let form =
        Form { spec: &spec, action: &action, values: &values, errors: &errors, submit: &submit };
    let body = html! {
        (what_follows(ctx, app, case, (plans, unsent, prepared.leaves)).await?)
        (paper(ctx, &Sending::erased(prepared), prepared))
        (form.render(ctx, html! {}))
    };
    page(ctx, request, ("rights-confirm-title", "rights-confirm-back"), &body)
}

fn page(ctx: &Ctx, request: &Opened, (title, leave): (&str, &str), body: &Markup) -> Answer {
    let back = ctx.href(&case::path(request));
    let body = html! {
        (body)
        div.actions { a.button.quiet-button href=(back) { (ctx.say(leave)) } }
    };
    Ok(Page::new(ctx.say(title), body)
        .trail(vec![Link::new(PATH, ctx.say("rights-desk-title"))])
        .render(ctx))
}

fn paper(ctx: &Ctx, way: &Sending, prepared: &Prepared) -> Markup {
    html! {
        h2 { (ctx.say("case-letter")) }
        p.quiet { (way.says(ctx)) }
        (prepared.paper.html())
    }
}

/// Whose data go, and what follows from it.
async fn what_follows(
    ctx: &Ctx,
    app: &Arc<App>,
    Case { access, request, .. }: &Case,
    (plans, unsent, leaves): (&mailbox::Plans, bool, bool),
) -> Result<Markup, Fault> {
    let register = app.register()?;
    let along = mailbox::along(app, request).await?;
    let held = match requests::target(request) {
        Some(person) => matched::held(ctx, app, access, (request, person)).await?,
        None => matched::mailbox(ctx, app, request).await?,
    };
    Ok(html! {
        (held)
        @for (_, plan) in &plans.of { (what_goes(ctx, &register.notice, plan)) }
        (others(ctx, &register.notice, ("rights-along-goes", &along.goes)))
        @if !along.first.is_empty() {
            (note(Tone::Warning, &ctx.say("rights-along-warning"), html! {
                p { (ctx.say("rights-along-warning-text")) }
            }))
        }
        (others(ctx, &register.notice, ("rights-along-first", &along.first)))
        (note(Tone::Warning, &ctx.say("rights-erase-warning"), html! {
            p { (ctx.say("rights-erase-warning-text")) }
            @if !leaves { p { (ctx.say("rights-erasure-untold")) } }
            @if unsent { p { (ctx.say("rights-confirm-unsent")) } }
        }))
    })
}

/// Other requests of the same mailbox, each with its page.
fn others(ctx: &Ctx, notice: &Notice, (title, all): (&str, &[Opened])) -> Markup {
    html! {
        @if !all.is_empty() {
            h2 { (ctx.say(title)) }
            ul { @for one in all { li { a href=(ctx.href(&case::path(one))) { (told::title(ctx, notice, one)) } } } }
        }
    }
}
