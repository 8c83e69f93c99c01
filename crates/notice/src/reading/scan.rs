//! One lexical pass over KDL 2: strings, comments, braces. Enough to bound the nesting, to balance
//! the braces and to blank a broken line without losing what is around it.

use super::MAX_DEPTH;
use crate::model::Span;

/// What opens a string of several lines.
const TRIPLE: &str = "\"\"\"";

/// What the pass found.
pub(super) struct Scan {
    /// The text with stray closers blanked and missing ones added at the end.
    pub mended: String,
    /// Braces, strings and comments that do not match.
    pub faults: Vec<(Span, &'static str)>,
    /// The first brace that is nested too deeply.
    pub too_deep: Option<Span>,
}

/// A piece of the text that matters here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Piece {
    Open,
    Close,
    LineEnd,
    /// A semicolon.
    End,
    /// A string that does not end on its line.
    Unclosed,
    /// A string of several lines or a comment that never ends.
    Endless(&'static str),
    Other,
}

/// Balances the braces; unmatched ones are reported at their own place, where the KDL parser
/// would point at the end of the file.
pub(super) fn scan(text: &str) -> Scan {
    let mut faults = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut stray: Vec<usize> = Vec::new();
    let mut unclosed: Vec<usize> = Vec::new();
    let mut endless = None;
    let mut suspect = None;
    let mut at = 0;
    while at < text.len() {
        let (piece, end) = next(text, at);
        match piece {
            Piece::Open => {
                let around = open.last().copied();
                suspect = suspect.or(around.filter(|around| is_no_deeper(text, *around, at)));
                open.push(at);
                if open.len() > MAX_DEPTH {
                    let place = Span { offset: at, len: 1 };
                    return Scan { mended: String::new(), faults, too_deep: Some(place) };
                }
            }
            Piece::Close if open.pop().is_none() => stray.push(at),
            Piece::Unclosed => {
                faults.push((Span { offset: at, len: 1 }, "endless-text"));
                unclosed.push(at);
            }
            Piece::Endless(what) => {
                faults.push((Span { offset: at, len: 1 }, what));
                endless = Some(at);
                break;
            }
            Piece::Close | Piece::LineEnd | Piece::End | Piece::Other => {}
        }
        at = end;
    }
    let mut bytes = text.as_bytes().to_vec();
    for offset in &stray {
        faults.push((Span { offset: *offset, len: 1 }, "stray-close"));
        spaces(&mut bytes, *offset, offset + 1);
    }
    if let Some(from) = endless {
        let to = bytes.len();
        spaces(&mut bytes, from, to);
    }
    for (number, offset) in open.iter().enumerate() {
        // Every closer takes the nearest opener, so the outermost is left over; the indentation
        // tells better which was meant.
        let offset = suspect.as_ref().filter(|_| number + 1 == open.len()).unwrap_or(offset);
        faults.push((Span { offset: *offset, len: 1 }, "never-closed"));
    }
    let mut mended = String::from_utf8(bytes).unwrap_or_default();
    if !open.is_empty() {
        mended.push('\n');
        mended.extend(open.iter().map(|_| '}'));
    }
    for offset in unclosed {
        blank(&mut mended, offset);
    }
    Scan { mended, faults, too_deep: None }
}

/// Whether a block begins on a later line that is indented no more than the block around it: then
/// that one was probably meant to be closed.
fn is_no_deeper(text: &str, around: usize, at: usize) -> bool {
    let line = |offset: usize| {
        let before = text.get(..offset).unwrap_or_default();
        before.rfind('\n').map_or(0, |end| end + 1)
    };
    let indent = |start: usize| {
        let rest = text.get(start..).unwrap_or_default();
        rest.len() - rest.trim_start_matches([' ', '\t']).len()
    };
    let (outer, inner) = (line(around), line(at));
    outer != inner && indent(inner) <= indent(outer)
}

/// One node without its block: what stands between line ends, semicolons and braces.
pub(super) struct Statement {
    /// Where it is, without the white space around it.
    pub span: Span,
    /// Whether KDL lets something stand here: nothing may follow a closed block on its line, and
    /// a block needs a node before it.
    pub misplaced: bool,
}

/// All statements. Each can be parsed alone, so that one broken line does not make the KDL parser
/// stumble over the rest of a long file.
pub(super) fn statements(text: &str) -> Vec<Statement> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut at = 0;
    let mut after_block = false;
    while at < text.len() {
        let (piece, end) = next(text, at);
        if matches!(piece, Piece::Open | Piece::Close | Piece::LineEnd | Piece::End) {
            statement(text, start..at, piece == Piece::Open, after_block, &mut found);
            after_block = match piece {
                Piece::Close => true,
                Piece::Open | Piece::LineEnd | Piece::End => false,
                _ => after_block,
            };
            start = end;
        }
        at = end;
    }
    statement(text, start..text.len(), false, after_block, &mut found);
    found
}

