//! Grounds on which a request of a person is not granted, or not in full (GDPR Art. 12–22), in words
//! for whoever asked. The list is data: dated, with its place and how sure it is.

use std::sync::LazyLock;

use jiff::civil::Date;
use serde::Deserialize;

use crate::laws::Confidence;
use crate::model::Text;

/// One ground.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Refusal {
    /// Its name in forms, and in what is kept of a decision.
    pub code: String,
    /// The requests that it can be given for.
    pub rights: Vec<String>,
    /// The provision, as an answer cites it.
    pub law: Text,
    /// What it means for whoever asked.
    pub says: Text,
    /// Whether that is all that there is to say: nobody need add words of their own.
    #[serde(default)]
    pub whole: bool,
    /// The day on which the provision was read.
    pub looked_up: Date,
    /// Where.
    pub at: String,
    /// How well that place knows.
    pub confidence: Confidence,
}

static ALL: LazyLock<Vec<Refusal>> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../data/refusals.json")).unwrap_or_default()
});

/// The grounds that can be given for a request of this kind.
pub fn of(right: &str) -> impl Iterator<Item = &'static Refusal> {
    ALL.iter().filter(move |ground| ground.rights.iter().any(|known| known == right))
}

/// The ground of this code.
pub fn by_code(code: &str) -> Option<&'static Refusal> {
    ALL.iter().find(|ground| ground.code == code)
}

#[cfg(test)]
mod tests {
    use seloste_kernel::Lang;

    use super::*;

    #[test]
    fn the_list_is_whole() {
        let codes: std::collections::BTreeSet<_> = ALL.iter().map(|one| &one.code).collect();
        assert_eq!(codes.len(), ALL.len());
        for ground in ALL.iter() {
            for lang in Lang::ALL {
                assert!(ground.law.contains_key(&lang) && ground.says.contains_key(&lang));
            }
        }
        let erasure: Vec<&str> = of("erasure").map(|ground| ground.code.as_str()).collect();
        for wanted in ["17-3-a", "17-3-b", "17-3-c", "17-3-d", "17-3-e", "12-5", "11-2"] {
            assert!(erasure.contains(&wanted), "{wanted}: {erasure:?}");
        }
        // Nobody's interests weigh more than a word against direct marketing (Art. 21(3)).
        assert!(of("marketing").all(|ground| ground.code != "21-1"));
        assert!(by_code("21-1").is_some() && by_code("99").is_none());
    }
}
