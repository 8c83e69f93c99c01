//! What stands around an input: label, help, error; the summary of errors; filters.

use maud::{Markup, html};

use crate::Ctx;
use crate::form::{Field, FormErrors, FormSpec, Kind};

/// The texts around one input and how they hang together.
pub struct FieldParts<'a> {
    /// The id of the input.
    pub id: String,
    label: &'a str,
    tag: Option<String>,
    help: Option<&'a str>,
    limit: Option<String>,
    consequence: Option<&'a str>,
    error: Option<&'a str>,
    error_word: String,
}

impl<'a> FieldParts<'a> {
    /// The parts of a field of the form of this name, with what is wrong with it.
    pub fn new(ctx: &Ctx, form: &str, field: &'a Field, error: Option<&'a str>) -> Self {
        let word = if field.required { "field-required" } else { "field-voluntary" };
        let tag = (field.required || !field.conditional).then(|| ctx.say(word));
        let limit = matches!(field.kind, Kind::Text { .. })
            .then(|| ctx.say_with("field-limit", &[("max", field.max_chars.to_string().into())]));
        Self {
            id: input_id(form, &field.name),
            label: &field.label,
            tag,
            help: field.help.as_deref(),
            limit,
            consequence: field.consequence.as_deref(),
            error,
            error_word: ctx.say("field-error"),
        }
    }

    /// Ids of the texts that describe the input, for `aria-describedby`.
    pub fn described(&self) -> Option<String> {
        let mut ids = Vec::new();
        if self.help.is_some() || self.limit.is_some() || self.consequence.is_some() {
            ids.push(format!("{}-help", self.id));
        }
        if self.error.is_some() {
            ids.push(format!("{}-error", self.id));
        }
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    /// `true` when something is wrong, for `aria-invalid`.
    pub fn invalid(&self) -> Option<&'static str> {
        self.error.is_some().then_some("true")
    }

    /// Whether it is required or voluntary, in words; nothing where its help says when it is needed.
    pub fn tag(&self) -> Markup {
        html! { @if let Some(tag) = &self.tag { span.tag { "(" (tag) ")" } } }
    }

    /// Help, limit and consequence.
    pub fn explanations(&self) -> Markup {
        html! {
            @if self.help.is_some() || self.limit.is_some() || self.consequence.is_some() {
                div.help id={ (self.id) "-help" } {
                    @for text in self.help.into_iter().chain(self.consequence) { p { (text) } }
                    @if let Some(limit) = &self.limit { p { (limit) } }
                }
            }
        }
    }

    /// What is wrong.
    pub fn error_line(&self) -> Markup {
        html! {
            @if let Some(error) = self.error {
                p.error id={ (self.id) "-error" } {
                    span.unseen { (self.error_word) " " } (error)
                }
            }
        }
    }

    /// Label and texts around one input.
    pub fn around(&self, input: Markup) -> Markup {
        html! {
            div.field .wrong[self.error.is_some()] {
                label for=(self.id) { (self.label) " " (self.tag()) }
                (self.explanations())
                (self.error_line())
                (input)
            }
        }
    }
}

/// Of several forms on a page more than one may ask for a text: a label names its own.
fn input_id(form: &str, name: &str) -> String {
    format!("f-{form}-{name}")
}

/// Everything wrong with a form, first on the page and in focus, each with a link to its field.
pub fn error_summary(ctx: &Ctx, errors: &FormErrors, spec: &FormSpec) -> Markup {
    // "Fill in this field" says nothing far from its field; a consent's label is a whole sentence.
    let label = |field: &Field| match field.kind {
        Kind::Consent => String::new(),
        _ => format!("{}: ", field.label.trim_end_matches('?')),
    };
    let declared = |name: &str| spec.fields.iter().find(|field| field.name == name);
    html! {
        @if !errors.is_empty() {
            section.errors aria-labelledby="errors-title" tabindex="-1" autofocus {
                h2 #errors-title { (ctx.say("errors-title")) }
                ul {
                    @for error in errors.all() {
                        li {
                            @if let Some(field) = declared(&error.field) {
                                a href={ "#" (input_id(&spec.name, &field.name)) } { (label(field)) (error.message) }
                            } @else { (error.message) }
                        }
                    }
                }
            }
        }
    }
}

/// Filters of a list: fields in a row, sent by GET so that the result has an address. Names and
/// values in that address must not be personal.
pub fn filter_form(ctx: &Ctx, path: &str, fields: Markup) -> Markup {
    html! {
        form.filter method="get" action=(ctx.href(path)) role="search" {
            (fields)
            button.button.quiet-button type="submit" { (ctx.say("filter")) }
        }
    }
}
