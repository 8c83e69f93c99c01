//! `erase-contradiction`: the time promised with the right to erasure holds for what people gave.
//!
//! Why: A notice that tells two times for the same erasure breaks one of its own promises.
//!
//! Mend: Make both times the same, or the promised time the longer one.

use super::{Check, Context, Finding, Law, Level, Sample};
use crate::model::{Notice, Source};

/// The check.
pub const CHECK: Check = Check {
    code: "SEL100",
    slug: "erase-contradiction",
    level: Level::Error,
    law: Law::likely(&["GDPR Art. 5(1)(a)", "GDPR Art. 17(1)", "GDPR Art. 12(3)"]),
    run: Some(run),
    fails: &[Sample::Part {
        without: &["rights"],
        with: r#"rights { access; rectification; erasure within="1 day"; restriction; objection; complaint }"#,
    }],
    passes: &[Sample::Part {
        without: &["rights"],
        with: r#"rights { access; rectification; erasure within="1 month"; restriction; objection; complaint }"#,
    }],
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    let Some((right, promised)) = cx
        .notice
        .rights
        .iter()
        .filter(|right| right.name == "erasure")
        .find_map(|right| Some((right, right.within?)))
    else {
        return;
    };
    for (_, kind) in cx.notice.kinds() {
        let Some(within) = kind.erase_within.filter(|within| within.may_exceed(&promised)) else {
            continue;
        };
        if of_person(cx.notice, kind.source, kind.part_of.as_ref().map(|of| of.value.as_str())) {
            out.push(
                CHECK
                    .found(kind.span)
                    .with("name", &kind.kind)
                    .with("period", within.to_string())
                    .with("promised", promised.to_string())
                    .note(right.span, "right-here"),
            );
        }
    }
}

/// The right is offered to those whose data come from themselves; staff accounts and the like have
/// times of their own.
fn of_person(notice: &Notice, source: Option<Source>, part_of: Option<&str>) -> bool {
    let from_person = |source| source == Some(Source::Person);
    from_person(source)
        || part_of.and_then(|of| notice.kind(of)).is_some_and(|kind| from_person(kind.source))
}

super::sample_tests!();
