//! What went wrong, told twice: a public text by its key, a private one for the operator's log.
//!
//! Neither may hold personal data. There is deliberately no `Display`: a fault cannot be printed
//! to a visitor by accident.

use std::fmt;

/// What kind of thing went wrong; decides the HTTP status and the exit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FaultKind {
    /// The request cannot be understood (400).
    BadRequest,
    /// Sign in first (401).
    Unauthenticated,
    /// Not allowed for this actor, role or purpose (403).
    Forbidden,
    /// There is none, or its existence is private (404).
    NotFound,
    /// Somebody else changed or took it in the meantime, or grounds keep it (409).
    Conflict,
    /// It was erased (410).
    Gone,
    /// Larger than the named limit (413).
    TooLarge,
    /// A field or the whole is not acceptable (422).
    Invalid,
    /// Restricted under Art. 18 (423).
    Restricted,
    /// Too many tries; come back after this many seconds (429).
    TooMany {
        /// Seconds until the next try is worth it.
        retry_after_s: u32,
    },
    /// The notice does not allow it (403, exit code 3).
    RefusedByPromise,
    /// The program's own surroundings: disk, keys, settings (503, exit code 4).
    Environment,
    /// No space is left to store anything (507).
    StorageFull,
    /// A defect of the program (500).
    Internal,
}

/// A fault with a public text (a key of the locale files and its arguments) and a private cause.
#[derive(Clone)]
pub struct Fault {
    kind: FaultKind,
    key: &'static str,
    args: Vec<(&'static str, String)>,
    field: Option<String>,
    private: String,
}

impl Fault {
    /// A fault of this kind; `key` names the public text in the locale files.
    pub fn new(kind: FaultKind, key: &'static str) -> Self {
        Self { kind, key, args: Vec::new(), field: None, private: String::new() }
    }

    /// A defect of the program or its database; the public text is a fixed one.
    pub fn internal(private: impl fmt::Display) -> Self {
        Self::new(FaultKind::Internal, "fault-internal").because(private)
    }

    /// The notice does not allow it; `promise` is the id of the promise that says so.
    pub fn refused(key: &'static str, promise: impl Into<String>) -> Self {
        Self::new(FaultKind::RefusedByPromise, key).with("promise", promise)
    }

    /// There is none, or its existence is private: one answer for both.
    pub fn not_found() -> Self {
        Self::new(FaultKind::NotFound, "fault-not-found")
    }

    /// Whether what was asked for is not there, or not any more.
    pub fn is_gone(&self) -> bool {
        matches!(self.kind, FaultKind::NotFound | FaultKind::Gone)
    }

    /// Adds an argument of the public text. Names of declared things only, never content.
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    /// Names the form field at fault.
    pub fn in_field(mut self, field: impl Into<String>) -> Self {
        self.field = Some(field.into());
        self
    }

    /// Adds the private cause, for the operator's log.
    pub fn because(mut self, private: impl fmt::Display) -> Self {
        self.private = private.to_string();
        self
    }

    /// What kind of fault.
    pub fn kind(&self) -> FaultKind {
        self.kind
    }

    /// The key of the public text; also the stable code that programs see.
    pub fn key(&self) -> &'static str {
        self.key
    }

    /// The arguments of the public text.
    pub fn args(&self) -> &[(&'static str, String)] {
        &self.args
    }

    /// The argument of this name.
    pub fn arg(&self, name: &str) -> Option<&str> {
        self.args.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str())
    }

    /// The form field at fault.
    pub fn field(&self) -> Option<&str> {
        self.field.as_deref()
    }

    /// The private cause, for the operator's log only.
    pub fn private(&self) -> &str {
        &self.private
    }
}

impl fmt::Debug for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Fault({:?}, {}", self.kind, self.key)?;
        for (name, value) in &self.args {
            write!(f, ", {name}={value}")?;
        }
        if let Some(field) = &self.field {
            write!(f, ", field={field}")?;
        }
        if !self.private.is_empty() {
            write!(f, ": {}", self.private)?;
        }
        f.write_str(")")
    }
}
