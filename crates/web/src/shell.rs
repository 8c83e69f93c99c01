//! The page around every page: header with language switch and navigation, main part, footer.

use axum::response::{IntoResponse, Response};
use http::StatusCode;
use http::header::{self, HeaderValue};
use maud::{DOCTYPE, Markup, html};
use seloste_kernel::Lang;

use crate::Ctx;
use crate::lang::localised;

/// A link: where to (a Finnish path, or a whole address) and its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The path without language prefix, or an absolute address.
    pub href: String,
    /// The text.
    pub text: String,
}

impl Link {
    /// A link.
    pub fn new(href: impl Into<String>, text: impl Into<String>) -> Self {
        Self { href: href.into(), text: text.into() }
    }

    pub(crate) fn target(&self, ctx: &Ctx) -> String {
        if self.href.starts_with('/') { ctx.href(&self.href) } else { self.href.clone() }
    }
}

/// What one page consists of. Everything but title and body may be left out.
pub struct Page {
    title: String,
    lead: Option<String>,
    body: Markup,
    status: StatusCode,
    trail: Vec<Link>,
    wide: bool,
    tabs: Vec<Link>,
    here_only: bool,
}

impl Page {
    /// A page with a main heading and what follows it.
    pub fn new(title: impl Into<String>, body: Markup) -> Self {
        Self {
            title: title.into(),
            lead: None,
            body,
            status: StatusCode::OK,
            trail: Vec::new(),
            wide: false,
            tabs: Vec::new(),
            here_only: false,
        }
    }

    /// An opening sentence in larger type.
    pub fn lead(mut self, lead: impl Into<String>) -> Self {
        self.lead = Some(lead.into());
        self
    }

    /// Another status than 200. With 422 the title says that there is an error.
    pub fn status(mut self, status: StatusCode) -> Self {
        self.status = status;
        self
    }

    /// The pages above this one, outermost first.
    pub fn trail(mut self, trail: Vec<Link>) -> Self {
        self.trail = trail;
        self
    }

    /// Pages beside this one, shown as tabs under the heading.
    pub fn tabs(mut self, tabs: Vec<Link>) -> Self {
        self.tabs = tabs;
        self
    }

    /// A page that is the answer to a form: there is no address at which it could be seen in
    /// another language, so none is offered.
    pub fn here_only(mut self) -> Self {
        self.here_only = true;
        self
    }

    /// The whole width, for tables; otherwise text keeps to a readable line.
    pub fn wide(mut self) -> Self {
        self.wide = true;
        self
    }

    /// The response.
    pub fn render(self, ctx: &Ctx) -> Response {
        let status = self.status;
        let mut response = (status, document(ctx, &self)).into_response();
        let language = HeaderValue::from_static(ctx.lang.tag());
        response.headers_mut().insert(header::CONTENT_LANGUAGE, language);
        response
    }
}

fn document(ctx: &Ctx, page: &Page) -> Markup {
    let site = (ctx.kit.settings.site_name)(ctx.lang);
    let error = (page.status == StatusCode::UNPROCESSABLE_ENTITY).then(|| ctx.say("title-error"));
    html! {
        (DOCTYPE)
        html lang=(ctx.lang.tag()) {
            head {
                meta charset="utf-8";
                title { @if let Some(error) = error { (error) " " } (title(ctx, page, &site)) }
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="robots" content="noindex";
                link rel="stylesheet" href=(ctx.kit.asset("seloste.css"));
                link rel="icon" type="image/svg+xml" href=(ctx.kit.asset("seloste.svg"));
                link rel="privacy-policy" href=(ctx.href("/tietosuoja"));
                @for lang in Lang::ALL.into_iter().filter(|_| !page.here_only) {
                    link rel="alternate" hreflang=(lang.tag())
                        href={ (ctx.kit.base()) (localised(lang, &ctx.path)) };
                }
            }
            body {
                a.skip href="#main" { (ctx.say("skip")) }
                (banners(ctx))
                (masthead(ctx, &site, page))
                (main(ctx, page))
                (footer(ctx, &site))
            }
        }
    }
}

/// What the page is, of which site, and whose that is; nothing said twice.
fn title(ctx: &Ctx, page: &Page, site: &str) -> String {
    let owner = (ctx.kit.settings.owner)();
    let mut parts = vec![page.title.as_str(), site];
    parts.extend(owner.as_ref().map(|owner| owner.name.as_str()));
    parts.dedup();
    parts.join(" – ")
}

fn main(ctx: &Ctx, page: &Page) -> Markup {
    html! {
        div.frame {
            @if !page.trail.is_empty() {
                nav.trail aria-label=(ctx.say("trail")) {
                    ol { @for step in &page.trail { li { a href=(step.target(ctx)) { (step.text) } } } }
                }
            }
            main #main tabindex="-1" .narrow[!page.wide] {
                h1 { (page.title) }
                @if let Some(lead) = &page.lead { p.lead { (lead) } }
                @if !page.tabs.is_empty() {
                    nav.tabs aria-label=(ctx.say("tabs")) { (links(ctx, &page.tabs, (ctx.path.as_str(), true))) }
                }
                (page.body)
            }
        }
    }
}

