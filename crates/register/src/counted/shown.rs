//! Totals as they are shown and given out: of what lives and of what is only counted any more. Rare
//! combinations stand together as others, so many of them that no subtraction tells one.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::{Mutex, PoisonError};

use seloste_kernel::Fault;
use seloste_notice::model::{Anonymise, CountedPer};

use super::{Cell, Counters, Sealer, living};
use crate::access::not_found;
use crate::{Access, Engine, Query};

/// The totals of a kind. They do not change when a record goes.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Totals {
    /// Rarer combinations are among the others.
    pub fewer_than: u32,
    /// The combinations that are not rare.
    pub rows: Vec<TotalRow>,
    /// All others together; `None` where there are none.
    pub other: Option<TotalRow>,
    /// All of them.
    pub all: TotalRow,
}

/// So many records, and what their numbers add up to.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize)]
pub struct TotalRow {
    /// The month or year in which they were written, as `2026-01` or `2026`.
    pub period: String,
    /// What they say, by field.
    pub facts: BTreeMap<String, String>,
    /// How many there have been.
    pub records: u64,
    /// How many of them are gone.
    pub gone: u64,
    /// Their numbers, by field; none where so few are gone that one could be told.
    pub sums: Option<BTreeMap<String, i64>>,
}

/// What lives and what is gone of one combination.
#[derive(Debug, Clone, Default)]
struct Both {
    live: Cell,
    gone: Cell,
}

impl Both {
    fn records(&self) -> u64 {
        self.live.records.saturating_add(self.gone.records)
    }

    fn people(&self) -> u64 {
        self.live.people.saturating_add(self.gone.people)
    }

    /// Whether numbers of it can be told: nobody is told apart in it, nor in what is gone of it.
    fn is_safe(&self, fewer_than: u64) -> bool {
        !is_rare(&self.gone, fewer_than) && (self.records() == 0 || self.people() >= fewer_than)
    }

    fn join(&mut self, other: &Self) {
        self.live.join(&other.live);
        self.gone.join(&other.gone);
    }

    fn row(&self, (period, facts): Place, with_sums: bool) -> TotalRow {
        let mut all = self.live.clone();
        all.join(&self.gone);
        let (records, gone) = (self.records(), self.gone.records);
        TotalRow { period, facts, records, gone, sums: with_sums.then_some(all.sums) }
    }
}

/// Whether it is of few people: six records of one person tell that person.
const fn is_rare(cell: &Cell, fewer_than: u64) -> bool {
    cell.records > 0 && cell.people < fewer_than
}

type Place = (String, BTreeMap<String, String>);

/// The combinations, and apart from them what cannot be shown by itself.
struct Parted {
    cells: BTreeMap<Place, Both>,
    other: Both,
    fewer_than: u64,
}

impl Parted {
    /// What is gone is told of a combination only where enough of it is; and of the others, which are
    /// what is missing from the total, as well: the smallest of the rest go with them.
    fn part_gone(&mut self) {
        for both in self.cells.values_mut() {
            if is_rare(&both.gone, self.fewer_than) {
                self.other.gone.join(&std::mem::take(&mut both.gone));
            }
        }
        while is_rare(&self.other.gone, self.fewer_than) {
            let some = self.cells.values_mut().filter(|both| both.gone.records > 0);
            let Some(both) = some.min_by_key(|both| both.gone.people) else { break };
            self.other.gone.join(&std::mem::take(&mut both.gone));
        }
    }

    /// The same for combinations of which few live.
    fn part_rare(&mut self) {
        let fewer_than = self.fewer_than;
        let rare = self.cells.extract_if(.., |_, both| both.people() < fewer_than);
        rare.for_each(|(_, both)| self.other.join(&both));
        while self.other.live.records > 0 && self.other.people() < fewer_than {
            let smallest = self.cells.iter().min_by_key(|(_, both)| both.people());
            let Some(place) = smallest.map(|(place, _)| place.clone()) else { break };
            self.other.join(&self.cells.remove(&place).unwrap_or_default());
        }
    }
}

