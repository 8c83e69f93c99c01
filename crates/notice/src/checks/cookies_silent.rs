//! `cookies-silent`: cookies are told.
//!
//! Why: People must be told what is stored on their device and why.
//!
//! Mend: Add `cookies` with its cookies, or `cookies none`.

use super::{Check, Context, Finding, Law, Level, Sample};

/// The check.
pub const CHECK: Check = Check {
    code: "SEL065",
    slug: "cookies-silent",
    level: Level::Error,
    law: Law::likely(&["Act 917/2014 § 205", "C-673/17"]),
    run: Some(run),
    fails: &[Sample::Whole(r#"notice "a""#)],
    passes: &[Sample::Whole(r#"notice "a" { cookies none }"#)],
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    if !cx.has("cookies") {
        out.push(CHECK.found(cx.notice.span));
    }
}

super::sample_tests!();
