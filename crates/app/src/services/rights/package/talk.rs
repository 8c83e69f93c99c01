//! Conversations, for reading: what was written and what was answered, in the order in which it came.
//! Staff are the organisation, not names; what another person wrote is theirs and is left out.

use maud::{Markup, html};
use seloste_kernel::{Exit, Fault, RecordId, Timestamp};
use seloste_notice::model::{Notice, Source};
use seloste_register::{Hanging, Opened};
use seloste_web::Ctx;

use super::super::told;
use super::contents::Contents;
use super::page::Pages;
use crate::cases;
use crate::sentences::text;

/// Writes all conversations; how many pages they take.
///
/// # Errors
/// When something cannot be read or written.
pub async fn write(contents: &Contents, ctx: &Ctx) -> Result<u32, Fault> {
    let voice = std::slice::from_ref(ctx);
    let mut pages = Pages::new("conversations", voice);
    let mut after = None;
    loop {
        let engine = &contents.app.engine;
        let (wholes, next) = engine.with_parts(&contents.access, contents.person, after).await?;
        let ids: Vec<RecordId> = wholes.iter().map(|whole| whole.id).collect();
        let mut parts = Parts { contents, ids, held: Vec::new(), after: None, begun: false };
        for whole in cases::all_told_now(&contents.app, wholes).await? {
            let notice = &contents.register.notice;
            let head =
                html! { h2 { (told::title(ctx, notice, &whole)) } (own(ctx, notice, &whole)) };
            pages.add(&contents.archive, voice, |_| head.clone()).await?;
            while let Some(part) = parts.next_of(whole.id).await? {
                let said = match &part {
                    Hanging::Own(part) => own(ctx, notice, part),
                    Hanging::Others { created, .. } => others(ctx, *created),
                };
                pages.add(&contents.archive, voice, |_| said.clone()).await?;
            }
        }
        let Some(next) = next else { break };
        after = Some(next);
    }
    pages.finish(&contents.archive, voice).await
}

/// What hangs on a page of records, read as it is needed.
struct Parts<'a> {
    contents: &'a Contents,
    ids: Vec<RecordId>,
    /// What has been read, the last first.
    held: Vec<Hanging>,
    after: Option<(RecordId, RecordId)>,
    begun: bool,
}

impl Parts<'_> {
    /// The next that hangs on this record. Records must be asked for in the order of their ids.
    async fn next_of(&mut self, whole: RecordId) -> Result<Option<Hanging>, Fault> {
        while self.held.is_empty() && (self.after.is_some() || !self.begun) {
            let Contents { app, access, person, .. } = self.contents;
            let (some, next) = app.engine.hanging(access, *person, &self.ids, self.after).await?;
            (self.after, self.begun) = (next, true);
            self.held = some.into_iter().rev().filter_map(as_told).collect();
        }
        let on = match self.held.last() {
            Some(Hanging::Own(part)) => part.thread,
            Some(Hanging::Others { on, .. }) => Some(*on),
            None => None,
        };
        Ok(if on == Some(whole) { self.held.pop() } else { None })
    }
}

fn as_told(part: Hanging) -> Option<Hanging> {
    match part {
        Hanging::Own(part) => cases::as_told(*part).map(|part| Hanging::Own(Box::new(part))),
        others => Some(others),
    }
}

fn own(ctx: &Ctx, notice: &Notice, record: &Opened) -> Markup {
    let declared = notice.kind(&record.kind);
    let who = match declared.and_then(|kind| kind.source) {
        Some(Source::Person) => ctx.say("package-you"),
        Some(Source::Staff) => notice.controller.name.clone(),
        Some(Source::System) => ctx.say("rights-role-program"),
        _ => declared.map(|kind| text(&kind.source_text, ctx.lang)).unwrap_or_default(),
    };
    let fields = told::in_order(declared, record).filter(|name| {
        let category = declared.and_then(|kind| kind.field(name)).map(|field| &field.category);
        category.is_none_or(|category| category != "technical")
    });
    html! {
        article {
            h3 { (who) " · " time datetime=(record.created) { (ctx.moment(record.created)) } }
            @if let Some(letter) = told::letter(record) { (letter.html()) } @else {
                @for name in fields {
                    @let (field, _) = told::named(ctx, declared, name);
                    p { (told::value(ctx, field, name, record, Exit::Export)) }
                }
            }
        }
    }
}

fn others(ctx: &Ctx, created: Timestamp) -> Markup {
    html! {
        article {
            h3 { (ctx.say("package-other")) " · " time datetime=(created) { (ctx.moment(created)) } }
            p { (ctx.say("package-other-text")) }
        }
    }
}
