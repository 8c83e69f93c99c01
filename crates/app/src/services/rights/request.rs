//! `/pyynto`: any right, by anybody, without an account and without a signature. With a receipt
//! code an erasure or a withdrawal is shown as the own pages show it, and done there; with a mail
//! address a one-time link goes there, if it is known, and the page says the same either way.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use maud::{Markup, html};
use seloste_kernel::{Actor, Fault, FaultKind, PersonId, Sensitive, Timestamp};
use seloste_register::{Action, Collected, Owner, RIGHTS, Recognised, Way};
use seloste_web::components::{Tone, definitions, link_button, note};
use seloste_web::form::{Form, FormErrors, FormSpec, Reading, Submission, Values};
use seloste_web::{Answer, CommandId, Ctx, Page, RateClass, Router};

use super::own::{GUESSES, code_field, erased_page};
use super::requests::{self, Asked, ERASURE, KIND};
use super::{behalf, openness, person_access, slip, told, withdrawal};
use crate::app::App;
use crate::cases::{PATH, WANTED};
use crate::forms;
use crate::receipts::{self, Receipt};
use crate::site::subject;

/// The form's name in its token.
const FORM: &str = "rights-request";

/// What the form asks of a request.
pub const FIELDS: [&str; 6] = ["type", "text", "contact", "behalf", "subject", "mandate"];

/// What a receipt says of a request whose answer can be read by its code alone.
const CODE_ONLY: &str = "rights-request-no-address-text";

/// What it says to whoever acts for another.
const BEHALF: &str = "rights-request-behalf";

/// The same to whoever gave the code of those data.
const BEHALF_KNOWN: &str = "rights-request-behalf-known";

/// That no proof came of their right.
const NO_MANDATE: &str = "rights-request-no-mandate";

/// What it says of those whose answer its code shows only later.
const UNTOLD: [&str; 5] = [
    BEHALF,
    "rights-request-no-address-words",
    "rights-request-link",
    "rights-request-post",
    "rights-request-unmailed",
];

/// Documents are large and nobody needs to be known to send one.
pub const DOCUMENTS: RateClass = RateClass { name: "mandates", burst: 10, per_minute: 2 };

/// The right that is used without staff when the code is known.
const WITHDRAWAL: &str = "withdraw-consent";

/// How a request came in.
#[derive(Clone, Copy)]
struct Came {
    /// The number of just what was sent.
    exact: CommandId,
    /// Whether its document was left out.
    left_out: bool,
}

impl Came {
    fn receipt(self, ctx: &Ctx, (collected, due): &(Collected, Timestamp)) -> Receipt {
        let receipt = Receipt::new(FORM, collected, ctx.now, Some(*due));
        if self.left_out { receipt.without_document() } else { receipt }
    }
}

/// The pages.
pub fn routes() -> Router<Arc<App>> {
    Router::new().route(PATH, get(show).post(send)).route("/pyynto/kuitti/{command}", get(receipt))
}

fn spec(ctx: &Ctx, app: &App) -> Result<FormSpec, Fault> {
    let register = app.register()?;
    let mut fields = forms::Asked::new(&register.notice, KIND, &FIELDS)?.fields(ctx);
    behalf::explain(ctx, &register.notice, &mut fields);
    let mails = app.mails()?;
    for field in fields.iter_mut().filter(|field| field.name == "contact" && !mails) {
        field.help = Some(ctx.say("rights-contact-unmailed"));
    }
    fields.insert(1, code_field(ctx));
    Ok(FormSpec::new(FORM, fields))
}

fn page(ctx: &Ctx, app: &App, values: &Values, errors: &FormErrors) -> Answer {
    let (spec, submit) = (spec(ctx, app)?, ctx.say("rights-send"));
    let form = Form { spec: &spec, action: PATH, values, errors, submit: &submit };
    let register = app.register()?;
    let short = html! {
        p { (ctx.say_with("rights-request-short", &[("controller", register.notice.controller.name.as_str().into())])) }
        p { a href=(ctx.href("/tietosuoja")) { (ctx.say("rights-read-notice")) } }
    };
    let body = html! {
        (form.render(ctx, short))
        @if openness::is_declared(&register.notice) {
            p { a href=(ctx.href(openness::PATH)) { (ctx.say("openness-link")) } }
        }
        (told::complaint(ctx, &register.notice))
    };
    Ok(Page::new(ctx.say("rights-request-title"), body)
        .lead(ctx.say("rights-request-lead"))
        .status(errors.status())
        .render(ctx))
}

