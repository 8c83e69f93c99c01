//! Tables for spreadsheets (RFC 4180), written so that no cell is taken for a formula: not read with
//! commas, nor with semicolons or tabs, as a spreadsheet does where those part the cells of a list.

use std::borrow::Cow;

use csv::{QuoteStyle, WriterBuilder};
use seloste_kernel::{Fault, is_unseen};

/// Rows as lines; every cell is quoted.
///
/// # Errors
/// Internal when they cannot be written.
pub fn lines<R, C>(rows: impl IntoIterator<Item = R>) -> Result<Vec<u8>, Fault>
where
    R: IntoIterator<Item = C>,
    C: AsRef<str>,
{
    let mut writer = WriterBuilder::new();
    let mut file = writer.flexible(true).quote_style(QuoteStyle::Always).from_writer(Vec::new());
    for row in rows {
        let row = row.into_iter().map(|cell| inert(cell.as_ref()).into_owned());
        file.write_record(row).map_err(Fault::internal)?;
    }
    file.into_inner().map_err(Fault::internal)
}

/// A spreadsheet takes a cell that begins so for a formula and would carry it out; an apostrophe
/// makes it text. Read with other separators or line by line, a cell may begin inside this one.
fn inert(cell: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let mut written = 0;
    for place in beginnings(cell).filter(|place| is_risky(cell, *place, *place)) {
        out.push_str(cell.get(written..place).unwrap_or_default());
        out.push('\'');
        written = place;
    }
    joined(cell, out, written)
}

/// What [`lines`] was given, from what it wrote.
pub fn original(cell: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let mut written = 0;
    for place in beginnings(cell) {
        let quoted = cell.get(place..).is_some_and(|rest| rest.starts_with('\''));
        if quoted && is_risky(cell, place, place + 1) {
            out.push_str(cell.get(written..place).unwrap_or_default());
            written = place + 1;
        }
    }
    joined(cell, out, written)
}

fn joined(cell: &str, mut out: String, written: usize) -> Cow<'_, str> {
    if written == 0 && out.is_empty() {
        return Cow::Borrowed(cell);
    }
    out.push_str(cell.get(written..).unwrap_or_default());
    Cow::Owned(out)
}

/// Where a cell begins, for one who reads it or another separator: at its beginning, and after a
/// semicolon, a tab or the end of a line in it.
fn beginnings(cell: &str) -> impl Iterator<Item = usize> {
    let after = cell.char_indices().filter(|(_, c)| matches!(c, ';' | '\t' | '\r' | '\n'));
    std::iter::once(0).chain(after.map(|(place, _)| place + 1))
}

/// Whether what follows here, for a cell that begins at `begin`, would be carried out. Apostrophes
/// are passed over, so that one of the writer's own is told from ours.
fn is_risky(cell: &str, begin: usize, from: usize) -> bool {
    // Spreadsheets pass over blanks and what nobody sees before they look, and a quote within a
    // cell may be one around it for who reads it with another separator; East Asian ones take the
    // wide forms for the same.
    let passed = |c: char| {
        !"\t\r\n".contains(c) && (c.is_whitespace() || is_unseen(c) || matches!(c, '"' | '\''))
    };
    let first = cell.get(from..).unwrap_or_default().chars().find(|c| !passed(*c));
    first.is_some_and(|c| match c {
        '\r' | '\n' => begin == 0,
        _ => "=+-@|%\t\u{ff1d}\u{ff0b}\u{ff0d}\u{ff20}\u{ff5c}".contains(c),
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{inert, lines, original};

    #[test]
    fn cells_are_never_formulas() {
        for formula in [
            "=1+1",
            "+358",
            "-1",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            "\n=1",
            " =1+1",
            "\u{a0}=1",
            "\u{ff1d}1+1",
            "\u{202e}=1",
            "\u{200b}+1",
            "|cmd",
        ] {
            assert!(inert(formula).starts_with('\''), "{formula:?}");
        }
        assert_eq!(inert("Hei = moi;\r\n\r\nKiitos - ja moi"), "Hei = moi;\r\n\r\nKiitos - ja moi");
        assert_eq!(inert("x; =1+1;y\n\u{200b}@A"), "x;' =1+1;y\n'\u{200b}@A");
        assert_eq!(inert(""), "");
    }

    /// The first character that a spreadsheet would look at.
    fn first(cell: &str) -> Option<char> {
        cell.chars().find(|c| *c != ' ' && !seloste_kernel::is_unseen(*c))
    }

    fn each_cell(file: &[u8], separator: u8, see: &mut dyn FnMut(usize, usize, &str)) {
        let mut reader = csv::ReaderBuilder::new();
        let reader = reader.delimiter(separator).has_headers(false).flexible(true);
        for (line, row) in reader.from_reader(file).records().enumerate() {
            for (column, cell) in row.unwrap().iter().enumerate() {
                see(line, column, cell);
            }
        }
    }

    proptest! {
        #[test]
        fn no_separator_makes_a_formula_and_what_was_given_comes_back(
            rows in prop::collection::vec(
                prop::collection::vec("[ab=+@,;\t\r\n\"' \u{200b}-]{0,9}", 3), 1..4)
        ) {
            let file = lines(&rows).unwrap();
            for separator in [b',', b';', b'\t'] {
                each_cell(&file, separator, &mut |_, _, cell| {
                    assert!(!first(cell).is_some_and(|c| "=+-@\t\r".contains(c)), "{cell:?}");
                });
            }
            each_cell(&file, b',', &mut |line, column, cell| {
                assert_eq!(original(cell), rows[line][column]);
            });
        }
    }
}
