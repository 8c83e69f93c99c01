//! A file that is sealed while it is written and opened while it is read, a chunk at a time.

use std::io::{self, Read, Write};

use seloste_kernel::Fault;
use seloste_vault::stream::{CHUNK, CHUNK_OVERHEAD, FileKey};
use zeroize::Zeroizing;

/// Seals what is written to it.
pub struct Sealing<W: Write> {
    to: W,
    key: FileKey,
    chunk: Zeroizing<Vec<u8>>,
    number: u64,
}

impl<W: Write> Sealing<W> {
    /// Seals into `to` under this key, which must seal nothing else.
    pub fn new(to: W, key: FileKey) -> Self {
        Self {
            to,
            key,
            chunk: Zeroizing::new(Vec::with_capacity(CHUNK + CHUNK_OVERHEAD)),
            number: 0,
        }
    }

    /// Seals the last chunk and gives back what was written to, and the key.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn finish(mut self) -> io::Result<(W, FileKey)> {
        self.put(true)?;
        self.to.flush()?;
        Ok((self.to, self.key))
    }

    fn put(&mut self, last: bool) -> io::Result<()> {
        let sealed = self.key.seal_chunk(self.number, last, &mut self.chunk);
        sealed.map_err(|fault| broken(fault.private()))?;
        self.number += 1;
        self.to.write_all(&self.chunk)?;
        self.chunk.clear();
        Ok(())
    }
}

impl<W: Write> Write for Sealing<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        // A full chunk waits until more comes: only then is it known not to be the last.
        if self.chunk.len() == CHUNK && !bytes.is_empty() {
            self.put(false)?;
        }
        let taken = bytes.len().min(CHUNK - self.chunk.len());
        self.chunk.extend(bytes.iter().take(taken));
        Ok(taken)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

/// Opens what it reads; the end of it is believed only when it is the sealed end.
pub struct Opening<R: Read> {
    from: R,
    key: FileKey,
    left: u64,
    chunk: Zeroizing<Vec<u8>>,
    read: usize,
    number: u64,
}

impl<R: Read> Opening<R> {
    /// Opens `sealed` bytes of `from`.
    pub fn new(from: R, key: FileKey, sealed: u64) -> Self {
        Self { from, key, left: sealed, chunk: Zeroizing::new(Vec::new()), read: 0, number: 0 }
    }

    /// The next chunk; empty at the end.
    ///
    /// # Errors
    /// When it cannot be read, or is not what was sealed.
    pub fn next_chunk(&mut self) -> io::Result<Zeroizing<Vec<u8>>> {
        if self.left == 0 {
            // Nothing at all is no sealed file: that has a last chunk, if only an empty one.
            return if self.number == 0 { Err(broken("empty")) } else { Ok(Zeroizing::default()) };
        }
        let size = self.left.min((CHUNK + CHUNK_OVERHEAD) as u64);
        let mut sealed = vec![0; usize::try_from(size).map_err(broken)?];
        self.from.read_exact(&mut sealed)?;
        self.left -= size;
        let opened = self.key.open_chunk(self.number, self.left == 0, sealed).map_err(broken)?;
        self.number += 1;
        Ok(opened)
    }
}

impl<R: Read> Read for Opening<R> {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        if self.read == self.chunk.len() {
            (self.chunk, self.read) = (self.next_chunk()?, 0);
        }
        let held = self.chunk.get(self.read..).unwrap_or_default();
        let taken = held.len().min(to.len());
        for (place, byte) in to.iter_mut().zip(held) {
            *place = *byte;
        }
        self.read += taken;
        Ok(taken)
    }
}

/// How long what was sealed into so many bytes is.
pub fn opened_length(sealed: u64) -> u64 {
    let chunks = sealed.div_ceil((CHUNK + CHUNK_OVERHEAD) as u64);
    sealed.saturating_sub(chunks * CHUNK_OVERHEAD as u64)
}

fn broken(cause: impl std::fmt::Display) -> io::Error {
    io::Error::other(cause.to_string())
}

/// A file of ours could not be written or read.
pub fn fault(error: io::Error) -> Fault {
    let kind = match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
            seloste_kernel::FaultKind::StorageFull
        }
        _ => return Fault::internal(error),
    };
    Fault::new(kind, "fault-storage-full").because(error)
}

#[cfg(test)]
mod tests {
    use seloste_kernel::SeededRandom;

    use super::*;

    #[test]
    fn what_is_sealed_opens_and_what_was_touched_does_not() {
        let random = SeededRandom::new(5);
        for length in [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 3 * CHUNK + 7] {
            let text: Vec<u8> = (0..length).map(|place| place as u8).collect();
            let mut sealing = Sealing::new(Vec::new(), FileKey::generate(&random).unwrap());
            for piece in text.chunks(10_007) {
                sealing.write_all(piece).unwrap();
            }
            let (sealed, key) = sealing.finish().unwrap();
            assert_eq!(opened_length(sealed.len() as u64), length as u64);
            let open = |sealed: &[u8]| {
                let key = FileKey::from_text(&key.to_text()).unwrap();
                let mut text = Vec::new();
                Opening::new(sealed, key, sealed.len() as u64).read_to_end(&mut text).map(|_| text)
            };
            assert_eq!(open(&sealed).unwrap(), text, "{length}");
            assert!(open(&sealed[..sealed.len() - 1]).is_err(), "{length}: cut");
            let whole = (CHUNK + CHUNK_OVERHEAD).min(sealed.len());
            if whole < sealed.len() {
                assert!(open(&sealed[..whole]).is_err(), "{length}: cut between chunks");
            }
            let mut changed = sealed.clone();
            changed[length / 2] ^= 1;
            assert!(open(&changed).is_err(), "{length}: changed");
            assert!(open(&[sealed.as_slice(), b"x"].concat()).is_err(), "{length}: lengthened");
        }
        assert!(
            Opening::new(&b""[..], FileKey::generate(&random).unwrap(), 0).next_chunk().is_err()
        );
    }
}
