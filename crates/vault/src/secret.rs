//! Epoch keys and person keys, and how one wraps the other.

use std::fmt;

use aws_lc_rs::hkdf::{HKDF_SHA256, Prk};
use aws_lc_rs::hmac::{self, HMAC_SHA256};
use seloste_kernel::{Fault, FaultKind, KeyId, Random};
use subtle::ConstantTimeEq;
use xaes_256_gcm::aead::{AeadInOut, KeyInit};
use xaes_256_gcm::{Nonce, Tag, Xaes256Gcm};
use zeroize::Zeroizing;

use crate::frame::Frame;

/// 32 secret bytes, wiped when dropped.
pub(crate) type Secret = Zeroizing<[u8; 32]>;

pub(crate) const NONCE_LEN: usize = 24;
pub(crate) const TAG_LEN: usize = 16;

/// Bytes of a wrapped key: nonce, key, tag.
pub const WRAPPED_LEN: usize = NONCE_LEN + 32 + TAG_LEN;

/// An encrypted key.
pub type Wrapped = [u8; WRAPPED_LEN];

/// Why sealed bytes do not open. Says nothing about their content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpenError {
    /// Too short, or the padding inside is not what was sealed.
    Malformed,
    /// A cell version that this program does not know.
    Version(u8),
    /// A cipher suite that this program does not know.
    Suite(u8),
    /// Changed, moved from its place, or sealed under another key.
    Refused,
    /// The key is not the one that its slot commits to.
    Commitment,
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            OpenError::Malformed => f.write_str("sealed bytes have the wrong form"),
            OpenError::Version(version) => write!(f, "unknown cell version {version}"),
            OpenError::Suite(suite) => write!(f, "unknown cipher suite {suite}"),
            OpenError::Refused => f.write_str("changed, moved, or under another key"),
            OpenError::Commitment => f.write_str("not the key that the slot commits to"),
        }
    }
}

impl std::error::Error for OpenError {}

impl From<OpenError> for Fault {
    fn from(error: OpenError) -> Self {
        Fault::new(FaultKind::Internal, "fault-internal").because(error)
    }
}

/// 32 fresh secret bytes.
pub(crate) fn fresh(random: &dyn Random) -> Secret {
    let mut secret = Secret::default();
    random.fill(&mut *secret);
    secret
}

/// A key of its own for one use of a secret (HKDF-Expand, RFC 5869; the secret is uniformly
/// random, so the extract step is not needed: §3.3).
pub(crate) fn derive(secret: &Secret, purpose: &str) -> Result<Secret, Fault> {
    let mut out = Secret::default();
    Prk::new_less_safe(HKDF_SHA256, &**secret)
        .expand(&[purpose.as_bytes()], HKDF_SHA256)
        .and_then(|okm| okm.fill(&mut *out))
        .map_err(|_| Fault::internal("HKDF refused its input"))?;
    Ok(out)
}

/// The cipher of a key, with its round keys made once.
pub(crate) fn cipher(secret: &Secret) -> Xaes256Gcm {
    Xaes256Gcm::new((&**secret).into())
}

/// Encrypts `buffer` in place under a fresh nonce; gives nonce and tag.
pub(crate) fn encrypt(
    cipher: &Xaes256Gcm,
    aad: &[u8],
    buffer: &mut [u8],
    random: &dyn Random,
) -> Result<([u8; NONCE_LEN], [u8; TAG_LEN]), Fault> {
    let mut nonce = [0; NONCE_LEN];
    random.fill(&mut nonce);
    let tag = cipher
        .encrypt_inout_detached(&Nonce::from(nonce), aad, buffer.into())
        .map_err(|_| Fault::internal("the cipher refused its input"))?;
    Ok((nonce, tag.into()))
}

/// Decrypts `buffer` in place, or refuses and leaves it as it was.
pub(crate) fn decrypt(
    cipher: &Xaes256Gcm,
    aad: &[u8],
    nonce: [u8; NONCE_LEN],
    buffer: &mut [u8],
    tag: [u8; TAG_LEN],
) -> Result<(), OpenError> {
    cipher
        .decrypt_inout_detached(&Nonce::from(nonce), aad, buffer.into(), &Tag::from(tag))
        .map_err(|_| OpenError::Refused)
}

/// Wraps a secret for the place that `aad` names.
pub(crate) fn wrap(
    cipher: &Xaes256Gcm,
    aad: &Frame,
    secret: &Secret,
    random: &dyn Random,
) -> Result<Wrapped, Fault> {
    let mut body = secret.clone();
    let (nonce, tag) = encrypt(cipher, aad.bytes(), &mut *body, random)?;
    let mut wrapped = [0; WRAPPED_LEN];
    wrapped[..NONCE_LEN].copy_from_slice(&nonce);
    wrapped[NONCE_LEN..NONCE_LEN + 32].copy_from_slice(&*body);
    wrapped[NONCE_LEN + 32..].copy_from_slice(&tag);
    Ok(wrapped)
}

