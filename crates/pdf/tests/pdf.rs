//! What a made PDF promises: text that can be read out, equal bytes, no way in for code.
#![expect(clippy::unwrap_used, reason = "tests")]

use jiff::Timestamp;
use proptest::prelude::*;
use seloste_kernel::Lang;
use seloste_notice::promises::compile;
use seloste_notice::read;
use seloste_notice::render::{Meta, document, literal, typst};
use seloste_pdf::{Info, Pdf, pdf};

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

/// The ready-made notice in each language: archivable, tagged, with the version hash in its text
/// and its properties, every promise readable, the same bytes every time.
#[test]
fn the_feedback_notice_as_pdf() {
    const FEEDBACK: &str = include_str!("../../../notices/feedback.kdl");
    let notice = read(FEEDBACK, "feedback.kdl").notice;
    let promises = compile(&notice);
    let hash = read(FEEDBACK, "").hash_hex();
    let meta = Meta {
        version: 1,
        hash: hash.clone(),
        published: info().date,
        previous: 0,
        base: Some("https://palaute.example.fi".into()),
    };
    for lang in Lang::ALL {
        let document = document(&notice, &meta, &promises, None, lang);
        let info = Info {
            title: document.title.clone(),
            author: document.author.clone(),
            lang: lang.tag().into(),
            keywords: vec![format!("sha256:{hash}")],
            date: meta.published,
        };
        let source = typst(&document);
        let made = pdf(&source, &info).unwrap();
        assert!(made.conforming, "PDF/A-2a and PDF/UA-1");
        assert_eq!(made, pdf(&source, &info).unwrap());
        if let Some(folder) = std::env::var_os("SELOSTE_PDF_OUT") {
            std::fs::write(std::path::Path::new(&folder).join(format!("{lang}.pdf")), &made.bytes)
                .unwrap();
        }
        let raw = String::from_utf8_lossy(&made.bytes);
        assert!(raw.contains(&format!("sha256:{hash}")));
        let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
        let text = letters(&text_of(&made));
        assert!(text.contains(&hash));
        for section in &document.sections {
            assert!(text.contains(&letters(&section.title)), "{}", section.title);
        }
    }
}

#[test]
fn properties_are_values_not_code() {
    let info = Info { title: "\"); #read(\"x\") \\".into(), ..info() };
    assert!(pdf("#\"a\"", &info).unwrap().conforming);
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
