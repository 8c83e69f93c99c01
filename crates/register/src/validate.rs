//! What a draft must be before anything is sealed: declared fields of the declared form, each once,
//! with the consent that it rests on.

use seloste_kernel::{
    Document, Exit, Fault, FaultKind, Sensitive, Timestamp, is_direction, is_visible,
};
use seloste_notice::model::{Collect, Field, FieldType, Notice, Source};
use unicode_normalization::UnicodeNormalization as _;

use crate::automated::{self, Deed};
use crate::consent_receipt::{sentence, sha256};
use crate::read::{CONSENTS, Consent};
use crate::{Access, Draft, mask};

/// Fields by name.
pub(crate) type Fields = Vec<(String, Sensitive<String>)>;

/// A draft that may be written.
pub(crate) struct Valid {
    /// Its fields as they are kept, the consents among them.
    pub fields: Fields,
    /// The consents that it rests on.
    pub consents: Vec<Consent>,
    /// How many identity codes were masked.
    pub masked: usize,
    /// What it means for decisions about the person.
    pub deed: Deed,
}

/// The draft as it is kept.
pub(crate) fn validate(access: &Access, declared: &Collect, draft: &Draft) -> Result<Valid, Fault> {
    let mut fields: Fields = Vec::new();
    let mut masked = 0;
    for (name, value) in &draft.fields {
        let field = declared.field(name).ok_or_else(|| {
            let promise = format!("{}.fields.{}", access.register.notice.id, declared.kind);
            Fault::new(FaultKind::Invalid, "fault-field-undeclared")
                .with("field", name)
                .with("promise", promise)
                .in_field(name)
        })?;
        if fields.iter().any(|(known, _)| known == name) {
            return Err(invalid("fault-field-twice", name));
        }
        let value = value.expose(Exit::Decision);
        // What shows nothing was not given.
        if !is_visible(value) {
            continue;
        }
        check_value(field, value)?;
        let (value, codes) = as_kept(field, value);
        masked += codes;
        fields.push((name.clone(), Sensitive::new(value)));
    }
    for field in declared.fields.iter().filter(|field| field.required) {
        if !fields.iter().any(|(name, _)| *name == field.name) {
            return Err(invalid("fault-field-missing", &field.name));
        }
    }
    let consents = consents(access, declared, draft, &fields)?;
    let deed = automated::deed(access, &declared.kind, (&fields, None), draft.decision.as_deref())?;
    if !consents.is_empty() {
        let text = serde_json::to_string(&consents).map_err(Fault::internal)?;
        fields.push((CONSENTS.to_owned(), Sensitive::new(text)));
    }
    Ok(Valid { fields, consents, masked, deed })
}

/// The value as it is kept, and how many identity codes were masked in it.
pub(crate) fn as_kept(field: &Field, value: &str) -> (String, usize) {
    match field.ty {
        FieldType::Line | FieldType::Text => {
            let value: String = value.trim().nfc().collect();
            mask::identity_codes(&value)
        }
        _ => (value.to_owned(), 0),
    }
}

pub(crate) fn invalid(key: &'static str, field: &str) -> Fault {
    Fault::new(FaultKind::Invalid, key).with("field", field).in_field(field)
}

/// Refuses a value that its declared type does not allow.
///
/// # Errors
/// `Invalid` with the field.
pub fn check_value(field: &Field, value: &str) -> Result<(), Fault> {
    if field.ty == FieldType::File {
        return check_file(field, value);
    }
    let many_lines = matches!(field.ty, FieldType::Text);
    let odd = |c: char| match many_lines {
        true => c.is_control() && !matches!(c, '\n' | '\t'),
        // A name that turns the line around could look like another's.
        false => c.is_control() || is_direction(c),
    };
    if !is_visible(value) {
        return Err(invalid("fault-field-missing", &field.name));
    }
    if value.chars().any(odd) {
        return Err(invalid("fault-field-control", &field.name));
    }
    if value.chars().count() > field.max_chars as usize {
        return Err(
            invalid("fault-field-long", &field.name).with("max", field.max_chars.to_string())
        );
    }
    let fits = match &field.ty {
        FieldType::Email => is_mail_address(value),
        FieldType::Number => value.parse::<i64>().is_ok(),
        FieldType::Flag => matches!(value, "yes" | "no"),
        FieldType::Date => value.parse::<jiff::civil::Date>().is_ok(),
        FieldType::Time => value.parse::<Timestamp>().is_ok(),
        FieldType::Choice(choices) => choices.iter().any(|(name, _)| name == value),
        FieldType::Phone => {
            value.chars().all(|c| c.is_ascii_digit() || " +-()".contains(c))
                && value.chars().filter(char::is_ascii_digit).count() >= 5
        }
        FieldType::Line | FieldType::Text | FieldType::File => true,
    };
    if fits { Ok(()) } else { Err(invalid("fault-field-form", &field.name)) }
}

