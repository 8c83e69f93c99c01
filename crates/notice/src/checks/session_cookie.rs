//! `session-cookie`: the session cookie is declared.
//!
//! Why: Staff cannot sign in without it, so it is in use.
//!
//! Mend: Add `necessary "__Host-session"`.

use super::{Check, Context, Finding, Law, Level, Sample};
use crate::model::SESSION_COOKIE;

/// The check.
pub const CHECK: Check = Check {
    code: "SEL066",
    slug: "session-cookie",
    level: Level::Error,
    law: Law::likely(&["GDPR Art. 5(1)(a)", "GDPR Art. 13(1)(c)"]),
    run: Some(run),
    fails: &[Sample::Part {
        without: &["cookies"],
        with: r#"cookies {
        necessary "__Host-lang" keep="1 year" { fi "Kieli" }
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
    let staff = cx.notice.services.iter().any(|service| service.name == "staff");
    if staff
        && !cx.notice.cookies.iter().any(|cookie| cookie.name == SESSION_COOKIE && cookie.necessary)
    {
        out.push(CHECK.found(cx.place("cookies")));
    }
}

#[test]
fn an_optional_session_cookie_is_not_enough() {
    let text = super::samples::BASE.replace("necessary \"__Host", "optional \"__Host");
    let findings = super::check(&crate::read(&text, ""));
    assert!(findings.iter().any(|finding| finding.code == CHECK.code));
}

super::sample_tests!();
