//! Everything held on a person, in one list over all kinds. What it costs to show depends on what
//! is on the page, not on how much there is.

use std::collections::BTreeMap;
use std::sync::Arc;

use maud::{Markup, html};
use seloste_kernel::{Fault, RecordId};
use seloste_notice::model::{Notice, Source};
use seloste_register::{
    Action, DISCLOSURE, Held, Kinds, Opened, PACKAGE, Register, Restriction, TELLING,
};
use seloste_web::components::{Tone, empty, note, pagination};
use seloste_web::{Answer, Ctx, Page};

use super::super::beside::Beside;
use super::super::{may_restrict, slip, told};
use super::{Own, granted, looked, object, received, reply, restrict, review};
use crate::app::App;
use crate::done;
use crate::public::proof_link;
use crate::{cases, erasing};

/// Records on one page.
const PAGE_RECORDS: usize = 20;

/// What keeps records beyond their day, by record.
type Holds = BTreeMap<RecordId, Vec<Held>>;

/// The page.
pub async fn page(ctx: &Ctx, app: &Arc<App>, own: &Own) -> Answer {
    let access = own.access(app, Action::Read)?;
    let after: Option<RecordId> = ctx.param("jatko").and_then(|id| id.parse().ok());
    // Disclosures have a list of their own, and so has the copy of all this.
    let kinds = Kinds::Except(vec![DISCLOSURE.to_owned(), TELLING.to_owned(), PACKAGE.to_owned()]);
    let (records, next) =
        app.engine.some_of(&access, own.person, &kinds, after, PAGE_RECORDS).await?;
    let copies: BTreeMap<RecordId, Markup> =
        records.iter().map(|record| (record.id, granted::link(ctx, record))).collect();
    let records = cases::all_told_now(app, records).await?;
    let replies: BTreeMap<RecordId, Markup> = records
        .iter()
        .filter(|record| cases::is_asked(record))
        .map(|record| Ok((record.id, reply::link(ctx, app, record)?)))
        .collect::<Result<_, Fault>>()?;
    let asked = review::waiting(app, own, &records).await?;
    let ids: Vec<RecordId> = records.iter().map(|record| record.id).collect();
    let holds = app.engine.holds_on(&access, own.person, &ids).await?;
    let looks = looked::some(app, &access, own, None).await?;
    let closed = slip::holds_closed(app, &access, own.person).await?;
    let mails = app.mails()?;
    let given = received::first(app, &access, own).await?;
    let restrictions = app.engine.restrictions(&access, own.person).await?;
    let restricted = restrictions.iter().find(|one| one.record.is_none());
    let may_restrict = may_restrict(app, own.person).await?;
    let beside = Beside::of(app, &access, own.person).await?;
    let register = app.register()?;
    let uses = object::shown(ctx, app, &access, own).await?;
    // The law decides over all of it or over none.
    let by_law = |record: &Opened| erasing::kept_by_law(&register.notice, &record.kind);
    let erasable = next.is_some() || !records.iter().any(by_law);
    let next = next.map(|id| format!("/oma?jatko={id}"));
    let body = html! {
        (done::told(ctx, &DEEDS))
        @if let Some(whole) = restricted {
            (note(Tone::Info, &ctx.say("rights-restricted"), html! {
                p { (ctx.say("rights-restricted-text")) }
                (restrict::told(ctx, whole))
            }))
        }
        @if records.is_empty() { (empty(&ctx.say("rights-nothing"), html! {})) }
        @for record in &records { (one(ctx, &register, record, (&holds, &restrictions, may_restrict), (copies.get(&record.id), replies.get(&record.id), mails), asked.as_ref())) }
        (pagination(ctx, None, next.as_deref()))
        (beside.gone(ctx, &register.notice, proof_link))
        (looked::newest(ctx, &register.notice, &looks, closed))
        (received::shown(ctx, &register.notice, &given))
        (uses)
        (what_next(ctx, &register.notice, erasable, may_restrict.then_some(restricted.is_some())))
    };
    Ok(Page::new(ctx.say("rights-own-title"), body).lead(ctx.say("rights-own-lead")).render(ctx))
}

/// What was done, when a form leads here.
const DEEDS: [(&str, &str); 9] = [
    ("ihminen", "review-asked"),
    ("vastaus", "own-reply-taken"),
    ("korjaus", "rights-saved"),
    ("peruminen", "rights-withdrawn-title"),
    ("vastustus", "own-objected"),
    ("kielto", "own-forbidden"),
    ("avattu", "own-opened"),
    ("rajoitus", "restriction-begun"),
    ("vapautettu", "restriction-ended"),
];

fn one(
    ctx: &Ctx,
    register: &Register,
    record: &Opened,
    (holds, restrictions, may_restrict): (&Holds, &[Restriction], bool),
    (copy, reply, mails): (Option<&Markup>, Option<&Markup>, bool),
    asked: Option<&Opened>,
) -> Markup {
    let notice = &register.notice;
    let path = |action: &str| format!("/oma/tieto/{}/{action}", record.id);
    let held = holds.get(&record.id).map_or(&[][..], Vec::as_slice);
    html! {
        section aria-labelledby={ "r-" (record.id) } {
            h2 id={ "r-" (record.id) } { (told::title(ctx, notice, record)) }
            (told::all_content(ctx, notice, record))
            (told::times(ctx, notice, record, (held, mails)))
            (told::reasons(ctx, notice, record))
            div.actions {
                @for way in [reply, copy].into_iter().flatten() { (way) }
                (review::links(ctx, notice, record, asked))
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
                (restrict::of_record(ctx, record, restrictions, may_restrict))
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

fn what_next(ctx: &Ctx, notice: &Notice, erasable: bool, restricted: Option<bool>) -> Markup {
    html! {
        h2 { (ctx.say("rights-next")) }
        ul {
            li { a href=(ctx.href(super::package::PATH)) { (ctx.say("own-package")) } }
            li { a href=(ctx.href("/oma/tiedot.json")) download { (ctx.say("rights-download")) } }
            li { a href=(ctx.href(super::portable::PATH)) download { (ctx.say("own-portable")) } }
            li { a href=(ctx.href("/oma/tuloste")) { (ctx.say("rights-print")) } }
            li { a href=(ctx.href(super::calendar::PATH)) { (ctx.say("own-calendar")) } }
            li { a href=(ctx.href("/pyynto")) { (ctx.say("rights-make-request")) } }
            @if erasable { li { a href=(ctx.href("/oma/poista")) { (ctx.say("rights-erase-all")) } } }
        }
        @if restricted.is_some() { p { (ctx.say("rights-restrict-text")) } }
        div.actions {
            @if let Some(restricted) = restricted { (restrict::way(ctx, None, restricted, true)) }
            (super::leave(ctx))
        }
        (super::another(ctx))
        (told::complaint(ctx, notice))
    }
}
