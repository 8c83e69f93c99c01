//! Products and companies that notices name in passing: survey tools, newsletters, statistics,
//! video, maps, chat, clouds, office. Who names one says who gets the data, so it must stand
//! among the recipients, too.

use std::ops::Range;
use std::sync::LazyLock;

use serde::Deserialize;

/// One product as texts name it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tool {
    /// Its name.
    pub name: String,
    /// The company behind it: being a recipient covers its products.
    pub vendor: String,
    /// What it is for: `survey`, `newsletter`, `cloud`.
    pub kind: String,
    /// The name is also a common word: it counts only as it is written here.
    #[serde(default)]
    pub exact: bool,
}

static ALL: LazyLock<Vec<Tool>> = LazyLock::new(|| {
    let mut all: Vec<Tool> =
        serde_json::from_str(include_str!("../data/tools.json")).unwrap_or_default();
    // The longest name that fits is the one that is meant.
    all.sort_by_key(|tool| std::cmp::Reverse(tool.name.len()));
    all
});

/// Case endings and clitics with which Finnish, Swedish and English texts carry a foreign name:
/// `Webropolin`, `Webropols`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Endings {
    endings: Vec<String>,
    clitics: Vec<String>,
}

static ENDINGS: LazyLock<Endings> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../data/endings.json")).unwrap_or_default()
});

/// All tools, the longest names first.
pub fn all() -> &'static [Tool] {
    &ALL
}

/// The tools that a text names, with the places of their names in it, each place once.
pub fn named_in(text: &str) -> Vec<(&'static Tool, Range<usize>)> {
    let mut found: Vec<(&'static Tool, Range<usize>)> = Vec::new();
    for tool in all() {
        for place in places(text, tool) {
            let apart = |other: &Range<usize>| place.end <= other.start || other.end <= place.start;
            if found.iter().all(|(_, other)| apart(other)) {
                found.push((tool, place));
            }
        }
    }
    found.sort_by_key(|(_, place)| place.start);
    found
}

/// Whether a recipient of this name and with these products covers the tool.
pub fn covers(tool: &Tool, recipient: &str, products: Option<&str>) -> bool {
    let holds = |text: &str, name: &str| !occurrences(text, name, false).is_empty();
    let products = products.unwrap_or_default();
    [recipient, products].iter().any(|text| holds(text, &tool.name) || holds(text, &tool.vendor))
}

fn places(text: &str, tool: &Tool) -> Vec<Range<usize>> {
    occurrences(text, &tool.name, tool.exact)
}

/// Where `name` stands in `text` as a word of its own, inflected or as the first part of a
/// compound written with a hyphen.
fn occurrences(text: &str, name: &str, exact: bool) -> Vec<Range<usize>> {
    let starts = text.char_indices().map(|(at, _)| at);
    starts
        .filter_map(|at| {
            let end = at + prefix(text.get(at..)?, name, exact)?;
            let before = text.get(..at)?.chars().next_back();
            let free = !before.is_some_and(char::is_alphanumeric);
            (free && ends_here(text.get(end..)?)).then_some(at..end)
        })
        .collect()
}

/// The length of the beginning of `text` that reads as `name`.
fn prefix(text: &str, name: &str, exact: bool) -> Option<usize> {
    let mut rest = text.char_indices();
    for wanted in name.chars() {
        let (_, found) = rest.next()?;
        let same = found == wanted || (!exact && found.to_lowercase().eq(wanted.to_lowercase()));
        if !same {
            return None;
        }
    }
    Some(rest.next().map_or(text.len(), |(at, _)| at))
}

/// Whether what follows a name still belongs to it: nothing, an ending, or a compound.
fn ends_here(rest: &str) -> bool {
    let tail: String = rest.chars().take_while(|c| c.is_alphanumeric()).collect();
    if tail.is_empty() {
        return true;
    }
    let tail = tail.to_lowercase();
    let known = |ending: &str| ENDINGS.endings.iter().any(|known| known == ending);
    let stems = ENDINGS.clitics.iter().filter_map(|clitic| tail.strip_suffix(clitic.as_str()));
    stems.into_iter().any(|stem| {
        // A name that ends in a consonant takes `i` before its ending: `Webropolissa`.
        let linked = stem.strip_prefix('i').unwrap_or(stem);
        stem.is_empty() || known(stem) || known(linked)
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn names(text: &str) -> Vec<&'static str> {
        named_in(text).into_iter().map(|(tool, _)| tool.name.as_str()).collect()
    }

    #[test]
    fn inflected_names_are_found() {
        for (text, wanted) in [
            ("Palaute kerätään Webropolilla.", "Webropol"),
            ("Käytössä on webropol-järjestelmä.", "Webropol"),
            ("Vastaukset säilytetään Webropolissa", "Webropol"),
            ("Webropolin palvelin on Suomessa", "Webropol"),
            ("tiedot viedään Webropoliin", "Webropol"),
            ("Tilastot kerää Matomo", "Matomo"),
            ("Matomossa ei ole osoitteita", "Matomo"),
            ("Tiedot menevät Matomoon", "Matomo"),
            ("Videot ovat YouTubessa", "YouTube"),
            ("Office 365:n kautta", "Office 365"),
            ("Uppgifterna finns i Mailchimps register", "Mailchimp"),
            ("We use Google Forms for this.", "Google Forms"),
            ("Zoomilla pidetyt kokoukset", "Zoom"),
            ("Facebookinkin kautta", "Facebook"),
        ] {
            assert_eq!(names(text), [wanted], "{text}");
        }
        let (_, place) = named_in("Kysely: webropolilla").remove(0);
        assert_eq!(place, 8..16);
    }

    #[test]
    fn other_words_are_left_alone() {
        for text in [
            "zoom in",
            "a plausible reason",
            "Notionaalinen",
            "slack in the rope",
            "Vismarin",
            "Esimerkkipalvelin",
            "megoogle",
            "awsome",
            "",
        ] {
            assert_eq!(names(text), Vec::<&str>::new(), "{text}");
        }
    }

    #[test]
    fn a_recipient_covers_its_own_products() {
        let teams = all().iter().find(|tool| tool.name == "Microsoft Teams").unwrap();
        assert!(covers(teams, "Microsoft Ireland Operations Limited", None));
        assert!(covers(teams, "Esimerkkipilvi Oy", Some("Microsoft Teams")));
        assert!(!covers(teams, "Esimerkkipilvi Oy", None));
    }

    #[test]
    fn the_table_is_large_and_without_doubles() {
        let names: std::collections::BTreeSet<_> =
            all().iter().map(|tool| tool.name.to_lowercase()).collect();
        assert_eq!(names.len(), all().len());
        assert!(all().len() >= 80, "{}", all().len());
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_panic(text in "\\PC{0,80}(Webropol|AWS|tawk.to)?\\PC{0,20}") {
            for (tool, place) in named_in(&text) {
                prop_assert_eq!(text[place].to_lowercase(), tool.name.to_lowercase());
            }
        }
    }
}
