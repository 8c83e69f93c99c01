//! What went wrong with a relay: one word for people's texts, and English for the log. Nothing that
//! the relay has said is told, for it may quote addresses; only its code is.

use lettre::transport::smtp::Error;
use seloste_kernel::{Fault, FaultKind};

/// A kind of trouble: its word, the end of a key in the locale files, and what the log says.
type Kind = (&'static str, &'static str);

/// Why a letter was not taken: for good, or to be tried again.
pub(super) fn not_taken(error: &Error) -> Fault {
    // Refused in the dialogue for good (5xx): the address is not there, trying again is a bother.
    let (kind, key) = match error.is_permanent() {
        true => (FaultKind::Invalid, "fault-mail-refused"),
        false => (FaultKind::Environment, "fault-mail-not-taken"),
    };
    told(Fault::new(kind, key), error)
}

/// The fault with the trouble: `trouble` is its word, `code` the relay's code, if it gave one.
pub(super) fn told(fault: Fault, error: &Error) -> Fault {
    let (word, log) = kind_of(error);
    let fault = fault.with("trouble", word);
    match error.status() {
        Some(code) => fault.with("code", code.to_string()).because(format!("{log} ({code})")),
        None => fault.because(log),
    }
}

fn kind_of(error: &Error) -> Kind {
    if error.is_timeout() {
        ("timeout", "timeout")
    } else if error.is_tls() {
        ("tls", "no TLS")
    } else if let Some(why) = broken_off(error) {
        why
    } else if error.is_permanent() {
        ("refused", "refused for good")
    } else if error.is_transient() {
        ("busy", "refused for now")
    } else {
        ("connection", "no connection")
    }
}

/// What the library's own words tell of a connection that came to nothing. They hold no answer of
/// the relay's.
fn broken_off(error: &Error) -> Option<Kind> {
    let mut told = error.to_string();
    let mut source = std::error::Error::source(error);
    while let Some(inner) = source {
        told.push_str(&format!(": {inner}"));
        source = inner.source();
    }
    let told = told.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| told.contains(word));
    match () {
        () if error.is_permanent() || error.is_transient() => {
            // Answers to signing in, RFC 4954 §6.
            let codes = ["530", "534", "535", "538", "454"];
            let code = error.status().map(|code| code.to_string()).unwrap_or_default();
            let refused = codes.contains(&code.as_str());
            refused.then_some(("sign-in", "sign-in refused: user or password-file"))
        }
        () if has(&["starttls"]) => Some(("starttls", "the relay offers no STARTTLS")),
        () if has(&["authentication mechanism"]) => {
            Some(("no-sign-in", "the relay offers no way to sign in"))
        }
        () if has(&["certificate", "unknownissuer", "unknown issuer"]) => {
            Some(("certificate", "the relay's certificate is not trusted: see mail.ca"))
        }
        () if has(&["connection refused"]) => {
            Some(("closed", "connection refused: nothing listens there"))
        }
        () if has(&["lookup", "resolve", "name or service"]) => {
            Some(("name", "the relay's name is unknown"))
        }
        () => None,
    }
}
