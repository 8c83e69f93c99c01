//! Pages of a package: they open from the disk in any browser, without net, script or pictures.

use std::fmt::Write as _;

use maud::{DOCTYPE, Markup, PreEscaped, html};
use seloste_kernel::Fault;
use seloste_notice::model::Notice;
use seloste_register::{Held, Opened, Register};
use seloste_web::Ctx;
use seloste_web::components::definitions;

use super::super::beside::Beside;
use super::super::{review, told};
use super::archive::Archive;
use super::contents::{Whole, facts};
use super::table;
use crate::looks;
use crate::sentences::{sentence, text};

/// A page is ended when it has so many bytes: browsers and screen readers stay quick.
const PAGE_BYTES: usize = 256 * 1024;

const STYLE: &str = "body{max-width:46rem;margin:0 auto;padding:1rem;font:1.05rem/1.6 system-ui,sans-serif;\
color:#1a1a1a;background:#fff}a{color:#00449e}h1,h2,h3{line-height:1.25}h2{margin-top:2.5rem}\
dt{font-weight:600;margin-top:.5rem}dd{margin:0;overflow-wrap:anywhere;white-space:pre-wrap}\
table{border-collapse:collapse;width:100%}caption{text-align:left;font-weight:600;padding:.5rem 0}\
th,td{text-align:left;vertical-align:top;padding:.4rem .6rem .4rem 0;border-bottom:1px solid #ccc;\
overflow-wrap:anywhere}article{border-left:4px solid #767676;padding-left:1rem}\
article p{white-space:pre-wrap;overflow-wrap:anywhere}nav ul{padding-left:1.2rem}\
@media(prefers-color-scheme:dark){body{color:#eee;background:#161616}a{color:#9ecbff}th,td{border-color:#555}}";

/// A whole page. `up` leads from where it lies to the package's first page.
fn shell(ctx: &Ctx, title: &str, up: &str, body: &Markup) -> String {
    html! {
        (DOCTYPE)
        html lang=(ctx.lang.tag()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="referrer" content="no-referrer";
                meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'";
                title { (title) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                @if !up.is_empty() {
                    nav aria-label=(ctx.say("package-up")) {
                        a href={ (up) "index." (ctx.lang.tag()) ".html" } { (ctx.say("package-title")) }
                    }
                }
                main { h1 { (title) } (body) }
            }
        }
    }
    .into_string()
}

/// A list that is cut into pages, in several languages at once.
pub struct Pages {
    folder: &'static str,
    texts: Vec<String>,
    number: u32,
}

impl Pages {
    /// Pages in this folder; in one language of its own for each voice, where there are several.
    pub fn new(folder: &'static str, voices: &[Ctx]) -> Self {
        Self { folder, texts: vec![String::new(); voices.len()], number: 0 }
    }

    /// Adds to the page, and begins a new one when it is full.
    ///
    /// # Errors
    /// When the package can no longer be written.
    pub async fn add(
        &mut self,
        archive: &Archive,
        voices: &[Ctx],
        said: impl Fn(&Ctx) -> Markup,
    ) -> Result<(), Fault> {
        for (voice, text) in voices.iter().zip(&mut self.texts) {
            let _ = text.write_str(&said(voice).into_string());
        }
        match self.texts.iter().any(|text| text.len() > PAGE_BYTES) {
            true => self.turn(archive, voices).await,
            false => Ok(()),
        }
    }

    /// Ends the last page; how many there are.
    ///
    /// # Errors
    /// As [`Pages::add`].
    pub async fn finish(mut self, archive: &Archive, voices: &[Ctx]) -> Result<u32, Fault> {
        if self.texts.iter().any(|text| !text.is_empty()) {
            self.turn(archive, voices).await?;
        }
        Ok(self.number)
    }

    async fn turn(&mut self, archive: &Archive, voices: &[Ctx]) -> Result<(), Fault> {
        self.number += 1;
        for (voice, text) in voices.iter().zip(&mut self.texts) {
            let title = voice
                .say_with(&format!("package-{}", self.folder), &[("number", self.number.into())]);
            let body = PreEscaped(std::mem::take(text));
            let (path, up) = match voices.len() {
                1 => (one(self.folder, self.number), "../"),
                _ => (in_language(self.folder, voice, self.number), "../../"),
            };
            archive.file(path, shell(voice, &title, up, &body)).await?;
        }
        Ok(())
    }
}

fn one(folder: &str, number: u32) -> String {
    format!("{folder}/{number:04}.html")
}

