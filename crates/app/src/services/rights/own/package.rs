//! The page of the package: order one, see when it goes, take it away. A package of little data is
//! ready when the page answers; one of much is made meanwhile.

use std::fs::File;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::{Path, State};
use axum::response::IntoResponse;
use axum::routing::get;
use http::header::{CONTENT_DISPOSITION, CONTENT_LENGTH, CONTENT_TYPE};
use maud::{Markup, html};
use seloste_kernel::{Fault, FaultKind, PersonId, RecordId};
use seloste_web::components::{Tone, button, button_quiet, link_button, note, post_button};
use seloste_web::form::Submission;
use seloste_web::{Answer, Ctx, Page, RateClass, Router};
use tokio::sync::mpsc;

use super::super::package::{self, Kept, Opening};
use super::change::id;
use super::{Own, trail};
use crate::app::App;
use crate::streaming::{self, Piece};

/// The page.
pub const PATH: &str = "/oma/paketti";

/// The page answers after this time, ready or not.
const PATIENCE: Duration = Duration::from_secs(5);

/// Packages cost work.
pub const ORDERS: RateClass = RateClass { name: "packages", burst: 5, per_minute: 2 };

/// The pages.
pub fn routes() -> Router<Arc<App>> {
    Router::new().route(PATH, get(show).post(order)).route("/oma/paketti/{id}", get(download))
}

async fn show(ctx: Ctx, own: Own, State(app): State<Arc<App>>) -> Answer {
    let kept = package::kept(&app, own.person).await?;
    // Where there is one, what matters is to take it; another is the second choice.
    let make = match &kept {
        Some(_) => button_quiet(&ctx.say("own-package-again")),
        None => button(&ctx.say("own-package-make")),
    };
    let body = html! {
        @match &kept {
            Some(kept) => (told(&ctx, kept, PATH)),
            None => p { (ctx.say("own-package-none")) },
        }
        (post_button(&ctx, "own-package", PATH, make))
        h2 { (ctx.say("own-package-holds")) }
        p { (ctx.say("own-package-holds-text")) }
        p { (ctx.say("own-package-verify")) }
    };
    let page = Page::new(ctx.say("own-package"), body).lead(ctx.say("own-package-lead"));
    Ok(page.trail(trail(&ctx)).render(&ctx))
}

/// How it stands with a package; the page is at this path.
pub fn told(ctx: &Ctx, kept: &Kept, page: &str) -> Markup {
    let made = [("when", ctx.moment(kept.made).into())];
    let Some(bytes) = kept.bytes else {
        let body = html! { p { (ctx.say("own-package-wait")) } p { (link_button(ctx, page, &ctx.say("own-package-look"))) } };
        return note(Tone::Info, &ctx.say_with("own-package-making", &made), body);
    };
    let path = format!("{page}/{}.zip", kept.record);
    let size = [("size", (bytes.div_ceil(1_000)).into())];
    let body = html! {
        p { a.button href=(ctx.href(&path)) download { (ctx.say_with("own-package-download", &size)) } }
        @if let Some(due) = kept.due {
            p { (ctx.say_with("own-package-goes", &[("when", ctx.moment(due).into())])) }
        }
    };
    note(Tone::Good, &ctx.say_with("own-package-ready", &made), body)
}

async fn order(ctx: Ctx, own: Own, State(app): State<Arc<App>>, sent: Submission) -> Answer {
    ctx.throttle(ORDERS)?;
    sent.pressed(&ctx, "own-package")?;
    ordered(&ctx, &app, own.person).await?;
    Ok(ctx.redirect(PATH))
}

/// Has a package of somebody's made, and waits a while for it.
///
/// # Errors
/// As [`package::make`]; `Conflict` when what it is made of changed meanwhile.
pub async fn ordered(ctx: &Ctx, app: &Arc<App>, person: PersonId) -> Result<(), Fault> {
    let (app, lang) = (app.clone(), ctx.lang);
    let making = tokio::spawn(async move {
        let made = package::make(&app, person, lang).await;
        match made {
            // A withdrawal or an erasure takes the order along; the next one is of what is left.
            Err(fault) if fault.is_gone() => {
                tracing::info!("what a package is made of has changed meanwhile");
                Err(Fault::new(FaultKind::Conflict, "own-package-changed").because(fault.key()))
            }
            Err(fault) => {
                tracing::error!(?fault, "a package could not be made");
                Err(fault)
            }
            Ok(record) => Ok(record),
        }
    });
    // It goes on also when nobody waits any longer.
    if let Ok(made) = tokio::time::timeout(PATIENCE, making).await {
        made.map_err(Fault::internal)??;
    }
    Ok(())
}

async fn download(
    ctx: Ctx,
    own: Own,
    State(app): State<Arc<App>>,
    Path(of): Path<String>,
) -> Answer {
    let record = id(of.strip_suffix(".zip").unwrap_or_default())?;
    given(&ctx, &app, own.person, record).await
}

/// The file itself.
pub async fn given(ctx: &Ctx, app: &App, person: PersonId, record: RecordId) -> Answer {
    let (file, bytes) = package::open(app, person, record).await?;
    let body = streaming::file(opened(file)).await?;
    let name = format!("attachment; filename=\"{}.zip\"", ctx.say("rights-file-name"));
    let headers = [
        (CONTENT_TYPE, "application/zip".to_owned()),
        (CONTENT_DISPOSITION, name),
        (CONTENT_LENGTH, bytes.to_string()),
    ];
    Ok((headers, body).into_response())
}

/// The chunks of a package, opened no faster than they are taken away.
fn opened(mut file: Opening<File>) -> mpsc::Receiver<Piece> {
    let (to, from) = mpsc::channel(2);
    tokio::task::spawn_blocking(move || {
        loop {
            let chunk = file.next_chunk().map(|mut chunk| std::mem::take(&mut *chunk));
            let chunk = chunk.map_err(Fault::internal);
            let ends = chunk.as_ref().map_or(true, Vec::is_empty);
            if to.blocking_send(chunk).is_err() || ends {
                break;
            }
        }
    });
    from
}
