//! What a hold keeps whatever else happens to the record. A value that is corrected while staff hold it is
//! kept beside the new one, and what rested on a consent that was withdrawn stays without the consent, so
//! open to the person's rights and nothing else. Both go by themselves when nothing holds them any more
//! (Art. 17(3)(b), (e)).

use std::collections::BTreeSet;
use std::sync::Arc;

use seloste_kernel::{Actor, Fault, FaultKind, PersonId, RecordId, Sealed, Timestamp};
use seloste_notice::model::Collect;
use seloste_store::Tx;
use seloste_store::tables::holds::{self, Hold};
use seloste_store::tables::records::{self, Change, RecordRow};

use super::{OF_HOLD, OF_RECORD};
use crate::amend::Record;
use crate::automated::field_of;
use crate::body::{self, Cells};
use crate::grounds::is_of_kind;
use crate::keyring::day_of;
use crate::read::in_force;
use crate::restore::restoring;
use crate::trail::Subject;
use crate::withdraw::Withdrawn;
use crate::{Access, Engine};

/// Before a field's name, the name of the cell with the value that a hold kept when it was corrected.
pub const WAS: &str = "_was.";

/// Among the holds of a record, that something goes once the others let it. Its end is long past, so it
/// keeps nothing itself.
pub(super) const AFTER: &str = "_after";

/// Rows looked at in one step.
const ROWS: i64 = 200;

/// Notes that something of a record goes when what holds it ends.
pub(crate) fn note_after(tx: &mut Tx, (person, record): (PersonId, RecordId)) -> Result<(), Fault> {
    let ground = AFTER.to_owned();
    holds::insert(
        tx,
        &Hold { person, record, ground, field: None, until_ms: Some(0), created_ms: 0 },
    )
}

/// Whether something of a record goes when what holds it ends.
pub(crate) fn waits(tx: &mut Tx, (person, record): (PersonId, RecordId)) -> Result<bool, Fault> {
    Ok(holds::of_record(tx, person, record)?.iter().any(|hold| hold.ground == AFTER))
}

/// Whether these holds keep a cell.
pub(crate) fn keep(holds: &[Hold], cell: &str) -> bool {
    holds.iter().any(|hold| match &hold.field {
        None => true,
        Some(fields) => fields.split(' ').any(|field| field == field_of(cell)),
    })
}

/// Whether the program itself set it, on what goes with something else.
pub(crate) fn is_of_program(ground: &str) -> bool {
    [OF_HOLD, OF_RECORD].contains(&ground)
}

/// The holds on a record that keep the very value: those of staff.
pub(crate) fn of_staff(
    tx: &mut Tx,
    (person, record): (PersonId, RecordId),
    (kind, now_ms): (&Collect, i64),
) -> Result<Vec<Hold>, Fault> {
    let mut holds = holds::of_record(tx, person, record)?;
    holds.retain(|hold| {
        in_force(hold, now_ms) && !is_of_program(&hold.ground) && !is_of_kind(kind, &hold.ground)
    });
    Ok(holds)
}

/// The holds on a record that keep what rested on a consent when that ends: those of staff, and floors of
/// law. A state keeps the record for what the organisation has to do, which a consent alone never was.
pub(crate) fn against_withdrawal(
    tx: &mut Tx,
    (person, record): (PersonId, RecordId),
    (kind, now_ms): (&Collect, i64),
) -> Result<Vec<Hold>, Fault> {
    let mut holds = holds::of_record(tx, person, record)?;
    let of_state = |hold: &Hold| kind.holds.iter().any(|rule| rule.name == hold.ground);
    holds.retain(|hold| in_force(hold, now_ms) && !is_of_program(&hold.ground) && !of_state(hold));
    Ok(holds)
}

/// What stands for the end of a consent on the erasure list, while a hold keeps what rested on it: no key
/// is there that would tell a restored backup of it.
fn ended(record: RecordId, purpose: &str) -> Vec<u8> {
    [b"withdrawn under a hold".as_slice(), record.as_bytes(), purpose.as_bytes()].concat()
}

impl Engine {
    /// The value that these holds keep of a field which is about to change, under its other name. Of
    /// several that follow each other the first was held.
    pub(crate) fn was(
        &self,
        record: &Record<'_>,
        cells: &Cells,
        name: &str,
        holds: &[Hold],
    ) -> Result<Option<(String, Sealed)>, Fault> {
        let was = format!("{WAS}{name}");
        let there = |name: &str| cells.iter().find(|(known, _)| known == name);
        let Some((_, cell)) = there(name).filter(|_| keep(holds, name) && there(&was).is_none())
        else {
            return Ok(None);
        };
        let key = record.keys.field(record.written, record.kind, name)?;
        let text = body::open(&key, &record.place(name), cell)?;
        let pads = record.written.pads(record.kind, name);
        let sealed = self.seal_cell(pads, &key, &record.place(&was), &text)?;
        Ok(Some((was, sealed)))
    }

    /// Notes outside the database that a consent has ended of which a hold keeps what rested on it.
    pub(crate) async fn note_ended(&self, record: RecordId, purpose: &str) -> Result<(), Fault> {
        let (keyring, what) = (Arc::clone(&self.keyring), ended(record, purpose));
        let noted = tokio::task::spawn_blocking(move || keyring.leave_behind(&what));
        noted.await.map_err(Fault::internal)?
    }

