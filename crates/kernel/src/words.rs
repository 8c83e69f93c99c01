//! Texts for people, from Fluent files in three languages.
//!
//! Each crate embeds its own `locales/{fi,sv,en}/*.ftl` and builds one [`Words`] of them. A key
//! that is missing in one language is a defect that [`Words::gaps`] finds in a test.

use std::collections::BTreeSet;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use crate::Lang;

/// The texts of one crate in all languages.
pub struct Words {
    bundles: Vec<(Lang, FluentBundle<FluentResource>, BTreeSet<String>)>,
}

impl Words {
    /// Reads the sources: language, file name (for messages), content.
    ///
    /// # Errors
    /// Says which file has which syntax error or repeats which key.
    pub fn new(sources: &[(Lang, &str, &str)]) -> Result<Self, String> {
        let mut bundles = Vec::new();
        for lang in Lang::ALL {
            let tag = lang.tag().parse().map_err(|error| format!("{lang}: {error:?}"))?;
            let mut bundle = FluentBundle::new_concurrent(vec![tag]);
            // Isolation marks would be seen in plain text, mail and tests.
            bundle.set_use_isolating(false);
            let mut keys = BTreeSet::new();
            for (_, file, text) in sources.iter().filter(|(of, _, _)| *of == lang) {
                let resource = FluentResource::try_new((*text).to_owned())
                    .map_err(|(_, errors)| format!("{file}: {errors:?}"))?;
                for entry in resource.entries() {
                    if let fluent_syntax::ast::Entry::Message(message) = entry
                        && !keys.insert(message.id.name.to_owned())
                    {
                        return Err(format!("{file}: `{}` is there twice", message.id.name));
                    }
                }
                bundle.add_resource(resource).map_err(|errors| format!("{file}: {errors:?}"))?;
            }
            bundles.push((lang, bundle, keys));
        }
        Ok(Self { bundles })
    }

    /// No texts at all: every key shows as missing.
    pub fn empty() -> Self {
        Self { bundles: Vec::new() }
    }

    /// Whether the text exists in this language.
    pub fn has(&self, lang: Lang, key: &str) -> bool {
        self.bundles.iter().any(|(of, _, keys)| *of == lang && keys.contains(key))
    }

    /// The text. A missing one shows as `⟦key⟧`, which no page may contain.
    pub fn say(&self, lang: Lang, key: &str, args: &[(&str, FluentValue<'_>)]) -> String {
        let missing = || format!("⟦{key}⟧");
        let Some((_, bundle, _)) = self.bundles.iter().find(|(of, _, _)| *of == lang) else {
            return missing();
        };
        let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
            return missing();
        };
        let args: FluentArgs<'_> =
            args.iter().map(|(name, value)| (name.to_string(), value.clone())).collect();
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned();
        if errors.is_empty() { text } else { format!("⟦{key}: {errors:?}⟧") }
    }

    /// All keys, of any language.
    pub fn keys(&self) -> BTreeSet<&str> {
        self.bundles.iter().flat_map(|(_, _, keys)| keys.iter().map(String::as_str)).collect()
    }

    /// Keys that some language lacks, for a test that demands none.
    pub fn gaps(&self) -> Vec<(Lang, String)> {
        let all = self.keys();
        let mut gaps = Vec::new();
        for (lang, _, keys) in &self.bundles {
            gaps.extend(
                all.iter().filter(|key| !keys.contains(**key)).map(|key| (*lang, key.to_string())),
            );
        }
        gaps
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_have_arguments_and_gaps_are_found() {
        let words = Words::new(&[
            (Lang::Fi, "a.ftl", "hello = Hei { $name }\nonly = Vain"),
            (Lang::Sv, "a.ftl", "hello = Hej { $name }"),
            (Lang::En, "a.ftl", "hello = Hello { $name }"),
        ])
        .unwrap_or_else(|error| unreachable!("{error}"));
        assert_eq!(words.say(Lang::Sv, "hello", &[("name", "Aino".into())]), "Hej Aino");
        assert_eq!(words.say(Lang::Sv, "only", &[]), "⟦only⟧");
        assert_eq!(words.gaps(), [(Lang::Sv, "only".to_owned()), (Lang::En, "only".to_owned())]);
    }

    #[test]
    fn a_repeated_key_is_refused() {
        assert!(Words::new(&[(Lang::Fi, "a.ftl", "a = 1\na = 2")]).is_err());
    }
}
