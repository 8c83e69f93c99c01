//! Forms made from the notice: a page can ask for nothing that is not declared, and says of every
//! field what the notice says (label, help, required or voluntary, what follows).

use seloste_kernel::{Exit, Fault, FaultKind, Lang};
use seloste_notice::model::{Collect, Field, FieldType, Notice, Purpose, Source};
use seloste_register::Draft;
use seloste_web::form::{self, Choice, FormErrors, FormSpec, Kind, Reading, Submission, Values};
use seloste_web::{Ctx, public_text};

use crate::sentences::text;

/// A text of several lines is shown this high at first.
const TEXT_ROWS: u8 = 8;

/// Which fields of a declared kind a form asks for.
#[derive(Clone, Copy)]
pub struct Asked<'a> {
    notice: &'a Notice,
    collect: &'a Collect,
    names: &'a [&'a str],
    /// The purpose whose consent needs no contact details.
    reached: Option<&'a str>,
}

impl<'a> Asked<'a> {
    /// These fields of this kind; those that the notice leaves out are not asked.
    ///
    /// # Errors
    /// `NotFound` when the notice does not declare the kind.
    pub fn new(notice: &'a Notice, kind: &str, names: &'a [&'a str]) -> Result<Self, Fault> {
        let collect = notice.kind(kind).ok_or_else(|| {
            Fault::new(FaultKind::NotFound, "fault-kind-undeclared").with("kind", kind)
        })?;
        Ok(Self { notice, collect, names, reached: None })
    }

    /// A form whose sender is reached by the receipt code: a consent to this purpose needs no contact
    /// details, for what is sent serves it as such.
    pub fn reached_by_code(self, purpose: &'a str) -> Self {
        Self { reached: Some(purpose), ..self }
    }

    /// Those of them that the notice declares.
    pub fn declared(self) -> impl Iterator<Item = &'a Field> {
        self.names.iter().filter_map(move |name| self.collect.field(name))
    }

    /// The consents that the form asks for: some asked field is used by them.
    pub fn consents(self) -> impl Iterator<Item = &'a Purpose> {
        self.notice
            .purposes
            .iter()
            .filter(move |purpose| self.declared().any(|field| self.opens(purpose, field)))
    }

    /// Whether a consent to the purpose opens this field to it: nothing but consents carries the
    /// field (Art. 6(1)(a)), or no contact details are needed.
    fn opens(self, purpose: &Purpose, field: &Field) -> bool {
        // Nobody is asked for consent to what staff write.
        if self.collect.source != Some(Source::Person) || !purpose.by_consent() {
            return false;
        }
        (field.by_consent_alone(self.notice) || self.reached == Some(purpose.name.as_str()))
            && field.purposes.iter().any(|known| known.value == purpose.name)
    }

    /// Whether a consent to the purpose is to something, when these fields were given.
    pub fn is_to_something(self, purpose: &str, given: impl Fn(&str) -> bool) -> bool {
        let purpose = self.notice.purpose(purpose);
        purpose.is_some_and(|purpose| {
            self.declared().any(|field| given(&field.name) && self.opens(purpose, field))
        })
    }

    /// The form's fields: the asked ones, then one unticked box per consent.
    pub fn fields(self, ctx: &Ctx) -> Vec<form::Field> {
        let boxes = self.consents().map(|purpose| {
            let help = match self.reached == Some(purpose.name.as_str()) {
                true => "form-consent-by-code",
                false => "form-consent-help",
            };
            form::Field::new(consent_box(purpose), text(&purpose.consent, ctx.lang), Kind::Consent)
                .help(ctx.say(help))
        });
        self.declared().map(|field| one(field, ctx.lang)).chain(boxes).collect()
    }

    /// What somebody who fills the form in agrees to or is told of, field by field: for what, on
    /// which basis, and in which words a consent is asked.
    fn terms(self) -> Vec<(&'a str, Vec<Option<&'a Purpose>>)> {
        let purposes = |field: &'a Field| {
            field.purposes.iter().map(|named| self.notice.purpose(&named.value)).collect()
        };
        self.declared().map(|field| (field.name.as_str(), purposes(field))).collect()
    }

    /// Whether the form asks under the same terms as another version's. Where in its file a notice
    /// says so does not count.
    pub fn has_terms_of(self, other: Asked<'_>) -> bool {
        let same = |one: &Option<&Purpose>, two: &Option<&Purpose>| match (one, two) {
            (Some(one), Some(two)) => {
                let placed = Purpose { span: one.span, ..(*two).clone() };
                **one == placed
            }
            _ => false,
        };
        let (ours, theirs) = (self.terms(), other.terms());
        ours.len() == theirs.len()
            && ours.iter().zip(&theirs).all(|((name, one), (other, two))| {
                name == other
                    && one.len() == two.len()
                    && one.iter().zip(two).all(|(one, two)| same(one, two))
            })
    }

    /// Takes the ticks out of the boxes: what is asked there has changed.
    pub fn untick(self, values: &mut Values) {
        for purpose in self.consents() {
            values.take(&consent_box(purpose));
        }
    }

    /// The first box of a consent, or else the first field: where a change of terms is told.
    pub fn place_of_terms(self) -> String {
        let first = self.names.first().map(|name| (*name).to_owned());
        self.consents().next().map(consent_box).or(first).unwrap_or_default()
    }

    /// Tells at the box that a value was given whose consent was not, or a consent to nothing.
    pub fn check_consents(self, ctx: &Ctx, values: &Values, errors: &mut FormErrors) {
        for purpose in self.consents() {
            let given = |field: &str| values.get(field).is_some();
            let rests = |field: &Field| {
                given(&field.name)
                    && field.by_consent_alone(self.notice)
                    && self.opens(purpose, field)
            };
            let name = consent_box(purpose);
            match values.is_ticked(&name) {
                false if self.declared().any(rests) => {
                    errors.add(name, ctx.say("form-consent-missing"));
                }
                // It would not be kept, and whoever ticked it would wait for an answer.
                true if !self.is_to_something(&purpose.name, given) => {
                    errors.add(name, ctx.say("form-consent-to-nothing"));
                }
                _ => {}
            }
        }
    }

    /// The consents that were given to something.
    pub fn consented(self, values: &Values) -> Vec<String> {
        let given = |purpose: &&Purpose| {
            values.is_ticked(&consent_box(purpose))
                && self.is_to_something(&purpose.name, |field| values.get(field).is_some())
        };
        self.consents().filter(given).map(|purpose| purpose.name.clone()).collect()
    }

    /// Puts what was typed into the draft. A consent to nothing is not kept.
    pub fn fill(self, mut draft: Draft, values: &mut Values) -> Draft {
        for purpose in self.consented(values) {
            draft = draft.consent(&purpose);
        }
        for field in self.declared() {
            if let Some(value) = values.take(&field.name) {
                draft = draft.field(&field.name, value);
            }
        }
        draft
    }
}