fn statement(
    text: &str,
    range: std::ops::Range<usize>,
    opens: bool,
    after_block: bool,
    found: &mut Vec<Statement>,
) {
    let slice = text.get(range.clone()).unwrap_or_default();
    let trimmed = slice.trim_start();
    let offset = range.start + (slice.len() - trimmed.len());
    let len = trimmed.trim_end().len();
    let comment = trimmed.starts_with("//");
    if (len == 0 || comment) && !opens {
        return;
    }
    let (offset, len) = if len == 0 { (range.end, 1) } else { (offset, len) };
    let misplaced =
        (opens && (trimmed.is_empty() || comment)) || (after_block && !trimmed.starts_with("/*"));
    found.push(Statement { span: Span { offset, len }, misplaced });
}

/// The places right behind closing braces that a comment follows on its line.
pub(crate) fn before_comments(text: &str) -> Vec<usize> {
    let mut places = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let (piece, end) = next(text, at);
        let rest = text.get(end..).unwrap_or_default().trim_start_matches([' ', '\t']);
        if piece == Piece::Close && (rest.starts_with("//") || rest.starts_with("/*")) {
            places.push(end);
        }
        at = end;
    }
    places
}

/// The comments between the words of a node, over lines that a backslash joins; `None` where something
/// else is there, too.
pub(crate) fn comments(trivia: &str) -> Option<Vec<&str>> {
    let mut found = Vec::new();
    let mut rest = trivia.trim_start_matches(JOINS);
    while !rest.is_empty() {
        let len = match rest.get(..2)? {
            "//" => rest.find('\n').unwrap_or(rest.len()),
            "/*" => comment(rest)?,
            _ => return None,
        };
        let (one, left) = rest.split_at_checked(len)?;
        found.push(one.trim_end());
        rest = left.trim_start_matches(JOINS);
    }
    Some(found)
}

/// What joins two lines, beside comments.
const JOINS: [char; 5] = [' ', '\t', '\r', '\n', '\\'];

/// Length of a backslash and the rest of its line, when only white space or a comment follows:
/// the node goes on.
fn continued(rest: &str) -> usize {
    let line_end = rest.find('\n').unwrap_or(rest.len());
    let tail = rest.get(1..line_end).unwrap_or_default().trim();
    if tail.is_empty() || tail.starts_with("//") { (line_end + 1).min(rest.len()) } else { 1 }
}

/// Words that KDL 1 wrote plainly and KDL 2 writes with a `#`.
const BARE: &[&str] = &["true", "false", "null"];

/// The first of these words that stands plainly as a value of a statement, outside of texts.
pub(super) fn bare_word(statement: &str) -> Option<std::ops::Range<usize>> {
    let mut at = 0;
    let mut start = 0;
    while at <= statement.len() {
        let whole = statement.get(at..).unwrap_or_default();
        let goes_on =
            whole.starts_with(|first: char| first.is_alphanumeric() || "#-_\"".contains(first));
        if goes_on {
            at = next(statement, at).1;
            continue;
        }
        // The statement's own name comes first and is no value.
        let word = statement.get(start..at).unwrap_or_default();
        if start > 0 && BARE.contains(&word) && !whole.starts_with('=') {
            return Some(start..at);
        }
        if whole.is_empty() {
            break;
        }
        at = next(statement, at).1;
        start = at;
    }
    None
}

