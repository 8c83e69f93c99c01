//! Hiding how long a text is: sealed free text comes in few sizes only.
//!
//! A four-byte length, the text, then zeros up to the bucket.

use seloste_kernel::{Fault, FaultKind};
use zeroize::Zeroizing;

use crate::OpenError;

const PREFIX: usize = 4;
const BUCKETS: [usize; 4] = [64, 256, 1024, 4096];

/// The size that a text of `len` bytes is padded to, its prefix included.
pub(crate) fn bucket(len: usize) -> usize {
    let whole = len + PREFIX;
    BUCKETS.into_iter().find(|size| whole <= *size).unwrap_or_else(|| whole.next_multiple_of(4096))
}

/// Appends prefix, text and zeros.
pub(crate) fn pad(text: &[u8], into: &mut Vec<u8>) -> Result<(), Fault> {
    let len = u32::try_from(text.len())
        .map_err(|_| Fault::new(FaultKind::TooLarge, "value-too-large"))?;
    let end = into.len() + bucket(text.len());
    into.extend_from_slice(&len.to_be_bytes());
    into.extend_from_slice(text);
    into.resize(end, 0);
    Ok(())
}

/// The text inside. What was padded by [`pad`] only: another size or a non-zero rest is refused.
pub(crate) fn unpad(padded: Zeroizing<Vec<u8>>) -> Result<Zeroizing<Vec<u8>>, OpenError> {
    let (prefix, rest) = padded.split_first_chunk::<PREFIX>().ok_or(OpenError::Malformed)?;
    let len = u32::from_be_bytes(*prefix) as usize;
    let (text, zeros) = rest.split_at_checked(len).ok_or(OpenError::Malformed)?;
    if padded.len() != bucket(len) || zeros.iter().any(|byte| *byte != 0) {
        return Err(OpenError::Malformed);
    }
    Ok(Zeroizing::new(text.to_vec()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn padded(text: &[u8]) -> Vec<u8> {
        let mut out = Vec::new();
        pad(text, &mut out).unwrap();
        out
    }

    #[test]
    fn sizes_are_the_buckets() {
        let sizes = [(0, 64), (60, 64), (61, 256), (252, 256), (253, 1024), (1020, 1024)];
        let large = [(1021, 4096), (4092, 4096), (4093, 8192), (8188, 8192), (8189, 12288)];
        for (len, size) in sizes.into_iter().chain(large) {
            assert_eq!(padded(&vec![7; len]).len(), size, "{len}");
        }
    }

    #[test]
    fn other_bytes_are_refused() {
        let good = padded(b"hei");
        let mut longer = good.clone();
        longer.resize(256, 0);
        let mut dirty = good.clone();
        dirty[63] = 1;
        let mut too_long = good.clone();
        too_long[0] = 0xff;
        for bad in [vec![], vec![0; 3], good[..63].to_vec(), longer, dirty, too_long] {
            assert_eq!(unpad(Zeroizing::new(bad)), Err(OpenError::Malformed));
        }
    }

    proptest! {
        #[test]
        fn text_comes_back(text in proptest::collection::vec(any::<u8>(), 0..9000)) {
            prop_assert_eq!(&*unpad(Zeroizing::new(padded(&text))).unwrap(), &text);
        }

        #[test]
        fn any_bytes_are_safe_to_unpad(bytes: Vec<u8>) {
            let _ = unpad(Zeroizing::new(bytes));
        }
    }
}
