use seloste_notice::refusals;

use super::*;

/// Every request that the feedback notice offers, and the one that only others do.
const RIGHTS: [&str; 12] = [
    "access",
    "rectification",
    "erasure",
    "restriction",
    "objection",
    "marketing",
    "portability",
    "withdraw-consent",
    "human-review",
    "fault",
    "openness",
    "other",
];

fn notice() -> Notice {
    let text = include_str!("../../../../../../../notices/feedback.kdl");
    seloste_notice::read(text, "notice.kdl").notice
}

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn request(asked: &str, lang: Lang) -> Opened {
    crate::cases::sample::request(&[("type", asked), ("language", lang.tag())])
}

fn from(notice: &Notice) -> From<'_> {
    From { notice, own: "https://example.fi/oma".to_owned() }
}

/// What was decided on a request of this kind, as the desk would have it.
/// What programs had decided, and a human looked at.
fn reviewed(asked: &str) -> Vec<Reviewed> {
    let one = |number: u8, is: Option<&str>| Reviewed {
        what: format!("Hakemus {number}, Ratkaisu"),
        at: at("2026-01-12T09:00:00+02:00"),
        was: "Hylätty".to_owned(),
        is: is.map(str::to_owned),
    };
    match asked {
        "human-review" => vec![one(1, None), one(2, Some("Myönnetty"))],
        _ => Vec::new(),
    }
}

fn sample<'a>(asked: &str, decision: &'a str, lang: Lang) -> Decided<'a> {
    let erases = asked == "erasure" && decision != "refused";
    let stays = Stays {
        what: "Palaute".to_owned(),
        why: crate::words::say(lang, "erasure-ground-legal-claim"),
        until: Some(at("2027-01-14T10:00:00+02:00")),
    };
    let own_words =
        matches!(asked, "rectification" | "human-review" | "fault" | "openness" | "other");
    Decided {
        decision,
        ground: refusals::of(asked).last().filter(|_| decision != "granted"),
        words: if own_words || decision != "granted" { "Omat sanat.\n\nJa toiset." } else { "" },
        is_known: true,
        behind: Behind::Own,
        reviewed: if decision == "refused" { Vec::new() } else { reviewed(asked) },
        goes: if erases { vec![("Palaute".to_owned(), 2)] } else { Vec::new() },
        stays: if erases && decision == "partly" { vec![stays] } else { Vec::new() },
        counted: Vec::new(),
        proof: &[],
    }
}

/// Every letter: right × decision × language.
#[test]
fn every_letter_says_what_was_decided_and_where_to_complain() {
    let (notice, now) = (notice(), at("2026-01-20T09:00:00+02:00"));
    for lang in Lang::ALL {
        for decision in ["granted", "partly", "refused"] {
            let letters = RIGHTS.map(|asked| {
                let of = sample(asked, decision, lang);
                let paper = decided(from(&notice), &request(asked, lang), &of, now);
                let text = paper.to_text();
                assert!(!text.contains('⟦'), "{text}");
                assert_eq!(Paper::read(&text), paper, "{asked}");
                if asked != "openness" {
                    assert!(text.contains("tietosuoja@om.fi") && text.contains("79"), "{text}");
                }
                format!("==== {asked}\n{text}")
            });
            insta::assert_snapshot!(format!("{decision}-{}", lang.tag()), letters.join("\n"));
        }
    }
}

#[test]
fn every_word_before_the_decision() {
    let (notice, now) = (notice(), at("2026-01-20T09:00:00+02:00"));
    let until = at("2026-04-14T10:00:00+03:00");
    let mut letters = Vec::new();
    for lang in Lang::ALL {
        let words = crate::cases::EXTENDED.map(|ground| Word::Extended { ground, until });
        for of in
            words.into_iter().chain([false, true].map(|mandate| Word::Identify { until, mandate }))
        {
            let paper = word(from(&notice), &request("access", lang), (of, "Omat sanat."), now);
            letters.push(paper.to_text());
        }
    }
    insta::assert_snapshot!("words", letters.join("\n====\n"));
}

/// A granted copy: right × where it is to be read × language.
#[test]
fn a_granted_copy_says_where_it_is_really_to_be_read() {
    let (notice, now) = (notice(), at("2026-01-20T09:00:00+02:00"));
    let mut said = Vec::new();
    for lang in Lang::ALL {
        for asked in ["access", "portability"] {
            let mut places = Vec::new();
            for behind in [Behind::Own, Behind::Request, Behind::Data, Behind::Nothing] {
                let of = Decided { behind, ..sample(asked, "granted", lang) };
                let paper = decided(from(&notice), &request(asked, lang), &of, now).to_text();
                let title = say(lang, "letter-done-title");
                let place = paper.lines().skip_while(|line| !line.contains(&title)).skip(1);
                let place = place.take_while(|line| !line.starts_with('#')).collect::<String>();
                places.push(format!("{asked} {behind:?}: {place}"));
            }
            said.extend(places);
        }
    }
    assert!(said.iter().all(|place| !place.contains('⟦')), "{said:?}");
    insta::assert_snapshot!("copies", said.join("\n"));
}
