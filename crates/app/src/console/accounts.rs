//! `/hallinta/kayttajat`: who may sign in and as what, for whoever manages accounts.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::{get, post};
use maud::{Markup, html};
use seloste_kernel::{Exit, Fault, FaultKind, RecordId, Sensitive};
use seloste_register::{Access, Action, SECURITY};
use seloste_web::components::{
    Column, Table, Tone, button_danger, button_quiet, code_display, definitions, link_button, note,
    post_button, time,
};
use seloste_web::form::{
    Choice, Field, Form, FormErrors, FormSpec, Kind, Reading, Submission, Values,
};
use seloste_web::{Answer, Ctx, Link, Page, Router};

use super::{Staff, factor, own, start};
use crate::app::App;
use crate::services::staff::{self, Account, KIND, New, State as AccountState};

pub(super) const PATH: &str = "/hallinta/kayttajat";
const INVITE: &str = "/hallinta/kayttajat/uusi";

/// The invitation of the person whom the notice names as its contact.
pub(super) const INVITE_CONTACT: &str = "/hallinta/kayttajat/uusi?yhteyshenkilo=1";

/// The page of one account.
pub(super) fn path_of(record: RecordId) -> String {
    format!("{PATH}/{record}")
}

pub(super) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route(PATH, get(list))
        .route(INVITE, get(invitation).post(invite))
        .route("/hallinta/kayttajat/{record}", get(show).post(set_roles))
        .route("/hallinta/kayttajat/{record}/sulje", post(close))
        .route("/hallinta/kayttajat/{record}/avaa", post(reopen))
        .route("/hallinta/kayttajat/{record}/linkki", post(relink))
        .route("/hallinta/kayttajat/{record}/istunnot", post(end_sessions))
}

fn manage(staff: &Staff, app: &App) -> Result<Access, Fault> {
    staff.access(app, SECURITY, Action::ManageUsers)
}

fn trail(ctx: &Ctx, own: bool) -> Vec<Link> {
    let mut trail = vec![Link::new("/hallinta", ctx.say("nav-console"))];
    if own {
        trail.push(Link::new(PATH, ctx.say("console-nav-users")));
    }
    trail
}

fn state(ctx: &Ctx, account: &Account) -> String {
    ctx.say(&format!("staff-state-{}", account.state.word()))
}

async fn list(ctx: Ctx, staff: Staff, State(app): State<Arc<App>>) -> Answer {
    let accounts = staff::list(&app, &manage(&staff, &app)?).await?;
    let columns =
        ["staff-name", "staff-username", "staff-roles", "staff-state", "staff-second-factor"];
    let columns = columns.iter().map(|key| Column::text(ctx.say(key))).collect();
    let mut table = Table::new(ctx.say("console-users-caption"), columns);
    for account in &accounts {
        let path = ctx.href(&path_of(account.record));
        table.row(vec![
            html! { a href=(path) { (account.name.expose(Exit::Page)) } },
            html! { (account.username.expose(Exit::Page)) },
            html! { (own::role_names(&ctx, &app, &account.roles)?.join(", ")) },
            html! { (state(&ctx, account)) },
            html! { (factor::words(&ctx, account)) },
        ]);
    }
    let body = html! {
        div.actions { (link_button(&ctx, INVITE, &ctx.say("console-users-invite"))) }
        (table.render())
    };
    let page = Page::new(ctx.say("console-nav-users"), body).trail(trail(&ctx, false));
    Ok(page.wide().render(&ctx))
}

fn role_field(ctx: &Ctx, app: &App) -> Result<Field, Fault> {
    let register = app.register()?;
    let choice = |name: &String, label: String| Choice::new(name.clone(), label);
    let names: Vec<String> = register.notice.roles.iter().map(|role| role.name.clone()).collect();
    let labels = own::role_names(ctx, app, &names)?;
    let choices = names.iter().zip(labels).map(|(name, label)| choice(name, label)).collect();
    Ok(Field::new("roles", ctx.say("staff-roles"), Kind::Checks(choices)).required())
}

fn invitation_spec(ctx: &Ctx, app: &App) -> Result<FormSpec, Fault> {
    let username = Field::new("username", ctx.say("staff-username"), Kind::Line);
    let name = Field::new("name", ctx.say("staff-name"), Kind::Line);
    let fields = vec![
        username.required().max_chars(40).help(ctx.say("staff-username-help")).autocomplete("off"),
        name.required().max_chars(100).autocomplete("off"),
        Field::new("email", ctx.say("staff-email"), Kind::Email).autocomplete("off"),
        role_field(ctx, app)?,
    ];
    Ok(FormSpec::new("invite", fields))
}

