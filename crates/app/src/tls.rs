//! The certificate and key of the settings, for TLS of our own.

use std::path::Path;
use std::sync::Arc;

use seloste_kernel::Fault;
use seloste_web::{Pem, TlsConfig, tls_from_pem};

use crate::files;
use crate::settings::Tls;

/// Reads both files.
///
/// # Errors
/// `Environment` naming the file that cannot be read or used.
pub fn load(tls: &Tls) -> Result<Arc<TlsConfig>, Fault> {
    let (chain, key) = (files::read(&tls.certificate)?, files::read(&tls.key)?);
    let (chain_file, key_file) = (name(&tls.certificate), name(&tls.key));
    let chain = Pem { file: &chain_file, bytes: &chain };
    tls_from_pem(chain, Pem { file: &key_file, bytes: &key })
}

fn name(file: &Path) -> String {
    file.display().to_string()
}
