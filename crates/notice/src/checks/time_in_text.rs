//! `time-in-text`: a time written in a text is the time declared beside it.
//!
//! Why: People read the text and the program keeps the declared time; when they differ, one of them
//! is untrue.
//!
//! Mend: Write the same time in both.

use super::{Check, Context, Finding, Law, Level, Sample};
use crate::model::{Period, Span, Text};

/// The check.
pub const CHECK: Check = Check {
    code: "SEL101",
    slug: "time-in-text",
    level: Level::Warning,
    law: Law::likely(&["GDPR Art. 5(1)(a)", "GDPR Art. 12(1)"]),
    run: Some(run),
    fails: &[Sample::Part {
        without: &["rights"],
        with: r#"rights { access; rectification; erasure within="1 month" { fi "Poistamme tiedot kolmen vuoden kuluessa." }; restriction; objection; complaint }"#,
    }],
    passes: &[Sample::Part {
        without: &["rights"],
        with: r#"rights { access; rectification; erasure within="1 month" { fi "Poistamme tiedot heti tai viimeistään yhden kuukauden kuluessa." }; restriction; objection; complaint }"#,
    }],
};

/// Numbers as the three languages write them before a unit.
const NUMBERS: &[(&str, i32)] = &[
    ("yhden", 1),
    ("yhdessä", 1),
    ("kahden", 2),
    ("kahdessa", 2),
    ("kolmen", 3),
    ("kolmessa", 3),
    ("neljän", 4),
    ("neljässä", 4),
    ("viiden", 5),
    ("viidessä", 5),
    ("kuuden", 6),
    ("seitsemän", 7),
    ("kahdeksan", 8),
    ("yhdeksän", 9),
    ("kymmenen", 10),
    ("neljäntoista", 14),
    ("en", 1),
    ("ett", 1),
    ("två", 2),
    ("tre", 3),
    ("fyra", 4),
    ("fem", 5),
    ("sex", 6),
    ("sju", 7),
    ("åtta", 8),
    ("nio", 9),
    ("tio", 10),
    ("fjorton", 14),
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("fourteen", 14),
];

/// Units as whole words, with the language's own unit.
const UNITS: &[(&[&str], &str)] = &[
    (&["tunnin", "tunnissa", "timme", "timmar", "hour", "hours"], "hour"),
    (&["päivän", "päivässä", "vuorokauden", "dag", "dagar", "dygn", "day", "days"], "day"),
    (&["viikon", "viikossa", "vecka", "veckor", "week", "weeks"], "week"),
    (&["kuukauden", "kuukaudessa", "månad", "månader", "month", "months"], "month"),
    (&["vuoden", "vuodessa", "år", "year", "years"], "year"),
];

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    let rights = cx.notice.rights.iter();
    let rights = rights.filter_map(|right| Some((right.within?, &right.text, right.span)));
    let cookies = cx.notice.cookies.iter();
    let cookies = cookies.filter_map(|cookie| Some((cookie.keep?, &cookie.text, cookie.span)));
    for (declared, text, span) in rights.chain(cookies) {
        out.extend(differing(declared, text).map(|told| found(span, told, declared)));
    }
}

fn found(span: Span, told: Period, declared: Period) -> Finding {
    CHECK.found(span).with("told", told.to_string()).with("declared", declared.to_string())
}

/// Times in texts of which none is the declared one. A text may tell of other times, too, so one
/// that names the declared time is believed.
fn differing(declared: Period, text: &Text) -> impl Iterator<Item = Period> {
    text.values().filter_map(move |text| {
        let told = times(text);
        let same = |time: &Period| same(time, &declared);
        if told.iter().any(same) { None } else { told.into_iter().next() }
    })
}

fn same(a: &Period, b: &Period) -> bool {
    !a.may_exceed(b) && !b.may_exceed(a)
}

/// Every number followed by a unit of time.
fn times(text: &str) -> Vec<Period> {
    let text = text.to_lowercase();
    let words: Vec<&str> = text.split(|letter: char| !letter.is_alphanumeric()).collect();
    let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
    words.windows(2).filter_map(|pair| time(pair.first()?, pair.last()?)).collect()
}

fn time(number: &str, unit: &str) -> Option<Period> {
    let written = NUMBERS.iter().find(|(word, _)| *word == number).map(|(_, count)| *count);
    let count = written.or_else(|| number.parse().ok())?;
    let (_, unit) = UNITS.iter().find(|(words, _)| words.contains(&unit))?;
    format!("{count} {unit}").parse().ok()
}

super::sample_tests!();
