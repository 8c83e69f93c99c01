//! What the program keeps sealed that is nobody's: under a key that the root makes, bound to its name.

use seloste_kernel::{Fault, Random};
use xaes_256_gcm::Xaes256Gcm;
use zeroize::Zeroizing;

use crate::frame::Frame;
use crate::secret::{self, NONCE_LEN, OpenError, Secret, TAG_LEN};

/// What stands before the bytes of a sealed value.
const VERSION: u8 = 1;

/// The bytes before what is sealed.
const HEAD: usize = 1 + NONCE_LEN;

/// The key of what is sealed and nobody's.
pub struct SystemKey(Xaes256Gcm);

impl SystemKey {
    pub(crate) fn from_secret(secret: &Secret) -> Self {
        Self(secret::cipher(secret))
    }

    /// Seals a value under its name; the length tells the value's.
    ///
    /// # Errors
    /// Only when the cryptographic library fails.
    pub fn seal(&self, name: &str, text: &[u8], random: &dyn Random) -> Result<Vec<u8>, Fault> {
        let mut body = Zeroizing::new(text.to_vec());
        let (nonce, tag) = secret::encrypt(&self.0, frame(name).bytes(), &mut body, random)?;
        Ok([&[VERSION][..], &nonce, &body, &tag].concat())
    }

    /// Opens the value of this name.
    ///
    /// # Errors
    /// See [`OpenError`]; every change of the bytes, the name or the key is refused.
    pub fn open(&self, name: &str, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, OpenError> {
        let (head, rest) = sealed.split_first_chunk::<HEAD>().ok_or(OpenError::Malformed)?;
        let (body, tag) = rest.split_last_chunk::<TAG_LEN>().ok_or(OpenError::Malformed)?;
        let [version, nonce @ ..] = *head;
        if version != VERSION {
            return Err(OpenError::Version(version));
        }
        let mut text = Zeroizing::new(body.to_vec());
        secret::decrypt(&self.0, frame(name).bytes(), nonce, &mut text, *tag)?;
        Ok(text)
    }
}

fn frame(name: &str) -> Frame {
    Frame::new("seloste system/1").part(name.as_bytes())
}

#[cfg(test)]
mod tests {
    use seloste_kernel::SeededRandom;

    use super::*;

    #[test]
    fn what_is_sealed_opens_under_its_name_and_key_alone() {
        let random = SeededRandom::new(1);
        let key = SystemKey::from_secret(&secret::fresh(&random));
        let other = SystemKey::from_secret(&secret::fresh(&random));
        let sealed = key.seal("counted/a", b"[1]", &random).unwrap();
        assert_eq!(&key.open("counted/a", &sealed).unwrap()[..], b"[1]");
        assert_eq!(key.open("counted/b", &sealed), Err(OpenError::Refused));
        assert_eq!(other.open("counted/a", &sealed), Err(OpenError::Refused));
        for at in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[at] ^= 1;
            assert!(key.open("counted/a", &changed).is_err(), "{at}");
            assert!(key.open("counted/a", &sealed[..at]).is_err(), "{at}");
        }
    }
}
