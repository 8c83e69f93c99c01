//! What remains of a request for erasure that was carried out: a row without a name, so that the
//! organisation can show, for as long as it keeps decisions, what it was asked and what it did.

use std::sync::Arc;

use seloste_kernel::{EntryId, Exit, Fault, Lang, RecordId, Timestamp};
use seloste_register::{Access, Action, Draft, Erased, Opened, Owner};

use crate::app::App;
use crate::cases::{self, ANSWER, ERASURE, KIND, WAITING};

/// What of a request is nobody's.
pub struct Asked {
    number: Option<i64>,
    lang: Lang,
    channel: String,
    arrived: Timestamp,
}

/// Those of the requests that ask for erasure and wait for it.
///
/// # Errors
/// When the notice has no purpose for requests.
pub async fn before(app: &App, requests: &[RecordId]) -> Result<Vec<Asked>, Fault> {
    let access = cases::job_access(app, Action::DecideRequests)?;
    let mut asked = Vec::new();
    for id in requests {
        match app.engine.read(&access, *id).await {
            Ok(request) => asked.extend(Asked::of(&request)),
            // What cannot be opened must go all the same.
            Err(fault) => tracing::warn!(?fault, "a request goes without leaving a row"),
        }
    }
    Ok(asked)
}

impl Asked {
    fn of(request: &Opened) -> Option<Self> {
        let waits = WAITING.contains(&request.state.as_str());
        (waits && request.text("type", Exit::Decision) == ERASURE).then(|| Self {
            number: request.number,
            lang: request.text("language", Exit::Decision).parse().unwrap_or_default(),
            channel: request.text("channel", Exit::Decision).to_owned(),
            arrived: request.created,
        })
    }
}

/// Writes the rows. The erasure is done and stays done, so a failure here is only logged.
pub async fn after(app: &Arc<App>, asked: Vec<Asked>, erased: &Erased) {
    if erased.removed == 0 {
        return;
    }
    for one in asked {
        if let Err(fault) = write(app, one, erased).await {
            tracing::error!(?fault, "an erasure was carried out and left no row");
        }
    }
}

async fn write(app: &Arc<App>, asked: Asked, erased: &Erased) -> Result<(), Fault> {
    let access: Access = cases::job_access(app, Action::DecideRequests)?;
    let decision = if erased.kept > 0 { "partly" } else { "granted" };
    let mut draft = Draft::new(KIND, "received", asked.lang)
        .field("type", ERASURE.to_owned())
        .field("language", asked.lang.tag().to_owned())
        .field("channel", asked.channel)
        .arrived(asked.arrived)
        .left_over()
        .state(decision);
    if let Some(number) = asked.number {
        draft = draft.number(number);
    }
    let row = app.engine.collect(&access, Owner::New, draft).await?;
    let opened = app.engine.read(&access, row.record).await?;
    let version = app.engine.event(&access, &opened, "decided", app.engine.now()).await?;
    let entries: Vec<String> = erased.entries.iter().map(ToString::to_string).collect();
    let answer = Draft::new(ANSWER, "decided", asked.lang)
        .part_of(row.record)
        .moves_whole(version, decision)
        .field("decision", decision.to_owned())
        .field("text", entries.join(" "));
    app.engine.collect(&access, Owner::Existing(row.person), answer).await.map(drop)
}

/// The ledger entries that prove an erasure, where this is the answer of such a row.
pub fn proofs(answer: &Opened) -> Option<Vec<EntryId>> {
    let words = answer.text("text", Exit::Page).split(' ');
    words.map(|word| word.parse().ok()).collect()
}
