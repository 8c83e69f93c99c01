//! Signed statements of the tree's size and root: C2SP tlog-checkpoint in a C2SP signed note.

use std::fmt;
use std::str::FromStr;

use aws_lc_rs::digest::{SHA256, digest};
use aws_lc_rs::signature::{ED25519, Ed25519KeyPair, KeyPair, UnparsedPublicKey};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use seloste_kernel::Fault;

use super::tree::Hash;

/// The kind of key, as signed notes number them: Ed25519.
const ED25519_KIND: u8 = 1;

/// Who signs checkpoints.
pub trait Signer: Send + Sync {
    /// The log's name, such as `example.fi/ledger`: no spaces, no plus sign.
    fn name(&self) -> &str;

    /// The Ed25519 public key.
    fn public_key(&self) -> [u8; 32];

    /// The Ed25519 signature of the message.
    ///
    /// # Errors
    /// The key cannot be used.
    fn sign(&self, message: &[u8]) -> Result<[u8; 64], Fault>;
}

/// A signer that holds its key in memory.
pub struct SeedSigner {
    name: String,
    pair: Ed25519KeyPair,
}

impl SeedSigner {
    /// The signer of this name and 32-byte seed.
    ///
    /// # Errors
    /// `Internal` when the name cannot stand in a signed note.
    pub fn new(name: &str, seed: &[u8; 32]) -> Result<Self, Fault> {
        if !is_name(name) {
            return Err(Fault::internal("a log's name has no spaces and no plus sign"));
        }
        let pair = Ed25519KeyPair::from_seed_unchecked(seed).map_err(Fault::internal)?;
        Ok(Self { name: name.to_owned(), pair })
    }
}

impl Signer for SeedSigner {
    fn name(&self) -> &str {
        &self.name
    }

    fn public_key(&self) -> [u8; 32] {
        let mut key = [0; 32];
        key.copy_from_slice(self.pair.public_key().as_ref());
        key
    }

    fn sign(&self, message: &[u8]) -> Result<[u8; 64], Fault> {
        let mut signature = [0; 64];
        signature.copy_from_slice(self.pair.sign(message).as_ref());
        Ok(signature)
    }
}

/// Whose signature a checkpoint must have. As text it is a verifier key of signed notes:
/// `name+hash+key`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicKey {
    name: String,
    key: [u8; 32],
}

impl PublicKey {
    /// The public half of a signer.
    pub fn of(signer: &dyn Signer) -> Self {
        Self { name: signer.name().to_owned(), key: signer.public_key() }
    }

    /// The log's name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Whether it is this key, whatever its log is called.
    pub fn is(&self, key: &[u8; 32]) -> bool {
        self.key == *key
    }

    /// Whether the holder of the key has signed this message.
    pub fn has_signed(&self, message: &[u8], signature: &[u8]) -> bool {
        UnparsedPublicKey::new(&ED25519, self.key).verify(message, signature).is_ok()
    }

    fn id(&self) -> [u8; 4] {
        let text = [self.name.as_bytes(), b"\n", &[ED25519_KIND], &self.key].concat();
        let mut id = [0; 4];
        id.copy_from_slice(&digest(&SHA256, &text).as_ref()[..4]);
        id
    }
}

impl fmt::Display for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let id = u32::from_be_bytes(self.id());
        let key = STANDARD.encode([[ED25519_KIND].as_slice(), &self.key].concat());
        write!(f, "{}+{id:08x}+{key}", self.name)
    }
}

/// The text is not a verifier key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PublicKeyError;

impl FromStr for PublicKey {
    type Err = PublicKeyError;

    fn from_str(text: &str) -> Result<Self, PublicKeyError> {
        let mut parts = text.splitn(3, '+');
        let [Some(name), Some(_), Some(key)] = [parts.next(), parts.next(), parts.next()] else {
            return Err(PublicKeyError);
        };
        let key = STANDARD.decode(key).map_err(|_| PublicKeyError)?;
        let Some((&ED25519_KIND, key)) = key.split_first() else { return Err(PublicKeyError) };
        let key = key.try_into().map_err(|_| PublicKeyError)?;
        let read = Self { name: name.to_owned(), key };
        if is_name(name) && read.to_string() == text { Ok(read) } else { Err(PublicKeyError) }
    }
}

