//! The demo's own pages: what opens what, and a clock that the visitor moves on to see what goes.
//! They exist in `seloste demo` only.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use axum::extract::State;
use axum::routing::{get, post};
use maud::{Markup, html};
use seloste_kernel::{EntryId, Fault, FaultKind, PersonId, Sensitive, Timestamp};
use seloste_register::Why;
use seloste_web::components::{Tone, button, button_quiet, definitions, note, post_button};
use seloste_web::form::Submission;
use seloste_web::{Answer, Ctx, Page, Router};

use crate::app::App;
use crate::clock::LeapingClock;
use crate::jobs;
use crate::proofs::{self, Depth};
use crate::public::proof_link;
use crate::services::rights::{list_of_late, overdue_requests};
use crate::services::staff::totp;

const PATH: &str = "/esittely";
const MONTH: &str = "/esittely/kuukausi";
/// The name of the button's form.
const FORM: &str = "demo-month";
/// More erasures than this are counted, but not listed.
const LISTED_MAX: u64 = 2_000;

/// What a demo has that no other installation has.
pub struct Demo {
    /// Its time.
    pub clock: Arc<LeapingClock>,
    /// What opens what in it.
    pub told: Told,
    /// Time steps whose codes have been used, so that the next one is shown.
    used: Mutex<BTreeSet<(PersonId, u64)>>,
    last: tokio::sync::Mutex<Option<Leap>>,
}

/// What the demo tells whoever tries it. All of it is invented.
pub struct Told {
    /// The user who answers feedback.
    pub chief: &'static str,
    /// The user who sees texts only.
    pub developer: &'static str,
    /// The password of both.
    pub passphrase: String,
    /// The code of a feedback that is new.
    pub receipt: String,
    /// The code of one that has been answered.
    pub answered: String,
    /// The code of one that has been erased.
    pub erased: String,
    /// The notice, to be changed and checked.
    pub notice: PathBuf,
    /// The line that checks it, to be copied.
    pub check: String,
    /// Where the mail goes.
    pub mail: PathBuf,
}

/// What went when the clock was moved.
struct Leap {
    now: Timestamp,
    records: i64,
    entries: Vec<EntryId>,
    /// Numbers of the requests that are late.
    unanswered: Vec<i64>,
}

impl Demo {
    /// A demo in which nothing has been done yet.
    pub fn new(clock: Arc<LeapingClock>, told: Told) -> Self {
        let (used, last) = (Mutex::default(), tokio::sync::Mutex::new(None));
        Self { clock, told, used, last }
    }

    /// A code that is good now and has not been used; `None` when all that are good have been.
    pub fn code(&self, of: PersonId, secret: &Sensitive<String>, now: Timestamp) -> Option<String> {
        let used = self.used.lock().unwrap_or_else(PoisonError::into_inner);
        let steps = totp::good_steps(now);
        let free = steps.into_iter().find(|step| !used.contains(&(of, *step)))?;
        totp::code_of(secret, free)
    }

    /// Notes that the code of this step has been used.
    pub fn note_used(&self, of: PersonId, step: u64) {
        self.used.lock().unwrap_or_else(PoisonError::into_inner).insert((of, step));
    }

    /// The people whom one can sign in as, and their password.
    pub fn sign_ins(&self, ctx: &Ctx) -> Vec<(String, Markup)> {
        let code = |text: &str| html! { code translate="no" { (text) } };
        vec![
            (ctx.say("demo-chief"), code(self.told.chief)),
            (ctx.say("demo-developer"), code(self.told.developer)),
            (ctx.say("demo-password"), code(&self.told.passphrase)),
        ]
    }
}

/// The pages.
pub fn routes() -> Router<Arc<App>> {
    Router::new().route(PATH, get(show)).route(MONTH, post(month))
}

/// What stands in the banner of every page.
pub fn banner(ctx: &Ctx) -> Markup {
    html! {
        a href=(ctx.href(PATH)) { (ctx.say("demo-link")) }
        (post_button(ctx, FORM, MONTH, button_quiet(&ctx.say("demo-month"))))
    }
}

fn demo(app: &App) -> Result<&Demo, Fault> {
    app.demo().ok_or_else(|| Fault::new(FaultKind::NotFound, "fault-not-found"))
}

async fn show(ctx: Ctx, State(app): State<Arc<App>>) -> Answer {
    let demo = demo(&app)?;
    let last = demo.last.lock().await;
    let body = html! {
        @if let Some(leap) = &*last { (gone(&ctx, leap)) }
        (to_try(&ctx, demo))
    };
    Ok(Page::new(ctx.say("demo-title"), body).lead(ctx.say("demo-lead")).render(&ctx))
}

