//! The ready-made notices are clean, complete and in canonical form.

#![expect(clippy::unwrap_used, reason = "tests")]

use seloste_notice::{check, read};

const FEEDBACK: &str = include_str!("../../../notices/feedback.kdl");

#[test]
fn the_feedback_notice_has_no_findings() {
    let reading = read(FEEDBACK, "feedback.kdl");
    assert_eq!(check(&reading), []);
    let kinds: Vec<&str> =
        reading.notice.kinds().map(|(_, collect)| collect.kind.as_str()).collect();
    assert_eq!(kinds, ["feedback", "reply", "staff-account", "rights-request", "disclosure"]);
    assert_eq!(reading.notice.kind("feedback").unwrap().fields.len(), 3);
    assert_eq!(reading.notice.measures.len(), 7);
    assert_eq!(reading.notice.rights.len(), 8);
}
