//! The texts of this crate's faults.

use seloste_kernel::Lang;

/// The sources of the texts: language, file, content.
pub const SOURCES: &[(Lang, &str, &str)] = &[
    (Lang::Fi, "fi/store.ftl", include_str!("../locales/fi/store.ftl")),
    (Lang::Sv, "sv/store.ftl", include_str!("../locales/sv/store.ftl")),
    (Lang::En, "en/store.ftl", include_str!("../locales/en/store.ftl")),
];

#[cfg(test)]
mod tests {
    use super::*;
    use seloste_kernel::Words;

    #[test]
    fn every_text_exists_in_every_language() {
        let words = Words::new(SOURCES).unwrap();
        assert!(words.gaps().is_empty());
        for key in KEYS {
            assert!(words.has(Lang::Fi, key), "{key}");
        }
    }

    const KEYS: &[&str] = &[
        "store-conflict",
        "store-missing",
        "store-full",
        "store-unreachable",
        "store-in-use",
        "store-newer-schema",
        "store-old-sqlite",
        "store-damaged",
        "store-closed",
        "store-busy",
        "ledger-damaged",
    ];
}
