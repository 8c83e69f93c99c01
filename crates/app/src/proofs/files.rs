//! Looking at files: how old the oldest is, and whether one holds a text.

use std::collections::BTreeMap;
use std::fs::File;
use std::os::unix::fs::{FileExt, MetadataExt};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use seloste_kernel::Timestamp;

/// How much of a file is looked at in one step.
const CHUNK: usize = 256 * 1024;

/// When the oldest file directly in a folder was last written; `None` when there is none.
pub fn oldest(folder: &Path) -> Option<Timestamp> {
    let entries = std::fs::read_dir(folder).ok()?.flatten();
    let written = entries.filter_map(|entry| entry.metadata().ok()?.modified().ok());
    Timestamp::try_from(written.min()?).ok()
}

/// Names of the files directly in a folder that hold one of these texts.
pub fn holding(folder: &Path, texts: [&str; 2]) -> Vec<String> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    // The ballast is a reserve of empty bytes, large on purpose.
    let files =
        entries.flatten().filter(|entry| entry.path().is_file() && entry.file_name() != "ballast");
    let holds = |path: &Path| texts.iter().any(|text| contains(path, text.as_bytes()));
    let names = files.filter(|entry| holds(&entry.path()));
    names.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
}

/// Files that were looked into, by device and number. They are never closed: closing any handle
/// of a file ends every lock that this process has on it, the database's own among them, and the
/// next program that opens and closes the database would take itself for the last and remove the
/// log that we still write to. There are a handful of them.
static LOOKED_INTO: Mutex<BTreeMap<(u64, u64), &'static File>> = Mutex::new(BTreeMap::new());

fn open_for_good(path: &Path) -> Option<&'static File> {
    let mut known = LOOKED_INTO.lock().unwrap_or_else(PoisonError::into_inner);
    let name = |found: std::fs::Metadata| (found.dev(), found.ino());
    if let Some(file) = known.get(&name(std::fs::metadata(path).ok()?)) {
        return Some(file);
    }
    // Kept whatever comes next, also when another file has taken the name meanwhile.
    let file: &'static File = Box::leak(Box::new(File::open(path).ok()?));
    Some(*known.entry(name(file.metadata().ok()?)).or_insert(file))
}

/// Whether a file has these bytes anywhere; one that cannot be read has not.
fn contains(path: &Path, wanted: &[u8]) -> bool {
    let Some(file) = open_for_good(path) else { return false };
    let mut at = 0;
    let mut seen: Vec<u8> = Vec::with_capacity(CHUNK + wanted.len());
    let mut chunk = vec![0; CHUNK];
    loop {
        let Ok(count) = file.read_at(&mut chunk, at) else { return false };
        if count == 0 {
            return false;
        }
        at += count as u64;
        seen.extend(chunk.iter().take(count));
        if seen.windows(wanted.len()).any(|window| window == wanted) {
            return true;
        }
        // A text may lie across two steps.
        let keep = seen.len().min(wanted.len());
        seen.drain(..seen.len() - keep);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_across_two_steps_is_found() {
        let folder = tempfile::tempdir().unwrap();
        let mut bytes = vec![b'x'; CHUNK - 3];
        bytes.extend_from_slice(b"192.0.2.77 and more");
        std::fs::write(folder.path().join("a"), &bytes).unwrap();
        std::fs::write(folder.path().join("b"), b"nothing").unwrap();
        assert_eq!(holding(folder.path(), ["192.0.2.77", "zzz"]), ["a"]);
        assert!(oldest(folder.path()).is_some());
        assert!(oldest(&folder.path().join("absent")).is_none());
    }
}
