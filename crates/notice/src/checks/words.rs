//! The checks' words in three languages.

use std::sync::OnceLock;

use seloste_kernel::{Lang, Words};

use super::{Finding, Law, by_code};
use crate::laws::Confidence;

static WORDS: OnceLock<Option<Words>> = OnceLock::new();

/// All words of this crate's checks. A file that cannot be read leaves its keys unsaid, which a
/// test forbids.
fn words() -> Option<&'static Words> {
    WORDS.get_or_init(|| sources().ok()).as_ref()
}

fn sources() -> Result<Words, String> {
    Words::new(&[
        (Lang::Fi, "fi/checks.ftl", include_str!("../../locales/fi/checks.ftl")),
        (Lang::Sv, "sv/checks.ftl", include_str!("../../locales/sv/checks.ftl")),
        (Lang::En, "en/checks.ftl", include_str!("../../locales/en/checks.ftl")),
    ])
}

/// One of the report's own words.
pub(crate) fn word(lang: Lang, key: &str, args: &[(&'static str, String)]) -> String {
    let args: Vec<_> = args.iter().map(|(name, value)| (*name, value.as_str().into())).collect();
    words().map_or_else(|| format!("⟦{key}⟧"), |words| words.say(lang, key, &args))
}

/// A finding in words.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Said {
    /// What is wrong, in one sentence.
    pub message: String,
    /// What to do about it.
    pub mend: String,
    /// Why it matters.
    pub why: String,
    /// Second places, in the order of the finding's notes.
    pub notes: Vec<String>,
}

/// The finding in this language.
pub fn said(finding: &Finding, lang: Lang) -> Said {
    let slug = by_code(finding.code).map_or("", |check| check.slug);
    Said {
        message: say(lang, slug, "message", &finding.args),
        mend: say(lang, slug, "mend", &finding.args),
        why: say(lang, slug, "why", &finding.args),
        notes: finding
            .notes
            .iter()
            .map(|note| word(lang, &format!("note-{}", note.key), &[]))
            .collect(),
    }
}

fn say(lang: Lang, slug: &str, part: &str, args: &[(&'static str, String)]) -> String {
    word(lang, &format!("{slug}-{part}"), args)
}

/// The law in words, for people: where it is, when it was looked up, how sure we are. Empty when
/// the rule is the language's own.
pub(crate) fn law(law: Law, lang: Lang) -> String {
    if law.citations().is_empty() {
        return String::new();
    }
    let looked_up = match law.looked_up() {
        Some(day) => word(lang, "report-looked-up", &[("day", day.to_string())]),
        None => word(lang, "report-not-looked-up", &[]),
    };
    let sure = match law.confidence() {
        Confidence::Sure => "report-sure",
        Confidence::Likely => "report-likely",
        Confidence::Unsure => "report-unsure",
    };
    format!("{} ({looked_up}; {})", law.article(), word(lang, sure, &[]))
}

/// A code explained.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Explanation {
    /// `SEL014`.
    pub code: &'static str,
    /// Its name.
    pub slug: &'static str,
    /// What it wants, in a few words.
    pub title: String,
    /// Why it matters.
    pub why: String,
    /// What to do.
    pub mend: String,
    /// The rule of law.
    pub law: Law,
    /// The rule of law in words. Empty when the rule is the language's own.
    pub law_said: String,
}

/// Explains a code (`SEL014`) or slug in this language; nothing when it is unknown.
pub fn explain(code: &str, lang: Lang) -> Option<Explanation> {
    let check = by_code(code)?;
    // No case of it in particular: a mend that tells cases apart says its last variant.
    let none = ["what", "wanted", "near"].map(|name| (name, String::new()));
    let text = |part| word(lang, &format!("{}-{part}", check.slug), &none);
    Some(Explanation {
        code: check.code,
        slug: check.slug,
        title: text("title"),
        why: text("why"),
        mend: text("mend"),
        law: check.law,
        law_said: law(check.law, lang),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::{ALL, Sample, check_on, samples};

    #[test]
    fn every_word_is_there_in_three_languages() {
        assert_eq!(sources().unwrap().gaps(), []);
        let wanted =
            |slug: &str| ["title", "message", "why", "mend"].map(|part| format!("{slug}-{part}"));
        let keys = words().unwrap().keys();
        for key in ALL.iter().flat_map(|check| wanted(check.slug)) {
            assert!(keys.contains(key.as_str()), "{key} is missing");
        }
        let slugs: Vec<&str> =
            ALL.iter().map(|check| check.slug).chain(["note", "report"]).collect();
        for key in keys {
            assert!(
                slugs.iter().any(|slug| key.starts_with(&format!("{slug}-"))),
                "{key} is of no check"
            );
        }
    }

    #[test]
    fn every_finding_of_every_sample_can_be_said() {
        for sample in ALL.iter().flat_map(|check| check.fails) {
            for finding in check_on(&crate::read(&samples::text(sample), ""), samples::TODAY) {
                for lang in Lang::ALL {
                    let said = said(&finding, lang);
                    let all = [said.message, said.mend, said.why].into_iter().chain(said.notes);
                    for text in all {
                        assert!(!text.contains('⟦') && !text.contains("nothing-near"), "{text}");
                    }
                }
            }
        }
    }

    #[test]
    fn the_law_is_said_with_its_day_and_its_doubt() {
        let told = explain("right-slow", Lang::En).unwrap();
        let day = told.law.looked_up().unwrap();
        assert_eq!(told.law_said, format!("GDPR Art. 12(3) (looked up {day}; likely)"));
        let law = |citations, lang| law(Law::sure(citations), lang);
        assert_eq!(law(&["GDPR Art. 999"], Lang::Fi), "GDPR Art. 999 (tarkistamatta; epävarma)");
        assert_eq!(
            law(&["GDPR Art. 16"], Lang::Sv),
            format!("GDPR Art. 16 (kontrollerad {day}; säkert)")
        );
        assert_eq!(law(&[], Lang::En), "");
    }

    #[test]
    fn every_code_can_be_explained() {
        for check in ALL {
            for lang in Lang::ALL {
                let told = explain(check.code, lang).unwrap();
                for text in [told.title, told.why, told.mend] {
                    assert!(!text.contains('⟦'), "{}: {text}", check.slug);
                }
            }
            assert_eq!(
                explain(check.slug, Lang::En),
                explain(&check.code.to_lowercase(), Lang::En)
            );
            assert!(
                check
                    .fails
                    .iter()
                    .chain(check.passes)
                    .all(|sample| !matches!(sample, Sample::Whole("")))
            );
        }
        assert_eq!(explain("SEL999", Lang::En), None);
    }
}
