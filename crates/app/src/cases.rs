//! Requests of persons as cases, wherever they come in: what one looks like when it is opened,
//! and by when it must be answered.

use seloste_kernel::{Actor, Exit, Fault, Lang, PersonId, Timestamp};
use seloste_notice::model::Notice;
use seloste_register::{
    Access, Action, Coming, DISCLOSURE, Draft, HOLD, Looked, Opened, PACKAGE, Query, RIGHTS,
    TELLING,
};

use crate::app::App;

mod about;
mod clock;
mod slips;
mod told;

pub use about::{About, about, unmatch};
pub use slips::{Along, Slip, along_with, case_behind, slip_mark, slips_of, still_unclaimed};

pub use told::{UNSHOWN_HANDLED, all_told_now, takes_question_back, told_now, took_question_back};

pub use clock::{
    answer_by, due, extended, last_day, leaves_time, longer, may_extend, stood, target,
};

/// The kind of a request.
pub const KIND: &str = "rights-request";

/// Its answer, a part of it.
pub const ANSWER: &str = "rights-answer";

/// A human is to look at what a program decided (Art. 22(3)).
pub const REVIEW: &str = "human-review";

/// The right of the notice that a request uses, by what it asks.
pub fn right_of(asked: &str) -> &str {
    if asked == REVIEW { "no-automated-decision" } else { asked }
}

/// Waits for a decision.
pub const OPEN: &str = "open";

/// The right to erasure; also the state of a request for it whose person is known: it is carried
/// out at its last moment even if nobody does anything.
pub const ERASURE: &str = "erasure";

/// A request for a document under the openness act (621/1999); also its state while it has the
/// ordinary two weeks.
pub const OPENNESS: &str = "openness";

/// The states of such a request that has been given a month, by the ground of § 14(4).
pub const LONGER: [&str; 3] = ["longer-many", "longer-secret", "longer-other"];

/// Whether a request of this number waits under the openness act. None is opened.
///
/// # Errors
/// When the store fails.
pub async fn openness_waits(app: &App, number: i64) -> Result<bool, Fault> {
    told::is_in(app, number, &[OPENNESS, LONGER[0], LONGER[1], LONGER[2]]).await
}

/// Somebody decides on it at this moment.
pub const DECIDING: &str = "deciding";

/// The state of what whoever made a request without a known code holds of it: a slip, which stands as it
/// was sent while the case that staff handle lies apart. Behind [`slip_of`] stands how the case stood when
/// it was matched, or how it was decided once that may be told.
pub const SLIP: &str = "slip";

/// A slip whose case is in this state.
pub fn slip_of(state: &str) -> String {
    format!("{SLIP}-{state}")
}

/// How a slip is told while it does not lead to its answer: to whoever made any such request the same.
pub const UNSHOWN: &str = "unshown";

/// So, and asked who they are.
pub const UNSHOWN_ASKED: &str = "unshown-identifying";

/// An erasure that was granted and is carried out: the decision stands, and what the end of the program
/// interrupts goes on.
pub const ERASING: &str = "erasing";

/// The decisions, which are the states of closed requests.
pub const DECIDED: [&str; 3] = ["granted", "partly", "refused"];

/// The states of a request that was given two more months, by the ground of Art. 12(3).
pub const EXTENDED: [&str; 2] = ["extended-complex", "extended-many"];

/// Its clock stands still: whoever made it has been asked who they are.
pub const IDENTIFYING: &str = "identifying";

/// Every state in which a request waits.
pub const WAITING: [&str; 11] = [
    OPEN,
    ERASURE,
    DECIDING,
    ERASING,
    OPENNESS,
    LONGER[0],
    LONGER[1],
    LONGER[2],
    EXTENDED[0],
    EXTENDED[1],
    IDENTIFYING,
];

/// An internal note on a request, a part of it.
pub const NOTE: &str = "rights-note";

/// Where a request is made.
pub const PATH: &str = "/pyynto";

/// The parameter of that address which chooses a right beforehand.
pub const WANTED: &str = "pyynto";

/// The address at which a request for this right is made.
pub fn request_path(right: &str) -> String {
    format!("{PATH}?{WANTED}={right}")
}

