//! `/hallinta/oma-tunnus/vahvistus`: setting the second factor up and taking it away.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use axum::routing::{get, post};
use maud::{Markup, PreEscaped, html};
use seloste_kernel::{Exit, Fault, FaultKind, Sensitive};
use seloste_web::components::{Tone, code_display, definitions, link_button, note};
use seloste_web::form::{Field, Form, FormErrors, FormSpec, Kind, Reading, Submission, Values};
use seloste_web::{Answer, Ctx, Page, Router};

use super::guard::SET_UP;
use super::{Staff, own, passkeys, second};
use crate::app::App;
use crate::receipts;
use crate::services::staff::{self, Account, totp};

const APP: &str = "/hallinta/oma-tunnus/vahvistus/sovellus";
const REMOVE: &str = "/hallinta/oma-tunnus/vahvistus/poista";

pub(super) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route(SET_UP, get(show))
        .route(APP, get(set_up).post(save))
        .route(REMOVE, post(remove))
}

/// Which second factor an account has, in words.
pub(super) fn words(ctx: &Ctx, account: &Account) -> String {
    ctx.say(match (account.has_totp, account.has_passkey) {
        (true, true) => "staff-second-factor-both",
        (true, false) => "staff-second-factor-app",
        (false, true) => "staff-second-factor-passkey",
        (false, false) => "staff-second-factor-none",
    })
}

async fn show(ctx: Ctx, staff: Staff, State(app): State<Arc<App>>) -> Answer {
    overview(&ctx, &app, &staff, &FormErrors::none()).await
}

async fn overview(ctx: &Ctx, app: &App, staff: &Staff, errors: &FormErrors) -> Answer {
    let account = &staff.account;
    let promised = staff::two_factor_promised(&app.register()?.notice);
    let start = if account.has_totp { "console-factor-app-again" } else { "console-factor-app" };
    let body = html! {
        @if promised && !account.has_second_factor() {
            (note(Tone::Info, &ctx.say("console-factor-needed"), html! {
                p { (ctx.say("console-factor-needed-why")) }
            }))
        }
        (definitions(&[(ctx.say("staff-second-factor"), html! { (words(ctx, account)) })]))
        h2 { (ctx.say("console-factor-app-title")) }
        p { (ctx.say("console-factor-app-what")) }
        (link_button(ctx, APP, &ctx.say(start)))
        (passkeys::section(ctx, app, staff).await?)
        @if account.has_second_factor() && !promised { (removal(ctx, errors)) }
    };
    let page = Page::new(ctx.say("console-own-second-factor"), body).trail(own::trail(ctx));
    Ok(page.status(errors.status()).render(ctx))
}

fn removal_spec(ctx: &Ctx) -> FormSpec {
    FormSpec::new("remove-factor", vec![own::current_field(ctx)])
}

fn removal(ctx: &Ctx, errors: &FormErrors) -> Markup {
    let spec = removal_spec(ctx);
    let (values, submit) = (&Values::none(), ctx.say("console-factor-remove"));
    let form = Form { spec: &spec, action: REMOVE, values, errors, submit: &submit };
    html! {
        h2 { (submit) }
        p { (ctx.say("console-factor-remove-what")) }
        (form.render(ctx, html! {}))
    }
}

async fn remove(ctx: Ctx, staff: Staff, State(app): State<Arc<App>>, sent: Submission) -> Answer {
    if staff::two_factor_promised(&app.register()?.notice) {
        let promise = format!("{}.measure.two-factor", app.register()?.notice.id);
        return Err(Fault::refused("fault-second-factor-promised", promise).into());
    }
    let values = match sent.read(&ctx, &removal_spec(&ctx))? {
        Reading::Good(values, _) => values,
        Reading::Bad(_, errors) => return overview(&ctx, &app, &staff, &errors).await,
    };
    let (account, secrets) = own::opened(&app, &staff).await?;
    if !own::is_current(&app, &ctx, &account, &secrets, &values).await? {
        let mut errors = FormErrors::none();
        errors.add("current", ctx.say("staff-passphrase-wrong"));
        return overview(&ctx, &app, &staff, &errors).await;
    }
    let none = ["totp-secret", "recovery-codes", "passkeys"]
        .map(|field| (field.to_owned(), Sensitive::new(String::new())));
    staff::change_own(&app, &account, none.to_vec()).await?;
    own::renew(&ctx, ctx.redirect(SET_UP), &account).await
}

fn app_spec(ctx: &Ctx, account: &Account) -> FormSpec {
    let code = Field::new("code", ctx.say("staff-code"), Kind::Code);
    let code = code.help(ctx.say("console-factor-code-help")).required().max_chars(10);
    let mut fields =
        vec![Field::new("secret", "", Kind::Hidden), code.autocomplete("one-time-code")];
    // The first factor of its kind needs no proof: whoever is here has just signed in with all
    // that there is.
    if account.has_second_factor() {
        fields.push(own::current_field(ctx));
    }
    FormSpec::new("authenticator", fields)
}

