//! A real SMTP server as a child process (aiosmtpd), with STARTTLS and bad manners on request.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Condvar, Mutex, mpsc};
use std::time::Duration;

use data_encoding::BASE64;
use serde_json::Value;

use super::certificates::Authority;

/// Long enough for a queue that tries again after a few seconds.
const PATIENCE: Duration = Duration::from_secs(60);

/// How the server treats its guests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manners {
    /// Offers and demands STARTTLS, keeps every message.
    Keep,
    /// Offers no TLS at all: a careful client sends nothing.
    NoTls,
    /// Refuses every recipient for good (550).
    Refuse,
    /// Refuses every recipient for now (451).
    Busy,
}

impl Manners {
    const fn word(self) -> &'static str {
        match self {
            Manners::Keep => "keep",
            Manners::NoTls => "no-tls",
            Manners::Refuse => "refuse",
            Manners::Busy => "busy",
        }
    }
}

/// One message that arrived.
#[derive(Debug, Clone)]
pub struct Message {
    /// Envelope sender.
    pub from: String,
    /// Envelope recipients.
    pub to: Vec<String>,
    /// Came over TLS.
    pub tls: bool,
    /// Header names and decoded values, in order.
    pub headers: Vec<(String, String)>,
    /// The decoded text part.
    pub text: String,
    /// All bytes as they came.
    pub raw: Vec<u8>,
}

impl Message {
    /// The decoded value of a header; empty when it is not there.
    pub fn header(&self, name: &str) -> &str {
        let found = self.headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
        found.map_or("", |(_, value)| value)
    }

    fn read(event: &Value) -> Self {
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
        Self {
            from: text(&event["from"]),
            to: list(&event["to"]).iter().map(text).collect(),
            tls: event["tls"] == true,
            headers: list(&event["headers"])
                .iter()
                .map(|header| (text(&header[0]), text(&header[1])))
                .collect(),
            text: text(&event["text"]),
            raw: BASE64.decode(text(&event["raw"]).as_bytes()).unwrap(),
        }
    }
}

type Inbox = Arc<(Mutex<Vec<Message>>, Condvar)>;

/// The running server and what it has got.
pub struct MailSink {
    child: Child,
    inbox: Inbox,
    changed: mpsc::Receiver<String>,
    /// Where it listens on 127.0.0.1.
    pub port: u16,
    /// Who signed its certificate; files in `dir`.
    pub authority: Authority,
    /// Holds the certificate files.
    _dir: tempfile::TempDir,
}

impl MailSink {
    /// A well-mannered server on a free port.
    pub fn start() -> Self {
        Self::with(Manners::Keep, 0)
    }

    /// A server with these manners; `port` 0 takes a free one.
    pub fn with(manners: Manners, port: u16) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let authority = Authority::new(dir.path());
        let python = super::tools().join("venv/bin/python");
        assert!(python.exists(), "{} is missing: run ./test once", python.display());
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tools/smtp_sink.py");
        let mut child = Command::new(python)
            .arg(script)
            .args(["--manners", manners.word(), "--port", &port.to_string()])
            .arg("--certificate")
            .arg(&authority.certificate)
            .arg("--key")
            .arg(&authority.key)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let first = lines.next().expect("the mail server says its port").unwrap();
        let first: Value = serde_json::from_str(&first).unwrap();
        let port = u16::try_from(first["port"].as_u64().unwrap()).unwrap();

        let inbox = Inbox::default();
        let filled = Arc::clone(&inbox);
        let (told, changed) = mpsc::channel();
        std::thread::spawn(move || {
            for line in lines.map_while(Result::ok) {
                let event: Value = serde_json::from_str(&line).unwrap();
                match event["manners"].as_str() {
                    Some(word) => told.send(word.to_owned()).unwrap(),
                    None => {
                        filled.0.lock().unwrap().push(Message::read(&event));
                        filled.1.notify_all();
                    }
                }
            }
        });
        Self { child, inbox, changed, port, authority, _dir: dir }
    }

    /// From now on the server treats its guests so.
    pub fn becomes(&mut self, manners: Manners) {
        writeln!(self.child.stdin.as_mut().unwrap(), "{}", manners.word()).unwrap();
        assert_eq!(self.changed.recv_timeout(PATIENCE).unwrap(), manners.word());
    }

    /// Everything that has arrived.
    pub fn messages(&self) -> Vec<Message> {
        self.inbox.0.lock().unwrap().clone()
    }

    /// Waits until this many messages have arrived.
    #[track_caller]
    pub fn wait_for(&self, count: usize) -> Vec<Message> {
        let inbox = self.inbox.0.lock().unwrap();
        let few = |messages: &mut Vec<Message>| messages.len() < count;
        let (inbox, waited) = self.inbox.1.wait_timeout_while(inbox, PATIENCE, few).unwrap();
        assert!(!waited.timed_out(), "{} of {count} messages: {inbox:?}", inbox.len());
        inbox.clone()
    }
}

impl Drop for MailSink {
    fn drop(&mut self) {
        let _already_gone = self.child.kill();
        let _status = self.child.wait();
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read;
    use std::net::TcpStream;

    use super::*;

    /// Says lines of SMTP and gives the whole conversation's answers.
    fn talk(sink: &MailSink, lines: &[&str]) -> String {
        let mut stream = TcpStream::connect(("127.0.0.1", sink.port)).unwrap();
        let mut answers = String::new();
        for line in lines {
            write!(stream, "{line}\r\n").unwrap();
        }
        stream.read_to_string(&mut answers).unwrap();
        answers
    }

    #[test]
    fn a_client_that_trusts_the_authority_delivers_over_tls() {
        const SEND: &str = "import smtplib, ssl, sys
with smtplib.SMTP('localhost', int(sys.argv[1])) as client:
    client.starttls(context=ssl.create_default_context(cafile=sys.argv[2]))
    client.sendmail('a@example.fi', ['b@example.fi'], 'Subject: x\\n\\nhei')";
        let sink = MailSink::start();
        let send = |ca: &Path| {
            let mut python = Command::new(super::super::tools().join("venv/bin/python"));
            python.args(["-c", SEND, &sink.port.to_string()]).arg(ca).output().unwrap()
        };
        let output = send(&sink.authority.ca);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        assert!(sink.wait_for(1)[0].tls);

        let stranger = tempfile::tempdir().unwrap();
        let stranger = Authority::new(stranger.path());
        assert!(!send(&stranger.ca).status.success());
        assert_eq!(sink.messages().len(), 1);
    }

    #[test]
    fn a_message_over_plain_text_is_kept_only_where_tls_is_not_demanded() {
        let lines = [
            "EHLO test",
            "MAIL FROM:<a@example.fi>",
            "RCPT TO:<b@example.fi>",
            "DATA",
            "Subject: =?utf-8?q?p=C3=A4iv=C3=A4?=\r\n\r\nhei\r\n.",
            "QUIT",
        ];
        let strict = MailSink::start();
        let answers = talk(&strict, &lines);
        assert!(answers.contains("STARTTLS"), "{answers}");
        assert!(answers.contains("530"), "{answers}");
        assert!(strict.messages().is_empty());

        let lax = MailSink::with(Manners::NoTls, 0);
        assert!(!talk(&lax, &lines).contains("STARTTLS"));
        let [message] = &lax.wait_for(1)[..] else { panic!("one message") };
        assert_eq!((message.header("subject"), message.text.trim()), ("päivä", "hei"));
        assert_eq!(message.to, ["b@example.fi"]);
        assert!(!message.tls);
    }
}
