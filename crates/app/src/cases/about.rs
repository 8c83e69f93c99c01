//! The requests that are about a person, and what becomes of them when the person goes.

use seloste_kernel::{Fault, FaultKind, PersonId, RecordId, Sensitive};
use seloste_register::{Action, Opened};

use super::{ABOUT, DECIDING, ERASING, WAITING, job_access};
use crate::app::App;

/// The requests that are matched with a person, whoever made them.
#[derive(Debug, Default)]
pub struct About {
    /// Those that go with the person: their own, what was matched by their code, and what is answered.
    pub theirs: Vec<RecordId>,
    /// Those that staff alone have matched and that wait. Who made one may be somebody else, who is
    /// owed an answer.
    pub found: Vec<RecordId>,
}

/// Those of this person.
///
/// # Errors
/// When the store fails.
pub async fn about(app: &App, person: PersonId) -> Result<About, Fault> {
    let access = job_access(app, Action::DecideRequests)?;
    let theirs = app.engine.find(&access, "matched", &person.to_string()).await?;
    let mut about = About::default();
    about.theirs.extend(theirs.into_iter().map(|(_, record)| record));
    for (_, record) in app.engine.find(&access, "matched", &format!("{ABOUT}{person}")).await? {
        let waits = match app.engine.read(&access, record).await {
            Ok(request) => waits(&request),
            // What cannot be opened must go all the same.
            Err(_) => false,
        };
        if waits { about.found.push(record) } else { about.theirs.push(record) }
    }
    Ok(about)
}

/// Whether it waits for an answer, and is not the one that is carried out at this moment.
fn waits(request: &Opened) -> bool {
    let state = request.state.as_str();
    WAITING.contains(&state) && ![DECIDING, ERASING].contains(&state)
}

/// Undoes a match that staff alone had made: the request waits again as one about nobody.
///
/// # Errors
/// `Conflict` when it changed meanwhile.
pub async fn unmatch(app: &App, request: RecordId) -> Result<(), Fault> {
    let access = job_access(app, Action::DecideRequests)?;
    match app.engine.read(&access, request).await {
        Err(fault) if fault.is_gone() => Ok(()),
        Err(fault) => Err(fault),
        Ok(opened) if !super::is_about(&opened) || !waits(&opened) => {
            Err(Fault::new(FaultKind::Conflict, "store-conflict"))
        }
        Ok(opened) => {
            let nobody = vec![("matched".to_owned(), Sensitive::new(String::new()))];
            app.engine.amend(&access, request, opened.version, nobody).await.map(drop)
        }
    }
}
