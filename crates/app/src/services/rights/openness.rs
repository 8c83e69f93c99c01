//! `/tietopyynto`: requests for documents under the openness act (621/1999). They have a clock of
//! their own: two weeks, or a month when there is much to look through (§ 14).

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::routing::{get, post};
use maud::{Markup, html};
use seloste_kernel::{Actor, Exit, Fault, FaultKind};
use seloste_notice::model::{FieldType, Notice};
use seloste_register::{Action, Opened, Owner, RIGHTS};
use seloste_web::components::link_button;
use seloste_web::form::{
    Choice, Field, Form, FormErrors, FormSpec, Kind, Reading, Submission, Values,
};
use seloste_web::{Answer, Ctx, Page, Router};

use super::desk::{self, Case};
use super::request;
use super::requests::{self, Asked, KIND};
use crate::app::App;
use crate::cases;
use crate::forms;

/// The page.
pub const PATH: &str = "/tietopyynto";

/// The form's name in its token.
const FORM: &str = "openness";

const FIELDS: [&str; 2] = ["text", "contact"];

/// The pages.
pub fn routes() -> Router<Arc<App>> {
    Router::new()
        .route(PATH, get(show).post(send))
        .route("/tietopyynto/kuitti/{command}", get(receipt))
        .route("/hallinta/pyynnot/{id}/pidenna", post(lengthen))
}

/// Whether the notice says that documents can be asked for here.
pub fn is_declared(notice: &Notice) -> bool {
    let asked = notice.kind(KIND).and_then(|kind| kind.field("type"));
    asked.is_some_and(|field| match &field.ty {
        FieldType::Choice(choices) => choices.iter().any(|(name, _)| name == cases::OPENNESS),
        _ => false,
    })
}

fn spec(ctx: &Ctx, app: &App) -> Result<FormSpec, Fault> {
    let register = app.register()?;
    if !is_declared(&register.notice) {
        return Err(Fault::new(FaultKind::NotFound, "fault-not-found"));
    }
    let mut fields = forms::Asked::new(&register.notice, KIND, &FIELDS)?.fields(ctx);
    for field in &mut fields {
        if field.name == "text" {
            field.label = ctx.say("openness-what");
            field.required = true;
        }
        field.help = Some(ctx.say(&format!("openness-{}-help", field.name)));
    }
    Ok(FormSpec::new(FORM, fields))
}

fn page(ctx: &Ctx, app: &App, values: &Values, errors: &FormErrors) -> Answer {
    let (spec, submit) = (spec(ctx, app)?, ctx.say("rights-send"));
    let form = Form { spec: &spec, action: PATH, values, errors, submit: &submit };
    let register = app.register()?;
    let controller = register.notice.controller.name.as_str();
    let short = html! {
        p { (ctx.say_with("rights-request-short", &[("controller", controller.into())])) }
        p { a href=(ctx.href("/tietosuoja")) { (ctx.say("rights-read-notice")) } }
    };
    Ok(Page::new(ctx.say("openness-title"), form.render(ctx, short))
        .lead(ctx.say("openness-lead"))
        .status(errors.status())
        .render(ctx))
}

async fn show(ctx: Ctx, State(app): State<Arc<App>>) -> Answer {
    page(&ctx, &app, &Values::none(), &FormErrors::none())
}

async fn send(ctx: Ctx, State(app): State<Arc<App>>, sent: Submission) -> Answer {
    if let Some(again) = request::receipt_again(&ctx, &app, &sent, (FORM, PATH)) {
        return Ok(again);
    }
    let (mut values, command) = match sent.read(&ctx, &spec(&ctx, &app)?)? {
        Reading::Bad(values, errors) => return page(&ctx, &app, &values, &errors),
        Reading::Good(values, command) => (values, command),
    };
    let register = app.register()?;
    let access = app.engine.access(&register.notice.id, Actor::Visitor, RIGHTS, Action::Collect)?;
    let asked = Asked {
        what: cases::OPENNESS.to_owned(),
        text: values.take("text"),
        contact: values.take("contact"),
        channel: "form".to_owned(),
        lang: ctx.lang,
        arrived: None,
        sent_by: None,
        purpose: None,
        behalf: None,
        command: command.0,
    };
    let opened = requests::open(&app, &access, Owner::New, asked).await?;
    Ok(request::received(&ctx, &app, (FORM, PATH), sent.exact(&ctx), &opened))
}

async fn receipt(ctx: Ctx, State(app): State<Arc<App>>, Path(command): Path<String>) -> Answer {
    let receipt = request::remembered(&ctx, &app, FORM, &command)?;
    let body = html! {
        (request::facts(&ctx, &receipt))
        p { (ctx.say("openness-then")) }
        div.actions { (link_button(&ctx, "/oma", &ctx.say("rights-own-title"))) }
    };
    Ok(Page::new(ctx.say("rights-request-received"), body).render(&ctx))
}

fn longer_spec(ctx: &Ctx) -> FormSpec {
    let grounds = cases::LONGER
        .iter()
        .map(|state| Choice::new(*state, ctx.say(&format!("rights-state-{state}"))));
    let ground =
        Field::new("ground", ctx.say("openness-longer-ground"), Kind::Radio(grounds.collect()));
    FormSpec::new("openness-longer", vec![ground.required()])
}

/// The choice to take a month, on the page of a request that has two weeks.
pub fn longer(ctx: &Ctx, request: &Opened) -> Markup {
    if request.state != cases::OPENNESS {
        return html! {};
    }
    let action = format!("{}/{}/pidenna", desk::PATH, request.id);
    let (values, errors) = (Values::none(), FormErrors::none());
    let submit = ctx.say("openness-longer-send");
    let spec = longer_spec(ctx);
    let form =
        Form { spec: &spec, action: &action, values: &values, errors: &errors, submit: &submit };
    html! {
        h2 { (ctx.say("openness-longer")) }
        p { (ctx.say("openness-longer-text")) }
        (form.render(ctx, html! {}))
    }
}

async fn lengthen(ctx: Ctx, case: Case, State(app): State<Arc<App>>, sent: Submission) -> Answer {
    let Reading::Good(values, _) = sent.read(&ctx, &longer_spec(&ctx))? else {
        return Ok(case.back(&ctx));
    };
    let request = &case.request;
    if request.state != cases::OPENNESS {
        return Err(Fault::new(FaultKind::Conflict, "openness-longer-once").into());
    }
    let state = values.get("ground").map_or("", |state| state.expose(Exit::Decision));
    let until = cases::longer(request.created);
    app.engine.postpone(&case.access, request, until, state).await?;
    Ok(case.back(&ctx))
}
