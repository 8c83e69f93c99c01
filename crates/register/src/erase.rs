//! The one erasure: retention, a person's own wish, a demand, a withdrawal, closing an account
//! and restoring a backup all make a plan here and run it here.
//!
//! A plan is data; it can be shown before anything happens. How it is run: `execute.rs`.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use aws_lc_rs::digest::{SHA256, digest};
use seloste_kernel::{EntryId, Fault, PersonId, RecordId, Timestamp};
use seloste_notice::floors;
use seloste_notice::model::{Basis, Notice};
use seloste_store::Tx;
use seloste_store::tables::holds::{self, Hold};
use seloste_store::tables::records::{self, RecordRow};
use serde::{Deserialize, Serialize};

use crate::access::{Action, RIGHTS};
use crate::automated::{MARK, field_of};
use crate::body::{self, ASKED};
use crate::consented::KEYS;
use crate::engine::hex;
use crate::own::copies_of;
use crate::read::{RECEIPT, in_force};
use crate::standing::restricted;
use crate::{Access, DISCLOSURE, Engine};

/// How many records of one person are planned at a time.
const PERSON_PAGE_RECORDS: i64 = 500;

/// Why something is erased.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// Its last day has come (Art. 5(1)(e)).
    Due,
    /// The person did it or demanded it (Art. 17(1)).
    Request,
    /// The person withdrew the consent it rested on (Art. 7(3), 17(1)(b)).
    Withdrawal,
    /// The organisation decided so.
    Decision,
    /// A backup had brought it back.
    Restore,
}

impl Why {
    /// The causes that somebody wanted. Whoever received what goes for them is told (Art. 19).
    pub(crate) const WISHES: [Self; 3] = [Self::Request, Self::Withdrawal, Self::Decision];

    /// The word in the ledger.
    pub const fn word(self) -> &'static str {
        match self {
            Why::Due => "due",
            Why::Request => "request",
            Why::Withdrawal => "withdrawal",
            Why::Decision => "decision",
            Why::Restore => "restore",
        }
    }
}

/// What happens to one record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It goes.
    Remove,
    /// It goes, and what the notice says stays as counts of nobody.
    Anonymise,
    /// It stays on these grounds (Art. 17(3)), the one that lasts longest first.
    Keep(Vec<Keeping>),
    /// Some of it goes at once, the rest stays on these grounds.
    Strip {
        /// The fields that go.
        gone: Vec<String>,
        /// What keeps the others, the one that lasts longest first.
        kept: Vec<Keeping>,
    },
}

impl Outcome {
    /// The grounds on which something stays; none where all goes.
    pub fn kept(&self) -> &[Keeping] {
        match self {
            Self::Remove | Self::Anonymise => &[],
            Self::Keep(kept) | Self::Strip { kept, .. } => kept,
        }
    }

    /// The fields that go of a record of which others stay.
    pub fn gone(&self) -> &[String] {
        match self {
            Self::Strip { gone, .. } => gone,
            Self::Remove | Self::Anonymise | Self::Keep(_) => &[],
        }
    }

    /// The same, for a record that is counted when it goes.
    pub(crate) fn counting(self) -> Self {
        if self == Self::Remove { Self::Anonymise } else { self }
    }

    /// Whether nothing of the record stays.
    pub const fn is_whole(&self) -> bool {
        matches!(self, Self::Remove | Self::Anonymise)
    }
}

/// A ground that keeps a record, or some fields of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Keeping {
    /// Its name: a floor of law, a state that the notice declares, [`BY_LAW`], or what staff wrote.
    pub ground: String,
    /// The fields that it keeps; none for the whole record.
    pub fields: Vec<String>,
    /// Until when, in milliseconds; `None` while nobody knows.
    pub until_ms: Option<i64>,
}

/// The ground on which a kind stays that nothing but duties of law wants (Art. 17(3)(b)).
pub const BY_LAW: &str = "by-law";

/// The ground of what is restricted: it is stored until the restriction ends.
pub const RESTRICTION: &str = "restriction";

/// One record in a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Whose.
    pub person: PersonId,
    /// Which.
    pub record: RecordId,
    /// Of which kind.
    pub kind: String,
    /// What happens.
    pub outcome: Outcome,
    /// Whether it is counted then, as the notice says: not twice, where a ground kept some of it.
    pub counted: bool,
}

