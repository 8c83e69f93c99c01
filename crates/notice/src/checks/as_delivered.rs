//! `as-delivered`: the notice tells of its own controller, not of the ready-made notice's.
//!
//! Why: People would turn to somebody who does not exist, and nobody would answer for their data.
//!
//! Mend: Write your own organisation, contacts and processors there.

use super::{Check, Law, Level};

/// The check. The program reports it: it knows the notices that it delivers.
pub const CHECK: Check = Check {
    code: "SEL104",
    slug: "as-delivered",
    level: Level::Warning,
    law: Law::likely(&["GDPR Art. 13(1)(a)", "GDPR Art. 13(1)(b)"]),
    run: None,
    fails: &[],
    passes: &[],
};
