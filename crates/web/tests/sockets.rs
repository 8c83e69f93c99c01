//! What the accept loop promises, through raw sockets.

#![expect(clippy::unwrap_used, reason = "tests")]

use std::net::SocketAddr;
use std::time::Duration;

use axum::routing::{get, post};
use seloste_web::form::Submission;
use seloste_web::{Kit, Pem, Router, ServeOptions, serve, testing, tls_from_pem};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use tokio::time::{Instant, timeout};
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;
use tokio_rustls::rustls::pki_types::CertificateDer;
use tokio_rustls::rustls::version::{TLS12, TLS13};
use tokio_rustls::rustls::{self, RootCertStore, SupportedProtocolVersion};

const SECOND: Duration = Duration::from_secs(1);

struct Running {
    address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    served: JoinHandle<()>,
}

/// Short limits, so that a test need not wait for the real ones.
fn quick() -> ServeOptions {
    ServeOptions {
        first_byte: SECOND / 4,
        header_read: SECOND / 2,
        idle: SECOND * 2,
        body_floor: 1000,
        body_grace: SECOND / 2,
        drain: SECOND,
        ..ServeOptions::default()
    }
}

async fn start(options: ServeOptions) -> Running {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let scheme = if options.tls.is_some() { "https" } else { "http" };
    let kit = Kit::new(testing::settings(&format!("{scheme}://{address}"))).unwrap();
    let routes = Router::new()
        .route("/", get(|| async { "hello" }))
        .route(
            "/hang",
            get(|| async {
                tokio::time::sleep(SECOND / 2).await;
                "done"
            }),
        )
        .route("/large", get(|| async { vec![b'a'; 64 << 20] }))
        .route("/stuck", get(std::future::pending::<&'static str>))
        .route("/form", post(|_: Submission| async { "read" }));
    let (stop, stopped) = oneshot::channel();
    let site = kit.site(routes);
    let served = tokio::spawn(serve(vec![listener], site, options, async {
        _ = stopped.await;
    }));
    Running { address, stop: Some(stop), served }
}

async fn connect(address: SocketAddr) -> TcpStream {
    TcpStream::connect(address).await.unwrap()
}

/// Everything until the server closes, at most ten seconds.
async fn rest(stream: &mut TcpStream) -> String {
    let mut bytes = Vec::new();
    let mut chunk = [0; 4096];
    let reading = async {
        while let Ok(count @ 1..) = stream.read(&mut chunk).await {
            bytes.extend_from_slice(&chunk[..count]);
        }
    };
    timeout(SECOND * 10, reading).await.unwrap();
    String::from_utf8_lossy(&bytes).into_owned()
}

async fn ask(address: SocketAddr, path: &str) -> String {
    let mut stream = connect(address).await;
    let request = format!("GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).await.unwrap();
    rest(&mut stream).await
}

#[tokio::test]
async fn a_silent_caller_and_a_slow_header_are_closed() {
    let running = start(quick()).await;
    let began = Instant::now();
    assert_eq!(rest(&mut connect(running.address).await).await, "");
    assert!(began.elapsed() < SECOND, "{:?}", began.elapsed());

    let mut slow = connect(running.address).await;
    let began = Instant::now();
    slow.write_all(b"GET / HTTP/1.1\r\n").await.unwrap();
    let (mut reader, mut writer) = slow.into_split();
    let drip = tokio::spawn(async move {
        while writer.write_all(b"X-A: b\r\n").await.is_ok() {
            tokio::time::sleep(SECOND / 10).await;
        }
    });
    let mut answer = Vec::new();
    _ = timeout(SECOND * 5, reader.read_to_end(&mut answer)).await.unwrap();
    assert!(began.elapsed() < SECOND * 2, "{:?}", began.elapsed());
    assert!(!String::from_utf8_lossy(&answer).contains("200 OK"));
    drip.abort();
    // A prefix of the HTTP/2 preface must not make the server wait without a limit.
    let mut preface = connect(running.address).await;
    let began = Instant::now();
    preface.write_all(b"PRI * HTT").await.unwrap();
    rest(&mut preface).await;
    assert!(began.elapsed() < SECOND * 2, "{:?}", began.elapsed());
}

#[tokio::test]
async fn many_slow_callers_do_not_hinder_others() {
    let running = start(ServeOptions { header_read: SECOND * 5, ..quick() }).await;
    let mut slow = Vec::new();
    for _ in 0..200 {
        let mut stream = connect(running.address).await;
        stream.write_all(b"GET / HT").await.unwrap();
        slow.push(stream);
    }
    let began = Instant::now();
    assert!(ask(running.address, "/").await.contains("hello"));
    assert!(began.elapsed() < SECOND, "{:?}", began.elapsed());
}

#[tokio::test]
async fn one_address_holds_its_share_of_connections_only() {
    let running = start(ServeOptions { max_per_peer: 3, first_byte: SECOND * 5, ..quick() }).await;
    let mut held = Vec::new();
    for _ in 0..3 {
        held.push(connect(running.address).await);
    }
    tokio::time::sleep(SECOND / 10).await;
    assert_eq!(rest(&mut connect(running.address).await).await, "");
    let other = TcpSocket::new_v4().unwrap();
    other.bind("127.0.0.2:0".parse().unwrap()).unwrap();
    let mut other = other.connect(running.address).await.unwrap();
    let request =
        format!("GET / HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", running.address);
    other.write_all(request.as_bytes()).await.unwrap();
    assert!(rest(&mut other).await.contains("hello"));
    drop(held);
    tokio::time::sleep(SECOND / 10).await;
    assert!(ask(running.address, "/").await.contains("hello"));
}

#[tokio::test]
async fn a_trickling_body_is_given_up_and_a_huge_one_refused_at_once() {
    let running = start(quick()).await;
    let head = |length: usize| {
        format!(
            "POST /form HTTP/1.1\r\nHost: {}\r\nContent-Type: application/x-www-form-urlencoded\r\n\
             Content-Length: {length}\r\nConnection: close\r\n\r\n",
            running.address
        )
    };
    let mut trickle = connect(running.address).await;
    trickle.write_all(head(100_000).as_bytes()).await.unwrap();
    let began = Instant::now();
    let (mut reader, mut writer) = trickle.into_split();
    let drip = tokio::spawn(async move {
        while writer.write_all(b"a").await.is_ok() {
            tokio::time::sleep(SECOND / 20).await;
        }
    });
    let mut answer = vec![0; 12];
    timeout(SECOND * 5, reader.read_exact(&mut answer)).await.unwrap().unwrap();
    assert_eq!(answer, b"HTTP/1.1 408");
    assert!(began.elapsed() < SECOND * 2, "{:?}", began.elapsed());
    drip.abort();

    let mut huge = connect(running.address).await;
    huge.write_all(head(10 << 20).as_bytes()).await.unwrap();
    let began = Instant::now();
    let mut answer = vec![0; 12];
    timeout(SECOND * 5, huge.read_exact(&mut answer)).await.unwrap().unwrap();
    assert_eq!(answer, b"HTTP/1.1 413");
    assert!(began.elapsed() < SECOND / 2, "before the body came: {:?}", began.elapsed());
}

#[tokio::test]
async fn an_answer_that_nobody_takes_ends_a_connection_of_http_1() {
    let limits = ServeOptions { idle: SECOND * 60, stall: SECOND / 2, max_per_peer: 1, ..quick() };
    let running = start(limits).await;
    let mut held = connect(running.address).await;
    let request = format!("GET /large HTTP/1.1\r\nHost: {}\r\n\r\n", running.address);
    held.write_all(request.as_bytes()).await.unwrap();
    let mut began = vec![0; 12];
    held.read_exact(&mut began).await.unwrap();
    assert_eq!(began, b"HTTP/1.1 200");
    // One connection is all that the address may hold.
    let others = async { while !ask(running.address, "/").await.contains("hello") {} };
    timeout(SECOND * 20, others).await.unwrap();
}

#[tokio::test]
async fn oversized_and_malformed_heads_are_refused() {
    let running = start(quick()).await;
    let host = running.address.to_string();
    let many = "X-A: b\r\n".repeat(200);
    let long = format!("X-A: {}\r\n", "b".repeat(40_000));
    let cases = [
        (format!("GET / HTTP/1.1\r\nHost: {host}\r\n{many}\r\n"), "431"),
        (format!("GET / HTTP/1.1\r\nHost: {host}\r\n{long}\r\n"), "431"),
        ("GET / HTTP/1.1\r\nHost: a b\r\n\r\n".to_owned(), "421"),
        ("GET / HTTP/1.1\r\n\r\n".to_owned(), "421"),
        (format!("GET / HTTP/1.1\r\nHost: {host}\r\nHost: evil.example\r\n\r\n"), "421"),
        ("nonsense\r\n\r\n".to_owned(), "400"),
        // Both lengths at once: the classic of request smuggling.
        (
            format!(
                "POST /form HTTP/1.1\r\nHost: {host}\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello"
            ),
            "400",
        ),
        (format!("GET / HTTP/1.1\r\nHost: {host}\r\nTransfer-Encoding: xchunked\r\n\r\n"), "400"),
    ];
    for (request, status) in cases {
        let mut stream = connect(running.address).await;
        stream.write_all(request.as_bytes()).await.unwrap();
        let answer = rest(&mut stream).await;
        assert!(answer.starts_with(&format!("HTTP/1.1 {status}")), "{request:.80?}: {answer:.80}");
    }
}

#[tokio::test]
async fn stopping_lets_requests_end_but_not_for_ever() {
    let mut running = start(quick()).await;
    let address = running.address;
    let hanging = tokio::spawn(async move { ask(address, "/hang").await });
    let stuck = tokio::spawn(async move { ask(address, "/stuck").await });
    tokio::time::sleep(SECOND / 5).await;
    let began = Instant::now();
    running.stop.take().unwrap().send(()).unwrap();
    assert!(hanging.await.unwrap().contains("done"));
    timeout(SECOND * 3, &mut running.served).await.unwrap().unwrap();
    assert!(began.elapsed() >= SECOND, "{:?}", began.elapsed());
    assert!(!stuck.await.unwrap().contains("200"));
    assert!(TcpStream::connect(address).await.is_err());
}

#[tokio::test]
async fn s2_40_plain_text_is_sent_to_tls_without_a_cookie() {
    let (running, _) = start_tls().await;
    let mut stream = connect(running.address).await;
    let request = "POST /form?x=1 HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n";
    stream.write_all(request.as_bytes()).await.unwrap();
    let answer = rest(&mut stream).await;
    assert!(answer.starts_with("HTTP/1.1 308"), "{answer}");
    assert!(answer.contains(&format!("location: https://{}/form?x=1\r\n", running.address)));
    assert!(!answer.contains("set-cookie") && !answer.contains("evil"));

    // TLS 1.1: an offer of nothing newer is answered with an alert.
    let mut old = connect(running.address).await;
    old.write_all(&hello_tls_1_1()).await.unwrap();
    let mut record = [0; 7];
    timeout(SECOND * 5, old.read_exact(&mut record)).await.unwrap().unwrap();
    assert_eq!((record[0], record[5]), (21, 2), "a fatal alert expected: {record:?}");
}

#[tokio::test]
async fn tls_1_2_and_1_3_are_served_with_and_without_http_2() {
    let (running, chain) = start_tls().await;
    for version in [&TLS12, &TLS13] {
        for (alpn, first) in [(&b"http/1.1"[..], &b"HTTP/1.1 200"[..]), (b"h2", b"\0\0")] {
            let mut stream = connect_tls(running.address, &chain, version, alpn).await;
            assert_eq!(stream.get_ref().1.alpn_protocol(), Some(alpn));
            let request = format!("GET / HTTP/1.1\r\nHost: {}\r\n\r\n", running.address);
            // For HTTP/2: the preface and empty settings; the server answers with a frame.
            let preface = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\x04\0\0\0\0\0";
            let bytes = if alpn == b"h2" { &preface[..] } else { request.as_bytes() };
            stream.write_all(bytes).await.unwrap();
            let mut answer = vec![0; first.len()];
            timeout(SECOND * 5, stream.read_exact(&mut answer)).await.unwrap().unwrap();
            assert_eq!(answer, first);
        }
    }
}

#[tokio::test]
async fn an_http_2_connection_that_says_nothing_is_closed() {
    let (running, chain) = start_tls().await;
    let mut stream = connect_tls(running.address, &chain, &TLS13, b"h2").await;
    let began = Instant::now();
    stream.write_all(b"PRI * HTT").await.unwrap();
    let mut answer = Vec::new();
    _ = timeout(SECOND * 8, stream.read_to_end(&mut answer)).await.unwrap();
    assert!(began.elapsed() < SECOND * 4, "{:?}", began.elapsed());
}

async fn start_tls() -> (Running, CertificateDer<'static>) {
    let key = rcgen::generate_simple_self_signed(vec!["localhost".to_owned()]).unwrap();
    let chain = key.cert.der().clone();
    let (pem, secret) = (key.cert.pem(), key.signing_key.serialize_pem());
    let tls = tls_from_pem(named("chain", pem.as_bytes()), named("key", secret.as_bytes()));
    (start(ServeOptions { tls: Some(tls.unwrap()), ..quick() }).await, chain)
}

async fn connect_tls(
    address: SocketAddr,
    chain: &CertificateDer<'static>,
    version: &'static SupportedProtocolVersion,
    alpn: &[u8],
) -> TlsStream<TcpStream> {
    let mut roots = RootCertStore::empty();
    roots.add(chain.clone()).unwrap();
    let provider = std::sync::Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let mut config = rustls::ClientConfig::builder_with_provider(provider)
        .with_protocol_versions(&[version])
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    config.alpn_protocols = vec![alpn.to_vec()];
    let name = "localhost".try_into().unwrap();
    let connector = TlsConnector::from(std::sync::Arc::new(config));
    connector.connect(name, connect(address).await).await.unwrap()
}

/// A ClientHello that offers TLS 1.1 at most (RFC 4346 §7.4.1.2).
fn hello_tls_1_1() -> Vec<u8> {
    let mut body = vec![3, 2];
    body.extend([7; 32]);
    body.extend([0, 0, 4, 0x00, 0x2f, 0xc0, 0x13, 1, 0]);
    let mut message = vec![1, 0, 0, body.len() as u8];
    message.extend(body);
    let mut record = vec![22, 3, 1, 0, message.len() as u8];
    record.extend(message);
    record
}

fn named<'a>(file: &'a str, bytes: &'a [u8]) -> Pem<'a> {
    Pem { file, bytes }
}

#[test]
fn a_wrong_certificate_is_told() {
    let make = || rcgen::generate_simple_self_signed(vec!["localhost".to_owned()]).unwrap();
    let (one, other) = (make(), make());
    let (chain, key) = (one.cert.pem(), other.signing_key.serialize_pem());
    let wrong = |chain: &str, key: &str| {
        let (chain, key) = (named("chain.pem", chain.as_bytes()), named("key.pem", key.as_bytes()));
        let fault = tls_from_pem(chain, key).unwrap_err();
        assert_eq!(fault.kind(), seloste_kernel::FaultKind::Environment);
        assert_eq!(
            (fault.arg("certificate"), fault.arg("key")),
            (Some("chain.pem"), Some("key.pem"))
        );
        fault.key()
    };
    assert_eq!(wrong("", &key), "fault-tls-certificate");
    assert_eq!(wrong("-----BEGIN CERTIFICATE-----\nÄ", &key), "fault-tls-certificate");
    assert_eq!(wrong(&chain, ""), "fault-tls-key");
    assert_eq!(wrong(&chain, &chain), "fault-tls-key");
    assert_eq!(wrong(&chain, &key), "fault-tls-pair");
}
