//! What is done with feedback, whoever asks for it: a page, or a program by `/api/v1`.

use std::sync::Arc;

use seloste_kernel::{Actor, Fault, FaultKind, Lang, Sensitive};
use seloste_register::{Action, Collected, Draft, Opened, Owner};

use super::inbox::DEVELOPING;
use super::letter::{ANSWER, ANSWERING, BY_RECEIPT, NOTIFY, may_be_mailed};
use super::{FEEDBACK, REPLY, THEME};
use crate::app::App;
use crate::console::Staff;
use crate::post::QUEUED;

/// Stores feedback; `fill` puts into the draft what the sender has said.
///
/// # Errors
/// What the engine refuses, naming the field.
pub async fn take_in(
    app: &Arc<App>,
    lang: Lang,
    fill: impl FnOnce(Draft) -> Draft,
) -> Result<Collected, Fault> {
    let register = app.register()?;
    let declared = register.notice.kind(FEEDBACK).ok_or_else(|| {
        Fault::new(FaultKind::NotFound, "fault-kind-undeclared").with("kind", FEEDBACK)
    })?;
    // Whatever the notice needs the message for: any purpose of the field will do to write it.
    let message = declared.field("message").and_then(|field| field.purposes.first());
    let purpose = message.ok_or_else(|| {
        Fault::new(FaultKind::RefusedByPromise, "fault-purpose-undeclared").with("purpose", "")
    })?;
    let id = &register.notice.id;
    let access = app.engine.access(id, Actor::Visitor, &purpose.value, Action::Collect)?;
    let draft = Draft::new(FEEDBACK, "sent", lang).state("new").with_receipt().numbered();
    let mut draft = fill(draft);
    if app.mailer.notify().is_some() {
        draft = draft.then_job(NOTIFY);
    }
    app.engine.collect(&access, Owner::New, draft).await
}

/// Answers feedback that was seen at this version; `fill` puts the text into the draft. Answer, new state of the feedback and
/// the letter's place in the queue are one write.
///
/// # Errors
/// `Conflict` when the feedback has changed since it was opened.
pub async fn answer(
    app: &Arc<App>,
    staff: &Staff,
    (feedback, seen): (&Opened, i64),
    lang: Lang,
    fill: impl FnOnce(Draft) -> Draft,
) -> Result<(), Fault> {
    let access = staff.access(app, ANSWERING, Action::Answer)?;
    let mails = may_be_mailed(feedback) && app.mailer.is_ready();
    let draft = Draft::new(REPLY, "sent", lang)
        .state(if mails { QUEUED } else { BY_RECEIPT })
        .part_of(feedback.id)
        .moves_whole(seen, "answered");
    let mut draft = fill(draft);
    if mails {
        draft = draft.then_job(ANSWER);
    }
    app.engine.collect(&access, Owner::Existing(feedback.person), draft).await.map(drop)
}

/// Puts feedback under a theme. The theme is a record of the staff's own beside the feedback:
/// nothing is added to what the sender said. `at` is the feedback's version and state; gives its
/// version afterwards.
///
/// # Errors
/// `Invalid` for a theme that the notice does not have; `Conflict` when somebody else was quicker.
pub async fn set_theme(
    app: &Arc<App>,
    staff: &Staff,
    feedback: &Opened,
    at: (i64, &str),
    lang: Lang,
    theme: &str,
) -> Result<i64, Fault> {
    let access = staff.access(app, DEVELOPING, Action::Classify)?;
    let parts = app.engine.parts(&access.register().notice.id, THEME, &[feedback.id]).await?;
    let Some(known) = parts.into_iter().next() else {
        let draft = Draft::new(THEME, "sent", lang)
            .state(theme)
            .field(THEME, theme.to_owned())
            .part_of(feedback.id)
            // Of two who sort at the same moment one does: there is one theme.
            .moves_whole(at.0, at.1);
        app.engine.collect(&access, Owner::Existing(feedback.person), draft).await?;
        return Ok(at.0 + 1);
    };
    if known.state == theme {
        return Ok(at.0);
    }
    let change = vec![(THEME.to_owned(), Sensitive::new(theme.to_owned()))];
    // The feedback moves on with it: whoever has an earlier view of it overwrites nothing.
    app.engine.amend_part(&access, (known.id, known.version), change, theme, at).await
}
