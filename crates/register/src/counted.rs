//! What stays of a record that goes where the notice says so (`anonymise`): it was one, of such
//! choices, in such a month, with such numbers. The counters are raised by the intent that takes the
//! record, in its own transaction, so once and not again by another try.
//!
//! All counters of a kind are one value, in the order of what they say: no row, and no order of rows, tells
//! when something was counted or what came after what. There is no person in it and no record. They are
//! sealed (`sealed.rs`), here and in the intent: whoever has the database reads no small number in it.
//!
//! A record is counted when it is asked to go, also where a ground keeps some of it longer: from then on
//! it is among the gone ([`Opened::asked`]), and is not counted again when the ground ends. What a restored
//! backup brings back is counted as what it was before: the counters are from the same backup.

use std::collections::BTreeMap;
use std::sync::Arc;

use seloste_kernel::{Exit, Fault, Timestamp, ZONE};
use seloste_notice::model::{Anonymise, CountedPer, Field, FieldType};
use seloste_store::Tx;
use seloste_store::tables::meta;
use seloste_store::tables::records::RecordRow;
use serde::{Deserialize, Serialize};

use crate::body::{self, Cells};
use crate::consented::Groups;
use crate::{Engine, Opened, Register};

mod sealed;
mod shown;

pub(crate) use sealed::Sealer;
pub use shown::{TotalRow, Totals};

/// So many records that are alike, and what their numbers add up to.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Cell {
    /// The month or year in which they were written, as `2026-01` or `2026`; empty for all time.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub period: String,
    /// What they say, by field; without one that was not given.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub facts: BTreeMap<String, String>,
    pub records: u64,
    /// How many people they were of, at most: who erases one by one is several.
    #[serde(default)]
    pub people: u64,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub sums: BTreeMap<String, i64>,
}

impl Cell {
    fn place(&self) -> (&str, &BTreeMap<String, String>) {
        (&self.period, &self.facts)
    }

    /// Takes in what is alike, of other people.
    fn take_in(&mut self, other: &Self) {
        self.people = self.people.saturating_add(other.people);
        self.add_records(other);
    }

    /// Takes in what is not alike, and perhaps of the same people: so many there are at least.
    fn join(&mut self, other: &Self) {
        self.people = self.people.max(other.people);
        self.add_records(other);
    }

    fn add_records(&mut self, other: &Self) {
        self.records = self.records.saturating_add(other.records);
        for (field, sum) in &other.sums {
            let known = self.sums.entry(field.clone()).or_default();
            *known = known.saturating_add(*sum);
        }
    }
}

/// The counters of one kind, in the order of what they say; each combination once.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Counters(Vec<Cell>);

impl Counters {
    /// These are of one person.
    fn of_one(&mut self) {
        self.0.iter_mut().for_each(|cell| cell.people = 1);
    }

    pub fn add(&mut self, cell: Cell) {
        let at = self.0.binary_search_by(|known| known.place().cmp(&cell.place()));
        match at {
            Ok(at) => self.0.iter_mut().skip(at).take(1).for_each(|known| known.take_in(&cell)),
            Err(at) => self.0.insert(at, cell),
        }
    }

    fn of(tx: &mut Tx, sealer: &Sealer, register: &str, kind: &str) -> Result<Self, Fault> {
        let name = name(register, kind);
        match meta::get(tx, &name)? {
            Some(text) => sealer.open(&name, &text),
            None => Ok(Self::default()),
        }
    }
}

/// What an erasure adds to counters, by register and kind.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Counted(Vec<OfKind>);

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct OfKind {
    register: String,
    kind: String,
    counters: Counters,
}

impl Counted {
    fn add(&mut self, register: String, kind: String, cell: Cell) {
        let known = self.0.iter_mut().find(|of| of.register == register && of.kind == kind);
        match known {
            Some(known) => known.counters.add(cell),
            None => {
                let counters = Counters(vec![cell]);
                self.0.push(OfKind { register, kind, counters });
            }
        }
    }