impl Totals {
    fn of(rule: &Anonymise, live: &Counters, gone: &Counters) -> Self {
        let mut cells: BTreeMap<Place, Both> = BTreeMap::new();
        for cell in live.0.iter().map(|cell| as_told(cell, rule)) {
            cells.entry(place(&cell)).or_default().live.join(&cell);
        }
        for cell in gone.0.iter().map(|cell| as_told(cell, rule)) {
            cells.entry(place(&cell)).or_default().gone.join(&cell);
        }
        let mut all = Both::default();
        cells.values().for_each(|both| all.join(both));
        let fewer_than = u64::from(rule.fewer_than);
        let mut parted = Parted { cells, other: Both::default(), fewer_than };
        parted.part_gone();
        parted.part_rare();
        let Parted { cells, other, .. } = parted;
        // What is missing from the total must be no way to the numbers of few.
        let sums = other.is_safe(fewer_than);
        Self {
            fewer_than: rule.fewer_than,
            rows: cells.into_iter().map(|(place, both)| both.row(place, true)).collect(),
            other: (other.records() > 0).then(|| other.row(Place::default(), sums)),
            all: all.row(Place::default(), sums),
        }
    }
}

fn place(cell: &Cell) -> Place {
    (cell.period.clone(), cell.facts.clone())
}

/// A cell with no more than the notice in force tells: an earlier one may have told more.
fn as_told(cell: &Cell, rule: &Anonymise) -> Cell {
    let mut told = cell.clone();
    let names = |fields: &[seloste_notice::model::Named]| -> BTreeSet<String> {
        fields.iter().map(|named| named.value.clone()).collect()
    };
    let (by, sum) = (names(&rule.by), names(&rule.sum));
    told.facts.retain(|name, _| by.contains(name));
    told.sums.retain(|name, _| sum.contains(name));
    told.period.truncate(match rule.per {
        None => 0,
        Some(CountedPer::Year) => "2026".len(),
        Some(CountedPer::Month) => "2026-01".len(),
    });
    told
}

impl Engine {
    /// The totals of a kind of which the notice lets counts stay: what lives, opened under this access
    /// with an entry that says how many were looked through, and what is gone. What is restricted or past
    /// its day is not opened, and is missing until it is free or gone.
    ///
    /// # Errors
    /// `NotFound` when nothing of the kind stays as counts, or the access does not open every field that
    /// is counted.
    pub async fn totals(&self, access: &Access, kind: &str) -> Result<Totals, Fault> {
        let id = access.register.notice.id.clone();
        let (register, rule) = self.rule(&id, kind).ok_or_else(not_found)?;
        let declared = register.notice.kind(kind).ok_or_else(not_found)?;
        let opens = |name: &str| {
            let purposes = declared.field(name).map(|field| field.purposes.as_slice());
            purposes.unwrap_or_default().iter().any(|named| named.value == access.purpose)
        };
        if !rule.fields().all(|named| opens(&named.value)) {
            return Err(not_found());
        }
        let live = Mutex::new((Counters::default(), HashSet::new()));
        let query = Query { limit: 1, ..Query::of(kind) };
        let count = |opened: &crate::Opened| {
            if opened.asked.is_none() {
                let mut live = live.lock().unwrap_or_else(PoisonError::into_inner);
                let (counters, known) = &mut *live;
                let mut cell = living(opened, &rule);
                cell.people = u64::from(known.insert((place(&cell), opened.person)));
                counters.add(cell);
            }
            false
        };
        self.search(access, &query, count).await?;
        let (kind, sealer) = (kind.to_owned(), Sealer::of(self));
        let gone = self.store.read(move |tx| Counters::of(tx, &sealer, &id, &kind)).await?;
        let (live, _) = live.into_inner().unwrap_or_else(PoisonError::into_inner);
        Ok(Totals::of(&rule, &live, &gone))
    }
}

#[cfg(test)]
mod tests;
