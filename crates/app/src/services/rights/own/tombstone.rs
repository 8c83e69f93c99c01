//! What a receipt tells when everything behind it is gone: when, why, and the proof.

use maud::html;
use seloste_kernel::Timestamp;
use seloste_register::{Tombstone, Why};
use seloste_web::components::{Tone, definitions, note};
use seloste_web::{Answer, Ctx, Page};

use super::on_ground;
use crate::app::App;
use crate::erasing::told_counts;
use crate::public::proof_link;
use crate::sentences::text;

/// The page.
pub fn page(ctx: &Ctx, app: &App, tombstone: &Tombstone) -> Answer {
    let register = app.register()?;
    let notice = &register.notice;
    let at = Timestamp::from_millisecond(tombstone.at_ms).unwrap_or_default();
    let mut pairs = vec![
        (ctx.say("rights-erased-when"), html! { time datetime=(at) { (ctx.moment(at)) } }),
        (ctx.say("rights-erased-why"), html! { (why(ctx, tombstone.why)) }),
    ];
    if let Some(entry) = tombstone.entry {
        pairs.push((ctx.say("rights-erased-proof"), proof_link(ctx, entry)));
    }
    for kept in &tombstone.kept {
        let told = on_ground(ctx, notice, &kept.kind, &kept.ground, kept.until_ms);
        let title = notice.kind(&kept.kind).map(|kind| text(&kind.title, ctx.lang));
        let title = title.unwrap_or_else(|| kept.kind.clone());
        pairs.push((ctx.say("erasure-still-kept"), html! { (title) " – " (told) }));
    }
    if tombstone.person.is_some() && tombstone.kept.is_empty() {
        pairs.push((ctx.say("erasure-still-kept"), html! { (ctx.say("erasure-kept-no-more")) }));
    }
    let told = ctx.say_with("rights-erased-on", &[("date", ctx.date(at).into())]);
    let body = html! {
        (note(Tone::Good, &told, html! { p { (ctx.say("rights-erased-text")) } }))
        (definitions(&pairs))
        (told_counts(ctx, notice, tombstone.counted.iter().map(String::as_str)))
        p.quiet { (ctx.say("rights-erased-proof-text")) }
    };
    Ok(Page::new(ctx.say("rights-erased-title"), body).render(ctx))
}

/// Why something went.
pub fn why(ctx: &Ctx, why: Why) -> String {
    ctx.say(match why {
        Why::Due => "rights-why-due",
        Why::Request => "rights-why-request",
        Why::Withdrawal => "rights-why-withdrawal",
        Why::Decision => "rights-why-decision",
        Why::Restore => "rights-why-restore",
    })
}
