//! `told-once`: a law and an address in words are there in each language of the notice.
//!
//! Why: A reader in another language does not know the act or the office by its name in this one.
//!
//! Mend: Write the text in each language: `law { fi "…"; sv "…"; en "…" }`.

use super::{Check, Context, Finding, Law, Level, Sample};

/// The check.
pub const CHECK: Check = Check {
    code: "SEL115",
    slug: "told-once",
    level: Level::Warning,
    law: Law::likely(&["GDPR Art. 12(1)"]),
    run: Some(run),
    fails: &[
        Sample::Whole(
            r#"notice "a" languages="fi sv" {
    purpose "develop" basis="public-task" law="Esimerkkilaki (1/2020) 4 §" { fi "Kehittäminen"; sv "Utveckling" }
}"#,
        ),
        Sample::Whole(
            r#"notice "a" languages="fi en" {
    officer { address "Esimerkkikeskus, tietosuojavastaava, Esimerkkikatu 1" }
}"#,
        ),
        Sample::Whole(
            r#"notice "a" languages="fi sv" { officer { address "PL 1, 00101 Helsinki" } }"#,
        ),
    ],
    passes: &[
        Sample::Part { without: &[], with: "" },
        Sample::Whole(
            r#"notice "a" languages="fi sv" {
    purpose "develop" basis="public-task" {
        fi "Kehittäminen"
        sv "Utveckling"
        law { fi "Esimerkkilaki (1/2020) 4 §"; sv "4 § i exempellagen (1/2020)" }
    }
    officer { address { fi "PL 1, 00101 Helsinki"; sv "PB 1, 00101 Helsingfors" } }
    contact { address "Esimerkkikatu 1, 00100 Helsinki" }
}"#,
        ),
    ],
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    if cx.notice.languages.len() < 2 {
        return;
    }
    let once = cx.told_once();
    for place in once.iter().filter(|place| place.name != "address" || in_words(place.text)) {
        let first = cx.notice.languages.first().copied().unwrap_or_default();
        let others = cx.notice.languages.iter().filter(|lang| **lang != first);
        let others: Vec<&str> = others.map(|lang| lang.tag()).collect();
        let found = CHECK.found(place.span).with("name", place.name);
        out.push(found.with("langs", others.join(", ")));
    }
}

/// Whether an address is more than names and numbers: it speaks of a post-office box, or one of its
/// parts begins as a word does.
fn in_words(address: &str) -> bool {
    const BOXES: &[&str] = &["PL", "PB", "P.O."];
    address.split(',').map(str::trim).any(|part| {
        let first = part.split_whitespace().next().unwrap_or_default();
        BOXES.contains(&first) || part.starts_with(char::is_lowercase)
    })
}

super::sample_tests!();
