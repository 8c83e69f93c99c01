//! Everything held on a person, in one list over all kinds.

use std::sync::Arc;

use maud::{Markup, html};
use seloste_kernel::RecordId;
use seloste_notice::model::{Notice, Source};
use seloste_register::{Action, DISCLOSURE, Looked, Opened, Register};
use seloste_web::components::{
    Column, Table, Tone, button_quiet, empty, note, pagination, post_button, time,
};
use seloste_web::{Answer, Ctx, Page};

use super::super::{may_restrict, told};
use super::Own;
use crate::app::App;
use crate::done;
use crate::{cases, erasing, looks};

/// Records on one page.
const PAGE_RECORDS: usize = 20;

/// Looks on one page, the newest.
const LOOKS: i64 = 100;

/// The page.
pub async fn page(ctx: &Ctx, app: &Arc<App>, own: &Own) -> Answer {
    let access = own.access(app, Action::Read)?;
    let after: Option<RecordId> = ctx.param("jatko").and_then(|id| id.parse().ok());
    let (records, next) = app.engine.some_of(&access, own.person, after, PAGE_RECORDS).await?;
    let records: Vec<Opened> = records.into_iter().filter_map(cases::as_told).collect();
    let looks = cases::looks_as_told(app.engine.looks(&access, own.person, LOOKS).await?);
    let restricted = app.engine.is_restricted(&access, own.person).await?;
    let may_restrict = may_restrict(app, own.person).await?;
    let register = app.register()?;
    let (given, held): (Vec<&Opened>, Vec<&Opened>) =
        records.iter().partition(|record| record.kind == DISCLOSURE);
    // The law decides over all of it or over none.
    let by_law = |record: &Opened| erasing::kept_by_law(&register.notice, &record.kind);
    let erasable = next.is_some() || !records.iter().any(by_law);
    let next = next.map(|id| format!("/oma?jatko={id}"));
    let deeds = [("korjaus", "rights-saved"), ("peruminen", "rights-withdrawn-title")];
    let body = html! {
        (done::told(ctx, &deeds))
        @if restricted {
            (note(Tone::Info, &ctx.say("rights-restricted"), html! { p { (ctx.say("rights-restricted-text")) } }))
        }
        @if held.is_empty() { (empty(&ctx.say("rights-nothing"), html! {})) }
        @for record in held { (one(ctx, &register, record)) }
        (pagination(ctx, None, next.as_deref()))
        (who_looked(ctx, &register.notice, &looks))
        (who_received(ctx, &register.notice, &given))
        (what_next(ctx, &register.notice, erasable, may_restrict.then_some(restricted)))
    };
    Ok(Page::new(ctx.say("rights-own-title"), body).lead(ctx.say("rights-own-lead")).render(ctx))
}

fn one(ctx: &Ctx, register: &Register, record: &Opened) -> Markup {
    let notice = &register.notice;
    let path = |action: &str| format!("/oma/tieto/{}/{action}", record.id);
    html! {
        section aria-labelledby={ "r-" (record.id) } {
            h2 id={ "r-" (record.id) } { (told::title(ctx, notice, record)) }
            (told::content(ctx, notice, record))
            (told::times(ctx, notice, record))
            (told::reasons(ctx, notice, record))
            div.actions {
                @if is_own_words(notice, record) {
                    (choice(ctx, &path("korjaa"), "rights-correct"))
                }
                @for consent in &record.consents {
                    @let at = format!("{}/{}", path("peru"), consent.purpose);
                    (choice(ctx, &at, "rights-withdraw"))
                }
                @for consent in record.consents.iter().chain(&record.withdrawn) {
                    @let at = path(&format!("suostumus/{}", consent.purpose));
                    a.button.quiet-button download href=(ctx.href(&at)) { (ctx.say("rights-consent-receipt")) }
                }
                @if !erasing::kept_by_law(notice, &record.kind) {
                    (choice(ctx, &path("poista"), "rights-erase"))
                } @else {
                    p.quiet { (ctx.say("rights-kept-by-law")) }
                }
            }
        }
    }
}

/// A choice among equals: none is the page's main one.
fn choice(ctx: &Ctx, path: &str, key: &str) -> Markup {
    html! { a.button.quiet-button href=(ctx.href(path)) { (ctx.say(key)) } }
}

/// Whether the record holds what the person has said, which they may correct themselves. A request
/// stands as it was sent: its answer must go where it was asked to go, and tell of what was asked.
pub fn is_own_words(notice: &Notice, record: &Opened) -> bool {
    record.kind != cases::KIND
        && notice.kind(&record.kind).is_some_and(|kind| kind.source == Some(Source::Person))
}

fn who_looked(ctx: &Ctx, notice: &Notice, looks: &[Looked]) -> Markup {
    let columns = vec![
        Column::text(ctx.say("rights-column-when")),
        Column::text(ctx.say("rights-column-role")),
        Column::text(ctx.say("rights-column-purpose")),
        Column::text(ctx.say("rights-column-action")),
    ];
    let mut table = Table::new(ctx.say("rights-looked-caption"), columns);
    for visit in looks::visits(looks) {
        table.row(vec![
            time(ctx, visit.at),
            html! { (looks::role(ctx, notice, &visit.role)) },
            html! { (looks::purpose(ctx, notice, &visit.purpose)) },
            html! { (visit.told(ctx)) },
        ]);
    }
    html! {
        h2 { (ctx.say("rights-looked")) }
        @if looks.is_empty() { p { (ctx.say("rights-looked-nobody")) } } @else { (table.render()) }
    }
}

fn who_received(ctx: &Ctx, notice: &Notice, given: &[&Opened]) -> Markup {
    html! {
        h2 { (ctx.say("rights-received-by")) }
        @if given.is_empty() { p { (ctx.say("rights-received-by-nobody")) } }
        @for record in given {
            (told::content(ctx, notice, record))
            p.quiet { (time(ctx, record.created)) " · " (ctx.say(&format!("disclosures-state-{}", record.state))) }
        }
    }
}

fn what_next(ctx: &Ctx, notice: &Notice, erasable: bool, restricted: Option<bool>) -> Markup {
    let word = |restricted| if restricted { "rights-restrict-end" } else { "rights-restrict" };
    let restrict = restricted.map(word);
    html! {
        h2 { (ctx.say("rights-next")) }
        ul {
            li { a href=(ctx.href("/oma/tiedot.json")) download { (ctx.say("rights-download")) } }
            li { a href=(ctx.href("/oma/tuloste")) { (ctx.say("rights-print")) } }
            li { a href=(ctx.href("/pyynto")) { (ctx.say("rights-make-request")) } }
            @if erasable { li { a href=(ctx.href("/oma/poista")) { (ctx.say("rights-erase-all")) } } }
        }
        @if restrict.is_some() { p { (ctx.say("rights-restrict-text")) } }
        div.actions {
            @if let Some(restrict) = restrict {
                (post_button(ctx, "own-restrict", "/oma/rajoita", button_quiet(&ctx.say(restrict))))
            }
            (super::leave(ctx))
        }
        (super::another(ctx))
        (told::complaint(ctx, notice))
    }
}
