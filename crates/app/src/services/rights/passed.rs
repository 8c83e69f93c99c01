//! Requests that another system passes on: a person turned to the controller whose system it is, and
//! that system asks this one. It becomes a case as any other, and how it stands is told to whoever
//! passed it on by a mark of theirs. That system says of whom it is by an address, whose mailbox is
//! asked, or by the id of a record, which matches as the word of staff does: nobody has shown to be that
//! person, and what comes of the case goes to the person, never to the system.

use std::sync::Arc;

use aws_lc_rs::digest::{SHA256, digest};
use seloste_kernel::{Exit, Fault, FaultKind, Lang, PersonId, Sensitive, Timestamp};
use seloste_register::{Access, Opened, Owner};

pub use super::requests::is_mail;
use super::requests::{self, Asked, By, DECIDING, ERASING, OPEN};
use crate::app::App;

/// What another system passes on.
pub struct Passed {
    /// Which right.
    pub what: String,
    /// The person's address, where the answer goes.
    pub mail: Option<Sensitive<String>>,
    /// Whose data, where it names a record.
    pub about: Option<PersonId>,
    /// In place of the person, what it named that nobody has.
    pub unknown: Option<Sensitive<String>>,
    /// When the person asked.
    pub arrived: Timestamp,
    /// By which it is found again.
    pub mark: String,
}

/// How a request stands, for the system that passed it on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stands {
    /// Nobody has done anything with it.
    Pending,
    /// Somebody takes care of it, or it is being carried out. That it is known of whom it is says nothing
    /// here: whoever passed it on would learn whether somebody is known.
    InProgress,
    /// Granted, wholly or in part.
    Completed,
    /// Refused.
    Refused,
}

/// How a case stands.
pub fn stands(case: &Opened) -> Stands {
    let cared_for = !case.text("owner", Exit::Decision).is_empty();
    match case.state.as_str() {
        "granted" | "partly" => Stands::Completed,
        "refused" => Stands::Refused,
        DECIDING | ERASING => Stands::InProgress,
        state if state != OPEN || cared_for => Stands::InProgress,
        _ => Stands::Pending,
    }
}

/// The case that this mark leads to.
///
/// # Errors
/// When the store fails.
pub async fn find(app: &App, access: &Access, mark: &str) -> Result<Option<Opened>, Fault> {
    let found = app.engine.find(access, "sent-by", mark).await?;
    let Some((_, record)) = found.into_iter().next() else { return Ok(None) };
    match app.engine.read(access, record).await {
        Err(fault) if fault.is_gone() || fault.kind() == FaultKind::NotFound => Ok(None),
        opened => opened.map(Some),
    }
}

/// Opens a case; the same passed on again is the same case.
///
/// # Errors
/// `Conflict` when something else was passed on by this mark; as [`requests::open`].
pub async fn take(app: &Arc<App>, access: &Access, passed: Passed) -> Result<Opened, Fault> {
    let case = match find(app, access, &passed.mark).await? {
        Some(case) if is_same(&case, &passed) => case,
        Some(_) => return Err(Fault::new(FaultKind::Conflict, "fault-opendsr-again")),
        None => opened(app, access, &passed).await?,
    };
    let Some(person) = passed.about.filter(|_| requests::waits_for_match(&case)) else {
        return Ok(case);
    };
    if requests::is_known(&case) {
        return Ok(case);
    }
    requests::matches(app, access, &case, (person, By::Value)).await?;
    app.engine.read(access, case.id).await
}

fn is_same(case: &Opened, passed: &Passed) -> bool {
    let said = |text: &Option<Sensitive<String>>| {
        text.as_ref().map_or(String::new(), |text| text.expose(Exit::Decision).clone())
    };
    case.text("type", Exit::Decision) == passed.what
        && case.text("contact", Exit::Decision) == said(&passed.mail)
        && case.text("text", Exit::Decision) == said(&passed.unknown)
        && passed
            .about
            .is_none_or(|person| requests::target(case).is_none_or(|matched| matched == person))
}

async fn opened(app: &Arc<App>, access: &Access, passed: &Passed) -> Result<Opened, Fault> {
    let lang = access.register().notice.languages.first().copied().unwrap_or(Lang::Fi);
    let mut command = [0; 16];
    let sum = digest(&SHA256, format!("passed on\n{}", passed.mark).as_bytes());
    command.copy_from_slice(sum.as_ref().get(..16).unwrap_or(&[0; 16]));
    let asked = Asked {
        what: passed.what.clone(),
        text: passed.unknown.clone(),
        contact: passed.mail.clone(),
        channel: "program".to_owned(),
        lang,
        behalf: None,
        arrived: Some(passed.arrived),
        sent_by: Some(passed.mark.clone()),
        purpose: None,
        command,
    };
    let (case, _) = requests::open(app, access, Owner::New, asked).await?;
    app.engine.read(access, case.record).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cases::{IDENTIFYING, WAITING, sample};

    #[test]
    fn every_state_of_a_case_has_one_of_the_four_words() {
        let told = |state: &str, fields: &[(&str, &str)]| {
            let mut case = sample::request(fields);
            case.state = state.to_owned();
            stands(&case)
        };
        assert_eq!(told(OPEN, &[]), Stands::Pending);
        assert_eq!(told(OPEN, &[("owner", "a")]), Stands::InProgress);
        // Whether anybody was found is not told.
        let person = PersonId::from_bytes([3; 16]);
        for matched in ["about", "asked", "mailbox"] {
            let matched = format!("{matched}:{person}");
            assert_eq!(told(OPEN, &[("matched", &matched)]), Stands::Pending, "{matched}");
        }
        assert_eq!(told(IDENTIFYING, &[]), Stands::InProgress);
        for state in WAITING.into_iter().filter(|state| *state != OPEN) {
            assert_eq!(told(state, &[]), Stands::InProgress, "{state}");
        }
        assert_eq!(told("granted", &[]), Stands::Completed);
        assert_eq!(told("partly", &[]), Stands::Completed);
        assert_eq!(told("refused", &[]), Stands::Refused);
    }
}
