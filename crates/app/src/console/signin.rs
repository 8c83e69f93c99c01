//! Signing in and out. Whatever is wrong, the page says the same and takes the same time: nobody
//! learns here whether a username exists.

use std::sync::Arc;

use axum::extract::State;
use axum::routing::{get, post};
use maud::{Markup, html};
use seloste_kernel::{Actor, Exit, Fault, Sensitive};
use seloste_register::{Action, Way};
use seloste_web::components::{Tone, definitions, note};
use seloste_web::form::{Field, Form, FormErrors, FormSpec, Kind, Reading, Submission, Values};
use seloste_web::{Answer, Ctx, Page, RateClass, Router};

use super::{passkeys, second};
use crate::app::App;
use crate::services::staff::{self, Account, KIND, PASSPHRASE_CHARS_MAX, Secrets, Who};
use crate::site::{staff_in, subject};

/// The page.
pub const PATH: &str = "/hallinta/kirjaudu";

/// Characters of the page to return to; a longer query is left out.
pub(super) const WANTED_MAX: usize = 200;

/// Tries per caller, whoever they try to be.
pub(super) const TRIES: RateClass = RateClass { name: "sign-in", burst: 20, per_minute: 10 };

pub(super) fn routes() -> Router<Arc<App>> {
    Router::new().route(PATH, get(show).post(send)).route("/hallinta/kirjaudu-ulos", post(leave))
}

/// The page, leading on to `wanted` afterwards.
pub fn path_to(wanted: &str) -> String {
    let path = wanted.split('?').next().unwrap_or_default();
    match [wanted, path].into_iter().find(|wanted| is_ours(wanted)) {
        Some(wanted) => {
            let value = wanted.replace('?', "%3F").replace('&', "%26").replace('=', "%3D");
            format!("{PATH}?sivu={value}")
        }
        None => PATH.to_owned(),
    }
}

/// A plain path of the console, perhaps with a plain query: nothing that a browser could read as
/// another site.
fn is_ours(wanted: &str) -> bool {
    let (path, query) = wanted.split_once('?').unwrap_or((wanted, ""));
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '-');
    let plain_too = |c: char| c.is_ascii_alphanumeric() || matches!(c, '=' | '&' | '-' | '_');
    wanted.len() <= WANTED_MAX
        && path.starts_with("/hallinta/")
        && !path.contains("//")
        && path.chars().all(plain)
        && query.chars().all(plain_too)
}

/// Told to somebody whose session has ended.
fn lapsed(ctx: &Ctx) -> Markup {
    html! {
        @if ctx.lapsed {
            (note(Tone::Info, &ctx.say("console-lapsed"), html! {
                p { (ctx.say("console-lapsed-text")) }
                p { a href=(ctx.href("/evasteet")) { (ctx.say("console-lapsed-times")) } }
            }))
        }
    }
}

fn spec(ctx: &Ctx) -> FormSpec {
    let name = Field::new("username", ctx.say("staff-username"), Kind::Line);
    let passphrase = Field::new("passphrase", ctx.say("staff-passphrase"), Kind::Password);
    FormSpec::new(
        "sign-in",
        vec![
            name.required().max_chars(40).autocomplete("username"),
            passphrase.required().max_chars(PASSPHRASE_CHARS_MAX).autocomplete("current-password"),
            Field::new("page", "", Kind::Hidden),
        ],
    )
}

fn page(app: &App, ctx: &Ctx, values: &Values, errors: &FormErrors) -> Answer {
    let submit = ctx.say("console-sign-in");
    let form = Form { spec: &spec(ctx), action: PATH, values, errors, submit: &submit };
    let body = html! {
        @if errors.is_empty() { (lapsed(ctx)) }
        @if let Some(demo) = app.demo() {
            (note(Tone::Info, &ctx.say("console-second-demo"), definitions(&demo.sign_ins(ctx))))
        }
        (form.render(ctx, html! {}))
        (passkeys::sign_in_form(ctx, app, wanted(values))?)
        p.quiet { (ctx.say("console-sign-in-lost")) }
    };
    Ok(Page::new(ctx.say("console-sign-in-title"), body).status(errors.status()).render(ctx))
}

async fn show(ctx: Ctx, State(app): State<Arc<App>>) -> Answer {
    if let Some(person) = staff_in(&ctx)
        && app.staff.directory.of(&app, person).await?.is_some_and(|account| account.is_open())
    {
        return Ok(ctx.redirect("/hallinta"));
    }
    let mut values = Values::none();
    if let Some(wanted) = ctx.param("sivu").filter(|wanted| is_ours(wanted)) {
        values.set("page", Sensitive::new(wanted));
    }
    page(&app, &ctx, &values, &FormErrors::none())
}

