//! The texts of the whole program in three languages, read once.

use std::sync::{Arc, LazyLock};

use seloste_kernel::{Fault, Lang, Timestamp, Words};
use seloste_web::Texts;

use crate::services;

/// One locale file in its three languages: the language, the file's name for messages, the text.
pub type Locale = [(Lang, &'static str, &'static str); 3];

/// One locale file of `locales/`.
macro_rules! locale {
    ($name:literal) => {{
        use seloste_kernel::Lang;
        [
            (
                Lang::Fi,
                concat!("fi/", $name),
                include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/locales/fi/", $name)),
            ),
            (
                Lang::Sv,
                concat!("sv/", $name),
                include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/locales/sv/", $name)),
            ),
            (
                Lang::En,
                concat!("en/", $name),
                include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/locales/en/", $name)),
            ),
        ]
    }};
}
pub(crate) use locale;

/// The locale files of what is no service: one per folder of pages.
const LOCALES: &[Locale] = &[
    locale!("api.ftl"),
    locale!("app.ftl"),
    locale!("cases.ftl"),
    locale!("console.ftl"),
    locale!("demo.ftl"),
    locale!("erasure.ftl"),
    locale!("operations.ftl"),
    locale!("privacy.ftl"),
];

fn read() -> Result<Words, String> {
    Words::new(
        &[
            LOCALES.as_flattened(),
            &services::ALL
                .iter()
                .flat_map(|service| service.texts.as_flattened())
                .copied()
                .collect::<Vec<_>>(),
            &seloste_register::LOCALES.concat(),
            seloste_store::words::SOURCES,
        ]
        .concat(),
    )
}

static WORDS: LazyLock<Arc<Words>> = LazyLock::new(|| {
    // A broken locale file is found by a test; at run time it must not take the service down.
    Arc::new(read().unwrap_or_else(|error| {
        tracing::error!(error, "the texts cannot be read");
        Words::empty()
    }))
});

static TEXTS: LazyLock<Option<Texts>> = LazyLock::new(|| Texts::new(vec![shared()]).ok());

/// The program's texts, for the page kit.
pub fn shared() -> Arc<Words> {
    Arc::clone(&WORDS)
}

/// A text without arguments.
pub fn say(lang: Lang, key: &str) -> String {
    say_with(lang, key, &[])
}

/// A text with arguments.
pub fn say_with(lang: Lang, key: &str, args: &[(&str, String)]) -> String {
    // A number chooses the form of the word; any other value stays as it is written.
    let number =
        |(name, text): &(&str, String)| text.parse::<i64>().ok().filter(|_| *name == "count");
    let args: Vec<_> = args
        .iter()
        .map(|of| (of.0, number(of).map_or_else(|| of.1.as_str().into(), Into::into)))
        .collect();
    match &*TEXTS {
        Some(texts) => texts.say(lang, key, &args),
        None => WORDS.say(lang, key, &args),
    }
}

/// A moment as people read it, where no page is.
pub fn moment(lang: Lang, at: Timestamp) -> String {
    TEXTS.as_ref().map_or_else(|| at.to_string(), |texts| seloste_web::moment(texts, lang, at))
}

/// A day as people read it, where no page is.
pub fn date(lang: Lang, at: Timestamp) -> String {
    TEXTS.as_ref().map_or_else(|| at.to_string(), |texts| seloste_web::date(texts, lang, at))
}

/// What a fault tells people.
pub fn fault(lang: Lang, fault: &Fault) -> String {
    say_with(lang, fault.key(), fault.args())
}

/// What to do about a fault, where its own words do not say it already.
pub fn advice(lang: Lang, fault: &Fault) -> Option<String> {
    let key = format!("{}-next", fault.key());
    shared().has(lang, &key).then(|| say_with(lang, &key, fault.args()))
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_text_exists_in_every_language() {
        let words = super::read().unwrap();
        assert_eq!(words.gaps(), []);
    }
}
