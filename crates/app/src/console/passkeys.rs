//! Passkeys: signing in with one, adding and removing them. The browser's part is the one script
//! of the program; without it the forms stay hidden and everything works by password and code.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use axum::routing::{get, post};
use maud::{Markup, html};
use seloste_kernel::{Exit, Fault, FaultKind, Sensitive};
use seloste_web::components::{Column, Table, button_danger, button_quiet, time};
use seloste_web::form::{Field, FormSpec, Kind, Reading, Submission, Values};
use seloste_web::{Answer, Ctx, Router, TOKEN_FIELD};
use serde::Serialize;
use webauthn_rs::prelude::Webauthn;

use super::guard::SET_UP;
use super::{Staff, own, signin};
use crate::app::App;
use crate::services::staff::{self, Account, KIND, Secrets, passkey};

const SIGN_IN: &str = "/hallinta/kirjaudu/avain";
const ADD: &str = "/hallinta/oma-tunnus/vahvistus/avain";
const REMOVE: &str = "/hallinta/oma-tunnus/vahvistus/avain/poista";
const SCRIPT: &str = "passkey.js";
/// Characters of a browser's answer: attestation is not asked for, so it is small.
const ANSWER_CHARS_MAX: usize = 20_000;

pub(super) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route(SIGN_IN, get(begin_again).post(sign_in))
        .route(ADD, post(add))
        .route(REMOVE, post(remove))
}

/// The script, as a static file.
pub(super) fn asset() -> (&'static str, &'static str, Vec<u8>) {
    let script = include_bytes!("../../assets/passkey.js").to_vec();
    (SCRIPT, "text/javascript; charset=utf-8", script)
}

fn site(ctx: &Ctx, app: &App) -> Result<Option<Webauthn>, Fault> {
    Ok(passkey::site(ctx.kit.base(), &app.register()?.notice.controller.name))
}

async fn begin_again(ctx: Ctx) -> Response {
    ctx.redirect(signin::PATH)
}

/// What the script needs to know.
struct Ask<'a> {
    /// `create` or `get`.
    way: &'a str,
    /// The form's name and where it is sent.
    form: &'a str,
    action: &'a str,
    challenge: String,
    options: String,
}

fn scripted(ctx: &Ctx, ask: &Ask<'_>, fields: Markup) -> Markup {
    html! {
        form.form.passkey method="post" action=(ctx.href(ask.action)) hidden
            data-passkey=(ask.way) data-options=(ask.options) {
            input type="hidden" name=(TOKEN_FIELD) value=(ctx.form_token(ask.form));
            input type="hidden" name="challenge" value=(ask.challenge);
            input type="hidden" name="answer";
            (fields)
            p.error role="alert" hidden { (ctx.say("console-passkey-failed")) }
        }
        script src=(ctx.kit.asset(SCRIPT)) defer {}
    }
}

fn json(value: &impl Serialize) -> Result<String, Fault> {
    serde_json::to_string(value).map_err(Fault::internal)
}

fn hidden(name: &str, max_chars: usize) -> Field {
    Field::new(name, "", Kind::Hidden).max_chars(max_chars)
}

fn sign_in_spec() -> FormSpec {
    let fields = vec![
        hidden("challenge", 40),
        hidden("answer", ANSWER_CHARS_MAX),
        hidden("page", signin::WANTED_MAX),
    ];
    FormSpec::new("passkey", fields)
}

/// The button that signs in with any passkey of this site; nothing where none can be used.
pub(super) fn sign_in_form(ctx: &Ctx, app: &App, wanted: &str) -> Result<Markup, Fault> {
    let Some(site) = site(ctx, app)? else { return Ok(html! {}) };
    let (options, waiting) = passkey::ask(&site)?;
    let challenge = app.staff.asked.begin(&*app.random, (ctx.now, ctx.caller()), waiting);
    let options = json(&options.public_key)?;
    let ask = Ask { way: "get", form: "passkey", action: SIGN_IN, challenge, options };
    let fields = html! {
        input type="hidden" name="page" value=(wanted);
        (button_quiet(&ctx.say("console-passkey-sign-in")))
    };
    Ok(scripted(ctx, &ask, fields))
}

fn text<'a>(values: &'a Values, field: &str) -> &'a str {
    values.get(field).map_or("", |value| value.expose(Exit::Decision).as_str())
}

