//! `transfers-silent`: transfers outside the EEA are told.
//!
//! Why: People must know whether their data leave the area.
//!
//! Mend: Add `transfers none`, or the transfers.

use super::{Check, Context, Finding, Law, Level, Sample};
use crate::model::Transfers;

/// The check.
pub const CHECK: Check = Check {
    code: "SEL077",
    slug: "transfers-silent",
    level: Level::Error,
    law: Law::likely(&["GDPR Art. 13(1)(f)"]),
    run: Some(run),
    fails: &[Sample::Part { without: &["transfers"], with: "" }],
    passes: &[Sample::Part { without: &[], with: "" }],
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    if cx.notice.transfers == Transfers::Silent {
        out.push(CHECK.found(cx.place("transfers")));
    }
}

super::sample_tests!();
