//! The alarm for requests whose last day has passed: a letter to the officer once per request and
//! day, which tells a number and nothing else, and a word on every page of the console.

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

/// The mail job that tells of one late request.
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

/// Notes which requests are late, and queues a letter for each that today has had none.
///
/// # Errors
/// When the store fails.
pub async fn tell(app: &Arc<App>, late: &[Waiting]) -> Result<(), Fault> {
    app.late.keep(late.iter().filter_map(|one| one.number).collect());
    if late.is_empty() || !app.mails()? || address(app)?.is_none() {
        return Ok(());
    }
    let now = app.engine.now();
    let today = now.in_tz(ZONE).map_err(Fault::internal)?.date();
    let expires = now.checked_add(REMEMBERED).map_err(Fault::internal)?;
    for one in late {
        let what = format!("{LATE} {today}");
        app.engine.job_once(LATE, (one.person, one.record), &what, expires).await?;
    }
    Ok(())
}

/// The officer, or else whoever hears of new work.
fn address(app: &App) -> Result<Option<Sensitive<String>>, Fault> {
    let register = app.register()?;
    let officer = register.notice.officer.as_ref().and_then(|officer| officer.email.clone());
    Ok(officer.map(Sensitive::new).or_else(|| app.mailer.notify().cloned()))
}

/// Writes to the officer, if the request is still late.
///
/// # Errors
/// As [`crate::mail::Mailer::send`].
pub async fn send(app: &Arc<App>, job: &Job) -> Result<(), Fault> {
    let late = overdue_requests(app).await?;
    let still = late.iter().find(|one| one.record == job.record);
    let Some((number, to)) = still.and_then(|one| one.number).zip(address(app)?) else {
        return Ok(());
    };
    let register = app.register()?;
    let lang = register.notice.languages.first().copied().unwrap_or_default();
    let args = [
        ("number", number.to_string()),
        ("desk", format!("{}{}?tila=myohassa", app.base(), desk::PATH)),
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
    let numbers: Vec<String> = numbers.iter().map(ToString::to_string).collect();
    let args = [("count", count.into()), ("numbers", numbers.join(", ").into())];
    let path = ctx.href(&format!("{}?tila=myohassa", desk::PATH));
    Some(html! { p { a href=(path) { (ctx.say_with("late-banner", &args)) } } })
}
