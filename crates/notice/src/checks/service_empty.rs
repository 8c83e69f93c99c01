//! `service-empty`: a service tells what it collects.
//!
//! Why: A service that collects nothing needs no notice; others tell.
//!
//! Mend: Add `collect` and its fields.

use super::{Check, Context, Finding, Law, Level, Sample};

/// The check.
pub const CHECK: Check = Check {
    code: "SEL052",
    slug: "service-empty",
    level: Level::Error,
    law: Law::likely(&["GDPR Art. 13(1)(c)", "GDPR Art. 14(1)(d)"]),
    run: Some(run),
    fails: &[Sample::Part { without: &[], with: r#"service "events""# }],
    passes: &[Sample::Part { without: &[], with: "" }],
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    for service in &cx.notice.services {
        if service.collects.is_empty() || service.collects.iter().any(|kind| kind.fields.is_empty())
        {
            out.push(CHECK.found(service.span).with("name", &service.name));
        }
    }
}

super::sample_tests!();
