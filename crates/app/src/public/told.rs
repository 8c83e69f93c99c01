//! Pages and files that tell something plain: cookies, accessibility, `/.well-known/`.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::response::IntoResponse;
use http::{HeaderValue, header};
use jiff::ToSpan;
use maud::{Markup, html};
use seloste_notice::model::Notice;
use seloste_web::{Answer, Ctx, Page};
use serde_json::json;

use super::document::Shown;
use super::version::Version;
use crate::app::App;
use crate::sentences::text;

/// The inventory of cookies, as the notice tells it.
pub(super) async fn cookies(ctx: Ctx, State(app): State<Arc<App>>) -> Answer {
    let version = Version::current(&app)?;
    let states = app.board.states(ctx.now);
    let document = version.document(Some(&states), ctx.lang);
    let shown = Shown {
        document: &document,
        promises: &version.register.promises,
        states: Some(&states),
        folded: Vec::new(),
    };
    let section = document.sections.iter().find(|section| section.id == "cookies");
    let notice = &version.register.notice;
    let plain = notice.statements.iter().find(|statement| statement.name == "what-cookies-are");
    let body = html! {
        p { (ctx.say("privacy-cookies-lead")) }
        p { (ctx.say(choice(notice))) }
        article.notice { @if let Some(section) = section { (shown.blocks(&ctx, section)) } }
        p { a href=(ctx.href("/tietosuoja")) { (ctx.say("privacy-to-notice")) } }
    };
    let page = Page::new(ctx.say("privacy-cookies"), body).wide();
    Ok(match plain {
        Some(plain) => page.lead(text(&plain.text, ctx.lang)).render(&ctx),
        None => page.render(&ctx),
    })
}

/// The key of the sentence on whether there is anything to choose.
fn choice(notice: &Notice) -> &'static str {
    match notice.cookies.iter().all(|cookie| cookie.necessary) {
        true => "privacy-cookies-necessary",
        false => "privacy-cookies-choice",
    }
}

/// What has been done for accessibility, what has been looked at, and where to tell of a fault.
pub(super) async fn accessibility(ctx: Ctx, State(app): State<Arc<App>>) -> Answer {
    let register = app.register()?;
    let body = html! {
        h2 { (ctx.say("privacy-access-state")) }
        p { (ctx.say("privacy-access-state-text")) }
        ul {
            li { (ctx.say("privacy-access-done-keyboard")) }
            li { (ctx.say("privacy-access-done-narrow")) }
            li { (ctx.say("privacy-access-done-colour")) }
            li { (ctx.say("privacy-access-done-script")) }
        }
        h2 { (ctx.say("privacy-access-lacks")) }
        p { (ctx.say("privacy-access-lacks-text")) }
        h2 { (ctx.say("privacy-access-tell")) }
        p { (ctx.say("privacy-access-tell-text")) }
        (reach(&register.notice))
        (supervision(&ctx, &register.notice))
    };
    Ok(Page::new(ctx.say("privacy-access"), body).render(&ctx))
}

/// The law on accessibility supervises authorities; of others the notice says nothing.
fn supervision(ctx: &Ctx, notice: &Notice) -> Markup {
    html! {
        @if notice.controller.kind == "authority" {
            h2 { (ctx.say("privacy-access-supervision")) }
            p {
                (ctx.say("privacy-access-supervision-text")) " "
                a href="https://www.saavutettavuusvaatimukset.fi" { "www.saavutettavuusvaatimukset.fi" }
            }
        }
    }
}

/// The mail address of the contact, else of the controller.
fn mail(notice: &Notice) -> Option<&str> {
    let contact = notice.contact.as_ref().and_then(|contact| contact.email.as_deref());
    contact.or(notice.controller.email.as_deref())
}

fn reach(notice: &Notice) -> Markup {
    html! {
        @if let Some(mail) = mail(notice) { p { a href={ "mailto:" (mail) } { (mail) } } }
    }
}

/// Where to tell of a security fault (RFC 9116). It holds for a year from when it is read, so it
/// never says that it has expired while somebody keeps it true.
pub(super) async fn security(ctx: Ctx, State(app): State<Arc<App>>) -> Answer {
    let register = app.register()?;
    let expires = ctx.now + (24 * 364).hours();
    let base = ctx.kit.base();
    let contact = mail(&register.notice).map(|mail| format!("Contact: mailto:{mail}\n"));
    let text = format!(
        "{}Expires: {}\nPreferred-Languages: fi, sv, en\nCanonical: {base}/.well-known/security.txt\n",
        contact.unwrap_or_default(),
        expires.strftime("%Y-%m-%dT%H:%M:%SZ"),
    );
    let media = HeaderValue::from_static("text/plain; charset=utf-8");
    Ok(([(header::CONTENT_TYPE, media)], text).into_response())
}

/// Where a password manager finds the page for changing a password.
pub(super) async fn change_password(ctx: Ctx) -> Answer {
    Ok(ctx.redirect("/hallinta/oma-tunnus"))
}

/// Whether the signal of Global Privacy Control is heeded: nothing here is sold or shared, so
/// always.
pub(super) async fn gpc(State(app): State<Arc<App>>) -> Answer {
    let day = app.register()?.published.strftime("%Y-%m-%d").to_string();
    Ok(Json(json!({ "gpc": true, "lastUpdate": day })).into_response())
}
