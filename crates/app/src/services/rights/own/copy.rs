//! A copy of everything (Art. 15(3)): as JSON for machines and as pages for paper. The file is made
//! a page of records at a time, no faster than it is taken away, so no amount of data needs much
//! memory and nothing is left out.

use std::sync::Arc;

use axum::extract::State;
use axum::response::IntoResponse;
use axum::routing::get;
use http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use maud::html;
use seloste_kernel::{Fault, RecordId};
use seloste_register::{Access, Action, Held, Kinds, Opened};
use seloste_web::components::pagination;
use seloste_web::{Answer, Ctx, Page, Router};
use tokio::sync::mpsc;

use super::super::beside::Beside;
use super::super::{data, told};
use super::{Own, looked, trail};
use crate::app::App;
use crate::cases;
use crate::public::proof_link;
use crate::sentences::text;
use crate::streaming::{self, Piece};

/// Records on one page, of paper or of the file while it is made.
const RECORDS: usize = 100;

/// The pages.
pub fn routes() -> Router<Arc<App>> {
    Router::new().route("/oma/tiedot.json", get(file)).route("/oma/tuloste", get(print))
}

/// A copy in the making.
struct Copy {
    ctx: Ctx,
    app: Arc<App>,
    own: Own,
    access: Access,
}

type Pieces = mpsc::Sender<Piece>;

async fn file(ctx: Ctx, own: Own, State(app): State<Arc<App>>) -> Answer {
    let access = own.access(&app, Action::Export)?;
    let name = format!("attachment; filename=\"{}.json\"", ctx.say("rights-file-name"));
    let copy = Copy { ctx, app, own, access };
    let (sender, receiver) = mpsc::channel(1);
    tokio::spawn(async move {
        if let Err(fault) = copy.run(&sender).await {
            let _ = sender.send(Err(fault)).await;
        }
    });
    let body = streaming::file(receiver).await?;
    let kind = "application/json; charset=utf-8".to_owned();
    let headers = [(CONTENT_TYPE, kind), (CONTENT_DISPOSITION, name)];
    Ok((headers, body).into_response())
}

impl Copy {
    async fn run(&self, to: &Pieces) -> Result<(), Fault> {
        let register = self.app.register()?;
        let notice = &register.notice;
        let mut piece = data::head(&self.ctx, &register)?.into_bytes();
        let (mut after, mut first) = (None, true);
        loop {
            let (records, next) = self.page(after).await?;
            let records = records.iter().map(|of| data::one(&self.ctx, notice, (&of.0, &of.1)));
            data::list(&mut piece, &mut first, records)?;
            if to.send(Ok(std::mem::take(&mut piece))).await.is_err() {
                return Ok(());
            }
            let Some(next) = next else { break };
            after = Some(next);
        }
        piece.extend_from_slice(b"],\n\"looked\":[");
        let (mut after, mut first) = (None, true);
        loop {
            let (looks, next) = looked::some(&self.app, &self.access, &self.own, after).await?;
            data::list(&mut piece, &mut first, looks.iter().map(data::look))?;
            if to.send(Ok(std::mem::take(&mut piece))).await.is_err() {
                return Ok(());
            }
            let Some(next) = next else { break };
            after = Some(next);
        }
        let beside = Beside::of(&self.app, &self.access, self.own.person).await?;
        let _ = to.send(Ok(data::end(&beside)?.into_bytes())).await;
        Ok(())
    }

    async fn page(
        &self,
        after: Option<RecordId>,
    ) -> Result<(Vec<(Opened, Vec<Held>)>, Option<RecordId>), Fault> {
        let (engine, person) = (&self.app.engine, self.own.person);
        let (records, next) =
            engine.some_of(&self.access, person, &Kinds::All, after, RECORDS).await?;
        let records = cases::all_told_now(&self.app, records).await?;
        Ok((data::held(&self.app, &self.access, person, records).await?, next))
    }
}

async fn print(ctx: Ctx, own: Own, State(app): State<Arc<App>>) -> Answer {
    let access = own.access(&app, Action::Export)?;
    let after = ctx.param("jatko").and_then(|id| id.parse().ok());
    let copy = Copy { ctx: ctx.clone(), app: Arc::clone(&app), own, access };
    let (records, next) = copy.page(after).await?;
    let beside = Beside::of(&app, &copy.access, copy.own.person).await?;
    let next = next.map(|id| format!("/oma/tuloste?jatko={id}"));
    let register = app.register()?;
    let notice = &register.notice;
    let body = html! {
        p { (notice.controller.name) " · " (text(&notice.register, ctx.lang)) " · " (ctx.moment(ctx.now)) }
        @for (record, held) in &records {
            section {
                h2 { (told::title(&ctx, notice, record)) }
                (told::content(&ctx, notice, record))
                (told::times(&ctx, notice, record, (held, app.mails()?)))
            }
        }
        (pagination(&ctx, None, next.as_deref()))
        (beside.gone(&ctx, notice, proof_link))
        (beside.limits(&ctx, notice))
        (told::complaint(&ctx, notice))
    };
    Ok(Page::new(ctx.say("rights-print-title"), body).trail(trail(&ctx)).render(&ctx))
}
