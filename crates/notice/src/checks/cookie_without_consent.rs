//! `cookie-without-consent`: consent is asked for cookies that are not necessary.
//!
//! Why: Only cookies that the service needs may be set without consent.
//!
//! Mend: Add a purpose on consent, or remove the cookie.

use super::{Check, Context, Finding, Law, Level, Sample};
use crate::model::Basis;

/// The check.
pub const CHECK: Check = Check {
    code: "SEL068",
    slug: "cookie-without-consent",
    level: Level::Error,
    law: Law::likely(&["Act 917/2014 § 205", "C-673/17"]),
    run: Some(run),
    fails: &[Sample::Part {
        without: &["cookies"],
        with: r#"cookies {
        necessary "__Host-session" keep="12 hours" { fi "Kirjautuminen" }
        optional "__Host-visit" keep="1 month" { fi "Käyntien laskenta" }
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
    if cx.with_basis(Basis::Consent).count() > 0 {
        return;
    }
    for cookie in cx.notice.cookies.iter().filter(|cookie| !cookie.necessary) {
        out.push(CHECK.found(cookie.span).with("name", &cookie.name));
    }
}

super::sample_tests!();