fn consent_box(purpose: &Purpose) -> String {
    format!("consent-{}", purpose.name)
}

/// One declared field as a form asks it.
pub fn one(field: &Field, lang: Lang) -> form::Field {
    let mut asked = form::Field::new(&field.name, text(&field.label, lang), kind(field, lang))
        .max_chars(field.max_chars as usize);
    asked.required = field.required;
    let told = |words: &seloste_notice::model::Text| {
        Some(text(words, lang)).filter(|text| !text.is_empty())
    };
    asked.help = told(&field.help);
    asked.consequence = told(&field.consequence);
    asked.autocomplete = match (field.category.as_str(), &field.ty) {
        (_, FieldType::Email) => Some("email".to_owned()),
        (_, FieldType::Phone) => Some("tel".to_owned()),
        ("identity", FieldType::Line) if field.name == "name" => Some("name".to_owned()),
        _ => None,
    };
    asked
}

fn kind(field: &Field, lang: Lang) -> Kind {
    match &field.ty {
        FieldType::Text => Kind::Text { rows: TEXT_ROWS },
        FieldType::Email => Kind::Email,
        FieldType::Date => Kind::Date,
        FieldType::Flag => Kind::Consent,
        FieldType::Choice(choices) => Kind::Select(
            choices.iter().map(|(name, label)| Choice::new(name, text(label, lang))).collect(),
        ),
        FieldType::File => Kind::File { max: field.max_chars as usize },
        FieldType::Line | FieldType::Phone | FieldType::Time | FieldType::Number => Kind::Line,
    }
}

/// What the engine found wrong with a field, to be shown at the field.
///
/// # Errors
/// Any fault that is not about a field's value.
pub fn wrong_field(ctx: &Ctx, fault: Fault) -> Result<FormErrors, Fault> {
    match (fault.kind(), fault.field()) {
        (FaultKind::Invalid, Some(field)) => {
            let mut errors = FormErrors::none();
            errors.add(field, public_text(ctx, &fault));
            Ok(errors)
        }
        _ => Err(fault),
    }
}

/// Which version whoever pressed a button had seen, where the button was shown with one
/// ([`seloste_web::components::post_button_at`]).
///
/// # Errors
/// As [`Submission::pressed`].
pub fn pressed_at(ctx: &Ctx, sent: &Submission, name: &str) -> Result<i64, Fault> {
    let fields = vec![form::Field::new("version", "", Kind::Hidden)];
    let Reading::Good(values, _) = sent.read(ctx, &FormSpec::new(name, fields))? else {
        return Err(Fault::new(FaultKind::BadRequest, "fault-bad-request"));
    };
    let version = values.get("version");
    Ok(version.and_then(|seen| seen.expose(Exit::Decision).parse().ok()).unwrap_or(0))
}
