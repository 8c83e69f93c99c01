//! Large files, sealed in chunks under a key of their own (STREAM, Hoang–Reyhanitabar–Rogaway–Vizár
//! 2015, as in the payload of age): a file that was changed, cut short, lengthened or whose chunks
//! were moved does not open.
//!
//! Each file has a random key that seals nothing else, so the number of a chunk is nonce enough.

use aws_lc_rs::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use seloste_kernel::{Exit, Fault, Random, Sensitive};
use zeroize::Zeroizing;

use crate::secret::{OpenError, Secret, TAG_LEN, fresh};

/// Bytes of a chunk before it is sealed; the last one may have fewer.
pub const CHUNK: usize = 64 * 1024;

/// How many bytes a sealed chunk is longer.
pub const CHUNK_OVERHEAD: usize = TAG_LEN;

const CONTEXT: &[u8] = b"seloste file/1";

/// The key of one file.
pub struct FileKey {
    secret: Secret,
    key: LessSafeKey,
}

impl FileKey {
    /// A new key.
    ///
    /// # Errors
    /// Internal when the cipher refuses it.
    pub fn generate(random: &dyn Random) -> Result<Self, Fault> {
        Self::of(fresh(random))
    }

    fn of(secret: Secret) -> Result<Self, Fault> {
        let key = UnboundKey::new(&AES_256_GCM, &*secret)
            .map_err(|_| Fault::internal("the cipher refused its key"))?;
        Ok(Self { secret, key: LessSafeKey::new(key) })
    }

    /// The key as text, to be sealed in a cell.
    pub fn to_text(&self) -> Sensitive<String> {
        Sensitive::new(self.secret.iter().map(|byte| format!("{byte:02x}")).collect())
    }

    /// The key from its text; `None` for another text.
    pub fn from_text(text: &Sensitive<String>) -> Option<Self> {
        let text = text.expose(Exit::Decision).as_bytes();
        let mut secret = Secret::default();
        if text.len() != secret.len() * 2 {
            return None;
        }
        for (byte, pair) in secret.iter_mut().zip(text.chunks(2)) {
            *byte = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
        }
        Self::of(secret).ok()
    }

    /// Seals the chunk of this number in place.
    ///
    /// # Errors
    /// Internal when the chunk is too long, or the cipher refuses it.
    pub fn seal_chunk(&self, number: u64, last: bool, chunk: &mut Vec<u8>) -> Result<(), Fault> {
        if chunk.len() > CHUNK {
            return Err(Fault::internal("a chunk is too long"));
        }
        self.key
            .seal_in_place_append_tag(nonce(number, last), Aad::from(CONTEXT), chunk)
            .map_err(|_| Fault::internal("the cipher refused its input"))
    }

    /// Opens the chunk of this number.
    ///
    /// # Errors
    /// `Refused` when it was changed, moved or sealed under another key.
    pub fn open_chunk(
        &self,
        number: u64,
        last: bool,
        mut chunk: Vec<u8>,
    ) -> Result<Zeroizing<Vec<u8>>, OpenError> {
        let opened = self
            .key
            .open_in_place(nonce(number, last), Aad::from(CONTEXT), &mut chunk)
            .map_err(|_| OpenError::Refused)?
            .len();
        chunk.truncate(opened);
        Ok(Zeroizing::new(chunk))
    }
}

/// The number of the chunk, and whether it is the last.
fn nonce(number: u64, last: bool) -> Nonce {
    let mut bytes = [0; NONCE_LEN];
    bytes[3..NONCE_LEN - 1].copy_from_slice(&number.to_be_bytes());
    bytes[NONCE_LEN - 1] = u8::from(last);
    Nonce::assume_unique_for_key(bytes)
}

#[cfg(test)]
mod tests {
    use seloste_kernel::SeededRandom;

    use super::*;

    #[test]
    fn a_chunk_opens_at_its_place_under_its_key_only() {
        let random = SeededRandom::new(7);
        let key = FileKey::generate(&random).unwrap();
        let mut chunk = b"chunk".to_vec();
        key.seal_chunk(3, false, &mut chunk).unwrap();
        assert_eq!(chunk.len(), 5 + CHUNK_OVERHEAD);
        let open = |key: &FileKey, number, last| key.open_chunk(number, last, chunk.clone()).ok();
        assert_eq!(open(&key, 3, false).unwrap().as_slice(), b"chunk");
        assert!(open(&key, 2, false).is_none(), "moved");
        assert!(open(&key, 3, true).is_none(), "cut short");
        assert!(open(&FileKey::generate(&random).unwrap(), 3, false).is_none(), "another key");
        let same = FileKey::from_text(&key.to_text()).unwrap();
        assert_eq!(open(&same, 3, false).unwrap().as_slice(), b"chunk");
        for place in 0..chunk.len() {
            let mut changed = chunk.clone();
            changed[place] ^= 1;
            assert!(key.open_chunk(3, false, changed).is_err(), "byte {place}");
        }
        assert!(FileKey::from_text(&Sensitive::new("zz".repeat(32))).is_none());
        assert!(FileKey::from_text(&Sensitive::new("äö".repeat(16))).is_none());
        assert!(key.seal_chunk(0, true, &mut vec![0; CHUNK + 1]).is_err());
    }
}