/// Unwraps a secret from the place that `aad` names.
pub(crate) fn unwrap(
    cipher: &Xaes256Gcm,
    aad: &Frame,
    wrapped: &Wrapped,
) -> Result<Secret, OpenError> {
    let (mut nonce, mut tag) = ([0; NONCE_LEN], [0; TAG_LEN]);
    let mut secret = Secret::default();
    nonce.copy_from_slice(&wrapped[..NONCE_LEN]);
    secret.copy_from_slice(&wrapped[NONCE_LEN..NONCE_LEN + 32]);
    tag.copy_from_slice(&wrapped[NONCE_LEN + 32..]);
    decrypt(cipher, aad.bytes(), nonce, &mut *secret, tag)?;
    Ok(secret)
}

/// A register and retention class in 32 bytes: which data a key may seal, and which data is gone
/// when the key is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClassTag(pub(crate) [u8; 32]);

impl ClassTag {
    /// The tag of a register's retention class.
    pub fn new(register: &str, class: &str) -> Self {
        let frame = Frame::new("seloste class").part(register.as_bytes()).part(class.as_bytes());
        let digest = aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA256, frame.bytes());
        let mut tag = [0; 32];
        tag.copy_from_slice(digest.as_ref());
        Self(tag)
    }
}

impl fmt::Debug for ClassTag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ClassTag({:02x}{:02x}…)", self.0[0], self.0[1])
    }
}

/// A person key as it is kept: wrapped, with what binds it and what it commits to.
#[derive(Clone, PartialEq, Eq)]
pub struct WrappedKey {
    /// The key's random name.
    pub id: KeyId,
    /// Which epoch key wraps it.
    pub epoch: u32,
    /// Which data it may seal.
    pub class: ClassTag,
    /// The encrypted key.
    pub wrapped: Wrapped,
    /// Derived from the key one way: no second key can be passed off for it. (The cipher alone
    /// does not promise that: a crafted ciphertext may open under two keys.)
    pub commitment: [u8; 32],
}

impl fmt::Debug for WrappedKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "WrappedKey({}, epoch {}, {:?})", self.id, self.epoch, self.class)
    }
}

/// The key of one week, under which person keys are wrapped. Destroying it makes every copy of
/// the slots of its time useless, wherever those copies are.
pub struct EpochKey {
    id: u32,
    secret: Secret,
    cipher: Xaes256Gcm,
}

impl EpochKey {
    /// A fresh key.
    pub fn generate(id: u32, random: &dyn Random) -> Self {
        Self::from_secret(id, fresh(random))
    }

    pub(crate) fn from_secret(id: u32, secret: Secret) -> Self {
        Self { id, cipher: cipher(&secret), secret }
    }

    pub(crate) fn secret(&self) -> &Secret {
        &self.secret
    }

    /// Which epoch.
    pub fn id(&self) -> u32 {
        self.id
    }

    fn frame(&self, id: KeyId, class: ClassTag) -> Frame {
        Frame::new("seloste person key")
            .part(id.as_bytes())
            .part(&self.id.to_be_bytes())
            .part(&class.0)
    }

    /// Wraps a person key, bound to its id, this epoch and its register and class.
    ///
    /// # Errors
    /// Only when the cryptographic library fails.
    pub fn wrap(&self, key: &PersonKey, random: &dyn Random) -> Result<WrappedKey, Fault> {
        let frame = self.frame(key.id, key.class);
        Ok(WrappedKey {
            id: key.id,
            epoch: self.id,
            class: key.class,
            wrapped: wrap(&self.cipher, &frame, &key.secret, random)?,
            commitment: *derive(&key.secret, "seloste commitment")?,
        })
    }

    /// Unwraps a person key.
    ///
    /// # Errors
    /// [`OpenError::Refused`] when the bytes, the id, the class or the epoch are not those of
    /// wrapping; [`OpenError::Commitment`] when the key is another than the slot commits to.
    pub fn unwrap(&self, kept: &WrappedKey) -> Result<PersonKey, OpenError> {
        if kept.epoch != self.id {
            return Err(OpenError::Refused);
        }
        let secret = unwrap(&self.cipher, &self.frame(kept.id, kept.class), &kept.wrapped)?;
        let commitment =
            derive(&secret, "seloste commitment").map_err(|_| OpenError::Commitment)?;
        if !bool::from(commitment.ct_eq(&kept.commitment)) {
            return Err(OpenError::Commitment);
        }
        PersonKey::from_secret(kept.id, kept.class, secret).map_err(|_| OpenError::Malformed)
    }
}

impl fmt::Debug for EpochKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "EpochKey({})", self.id)
    }
}

/// The key of one person's data in one register and retention class. Prepared on unwrapping: its
/// round keys are made once, and every cell then gets a key of its own from its nonce.
pub struct PersonKey {
    pub(crate) id: KeyId,
    pub(crate) class: ClassTag,
    secret: Secret,
    pub(crate) cells: Xaes256Gcm,
    pub(crate) audit: hmac::Key,
}