/// What an erasure would do. Holds ids only. Only the engine makes one, under an access that
/// reaches what it names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    pub(crate) why: Why,
    /// The register and the purpose of the access that it was made under; none of the engine's own.
    pub(crate) under: Option<(String, String)>,
    pub(crate) steps: Vec<Step>,
    /// A record that must still be at this version.
    pub(crate) at: Option<(RecordId, i64)>,
}

impl Plan {
    /// To be carried out only if this record of it is still at this version: whoever changes it first
    /// keeps it, and whoever comes later finds it gone.
    #[must_use]
    pub fn only_at(mut self, record: RecordId, version: i64) -> Self {
        self.at = Some((record, version));
        self
    }

    /// What names the plan: whoever carries it out says that this is the one they saw.
    pub fn seen(&self) -> String {
        let steps = format!("{:?}", self.steps);
        hex(&digest(&SHA256, steps.as_bytes()).as_ref()[..16])
    }

    /// Record by record.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// The kinds of which counts stay.
    pub fn counted(&self) -> BTreeSet<&str> {
        let counted = self.steps.iter().filter(|step| step.counted);
        counted.map(|step| step.kind.as_str()).collect()
    }

    /// How many records go as a whole.
    pub fn removed(&self) -> usize {
        self.steps.iter().filter(|step| step.outcome.is_whole()).count()
    }

    /// Of how many records a part goes.
    pub fn stripped(&self) -> usize {
        let part = |step: &&Step| matches!(step.outcome, Outcome::Strip { .. });
        self.steps.iter().filter(part).count()
    }

    /// Whether anything goes now.
    pub fn takes_something(&self) -> bool {
        self.removed() + self.stripped() > 0
    }
}

/// What an erasure did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Erased {
    /// Records gone.
    pub removed: usize,
    /// Records of which a part went.
    pub stripped: usize,
    /// Records that a ground keeps, whole or in part.
    pub kept: usize,
    /// Persons of whom nothing is left.
    pub persons: usize,
    /// The kinds of which counts stay.
    pub counted: Vec<String>,
    /// The ledger entries that prove it, one per person.
    pub entries: Vec<EntryId>,
    /// When.
    pub at: Timestamp,
}

impl Engine {
    /// What erasing everything of this person would do.
    ///
    /// # Errors
    /// `NotFound` when the access does not reach the person, or opens nothing of something they
    /// have.
    pub async fn plan_person(
        &self,
        access: &Access,
        person: PersonId,
        why: Why,
    ) -> Result<Plan, Fault> {
        access.reaches(person)?;
        let rows = self.rows_of(person).await?;
        let plan = self.plan_rows(rows, why, Some(access)).await?;
        match plan.steps.iter().all(|step| access.opens_any(&step.kind)) {
            true => Ok(plan),
            false => Err(crate::access::not_found()),
        }
    }

    /// What erasing this record, with all that hangs on it, would do.
    ///
    /// # Errors
    /// `NotFound` when there is none within reach, or the access opens nothing of its kind. Parts
    /// that it does not open go with the whole: they cannot be without it.
    pub async fn plan_record(
        &self,
        access: &Access,
        record: RecordId,
        why: Why,
    ) -> Result<Plan, Fault> {
        let row = self.row(access, record).await?;
        if !access.opens_any(&self.policy(row.policy).await?.kind) {
            return Err(crate::access::not_found());
        }
        self.refuse_restricted(access, &row).await?;
        let of_person = self.rows_of(row.person).await?;
        let mut going = vec![row.id];
        // What hangs on a record may itself carry others: walk until nothing is added.
        loop {
            let more: Vec<RecordId> = of_person
                .iter()
                .filter(|row| {
                    !going.contains(&row.id)
                        && row.thread.is_some_and(|whole| going.contains(&whole))
                })
                .map(|row| row.id)
                .collect();
            if more.is_empty() {
                break;
            }
            going.extend(more);
        }
        let rows = of_person.into_iter().filter(|row| going.contains(&row.id)).collect();
        self.plan_rows(rows, why, Some(access)).await
    }

    /// Runs a plan under an access that may erase, of the register and purpose for which the plan
    /// was made: one that opens less must not erase what it could not have planned.
    ///
    /// # Errors
    /// `NotFound` for a plan of another register or purpose; `Conflict` for one of a record that has
    /// changed since ([`Plan::only_at`]). When keys or store fail; what was begun is finished at the
    /// next start.
    pub async fn erase(self: &Arc<Self>, access: &Access, plan: &Plan) -> Result<Erased, Fault> {
        access.demand(&[Action::Erase])?;
        let under = plan.under.as_ref().map(|(register, purpose)| (&**register, &**purpose));
        if under != Some((&access.register.notice.id, &access.purpose)) {
            return Err(crate::access::not_found());
        }
        for step in &plan.steps {
            access.reaches(step.person)?;
        }
        self.execute(&access.actor, plan, Some(access)).await
    }

