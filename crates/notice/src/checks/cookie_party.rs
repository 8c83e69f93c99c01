//! `cookie-party`: another party's cookie belongs to a declared recipient.
//!
//! Why: Who sets a cookie also receives data.
//!
//! Mend: Add the party to `recipients`.

use super::{Check, Context, Finding, Law, Level, Sample};

/// The check.
pub const CHECK: Check = Check {
    code: "SEL070",
    slug: "cookie-party",
    level: Level::Error,
    law: Law::likely(&["GDPR Art. 13(1)(e)", "C-673/17"]),
    run: Some(run),
    fails: &[Sample::Part {
        without: &["cookies"],
        with: r#"cookies {
        necessary "__Host-session" keep="12 hours" { fi "Kirjautuminen" }
        necessary "__Host-map" party="Karttapalvelu Oy" keep="1 day" { fi "Kartta" }
    }"#,
    }],
    passes: &[Sample::Part {
        without: &["cookies"],
        with: r#"cookies {
        necessary "__Host-session" keep="12 hours" { fi "Kirjautuminen" }
    }"#,
    }],
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    for cookie in &cx.notice.cookies {
        let Some(party) = &cookie.party else { continue };
        if !cx.notice.recipients.iter().any(|recipient| &recipient.name == party) {
            out.push(CHECK.found(cookie.span).with("name", &cookie.name).with("party", party));
        }
    }
}

super::sample_tests!();
