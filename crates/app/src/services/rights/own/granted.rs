//! The copy that was granted to whoever made a request and has shown who they are, behind the code of the
//! request: its data lie behind other codes, which they have lost or never had (Art. 15(3), 20).

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::routing::get;
use jiff::SignedDuration;
use maud::{Markup, html};
use seloste_kernel::{Actor, Exit, Fault, PersonId, RecordId, Timestamp, ZONE};
use seloste_register::{Action, Opened, PACKAGE, Query, RIGHTS};
use seloste_web::components::{Tone, button, note, post_button};
use seloste_web::form::Submission;
use seloste_web::{Answer, Ctx, Page, Router};

use super::super::decision::GRANTED;
use super::super::{behalf, job, job_access, mailbox, package, slip};
use super::change::id;
use super::package::{ORDERS, given, ordered};
use super::{Own, trail};
use crate::app::App;
use crate::cases::{ANSWER, KIND, slip_of};

/// What is asked that a copy answers.
const COPIES: [&str; 2] = ["access", "portability"];

/// The button's empty form.
const FORM: &str = "own-granted";

/// The pages.
pub fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/oma/pyynto/{id}/kopio", get(show).post(order))
        .route("/oma/pyynto/{id}/kopio/{package}", get(download))
}

/// Until when a copy can be taken with this slip, as its owner holds it.
fn until(slip: &Opened) -> Option<Timestamp> {
    // What is given in part is chosen by people: others would be in the whole.
    let granted = slip.state == slip_of(GRANTED);
    let asked = slip.text("type", Exit::Decision);
    let is_one = slip.kind == KIND && granted && COPIES.contains(&asked);
    let days = SignedDuration::from_hours(slip::COPY_DAYS * 24);
    let until = slip.updated.checked_add(days).ok().and_then(end_of_day);
    until.filter(|_| is_one && slip::case_of(slip).is_some())
}

/// The day that is told counts whole.
fn end_of_day(at: Timestamp) -> Option<Timestamp> {
    Some(at.in_tz(ZONE).ok()?.end_of_day().ok()?.timestamp())
}

/// The way here from a request, as its owner holds it, and until when; that it was, afterwards.
pub fn link(ctx: &Ctx, slip: &Opened) -> Markup {
    let path = format!("/oma/pyynto/{}/kopio", slip.id);
    let Some(until) = until(slip) else { return html! {} };
    let day = [("date", ctx.date(until).into())];
    html! {
        @if ctx.now < until {
            a.button href=(ctx.href(&path)) { (ctx.say("own-granted")) }
            p.quiet { (ctx.say_with("own-granted-day", &day)) }
        } @else {
            p.quiet { (ctx.say_with("own-granted-over", &day)) }
        }
    }
}

/// Whose data, and until when.
async fn whose(app: &Arc<App>, own: &Own, of: &str) -> Result<Granted, Fault> {
    let slip = app.engine.read(&own.access(app, Action::Read)?, id(of)?).await?;
    let until = until(&slip).filter(|until| app.engine.now() < *until);
    let case = match slip::case_of(&slip) {
        Some(case) if until.is_some() => job::opened(app, case).await?,
        _ => None,
    };
    let case = case.ok_or_else(Fault::not_found)?;
    let decided = decided(app, &slip).await?;
    let mut persons = Vec::new();
    for person in mailbox::persons(app, &case).await? {
        // Whoever gave the same address since was not looked at when it was decided.
        let held = app.engine.held(&job_access(app, Action::DecideRequests)?, person).await?;
        if held.iter().any(|one| one.created <= decided) {
            persons.push(person);
        }
    }
    Ok(Granted { slip: slip.id, case, persons, until: until.unwrap_or_default() })
}

/// When it was granted, which is perhaps long before its maker could be told.
async fn decided(app: &Arc<App>, slip: &Opened) -> Result<Timestamp, Fault> {
    let access = job_access(app, Action::DecideRequests)?;
    let of = Query { thread: Some(slip.id), ..Query::of(ANSWER) };
    let answers = app.engine.page(&access, &of).await?.records;
    let granting = answers.iter().filter(|one| one.text("decision", Exit::Decision) == GRANTED);
    granting.map(|one| one.created).min().ok_or_else(Fault::not_found)
}

struct Granted {
    slip: RecordId,
    case: Opened,
    persons: Vec<PersonId>,
    until: Timestamp,
}

async fn show(ctx: Ctx, own: Own, State(app): State<Arc<App>>, Path(of): Path<String>) -> Answer {
    let granted = whose(&app, &own, &of).await?;
    let path = format!("/oma/pyynto/{}/kopio", granted.slip);
    let mut kept = Vec::new();
    for person in &granted.persons {
        kept.extend(package::kept(&app, *person).await?);
    }
    let last = [("date", ctx.date(granted.until).into())];
    let body = html! {
        @if granted.persons.is_empty() {
            (note(Tone::Info, &ctx.say("own-granted-gone"), html! {}))
        } @else {
            p { (ctx.say_with("own-granted-until", &last)) }
            @for one in &kept { (super::package::told(&ctx, one, &path)) }
            @let again = if kept.is_empty() { "own-package-make" } else { "own-package-again" };
            (post_button(&ctx, FORM, &path, button(&ctx.say(again))))
        }
        h2 { (ctx.say("own-package-holds")) }
        p { (ctx.say("own-package-holds-text")) }
        p { (ctx.say("own-package-verify")) }
    };
    let page = Page::new(ctx.say("own-granted"), body).lead(ctx.say("own-granted-lead"));
    Ok(page.trail(trail(&ctx)).render(&ctx))
}

async fn order(
    ctx: Ctx,
    own: Own,
    State(app): State<Arc<App>>,
    Path(of): Path<String>,
    sent: Submission,
) -> Answer {
    ctx.throttle(ORDERS)?;
    sent.pressed(&ctx, FORM)?;
    let granted = whose(&app, &own, &of).await?;
    for person in granted.persons {
        ordered(&ctx, &app, person).await?;
    }
    Ok(ctx.redirect(&format!("/oma/pyynto/{}/kopio", granted.slip)))
}

async fn download(
    ctx: Ctx,
    own: Own,
    State(app): State<Arc<App>>,
    Path((of, package)): Path<(String, String)>,
) -> Answer {
    let granted = whose(&app, &own, &of).await?;
    let wanted = id(package.strip_suffix(".zip").unwrap_or_default())?;
    for person in granted.persons {
        let kept = package::kept(&app, person).await?;
        if kept.is_some_and(|kept| kept.record == wanted && kept.bytes.is_some()) {
            handed(&app, &granted.case, (person, wanted)).await?;
            return given(&ctx, &app, person, wanted).await;
        }
    }
    Err(Fault::not_found().into())
}

/// Before a copy is handed over: whose data they are sees that they were given, and not by themselves.
/// Whoever takes it for another is a recipient, and stands in the register of disclosures.
async fn handed(
    app: &Arc<App>,
    case: &Opened,
    (person, copy): (PersonId, RecordId),
) -> Result<(), Fault> {
    let register = app.register()?;
    let access = |action| {
        let giver = Actor::Job("granted-copy".to_owned());
        app.engine.access(&register.notice.id, giver, RIGHTS, action)
    };
    if behalf::is_for_another(case) {
        let given = behalf::disclosure(&register.notice, case, copy);
        let lang = register.notice.languages.first().copied().unwrap_or_default();
        app.engine.disclose(&access(Action::Disclose)?, person, None, &given, lang).await?;
    }
    let noted = Some((person, copy));
    app.engine.note(&access(Action::DecideRequests)?, "disclose", PACKAGE, noted).await
}
