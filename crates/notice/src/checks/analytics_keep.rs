//! `analytics-keep`: analytics have a retention period.
//!
//! Why: The raw data of statistics must end too.
//!
//! Mend: Add `keep`.

use super::{Check, Context, Finding, Law, Level, Sample};

/// The check.
pub const CHECK: Check = Check {
    code: "SEL072",
    slug: "analytics-keep",
    level: Level::Error,
    law: Law::likely(&["GDPR Art. 13(2)(a)", "GDPR Art. 5(1)(e)"]),
    run: Some(run),
    fails: &[Sample::Part {
        without: &["analytics"],
        with: r#"analytics mode="counts" tool="seloste" dimensions="device" honour="dnt gpc""#,
    }],
    passes: &[Sample::Part {
        without: &["analytics"],
        with: r#"analytics mode="counts" tool="seloste" dimensions="device country" honour="dnt gpc" keep="13 months""#,
    }],
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    if let Some(analytics) =
        cx.notice.analytics.as_ref().filter(|analytics| analytics.keep.is_none())
    {
        out.push(CHECK.found(analytics.span));
    }
}

super::sample_tests!();
