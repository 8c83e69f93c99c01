//! The authenticator app's six digits (RFC 6238: SHA-1, 30 seconds, one step of slack), and the
//! recovery codes for when it is lost.

use aws_lc_rs::digest::{SHA256, digest};
use qrcode::QrCode;
use qrcode::render::svg;
use seloste_kernel::{Exit, Fault, Random, Sensitive, Timestamp};
use totp_rs::{Builder, Secret, Totp};

/// RFC 4226 recommends 160 bits.
const SECRET_BYTES: usize = 20;
/// How long a time step lasts.
const STEP_S: u64 = 30;
/// Recovery codes in one set.
const CODES: usize = 10;
/// Crockford's base32: letters that are not mistaken for one another.
const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// A new key, base32.
pub fn new_secret(random: &dyn Random) -> Sensitive<String> {
    let mut bytes = [0; SECRET_BYTES];
    random.fill(&mut bytes);
    Sensitive::new(Secret::from(bytes).to_base32())
}

fn totp(secret: &Sensitive<String>) -> Option<Totp> {
    let secret = Secret::try_from_base32(secret.expose(Exit::Decision)).ok()?;
    Builder::new().with_secret(secret).build().ok()
}

/// Whether this is a key that [`new_secret`] could have made.
pub fn is_secret(secret: &Sensitive<String>) -> bool {
    totp(secret).is_some() && secret.expose(Exit::Decision).len() == SECRET_BYTES * 8 / 5
}

/// The time step that the code belongs to; `None` when it is wrong. The caller sees to it that a
/// step counts once.
pub fn step_of(secret: &Sensitive<String>, code: &str, now: Timestamp) -> Option<u64> {
    let code: String = code.chars().filter(|c| !c.is_whitespace()).collect();
    totp(secret)?.check(&code, u64::try_from(now.as_second()).ok()?)
}

/// The time steps whose codes are good at this moment, the present one first.
pub fn good_steps(now: Timestamp) -> [u64; 3] {
    let step = u64::try_from(now.as_second()).unwrap_or(0) / STEP_S;
    [step, step + 1, step.saturating_sub(1)]
}

/// The code of a time step: for the demonstration, where nobody has an app set up.
pub fn code_of(secret: &Sensitive<String>, step: u64) -> Option<String> {
    Some(totp(secret)?.generate(step * STEP_S).to_string())
}

/// What the app reads from the picture.
pub fn uri(issuer: &str, username: &str, secret: &Sensitive<String>) -> Sensitive<String> {
    let (issuer, username) = (encoded(issuer), encoded(username));
    let secret = secret.expose(Exit::Page);
    Sensitive::new(format!("otpauth://totp/{issuer}:{username}?secret={secret}&issuer={issuer}"))
}

fn encoded(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    let one = |byte: u8| {
        if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }
    };
    text.bytes().map(one).collect()
}

/// The picture, SVG. Dark on light in either colour scheme: cameras need it.
///
/// # Errors
/// Internal when the text is too long for a picture.
pub fn picture(uri: &Sensitive<String>) -> Result<String, Fault> {
    let code = QrCode::new(uri.expose(Exit::Page)).map_err(Fault::internal)?;
    let svg = code.render::<svg::Color>().min_dimensions(232, 232).build();
    // Inside a page no XML declaration may stand.
    Ok(svg.split_once("?>").map_or(svg.clone(), |(_, picture)| picture.to_owned()))
}

/// A set of recovery codes: as shown once, and the digests to keep.
pub fn recovery_codes(random: &dyn Random) -> (Vec<Sensitive<String>>, Sensitive<String>) {
    let codes: Vec<String> = (0..CODES).map(|_| recovery_code(random)).collect();
    let kept: Vec<String> = codes.iter().map(|code| kept(code)).collect();
    (codes.into_iter().map(Sensitive::new).collect(), Sensitive::new(kept.join(" ")))
}

/// Ten letters, 50 bits.
fn recovery_code(random: &dyn Random) -> String {
    let mut bytes = [0; 10];
    random.fill(&mut bytes);
    let letter = |byte: &u8| char::from(LETTERS[usize::from(byte & 31)]);
    let (left, right) = bytes.split_at(5);
    let half = |bytes: &[u8]| bytes.iter().map(letter).collect::<String>();
    format!("{}-{}", half(left), half(right))
}

/// What is kept of a code. Letters only: a row of digits could look like an identity code and be
/// masked.
fn kept(code: &str) -> String {
    let plain: String = code.chars().filter(char::is_ascii_alphanumeric).collect();
    let digest = digest(&SHA256, plain.to_ascii_lowercase().as_bytes());
    let nibbles = digest.as_ref().iter().take(16).flat_map(|byte| [byte >> 4, byte & 15]);
    nibbles.map(|nibble| char::from(b'a' + nibble)).collect()
}

/// The digests without this code's, if it is one of them.
pub fn use_recovery_code(digests: &Sensitive<String>, code: &str) -> Option<Sensitive<String>> {
    let wanted = kept(code);
    let all: Vec<&str> = digests.expose(Exit::Decision).split(' ').collect();
    let left: Vec<&str> = all.iter().copied().filter(|known| *known != wanted).collect();
    (left.len() < all.len()).then(|| Sensitive::new(left.join(" ")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use seloste_kernel::SeededRandom;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[test]
    fn codes_of_rfc_6238() {
        // Appendix B, SHA-1; the last six of the eight digits.
        let secret = Sensitive::new("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ".to_owned());
        assert!(is_secret(&secret));
        for (second, code) in [(59, "287082"), (1_111_111_109, "081804"), (2_000_000_000, "279037")]
        {
            let step = u64::try_from(second / 30).unwrap();
            assert_eq!(code_of(&secret, step).as_deref(), Some(code));
            for step in good_steps(at(second)) {
                let code = code_of(&secret, step).unwrap();
                assert_eq!(step_of(&secret, &code, at(second)), Some(step));
            }
            assert_eq!(step_of(&secret, &format!(" {code} "), at(second)), Some(step));
            assert_eq!(step_of(&secret, code, at(second + 30)), Some(step));
            assert_eq!(step_of(&secret, code, at(second + 90)), None);
        }
        for odd in ["", "28708", "2870820", "abcdef", "+28708", "２８７０８２"] {
            assert_eq!(step_of(&secret, odd, at(59)), None, "{odd}");
        }
    }

    #[test]
    fn each_recovery_code_counts_once() {
        let (codes, mut kept) = recovery_codes(&SeededRandom::new(7));
        assert_eq!(codes.len(), CODES);
        assert!(!kept.expose(Exit::Decision).contains(|c: char| c.is_ascii_digit()));
        for code in &codes {
            let typed = code.expose(Exit::Page).to_uppercase().replace('-', " ");
            kept = use_recovery_code(&kept, &typed).unwrap();
            assert_eq!(use_recovery_code(&kept, &typed), None);
        }
        assert_eq!(kept.expose(Exit::Decision), "");
        assert_eq!(use_recovery_code(&kept, ""), None);
    }

    #[test]
    fn the_picture_is_plain_svg() {
        let secret = new_secret(&SeededRandom::new(3));
        let uri = uri("Seloste palaute", "åsa", &secret);
        assert!(uri.expose(Exit::Page).starts_with("otpauth://totp/Seloste%20palaute:%C3%A5sa?"));
        assert!(picture(&uri).unwrap().starts_with("<svg "));
    }
}
