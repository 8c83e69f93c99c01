//! Who takes care of a request, and handing it over: one of the staff who may decide requests.

use std::sync::Arc;

use axum::extract::State;
use axum::routing::post;
use maud::{Markup, html};
use seloste_kernel::{Exit, Fault, FaultKind, PersonId, Sensitive};
use seloste_register::{Action, Opened, RIGHTS};
use seloste_web::components::{button_quiet, post_button};
use seloste_web::form::{Choice, Field, FormErrors, FormSpec, Kind, Reading, Submission, Values};
use seloste_web::{Answer, Ctx, Router};

use super::super::decision;
use super::case::{Case, under};
use super::item::{self, Folded, Typed, folded};
use crate::app::App;
use crate::console;
use crate::site::staff_in;

const HAND_OVER: &str = "hoitaja";

/// The button's empty form.
const TAKE: &str = "rights-take";

/// The pages.
pub fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/hallinta/pyynnot/{id}/hoitaja", post(hand_over))
        .route("/hallinta/pyynnot/{id}/ota", post(take))
}

/// The name of whoever takes care of a request; nobody does when their account is closed.
pub fn name(ctx: &Ctx, app: &App, request: &Opened) -> Markup {
    let person: Option<PersonId> = request.text("owner", Exit::Decision).parse().ok();
    let account = person.and_then(|person| app.staff.directory.known(person));
    let open = account.filter(|account| account.is_open());
    match open {
        Some(account) => html! { (account.name.expose(Exit::Page)) },
        None => html! { span.quiet { (ctx.say("case-owner-none")) } },
    }
}

/// Everybody who may take care of one.
async fn choices(app: &App) -> Result<Vec<Choice>, Fault> {
    let mut may: Vec<Choice> = Vec::new();
    for account in app.staff.directory.all(app).await? {
        if account.is_open() && console::may(app, &account, RIGHTS, Action::DecideRequests) {
            may.push(Choice::new(account.person.to_string(), account.name.expose(Exit::Page)));
        }
    }
    may.sort_by(|one, other| one.label.cmp(&other.label));
    Ok(may)
}

async fn spec(ctx: &Ctx, app: &App) -> Result<FormSpec, Fault> {
    let who = Field::new("owner", ctx.say("case-owner"), Kind::Select(choices(app).await?));
    Ok(FormSpec::new("rights-owner", vec![who.required()]))
}

/// The button with which whoever looks takes a request that they do not have, and the form that hands
/// it to anybody; whoever looks is proposed for one that nobody has.
///
/// # Errors
/// When the store fails.
pub async fn form(ctx: &Ctx, app: &App, request: &Opened, typed: &Typed) -> Result<Markup, Fault> {
    let held = request.text("owner", Exit::Decision);
    let me = staff_in(ctx).map(|of| of.to_string()).unwrap_or_default();
    let (mine, who) = (held == me, if held.is_empty() { me } else { held.to_owned() });
    let mut values = Values::none();
    values.set("owner", Sensitive::new(who));
    let proposed = Typed::folded(HAND_OVER, values, FormErrors::none());
    let typed = if typed.is_about(HAND_OVER) { typed } else { &proposed };
    let (name, text) = (ctx.say("case-owner-set"), ctx.say("case-owner-text"));
    let of = Folded { action: HAND_OVER, submit: name.clone(), name, text };
    let hand_over = folded(ctx, request, of, &spec(ctx, app).await?, typed);
    let take = button_quiet(&ctx.say("case-owner-take"));
    Ok(html! {
        @if !mine {
            div.actions { (post_button(ctx, TAKE, &under(request, "ota"), take)) }
        }
        (hand_over)
    })
}

async fn take(ctx: Ctx, case: Case, State(app): State<Arc<App>>, sent: Submission) -> Answer {
    sent.pressed(&ctx, TAKE)?;
    becomes(&app, &case).await?;
    Ok(case.back(&ctx))
}

/// Whoever acts takes care of the request from then on; its version.
///
/// # Errors
/// `Conflict` when it changed meanwhile.
pub async fn becomes(app: &Arc<App>, case: &Case) -> Result<i64, Fault> {
    let (request, who) = (&case.request, case.staff.person.to_string());
    if request.text("owner", Exit::Decision) == who {
        return Ok(request.version);
    }
    let change = vec![("owner".to_owned(), Sensitive::new(who))];
    let changed = app.engine.amend(&case.access, request.id, request.version, change).await;
    changed.map_err(|fault| match fault.kind() {
        FaultKind::Conflict => decision::taken(),
        _ => fault,
    })
}

async fn hand_over(ctx: Ctx, case: Case, State(app): State<Arc<App>>, sent: Submission) -> Answer {
    let mut values = match sent.read(&ctx, &spec(&ctx, &app).await?)? {
        Reading::Bad(values, errors) => {
            let typed = Typed::folded(HAND_OVER, values, errors);
            return item::page(&ctx, &app, &case, &typed).await;
        }
        Reading::Good(values, _) => values,
    };
    if let Some(who) = values.take("owner") {
        let change = vec![("owner".to_owned(), who)];
        let request = &case.request;
        app.engine.amend(&case.access, request.id, request.version, change).await?;
    }
    Ok(case.back(&ctx))
}
