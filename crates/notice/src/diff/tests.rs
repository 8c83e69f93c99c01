use std::collections::BTreeSet;

use proptest::prelude::*;
use seloste_kernel::Lang;

use super::*;
use crate::read;

const FEEDBACK: &str = include_str!("../../../../notices/feedback.kdl");
const REGISTER: &str = include_str!("../../../../notices/register.kdl");

/// What is in neither ready-made notice.
const REST: &str = r#"
notice "n" languages="fi" {
  controller "Esimerkki Oy" kind="company" business-id="1234567-1" { email "a@example.fi"; phone "1"; address { fi "PL 1" } }
  contact user="alma" { title { fi "Palvelu" }; email "b@example.fi" }
  forbidden "directory" { fi "Ei luetteloon." }
  purpose "offer" basis="consent" use="direct-marketing" { fi "Tarjoukset"; consent { fi "Saa lähettää." } }
  purpose "deliver" basis="legitimate-interests" { fi "Toimitus"; interest { fi "Tilaus." }; law { fi "Laki 1 §" } }
  role "clerk" purposes="deliver" may="read collect" { fi "Myyjä" }
  service "orders" runs="records" { fi "Tilaukset"
    collect "order" from="other" part-of="case" shared=#true {
      fi "Tilaus"
      source { fi "Kauppias" }
      field "what" category="special" type="choice" purposes="deliver" ground="explicit-consent" lookup=#true required=#true max=20 {
        fi "Mitä"; help { fi "Valitse." }; consequence { fi "Ei toimiteta." }
        choice "a" { fi "A" }
        choice "b" { fi "B" }
      }
      field "sum" category="content" type="number" purposes="deliver" { fi "Summa" }
      keep "1 year" from="sent"
      erase-on-request within="10 days"
      floor "bookkeeping-voucher" from="sent" fields="sum"
      hold "open" field="what" is="a" { fi "Kesken" }
      anonymise by="what" per="month" sum="sum" fewer-than=5
    }
    collect "visit" from="system" { fi "Käynti"; keep review="1 year" { criterion { fi "Niin kauan kuin" } } }
  }
  cookies { necessary "__Host-session" keep="12 hours" idle="30 minutes" { fi "Istunto" }; optional "seen" keep="1 year" party="Muu" { fi "Nähty" } }
  analytics mode="visits" tool="seloste" dimensions="device country" honour="dnt gpc" keep="1 month"
  recipients {
    processor "Postittaja" purposes="deliver" country="FI" contract="2026-01-01" until="2027-01-01" products="Posti" grounds="contract" { fi "Vie"; host "mail.example.fi:465"; gets "order" fields="what sum" }
    class "couriers" purposes="deliver" { fi "Kuljettajat" }
  }
  transfers { transfer "Postittaja" country="US" mechanism="adequacy" }
  measure "encrypted-at-rest" "access-log"
  attest "rooms" by="clerk" every="1 year" about="Postittaja" { fi "Ovet lukitaan." }
  rights { access within="10 days"; erasure cooling-off="3 days" { fi "Saat poistaa." } }
  authority "fi"
  review every="1 year"
  register { fi "Tilaukset" }
  automated-decisions { decision "credit" kind="order" field="sum" basis="contract" uses="what" { fi "Luotto"; law { fi "Laki" } } }
  operations sweep="1 hour" backups="14 days" logs="14 days" ledger="3 years"
  statement "s" { fi "Virke." }
}
"#;

fn of(text: &str) -> Notice {
    read(text, "n.kdl").notice
}

/// Strings, and words with what belongs to them: what authors write.
fn tokens(text: &str) -> Vec<std::ops::Range<usize>> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        let rest = &text[at..];
        let len = match first {
            '"' => rest[1..].find('"').map_or(rest.len(), |end| end + 2),
            c if c.is_alphanumeric() || c == '#' => {
                rest.find(|c: char| !c.is_alphanumeric() && !"-#".contains(c)).unwrap_or(rest.len())
            }
            c => {
                at += c.len_utf8();
                continue;
            }
        };
        tokens.push(at..at + len);
        at += len;
    }
    tokens
}

