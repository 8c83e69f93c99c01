//! `no-notice`: a file holds exactly one notice.
//!
//! Why: One file, one notice, one version.
//!
//! Mend: Write one `notice` node around everything.

use super::{Check, Law, Level, Sample};

/// The check. The reading itself reports it.
pub const CHECK: Check = Check {
    code: "SEL003",
    slug: "no-notice",
    level: Level::Error,
    law: Law::language(),
    run: None,
    fails: &[Sample::Whole(r#"// nothing"#)],
    passes: &[Sample::Whole(r#"notice "a""#)],
};

super::sample_tests!();
