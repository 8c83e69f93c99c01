//! Holds outside the database: what staff hold, and what they let go, stands on the erasure list as well, as
//! keyed hashes. A backup from before neither erases what has been held since, nor keeps for ever what
//! was let go.

use std::sync::Arc;

use seloste_kernel::{Fault, PersonId, RecordId, Timestamp};
use seloste_store::Tx;
use seloste_store::tables::holds::{self, Hold};
use seloste_store::tables::records::{self, Change, RecordRow};

use super::declared_grounds;
use super::end::free;
use crate::keyring::{Keyring, day_of};
use crate::read::in_force;
use crate::restore::restoring;
use crate::trail::Subject;
use crate::{Access, Engine};

/// Rows looked at in one step.
const ROWS: i64 = 500;

/// So many minutes has a day.
const MINUTES: i64 = 24 * 60;

/// A hold may end at the latest so many days after it was set; one that ends later has no end here.
const DAYS: i64 = 100 * 366;

/// That something was held or let go on a day at all.
const SOME: &[u8] = b"holds of this day";

/// What stands on the list of one turn of a hold.
struct Turn<'a> {
    record: RecordId,
    ground: &'a str,
    nth: u32,
}

impl Turn<'_> {
    fn says(&self, what: &str) -> Vec<u8> {
        let Self { record, ground, nth } = self;
        let nth = nth.to_be_bytes();
        let name = format!(" {ground} {what}");
        [b"hold".as_slice(), record.as_bytes(), &nth, name.as_bytes()].concat()
    }

    fn held(&self) -> Vec<u8> {
        self.says("held")
    }

    fn freed(&self) -> Vec<u8> {
        self.says("freed")
    }

    /// All that it says, of a hold or of its end.
    fn marks(&self, hold: Option<&Hold>) -> Vec<Vec<u8>> {
        let Some(hold) = hold else { return vec![self.freed()] };
        let fields = hold.field.iter().flat_map(|names| names.split(' '));
        let mut marks: Vec<Vec<u8>> = fields.map(|name| self.says(&of_field(name))).collect();
        if let Some(until) = hold.until_ms {
            // The minute that has wholly passed then: nothing is let go before its time.
            let minute = until.div_euclid(60_000) + i64::from(until.rem_euclid(60_000) > 0);
            marks.push(self.says(&of_day(minute.div_euclid(MINUTES))));
            marks.push(self.says(&of_minute(minute.rem_euclid(MINUTES))));
        }
        marks.push(self.held());
        marks
    }
}

fn of_field(name: &str) -> String {
    format!("field {name}")
}

fn of_day(day: i64) -> String {
    format!("until day {day}")
}

fn of_minute(minute: i64) -> String {
    format!("until minute {minute}")
}

/// How often a hold was set or ended on that day.
fn turns(keyring: &Keyring, (record, ground): (RecordId, &str), day: i32) -> u32 {
    let noted = |nth: u32| {
        let turn = Turn { record, ground, nth };
        [turn.held(), turn.freed()].iter().any(|mark| keyring.was_left_behind_on(mark, day))
    };
    (0..u32::MAX).find(|nth| !noted(*nth)).unwrap_or(u32::MAX)
}

impl Engine {
    /// Puts on the list how it stands with this ground on these records.
    pub(super) async fn note_holds(
        &self,
        on: Vec<(PersonId, RecordId)>,
        ground: &str,
    ) -> Result<(), Fault> {
        let (of, asked, now) = (ground.to_owned(), on.clone(), self.now());
        let now_ms = now.as_millisecond();
        let look = move |tx: &mut Tx| {
            let of_record = |(person, record): &(PersonId, RecordId)| {
                let there = holds::of_record(tx, *person, *record)?;
                let mut there = there.into_iter();
                Ok(there.find(|hold| hold.ground == of && in_force(hold, now_ms)))
            };
            asked.iter().map(of_record).collect::<Result<Vec<Option<Hold>>, Fault>>()
        };
        let there = self.store.read(look).await?;
        let (keyring, ground) = (Arc::clone(&self.keyring), ground.to_owned());
        let noted = tokio::task::spawn_blocking(move || {
            let day = day_of(now);
            let mut marks = vec![SOME.to_vec()];
            for ((_, record), hold) in on.into_iter().zip(&there) {
                let nth = turns(&keyring, (record, &ground), day);
                marks.extend(Turn { record, ground: &ground, nth }.marks(hold.as_ref()));
            }
            keyring.leave_all_behind_on(&marks, day)
        });
        noted.await.map_err(Fault::internal)?
    }

