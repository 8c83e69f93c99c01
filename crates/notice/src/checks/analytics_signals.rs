//! `analytics-signals`: analytics honour the browser's signals.
//!
//! Why: Do Not Track has left several browsers; Global Privacy Control is its successor.
//!
//! Mend: Write `honour="dnt gpc"`.

use super::{Check, Context, Finding, Law, Level, Sample};
use crate::grammar::SIGNALS;

/// The check.
pub const CHECK: Check = Check {
    code: "SEL075",
    slug: "analytics-signals",
    level: Level::Warning,
    law: Law::unsure(&["GDPR Art. 21(5)"]),
    run: Some(run),
    fails: &[Sample::Part {
        without: &["analytics"],
        with: r#"analytics mode="counts" tool="seloste" dimensions="device country" honour="dnt" keep="13 months""#,
    }],
    passes: &[Sample::Part {
        without: &["analytics"],
        with: r#"analytics mode="counts" tool="seloste" dimensions="device country" honour="dnt gpc" keep="13 months""#,
    }],
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    let Some(analytics) = &cx.notice.analytics else { return };
    for signal in SIGNALS {
        if !analytics.honour.iter().any(|honoured| honoured.value == *signal) {
            out.push(CHECK.found(analytics.span).with("signal", *signal));
        }
    }
}

super::sample_tests!();
