//! A word after the deed: the page to which a form leads says what was done there.

use maud::{Markup, html};
use seloste_web::Ctx;
use seloste_web::components::{Tone, note};

/// The parameter that names the deed.
const PARAM: &str = "tehty";

/// The page at `path`, telling of `deed`.
pub fn at(path: &str, deed: &str) -> String {
    format!("{path}?{PARAM}={deed}")
}

/// The word, if the address names one of these deeds; each with the text for it.
pub fn told(ctx: &Ctx, deeds: &[(&str, &str)]) -> Markup {
    let named = ctx.param(PARAM);
    let known = deeds.iter().find(|(deed, _)| named.as_deref() == Some(*deed));
    html! { @if let Some((_, text)) = known { (note(Tone::Good, &ctx.say(text), html! {})) } }
}
