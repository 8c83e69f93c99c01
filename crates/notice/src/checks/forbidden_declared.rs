//! `forbidden-declared`: a forbidden purpose is not declared.
//!
//! Why: A notice cannot allow and forbid the same thing.
//!
//! Mend: Remove one of the two.

use super::{Check, Context, Finding, Law, Level, Sample};

/// The check.
pub const CHECK: Check = Check {
    code: "SEL038",
    slug: "forbidden-declared",
    level: Level::Error,
    law: Law::likely(&["GDPR Art. 5(1)(a)", "GDPR Art. 5(1)(b)"]),
    run: Some(run),
    fails: &[Sample::Part {
        without: &[],
        with: r#"forbid "develop" { fi "Tietoja ei käytetä kehittämiseen." }"#,
    }],
    passes: &[Sample::Part {
        without: &[],
        with: r#"forbid "direct-marketing" { fi "Tietoja ei käytetä markkinointiin." }"#,
    }],
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    for forbidden in &cx.notice.forbidden {
        if let Some(purpose) = cx.notice.purpose(&forbidden.name) {
            out.push(
                CHECK
                    .found(purpose.span)
                    .with("name", &purpose.name)
                    .note(forbidden.span, "forbidden-here"),
            );
        }
    }
}

super::sample_tests!();
