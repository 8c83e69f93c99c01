//! The certificate and key of the settings, for TLS of our own.

use std::path::Path;
use std::sync::Arc;

use seloste_kernel::{Fault, Timestamp};
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

/// Until when the first certificate of the chain, the server's own, is good; `None` when the file
/// tells no such moment.
pub fn ends(tls: &Tls) -> Option<Timestamp> {
    let chain = std::fs::read(&tls.certificate).ok()?;
    let chain = x509_cert::Certificate::load_pem_chain(&chain).ok()?;
    let ends = chain.first()?.tbs_certificate().validity().not_after.to_unix_duration();
    Timestamp::from_second(i64::try_from(ends.as_secs()).ok()?).ok()
}

fn name(file: &Path) -> String {
    file.display().to_string()
}
