//! Receipt codes: what a visitor gets in hand to come back with, instead of an account.
//!
//! 23 random digits of Crockford base32 (115 bits, too many to guess) and one check digit, in six
//! groups of four: `7k3m-…`. Only the code's digest is stored.

use std::fmt;

use seloste_kernel::Random;
use zeroize::Zeroizing;

use crate::{DIGEST_LEN, IndexKey};

const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
const DIGITS: usize = 24;
const GROUP: usize = 4;

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

/// A receipt code. Secret: whoever has it may do what the visitor may.
#[derive(Clone, PartialEq, Eq)]
pub struct ReceiptCode(Zeroizing<[u8; DIGITS]>);

impl ReceiptCode {
    /// A fresh code.
    pub fn generate(random: &dyn Random) -> Self {
        let mut digits = Zeroizing::new([0; DIGITS]);
        random.fill(&mut *digits);
        for digit in digits.iter_mut() {
            *digit &= 31;
        }
        digits[DIGITS - 1] = check_digit(&digits[..DIGITS - 1]);
        Self(digits)
    }

    /// Reads a typed code: case, spaces and dashes do not matter, `o` is read as zero, `i` and
    /// `l` as one.
    ///
    /// # Errors
    /// See [`CodeError`]. One wrong character or two exchanged ones are always noticed.
    pub fn parse(text: &str) -> Result<Self, CodeError> {
        let mut digits = Zeroizing::new([0; DIGITS]);
        let mut count = 0;
        for letter in text.chars().filter(|letter| !is_separator(*letter)) {
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
        Ok(Self(digits))
    }

    /// The code as people see it, in groups of four.
    pub fn text(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(String::with_capacity(DIGITS + DIGITS / GROUP));
        for (at, digit) in self.0.iter().enumerate() {
            if at > 0 && at % GROUP == 0 {
                text.push('-');
            }
            text.push(char::from(ALPHABET[usize::from(digit & 31)]));
        }
        text
    }

    /// What is stored of the code, and looked up when it is typed.
    pub fn digest(&self, index: &IndexKey, register: &str) -> [u8; DIGEST_LEN] {
        index.digest(register, "receipt code", &*self.0)
    }
}

impl fmt::Debug for ReceiptCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ReceiptCode(…)")
    }
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
    use seloste_kernel::SeededRandom;
    use std::collections::HashSet;

    #[test]
    fn every_wrong_digit_and_every_exchange_is_noticed() {
        let code = ReceiptCode::generate(&SeededRandom::new(1));
        let digits: Vec<char> = code.text().chars().filter(|letter| *letter != '-').collect();
        let typed = |digits: &[char]| ReceiptCode::parse(&digits.iter().collect::<String>());
        assert_eq!(typed(&digits), Ok(code));
        for at in 0..DIGITS {
            for letter in ALPHABET.iter().map(|byte| char::from(*byte)) {
                let mut wrong = digits.clone();
                wrong[at] = letter;
                assert_eq!(typed(&wrong).is_ok(), wrong == digits);
            }
            for other in 0..DIGITS {
                let mut wrong = digits.clone();
                wrong.swap(at, other);
                assert_eq!(typed(&wrong).is_ok(), wrong == digits, "{at} {other}");
            }
        }
    }

    #[test]
    fn codes_are_typed_in_many_ways() {
        let random = SeededRandom::new(2);
        for _ in 0..500 {
            let code = ReceiptCode::generate(&random);
            let text = code.text();
            assert_eq!(text.len(), 29);
            let sloppy = text.replace('0', "O").replace('1', "l").replace('-', " – ");
            for typed in [text.to_uppercase(), text.replace('-', ""), sloppy.clone()] {
                assert_eq!(ReceiptCode::parse(&typed), Ok(code.clone()), "{typed}");
            }
            assert_eq!(ReceiptCode::parse(&sloppy.replace('l', "I")), Ok(code));
        }
    }

    #[test]
    fn other_text_is_refused() {
        let text = ReceiptCode::generate(&SeededRandom::new(3)).text();
        assert_eq!(ReceiptCode::parse(""), Err(CodeError::Length));
        assert_eq!(ReceiptCode::parse(&text[..28]), Err(CodeError::Length));
        assert_eq!(ReceiptCode::parse(&format!("{}0", *text)), Err(CodeError::Length));
        assert_eq!(ReceiptCode::parse("u"), Err(CodeError::Character));
        assert_eq!(ReceiptCode::parse("ä"), Err(CodeError::Character));
    }

    #[test]
    fn codes_and_digests_differ_and_print_nothing() {
        let random = SeededRandom::new(4);
        let index = IndexKey::generate(&random);
        let codes = [(); 1000].map(|()| ReceiptCode::generate(&random));
        let digests: HashSet<_> =
            codes.iter().map(|code| code.digest(&index, "feedback")).collect();
        assert_eq!(digests.len(), 1000);
        assert_ne!(codes[0].digest(&index, "feedback"), codes[0].digest(&index, "booking"));
        assert_eq!(format!("{:?}", codes[0]), "ReceiptCode(…)");
    }

    proptest! {
        #[test]
        fn any_text_is_safe_to_parse(text: String) {
            let _ = ReceiptCode::parse(&text);
        }
    }
}
