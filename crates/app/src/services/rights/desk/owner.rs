//! Who takes care of a request, and handing it over: one of the staff who may decide requests.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::routing::post;
use maud::{Markup, html};
use seloste_kernel::{Exit, Fault, PersonId, Sensitive};
use seloste_register::{Action, Opened, RIGHTS};
use seloste_web::form::{Choice, Field, FormErrors, FormSpec, Kind, Reading, Submission, Values};
use seloste_web::{Answer, Ctx, Router};

use super::PATH;
use super::item::{self, Typed, folded};
use crate::app::App;
use crate::console::{self, Staff};
use crate::site::staff_in;

const HAND_OVER: &str = "hoitaja";

/// The pages.
pub fn routes() -> Router<Arc<App>> {
    Router::new().route("/hallinta/pyynnot/{id}/hoitaja", post(hand_over))
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

/// The form; whoever looks is proposed for a request that nobody has.
///
/// # Errors
/// When the store fails.
pub async fn form(ctx: &Ctx, app: &App, request: &Opened, typed: &Typed) -> Result<Markup, Fault> {
    let held = request.text("owner", Exit::Decision);
    let who = match held.is_empty() {
        true => staff_in(ctx).map(|of| of.to_string()).unwrap_or_default(),
        false => held.to_owned(),
    };
    let mut values = Values::none();
    values.set("owner", Sensitive::new(who));
    let proposed = Typed::folded(HAND_OVER, values, FormErrors::none());
    let typed = if typed.is_about(HAND_OVER) { typed } else { &proposed };
    let texts = ("case-owner-set", "case-owner-text");
    Ok(folded(ctx, request, (HAND_OVER, texts), &spec(ctx, app).await?, typed))
}

async fn hand_over(
    ctx: Ctx,
    staff: Staff,
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
    sent: Submission,
) -> Answer {
    let access = staff.access(&app, RIGHTS, Action::DecideRequests)?;
    let request = item::request(&app, &access, &id).await?;
    let mut values = match sent.read(&ctx, &spec(&ctx, &app).await?)? {
        Reading::Bad(values, errors) => {
            let typed = Typed::folded(HAND_OVER, values, errors);
            return item::page(&ctx, &app, &access, &request, &typed).await;
        }
        Reading::Good(values, _) => values,
    };
    if let Some(who) = values.take("owner") {
        let change = vec![("owner".to_owned(), who)];
        app.engine.amend(&access, request.id, request.version, change).await?;
    }
    Ok(ctx.redirect(&format!("{PATH}/{}", request.id)))
}
