//! A certificate authority for one test run.

use std::path::{Path, PathBuf};

use rcgen::{
    BasicConstraints, CertificateParams, DnType, IsCa, Issuer, KeyPair, PKCS_RSA_SHA256, RsaKeySize,
};
use toml::Value;

/// An authority and one server certificate for `localhost` and `127.0.0.1`, as PEM files.
pub struct Authority {
    /// The authority's certificate: who trusts it trusts the server.
    pub ca: PathBuf,
    /// The server's certificate.
    pub certificate: PathBuf,
    /// The server's private key.
    pub key: PathBuf,
}

impl Authority {
    /// Makes a new authority and writes its files into `dir`.
    pub fn new(dir: &Path) -> Self {
        Self::with(dir, &KeyPair::generate().unwrap())
    }

    /// The same with an RSA key for the server.
    pub fn rsa(dir: &Path) -> Self {
        let key = KeyPair::generate_rsa_for(&PKCS_RSA_SHA256, RsaKeySize::_2048);
        Self::with(dir, &key.unwrap())
    }

    fn with(dir: &Path, key: &KeyPair) -> Self {
        let ca_key = KeyPair::generate().unwrap();
        let mut ca = params("Test authority", &[]);
        ca.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let ca_pem = ca.self_signed(&ca_key).unwrap().pem();
        let issuer = Issuer::new(ca, ca_key);

        let mut server = params("localhost", &["localhost", "127.0.0.1"]);
        server.use_authority_key_identifier_extension = true;
        let certificate = server.signed_by(key, &issuer).unwrap();

        let file = |name: &str, content: String| {
            let path = dir.join(name);
            std::fs::write(&path, content).unwrap();
            path
        };
        Self {
            ca: file("ca.pem", ca_pem),
            certificate: file("server.pem", certificate.pem()),
            key: file("server.key", key.serialize_pem()),
        }
    }

    /// The settings of a service that uses the server's certificate.
    pub fn settings(&self) -> [(String, Value); 2] {
        let value = |path: &Path| Value::from(path.to_string_lossy().into_owned());
        let named = |name: &str, path: &Path| (format!("tls.{name}"), value(path));
        [named("certificate", &self.certificate), named("key", &self.key)]
    }
}

/// A certificate with a name of its own: one that is called like its issuer passes for self-signed.
fn params(name: &str, hosts: &[&str]) -> CertificateParams {
    let hosts: Vec<String> = hosts.iter().map(ToString::to_string).collect();
    let mut params = CertificateParams::new(hosts).unwrap();
    params.distinguished_name.push(DnType::CommonName, name);
    params
}
