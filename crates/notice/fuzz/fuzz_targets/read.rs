//! Any bytes: reading, checking, telling and formatting never panic, spans stay inside the text,
//! and formatting settles without changing what the notice says.

#![no_main]

use libfuzzer_sys::fuzz_target;
use seloste_kernel::Lang;
use seloste_notice::{check, fmt, read, read_bytes, report};

fuzz_target!(|bytes: &[u8]| {
    let reading = read_bytes(bytes, "fuzz.kdl");
    let findings = check(&reading);
    for finding in &findings {
        let end = finding.span.offset + finding.span.len;
        assert!(reading.text.get(finding.span.offset..end).is_some(), "{finding:?}");
    }
    report::json(&findings, &reading, Lang::Fi);
    report::human(&findings[..findings.len().min(3)], &reading, Lang::Sv, false);
    if let Ok(once) = fmt(&reading.text) {
        assert_eq!(fmt(&once), Ok(once.clone()));
        let meaning = |text: &str| format!("{:?}", serde_json::to_value(read(text, "").notice));
        assert_eq!(meaning(&reading.text), meaning(&once));
    }
});
