//! `/todiste/ID`: the ledger's word that something was erased, and all that one needs to check it
//! without us. Nothing personal is in it; who knows the id has it from the erasure itself.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use http::{HeaderValue, header};
use maud::{Markup, html};
use seloste_kernel::{EntryId, Fault, FaultKind, Timestamp};
use seloste_store::ledger::Proof;
use seloste_web::components::{Tone, definitions, note};
use seloste_web::{Answer, Ctx, Page, RateClass};

use crate::app::App;
use crate::sentences::text;

/// How the file of a proof ends, by its specification.
const SUFFIX: &str = ".tlog-proof";
/// Looking an entry up reads the ledger from its end: more than reading a page.
const LOOKING: RateClass = RateClass { name: "proofs", burst: 20, per_minute: 10 };
/// The reasons of erasures that people are told in words.
const REASONS: [&str; 5] = ["due", "request", "withdrawal", "decision", "restore"];

/// Where the proof of this entry is.
pub fn proof_link(ctx: &Ctx, entry: EntryId) -> Markup {
    html! { a href=(ctx.href(&format!("/todiste/{entry}"))) { code translate="no" { (entry) } } }
}

pub(super) async fn show(
    ctx: Ctx,
    State(app): State<Arc<App>>,
    Path(name): Path<String>,
) -> Answer {
    ctx.throttle(LOOKING)?;
    match name.strip_suffix(SUFFIX) {
        Some(id) => Ok(file(&find(&app, id).await?)),
        None => Ok(page(&ctx, &app, &find(&app, &name).await?)?),
    }
}

async fn find(app: &Arc<App>, id: &str) -> Result<Proof, Fault> {
    let unknown = || Fault::new(FaultKind::NotFound, "fault-not-found");
    let id: EntryId = id.parse().map_err(|_| unknown())?;
    // What has just been erased may not be in the tree yet.
    app.integrate().await?;
    let app = Arc::clone(app);
    let found = tokio::task::spawn_blocking(move || app.ledger.prove(id)).await;
    let found = found.map_err(Fault::internal)??;
    found.filter(|proof| proof.entry.action.starts_with("erase:")).ok_or_else(unknown)
}

fn file(proof: &Proof) -> Response {
    let name = format!("attachment; filename=\"{}{SUFFIX}\"", proof.entry.id);
    let mut response = proof.to_string().into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
    if let Ok(name) = HeaderValue::from_str(&name) {
        headers.insert(header::CONTENT_DISPOSITION, name);
    }
    response
}

fn page(ctx: &Ctx, app: &App, proof: &Proof) -> Result<Response, Fault> {
    let entry = &proof.entry;
    let at = Timestamp::from_millisecond(entry.at_ms).unwrap_or_default();
    let told = ctx.say_with("proof-told", &[("date", ctx.date(at).into())]);
    let id = entry.id.to_string();
    let body = html! {
        (note(Tone::Good, &told, html! { p { (ctx.say("proof-nothing-personal")) } }))
        (definitions(&facts(ctx, app, proof, at)?))
        h2 { (ctx.say("proof-check")) }
        p { (ctx.say("proof-check-text")) }
        ol {
            li { a href=(ctx.href(&format!("/todiste/{id}{SUFFIX}"))) { (ctx.say("proof-file")) } }
            li {
                (ctx.say("proof-command"))
                pre { code translate="no" {
                    "seloste ledger verify --proof " (id) (SUFFIX) " --key '" (app.engine.ledger_key()) "'"
                } }
            }
        }
        p { (ctx.say("proof-whole")) }
        h2 { (ctx.say("proof-text")) }
        p { (ctx.say("proof-text-what")) }
        pre { code translate="no" { (proof) } }
        p.quiet { (ctx.say("proof-print")) }
    };
    Ok(Page::new(ctx.say("proof-title"), body).render(ctx))
}

fn facts(
    ctx: &Ctx,
    app: &App,
    proof: &Proof,
    at: Timestamp,
) -> Result<Vec<(String, Markup)>, Fault> {
    let entry = &proof.entry;
    let notice = &app.register()?.notice;
    let kind = notice.kind(&entry.kind);
    let kind = kind.map_or_else(|| entry.kind.clone(), |known| text(&known.title, ctx.lang));
    let mut facts =
        vec![(ctx.say("rights-erased-when"), html! { time datetime=(at) { (ctx.moment(at)) } })];
    // Of several records the entry names the kind of the first only.
    if entry.counts == 1 {
        facts.push((ctx.say("proof-what"), html! { (kind) }));
    }
    facts.push((ctx.say("rights-erased-count"), html! { (entry.counts) }));
    let why = entry.action.strip_prefix("erase:").filter(|why| REASONS.contains(why));
    if let Some(why) = why {
        let why = ctx.say(&format!("rights-why-{why}"));
        facts.push((ctx.say("rights-erased-why"), html! { (why) }));
    }
    let version = entry.notice_version;
    let path = ctx.href(&format!("/tietosuoja/v/{version}"));
    let number = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
    let place = [
        ("place", number(proof.index.saturating_add(1)).into()),
        ("size", number(proof.checkpoint.size).into()),
    ];
    facts.extend([
        (ctx.say("proof-notice"), html! { a href=(path) { (version) } }),
        (ctx.say("proof-id"), html! { code translate="no" { (entry.id) } }),
        (ctx.say("proof-place"), html! { (ctx.say_with("proof-place-of", &place)) }),
    ]);
    Ok(facts)
}