async fn send(ctx: Ctx, State(app): State<Arc<App>>, sent: Submission) -> Answer {
    ctx.throttle(TRIES)?;
    let (values, _command) = match sent.read(&ctx, &spec(&ctx))? {
        Reading::Good(values, command) => (values, command),
        Reading::Bad(values, errors) => return page(&app, &ctx, &values, &errors),
    };
    let typed = |field: &str| values.get(field).cloned().unwrap_or(Sensitive::new(String::new()));
    let Some((account, secrets)) =
        recognise(&app, &ctx, &typed("username"), typed("passphrase")).await?
    else {
        let mut errors = FormErrors::none();
        errors.add("passphrase", ctx.say("console-sign-in-wrong"));
        return page(&app, &ctx, &values, &errors);
    };
    let wanted = wanted(&values);
    if account.has_second_factor() {
        return second::ask(&app, &ctx, (&account, &secrets), wanted);
    }
    enter(&app, &ctx, &account, wanted).await
}

/// The page that the visitor wanted to see.
pub(super) fn wanted(values: &Values) -> &str {
    let wanted = values.get("page").map_or("", |page| page.expose(Exit::Decision).as_str());
    if is_ours(wanted) { wanted } else { "/hallinta" }
}

/// The open account of this username and password. What is done and how long it takes does not
/// tell which of the two was wrong.
async fn recognise(
    app: &App,
    ctx: &Ctx,
    username: &Sensitive<String>,
    passphrase: Sensitive<String>,
) -> Result<Option<(Account, Secrets)>, Fault> {
    let name = username.expose(Exit::Decision);
    let who = Who::Stranger(name, ctx.caller());
    app.staff.delays.begin(who, ctx.now)?;
    let found = Account::find(app, name).await?;
    let hash = found
        .as_ref()
        .filter(|(account, _)| account.is_open())
        .and_then(|(_, secrets)| secrets.password_hash.clone());
    if app.staff.gate.verify(passphrase, hash).await? {
        app.staff.delays.give_back(who);
        return Ok(found);
    }
    let about = found.map(|(account, _)| (account.person, account.record));
    app.engine.note(&staff::own_access(app)?, "sign-in-failed", KIND, about).await?;
    Ok(None)
}

/// Begins the session of somebody who has proved who they are.
pub(super) async fn enter(app: &App, ctx: &Ctx, account: &Account, wanted: &str) -> Answer {
    let name = account.username.expose(Exit::Decision);
    app.staff.delays.right(Who::Stranger(name, ctx.caller()));
    let own = staff::access(app, Actor::Person(account.person), Action::Amend)?;
    app.engine.note(&own, "sign-in", KIND, Some((account.person, account.record))).await?;
    let subject = subject(Way::Staff, account.person);
    Ok(ctx.sign_in(ctx.redirect(wanted), &subject).await?)
}

async fn leave(ctx: Ctx, State(app): State<Arc<App>>, sent: Submission) -> Answer {
    sent.pressed(&ctx, "sign-out")?;
    if let Some(person) = staff_in(&ctx)
        && let Some(account) = app.staff.directory.of(&app, person).await?
    {
        let own = staff::access(&app, Actor::Person(person), Action::Amend)?;
        app.engine.note(&own, "sign-out", KIND, Some((person, account.record))).await?;
    }
    Ok(ctx.sign_out(ctx.redirect(PATH)).await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_pages_of_ours_are_led_on_to() {
        assert_eq!(path_to("/hallinta/palaute"), "/hallinta/kirjaudu?sivu=/hallinta/palaute");
        let filtered = "/hallinta/kirjaudu?sivu=/hallinta/palaute%3Ftila%3Dnew%26sivu%3D2";
        assert_eq!(path_to("/hallinta/palaute?tila=new&sivu=2"), filtered);
        assert_eq!(path_to("/hallinta/a?b=//evil"), "/hallinta/kirjaudu?sivu=/hallinta/a");
        let long = format!("/hallinta/a?b={}", "c".repeat(WANTED_MAX));
        assert_eq!(path_to(&long), "/hallinta/kirjaudu?sivu=/hallinta/a");
        for odd in ["/", "//evil.example", "/hallinta//evil", "/hallinta/\\evil", "/hallinta/a@b"] {
            assert_eq!(path_to(odd), PATH, "{odd}");
        }
    }
}
