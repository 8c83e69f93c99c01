//! TLS 1.2 and 1.3 by rustls, with HTTP/2 offered.

use std::sync::Arc;

use seloste_kernel::{Fault, FaultKind};
use tokio_rustls::rustls::pki_types::pem::PemObject as _;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::rustls::{ServerConfig, crypto::aws_lc_rs};

/// The configuration of rustls.
pub type TlsConfig = ServerConfig;

/// A configuration from a certificate chain and its key, both PEM (RFC 7468).
///
/// # Errors
/// `Environment` when one cannot be read or they do not belong together.
pub fn tls_from_pem(chain: &[u8], key: &[u8]) -> Result<Arc<TlsConfig>, Fault> {
    let bad =
        |why: &dyn std::fmt::Display| Fault::new(FaultKind::Environment, "fault-tls").because(why);
    let chain: Vec<CertificateDer<'static>> = CertificateDer::pem_slice_iter(chain)
        .collect::<Result<_, _>>()
        .map_err(|error| bad(&error))?;
    if chain.is_empty() {
        return Err(bad(&"there is no certificate in the file"));
    }
    let key = PrivateKeyDer::from_pem_slice(key).map_err(|error| bad(&error))?;
    let mut config = ServerConfig::builder_with_provider(Arc::new(aws_lc_rs::default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(|error| bad(&error))?
        .with_no_client_auth()
        .with_single_cert(chain, key)
        .map_err(|error| bad(&error))?;
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    Ok(Arc::new(config))
}

/// Whether these first bytes begin a TLS handshake (record type 22, RFC 8446 §5.1).
pub(super) fn begins_tls(first: &[u8]) -> bool {
    first.first() == Some(&22)
}
