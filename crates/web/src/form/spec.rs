//! What a form asks.

/// One answer of a closed list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// What is shown.
    pub label: String,
    /// An explanation under it.
    pub help: Option<String>,
}

impl Choice {
    /// A choice without explanation.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into(), help: None }
    }
}

/// How a field is asked and what it accepts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// One line of text.
    Line,
    /// Several lines of text, shown this high.
    Text {
        /// Rows at first.
        rows: u8,
    },
    /// An e-mail address.
    Email,
    /// A secret; never shown again and never trimmed.
    Password,
    /// A code the visitor was given: no autocorrection, wide letters.
    Code,
    /// A day, `YYYY-MM-DD`.
    Date,
    /// A consent: an unticked box beside its statement. Sent as `yes` or not at all.
    Consent,
    /// One of a list, all seen.
    Radio(Vec<Choice>),
    /// One of a long list.
    Select(Vec<Choice>),
    /// Any of a list; the only kind that may be sent more than once.
    Checks(Vec<Choice>),
    /// A document of at most so many bytes: PDF, PNG or JPEG. Its value is the document's `data:`
    /// address, see [`seloste_kernel::Document`].
    File {
        /// Most bytes.
        max: usize,
    },
    /// A table as a file of text (CSV), of at most so many bytes. Its value is that text as it came.
    Table {
        /// Most bytes.
        max: usize,
    },
    /// Carried along unseen; the visitor can change it, so check it like any other.
    Hidden,
}

/// One field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Its declared name, sent on the wire and kept in the register.
    pub name: String,
    /// What is asked. For a consent, its statement.
    pub label: String,
    /// How to answer.
    pub help: Option<String>,
    /// Whether the form is refused without it.
    pub required: bool,
    /// Whether another answer decides if it is needed: its help says when, and no word beside the label
    /// says that it is voluntary.
    pub conditional: bool,
    /// What follows from giving or not giving it (Art. 13(2)(e)).
    pub consequence: Option<String>,
    /// How it is asked.
    pub kind: Kind,
    /// Most characters (Unicode scalar values, after normalising).
    pub max_chars: usize,
    /// The `autocomplete` token (WCAG 1.3.5), such as `email` or `name`.
    pub autocomplete: Option<String>,
}

impl Field {
    /// A voluntary field of at most 200 characters (a text: 5,000).
    pub fn new(name: impl Into<String>, label: impl Into<String>, kind: Kind) -> Self {
        let max_chars = match kind {
            Kind::Text { .. } => 5_000,
            Kind::Email => 254,
            _ => 200,
        };
        Self {
            name: name.into(),
            label: label.into(),
            help: None,
            required: false,
            conditional: false,
            consequence: None,
            kind,
            max_chars,
            autocomplete: None,
        }
    }

    /// Another answer decides if it is needed, as its help says.
    pub fn conditional(mut self) -> Self {
        self.conditional = true;
        self
    }

    /// Makes it required.
    pub fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// Adds how to answer.
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Adds what follows from giving or not giving it.
    pub fn consequence(mut self, consequence: impl Into<String>) -> Self {
        self.consequence = Some(consequence.into());
        self
    }

    /// Another limit of characters.
    pub fn max_chars(mut self, max_chars: usize) -> Self {
        self.max_chars = max_chars;
        self
    }

    /// The browser may offer what it knows.
    pub fn autocomplete(mut self, token: impl Into<String>) -> Self {
        self.autocomplete = Some(token.into());
        self
    }

    /// Whether it is asked as a file.
    pub(crate) fn is_file(&self) -> bool {
        matches!(self.kind, Kind::File { .. } | Kind::Table { .. })
    }

    /// The closed list of answers; empty when any text goes.
    pub(crate) fn choices(&self) -> &[Choice] {
        match &self.kind {
            Kind::Radio(choices) | Kind::Select(choices) | Kind::Checks(choices) => choices,
            _ => &[],
        }
    }
}

/// A form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormSpec {
    /// Its name; a token made for one form is not good for another.
    pub name: String,
    /// Its fields, in order.
    pub fields: Vec<Field>,
}

impl FormSpec {
    /// A form.
    pub fn new(name: impl Into<String>, fields: Vec<Field>) -> Self {
        Self { name: name.into(), fields }
    }

    /// Whether it must be sent as `multipart/form-data` (RFC 7578).
    pub(crate) fn has_file(&self) -> bool {
        self.fields.iter().any(Field::is_file)
    }
}
