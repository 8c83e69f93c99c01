//! `kind-unreadable`: some role may read every kind.
//!
//! Why: Data that nobody may read are not needed and cannot be answered for.
//!
//! Mend: Give some role `read` and a purpose of the kind.

use super::can;
use super::{Check, Context, Finding, Law, Level, Sample};
use crate::model::Named;

/// The check.
pub const CHECK: Check = Check {
    code: "SEL063",
    slug: "kind-unreadable",
    level: Level::Error,
    law: Law::likely(&["GDPR Art. 5(1)(c)", "GDPR Art. 12(2)"]),
    run: Some(run),
    fails: &[Sample::Part { without: &["role handler"], with: "" }],
    passes: &[Sample::Part { without: &[], with: "" }],
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    for (_, kind) in cx.notice.kinds().filter(|(_, kind)| !kind.fields.is_empty()) {
        let readable = cx.notice.roles.iter().filter(|role| can(role, "read")).any(|role| {
            let names =
                |named: &Named| role.purposes.iter().any(|purpose| purpose.value == named.value);
            kind.fields.iter().any(|field| field.purposes.iter().any(names))
        });
        if !readable {
            out.push(CHECK.found(kind.span).with("name", &kind.kind));
        }
    }
}

super::sample_tests!();
