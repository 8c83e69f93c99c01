//! Dates as people read them, in the zone in which periods are counted.

use jiff::Timestamp;
use seloste_kernel::{Lang, ZONE};

use crate::text::Texts;

/// The day, for example `21.11.2026`.
pub fn date(texts: &Texts, lang: Lang, at: Timestamp) -> String {
    shown(texts, lang, "pattern-date", at)
}

/// The day and the time, for example `21.11.2026 klo 14.05`.
pub fn moment(texts: &Texts, lang: Lang, at: Timestamp) -> String {
    shown(texts, lang, "pattern-moment", at)
}

fn shown(texts: &Texts, lang: Lang, pattern: &str, at: Timestamp) -> String {
    match at.in_tz(ZONE) {
        Ok(local) => local.strftime(&texts.say(lang, pattern, &[])).to_string(),
        // Only if the built-in zone table lacked Helsinki; an exact instant is still true.
        Err(_) => at.to_string(),
    }
}
