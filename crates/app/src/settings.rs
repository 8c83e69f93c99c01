//! `seloste.toml`: operations only. What is collected, why and for how long stands in the notice.
//!
//! Every key has a default; unknown keys are refused, so that a misspelt one is not silently
//! ignored. Secrets are never in this file: it names files that hold them.

use std::net::SocketAddr;
use std::num::NonZeroU32;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use seloste_kernel::{Fault, FaultKind};
use seloste_web::{ServeOptions, TlsConfig};
use serde::Deserialize;

mod mistake;

/// The settings of one installation.
#[derive(Debug, Clone, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Settings {
    /// Where the service listens.
    pub address: SocketAddr,
    /// The address that people type; links in mail are made of it.
    pub public_url: Option<String>,
    /// Where metrics are served; local only. None by default.
    pub metrics: Option<SocketAddr>,
    /// Proxies whose `Forwarded` headers are believed.
    pub trusted_proxies: Vec<std::net::IpAddr>,
    /// TLS of our own; without it a proxy in front must do it.
    pub tls: Option<Tls>,
    /// Where the data are; embedded in `data/` by default.
    pub database: Option<Database>,
    /// How mail is sent.
    pub mail: Option<Mail>,
    /// The certificate that signs answers in the shape of OpenDSR.
    pub opendsr: Option<OpenDsr>,
    /// The vault's root secret, when it is not in `keys/`.
    pub keys: Keys,
    /// Where backups go.
    pub backup: Backup,
    /// How long the service waits for slow callers.
    pub limits: Limits,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            address: SocketAddr::from(([127, 0, 0, 1], 8080)),
            public_url: None,
            metrics: None,
            trusted_proxies: Vec::new(),
            tls: None,
            database: None,
            mail: None,
            opendsr: None,
            keys: Keys::default(),
            backup: Backup::default(),
            limits: Limits::default(),
        }
    }
}

/// Certificate and key files in PEM.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Tls {
    /// The certificate chain.
    pub certificate: PathBuf,
    /// The private key.
    pub key: PathBuf,
    /// Where plain HTTP is answered with a redirect.
    pub redirect_from: Option<SocketAddr>,
}

/// Certificate and key files in PEM: an RSA key of at least 2048 bits, and a certificate of an authority
/// for the host of `public-url`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct OpenDsr {
    /// The certificate, first of its chain.
    pub certificate: PathBuf,
    /// The private key.
    pub key: PathBuf,
}

/// PostgreSQL instead of the embedded database.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Database {
    /// A file whose one line is the connection URL.
    pub url_file: PathBuf,
    /// The schema that belongs to this installation.
    #[serde(default = "default_schema")]
    pub schema: String,
}

fn default_schema() -> String {
    "seloste".to_owned()
}

/// How mail leaves.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Mail {
    /// The sender's address.
    pub from: String,
    /// Host and port of the relay. Its host must be declared in the notice.
    pub relay: Option<String>,
    /// A folder to write messages to instead of sending, for trying out.
    pub folder: Option<PathBuf>,
    /// Extra certificate authority in PEM, for a relay of one's own.
    pub ca: Option<PathBuf>,
    /// The relay's user.
    pub user: Option<String>,
    /// A file whose one line is the relay's password.
    pub password_file: Option<PathBuf>,
    /// Where the organisation wants to hear of new work; the message holds a link only.
    pub notify: Option<String>,
}

/// Where the root secret is.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Keys {
    /// A file outside the installation, or a systemd credential.
    pub root_file: Option<PathBuf>,
}

/// Where backups go.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Backup {
    /// A folder, best on another disk: the data go to its `data`, the keys to its `keys`.
    pub folder: Option<PathBuf>,
    /// Where backups of the keys go instead: another disk, other rights.
    pub keys_folder: Option<PathBuf>,
}

/// How long the service waits for slow callers, and for how much.
#[derive(Debug, Clone, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Limits {
    /// Time for an answer, from the last piece of what was sent.
    pub answer_seconds: NonZeroU32,
    /// Nothing of a ready answer is taken for so long: the connection ends.
    pub taking_seconds: NonZeroU32,
    /// What may wait for one address: answers that are not taken, and bodies that are not answered.
    pub waiting_megabytes: NonZeroU32,
}

