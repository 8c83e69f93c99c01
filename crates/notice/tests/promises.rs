//! Promises of the ready-made feedback notice.

#![expect(clippy::unwrap_used, reason = "tests")]

use std::collections::BTreeSet;

use seloste_kernel::Lang;
use seloste_notice::model::{Authority, Measure, Notice, Span};
use seloste_notice::promises::{Mechanism, compile, uncovered};
use seloste_notice::read;

const FEEDBACK: &str = include_str!("../../../notices/feedback.kdl");

fn feedback() -> Notice {
    read(FEEDBACK, "feedback.kdl").notice
}

#[test]
fn every_promise_is_a_full_sentence_in_three_languages() {
    for promise in compile(&feedback()) {
        assert_eq!(promise.sentence.len(), 3, "{}", promise.id);
        for (lang, sentence) in &promise.sentence {
            assert!(sentence.ends_with(['.', '!', '?']), "{lang} {}: {sentence}", promise.id);
            assert!(!sentence.contains(['⟦', '⟧', '{', '}']), "{lang} {}: {sentence}", promise.id);
            assert!(!sentence.contains("  ") && !sentence.contains(".."), "{lang}: {sentence}");
        }
        assert!(!promise.mechanism.describe(Lang::Fi).contains('⟦'), "{:?}", promise.mechanism);
    }
}

#[test]
fn ids_are_readable_unique_and_the_same_every_time() {
    let promises = compile(&feedback());
    let ids: BTreeSet<&str> = promises.iter().map(|promise| promise.id.as_str()).collect();
    assert_eq!(ids.len(), promises.len());
    for id in [
        "palaute.keep.feedback",
        "palaute.field.feedback.email.purpose",
        "palaute.forbid.direct-marketing",
        "palaute.right.erasure",
        "palaute.measure.encrypted-at-rest",
        "palaute.cookie.__host-session",
        "palaute.recipients.closed",
        "palaute.transfers.none",
        "palaute.attest.hosting-physical",
        "palaute.automated.none",
    ] {
        assert!(ids.contains(id), "{id} in {ids:#?}");
    }
    assert_eq!(promises, compile(&feedback()));
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "._-".contains(c);
    assert!(ids.iter().all(|id| id.starts_with("palaute.") && id.chars().all(plain)));
}

#[test]
fn sentences_and_mechanisms() {
    let promises = compile(&feedback());
    let table: Vec<String> = promises
        .iter()
        .map(|promise| {
            let article = promise.article.map(|a| a.to_string()).unwrap_or_default();
            let said: Vec<&str> = promise.sentence.values().map(String::as_str).collect();
            format!(
                "{} [{}] {article}\n  {}",
                promise.id,
                promise.mechanism.name(),
                said.join("\n  ")
            )
        })
        .collect();
    insta::assert_snapshot!(table.join("\n"));
}

#[test]
fn the_true_retention_counts_the_sweep() {
    let mut notice = feedback();
    notice.operations.sweep.hours = 6;
    let promises = compile(&notice);
    let keep = promises.iter().find(|promise| promise.id == "palaute.keep.feedback").unwrap();
    assert!(keep.sentence[&Lang::Fi].contains("6 tunnin"), "{}", keep.sentence[&Lang::Fi]);
    assert_eq!(keep.service.as_deref(), Some("feedback"));
    assert!(keep.span.len > 0);
    assert_eq!(keep.mechanism, Mechanism::Retention { kind: "feedback".into() });
}

#[test]
fn nothing_is_promised_without_a_mechanism() {
    let mut notice = feedback();
    assert_eq!(uncovered(&notice), []);
    notice.measures.push(Measure { name: "prayer".into(), span: Span::default() });
    notice.authority = Some(Authority { code: "xx".into(), span: Span::default() });
    let found: Vec<String> = uncovered(&notice).into_iter().map(|of| of.name).collect();
    assert_eq!(found, ["prayer", "xx"]);
    assert!(compile(&notice).iter().all(|promise| !promise.id.contains("prayer")));
}
