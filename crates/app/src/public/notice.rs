//! `/tietosuoja`: the notice in force and every version before it, in the form that is asked for.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, HeaderValue, header};
use maud::{Markup, html};
use seloste_kernel::{Fault, Lang};
use seloste_notice::model::{Notice, Source};
use seloste_notice::promises::States;
use seloste_web::components::{Tone, note};
use seloste_web::{Answer, Ctx, Link, Page};

use super::document::{Shown, inlines};
use super::evidence;
use super::version::{Form, Version, write};
use crate::app::App;
use crate::sentences;

/// The notice in force, in the form that the caller likes best.
pub(super) async fn current(ctx: Ctx, State(app): State<Arc<App>>, headers: HeaderMap) -> Answer {
    let accept = headers.get(header::ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or("");
    let mut response = answer(&ctx, &app, Version::current(&app)?, Form::wanted(accept)).await?;
    response.headers_mut().insert(header::VARY, HeaderValue::from_static("accept"));
    Ok(response)
}

/// Plain text.
pub(super) async fn text(ctx: Ctx, State(app): State<Arc<App>>) -> Answer {
    answer(&ctx, &app, Version::current(&app)?, Form::Txt).await
}

/// For paper.
pub(super) async fn paper(ctx: Ctx, State(app): State<Arc<App>>) -> Answer {
    answer(&ctx, &app, Version::current(&app)?, Form::Pdf).await
}

/// Linked data.
pub(super) async fn linked(ctx: Ctx, State(app): State<Arc<App>>) -> Answer {
    answer(&ctx, &app, Version::current(&app)?, Form::Jsonld).await
}

/// TILT.
pub(super) async fn tilt(ctx: Ctx, State(app): State<Arc<App>>) -> Answer {
    answer(&ctx, &app, Version::current(&app)?, Form::Tilt).await
}

/// One version, for ever: `3`, `3.pdf`.
pub(super) async fn old(ctx: Ctx, State(app): State<Arc<App>>, Path(name): Path<String>) -> Answer {
    numbered(&ctx, &app, &name).await
}

/// The same under the register's name, as linked data write it.
pub(super) async fn old_of(
    ctx: Ctx,
    State(app): State<Arc<App>>,
    Path((register, name)): Path<(String, String)>,
) -> Answer {
    if app.register()?.notice.id != register {
        return Err(Fault::not_found().into());
    }
    numbered(&ctx, &app, &name).await
}

async fn numbered(ctx: &Ctx, app: &Arc<App>, name: &str) -> Answer {
    let (number, form) = Form::split(name).ok_or_else(Fault::not_found)?;
    answer(ctx, app, Version::numbered(app, number).await?, form).await
}

async fn answer(ctx: &Ctx, app: &Arc<App>, version: Version, form: Form) -> Answer {
    let lang = ctx.lang;
    let bytes = match form {
        Form::Html => return Ok(page(ctx, app, &version)?),
        Form::Pdf => app.pdfs.get(version, lang).await?,
        form => write(&version, form, lang)?.into(),
    };
    let mut response = bytes.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(form.media()));
    headers.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(lang.tag()));
    Ok(response)
}

fn page(ctx: &Ctx, app: &App, version: &Version) -> Result<Response, Fault> {
    let register = app.register()?;
    let in_force = i64::from(version.meta.version) == register.version;
    let states = in_force.then(|| app.board.states(ctx.now));
    let document = version.document(states.as_ref(), ctx.lang);
    let shown = Shown {
        document: &document,
        promises: &version.register.promises,
        states: states.as_ref(),
        folded: folded(&version.register.notice, ctx.lang),
    };
    let body = html! {
        @if !in_force { (outdated(ctx)) }
        article.notice data-hash=(version.meta.hash) data-version=(version.meta.version) {
            @if let Some(states) = &states { (summary(ctx, version, states)) }
            section.facts aria-labelledby="facts" {
                h2 #facts { (document.facts_title) }
                ul { @for fact in &document.facts { li { (inlines(fact)) } } }
            }
            (contents(ctx, &shown))
            @for section in &document.sections { (shown.section(ctx, section)) }
            (forms(ctx, version))
        }
    };
    Ok(Page::new(document.title.clone(), body).lead(document.subtitle.clone()).wide().render(ctx))
}

/// Kinds that a visitor has no part in when giving feedback: what staff and the program write, and
/// what belongs to requests and accounts.
fn folded(notice: &Notice, lang: Lang) -> Vec<String> {
    let apart = |service: &str| ["rights", "staff"].contains(&service);
    let kinds = notice
        .kinds()
        .filter(|(service, kind)| apart(&service.name) || kind.source != Some(Source::Person));
    kinds.map(|(_, kind)| sentences::text(&kind.title, lang)).collect()
}

fn outdated(ctx: &Ctx) -> Markup {
    let link = html! { p { a href=(ctx.href("/tietosuoja")) { (ctx.say("privacy-to-current")) } } };
    note(Tone::Warning, &ctx.say("privacy-outdated"), link)
}

/// How many promises are kept, in one line that leads to the proofs.
fn summary(ctx: &Ctx, version: &Version, states: &States) -> Markup {
    let board = evidence::Board::of(&version.register.promises, states);
    let bad = board.bad.len();
    let key = if bad == 0 { "privacy-sum-good" } else { "privacy-sum-bad" };
    let counts = [("bad", bad.into()), ("count", version.register.promises.len().into())];
    let tone = if bad == 0 { Tone::Good } else { Tone::Bad };
    let body = html! {
        p {
            (ctx.say_with("privacy-checked", &[("time", ctx.moment(states.as_of).into())])) " "
            a href=(ctx.href("/tietosuoja/naytto")) { (ctx.say("privacy-to-evidence")) }
        }
    };
    note(tone, &ctx.say_with(key, &counts), body)
}

fn contents(ctx: &Ctx, shown: &Shown<'_>) -> Markup {
    html! {
        nav.contents aria-label=(ctx.say("privacy-contents")) {
            h2 { (ctx.say("privacy-contents")) }
            ol {
                @for section in &shown.document.sections {
                    li { a href={ "#" (section.id) } { (section.title) } }
                }
            }
        }
    }
}

/// The other forms of this version, and its hash.
fn forms(ctx: &Ctx, version: &Version) -> Markup {
    let forms = [
        (Form::Pdf, "privacy-form-pdf"),
        (Form::Txt, "privacy-form-txt"),
        (Form::Jsonld, "privacy-form-jsonld"),
        (Form::Tilt, "privacy-form-tilt"),
    ];
    let path = format!("/tietosuoja/v/{}", version.meta.version);
    html! {
        section aria-labelledby="forms" {
            h2 #forms { (ctx.say("privacy-forms")) }
            ul.plain.row {
                @for (form, key) in forms {
                    li { a href=(ctx.href(&format!("{path}{}", form.suffix()))) type=(form.media()) { (ctx.say(key)) } }
                }
            }
            p { (ctx.say("privacy-hash")) " " code.hash { (version.meta.hash) } }
            p { a href=(ctx.href("/tietosuoja/muutokset")) { (ctx.say("privacy-to-changes")) } }
        }
    }
}

/// The trail of pages under the notice.
pub(super) fn trail(ctx: &Ctx) -> Vec<Link> {
    vec![Link::new("/tietosuoja", ctx.say("privacy-notice"))]
}
