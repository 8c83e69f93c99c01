//! `/hallinta/oma-tunnus`: one's own account, password and sessions.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::{get, post};
use maud::{Markup, html};
use seloste_kernel::{Exit, Fault, Sensitive, SessionId};
use seloste_register::{Session, Way};
use seloste_web::components::{Column, Table, button_quiet, definitions, post_button, time};
use seloste_web::form::{Field, Form, FormErrors, FormSpec, Kind, Reading, Submission, Values};
use seloste_web::{Answer, Ctx, Link, Page, Router};

use super::{Staff, factor, start};
use crate::app::App;
use crate::services::staff::{self, Account, KIND, PASSPHRASE_CHARS_MAX, Secrets, Who};
use crate::site::{staff_in, subject};

pub(super) const PATH: &str = "/hallinta/oma-tunnus";
const PASSPHRASE: &str = "/hallinta/oma-tunnus/salasana";
const END: &str = "end-session";

pub(super) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route(PATH, get(show))
        .route(PASSPHRASE, get(passphrase).post(change_passphrase))
        .route("/hallinta/oma-tunnus/istunnot/{session}/lopeta", post(end_session))
}

pub(super) fn trail(ctx: &Ctx) -> Vec<Link> {
    vec![
        Link::new("/hallinta", ctx.say("nav-console")),
        Link::new(PATH, ctx.say("console-nav-own")),
    ]
}

async fn show(ctx: Ctx, staff: Staff, State(app): State<Arc<App>>) -> Answer {
    let sessions = app.engine.sessions_of(staff.person).await?;
    let account = &staff.account;
    let roles = role_names(&ctx, &app, &staff.roles)?.join(", ");
    let facts = [
        (ctx.say("staff-username"), html! { (account.username.expose(Exit::Page)) }),
        (ctx.say("staff-name"), html! { (staff.name) }),
        (ctx.say("staff-roles"), html! { (roles) }),
        (ctx.say("staff-second-factor"), html! { (factor::words(&ctx, account)) }),
    ];
    let sign_out = button_quiet(&ctx.say("console-sign-out"));
    let body = html! {
        (definitions(&facts))
        div.actions {
            // Choices among equals: none is the page's main one.
            @for (path, key) in [(PASSPHRASE, "console-own-passphrase"), (super::guard::SET_UP, "console-own-second-factor")] {
                a.button.quiet-button href=(ctx.href(path)) { (ctx.say(key)) }
            }
            (post_button(&ctx, "sign-out", "/hallinta/kirjaudu-ulos", sign_out))
        }
        h2 { (ctx.say("console-own-sessions")) }
        (session_table(&ctx, &sessions))
    };
    Ok(Page::new(ctx.say("console-nav-own"), body).trail(trail(&ctx)[..1].to_vec()).render(&ctx))
}

/// The notice's own names of roles.
pub(super) fn role_names(ctx: &Ctx, app: &App, roles: &[String]) -> Result<Vec<String>, Fault> {
    let register = app.register()?;
    let name = |role: &String| {
        let text = register.notice.role(role).and_then(|role| role.text.get(&ctx.lang));
        text.cloned().unwrap_or_else(|| role.clone())
    };
    Ok(roles.iter().map(name).collect())
}

fn session_table(ctx: &Ctx, sessions: &[Session]) -> Markup {
    let columns = [
        "console-session-begun",
        "console-session-used",
        "console-session-ends",
        "console-session-do",
    ];
    let columns = columns.iter().map(|key| Column::text(ctx.say(key))).collect();
    let mut table = Table::new(ctx.say("console-own-sessions-caption"), columns);
    for session in sessions {
        let here = ctx.session.as_ref().is_some_and(|own| own.id == session.id);
        let path = format!("/hallinta/oma-tunnus/istunnot/{}/lopeta", session.id);
        let end = post_button(ctx, END, &path, button_quiet(&ctx.say("console-session-end")));
        table.row(vec![
            time(ctx, session.created),
            time(ctx, session.used),
            time(ctx, session.expires),
            if here {
                html! { (ctx.say("console-session-this")) }
            } else {
                end
            },
        ]);
    }
    table.render()
}

async fn end_session(
    ctx: Ctx,
    staff: Staff,
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
    sent: Submission,
) -> Answer {
    sent.pressed(&ctx, END)?;
    if let Ok(id) = id.parse::<SessionId>()
        && app.engine.end_session_of(staff.person, id).await?
    {
        let about = Some((staff.person, staff.account.record));
        app.engine.note(&staff.own(&app)?, "end-session", KIND, about).await?;
    }
    Ok(ctx.redirect(PATH))
}

