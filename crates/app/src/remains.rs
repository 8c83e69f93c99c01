//! What remains of a request for erasure that was carried out: a row without a name, so that the
//! organisation can show, for as long as it keeps decisions, what it was asked and what it did; and where
//! a ground keeps something, the letter that says so, with whom it is kept of.

use std::sync::Arc;

use seloste_kernel::{EntryId, Exit, Fault, Lang, PersonId, RecordId};
use seloste_register::{Access, Action, Draft, Erased, Opened, Owner, Plan};

use crate::app::App;
use crate::cases::{self, ANSWER, ERASURE, KIND, WAITING};
use crate::services::rights;

/// A request for erasure that waits, as it was before it goes.
pub struct Asked(Opened);

/// Those of the requests that ask for erasure and wait for it.
///
/// # Errors
/// When the notice has no purpose for requests.
pub async fn before(app: &App, requests: &[RecordId]) -> Result<Vec<Asked>, Fault> {
    let access = cases::job_access(app, Action::DecideRequests)?;
    let mut asked = Vec::new();
    for id in requests {
        match app.engine.read(&access, *id).await {
            Ok(request) => asked.extend(Asked::of(request)),
            // What cannot be opened must go all the same.
            Err(fault) => tracing::warn!(?fault, "a request goes without leaving a row"),
        }
    }
    Ok(asked)
}

impl Asked {
    fn of(request: Opened) -> Option<Self> {
        let waits = WAITING.contains(&request.state.as_str());
        let erases = request.text("type", Exit::Decision) == ERASURE;
        (waits && erases).then_some(Self(request))
    }

    /// What of it is nobody's.
    fn draft(&self) -> Draft {
        let Self(request) = self;
        let mut draft = Draft::new(KIND, "received", self.lang())
            .field("type", ERASURE.to_owned())
            .field("language", self.lang().tag().to_owned())
            .field("channel", request.text("channel", Exit::Decision).to_owned())
            .arrived(request.created);
        if let Some(number) = request.number {
            draft = draft.number(number);
        }
        draft
    }

    fn lang(&self) -> Lang {
        self.0.text("language", Exit::Decision).parse().unwrap_or_default()
    }
}

/// Writes what remains: for each person of whom a ground keeps something the letter that says so, and
/// otherwise a row without a name. The erasure is done and stays done, so a failure here is only logged.
pub async fn after(
    app: &Arc<App>,
    asked: Vec<Asked>,
    plans: &[(PersonId, &Plan)],
    erased: &Erased,
) {
    if erased.removed + erased.stripped == 0 {
        return;
    }
    let keeps = |plan: &Plan| plan.steps().iter().any(|step| !step.outcome.kept().is_empty());
    let told: Vec<_> = plans.iter().filter(|(_, plan)| keeps(plan)).collect();
    for one in asked {
        let mut done = Ok(());
        for (person, plan) in &told {
            done = done.and(tell(app, &one, (*person, plan), erased).await);
        }
        if told.is_empty() {
            done = write(app, &one, erased).await;
        }
        if let Err(fault) = done {
            tracing::error!(?fault, "an erasure was carried out and left no row");
        }
    }
}

async fn write(app: &Arc<App>, asked: &Asked, erased: &Erased) -> Result<(), Fault> {
    let decision = if erased.kept > 0 { "partly" } else { "granted" };
    let draft = asked.draft().left_over().state(decision);
    let entries: Vec<String> = erased.entries.iter().map(ToString::to_string).collect();
    let says = [("decision", decision.to_owned()), ("text", entries.join(" "))];
    decided(app, asked, (Owner::New, draft), says).await
}

/// Whoever something is kept of reads with their own code what stays, on which ground and until when,
/// and how to complain (Art. 12(4)). Of whoever asked it holds nothing.
async fn tell(
    app: &Arc<App>,
    asked: &Asked,
    (person, plan): (PersonId, &Plan),
    erased: &Erased,
) -> Result<(), Fault> {
    let letter = rights::letter_of_erasure(app, &asked.0, plan, &erased.entries)?;
    let letter = letter.to_text();
    let draft = asked.draft().field("matched", person.to_string()).state("partly");
    let says = [("decision", "partly".to_owned()), ("letter", letter)];
    decided(app, asked, (Owner::Existing(person), draft), says).await
}

/// The decision on a request that is gone, in the state that the draft has.
async fn decided(
    app: &Arc<App>,
    asked: &Asked,
    (owner, draft): (Owner, Draft),
    says: [(&str, String); 2],
) -> Result<(), Fault> {
    let access: Access = cases::job_access(app, Action::DecideRequests)?;
    let row = app.engine.collect(&access, owner, draft).await?;
    let opened = app.engine.read(&access, row.record).await?;
    let mut answer = Draft::new(ANSWER, "decided", asked.lang()).part_of(row.record).ends_whole(
        opened.version,
        &opened.state,
        "decided",
        app.engine.now(),
    );
    for (name, value) in says {
        answer = answer.field(name, value);
    }
    app.engine.collect(&access, Owner::Existing(row.person), answer).await.map(drop)
}

/// The ledger entries that prove an erasure, where this is the answer of such a row.
pub fn proofs(answer: &Opened) -> Option<Vec<EntryId>> {
    let words = answer.text("text", Exit::Page).split(' ');
    words.map(|word| word.parse().ok()).collect()
}
