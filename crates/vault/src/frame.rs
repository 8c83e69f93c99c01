//! One unambiguous way to write several values in a row: each part is preceded by its length, so
//! no two lists of parts give the same bytes.

/// Collects length-prefixed parts.
pub(crate) struct Frame(Vec<u8>);

impl Frame {
    /// Begins with what the bytes are for, so that no two uses can be confused.
    pub(crate) fn new(what: &str) -> Self {
        Self(Vec::with_capacity(256)).part(what.as_bytes())
    }

    /// Adds a part.
    pub(crate) fn part(mut self, bytes: &[u8]) -> Self {
        self.0.extend_from_slice(&(bytes.len() as u64).to_be_bytes());
        self.0.extend_from_slice(bytes);
        self
    }

    /// The bytes.
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn framed(parts: &[Vec<u8>]) -> Vec<u8> {
        let frame = parts.iter().fold(Frame::new("test"), |frame, part| frame.part(part));
        frame.bytes().to_vec()
    }

    proptest! {
        #[test]
        fn different_parts_never_give_the_same_bytes(
            left: Vec<Vec<u8>>, right: Vec<Vec<u8>>, cut in 0usize..20,
        ) {
            prop_assert_eq!(framed(&left) == framed(&right), left == right);
            // The same letters split elsewhere are different parts.
            let whole: Vec<u8> = left.concat();
            let cut = cut.min(whole.len());
            let split = vec![whole[..cut].to_vec(), whole[cut..].to_vec()];
            prop_assert_eq!(framed(&left) == framed(&split), left == split);
        }
    }
}
