//! `cooling-off-long`: the time for changing one's mind fits into the time promised for the erasure.
//!
//! Why: Who waits longer than the promised time breaks the promise.
//!
//! Mend: Shorten `cooling-off`, or promise more time, at most one month.

use super::{Check, Context, Finding, Law, Level, Sample};
use crate::model::{Period, Source};

/// The check.
pub const CHECK: Check = Check {
    code: "SEL110",
    slug: "cooling-off-long",
    level: Level::Error,
    law: Law::likely(&["GDPR Art. 12(3)", "GDPR Art. 17(1)"]),
    run: Some(run),
    fails: &[Sample::Part {
        without: &["rights"],
        with: r#"rights { access; rectification; erasure within="1 month" cooling-off="7 days"; restriction; objection; complaint }"#,
    }],
    passes: &[Sample::Part {
        without: &["rights"],
        with: r#"rights { access; rectification; erasure within="1 month" cooling-off="3 days"; restriction; objection; complaint }"#,
    }],
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    for right in &cx.notice.rights {
        let Some(cooling) = right.cooling_off else { continue };
        let promised = right.within.unwrap_or(Period::of_months(1));
        // What each kind promises holds for those who erase everything, too.
        let kinds = cx.notice.kinds().filter(|(_, kind)| kind.source == Some(Source::Person));
        let promised = kinds.filter_map(|(_, kind)| kind.erase_within).chain([promised]);
        for promised in promised.filter(|promised| cooling.may_exceed(promised)).take(1) {
            let found = CHECK.found(right.span).with("period", cooling.to_string());
            out.push(found.with("promised", promised.to_string()));
        }
    }
}

super::sample_tests!();
