//! Fixed-size blocks: the files of the key ring are rows of them, each checked by itself.
//!
//! ```text
//! body ‖ generation (8) ‖ checksum (16)
//! ```
//!
//! The checksum (SHA-256, truncated) covers the file's kind, the block's number, the body and the
//! generation, so a damaged, misplaced or foreign block is noticed. It protects against disks, not
//! against people: keys inside are authenticated by their own wrapping. The generation grows with
//! every writing of the block and tells which of two copies is newer. A block of zeros has never
//! been written.

use aws_lc_rs::digest::{Context, SHA256};
use subtle::ConstantTimeEq;

use crate::Installation;

/// Bytes at the end of every block.
pub const TRAILER: usize = 24;

const CHECKSUM: usize = 16;
const MAGIC: &[u8; 8] = b"seloste\n";
const FORMAT: u8 = 1;
/// At least one block, to compare with at once.
const ZEROS: [u8; 512] = [0; 512];

/// Which file a block belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// Wrapped person keys.
    Slots = 1,
    /// Secrets wrapped by the root: epoch keys, index key, ledger key.
    Secrets = 2,
    /// The erasure list.
    Erasures = 3,
}

impl FileKind {
    /// Bytes of one block of this file, its trailer included. All sizes divide 512, so that no
    /// block lies across two disk sectors.
    pub const fn block_len(self) -> usize {
        match self {
            FileKind::Slots | FileKind::Secrets => 256,
            FileKind::Erasures => 64,
        }
    }
}

/// What a block's bytes turn out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Check {
    /// Never written.
    Empty,
    /// Whole, of this generation (at least 1).
    Whole(u64),
    /// The bytes are not what was written.
    Damaged,
}

impl Check {
    /// The generation; 0 when the block was never written, nothing when it is damaged.
    pub fn generation(self) -> Option<u64> {
        match self {
            Check::Empty => Some(0),
            Check::Whole(generation) => Some(generation),
            Check::Damaged => None,
        }
    }
}

fn checksum(kind: FileKind, number: u64, covered: &[u8]) -> [u8; CHECKSUM] {
    let mut context = Context::new(&SHA256);
    context.update(b"seloste block");
    context.update(&[FORMAT, kind as u8]);
    context.update(&number.to_be_bytes());
    context.update(covered);
    let mut out = [0; CHECKSUM];
    for (to, from) in out.iter_mut().zip(context.finish().as_ref()) {
        *to = *from;
    }
    out
}

/// The block that holds this body. `None` when the body is longer than a block's.
pub fn write(kind: FileKind, number: u64, generation: u64, body: &[u8]) -> Option<Vec<u8>> {
    let room = kind.block_len() - TRAILER;
    if body.len() > room {
        return None;
    }
    let mut block = Vec::with_capacity(kind.block_len());
    block.extend_from_slice(body);
    block.resize(room, 0);
    block.extend_from_slice(&generation.max(1).to_be_bytes());
    let sum = checksum(kind, number, &block);
    block.extend_from_slice(&sum);
    Some(block)
}

/// Whether these bytes are the block of this number.
pub fn check(kind: FileKind, number: u64, block: &[u8]) -> Check {
    if block.len() != kind.block_len() {
        return Check::Damaged;
    }
    if ZEROS.starts_with(block) {
        return Check::Empty;
    }
    let Some((covered, sum)) = block.split_last_chunk::<CHECKSUM>() else { return Check::Damaged };
    let Some((_, generation)) = covered.split_last_chunk::<8>() else { return Check::Damaged };
    if bool::from(checksum(kind, number, covered).ct_eq(sum)) {
        Check::Whole(u64::from_be_bytes(*generation))
    } else {
        Check::Damaged
    }
}

/// The body of the first block of every file.
pub fn header(kind: FileKind, installation: &Installation) -> Vec<u8> {
    [MAGIC.as_slice(), &[FORMAT, kind as u8], installation].concat()
}

/// Whose file this is, told by the body of its first block. `None` when it is no file of this
/// kind, or of a format that this program does not know.
pub fn installation(kind: FileKind, body: &[u8]) -> Option<Installation> {
    let rest = body.strip_prefix(MAGIC.as_slice())?.strip_prefix(&[FORMAT, kind as u8])?;
    rest.first_chunk().copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const KINDS: [FileKind; 3] = [FileKind::Slots, FileKind::Secrets, FileKind::Erasures];

    #[test]
    fn every_flipped_bit_is_noticed() {
        for kind in KINDS {
            let block = write(kind, 5, 9, b"body").unwrap();
            assert_eq!(check(kind, 5, &block), Check::Whole(9));
            for bit in 0..block.len() * 8 {
                let mut changed = block.clone();
                changed[bit / 8] ^= 1 << (bit % 8);
                assert_eq!(check(kind, 5, &changed), Check::Damaged, "{kind:?} bit {bit}");
            }
        }
    }

    #[test]
    fn a_block_elsewhere_is_noticed() {
        let block = write(FileKind::Slots, 5, 9, b"body").unwrap();
        assert_eq!(check(FileKind::Slots, 6, &block), Check::Damaged);
        assert_eq!(check(FileKind::Secrets, 5, &block), Check::Damaged);
        assert_eq!(check(FileKind::Slots, 5, &block[..255]), Check::Damaged);
        assert_eq!(check(FileKind::Slots, 5, &[0; 256]), Check::Empty);
    }

    #[test]
    fn blocks_do_not_lie_across_sectors_and_bodies_have_limits() {
        for kind in KINDS {
            assert_eq!(512 % kind.block_len(), 0);
            let room = kind.block_len() - TRAILER;
            assert_eq!(write(kind, 0, 1, &vec![1; room]).unwrap().len(), kind.block_len());
            assert_eq!(write(kind, 0, 1, &vec![1; room + 1]), None);
            let head = header(kind, &[7; 16]);
            assert!(head.len() <= room);
            assert_eq!(installation(kind, &head), Some([7; 16]));
            for other in KINDS.into_iter().filter(|other| *other != kind) {
                assert_eq!(installation(other, &head), None);
            }
        }
    }

    proptest! {
        #[test]
        fn any_bytes_are_safe_to_check(bytes: Vec<u8>, number: u64) {
            for kind in KINDS {
                let _ = check(kind, number, &bytes);
                let _ = installation(kind, &bytes);
            }
        }
    }
}
