//! The time in which requests are meant to be decided, inside what is promised (`target` of a right): a
//! letter to whoever hears of late requests when it comes near, and another when it has passed. Both tell
//! the number of the request and nothing else.

use std::sync::Arc;

use jiff::SignedDuration;
use seloste_kernel::{Exit, Fault, Sensitive, Timestamp};
use seloste_notice::model::Notice;
use seloste_register::{Access, Collected, Job, Opened};

use super::{alarm, desk, job};
use crate::app::App;
use crate::cases::{self, IDENTIFYING, WAITING};
use crate::mail::Letter;
use crate::words::say_with;

/// The mail job that watches one request.
pub const TARGET: &str = "request-target";

/// The first letter comes so long before, or when half of the time has gone, whichever is later.
const BEFORE: SignedDuration = SignedDuration::from_hours(24);

/// That a request is watched is remembered so long.
const REMEMBERED: SignedDuration = SignedDuration::from_hours(48);

/// The day that a request which waits is meant to be decided by.
pub fn of(notice: &Notice, request: &Opened) -> Option<Timestamp> {
    let asked = request.text("type", Exit::Decision);
    let target = cases::target(notice, asked, request.created);
    target.filter(|_| WAITING.contains(&request.state.as_str()))
}

/// Watches a request that has just been written, where its right has a target.
///
/// # Errors
/// When the store fails.
pub async fn watch(
    app: &Arc<App>,
    access: &Access,
    (asked, arrived): (&str, Timestamp),
    case: &Collected,
) -> Result<(), Fault> {
    if cases::target(&access.register().notice, asked, arrived).is_none() {
        return Ok(());
    }
    let expires = app.engine.now().checked_add(REMEMBERED).map_err(Fault::internal)?;
    let what = format!("{TARGET} {}", case.record);
    app.engine.job_once(TARGET, (case.person, case.record), &what, expires).await.map(drop)
}

/// When the first letter is sent.
fn nears(arrived: Timestamp, target: Timestamp) -> Timestamp {
    let whole = target.duration_since(arrived);
    target.checked_sub(BEFORE.min(whole / 2)).unwrap_or(target)
}

/// Writes if it is time to, and comes again when it will be. What is decided needs no letter; the clock
/// of what waits for an answer stands still.
///
/// # Errors
/// As [`crate::mail::Mailer::send`].
pub async fn tell(app: &Arc<App>, of_case: &Job) -> Result<(), Fault> {
    let Some(request) = job::opened(app, of_case.record).await? else { return Ok(()) };
    let Some(target) = of(&app.register()?.notice, &request) else { return Ok(()) };
    let now = app.engine.now();
    if request.state == IDENTIFYING {
        let later = now.checked_add(BEFORE).map_err(Fault::internal)?;
        return app.engine.job_again(of_case, later).await;
    }
    let nears = nears(request.created, target);
    if now < nears {
        return app.engine.job_again(of_case, nears).await;
    }
    let passed = now >= target;
    write(app, &request, (target, passed)).await?;
    if passed { Ok(()) } else { app.engine.job_again(of_case, target).await }
}

async fn write(
    app: &Arc<App>,
    request: &Opened,
    (target, passed): (Timestamp, bool),
) -> Result<(), Fault> {
    let Some(to) = alarm::address(app)?.filter(|_| app.mails().unwrap_or(false)) else {
        return Ok(());
    };
    let register = app.register()?;
    let lang = register.notice.languages.first().copied().unwrap_or_default();
    let args = [
        ("number", request.number.map(|number| number.to_string()).unwrap_or_default()),
        ("date", crate::words::date(lang, target)),
        ("desk", format!("{}{}", app.base(), desk::PATH)),
    ];
    let [subject, body] = match passed {
        true => ["target-passed-subject", "target-passed-body"],
        false => ["target-near-subject", "target-near-body"],
    };
    // The second letter must not be taken for the first.
    let mut about = *request.id.as_bytes();
    about.iter_mut().take(1).for_each(|byte| *byte ^= u8::from(passed));
    let letter = Letter {
        to,
        subject: say_with(lang, subject, &args),
        body: Sensitive::new(say_with(lang, body, &args)),
        about,
    };
    app.mailer.send(&register.notice, &letter).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_letter_comes_a_day_before_and_never_in_the_first_half() {
        let at = |text: &str| -> Timestamp { text.parse().unwrap() };
        let arrived = at("2026-01-14T08:00:00Z");
        assert_eq!(nears(arrived, at("2026-01-17T08:00:00Z")), at("2026-01-16T08:00:00Z"));
        assert_eq!(nears(arrived, at("2026-01-15T08:00:00Z")), at("2026-01-14T20:00:00Z"));
    }
}
