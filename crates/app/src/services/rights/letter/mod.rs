//! Letters about requests: one-time links and answers. Nothing goes to an address that was not
//! given or known, and a letter's subject tells no content.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::IntoResponse as _;
use axum::routing::get;
use http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use seloste_kernel::{Exit, Fault, Lang, RecordId, Sensitive, Timestamp};
use seloste_notice::model::Notice;
use seloste_notice::render::supervisor;
use seloste_register::{Action, Opened};
use seloste_web::{Answer, Router};

use super::behalf;
use super::job::language;
use super::own::Own;
use super::requests::{self, is_mail};
use crate::app::App;
use crate::cases;
use crate::mail::Letter;
use crate::sentences::text;
use crate::words::{say, say_with};

mod paper;
mod recipient;
mod write;

pub use paper::Paper;
pub use recipient::recipient;
pub use write::{Decided, From, Reviewed, Stays, Word, decided, word};

use write::asked;

/// Whose letter it is, and where its reader's own page is.
pub fn from<'a>(app: &App, notice: &'a Notice, request: &Opened) -> From<'a> {
    From { notice, own: address(app, language(request), super::own::PATH) }
}

/// A page of the service, in this language.
fn address(app: &App, lang: Lang, path: &str) -> String {
    let prefix = if lang == Lang::Fi { String::new() } else { format!("/{lang}") };
    format!("{}{prefix}{path}", app.base())
}

/// Sends a one-time link to the address of a request, or of whom it is made for, and tells of what is
/// asked with that address: these, the newest first, and how many more.
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
    let link = address(app, lang, &format!("/oma/linkki/{}", secret.expose(Exit::Mail)));
    let register = app.register()?;
    let line = |one: &Opened| {
        let asked = asked(&register.notice, one, lang);
        match behalf::is_for_another(one) {
            true => format!("– {}", say_with(lang, "rights-link-behalf", &[("asked", asked)])),
            false => format!("– {asked}"),
        }
    };
    let mut lines: Vec<String> = waiting.iter().map(line).collect();
    if more > 0 {
        lines.push(say_with(lang, "rights-link-more", &[("count", more.to_string())]));
    }
    let args = [
        ("links", link),
        ("asked", lines.join("\n")),
        ("controller", write::sender(&register.notice, lang)),
    ];
    let body = say_with(lang, "rights-link-body", &args);
    let about = *request.id.as_bytes();
    let to = request.text(behalf::looked_up(request), Exit::Mail);
    let letter = letter(to, (say(lang, "rights-link-subject"), body), about);
    app.mailer.send(&register.notice, &letter).await
}

/// The answer, for the address that was given with the request.
///
/// # Errors
/// `NotFound` before the first publishing.
pub fn answer(app: &App, request: &Opened, answer: &Opened) -> Result<Letter, Fault> {
    let paper = of(&app.register()?.notice, request, answer);
    let to = request.text("contact", Exit::Mail);
    Ok(letter(to, (paper.title.clone(), paper.to_mail()), *answer.id.as_bytes()))
}

/// The letter that an answer is. One of an older version was kept as its parts.
pub fn of(notice: &Notice, request: &Opened, answer: &Opened) -> Paper {
    let kept = answer.text("letter", Exit::Mail);
    if !kept.is_empty() {
        return Paper::read(kept);
    }
    let lang = language(request);
    let key = if is_openness(request) { "openness-subject" } else { "rights-answer-subject" };
    let parts = [answer.text("text", Exit::Mail), answer.text("ground", Exit::Mail)];
    let closing = closing(notice, request, lang);
    let parts = parts.into_iter().chain([closing.as_str()]).filter(|part| !part.is_empty());
    Paper::read(&format!("# {}\n\n{}", say(lang, key), parts.collect::<Vec<_>>().join("\n\n")))
}

/// Whether an answer to this request can go by mail: the address was given for it and may have it, and
/// the notice declares the relay.
///
/// # Errors
/// Before the first publishing, or when the store fails.
pub async fn goes_by_mail(app: &Arc<App>, request: &Opened) -> Result<bool, Fault> {
    let given = request.fields.get("contact").is_some_and(is_mail);
    Ok(given && app.mails()? && requests::goes_to_contact(app, request).await?)
}

/// The letter as a file.
///
/// # Errors
/// Internal when the PDF writer fails.
pub async fn pdf(
    app: &App,
    request: &Opened,
    answer: &Opened,
) -> Result<axum::response::Response, Fault> {
    let register = app.register()?;
    let (lang, notice) = (language(request), &register.notice);
    let paper = of(notice, request, answer);
    let number = request.number.unwrap_or_default();
    let name = format!("{}-{number}", say(lang, "letter-file-name"));
    file(app, &paper, (lang, answer.created), &name).await
}

/// A letter as a PDF in this language, of this day and under this name.
///
/// # Errors
/// Before the first publishing, or when the PDF writer fails.
pub async fn file(
    app: &App,
    paper: &Paper,
    (lang, date): (Lang, Timestamp),
    name: &str,
) -> Result<axum::response::Response, Fault> {
    let info = seloste_pdf::Info {
        title: paper.title.clone(),
        author: app.register()?.notice.controller.name.clone(),
        lang: lang.tag().to_owned(),
        keywords: Vec::new(),
        date,
    };
    let bytes = app.pdfs.set(paper.typst(), info).await?;
    let name = format!("attachment; filename=\"{name}.pdf\"");
    let headers = [(CONTENT_TYPE, "application/pdf".to_owned()), (CONTENT_DISPOSITION, name)];
    Ok((headers, bytes).into_response())
}

/// The person's own way to the file.
pub fn routes() -> Router<Arc<App>> {
    Router::new().route("/oma/kirje/{answer}", get(own_pdf))
}

async fn own_pdf(own: Own, State(app): State<Arc<App>>, Path(of): Path<RecordId>) -> Answer {
    let access = own.access(&app, Action::Read)?;
    let answer = app.engine.read(&access, of).await?;
    let whole = answer.thread.filter(|_| answer.kind == cases::ANSWER);
    let request = app.engine.read(&access, whole.ok_or_else(Fault::not_found)?).await?;
    Ok(pdf(&app, &request, &answer).await?)
}

/// Whether a document is asked for. Who asks need not say who they are (621/1999 § 13(1)).
pub fn is_openness(request: &Opened) -> bool {
    request.text("type", Exit::Decision) == cases::OPENNESS
}

/// What replies of older versions end with: where to ask further, and where to complain (Art. 12(4), 77).
///
/// An answer to a request for a document says instead how to get a decision that can be appealed
/// (621/1999 § 14(3)).
fn closing(notice: &Notice, request: &Opened, lang: Lang) -> String {
    if is_openness(request) {
        return say(lang, "openness-closing");
    }
    let mut lines = Vec::new();
    if let Some(officer) = &notice.officer {
        let address = text(&officer.address, lang);
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

fn letter(to: &str, (subject, body): (String, String), about: [u8; 16]) -> Letter {
    let to = Sensitive::new(to.trim().to_owned());
    Letter { to, subject, body: Sensitive::new(body), about }
}