async fn show(ctx: Ctx, State(app): State<Arc<App>>) -> Answer {
    let mut values = behalf::nobody_else();
    // A link elsewhere may choose the right beforehand.
    if let Some(wanted) = ctx.param(WANTED).filter(|wanted| wanted.len() < 40) {
        values.set("type", Sensitive::new(wanted));
    }
    page(&ctx, &app, &values, &FormErrors::none())
}

async fn send(ctx: Ctx, State(app): State<Arc<App>>, sent: Submission) -> Answer {
    if let Some(again) = receipt_again(&ctx, &app, &sent, (FORM, PATH)) {
        return Ok(again);
    }
    let (mut values, command) = match sent.read(&ctx, &spec(&ctx, &app)?)? {
        Reading::Bad(values, errors) => return page(&ctx, &app, &values, &errors),
        Reading::Good(values, command) => (values, command),
    };
    if values.get("mandate").is_some() {
        ctx.throttle(DOCUMENTS)?;
    }
    let left_out = behalf::leave_out_document(&app, (&mut values, "mandate")).await?;
    let came = Came { exact: sent.exact(&ctx), left_out };
    let Some(code) = values.get("code").cloned() else {
        let asked = asked(&ctx, &mut values, command.0);
        return without_code(&ctx, &app, came, asked).await;
    };
    ctx.throttle(GUESSES)?;
    by_code(&ctx, &app, &code, (values, command, came)).await
}

/// Whoever gives a code is known by it, or is told that it is none.
async fn by_code(
    ctx: &Ctx,
    app: &Arc<App>,
    code: &Sensitive<String>,
    (mut values, command, came): (Values, CommandId, Came),
) -> Answer {
    match app.engine.recognise(&app.register()?.notice.id, code).await? {
        Some(Recognised::Person { person, .. }) => {
            let asked = asked(ctx, &mut values, command.0);
            with_code(ctx, app, person, (came, asked)).await
        }
        Some(Recognised::Erased(tombstone)) => erased_page(ctx, app, &tombstone),
        None => {
            ctx.send_again(command);
            let mut errors = FormErrors::none();
            errors.add("code", ctx.say("rights-code-unknown"));
            page(ctx, app, &values, &errors)
        }
    }
}

fn asked(ctx: &Ctx, values: &mut Values, command: [u8; 16]) -> Asked {
    let what = values.take("type").unwrap_or_else(|| Sensitive::new(String::new()));
    Asked {
        what: what.expose(seloste_kernel::Exit::Decision).clone(),
        text: values.take("text"),
        contact: values.take("contact"),
        channel: "form".to_owned(),
        lang: ctx.lang,
        arrived: None,
        sent_by: None,
        purpose: None,
        behalf: behalf::taken(values),
        command,
    }
}

/// Nobody is recognised: the request stands by itself, with a receipt of its own.
async fn without_code(ctx: &Ctx, app: &Arc<App>, came: Came, asked: Asked) -> Answer {
    let register = app.register()?.notice.id.clone();
    let access = app.engine.access(&register, Actor::Visitor, RIGHTS, Action::Collect)?;
    let says = what_follows(&asked, app.mails()?);
    let (collected, due) = requests::open(app, &access, Owner::New, asked).await?;
    app.receipts.keep(came.exact, came.receipt(ctx, &(collected, due)).saying(says));
    Ok(ctx.redirect(&receipts::at(PATH, came.exact)))
}

/// What is true of this request, and depends on what was typed alone: whether anybody is known with it,
/// no page tells.
fn what_follows(asked: &Asked, mails: bool) -> Vec<&'static str> {
    if !slip::is_needed(&asked.what) {
        let reached = asked.contact.is_some();
        return vec![if reached { "rights-request-answered" } else { CODE_ONLY }];
    }
    let (mail, address) = (requests::mail_of(asked).is_some() && mails, asked.contact.is_some());
    let mut says = match (&asked.behalf, address) {
        (Some(other), _) if other.mandate.is_some() => vec![BEHALF, "rights-request-mandate"],
        (Some(_), _) => vec![BEHALF, NO_MANDATE],
        (None, false) if asked.text.is_none() => vec![CODE_ONLY],
        (None, false) => vec!["rights-request-no-address-words"],
        (None, true) if mail => vec!["rights-request-link"],
        (None, true) if mails => vec!["rights-request-post"],
        (None, true) => vec!["rights-request-unmailed"],
    };
    if asked.behalf.is_some() && mail {
        says.push("rights-request-behalf-mail");
    }
    says
}

