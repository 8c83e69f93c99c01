//! `/hallinta/aloita/<link>`: one page that opens one account, once. Looking at it uses nothing up.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use maud::html;
use seloste_kernel::{Exit, Fault, FaultKind, PersonId, Sensitive};
use seloste_web::form::{Field, Form, FormErrors, FormSpec, Kind, Reading, Submission, Values};
use seloste_web::{Answer, Ctx, Page, RateClass, Router};

use super::signin;
use crate::app::App;
use crate::services::staff::{self, Account, Link, New, PASSPHRASE_CHARS_MAX, Weak};

/// Tries per caller; a link has 160 bits, so this only spares the machine.
const TRIES: RateClass = RateClass { name: "one-time-link", burst: 20, per_minute: 10 };

pub(super) fn routes() -> Router<Arc<App>> {
    Router::new().route("/hallinta/aloita/{link}", get(show).post(send))
}

/// Where a link leads.
pub fn path(link: &Sensitive<String>) -> String {
    format!("/hallinta/aloita/{}", link.expose(Exit::Page))
}

async fn show(ctx: Ctx, State(app): State<Arc<App>>, Path(link): Path<String>) -> Answer {
    ctx.throttle(TRIES)?;
    let link = Sensitive::new(link);
    let opens = opens(&app, &link).await?;
    let mut values = Values::none();
    if matches!(opens, Opens::First)
        && let Some(user) = contact_user(&app)?
    {
        values.set("username", Sensitive::new(user));
    }
    Ok(page(&ctx, &app, &link, &opens, (&values, &FormErrors::none()))?)
}

/// The notice promises that its contact person has an account of this name.
pub(super) fn contact_user(app: &App) -> Result<Option<String>, Fault> {
    Ok(app.register()?.notice.contact.as_ref().and_then(|contact| contact.user.clone()))
}

/// What a link opens, with the account that waits behind it.
enum Opens {
    First,
    Account(Box<Account>),
}

async fn opens(app: &App, link: &Sensitive<String>) -> Result<Opens, Fault> {
    let gone = || Fault::new(FaultKind::Gone, "fault-link-used");
    match staff::link_of(app, link).await?.ok_or_else(gone)? {
        Link::First => Ok(Opens::First),
        Link::Account(record) => {
            let (account, _) = Account::open(app, record).await?.ok_or_else(gone)?;
            Ok(Opens::Account(Box::new(account)))
        }
    }
}

fn spec(ctx: &Ctx, app: &App, opens: &Opens) -> Result<FormSpec, Fault> {
    let mut fields = Vec::new();
    if matches!(opens, Opens::First) {
        let username = Field::new("username", ctx.say("staff-username"), Kind::Line);
        // Filled in already: why, and what follows from changing it.
        let help = match contact_user(app)? {
            Some(user) => ctx.say_with("console-start-contact", &[("user", user.into())]),
            None => ctx.say("staff-username-help"),
        };
        fields.push(username.required().max_chars(40).help(help).autocomplete("username"));
        let name = Field::new("name", ctx.say("staff-name"), Kind::Line);
        fields.push(name.required().max_chars(100).autocomplete("name"));
    }
    fields.extend(passphrase_fields(ctx, app)?);
    Ok(FormSpec::new("start", fields))
}

/// The two fields in which a password is chosen.
pub(super) fn passphrase_fields(ctx: &Ctx, app: &App) -> Result<[Field; 2], Fault> {
    let promised = staff::two_factor_promised(&app.register()?.notice);
    let least = staff::least_chars(promised).to_string();
    let field = |name: &str, key: &str| {
        Field::new(name, ctx.say(key), Kind::Password)
            .required()
            .max_chars(PASSPHRASE_CHARS_MAX)
            .autocomplete("new-password")
    };
    let help = ctx.say_with("staff-passphrase-help", &[("least", least.into())]);
    Ok([
        field("passphrase", "staff-passphrase").help(help),
        field("again", "staff-passphrase-again"),
    ])
}

/// Tells what is wrong with a chosen password.
pub(super) fn check_passphrase(
    ctx: &Ctx,
    app: &App,
    values: &Values,
    username: &str,
) -> Result<FormErrors, Fault> {
    let mut errors = FormErrors::none();
    let Some(chosen) = values.get("passphrase") else { return Ok(errors) };
    match staff::choose_passphrase(&app.register()?.notice, chosen, username) {
        Ok(()) if values.get("again") != Some(chosen) => {
            errors.add("again", ctx.say("staff-passphrase-differs"));
        }
        Ok(()) => {}
        Err(Weak::Short(least)) => {
            let least = least.to_string();
            let told = ctx.say_with("staff-passphrase-short", &[("least", least.into())]);
            errors.add("passphrase", told);
        }
        Err(Weak::Guessed) => errors.add("passphrase", ctx.say("staff-passphrase-guessed")),
    }
    Ok(errors)
}