fn invitation_page(ctx: &Ctx, app: &App, values: &Values, errors: &FormErrors) -> Answer {
    let (spec, submit) = (invitation_spec(ctx, app)?, ctx.say("console-users-invite-submit"));
    let form = Form { spec: &spec, action: INVITE, values, errors, submit: &submit };
    let page = Page::new(ctx.say("console-users-invite"), form.render(ctx, html! {}));
    let page = page.lead(ctx.say("console-users-invite-lead")).trail(trail(ctx, true));
    Ok(page.status(errors.status()).render(ctx))
}

async fn invitation(ctx: Ctx, staff: Staff, State(app): State<Arc<App>>) -> Answer {
    manage(&staff, &app)?;
    let mut values = Values::none();
    if ctx.param("yhteyshenkilo").is_some()
        && let Some(user) = start::contact_user(&app)?
    {
        values.set("username", Sensitive::new(user));
    }
    invitation_page(&ctx, &app, &values, &FormErrors::none())
}

fn chosen_roles(values: &Values) -> Vec<String> {
    values.all("roles").iter().map(|role| role.expose(Exit::Decision).clone()).collect()
}

async fn invite(ctx: Ctx, staff: Staff, State(app): State<Arc<App>>, sent: Submission) -> Answer {
    let access = manage(&staff, &app)?;
    let (mut values, command) = match sent.read(&ctx, &invitation_spec(&ctx, &app)?)? {
        Reading::Good(values, command) => (values, command),
        Reading::Bad(values, errors) => return invitation_page(&ctx, &app, &values, &errors),
    };
    let typed = |field: &str| values.get(field).cloned().unwrap_or(Sensitive::new(String::new()));
    let (username, name) = (typed("username"), typed("name"));
    let email = values.get("email").cloned();
    let new = New { username, name, email, roles: chosen_roles(&values) };
    match staff::invite(&app, &access, &new, ctx.lang).await {
        Ok(link) => Ok(link_page(&ctx, &link)),
        Err(fault) => {
            let mut errors = FormErrors::none();
            errors.add(start::field_of(&fault)?, crate::words::fault(ctx.lang, &fault));
            ctx.send_again(command);
            // What was typed is shown again as it was.
            values.set("username", new.username);
            invitation_page(&ctx, &app, &values, &errors)
        }
    }
}

/// The link is shown here and nowhere else: only its digest is kept.
fn link_page(ctx: &Ctx, link: &Sensitive<String>) -> Response {
    let address = format!("{}{}", ctx.kit.base(), start::path(link));
    let hours = staff::LINK_HOURS.to_string();
    let body = html! {
        (note(Tone::Good, &ctx.say("console-users-link-made"), html! {
            p { (ctx.say_with("console-users-link-what", &[("hours", hours.into())])) }
        }))
        (code_display(&ctx.say("console-users-link"), &address))
        (link_button(ctx, PATH, &ctx.say("console-users-back")))
    };
    Page::new(ctx.say("console-users-link-title"), body).trail(trail(ctx, true)).render(ctx)
}

async fn opened(app: &App, staff: &Staff, record: &str) -> Result<(Access, Account), Fault> {
    let access = manage(staff, app)?;
    let record: RecordId = record.parse().map_err(|_| Fault::not_found())?;
    let account = staff::one(app, &access, record).await?;
    Ok((access, account))
}

async fn show(
    ctx: Ctx,
    staff: Staff,
    State(app): State<Arc<App>>,
    Path(record): Path<String>,
) -> Answer {
    let (_, account) = opened(&app, &staff, &record).await?;
    account_page(&ctx, &app, &staff, &account, &FormErrors::none()).await
}

async fn account_page(
    ctx: &Ctx,
    app: &App,
    staff: &Staff,
    account: &Account,
    errors: &FormErrors,
) -> Answer {
    let sessions = app.engine.sessions_of(account.person).await?.len();
    let mut facts = vec![
        (ctx.say("staff-username"), html! { (account.username.expose(Exit::Page)) }),
        (ctx.say("staff-state"), html! { (state(ctx, account)) }),
        (ctx.say("staff-second-factor"), html! { (factor::words(ctx, account)) }),
        (ctx.say("console-users-sessions"), html! { (sessions) }),
        (ctx.say("console-users-made"), time(ctx, account.created)),
    ];
    if let Some(email) = &account.email {
        facts.insert(1, (ctx.say("staff-email"), html! { (email.expose(Exit::Page)) }));
    }
    if let Some(due) = account.due {
        facts.push((ctx.say("console-users-due"), time(ctx, due)));
    }
    let body = html! {
        (definitions(&facts))
        @if account.state != AccountState::Closed {
            (roles_form(ctx, app, account, errors)?)
            (doing(ctx, staff, account))
        } @else {
            p { (ctx.say("console-users-reopen-what")) }
            (post_button(ctx, "reopen", &format!("{PATH}/{}/avaa", account.record), button_quiet(&ctx.say("console-users-reopen"))))
        }
    };
    let page = Page::new(account.name.expose(Exit::Page).as_str(), body).trail(trail(ctx, true));
    Ok(page.status(errors.status()).render(ctx))
}

