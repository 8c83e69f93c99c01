//! `keep-below-sweep`: a period is longer than the time between sweeps.
//!
//! Why: A promise shorter than the time between sweeps cannot be kept.
//!
//! Mend: Lengthen the period, or shorten `operations sweep`.

use super::{Check, Context, Finding, Law, Level, Sample};

/// The check.
pub const CHECK: Check = Check {
    code: "SEL056",
    slug: "keep-below-sweep",
    level: Level::Error,
    law: Law::likely(&["GDPR Art. 5(1)(e)", "GDPR Art. 13(2)(a)"]),
    run: Some(run),
    fails: &[Sample::Part {
        without: &["operations"],
        with: r#"operations sweep="2 months" backups="14 days" logs="14 days" ledger="3 years""#,
    }],
    passes: &[Sample::Part {
        without: &["operations"],
        with: r#"operations sweep="1 day" backups="14 days" logs="14 days" ledger="3 years""#,
    }],
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    let sweep = &cx.notice.operations.sweep;
    for (kind, period) in
        cx.periods().filter(|(_, period)| !period.is_zero() && sweep.may_exceed(period))
    {
        out.push(
            CHECK
                .found(kind.span)
                .with("name", &kind.kind)
                .with("period", period.to_string())
                .with("sweep", sweep.to_string())
                .note(cx.notice.operations.span, "sweep-here"),
        );
    }
}

super::sample_tests!();
