//! Characters that nobody sees and that yet change what is seen, or how a program reads a text.

/// Whether nobody sees this character: controls, marks of direction, joiners, fillers.
pub fn is_unseen(c: char) -> bool {
    c.is_control()
        || is_direction(c)
        || matches!(
            c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
                | '\u{180b}'..='\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{206f}'
                | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}'
                | '\u{e0000}'..='\u{e007f}'
        )
}

/// Whether the character turns the direction of what stands around it: with it a name can look like
/// another (UAX 9).
pub fn is_direction(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether there is anything to see in a text.
pub fn is_visible(text: &str) -> bool {
    text.chars().any(|c| !c.is_whitespace() && !is_unseen(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_and_marks_are_nothing_to_see() {
        for nothing in
            ["", "   ", "\u{a0}", "\u{200b}", "\u{feff}\u{2060}", "\u{202e} \n", "\u{3164}"]
        {
            assert!(!is_visible(nothing), "{nothing:?}");
        }
        for something in ["a", " .", "\u{202e}=1", "👍"] {
            assert!(is_visible(something), "{something:?}");
        }
    }
}
