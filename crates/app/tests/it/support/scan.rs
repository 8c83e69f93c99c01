//! Looks for a text in raw bytes, in every dress it could have been stored in.
//!
//! Written apart from the program's own scanner on purpose: the two check each other.

use std::path::{Path, PathBuf};

use aho_corasick::{AhoCorasick, MatchKind};
use data_encoding::{BASE32_NOPAD, BASE64_NOPAD, BASE64URL_NOPAD, Encoding, HEXLOWER};

/// Shorter texts are found by chance in encrypted bytes.
const SHORTEST: usize = 8;

/// One place where the text is.
#[derive(Debug, PartialEq, Eq)]
pub struct Hit {
    /// The file, or the name of the bytes.
    pub file: PathBuf,
    /// Offset of its first byte.
    pub offset: usize,
    /// How it is written there.
    pub dress: &'static str,
}

/// Every place under `dir` that holds `text` (names of files and folders included).
pub fn scan(dir: &Path, text: &str) -> Vec<Hit> {
    let scanner = Scanner::new(text);
    let mut hits = Vec::new();
    let mut waiting = vec![dir.to_path_buf()];
    while let Some(path) = waiting.pop() {
        let name = path.strip_prefix(dir).unwrap_or(&path).to_string_lossy().into_owned();
        hits.extend(scanner.bytes(Path::new(&format!("name of {name}")), name.as_bytes()));
        // A file may go away while we look, as temporary files of a database do.
        let Ok(kind) = path.symlink_metadata() else { continue };
        if kind.is_dir() {
            let entries = std::fs::read_dir(&path).unwrap();
            waiting.extend(entries.map(|entry| entry.unwrap().path()));
        } else if kind.is_file()
            && let Ok(bytes) = std::fs::read(&path)
        {
            hits.extend(scanner.bytes(&path, &bytes));
        }
    }
    hits
}

/// The search for one text.
pub struct Scanner {
    patterns: AhoCorasick,
    dresses: Vec<&'static str>,
}

impl Scanner {
    /// Prepares the search. Letters A–Z match in both cases.
    pub fn new(text: &str) -> Self {
        assert!(text.len() >= SHORTEST, "at least {SHORTEST} bytes, or chance finds it");
        let (dresses, patterns): (Vec<_>, Vec<_>) = dresses(text).into_iter().unzip();
        let patterns = AhoCorasick::builder()
            .ascii_case_insensitive(true)
            .match_kind(MatchKind::LeftmostFirst)
            .build(patterns)
            .unwrap();
        Self { patterns, dresses }
    }

    /// Every place in `bytes`; `file` only names them.
    pub fn bytes(&self, file: &Path, bytes: &[u8]) -> Vec<Hit> {
        let hit = |found: aho_corasick::Match| Hit {
            file: file.to_path_buf(),
            offset: found.start(),
            dress: self.dresses[found.pattern().as_usize()],
        };
        self.patterns.find_iter(bytes).map(hit).collect()
    }
}

/// The byte patterns that betray `text`, each with a name.
fn dresses(text: &str) -> Vec<(&'static str, Vec<u8>)> {
    let bytes = text.as_bytes();
    let little = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let latin1 = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')).collect();
    let spaces = |c: &u8| if *c == b' ' { "+".into() } else { escaped(*c) };
    let mut all = vec![
        ("plain", bytes.to_vec()),
        ("reversed", bytes.iter().rev().copied().collect()),
        ("UTF-16 little-endian", little),
        ("UTF-16 big-endian", big),
        ("Latin-1", latin1),
        ("hexadecimal", HEXLOWER.encode(bytes).into_bytes()),
        ("URL", bytes.iter().map(|c| escaped(*c)).collect::<String>().into_bytes()),
        ("form", bytes.iter().map(spaces).collect::<String>().into_bytes()),
        ("all percent", bytes.iter().map(|c| format!("%{c:02X}")).collect::<String>().into_bytes()),
        ("JSON", text.chars().map(json).collect::<String>().into_bytes()),
        ("HTML", text.chars().map(html).collect::<String>().into_bytes()),
    ];
    for phase in 0..3 {
        all.push(("base64", phased(&BASE64_NOPAD, 6, phase, bytes)));
        all.push(("base64url", phased(&BASE64URL_NOPAD, 6, phase, bytes)));
    }
    for phase in 0..5 {
        all.push(("base32", phased(&BASE32_NOPAD, 5, phase, bytes)));
    }
    all
}

