//! `cookie-name`: a cookie's name is one that browsers take.
//!
//! Why: Browsers refuse it, so it cannot be the cookie that is set.
//!
//! Mend: Use letters, digits, hyphen and underscore.

use super::{Check, Context, Finding, Law, Level, Sample};

/// The check.
pub const CHECK: Check = Check {
    code: "SEL067",
    slug: "cookie-name",
    level: Level::Error,
    law: Law::language(),
    run: Some(run),
    fails: &[Sample::Part {
        without: &["cookies"],
        with: r#"cookies {
        necessary "__Host-session" keep="12 hours" { fi "Kirjautuminen" }
        necessary "oma eväste" keep="1 year" { fi "Kieli" }
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
    let fits = |name: &str| {
        !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c))
    };
    for cookie in cx.notice.cookies.iter().filter(|cookie| !fits(&cookie.name)) {
        out.push(CHECK.found(cookie.span).with("name", &cookie.name));
    }
}

super::sample_tests!();