    /// After a backup of that moment was put back, and before anything is erased again: what staff have
    /// held since is held, what they let go is free; says of how many records the backup knew otherwise.
    ///
    /// # Errors
    /// When keys or store fail.
    pub async fn hold_again(self: &Arc<Self>, made: Timestamp) -> Result<u64, Fault> {
        let days: Vec<i32> = (day_of(made)..=day_of(self.now()))
            .rev()
            .filter(|day| self.keyring.was_left_behind_on(SOME, *day))
            .collect();
        let (mut changed, mut after) = (0, None);
        if days.is_empty() {
            return Ok(changed);
        }
        loop {
            let rows = self.store.read(move |tx| records::all(tx, after, ROWS)).await?;
            let Some(last) = rows.last().map(|row| row.id) else { return Ok(changed) };
            after = Some(last);
            for row in &rows {
                changed += u64::from(self.hold_row_again(row, &days).await?);
            }
        }
    }

    async fn hold_row_again(&self, row: &RecordRow, days: &[i32]) -> Result<bool, Fault> {
        // What is on the list itself goes; nothing of it is held.
        let Ok(key) = self.keyring.key(row.key) else { return Ok(false) };
        let policy = self.policy(row.policy).await?;
        let register = self.register(&policy.register)?;
        let written = self.version(&policy).await?;
        let fields = written.notice.kind(&policy.kind).map(|kind| kind.fields.as_slice());
        let fields: Vec<&str> =
            fields.unwrap_or_default().iter().map(|field| field.name.as_str()).collect();
        let (person, record) = (row.person, row.id);
        let there = self.store.read(move |tx| holds::of_record(tx, person, record)).await?;
        let mut changed = false;
        for ground in declared_grounds(&register.notice) {
            let Some(wanted) = self.last_hold(row, (ground, &fields), days) else { continue };
            let known = there.iter().find(|hold| hold.ground == ground);
            let says = |hold: &Hold| (hold.field.clone(), hold.until_ms.map(|ms| ms / 60_000));
            if wanted.as_ref().map(says) == known.map(says) {
                continue;
            }
            let access = Access::of_engine(Arc::clone(&register), restoring());
            let word = if wanted.is_some() { "hold" } else { "release-hold" };
            let subject = Subject { person, records: &[record], key: &key };
            let traced = self.trail(&access, word, &policy.kind, Some(subject), 1)?;
            let (ground, now_ms) = (ground.to_owned(), self.now().as_millisecond());
            self.write_surely(move |tx| {
                free(tx, (person, record), &ground, (&Change::default(), now_ms))?;
                if let Some(hold) = &wanted {
                    holds::insert(tx, hold)?;
                }
                traced.write(tx)
            })
            .await?;
            changed = true;
        }
        Ok(changed)
    }

    /// How it stood last with a ground on a record: held so, or free; `None` where the list does not say.
    fn last_hold(
        &self,
        row: &RecordRow,
        (ground, fields): (&str, &[&str]),
        days: &[i32],
    ) -> Option<Option<Hold>> {
        let (keyring, record) = (&*self.keyring, row.id);
        let last = |day: &i32| Some((turns(keyring, (record, ground), *day).checked_sub(1)?, *day));
        let (nth, day) = days.iter().find_map(last)?;
        let turn = Turn { record, ground, nth };
        let said = |mark: &[u8]| keyring.was_left_behind_on(mark, day);
        if !said(&turn.held()) {
            return Some(None);
        }
        let fields: Vec<&str> =
            fields.iter().copied().filter(|name| said(&turn.says(&of_field(name)))).collect();
        let first = i64::from(day);
        let until = (first..first + DAYS).find(|day| said(&turn.says(&of_day(*day))));
        let minute = (0..MINUTES).find(|minute| said(&turn.says(&of_minute(*minute))));
        let until_ms = until.zip(minute).map(|(day, minute)| (day * MINUTES + minute) * 60_000);
        let field = Some(fields.join(" ")).filter(|names| !names.is_empty());
        let created_ms = self.now().as_millisecond();
        let ground = ground.to_owned();
        Some(Some(Hold { person: row.person, record, ground, field, until_ms, created_ms }))
    }
}
