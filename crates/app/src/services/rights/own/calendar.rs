//! Coming deletions as a calendar (RFC 5545): a file for whoever is signed in, and a secret address
//! from which a calendar program fetches it. Dates and numbers of records only: whoever else sees the
//! calendar learns nothing of what is held.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use icalendar::{Calendar, Component, Event, Property, ValueType};
use jiff::civil::Date;
use jiff::{SignedDuration, Zoned};
use maud::html;
use seloste_kernel::{Actor, Exit, Fault, PersonId, Sensitive, Timestamp, ZONE};
use seloste_register::{Access, Action, Coming, RIGHTS};
use seloste_web::components::{
    Tone, button, button_danger, code_display, link_button, note, post_button,
};
use seloste_web::form::Submission;
use seloste_web::{Answer, Ctx, Page, RateClass, Router};

use super::super::person_access;
use super::{Own, trail};
use crate::app::App;
use crate::cases;
use crate::done;

/// The page.
pub const PATH: &str = "/oma/kalenteri";

/// An address works this long; then a new one is made.
const FEED_LIFE: SignedDuration = SignedDuration::from_hours(365 * 24);

/// Numbers that one entry names; of more it tells how many there are.
const NAMED: usize = 20;

/// Calendar programs ask every hour or so; guesses come thick and fast.
const FETCHES: RateClass = RateClass { name: "calendars", burst: 30, per_minute: 10 };

/// The pages.
pub fn routes() -> Router<Arc<App>> {
    Router::new()
        .route(PATH, get(show).post(make))
        .route("/oma/kalenteri/lopeta", post(end))
        .route("/oma/kalenteri.ics", get(file))
        .route("/kalenteri/{secret}", get(feed))
}

async fn show(ctx: Ctx, own: Own, State(app): State<Arc<App>>) -> Answer {
    let access = own.access(&app, Action::Read)?;
    let has = app.engine.has_feed(&access, own.person).await?;
    let make = ctx.say(if has { "own-feed-again" } else { "own-feed-make" });
    let body = html! {
        (done::told(&ctx, &[("lopetus", "own-feed-ended")]))
        p { (link_button(&ctx, "/oma/kalenteri.ics", &ctx.say("own-calendar-file"))) }
        h2 { (ctx.say("own-feed-title")) }
        p { (ctx.say("own-feed-text")) }
        @if has { p { (ctx.say("own-feed-there")) } }
        div.actions {
            (post_button(&ctx, "own-feed", PATH, button(&make)))
            @if has {
                (post_button(&ctx, "own-feed-end", "/oma/kalenteri/lopeta", button_danger(&ctx.say("own-feed-end"))))
            }
        }
    };
    let page = Page::new(ctx.say("own-calendar"), body).lead(ctx.say("own-calendar-text"));
    Ok(page.trail(trail(&ctx)).render(&ctx))
}

async fn make(ctx: Ctx, own: Own, State(app): State<Arc<App>>, sent: Submission) -> Answer {
    sent.pressed(&ctx, "own-feed")?;
    let access = own.access(&app, Action::Read)?;
    let expires = ctx.now.checked_add(FEED_LIFE).map_err(Fault::internal)?;
    let secret = app.engine.make_feed(&access, own.person, expires).await?;
    let path = format!("/kalenteri/{}.ics", secret.expose(Exit::Page));
    let address = format!("{}{}", app.base(), ctx.href(&path));
    let until = ctx.say_with("own-feed-until", &[("date", ctx.date(expires).into())]);
    let body = html! {
        (note(Tone::Warning, &ctx.say("own-feed-secret"), html! { p { (ctx.say("own-feed-secret-text")) } }))
        (code_display(&ctx.say("own-feed-address"), &address))
        p { (until) }
    };
    let page = Page::new(ctx.say("own-feed-title"), body).trail(trail(&ctx));
    Ok(page.render(&ctx))
}

async fn end(ctx: Ctx, own: Own, State(app): State<Arc<App>>, sent: Submission) -> Answer {
    sent.pressed(&ctx, "own-feed-end")?;
    app.engine.end_feed(&own.access(&app, Action::Read)?, own.person).await?;
    Ok(ctx.redirect(&done::at(PATH, "lopetus")))
}