    /// Adds what is counted of somebody else.
    pub fn take_in(&mut self, other: Self) {
        for of in other.0 {
            of.counters.0.into_iter().for_each(|cell| {
                self.add(of.register.clone(), of.kind.clone(), cell);
            });
        }
    }

    /// The kinds of which something is counted.
    pub fn kinds(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|of| of.kind.as_str())
    }

    /// Whether nothing is.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Raises the counters.
    pub fn write(&self, tx: &mut Tx, sealer: &Sealer) -> Result<(), Fault> {
        for of in &self.0 {
            let mut counters = Counters::of(tx, sealer, &of.register, &of.kind)?;
            of.counters.0.iter().for_each(|cell| counters.add(cell.clone()));
            let name = name(&of.register, &of.kind);
            meta::put(tx, &name, &sealer.seal(&name, &counters)?)?;
        }
        Ok(())
    }
}

/// Under which name the database keeps the counters of a kind.
fn name(register: &str, kind: &str) -> String {
    format!("{}{register}/{kind}", sealed::COUNTED)
}

impl Engine {
    /// What stays of these rows of one person as counts.
    pub(crate) async fn counted_of<'a>(
        &self,
        rows: impl Iterator<Item = &'a RecordRow>,
    ) -> Result<Counted, Fault> {
        let mut counted = Counted::default();
        for row in rows {
            let policy = self.policy(row.policy).await?;
            if self.rule(&policy.register, &policy.kind).is_none() {
                continue;
            }
            let written = self.version(&policy).await?;
            if let Some(cell) = self.as_counted(row, &written, &policy.kind) {
                counted.add(policy.register, policy.kind, cell);
            }
        }
        counted.0.iter_mut().for_each(|of| of.counters.of_one());
        Ok(counted)
    }

    /// What the notice in force says that stays of a kind.
    pub(crate) fn rule(&self, register: &str, kind: &str) -> Option<(Arc<Register>, Anonymise)> {
        let register = self.register(register).ok()?;
        let rule = register.notice.kind(kind)?.anonymise.clone()?;
        Some((register, rule))
    }

    /// Whether a row will be counted when it goes, by what its kind says.
    pub(crate) fn will_count(&self, row: &RecordRow, register: &str, kind: &str) -> bool {
        self.rule(register, kind).is_some() && !is_counted(row)
    }

    /// A row as it is counted; `None` for one that has been, or of a kind of which nothing stays. What
    /// does not open any more is counted without what it said.
    fn as_counted(&self, row: &RecordRow, written: &Register, kind: &str) -> Option<Cell> {
        if is_counted(row) {
            return None;
        }
        let (register, rule) = self.rule(&written.notice.id, kind)?;
        let cells = body::decode(&row.body).unwrap_or_default();
        let value = |name: &str| {
            let (now, then) = (coarse(&register, kind, name)?, coarse(written, kind, name)?);
            let held = self.held_in(row, &cells, (written, kind, name))?;
            Some((now, then, held))
        };
        let mut cell =
            Cell { period: period(rule.per, row.created_ms), records: 1, ..Cell::default() };
        for named in &rule.by {
            if let Some((now, then, held)) = value(&named.value)
                && [now, then].iter().any(|field| says(field, &held))
            {
                cell.facts.insert(named.value.clone(), held);
            }
        }
        for named in &rule.sum {
            if let Some(number) = value(&named.value).and_then(|(.., held)| held.parse().ok()) {
                cell.sums.insert(named.value.clone(), number);
            }
        }
        Some(cell)
    }

    /// What one cell of a row holds, if it opens; that of a row which a restore leaves out, too.
    fn held_in(
        &self,
        row: &RecordRow,
        cells: &Cells,
        (written, kind, field): (&Register, &str, &str),
    ) -> Option<String> {
        let (_, cell) = cells.iter().find(|(name, _)| name == field)?;
        let id = Groups::of(cells).id(written, kind, field).unwrap_or(row.key);
        let key = self.keyring.doomed(id).or_else(|| self.keyring.key(id).ok())?;
        let place = written.place(kind, field, row.person, row.id);
        let text = body::open(&key, &place, cell).ok()?;
        Some(text.expose(Exit::Decision).clone())
    }

    /// Counters of a register that hold anything finer than its notice can have asked for, by kind.
    ///
    /// # Errors
    /// When the store fails, or a counter was written by somebody else.
    pub async fn unsound_counters(&self, register: &str) -> Result<BTreeMap<String, u64>, Fault> {
        let register = self.register(register)?;
        let (of, sealer) = (Arc::clone(&register), Sealer::of(self));
        let kinds = self.store.read(move |tx| {
            let kinds = of.notice.kinds().map(|(_, kind)| kind.kind.clone());
            let read = |kind: String| Ok((Counters::of(tx, &sealer, &of.notice.id, &kind)?, kind));
            kinds.map(read).collect::<Result<Vec<_>, Fault>>()
        });
        let mut unsound = BTreeMap::new();
        for (counters, kind) in kinds.await? {
            let count = counters.0.iter().filter(|cell| !is_coarse(cell)).count() as u64;
            unsound.insert(kind, count);
        }
        Ok(unsound)
    }
}

