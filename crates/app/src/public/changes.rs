//! `/tietosuoja/muutokset`: every version, and what changed, sentence by sentence.

use std::sync::Arc;

use axum::extract::State;
use axum::response::IntoResponse;
use http::{HeaderValue, header};
use maud::{Markup, PreEscaped, html};
use seloste_kernel::Lang;
use seloste_notice::promises::Promise;
use seloste_notice::render::{asked, contacts};
use seloste_register::Register;
use seloste_web::{Answer, Ctx, Page};

use super::notice::trail;
use super::version::Version;
use crate::app::App;

/// What happened to the sentences of a notice, to what people agree to and are asked, and to who is
/// reached where, from one version to the next.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// Sentences that are new.
    pub added: Vec<String>,
    /// Sentences that are gone.
    pub removed: Vec<String>,
    /// Sentences that say something else: before and now.
    pub changed: Vec<(String, String)>,
}

/// A sentence under a name that outlives any wording.
type Named = (String, String);

impl Difference {
    /// Compares two versions; in the first language that a notice has, where it does not have this
    /// one.
    pub fn between(old: &Register, new: &Register, lang: Lang) -> Self {
        let all = |of: &Register| {
            let mut all = contacts(&of.notice, lang);
            all.extend(asked(&of.notice, lang));
            all.extend(promised(&of.promises, lang));
            all
        };
        Self::of(&all(old), &all(new))
    }

    fn of(old: &[Named], new: &[Named]) -> Self {
        let find = |of: &[Named], name: &str| {
            of.iter().find(|(other, _)| other == name).map(|(_, sentence)| sentence.clone())
        };
        let mut difference = Self::default();
        for (name, now) in new {
            match find(old, name) {
                None => difference.added.push(now.clone()),
                Some(before) if before != *now => difference.changed.push((before, now.clone())),
                Some(_) => {}
            }
        }
        let gone = old.iter().filter(|(name, _)| find(new, name).is_none());
        difference.removed = gone.map(|(_, sentence)| sentence.clone()).collect();
        difference
    }

    /// Line by line, each with its mark.
    fn lines(&self) -> String {
        let plus = self.added.iter().map(|now| format!("+ {now}"));
        let minus = self.removed.iter().map(|before| format!("- {before}"));
        let both = self.changed.iter().map(|(before, now)| format!("- {before}\n+ {now}"));
        plus.chain(minus).chain(both).collect::<Vec<_>>().join("\n")
    }

    /// Whether both say the same.
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.removed.is_empty() && self.changed.is_empty()
    }

    fn render(&self, ctx: &Ctx) -> Markup {
        let lists = [("privacy-added", &self.added), ("privacy-removed", &self.removed)];
        html! {
            @if self.is_empty() { p { (ctx.say("privacy-nothing-changed")) } }
            @for (key, sentences) in lists {
                @if !sentences.is_empty() {
                    h3 { (ctx.say(key)) }
                    ul {
                        @for sentence in sentences {
                            li {
                                @if key == "privacy-added" { ins { (sentence) } } @else { del { (sentence) } }
                            }
                        }
                    }
                }
            }
            @if !self.changed.is_empty() {
                h3 { (ctx.say("privacy-changed")) }
                ul { @for (before, now) in &self.changed { li { del { (before) } br; ins { (now) } } } }
            }
        }
    }
}

/// Promises by their ids.
fn promised(promises: &[Promise], lang: Lang) -> Vec<Named> {
    let said = |promise: &Promise| {
        let sentence = &promise.sentence;
        sentence.get(&lang).or_else(|| sentence.values().next()).cloned().unwrap_or_default()
    };
    promises.iter().map(|promise| (promise.id.clone(), said(promise))).collect()
}

/// The page.
pub(super) async fn show(ctx: Ctx, State(app): State<Arc<App>>) -> Answer {
    let versions = Version::all(&app).await?;
    let body = html! {
        p { a href=(ctx.href("/tietosuoja/muutokset.atom")) { (ctx.say("privacy-feed")) } }
        @for (at, version) in versions.iter().enumerate().rev() {
            (one(&ctx, version, at.checked_sub(1).and_then(|before| versions.get(before))))
        }
    };
    let page = Page::new(ctx.say("privacy-changes"), body).lead(ctx.say("privacy-changes-lead"));
    Ok(page.trail(trail(&ctx)).render(&ctx))
}