/// The text with one token as another.
fn with(text: &str, token: &std::ops::Range<usize>, how: usize) -> String {
    let old = &text[token.clone()];
    let new = match (old, how) {
        ("#true", _) => "#false".to_owned(),
        ("#false", _) => "#true".to_owned(),
        (_, 0) => String::new(),
        (_, 1) if old.starts_with('"') => format!("\"uusi {}", &old[1..]),
        (_, 2) if old.starts_with('"') => format!("\"9{}", &old[1..]),
        _ => format!("{old}9"),
    };
    format!("{}{new}{}", &text[..token.start], &text[token.end..])
}

/// The difference and its reverse, each as paths with what happened.
fn deeds(changes: &[Change], reversed: bool) -> BTreeSet<String> {
    let turned = |deed: &Deed| match (deed, reversed) {
        (Deed::Added, true) => Deed::Removed,
        (Deed::Removed, true) => Deed::Added,
        (Deed::Gained(value), true) => Deed::Lost(value.clone()),
        (Deed::Lost(value), true) => Deed::Gained(value.clone()),
        (Deed::Changed(old, new), true) => Deed::Changed(new.clone(), old.clone()),
        (same, _) => same.clone(),
    };
    let line = |of: &Change| match (&of.deed, of.aspect) {
        // Of a purpose that is new itself the other version has no name.
        (Deed::Gained(_), "purposes") | (Deed::Lost(_), "purposes") => {
            let came = matches!(turned(&of.deed), Deed::Gained(_));
            format!("{} purposes {came}", of.path)
        }
        _ => format!("{} {} {:?}", of.path, of.aspect, turned(&of.deed)),
    };
    changes.iter().map(line).collect()
}

/// All that must hold of any two versions.
fn holds(old: &Notice, new: &Notice) {
    assert_eq!(diff(old, old), []);
    let changes = diff(old, new);
    let same = serde_json::to_value(old).unwrap() == serde_json::to_value(new).unwrap();
    assert_eq!(changes.is_empty(), same, "{changes:#?}");
    assert_eq!(deeds(&changes, false), deeds(&diff(new, old), true));
    assert!(changes.is_sorted_by_key(|change| change.weight));
    for change in changes {
        for lang in Lang::ALL {
            let said = format!("{}{}", change.say(lang), change.follows.say(lang));
            assert!(!said.contains('⟦') && !said.contains("diff-"), "{said}");
        }
    }
}

#[test]
fn whatever_the_model_says_otherwise_is_a_change() {
    for (text, step) in [(REST, 1), (FEEDBACK, 17), (REGISTER, 23)] {
        let old = of(text);
        for (at, token) in tokens(text).iter().enumerate().step_by(step) {
            for how in 0..3 {
                let how = if step > 1 { at % 3 } else { how };
                holds(&old, &of(&with(text, token, how)));
                if step > 1 {
                    break;
                }
            }
        }
    }
}

