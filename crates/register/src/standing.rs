//! What decides, beside its content, whether a record may be opened now: its last day, holds and
//! restriction. Read for many rows in one look at the database.

use seloste_kernel::{Actor, Fault, FaultKind, PersonId};
use seloste_store::Tx;
use seloste_store::tables::records::RecordRow;
use seloste_store::tables::{holds, persons};

use crate::access::{Access, Action, RIGHTS};
use crate::erase::fields_of;
use crate::read::in_force;

/// How one record stands at one moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Standing {
    /// Past its last day, and no hold keeps it.
    gone: bool,
    /// Only the person's rights open it (Art. 18).
    restricted: bool,
    /// Past its last day, and grounds keep these fields of it only.
    only: Option<Vec<String>>,
}

impl Standing {
    /// How a record stands.
    pub(crate) fn of(tx: &mut Tx, row: &RecordRow, now_ms: i64) -> Result<Self, Fault> {
        let restricted = is_restricted(tx, row.person)?;
        Self::with(tx, row, now_ms, restricted)
    }

    /// How each of these records stands, in their order. Neighbours of one person ask once for
    /// the person.
    pub(crate) fn of_all(tx: &mut Tx, rows: &[RecordRow], now_ms: i64) -> Result<Vec<Self>, Fault> {
        let mut last: Option<(PersonId, bool)> = None;
        let mut all = Vec::with_capacity(rows.len());
        for row in rows {
            let restricted = match last {
                Some((person, restricted)) if person == row.person => restricted,
                _ => is_restricted(tx, row.person)?,
            };
            last = Some((row.person, restricted));
            all.push(Self::with(tx, row, now_ms, restricted)?);
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

    fn with(tx: &mut Tx, row: &RecordRow, now_ms: i64, restricted: bool) -> Result<Self, Fault> {
        let due = row.due_ms.is_some_and(|due| due <= now_ms);
        let holds = match due {
            true => holds::of_record(tx, row.person, row.id)?,
            false => Vec::new(),
        };
        let held: Vec<_> = holds.into_iter().filter(|hold| in_force(hold, now_ms)).collect();
        let in_part = !held.is_empty() && held.iter().all(|hold| hold.field.is_some());
        let only = in_part.then(|| fields_of(&held).map(str::to_owned).collect());
        Ok(Self { gone: due && held.is_empty(), restricted, only })
    }

    /// Whether this part of the record may be seen. What no ground keeps is gone with the last
    /// day, whether or not the sweep has come.
    pub(crate) fn shows(&self, name: &str) -> bool {
        self.only.as_ref().is_none_or(|only| only.iter().any(|field| field == name))
    }

    /// Past its last day a record is unreadable at once, whether or not the sweep has come.
    pub(crate) fn admits(&self, access: &Access) -> Result<(), Fault> {
        if self.gone {
            return Err(Fault::new(FaultKind::Gone, "fault-erased"));
        }
        self.is_free_for(access)
    }

    /// What is restricted is stored and nothing else (Art. 18(2)). It opens for the person's rights,
    /// legal claims among them; and the program itself may erase it on its day. Staff may not even
    /// erase it: the person may need it.
    pub(crate) fn is_free_for(&self, access: &Access) -> Result<(), Fault> {
        let erases = access.action == Action::Erase && !matches!(access.actor, Actor::Staff { .. });
        if self.restricted && access.purpose != RIGHTS && !erases {
            return Err(Fault::new(FaultKind::Restricted, "fault-restricted"));
        }
        Ok(())
    }
}

fn is_restricted(tx: &mut Tx, person: PersonId) -> Result<bool, Fault> {
    let known = persons::get(tx, person)?;
    // Who is about to leave is not to be looked at any more. And a row that somebody changed is
    // none; what it said may have been that.
    Ok(known.is_none_or(|row| row.restricted || row.leaving_ms.is_some()))
}