fn in_language(folder: &str, voice: &Ctx, number: u32) -> String {
    format!("{folder}/{}/{number:04}.html", voice.lang.tag())
}

/// A record with all that Art. 15(1) wants said of it.
pub fn record(ctx: &Ctx, notice: &Notice, (record, held): (&Opened, &[Held])) -> Markup {
    let [title, source, goes] = facts(ctx, notice, (record, held));
    let version = format!("../../notice/v{}.{}.html", record.notice_version, ctx.lang.tag());
    let named = ctx.say_with("rights-version", &[("version", record.notice_version.into())]);
    let mut pairs = told::pairs(ctx, notice, record);
    pairs.extend([
        (ctx.say("rights-received"), html! { (ctx.moment(record.created)) }),
        (ctx.say("rights-goes"), html! { (goes) }),
        (ctx.say("own-postponed"), told::postponed(ctx, notice, record, held)),
        (ctx.say("rights-source"), html! { (source) }),
        (ctx.say("rights-notice"), html! { a href=(version) { (named) } }),
    ]);
    pairs.extend(review::told(ctx, notice, record));
    for consent in &record.consents {
        pairs.push((
            ctx.say("rights-consent"),
            html! { (looks::purpose(ctx, notice, &consent.purpose)) },
        ));
    }
    html! {
        section {
            h2 { (title) }
            @if let Some(letter) = told::letter(record) { (letter.html()) }
            (definitions(&pairs)) (told::reasons(ctx, notice, record)) }
    }
}

/// The first page.
pub fn index(
    ctx: &Ctx,
    register: &Register,
    (whole, beside): (&Whole, &Beside),
    voices: &[Ctx],
) -> String {
    let notice = &register.notice;
    let tag = ctx.lang.tag();
    let files = [
        ("data.json", "package-data"),
        ("access-log.csv", "package-access-log"),
        ("calendar.ics", "package-calendar"),
        ("README.txt", "package-read-me"),
    ];
    let numbers = |count: u32| (1..=count).collect::<Vec<u32>>();
    let body = html! {
        nav aria-label=(ctx.say("package-languages")) {
            ul {
                @for voice in voices {
                    li { a href={ "index." (voice.lang.tag()) ".html" } lang=(voice.lang.tag()) hreflang=(voice.lang.tag()) { (voice.lang.name()) } }
                }
            }
        }
        p { (notice.controller.name) " · " (text(&notice.register, ctx.lang)) " · " (ctx.moment(ctx.now)) }
        p { (ctx.say("package-lead")) }
        h2 { (ctx.say("package-kinds")) }
        @for (kind, count) in &whole.kinds { (of_kind(ctx, register, kind, *count)) }
        h2 { (ctx.say("package-read")) }
        ul {
            @for number in numbers(whole.pages.0) {
                @let path = match voices.len() { 1 => one("records", number), _ => in_language("records", ctx, number) };
                li { a href=(path) { (ctx.say_with("package-records", &[("number", number.into())])) } }
            }
            @for number in numbers(whole.pages.1) {
                li { a href=(one("conversations", number)) { (ctx.say_with("package-conversations", &[("number", number.into())])) } }
            }
        }
        (beside.gone(ctx, notice, |_, entry| html! { code { (entry) } }))
        (beside.limits(ctx, notice))
        h2 { (ctx.say("package-files")) }
        ul {
            @for (file, key) in files { li { a href=(file) { (file) } ": " (ctx.say(key)) } }
            @for kind in whole.kinds.keys() { li { a href=(table::name(kind)) { (table::name(kind)) } } }
        }
        h2 { (ctx.say("package-notices")) }
        ul {
            @for version in &whole.versions {
                li { a href={ "notice/v" (version) "." (tag) ".html" } { (ctx.say_with("rights-version", &[("version", (*version).into())])) } }
            }
        }
        (told::complaint(ctx, notice))
    };
    shell(ctx, &ctx.say("package-title"), "", &body)
}

/// What of one kind is held, from where and for how long.
fn of_kind(ctx: &Ctx, register: &Register, kind: &str, count: u64) -> Markup {
    let declared = register.notice.kind(kind);
    let title = declared.map_or_else(|| kind.to_owned(), |known| text(&known.title, ctx.lang));
    let keep = sentence(register, &format!("keep.{kind}"), ctx.lang);
    html! {
        h3 { (title) ": " (count) }
        @if let Some(keep) = keep { p { (keep) } }
    }
}