async fn set_up(ctx: Ctx, staff: Staff, State(app): State<Arc<App>>) -> Answer {
    let mut values = Values::none();
    values.set("secret", totp::new_secret(&*app.random));
    app_page(&ctx, &app, &staff.account, &values, &FormErrors::none())
}

fn app_page(
    ctx: &Ctx,
    app: &App,
    account: &Account,
    values: &Values,
    errors: &FormErrors,
) -> Answer {
    let invalid = || Fault::new(FaultKind::BadRequest, "fault-token");
    let secret = values.get("secret").filter(|key| totp::is_secret(key)).ok_or_else(invalid)?;
    let issuer = app.register()?.notice.controller.name.clone();
    let uri = totp::uri(&issuer, account.username.expose(Exit::Page), secret);
    let picture = totp::picture(&uri)?;
    let (spec, submit) = (app_spec(ctx, account), ctx.say("console-factor-save"));
    let form = Form { spec: &spec, action: APP, values, errors, submit: &submit };
    let body = html! {
        ol {
            li { (ctx.say("console-factor-step-app")) }
            li { (ctx.say("console-factor-step-scan")) }
            li { (ctx.say("console-factor-step-code")) }
        }
        figure.qr role="img" aria-label=(ctx.say("console-factor-picture")) { (PreEscaped(picture)) }
        (code_display(&ctx.say("console-factor-secret"), &grouped(secret)))
        (demo_code(ctx, secret))
        (form.render(ctx, html! {}))
    };
    let mut trail = own::trail(ctx);
    trail.push(seloste_web::Link::new(SET_UP, ctx.say("console-own-second-factor")));
    let page = Page::new(ctx.say("console-factor-app-title"), body).trail(trail);
    Ok(page.status(errors.status()).render(ctx))
}

/// Somebody trying the demonstration may have no app at hand.
fn demo_code(ctx: &Ctx, secret: &Sensitive<String>) -> Markup {
    let [step, ..] = totp::good_steps(ctx.now);
    let code = totp::code_of(secret, step).filter(|_| ctx.kit.is_demo());
    html! {
        @if let Some(code) = code {
            p { (ctx.say_with("console-second-demo-code", &[("code", code.into())])) }
        }
    }
}

/// In fours, for typing by hand.
fn grouped(secret: &Sensitive<String>) -> String {
    let letters: Vec<char> = secret.expose(Exit::Page).chars().collect();
    letters.chunks(4).map(|four| four.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

async fn save(ctx: Ctx, staff: Staff, State(app): State<Arc<App>>, sent: Submission) -> Answer {
    let (account, secrets) = own::opened(&app, &staff).await?;
    let (values, mut errors) = match sent.read(&ctx, &app_spec(&ctx, &account))? {
        Reading::Good(values, _) => (values, FormErrors::none()),
        Reading::Bad(values, errors) => (values, errors),
    };
    let secret = values.get("secret").cloned().unwrap_or(Sensitive::new(String::new()));
    if errors.is_empty() && !shows_code(&app, &ctx, &account, &secret, &values).await? {
        errors.add("code", ctx.say("staff-code-wrong"));
    }
    let proved = !account.has_second_factor()
        || (errors.is_empty() && own::is_current(&app, &ctx, &account, &secrets, &values).await?);
    if errors.is_empty() && !proved {
        errors.add("current", ctx.say("staff-passphrase-wrong"));
    }
    if !errors.is_empty() {
        return app_page(&ctx, &app, &account, &values, &errors);
    }
    let (codes, digests) = totp::recovery_codes(&*app.random);
    let changes = vec![("totp-secret".to_owned(), secret), ("recovery-codes".to_owned(), digests)];
    staff::change_own(&app, &account, changes).await?;
    own::renew(&ctx, codes_page(&ctx, &codes), &account).await
}

/// Whether the app shows the code of this key; the code is used up by that.
async fn shows_code(
    app: &App,
    ctx: &Ctx,
    account: &Account,
    secret: &Sensitive<String>,
    values: &Values,
) -> Result<bool, Fault> {
    let code = values.get("code").map_or("", |code| code.expose(Exit::Decision).as_str());
    match totp::step_of(secret, code, ctx.now) {
        Some(step) => second::first_use_of(app, ctx, account, step).await,
        None => Ok(false),
    }
}

fn codes_page(ctx: &Ctx, codes: &[Sensitive<String>]) -> Response {
    let body = html! {
        (note(Tone::Good, &ctx.say("console-factor-done"), html! {
            p { (ctx.say("console-factor-codes-what")) }
        }))
        ul.codes data-receipt {
            @for code in codes { li { code translate="no" { (code.expose(Exit::Page)) } } }
        }
        (receipts::copy_button(ctx, "console-factor-copy"))
        p { (ctx.say("console-factor-print")) }
        // The browser lets nobody go on without the tick; nothing of it is sent.
        form.form method="get" action=(ctx.href("/hallinta")) {
            div.field { div.choice {
                input #saved type="checkbox" required;
                label for="saved" { (ctx.say("console-factor-saved")) }
            } }
            button.button type="submit" { (ctx.say("console-factor-go-on")) }
        }
    };
    Page::new(ctx.say("console-factor-codes"), body).render(ctx)
}
