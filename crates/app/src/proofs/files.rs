//! Looking at files: how old the oldest is, and whether one holds a text.

use std::path::Path;
use std::process::Stdio;

use seloste_kernel::Timestamp;

use crate::scan::Hit;

/// The very program that runs, also when its file has been replaced by a newer one.
const THIS_PROGRAM: &str = "/proc/self/exe";

/// When the oldest file directly in a folder was last written; `None` when there is none.
pub fn oldest(folder: &Path) -> Option<Timestamp> {
    let entries = std::fs::read_dir(folder).ok()?.flatten();
    let written = entries.filter_map(|entry| entry.metadata().ok()?.modified().ok());
    Timestamp::try_from(written.min()?).ok()
}

/// Names of the files below an installation's folders that hold one of these texts, in any dress;
/// `None` when it could not be looked.
///
/// Another process looks. Opening and closing the files of an open database here would drop the
/// locks that this process holds on them (POSIX.1-2017, fcntl; sqlite.org/howtocorrupt.html §2.2).
pub async fn holding(folder: &Path, texts: [&str; 2]) -> Option<Vec<String>> {
    let mut looking = tokio::process::Command::new(THIS_PROGRAM);
    looking.arg("doctor").arg(folder).args(["--format", "json"]);
    for text in texts {
        looking.args(["--scan", text]);
    }
    let answer = looking.stdin(Stdio::null()).kill_on_drop(true).output().await.ok()?;
    let answer: Scanned = serde_json::from_slice(&answer.stdout).ok()?;
    let names = answer
        .hits
        .iter()
        .map(|hit| hit.file.file_name().unwrap_or_default().to_string_lossy().into_owned());
    Some(names.collect())
}

#[derive(serde::Deserialize)]
struct Scanned {
    hits: Vec<Hit>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_oldest_file_tells_its_age() {
        let folder = tempfile::tempdir().unwrap();
        assert!(oldest(folder.path()).is_none());
        std::fs::write(folder.path().join("a"), "nothing").unwrap();
        assert!(oldest(folder.path()).is_some());
        assert!(oldest(&folder.path().join("absent")).is_none());
    }
}
