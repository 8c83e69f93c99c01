//! Feedback for the demo, written through the same gate as any other.

use std::sync::Arc;

use seloste_kernel::{Actor, Exit, Fault, Lang, RecordId};
use seloste_register::{Action, Collected, Draft, Owner};
use serde::Deserialize;

use super::inbox::DEVELOPING;
use super::letter::{ANSWERING, BY_RECEIPT};
use super::{FEEDBACK, REPLY, THEME};
use crate::app::App;
use crate::post::SENT;

/// One invented feedback and what became of it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Invented {
    /// How many days ago it came.
    pub days: i64,
    lang: String,
    message: String,
    name: Option<String>,
    email: Option<String>,
    theme: Option<String>,
    state: Option<String>,
    reply: Option<String>,
    /// Which of the codes that the demo prints is this one's.
    pub code: Option<Code>,
}

/// The codes that the demo prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Code {
    /// Nothing has been done yet.
    New,
    /// There is an answer to read.
    Answered,
    /// The sender had it erased at once.
    Erased,
}

/// Writes one, with its theme, state and answer; gives the receipt code.
///
/// # Errors
/// As collecting.
pub async fn invent(app: &Arc<App>, one: &Invented) -> Result<String, Fault> {
    let register = app.register()?;
    let lang = one.lang.parse().unwrap_or(Lang::Fi);
    let access =
        |actor, purpose, action| app.engine.access(&register.notice.id, actor, purpose, action);
    let mut draft = Draft::new(FEEDBACK, "sent", lang)
        .state("new")
        .with_receipt()
        .numbered()
        .field("message", one.message.clone())
        .field("name", one.name.clone().unwrap_or_default())
        .field("email", one.email.clone().unwrap_or_default());
    // Whoever was answered had asked for it.
    if one.email.is_some() || one.reply.is_some() {
        draft = draft.consent(ANSWERING);
    }
    let visitor = access(Actor::Visitor, DEVELOPING, Action::Collect)?;
    let written = app.engine.collect(&visitor, Owner::New, draft).await?;
    let sorting = access(Actor::Operator, DEVELOPING, Action::Classify)?;
    let part = |kind: &str| Draft::new(kind, "sent", lang).part_of(written.record);
    let owner = Owner::Existing(written.person);
    if let Some(theme) = &one.theme {
        let draft = part(THEME).state(theme).field(THEME, theme.clone());
        app.engine.collect(&sorting, owner, draft).await?;
    }
    match (&one.reply, &one.state) {
        (Some(reply), _) => {
            let state = if one.email.is_some() { SENT } else { BY_RECEIPT };
            let draft = part(REPLY).state(state).field("text", reply.clone());
            let staff = access(Actor::Operator, ANSWERING, Action::Answer)?;
            app.engine.collect(&staff, owner, draft.moves_whole(FIRST, "answered")).await?;
        }
        (None, Some(state)) => {
            let id: RecordId = written.record;
            app.engine.set_state(&sorting, id, FIRST, state).await?;
        }
        (None, None) => {}
    }
    Ok(code(&written))
}

/// The version of a record just written.
const FIRST: i64 = 1;

fn code(written: &Collected) -> String {
    written.receipt.as_ref().map(|code| code.expose(Exit::Page).clone()).unwrap_or_default()
}