impl Default for Limits {
    fn default() -> Self {
        const fn of(number: u32) -> NonZeroU32 {
            match NonZeroU32::new(number) {
                Some(number) => number,
                None => NonZeroU32::MIN,
            }
        }
        Self { answer_seconds: of(30), taking_seconds: of(60), waiting_megabytes: of(64) }
    }
}

impl Limits {
    /// Time for an answer.
    pub fn answer(&self) -> Duration {
        Duration::from_secs(self.answer_seconds.get().into())
    }

    /// These limits for connections.
    pub fn of_connections(&self, tls: Option<Arc<TlsConfig>>) -> ServeOptions {
        let megabytes = usize::try_from(self.waiting_megabytes.get()).unwrap_or(usize::MAX);
        ServeOptions {
            tls,
            stall: Duration::from_secs(self.taking_seconds.get().into()),
            max_waiting_per_peer: megabytes.saturating_mul(1_000_000),
            ..ServeOptions::default()
        }
    }
}

impl Settings {
    /// Reads `seloste.toml` in this folder; defaults when there is none. Relative paths are taken
    /// from the folder.
    ///
    /// # Errors
    /// `Environment` with the line when the file cannot be read or understood.
    pub fn read(folder: &Path) -> Result<Self, Fault> {
        let path = folder.join("seloste.toml");
        let text = match std::fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
            Err(error) => return Err(unreadable(&path, &error)),
        };
        let mut settings: Self =
            toml::from_str(&text).map_err(|error| mistake::told(&path, &text, &error))?;
        settings.make_absolute(folder);
        Ok(settings)
    }

    fn make_absolute(&mut self, folder: &Path) {
        let mut fix = |path: &mut PathBuf| *path = folder.join(&*path);
        if let Some(tls) = &mut self.tls {
            fix(&mut tls.certificate);
            fix(&mut tls.key);
        }
        if let Some(own) = &mut self.opendsr {
            fix(&mut own.certificate);
            fix(&mut own.key);
        }
        if let Some(database) = &mut self.database {
            fix(&mut database.url_file);
        }
        if let Some(mail) = &mut self.mail {
            mail.folder
                .iter_mut()
                .chain(&mut mail.ca)
                .chain(&mut mail.password_file)
                .for_each(&mut fix);
        }
        self.keys
            .root_file
            .iter_mut()
            .chain(&mut self.backup.folder)
            .chain(&mut self.backup.keys_folder)
            .for_each(fix);
    }

    /// The base of links, without a slash at the end.
    pub fn base_url(&self) -> String {
        match &self.public_url {
            Some(url) => url.trim_end_matches('/').to_owned(),
            None => {
                let scheme = if self.tls.is_some() { "https" } else { "http" };
                format!("{scheme}://{}", self.address)
            }
        }
    }
}

/// The one line of a secret's file.
///
/// # Errors
/// `Environment` naming the file, never its content.
pub fn secret(path: &Path) -> Result<String, Fault> {
    let text = std::fs::read_to_string(path).map_err(|error| unreadable(path, &error))?;
    Ok(text.lines().next().unwrap_or_default().trim().to_owned())
}

fn unreadable(path: &Path, error: &dyn std::fmt::Display) -> Fault {
    Fault::new(FaultKind::Environment, "fault-file-unreadable")
        .with("file", path.display().to_string())
        .because(error)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unknown_keys_are_refused() {
        assert!(toml::from_str::<Settings>("adress = '127.0.0.1:1'").is_err());
        assert!(
            toml::from_str::<Settings>("[mail]\nfrom = 'a@example.fi'\npassword = 'x'").is_err()
        );
    }

    #[test]
    fn everything_has_a_default() {
        let settings = toml::from_str::<Settings>("").unwrap_or_default();
        assert_eq!(settings.base_url(), "http://127.0.0.1:8080");
    }
}
