//! `purpose-unknown`: a purpose that is referred to exists.
//!
//! Why: An unknown purpose allows nothing.
//!
//! Mend: Add the purpose, or mend the name.

use super::{Check, Context, Finding, Law, Level, Sample};
use crate::finding::{NOTHING_NEAR, did_you_mean};

/// The check.
pub const CHECK: Check = Check {
    code: "SEL040",
    slug: "purpose-unknown",
    level: Level::Error,
    law: Law::likely(&["GDPR Art. 5(1)(b)"]),
    run: Some(run),
    fails: &[Sample::Part {
        without: &["role handler"],
        with: r#"role "handler" purposes="develop develp" may="read answer" { fi "Käsittelijä" }"#,
    }],
    passes: &[Sample::Part {
        without: &["role handler"],
        with: r#"role "handler" purposes="develop" may="read answer" { fi "Käsittelijä" }"#,
    }],
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    let known: Vec<&str> = cx.notice.purposes.iter().map(|purpose| purpose.name.as_str()).collect();
    let of_fields = cx.fields().flat_map(|(_, field)| &field.purposes);
    let of_roles = cx.notice.roles.iter().flat_map(|role| &role.purposes);
    let of_recipients = cx.notice.recipients.iter().flat_map(|recipient| &recipient.purposes);
    for named in of_fields.chain(of_roles).chain(of_recipients) {
        if !known.contains(&named.value.as_str()) {
            let near = did_you_mean(&named.value, known.iter().copied()).unwrap_or(NOTHING_NEAR);
            out.push(CHECK.found(named.span).with("name", &named.value).with("near", near));
        }
    }
}

super::sample_tests!();
