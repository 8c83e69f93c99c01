//! Cells: single values, sealed under a person's key and bound to their place.
//!
//! ```text
//! version (1) ‖ suite (1) ‖ nonce (24) ‖ ciphertext ‖ tag (16)
//! ```
//!
//! Suite 1 is XAES-256-GCM (C2SP): AES-256-GCM under a key that is derived from the person's key
//! and the first half of a random 192-bit nonce. Each cell thus has its own cipher key; a further
//! key per kind and field would add work and no protection, since kind and field are
//! authenticated as part of the place. Suite 2 is the same with the text padded to a bucket.
//! The version and suite are authenticated too: neither can be lowered. The key is known from the
//! database, so nothing is ever tried with one key after another.

use seloste_kernel::{Fault, FaultKind, PersonId, Random, RecordId, Sealed};
use zeroize::Zeroizing;

use crate::frame::Frame;
use crate::padding;
use crate::secret::{self, ClassTag, NONCE_LEN, OpenError, PersonKey, TAG_LEN};

const VERSION: u8 = 1;
const PLAIN: u8 = 1;
const PADDED: u8 = 2;
const HEAD: usize = 2 + NONCE_LEN;

/// How many bytes a cell is longer than its (possibly padded) text.
pub const CELL_OVERHEAD: usize = HEAD + TAG_LEN;

/// The longest text of one cell, in bytes (16 MiB).
pub const MAX_CELL: usize = 16 << 20;

/// Where a value belongs. Sealing binds the value to all of it: the same bytes anywhere else do
/// not open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place<'a> {
    /// The register.
    pub register: &'a str,
    /// The kind of record.
    pub kind: &'a str,
    /// The field of the record.
    pub field: &'a str,
    /// Whose it is.
    pub person: PersonId,
    /// Which record.
    pub record: RecordId,
    /// The retention class.
    pub class: &'a str,
    /// The version of the kind's fields.
    pub schema: u16,
}

impl Place<'_> {
    fn frame(&self, key: &PersonKey, suite: u8) -> Frame {
        Frame::new("seloste cell")
            .part(&[VERSION, suite])
            .part(key.id.as_bytes())
            .part(self.register.as_bytes())
            .part(self.kind.as_bytes())
            .part(self.field.as_bytes())
            .part(self.person.as_bytes())
            .part(self.record.as_bytes())
            .part(self.class.as_bytes())
            .part(&self.schema.to_be_bytes())
    }
}

/// Seals a value at its place. The cell's length tells the value's.
///
/// # Errors
/// `TooLarge` above [`MAX_CELL`]; `Internal` when the key is of another register or class, since
/// forgetting the key would then not forget this value.
pub fn seal(
    key: &PersonKey,
    place: &Place<'_>,
    text: &[u8],
    random: &dyn Random,
) -> Result<Sealed, Fault> {
    seal_as(PLAIN, key, place, text, random)
}

/// Seals free text at its place, padded to one of few lengths (64, 256, 1,024, 4,096 bytes, then
/// multiples of 4,096). [`open`] tells by itself how a cell was sealed, so a declaration may change
/// and old cells still open.
///
/// # Errors
/// As [`seal`].
pub fn seal_padded(
    key: &PersonKey,
    place: &Place<'_>,
    text: &[u8],
    random: &dyn Random,
) -> Result<Sealed, Fault> {
    seal_as(PADDED, key, place, text, random)
}

fn seal_as(
    suite: u8,
    key: &PersonKey,
    place: &Place<'_>,
    text: &[u8],
    random: &dyn Random,
) -> Result<Sealed, Fault> {
    if text.len() > MAX_CELL {
        return Err(Fault::new(FaultKind::TooLarge, "value-too-large"));
    }
    if key.class != ClassTag::new(place.register, place.class) {
        return Err(Fault::internal("sealing under a key of another register or class"));
    }
    let size = if suite == PADDED { padding::bucket(text.len()) } else { text.len() };
    // One allocation of the final size: no copy of the text is left behind by growing.
    let mut cell = Zeroizing::new(Vec::with_capacity(size + CELL_OVERHEAD));
    cell.extend_from_slice(&[VERSION, suite]);
    cell.extend_from_slice(&[0; NONCE_LEN]);
    if suite == PADDED {
        padding::pad(text, &mut cell)?;
    } else {
        cell.extend_from_slice(text);
    }
    let frame = place.frame(key, suite);
    let (nonce, tag) = secret::encrypt(&key.cells, frame.bytes(), &mut cell[HEAD..], random)?;
    cell[2..HEAD].copy_from_slice(&nonce);
    cell.extend_from_slice(&tag);
    Ok(Sealed::from_bytes(std::mem::take(&mut *cell)))
}

/// Opens the value at its place.
///
/// # Errors
/// See [`OpenError`]; every change of the bytes, the place or the key is refused.
pub fn open(
    key: &PersonKey,
    place: &Place<'_>,
    sealed: &Sealed,
) -> Result<Zeroizing<Vec<u8>>, OpenError> {
    let (head, rest) = sealed.as_bytes().split_first_chunk::<HEAD>().ok_or(OpenError::Malformed)?;
    let (body, tag) = rest.split_last_chunk::<TAG_LEN>().ok_or(OpenError::Malformed)?;
    let [version, suite, nonce @ ..] = *head;
    if version != VERSION {
        return Err(OpenError::Version(version));
    }
    if suite != PLAIN && suite != PADDED {
        return Err(OpenError::Suite(suite));
    }
    let mut text = Zeroizing::new(body.to_vec());
    secret::decrypt(&key.cells, place.frame(key, suite).bytes(), nonce, &mut text, *tag)?;
    if suite == PADDED { padding::unpad(text) } else { Ok(text) }
}
