//! The ready-made notices are clean, complete and in canonical form.

#![expect(clippy::unwrap_used, reason = "tests")]

use seloste_notice::{check, fmt, read};

const FEEDBACK: &str = include_str!("../../../notices/feedback.kdl");

#[test]
fn the_feedback_notice_has_no_findings() {
    let reading = read(FEEDBACK, "feedback.kdl");
    assert_eq!(check(&reading), []);
    let kinds: Vec<&str> =
        reading.notice.kinds().map(|(_, collect)| collect.kind.as_str()).collect();
    let expected = [
        "feedback",
        "reply",
        "theme",
        "staff-account",
        "rights-request",
        "rights-answer",
        "rights-note",
        "rights-package",
        "disclosure",
        "rights-hold",
        "disclosure-notice",
    ];
    assert_eq!(kinds, expected);
    assert_eq!(reading.notice.kind("feedback").unwrap().fields.len(), 3);
    assert_eq!(reading.notice.measures.len(), 7);
    assert_eq!(reading.notice.rights.len(), 8);
}

#[test]
fn the_feedback_notice_is_in_canonical_form() {
    assert_eq!(fmt(FEEDBACK).unwrap(), FEEDBACK);
}

#[test]
fn every_line_of_the_feedback_notice_may_be_lost_without_a_panic() {
    let lines: Vec<&str> = FEEDBACK.lines().collect();
    for lost in (0..lines.len()).step_by(7) {
        let text: Vec<&str> =
            lines.iter().enumerate().filter(|(at, _)| *at != lost).map(|(_, line)| *line).collect();
        let text = text.join("\n");
        for finding in check(&read(&text, "cut.kdl")) {
            assert!(finding.span.offset + finding.span.len <= text.len(), "{finding:?}");
        }
    }
}
