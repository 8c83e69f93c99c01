//! The root secret: the one thing that is in no file of the key ring's backups.

use std::fmt;

use seloste_kernel::{Fault, Random};
use xaes_256_gcm::Xaes256Gcm;
use zeroize::{Zeroize, Zeroizing};

use crate::frame::Frame;
use crate::secret::{self, EpochKey, OpenError, Secret, Wrapped};
use crate::{ClosedKey, IndexKey, SecretKind, SigningKey, SystemKey};

/// The random name of one installation. Part of what its keys are bound to, so that two
/// installations with the same root secret cannot be mixed.
pub type Installation = [u8; 16];

const PREFIX: &str = "seloste-root-1:";

/// The root secret, 256 bits. Wraps epoch keys, the index key and the ledger key.
pub struct RootSecret {
    secret: Secret,
    cipher: Xaes256Gcm,
}

/// The text is not a root secret: `seloste-root-1:` and 64 hexadecimal digits are expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RootTextError;

impl fmt::Display for RootTextError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "not a root secret: expected `{PREFIX}` and 64 hexadecimal digits")
    }
}

impl std::error::Error for RootTextError {}

impl RootSecret {
    /// A fresh secret.
    ///
    /// # Errors
    /// Only when the cryptographic library fails.
    pub fn generate(random: &dyn Random) -> Result<Self, Fault> {
        Self::from_secret(secret::fresh(random))
    }

    fn from_secret(secret: Secret) -> Result<Self, Fault> {
        let cipher = secret::cipher(&secret::derive(&secret, "seloste root")?);
        Ok(Self { secret, cipher })
    }

    /// The secret of its text form; white space around it is allowed.
    ///
    /// # Errors
    /// When the text has another form. The error does not repeat it.
    pub fn from_text(text: &str) -> Result<Self, RootTextError> {
        let digits = text.trim().strip_prefix(PREFIX).ok_or(RootTextError)?.as_bytes();
        let (pairs, []) = digits.as_chunks::<2>() else { return Err(RootTextError) };
        let mut bytes = Secret::default();
        if pairs.len() != bytes.len() {
            return Err(RootTextError);
        }
        for (byte, [high, low]) in bytes.iter_mut().zip(pairs) {
            *byte = (nibble(*high)? << 4) | nibble(*low)?;
        }
        Self::from_secret(bytes).map_err(|_| RootTextError)
    }

    /// The text form, for a file or an envelope. Whoever has it and the key files can open
    /// everything.
    pub fn to_text(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(String::with_capacity(PREFIX.len() + 65));
        text.push_str(PREFIX);
        for byte in self.secret.iter() {
            for digit in [byte >> 4, byte & 15] {
                text.push(char::from_digit(digit.into(), 16).unwrap_or_default());
            }
        }
        text.push('\n');
        text
    }

    fn frame(installation: &Installation, kind: SecretKind, id: u32) -> Frame {
        Frame::new("seloste root wraps")
            .part(installation)
            .part(&[kind as u8])
            .part(&id.to_be_bytes())
    }

    /// Wraps an epoch key for this installation.
    ///
    /// # Errors
    /// Only when the cryptographic library fails.
    pub fn wrap_epoch(
        &self,
        installation: &Installation,
        key: &EpochKey,
        random: &dyn Random,
    ) -> Result<Wrapped, Fault> {
        let frame = Self::frame(installation, SecretKind::Epoch, key.id());
        secret::wrap(&self.cipher, &frame, key.secret(), random)
    }

    /// Unwraps an epoch key.
    ///
    /// # Errors
    /// [`OpenError::Refused`] when this is not the root secret, installation or epoch of wrapping.
    pub fn unwrap_epoch(
        &self,
        installation: &Installation,
        id: u32,
        wrapped: &Wrapped,
    ) -> Result<EpochKey, OpenError> {
        let frame = Self::frame(installation, SecretKind::Epoch, id);
        Ok(EpochKey::from_secret(id, secret::unwrap(&self.cipher, &frame, wrapped)?))
    }

    /// The key of closed addresses of this installation.
    ///
    /// # Errors
    /// Only when the cryptographic library fails.
    pub fn closed_key(&self, installation: &Installation) -> Result<ClosedKey, Fault> {
        let of: String = installation.iter().map(|byte| format!("{byte:02x}")).collect();
        let secret = secret::derive(&self.secret, &format!("seloste closed addresses {of}"))?;
        Ok(ClosedKey::from_secret(&secret))
    }

    /// The key of what this installation keeps sealed that is nobody's.
    ///
    /// # Errors
    /// Only when the cryptographic library fails.
    pub fn system_key(&self, installation: &Installation) -> Result<SystemKey, Fault> {
        let of: String = installation.iter().map(|byte| format!("{byte:02x}")).collect();
        let secret = secret::derive(&self.secret, &format!("seloste system values {of}"))?;
        Ok(SystemKey::from_secret(&secret))
    }

