//! Requests of persons as cases, wherever they come in: what one looks like when it is opened,
//! and by when it must be answered.

use seloste_kernel::{Actor, Fault, Lang, PersonId, RecordId, Timestamp};
use seloste_notice::model::{Notice, Period};
use seloste_register::{Access, Action, Draft, Looked, Opened, RIGHTS};

use crate::app::App;

/// The kind of a request.
pub const KIND: &str = "rights-request";

/// Its answer, a part of it.
pub const ANSWER: &str = "rights-answer";

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

/// The month that a request under the openness act may take, from its arrival (§ 14(4)).
pub fn longer(arrived: Timestamp) -> Timestamp {
    Period::of_months(1).after(arrived)
}

/// Whether a request of this number waits under the openness act. None is opened.
///
/// # Errors
/// When the store fails.
pub async fn openness_waits(app: &App, number: i64) -> Result<bool, Fault> {
    let states = [OPENNESS, LONGER[0], LONGER[1], LONGER[2]];
    let waiting = app.engine.waiting(&app.register()?.notice.id, KIND, &states).await?;
    Ok(waiting.iter().any(|one| one.number == Some(number)))
}

/// Somebody decides on it at this moment.
pub const DECIDING: &str = "deciding";

/// Matched with somebody else than whoever made it: the person has a request of their own instead,
/// and whoever made this one sees it as it was received.
pub const MOVED: &str = "moved";

/// As [`MOVED`], and its last period runs.
pub const SETTLED: &str = "settled";

/// Every state in which a request waits.
pub const WAITING: [&str; 7] = [OPEN, ERASURE, DECIDING, OPENNESS, LONGER[0], LONGER[1], LONGER[2]];

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

/// The requests that are matched with this person, whoever made them.
///
/// # Errors
/// When the store fails.
pub async fn about(app: &App, person: PersonId) -> Result<Vec<RecordId>, Fault> {
    let access = job_access(app, Action::DecideRequests)?;
    let found = app.engine.find(&access, "matched", &person.to_string()).await?;
    Ok(found.into_iter().map(|(_, record)| record).collect())
}

/// The actor of [`job_access`], as it stands in the ledger.
const ROUTING: &str = "job:requests";

/// Fields of a request with which it is handled, and which tell nothing of whoever made it.
pub const OURS: [&str; 3] = ["matched", "mandate-seen", "owner"];

/// A record as its owner is told of it. With whom a request was matched, and that it was, is
/// nothing for whoever made it: they may have given somebody else's address.
pub fn as_told(mut record: Opened) -> Opened {
    if record.kind != KIND {
        return record;
    }
    for ours in OURS {
        record.fields.remove(ours);
    }
    if [MOVED, SETTLED].contains(&record.state.as_str()) {
        record.state = OPEN.to_owned();
        record.updated = record.created;
        record.version = 1;
    }
    record
}

/// Who has looked, as the owner is told: not how the program leads a request to where it belongs,
/// which would tell whether an address is known.
pub fn looks_as_told(mut looks: Vec<Looked>) -> Vec<Looked> {
    looks.retain(|look| look.role != ROUTING);
    looks
}

/// A numbered request that arrived then, with its clock running from there.
pub fn draft(notice: &Notice, asked: &str, lang: Lang, arrived: Timestamp) -> Draft {
    Draft::new(KIND, "received", lang)
        .field("type", asked.to_owned())
        .field("language", lang.tag().to_owned())
        .arrived(arrived)
        .review(due(notice, asked, arrived))
        .numbered()
}

/// Two weeks for a document under the openness act (§ 14(4)). Otherwise one calendar month from arrival (Art. 12(3), counted as Reg. 1182/71 counts), thirty days, or
/// sooner where the notice promises it.
pub fn due(notice: &Notice, asked: &str, arrived: Timestamp) -> Timestamp {
    if asked == OPENNESS {
        return Period::of_days(14).after(arrived);
    }
    let law = [Period::of_months(1), Period::of_days(30)];
    let promised = notice.rights.iter().filter(|right| right.name == asked);
    // Whose data it is may not be known yet, so the shortest promise of all kinds holds.
    let kinds = notice.kinds().filter(|_| asked == "erasure");
    law.into_iter()
        .chain(promised.filter_map(|right| right.within))
        .chain(kinds.filter_map(|(_, collect)| collect.erase_within))
        .map(|period| period.after(arrived))
        .min()
        .unwrap_or(arrived)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn a_month_is_never_longer_than_the_calendar_s_and_never_longer_than_thirty_days() {
        let notice = Notice::default();
        let cases = [
            ("2026-01-31T10:00:00+02:00", "2026-02-28T10:00:00+02:00"),
            ("2028-01-31T10:00:00+02:00", "2028-02-29T10:00:00+02:00"),
            ("2026-07-01T10:00:00+03:00", "2026-07-31T10:00:00+03:00"),
            // Over the night in which the clocks change, the hour of the day stays.
            ("2026-03-01T10:00:00+02:00", "2026-03-31T10:00:00+03:00"),
        ];
        for (arrived, wanted) in cases {
            assert_eq!(due(&notice, "erasure", at(arrived)), at(wanted), "{arrived}");
        }
    }

    #[test]
    fn a_document_is_asked_for_two_weeks_and_at_most_a_month() {
        let arrived = at("2026-01-31T10:00:00+02:00");
        assert_eq!(due(&Notice::default(), OPENNESS, arrived), at("2026-02-14T10:00:00+02:00"));
        assert_eq!(longer(arrived), at("2026-02-28T10:00:00+02:00"));
    }

    #[test]
    fn a_shorter_promise_wins_and_a_longer_one_does_not() {
        let right = |within| seloste_notice::model::Right {
            name: "erasure".to_owned(),
            within: Some(within),
            text: Default::default(),
            span: Default::default(),
        };
        let mut notice = Notice { rights: vec![right(Period::of_days(3))], ..Notice::default() };
        let arrived = at("2026-01-14T10:00:00+02:00");
        assert_eq!(due(&notice, "erasure", arrived), at("2026-01-17T10:00:00+02:00"));
        assert_eq!(due(&notice, "access", arrived), at("2026-02-13T10:00:00+02:00"));
        notice.rights = vec![right(Period::of_months(3))];
        assert_eq!(due(&notice, "erasure", arrived), at("2026-02-13T10:00:00+02:00"));
    }
}