/// What there is to try.
fn to_try(ctx: &Ctx, demo: &Demo) -> Markup {
    let told = &demo.told;
    let code = |text: &str| html! { code translate="no" { (text) } };
    let own = |text: &str| html! { p { (code(text)) } p { a href=(ctx.href("/oma")) { (ctx.say("demo-try-code")) } } };
    let codes = [
        (ctx.say("demo-code-new"), own(&told.receipt)),
        (ctx.say("demo-code-answered"), own(&told.answered)),
        (ctx.say("demo-code-erased"), own(&told.erased)),
    ];
    let files = [
        (ctx.say("demo-notice"), code(&told.notice.display().to_string())),
        (ctx.say("demo-check"), code(&told.check)),
        (ctx.say("demo-mail"), code(&told.mail.display().to_string())),
    ];
    html! {
        h2 { (ctx.say("demo-time")) }
        p { (ctx.say_with("demo-now", &[("now", ctx.moment(ctx.now).into())])) }
        p { (ctx.say("demo-month-text")) }
        (post_button(ctx, FORM, MONTH, button(&ctx.say("demo-month"))))
        h2 { (ctx.say("demo-codes")) }
        (definitions(&codes))
        h2 { (ctx.say("demo-staff")) }
        p { a href=(ctx.href("/hallinta")) { (ctx.say("demo-to-staff")) } }
        (definitions(&demo.sign_ins(ctx)))
        h2 { (ctx.say("demo-break")) }
        p { (ctx.say("demo-break-text")) }
        (definitions(&files))
    }
}

/// What the last leap erased, each with its proof.
fn gone(ctx: &Ctx, leap: &Leap) -> Markup {
    let args = [("records", leap.records.into()), ("persons", leap.entries.len().into())];
    let when = ctx.say_with("demo-leapt", &[("now", ctx.moment(leap.now).into())]);
    html! {
        (note(Tone::Good, &when, html! {
            p { (ctx.say_with("demo-gone", &args)) }
            @if !leap.entries.is_empty() { p { (ctx.say("demo-gone-try")) } }
        }))
        @if !leap.unanswered.is_empty() { (unanswered(ctx, &leap.unanswered)) }
        @if !leap.entries.is_empty() {
            details open[leap.entries.len() <= 5] {
                summary { (ctx.say_with("demo-proofs", &[("count", leap.entries.len().into())])) }
                ul { @for entry in &leap.entries { li { (proof_link(ctx, *entry)) } } }
            }
        }
    }
}

/// What the clock cannot do: somebody asked, and nobody has answered.
fn unanswered(ctx: &Ctx, numbers: &[i64]) -> Markup {
    let listed: Vec<String> = numbers.iter().map(ToString::to_string).collect();
    let args = [("count", numbers.len().into()), ("numbers", listed.join(", ").into())];
    note(
        Tone::Warning,
        &ctx.say_with("demo-unanswered", &args),
        html! {
            p { (ctx.say_with("demo-unanswered-text", &args)) }
            p { a href=(ctx.href(&list_of_late())) { (ctx.say("demo-unanswered-desk")) } }
        },
    )
}

async fn month(ctx: Ctx, State(app): State<Arc<App>>, sent: Submission) -> Answer {
    sent.pressed(&ctx, FORM)?;
    let demo = demo(&app)?;
    let mut last = demo.last.lock().await;
    app.integrate().await?;
    let before = app.ledger.checkpoint().map_or(0, |checkpoint| checkpoint.size);
    let unanswered = a_month_passes(&app, &demo.clock).await?;
    app.integrate().await?;
    let due = format!("erase:{}", Why::Due.word());
    let new = app.ledger.entries(before, LISTED_MAX)?;
    let swept: Vec<_> = new.into_iter().filter(|entry| entry.action == due).collect();
    *last = Some(Leap {
        now: app.engine.now(),
        records: swept.iter().map(|entry| entry.counts).sum(),
        entries: swept.iter().map(|entry| entry.id).collect(),
        unanswered,
    });
    Ok(ctx.redirect(PATH))
}

/// Lets the days of a month pass, none without the work that was promised for it; tells the numbers
/// of the requests that nobody answered in time. The jobs wait: they would find days that are over.
async fn a_month_passes(app: &Arc<App>, clock: &LeapingClock) -> Result<Vec<i64>, Fault> {
    let _alone = app.rounds.write().await;
    for day in clock.days_of_a_month()? {
        clock.leap_to(day);
        jobs::day(app).await?;
    }
    // What became due while the last day's work was done.
    app.engine.sweep().await?;
    let mut late: Vec<i64> =
        overdue_requests(app).await?.iter().filter_map(|one| one.number).collect();
    late.sort_unstable();
    // The notice tells at once what the month has left broken.
    proofs::check_all(app, Depth::Full).await?;
    Ok(late)
}
