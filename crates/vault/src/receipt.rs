//! Receipt codes: what a visitor gets in hand to come back with, instead of an account.
//!
//! 115 bits, too many to guess, in 23 digits of Crockford base32, and a check digit: six groups of
//! four, `7k3m-…`. Secret: whoever has the code may do what the visitor may. Only its digest under
//! the index key is stored.

use std::fmt;

/// Bits of a code that count; the rest of the sixteen bytes is dropped.
pub const BITS: u32 = 115;

const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
const DIGITS: usize = 24;
const GROUP: usize = 4;
/// Bits of the sixteen bytes below the ones that count.
const DROPPED: u32 = 128 - BITS;

/// What is wrong with a typed code. Tells the visitor whether it is worth looking again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeError {
    /// Too few or too many characters.
    Length,
    /// A character that no code has.
    Character,
    /// The check digit does not fit: something was mistyped.
    Mistyped,
}

impl fmt::Display for CodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            CodeError::Length => "a code has 24 letters and digits",
            CodeError::Character => "a character that no code has",
            CodeError::Mistyped => "the check digit does not fit",
        })
    }
}

impl std::error::Error for CodeError {}

/// The code of sixteen random bytes (or of a digest under a secret key), as people see it.
pub fn encode(secret: &[u8; 16]) -> String {
    let value = u128::from_be_bytes(*secret) >> DROPPED;
    let mut digits = [0; DIGITS];
    for (at, digit) in digits.iter_mut().rev().skip(1).enumerate() {
        *digit = (value >> (5 * at)) as u8 & 31;
    }
    digits[DIGITS - 1] = check_digit(&digits[..DIGITS - 1]);
    let letters = digits.map(|digit| char::from(ALPHABET[usize::from(digit)]));
    letters.chunks(GROUP).map(String::from_iter).collect::<Vec<_>>().join("-")
}

/// The bytes of a typed code, with the dropped bits zero. Case, spaces and dashes do not matter;
/// `o` is read as zero, `i` and `l` as one. Encoding the bytes again gives the canonical code.
///
/// # Errors
/// See [`CodeError`]. One wrong character or two exchanged ones are always noticed.
pub fn parse(typed: &str) -> Result<[u8; 16], CodeError> {
    let mut digits = [0; DIGITS];
    let mut count = 0;
    for letter in typed.chars().filter(|letter| !is_separator(*letter)) {
        let digit = digit_of(letter).ok_or(CodeError::Character)?;
        *digits.get_mut(count).ok_or(CodeError::Length)? = digit;
        count += 1;
    }
    if count != DIGITS {
        return Err(CodeError::Length);
    }
    if check_digit(&digits[..DIGITS - 1]) != digits[DIGITS - 1] {
        return Err(CodeError::Mistyped);
    }
    let number =
        digits[..DIGITS - 1].iter().fold(0u128, |value, digit| (value << 5) | u128::from(*digit));
    Ok((number << DROPPED).to_be_bytes())
}

fn is_separator(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '-' | '_' | '.' | '\u{2010}'..='\u{2015}' | '−')
}

fn digit_of(letter: char) -> Option<u8> {
    let letter = match letter.to_ascii_lowercase() {
        'o' => '0',
        'i' | 'l' => '1',
        other => other,
    };
    let at = ALPHABET.iter().position(|known| char::from(*known) == letter)?;
    u8::try_from(at).ok()
}

/// A weighted sum over the field of 32 elements, with a different weight for each of up to 31
/// places: one changed digit or two exchanged ones always change it.
fn check_digit(digits: &[u8]) -> u8 {
    // Horner's rule; multiplying by the primitive element is a shift, reduced by x⁵ + x² + 1.
    let twice = |value: u8| ((value << 1) & 31) ^ if value & 16 == 0 { 0 } else { 5 };
    digits.iter().fold(0, |sum, digit| twice(sum ^ digit))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const SECRET: [u8; 16] = *b"sixteen bytes ok";

    #[test]
    fn every_wrong_digit_and_every_exchange_is_noticed() {
        let digits: Vec<char> = encode(&SECRET).chars().filter(|letter| *letter != '-').collect();
        let is_code = |digits: &[char]| parse(&digits.iter().collect::<String>()).is_ok();
        assert!(is_code(&digits));
        for at in 0..DIGITS {
            for letter in ALPHABET.iter().map(|byte| char::from(*byte)) {
                let mut wrong = digits.clone();
                wrong[at] = letter;
                assert_eq!(is_code(&wrong), wrong == digits);
            }
            for other in 0..DIGITS {
                let mut wrong = digits.clone();
                wrong.swap(at, other);
                assert_eq!(is_code(&wrong), wrong == digits, "{at} {other}");
            }
        }
    }

    #[test]
    fn other_text_is_refused() {
        let code = encode(&SECRET);
        assert_eq!(code.len(), 29);
        assert_eq!(parse(""), Err(CodeError::Length));
        assert_eq!(parse(&code[..28]), Err(CodeError::Length));
        assert_eq!(parse(&format!("{code}0")), Err(CodeError::Length));
        assert_eq!(parse("u"), Err(CodeError::Character));
        assert_eq!(parse("ä"), Err(CodeError::Character));
    }

    proptest! {
        #[test]
        fn codes_are_typed_in_many_ways(secret: [u8; 16]) {
            let code = encode(&secret);
            let bytes = parse(&code).unwrap();
            let kept = u128::from_be_bytes(secret) >> DROPPED << DROPPED;
            prop_assert_eq!(u128::from_be_bytes(bytes), kept);
            prop_assert_eq!(encode(&bytes), code.clone());
            let sloppy = code.replace('0', "O").replace('1', "l").replace('-', " – ");
            for typed in [code.to_uppercase(), code.replace('-', ""), sloppy.replace('l', "I"), sloppy] {
                prop_assert_eq!(parse(&typed), Ok(bytes), "{}", typed);
            }
        }

        #[test]
        fn different_secrets_have_different_codes(left: [u8; 16], right: [u8; 16]) {
            let same = u128::from_be_bytes(left) >> DROPPED == u128::from_be_bytes(right) >> DROPPED;
            prop_assert_eq!(encode(&left) == encode(&right), same);
        }

        #[test]
        fn any_text_is_safe_to_parse(text: String) {
            let _ = parse(&text);
        }
    }
}
