//! Reading a sent form strictly: what is not declared, doubled, malformed or too long is told per
//! field, and nothing of it reaches the program as a value.

use std::collections::BTreeMap;

use http::StatusCode;
use percent_encoding::percent_decode;
use seloste_kernel::{Document, Fault, FaultKind, Sensitive};
use unicode_normalization::UnicodeNormalization as _;

use super::spec::{Field, FormSpec, Kind};
use crate::Ctx;
use crate::csrf::TOKEN_FIELD;

/// Most pairs in one body.
const MAX_PAIRS: usize = 200;
/// Characters shown of the name of an undeclared field.
const MAX_SHOWN_NAME: usize = 40;

/// What was typed, per declared field.
#[derive(Debug, Clone, Default)]
pub struct Values(BTreeMap<String, Vec<Sensitive<String>>>);

impl Values {
    /// Nothing typed yet.
    pub fn none() -> Self {
        Self::default()
    }

    /// Sets a value, for a form that shows what is held already.
    pub fn set(&mut self, field: impl Into<String>, value: Sensitive<String>) {
        self.0.insert(field.into(), vec![value]);
    }

    /// Sets all values of a [`Kind::Checks`] field.
    pub fn set_all(&mut self, field: impl Into<String>, values: Vec<Sensitive<String>>) {
        self.0.insert(field.into(), values);
    }

    /// The value; `None` when the field was left empty.
    pub fn get(&self, field: &str) -> Option<&Sensitive<String>> {
        self.all(field).first()
    }

    /// All values of a [`Kind::Checks`] field.
    pub fn all(&self, field: &str) -> &[Sensitive<String>] {
        self.0.get(field).map_or(&[], Vec::as_slice)
    }

    /// Whether the box was ticked.
    pub fn is_ticked(&self, field: &str) -> bool {
        self.get(field).is_some()
    }

    /// Takes a value out, to be stored.
    pub fn take(&mut self, field: &str) -> Option<Sensitive<String>> {
        self.0.remove(field).and_then(|mut values| (!values.is_empty()).then(|| values.remove(0)))
    }
}

/// What is wrong with one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldError {
    /// The field's name; for an undeclared field, as it was sent.
    pub field: String,
    /// What to do, in the page's language.
    pub message: String,
}

/// Everything wrong with a form, in the order of its fields.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FormErrors(Vec<FieldError>);

impl FormErrors {
    /// Nothing wrong.
    pub fn none() -> Self {
        Self::default()
    }

    /// Adds what is wrong with a field, also from the program's own checks.
    pub fn add(&mut self, field: impl Into<String>, message: impl Into<String>) {
        self.0.push(FieldError { field: field.into(), message: message.into() });
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All.
    pub fn all(&self) -> &[FieldError] {
        &self.0
    }

    /// What is wrong with one field.
    pub fn of(&self, field: &str) -> Option<&str> {
        self.0.iter().find(|error| error.field == field).map(|error| error.message.as_str())
    }

    /// 200 without errors, 422 with.
    pub fn status(&self) -> StatusCode {
        if self.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY }
    }
}

/// A name and a value as they were sent.
pub(super) type RawPair = (Vec<u8>, Vec<u8>);

/// The pairs of an urlencoded body or query.
pub(super) fn raw_pairs(body: &[u8]) -> Vec<RawPair> {
    let decoded = |part: &[u8]| {
        let spaced: Vec<u8> =
            part.iter().map(|byte| if *byte == b'+' { b' ' } else { *byte }).collect();
        percent_decode(&spaced).collect()
    };
    let parts = body.split(|byte| *byte == b'&').filter(|part| !part.is_empty());
    parts
        .map(|part| {
            let mut halves = part.splitn(2, |byte| *byte == b'=');
            let (name, value) = (halves.next().unwrap_or(&[]), halves.next().unwrap_or(&[]));
            (decoded(name), decoded(value))
        })
        .collect()
}

/// The pairs of a query; an error when something is not UTF-8.
pub(crate) fn pairs(body: &[u8]) -> Result<Vec<(String, String)>, std::string::FromUtf8Error> {
    let text = |bytes: Vec<u8>| String::from_utf8(bytes);
    raw_pairs(body).into_iter().map(|(name, value)| Ok((text(name)?, text(value)?))).collect()
}