    pub(crate) async fn rows_of(&self, person: PersonId) -> Result<Vec<RecordRow>, Fault> {
        self.store.read(move |tx| rows_of(tx, person)).await
    }

    /// These rows, and the copies that their persons have of everything: those go along.
    async fn with_copies(&self, mut rows: Vec<RecordRow>) -> Result<Vec<RecordRow>, Fault> {
        let persons: BTreeSet<PersonId> = rows.iter().map(|row| row.person).collect();
        let read = self.store.read(move |tx| {
            persons.into_iter().map(|person| copies_of(tx, person)).collect::<Result<Vec<_>, _>>()
        });
        let known: BTreeSet<RecordId> = rows.iter().map(|row| row.id).collect();
        rows.extend(read.await?.into_iter().flatten().filter(|copy| !known.contains(&copy.id)));
        Ok(rows)
    }

    /// A plan for these rows: what a ground in force keeps stays, the rest goes.
    pub(crate) async fn plan_rows(
        &self,
        rows: Vec<RecordRow>,
        why: Why,
        access: Option<&Access>,
    ) -> Result<Plan, Fault> {
        let now = self.now().as_millisecond();
        let rows = self.with_copies(rows).await?;
        let persons: BTreeSet<PersonId> = rows.iter().map(|row| row.person).collect();
        let held = match why {
            // What was erased once is not kept by a hold that the same backup brought back.
            Why::Restore => HashMap::new(),
            _ => self.store.read(move |tx| holds_of(tx, &persons, why, now)).await?,
        };
        let under =
            access.map(|access| (access.register.notice.id.clone(), access.purpose.clone()));
        let mut plan = Plan { why, under, steps: Vec::with_capacity(rows.len()), at: None };
        let mut disclosures = Vec::new();
        for row in rows {
            let policy = self.policy(row.policy).await?;
            if policy.kind == DISCLOSURE {
                disclosures.push(row.clone());
            }
            if access.is_some_and(|access| access.register.notice.id != policy.register) {
                return Err(crate::access::not_found());
            }
            let holds = held.get(&row.id).map_or(&[][..], Vec::as_slice);
            let outcome = match access.filter(|_| why == Why::Request) {
                Some(access) if kept_by_law(&access.register.notice, &policy.kind) => {
                    Outcome::Keep(vec![Keeping {
                        ground: BY_LAW.to_owned(),
                        fields: Vec::new(),
                        until_ms: row.due_ms,
                    }])
                }
                _ => outcome(&row, holds),
            };
            let counted =
                !by_law(&outcome) && self.will_count(&row, &policy.register, &policy.kind);
            let outcome = if counted { outcome.counting() } else { outcome };
            plan.steps.push(Step {
                person: row.person,
                record: row.id,
                kind: policy.kind,
                outcome,
                counted,
            });
        }
        if Why::WISHES.contains(&why) {
            self.keep_with_records(&mut plan, disclosures).await?;
        }
        Ok(plan)
    }
}

/// Whether the law itself keeps it, so that it is not looked at again.
pub(crate) fn by_law(outcome: &Outcome) -> bool {
    outcome.kept().iter().any(|kept| kept.ground == BY_LAW)
}

/// Whether the law itself wants a kind kept, so that there is no right to its erasure
/// (Art. 17(3)(b)). What is kept only to serve the person's rights goes with the rest, and where
/// the notice names the law, its floor says what stays and for how long.
pub fn kept_by_law(notice: &Notice, kind: &str) -> bool {
    let by_law = |name: &str| {
        name != RIGHTS
            && notice.purpose(name).is_some_and(|known| known.basis == Some(Basis::LegalObligation))
    };
    notice.kind(kind).is_some_and(|collect| {
        collect.floors.is_empty()
            && collect
                .fields
                .iter()
                .all(|field| field.purposes.iter().all(|named| by_law(&named.value)))
    })
}

