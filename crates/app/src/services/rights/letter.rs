//! Letters about requests: one-time links and answers. Nothing goes to an address that was not
//! given or known, and a letter's subject tells no content.

use std::sync::Arc;

use seloste_kernel::{Exit, Fault, Lang, Sensitive};
use seloste_notice::model::{FieldType, Notice};
use seloste_notice::render::supervisor;
use seloste_register::Opened;

use super::behalf;
use super::job::language;
use crate::app::App;
use crate::cases::{self, KIND};
use crate::mail::Letter;
use crate::sentences::text;
use crate::words::{say, say_with};

/// Sends one-time links to the address of a request.
///
/// # Errors
/// As [`crate::mail::Mailer::send`].
pub async fn links(
    app: &Arc<App>,
    request: &Opened,
    secrets: &[Sensitive<String>],
) -> Result<(), Fault> {
    let lang = language(request);
    let base = app.base();
    let prefix = if lang == Lang::Fi { String::new() } else { format!("/{lang}") };
    let lines: Vec<String> = secrets
        .iter()
        .map(|secret| format!("{base}{prefix}/oma/linkki/{}", secret.expose(Exit::Mail)))
        .collect();
    let register = app.register()?;
    let body = say_with(
        lang,
        if behalf::is_for_another(request) { "rights-link-behalf" } else { "rights-link-body" },
        &[
            ("links", lines.join("\n")),
            ("asked", asked(&register.notice, request, lang)),
            ("controller", register.notice.controller.name.clone()),
        ],
    );
    let about = *request.id.as_bytes();
    let to = request.text(behalf::looked_up(request), Exit::Mail);
    send(app, to, (say(lang, "rights-link-subject"), body), about).await
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

/// Sends the answer to the address that was given with the request.
///
/// # Errors
/// As [`crate::mail::Mailer::send`].
pub async fn answer(app: &Arc<App>, request: &Opened, answer: &Opened) -> Result<(), Fault> {
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
    let to = request.text("contact", Exit::Mail);
    send(app, to, (say(lang, subject), body), about).await
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

async fn send(
    app: &Arc<App>,
    to: &str,
    (subject, body): (String, String),
    about: [u8; 16],
) -> Result<(), Fault> {
    let to = Sensitive::new(to.trim().to_owned());
    let letter = Letter { to, subject, body: Sensitive::new(body), about };
    app.mailer.send(&app.register()?.notice, &letter).await
}
