//! The law as it was read: dated data, so that a provision is looked up once and told once.
//! Checks cite provisions by name. What `data/laws.json` does not hold was not looked up.

use std::sync::LazyLock;

use jiff::civil::Date;
use serde::ser::SerializeStruct as _;
use serde::{Deserialize, Serialize, Serializer};

/// How sure we are that the law says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Confidence {
    /// The text was read, and says so in plain words.
    Sure,
    /// Known from a secondary source, or follows from the text in settled practice.
    Likely,
    /// Contested, or not looked up.
    Unsure,
}

/// One provision as it was read.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Provision {
    /// Its name, `GDPR Art. 13(1)(a)`.
    pub citation: String,
    /// What it says, in our own few words.
    pub says: String,
    /// The day on which its text, or a faithful account of it, was read.
    pub looked_up: Date,
    /// Where it was read.
    pub at: String,
    /// How well that place knows: the text itself is sure, an account of it is likely.
    pub confidence: Confidence,
}

static ALL: LazyLock<Vec<Provision>> =
    LazyLock::new(|| serde_json::from_str(include_str!("../data/laws.json")).unwrap_or_default());

/// All provisions that were looked up.
pub fn provisions() -> &'static [Provision] {
    &ALL
}

fn provision(citation: &str) -> Option<&'static Provision> {
    ALL.iter().find(|provision| provision.citation == citation)
}

/// The rule of law behind a check.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Law {
    citations: &'static [&'static str],
    follows: Confidence,
}

impl Law {
    /// The provisions say so in plain words.
    pub const fn sure(citations: &'static [&'static str]) -> Self {
        Self { citations, follows: Confidence::Sure }
    }

    /// It follows from the provisions in settled practice.
    pub const fn likely(citations: &'static [&'static str]) -> Self {
        Self { citations, follows: Confidence::Likely }
    }

    /// Whether it follows from the provisions is contested.
    pub const fn unsure(citations: &'static [&'static str]) -> Self {
        Self { citations, follows: Confidence::Unsure }
    }

    /// A rule of the notice language itself.
    pub const fn language() -> Self {
        Self::sure(&[])
    }

    /// The provisions by name. None when the rule is the language's own.
    pub const fn citations(self) -> &'static [&'static str] {
        self.citations
    }

    /// The provisions in one line, `GDPR Art. 13(2)(a), 5(1)(e)`. Empty when the rule is the
    /// language's own.
    pub fn article(self) -> String {
        const GDPR: &str = "GDPR Art. ";
        let mut line = String::new();
        let mut before = "";
        for citation in self.citations {
            match citation.strip_prefix(GDPR).filter(|_| before.starts_with(GDPR)) {
                Some(article) => line.extend([", ", article]),
                None if line.is_empty() => line.push_str(citation),
                None => line.extend(["; ", citation]),
            }
            before = citation;
        }
        line
    }

    /// The day since which all its provisions are known; nothing when one was not looked up.
    pub fn looked_up(self) -> Option<Date> {
        let days: Option<Vec<Date>> = self
            .citations
            .iter()
            .map(|citation| provision(citation).map(|provision| provision.looked_up))
            .collect();
        days?.into_iter().min()
    }

    /// As sure as the least sure of its provisions and of what follows from them.
    pub fn confidence(self) -> Confidence {
        self.citations
            .iter()
            .map(|citation| {
                provision(citation).map_or(Confidence::Unsure, |found| found.confidence)
            })
            .fold(self.follows, Confidence::max)
    }
}

impl Serialize for Law {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut law = serializer.serialize_struct("Law", 3)?;
        law.serialize_field("article", &self.article())?;
        law.serialize_field("looked_up", &self.looked_up())?;
        law.serialize_field("confidence", &self.confidence())?;
        law.end()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::checks;
    use crate::finding::Level;

    #[test]
    fn every_citation_was_looked_up_and_nothing_else() {
        let cited: BTreeSet<&str> =
            checks::ALL.iter().flat_map(|check| check.law.citations()).copied().collect();
        let known: BTreeSet<&str> =
            provisions().iter().map(|provision| provision.citation.as_str()).collect();
        assert_eq!(cited, known);
        assert_eq!(known.len(), provisions().len(), "a provision is told twice");
        assert!(provisions().iter().all(|provision| !provision.at.is_empty()));
    }

    #[test]
    fn no_error_rests_on_unsure_law() {
        for check in checks::ALL {
            assert!(
                check.level != Level::Error || check.law.confidence() != Confidence::Unsure,
                "{} blocks publication, but its law is unsure: make it a warning",
                check.slug
            );
        }
    }

    #[test]
    fn what_was_not_looked_up_is_unsure() {
        let law = Law::sure(&["GDPR Art. 4(1)", "GDPR Art. 999"]);
        assert_eq!(law.looked_up(), None);
        assert_eq!(law.confidence(), Confidence::Unsure);
        let json = serde_json::to_value(law).unwrap();
        assert_eq!(json["looked_up"], serde_json::Value::Null);
        assert_eq!(json["confidence"], "unsure");
    }

    #[test]
    fn a_law_is_no_surer_than_its_source_or_than_what_follows() {
        assert_eq!(Law::sure(&["GDPR Art. 4(1)"]).confidence(), Confidence::Sure);
        assert_eq!(Law::likely(&["GDPR Art. 4(1)"]).confidence(), Confidence::Likely);
        assert_eq!(Law::sure(&["GDPR Art. 4(1)", "C-673/17"]).confidence(), Confidence::Likely);
        assert_eq!(Law::unsure(&["C-673/17"]).confidence(), Confidence::Unsure);
        assert_eq!(Law::language().confidence(), Confidence::Sure);
        assert_eq!(Law::language().looked_up(), None);
    }

    #[test]
    fn articles_of_one_act_are_told_in_one_breath() {
        let line = |citations| Law::sure(citations).article();
        assert_eq!(line(&[]), "");
        assert_eq!(line(&["GDPR Art. 12(3)", "GDPR Art. 16"]), "GDPR Art. 12(3), 16");
        assert_eq!(line(&["GDPR Art. 4(1)", "GDPR recital 26"]), "GDPR Art. 4(1); GDPR recital 26");
        assert_eq!(line(&["C-673/17", "GDPR Art. 16"]), "C-673/17; GDPR Art. 16");
    }
}
