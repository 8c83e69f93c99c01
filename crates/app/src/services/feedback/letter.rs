//! The letter that carries an answer to the address that the sender left for it.

use seloste_kernel::{Actor, Exit, Fault, Lang, Sensitive};
use seloste_register::{Action, Job, Opened, Register, is_unconsented};

use crate::app::App;
use crate::mail::Letter;
use crate::post;
use crate::sentences::text;
use crate::words::{say, say_with};

/// The purpose under which answers are written and sent.
pub const ANSWERING: &str = "answer";

/// The mail job that sends an answer to feedback.
pub const ANSWER: &str = "answer";

/// The mail job that tells staff that there is new work.
pub const NOTIFY: &str = "notify";

/// There is no address, or no consent any more: the sender reads it with the receipt.
pub(super) const BY_RECEIPT: &str = "by-receipt";

/// Sends the answer of a job, if its sender still wants one.
///
/// # Errors
/// What keeps it from being sent now; it is tried again. What keeps it from ever being sent is
/// noted on the answer instead.
pub async fn send(app: &App, job: &Job) -> Result<(), Fault> {
    let register = app.register()?;
    let actor = Actor::Job("mail".to_owned());
    let access = app.engine.access(&register.notice.id, actor, ANSWERING, Action::Answer)?;
    let reply = match app.engine.read(&access, job.record).await {
        Ok(reply) => reply,
        // Erased meanwhile, or not wanted any more: there is nothing to send.
        Err(fault) if fault.is_gone() || is_unconsented(&fault) => return Ok(()),
        Err(fault) => return Err(fault),
    };
    let Some(feedback) = reply.thread else { return Ok(()) };
    let feedback = app.engine.read(&access, feedback).await?;
    if feedback.person != reply.person || job.person != reply.person {
        return Err(Fault::internal("an answer under somebody else's feedback"));
    }
    if reply.state == post::SENT {
        return Ok(());
    }
    if !may_be_mailed(&feedback) {
        return post::set(app, &access, &reply, BY_RECEIPT).await;
    }
    post::deliver(app, &access, &reply, &letter(app, &register, &feedback, &reply)).await
}

/// Tells staff that something has come: a link and nothing else, for the mailbox of the organisation
/// is no second register.
///
/// # Errors
/// As [`crate::mail::Mailer::send`].
pub async fn notify(app: &App, job: &Job) -> Result<(), Fault> {
    let Some(to) = app.mailer.notify() else { return Ok(()) };
    let register = app.register()?;
    let lang = register.notice.languages.first().copied().unwrap_or(Lang::Fi);
    let link = format!("{}/hallinta/palaute", app.base());
    let letter = Letter {
        to: to.clone(),
        subject: say(lang, "mail-notify-subject"),
        body: Sensitive::new(say_with(lang, "mail-notify-body", &[("link", link)])),
        about: *job.record.as_bytes(),
    };
    app.mailer.send(&register.notice, &letter).await
}

/// Whether the sender has left an address and still consents to its use.
pub(super) fn may_be_mailed(feedback: &Opened) -> bool {
    !feedback.text("email", Exit::Decision).is_empty()
        && feedback.consents.iter().any(|consent| consent.purpose == ANSWERING)
}

fn letter(app: &App, register: &Register, feedback: &Opened, reply: &Opened) -> Letter {
    let notice = &register.notice;
    let asked_in = feedback.consents.first().map(|consent| consent.lang);
    let lang = asked_in.or(notice.languages.first().copied()).unwrap_or(Lang::Fi);
    let officer = notice.officer.as_ref().or(notice.contact.as_ref());
    let hello = match feedback.text("name", Exit::Mail) {
        "" => say(lang, "mail-answer-hello"),
        name => say_with(lang, "mail-answer-hello-name", &[("name", name.to_owned())]),
    };
    let body = say_with(
        lang,
        "mail-answer-body",
        &[
            ("hello", hello),
            ("answer", reply.text("text", Exit::Mail).to_owned()),
            ("controller", notice.controller.name.clone()),
            ("register", text(&notice.register, lang)),
            ("own", format!("{}{}", app.base(), seloste_web::localised(lang, "/oma"))),
            ("officer", officer.and_then(|officer| officer.email.clone()).unwrap_or_default()),
        ],
    );
    Letter {
        to: Sensitive::new(feedback.text("email", Exit::Mail).to_owned()),
        subject: say(lang, "mail-answer-subject"),
        body: Sensitive::new(body),
        about: *reply.id.as_bytes(),
    }
}
