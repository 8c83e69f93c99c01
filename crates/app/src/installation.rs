//! An installation is a folder: `notice.kdl`, `seloste.toml`, `keys/`, `data/`.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use seloste_kernel::{Clock, Fault, FaultKind, Random};
use seloste_register::Engine;
use seloste_register::keyring::{Keyring, RootSource};
use seloste_store::{Location, Store};

use crate::files;
use crate::settings::{Settings, secret};

/// The mark, in `data/`, of an installation that was restored and not confirmed.
pub const RESTORED: &str = "restored";

/// One installation, not yet opened.
#[derive(Debug, Clone)]
pub struct Installation {
    /// The folder.
    pub folder: PathBuf,
    /// Its settings.
    pub settings: Settings,
}

impl Installation {
    /// The installation in this folder.
    ///
    /// # Errors
    /// `Environment` when there is none, or its settings cannot be read.
    pub fn at(folder: &Path) -> Result<Self, Fault> {
        if !folder.join("notice.kdl").is_file() {
            return Err(Fault::new(FaultKind::Environment, "fault-no-installation")
                .with("folder", folder.display().to_string()));
        }
        Ok(Self { folder: folder.to_owned(), settings: Settings::read(folder)? })
    }

    /// The notice as it stands in the folder, published or not.
    ///
    /// # Errors
    /// `Environment` when it cannot be read.
    pub fn notice_text(&self) -> Result<String, Fault> {
        files::read_text(&self.folder.join("notice.kdl"))
    }

    /// Where data and ledger lie.
    pub fn data(&self) -> PathBuf {
        self.folder.join("data")
    }

    /// Where the vault lies: never inside `data`, never in its backups.
    pub fn keys(&self) -> PathBuf {
        self.folder.join("keys")
    }

    /// The file that marks a restored installation until it is confirmed.
    pub fn restored_mark(&self) -> PathBuf {
        self.data().join(RESTORED)
    }

    /// Whether it was restored and waits to be confirmed: it sends no mail and makes no backups.
    pub fn is_held(&self) -> bool {
        self.restored_mark().exists()
    }

    /// The local socket by which the command line reaches a running service.
    pub fn socket(&self) -> PathBuf {
        self.data().join("operator.sock")
    }

    /// The source of the vault's root secret.
    pub fn root(&self) -> RootSource {
        match &self.settings.keys.root_file {
            Some(file) => RootSource::File(file.clone()),
            None => RootSource::InFolder,
        }
    }

    /// Where the records are kept.
    ///
    /// # Errors
    /// `Environment` when the file with the database's address cannot be read.
    pub fn location(&self) -> Result<Location, Fault> {
        match &self.settings.database {
            None => Ok(Location::Sqlite { dir: self.data() }),
            Some(database) => Ok(Location::Postgres {
                url: secret(&database.url_file)?,
                schema: database.schema.clone(),
            }),
        }
    }

    /// Whoever may write into the data could change what the service believes; whoever may write
    /// the settings, where its letters go; and whoever may write into the folder, all of it.
    fn refuse_open_files(&self) -> Result<(), Fault> {
        refuse_mode(&self.data(), 0o077, "fault-data-unsafe-mode")?;
        refuse_mode(&self.folder, 0o022, "fault-folder-unsafe-mode")?;
        for name in ["notice.kdl", "seloste.toml"] {
            let file = self.folder.join(name);
            if file.exists() {
                refuse_mode(&file, 0o022, "fault-folder-unsafe-mode")?;
            }
        }
        Ok(())
    }

    /// Opens keys and data, in this order: without keys nothing is touched.
    ///
    /// # Errors
    /// `Environment` when keys are missing or wrong, the data are newer than the program, or
    /// another program has them open. Nothing is changed then.
    pub async fn open(
        &self,
        clock: Arc<dyn Clock>,
        random: Arc<dyn Random>,
    ) -> Result<Arc<Engine>, Fault> {
        let keyring =
            Keyring::open(&self.keys(), self.root(), Arc::clone(&random), Arc::clone(&clock))?;
        self.refuse_open_files()?;
        let location = self.location()?;
        let (store_random, marker) = (Arc::clone(&random), Arc::new(keyring.marker()));
        let opening = move || Store::open(location, store_random, marker);
        let store = tokio::task::spawn_blocking(opening).await.map_err(Fault::internal)??;
        store.refuse_half_restored()?;
        Engine::open(store, keyring, clock, random).await
    }
}

/// Refuses a file or folder of which others than its owner have one of these rights.
fn refuse_mode(path: &Path, rights: u32, key: &'static str) -> Result<(), Fault> {
    use std::os::unix::fs::PermissionsExt;
    let named =
        |key| Fault::new(FaultKind::Environment, key).with("file", path.display().to_string());
    let metadata =
        std::fs::metadata(path).map_err(|error| named("fault-file-unreadable").because(error))?;
    let mode = metadata.permissions().mode() & 0o777;
    match mode & rights {
        0 => Ok(()),
        _ => Err(named(key).because(format_args!("mode {mode:o}"))),
    }
}
