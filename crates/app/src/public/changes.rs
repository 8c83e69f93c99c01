//! `/tietosuoja/muutokset`: every version, why it was published, and what it changed, by weight.

use std::sync::Arc;

use axum::extract::State;
use axum::response::IntoResponse;
use http::{HeaderValue, header};
use maud::{Markup, PreEscaped, html};
use seloste_kernel::Fault;
use seloste_notice::diff::{Change, Follows, diff};
use seloste_register::Published;
use seloste_web::{Answer, Ctx, Page};

use super::notice::trail;
use super::version::Version;
use crate::app::App;
use crate::changes::by_weight;
use crate::sentences::text;

/// A version with what it says of itself and what it changes.
struct Told {
    version: Version,
    said: Option<Published>,
    /// `None` for the first.
    changes: Option<Vec<Change>>,
}

/// All versions, newest first.
async fn told(app: &App) -> Result<Vec<Told>, Fault> {
    let versions = Version::all(app).await?;
    let mut all = Vec::new();
    let mut before: Option<Version> = None;
    for version in versions {
        let register = &version.register;
        let said = app.engine.said_of(&register.notice.id, register.version).await?;
        let changes = before.map(|before| diff(&before.register.notice, &register.notice));
        before = Some(version.clone());
        all.push(Told { version, said, changes });
    }
    all.reverse();
    Ok(all)
}

impl Told {
    fn title(&self, ctx: &Ctx) -> String {
        let meta = &self.version.meta;
        let args = [("version", meta.version.into()), ("date", ctx.date(meta.published).into())];
        ctx.say_with("privacy-version", &args)
    }

    /// Whether an earlier version has the same text: a name in a feed is of one entry.
    fn is_again(&self, all: &[Self]) -> bool {
        let own = &self.version.meta;
        let earlier = |of: &Self| of.version.meta.version < own.version;
        all.iter().any(|of| earlier(of) && of.version.meta.hash == own.hash)
    }

    /// Why it was published, and in which role.
    fn reason(&self, ctx: &Ctx) -> Vec<String> {
        let Some(said) = &self.said else { return Vec::new() };
        let mut lines = Vec::new();
        if !said.reason.is_empty() {
            let reason = ("reason", text(&said.reason, ctx.lang).into());
            lines.push(ctx.say_with("privacy-version-reason", &[reason]));
        }
        if !said.author.is_empty() {
            let role = self.version.register.notice.role(&said.author);
            let author = match role {
                Some(role) => text(&role.text, ctx.lang),
                None => ctx.say("privacy-version-operator"),
            };
            lines.push(ctx.say_with("privacy-version-author", &[("author", author.into())]));
        }
        lines
    }

    /// Line by line, for a feed.
    fn lines(&self, ctx: &Ctx) -> String {
        let mut lines = self.reason(ctx);
        for (weight, changes) in by_weight(self.changes.as_deref().unwrap_or_default()) {
            lines.push(format!("{}:", weight.say(ctx.lang)));
            lines.extend(changes.iter().map(|change| format!("- {}", sentence(change, ctx))));
        }
        lines.join("\n")
    }
}

/// The change, and what follows where something does.
fn sentence(change: &Change, ctx: &Ctx) -> String {
    let said = change.say(ctx.lang);
    match change.follows {
        Follows::Nothing => said,
        follows => format!("{said} {}", follows.say(ctx.lang)),
    }
}

/// The page.
pub(super) async fn show(ctx: Ctx, State(app): State<Arc<App>>) -> Answer {
    let all = told(&app).await?;
    let body = html! {
        p { a href=(ctx.href("/tietosuoja/muutokset.atom")) { (ctx.say("privacy-feed")) } }
        @for told in &all { (one(&ctx, told)) }
    };
    let page = Page::new(ctx.say("privacy-changes"), body).lead(ctx.say("privacy-changes-lead"));
    Ok(page.trail(trail(&ctx)).render(&ctx))
}

fn one(ctx: &Ctx, told: &Told) -> Markup {
    let meta = &told.version.meta;
    let number = meta.version;
    html! {
        section aria-labelledby={ "v" (number) } {
            h2 id={ "v" (number) } {
                a href=(ctx.href(&format!("/tietosuoja/v/{number}"))) { (told.title(ctx)) }
            }
            @for line in told.reason(ctx) { p { (line) } }
            p.quiet { (ctx.say("privacy-hash")) " " code.hash { (meta.hash) } }
            @match &told.changes {
                Some(changes) if changes.is_empty() => { p { (ctx.say("privacy-nothing-changed")) } },
                Some(changes) => (weighed(ctx, changes)),
                None => p { (ctx.say("privacy-first-version")) },
            }
        }
    }
}

fn weighed(ctx: &Ctx, changes: &[Change]) -> Markup {
    html! {
        @for (weight, changes) in by_weight(changes) {
            h3 { (weight.say(ctx.lang)) }
            ul { @for change in changes { li { (sentence(change, ctx)) } } }
        }
    }
}

/// The versions as a feed (RFC 4287), newest first.
pub(super) async fn atom(ctx: Ctx, State(app): State<Arc<App>>) -> Answer {
    let all = told(&app).await?;
    let author = &app.register()?.notice.controller.name;
    let mut response = feed(&ctx, &all, author).into_string().into_response();
    let media = HeaderValue::from_static("application/atom+xml; charset=utf-8");
    response.headers_mut().insert(header::CONTENT_TYPE, media);
    Ok(response)
}

/// The versions as an Atom feed (RFC 4287), newest first.
fn feed(ctx: &Ctx, all: &[Told], author: &str) -> Markup {
    let base = ctx.kit.base();
    let page = |path: &str| format!("{base}{}", ctx.href(path));
    let updated = all.first().map_or(ctx.now, |told| told.version.meta.published);
    html! {
        (PreEscaped("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"))
        feed xmlns="http://www.w3.org/2005/Atom" xml:lang=(ctx.lang.tag()) {
            id { (page("/tietosuoja/muutokset")) }
            title { (ctx.say("privacy-changes")) }
            updated { (updated) }
            author { name { (author) } }
            (link(&page("/tietosuoja/muutokset.atom"), "self"))
            (link(&page("/tietosuoja/muutokset"), "alternate"))
            @for told in all {
                @let meta = &told.version.meta;
                @let lines = told.lines(ctx);
                entry {
                    id { "urn:seloste:notice:" (meta.hash) @if told.is_again(all) { ":" (meta.version) } }
                    title { (told.title(ctx)) }
                    updated { (meta.published) }
                    (link(&page(&format!("/tietosuoja/v/{}", meta.version)), "alternate"))
                    summary { (ctx.say("privacy-hash")) " " (meta.hash) }
                    @if !lines.is_empty() { content type="text" { (lines) } }
                }
            }
        }
    }
}

/// An element that is closed, as XML wants it.
fn link(href: &str, rel: &str) -> Markup {
    html! { link rel=(rel) href=(href) {} }
}
