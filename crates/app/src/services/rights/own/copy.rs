//! A copy of everything (Art. 15(3)): as JSON for machines and as pages for paper. The file is made
//! a page of records at a time, no faster than it is taken away, so no amount of data needs much
//! memory and nothing is left out.

use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::response::IntoResponse;
use axum::routing::get;
use futures_util::{StreamExt as _, TryStreamExt as _, stream};
use http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use maud::html;
use seloste_kernel::{Exit, Fault, RecordId};
use seloste_notice::model::Notice;
use seloste_register::{Access, Action, Kinds, Looked, Opened};
use seloste_web::components::pagination;
use seloste_web::{Answer, Ctx, Page};
use serde_json::{Map, Value, json};
use tokio::sync::mpsc;

use super::super::told;
use super::{Own, looked, trail};
use crate::app::App;
use crate::cases;
use crate::output::hex;
use crate::sentences::text;

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

type Pieces = mpsc::Sender<Result<Vec<u8>, Fault>>;

async fn file(ctx: Ctx, own: Own, State(app): State<Arc<App>>) -> Answer {
    let access = own.access(&app, Action::Export)?;
    let name = format!("attachment; filename=\"{}.json\"", ctx.say("rights-file-name"));
    let copy = Copy { ctx, app, own, access };
    let (sender, mut receiver) = mpsc::channel(1);
    tokio::spawn(async move {
        if let Err(fault) = copy.run(&sender).await {
            let _ = sender.send(Err(fault)).await;
        }
    });
    // The first piece tells whether there will be a file at all.
    let first = receiver.recv().await.transpose()?.unwrap_or_default();
    let rest = stream::poll_fn(move |task| receiver.poll_recv(task));
    let pieces = stream::once(std::future::ready(Ok(first))).chain(rest);
    let ended = |fault: Fault| std::io::Error::other(fault.key());
    let kind = "application/json; charset=utf-8".to_owned();
    let headers = [(CONTENT_TYPE, kind), (CONTENT_DISPOSITION, name)];
    Ok((headers, Body::from_stream(pieces.map_err(ended))).into_response())
}

impl Copy {
    async fn run(&self, to: &Pieces) -> Result<(), Fault> {
        let register = self.app.register()?;
        let notice = &register.notice;
        let head = json!({
            "format": "seloste-person/1",
            "made": self.ctx.now.to_string(),
            "controller": notice.controller.name,
            "register": text(&notice.register, self.ctx.lang),
            "notice": { "id": notice.id, "version": register.version, "sha256": hex(&register.hash) },
        });
        let mut head = serde_json::to_string(&head).map_err(Fault::internal)?;
        head.pop();
        let mut piece = format!("{head},\n\"records\":[").into_bytes();
        let (mut after, mut first) = (None, true);
        loop {
            let (records, next) = self.page(after).await?;
            list(&mut piece, &mut first, records.iter().map(|record| one(&self.ctx, notice, record)))?;
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
            list(&mut piece, &mut first, looks.iter().map(look))?;
            if to.send(Ok(std::mem::take(&mut piece))).await.is_err() {
                return Ok(());
            }
            let Some(next) = next else { break };
            after = Some(next);
        }
        let _ = to.send(Ok(b"]}\n".to_vec())).await;
        Ok(())
    }

    async fn page(
        &self,
        after: Option<RecordId>,
    ) -> Result<(Vec<Opened>, Option<RecordId>), Fault> {
        let (engine, person) = (&self.app.engine, self.own.person);
        let (records, next) =
            engine.some_of(&self.access, person, &Kinds::All, after, RECORDS).await?;
        Ok((records.into_iter().map(cases::as_told).collect(), next))
    }
}

/// Values of a JSON list, one on a line, with commas between them.
fn list(
    piece: &mut Vec<u8>,
    first: &mut bool,
    values: impl Iterator<Item = Value>,
) -> Result<(), Fault> {
    for value in values {
        piece.extend_from_slice(if std::mem::take(first) { b"\n" } else { b",\n" });
        serde_json::to_writer(&mut *piece, &value).map_err(Fault::internal)?;
    }
    Ok(())
}

/// Who looked at the data, when and why.
pub fn look(look: &Looked) -> Value {
    json!({
        "at": look.at.to_string(), "role": look.role, "purpose": look.purpose,
        "action": look.action, "ledger-entry": look.entry,
    })
}

/// A record with all that Art. 15(1) wants said of it.
pub fn one(ctx: &Ctx, notice: &Notice, record: &Opened) -> Value {
    let declared = notice.kind(&record.kind);
    let mut fields = Map::new();
    for name in told::in_order(declared, record) {
        let field = declared.and_then(|kind| kind.field(name));
        let purposes: Vec<Value> = field
            .map(|field| field.purposes.as_slice())
            .unwrap_or_default()
            .iter()
            .map(|named| {
                json!({ "name": named.value, "basis": told::basis(ctx, notice, &named.value) })
            })
            .collect();
        // A choice is copied as the notice names it, so that another service can read it.
        let value = match told::is_withheld(name) {
            true => ctx.say("rights-withheld"),
            false => record.text(name, Exit::Export).to_owned(),
        };
        let label = field.map(|field| text(&field.label, ctx.lang));
        let category = field.map(|field| field.category.clone());
        fields.insert(
            name.to_owned(),
            json!({ "value": value, "label": label, "category": category, "purposes": purposes }),
        );
    }
    json!({
        "id": record.id, "kind": record.kind, "state": record.state, "number": record.number,
        "part-of": record.thread, "created": record.created.to_string(),
        "updated": record.updated.to_string(), "goes": record.due.map(|due| due.to_string()),
        "notice-version": record.notice_version, "source": told::source(ctx, notice, record),
        "consents": record.consents, "fields": fields,
    })
}

async fn print(ctx: Ctx, own: Own, State(app): State<Arc<App>>) -> Answer {
    let access = own.access(&app, Action::Export)?;
    let after = ctx.param("jatko").and_then(|id| id.parse().ok());
    let copy = Copy { ctx: ctx.clone(), app: Arc::clone(&app), own, access };
    let (records, next) = copy.page(after).await?;
    let next = next.map(|id| format!("/oma/tuloste?jatko={id}"));
    let register = app.register()?;
    let notice = &register.notice;
    let body = html! {
        p { (notice.controller.name) " · " (text(&notice.register, ctx.lang)) " · " (ctx.moment(ctx.now)) }
        @for record in &records {
            section {
                h2 { (told::title(&ctx, notice, record)) }
                (told::content(&ctx, notice, record))
                (told::times(&ctx, notice, record, &[]))
            }
        }
        (pagination(&ctx, None, next.as_deref()))
        (told::complaint(&ctx, notice))
    };
    Ok(Page::new(ctx.say("rights-print-title"), body).trail(trail(&ctx)).render(&ctx))
}
