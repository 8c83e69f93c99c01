//! Letters about requests: one-time links and answers. Nothing goes to an address that was not
//! given or known, and a letter's subject tells no content.

use std::sync::Arc;

use seloste_kernel::{Exit, Fault, Lang, Sensitive};
use seloste_notice::model::{FieldType, Notice};
use seloste_notice::render::supervisor;
use seloste_register::Opened;

use super::job::language;
use crate::app::App;
use crate::cases::{self, KIND};
use crate::mail::Letter;
use crate::sentences::text;
use crate::words::{say, say_with};

/// Sends a one-time link to the address of a request, and tells of what is asked with that address:
/// these, the newest first, and how many more.
///
/// # Errors
/// As [`crate::mail::Mailer::send`].
pub async fn links(
    app: &Arc<App>,
    request: &Opened,
    (waiting, more): (&[Opened], usize),
    secret: &Sensitive<String>,
) -> Result<(), Fault> {
    let lang = language(request);
    let prefix = if lang == Lang::Fi { String::new() } else { format!("/{lang}") };
    let link = format!("{}{prefix}/oma/linkki/{}", app.base(), secret.expose(Exit::Mail));
    let register = app.register()?;
    let line = |one: &Opened| format!("– {}", asked(&register.notice, one, lang));
    let mut lines: Vec<String> = waiting.iter().map(line).collect();
    if more > 0 {
        lines.push(say_with(lang, "rights-link-more", &[("count", more.to_string())]));
    }
    let args = [
        ("links", link),
        ("asked", lines.join("\n")),
        ("controller", register.notice.controller.name.clone()),
    ];
    let body = say_with(lang, "rights-link-body", &args);
    let about = *request.id.as_bytes();
    let letter = letter(request, (say(lang, "rights-link-subject"), body), about);
    app.mailer.send(&register.notice, &letter).await
}

/// Which right was asked, in the notice's words.
fn asked(notice: &Notice, request: &Opened, lang: Lang) -> String {
    let held = request.text("type", Exit::Mail);
    let field = notice.kind(KIND).and_then(|kind| kind.field("type"));
    let choices = match field.map(|field| &field.ty) {
        Some(FieldType::Choice(choices)) => choices.as_slice(),
        _ => &[],
    };
    let known = choices.iter().find(|(choice, _)| choice == held);
    known.map_or_else(|| held.to_owned(), |(_, label)| text(label, lang))
}

/// The answer, for the address that was given with the request.
///
/// # Errors
/// `NotFound` before the first publishing.
pub fn answer(app: &App, request: &Opened, answer: &Opened) -> Result<Letter, Fault> {
    let lang = language(request);
    let register = app.register()?;
    let mut body = String::new();
    for field in ["text", "ground"] {
        let written = answer.text(field, Exit::Mail);
        if !written.is_empty() {
            body.push_str(written);
            body.push_str("\n\n");
        }
    }
    body.push_str(&closing(&register.notice, request, lang));
    let about = *answer.id.as_bytes();
    let subject = if is_openness(request) { "openness-subject" } else { "rights-answer-subject" };
    Ok(letter(request, (say(lang, subject), body), about))
}

/// Whether a document is asked for. Who asks need not say who they are (621/1999 § 13(1)).
pub fn is_openness(request: &Opened) -> bool {
    request.text("type", Exit::Decision) == cases::OPENNESS
}

/// What every reply ends with: where to ask further, and where to complain (Art. 12(4), 77).
///
/// An answer to a request for a document says instead how to get a decision that can be appealed
/// (621/1999 § 14(3)).
pub fn closing(notice: &Notice, request: &Opened, lang: Lang) -> String {
    if is_openness(request) {
        return say(lang, "openness-closing");
    }
    let mut lines = Vec::new();
    if let Some(officer) = &notice.officer {
        let address = officer.address.clone().unwrap_or_default();
        let email = officer.email.clone().unwrap_or_default();
        let title = text(&officer.title, lang);
        lines.push(format!("{title}: {email}, {address}"));
    }
    if let Some(known) = notice.authority.as_ref().and_then(|found| supervisor(&found.code)) {
        let args = [
            ("authority", text(&known.name, lang)),
            ("site", text(&known.site, lang)),
            ("email", known.email.clone()),
            ("phone", known.phone.clone()),
        ];
        lines.push(say_with(lang, "rights-complaint", &args));
    }
    lines.join("\n")
}

/// A letter to the address that was given with the request.
fn letter(request: &Opened, (subject, body): (String, String), about: [u8; 16]) -> Letter {
    let to = Sensitive::new(request.text("contact", Exit::Mail).trim().to_owned());
    Letter { to, subject, body: Sensitive::new(body), about }
}
