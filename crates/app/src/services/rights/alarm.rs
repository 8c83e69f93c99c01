//! The alarm for requests whose last day has passed: one letter a day to the officer, which tells
//! their numbers and nothing else, and a word on every page of the console. However many requests
//! somebody makes up, the officer's mailbox gets one letter.

use std::sync::{Arc, Mutex, PoisonError};

use jiff::SignedDuration;
use maud::{Markup, html};
use seloste_kernel::{Fault, Sensitive, ZONE};
use seloste_register::{Action, Job, RIGHTS, Waiting};
use seloste_web::Ctx;

use super::desk;
use super::requests::overdue_requests;
use crate::app::App;
use crate::console;
use crate::mail::Letter;
use crate::site::staff_in;
use crate::words::say_with;

/// The mail job that tells of the late requests.
pub const LATE: &str = "request-late";

/// That a day's letter has been queued is remembered so long.
const REMEMBERED: SignedDuration = SignedDuration::from_hours(48);

/// The numbers of the requests that are late, as the last round found them: a page that shows them
/// asks the database nothing.
#[derive(Default)]
pub struct Late(Mutex<Vec<i64>>);

impl Late {
    fn keep(&self, numbers: Vec<i64>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = numbers;
    }

    fn numbers(&self) -> Vec<i64> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// Notes which requests are late, and queues a letter about them if today has had none.
///
/// # Errors
/// When the store fails.
pub async fn tell(app: &Arc<App>, late: &[Waiting]) -> Result<(), Fault> {
    app.late.keep(late.iter().filter_map(|one| one.number).collect());
    let Some(first) = late.first() else { return Ok(()) };
    if !app.mails()? || address(app)?.is_none() {
        return Ok(());
    }
    let now = app.engine.now();
    let today = now.in_tz(ZONE).map_err(Fault::internal)?.date();
    let expires = now.checked_add(REMEMBERED).map_err(Fault::internal)?;
    let what = format!("{LATE} {today}");
    app.engine.job_once(LATE, (first.person, first.record), &what, expires).await.map(drop)
}

/// The officer, or else whoever hears of new work.
///
/// # Errors
/// When no notice is published.
pub fn address(app: &App) -> Result<Option<Sensitive<String>>, Fault> {
    let register = app.register()?;
    let officer = register.notice.officer.as_ref().and_then(|officer| officer.email.clone());
    Ok(officer.map(Sensitive::new).or_else(|| app.mailer.notify().cloned()))
}

/// Writes to the officer, if any request is still late.
///
/// # Errors
/// As [`crate::mail::Mailer::send`].
pub async fn send(app: &Arc<App>, job: &Job) -> Result<(), Fault> {
    let late = overdue_requests(app).await?;
    let numbers: Vec<i64> = late.iter().filter_map(|one| one.number).collect();
    let Some(to) = address(app)?.filter(|_| !numbers.is_empty()) else { return Ok(()) };
    let register = app.register()?;
    let lang = register.notice.languages.first().copied().unwrap_or_default();
    let args = [
        ("count", numbers.len().to_string()),
        ("numbers", listed(numbers)),
        ("desk", format!("{}{}", app.base(), list())),
    ];
    // Another day, another letter: a mail program must not take it for yesterday's.
    let day = app.engine.now().as_second() / 86_400;
    let mut about = *job.record.as_bytes();
    about.iter_mut().zip(day.to_le_bytes()).for_each(|(byte, of)| *byte ^= of);
    let letter = Letter {
        to,
        subject: say_with(lang, "late-subject", &args),
        body: Sensitive::new(say_with(lang, "late-body", &args)),
        about,
    };
    app.mailer.send(&register.notice, &letter).await
}

/// Where the late requests are listed.
pub fn list() -> String {
    format!("{}?tila=myohassa", desk::PATH)
}

fn listed(mut numbers: Vec<i64>) -> String {
    numbers.sort_unstable();
    numbers.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

/// The word on every page of the console, for those who decide requests.
pub fn banner(app: &App, ctx: &Ctx) -> Option<Markup> {
    let numbers = app.late.numbers();
    if numbers.is_empty() || !ctx.path.starts_with("/hallinta") {
        return None;
    }
    let account = app.staff.directory.known(staff_in(ctx)?)?;
    if !account.is_open() || !console::may(app, &account, RIGHTS, Action::DecideRequests) {
        return None;
    }
    let count = numbers.len();
    let args = [("count", count.into()), ("numbers", listed(numbers).into())];
    let path = ctx.href(&list());
    Some(html! { p { a href=(path) { (ctx.say_with("late-banner", &args)) } } })
}