/// A document of a kind that is taken in, not longer than declared.
fn check_file(field: &Field, value: &str) -> Result<(), Fault> {
    let document =
        Document::from_url(value).ok_or_else(|| invalid("fault-field-form", &field.name))?;
    if document.bytes.len() > field.max_chars as usize {
        return Err(
            invalid("fault-field-file-large", &field.name).with("max", field.max_chars.to_string())
        );
    }
    Ok(())
}

/// A mail address that a relay can deliver to: `local@domain.tld`, RFC 5321 lengths, no quoting.
fn is_mail_address(value: &str) -> bool {
    let Some((local, domain)) = value.rsplit_once('@') else { return false };
    let plain = |c: char| !c.is_whitespace() && !c.is_control() && !"\"(),:;<>@[\\]".contains(c);
    !local.is_empty()
        && local.len() <= 64
        && domain.len() <= 253
        && local.chars().all(plain)
        && domain.contains('.')
        && domain.split('.').all(|label| {
            !label.is_empty()
                && label.len() <= 63
                && label.chars().all(|c| c.is_alphanumeric() || c == '-')
                && !label.starts_with('-')
                && !label.ends_with('-')
        })
}

/// Refuses a field whose every purpose needs a consent that was not given.
pub(crate) fn demand_consent(
    notice: &Notice,
    field: &Field,
    given: impl Fn(&str) -> bool,
) -> Result<(), Fault> {
    if !field.by_consent_alone(notice) || field.purposes.iter().any(|named| given(&named.value)) {
        return Ok(());
    }
    Err(invalid("fault-consent-missing", &field.name))
}

/// The consents as they are kept with the record; refuses a field whose every purpose needs a
/// consent that was not given (Art. 6(1)(a), 7(1)).
fn consents(
    access: &Access,
    declared: &Collect,
    draft: &Draft,
    fields: &Fields,
) -> Result<Vec<Consent>, Fault> {
    let notice = &access.register.notice;
    for purpose in &draft.consents {
        if !notice.by_consent(purpose) {
            return Err(
                Fault::new(FaultKind::Invalid, "fault-purpose-undeclared").with("purpose", purpose)
            );
        }
    }
    // A consent is to the use of what the person gives. What staff write of their own is not asked
    // of the person; it is written under the purpose that their access names.
    let given_by_person = declared.source != Some(Source::Staff);
    let fields = fields.iter().filter(|_| given_by_person);
    for field in fields.filter_map(|(name, _)| declared.field(name)) {
        demand_consent(notice, field, |purpose| {
            draft.consents.iter().any(|given| given == purpose)
        })?;
    }
    let given = |purpose: &String| Consent {
        purpose: purpose.clone(),
        notice_version: access.register.version,
        lang: draft.lang,
        sha256: Some(sha256(&sentence(notice, purpose, draft.lang))),
        withdrawn_ms: None,
        by_day: false,
        took: Vec::new(),
    };
    Ok(draft.consents.iter().map(given).collect())
}

#[cfg(test)]
mod tests {
    use super::is_mail_address;

    #[test]
    fn mail_addresses_are_plain() {
        for good in ["maija@example.fi", "m.e+palaute@posti.example.fi", "öljy@äkäslompolo.fi"] {
            assert!(is_mail_address(good), "{good}");
        }
        for bad in [
            "",
            "maija",
            "@example.fi",
            "maija@",
            "maija@localhost",
            "a b@example.fi",
            "a@example.fi\nBcc: b@example.fi",
            "a@-x.fi",
            "a@b@example.fi",
            "<a@example.fi>",
        ] {
            assert!(!is_mail_address(bad), "{bad:?}");
        }
    }
}
