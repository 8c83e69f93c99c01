//! `/oma`: everything held on somebody, and what they may do about it.

use std::sync::Arc;

use axum::extract::{FromRequestParts, State};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use http::request::Parts;
use maud::{Markup, html};
use seloste_kernel::{Fault, PersonId, Sensitive};
use seloste_register::{Access, Action, Recognised, Way};
use seloste_web::components::{Tone, button_quiet, link_button, note, post_button};
use seloste_web::form::{Field, Form, FormErrors, FormSpec, Kind, Reading, Submission, Values};
use seloste_web::{Answer, Ctx, Failed, Link, Page, RateClass, Router};

use super::person_access;
use crate::app::App;
use crate::console::Staff;
use crate::site::{signed_in, staff_in, subject};

pub mod calendar;
mod change;
mod closed;
mod copy;
mod erase;
mod granted;
mod link;
mod looked;
mod mailbox;
mod object;
mod overview;
mod package;
mod portable;
mod received;
mod release;
mod reply;
mod restrict;
mod review;
mod tombstone;

pub use erase::{goes, on_ground, proof, proof_saying, what_goes};
pub use mailbox::listed;
pub use object::{raise as object, said as objection_told};
pub use release::{changed, confirm, question, seen};
pub use restrict::{GROUNDS, demand, told as restriction_told};
pub use tombstone::{page as erased_page, why as why_erased};

/// The page.
pub const PATH: &str = "/oma";

/// Where staff came from.
const DESK: &str = "/hallinta";

/// Guesses of codes: a person mistypes a few times, a thief tries many.
pub const GUESSES: RateClass = RateClass { name: "receipt-codes", burst: 10, per_minute: 5 };

/// The pages.
pub fn routes() -> Router<Arc<App>> {
    Router::new()
        .route(PATH, get(show).post(sign_in))
        .route("/oma/ulos", post(sign_out))
        .merge(calendar::routes())
        .merge(change::routes())
        .merge(closed::routes())
        .merge(copy::routes())
        .merge(erase::routes())
        .merge(granted::routes())
        .merge(link::routes())
        .merge(looked::routes())
        .merge(mailbox::routes())
        .merge(object::routes())
        .merge(package::routes())
        .merge(portable::routes())
        .merge(received::routes())
        .merge(release::routes())
        .merge(reply::routes())
        .merge(review::routes())
        .merge(restrict::routes())
}

/// The page of everything, as somebody sees it first: for those who measure it.
///
/// # Errors
/// As the page itself.
pub async fn first_view(ctx: &Ctx, app: &Arc<App>, person: PersonId) -> Answer {
    overview::page(ctx, app, &Own { person }).await
}

/// Somebody recognised. An axum extractor: without a session the visitor is led to [`PATH`].
pub struct Own {
    /// Who.
    pub person: PersonId,
}

impl Own {
    /// Leave to use the own rights.
    ///
    /// # Errors
    /// When the notice has no purpose `rights`.
    pub fn access(&self, app: &App, action: Action) -> Result<Access, Fault> {
        person_access(app, self.person, action)
    }
}

impl FromRequestParts<Arc<App>> for Own {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, Response> {
        let ctx = Ctx::from_request_parts(parts, app).await.map_err(Failed::into_response)?;
        match signed_in(&ctx) {
            Some((Way::Own, person)) => Ok(Self { person }),
            // Where the console is closed, so is this: an account closed, a factor not set up.
            Some((Way::Staff, _)) => {
                let staff = Staff::from_request_parts(parts, app).await?;
                Ok(Self { person: staff.person })
            }
            // A mailbox opens nobody's data.
            Some((Way::Mailbox, _)) => Err(ctx.redirect(mailbox::PATH)),
            None => Err(ctx.redirect(PATH)),
        }
    }
}

async fn show(ctx: Ctx, own: Result<Own, Response>, State(app): State<Arc<App>>) -> Answer {
    match own {
        Ok(own) => overview::page(&ctx, &app, &own).await,
        Err(elsewhere) if signed_in(&ctx).is_some() => Ok(elsewhere),
        Err(_) => Ok(ask(&ctx, &app, &Values::none(), &FormErrors::none())?),
    }
}

