//! `register-unnamed`: the register has a name.
//!
//! Why: The reader must know which service the notice is about.
//!
//! Mend: Add a `register` block.

use super::{Check, Context, Finding, Law, Level, Sample};

/// The check.
pub const CHECK: Check = Check {
    code: "SEL026",
    slug: "register-unnamed",
    level: Level::Error,
    law: Law::language(),
    run: Some(run),
    fails: &[Sample::Part { without: &["register"], with: "" }],
    passes: &[Sample::Part { without: &[], with: "" }],
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    if !cx.has("register") {
        out.push(CHECK.found(cx.notice.span));
    }
}

super::sample_tests!();
