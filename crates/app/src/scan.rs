//! Looks for a text in raw bytes, in every dress in which it could have been written: the
//! operator's own proof that nothing is readable, and that what was erased is gone.

use std::borrow::Cow;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use crate::files;
use aho_corasick::{AhoCorasick, MatchKind};
use seloste_kernel::{Fault, FaultKind};
use serde::{Deserialize, Serialize};

/// Shorter texts are found by chance in sealed bytes.
pub const SHORTEST: usize = 6;

/// Bytes read at a time.
const PIECE: usize = 1024 * 1024;

/// One place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hit {
    /// Where it lies.
    pub file: PathBuf,
    /// Its first byte.
    pub offset: u64,
    /// How it is written there.
    pub form: Cow<'static, str>,
}

/// A search for several texts.
pub struct Scanner {
    patterns: AhoCorasick,
    forms: Vec<&'static str>,
    longest: usize,
}

impl Scanner {
    /// Prepares the search. Letters a–z are found in both cases.
    ///
    /// # Errors
    /// `BadRequest` when a text is too short to mean anything.
    pub fn new(texts: &[String]) -> Result<Self, Fault> {
        let (mut forms, mut patterns) = (Vec::new(), Vec::new());
        for text in texts {
            if text.len() < SHORTEST {
                return Err(Fault::new(FaultKind::BadRequest, "fault-scan-short")
                    .with("least", SHORTEST.to_string()));
            }
            for (form, pattern) in dresses(text) {
                forms.push(form);
                patterns.push(pattern);
            }
        }
        let longest = patterns.iter().map(Vec::len).max().unwrap_or(0);
        let patterns = AhoCorasick::builder()
            .ascii_case_insensitive(true)
            .match_kind(MatchKind::LeftmostFirst)
            .build(&patterns)
            .map_err(Fault::internal)?;
        Ok(Self { patterns, forms, longest })
    }

    /// Every place in a file or below a folder; names count, too. A file that cannot be read is
    /// told as such: silence must mean that everything was looked at.
    ///
    /// # Errors
    /// `Environment` for what cannot be read.
    pub fn path(&self, path: &Path, hits: &mut Vec<Hit>) -> Result<u64, Fault> {
        let mut bytes = self.name(path, hits);
        let Ok(metadata) = path.symlink_metadata() else { return Ok(bytes) };
        if metadata.is_dir() {
            let entries = std::fs::read_dir(path).map_err(files::unreadable(path))?;
            for entry in entries {
                let entry = entry.map_err(files::unreadable(path))?;
                bytes += self.path(&entry.path(), hits)?;
            }
        } else if metadata.is_file() {
            bytes += self.file(path, hits)?;
        }
        Ok(bytes)
    }

    fn name(&self, path: &Path, hits: &mut Vec<Hit>) -> u64 {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let found = self.patterns.find_iter(name.as_bytes()).next().is_some();
        if found {
            hits.push(Hit { file: path.to_owned(), offset: 0, form: "name".into() });
        }
        name.len() as u64
    }

    fn file(&self, path: &Path, hits: &mut Vec<Hit>) -> Result<u64, Fault> {
        let mut file = match File::open(path) {
            // It went away while we looked, as temporary files of a database do.
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(0),
            file => file.map_err(files::unreadable(path))?,
        };
        let (mut piece, mut base, mut told) = (Vec::new(), 0_u64, 0_u64);
        loop {
            let kept = piece.len();
            let read = (&mut file)
                .take(PIECE as u64)
                .read_to_end(&mut piece)
                .map_err(files::unreadable(path))?;
            for found in self.patterns.find_iter(&piece) {
                let offset = base + found.start() as u64;
                let form = self.forms.get(found.pattern().as_usize()).copied().unwrap_or_default();
                if offset >= told {
                    hits.push(Hit { file: path.to_owned(), offset, form: form.into() });
                    told = offset + 1;
                }
            }
            if read == 0 {
                return Ok(base + kept as u64);
            }
            // What may be the beginning of a text is looked at again with what follows.
            let keep = piece.len().min(self.longest.saturating_sub(1));
            base += (piece.len() - keep) as u64;
            piece.drain(..piece.len() - keep);
        }
    }
}