/// The field in which a receipt code is typed.
pub fn code_field(ctx: &Ctx) -> Field {
    Field::new("code", ctx.say("rights-code"), Kind::Code).help(ctx.say("rights-code-help"))
}

fn spec(ctx: &Ctx) -> FormSpec {
    FormSpec::new("own-sign-in", vec![code_field(ctx).required()])
}

fn ask(ctx: &Ctx, app: &App, values: &Values, errors: &FormErrors) -> Result<Response, Fault> {
    let submit = ctx.say("rights-open");
    let form = Form { spec: &spec(ctx), action: PATH, values, errors, submit: &submit };
    let way = if app.mails()? { "rights-no-code-text" } else { "rights-no-code-unmailed" };
    let body = html! {
        @if ctx.lapsed && errors.is_empty() {
            (note(Tone::Info, &ctx.say("rights-lapsed"), html! { p { (ctx.say("rights-lapsed-text")) } }))
        }
        (form.render(ctx, html! {}))
        h2 { (ctx.say("rights-no-code")) }
        p { (ctx.say(way)) }
        p { a href=(ctx.href("/pyynto")) { (ctx.say("rights-make-request")) } }
    };
    Ok(Page::new(ctx.say("rights-own-title"), body)
        .lead(ctx.say("rights-own-ask"))
        .status(errors.status())
        .render(ctx))
}

async fn sign_in(ctx: Ctx, State(app): State<Arc<App>>, sent: Submission) -> Answer {
    ctx.throttle(GUESSES)?;
    let mut values = match sent.read(&ctx, &spec(&ctx))? {
        Reading::Bad(values, errors) => return Ok(ask(&ctx, &app, &values, &errors)?),
        Reading::Good(values, _) => values,
    };
    let code = values.take("code").unwrap_or_else(|| Sensitive::new(String::new()));
    match app.engine.recognise(&app.register()?.notice.id, &code).await? {
        Some(Recognised::Person { person, .. }) => {
            Ok(ctx.sign_in(ctx.redirect(PATH), &subject(Way::Own, person)).await?)
        }
        Some(Recognised::Erased(tombstone)) => tombstone::page(&ctx, &app, &tombstone),
        None => {
            let mut errors = FormErrors::none();
            errors.add("code", ctx.say("rights-code-unknown"));
            values.set("code", code);
            Ok(ask(&ctx, &app, &values, &errors)?)
        }
    }
}

async fn sign_out(ctx: Ctx, sent: Submission) -> Answer {
    match signed_in(&ctx) {
        None => return Ok(ctx.redirect(PATH)),
        // Whoever looks at their own data from the desk goes back there, still signed in.
        Some((Way::Staff, _)) => return Ok(ctx.redirect(DESK)),
        Some((Way::Own | Way::Mailbox, _)) => {}
    }
    sent.pressed(&ctx, "own-sign-out")?;
    Ok(ctx.sign_out(ctx.redirect("/")).await?)
}

/// The way out: for staff back to the desk, for others to the front page, signed out.
pub fn leave(ctx: &Ctx) -> Markup {
    match staff_in(ctx) {
        Some(_) => link_button(ctx, DESK, &ctx.say("rights-own-desk")),
        None => {
            let button = button_quiet(&ctx.say("rights-sign-out"));
            post_button(ctx, "own-sign-out", "/oma/ulos", button)
        }
    }
}

/// Staff may hold a receipt code, too: their account's data are not what it opens.
pub fn another(ctx: &Ctx) -> Markup {
    if staff_in(ctx).is_none() {
        return html! {};
    }
    let (spec, submit) = (spec(ctx), ctx.say("rights-open"));
    let (values, errors) = (Values::none(), FormErrors::none());
    let form =
        Form { spec: &spec, action: PATH, values: &values, errors: &errors, submit: &submit };
    html! {
        h2 { (ctx.say("rights-own-another")) }
        (form.render(ctx, html! { p { (ctx.say("rights-own-another-text")) } }))
    }
}

/// The way back from a page under this one.
pub fn trail(ctx: &Ctx) -> Vec<Link> {
    vec![Link::new(PATH, ctx.say("rights-own-title"))]
}
