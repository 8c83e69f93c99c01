//! The day on which a record really goes, as everybody is told of it, staff and whoever it is about: with
//! what keeps it longer.

use jiff::SignedDuration;
use maud::{Markup, html};
use seloste_kernel::Timestamp;
use seloste_register::{Held, Opened, last_day};
use seloste_web::Ctx;

use crate::cases;

/// A slip that nothing may be told on goes so long after the first last day: the longest clock has run
/// out by then, and a month more.
pub const KEPT: SignedDuration = SignedDuration::from_hours(90 * 24);

/// The day on which a record goes, as its owner holds it: that of a slip, too, on which nothing is told.
pub fn goes(record: &Opened) -> Option<Timestamp> {
    let slip = record.review.filter(|_| record.state.starts_with(cases::UNSHOWN));
    record.due.or_else(|| slip?.checked_add(KEPT).ok())
}

/// The day on which a record goes, where that is known: a ground without a day keeps it until it ends,
/// and a day that has passed is nobody's last day.
pub fn goes_on(record: &Opened, held: &[Held], now: Timestamp) -> Option<Timestamp> {
    let day = last_day(goes(record)?, held);
    day.filter(|day| *day > now || held.is_empty())
}

/// Whether nobody knows the day because a ground keeps it.
pub fn is_held(record: &Opened, held: &[Held], now: Timestamp) -> bool {
    let open = held.iter().any(|hold| hold.fields.is_empty() && hold.until.is_none());
    open || !held.is_empty() && goes(record).is_some() && goes_on(record, held, now).is_none()
}

/// The same in words; `None` for what waits for an event or a look.
pub fn told(ctx: &Ctx, record: &Opened, held: &[Held]) -> Option<Markup> {
    if is_held(record, held, ctx.now) {
        return Some(html! { (ctx.say("rights-goes-held")) });
    }
    let day = goes_on(record, held, ctx.now)?;
    Some(html! {
        (ctx.moment(day))
        @if !held.iter().all(|hold| hold.fields.is_empty()) { br; (ctx.say("rights-goes-rest")) }
    })
}
