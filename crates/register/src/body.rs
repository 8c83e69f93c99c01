//! How a record's fields lie in its body: one sealed cell per field, so that opening one field
//! never opens another, and none can be moved to another place.
//!
//! `1 ‖ count ‖ (name length ‖ name ‖ cell length, 4 bytes ‖ cell)*`. Names are the notice's and
//! not personal; which optional fields were given is visible to whoever reads the database.

use seloste_kernel::{Fault, Sealed, Sensitive};
use seloste_vault::{PersonKey, Place};

use crate::Why;

const VERSION: u8 = 1;

/// The part of a body that says since when nothing but a ground keeps the record, and why: an erasure was
/// asked for, or its last day had come. Milliseconds and the word of the cause as text; not sealed.
pub(crate) const ASKED: &str = "_asked";

/// Since when nothing but a ground keeps a record with these cells.
pub(crate) fn asked_ms(cells: &Cells) -> Option<i64> {
    asked(cells)?.split(' ').next()?.parse().ok()
}

/// What somebody wished when they had the record erased that a ground still keeps: whoever received it is
/// told when it goes, and the person by which wish. None where only its last day had come.
pub(crate) fn wished(cells: &Cells) -> Option<Why> {
    let word = asked(cells)?.split_once(' ')?.1;
    Why::WISHES.into_iter().find(|why| why.word() == word)
}

fn asked(cells: &Cells) -> Option<&str> {
    let (_, cell) = cells.iter().find(|(name, _)| name == ASKED)?;
    std::str::from_utf8(cell.as_bytes()).ok()
}

/// Notes that from now on nothing but a ground keeps the record; an earlier note keeps its day, and a wish
/// that it tells of.
pub(crate) fn note_asked(cells: &mut Cells, at_ms: i64, why: Why) {
    let (at_ms, why) = (asked_ms(cells).unwrap_or(at_ms), wished(cells).unwrap_or(why));
    let said = format!("{at_ms} {}", why.word());
    cells.retain(|(name, _)| name != ASKED);
    cells.push((ASKED.to_owned(), Sealed::from_bytes(said.into_bytes())));
}

/// The cells of one body, in the order of writing.
pub(crate) type Cells = Vec<(String, Sealed)>;

pub(crate) fn encode(cells: &[(String, Sealed)]) -> Result<Sealed, Fault> {
    let too_long = |_| Fault::internal("a body has too many fields, or a name or cell too long");
    let mut body = vec![VERSION, u8::try_from(cells.len()).map_err(too_long)?];
    for (name, cell) in cells {
        body.push(u8::try_from(name.len()).map_err(too_long)?);
        body.extend_from_slice(name.as_bytes());
        body.extend_from_slice(
            &u32::try_from(cell.as_bytes().len()).map_err(too_long)?.to_be_bytes(),
        );
        body.extend_from_slice(cell.as_bytes());
    }
    Ok(Sealed::from_bytes(body))
}

/// The cells of a body.
///
/// # Errors
/// When the bytes are no body: a row that the engine never wrote.
pub(crate) fn decode(body: &Sealed) -> Result<Cells, Fault> {
    parse(body.as_bytes()).ok_or_else(|| Fault::internal("a record's body is no sealed body"))
}

/// What lies in a cell.
///
/// # Errors
/// When it was not sealed for this place by this key, or is not text.
pub(crate) fn open(
    key: &PersonKey,
    place: &Place<'_>,
    cell: &Sealed,
) -> Result<Sensitive<String>, Fault> {
    let plain = seloste_vault::open(key, place, cell)
        .map_err(|error| Fault::internal(format!("a cell does not open: {error:?}")))?;
    let text = String::from_utf8(plain.to_vec());
    text.map(Sensitive::new).map_err(|_| Fault::internal("a cell is not text"))
}

fn parse(mut rest: &[u8]) -> Option<Cells> {
    let mut take = |count: usize| -> Option<&[u8]> {
        let (taken, left) = rest.split_at_checked(count)?;
        rest = left;
        Some(taken)
    };
    if take(1)? != [VERSION] {
        return None;
    }
    let count = *take(1)?.first()?;
    let mut cells = Vec::with_capacity(usize::from(count));
    for _ in 0..count {
        let length = usize::from(*take(1)?.first()?);
        let name = String::from_utf8(take(length)?.to_vec()).ok()?;
        let length = u32::from_be_bytes(take(4)?.try_into().ok()?);
        cells.push((name, Sealed::from_bytes(take(length as usize)?.to_vec())));
    }
    rest.is_empty().then_some(cells)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_is_encoded_is_decoded(cells in prop::collection::vec(("[a-z]{1,20}", prop::collection::vec(any::<u8>(), 0..300)), 0..8)) {
            let cells: Cells = cells.into_iter().map(|(name, cell)| (name, Sealed::from_bytes(cell))).collect();
            let body = encode(&cells).map_err(|fault| TestCaseError::fail(format!("{fault:?}")))?;
            prop_assert_eq!(decode(&body).ok(), Some(cells));
        }

        #[test]
        fn other_bytes_are_no_body_and_no_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            let _ = decode(&Sealed::from_bytes(bytes));
        }
    }
}
