//! `analytics-tool`: the analytics tool that is named is the one that runs.
//!
//! Why: The reader must be told the tool that really collects.
//!
//! Mend: Write `tool="seloste"`.

use super::{Check, Context, Finding, Law, Level, Sample};

/// The check.
pub const CHECK: Check = Check {
    code: "SEL074",
    slug: "analytics-tool",
    level: Level::Error,
    law: Law::likely(&["GDPR Art. 5(1)(a)"]),
    run: Some(run),
    fails: &[Sample::Part {
        without: &["analytics"],
        with: r#"analytics mode="counts" tool="Matomo" dimensions="device country" honour="dnt gpc" keep="13 months""#,
    }],
    passes: &[Sample::Part {
        without: &["analytics"],
        with: r#"analytics mode="counts" tool="seloste" dimensions="device country" honour="dnt gpc" keep="13 months""#,
    }],
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    if let Some(analytics) =
        cx.notice.analytics.as_ref().filter(|analytics| analytics.tool != "seloste")
    {
        out.push(CHECK.found(analytics.span).with("tool", &analytics.tool));
    }
}

super::sample_tests!();
