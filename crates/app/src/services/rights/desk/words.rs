//! What a request holds, in words for whoever answers it: the notice's own are for whoever asks.

use maud::{Markup, html};
use seloste_kernel::{Exit, Fault};
use seloste_notice::model::Notice;
use seloste_register::Opened;
use seloste_web::Ctx;
use seloste_web::components::definitions;
use seloste_web::form::{self, Kind};

use super::super::requests::KIND;
use super::super::{behalf, pause, told};
use crate::app::App;
use crate::cases;

/// How requests come in that nobody writes down.
const BY_THEMSELVES: [&str; 2] = ["form", "program"];

/// Fields of which the notice speaks to whoever asks, and the words for staff.
const LABELS: [(&str, &str); 6] = [
    ("type", "rights-column-asked"),
    ("text", "rights-desk-words"),
    ("behalf", "rights-desk-behalf"),
    ("subject", "rights-desk-subject"),
    ("reply", "rights-desk-reply"),
    ("reply-document", "rights-desk-reply-document"),
];

/// The choices of that field, too.
const BEHALF: &str = "behalf";

fn label(ctx: &Ctx, field: &str) -> Option<String> {
    LABELS.iter().find(|(name, _)| *name == field).map(|(_, key)| ctx.say(key))
}

fn capacity(ctx: &Ctx, choice: &str) -> String {
    ctx.say(&format!("rights-desk-behalf-{choice}"))
}

/// What is asked, and how it came.
pub fn asked(ctx: &Ctx, notice: &Notice, request: &Opened) -> Markup {
    let declared = notice.kind(KIND);
    let shown = told::in_order(declared, request).filter(|name| !cases::OURS.contains(name));
    let pairs: Vec<(String, Markup)> = shown
        .map(|name| {
            let (field, own) = told::named(ctx, declared, name);
            let label = label(ctx, name).or(own).unwrap_or_else(|| name.to_owned());
            let held = match name {
                BEHALF => capacity(ctx, request.text(name, Exit::Decision)),
                _ => told::value(ctx, field, name, request, Exit::Page),
            };
            (label, html! { span.text { (held) } })
        })
        .collect();
    definitions(&pairs)
}

/// The fields of a request as staff fill them in who write one down.
pub fn for_staff(ctx: &Ctx, fields: &mut [form::Field]) {
    for field in fields {
        if let Some(label) = label(ctx, &field.name) {
            field.label = label;
        }
        match (field.name.as_str(), &mut field.kind) {
            (BEHALF, Kind::Select(choices)) => {
                for choice in choices {
                    choice.label = capacity(ctx, &choice.value);
                }
            }
            ("channel", Kind::Select(choices)) => {
                choices.retain(|choice| !BY_THEMSELVES.contains(&choice.value.as_str()));
            }
            _ => {}
        }
        // What follows for whoever asks is not for staff.
        field.consequence = None;
        field.help = match field.name.as_str() {
            "text" | "contact" | "behalf" | "subject" | "mandate" => {
                Some(ctx.say(&format!("rights-enter-{}-help", field.name)))
            }
            _ => field.help.take(),
        };
    }
}

/// What is remarkable about a request in a list.
pub fn marks(ctx: &Ctx, request: &Opened) -> Markup {
    let another = behalf::is_for_another(request);
    let document = behalf::has_document(request);
    let all = [
        (another, "rights-mark-behalf"),
        (another && behalf::is_checked(request), "rights-mark-checked"),
        (another && document && !behalf::is_checked(request), "rights-mark-proof"),
        (another && !document && !behalf::is_checked(request), "rights-mark-no-proof"),
        (pause::is_answered(request), "rights-mark-answered"),
        (pause::is_unanswered(request), "case-unanswered"),
    ];
    let said = all.iter().filter(|(is, _)| *is);
    html! { @for (_, key) in said { br; span.quiet { (ctx.say(key)) } } }
}

/// What was asked, as a row of a list names it.
pub fn right(ctx: &Ctx, app: &App, request: &Opened) -> Result<String, Fault> {
    let register = app.register()?;
    let field = register.notice.kind(KIND).and_then(|kind| kind.field("type"));
    Ok(told::value(ctx, field, "type", request, Exit::Page))
}