/// What becomes of a row that is to go, given the holds in force on it. The one place that decides
/// it, for plans that are shown and for those that run.
pub(crate) fn outcome(row: &RecordRow, holds: &[Hold]) -> Outcome {
    if holds.is_empty() {
        return Outcome::Remove;
    }
    let mut kept: Vec<Keeping> = holds.iter().map(keeping).collect();
    kept.sort_by_key(|kept| {
        (std::cmp::Reverse(kept.until_ms.unwrap_or(i64::MAX)), kept.ground.clone())
    });
    let cells = match body::decode(&row.body) {
        Ok(cells) if holds.iter().all(|hold| hold.field.is_some()) => cells,
        // Held as a whole; or so damaged that nobody can tell its fields apart.
        _ => return Outcome::Keep(kept),
    };
    let covered: BTreeSet<&str> = fields_of(holds).collect();
    // An earlier value goes and stays with its field, or is all that there is of it.
    let is_beside = |name: &str| {
        let field = field_of(name);
        name.starts_with(MARK) || (field != name && cells.iter().any(|(known, _)| known == field))
    };
    let (stays, gone): (Vec<String>, Vec<String>) = cells
        .iter()
        .map(|(name, _)| name.as_str())
        .filter(|name| ![RECEIPT, KEYS, ASKED].contains(name) && !is_beside(name))
        .map(|name| field_of(name).to_owned())
        .partition(|name| covered.contains(name.as_str()));
    match (stays.is_empty(), gone.is_empty()) {
        (true, _) => Outcome::Remove,
        (false, true) => Outcome::Keep(kept),
        (false, false) => Outcome::Strip { gone, kept },
    }
}

fn keeping(hold: &Hold) -> Keeping {
    let fields = hold.field.iter().flat_map(|names| names.split(' ')).map(str::to_owned);
    Keeping { ground: hold.ground.clone(), fields: fields.collect(), until_ms: hold.until_ms }
}

/// The fields that these holds name.
pub(crate) fn fields_of(holds: &[Hold]) -> impl Iterator<Item = &str> {
    holds.iter().filter_map(|hold| hold.field.as_deref()).flat_map(|names| names.split(' '))
}

/// Whether staff hold fields, and not a floor of the notice.
pub(crate) fn by_hand(hold: &Hold) -> bool {
    hold.field.is_some() && floors::by_code(&hold.ground).is_none()
}

/// When what these holds keep, and nothing else any more, is looked at again: at the end of the
/// next one that keeps fields. Where the whole is held, or nothing is, its day has come.
pub(crate) fn next_due(holds: &[Hold], now_ms: i64) -> Option<i64> {
    let in_force = holds.iter().filter(|hold| in_force(hold, now_ms));
    let (fields, whole): (Vec<_>, Vec<_>) = in_force.partition(|hold| hold.field.is_some());
    if fields.is_empty() || !whole.is_empty() {
        return Some(now_ms);
    }
    // Without an end only while an event is waited for, which gives it one.
    fields.iter().filter_map(|hold| hold.until_ms).min()
}

/// The holds in force on records of these persons, by record. What is restricted is held, too,
/// unless the person themselves wants it gone (Art. 18(2)).
pub(crate) fn holds_of(
    tx: &mut Tx,
    persons: &BTreeSet<PersonId>,
    why: Why,
    now_ms: i64,
) -> Result<HashMap<RecordId, Vec<Hold>>, Fault> {
    let mut held: HashMap<RecordId, Vec<Hold>> = HashMap::new();
    for person in persons {
        let mut holds = holds::of_person(tx, *person)?;
        if matches!(why, Why::Due | Why::Decision) {
            let kept = restricted(tx, *person)?;
            holds.extend(kept.into_iter().map(|row| by_restriction(&row)));
        }
        for hold in holds.into_iter().filter(|hold| in_force(hold, now_ms)) {
            held.entry(hold.record).or_default().push(hold);
        }
    }
    Ok(held)
}

/// A restriction as what it is to an erasure: a ground that keeps the whole record.
pub(crate) fn by_restriction(row: &RecordRow) -> Hold {
    Hold {
        person: row.person,
        record: row.id,
        ground: RESTRICTION.to_owned(),
        field: None,
        until_ms: None,
        created_ms: row.updated_ms,
    }
}

/// All records of one person.
pub(crate) fn rows_of(tx: &mut Tx, person: PersonId) -> Result<Vec<RecordRow>, Fault> {
    let (mut all, mut after) = (Vec::new(), None);
    loop {
        let rows = records::of_person(tx, person, after, PERSON_PAGE_RECORDS)?;
        after = rows.last().map(|row| row.id);
        let more = rows.len() == PERSON_PAGE_RECORDS as usize;
        all.extend(rows);
        if !more {
            return Ok(all);
        }
    }
}