/// The byte patterns that betray a text.
fn dresses(text: &str) -> Vec<(&'static str, Vec<u8>)> {
    let bytes = text.as_bytes();
    let mut all = vec![
        ("text", bytes.to_vec()),
        ("reversed", bytes.iter().rev().copied().collect()),
        ("utf-16le", text.encode_utf16().flat_map(u16::to_le_bytes).collect()),
        ("utf-16be", text.encode_utf16().flat_map(u16::to_be_bytes).collect()),
        ("hex", crate::output::hex(bytes).into_bytes()),
        ("url", percent(bytes, "%20").into_bytes()),
        ("form", percent(bytes, "+").into_bytes()),
    ];
    if text.chars().all(|letter| u32::from(letter) < 256) && !text.is_ascii() {
        let latin = text.chars().filter_map(|letter| u8::try_from(u32::from(letter)).ok());
        all.push(("latin-1", latin.collect()));
    }
    const BASE64: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const BASE64_URL: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    const BASE32: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    const CROCKFORD: &[u8] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    for phase in 0..3 {
        all.push(("base64", lettered(BASE64, 6, phase, bytes)));
        all.push(("base64url", lettered(BASE64_URL, 6, phase, bytes)));
    }
    for phase in 0..5 {
        all.push(("base32", lettered(BASE32, 5, phase, bytes)));
        all.push(("crockford", lettered(CROCKFORD, 5, phase, bytes)));
    }
    all
}

fn percent(bytes: &[u8], space: &str) -> String {
    let mut text = String::new();
    for byte in bytes {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                text.push(char::from(*byte));
            }
            b' ' => text.push_str(space),
            other => text.push_str(&format!("%{other:02X}")),
        }
    }
    text
}

/// The letters that an encoding with so many bits per letter shows when the text begins `phase`
/// bytes into a group. Letters at both ends that depend on neighbours are left out.
fn lettered(alphabet: &[u8], bits: usize, phase: usize, bytes: &[u8]) -> Vec<u8> {
    let bit = |place: usize| {
        let byte = bytes.get(place / 8).copied().unwrap_or_default();
        usize::from(byte >> (7 - place % 8) & 1)
    };
    let (before, all) = (phase * 8, (phase + bytes.len()) * 8);
    (before.div_ceil(bits)..all / bits)
        .filter_map(|letter| {
            let value = (letter * bits..(letter + 1) * bits)
                .fold(0, |value, place| value << 1 | bit(place - before));
            alphabet.get(value).copied()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(texts: &[&str], bytes: &[u8]) -> Vec<(u64, Cow<'static, str>)> {
        let dir = tempfile::tempdir().unwrap();
        std::fs::write(dir.path().join("f"), bytes).unwrap();
        let texts: Vec<String> = texts.iter().map(|text| (*text).to_owned()).collect();
        let mut hits = Vec::new();
        Scanner::new(&texts).unwrap().path(dir.path(), &mut hits).unwrap();
        hits.into_iter().map(|hit| (hit.offset, hit.form)).collect()
    }

    #[test]
    fn every_form_is_found_at_every_phase() {
        for before in 0..6 {
            let plain = [vec![b'x'; before], b"maija@example.fi".to_vec(), b"!".to_vec()].concat();
            use data_encoding::{BASE32, BASE64, BASE64URL, HEXLOWER};
            let encoded = [
                BASE64.encode(&plain),
                BASE64URL.encode(&plain),
                BASE32.encode(&plain),
                HEXLOWER.encode(&plain),
            ];
            for text in encoded {
                assert_eq!(found(&["maija@example.fi"], text.as_bytes()).len(), 1, "{text}");
            }
            assert_eq!(found(&["maija@example.fi"], &plain), [(before as u64, "text".into())]);
        }
        let wide: Vec<u8> = "Äiti on".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(found(&["Äiti on"], &wide), [(0, "utf-16le".into())]);
        assert_eq!(found(&["Äiti on"], b"q=%C3%84iti+on"), [(2, "form".into())]);
        assert_eq!(found(&["Äiti on"], b"\xc4iti on"), [(0, "latin-1".into())]);
        assert_eq!(found(&["Maija Testi"], b"itseT ajiaM"), [(0, "reversed".into())]);
        assert!(found(&["maija@example.fi"], b"maija@example.fo").is_empty());
    }

    #[test]
    fn texts_across_the_border_of_two_pieces_are_found_once() {
        for shift in [0, 1, 5, 15, 16, 17] {
            let at = PIECE - shift;
            let mut bytes = vec![b'.'; 2 * PIECE + 100];
            bytes[at..at + 16].copy_from_slice(b"maija@example.fi");
            assert_eq!(found(&["maija@example.fi"], &bytes), [(at as u64, "text".into())]);
        }
    }

    #[test]
    fn short_texts_are_refused_and_names_are_searched() {
        assert!(Scanner::new(&["maija".to_owned()]).is_err());
        let dir = tempfile::tempdir().unwrap();
        std::fs::write(dir.path().join("maija@example.fi.txt"), "x").unwrap();
        let mut hits = Vec::new();
        let scanner = Scanner::new(&["maija@example.fi".to_owned()]).unwrap();
        scanner.path(dir.path(), &mut hits).unwrap();
        assert_eq!(hits.first().map(|hit| &*hit.form), Some("name"));
    }
}
