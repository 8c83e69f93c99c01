//! Writing down a request that came by letter, mail, telephone or in person. Its clock runs from
//! the day on which it arrived.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use jiff::SignedDuration;
use jiff::civil::Date;
use maud::html;
use seloste_kernel::{Exit, Fault, Sensitive, Timestamp, ZONE};
use seloste_register::{Action, Collected, Owner, RIGHTS};
use seloste_web::components::{code_display, definitions, link_button};
use seloste_web::form::{Field, Form, FormErrors, FormSpec, Kind, Reading, Submission, Values};
use seloste_web::{Answer, Ctx, Link, Page, Router};

use super::super::behalf;
use super::super::requests::{self, Asked, KIND};
use super::{PATH, words};
use crate::app::App;
use crate::console::Staff;
use crate::forms;

const FIELDS: [&str; 8] =
    ["type", "text", "contact", "behalf", "subject", "mandate", "channel", "language"];

/// Whoever writes down a request that is older than this says that it is no slip of the pen.
const OLD: SignedDuration = SignedDuration::from_hours(90 * 24);

/// The pages.
pub fn routes() -> Router<Arc<App>> {
    Router::new().route("/hallinta/pyynnot/uusi", get(show).post(send))
}

fn spec(ctx: &Ctx, app: &App, old: bool) -> Result<FormSpec, Fault> {
    let register = app.register()?;
    let mut fields = forms::Asked::new(&register.notice, KIND, &FIELDS)?.fields(ctx);
    behalf::explain(ctx, &register.notice, &mut fields);
    words::for_staff(ctx, &mut fields);
    fields.push(
        Field::new("arrived", ctx.say("rights-arrived"), Kind::Date)
            .required()
            .help(ctx.say("rights-arrived-help")),
    );
    if old {
        fields.push(Field::new("old", ctx.say("rights-arrived-sure"), Kind::Consent));
    }
    Ok(FormSpec::new("rights-enter", fields))
}

fn page(ctx: &Ctx, app: &App, values: &Values, errors: &FormErrors) -> Answer {
    let old = arrived(values).is_some_and(|at| is_old(ctx, at));
    let (spec, submit) = (spec(ctx, app, old)?, ctx.say("rights-enter"));
    let action = "/hallinta/pyynnot/uusi";
    let form = Form { spec: &spec, action, values, errors, submit: &submit };
    let mails = if app.mails()? { "rights-enter-mails" } else { "rights-enter-unmailed" };
    let body = form.render(ctx, html! { p { (ctx.say(mails)) } });
    Ok(Page::new(ctx.say("rights-enter-title"), body)
        .trail(vec![Link::new(PATH, ctx.say("rights-desk-title"))])
        .status(errors.status())
        .render(ctx))
}

async fn show(ctx: Ctx, staff: Staff, State(app): State<Arc<App>>) -> Answer {
    staff.access(&app, RIGHTS, Action::DecideRequests)?;
    page(&ctx, &app, &behalf::nobody_else(), &FormErrors::none())
}

async fn send(ctx: Ctx, staff: Staff, State(app): State<Arc<App>>, sent: Submission) -> Answer {
    let access = staff.access(&app, RIGHTS, Action::DecideRequests)?;
    let (mut values, command) = match sent.read(&ctx, &spec(&ctx, &app, true)?)? {
        Reading::Bad(values, errors) => return page(&ctx, &app, &values, &errors),
        Reading::Good(values, command) => (values, command),
    };
    let wrong = match arrived(&values) {
        Some(at) if is_old(&ctx, at) && values.get("old").is_none() => "rights-arrived-old",
        Some(at) if at <= ctx.now => "",
        _ => "rights-arrived-future",
    };
    if !wrong.is_empty() {
        ctx.send_again(command);
        let mut errors = FormErrors::none();
        errors.add("arrived", ctx.say(wrong));
        return page(&ctx, &app, &values, &errors);
    }
    let arrived = arrived(&values).unwrap_or(ctx.now);
    let asked = asked(&ctx, &mut values, arrived, command.0);
    let (collected, due) = requests::open(&app, &access, Owner::New, asked).await?;
    Ok(entered(&ctx, &collected, due))
}

/// The request's number, its last day, and the code to give to the person.
fn entered(ctx: &Ctx, collected: &Collected, due: Timestamp) -> Response {
    let code = collected.receipt.as_ref().map(|code| code.expose(Exit::Page).as_str());
    let pairs = [
        (ctx.say("rights-number"), html! { (collected.number.unwrap_or_default()) }),
        (ctx.say("rights-due"), html! { time datetime=(due) { (ctx.date(due)) } }),
    ];
    let body = html! {
        (definitions(&pairs))
        (code_display(&ctx.say("rights-enter-code"), code.unwrap_or_default()))
        p { (ctx.say("rights-enter-code-text")) }
        (link_button(ctx, &format!("{PATH}/{}", collected.record), &ctx.say("rights-enter-next")))
    };
    Page::new(ctx.say("rights-entered"), body)
        .trail(vec![Link::new(PATH, ctx.say("rights-desk-title"))])
        .render(ctx)
}

fn asked(ctx: &Ctx, values: &mut Values, arrived: Timestamp, command: [u8; 16]) -> Asked {
    let mut plain = |name: &str| {
        let value = values.take(name).unwrap_or_else(|| Sensitive::new(String::new()));
        value.expose(Exit::Decision).clone()
    };
    let (what, channel, lang) = (plain("type"), plain("channel"), plain("language"));
    Asked {
        what,
        text: values.take("text"),
        contact: values.take("contact"),
        channel,
        lang: lang.parse().unwrap_or(ctx.lang),
        arrived: Some(arrived),
        sent_by: None,
        purpose: None,
        behalf: behalf::taken(values),
        command,
    }
}

fn arrived(values: &Values) -> Option<Timestamp> {
    start_of(values.get("arrived")?.expose(Exit::Decision))
}

fn is_old(ctx: &Ctx, arrived: Timestamp) -> bool {
    ctx.now.duration_since(arrived) > OLD
}

/// The first moment of a day here: a clock that starts with the day never ends late.
pub fn start_of(day: &str) -> Option<Timestamp> {
    let day: Date = day.parse().ok()?;
    day.in_tz(ZONE).ok().map(|zoned| zoned.timestamp())
}
