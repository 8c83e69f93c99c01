//! Any bytes: reading, checking and formatting never panic, and spans stay inside the text.

#![no_main]

use libfuzzer_sys::fuzz_target;
use seloste_notice::{check, fmt, read_bytes};

fuzz_target!(|bytes: &[u8]| {
    let reading = read_bytes(bytes, "fuzz.kdl");
    for finding in check(&reading) {
        let end = finding.span.offset + finding.span.len;
        assert!(reading.text.get(finding.span.offset..end).is_some(), "{finding:?}");
    }
    if let Ok(once) = fmt(&reading.text) {
        assert_eq!(fmt(&once), Ok(once.clone()));
    }
});
