//! Findings for people, for programs and for code-review tools: three pure functions.

mod human;
mod json;
mod sarif;

pub use human::human;
pub use json::json;
pub use sarif::sarif;

use serde::Serialize;

use crate::model::Span;

/// A place as editors count it: from one; columns in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1, in characters.
    pub column: usize,
}

/// The places of the first and the last character's end.
pub fn positions(text: &str, span: Span) -> (Position, Position) {
    (position(text, span.offset), position(text, span.offset + span.len))
}

fn position(text: &str, offset: usize) -> Position {
    let before = text.get(..text.floor_char_boundary(offset.min(text.len()))).unwrap_or_default();
    let line_start = before.rfind('\n').map_or(0, |end| end + 1);
    let column = before.get(line_start..).unwrap_or_default().chars().count() + 1;
    Position { line: before.matches('\n').count() + 1, column }
}

#[cfg(test)]
mod tests {
    use seloste_kernel::Lang;

    use super::*;
    use crate::{check, read};

    const BROKEN: &str = r#"notice "palaute" languages="fi sv" version="2026" {
    register { fi "Palautepalvelu" }
    controler "Esimerkkikeskus"
    purpose "answer" basis="concent" {
        fi "Vastaaminen"
        sv "Att svara"
    }
    purpose "answer"
}
"#;

    #[test]
    fn people_see_the_line_the_law_and_the_mend() {
        let reading = read(BROKEN, "notice.kdl");
        let findings: Vec<_> = reading.findings.clone();
        insta::assert_snapshot!("human_fi", human(&findings, &reading, Lang::Fi, false));
        insta::assert_snapshot!("human_en", human(&findings, &reading, Lang::En, false));
        let legal = human(&check(&reading), &reading, Lang::En, false);
        assert!(legal.contains("Law: GDPR Art. 13(2)(d), 77(1) (looked up 2"), "{legal}");
        assert!(human(&findings, &reading, Lang::Sv, true).contains("\u{1b}["));
        assert!(!human(&findings, &reading, Lang::Sv, false).contains('\u{1b}'));
    }

    #[test]
    fn programs_get_codes_places_and_words() {
        let reading = read(BROKEN, "notice.kdl");
        let json = json(&reading.findings, &reading, Lang::En);
        assert_eq!(json["file"], "notice.kdl");
        assert_eq!(json["findings"][0]["code"], "SEL012");
        assert_eq!(json["findings"][0]["start"]["line"], 1);
        assert_eq!(json["errors"], reading.findings.len());
        insta::assert_json_snapshot!("json", json);
    }

    #[test]
    fn sarif_names_each_rule_once() {
        let reading = read(BROKEN, "notice.kdl");
        let findings = check(&reading);
        let sarif = sarif(&findings, &reading, Lang::En);
        let run = &sarif["runs"][0];
        assert_eq!(run["results"].as_array().unwrap().len(), findings.len());
        let mut codes: Vec<&str> = findings.iter().map(|finding| finding.code).collect();
        codes.sort_unstable();
        codes.dedup();
        let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
        assert_eq!(
            rules.iter().map(|rule| rule["id"].as_str().unwrap()).collect::<Vec<_>>(),
            codes
        );
        let legal = rules.iter().find(|rule| rule["properties"]["law"] != "").unwrap();
        assert!(legal["properties"]["lookedUp"].is_string(), "{legal}");
        assert!(legal["properties"]["confidence"].is_string(), "{legal}");
        for result in run["results"].as_array().unwrap() {
            let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
            assert_eq!(rules[index]["id"], result["ruleId"]);
            assert!(
                result["locations"][0]["physicalLocation"]["region"]["startLine"].as_u64()
                    > Some(0)
            );
        }
    }

    #[test]
    fn nothing_to_say_is_said() {
        let reading = read(crate::checks::samples::BASE, "base.kdl");
        assert_eq!(human(&check(&reading), &reading, Lang::En, false), "Nothing to remark.\n");
    }

    #[test]
    fn columns_count_characters() {
        let at = |offset| position("ä\nää x", offset);
        assert_eq!(at(3), Position { line: 2, column: 1 });
        assert_eq!(at(8), Position { line: 2, column: 4 });
        assert_eq!(at(900), Position { line: 2, column: 5 });
    }
}