/// The field that proves once more who is at the keyboard.
pub(super) fn current_field(ctx: &Ctx) -> Field {
    Field::new("current", ctx.say("staff-passphrase-current"), Kind::Password)
        .required()
        .max_chars(PASSPHRASE_CHARS_MAX)
        .autocomplete("current-password")
}

/// Who tries something about this account: its owner in a session of theirs, or whoever is signing
/// in.
pub(super) fn who<'a>(ctx: &Ctx, account: &'a Account) -> Who<'a> {
    match staff_in(ctx) {
        Some(person) if person == account.person => Who::SignedIn(person),
        _ => Who::Stranger(account.username.expose(Exit::Decision), ctx.caller()),
    }
}

/// Whether the present password was typed; a wrong one makes the username wait.
pub(super) async fn is_current(
    app: &App,
    ctx: &Ctx,
    account: &Account,
    secrets: &Secrets,
    values: &Values,
) -> Result<bool, Fault> {
    let who = who(ctx, account);
    app.staff.delays.begin(who, ctx.now)?;
    let typed = values.get("current").cloned().unwrap_or(Sensitive::new(String::new()));
    if app.staff.gate.verify(typed, secrets.password_hash.clone()).await? {
        app.staff.delays.give_back(who);
        return Ok(true);
    }
    let about = Some((account.person, account.record));
    app.engine.note(&staff::own_access(app)?, "sign-in-failed", KIND, about).await?;
    Ok(false)
}

fn passphrase_spec(ctx: &Ctx, app: &App) -> Result<FormSpec, Fault> {
    let mut fields = vec![current_field(ctx)];
    fields.extend(start::passphrase_fields(ctx, app)?);
    Ok(FormSpec::new("passphrase", fields))
}

fn passphrase_page(
    ctx: &Ctx,
    app: &App,
    values: &Values,
    errors: &FormErrors,
) -> Result<Response, Fault> {
    let (spec, submit) = (passphrase_spec(ctx, app)?, ctx.say("console-own-passphrase"));
    let form = Form { spec: &spec, action: PASSPHRASE, values, errors, submit: &submit };
    let page = Page::new(ctx.say("console-own-passphrase"), form.render(ctx, html! {}));
    let page = page.lead(ctx.say("console-own-passphrase-lead")).trail(trail(ctx));
    Ok(page.status(errors.status()).render(ctx))
}

async fn passphrase(ctx: Ctx, _staff: Staff, State(app): State<Arc<App>>) -> Answer {
    Ok(passphrase_page(&ctx, &app, &Values::none(), &FormErrors::none())?)
}

async fn change_passphrase(
    ctx: Ctx,
    staff: Staff,
    State(app): State<Arc<App>>,
    sent: Submission,
) -> Answer {
    let values = match sent.read(&ctx, &passphrase_spec(&ctx, &app)?)? {
        Reading::Good(values, _) => values,
        Reading::Bad(values, errors) => return Ok(passphrase_page(&ctx, &app, &values, &errors)?),
    };
    let (account, secrets) = opened(&app, &staff).await?;
    let username = account.username.expose(Exit::Decision);
    let mut errors = start::check_passphrase(&ctx, &app, &values, username)?;
    if errors.is_empty() && !is_current(&app, &ctx, &account, &secrets, &values).await? {
        errors.add("current", ctx.say("staff-passphrase-wrong"));
    }
    if !errors.is_empty() {
        return Ok(passphrase_page(&ctx, &app, &values, &errors)?);
    }
    let chosen = values.get("passphrase").cloned().unwrap_or(Sensitive::new(String::new()));
    let hash = app.staff.gate.hash(chosen, &*app.random).await?;
    staff::change_own(&app, &account, vec![("password-hash".to_owned(), hash)]).await?;
    renew(&ctx, ctx.redirect(PATH), &account).await
}

/// The own account as it is now, with its secrets.
pub(super) async fn opened(app: &App, staff: &Staff) -> Result<(Account, Secrets), Fault> {
    let opened = Account::open(app, staff.account.record).await?;
    opened.ok_or_else(|| Fault::internal("a signed-in account is gone"))
}

/// A change of one's own account has ended all its sessions; here a new one begins.
pub(super) async fn renew(ctx: &Ctx, response: Response, account: &Account) -> Answer {
    Ok(ctx.sign_in(response, &subject(Way::Staff, account.person)).await?)
}
