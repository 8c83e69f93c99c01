//! Reading a notice: total, whatever the text.
//!
//! Hostile or half-written files come here, so the order is: limits, one lexical pass of our own
//! (which also balances the braces), the KDL parser, and when it stumbles, the same text with the
//! stumbling block blanked. Blanking keeps every offset, so spans stay true.

pub(crate) mod scan;

use aws_lc_rs::digest;
use kdl::KdlDocument;

use crate::checks::language;
use crate::finding::Finding;
use crate::grammar::{Spot, as_meant, clamp, walk};
use crate::lower;
use crate::model::{Notice, Span};

/// Largest notice that is read, in bytes. Beyond it, only the size is reported.
pub const MAX_BYTES: usize = 1 << 20;
/// Deepest nesting of braces. The grammar needs six.
pub const MAX_DEPTH: usize = 32;
/// Syntax errors mended and reported in one reading; the rest waits for the next one.
pub const MAX_SYNTAX_ERRORS: usize = 20;
/// Longest node without its block, in bytes: a text of some ten thousand characters.
pub const MAX_STATEMENT: usize = 32 << 10;
/// Broken lines in one file; with more it is not a notice, and only the first faults are reported.
pub const MAX_BROKEN_LINES: usize = 200;
/// Stack for the recursive KDL parser, in bytes. Its recovery from errors recurses outside of
/// what braces bound, so it gets a stack of its own.
const PARSER_STACK: usize = 64 << 20;

/// A notice as far as it could be read.
#[derive(Debug, Clone)]
pub struct Reading {
    /// Name of the file, for messages only.
    pub file: String,
    /// The text.
    pub text: String,
    /// The tree with its comments and white space; what could not be parsed is blank.
    pub document: KdlDocument,
    /// The same with misspelt words as they were meant, where there are any.
    meant: Option<KdlDocument>,
    /// The notice, best effort.
    pub notice: Notice,
    /// What differs from the language.
    pub findings: Vec<Finding>,
}

impl Reading {
    /// The tree as the author meant it.
    pub(crate) fn tree(&self) -> &KdlDocument {
        self.meant.as_ref().unwrap_or(&self.document)
    }

    /// Whether the whole text could be parsed.
    pub fn is_whole(&self) -> bool {
        !self.findings.iter().any(|finding| {
            [language::SYNTAX.code, language::TOO_LARGE.code].contains(&finding.code)
        })
    }
}

/// Reads a notice. Never fails.
pub fn read(text: &str, file: &str) -> Reading {
    let mut spot = Spot { text, findings: Vec::new() };
    // Once for the whole file: a new stack for each of its nodes would cost more than the parsing.
    let document = stacker::grow(PARSER_STACK, || parse(text, &mut spot.findings));
    walk(&document, &mut spot);
    let mut findings = spot.findings;
    findings.sort_by_key(|finding| (finding.span.offset, finding.code));
    const MISSPELT: [&str; 2] = [language::UNKNOWN_NODE.code, language::UNKNOWN_PROPERTY.code];
    let misspelt = findings.iter().any(|finding| MISSPELT.contains(&finding.code));
    let meant = misspelt.then(|| as_meant(&document));
    let notice = lower::notice(meant.as_ref().unwrap_or(&document), text);
    Reading { file: file.to_owned(), text: text.to_owned(), document, meant, notice, findings }
}

/// Reads a notice from bytes; bytes that are not UTF-8 are reported and read as `\u{fffd}`.
pub fn read_bytes(bytes: &[u8], file: &str) -> Reading {
    let shown = bytes.get(..MAX_BYTES + 1).unwrap_or(bytes);
    match std::str::from_utf8(shown) {
        Ok(text) => read(text, file),
        // Cut in the middle of a character by the limit, which `read` reports.
        Err(error) if error.error_len().is_none() && bytes.len() > MAX_BYTES => {
            read(&String::from_utf8_lossy(shown), file)
        }
        Err(error) => {
            let text = String::from_utf8_lossy(shown);
            let place = clamp(&text, error.valid_up_to(), error.valid_up_to() + 1);
            let mut reading = read(&text, file);
            reading.findings.insert(
                0,
                language::SYNTAX.found(place).with("what", "not-utf8").with("detail", ""),
            );
            reading
        }
    }
}

/// SHA-256 of the exact text: the name of a notice's version.
pub fn hash(text: &str) -> [u8; 32] {
    let mut name = [0; 32];
    name.copy_from_slice(digest::digest(&digest::SHA256, text.as_bytes()).as_ref());
    name
}

