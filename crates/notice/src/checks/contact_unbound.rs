//! `contact-unbound`: the contact person is bound to a staff account.
//!
//! Why: When the account closes, the notice notices that the contact person is gone.
//!
//! Mend: Add `contact user="account"`.

use super::{Check, Context, Finding, Law, Level, Sample};

/// The check.
pub const CHECK: Check = Check {
    code: "SEL025",
    slug: "contact-unbound",
    level: Level::Warning,
    law: Law::unsure(&["GDPR Art. 12(2)", "GDPR Art. 24(1)"]),
    run: Some(run),
    fails: &[Sample::Part {
        without: &["contact"],
        with: r#"contact { email "palaute@example.fi" }"#,
    }],
    passes: &[Sample::Part {
        without: &["contact"],
        with: r#"contact user="hoitaja" { email "palaute@example.fi" }"#,
    }],
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    if cx.notice.contact.as_ref().is_none_or(|contact| contact.user.is_none()) {
        out.push(CHECK.found(cx.place("contact")));
    }
}

super::sample_tests!();
