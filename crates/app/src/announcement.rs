//! The word on the public pages and on `/oma` that something significant has changed (Art. 13(3),
//! 14(4); WP260 rev.01, 29–31).

use std::sync::{PoisonError, RwLock};

use jiff::ToSpan;
use maud::{Markup, html};
use seloste_kernel::{Fault, Timestamp};
use seloste_notice::diff::{Change, Weight, diff};
use seloste_web::Ctx;

use crate::app::App;
use crate::public::Version;

/// How long a change is announced, in days from its publishing.
pub const DAYS: i32 = 30;

/// What is announced at present.
#[derive(Debug, Default)]
pub struct Announcements(RwLock<Vec<Announced>>);

/// A version that people are told of.
#[derive(Debug, Clone)]
struct Announced {
    version: u32,
    until: Timestamp,
    first: Change,
    count: usize,
}

impl Announcements {
    /// Looks again at what was published lately.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn refresh(&self, app: &App) -> Result<(), Fault> {
        let versions = Version::all(app).await?;
        let of = |pair: &[Version]| {
            let [old, new] = pair else { return None };
            let changes = diff(&old.register.notice, &new.register.notice);
            let mut heavy = changes.into_iter().filter(|of| of.weight == Weight::Significant);
            let first = heavy.next()?;
            let until = new.meta.published + (24 * i64::from(DAYS)).hours();
            Some(Announced { version: new.meta.version, until, first, count: 1 + heavy.count() })
        };
        let now = app.engine.now();
        let late = versions.windows(2).filter_map(of).filter(|of| of.until > now).collect();
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = late;
        Ok(())
    }
}

/// The word on every page but those of staff, newest change first; it says what changed and where
/// all of it is told.
pub fn banner(app: &App, ctx: &Ctx) -> Option<Markup> {
    if ctx.path.starts_with("/hallinta") {
        return None;
    }
    let all = app.announcements.0.read().unwrap_or_else(PoisonError::into_inner);
    let newest = all.iter().rev().find(|of| of.until > ctx.now)?;
    let path = format!("{}#v{}", ctx.href("/tietosuoja/muutokset"), newest.version);
    let more = [("count", (newest.count - 1).into())];
    Some(html! {
        p {
            (ctx.say("announced")) " " (newest.first.say(ctx.lang)) " "
            a href=(path) { (ctx.say_with("announced-more", &more)) }
        }
    })
}
