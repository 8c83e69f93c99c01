//! Provisions of Finnish law that give somebody a right to data of an authority. A disclosure
//! under one of these is common enough to need one person; under any other it needs two.

use std::sync::LazyLock;

use jiff::civil::Date;
use serde::Deserialize;

use crate::laws::Confidence;
use crate::model::Text;

/// One provision.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Statute {
    /// Its name in forms: number of the act and of the section.
    pub code: String,
    /// The act, with its number.
    pub act: Text,
    /// The section.
    pub section: String,
    /// Whose right it is, in a few words.
    pub right: Text,
    /// Whether it is used on a request under the openness act, which has a deadline of its own.
    #[serde(default)]
    pub openness: bool,
    /// The day on which an account of it was read.
    pub looked_up: Date,
    /// Where.
    pub at: String,
    /// How well that place knows.
    pub confidence: Confidence,
}

static ALL: LazyLock<Vec<Statute>> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../data/statutes.json")).unwrap_or_default()
});

/// All provisions on the list.
pub fn all() -> &'static [Statute] {
    &ALL
}

/// The provision of this code.
pub fn by_code(code: &str) -> Option<&'static Statute> {
    ALL.iter().find(|statute| statute.code == code)
}

impl Statute {
    /// Act and section as a Finnish authority writes them.
    pub fn citation(&self) -> String {
        let act = self.act.get(&seloste_kernel::Lang::Fi).map_or("", String::as_str);
        format!("{act} {}", self.section)
    }
}

#[cfg(test)]
mod tests {
    use seloste_kernel::Lang;

    use super::*;

    #[test]
    fn the_list_is_whole() {
        assert!(all().len() >= 6, "{}", all().len());
        let codes: std::collections::BTreeSet<_> = all().iter().map(|one| &one.code).collect();
        assert_eq!(codes.len(), all().len());
        for statute in all() {
            for lang in Lang::ALL {
                assert!(statute.act.contains_key(&lang) && statute.right.contains_key(&lang));
            }
            assert!(statute.citation().contains('/') && statute.citation().contains('§'));
        }
        assert!(by_code("621/1999-9").unwrap().openness);
        assert!(by_code("1/2000-1").is_none());
    }
}