async fn with_code(
    ctx: &Ctx,
    app: &Arc<App>,
    person: PersonId,
    (came, asked): (Came, Asked),
) -> Answer {
    // What takes something away is shown before, and done by a press there. A code tells whose data
    // somebody else asks about, and not that they may: staff look first.
    let shown = match asked.what.as_str() {
        _ if asked.behalf.is_some() => None,
        ERASURE => Some("/oma/poista".to_owned()),
        WITHDRAWAL => Some(withdrawal::page(app, person).await?),
        _ => None,
    };
    match shown {
        Some(path) => Ok(ctx.sign_in(ctx.redirect(&path), &subject(Way::Own, person)).await?),
        None => recorded(ctx, app, person, (came, asked)).await,
    }
}

/// The request of somebody recognised, for staff to decide on.
async fn recorded(
    ctx: &Ctx,
    app: &Arc<App>,
    person: PersonId,
    (came, asked): (Came, Asked),
) -> Answer {
    let collect = person_access(app, person, Action::Collect)?;
    let says = match &asked.behalf {
        Some(other) if other.mandate.is_some() => vec![BEHALF_KNOWN],
        Some(_) => vec![BEHALF_KNOWN, NO_MANDATE],
        None => Vec::new(),
    };
    let opened = requests::open(app, &collect, Owner::Existing(person), asked).await?;
    app.receipts.keep(came.exact, came.receipt(ctx, &opened).saying(says));
    Ok(ctx.redirect(&receipts::at(PATH, came.exact)))
}

/// Leads to the page of the receipt, which can be reloaded for a while.
pub fn received(
    ctx: &Ctx,
    app: &App,
    (form, path): (&'static str, &str),
    exact: CommandId,
    (collected, due): &(Collected, Timestamp),
) -> Response {
    app.receipts.keep(exact, Receipt::new(form, collected, ctx.now, Some(*due)));
    ctx.redirect(&receipts::at(path, exact))
}

/// Leads there once more when the same form is sent again with the same content.
pub fn receipt_again(
    ctx: &Ctx,
    app: &App,
    sent: &Submission,
    (form, path): (&str, &str),
) -> Option<Response> {
    sent.sent_before(ctx, form)?;
    let exact = sent.exact(ctx);
    app.receipts.again(form, exact, ctx.now)?;
    Some(ctx.redirect(&receipts::at(path, exact)))
}

/// The receipt that an address names.
///
/// # Errors
/// `Gone` when it is not known any more.
pub fn remembered(ctx: &Ctx, app: &App, form: &str, command: &str) -> Result<Receipt, Fault> {
    let command = receipts::named(command);
    let known = command.and_then(|command| app.receipts.again(form, command, ctx.now));
    known.ok_or_else(|| Fault::new(FaultKind::Gone, "rights-receipt-over"))
}

async fn receipt(ctx: Ctx, State(app): State<Arc<App>>, Path(command): Path<String>) -> Answer {
    let receipt = remembered(&ctx, &app, FORM, &command)?;
    let body = html! {
        (facts(&ctx, &receipt))
        @if receipt.left_out {
            (note(Tone::Warning, &ctx.say("rights-mandate-left"), html! { p { (ctx.say("rights-mandate-left-text")) } }))
        }
        @if receipt.code.is_none() && !receipt.says.contains(&BEHALF_KNOWN) { p { (ctx.say("rights-request-known")) } }
        @for says in &receipt.says {
            @if *says == CODE_ONLY {
                (note(Tone::Warning, &ctx.say("rights-request-no-address"), html! { p { (ctx.say(says)) } }))
            } @else { p { (ctx.say(says)) } }
        }
        div.actions { (link_button(&ctx, "/oma", &ctx.say("rights-own-title"))) }
        (told::complaint(&ctx, &app.register()?.notice))
    };
    Ok(Page::new(ctx.say("rights-request-received"), body).render(&ctx))
}

/// The code of a request, its number, and by when it is answered.
pub fn facts(ctx: &Ctx, receipt: &Receipt) -> Markup {
    let mut pairs = Vec::new();
    if let Some(number) = receipt.number {
        pairs.push((ctx.say("rights-number"), html! { (number) }));
    }
    if let Some(due) = receipt.due {
        pairs.push((ctx.say("rights-due"), html! { time datetime=(due) { (ctx.date(due)) } }));
    }
    html! {
        @if receipt.code.is_some() {
            (receipt.code(ctx, &ctx.say("rights-request-code")))
            @let says = |key: &str| receipt.says.contains(&key);
            @let shows = match UNTOLD.iter().any(|key| says(key)) {
                true if says(BEHALF) => "rights-request-code-agent",
                true => "rights-request-code-slip",
                false => "rights-request-code-text",
            };
            p { (ctx.say(shows)) }
        }
        (definitions(&pairs))
    }
}
