//! The ZIP of a package while it is written: straight into its file, with the hash of every entry for
//! the manifest. What grows at several places at once lies sealed in files without a name until its
//! turn comes, so nothing is ever whole in memory and nothing is on the disk in the open.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use aws_lc_rs::digest::{Context, SHA256};
use seloste_kernel::{Fault, Random};
use seloste_store::ledger::Signer;
use seloste_vault::stream::FileKey;
use serde::{Deserialize, Serialize};
use tokio::sync::mpsc;
use tokio::task::JoinHandle;
use zip::write::{SimpleFileOptions, StreamWriter};
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::sealed::{Opening, Sealing, fault};
use crate::output::hex;

/// The list of all files with their hashes.
pub const MANIFEST: &str = "manifest.json";

/// Its signature.
pub const SIGNATURE: &str = "manifest.sig";

/// The form of manifests.
pub const FORMAT: &str = "seloste-package/1";

/// Pieces that wait to be written; whoever makes more waits.
const WAITING: usize = 4;

/// What a package says of itself.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Manifest {
    /// See [`FORMAT`].
    pub format: String,
    /// When it was made.
    pub made: String,
    /// Who answers for the data.
    pub controller: String,
    /// The notice in force: its name, version and hash.
    pub notice: String,
    /// Its number.
    pub notice_version: i64,
    /// SHA-256 of its text.
    pub notice_sha256: String,
    /// The key that checks the signature; it stands on the notice's page of proofs, too.
    pub ledger_key: String,
    /// Every file but this and its signature.
    pub files: Vec<Listed>,
}

/// One file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listed {
    /// Its path in the ZIP.
    pub name: String,
    /// Its length.
    pub bytes: u64,
    /// SHA-256 of it.
    pub sha256: String,
}

/// What is signed.
pub fn message(manifest: &[u8]) -> Vec<u8> {
    [b"seloste package manifest\n", manifest].concat()
}

enum Piece {
    /// A file as a whole.
    File(String, Vec<u8>),
    /// More of a file that grows.
    More(String, Vec<u8>),
}

/// A package in the making. Dropped before [`Archive::finish`], nothing stays of it.
pub struct Archive {
    to: mpsc::Sender<Piece>,
    writing: JoinHandle<Result<Writing, Fault>>,
}

/// Where the ZIP goes.
pub enum Out {
    /// In the open, to be handed over at once.
    Plain(File),
    /// Sealed.
    Sealed(Sealing<File>),
}

impl Write for Out {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Out::Plain(file) => file.write(bytes),
            Out::Sealed(file) => file.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Out::Plain(file) => file.flush(),
            Out::Sealed(file) => file.flush(),
        }
    }
}

impl Archive {
    /// Begins a ZIP that goes to `out`; what must wait its turn lies in `folder` meanwhile.
    pub fn begin(out: Out, folder: &Path, random: Arc<dyn Random>) -> Self {
        let (to, mut from) = mpsc::channel(WAITING);
        let mut writing = Writing {
            zip: ZipWriter::new_stream(out),
            listed: Vec::new(),
            growing: BTreeMap::new(),
            folder: folder.to_owned(),
            random,
        };
        let writing = tokio::task::spawn_blocking(move || {
            while let Some(piece) = from.blocking_recv() {
                match piece {
                    Piece::File(name, bytes) => writing.file(&name, &mut &*bytes)?,
                    Piece::More(name, bytes) => writing.more(&name, &bytes)?,
                }
            }
            Ok(writing)
        });
        Self { to, writing }
    }

    /// A file as a whole.
    ///
    /// # Errors
    /// When the ZIP can no longer be written; [`Archive::finish`] says why.
    pub async fn file(
        &self,
        name: impl Into<String>,
        bytes: impl Into<Vec<u8>>,
    ) -> Result<(), Fault> {
        self.put(Piece::File(name.into(), bytes.into())).await
    }