/// Blanks the line at this offset: its own braces stay balanced with the rest, because a block
/// that opens on it goes with it and a block that closes on it stays. False when there is nothing
/// left to blank.
pub(super) fn blank(source: &mut String, offset: usize) -> bool {
    let offset = source.floor_char_boundary(offset.min(source.len()));
    let before = source.get(..offset).unwrap_or_default();
    // An error at the start of a line, or at the end of the file, belongs to the text before it.
    let reached = before.trim_end().len();
    let at_text = source
        .get(offset..)
        .is_some_and(|rest| rest.chars().next().is_some_and(|first| !first.is_whitespace()));
    let offset =
        if at_text { offset } else { source.floor_char_boundary(reached.saturating_sub(1)) };
    let start = source.get(..offset).unwrap_or_default().rfind('\n').map_or(0, |end| end + 1);
    let mut at = start;
    let mut depth = 0_usize;
    let mut keep: Vec<usize> = Vec::new();
    while at < source.len() {
        let (piece, end) = next(source, at);
        match piece {
            Piece::Open => depth += 1,
            Piece::Close if depth == 0 => keep.push(at),
            Piece::Close => depth -= 1,
            Piece::LineEnd if depth == 0 && at >= offset => break,
            Piece::LineEnd | Piece::End | Piece::Unclosed | Piece::Endless(_) | Piece::Other => {}
        }
        at = end;
    }
    let mut bytes = std::mem::take(source).into_bytes();
    let before = bytes.clone();
    spaces(&mut bytes, start, at);
    for close in keep {
        if let Some(byte) = bytes.get_mut(close) {
            *byte = b'}';
        }
    }
    let changed = bytes != before;
    // Only whole characters were replaced, by ASCII.
    *source = String::from_utf8(bytes).unwrap_or_default();
    changed
}

fn spaces(bytes: &mut [u8], from: usize, to: usize) {
    for byte in bytes.get_mut(from..to).unwrap_or_default() {
        if *byte != b'\n' {
            *byte = b' ';
        }
    }
}

/// The piece that starts at `at`, and where the next one starts.
fn next(text: &str, at: usize) -> (Piece, usize) {
    let rest = text.get(at..).unwrap_or_default();
    let Some(first) = rest.chars().next() else { return (Piece::Other, text.len()) };
    let after = |piece, len: usize| (piece, at + len);
    match first {
        '{' => after(Piece::Open, 1),
        '}' => after(Piece::Close, 1),
        '\n' => after(Piece::LineEnd, 1),
        ';' => after(Piece::End, 1),
        '\\' => after(Piece::Other, continued(rest)),
        '"' => text_piece(rest, 0, at),
        '#' => {
            let hashes = rest.len() - rest.trim_start_matches('#').len();
            match rest.get(hashes..).is_some_and(|tail| tail.starts_with('"')) {
                true => text_piece(rest, hashes, at),
                false => after(Piece::Other, hashes),
            }
        }
        '/' if rest.starts_with("//") => after(Piece::Other, rest.find('\n').unwrap_or(rest.len())),
        '/' if rest.starts_with("/*") => comment(rest)
            .map_or(after(Piece::Endless("endless-comment"), 2), |len| after(Piece::Other, len)),
        other => after(Piece::Other, other.len_utf8()),
    }
}

fn text_piece(rest: &str, hashes: usize, at: usize) -> (Piece, usize) {
    let several_lines = rest.get(hashes..).is_some_and(|body| body.starts_with(TRIPLE));
    match string(rest, hashes) {
        Some(len) => (Piece::Other, at + len),
        None if several_lines => (Piece::Endless("endless-text"), at + hashes + 1),
        None => (Piece::Unclosed, at + hashes + 1),
    }
}

/// Length of the string at the start, or nothing when it does not end (a plain one: on its line).
fn string(rest: &str, hashes: usize) -> Option<usize> {
    let body = rest.get(hashes..)?;
    let quotes = if body.starts_with(TRIPLE) { 3 } else { 1 };
    let close = format!("{}{}", "\"".repeat(quotes), "#".repeat(hashes));
    let start = hashes + quotes;
    let mut at = start;
    loop {
        let tail = rest.get(at..)?;
        if tail.starts_with(&close) {
            return Some(at + close.len());
        }
        let mut chars = tail.chars();
        let first = chars.next()?;
        match first {
            '\n' if quotes == 1 => return None,
            '\\' if hashes == 0 => {
                let escaped = chars.next()?;
                at += 1 + escaped.len_utf8();
                // White space after a backslash is skipped, over lines too.
                if escaped.is_whitespace() {
                    at += chars.as_str().len() - chars.as_str().trim_start().len();
                }
            }
            _ => at += first.len_utf8(),
        }
    }
}

/// Length of the (nesting) comment at the start, or nothing when it does not end.
fn comment(rest: &str) -> Option<usize> {
    let mut depth = 0_usize;
    let mut at = 0;
    loop {
        let tail = rest.get(at..)?;
        if tail.starts_with("/*") {
            depth += 1;
            at += 2;
            if depth > MAX_DEPTH {
                return None;
            }
        } else if tail.starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return Some(at);
            }
        } else {
            at += tail.chars().next()?.len_utf8();
        }
    }
}
