//! `purpose-unused`: every purpose is used.
//!
//! Why: A purpose that nothing serves only confuses.
//!
//! Mend: Remove the purpose, or name it in fields.

use super::{Check, Context, Finding, Law, Level, Sample};

/// The check.
pub const CHECK: Check = Check {
    code: "SEL039",
    slug: "purpose-unused",
    level: Level::Warning,
    law: Law::likely(&["GDPR Art. 5(1)(b)", "GDPR Art. 5(1)(c)"]),
    run: Some(run),
    fails: &[Sample::Part {
        without: &[],
        with: r#"purpose "archive" basis="legal-obligation" law="Arkistolaki" { fi "Arkistointi" }"#,
    }],
    passes: &[Sample::Part { without: &[], with: "" }],
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    for purpose in &cx.notice.purposes {
        let used =
            cx.fields().any(|(_, field)| field.purposes.iter().any(|of| of.value == purpose.name));
        if !used {
            out.push(CHECK.found(purpose.span).with("name", &purpose.name));
        }
    }
}

super::sample_tests!();
