//! Callers who are slow, or take nothing: what is honest works however long it takes, and nobody fills
//! the memory with answers that they do not take.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use crate::support::frames::{Came, Shut};
use crate::support::installation::Installation;
use crate::support::tls;
use crate::support::wait::{pass, wait_for};

const PAGE: &str = "/tietosuoja";
const PATIENCE: Duration = Duration::from_secs(20);

/// What came until the status line was whole.
fn status(stream: &mut impl Read) -> String {
    let mut line = [0; 12];
    match stream.read_exact(&mut line) {
        Ok(()) => String::from_utf8_lossy(&line).into_owned(),
        Err(error) => format!("no answer: {error}"),
    }
}

#[test]
fn an_answer_that_nobody_takes_ends_its_connection() {
    let org = Installation::build("feedback").tls().set("limits.taking-seconds", 2).start();
    let mut shut = Shut::open(org.address(), org.authority());
    for _ in 0..5 {
        shut.ask(PAGE);
    }
    for _ in 0..5 {
        assert_eq!(shut.next(), Came::Good);
    }
    // It answers to every sign of life.
    let began = Instant::now();
    while shut.next() != Came::End {
        assert!(began.elapsed() < PATIENCE, "the connection goes on");
    }
    org.browser().get(PAGE).status(200);
}

#[test]
fn one_address_lets_only_so_much_wait() {
    let org = Installation::build("feedback")
        .tls()
        .set("limits.taking-seconds", 3600)
        .set("limits.waiting-megabytes", 1)
        .start();
    let size = org.browser().get(PAGE).status(200).body.len();
    let (mut held, mut answers) = (Vec::new(), 0);
    'asking: loop {
        let mut shut = Shut::open(org.address(), org.authority());
        for _ in 0..5 {
            shut.ask(PAGE);
            match shut.next() {
                Came::Good => answers += 1,
                Came::Refused | Came::End => break 'asking,
                other => panic!("{other:?} instead of an answer"),
            }
            assert!(answers * size < 2_000_000, "{answers} answers of {size} bytes wait");
        }
        held.push(shut);
    }
    assert!(answers * size > 800_000, "{answers} answers of {size} bytes were too much");
    drop(held);
    let visitor = org.browser();
    wait_for("the address has room again", || visitor.try_get(PAGE).is_ok());
}

#[test]
fn a_document_over_a_slow_line_arrives_and_a_line_that_falls_silent_is_given_up() {
    let org = Installation::build("feedback").set("limits.answer-seconds", 4).start();
    let limit = Duration::from_secs(4);
    let address = org.address();
    let browser = org.browser();
    let request = || {
        let mut mandate = b"%PDF-1.4 valtakirja".to_vec();
        mandate.resize(400_000, b' ');
        let form = browser.form("/pyynto", "main form").set("type", "access");
        let form = form.set("behalf", "agent").attach("mandate", "valtakirja.pdf", &mandate);
        let (parts, body) = form.parts().into_parts();
        let media = parts.headers["content-type"].to_str().unwrap().to_owned();
        let head = format!(
            "POST {} HTTP/1.1\r\nHost: {address}\r\nContent-Type: {media}\r\n\
             Content-Length: {}\r\nConnection: close\r\n\r\n",
            parts.uri,
            body.len()
        );
        let mut stream = TcpStream::connect(address).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream.write_all(head.as_bytes()).unwrap();
        (stream, body)
    };
    // Where this machine was too busy to send in time itself, nothing is said of the server.
    let sent = || {
        let (mut stream, body) = request();
        let (began, mut last) = (Instant::now(), Instant::now());
        let mut pieces = body.chunks(2_000);
        while began.elapsed() < limit * 2 {
            if stream.write_all(pieces.next().unwrap()).is_err() {
                return Some(stream);
            }
            pass(Duration::from_millis(100));
            if last.elapsed() > limit / 2 {
                return None;
            }
            last = Instant::now();
        }
        for piece in pieces {
            stream.write_all(piece).unwrap();
        }
        Some(stream)
    };
    let mut stream = std::iter::repeat_with(sent).take(5).flatten().next().expect("a quiet moment");
    assert_eq!(status(&mut stream), "HTTP/1.1 303");

    let (mut stream, body) = request();
    stream.write_all(&body[..100_000]).unwrap();
    assert_eq!(status(&mut stream), "HTTP/1.1 408");
}

#[test]
fn whoever_sends_too_much_can_read_that_it_was_too_much() {
    let org = Installation::build("feedback").tls().start();
    let piece = vec![b'a'; 1 << 20];
    for _ in 0..5 {
        let mut line = tls::open(org.address(), org.authority(), "http/1.1");
        let head = format!(
            "POST /palaute HTTP/1.1\r\nHost: {}\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n",
            org.address(),
            8 * piece.len()
        );
        line.write_all(head.as_bytes()).unwrap();
        for _ in 0..8 {
            line.write_all(&piece).expect("what is too much is read on");
        }
        assert_eq!(status(&mut line), "HTTP/1.1 413");
    }
}
