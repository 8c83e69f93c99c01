//! TLS 1.2 and 1.3 by rustls, with HTTP/2 offered.

use std::sync::Arc;

use seloste_kernel::{Fault, FaultKind};
use tokio_rustls::rustls::pki_types::pem::PemObject as _;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::rustls::{ServerConfig, crypto::aws_lc_rs};

/// The configuration of rustls.
pub type TlsConfig = ServerConfig;

/// A file in PEM (RFC 7468): what it is called, for whoever must mend it, and what is in it.
#[derive(Clone, Copy)]
pub struct Pem<'a> {
    /// Its name.
    pub file: &'a str,
    /// Its content.
    pub bytes: &'a [u8],
}

/// A configuration from a certificate chain and its private key.
///
/// # Errors
/// `Environment` naming the file that cannot be used, or both when they do not belong together.
pub fn tls_from_pem(chain: Pem<'_>, key: Pem<'_>) -> Result<Arc<TlsConfig>, Fault> {
    let bad = |what: &'static str, why: &dyn std::fmt::Display| {
        Fault::new(FaultKind::Environment, what)
            .with("certificate", chain.file)
            .with("key", key.file)
            .because(why)
    };
    let certificates: Vec<CertificateDer<'static>> = CertificateDer::pem_slice_iter(chain.bytes)
        .collect::<Result<_, _>>()
        .map_err(|error| bad("fault-tls-certificate", &error))?;
    if certificates.is_empty() {
        return Err(bad("fault-tls-certificate", &"there is no certificate in the file"));
    }
    let secret =
        PrivateKeyDer::from_pem_slice(key.bytes).map_err(|error| bad("fault-tls-key", &error))?;
    let mut config = ServerConfig::builder_with_provider(Arc::new(aws_lc_rs::default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(Fault::internal)?
        .with_no_client_auth()
        .with_single_cert(certificates, secret)
        .map_err(|error| bad("fault-tls-pair", &error))?;
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    Ok(Arc::new(config))
}

/// Whether these first bytes begin a TLS handshake (record type 22, RFC 8446 §5.1).
pub(super) fn begins_tls(first: &[u8]) -> bool {
    first.first() == Some(&22)
}
