//! What goes when, and why: the day, what it is counted from, and what keeps something longer.

use maud::{Markup, html};
use seloste_kernel::{Fault, Timestamp, ZONE};
use seloste_notice::floors;
use seloste_notice::model::{Collect, Keep, Notice};
use seloste_register::Held;
use seloste_web::Ctx;
use seloste_web::components::definitions;

use super::item::Item;
use super::known::At;
use crate::app::App;
use crate::sentences::{sentence, text};
use crate::{erasing, holding, last_day};

/// The kind that decides when a record of this one goes: what hangs on another ends with it.
pub(super) fn whole(app: &App, at: &At) -> At {
    let mut at = at.clone();
    // A circle of parts ends instead of hanging.
    for _ in 0..8 {
        let Some(whole) = at.kind.part_of.as_ref().filter(|_| !at.kind.shared) else { break };
        let Ok(next) = At::of_kind(app, &whole.value) else { break };
        at = next;
    }
    at
}

/// The day a record goes, with what keeps it; or what it waits for.
fn goes(ctx: &Ctx, app: &App, item: &Item, held: &[Held]) -> Markup {
    let opened = &item.opened;
    if let Some(told) = last_day::told(ctx, opened, held) {
        return told;
    }
    let says = match (opened.review, &whole(app, &item.at).kind.keep) {
        (Some(review), _) => erasing::reviewed(ctx, &item.at.register.notice, &opened.kind, review),
        (None, Some(Keep::For { from, .. })) => ctx.say(&format!("records-waits-{from}")),
        (None, _) => ctx.say("rights-goes-event"),
    };
    html! { (says) }
}

/// The section of a record's page.
pub(super) async fn section(ctx: &Ctx, app: &App, item: &Item) -> Result<Markup, Fault> {
    let (notice, opened) = (&item.at.register.notice, &item.opened);
    let on = app.engine.holds_on(&item.access, opened.person, &[opened.id]).await?;
    let held = on.get(&opened.id).map_or(&[][..], Vec::as_slice);
    let whole = whole(app, &item.at);
    let mut pairs = vec![
        (ctx.say("records-created"), html! { (ctx.moment(opened.created)) }),
        (ctx.say("rights-goes"), goes(ctx, app, item, held)),
    ];
    if let Some(asked) = opened.asked {
        pairs.push((ctx.say("records-asked"), html! { (ctx.moment(asked)) }));
    }
    if let Some(keep) = sentence(&item.at.register, &format!("keep.{}", whole.kind.kind), ctx.lang)
    {
        pairs.push((ctx.say("records-why"), html! { (keep) }));
    }
    pairs.extend(holding::told(ctx, notice, &opened.kind, held));
    for consent in &opened.consents {
        let purpose = crate::looks::purpose(ctx, notice, &consent.purpose);
        pairs.push((ctx.say("rights-consent"), html! { (purpose) }));
    }
    Ok(html! { h2 { (ctx.say("records-times")) } (definitions(&pairs)) })
}

/// The day of a calendar date, as its beginning here.
pub fn midnight(day: &str) -> Option<Timestamp> {
    let day = day.parse::<jiff::civil::Date>().ok()?;
    Some(day.in_tz(ZONE).ok()?.timestamp())
}

/// What an event on this day means: when a record goes, and until when the law keeps which fields.
pub(super) fn meaning(
    ctx: &Ctx,
    notice: &Notice,
    kind: &Collect,
    (event, at): (&str, Timestamp),
) -> Vec<(String, Markup)> {
    let mut pairs = Vec::new();
    if let Some(Keep::For { period, from }) = &kind.keep
        && from == event
    {
        pairs.push((ctx.say("rights-goes"), html! { (ctx.moment(period.after(at))) }));
    }
    for rule in kind.floors.iter().filter(|rule| rule.from == event) {
        let Some(law) = floors::by_code(&rule.ground) else { continue };
        let names: Vec<String> = rule.fields.iter().map(|named| named.value.clone()).collect();
        let kept = holding::fields(ctx, notice, &kind.kind, &names);
        let until = holding::until(ctx, Some(law.free_at(notice.year_end(), at)));
        let told = html! { (law.citation(ctx.lang)) br; (kept) br; (until) };
        pairs.push((ctx.say("records-held"), told));
    }
    pairs
}

/// The label of a kind beside its number is enough to know what is meant.
pub(super) fn kind_name(ctx: &Ctx, notice: &Notice, kind: &str) -> String {
    notice.kind(kind).map_or_else(|| kind.to_owned(), |kind| text(&kind.title, ctx.lang))
}
