//! Finnish personal identity codes have no place in free text: they are masked when a record is
//! written, before anything is sealed.
//!
//! The form is `ddmmyyCzzzQ` (Act 661/2009 § 11 and Decree 128/2010; signs added by Decree
//! 330/2023). Codes whose date is impossible are left alone; the check character is not tested,
//! because a mistyped code identifies a person too.

const CENTURY: &[char] = &['+', '-', 'Y', 'X', 'W', 'V', 'U', 'A', 'B', 'C', 'D', 'E', 'F'];

/// The text with each identity code replaced by `******-****`, and how many there were.
pub(crate) fn identity_codes(text: &str) -> (String, usize) {
    let chars: Vec<char> = text.chars().collect();
    let mut masked = String::with_capacity(text.len());
    let mut found = 0;
    let mut at = 0;
    while at < chars.len() {
        let before = at.checked_sub(1).and_then(|index| chars.get(index));
        if !before.is_some_and(|c| c.is_ascii_alphanumeric()) && is_code(&chars[at..]) {
            masked.push_str("******-****");
            found += 1;
            at += 11;
        } else {
            masked.extend(chars.get(at));
            at += 1;
        }
    }
    (masked, found)
}

fn is_code(chars: &[char]) -> bool {
    let Some((code, rest)) = chars.split_at_checked(11) else { return false };
    let number = |range: std::ops::Range<usize>| -> Option<u32> {
        code.get(range)?.iter().try_fold(0, |sum, c| Some(sum * 10 + c.to_digit(10)?))
    };
    let (Some(day), Some(month), Some(_year), Some(_serial)) =
        (number(0..2), number(2..4), number(4..6), number(7..10))
    else {
        return false;
    };
    (1..=31).contains(&day)
        && (1..=12).contains(&month)
        && code.get(6).is_some_and(|sign| CENTURY.contains(&sign.to_ascii_uppercase()))
        && code.get(10).is_some_and(char::is_ascii_alphanumeric)
        && !rest.first().is_some_and(char::is_ascii_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_masked_wherever_they_stand() {
        let cases = [
            ("tunnus 010190-900P, kiitos", "tunnus ******-****, kiitos", 1),
            ("010190-900P", "******-****", 1),
            ("(131052a308t)(131052+308T)", "(******-****)(******-****)", 2),
        ];
        for (text, masked, count) in cases {
            assert_eq!(identity_codes(text), (masked.to_owned(), count), "{text}");
        }
    }

    #[test]
    fn other_numbers_stay() {
        for text in
            ["990190-900P", "010190-9000000", "tilaus 2010190-900P", "010190 900P", "äö", ""]
        {
            assert_eq!(identity_codes(text), (text.to_owned(), 0), "{text}");
        }
    }
}
