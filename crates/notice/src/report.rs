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

/// Bytes between two known counts of characters.
const STRIDE: usize = 1024;

/// Where the lines of a text begin, so that finding a place does not walk the text each time.
pub struct Lines<'a> {
    text: &'a str,
    /// Where each line begins.
    starts: Vec<usize>,
    /// How many characters begin before each multiple of the stride.
    characters: Vec<usize>,
}

impl<'a> Lines<'a> {
    /// Looks through the text once.
    pub fn of(text: &'a str) -> Self {
        let ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let starts = std::iter::once(0).chain(ends.map(|(end, _)| end + 1)).collect();
        let mut characters = vec![0];
        for chunk in text.as_bytes().chunks(STRIDE) {
            let before = characters.last().copied().unwrap_or(0);
            characters.push(before + begun(chunk));
        }
        Self { text, starts, characters }
    }

    /// The places of a span's first character and of its end.
    pub fn positions(&self, span: Span) -> (Position, Position) {
        (self.position(span.offset), self.position(span.offset + span.len))
    }

    fn position(&self, offset: usize) -> Position {
        let offset = self.text.floor_char_boundary(offset.min(self.text.len()));
        let line = self.starts.partition_point(|start| *start <= offset);
        let start = self.starts.get(line.saturating_sub(1)).copied().unwrap_or(0);
        Position { line, column: self.before(offset) - self.before(start) + 1 }
    }

    /// How many characters begin before this byte.
    fn before(&self, offset: usize) -> usize {
        let known = self.characters.get(offset / STRIDE).copied().unwrap_or(0);
        let rest = self.text.as_bytes().get(offset / STRIDE * STRIDE..offset);
        known + rest.map_or(0, begun)
    }
}

/// Characters that begin in these bytes of UTF-8.
fn begun(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| (**byte & 0xc0) != 0x80).count()
}

#[cfg(test)]
mod tests {
    use seloste_kernel::Lang;

    use super::*;
    use crate::{Finding, check, read};

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
    fn errors_come_last_and_far_places_are_counted() {
        let invented = vec!["Esimerkkikeskus".to_owned(), "a@example.fi".to_owned()];
        let mail = "email \"a@example.fi\"; ".repeat(5);
        let text = format!(
            "notice \"a\" {{ controller \"Esimerkkikeskus\" {{ {mail} }}\n register {{ fi \"[nimi]\" }} }}"
        );
        let reading = read(&text, "notice.kdl");
        let mut findings = crate::checks::as_delivered(&reading, std::slice::from_ref(&invented));
        assert_eq!(
            (findings.len(), findings[0].notes.len()),
            (1, 5),
            "one organisation, all places"
        );
        findings.extend(check(&reading));
        findings.sort_by_key(|finding| finding.span.offset);
        let page = human(&findings, &reading, Lang::En, false);
        let at = |code: &str| page.find(code).unwrap();
        assert!(at("SEL104") < at("SEL021") && at("SEL015") < at("SEL020"), "{page}");
        assert!(page.contains("in 3 more places"), "{page}");
        // What two invented organisations share is told once, of the one that is there.
        let other = vec!["Esimerkki ry".to_owned(), "a@example.fi".to_owned()];
        assert_eq!(crate::checks::as_delivered(&reading, &[other, invented]).len(), 1);
    }

    #[test]
    fn columns_count_characters() {
        let lines = Lines::of("ä\nää x");
        let at = |offset| lines.position(offset);
        assert_eq!(at(3), Position { line: 2, column: 1 });
        assert_eq!(at(8), Position { line: 2, column: 4 });
        assert_eq!(at(900), Position { line: 2, column: 5 });
        let long = format!("x\n{}", "ä".repeat(2 * STRIDE));
        let lines = Lines::of(&long);
        for character in [0, 1, STRIDE / 2, STRIDE, 2 * STRIDE] {
            let place = Position { line: 2, column: character + 1 };
            assert_eq!(lines.position(2 + 2 * character), place);
        }
    }

    #[test]
    fn people_see_the_first_of_very_many() {
        let text = format!("notice \"a\" {{\n{}}}\n", "purpse\n".repeat(3 * human::SHOWN));
        let reading = read(&text, "notice.kdl");
        let page = human(&reading.findings, &reading, Lang::En, false);
        let of = |finding: &&Finding| finding.code == "SEL004";
        let shown = reading.findings.iter().take(human::SHOWN).filter(of).count();
        assert!(shown > 0 && shown < reading.findings.iter().filter(of).count());
        assert_eq!(page.matches("SEL004").count(), shown);
        let more = reading.findings.len() - human::SHOWN;
        assert!(page.contains(&format!("{more} more")), "{}", page.lines().last().unwrap());
        let json = json(&reading.findings, &reading, Lang::En);
        assert_eq!(json["findings"].as_array().unwrap().len(), reading.findings.len());
    }
}