fn one(ctx: &Ctx, version: &Version, before: Option<&Version>) -> Markup {
    let number = version.meta.version;
    let title = [("version", number.into()), ("date", ctx.date(version.meta.published).into())];
    html! {
        section aria-labelledby={ "v" (number) } {
            h2 id={ "v" (number) } {
                a href=(ctx.href(&format!("/tietosuoja/v/{number}"))) { (ctx.say_with("privacy-version", &title)) }
            }
            p.quiet { (ctx.say("privacy-hash")) " " code.hash { (version.meta.hash) } }
            @match before {
                Some(before) => (Difference::between(&before.register, &version.register, ctx.lang).render(ctx)),
                None => p { (ctx.say("privacy-first-version")) },
            }
        }
    }
}

/// The versions as a feed (RFC 4287), newest first.
pub(super) async fn atom(ctx: Ctx, State(app): State<Arc<App>>) -> Answer {
    let versions = Version::all(&app).await?;
    let author = &app.register()?.notice.controller.name;
    let mut response = feed(&ctx, &versions, author).into_string().into_response();
    let media = HeaderValue::from_static("application/atom+xml; charset=utf-8");
    response.headers_mut().insert(header::CONTENT_TYPE, media);
    Ok(response)
}

/// The versions as an Atom feed (RFC 4287), newest first.
fn feed(ctx: &Ctx, versions: &[Version], author: &str) -> Markup {
    let base = ctx.kit.base();
    let page = |path: &str| format!("{base}{}", ctx.href(path));
    let updated = versions.last().map_or(ctx.now, |version| version.meta.published);
    html! {
        (PreEscaped("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"))
        feed xmlns="http://www.w3.org/2005/Atom" xml:lang=(ctx.lang.tag()) {
            id { (page("/tietosuoja/muutokset")) }
            title { (ctx.say("privacy-changes")) }
            updated { (updated) }
            author { name { (author) } }
            (link(&page("/tietosuoja/muutokset.atom"), "self"))
            (link(&page("/tietosuoja/muutokset"), "alternate"))
            @for (at, version) in versions.iter().enumerate().rev() {
                @let before = at.checked_sub(1).and_then(|before| versions.get(before));
                @let changes = before.map(|before| Difference::between(&before.register, &version.register, ctx.lang));
                @let number = version.meta.version;
                @let title = [("version", number.into()), ("date", ctx.date(version.meta.published).into())];
                entry {
                    id { "urn:seloste:notice:" (version.meta.hash) }
                    title { (ctx.say_with("privacy-version", &title)) }
                    updated { (version.meta.published) }
                    (link(&page(&format!("/tietosuoja/v/{number}")), "alternate"))
                    summary { (ctx.say("privacy-hash")) " " (version.meta.hash) }
                    @if let Some(changes) = changes.filter(|changes| !changes.is_empty()) {
                        content type="text" { (changes.lines()) }
                    }
                }
            }
        }
    }
}

/// An element that is closed, as XML wants it.
fn link(href: &str, rel: &str) -> Markup {
    html! { link rel=(rel) href=(href) {} }
}

#[cfg(test)]
mod tests {
    use seloste_notice::promises::compile;

    use super::*;

    fn promises(statements: &str) -> Vec<Promise> {
        let text = format!("notice \"n\" languages=\"fi\" {{ {statements} }}");
        compile(&seloste_notice::read(&text, "n.kdl").notice)
    }

    #[test]
    fn sentences_are_compared_by_their_ids() {
        let old = promises("statement \"a\" { fi \"A.\" }; statement \"b\" { fi \"B.\" }");
        let new = promises("statement \"b\" { fi \"Bee.\" }; statement \"c\" { fi \"C.\" }");
        let (old, new) = (promised(&old, Lang::Fi), promised(&new, Lang::Fi));
        let difference = Difference::of(&old, &new);
        assert_eq!(difference.added, ["C."]);
        assert_eq!(difference.removed, ["A."]);
        assert_eq!(difference.changed, [("B.".to_owned(), "Bee.".to_owned())]);
        assert!(Difference::of(&old, &old).is_empty());
    }
}