    /// More of a file that grows while others are written.
    ///
    /// # Errors
    /// As [`Archive::file`].
    pub async fn more(
        &self,
        name: impl Into<String>,
        bytes: impl Into<Vec<u8>>,
    ) -> Result<(), Fault> {
        self.put(Piece::More(name.into(), bytes.into())).await
    }

    async fn put(&self, piece: Piece) -> Result<(), Fault> {
        self.to.send(piece).await.map_err(|_| Fault::internal("a package is no longer written"))
    }

    /// Ends the files that grew, writes the manifest and its signature, and closes the ZIP.
    ///
    /// # Errors
    /// When something could not be written.
    pub async fn finish(self, manifest: Manifest, signer: Arc<dyn Signer>) -> Result<Out, Fault> {
        drop(self.to);
        let writing = self.writing.await.map_err(Fault::internal)??;
        tokio::task::spawn_blocking(move || writing.finish(manifest, &*signer))
            .await
            .map_err(Fault::internal)?
    }
}

/// What the writing thread holds.
struct Writing {
    zip: ZipWriter<StreamWriter<Out>>,
    listed: Vec<Listed>,
    growing: BTreeMap<String, Sealing<File>>,
    folder: PathBuf,
    random: Arc<dyn Random>,
}

impl Writing {
    fn file(&mut self, name: &str, from: &mut dyn Read) -> Result<(), Fault> {
        // No times: they would only tell when the package was made, which the manifest does.
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::default())
            .unix_permissions(0o600);
        self.zip.start_file(name, options).map_err(Fault::internal)?;
        let (mut context, mut bytes) = (Context::new(&SHA256), 0);
        let mut buffer = vec![0; 32 * 1024];
        loop {
            let count = from.read(&mut buffer).map_err(fault)?;
            let Some(piece) = buffer.get(..count).filter(|piece| !piece.is_empty()) else { break };
            context.update(piece);
            bytes += count as u64;
            self.zip.write_all(piece).map_err(fault)?;
        }
        let sha256 = hex(context.finish().as_ref());
        self.listed.push(Listed { name: name.to_owned(), bytes, sha256 });
        Ok(())
    }

    fn more(&mut self, name: &str, bytes: &[u8]) -> Result<(), Fault> {
        if !self.growing.contains_key(name) {
            let file = nameless(&self.folder, &*self.random).map_err(fault)?;
            let sealing = Sealing::new(file, FileKey::generate(&*self.random)?);
            self.growing.insert(name.to_owned(), sealing);
        }
        let Some(growing) = self.growing.get_mut(name) else { return Ok(()) };
        growing.write_all(bytes).map_err(fault)
    }

    fn finish(mut self, manifest: Manifest, signer: &dyn Signer) -> Result<Out, Fault> {
        for (name, growing) in std::mem::take(&mut self.growing) {
            let (mut file, key) = growing.finish().map_err(fault)?;
            let sealed = file.stream_position().map_err(fault)?;
            file.seek(SeekFrom::Start(0)).map_err(fault)?;
            self.file(&name, &mut Opening::new(file, key, sealed))?;
        }
        let manifest = Manifest { files: std::mem::take(&mut self.listed), ..manifest };
        let text = serde_json::to_vec_pretty(&manifest).map_err(Fault::internal)?;
        let signature = hex(&signer.sign(&message(&text))?);
        self.file(MANIFEST, &mut &*text)?;
        self.file(SIGNATURE, &mut signature.as_bytes())?;
        let out = self.zip.finish().map_err(Fault::internal)?;
        Ok(out.into_inner())
    }
}

/// A file that only its opener can reach, and that is gone when it is closed.
fn nameless(folder: &Path, random: &dyn Random) -> io::Result<File> {
    let mut name = [0; 16];
    random.fill(&mut name);
    let path = folder.join(format!("{}.growing", hex(&name)));
    let file = private(&path)?;
    std::fs::remove_file(&path)?;
    Ok(file)
}

/// A new file for its owner alone.
///
/// # Errors
/// When it is there already, or cannot be made.
pub fn private(path: &Path) -> io::Result<File> {
    let mut options = File::options();
    options.read(true).write(true).create_new(true).mode(0o600).open(path)
}
