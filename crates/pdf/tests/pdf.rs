//! What a made PDF promises: text that can be read out, equal bytes, no way in for code.
#![expect(clippy::unwrap_used, reason = "tests")]

use jiff::Timestamp;
use proptest::prelude::*;
use seloste_pdf::{Info, Pdf, literal, pdf};

fn info() -> Info {
    Info {
        title: "Palautepalvelun tietosuojaseloste".into(),
        author: "Esimerkkikeskus".into(),
        lang: "fi".into(),
        keywords: vec!["sha256:0123abcd".into()],
        date: "2026-11-21T10:00:00Z".parse::<Timestamp>().unwrap(),
    }
}

fn text_of(pdf: &Pdf) -> String {
    pdf_extract::extract_text_from_mem(&pdf.bytes).unwrap()
}

#[test]
fn a_finnish_page_is_archivable_accessible_and_readable() {
    let made = pdf("= Otsikko\n#\"Äiti söi öylätin — § 13\"", &info()).unwrap();
    assert!(made.bytes.starts_with(b"%PDF-1.7"));
    assert!(made.conforming);
    let text = text_of(&made);
    assert!(text.contains("Otsikko") && text.contains("Äiti söi öylätin — § 13"), "{text}");
    let raw = String::from_utf8_lossy(&made.bytes);
    assert!(
        raw.contains("/MarkInfo") && raw.contains("pdfuaid") && raw.contains("sha256:0123abcd")
    );
    assert!(raw.contains("/Lang (fi)") || raw.contains("/Lang(fi)"));
}

#[test]
fn the_same_source_gives_the_same_bytes() {
    let source = "= A\n#\"b\"";
    assert_eq!(pdf(source, &info()).unwrap(), pdf(source, &info()).unwrap());
}

#[test]
fn a_character_without_a_shape_still_gives_a_file() {
    let made = pdf(&format!("#{{ {} }}", literal("\u{10D40} ja teksti")), &info()).unwrap();
    assert!(!made.conforming);
    assert!(text_of(&made).contains("teksti"));
}

#[test]
fn broken_source_and_files_are_errors_not_panics() {
    assert!(pdf("#let x = (", &info()).is_err());
    assert!(pdf("#read(\"/etc/passwd\")", &info()).is_err());
    assert!(pdf("#image(\"x.png\")", &info()).is_err());
    assert!(pdf("#import \"@preview/cetz:0.3.0\"", &info()).is_err());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    /// Any text stays text: the compiler must see one string, never code.
    #[test]
    fn literals_never_become_code(text in any::<String>(), tail in "[\\\\\"#(){}\\[\\]$`*_a-z]{0,12}") {
        let text = format!("{text}{tail}");
        let source = format!("#assert.eq(type({}), str)\n#{{ {} }}", literal(&text), literal(&text));
        prop_assert!(pdf(&source, &info()).is_ok());
    }

    #[test]
    fn plain_text_survives(text in "[a-zåäö0-9#\\\\\"(){}*_$]{1,30}") {
        let source = format!("#set page(width: 60cm)\n#{{ {} }}", literal(&text));
        let made = pdf(&source, &info()).unwrap();
        prop_assert!(text_of(&made).contains(&text), "{} not in {}", text, text_of(&made));
    }
}
