//! Showing a form.

use maud::{Markup, html};
use seloste_kernel::{Exit, Media, Sensitive};

use super::read::{FormErrors, Values};
use super::spec::{Choice, Field, FormSpec, Kind};
use crate::Ctx;
use crate::components::{self, FieldParts};
use crate::csrf::TOKEN_FIELD;

/// One showing of a form.
pub struct Form<'a> {
    /// What it asks.
    pub spec: &'a FormSpec,
    /// Where it is sent: a Finnish path.
    pub action: &'a str,
    /// What is typed already.
    pub values: &'a Values,
    /// What is wrong.
    pub errors: &'a FormErrors,
    /// The text of its button.
    pub submit: &'a str,
}

impl Form<'_> {
    /// The form, with the error summary before it. `before_button` stands between the last field
    /// and the button: the short notice.
    pub fn render(&self, ctx: &Ctx, before_button: Markup) -> Markup {
        html! {
            (components::error_summary(ctx, self.errors, self.spec))
            // Our own messages are better than the browser's and read out in the page's language.
            form.form method="post" action=(ctx.href(self.action)) novalidate
                enctype=[self.spec.has_file().then_some("multipart/form-data")] {
                input type="hidden" name=(TOKEN_FIELD) value=(ctx.form_token(&self.spec.name));
                @for field in &self.spec.fields { (self.field(ctx, field)) }
                (before_button)
                (components::button(self.submit))
            }
        }
    }

    /// One field, for a form laid out by hand.
    pub fn field(&self, ctx: &Ctx, field: &Field) -> Markup {
        let values = self.values.all(&field.name);
        let parts = FieldParts::new(ctx, &self.spec.name, field, self.errors.of(&field.name));
        match &field.kind {
            Kind::Hidden => html! { input type="hidden" name=(field.name) value=[shown(values)]; },
            Kind::Consent => consent(&parts, field, !values.is_empty()),
            Kind::Radio(choices) => choice_group(&parts, field, choices, values, "radio"),
            Kind::Checks(choices) => choice_group(&parts, field, choices, values, "checkbox"),
            Kind::Select(choices) => parts.around(select(ctx, &parts, field, choices, values)),
            Kind::Text { rows } => parts.around(html! {
                textarea #(parts.id) name=(field.name) rows=(rows) aria-describedby=[parts.described()]
                    aria-invalid=[parts.invalid()] required[field.required] {
                    // The parser drops the first line end after the tag.
                    "\n" (shown(values).unwrap_or_default())
                }
            }),
            // A browser does not send a file again by itself, so there is nothing to show again.
            kind @ (Kind::File { .. } | Kind::Table { .. }) => parts.around(html! {
                input #(parts.id) name=(field.name) type="file" accept=(accepted(kind))
                    aria-describedby=[parts.described()] aria-invalid=[parts.invalid()]
                    required[field.required];
            }),
            kind => parts.around(html! {
                input #(parts.id) name=(field.name) type=(input_type(kind))
                    .code[*kind == Kind::Code] value=[again(kind, values)]
                    autocomplete=[autocomplete(field)] spellcheck=[plain(kind)] autocapitalize=[capitals(kind)]
                    aria-describedby=[parts.described()] aria-invalid=[parts.invalid()]
                    required[field.required];
            }),
        }
    }
}

/// Spreadsheets write tables under several names.
const TABLES: &str = ".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain";

fn accepted(kind: &Kind) -> String {
    if matches!(kind, Kind::Table { .. }) {
        return TABLES.to_owned();
    }
    Media::ALL.map(Media::name).join(",")
}

fn shown(values: &[Sensitive<String>]) -> Option<&str> {
    values.first().map(|value| value.expose(Exit::Page).as_str())
}

fn again<'a>(kind: &Kind, values: &'a [Sensitive<String>]) -> Option<&'a str> {
    if *kind == Kind::Password { None } else { shown(values) }
}

fn input_type(kind: &Kind) -> &'static str {
    match kind {
        Kind::Email => "email",
        Kind::Password => "password",
        Kind::Date => "date",
        _ => "text",
    }
}

fn autocomplete(field: &Field) -> Option<&str> {
    match (&field.autocomplete, &field.kind) {
        (Some(token), _) => Some(token),
        (None, Kind::Code) => Some("off"),
        _ => None,
    }
}

fn plain(kind: &Kind) -> Option<&'static str> {
    matches!(kind, Kind::Email | Kind::Code).then_some("false")
}

fn capitals(kind: &Kind) -> Option<&'static str> {
    matches!(kind, Kind::Email | Kind::Code).then_some("none")
}

fn consent(parts: &FieldParts, field: &Field, ticked: bool) -> Markup {
    html! {
        div.field.consent .wrong[parts.invalid().is_some()] {
            (parts.error_line())
            // What it is about must be known before the box is reached.
            (parts.explanations())
            div.choice {
                input #(parts.id) type="checkbox" name=(field.name) value="yes" checked[ticked]
                    aria-describedby=[parts.described()] aria-invalid=[parts.invalid()]
                    required[field.required];
                label for=(parts.id) { (field.label) " " (parts.tag()) }
            }
        }
    }
}

fn choice_group(
    parts: &FieldParts,
    field: &Field,
    choices: &[Choice],
    values: &[Sensitive<String>],
    input: &str,
) -> Markup {
    let chosen =
        |choice: &Choice| values.iter().any(|value| *value.expose(Exit::Page) == choice.value);
    html! {
        fieldset.field .wrong[parts.invalid().is_some()] aria-describedby=[parts.described()] {
            legend { (field.label) " " (parts.tag()) }
            (parts.explanations())
            (parts.error_line())
            @for (number, choice) in choices.iter().enumerate() {
                // The error summary links to the first.
                @let id = if number == 0 { parts.id.clone() } else { format!("{}-{number}", parts.id) };
                div.choice {
                    input #(id) type=(input) name=(field.name) value=(choice.value) checked[chosen(choice)];
                    label for=(id) {
                        (choice.label)
                        @if let Some(help) = &choice.help { span.help { (help) } }
                    }
                }
            }
        }
    }
}

fn select(
    ctx: &Ctx,
    parts: &FieldParts,
    field: &Field,
    choices: &[Choice],
    values: &[Sensitive<String>],
) -> Markup {
    html! {
        select #(parts.id) name=(field.name) aria-describedby=[parts.described()]
            aria-invalid=[parts.invalid()] required[field.required] {
            option value="" { (ctx.say("choose")) }
            @for choice in choices {
                option value=(choice.value) selected[shown(values) == Some(&choice.value)] {
                    (choice.label)
                }
            }
        }
    }
}