fn roles_spec(ctx: &Ctx, app: &App) -> Result<FormSpec, Fault> {
    Ok(FormSpec::new("roles", vec![role_field(ctx, app)?]))
}

fn roles_form(
    ctx: &Ctx,
    app: &App,
    account: &Account,
    errors: &FormErrors,
) -> Result<Markup, Fault> {
    let mut values = Values::none();
    values.set_all("roles", account.roles.iter().cloned().map(Sensitive::new).collect());
    let (spec, submit) = (roles_spec(ctx, app)?, ctx.say("console-users-roles-save"));
    let action = format!("{PATH}/{}", account.record);
    let form = Form { spec: &spec, action: &action, values: &values, errors, submit: &submit };
    Ok(html! {
        h2 { (ctx.say("console-users-roles")) }
        p { (ctx.say("console-users-roles-what")) }
        (form.render(ctx, html! {}))
    })
}

fn doing(ctx: &Ctx, staff: &Staff, account: &Account) -> Markup {
    let button = |form: &str, place: &str, button| {
        post_button(ctx, form, &format!("{PATH}/{}/{place}", account.record), button)
    };
    html! {
        h2 { (ctx.say("console-users-do")) }
        @if account.person == staff.person {
            p { (ctx.say("console-users-own")) }
        } @else {
            p { (ctx.say("console-users-do-what")) }
            div.actions {
                (button("end-sessions", "istunnot", button_quiet(&ctx.say("console-users-end-sessions"))))
                (button("relink", "linkki", button_quiet(&ctx.say("console-users-relink"))))
                (button("close", "sulje", button_danger(&ctx.say("console-users-close"))))
            }
        }
    }
}

async fn set_roles(
    ctx: Ctx,
    staff: Staff,
    State(app): State<Arc<App>>,
    Path(record): Path<String>,
    sent: Submission,
) -> Answer {
    let (access, account) = opened(&app, &staff, &record).await?;
    let values = match sent.read(&ctx, &roles_spec(&ctx, &app)?)? {
        Reading::Good(values, _) => values,
        Reading::Bad(_, errors) => {
            return account_page(&ctx, &app, &staff, &account, &errors).await;
        }
    };
    let roles = chosen_roles(&values);
    if account.person == staff.person {
        let mut errors = FormErrors::none();
        errors.add("roles", ctx.say("console-users-own-roles"));
        return account_page(&ctx, &app, &staff, &account, &errors).await;
    }
    staff::set_roles(&app, &access, &account, &roles).await?;
    Ok(ctx.redirect(&format!("{PATH}/{record}")))
}

/// Someone else's account, when the button's form is good.
async fn pressed(
    (ctx, app): (&Ctx, &App),
    staff: &Staff,
    record: &str,
    sent: &Submission,
    form: &str,
) -> Result<(Access, Account), Fault> {
    let (access, account) = opened(app, staff, record).await?;
    sent.pressed(ctx, form)?;
    if account.person == staff.person {
        return Err(Fault::new(FaultKind::Conflict, "fault-own-account"));
    }
    Ok((access, account))
}

async fn close(
    ctx: Ctx,
    staff: Staff,
    State(app): State<Arc<App>>,
    Path(record): Path<String>,
    sent: Submission,
) -> Answer {
    let (access, account) = pressed((&ctx, &app), &staff, &record, &sent, "close").await?;
    staff::close(&app, &access, &account).await?;
    Ok(ctx.redirect(&format!("{PATH}/{record}")))
}

async fn reopen(
    ctx: Ctx,
    staff: Staff,
    State(app): State<Arc<App>>,
    Path(record): Path<String>,
    sent: Submission,
) -> Answer {
    let (access, account) = pressed((&ctx, &app), &staff, &record, &sent, "reopen").await?;
    Ok(link_page(&ctx, &staff::reopen(&app, &access, &account).await?))
}

async fn relink(
    ctx: Ctx,
    staff: Staff,
    State(app): State<Arc<App>>,
    Path(record): Path<String>,
    sent: Submission,
) -> Answer {
    let (access, account) = pressed((&ctx, &app), &staff, &record, &sent, "relink").await?;
    Ok(link_page(&ctx, &staff::relink(&app, &access, &account).await?))
}

async fn end_sessions(
    ctx: Ctx,
    staff: Staff,
    State(app): State<Arc<App>>,
    Path(record): Path<String>,
    sent: Submission,
) -> Answer {
    let (access, account) = pressed((&ctx, &app), &staff, &record, &sent, "end-sessions").await?;
    app.engine.end_sessions(account.person).await?;
    let about = Some((account.person, account.record));
    app.engine.note(&access, "end-sessions", KIND, about).await?;
    Ok(ctx.redirect(&format!("{PATH}/{record}")))
}
