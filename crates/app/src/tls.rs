//! The certificate and key of the settings, for TLS of our own.

use std::path::Path;
use std::sync::Arc;

use seloste_kernel::{Fault, FaultKind};
use seloste_web::{Pem, TlsConfig, tls_from_pem};

use crate::settings::Tls;

/// Reads both files.
///
/// # Errors
/// `Environment` naming the file that cannot be read or used.
pub fn load(tls: &Tls) -> Result<Arc<TlsConfig>, Fault> {
    let (chain, key) = (read(&tls.certificate)?, read(&tls.key)?);
    let (chain_file, key_file) = (name(&tls.certificate), name(&tls.key));
    let chain = Pem { file: &chain_file, bytes: &chain };
    tls_from_pem(chain, Pem { file: &key_file, bytes: &key })
}

fn name(file: &Path) -> String {
    file.display().to_string()
}

fn read(file: &Path) -> Result<Vec<u8>, Fault> {
    std::fs::read(file).map_err(|error| {
        Fault::new(FaultKind::Environment, "fault-file-unreadable")
            .with("file", name(file))
            .because(error)
    })
}
