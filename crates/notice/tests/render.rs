//! The notice as people and machines read it.

#![expect(clippy::unwrap_used, reason = "tests")]

use std::collections::BTreeMap;

use proptest::prelude::*;
use seloste_kernel::{Lang, Timestamp};
use seloste_notice::model::Notice;
use seloste_notice::promises::{Promise, State, States, compile};
use seloste_notice::read;
use seloste_notice::render::{Meta, document, html, jsonld, text, tilt, typst};

const FEEDBACK: &str = include_str!("../../../notices/feedback.kdl");

fn feedback() -> Notice {
    read(FEEDBACK, "feedback.kdl").notice
}

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn meta(hash: &str) -> Meta {
    Meta {
        version: 2,
        hash: hash.into(),
        published: at("2026-11-21T10:00:00Z"),
        previous: 1,
        base: Some("https://palaute.example.fi".into()),
    }
}

/// A hash that does not move with the notice, for snapshots.
fn fixed() -> Meta {
    meta("00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff")
}

fn states(promises: &[Promise]) -> States {
    let mut of: BTreeMap<String, State> = promises
        .iter()
        .map(|promise| (promise.id.clone(), State::Kept { checked_at: at("2026-11-21T10:05:00Z") }))
        .collect();
    of.remove("palaute.review");
    let broken = State::Broken {
        why: "past-due".into(),
        args: [("count".to_owned(), "3".to_owned())].into(),
        since: at("2026-11-20T06:00:00Z"),
    };
    of.insert("palaute.keep.feedback".into(), broken);
    let expired = State::AttestedUntil { date: jiff::civil::date(2026, 10, 31) };
    of.insert("palaute.attest.staff-trained".into(), expired);
    States { as_of: at("2026-11-21T10:06:00Z"), of }
}

#[test]
fn plain_text() {
    let notice = feedback();
    let promises = compile(&notice);
    for lang in Lang::ALL {
        let said = text(&document(&notice, &fixed(), &promises, None, lang));
        assert!(!said.contains('⟦'), "{said}");
        let long = said.lines().find(|line| line.chars().count() > 78);
        assert_eq!(long, None);
        insta::assert_snapshot!(format!("text_{lang}"), said);
    }
}

#[test]
fn html_with_states() {
    let notice = feedback();
    let promises = compile(&notice);
    let states = states(&promises);
    for lang in Lang::ALL {
        let page = html(&document(&notice, &fixed(), &promises, Some(&states), lang));
        assert!(!page.contains('⟦'));
        insta::assert_snapshot!(format!("html_{lang}"), page.replace("><", ">\n<"));
    }
}

#[test]
fn linked_data_and_tilt() {
    let notice = feedback();
    let promises = compile(&notice);
    insta::assert_json_snapshot!("jsonld", jsonld(&notice, &fixed(), &promises));
    for lang in Lang::ALL {
        insta::assert_json_snapshot!(format!("tilt_{lang}"), tilt(&notice, &fixed(), lang));
    }
}

#[test]
fn every_promise_is_told_exactly_once() {
    let notice = feedback();
    let promises = compile(&notice);
    let states = states(&promises);
    for lang in Lang::ALL {
        let document = document(&notice, &fixed(), &promises, Some(&states), lang);
        let mut told: Vec<&str> = document.lines().map(|line| line.id.as_str()).collect();
        let mut made: Vec<&str> = promises.iter().map(|promise| promise.id.as_str()).collect();
        told.sort_unstable();
        made.sort_unstable();
        assert_eq!(told, made);
        let page = html(&document);
        for id in made {
            assert_eq!(page.matches(&format!("data-promise=\"{id}\"")).count(), 1, "{id}");
        }
        // Only what the author called a statement ends in the section of the rest.
        let other = document.sections.iter().find(|section| section.id == "other").unwrap();
        assert_eq!(other.blocks.len(), 1);
        assert!(
            document
                .lines()
                .filter(|line| format!("{other:?}").contains(&format!("{:?}", line.id)))
                .all(|line| line.id.starts_with("palaute.statement."))
        );
    }
}

#[test]
fn all_formats_carry_the_version_hash() {
    let hash = read(FEEDBACK, "").hash_hex();
    let notice = feedback();
    let promises = compile(&notice);
    let meta = meta(&hash);
    let document = document(&notice, &meta, &promises, None, Lang::Fi);
    let page = html(&document);
    assert!(page.contains(&format!("data-hash=\"{hash}\"")));
    assert!(page.contains(&format!("{hash}</p></footer>")), "visible too");
    assert!(text(&document).trim_end().ends_with(&hash));
    assert!(typst(&document).contains(&hash));
    assert_eq!(jsonld(&notice, &meta, &promises)["dct:identifier"], hash);
    for lang in Lang::ALL {
        assert_eq!(tilt(&notice, &meta, lang)["meta"]["_hash"], hash);
    }
}

#[test]
fn the_right_to_object_stands_apart() {
    let notice = feedback();
    let document = document(&notice, &fixed(), &compile(&notice), None, Lang::Fi);
    let page = html(&document);
    let callout = page.split("class=\"callout\"").nth(1).unwrap();
    assert!(callout.starts_with("><p><strong>Oikeus vastustaa"), "{callout:.80}");
    assert!(callout.split("</div>").next().unwrap().contains("palaute.right.objection"));
}

