//! Texts in layers: the program's own words first, the page kit's beneath.

use std::sync::Arc;

use fluent_bundle::FluentValue;
use seloste_kernel::{Fault, Lang, Words};

/// The page kit's own texts.
///
/// # Errors
/// An internal fault when an embedded file has a syntax error.
pub fn own_words() -> Result<Words, Fault> {
    Words::new(&[
        (Lang::Fi, "fi/web.ftl", include_str!("../locales/fi/web.ftl")),
        (Lang::Sv, "sv/web.ftl", include_str!("../locales/sv/web.ftl")),
        (Lang::En, "en/web.ftl", include_str!("../locales/en/web.ftl")),
        (Lang::Fi, "fi/fault.ftl", include_str!("../locales/fi/fault.ftl")),
        (Lang::Sv, "sv/fault.ftl", include_str!("../locales/sv/fault.ftl")),
        (Lang::En, "en/fault.ftl", include_str!("../locales/en/fault.ftl")),
        (Lang::Fi, "fi/gallery.ftl", include_str!("../locales/fi/gallery.ftl")),
        (Lang::Sv, "sv/gallery.ftl", include_str!("../locales/sv/gallery.ftl")),
        (Lang::En, "en/gallery.ftl", include_str!("../locales/en/gallery.ftl")),
    ])
    .map_err(Fault::internal)
}

/// Several [`Words`] asked in order; the first that has the key answers.
pub struct Texts {
    layers: Vec<Arc<Words>>,
}

impl Texts {
    /// The program's words, most particular first, over the page kit's own.
    ///
    /// # Errors
    /// As [`own_words`].
    pub fn new(mut layers: Vec<Arc<Words>>) -> Result<Self, Fault> {
        layers.push(Arc::new(own_words()?));
        Ok(Self { layers })
    }

    /// Whether some layer has the key in this language.
    pub fn has(&self, lang: Lang, key: &str) -> bool {
        self.layers.iter().any(|words| words.has(lang, key))
    }

    /// The text; a key that no layer has shows as `⟦key⟧`.
    pub fn say(&self, lang: Lang, key: &str, args: &[(&str, FluentValue<'_>)]) -> String {
        match self.layers.iter().find(|words| words.has(lang, key)) {
            Some(words) => words.say(lang, key, args),
            None => format!("⟦{key}⟧"),
        }
    }
}
