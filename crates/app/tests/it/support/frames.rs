//! HTTP/2 (RFC 9113) frame by frame, for a visitor that keeps the connection alive and takes nothing of
//! any answer: no proper client does.

use std::io::{Read, Write};
use std::net::SocketAddr;

use super::tls::{self, Line};

const DATA: u8 = 0;
const HEADERS: u8 = 1;
const RESET: u8 = 3;
const SETTINGS: u8 = 4;
const PING: u8 = 6;
const GO_AWAY: u8 = 7;
const ACK: u8 = 1;
/// `END_STREAM` and `END_HEADERS`.
const WHOLE: u8 = 5;

/// What came.
#[derive(Debug, PartialEq, Eq)]
pub enum Came {
    /// The head of an answer with status 200.
    Good,
    /// The head of another answer.
    Other,
    /// One request was broken off.
    Refused,
    /// A sign of life, which was answered.
    Ping,
    /// The connection ended.
    End,
}

/// A connection whose windows are shut.
pub struct Shut {
    line: Line,
    host: String,
    stream: u32,
}

impl Shut {
    /// Opens a connection and says that it takes no byte of any answer.
    pub fn open(address: SocketAddr, authority: &[u8]) -> Self {
        let mut line = tls::open(address, authority, "h2");
        line.write_all(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n").unwrap();
        // SETTINGS_INITIAL_WINDOW_SIZE (4) is nought.
        line.write_all(&frame(SETTINGS, 0, 0, &[0, 4, 0, 0, 0, 0])).unwrap();
        Self { line, host: address.to_string(), stream: 1 }
    }

    /// Asks for a page.
    pub fn ask(&mut self, path: &str) {
        let head = [
            literal(":method", "GET"),
            literal(":scheme", "https"),
            literal(":authority", &self.host),
            literal(":path", path),
        ];
        self.line.write_all(&frame(HEADERS, WHOLE, self.stream, &head.concat())).unwrap();
        self.stream += 2;
    }

    /// The next thing that comes.
    pub fn next(&mut self) -> Came {
        loop {
            let mut head = [0; 9];
            if self.line.read_exact(&mut head).is_err() {
                return Came::End;
            }
            let length = u32::from_be_bytes([0, head[0], head[1], head[2]]);
            let mut content = vec![0; length as usize];
            if self.line.read_exact(&mut content).is_err() {
                return Came::End;
            }
            match (head[3], head[4]) {
                // The first field is the status; 8 is `:status: 200` (RFC 7541, appendix A).
                (HEADERS, _) if content.first() == Some(&0x88) => return Came::Good,
                (HEADERS, _) => return Came::Other,
                (RESET, _) => return Came::Refused,
                (GO_AWAY, _) => return Came::End,
                (DATA, _) => assert!(content.is_empty(), "the window is shut"),
                (PING, flags) if flags & ACK == 0 => {
                    self.say(PING, &content);
                    return Came::Ping;
                }
                (SETTINGS, flags) if flags & ACK == 0 => self.say(SETTINGS, &[]),
                _ => {}
            }
        }
    }

    fn say(&mut self, kind: u8, content: &[u8]) {
        // Where the connection has ended meanwhile, reading tells.
        let _ended = self.line.write_all(&frame(kind, ACK, 0, content));
    }
}

fn frame(kind: u8, flags: u8, stream: u32, content: &[u8]) -> Vec<u8> {
    let length = content.len() as u32;
    let mut bytes = length.to_be_bytes()[1..].to_vec();
    bytes.extend([kind, flags]);
    bytes.extend(stream.to_be_bytes());
    bytes.extend(content);
    bytes
}

/// A field that is written out (RFC 7541 section 6.2.2).
fn literal(name: &str, value: &str) -> Vec<u8> {
    let text = |text: &str| [&[text.len() as u8], text.as_bytes()].concat();
    [vec![0], text(name), text(value)].concat()
}