async fn sign_in(ctx: Ctx, State(app): State<Arc<App>>, sent: Submission) -> Answer {
    ctx.throttle(signin::TRIES)?;
    let Reading::Good(values, _) = sent.read(&ctx, &sign_in_spec())? else {
        return Ok(ctx.redirect(signin::PATH));
    };
    match recognise(&app, &ctx, &values).await {
        Ok(account) => signin::enter(&app, &ctx, &account, signin::wanted(&values)).await,
        Err(fault) => {
            if fault.kind() == FaultKind::Forbidden {
                let access = staff::own_access(&app)?;
                app.engine.note(&access, "sign-in-failed", KIND, None).await?;
            }
            Err(fault.into())
        }
    }
}

/// The open account whose passkey answered the challenge.
async fn recognise(app: &App, ctx: &Ctx, values: &Values) -> Result<Account, Fault> {
    let refused = || Fault::new(FaultKind::Forbidden, "fault-passkey");
    let site = site(ctx, app)?.ok_or_else(refused)?;
    let waiting = app.staff.asked.end(text(values, "challenge"), ctx.now).ok_or_else(refused)?;
    let claim = passkey::claim(&site, text(values, "answer")).ok_or_else(refused)?;
    let known = app.staff.directory.of(app, claim.person).await?.ok_or_else(refused)?;
    let opened = Account::open(app, known.record).await?;
    let (account, secrets) = opened.filter(|(account, _)| account.is_open()).ok_or_else(refused)?;
    let mut keys = passkey::read(secrets.passkeys.as_ref())?;
    if passkey::prove(&site, waiting, &claim, &mut keys)? {
        staff::keep(app, &account, "passkeys", passkey::write(&keys)?).await?;
    }
    Ok(account)
}

/// The part of the second factor's page that is about passkeys.
pub(super) async fn section(ctx: &Ctx, app: &App, staff: &Staff) -> Result<Markup, Fault> {
    let (account, secrets) = own::opened(app, staff).await?;
    let keys = passkey::read(secrets.passkeys.as_ref())?;
    let Some(site) = site(ctx, app)? else {
        return Ok(html! {
            h2 { (ctx.say("console-passkey-title")) }
            p { (ctx.say("console-passkey-no-name")) }
        });
    };
    let names =
        (account.username.expose(Exit::Page).as_str(), account.name.expose(Exit::Page).as_str());
    let (options, waiting) = passkey::begin(&site, account.person, names, &keys)?;
    let challenge =
        app.staff.offered.begin(&*app.random, (ctx.now, ctx.caller()), (account.person, waiting));
    let mut options = serde_json::to_value(&options.public_key).map_err(Fault::internal)?;
    // Kept in the device, so that signing in needs no username.
    options["authenticatorSelection"]["residentKey"] = "required".into();
    options["authenticatorSelection"]["requireResidentKey"] = true.into();
    let options = options.to_string();
    let ask = Ask { way: "create", form: "add-passkey", action: ADD, challenge, options };
    let room = keys.len() < passkey::PASSKEYS_MAX;
    Ok(html! {
        h2 { (ctx.say("console-passkey-title")) }
        p { (ctx.say("console-passkey-what")) }
        @if !keys.is_empty() { (table(ctx, &keys)) }
        @if room { (scripted(ctx, &ask, add_fields(ctx, &account))) }
        noscript { p.quiet { (ctx.say("console-passkey-no-script")) } }
    })
}

fn add_spec(ctx: &Ctx, account: &Account) -> FormSpec {
    let name = Field::new("name", ctx.say("console-passkey-name"), Kind::Line);
    let mut fields = vec![
        hidden("challenge", 40),
        hidden("answer", ANSWER_CHARS_MAX),
        name.required().max_chars(passkey::NAME_CHARS_MAX),
    ];
    if account.has_second_factor() {
        fields.push(own::current_field(ctx));
    }
    FormSpec::new("add-passkey", fields)
}

fn add_fields(ctx: &Ctx, account: &Account) -> Markup {
    html! {
        div.field {
            label for="passkey-name" { (ctx.say("console-passkey-name")) }
            input #passkey-name name="name" type="text" required
                maxlength=(passkey::NAME_CHARS_MAX) value=(ctx.say("console-passkey-name-usual"));
        }
        @if account.has_second_factor() {
            div.field {
                label for="passkey-current" { (ctx.say("staff-passphrase-current")) }
                input #passkey-current name="current" type="password" required
                    autocomplete="current-password";
            }
        }
        (button_quiet(&ctx.say("console-passkey-add")))
    }
}

