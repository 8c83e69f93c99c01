//! `program-differs`: the notice declares what the program knows, and all that it needs.
//!
//! Why: What the program does not know it cannot collect, keep or erase, so the notice would promise
//! an empty word.
//!
//! Mend: Declare the services, kinds and fields that the program knows.

use super::{Check, Law, Level};

/// The check. The program reports it: only it knows its services.
pub const CHECK: Check = Check {
    code: "SEL103",
    slug: "program-differs",
    level: Level::Error,
    law: Law::language(),
    run: None,
    fails: &[],
    passes: &[],
};