    /// Wraps the key of blind lookups.
    ///
    /// # Errors
    /// Only when the cryptographic library fails.
    pub fn wrap_index(
        &self,
        installation: &Installation,
        key: &IndexKey,
        random: &dyn Random,
    ) -> Result<Wrapped, Fault> {
        let frame = Self::frame(installation, SecretKind::Index, 0);
        secret::wrap(&self.cipher, &frame, key.secret(), random)
    }

    /// Unwraps the key of blind lookups.
    ///
    /// # Errors
    /// [`OpenError::Refused`] when this is not the root secret or installation of wrapping.
    pub fn unwrap_index(
        &self,
        installation: &Installation,
        wrapped: &Wrapped,
    ) -> Result<IndexKey, OpenError> {
        let frame = Self::frame(installation, SecretKind::Index, 0);
        Ok(IndexKey::from_secret(secret::unwrap(&self.cipher, &frame, wrapped)?))
    }

    /// Wraps the ledger's signing key.
    ///
    /// # Errors
    /// Only when the cryptographic library fails.
    pub fn wrap_ledger(
        &self,
        installation: &Installation,
        key: &SigningKey,
        random: &dyn Random,
    ) -> Result<Wrapped, Fault> {
        let frame = Self::frame(installation, SecretKind::Ledger, 0);
        secret::wrap(&self.cipher, &frame, key.seed(), random)
    }

    /// Unwraps the ledger's signing key.
    ///
    /// # Errors
    /// [`OpenError::Refused`] when this is not the root secret or installation of wrapping.
    pub fn unwrap_ledger(
        &self,
        installation: &Installation,
        wrapped: &Wrapped,
    ) -> Result<SigningKey, OpenError> {
        let frame = Self::frame(installation, SecretKind::Ledger, 0);
        let seed = secret::unwrap(&self.cipher, &frame, wrapped)?;
        SigningKey::from_seed(seed).map_err(|_| OpenError::Malformed)
    }
}

fn nibble(digit: u8) -> Result<u8, RootTextError> {
    let value = char::from(digit).to_digit(16).ok_or(RootTextError)?;
    u8::try_from(value).map_err(|_| RootTextError)
}

impl Clone for RootSecret {
    fn clone(&self) -> Self {
        Self { secret: self.secret.clone(), cipher: self.cipher.clone() }
    }
}

impl Drop for RootSecret {
    fn drop(&mut self) {
        self.secret.zeroize();
    }
}

impl fmt::Debug for RootSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RootSecret")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use seloste_kernel::SeededRandom;

    #[test]
    fn the_text_form_comes_back_and_other_text_is_refused() {
        let root = RootSecret::generate(&SeededRandom::new(1)).unwrap();
        let text = root.to_text();
        assert_eq!(*RootSecret::from_text(&text).unwrap().secret, *root.secret);
        assert!(!format!("{root:?}").contains(&text[20..24]));
        let short = &text[..text.len() - 2];
        let long = format!("{}0", text.trim());
        let wide = text.replacen(':', ":ä", 1);
        for bad in ["", "seloste-root-1:", short, &long, &wide, &text.replace("root-1", "root-2")] {
            assert!(RootSecret::from_text(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn what_the_root_wraps_is_bound_to_installation_kind_and_number() {
        let random = SeededRandom::new(2);
        let root = RootSecret::generate(&random).unwrap();
        let (here, there) = ([1; 16], [2; 16]);
        let epoch = EpochKey::generate(3, &random);
        let wrapped = root.wrap_epoch(&here, &epoch, &random).unwrap();
        assert_eq!(**root.unwrap_epoch(&here, 3, &wrapped).unwrap().secret(), **epoch.secret());
        assert_eq!(root.unwrap_epoch(&here, 4, &wrapped).unwrap_err(), OpenError::Refused);
        assert_eq!(root.unwrap_epoch(&there, 3, &wrapped).unwrap_err(), OpenError::Refused);
        assert_eq!(root.unwrap_index(&here, &wrapped).unwrap_err(), OpenError::Refused);
        assert_eq!(root.unwrap_ledger(&here, &wrapped).unwrap_err(), OpenError::Refused);
        let other = RootSecret::generate(&random).unwrap();
        assert_eq!(other.unwrap_epoch(&here, 3, &wrapped).unwrap_err(), OpenError::Refused);

        let index = IndexKey::generate(&random);
        let wrapped = root.wrap_index(&here, &index, &random).unwrap();
        let again = root.unwrap_index(&here, &wrapped).unwrap();
        assert_eq!(again.digest("r", "f", b"v"), index.digest("r", "f", b"v"));
        let signer = SigningKey::generate(&random).unwrap();
        let wrapped = root.wrap_ledger(&here, &signer, &random).unwrap();
        assert_eq!(root.unwrap_ledger(&here, &wrapped).unwrap().public(), signer.public());
        for bit in 0..wrapped.len() * 8 {
            let mut changed = wrapped;
            changed[bit / 8] ^= 1 << (bit % 8);
            assert!(root.unwrap_ledger(&here, &changed).is_err(), "bit {bit}");
        }
    }
}