/// Leave for the program itself: to match requests with persons and to keep their deadlines.
///
/// # Errors
/// When the notice has no purpose `rights`.
pub fn job_access(app: &App, action: Action) -> Result<Access, Fault> {
    let actor = Actor::Job("requests".to_owned());
    app.engine.access(&app.register()?.notice.id, actor, RIGHTS, action)
}

/// Whether a request in one of these states is of this person or matched with them.
///
/// # Errors
/// When the store fails.
pub async fn wait_for(app: &App, person: PersonId, states: &[&str]) -> Result<bool, Fault> {
    let access = job_access(app, Action::DecideRequests)?;
    let matched = |with: &str| Some(app.engine.looked_up(&access, "matched", with));
    let any = Query { limit: 1, ..Query::in_states(KIND, states) };
    let whose = [
        Query { person: Some(person), ..any.clone() },
        Query { by: matched(&person.to_string()), ..any.clone() },
        Query { by: matched(&format!("{ABOUT}{person}")), ..any },
    ];
    for of in whose {
        if !app.engine.waiting(&access.register().notice.id, &of).await?.0.is_empty() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// In a slip in place of a person, before the id of its case: whoever made it is told nothing of it yet;
/// they have shown who they are and are told what becomes of it.
pub const SLIPS: [&str; 2] = ["case:", "shown:"];

/// Before a person's id: staff have found whose data a request is about, and nobody has shown to be
/// that person, to whom it therefore does not belong.
pub const ABOUT: &str = "about:";

/// Whether staff alone have said whose data a request is about.
pub fn is_about(request: &Opened) -> bool {
    request.text("matched", Exit::Decision).starts_with(ABOUT)
}

/// In place of a person: the mailbox to which the address of a request belongs, whose reader has not
/// said yet whether the request is theirs; has said that it is; has said that it is not.
pub const MAILBOX: [&str; 3] = ["asked:", "mailbox:", "denied:"];

/// The actor of [`job_access`], as it stands in the ledger.
const ROUTING: &str = "job:requests";

/// Fields of a request with which it is handled, and which tell nothing of whoever made it. When its
/// clock stood still is in the letters.
pub const OURS: [&str; 6] = ["matched", "mandate-seen", "owner", "asked", "answered", "sent-by"];

/// A record as its owner is told of it; `None` for what is not told. With whom a request was matched,
/// and that it was, is nothing for whoever made it: they may have given somebody else's address. So a
/// slip whose maker has not shown who they are is told in one and the same way from its first to its last
/// day, whatever becomes of its case. Notes of staff are personal data of whom they are about (C-434/16
/// Nowak, 34–35), but whose a request is may not be known of whoever reads here: each page and copy says
/// that they are left out and can be asked for. How the clock of a request is handled stands in the
/// letters, and one that waits has no last day. Which member of staff disclosed or held something is theirs
/// (C-579/21); the key of a package opens it from here only.
pub fn as_told(mut record: Opened) -> Option<Opened> {
    let untold: &[&str] = match record.kind.as_str() {
        NOTE => return None,
        KIND => &OURS,
        DISCLOSURE => &["handler", "approver"],
        TELLING => &["handler"],
        HOLD => &["handler", "about"],
        PACKAGE => &["file-key"],
        _ => &[],
    };
    if record.kind == KIND {
        record.state = state_as_told(&record).to_owned();
        if is_asked(&record) {
            record.review = asked(&record).map(answer_by);
        }
        if !DECIDED.contains(&record.state.as_str()) {
            record.due = None;
            record.updated = record.created;
            record.version = 1;
        }
    }
    for field in untold {
        record.fields.remove(*field);
    }
    Some(record)
}

/// How a request stands, as whoever made it is told.
fn state_as_told(request: &Opened) -> &'static str {
    let of_case = request.state.strip_prefix(SLIP).map(|rest| rest.trim_start_matches('-'));
    let state = of_case.unwrap_or(&request.state);
    let shown = request.text("matched", Exit::Decision).starts_with(SLIPS[1]);
    let waits = asked(request).is_some() && !request.fields.contains_key("answered");
    match DECIDED.into_iter().find(|decided| *decided == state) {
        Some(decided) => decided,
        None if of_case.is_some() && !shown && waits => UNSHOWN_ASKED,
        None if of_case.is_some() && !shown => UNSHOWN,
        None if waits => IDENTIFYING,
        None => OPEN,
    }
}

/// When whoever made a request was asked who they are.
pub fn asked(request: &Opened) -> Option<Timestamp> {
    request.text("asked", Exit::Decision).parse().ok()
}

/// Whether whoever made a request, as they are told of it, was asked who they are and has not answered.
pub fn is_asked(told: &Opened) -> bool {
    told.kind == KIND && [IDENTIFYING, UNSHOWN_ASKED].contains(&told.state.as_str())
}

/// Whether they may answer yet.
pub fn may_reply(told: &Opened, now: Timestamp) -> bool {
    is_asked(told) && told.review.is_some_and(|until| now <= until)
}

/// The days on which records go, as their owner is told of them: as [`as_told`].
pub fn days_as_told(mut coming: Vec<Coming>) -> Vec<Coming> {
    coming.retain(|one| {
        one.kind != KIND || DECIDED.iter().any(|decided| one.state.ends_with(decided))
    });
    coming
}

/// Who has looked, as the owner is told: not how the program leads a request to where it belongs,
/// which would tell whether an address is known.
pub fn looks_as_told(mut looks: Vec<Looked>) -> Vec<Looked> {
    looks.retain(|look| look.role != ROUTING);
    looks
}

/// A request that arrived then, with its clock running from there.
pub fn draft(notice: &Notice, asked: &str, lang: Lang, arrived: Timestamp) -> Draft {
    Draft::new(KIND, "received", lang)
        .field("type", asked.to_owned())
        .field("language", lang.tag().to_owned())
        .arrived(arrived)
        .review(due(notice, asked, arrived))
}

#[cfg(test)]
pub mod sample;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_made_a_request_is_told_the_same_whatever_is_done_with_it_meanwhile() {
        let told = |state: &str, matched: &str| {
            let mut request =
                sample::request(&[("type", "access"), ("matched", matched), ("owner", "a")]);
            request.state = state.to_owned();
            request.updated = "2026-01-16T10:00:00+02:00".parse().unwrap();
            request.version = 7;
            request.due = Some("2026-03-16T10:00:00+02:00".parse().unwrap());
            let told = as_told(request).unwrap();
            let names: Vec<String> = told.fields.into_keys().collect();
            (told.state, told.updated, told.version, (told.review, told.due), names)
        };
        let first = told(OPEN, "");
        assert_eq!((first.0.as_str(), first.4.as_slice()), (OPEN, ["type".to_owned()].as_slice()));
        for state in WAITING {
            for standing in MAILBOX.into_iter().chain([ABOUT, ""]) {
                assert_eq!(told(state, &format!("{standing}x")), first, "{state} {standing}");
            }
        }
        // A slip: the state of its case is told once its maker has shown who they are.
        let slip = told(SLIP, "case:x");
        assert_eq!((slip.0.as_str(), &slip.1), (UNSHOWN, &first.1));
        for state in WAITING {
            assert_eq!(told(&slip_of(state), "case:x"), slip, "{state}");
            assert_eq!(told(&slip_of(state), "shown:x"), first, "{state}");
        }
        // Who is asked is told so and until when, whatever becomes of the case.
        let asked = |state: &str, matched: &str| {
            let at = ("asked", "2026-01-15T10:00:00+02:00");
            let mut request = sample::request(&[("type", "access"), ("matched", matched), at]);
            request.state = state.to_owned();
            let told = as_told(request).unwrap();
            (told.state, told.review.map(|day| day.to_string()), told.fields.len())
        };
        let until = Some("2026-02-15T08:00:00Z".to_owned());
        for state in WAITING {
            let told = asked(&slip_of(state), "case:x");
            assert_eq!(told, (UNSHOWN_ASKED.to_owned(), until.clone(), 1), "{state}");
        }
        assert_eq!(asked(IDENTIFYING, "").0, IDENTIFYING);
        assert_eq!(told("granted", "").0, "granted");
        assert_eq!(told(&slip_of("granted"), "shown:x").0, "granted");
    }

    #[test]
    fn what_staff_note_is_told_to_nobody() {
        let mut note = sample::request(&[("text", "Kysy arkistosta"), ("author", "a")]);
        note.kind = NOTE.to_owned();
        assert!(as_told(note).is_none());
    }
}
