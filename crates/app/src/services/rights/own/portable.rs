//! `/oma/siirto.json`: the data to take along (Art. 20), made while they are taken away.

use std::sync::Arc;

use axum::extract::State;
use axum::response::IntoResponse;
use axum::routing::get;
use http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use seloste_register::Action;
use seloste_web::{Answer, Ctx, Router};
use tokio::sync::mpsc;

use super::super::portable::Pieces;
use super::Own;
use crate::app::App;
use crate::streaming;

/// The file.
pub const PATH: &str = "/oma/siirto.json";

/// The pages.
pub fn routes() -> Router<Arc<App>> {
    Router::new().route(PATH, get(file))
}

async fn file(ctx: Ctx, own: Own, State(app): State<Arc<App>>) -> Answer {
    let access = own.access(&app, Action::Export)?;
    let (to, from) = mpsc::channel(1);
    let task = Arc::clone(&app);
    tokio::spawn(async move {
        let mut pieces = match Pieces::of(&task, &access, own.person) {
            Ok(pieces) => pieces,
            Err(fault) => {
                _ = to.send(Err(fault)).await;
                return;
            }
        };
        while let Some(piece) = pieces.next().await.transpose() {
            let ends = piece.is_err();
            if to.send(piece).await.is_err() || ends {
                return;
            }
        }
    });
    let name = format!("attachment; filename=\"{}.json\"", ctx.say("own-portable-name"));
    let kind = "application/json; charset=utf-8".to_owned();
    let body = streaming::file(from).await?;
    Ok(([(CONTENT_TYPE, kind), (CONTENT_DISPOSITION, name)], body).into_response())
}