fn is_name(name: &str) -> bool {
    !name.is_empty() && !name.contains(|letter: char| letter.is_whitespace() || letter == '+')
}

/// How many entries the tree has and what its root is, signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkpoint {
    /// How many entries.
    pub size: u64,
    /// Root of the tree.
    pub root: Hash,
    /// The whole signed note, as it is published and handed out.
    pub note: String,
}

/// What a signed note begins with: everything but the signature.
fn body(name: &str, size: u64, root: &Hash) -> String {
    format!("{name}\n{size}\n{}\n", STANDARD.encode(root))
}

impl Checkpoint {
    /// Signs a size and a root.
    pub(crate) fn sign(signer: &dyn Signer, size: u64, root: Hash) -> Result<Self, Fault> {
        let body = body(signer.name(), size, &root);
        let signature = signer.sign(body.as_bytes())?;
        let line = STANDARD.encode([&PublicKey::of(signer).id()[..], &signature].concat());
        Ok(Self { size, root, note: format!("{body}\n— {} {line}\n", signer.name()) })
    }

    /// Reads a signed note; `None` unless it is exactly what the holder of this key writes.
    pub fn read(note: &str, key: &PublicKey) -> Option<Self> {
        let (text, signature) = note.split_once("\n\n")?;
        let mut lines = text.split('\n');
        let [name, size, root] = [lines.next()?, lines.next()?, lines.next()?];
        let size: u64 = size.parse().ok()?;
        let root: Hash = STANDARD.decode(root).ok()?.try_into().ok()?;
        let body = body(name, size, &root);
        // One spelling only: no leading zeros, no further lines.
        if lines.next().is_some() || name != key.name || body.trim_end_matches('\n') != text {
            return None;
        }
        let line = signature.strip_prefix("— ")?.strip_suffix('\n')?;
        let encoded = line.strip_prefix(name)?.strip_prefix(' ')?;
        let signature = STANDARD.decode(encoded).ok()?;
        let signature = signature.strip_prefix(&key.id())?;
        UnparsedPublicKey::new(&ED25519, key.key).verify(body.as_bytes(), signature).ok()?;
        Some(Self { size, root, note: note.to_owned() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of the signed-note specification.
    const KEY: &str = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    #[test]
    fn the_known_verifier_key_reads_and_writes() {
        let key: PublicKey = KEY.parse().unwrap();
        assert_eq!(key.name(), "PeterNeumann");
        assert_eq!(key.to_string(), KEY);
        for place in 0..KEY.len() {
            let mut wrong = KEY.as_bytes().to_vec();
            wrong[place] ^= 1;
            let wrong = String::from_utf8(wrong).unwrap();
            assert_eq!(wrong.parse::<PublicKey>(), Err(PublicKeyError), "{wrong}");
        }
    }

    #[test]
    fn a_checkpoint_reads_back_and_no_other_spelling_does() {
        let signer = SeedSigner::new("example.fi/ledger", &[7; 32]).unwrap();
        let key = PublicKey::of(&signer);
        let signed = Checkpoint::sign(&signer, 20, [3; 32]).unwrap();
        assert_eq!(Checkpoint::read(&signed.note, &key), Some(signed.clone()));
        for wrong in [
            signed.note.replace("\n20\n", "\n020\n"),
            signed.note.replace("\n20\n", "\n+20\n"),
            signed.note.replace("\n20\n", "\n21\n"),
            signed.note.replace("\n\n", "\n\n\n"),
            format!("{}\n", signed.note),
            signed.note.trim_end().to_owned(),
            signed.note.replace("example", "Example"),
        ] {
            assert_eq!(Checkpoint::read(&wrong, &key), None, "{wrong}");
        }
        let other = PublicKey::of(&SeedSigner::new("example.fi/ledger", &[8; 32]).unwrap());
        assert_eq!(Checkpoint::read(&signed.note, &other), None);
    }
}