/// The same in lower-case hexadecimal.
pub fn hash_hex(text: &str) -> String {
    hash(text).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn parse(text: &str, findings: &mut Vec<Finding>) -> KdlDocument {
    let too_large = |what, limit: usize, place| {
        language::TOO_LARGE.found(place).with("what", what).with("limit", limit.to_string())
    };
    if text.len() > MAX_BYTES {
        findings.push(too_large("size", MAX_BYTES, Span::default()));
        return KdlDocument::new();
    }
    let scan = scan::scan(text);
    if let Some(place) = scan.too_deep {
        findings.push(too_large("depth", MAX_DEPTH, place));
        return KdlDocument::new();
    }
    for (place, what) in scan.faults.iter().take(MAX_SYNTAX_ERRORS) {
        findings.push(syntax(*place, what, String::new()));
    }
    let mut source = scan.mended;
    if !blank_broken(&mut source, text, findings) {
        return KdlDocument::new();
    }
    for _ in 0..MAX_SYNTAX_ERRORS {
        match parse_kdl(&source) {
            Ok(document) => return document,
            Err(fault) => {
                let place = clamp(text, fault.offset, fault.offset + fault.len);
                findings.push(syntax(place, "kdl", fault.message));
                if !scan::blank(&mut source, fault.offset) {
                    break;
                }
            }
        }
    }
    KdlDocument::new()
}

fn syntax(place: Span, what: &str, detail: String) -> Finding {
    language::SYNTAX.found(place).with("what", what).with("detail", detail)
}

/// Parses each statement alone and blanks those that are broken. False when there are so many
/// that the file is no notice: the parser's recovery recurses with every fault, so it never meets
/// very many.
fn blank_broken(source: &mut String, text: &str, findings: &mut Vec<Finding>) -> bool {
    let mut faults = 0;
    for statement in scan::statements(source) {
        let span = statement.span;
        let Some(slice) = source.get(span.offset..span.offset + span.len) else { continue };
        let Err(fault) = parse_statement(slice, statement.misplaced) else { continue };
        faults += 1;
        if faults > MAX_BROKEN_LINES {
            return false;
        }
        if faults <= MAX_SYNTAX_ERRORS {
            if let Some(word) = scan::bare_word(slice) {
                let place = clamp(text, span.offset + word.start, span.offset + word.end);
                findings.push(syntax(
                    place,
                    "bare-word",
                    slice.get(word).unwrap_or_default().to_owned(),
                ));
                scan::blank(source, span.offset);
                continue;
            }
            let from = span.offset + fault.offset;
            let to = (from + fault.len.max(1)).min(span.offset + span.len).max(from);
            findings.push(syntax(clamp(text, from, to), "kdl", fault.message));
        }
        scan::blank(source, span.offset);
    }
    true
}

fn parse_statement(slice: &str, misplaced: bool) -> Result<(), Fault> {
    if slice.trim().is_empty() {
        // Blanked together with the line before it.
        return Ok(());
    }
    let here = |message: &str| Fault { offset: 0, len: slice.len(), message: message.to_owned() };
    if misplaced {
        return Err(here("not expected here"));
    }
    if slice.len() > MAX_STATEMENT {
        return Err(here("too long"));
    }
    // A block that is commented out: its `/-` stands before the brace.
    let alone = slice.strip_suffix("/-").unwrap_or(slice);
    parse_kdl(alone).map(drop)
}

/// Where and why the KDL parser stopped first; what follows is often its echo.
struct Fault {
    offset: usize,
    len: usize,
    message: String,
}

/// The tree of a text that is KDL.
pub(crate) fn tree_of(text: &str) -> Option<KdlDocument> {
    stacker::grow(PARSER_STACK, || parse_kdl(text).ok())
}

fn parse_kdl(source: &str) -> Result<KdlDocument, Fault> {
    KdlDocument::parse_v2(source).map_err(|error| {
        // Braces are balanced already: what the parser says of them is an echo of another fault.
        let echo =
            |message: &Option<String>| message.as_ref().is_some_and(|text| text.contains("'}'"));
        let faults = || error.diagnostics.iter();
        let first = faults()
            .filter(|diagnostic| !echo(&diagnostic.message))
            .min_by_key(|diagnostic| diagnostic.span.offset())
            .or_else(|| faults().next());
        let message = first.and_then(|diagnostic| diagnostic.message.clone()).unwrap_or_default();
        let message = match message.as_str() {
            "Expected end of document" => "not expected here".to_owned(),
            _ => message,
        };
        let (offset, len) = first.map_or((0, 0), |fault| (fault.span.offset(), fault.span.len()));
        Fault { offset, len, message }
    })
}
