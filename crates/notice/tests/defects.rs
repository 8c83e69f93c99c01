//! What an ordinary notice gets wrong, done to the ready-made one: each time the right check
//! speaks, at the right place, and nothing else does.

use seloste_notice::{check, read};

const FEEDBACK: &str = include_str!("../../../notices/feedback.kdl");

/// Replaces one passage and says which codes come of it, with the text that is pointed at.
#[track_caller]
fn after(from: &str, to: &str) -> Vec<(&'static str, String)> {
    assert_eq!(FEEDBACK.matches(from).count(), 1, "`{from}` is not there exactly once");
    let text = FEEDBACK.replace(from, to);
    let reading = read(&text, "notice.kdl");
    let place =
        |span: seloste_notice::model::Span| text[span.offset..span.offset + span.len].to_owned();
    check(&reading).into_iter().map(|finding| (finding.code, place(finding.span))).collect()
}

#[track_caller]
fn finds(from: &str, to: &str, wanted: &[(&str, &str)]) {
    let found = after(from, to);
    let found: Vec<(&str, &str)> =
        found.iter().map(|(code, place)| (*code, place.as_str())).collect();
    assert_eq!(found, wanted);
}

#[test]
fn s2_01_the_date_cannot_be_typed() {
    finds(
        "languages=\"fi sv en\"",
        "languages=\"fi sv en\" date=\"08.2023\"",
        &[("SEL012", "date=\"08.2023\"")],
    );
}

#[test]
fn s2_02_an_empty_phone_is_refused() {
    let place = "controller \"Esimerkkikeskus\" kind=\"authority\" business-id=\"1234567-1\"";
    finds("        phone \"+358 29 000 0000\"\n", "", &[("SEL020", place)]);
}

#[test]
fn s2_05_a_contact_without_an_account_is_flagged() {
    finds("contact user=\"palvelupaallikko\" {", "contact {", &[("SEL025", "contact")]);
}

#[test]
fn s2_11_another_analytics_tool_is_refused() {
    let line = "analytics mode=\"counts\" tool=\"Matomo\" dimensions=\"device\" honour=\"dnt gpc\" keep=\"1 month\"";
    finds("analytics none", line, &[("SEL074", line)]);
    assert_eq!(after("analytics none", &line.replace("Matomo", "seloste")), []);
}

#[test]
fn s2_34_a_relay_outside_the_eea_is_refused() {
    let head = "processor \"Esimerkkiposti Oy\" country=\"US\" contract=\"2026-01-15\" purposes=\"answer rights\"";
    finds(
        "processor \"Esimerkkiposti Oy\" country=\"FI\"",
        "processor \"Esimerkkiposti Oy\" country=\"US\"",
        &[("SEL078", head)],
    );
}

#[test]
fn s2_46_thirty_days_for_erasure_are_refused() {
    let found = after(
        "service \"staff\" ready-made=#true",
        "service \"staff\" ready-made=#true { collect \"staff-account\" { erase-on-request within=\"30 days\" } }",
    );
    assert_eq!(found.iter().map(|(code, _)| *code).collect::<Vec<_>>(), ["SEL060"]);
}

#[test]
fn s2_47_refusing_to_confirm_is_refused() {
    let found = after(
        "ja kuittisivu kertoo, milloin ne on poistettu.",
        "eikä poistosta toimiteta vahvistusta: sitä ei lähetetä.",
    );
    assert_eq!(found.iter().map(|(code, _)| *code).collect::<Vec<_>>(), ["SEL018"]);
}

#[test]
fn s2_49_marketing_cannot_be_declared() {
    let found = after(
        "    // Mihin tietoja ei",
        "    purpose \"direct-marketing\" basis=\"consent\" {\n        fi \"a\"\n        sv \"b\"\n        en \"c\"\n        consent { fi \"a\"; sv \"b\"; en \"c\" }\n    }\n    // Mihin tietoja ei",
    );
    // Forbidden further down, used by nothing, and not called what it is.
    let codes = found.iter().map(|(code, _)| *code).collect::<Vec<_>>();
    assert_eq!(codes, ["SEL038", "SEL039", "SEL113"]);
}

#[test]
fn a_missing_right_to_withdraw_is_refused() {
    assert_eq!(
        after("        withdraw-consent {", "        revocation {").first().map(|(code, _)| *code),
        Some("SEL032")
    );
}

#[test]
fn a_unique_anonymous_identifier_is_refused() {
    let found = after(
        "Evästeet ovat pieniä tekstitiedostoja",
        "Evästeissä on yksilöllinen anonyymi tunniste",
    );
    assert_eq!(found.iter().map(|(code, _)| *code).collect::<Vec<_>>(), ["SEL017"]);
}
