//! `analytics-consent`: analytics that link visits use a declared cookie.
//!
//! Why: Visits cannot be linked without a cookie, and that needs consent.
//!
//! Mend: Add an `optional` cookie and consent, or use `mode="counts"`.

use super::{Check, Context, Finding, Law, Level, Sample};

/// The check.
pub const CHECK: Check = Check {
    code: "SEL073",
    slug: "analytics-consent",
    level: Level::Error,
    law: Law::likely(&["Act 917/2014 § 205", "C-673/17"]),
    run: Some(run),
    fails: &[Sample::Part {
        without: &["analytics"],
        with: r#"analytics mode="visits" tool="seloste" dimensions="device country" honour="dnt gpc" keep="13 months""#,
    }],
    passes: &[Sample::Part {
        without: &["analytics"],
        with: r#"analytics mode="counts" tool="seloste" dimensions="device country" honour="dnt gpc" keep="13 months""#,
    }],
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    let Some(analytics) = &cx.notice.analytics else { return };
    if analytics.mode == "visits" && cx.notice.cookies.iter().all(|cookie| cookie.necessary) {
        out.push(CHECK.found(analytics.span));
    }
}

super::sample_tests!();
