//! `cookie-long`: a cookie does not live longer than needed.
//!
//! Why: A long-lived cookie is hard to justify.
//!
//! Mend: Shorten its time.

use super::{Check, Context, Finding, Law, Level, Sample};
use crate::model::Period;

/// The check.
pub const CHECK: Check = Check {
    code: "SEL069",
    slug: "cookie-long",
    level: Level::Warning,
    law: Law::unsure(&["Act 917/2014 § 205", "C-673/17"]),
    run: Some(run),
    fails: &[Sample::Part {
        without: &["cookies"],
        with: r#"cookies {
        necessary "__Host-session" keep="12 hours" { fi "Kirjautuminen" }
        necessary "__Host-lang" keep="10 years" { fi "Kieli" }
    }"#,
    }],
    passes: &[Sample::Part {
        without: &["cookies"],
        with: r#"cookies {
        necessary "__Host-session" keep="12 hours" { fi "Kirjautuminen" }
        necessary "__Host-lang" keep="13 months" { fi "Kieli" }
    }"#,
    }],
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    for cookie in &cx.notice.cookies {
        if let Some(keep) = cookie.keep.filter(|keep| keep.may_exceed(&Period::of_months(13))) {
            out.push(
                CHECK
                    .found(cookie.span)
                    .with("name", &cookie.name)
                    .with("period", keep.to_string()),
            );
        }
    }
}

super::sample_tests!();