/// The required properties of TILT 2.0 (its schema is MIT-licensed; this list is our reading).
#[test]
fn tilt_has_what_its_schema_requires() {
    const REQUIRED: [(&str, &str); 12] = [
        (
            "",
            "meta controller dataProtectionOfficer dataDisclosed thirdCountryTransfers \
             accessAndDataPortability sources rightToInformation rightToRectificationOrDeletion \
             rightToDataPortability rightToWithdrawConsent rightToComplain automatedDecisionMaking \
             changesOfPurpose",
        ),
        ("/meta", "_id name created modified version language status url _hash"),
        ("/controller", "name address country representative"),
        ("/controller/representative", "name email"),
        ("/dataProtectionOfficer", "name address country email"),
        (
            "/dataDisclosed/*",
            "_id category purposes legalBases legitimateInterests recipients storage nonDisclosure",
        ),
        ("/dataDisclosed/*/purposes/*", "purpose description"),
        ("/dataDisclosed/*/legalBases/*", "reference"),
        ("/dataDisclosed/*/recipients/*", "category"),
        ("/dataDisclosed/*/storage/*", "aggregationFunction"),
        ("/sources/*", "_id dataCategory sources"),
        ("/sources/*/sources/*", "description url publiclyAvailable"),
    ];
    let notice = feedback();
    for lang in Lang::ALL {
        let value = tilt(&notice, &fixed(), lang);
        for (path, names) in REQUIRED {
            let mut at = vec![&value];
            for part in path.split('/').skip(1) {
                at = at
                    .into_iter()
                    .flat_map(|of| match part {
                        "*" => of.as_array().unwrap().iter().collect(),
                        name => vec![&of[name]],
                    })
                    .collect();
            }
            assert!(!at.is_empty(), "{path}");
            for of in at {
                for name in names.split_whitespace() {
                    assert!(of.get(name).is_some(), "{path}/{name}");
                }
            }
        }
    }
}

/// Terms of ours that are in DPV 2.1 (https://w3id.org/dpv, checked 2026-11-21).
#[test]
fn linked_data_uses_only_known_terms() {
    let known = include_str!("data/dpv-2.1-terms.txt");
    let known: Vec<&str> = known.lines().filter(|line| !line.starts_with('#')).collect();
    let notice = feedback();
    let json = jsonld(&notice, &fixed(), &compile(&notice)).to_string();
    let mut used = 0;
    for word in json.split('"') {
        if word.starts_with("dpv:") || word.starts_with("eu-gdpr:") || word.starts_with("legal-eu:")
        {
            assert!(known.contains(&word), "{word}");
            used += 1;
        }
    }
    assert!(used > 50);
}

fn hostile() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[<>&\"'/=a-z ]{0,24}",
        Just("<script>alert(1)</script>".to_owned()),
        Just("\" onload=\"x".to_owned()),
        Just("javascript:alert(1)".to_owned()),
        Just("#read(\"/etc/passwd\") \\ \" $x$ { $n }".to_owned()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 24,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    /// Whatever stands in the notice's texts, no format breaks and no markup comes out of it.
    #[test]
    fn hostile_texts_stay_texts(evil in hostile(), mail in hostile(), number in hostile()) {
        let mut notice = feedback();
        for text in [&mut notice.register, &mut notice.purposes[0].text, &mut notice.statements[0].text] {
            text.values_mut().for_each(|text| *text = evil.clone());
        }
        notice.services[0].collects[0].fields[0].label.values_mut().for_each(|t| *t = evil.clone());
        notice.recipients[0].name = evil.clone();
        notice.cookies[0].name = evil.clone();
        notice.controller.name = evil.clone();
        notice.controller.email = Some(mail);
        notice.controller.phone = Some(number);
        let promises = compile(&notice);
        let states = states(&promises);
        for lang in Lang::ALL {
            let document = document(&notice, &fixed(), &promises, Some(&states), lang);
            let page = html(&document);
            prop_assert!(!page.contains("<script") && !page.contains("onload=\"x"));
            for link in page.split("href=\"").skip(1) {
                let ours = ["/", "https://", "mailto:", "tel:"];
                prop_assert!(ours.iter().any(|start| link.starts_with(start)), "{link:.60}");
            }
            prop_assert_eq!(page.matches("<article").count(), 1);
            prop_assert!(page.ends_with("</article>"));
            prop_assert!(!text(&document).is_empty() && !typst(&document).is_empty());
            prop_assert!(tilt(&notice, &fixed(), lang).is_object());
        }
        prop_assert!(jsonld(&notice, &fixed(), &promises).is_object());
    }

    /// Whatever the file, there is a document.
    #[test]
    fn any_notice_can_be_shown(cut in 0usize..FEEDBACK.len(), len in 0usize..400) {
        let mut broken = FEEDBACK.to_owned();
        let start = (0..=cut).rev().find(|at| broken.is_char_boundary(*at)).unwrap();
        let end = (start..=(start + len).min(broken.len())).rev().find(|at| broken.is_char_boundary(*at)).unwrap();
        broken.replace_range(start..end, "");
        let notice = read(&broken, "broken.kdl").notice;
        let promises = compile(&notice);
        let document = document(&notice, &fixed(), &promises, None, Lang::Fi);
        prop_assert!(!html(&document).contains('⟦'));
        prop_assert_eq!(document.lines().count(), promises.len());
    }
}
