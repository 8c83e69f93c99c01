//! Looking at files: whether one holds a text.

use std::path::Path;
use std::process::Stdio;

use crate::scan::Hit;

/// The very program that runs, also when its file has been replaced by a newer one.
const THIS_PROGRAM: &str = "/proc/self/exe";

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