fn table(ctx: &Ctx, keys: &[passkey::Stored]) -> Markup {
    let columns = ["console-passkey-name", "console-passkey-added", "console-session-do"];
    let columns = columns.iter().map(|key| Column::text(ctx.say(key))).collect();
    let mut table = Table::new(ctx.say("console-passkey-own"), columns);
    for (place, key) in keys.iter().enumerate() {
        let remove = html! {
            form.inline method="post" action=(ctx.href(REMOVE)) {
                input type="hidden" name=(TOKEN_FIELD) value=(ctx.form_token("remove-passkey"));
                input type="hidden" name="place" value=(place);
                input type="hidden" name="added" value=(key.added);
                label { (ctx.say("staff-passphrase-current"))
                    input name="current" type="password" required autocomplete="current-password";
                }
                (button_danger(&ctx.say("console-passkey-remove")))
            }
        };
        table.row(vec![html! { (key.name) }, time(ctx, key.added), remove]);
    }
    table.render()
}

async fn add(ctx: Ctx, staff: Staff, State(app): State<Arc<App>>, sent: Submission) -> Answer {
    let refused = || Fault::new(FaultKind::Forbidden, "fault-passkey");
    let (account, secrets) = own::opened(&app, &staff).await?;
    let Reading::Good(values, _) = sent.read(&ctx, &add_spec(&ctx, &account))? else {
        return Err(refused().into());
    };
    let site = site(&ctx, &app)?.ok_or_else(refused)?;
    let (person, waiting) =
        app.staff.offered.end(text(&values, "challenge"), ctx.now).ok_or_else(refused)?;
    if account.has_second_factor() {
        demand_current(&app, &ctx, (&account, &secrets), &values).await?;
    }
    let mut keys = passkey::read(secrets.passkeys.as_ref())?;
    let new =
        passkey::finish(&site, &waiting, text(&values, "answer"), (text(&values, "name"), ctx.now))
            .filter(|_| person == account.person && keys.len() < passkey::PASSKEYS_MAX)
            .ok_or_else(refused)?;
    keys.push(new);
    let change = vec![("passkeys".to_owned(), passkey::write(&keys)?)];
    staff::change_own(&app, &account, change).await?;
    own::renew(&ctx, ctx.redirect(SET_UP), &account).await
}

async fn demand_current(
    app: &App,
    ctx: &Ctx,
    (account, secrets): (&Account, &Secrets),
    values: &Values,
) -> Result<(), Fault> {
    match own::is_current(app, ctx, account, secrets, values).await? {
        true => Ok(()),
        false => Err(Fault::new(FaultKind::Forbidden, "fault-passphrase-wrong")),
    }
}

/// Takes one away; the last second factor stays where the notice promises one.
async fn remove(ctx: Ctx, staff: Staff, State(app): State<Arc<App>>, sent: Submission) -> Answer {
    let fields = vec![hidden("place", 3), hidden("added", 40), own::current_field(&ctx)];
    let spec = FormSpec::new("remove-passkey", fields);
    let (account, secrets) = own::opened(&app, &staff).await?;
    let Reading::Good(values, _) = sent.read(&ctx, &spec)? else {
        return Err(Fault::new(FaultKind::BadRequest, "fault-bad-request").into());
    };
    demand_current(&app, &ctx, (&account, &secrets), &values).await?;
    let mut keys = passkey::read(secrets.passkeys.as_ref())?;
    let place: usize = text(&values, "place").parse().unwrap_or(usize::MAX);
    // The moment tells whether the list is still the one that was seen.
    if keys.get(place).is_some_and(|key| key.added.to_string() == text(&values, "added")) {
        keys.remove(place);
        let notice = &app.register()?.notice;
        if keys.is_empty() && !account.has_totp && staff::two_factor_promised(notice) {
            let promise = format!("{}.measure.two-factor", notice.id);
            return Err(Fault::refused("fault-second-factor-promised", promise).into());
        }
        let change: Vec<(String, Sensitive<String>)> =
            vec![("passkeys".to_owned(), passkey::write(&keys)?)];
        staff::change_own(&app, &account, change).await?;
        return own::renew(&ctx, ctx.redirect(SET_UP), &account).await;
    }
    Ok(ctx.redirect(SET_UP))
}