/// Whether it has been counted: it was asked to go.
fn is_counted(row: &RecordRow) -> bool {
    body::decode(&row.body).is_ok_and(|cells| body::asked_ms(&cells).is_some())
}

/// The field, where it does not rest on consent alone: that may have been withdrawn.
fn coarse<'a>(register: &'a Register, kind: &str, name: &str) -> Option<&'a Field> {
    let field = register.notice.kind(kind)?.field(name)?;
    (!field.by_consent_alone(&register.notice)).then_some(field)
}

/// Whether this is one of the closed list of things that the field can say.
fn says(field: &Field, held: &str) -> bool {
    match &field.ty {
        FieldType::Choice(choices) => choices.iter().any(|(name, _)| name == held),
        FieldType::Flag => matches!(held, "yes" | "no"),
        _ => false,
    }
}

/// The time in which something was written here, as exactly as it is kept.
fn period(per: Option<CountedPer>, at_ms: i64) -> String {
    let at = Timestamp::from_millisecond(at_ms).unwrap_or_default();
    let Ok(local) = at.in_tz(ZONE) else { return String::new() };
    match per {
        None => String::new(),
        Some(CountedPer::Year) => local.strftime("%Y").to_string(),
        Some(CountedPer::Month) => local.strftime("%Y-%m").to_string(),
    }
}

/// A month or a year, and short words of closed lists.
fn is_coarse(cell: &Cell) -> bool {
    let word = |text: &String| {
        let known = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        text.len() <= 80 && text.bytes().all(known)
    };
    let time = |byte: u8| byte.is_ascii_digit() || byte == b'-';
    cell.records > 0
        && cell.period.len() <= "2026-01".len()
        && cell.period.bytes().all(time)
        && cell.facts.iter().all(|(name, value)| word(name) && word(value))
}

/// A record that lives, as it would be counted.
fn living(opened: &Opened, rule: &Anonymise) -> Cell {
    let held = |name: &str| Some(opened.text(name, Exit::Decision)).filter(|held| !held.is_empty());
    let facts = rule
        .by
        .iter()
        .filter_map(|named| Some((named.value.clone(), held(&named.value)?.to_owned())));
    let sums = rule
        .sum
        .iter()
        .filter_map(|named| Some((named.value.clone(), held(&named.value)?.parse().ok()?)));
    Cell {
        period: period(rule.per, opened.created.as_millisecond()),
        facts: facts.collect(),
        records: 1,
        people: 0,
        sums: sums.collect(),
    }
}