/// The letters that every encoding of a longer text shows when `bytes` start `phase` bytes into
/// a group: those at both ends that also depend on neighbours are left out.
fn phased(encoding: &Encoding, bits: usize, phase: usize, bytes: &[u8]) -> Vec<u8> {
    let padded = [vec![0; phase], bytes.to_vec()].concat();
    let letters = encoding.encode(&padded).into_bytes();
    letters[(phase * 8).div_ceil(bits)..padded.len() * 8 / bits].to_vec()
}

fn escaped(byte: u8) -> String {
    match byte {
        b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
            char::from(byte).into()
        }
        _ => format!("%{byte:02X}"),
    }
}

/// `\u00e4`, as careful JSON writers put letters outside ASCII.
fn json(letter: char) -> String {
    if letter.is_ascii() {
        return letter.into();
    }
    letter.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04x}")).collect()
}

fn html(letter: char) -> String {
    match letter {
        '&' => "&amp;".into(),
        '<' => "&lt;".into(),
        '>' => "&gt;".into(),
        '"' => "&quot;".into(),
        _ => letter.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECRET: &str = "Äiti & canary+7f@example.fi";

    fn found(bytes: &[u8]) -> bool {
        !Scanner::new(SECRET).bytes(Path::new("bytes"), bytes).is_empty()
    }

    #[test]
    fn every_dress_is_found_at_every_offset() {
        for before in 0..8 {
            let plain = [vec![b'x'; before], SECRET.into(), b"tail".to_vec()].concat();
            let reversed: Vec<u8> = plain.iter().rev().copied().collect();
            assert!(found(&plain));
            assert!(found(&reversed));
            assert!(found(HEXLOWER.encode(&plain).as_bytes()));
            assert!(found(HEXLOWER.encode(&plain).to_uppercase().as_bytes()));
            assert!(found(BASE64_NOPAD.encode(&plain).as_bytes()), "base64 at {before}");
            assert!(found(BASE64URL_NOPAD.encode(&plain).as_bytes()), "base64url at {before}");
            assert!(found(BASE32_NOPAD.encode(&plain).as_bytes()), "base32 at {before}");
        }
        let form: String = url::form_urlencoded::byte_serialize(SECRET.as_bytes()).collect();
        assert!(found(form.as_bytes()));
        assert!(found(br"\u00c4iti & canary+7f@example.fi"));
        assert!(found("Äiti &amp; canary+7f@example.fi".as_bytes()));
        let wide: Vec<u8> = SECRET.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert!(found(&wide));
    }

    #[test]
    fn other_text_is_not_found() {
        assert!(!found("Äiti & canary+7e@example.fi".as_bytes()));
        assert!(!found(&[]));
    }

    #[test]
    fn names_and_files_in_folders_are_searched() {
        let dir = tempfile::tempdir().unwrap();
        let deep = dir.path().join("a/canary-in-a-name");
        std::fs::create_dir_all(&deep).unwrap();
        std::fs::write(deep.join("log"), "1\n2 Canary-In-A-Name").unwrap();
        let hits = scan(dir.path(), "canary-in-a-name");
        assert_eq!(hits.iter().filter(|hit| hit.file.starts_with(dir.path())).count(), 1);
        assert!(hits.iter().any(|hit| hit.file.starts_with("name of a/canary-in-a-name")));
    }
}
