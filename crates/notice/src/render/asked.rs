//! What people agree to and are asked, sentence by sentence, so that versions of a notice can be
//! compared: promises say that there is a consent and a field, not in which words.

use seloste_kernel::Lang;

use crate::model::{Field, Notice, Purpose, Source};
use crate::promises::phrase::{Arg, say, text};

/// The sentences of consents, and what is said beside the fields that people fill in: a name that
/// outlives any wording, and the sentence.
pub fn asked(notice: &Notice, lang: Lang) -> Vec<(String, String)> {
    let consented = notice.purposes.iter().map(|purpose| consent(purpose, lang));
    let kinds = notice.services.iter().flat_map(|service| &service.collects);
    let given = kinds.filter(|kind| kind.source == Some(Source::Person));
    let fields = given.flat_map(|kind| kind.fields.iter().map(|of| field(&kind.kind, of, lang)));
    consented.chain(fields).filter_map(|(name, said)| Some((name, said?))).collect()
}

fn consent(purpose: &Purpose, lang: Lang) -> (String, Option<String>) {
    let name = format!("consent {}", purpose.name);
    (name, sentence("asked-consent", &[text(&purpose.consent, lang)], lang))
}

fn field(kind: &str, of: &Field, lang: Lang) -> (String, Option<String>) {
    let words = [&of.label, &of.help, &of.consequence].map(|words| text(words, lang));
    (format!("field {kind} {}", of.name), sentence("asked-field", &words, lang))
}

fn sentence(key: &str, words: &[&str], lang: Lang) -> Option<String> {
    let words: Vec<&str> = words.iter().copied().filter(|words| !words.is_empty()).collect();
    (!words.is_empty()).then(|| say(lang, key, &[("words", Arg::from(words.join(" – ")))]))
}