async fn file(ctx: Ctx, own: Own, State(app): State<Arc<App>>) -> Answer {
    let access = own.access(&app, Action::Export)?;
    Ok(sent(&ctx, calendar(&ctx, &app, &access, own.person).await?))
}

async fn feed(ctx: Ctx, State(app): State<Arc<App>>, Path(secret): Path<String>) -> Answer {
    ctx.throttle(FETCHES)?;
    let secret = Sensitive::new(secret.strip_suffix(".ics").unwrap_or_default().to_owned());
    let person = app.engine.feed(&secret).await?.ok_or_else(Fault::not_found)?;
    let access = person_access(&app, person, Action::Read)?;
    let calendar = calendar(&ctx, &app, &access, person).await?;
    // Whoever fetches it is nobody whom the program knows: the person is told that somebody did.
    let notice = &access.register().notice.id;
    let fetcher = app.engine.access(notice, Actor::Job("calendar".into()), RIGHTS, Action::Read)?;
    app.engine.note_fetch(&fetcher, person, &secret).await?;
    Ok(sent(&ctx, calendar))
}

fn sent(ctx: &Ctx, calendar: String) -> Response {
    let name = format!("attachment; filename=\"{}.ics\"", ctx.say("own-calendar-name"));
    let kind = "text/calendar; charset=utf-8".to_owned();
    ([(CONTENT_TYPE, kind), (CONTENT_DISPOSITION, name)], calendar).into_response()
}

/// What goes on one day.
#[derive(Default)]
struct Day {
    count: usize,
    numbers: Vec<i64>,
}

/// The calendar of a person's coming deletions: one entry for each day.
///
/// # Errors
/// As [`seloste_register::Engine::coming`].
pub async fn calendar(
    ctx: &Ctx,
    app: &App,
    access: &Access,
    person: PersonId,
) -> Result<String, Fault> {
    let (mut days, mut after) = (BTreeMap::new(), None);
    loop {
        let (coming, next) = app.engine.coming(access, person, after).await?;
        cases::days_as_told(coming).iter().for_each(|one| add(&mut days, one));
        let Some(next) = next else { break };
        after = Some(next);
    }
    let mut calendar = Calendar::empty();
    calendar
        .append_property(Property::new("VERSION", "2.0"))
        .append_property(Property::new("PRODID", "-//Seloste//Seloste//FI"))
        .append_property(Property::new("CALSCALE", "GREGORIAN"))
        .append_property(Property::new("METHOD", "PUBLISH"))
        .name(&ctx.say("own-calendar"));
    for (date, day) in &days {
        let name = app.engine.name_for(person, &format!("calendar {date}"));
        calendar.push(event(ctx, *date, day, &name));
    }
    Ok(calendar.to_string())
}

fn add(days: &mut BTreeMap<Date, Day>, coming: &Coming) {
    let Ok(local) = coming.due.in_tz(ZONE) else { return };
    let day = days.entry(local.date()).or_default();
    day.count += 1;
    day.numbers.extend(coming.number.filter(|_| day.numbers.len() < NAMED));
}

fn event(ctx: &Ctx, date: Date, day: &Day, name: &str) -> Event {
    let plain = |date: Date| date.strftime("%Y%m%d").to_string();
    let on =
        |key: &str, date| Property::new(key, plain(date)).append_parameter(ValueType::Date).done();
    let numbers: Vec<String> = day.numbers.iter().map(ToString::to_string).collect();
    let args = [("count", day.count.into()), ("numbers", numbers.join(", ").into())];
    let summary = if numbers.is_empty() { "own-calendar-day" } else { "own-calendar-day-numbers" };
    Event::new()
        .uid(&format!("{name}@seloste"))
        .append_property(Property::new("DTSTAMP", stamp(ctx.now)))
        .append_property(on("DTSTART", date))
        .append_property(on("DTEND", date.tomorrow().unwrap_or(date)))
        .append_property(Property::new("TRANSP", "TRANSPARENT"))
        .summary(&ctx.say_with(summary, &args))
        .done()
}

fn stamp(at: Timestamp) -> String {
    Zoned::new(at, jiff::tz::TimeZone::UTC).strftime("%Y%m%dT%H%M%SZ").to_string()
}
