//! The ledger's signatures: Ed25519 (RFC 8032).

use std::fmt;

use aws_lc_rs::signature::{ED25519, Ed25519KeyPair, KeyPair, UnparsedPublicKey};
use seloste_kernel::{Fault, Random};

use crate::secret::{self, Secret};

/// Bytes of a signature.
pub const SIGNATURE_LEN: usize = 64;

/// A signing key.
pub struct SigningKey {
    seed: Secret,
    pair: Ed25519KeyPair,
    public: [u8; 32],
}

impl SigningKey {
    /// A fresh key.
    ///
    /// # Errors
    /// Only when the cryptographic library fails.
    pub fn generate(random: &dyn Random) -> Result<Self, Fault> {
        Self::from_seed(secret::fresh(random))
    }

    pub(crate) fn from_seed(seed: Secret) -> Result<Self, Fault> {
        let pair = Ed25519KeyPair::from_seed_unchecked(&*seed).map_err(Fault::internal)?;
        let public = pair.public_key().as_ref().try_into().map_err(Fault::internal)?;
        Ok(Self { seed, pair, public })
    }

    pub(crate) fn seed(&self) -> &Secret {
        &self.seed
    }

    /// The public key.
    pub fn public(&self) -> [u8; 32] {
        self.public
    }

    /// Signs.
    ///
    /// # Errors
    /// Only when the cryptographic library fails.
    pub fn sign(&self, message: &[u8]) -> Result<[u8; SIGNATURE_LEN], Fault> {
        let signature = self.pair.try_sign(message).map_err(Fault::internal)?;
        signature.as_ref().try_into().map_err(Fault::internal)
    }
}

/// Whether the holder of this public key has signed this message.
pub fn verify_signature(public: &[u8; 32], message: &[u8], signature: &[u8]) -> bool {
    UnparsedPublicKey::new(&ED25519, public).verify(message, signature).is_ok()
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SigningKey")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use seloste_kernel::SeededRandom;

    /// RFC 8032, §7.1, test 1.
    #[test]
    fn the_signature_is_the_specified_one() {
        let seed = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";
        let public = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";
        let bytes: Vec<u8> =
            (0..32).map(|at| u8::from_str_radix(&seed[at * 2..at * 2 + 2], 16).unwrap()).collect();
        let key = SigningKey::from_seed(Secret::new(bytes.try_into().unwrap())).unwrap();
        let hex = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
        assert_eq!(hex(&key.public()), public);
        assert!(hex(&key.sign(b"").unwrap()).starts_with("e5564300c360ac729086e2cc806e828a"));
    }

    #[test]
    fn a_changed_message_or_signature_is_refused() {
        let random = SeededRandom::new(1);
        let key = SigningKey::generate(&random).unwrap();
        let signature = key.sign(b"tree 7").unwrap();
        assert!(verify_signature(&key.public(), b"tree 7", &signature));
        assert!(!verify_signature(&key.public(), b"tree 8", &signature));
        let other = SigningKey::generate(&random).unwrap();
        assert!(!verify_signature(&other.public(), b"tree 7", &signature));
        for bit in 0..SIGNATURE_LEN * 8 {
            let mut changed = signature;
            changed[bit / 8] ^= 1 << (bit % 8);
            assert!(!verify_signature(&key.public(), b"tree 7", &changed), "bit {bit}");
        }
        assert!(!verify_signature(&key.public(), b"tree 7", &signature[..63]));
    }
}
