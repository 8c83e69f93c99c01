//! Handshakes, one version of TLS at a time.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::Arc;
use std::time::Duration;

use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use rustls::version::TLS13;
use rustls::{
    ClientConfig, ClientConnection, ProtocolVersion, RootCertStore, StreamOwned,
    SupportedProtocolVersion,
};

const PATIENCE: Duration = Duration::from_secs(20);

fn connect(address: SocketAddr) -> TcpStream {
    let stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(PATIENCE)).unwrap();
    stream
}

/// Shakes hands as a client that speaks this version only and believes this authority only; the
/// version agreed on, or why not.
pub fn shake_hands(
    address: SocketAddr,
    authority: &[u8],
    version: &'static SupportedProtocolVersion,
) -> Result<ProtocolVersion, rustls::Error> {
    let mut client = client(authority, version, &[]);
    let mut stream = connect(address);
    while client.is_handshaking() {
        client.complete_io(&mut stream).map_err(|error| {
            match error.downcast::<rustls::Error>() {
                Ok(refused) => refused,
                Err(broken) => panic!("the connection broke: {broken}"),
            }
        })?;
    }
    Ok(client.protocol_version().unwrap())
}

/// An encrypted line to a server, on which anything can be written.
pub type Line = StreamOwned<ClientConnection, TcpStream>;

/// Opens a line on which this protocol is spoken (`h2`, `http/1.1`).
pub fn open(address: SocketAddr, authority: &[u8], protocol: &str) -> Line {
    StreamOwned::new(client(authority, &TLS13, &[protocol]), connect(address))
}

fn client(
    authority: &[u8],
    version: &'static SupportedProtocolVersion,
    protocols: &[&str],
) -> ClientConnection {
    let mut roots = RootCertStore::empty();
    roots.add(CertificateDer::from_pem_slice(authority).unwrap()).unwrap();
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let mut config = ClientConfig::builder_with_provider(provider)
        .with_protocol_versions(&[version])
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    config.alpn_protocols = protocols.iter().map(|name| name.as_bytes().to_vec()).collect();
    ClientConnection::new(Arc::new(config), "localhost".try_into().unwrap()).unwrap()
}

/// What a server answers to an offer of an old version: its record's first seven bytes, fewer when
/// it closes before.
///
/// Written byte by byte (RFC 4346 section 7.4.1.2), because no library of today makes such an
/// offer. `minor` is 0 for SSL 3.0, 1 for TLS 1.0, 2 for TLS 1.1; the suites were in all of them.
pub fn offer_old(address: SocketAddr, minor: u8) -> Vec<u8> {
    let suites = [0xc0, 0x09, 0xc0, 0x13, 0x00, 0x2f, 0x00, 0x35, 0x00, 0x0a];
    let mut hello = vec![3, minor];
    hello.extend([7; 32]);
    hello.push(0);
    hello.extend([0, suites.len() as u8]);
    hello.extend(suites);
    hello.extend([1, 0]);
    let mut record = vec![22, 3, minor.min(1), 0, hello.len() as u8 + 4];
    record.extend([1, 0, 0, hello.len() as u8]);
    record.extend(hello);
    let mut stream = connect(address);
    stream.write_all(&record).unwrap();
    let mut answer = Vec::new();
    let _reset = stream.take(7).read_to_end(&mut answer);
    answer
}
