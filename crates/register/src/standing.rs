//! What decides, beside its content, whether a record may be opened now: its last day, holds, and
//! what the person has closed. Read for many rows in one look at the database.

use std::sync::Arc;

use seloste_kernel::{Fault, FaultKind, PersonId, RecordId};
use seloste_notice::model::Collect;
use seloste_store::Tx;
use seloste_store::tables::records::RecordRow;
use seloste_store::tables::{holds, limits, persons, records};

use crate::access::{Access, Action, RIGHTS};
use crate::automated::field_of;
use crate::erase::{fields_of, rows_of};
use crate::grounds::is_of_kind;
use crate::hold::kept::is_of_program;
use crate::objection::objected;
use crate::read::in_force;

/// How one record stands at one moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Standing {
    /// Past its last day, and neither a hold nor a restriction keeps it.
    gone: bool,
    /// Only the person's rights open it (Art. 18).
    restricted: bool,
    /// The purposes that the person has closed (Art. 21).
    objected: Arc<[String]>,
    /// Past its last day, and grounds keep these fields of it only.
    only: Option<Vec<String>>,
    /// Past its last day: the grounds that keep it.
    kept: Vec<String>,
}

/// What one person has closed.
struct Closed {
    person: PersonId,
    /// Nobody else looks at anything of theirs now.
    all: bool,
    /// Everything is restricted, and so kept.
    stored: bool,
    records: Vec<RecordId>,
    purposes: Arc<[String]>,
}

impl Closed {
    fn of(tx: &mut Tx, person: PersonId) -> Result<Self, Fault> {
        let known = persons::get(tx, person)?;
        let limits = limits::of_person(tx, person)?;
        let (purposes, restrictions): (Vec<_>, Vec<_>) =
            limits.into_iter().partition(|limit| limit.purpose.is_some());
        let stored = restrictions.iter().any(|limit| limit.record.is_none());
        // Who is about to leave is not to be looked at any more. And a row that somebody changed is
        // none; what it said may have been that.
        let all = known.is_none_or(|row| row.restricted || row.leaving_ms.is_some());
        Ok(Self {
            person,
            all: all || stored,
            stored,
            records: restrictions.into_iter().filter_map(|limit| limit.record).collect(),
            purposes: purposes.into_iter().filter_map(|limit| limit.purpose).collect(),
        })
    }

    /// Whether this record is restricted, by itself or with the whole that it hangs on.
    fn has(&self, row: &RecordRow) -> bool {
        self.records.contains(&row.id)
            || row.thread.is_some_and(|whole| self.records.contains(&whole))
    }
}

/// The records of a person that are restricted, and so stored past their day.
pub(crate) fn restricted(tx: &mut Tx, person: PersonId) -> Result<Vec<RecordRow>, Fault> {
    let closed = Closed::of(tx, person)?;
    if !closed.stored && closed.records.is_empty() {
        return Ok(Vec::new());
    }
    let rows = rows_of(tx, person)?;
    Ok(rows.into_iter().filter(|row| closed.stored || closed.has(row)).collect())
}

/// The records of a person that stay past their day for this restriction, and for no other.
pub(crate) fn restricted_by(
    tx: &mut Tx,
    person: PersonId,
    restriction: Option<RecordId>,
) -> Result<Vec<RecordRow>, Fault> {
    let rows = restricted(tx, person)?;
    let mut closed = Closed::of(tx, person)?;
    match restriction {
        None => closed.stored = false,
        Some(of) => closed.records.retain(|record| *record != of),
    }
    Ok(rows.into_iter().filter(|row| !closed.stored && !closed.has(row)).collect())
}

/// What a restriction answers.
const RESTRICTED: &str = "fault-restricted";

/// Whether it is a restriction that closes a record, and not the person's own word on a purpose.
pub(crate) fn is_restricted(fault: &Fault) -> bool {
    fault.key() == RESTRICTED
}

/// Those of these records of a person that are restricted, and so stored past their day.
pub(crate) fn restricted_of(
    tx: &mut Tx,
    person: PersonId,
    on: &[RecordId],
) -> Result<Vec<RecordRow>, Fault> {
    let closed = Closed::of(tx, person)?;
    let mut found = Vec::new();
    if !closed.stored && closed.records.is_empty() {
        return Ok(found);
    }
    for record in on {
        let row = records::get(tx, person, *record)?;
        found.extend(row.filter(|row| closed.stored || closed.has(row)));
    }
    Ok(found)
}

