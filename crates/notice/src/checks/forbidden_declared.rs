//! `forbidden-declared`: a forbidden purpose is not declared, under its own name or another.
//!
//! Why: A notice cannot allow and forbid the same thing.
//!
//! Mend: Remove one of the two.

use super::{Check, Context, Finding, Law, Level, Sample};
use crate::model::{Forbidden, Purpose, Text};

/// The check.
pub const CHECK: Check = Check {
    code: "SEL038",
    slug: "forbidden-declared",
    level: Level::Error,
    law: Law::likely(&["GDPR Art. 5(1)(a)", "GDPR Art. 5(1)(b)"]),
    run: Some(run),
    fails: &[
        Sample::Part {
            without: &[],
            with: r#"forbid "develop" { fi "Tietoja ei käytetä kehittämiseen." }"#,
        },
        Sample::Part {
            without: &["purpose develop", "role handler", "service feedback"],
            with: r#"forbid "direct-marketing" { fi "Tietoja ei käytetä suoramarkkinointiin." }
    purpose "marketing" basis="public-task" law="Esimerkkilaki (1/2020) 4 §" use="direct-marketing" { fi "Uutiskirje" }
    role "handler" purposes="marketing" may="read answer" { fi "Käsittelijä" }
    service "feedback" {
        collect "feedback" from="person" {
            fi "Palaute"
            field "message" category="content" purposes="marketing" type="text" { fi "Viesti" }
            keep "1 month" from="sent"
            erase-on-request within="3 days"
        }
    }"#,
        },
        Sample::Part {
            without: &["purpose develop"],
            with: r#"forbid "direct-marketing" { fi "Tietoja ei käytetä siihen." }
    purpose "develop" basis="public-task" law="Esimerkkilaki (1/2020) 4 §" use="direct-marketing" { fi "Kehittäminen" }"#,
        },
        Sample::Part {
            without: &["purpose develop"],
            with: r#"forbid "selling" { fi "Tietoja ei käytetä mainontaan." }
    purpose "develop" basis="public-task" law="Esimerkkilaki (1/2020) 4 §" use="market-research" { fi "Kohdennetut mainokset" }"#,
        },
    ],
    passes: &[
        Sample::Part {
            without: &[],
            with: r#"forbid "direct-marketing" { fi "Tietoja ei käytetä markkinointiin." }"#,
        },
        Sample::Part {
            without: &["purpose develop"],
            with: r#"forbid "direct-marketing" { fi "Tietoja ei käytetä markkinointiin." }
    purpose "develop" basis="public-task" law="Esimerkkilaki (1/2020) 4 §" { fi "Kehittäminen, ei mainontaa" }"#,
        },
    ],
};

/// Beginnings of words that mean the same use, in names and in the three languages.
pub(super) type Family = &'static [&'static str];

/// Of direct marketing.
pub(super) const MARKETING: Family = &[
    "markkinoin",
    "markkinoid",
    "mainos",
    "mainok",
    "mainont",
    "marknadsför",
    "reklam",
    "marketing",
    "advert",
];

/// Of market and opinion research.
pub(super) const RESEARCH: Family = &[
    "markkinatutkim",
    "mielipidetutkim",
    "mielipidekysel",
    "marknadsundersök",
    "opinionsundersök",
    "market-research",
    "market research",
    "opinion research",
    "opinion-research",
    "opinion poll",
];

const FAMILIES: &[Family] = &[
    MARKETING,
    RESEARCH,
    &["henkilöluettelo", "henkilömatrikkel", "personförteckning", "directory"],
    &["sukututki", "släktforsk", "genealog"],
    &["profiloin", "profiloid", "profilering", "profiling"],
];

/// Words after which a sentence tells what is not done.
const NEGATIONS: &[&str] = &[
    "ei", "eikä", "eivät", "emme", "ilman", "inte", "inga", "ingen", "utan", "aldrig", "not", "no",
    "nor", "never", "without",
];

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    for forbidden in &cx.notice.forbidden {
        for purpose in &cx.notice.purposes {
            let Some(level) = clash(forbidden, purpose) else { continue };
            let mut found = CHECK
                .found(purpose.span)
                .with("name", &purpose.name)
                .with("forbidden", &forbidden.name)
                .note(forbidden.span, "forbidden-here");
            found.level = level;
            out.push(found);
        }
    }
}

/// A name is the author's word for what it is: an error. Words in a text may stand there for
/// another reason: somebody should look.
fn clash(forbidden: &Forbidden, purpose: &Purpose) -> Option<Level> {
    if forbidden.name == purpose.name || purpose.usage.as_ref() == Some(&forbidden.name) {
        return Some(Level::Error);
    }
    let of_forbidden = |family: &&Family| {
        speaks_of(&forbidden.name, family)
            || forbidden.text.values().any(|text| speaks_of(text, family))
    };
    let mut families = FAMILIES.iter().filter(of_forbidden).peekable();
    families.peek()?;
    let families: Vec<Family> = families.copied().collect();
    is_of(purpose, &families)
}

/// Whether a purpose is of one of these families: surely by its name, perhaps by its texts.
pub(super) fn is_of(purpose: &Purpose, families: &[Family]) -> Option<Level> {
    if families.iter().any(|family| speaks_of(&purpose.name, family)) {
        return Some(Level::Error);
    }
    let told = |text: &Text| {
        let mut sentences = text.values().flat_map(|text| text.split(['.', '!', '?', ';']));
        sentences
            .any(|sentence| !denies(sentence) && families.iter().any(|f| speaks_of(sentence, f)))
    };
    (told(&purpose.text) || told(&purpose.consent) || told(&purpose.interest))
        .then_some(Level::Warning)
}

fn speaks_of(text: &str, family: &[&str]) -> bool {
    let text = text.to_lowercase();
    family.iter().any(|beginning| text.contains(beginning))
}

fn denies(sentence: &str) -> bool {
    let sentence = sentence.to_lowercase();
    let mut words = sentence.split(|letter: char| !letter.is_alphabetic());
    words.any(|word| NEGATIONS.contains(&word))
}

super::sample_tests!();
