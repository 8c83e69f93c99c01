//! Whatever the text: no panic, spans inside the text, formatting that settles.

#![expect(clippy::unwrap_used, reason = "tests")]

use std::time::{Duration, Instant};

use proptest::prelude::*;
use seloste_kernel::Lang;
use seloste_notice::{Reading, check, fmt, read, read_bytes, report};

const FEEDBACK: &str = include_str!("../../../notices/feedback.kdl");

fn sound(reading: &Reading) {
    let findings = check(reading);
    for finding in &findings {
        for span in finding.notes.iter().map(|note| note.span).chain([finding.span]) {
            let place = reading.text.get(span.offset..span.offset + span.len);
            assert!(place.is_some(), "{span:?} is outside of {:?}", reading.text);
        }
    }
    // Drawing is for people: nobody reads more than this, and each costs a walk over the file.
    let shown = &findings[..findings.len().min(50)];
    report::human(shown, reading, Lang::Fi, false);
    report::sarif(shown, reading, Lang::En);
}

/// Pieces that KDL texts are made of, and some that break them.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("notice \"a\" {\n".to_owned()),
        Just("}\n".to_owned()),
        Just("{".to_owned()),
        Just("}".to_owned()),
        Just("\"".to_owned()),
        Just("\"\"\"".to_owned()),
        Just("#\"".to_owned()),
        Just("/*".to_owned()),
        Just("*/".to_owned()),
        Just("// x\n".to_owned()),
        Just("/-".to_owned()),
        Just("\\".to_owned()),
        Just("\\q".to_owned()),
        Just(";".to_owned()),
        Just("\n".to_owned()),
        Just("\0".to_owned()),
        Just("\u{feff}".to_owned()),
        Just("\u{2028}".to_owned()),
        Just("ää".to_owned()),
        Just("(t)".to_owned()),
        Just("a=".to_owned()),
        Just("=".to_owned()),
        Just("1.".to_owned()),
        Just("#true".to_owned()),
        Just("purpose \"answer\" basis=\"consent\" { fi \"x\" }\n".to_owned()),
        Just("keep \"1 month\" from=\"sent\"\n".to_owned()),
        Just("field \"x\" purposes=\"a b\"\n".to_owned()),
        "[a-z{}\"#/ ]{0,8}",
    ];
    proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read(text in any::<String>()) {
        sound(&read(&text, "any.kdl"));
    }

    #[test]
    fn any_bytes_are_read(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        sound(&read_bytes(&bytes, "bytes.kdl"));
    }

    #[test]
    fn any_pieces_are_read(text in pieces()) {
        sound(&read(&text, "pieces.kdl"));
    }

    #[test]
    fn formatting_settles_and_keeps_the_meaning(text in pieces()) {
        if let Ok(once) = fmt(&text) {
            let twice = fmt(&once);
            prop_assert_eq!(twice.as_ref(), Ok(&once));
            let before = read(&text, "");
            let after = read(&once, "");
            prop_assert_eq!(
                serde_json::to_value(&before.notice).unwrap(),
                serde_json::to_value(&after.notice).unwrap()
            );
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_damaged_notice_is_read(at in 0..FEEDBACK.len(), lost in 0_usize..60, piece in pieces()) {
        let from = FEEDBACK.floor_char_boundary(at);
        let to = FEEDBACK.floor_char_boundary((at + lost).min(FEEDBACK.len()));
        let text = [&FEEDBACK[..from], &piece, &FEEDBACK[to..]].concat();
        sound(&read(&text, "damaged.kdl"));
    }
}

#[test]
fn hostile_files_are_read_in_bounded_time() {
    const LIMIT: Duration = Duration::from_secs(20);
    const MANY: usize = 100_000;
    let hostile = [
        "}".repeat(MANY),
        "{".repeat(MANY),
        "a{".repeat(31),
        "a{\"\n".repeat(31),
        "a {".repeat(30) + "\"\\q\"" + &"}".repeat(30),
        "\"\n{".repeat(1_000),
        "\"\\q{\"\n".repeat(300),
        "/*".repeat(MANY),
        "/-".repeat(2_000),
        "(".repeat(2_000),
        "\\".repeat(2_000),
        "#".repeat(MANY),
        "\"".repeat(2_001),
        "notice \"a\" {\n".to_owned() + &"purpose \"x\"\n".repeat(2_000) + "}",
        "a\u{0}b\n".repeat(1_000),
        "=\n".repeat(MANY),
        "= ".repeat(15_000),
        "a{}b\n".repeat(MANY),
        "{}\n".repeat(MANY),
        "a=\n".repeat(190),
        "x".repeat(2 << 20),
        "ä".repeat(1 << 20),
    ];
    for text in hostile {
        let start = Instant::now();
        sound(&read(&text, "hostile.kdl"));
        let shown: String = text.chars().take(12).collect();
        println!("{shown:?}: {:?}", start.elapsed());
        assert!(start.elapsed() < LIMIT, "{shown:?} took {:?}", start.elapsed());
    }
}

#[test]
fn all_faults_come_at_once() {
    let text = "notice \"a\" languages=\"fi\" {\n    register { fi \"Nimi }\n    revew every=\"1 year\"\n    purpose = \"b\"\n    role \"x\" may=\"fly\"\n}\n";
    let codes: Vec<&str> = read(text, "").findings.iter().map(|finding| finding.code).collect();
    assert_eq!(codes, ["SEL001", "SEL004", "SEL001", "SEL006"]);
}

#[test]
fn bytes_that_are_not_text_are_reported_and_the_rest_is_read() {
    let reading = read_bytes(b"notice \"a\" {\n    revew\n    // \xff\n}\n", "");
    let codes: Vec<&str> = reading.findings.iter().map(|finding| finding.code).collect();
    assert_eq!(codes, ["SEL001", "SEL004"]);
    assert_eq!(reading.notice.id, "a");
}
