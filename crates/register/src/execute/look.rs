//! What is found when a plan is run: which rows go, which stay in part, and which keys nothing
//! needs afterwards.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use seloste_kernel::{Fault, KeyId, PersonId, RecordId};
use seloste_notice::model::Notice;
use seloste_store::Tx;
use seloste_store::tables::holds::Hold;
use seloste_store::tables::records::{Change, RecordRow};
use seloste_store::tables::{lookups, persons, records};
use serde::{Deserialize, Serialize};

use crate::automated::goes;
use crate::consented::{Groups, group_of, kept_by};
use crate::erase::{holds_of, next_due, outcome, rows_of};
use crate::{Keeping, Outcome, Why, body};

/// What one person has at this moment, and what of it goes.
pub(super) struct Held {
    pub person: PersonId,
    pub going: Vec<RecordRow>,
    /// What changes of the planned that stay, with their grounds.
    pub parts: Vec<(RecordRow, Part)>,
    /// What stays of the planned, and why.
    pub kept: Vec<(i64, Keeping)>,
    /// Keys that seal what stays.
    pub needed: HashSet<KeyId>,
    pub keys: BTreeSet<KeyId>,
    pub stays: bool,
}

/// What becomes of a record that grounds keep, whole or in part.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Part {
    pub person: PersonId,
    pub record: RecordId,
    /// Fields that go.
    pub gone: Vec<String>,
    /// Groups whose keys go.
    groups: Vec<String>,
    /// Its lookups that go.
    pub lookups: Vec<String>,
    /// When the grounds are looked at again.
    due_ms: Option<i64>,
    /// Why the rest is to go.
    #[serde(default = "due")]
    pub why: Why,
}

/// What an intent of an earlier program meant.
const fn due() -> Why {
    Why::Due
}

/// What these persons have, and what of it goes: what is planned, still there and not held. What
/// was erased once is not kept by a hold that the same backup brought back.
pub(super) fn look(
    tx: &mut Tx,
    planned: &BTreeMap<PersonId, BTreeSet<RecordId>>,
    why: Why,
    now_ms: i64,
) -> Result<Vec<Held>, Fault> {
    let holds = match why {
        Why::Restore => HashMap::new(),
        _ => holds_of(tx, &planned.keys().copied().collect(), why, now_ms)?,
    };
    let mut found = Vec::with_capacity(planned.len());
    for (person, planned) in planned {
        let mut held = Held {
            person: *person,
            going: Vec::new(),
            parts: Vec::new(),
            kept: Vec::new(),
            needed: HashSet::new(),
            keys: persons::keys(tx, *person)?.into_iter().map(|(_, key)| key).collect(),
            stays: false,
        };
        for row in rows_of(tx, *person)? {
            let holds = holds.get(&row.id).map_or(&[][..], Vec::as_slice);
            held.sort(row, holds, planned, (why, now_ms));
        }
        found.push(held);
    }
    Ok(found)
}

impl Held {
    /// Whether a key goes: it is the person's, and nothing that stays needs it.
    pub fn destroys(&self, key: KeyId) -> bool {
        self.keys.contains(&key) && !self.needed.contains(&key)
    }

    /// The rows that go, and those that only a ground keeps from now on.
    pub fn leaving(&self) -> impl Iterator<Item = &RecordRow> {
        self.going.iter().chain(self.parts.iter().map(|(row, _)| row))
    }

    /// Puts a row where it belongs.
    fn sort(
        &mut self,
        row: RecordRow,
        holds: &[Hold],
        planned: &BTreeSet<RecordId>,
        cause: (Why, i64),
    ) {
        let groups = Groups::in_row(&row).0;
        let needs = |gone: &[String]| {
            let left = groups.iter().filter(|(group, _)| !gone.contains(group));
            left.map(|(_, key)| *key).chain([row.key]).collect::<Vec<_>>()
        };
        if !planned.contains(&row.id) {
            self.needed.extend(needs(&[]));
            self.stays = true;
            return;
        }
        let outcome = outcome(&row, holds);
        if outcome == Outcome::Remove {
            self.going.push(row);
            return;
        }
        let part = Part::of(&row, holds, &outcome, cause);
        self.needed.extend(needs(&part.groups));
        self.stays = true;
        self.kept.extend(outcome.kept().first().map(|longest| (row.policy, longest.clone())));
        if part.changes(&row) {
            self.parts.push((row, part));
        }
    }
}

impl Part {
    fn of(row: &RecordRow, holds: &[Hold], outcome: &Outcome, (why, now_ms): (Why, i64)) -> Self {
        let (gone, groups) = match outcome {
            Outcome::Strip { gone, kept } => {
                let grounds = kept.iter().map(|kept| kept.ground.as_str()).collect();
                let groups = Groups::in_row(row).0.into_keys();
                (gone.clone(), groups.filter(|group| !kept_by(group, &grounds)).collect())
            }
            _ => (Vec::new(), Vec::new()),
        };
        // What is kept as a whole waits, past its last day, for the end of what keeps it.
        let due_ms = match holds.iter().any(|hold| hold.field.is_none()) {
            true => Some(row.due_ms.map_or(now_ms, |due| due.min(now_ms))),
            false => next_due(holds, now_ms),
        };
        let (person, record) = (row.person, row.id);
        Self { person, record, gone, groups, lookups: Vec::new(), due_ms, why }
    }

    /// Whether keys of groups go with it.
    pub fn destroys(&self) -> bool {
        !self.groups.is_empty()
    }

    /// Leaves the keys out that seal what stays: staff may hold a field that the notice groups with
    /// others. Gives those keys.
    pub fn spare(&mut self, row: &RecordRow, notice: &Notice, kind: &str) -> Vec<KeyId> {
        let cells = body::decode(&row.body).unwrap_or_default();
        let stay = cells.iter().map(|(name, _)| name).filter(|name| !goes(name, &self.gone));
        let declared = notice.kind(kind);
        let needed: BTreeSet<String> =
            stay.filter_map(|name| group_of(notice, declared?, name)).collect();
        self.groups.retain(|group| !needed.contains(group));
        let all = Groups::of(&cells).0;
        all.into_iter().filter(|(group, _)| needed.contains(group)).map(|(_, key)| key).collect()
    }

    fn changes(&self, row: &RecordRow) -> bool {
        let cells = body::decode(&row.body).unwrap_or_default();
        let wish = Why::WISHES.contains(&self.why) && body::wished(&cells).is_none();
        let noted = body::asked_ms(&cells).is_some() && !wish;
        !self.gone.is_empty() || !noted || self.due_ms != row.due_ms
    }

    /// Takes what goes out of the record; can be repeated.
    pub fn write(&self, tx: &mut Tx, at_ms: i64) -> Result<(), Fault> {
        let Some(row) = records::get(tx, self.person, self.record)? else { return Ok(()) };
        let mut change = Change { updated_ms: at_ms, ..Change::default() };
        change.due_ms = Some(self.due_ms);
        // A body so damaged that it cannot be read is kept as it is; the scan tells of it.
        if let Ok(mut cells) = body::decode(&row.body) {
            cells.retain(|(name, _)| !goes(name, &self.gone));
            let mut groups = Groups::of(&cells);
            groups.0.retain(|group, _| !self.groups.contains(group));
            groups.put(&mut cells)?;
            body::note_asked(&mut cells, at_ms, self.why);
            change.body = Some(body::encode(&cells)?);
        }
        records::update(tx, row.person, row.id, row.version, &change)?;
        for field in &self.lookups {
            lookups::delete_field(tx, field, row.person, row.id)?;
        }
        Ok(())
    }
}