    /// Ends again, after a backup of that moment was put back, the consents that have ended since although
    /// a hold kept what rested on them; how many.
    ///
    /// # Errors
    /// When keys or store fail.
    pub async fn end_consents_again(self: &Arc<Self>, made: Timestamp) -> Result<u64, Fault> {
        let (mut again, mut after) = (0, None);
        loop {
            let rows = self.store.read(move |tx| records::all(tx, after, ROWS)).await?;
            let Some(last) = rows.last().map(|row| row.id) else { return Ok(again) };
            after = Some(last);
            for row in rows {
                again += self.end_again(&row, day_of(made)).await?;
            }
        }
    }

    async fn end_again(self: &Arc<Self>, row: &RecordRow, made: i32) -> Result<u64, Fault> {
        let written = self.version(&self.policy(row.policy).await?).await?;
        let by_consent = written.notice.purposes.iter().map(|purpose| purpose.name.as_str());
        let ended: Vec<&str> = by_consent
            .filter(|name| written.notice.by_consent(name))
            .filter(|name| self.keyring.was_left_behind(&ended(row.id, name), made))
            .collect();
        if ended.is_empty() {
            return Ok(0);
        }
        let access = Access::of_engine(self.register(&written.notice.id)?, restoring());
        for purpose in &ended {
            self.withdraw(&access, row.id, purpose).await?;
        }
        Ok(ended.len() as u64)
    }

    /// Lets go of what holds kept beyond a correction or a withdrawal, wherever they have ended.
    ///
    /// # Errors
    /// When keys or store fail.
    pub(crate) async fn let_go_of_kept(self: &Arc<Self>) -> Result<(), Fault> {
        let mut before = None;
        loop {
            let step =
                move |tx: &mut Tx| holds::of_grounds(tx, &[AFTER.to_owned()], (-1, before), ROWS);
            let page = self.store.read(step).await?;
            let Some(last) = page.last() else { return Ok(()) };
            before = Some((last.created_ms, last.record));
            for hold in page {
                match self.let_go_of_record(hold.person, hold.record).await {
                    // Changed or erased meanwhile: the next round looks again.
                    Err(fault)
                        if matches!(fault.kind(), FaultKind::Conflict | FaultKind::NotFound) => {}
                    done => done?,
                }
            }
        }
    }

    /// The same for one record.
    pub(crate) async fn let_go_of_record(
        self: &Arc<Self>,
        person: PersonId,
        record: RecordId,
    ) -> Result<(), Fault> {
        let look = move |tx: &mut Tx| match waits(tx, (person, record))? {
            true => records::get(tx, person, record),
            false => Ok(None),
        };
        let Some(row) = self.store.read(look).await? else { return Ok(()) };
        let written = self.version(&self.policy(row.policy).await?).await?;
        let actor = Actor::Job("holds".to_owned());
        let access = Access::of_engine(self.register(&written.notice.id)?, actor);
        let mut left = self.forget_was(&access, &row).await?;
        let mut done = Withdrawn::default();
        if let Some((standing, ended)) = self.all_consents(&row).await? {
            let stands = |purpose: &str| standing.iter().any(|one| one.purpose == purpose);
            let over: BTreeSet<String> =
                ended.into_iter().map(|one| one.purpose).filter(|of| !stands(of)).collect();
            for purpose in over {
                self.withdraw_from(&access, record, &purpose, &mut done).await?;
            }
        }
        left |= !done.held.is_empty();
        if left {
            return Ok(());
        }
        self.write_surely(move |tx| holds::release(tx, person, record, AFTER).map(drop)).await
    }

    /// Takes earlier values out of a row that nobody holds any more; whether some are left.
    async fn forget_was(self: &Arc<Self>, access: &Access, row: &RecordRow) -> Result<bool, Fault> {
        let policy = self.policy(row.policy).await?;
        let written = self.version(&policy).await?;
        let mut cells = body::decode(&row.body)?;
        let Some(kind) = written.notice.kind(&policy.kind) else { return Ok(false) };
        let (at, now_ms, kind) = ((row.person, row.id), self.now().as_millisecond(), kind.clone());
        let holds = self.store.read(move |tx| of_staff(tx, at, (&kind, now_ms))).await?;
        let goes = |name: &str| name.starts_with(WAS) && !keep(&holds, name);
        let gone = cells.iter().filter(|(name, _)| goes(name)).count();
        let left = cells.iter().filter(|(name, _)| name.starts_with(WAS)).count() > gone;
        if gone == 0 {
            return Ok(left);
        }
        cells.retain(|(name, _)| !goes(name));
        let key = self.keyring.key(row.key)?;
        let subject = Subject { person: row.person, records: &[row.id], key: &key };
        let traced = self.trail(access, "erase:due", &policy.kind, Some(subject), gone as i64)?;
        let change =
            Change { body: Some(body::encode(&cells)?), updated_ms: now_ms, ..Change::default() };
        let ((person, id), version) = (at, row.version);
        let alone = self.alone().await;
        self.erase_copies(&alone, access, (person, crate::Why::Due)).await?;
        self.write_reserved(move |tx| {
            records::update(tx, person, id, version, &change)?;
            traced.write(tx)?;
            // The lock comes back with the result, after the commit.
            Ok(Arc::clone(&alone))
        })
        .await?;
        Ok(left)
    }
}
