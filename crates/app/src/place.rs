//! Where a page of a list ended, as the address of the next page says it.

use seloste_kernel::RecordId;

/// Reads a place as [`write`] wrote it; `None` for anything else.
pub fn read(text: &str) -> Option<(i64, RecordId)> {
    let (at_ms, id) = text.split_once('-')?;
    let digits = at_ms.bytes().all(|b| b.is_ascii_digit()) && (1..=15).contains(&at_ms.len());
    Some((at_ms.parse().ok().filter(|_| digits)?, id.parse().ok()?))
}

/// Writes a place, to be sent back.
pub fn write((at_ms, id): (i64, RecordId)) -> String {
    format!("{at_ms}-{id}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_read_as_written() {
        let id = RecordId::from_bytes([7; 16]);
        assert_eq!(read(&write((1_234, id))), Some((1_234, id)));
        for bad in ["", "-", "1", "-1-x", "+1-00000000000000000000000000", "1-0"] {
            assert_eq!(read(bad), None, "{bad}");
        }
    }
}
