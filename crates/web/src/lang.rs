//! Which language a page is in: the address says so. `/sv/…` and `/en/…` mirror the Finnish
//! addresses; `Accept-Language` is asked on the front page only.

use seloste_kernel::Lang;

/// Takes the language prefix off a path: `/sv/palaute` is Swedish `/palaute`.
pub fn split_prefix(path: &str) -> (Lang, &str) {
    for lang in [Lang::Sv, Lang::En] {
        let rest = path.strip_prefix('/').and_then(|path| path.strip_prefix(lang.tag()));
        match rest {
            Some("") => return (lang, "/"),
            Some(rest) if rest.starts_with('/') => return (lang, rest),
            _ => {}
        }
    }
    (Lang::Fi, path)
}

/// The address of a Finnish path in another language.
pub fn localised(lang: Lang, path: &str) -> String {
    match lang {
        Lang::Fi => path.to_owned(),
        _ => format!("/{}{path}", lang.tag()),
    }
}

/// The first of our languages in the visitor's order of preference (RFC 9110 §12.5.4).
pub fn preferred(accept_language: &str) -> Option<Lang> {
    let mut wishes: Vec<(f32, Lang)> = accept_language
        .split(',')
        .take(16)
        .filter_map(|wish| {
            let (tag, quality) = match wish.split_once(";q=") {
                Some((tag, quality)) => (tag, quality.trim().parse().ok()?),
                None => (wish, 1.0),
            };
            let primary = tag.trim().split('-').next()?.to_ascii_lowercase();
            Some((quality, primary.parse().ok()?))
        })
        .filter(|(quality, _): &(f32, Lang)| *quality > 0.0)
        .collect();
    // Stable: equal wishes keep the visitor's order.
    wishes.sort_by(|a, b| b.0.total_cmp(&a.0));
    wishes.first().map(|(_, lang)| *lang)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_prefix_is_a_whole_segment() {
        assert_eq!(split_prefix("/sv/palaute"), (Lang::Sv, "/palaute"));
        assert_eq!(split_prefix("/en"), (Lang::En, "/"));
        assert_eq!(split_prefix("/en/"), (Lang::En, "/"));
        assert_eq!(split_prefix("/english"), (Lang::Fi, "/english"));
        assert_eq!(split_prefix("//sv/x"), (Lang::Fi, "//sv/x"));
    }

    #[test]
    fn the_visitor_s_order_decides() {
        assert_eq!(preferred("de-DE,de;q=0.9,sv-FI;q=0.8,en;q=0.7"), Some(Lang::Sv));
        assert_eq!(preferred("en-GB"), Some(Lang::En));
        assert_eq!(preferred("fi;q=0,en;q=0.1"), Some(Lang::En));
        assert_eq!(preferred("xx, *;q=0.5, \u{1f600};q=nan"), None);
    }
}
