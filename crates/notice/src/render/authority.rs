//! Supervisory authorities: dated data, so that a moved office is one edit and no prose.

use std::sync::LazyLock;

use jiff::civil::Date;
use serde::Deserialize;

use crate::model::Text;

/// A supervisory authority as it was on the day of the check.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Supervisor {
    /// The code that notices use.
    pub code: String,
    /// When these details were last compared with the source.
    pub checked: Date,
    /// Where they are published.
    pub source: String,
    /// Its name.
    pub name: Text,
    /// Visiting address.
    pub visiting: Text,
    /// Postal address.
    pub postal: Text,
    /// Telephone, as dialled in the country.
    pub phone: String,
    /// Telephone, as dialled from anywhere.
    pub phone_international: String,
    /// Registry's mail address.
    pub email: String,
    /// Its site in each language.
    pub site: Text,
    /// ISO 3166-1 alpha-2.
    pub country: String,
}

static ALL: LazyLock<Vec<Supervisor>> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../data/authorities.json")).unwrap_or_default()
});

/// The authority of this code.
pub fn supervisor(code: &str) -> Option<&'static Supervisor> {
    ALL.iter().find(|supervisor| supervisor.code == code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_finnish_authority_is_known_with_a_dated_source() {
        let fi = supervisor("fi").unwrap();
        assert_eq!(fi.name.len(), 3);
        assert!(fi.checked >= jiff::civil::date(2026, 11, 21));
        assert!(supervisor("xx").is_none());
    }
}
