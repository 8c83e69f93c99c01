//! `business-id`: the business id's check digit is right.
//!
//! Why: A wrong id leads people to the wrong controller.
//!
//! Mend: Check the id: seven digits, a hyphen and the check digit.

use super::{Check, Context, Finding, Law, Level, Sample};

/// The check.
pub const CHECK: Check = Check {
    code: "SEL022",
    slug: "business-id",
    level: Level::Error,
    law: Law::sure(&["Act 244/2001 § 2", "Decree 288/2001 § 3"]),
    run: Some(run),
    fails: &[Sample::Part {
        without: &["controller"],
        with: r#"controller "Esimerkkikeskus" kind="authority" business-id="1234567-8" { address "PL 1"; email "a@example.fi"; phone "+358 29 000 0000" }"#,
    }],
    passes: &[Sample::Part {
        without: &["controller"],
        with: r#"controller "Esimerkkikeskus" kind="authority" business-id="1234567-1" { address "PL 1"; email "a@example.fi"; phone "+358 29 000 0000" }"#,
    }],
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    let Some(id) = &cx.notice.controller.business_id else { return };
    if !is_business_id(id) {
        out.push(CHECK.found(cx.place("controller")).with("id", id));
    }
}

/// Whether the last digit follows from the others (weights 7 9 10 5 8 4 2, modulo 11).
fn is_business_id(id: &str) -> bool {
    const WEIGHTS: [u32; 7] = [7, 9, 10, 5, 8, 4, 2];
    let Some((digits, check)) = id.split_once('-') else { return false };
    let digits: Vec<u32> = digits.chars().filter_map(|c| c.to_digit(10)).collect();
    if digits.len() != WEIGHTS.len() || id.len() != WEIGHTS.len() + 2 {
        return false;
    }
    let sum: u32 = digits.iter().zip(WEIGHTS).map(|(digit, weight)| digit * weight).sum();
    let expected = match sum % 11 {
        0 => 0,
        1 => return false,
        rest => 11 - rest,
    };
    check.parse() == Ok(expected)
}

super::sample_tests!();
