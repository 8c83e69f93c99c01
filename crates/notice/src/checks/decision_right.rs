//! `decision-right`: an automated decision can be brought to a human.
//!
//! Why: People have the right to have a human look at the matter.
//!
//! Mend: Add `no-automated-decision` to `rights`.

use super::{Check, Context, Finding, Law, Level, Sample};

/// The check.
pub const CHECK: Check = Check {
    code: "SEL093",
    slug: "decision-right",
    level: Level::Error,
    law: Law::sure(&["GDPR Art. 22(3)", "GDPR Art. 13(2)(f)"]),
    run: Some(run),
    fails: &[Sample::Part {
        without: &["automated-decisions"],
        with: r#"automated-decisions { decision "queue" { fi "Jonotusjärjestys" } }"#,
    }],
    passes: &[Sample::Part {
        without: &["automated-decisions", "rights"],
        with: r#"automated-decisions { decision "queue" { fi "Jonotusjärjestys" } }
    rights { access; rectification; erasure; restriction; objection; complaint; no-automated-decision }"#,
    }],
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    let decides =
        cx.notice.automated_decisions.as_ref().is_some_and(|decisions| !decisions.is_empty());
    if decides && !cx.has_right("no-automated-decision") {
        out.push(CHECK.found(cx.place("automated-decisions")));
    }
}

super::sample_tests!();
