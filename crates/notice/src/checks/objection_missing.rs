//! `objection-missing`: the right to object is told.
//!
//! Why: People have it when the basis is a public task or legitimate interests, and for direct marketing
//! and research on any basis.
//!
//! Mend: Add `objection` to `rights`.

use super::{Check, Context, Finding, Law, Level, Sample};
use crate::model::Basis;

/// The check.
pub const CHECK: Check = Check {
    code: "SEL089",
    slug: "objection-missing",
    level: Level::Error,
    law: Law::sure(&["GDPR Art. 21(1)", "GDPR Art. 21(4)", "GDPR Art. 13(2)(b)"]),
    run: Some(run),
    fails: &[Sample::Part {
        without: &["rights"],
        with: "rights { access; rectification; erasure; restriction; complaint }",
    }],
    passes: &[Sample::Part {
        without: &["rights"],
        with: "rights { access; rectification; erasure; restriction; objection; complaint }",
    }],
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    let open =
        cx.with_basis(Basis::PublicTask).chain(cx.with_basis(Basis::LegitimateInterests)).count()
            > 0
            || !cx.notice.uses().is_empty();
    if open && !cx.has_right("objection") {
        out.push(CHECK.found(cx.place("rights")));
    }
}

super::sample_tests!();
