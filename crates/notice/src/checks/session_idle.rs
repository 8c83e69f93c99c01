//! `session-idle`: the time that a session may lie unused fits the session.
//!
//! Why: Somebody else may sit down at a machine that was left; and a time that nothing obeys must not
//! be promised.
//!
//! Mend: Give `__Host-session` an `idle` shorter than its `keep`, and no other cookie one.

use super::{Check, Context, Finding, Law, Level, Sample};
use crate::model::SESSION_COOKIE;

/// The check.
pub const CHECK: Check = Check {
    code: "SEL096",
    slug: "session-idle",
    level: Level::Error,
    law: Law::likely(&["GDPR Art. 5(1)(f)", "GDPR Art. 32(1)"]),
    run: Some(run),
    fails: &[
        Sample::Part {
            without: &["cookies"],
            with: r#"cookies {
        necessary "__Host-session" keep="1 hour" idle="2 hours" { fi "Kirjautuminen" }
    }"#,
        },
        Sample::Part {
            without: &["cookies"],
            with: r#"cookies {
        necessary "__Host-session" keep="12 hours" { fi "Kirjautuminen" }
        necessary "__Host-lang" keep="1 year" idle="1 hour" { fi "Kieli" }
    }"#,
        },
    ],
    passes: &[Sample::Part {
        without: &["cookies"],
        with: r#"cookies {
        necessary "__Host-session" keep="12 hours" idle="15 minutes" { fi "Kirjautuminen" }
    }"#,
    }],
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    let times = cx.notice.session_times();
    for cookie in &cx.notice.cookies {
        let Some(idle) = cookie.idle else { continue };
        let fits =
            cookie.name == SESSION_COOKIE && !idle.is_zero() && !idle.may_exceed(&times.life);
        if !fits {
            let found = CHECK.found(cookie.span).with("name", &cookie.name);
            out.push(found.with("period", idle.to_string()));
        }
    }
}

super::sample_tests!();