#[test]
fn every_statement_of_the_model_has_words_and_a_change() {
    let (old, mut paths) = (of(REST), BTreeSet::new());
    for token in tokens(REST) {
        for how in 0..3 {
            let changes = diff(&old, &of(&with(REST, &token, how)));
            paths.extend(changes.iter().map(|of| format!("{} {}", of.part, of.aspect)));
        }
    }
    insta::assert_snapshot!(paths.into_iter().collect::<Vec<_>>().join("\n"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn many_changes_at_once_are_all_told_and_can_be_turned_round(
        harms in prop::collection::vec((any::<prop::sample::Index>(), 0_usize..3), 1..12)
    ) {
        let mut text = REST.to_owned();
        for (at, how) in &harms {
            let tokens = tokens(&text);
            text = with(&text, at.get(&tokens), *how);
        }
        holds(&of(REST), &of(&text));
        holds(&of(FEEDBACK), &of(&text));
    }
}

/// The changes when one thing of the rest is another.
fn edit(from: &str, to: &str) -> Vec<(String, Weight, Follows, String)> {
    assert!(REST.contains(from), "{from}");
    let text = REST.replacen(from, to, 1);
    let told = |of: Change| {
        (format!("{} {}", of.path, of.aspect), of.weight, of.follows, of.law.to_string())
    };
    diff(&of(REST), &of(&text)).into_iter().map(told).collect()
}

#[test]
fn what_harms_is_significant_and_what_only_reads_otherwise_is_not() {
    use Follows::{AskAgain, Nothing, Tell};
    use Weight::{Ordinary, Significant, Wording};
    let cases: &[(&str, &str, &str, Weight, Follows)] = &[
        ("keep \"1 year\" from", "keep \"2 years\" from", "kind order keep", Significant, Tell),
        ("keep \"1 year\" from", "keep \"1 month\" from", "kind order keep", Ordinary, Nothing),
        ("keep \"1 year\" from", "keep \"12 months\" from", "kind order keep", Wording, Nothing),
        (
            "fi \"Saa lähettää.\"",
            "fi \"Saa lähettää ja soittaa.\"",
            "purpose offer consent",
            Significant,
            AskAgain,
        ),
        ("fi \"Saa lähettää.\"", "fi \"Saa lähettää!\"", "purpose offer consent", Wording, Nothing),
        (
            "basis=\"legitimate-interests\"",
            "basis=\"consent\"",
            "purpose deliver basis",
            Significant,
            AskAgain,
        ),
        (
            "type=\"number\" purposes=\"deliver\"",
            "type=\"number\" purposes=\"deliver offer\"",
            "kind order field sum purposes",
            Significant,
            AskAgain,
        ),
        (
            "gets \"order\" fields=\"what sum\"",
            "gets \"order\"",
            "recipient Postittaja gets",
            Significant,
            Tell,
        ),
        (
            "gets \"order\" fields=\"what sum\"",
            "gets \"order\" fields=\"what\"",
            "recipient Postittaja gets",
            Ordinary,
            Nothing,
        ),
        ("honour=\"dnt gpc\"", "honour=\"dnt\"", "analytics honour", Significant, Tell),
        ("country=\"US\"", "country=\"IN\"", "transfer Postittaja country", Significant, Tell),
        (
            "controller \"Esimerkki Oy\"",
            "controller \"Toinen Oy\"",
            "controller name",
            Significant,
            Tell,
        ),
        ("phone \"1\"", "phone \"2\"", "controller phone", Ordinary, Nothing),
        ("phone \"1\"; ", "", "controller phone", Significant, Tell),
        ("uses=\"what\"", "", "decision credit uses", Significant, Tell),
        ("fi \"Virke.\"", "fi \"Toinen.\"", "statement s text", Wording, Nothing),
    ];
    for (from, to, path, weight, follows) in cases {
        let changes = edit(from, to);
        let found = changes.iter().find(|of| of.0 == *path);
        let found = found.map(|of| (of.1, of.2));
        assert_eq!(found, Some((*weight, *follows)), "{path}: {changes:?}");
    }
}

#[test]
fn special_categories_come_first() {
    let text = REST
        .replace("phone \"1\"", "phone \"2\"")
        .replace("controller \"Esimerkki Oy\"", "controller \"Toinen Oy\"")
        .replace("field \"sum\"", "field \"health\" category=\"special\" purposes=\"deliver\" { fi \"Terveys\" }\n field \"sum\"");
    let changes = diff(&of(REST), &of(&text));
    assert_eq!(changes[0].path, "kind order field health");
    assert_eq!(changes[0].law.to_string(), "GDPR 9");
    let line = changes[0].line(&text).unwrap();
    assert!(text.lines().nth(line - 1).unwrap().contains("health"), "{line}");
    assert_eq!(changes[0].say(Lang::Fi), "Uutta: tieto ”Tilaus – Terveys”.");
    assert_eq!(changes[0].say(Lang::En), "New: the data “Tilaus – Terveys”.");
}

#[test]
fn where_a_line_stands_says_nothing() {
    let moved = format!("// a word\n\n{}", REST.replace("; ", "\n"));
    assert_eq!(diff(&of(REST), &of(&moved)), []);
}
