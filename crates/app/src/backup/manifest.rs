//! What a backup holds: names, sizes and hashes of its files, and where in the installation's
//! history it stands.

use std::path::Path;

use aws_lc_rs::digest::{SHA256, digest};
use seloste_kernel::{Fault, FaultKind, Timestamp};
use seloste_register::Register;
use seloste_store::ledger::{PublicKey, Signer};
use serde::{Deserialize, Serialize};

use super::files;
use crate::output::unhex;

/// The form of manifests that this program writes and reads.
pub const FORMAT: u32 = 1;

/// The manifest's file in a backup.
pub const FILE: &str = "manifest.json";

/// Which half of a backup.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// Sealed rows and ledger.
    Data,
    /// Wrapped keys.
    Keys,
}

/// A published notice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Published {
    /// The register.
    pub register: String,
    /// The version in force.
    pub version: i64,
    /// SHA-256 of its text.
    pub hash: String,
}

impl Published {
    /// The register's notice in force.
    pub fn of(register: &Register) -> Self {
        Self {
            register: register.notice.id.clone(),
            version: register.version,
            hash: crate::output::hex(&register.hash),
        }
    }
}

/// One file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Its path in the backup.
    pub name: String,
    /// Its length.
    pub bytes: u64,
    /// SHA-256 of it.
    pub sha256: String,
}

/// The manifest.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Manifest {
    /// See [`FORMAT`].
    pub format: u32,
    /// Which half.
    pub part: Part,
    /// When it was made.
    pub made: Timestamp,
    /// The program's version.
    pub program: String,
    /// The installation's random name.
    pub installation: String,
    /// The key that checks the ledger.
    pub ledger_key: String,
    /// Entries of the ledger.
    pub ledger: u64,
    /// The ledger's signed checkpoint.
    pub checkpoint: Option<String>,
    /// The published notices.
    pub notices: Vec<Published>,
    /// Rows of the database.
    pub rows: u64,
    /// The files.
    pub files: Vec<Entry>,
    /// The ledger key's signature over all of this without itself, hexadecimal.
    #[serde(default)]
    pub signature: String,
}

impl Manifest {
    /// What is signed.
    fn message(&self) -> Result<Vec<u8>, Fault> {
        let unsigned = Self { signature: String::new(), ..self.clone() };
        let text = serde_json::to_string_pretty(&unsigned).map_err(Fault::internal)?;
        Ok(format!("seloste backup manifest\n{text}").into_bytes())
    }

    /// Whether the holder of the ledger key named in it made it. Whose key that is, only the key
    /// ring tells: see [`super::restore`].
    pub fn is_signed(&self) -> bool {
        let Ok(key) = self.ledger_key.parse::<PublicKey>() else { return false };
        self.message().is_ok_and(|message| key.has_signed(&message, &unhex(&self.signature)))
    }

    /// The manifest of a backup.
    ///
    /// # Errors
    /// `Environment` when there is none, or it is of a newer program.
    pub fn read(dir: &Path) -> Result<Self, Fault> {
        let path = dir.join(FILE);
        let wrong = |cause: &dyn std::fmt::Display| {
            Fault::new(FaultKind::Environment, "fault-backup-none")
                .with("folder", dir.display().to_string())
                .because(cause)
        };
        let text = std::fs::read_to_string(&path).map_err(|error| wrong(&error))?;
        let manifest: Self = serde_json::from_str(&text).map_err(|error| wrong(&error))?;
        if manifest.format == FORMAT {
            return Ok(manifest);
        }
        Err(wrong(&format_args!("form {}, this program knows {FORMAT}", manifest.format)))
    }

    /// Lists the files of a backup and writes the manifest to it, last.
    ///
    /// # Errors
    /// When a file cannot be read or written.
    pub fn seal(&mut self, dir: &Path, signer: &dyn Signer) -> Result<(), Fault> {
        self.files.clear();
        for name in files::below(dir)? {
            let path = dir.join(&name);
            let bytes = std::fs::read(&path).map_err(|error| files::fault(&path, &error))?;
            self.files.push(Entry {
                name: name.to_string_lossy().into_owned(),
                bytes: bytes.len() as u64,
                sha256: sum(&bytes),
            });
        }
        self.signature = crate::output::hex(&signer.sign(&self.message()?)?);
        let text = serde_json::to_string_pretty(self).map_err(Fault::internal)?;
        files::put(&dir.join(FILE), text.as_bytes())
    }
}

/// SHA-256, hexadecimal.
pub(super) fn sum(bytes: &[u8]) -> String {
    crate::output::hex(digest(&SHA256, bytes).as_ref())
}

/// Checks a backup by itself: every file there and unchanged, the rows whole, the ledger proven.
///
/// # Errors
/// Everything that is wrong.
pub fn verify(dir: &Path) -> Result<Manifest, Vec<Fault>> {
    let manifest = Manifest::read(dir).map_err(|fault| vec![fault])?;
    let mut found = Vec::new();
    if !manifest.is_signed() {
        found.push(wrong("backup-wrong-unsigned").with("file", FILE));
    }
    let there = files::below(dir).map_err(|fault| vec![fault])?;
    for name in there.iter().map(|name| name.to_string_lossy().into_owned()) {
        if name != FILE && !manifest.files.iter().any(|entry| entry.name == name) {
            found.push(wrong("backup-wrong-extra").with("file", name));
        }
    }
    for entry in &manifest.files {
        let of = |key| wrong(key).with("file", &entry.name);
        match std::fs::read(dir.join(&entry.name)) {
            Ok(bytes) if sum(&bytes) == entry.sha256 => {}
            Ok(_) => found.push(of("backup-wrong-changed")),
            Err(error) => found.push(of("backup-wrong-unreadable").because(error)),
        }
    }
    if manifest.part == Part::Data {
        verify_data(dir, &manifest, &mut found);
    }
    if found.is_empty() { Ok(manifest) } else { Err(found) }
}

/// One thing that is wrong with a backup.
fn wrong(key: &'static str) -> Fault {
    Fault::new(FaultKind::Environment, key)
}

fn verify_data(dir: &Path, manifest: &Manifest, found: &mut Vec<Fault>) {
    match seloste_store::verify_backup(&dir.join(seloste_store::BACKUP_FILE)) {
        Ok(backup) if backup.rows == manifest.rows => {}
        Ok(backup) => {
            let rows = wrong("backup-wrong-rows").with("found", backup.rows.to_string());
            found.push(rows.with("wanted", manifest.rows.to_string()));
        }
        Err(fault) => found.push(fault),
    }
    let Some(checkpoint) = &manifest.checkpoint else { return };
    let Ok(key) = manifest.ledger_key.parse() else {
        found.push(wrong("backup-wrong-key"));
        return;
    };
    let older = std::slice::from_ref(checkpoint);
    if let Err(damages) = seloste_store::ledger::verify(&dir.join(super::LEDGER), &key, older) {
        // The same names as those of `ledger verify`.
        let told = |damage| wrong("backup-wrong-ledger").with("what", format!("{damage:?}"));
        found.extend(damages.iter().take(10).map(told));
    }
}