/// The form's token, if exactly one was sent.
pub(super) fn token(pairs: &[RawPair]) -> Option<String> {
    let mut tokens = pairs.iter().filter(|(name, _)| name == TOKEN_FIELD.as_bytes());
    match (tokens.next(), tokens.next()) {
        (Some((_, value)), None) => String::from_utf8(value.clone()).ok(),
        _ => None,
    }
}

/// Reads a body. The values hold everything that was typed, also where something is wrong, so
/// that the page can show it again.
pub(super) fn read(
    ctx: &Ctx,
    spec: &FormSpec,
    pairs: Vec<RawPair>,
) -> Result<(Values, FormErrors), Fault> {
    let mut sent: BTreeMap<Vec<u8>, Vec<Vec<u8>>> = BTreeMap::new();
    if pairs.len() > MAX_PAIRS {
        return Err(Fault::new(FaultKind::TooLarge, "fault-too-many-fields"));
    }
    for (name, value) in pairs {
        sent.entry(name).or_default().push(value);
    }
    sent.remove(TOKEN_FIELD.as_bytes());
    let mut values = Values::none();
    let mut errors = FormErrors::none();
    for field in &spec.fields {
        let raw = sent.remove(field.name.as_bytes()).unwrap_or_default();
        if raw.len() > 1 && !matches!(field.kind, Kind::Checks(_)) {
            errors.add(&field.name, ctx.say("field-doubled"));
        }
        let mut kept = Vec::new();
        for bytes in raw {
            let (value, wrong) = value(field, bytes);
            if let Some(key) = wrong {
                let limit = match field.kind {
                    Kind::File { max } | Kind::Table { max } => max / 1_000,
                    _ => field.max_chars,
                };
                let limit = limit.to_string();
                errors.add(&field.name, ctx.say_with(key, &[("max", limit.into())]));
            }
            if !value.is_empty() {
                kept.push(Sensitive::new(value));
            }
        }
        if kept.is_empty() && field.required && errors.of(&field.name).is_none() {
            errors.add(&field.name, ctx.say(missing(&field.kind)));
        }
        values.0.insert(field.name.clone(), kept);
    }
    for name in sent.into_keys() {
        let name = shown_name(&name);
        errors.add(&name, ctx.say_with("field-undeclared", &[("field", name.as_str().into())]));
    }
    Ok((values, errors))
}

/// One value, normalised, and the key of what is wrong with it.
fn value(field: &Field, bytes: Vec<u8>) -> (String, Option<&'static str>) {
    if let Kind::File { max } = field.kind {
        return file(bytes, max);
    }
    if let Kind::Table { max } = field.kind {
        return table(bytes, max);
    }
    let text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            return (
                String::from_utf8_lossy(error.as_bytes()).into_owned(),
                Some("field-not-text"),
            );
        }
    };
    if field.kind == Kind::Password {
        let wrong = (text.chars().count() > field.max_chars).then_some("field-too-long");
        return (text, wrong);
    }
    let lines = text.replace("\r\n", "\n").replace('\r', "\n");
    let text: String = lines.trim().nfc().collect();
    let wrong = wrong_with(field, &text);
    (text, wrong)
}

/// A document as it is kept. A browser sends a file field that was left empty with no bytes.
fn file(bytes: Vec<u8>, max: usize) -> (String, Option<&'static str>) {
    if bytes.is_empty() {
        return (String::new(), None);
    }
    if bytes.len() > max {
        return (String::new(), Some("field-file-large"));
    }
    match Document::from_bytes(bytes) {
        Some(document) => (document.to_url(), None),
        None => (String::new(), Some("field-file-kind")),
    }
}

/// A table as it came: what its lines say is for whoever asked for it.
fn table(bytes: Vec<u8>, max: usize) -> (String, Option<&'static str>) {
    if bytes.len() > max {
        return (String::new(), Some("field-file-large"));
    }
    match String::from_utf8(bytes) {
        Ok(text) => (text, None),
        Err(_) => (String::new(), Some("field-table-kind")),
    }
}

