//! The second step of signing in: the authenticator app's code, or a recovery code.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use jiff::SignedDuration;
use maud::{Markup, html};
use seloste_kernel::{Exit, Fault, PersonId, Sensitive};
use seloste_web::components::{Tone, note};
use seloste_web::form::{Field, Form, FormErrors, FormSpec, Kind, Reading, Submission, Values};
use seloste_web::{Answer, Ctx, Page, Router};

use super::{own, passkeys, signin};
use crate::app::App;
use crate::services::staff::{self, Account, KIND, Pending, Secrets, totp};

const PATH: &str = "/hallinta/kirjaudu/vahvista";

pub(super) fn routes() -> Router<Arc<App>> {
    Router::new().route(PATH, get(begin_again).post(send))
}

/// The page has no address of its own: it is the answer to the password.
async fn begin_again(ctx: Ctx) -> Response {
    ctx.redirect(signin::PATH)
}

fn spec(ctx: &Ctx) -> FormSpec {
    let code = Field::new("code", ctx.say("staff-code"), Kind::Code);
    let code = code.help(ctx.say("staff-code-help")).required().max_chars(40);
    FormSpec::new(
        "second-factor",
        vec![code.autocomplete("one-time-code"), Field::new("pending", "", Kind::Hidden)],
    )
}

/// Asks for the second factor of somebody whose password was right.
pub(super) fn ask(
    app: &App,
    ctx: &Ctx,
    (account, secrets): (&Account, &Secrets),
    wanted: &str,
) -> Answer {
    let pending = Pending { record: account.record, wanted: wanted.to_owned() };
    let id = app.staff.waiting.begin(&*app.random, (ctx.now, ctx.caller()), pending);
    let mut values = Values::none();
    values.set("pending", Sensitive::new(id));
    page(app, ctx, (&values, &FormErrors::none()), (account, secrets))
}

fn page(
    app: &App,
    ctx: &Ctx,
    (values, errors): (&Values, &FormErrors),
    (account, secrets): (&Account, &Secrets),
) -> Answer {
    let submit = ctx.say("console-second-submit");
    let form = Form { spec: &spec(ctx), action: PATH, values, errors, submit: &submit };
    let body = html! {
        (demo_code(app, ctx, account.person, secrets))
        @if secrets.totp_secret.is_some() { (form.render(ctx, html! {})) }
        @if secrets.passkeys.is_some() { (passkeys::sign_in_form(ctx, app, "")?) }
    };
    let title = ctx.say("console-second-title");
    Ok(Page::new(title, body).status(errors.status()).render(ctx))
}

/// In the demonstration nobody has an app set up, so the page tells the code that it would show.
/// A code counts once, so it is the next one for somebody who has just used that of this moment.
fn demo_code(app: &App, ctx: &Ctx, account: PersonId, secrets: &Secrets) -> Markup {
    let (Some(demo), Some(secret)) = (app.demo(), &secrets.totp_secret) else { return html! {} };
    let told = match demo.code(account, secret, ctx.now) {
        Some(code) => ctx.say_with("console-second-demo-code", &[("code", code.into())]),
        None => ctx.say("console-second-demo-wait"),
    };
    note(Tone::Info, &ctx.say("console-second-demo"), html! { p { (told) } })
}

async fn send(ctx: Ctx, State(app): State<Arc<App>>, sent: Submission) -> Answer {
    ctx.throttle(signin::TRIES)?;
    let (values, good) = match sent.read(&ctx, &spec(&ctx))? {
        Reading::Good(values, _) => (values, FormErrors::none()),
        Reading::Bad(values, errors) => (values, errors),
    };
    let id = values.get("pending").map(|id| id.expose(Exit::Decision).clone()).unwrap_or_default();
    let Some((pending, account, secrets)) = waiting(&app, &ctx, &id).await? else {
        return Ok(ctx.redirect(signin::PATH));
    };
    if !good.is_empty() {
        return page(&app, &ctx, (&values, &good), (&account, &secrets));
    }
    let code = values.get("code").cloned().unwrap_or(Sensitive::new(String::new()));
    if !right(&app, &ctx, &account, &secrets, &code).await? {
        app.staff.waiting.wrong(&id);
        let mut errors = FormErrors::none();
        errors.add("code", ctx.say("staff-code-wrong"));
        return page(&app, &ctx, (&values, &errors), (&account, &secrets));
    }
    if app.staff.waiting.end(&id, ctx.now).is_none() {
        return Ok(ctx.redirect(signin::PATH));
    }
    signin::enter(&app, &ctx, &account, &pending.wanted).await
}

/// The sign-in that waits under this name, with its account as it is now.
async fn waiting(
    app: &App,
    ctx: &Ctx,
    id: &str,
) -> Result<Option<(Pending, Account, Secrets)>, Fault> {
    let Some(pending) = app.staff.waiting.get(id, ctx.now) else { return Ok(None) };
    let opened = Account::open(app, pending.record).await?;
    Ok(opened
        .filter(|(account, _)| account.is_open())
        .map(|(account, secrets)| (pending, account, secrets)))
}

/// Whether the code is good now. A wrong one makes the username wait like a wrong password, and
/// stands in the ledger.
pub(super) async fn right(
    app: &App,
    ctx: &Ctx,
    account: &Account,
    secrets: &Secrets,
    code: &Sensitive<String>,
) -> Result<bool, Fault> {
    let who = own::who(ctx, account);
    app.staff.delays.begin(who, ctx.now)?;
    if code_is_good(app, ctx, account, secrets, code.expose(Exit::Decision)).await? {
        app.staff.delays.give_back(who);
        return Ok(true);
    }
    let about = Some((account.person, account.record));
    app.engine.note(&staff::own_access(app)?, "second-factor-failed", KIND, about).await?;
    Ok(false)
}

async fn code_is_good(
    app: &App,
    ctx: &Ctx,
    account: &Account,
    secrets: &Secrets,
    code: &str,
) -> Result<bool, Fault> {
    let step = secrets.totp_secret.as_ref().and_then(|key| totp::step_of(key, code, ctx.now));
    if let Some(step) = step {
        return first_use_of(app, ctx, account, step).await;
    }
    let left = secrets.recovery_codes.as_ref().and_then(|all| totp::use_recovery_code(all, code));
    match left {
        Some(left) => staff::keep(app, account, "recovery-codes", left).await.map(|()| true),
        None => Ok(false),
    }
}

/// Whether this time step's code is used for the first time: one that somebody saw over a shoulder
/// must not open a second session.
pub(super) async fn first_use_of(
    app: &App,
    ctx: &Ctx,
    account: &Account,
    step: u64,
) -> Result<bool, Fault> {
    let until = ctx.now.checked_add(SignedDuration::from_mins(5)).map_err(Fault::internal)?;
    let first = app.engine.first_use(account.person, &format!("totp {step}"), until).await?;
    if let Some(demo) = app.demo() {
        demo.note_used(account.person, step);
    }
    Ok(first)
}
