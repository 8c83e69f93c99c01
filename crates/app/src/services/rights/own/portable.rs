//! `/oma/siirto.json`: the data to take along (Art. 20), made while they are taken away.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::State;
use axum::response::IntoResponse;
use axum::routing::get;
use futures_util::stream;
use http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use seloste_kernel::Fault;
use seloste_register::Action;
use seloste_web::{Answer, Ctx, Router};
use tokio::sync::mpsc;

use super::super::portable::Pieces;
use super::Own;
use crate::app::App;

/// The file.
pub const PATH: &str = "/oma/siirto.json";

/// The pages.
pub fn routes() -> Router<Arc<App>> {
    Router::new().route(PATH, get(file))
}

async fn file(ctx: Ctx, own: Own, State(app): State<Arc<App>>) -> Answer {
    let access = own.access(&app, Action::Export)?;
    let (to, mut from) = mpsc::channel(1);
    let task = Arc::clone(&app);
    tokio::spawn(async move {
        let ended = |fault: Fault| std::io::Error::other(fault.key());
        let Ok(mut pieces) = Pieces::of(&task, &access, own.person) else { return };
        while let Some(piece) = pieces.next().await.map_err(ended).transpose() {
            let ends = piece.is_err();
            if to.send(piece).await.is_err() || ends {
                return;
            }
        }
    });
    let name = format!("attachment; filename=\"{}.json\"", ctx.say("own-portable-name"));
    let kind = "application/json; charset=utf-8".to_owned();
    let body = Body::from_stream(stream::poll_fn(move |task| from.poll_recv(task)));
    Ok(([(CONTENT_TYPE, kind), (CONTENT_DISPOSITION, name)], body).into_response())
}