fn wrong_with(field: &Field, text: &str) -> Option<&'static str> {
    let several_lines = matches!(field.kind, Kind::Text { .. });
    let bad = |c: char| c.is_control() && !(several_lines && (c == '\n' || c == '\t'));
    if text.contains(bad) {
        return Some("field-control");
    }
    if text.chars().count() > field.max_chars {
        return Some("field-too-long");
    }
    if text.is_empty() {
        return None;
    }
    match &field.kind {
        Kind::Email if !is_email(text) => Some("field-email"),
        Kind::Date if text.parse::<jiff::civil::Date>().is_err() => Some("field-date"),
        Kind::Consent if text != "yes" => Some("field-choice"),
        Kind::Radio(_) | Kind::Select(_) | Kind::Checks(_)
            if !field.choices().iter().any(|choice| choice.value == text) =>
        {
            Some("field-choice")
        }
        _ => None,
    }
}

fn missing(kind: &Kind) -> &'static str {
    match kind {
        Kind::Radio(_) | Kind::Select(_) | Kind::Checks(_) => "field-missing-choice",
        Kind::Consent => "field-missing-consent",
        Kind::File { .. } | Kind::Table { .. } => "field-missing-file",
        _ => "field-missing",
    }
}

/// Looks like an address mail can be sent to; only sending a letter there can tell more.
fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else { return false };
    let plain = |c: char| {
        !c.is_whitespace()
            && !matches!(c, '<' | '>' | '(' | ')' | ',' | ';' | ':' | '"' | '\\' | '@')
    };
    let labels: Vec<&str> = domain.split('.').collect();
    (1..=64).contains(&local.len())
        && local.chars().all(plain)
        && domain.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '.')
        && labels.len() >= 2
        && labels
            .iter()
            .all(|label| !label.is_empty() && !label.starts_with('-') && !label.ends_with('-'))
}

fn shown_name(name: &[u8]) -> String {
    let text = String::from_utf8_lossy(name);
    text.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).take(MAX_SHOWN_NAME).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use seloste_kernel::Exit;

    #[test]
    fn addresses() {
        for good in ["a@b.fi", "aino.virtanen+x@posti.example.fi", "å@ääkkönen.example"] {
            assert!(is_email(good), "{good}");
        }
        for bad in [
            "",
            "a",
            "a@",
            "@b.fi",
            "a@b",
            "a b@c.fi",
            "a@b.fi,c@d.fi",
            "a@b..fi",
            "a@-b.fi",
            "a@b@c.fi",
        ] {
            assert!(!is_email(bad), "{bad}");
        }
    }

    #[test]
    fn text_is_normalised() {
        let field = Field::new("t", "T", Kind::Text { rows: 3 });
        let read = |text: &str| value(&field, text.as_bytes().to_vec());
        assert_eq!(read("  a\r\nb\rc  "), ("a\nb\nc".to_owned(), None));
        assert_eq!(read("a\u{308}"), ("ä".to_owned(), None));
        assert_eq!(read("a\0b").1, Some("field-control"));
        let line = Field::new("l", "L", Kind::Line);
        assert_eq!(value(&line, b"a\nBcc: x".to_vec()).1, Some("field-control"));
        assert_eq!(value(&line, vec![0xff]).1, Some("field-not-text"));
        let limit = Field::new("l", "L", Kind::Line).max_chars(2);
        assert_eq!(value(&limit, "ää".as_bytes().to_vec()).1, None);
        assert_eq!(value(&limit, "äää".as_bytes().to_vec()).1, Some("field-too-long"));
    }

    #[test]
    fn files_are_told_by_their_bytes() {
        let field = Field::new("f", "F", Kind::File { max: 12 });
        let read = |bytes: &[u8]| value(&field, bytes.to_vec());
        assert_eq!(read(b"%PDF-1.7").0, "data:application/pdf;base64,JVBERi0xLjc=");
        assert_eq!(read(b"%PDF-1.7 too long"), (String::new(), Some("field-file-large")));
        assert_eq!(read(b"<script>"), (String::new(), Some("field-file-kind")));
        assert_eq!(read(b""), (String::new(), None));
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_without_panic(body in proptest::collection::vec(any::<u8>(), 0..400)) {
            let ctx = crate::testing::ctx();
            let spec = FormSpec::new("f", vec![
                Field::new("a", "A", Kind::Line),
                Field::new("b", "B", Kind::Checks(vec![super::super::Choice::new("1", "1")])),
            ]);
            let (values, errors) = read(&ctx, &spec, raw_pairs(&body)).unwrap();
            if errors.is_empty() {
                for value in values.all("a").iter().chain(values.all("b")) {
                    prop_assert!(!value.expose(Exit::Decision).contains(char::is_control));
                }
            }
        }
    }
}
