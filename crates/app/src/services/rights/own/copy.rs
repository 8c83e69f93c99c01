//! A copy of everything (Art. 15(3), 20): as JSON for machines and as a page for paper.

use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::response::IntoResponse;
use axum::routing::get;
use http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use maud::html;
use seloste_kernel::Exit;
use seloste_notice::model::Notice;
use seloste_register::{Action, Looked, Opened};
use seloste_web::{Answer, Ctx, Page};
use serde_json::{Map, Value, json};

use super::super::told;
use super::{Own, trail};
use crate::app::App;
use crate::cases;
use crate::output::hex;
use crate::sentences::text;

/// So many looks go into a copy.
const LOOKS: i64 = 100_000;

/// The pages.
pub fn routes() -> Router<Arc<App>> {
    Router::new().route("/oma/tiedot.json", get(file)).route("/oma/tuloste", get(print))
}

/// Who looked at the data, when and why.
fn looked(look: &Looked) -> Value {
    json!({
        "at": look.at.to_string(), "role": look.role, "purpose": look.purpose,
        "action": look.action, "ledger-entry": look.entry,
    })
}

async fn file(ctx: Ctx, own: Own, State(app): State<Arc<App>>) -> Answer {
    let access = own.access(&app, Action::Export)?;
    let records = app.engine.all_of(&access, own.person).await?;
    let records: Vec<Opened> = records.into_iter().filter_map(cases::as_told).collect();
    let looks = cases::looks_as_told(app.engine.looks(&access, own.person, LOOKS).await?);
    let register = app.register()?;
    let notice = &register.notice;
    let looks: Vec<Value> = looks.iter().map(looked).collect();
    let copy = json!({
        "format": "seloste-person/1",
        "made": ctx.now.to_string(),
        "controller": notice.controller.name,
        "register": text(&notice.register, ctx.lang),
        "notice": { "id": notice.id, "version": register.version, "sha256": hex(&register.hash) },
        "records": records.iter().map(|record| one(&ctx, notice, record)).collect::<Vec<_>>(),
        "looked": looks,
    });
    let name = format!("attachment; filename=\"{}.json\"", ctx.say("rights-file-name"));
    let body = serde_json::to_string_pretty(&copy).map_err(seloste_kernel::Fault::internal)?;
    let kind = "application/json; charset=utf-8".to_owned();
    Ok(([(CONTENT_TYPE, kind), (CONTENT_DISPOSITION, name)], body).into_response())
}

fn one(ctx: &Ctx, notice: &Notice, record: &Opened) -> Value {
    let declared = notice.kind(&record.kind);
    let mut fields = Map::new();
    for name in told::in_order(declared, record) {
        let field = declared.and_then(|kind| kind.field(name));
        let purposes: Vec<Value> = field
            .map(|field| field.purposes.as_slice())
            .unwrap_or_default()
            .iter()
            .filter(|named| told::is_carried(notice, record, &named.value))
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
        "consents": record.consents, "withdrawn-consents": record.withdrawn,
        "fields": fields,
    })
}

async fn print(ctx: Ctx, own: Own, State(app): State<Arc<App>>) -> Answer {
    let access = own.access(&app, Action::Export)?;
    let records = app.engine.all_of(&access, own.person).await?;
    let records: Vec<Opened> = records.into_iter().filter_map(cases::as_told).collect();
    let register = app.register()?;
    let notice = &register.notice;
    let body = html! {
        p { (notice.controller.name) " · " (text(&notice.register, ctx.lang)) " · " (ctx.moment(ctx.now)) }
        @for record in &records {
            section {
                h2 { (told::title(&ctx, notice, record)) }
                (told::content(&ctx, notice, record))
                (told::times(&ctx, notice, record))
            }
        }
        (told::complaint(&ctx, notice))
    };
    Ok(Page::new(ctx.say("rights-print-title"), body).trail(trail(&ctx)).render(&ctx))
}
