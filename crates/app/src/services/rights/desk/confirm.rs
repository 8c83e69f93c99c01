//! The last look before an erasure is granted: whose data goes, and that nobody is written to.

use std::sync::Arc;

use maud::html;
use seloste_kernel::{Exit, Sensitive};
use seloste_register::{Access, Opened, Why};
use seloste_web::components::{Tone, note};
use seloste_web::form::{Field, Form, FormErrors, FormSpec, Kind, Values};
use seloste_web::{Answer, Ctx, Link, Page};

use super::super::own::what_goes;
use super::super::requests;
use super::{PATH, decide, matched};
use crate::app::App;

/// The field that says that this page has been seen.
pub const SEEN: &str = "seen";

/// Whether these values come from this page.
pub fn is_seen(values: &Values) -> bool {
    values.get(SEEN).is_some_and(|value| value.expose(Exit::Decision) == SEEN)
}

/// The page. Everything that was chosen is sent along again.
///
/// # Errors
/// When the store fails.
pub async fn page(
    ctx: &Ctx,
    app: &Arc<App>,
    access: &Access,
    request: &Opened,
    mut values: Values,
) -> Answer {
    let register = app.register()?;
    let goes = match requests::target(request) {
        Some(person) => {
            let plan = app.engine.plan_person(access, person, Why::Request).await?;
            let held = matched::held(ctx, app, access, (request, person)).await?;
            html! { (held) (what_goes(ctx, &register.notice, &plan)) }
        }
        None => matched::mailbox(ctx, app, request).await?,
    };
    let unsent = values.take("text").is_some();
    values.set(SEEN, Sensitive::new(SEEN.to_owned()));
    let names = ["decision", "version", SEEN];
    let fields = names.map(|name| Field::new(name, "", Kind::Hidden)).to_vec();
    let spec = FormSpec::new(decide::FORM, fields);
    let (action, submit) = (decide::path(request), ctx.say("rights-confirm-erase"));
    let errors = FormErrors::none();
    let back = format!("{PATH}/{}", request.id);
    let form =
        Form { spec: &spec, action: &action, values: &values, errors: &errors, submit: &submit };
    let body = html! {
        (goes)
        (note(Tone::Warning, &ctx.say("rights-erase-warning"), html! {
            p { (ctx.say("rights-erase-warning-text")) }
            p { (ctx.say("rights-erasure-untold")) }
            @if unsent { p { (ctx.say("rights-confirm-unsent")) } }
        }))
        (form.render(ctx, html! {}))
        div.actions { a.button.quiet-button href=(ctx.href(&back)) { (ctx.say("rights-confirm-back")) } }
    };
    Ok(Page::new(ctx.say("rights-confirm-title"), body)
        .trail(vec![Link::new(PATH, ctx.say("rights-desk-title"))])
        .render(ctx))
}