impl PersonKey {
    /// A fresh key. It knows its register and class, but not whose it is: the person is bound by
    /// the cells, and who has which key is told by the database alone.
    ///
    /// # Errors
    /// Only when the cryptographic library fails.
    pub fn generate(class: ClassTag, random: &dyn Random) -> Result<Self, Fault> {
        Self::from_secret(KeyId::random(random), class, fresh(random))
    }

    fn from_secret(id: KeyId, class: ClassTag, secret: Secret) -> Result<Self, Fault> {
        let cells = cipher(&derive(&secret, "seloste cells")?);
        let audit = hmac::Key::new(HMAC_SHA256, &*derive(&secret, "seloste audit")?);
        Ok(Self { id, class, secret, cells, audit })
    }

    /// The key's random name.
    pub fn id(&self) -> KeyId {
        self.id
    }

    /// Which data it may seal.
    pub fn class(&self) -> ClassTag {
        self.class
    }
}

impl fmt::Debug for PersonKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PersonKey({})", self.id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use seloste_kernel::SeededRandom;

    /// The vectors of the specification (C2SP XAES-256-GCM), so that the library and our use of
    /// it are the published cipher.
    #[test]
    fn the_cipher_is_the_specified_one() {
        let cases: [(u8, &[u8], &str); 2] = [
            (1, b"", "ce546ef63c9cc60765923609b33a9a1974e96e52daf2fcf7075e2271"),
            (
                3,
                b"c2sp.org/XAES-256-GCM",
                "986ec1832593df5443a179437fd083bf3fdb41abd740a21f71eb769d",
            ),
        ];
        for (key, aad, expected) in cases {
            let cipher = cipher(&Zeroizing::new([key; 32]));
            let nonce = *b"ABCDEFGHIJKLMNOPQRSTUVWX";
            let mut text = *b"XAES-256-GCM";
            let tag =
                cipher.encrypt_inout_detached(&nonce.into(), aad, (&mut text[..]).into()).unwrap();
            let sealed: String =
                text.iter().chain(tag.iter()).map(|byte| format!("{byte:02x}")).collect();
            assert_eq!(sealed, expected);
            decrypt(&cipher, aad, nonce, &mut text, tag.into()).unwrap();
            assert_eq!(&text, b"XAES-256-GCM");
        }
    }

    fn kept() -> (EpochKey, WrappedKey) {
        let random = SeededRandom::new(1);
        let epoch = EpochKey::generate(7, &random);
        let key = PersonKey::generate(ClassTag::new("feedback", "month"), &random).unwrap();
        let kept = epoch.wrap(&key, &random).unwrap();
        assert_eq!(*epoch.unwrap(&kept).unwrap().secret, *key.secret);
        (epoch, kept)
    }

    #[test]
    fn every_flipped_bit_of_a_wrapped_key_is_refused() {
        let (epoch, kept) = kept();
        for bit in 0..WRAPPED_LEN * 8 {
            let mut changed = kept.clone();
            changed.wrapped[bit / 8] ^= 1 << (bit % 8);
            assert_eq!(epoch.unwrap(&changed).unwrap_err(), OpenError::Refused, "bit {bit}");
        }
        for bit in 0..256 {
            let mut changed = kept.clone();
            changed.commitment[bit / 8] ^= 1 << (bit % 8);
            assert_eq!(epoch.unwrap(&changed).unwrap_err(), OpenError::Commitment, "bit {bit}");
        }
    }

    #[test]
    fn a_wrapped_key_is_bound_to_its_id_class_and_epoch() {
        let (epoch, kept) = kept();
        let random = SeededRandom::new(2);
        let other_id = WrappedKey { id: KeyId::random(&random), ..kept.clone() };
        let other_class = WrappedKey { class: ClassTag::new("feedback", "year"), ..kept.clone() };
        let other_epoch = WrappedKey { epoch: 8, ..kept.clone() };
        for changed in [other_id, other_class, other_epoch] {
            assert_eq!(epoch.unwrap(&changed).unwrap_err(), OpenError::Refused);
        }
        let same_secret_next_week = EpochKey::from_secret(8, epoch.secret.clone());
        let relabelled = WrappedKey { epoch: 8, ..kept };
        assert_eq!(same_secret_next_week.unwrap(&relabelled).unwrap_err(), OpenError::Refused);
    }

    #[test]
    fn keys_tell_nothing_when_printed() {
        let (epoch, kept) = kept();
        let key = epoch.unwrap(&kept).unwrap();
        let printed = format!("{epoch:?} {key:?} {kept:?}");
        for secret in [&epoch.secret, &key.secret] {
            let hex: String = secret.iter().take(3).map(|byte| format!("{byte:02x}")).collect();
            assert!(!printed.contains(&hex));
        }
        assert_eq!(format!("{epoch:?} {key:?}"), format!("EpochKey(7) PersonKey({})", kept.id));
    }
}