fn page(
    ctx: &Ctx,
    app: &App,
    link: &Sensitive<String>,
    opens: &Opens,
    (values, errors): (&Values, &FormErrors),
) -> Result<Response, Fault> {
    let (title, lead) = match opens {
        Opens::First => (ctx.say("console-start-title"), ctx.say("console-start-lead")),
        Opens::Account(account) => {
            let username = account.username.expose(Exit::Page).as_str();
            let lead = ctx.say_with("console-invited-lead", &[("username", username.into())]);
            (ctx.say("console-invited-title"), lead)
        }
    };
    let (spec, submit) = (spec(ctx, app, opens)?, ctx.say("console-start-submit"));
    let form = Form { spec: &spec, action: &path(link), values, errors, submit: &submit };
    let body = html! { (form.render(ctx, html! {})) };
    Ok(Page::new(title, body).lead(lead).status(errors.status()).render(ctx))
}

async fn send(
    ctx: Ctx,
    State(app): State<Arc<App>>,
    Path(link): Path<String>,
    sent: Submission,
) -> Answer {
    ctx.throttle(TRIES)?;
    let link = Sensitive::new(link);
    let opens = opens(&app, &link).await?;
    let read = sent.read(&ctx, &spec(&ctx, &app, &opens)?)?;
    match entered(&app, &ctx, &link, &opens, read).await? {
        Ok(person) => first_session(&app, &ctx, person).await,
        Err((values, errors)) => Ok(page(&ctx, &app, &link, &opens, (&values, &errors))?),
    }
}

/// Opens the account with what was chosen, or says everything that is wrong with it at once.
async fn entered(
    app: &Arc<App>,
    ctx: &Ctx,
    link: &Sensitive<String>,
    opens: &Opens,
    read: Reading,
) -> Result<Result<PersonId, (Values, FormErrors)>, Fault> {
    let (values, command) = match read {
        Reading::Good(values, command) => (values, command),
        Reading::Bad(values, errors) => {
            let errors = wrong(app, ctx, opens, &values, errors).await?;
            return Ok(Err((values, errors)));
        }
    };
    let mut errors = wrong(app, ctx, opens, &values, FormErrors::none()).await?;
    if errors.is_empty() {
        match open(app, ctx, link, opens, &values).await {
            Ok(person) => return Ok(Ok(person)),
            Err(fault) => errors.add(field_of(&fault)?, crate::words::fault(ctx.lang, &fault)),
        }
    }
    ctx.send_again(command);
    Ok(Err((values, errors)))
}

/// Adds what the form itself cannot see: a username that cannot be had, a password that is weak.
async fn wrong(
    app: &App,
    ctx: &Ctx,
    opens: &Opens,
    values: &Values,
    mut errors: FormErrors,
) -> Result<FormErrors, Fault> {
    let username = username(opens, values);
    let told = |errors: &FormErrors, field: &str| errors.all().iter().any(|of| of.field == field);
    if matches!(opens, Opens::First)
        && !told(&errors, "username")
        && let Err(fault) = staff::check_username(app, &username).await
    {
        errors.add(field_of(&fault)?, crate::words::fault(ctx.lang, &fault));
    }
    for error in check_passphrase(ctx, app, values, &username)?.all() {
        if !told(&errors, &error.field) {
            errors.add(&error.field, &error.message);
        }
    }
    Ok(errors)
}

/// The field that a fault names; a fault about something else goes on.
pub(super) fn field_of(fault: &Fault) -> Result<String, Fault> {
    match fault.field() {
        Some("display-name") => Ok("name".to_owned()),
        Some(field) if fault.kind() == FaultKind::Invalid => Ok(field.to_owned()),
        _ => Err(fault.clone()),
    }
}

fn username(opens: &Opens, values: &Values) -> String {
    match opens {
        Opens::First => values.get("username").map(|name| name.expose(Exit::Decision).clone()),
        Opens::Account(account) => Some(account.username.expose(Exit::Decision).clone()),
    }
    .unwrap_or_default()
}

async fn open(
    app: &App,
    ctx: &Ctx,
    link: &Sensitive<String>,
    opens: &Opens,
    values: &Values,
) -> Result<PersonId, Fault> {
    let typed = |field: &str| values.get(field).cloned().unwrap_or(Sensitive::new(String::new()));
    let hash = app.staff.gate.hash(typed("passphrase"), &*app.random).await?;
    match opens {
        Opens::Account(account) => staff::accept(app, link, account.record, hash).await,
        Opens::First => {
            let (username, name) = (typed("username"), typed("name"));
            let new = New { username, name, email: None, roles: Vec::new() };
            staff::create_first(app, link, new, hash, ctx.lang).await
        }
    }
}

/// Whoever has just chosen a password is signed in with it.
async fn first_session(app: &App, ctx: &Ctx, person: PersonId) -> Answer {
    match app.staff.directory.of(app, person).await? {
        Some(account) => signin::enter(app, ctx, &account, "/hallinta").await,
        None => Ok(ctx.redirect(signin::PATH)),
    }
}
