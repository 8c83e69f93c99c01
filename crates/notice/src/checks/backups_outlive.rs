//! `backups-outlive`: backups do not outlive the data.
//!
//! Why: A sealed copy stays on disk though its key is gone. The reader must be told the true time.
//!
//! Mend: Shorten `operations backups` to the retention period at most.

use super::{Check, Context, Finding, Law, Level, Sample};

/// The check.
pub const CHECK: Check = Check {
    code: "SEL057",
    slug: "backups-outlive",
    level: Level::Warning,
    law: Law::likely(&["GDPR Art. 5(1)(e)", "GDPR Art. 13(2)(a)"]),
    run: Some(run),
    fails: &[Sample::Part {
        without: &["operations"],
        with: r#"operations sweep="1 hour" backups="2 months" logs="14 days" ledger="3 years""#,
    }],
    passes: &[Sample::Part {
        without: &["operations"],
        with: r#"operations sweep="1 hour" backups="28 days" logs="14 days" ledger="3 years""#,
    }],
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    let backups = &cx.notice.operations.backups;
    for (kind, period) in
        cx.periods().filter(|(_, period)| backups.may_exceed(period) && !period.is_zero())
    {
        out.push(
            CHECK
                .found(kind.span)
                .with("name", &kind.kind)
                .with("period", period.to_string())
                .with("backups", backups.to_string())
                .note(cx.notice.operations.span, "backups-here"),
        );
    }
}

super::sample_tests!();
