//! The arithmetic of RFC 6962, section 2.1 (and RFC 9162, section 2.1 for checking proofs).

use aws_lc_rs::digest::{Context, SHA256, digest};

/// A SHA-256 hash.
pub type Hash = [u8; 32];

fn to_hash(digest: &aws_lc_rs::digest::Digest) -> Hash {
    let mut hash = [0; 32];
    hash.copy_from_slice(digest.as_ref());
    hash
}

/// Root of the tree without entries.
pub fn empty() -> Hash {
    to_hash(&digest(&SHA256, b""))
}

/// Hash of one entry's bytes.
pub fn leaf(entry: &[u8]) -> Hash {
    let mut context = Context::new(&SHA256);
    context.update(&[0]);
    context.update(entry);
    to_hash(&context.finish())
}

/// Hash of two halves.
pub fn node(left: &Hash, right: &Hash) -> Hash {
    let mut bytes = [1; 65];
    bytes[1..33].copy_from_slice(left);
    bytes[33..].copy_from_slice(right);
    to_hash(&digest(&SHA256, &bytes))
}

/// Hash of a complete subtree: as many hashes as a power of two.
pub fn complete(hashes: &[Hash]) -> Option<Hash> {
    if !hashes.len().is_power_of_two() {
        return None;
    }
    let mut level = hashes.to_vec();
    while level.len() > 1 {
        level = level.as_chunks().0.iter().map(|[left, right]| node(left, right)).collect();
    }
    level.first().copied()
}

/// Where the hashes of complete subtrees are kept.
pub trait Source {
    /// What may go wrong.
    type Error;

    /// Hash of the complete subtree of 2^`level` entries that begins at `index` × 2^`level`.
    ///
    /// # Errors
    /// It cannot be read.
    fn subtree(&mut self, level: u32, index: u64) -> Result<Hash, Self::Error>;
}

/// Largest power of two below `n` (for `n` ≥ 2).
fn split(n: u64) -> u64 {
    1 << (63 - (n - 1).leading_zeros())
}

/// Root of the first `size` entries.
///
/// # Errors
/// The source's.
pub fn root<S: Source>(source: &mut S, size: u64) -> Result<Hash, S::Error> {
    if size == 0 { Ok(empty()) } else { range(source, 0, size) }
}

/// Hash of the entries `low` up to, not including, `high`.
fn range<S: Source>(source: &mut S, low: u64, high: u64) -> Result<Hash, S::Error> {
    let count = high - low;
    if count.is_power_of_two() {
        let level = count.trailing_zeros();
        return source.subtree(level, low >> level);
    }
    let middle = low + split(count);
    Ok(node(&range(source, low, middle)?, &range(source, middle, high)?))
}

/// Shows that entry `index` is among the first `size` (section 2.1.1); empty when it is not.
///
/// # Errors
/// The source's.
pub fn inclusion<S: Source>(source: &mut S, index: u64, size: u64) -> Result<Vec<Hash>, S::Error> {
    let mut proof = Vec::new();
    if index < size {
        let (mut low, mut high) = (0, size);
        while high - low > 1 {
            let middle = low + split(high - low);
            if index < middle {
                proof.push(range(source, middle, high)?);
                high = middle;
            } else {
                proof.push(range(source, low, middle)?);
                low = middle;
            }
        }
        proof.reverse();
    }
    Ok(proof)
}

/// Shows that the tree of `old` entries is the beginning of that of `new` (section 2.1.2).
///
/// # Errors
/// The source's.
pub fn consistency<S: Source>(source: &mut S, old: u64, new: u64) -> Result<Vec<Hash>, S::Error> {
    let mut proof = Vec::new();
    if old > 0 && old < new {
        let (mut low, mut high, mut whole) = (0, new, true);
        while old != high {
            let middle = low + split(high - low);
            if old <= middle {
                proof.push(range(source, middle, high)?);
                high = middle;
            } else {
                proof.push(range(source, low, middle)?);
                (low, whole) = (middle, false);
            }
        }
        if !whole {
            proof.push(range(source, low, high)?);
        }
        proof.reverse();
    }
    Ok(proof)
}

/// Whether the proof shows that this entry stands at `index` of the tree (RFC 9162, 2.1.3.2).
pub fn included(leaf: &Hash, index: u64, size: u64, proof: &[Hash], root: &Hash) -> bool {
    if index >= size {
        return false;
    }
    let (mut place, mut last, mut hash) = (index, size - 1, *leaf);
    for step in proof {
        if last == 0 {
            return false;
        }
        if place & 1 == 1 || place == last {
            hash = node(step, &hash);
            while place & 1 == 0 && place != 0 {
                (place, last) = (place >> 1, last >> 1);
            }
        } else {
            hash = node(&hash, step);
        }
        (place, last) = (place >> 1, last >> 1);
    }
    last == 0 && hash == *root
}

/// Whether the proof shows that one tree is the beginning of the other (RFC 9162, 2.1.4.2).
pub fn consistent(
    (old, old_root): (u64, &Hash),
    (new, new_root): (u64, &Hash),
    proof: &[Hash],
) -> bool {
    if old == new {
        return proof.is_empty() && old_root == new_root;
    }
    if old == 0 || old > new {
        return old == 0 && proof.is_empty() && *old_root == empty();
    }
    let mut steps = proof.iter();
    let Some(start) = (if old.is_power_of_two() { Some(old_root) } else { steps.next() }) else {
        return false;
    };
    let (mut place, mut last) = (old - 1, new - 1);
    while place & 1 == 1 {
        (place, last) = (place >> 1, last >> 1);
    }
    let (mut from_old, mut from_new) = (*start, *start);
    for step in steps {
        if last == 0 {
            return false;
        }
        if place & 1 == 1 || place == last {
            from_old = node(step, &from_old);
            from_new = node(step, &from_new);
            while place & 1 == 0 && place != 0 {
                (place, last) = (place >> 1, last >> 1);
            }
        } else {
            from_new = node(&from_new, step);
        }
        (place, last) = (place >> 1, last >> 1);
    }
    last == 0 && from_old == *old_root && from_new == *new_root
}

#[cfg(test)]
mod tests;