fn banners(ctx: &Ctx) -> Markup {
    let alert = (ctx.kit.settings.alert)(ctx);
    html! {
        @if alert.is_some() || ctx.kit.settings.test_clock || ctx.kit.is_demo() {
            section.banner aria-label=(ctx.say("banner")) {
                div.frame {
                    @if let Some(alert) = alert { (alert) }
                    @if let Some(more) = ctx.kit.settings.demo {
                        div.demo { p { (ctx.say("banner-demo")) } (more(ctx)) }
                    }
                    @if ctx.kit.settings.test_clock {
                        p { (ctx.say_with("banner-test-clock", &[("now", ctx.moment(ctx.now).into())])) }
                    }
                }
            }
        }
    }
}

fn masthead(ctx: &Ctx, site: &str, page: &Page) -> Markup {
    let nav = (ctx.kit.settings.nav)(ctx);
    // A page below a place of the navigation stands there, whatever its address.
    let below = page.trail.first().filter(|first| nav.iter().any(|link| link.href == first.href));
    let place = below.map_or(ctx.path.as_str(), |first| first.href.as_str());
    let owner = (ctx.kit.settings.owner)();
    html! {
        header.masthead {
            div.frame {
                a.brand href=(ctx.href("/")) {
                    (mark())
                    span.names {
                        span.site { (site) }
                        @if let Some(owner) = owner { " " span.owner { (owner.name) } }
                    }
                }
                @if !page.here_only { (languages(ctx)) }
            }
            @if !nav.is_empty() {
                nav.main aria-label=(ctx.say("nav")) { div.frame { (links(ctx, &nav, (place, false))) } }
            }
        }
    }
}

/// Links of which one may be the present page: exactly, what it asks for with it, or (in main
/// navigation) the one whose path is the longest beginning of ours.
fn links(ctx: &Ctx, links: &[Link], (place, exact): (&str, bool)) -> Markup {
    let covers = |link: &Link| {
        let (path, query) = link.href.split_once('?').unwrap_or((&link.href, ""));
        let asked = |pair: &str| {
            pair.split_once('=')
                .is_none_or(|(name, value)| ctx.param(name).as_deref() == Some(value))
        };
        let rest = place.strip_prefix(path).filter(|_| query.split('&').all(asked));
        rest.is_some_and(|rest| rest.is_empty() || (!exact && rest.starts_with('/')))
    };
    let here = links.iter().filter(|link| covers(link)).map(|link| link.href.len()).max();
    html! {
        ul {
            @for link in links {
                @let current = covers(link) && here == Some(link.href.len());
                li { a href=(link.target(ctx)) aria-current=[current.then_some("page")] { (link.text) } }
            }
        }
    }
}

fn languages(ctx: &Ctx) -> Markup {
    html! {
        nav.languages aria-label=(ctx.say("languages")) {
            ul {
                @for lang in Lang::ALL {
                    li {
                        @if lang == ctx.lang {
                            span aria-current="true" lang=(lang.tag()) { (lang.name()) }
                        } @else {
                            a href=(switch(lang, &ctx.path)) hreflang=(lang.tag()) lang=(lang.tag()) {
                                (lang.name())
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The same page in another language. The query is left out: it may hold what somebody typed.
fn switch(lang: Lang, path: &str) -> String {
    match (lang, path) {
        (Lang::Fi, "/") => "/?kieli=fi".to_owned(),
        _ => localised(lang, path),
    }
}

fn footer(ctx: &Ctx, site: &str) -> Markup {
    let links = [
        ("/tietosuoja", "link-privacy"),
        ("/oma", "link-own"),
        ("/pyynto", "link-request"),
        ("/evasteet", "link-cookies"),
        ("/saavutettavuus", "link-accessibility"),
    ];
    html! {
        footer.footer {
            div.frame {
                nav aria-label=(ctx.say("footer")) {
                    ul { @for (path, key) in links { li { a href=(ctx.href(path)) { (ctx.say(key)) } } } }
                }
                @if let Some(owner) = (ctx.kit.settings.owner)() {
                    p {
                        (owner.name)
                        @if let Some(email) = owner.email { " · " a href={ "mailto:" (email) } { (email) } }
                    }
                }
                p.quiet { (site) " · " (ctx.say("footer-made-with")) }
            }
        }
    }
}

/// The mark of Seloste: a page whose last line is a tick – a text that is kept.
fn mark() -> Markup {
    html! {
        svg.mark viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false" {
            rect.mark-page x="4" y="2" width="24" height="28" rx="5" {}
            path.mark-text d="M10 10h12M10 15.5h7" {}
            path.mark-tick d="m10.5 21.5 3.5 3.5 7.5-8" {}
        }
    }
}
