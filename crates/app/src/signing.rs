//! The signature under answers to other organisations' systems (OpenDSR 2.0, 4.1 and 4.2): RSA with
//! SHA-256 (FIPS 186-4), by a certificate that an authority gave for this service's own host.

use aws_lc_rs::digest::{SHA256, digest};
use aws_lc_rs::signature::{KeyPair, RSA_PKCS1_SHA256, RsaKeyPair};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use http::Uri;
use rustls_pki_types::PrivateKeyDer;
use rustls_pki_types::pem::PemObject;
use seloste_kernel::{Fault, FaultKind, Timestamp};
use x509_cert::Certificate;
use x509_cert::ext::pkix::SubjectAltName;
use x509_cert::ext::pkix::name::GeneralName;

use crate::files;
use crate::settings::{OpenDsr, Settings};

/// A shorter key is not signed with any longer (NIST SP 800-131A).
const LEAST_BYTES: usize = 2048 / 8;

/// What signs.
pub struct Signer {
    key: RsaKeyPair,
    /// The certificate's file, for whoever verifies.
    pub pem: Vec<u8>,
    /// The host for which the certificate was given.
    pub domain: String,
    ends: Timestamp,
}

impl Signer {
    /// What the settings name; `None` where they name nothing.
    ///
    /// # Errors
    /// `Environment` telling what is wrong with the key or the certificate.
    pub fn of(settings: &Settings) -> Result<Option<Self>, Fault> {
        let load = |own| Self::load(own, &settings.base_url());
        settings.opendsr.as_ref().map(load).transpose()
    }

    fn load(own: &OpenDsr, base: &str) -> Result<Self, Fault> {
        let wrong = |key: &'static str| {
            let fault = Fault::new(FaultKind::Environment, key);
            fault.with("file", own.certificate.display().to_string())
        };
        let (pem, secret) = (files::read(&own.certificate)?, files::read(&own.key)?);
        let key = key(&secret).ok_or_else(|| {
            let fault = Fault::new(FaultKind::Environment, "fault-opendsr-key");
            fault.with("file", own.key.display().to_string())
        })?;
        let chain = Certificate::load_pem_chain(&pem).unwrap_or_default();
        let first = chain.first().ok_or_else(|| wrong("fault-opendsr-certificate"))?;
        let told = first.tbs_certificate();
        if told.issuer() == told.subject() {
            return Err(wrong("fault-opendsr-self-signed"));
        }
        let public = told.subject_public_key_info().subject_public_key.raw_bytes();
        if public != key.public_key().as_ref() {
            return Err(wrong("fault-opendsr-pair"));
        }
        let uri: Option<Uri> = base.parse().ok();
        let domain = uri.as_ref().and_then(Uri::host).unwrap_or_default().to_ascii_lowercase();
        if !names(first, &domain) {
            return Err(wrong("fault-opendsr-domain").with("domain", domain));
        }
        let ends = told.validity().not_after.to_unix_duration().as_secs();
        let ends = i64::try_from(ends).ok().and_then(|at| Timestamp::from_second(at).ok());
        Ok(Self { key, pem, domain, ends: ends.unwrap_or(Timestamp::MAX) })
    }

    /// Whether the certificate is in force.
    pub fn is_in_force(&self, now: Timestamp) -> bool {
        now < self.ends
    }

    /// The signature of just these bytes, in Base64.
    ///
    /// # Errors
    /// Internal when it cannot be made.
    pub fn sign(&self, body: &[u8]) -> Result<String, Fault> {
        let mut signature = vec![0; self.key.public_modulus_len()];
        self.key
            .sign_digest(&RSA_PKCS1_SHA256, &digest(&SHA256, body), &mut signature)
            .map_err(Fault::internal)?;
        Ok(BASE64_STANDARD.encode(signature))
    }
}

fn key(pem: &[u8]) -> Option<RsaKeyPair> {
    let key = match PrivateKeyDer::from_pem_slice(pem).ok()? {
        PrivateKeyDer::Pkcs8(key) => RsaKeyPair::from_pkcs8(key.secret_pkcs8_der()).ok()?,
        PrivateKeyDer::Pkcs1(key) => RsaKeyPair::from_der(key.secret_pkcs1_der()).ok()?,
        _ => return None,
    };
    (key.public_modulus_len() >= LEAST_BYTES).then_some(key)
}

/// Whether the certificate was given for this very host.
fn names(certificate: &Certificate, host: &str) -> bool {
    let named = certificate.tbs_certificate().get_extension::<SubjectAltName>().ok().flatten();
    named.is_some_and(|(_, SubjectAltName(names))| {
        names.iter().any(|name| match name {
            GeneralName::DnsName(name) => name.as_str().eq_ignore_ascii_case(host),
            _ => false,
        })
    })
}