impl Standing {
    /// How a record stands.
    pub(crate) fn of(tx: &mut Tx, row: &RecordRow, now_ms: i64) -> Result<Self, Fault> {
        let closed = Closed::of(tx, row.person)?;
        Self::with(tx, row, now_ms, &closed)
    }

    /// How each of these records stands, in their order. Neighbours of one person ask once for
    /// the person.
    pub(crate) fn of_all(tx: &mut Tx, rows: &[RecordRow], now_ms: i64) -> Result<Vec<Self>, Fault> {
        let mut last: Option<Closed> = None;
        let mut all = Vec::with_capacity(rows.len());
        for row in rows {
            let closed = match last.take() {
                Some(closed) if closed.person == row.person => closed,
                _ => Closed::of(tx, row.person)?,
            };
            all.push(Self::with(tx, row, now_ms, &closed)?);
            last = Some(closed);
        }
        Ok(all)
    }

    /// Each of these records with how it stands.
    pub(crate) fn beside(
        tx: &mut Tx,
        rows: Vec<RecordRow>,
        now_ms: i64,
    ) -> Result<Vec<(RecordRow, Self)>, Fault> {
        let standings = Self::of_all(tx, &rows, now_ms)?;
        Ok(rows.into_iter().zip(standings).collect())
    }

    fn with(tx: &mut Tx, row: &RecordRow, now_ms: i64, closed: &Closed) -> Result<Self, Fault> {
        let own = closed.has(row);
        let stored = closed.stored || own;
        let due = row.due_ms.is_some_and(|due| due <= now_ms);
        let holds = match due {
            true => holds::of_record(tx, row.person, row.id)?,
            false => Vec::new(),
        };
        let held: Vec<_> = holds.into_iter().filter(|hold| in_force(hold, now_ms)).collect();
        let in_part = !stored && !held.is_empty() && held.iter().all(|hold| hold.field.is_some());
        let grounds = held.iter().map(|hold| hold.ground.clone()).collect();
        let only = in_part.then(|| fields_of(&held).map(str::to_owned).collect());
        Ok(Self {
            gone: due && held.is_empty() && !stored,
            restricted: closed.all || own,
            objected: Arc::clone(&closed.purposes),
            only,
            kept: if stored { Vec::new() } else { grounds },
        })
    }

    /// Whether this part of the record may be seen. What no ground keeps is gone with the last
    /// day, whether or not the sweep has come.
    pub(crate) fn shows(&self, name: &str) -> bool {
        self.only.as_ref().is_none_or(|only| only.iter().any(|field| field == field_of(name)))
    }

    /// Past its last day a record is unreadable at once, whether or not the sweep has come.
    pub(crate) fn admits(&self, access: &Access) -> Result<(), Fault> {
        if self.gone {
            return Err(Fault::new(FaultKind::Gone, "fault-erased"));
        }
        self.is_free_for(access)
    }

    /// What nothing but a hold of staff keeps past its day, for a claim or an order, serves just that and
    /// the person's rights (Art. 17(3)).
    pub(crate) fn serves(&self, access: &Access, kind: &Collect) -> Result<(), Fault> {
        let by_staff = |ground: &String| !is_of_program(ground) && !is_of_kind(kind, ground);
        let closed = !self.kept.is_empty() && self.kept.iter().all(by_staff);
        match closed && access.purpose != RIGHTS && access.action != Action::Erase {
            true => Err(Fault::new(FaultKind::Restricted, RESTRICTED)),
            false => Ok(()),
        }
    }

    /// What is restricted is stored and nothing else (Art. 18(2)): it opens for the person's rights,
    /// legal claims among them. A purpose that the person has closed does not open (Art. 21). The
    /// program itself may erase either when the person asks for it; staff may not even do that: the
    /// person may need it.
    pub(crate) fn is_free_for(&self, access: &Access) -> Result<(), Fault> {
        let erases = access.action == Action::Erase && access.actor.of_staff().is_none();
        if access.purpose == RIGHTS || erases {
            return Ok(());
        }
        if self.restricted {
            return Err(Fault::new(FaultKind::Restricted, RESTRICTED));
        }
        match self.objected.contains(&access.purpose) {
            true => Err(objected(access)),
            false => Ok(()),
        }
    }
}
