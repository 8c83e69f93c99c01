//! What a version of the notice says otherwise than another, as verbs and pages tell it.

use seloste_kernel::{Fault, FaultKind, Lang};
use seloste_notice::diff::{Change, Weight};
use seloste_notice::model::Text;

use crate::output::Output;
use crate::words::{say, say_with};

/// The longest reason of a version, in characters.
const REASON_MAX: usize = 1_000;

/// The changes of one weight, the heaviest weight first; none that is empty.
pub fn by_weight(changes: &[Change]) -> Vec<(Weight, Vec<&Change>)> {
    let of = |weight| changes.iter().filter(|change| change.weight == weight).collect::<Vec<_>>();
    let all = Weight::ALL.into_iter().map(|weight| (weight, of(weight)));
    all.filter(|(_, changes)| !changes.is_empty()).collect()
}

/// How many people have to be told of.
pub fn significant(changes: &[Change]) -> usize {
    changes.iter().filter(|change| change.weight == Weight::Significant).count()
}

/// For programs; with the new text each tells its line there.
pub fn as_json(changes: &[Change], lang: Lang, text: Option<&str>) -> serde_json::Value {
    let one = |change: &Change| {
        let mut path = change.path.clone();
        if !change.aspect.is_empty() {
            path = format!("{path} {}", change.aspect);
        }
        serde_json::json!({
            "what": path,
            "weight": change.weight,
            "sentence": change.say(lang),
            "law": change.law,
            "follows": change.follows,
            "line": text.and_then(|text| change.line(text)),
        })
    };
    changes.iter().map(one).collect()
}

/// For people: by weight, each with its law and what follows.
pub fn tell(output: &mut Output, changes: &[Change], text: Option<&str>) {
    let lang = output.lang;
    if changes.is_empty() {
        output.line(say(lang, "privacy-nothing-changed"));
    }
    for (weight, changes) in by_weight(changes) {
        output.line(format!("{} ({}):", weight.say(lang), changes.len()));
        for change in changes {
            let line = text.and_then(|text| change.line(text));
            let line =
                line.map(|line| say_with(lang, "cli-diff-line", &[("line", line.to_string())]));
            output.line(format!("  {}{}", change.say(lang), line.unwrap_or_default()));
            if weight == Weight::Significant {
                output.line(format!("    {} ({})", change.follows.say(lang), change.law.say(lang)));
            }
        }
    }
}

/// A version's reason as it was typed: `fi=…` is in Finnish, what names no language in the first of
/// the notice.
///
/// # Errors
/// `BadRequest` for one that is too long, empty, or has signs that nobody sees.
pub fn reason(typed: &[String], first: Lang) -> Result<Text, Fault> {
    let mut reason = Text::new();
    for said in typed {
        let named = Lang::ALL
            .into_iter()
            .find_map(|lang| Some((lang, said.strip_prefix(lang.tag())?.strip_prefix('=')?)));
        let (lang, said) = named.unwrap_or((first, said));
        let said = said.trim();
        let hidden = said.chars().any(char::is_control);
        if said.is_empty() || hidden || said.chars().count() > REASON_MAX {
            return Err(Fault::new(FaultKind::BadRequest, "fault-reason-unusable")
                .with("most", REASON_MAX.to_string()));
        }
        reason.insert(lang, said.to_owned());
    }
    Ok(reason)
}

/// Refuses a version that people must be told of and nobody gives a reason for.
///
/// # Errors
/// `RefusedByPromise`, with the first such change.
pub fn refuse_unexplained(changes: &[Change], reason: &Text, lang: Lang) -> Result<(), Fault> {
    let first = changes.iter().find(|change| change.weight == Weight::Significant);
    match first {
        Some(change) if reason.is_empty() => {
            Err(Fault::new(FaultKind::RefusedByPromise, "fault-reason-missing")
                .with("count", significant(changes).to_string())
                .with("change", change.say(lang)))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_is_in_the_language_that_it_names() {
        let typed = ["Laki muuttui.".to_owned(), "en=The law changed.".to_owned()];
        let said = reason(&typed, Lang::Fi).unwrap();
        assert_eq!(said[&Lang::Fi], "Laki muuttui.");
        assert_eq!(said[&Lang::En], "The law changed.");
        assert!(reason(&[" ".to_owned()], Lang::Fi).is_err());
        assert!(reason(&["a\u{7}b".to_owned()], Lang::Fi).is_err());
        assert!(reason(&["x".repeat(REASON_MAX + 1)], Lang::Fi).is_err());
        assert!(reason(&[], Lang::Fi).unwrap().is_empty());
    }
}
