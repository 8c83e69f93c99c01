//! Holds: a named ground that keeps a record, or some fields of it, past its last day, and ends by itself
//! or when it is released (GDPR Art. 17(3), 18(1)(c)). Per record, never per person: what comes later is
//! not held. What a hold is for (the matter, whom it is against, why these data) stands in a record of its
//! own, where the notice declares one, which stays for as long as the hold does.

use std::sync::Arc;

use seloste_kernel::{Fault, FaultKind, PersonId, RecordId, Timestamp};
use seloste_notice::model::{FieldType, Notice};
use seloste_store::Tx;
use seloste_store::tables::holds::{self, Hold};
use seloste_store::tables::policies::Policy;
use seloste_store::tables::records::RecordRow;

use crate::access::Action;
use crate::collect::{Ready, write};
use crate::grounds::is_of_kind;
use crate::read::in_force;
use crate::trail::{Subject, Traced};
use crate::validate::validate;
use crate::{Access, BY_LAW, Draft, Engine, Owner, RESTRICTION, body};

mod again;
mod end;
pub(crate) mod kept;
mod list;

/// The kind of the record that says what a hold is for.
pub const HOLD: &str = "rights-hold";
/// Its state while the hold stands.
pub const STANDING: &str = "standing";
/// Its state once the hold has ended.
pub const OVER: &str = "ended";
/// The ground on which that record itself stays.
pub const OF_HOLD: &str = "hold";

/// The ground on which what tells of a disclosure stays with the record that was disclosed.
pub const OF_RECORD: &str = "kept-record";

/// Longest ground, in characters: a name such as `legal-claim`, not a story.
const GROUND_CHARS: usize = 60;

/// So many records can be held together: more do not fit into the record that says what it is for.
pub const HELD_TOGETHER: usize = 100;

/// What is to be held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holding {
    /// Records of one person.
    pub records: Vec<RecordId>,
    /// On which ground.
    pub ground: String,
    /// The fields that it keeps; none for the whole record.
    pub fields: Vec<String>,
    /// When it ends by itself; `None` until released.
    pub until: Option<Timestamp>,
}

impl Holding {
    /// The whole of one record.
    pub fn whole(record: RecordId, ground: &str, until: Option<Timestamp>) -> Self {
        Self { records: vec![record], ground: ground.to_owned(), fields: Vec::new(), until }
    }
}

/// One hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// Whose record.
    pub person: PersonId,
    /// Which record.
    pub record: RecordId,
    /// On which ground.
    pub ground: String,
    /// The fields that it keeps; none for the whole record.
    pub fields: Vec<String>,
    /// When it ends by itself; `None` until released.
    pub until: Option<Timestamp>,
    /// When it was set.
    pub since: Timestamp,
}

/// A hold with the record that it keeps, as that is seen from outside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldRecord {
    /// In which register the record is.
    pub register: String,
    /// Its declared kind.
    pub kind: String,
    /// Its number.
    pub number: Option<i64>,
    /// When it would go.
    pub due: Option<Timestamp>,
    /// What keeps it.
    pub held: Held,
}

impl From<Hold> for Held {
    fn from(hold: Hold) -> Self {
        let moment = |ms| Timestamp::from_millisecond(ms).unwrap_or_default();
        Self {
            person: hold.person,
            record: hold.record,
            fields: hold
                .field
                .iter()
                .flat_map(|names| names.split(' '))
                .map(str::to_owned)
                .collect(),
            ground: hold.ground,
            until: hold.until_ms.map(moment),
            since: moment(hold.created_ms),
        }
    }
}

impl Engine {
    /// Keeps records of one person on this ground. `why` is the record that says what for; with it the
    /// ground must be a new one on each of them, without it another end or other fields take the place of
    /// those that a hold of this ground has.
    ///
    /// # Errors
    /// `NotFound` when there is no such record, or they are several people's; `Invalid` for a ground that
    /// is no short name or that the notice does not declare, and for a field that the kind does not have;
    /// `Conflict` for one that the notice sets, or that holds the record already.
    pub async fn hold(
        self: &Arc<Self>,
        access: &Access,
        holding: &Holding,
        why: Option<Draft>,
    ) -> Result<(), Fault> {
        access.demand(&[Action::DecideRequests])?;
        may_be_named(&access.register.notice, &holding.ground)?;
        // No erasure may be half way through these records.
        let together = self.keep_from_erasing().await;
        let mut rows = Vec::with_capacity(holding.records.len());
        for record in &holding.records {
            rows.push(self.to_hold(access, *record, holding).await?);
        }
        let person =
            rows.first().map(|(row, _)| row.person).ok_or_else(crate::access::not_found)?;
        if rows.iter().any(|(row, _)| row.person != person) {
            return Err(crate::access::not_found());
        }
        let why = match why {
            Some(draft) => Some(self.saying_why(access, (person, holding.until), draft).await?),
            None => None,
        };
        let set = Set::of(holding, self.now(), why.is_some());
        let on = rows.iter().map(|(row, _)| (row.person, row.id)).collect();
        self.write_together(Some(together), move |tx| {
            for (row, traced) in &rows {
                set.put(tx, (row.person, row.id))?;
                traced.write(tx)?;
            }
            let Some(Ready { row, place, digests, traced }) = why else { return Ok(()) };
            let row = write(tx, row, &place, &digests, &traced)?;
            let whole = Set { ground: OF_HOLD.to_owned(), field: None, ..set };
            holds::insert(tx, &whole.on((row.person, row.id)))
        })
        .await?;
        self.note_holds(on, &holding.ground).await
    }

    /// A record that is to be held, with the ledger's entry of that.
    async fn to_hold(
        &self,
        access: &Access,
        record: RecordId,
        holding: &Holding,
    ) -> Result<(RecordRow, Traced), Fault> {
        let row = self.row(access, record).await?;
        let policy = self.policy(row.policy).await?;
        self.refuse_of_kind(&policy, &holding.ground).await?;
        // Of what is empty nothing can be kept: the record would go, and its hold with it.
        let cells = body::decode(&row.body)?;
        let has = |name: &String| cells.iter().any(|(known, _)| known == name);
        if let Some(name) = holding.fields.iter().find(|name| !has(name)) {
            let fault = Fault::new(FaultKind::Invalid, "fault-hold-field");
            return Err(fault.with("field", name).in_field("fields"));
        }
        let key = self.keyring.key(row.key)?;
        let subject = Subject { person: row.person, records: &[record], key: &key };
        let traced = self.trail(access, "hold", &policy.kind, Some(subject), 1)?;
        Ok((row, traced))
    }

    /// The record that says what a hold is for, sealed and ready to be written with it.
    async fn saying_why(
        self: &Arc<Self>,
        access: &Access,
        (person, until): (PersonId, Option<Timestamp>),
        draft: Draft,
    ) -> Result<Ready, Fault> {
        let declared = access.register.notice.kind(HOLD).ok_or_else(crate::access::not_found)?;
        let mut draft = draft.state(STANDING);
        if let Some(until) = until {
            draft = draft.review(until);
        }
        let valid = validate(access, declared, &draft)?;
        let class = access.register.class_of(HOLD).to_owned();
        let key = self.key_for(access, person, &class, false).await?;
        let id = RecordId::new(&*self.watch, &*self.random);
        let place = (person, Owner::Existing(person), id, key);
        self.prepare(access, declared, place, draft, valid, None).await
    }

    /// What the notice sets and ends by itself nobody sets or ends by hand.
    async fn refuse_of_kind(&self, policy: &Policy, ground: &str) -> Result<(), Fault> {
        let written = self.version(policy).await?;
        let of_kind =
            written.notice.kind(&policy.kind).is_some_and(|kind| is_of_kind(kind, ground));
        // It ends with the hold that it tells of.
        if of_kind || [OF_HOLD, OF_RECORD].contains(&ground) {
            let fault = Fault::new(FaultKind::Conflict, "fault-hold-of-notice");
            return Err(fault.with("ground", ground).in_field("ground"));
        }
        Ok(())
    }
}

/// The grounds on which staff may hold something: those that the notice declares for it; none where it
/// declares no record of holds.
pub fn declared_grounds(notice: &Notice) -> Vec<&str> {
    let field = notice.kind(HOLD).and_then(|kind| kind.field("ground"));
    match field.map(|field| &field.ty) {
        Some(FieldType::Choice(choices)) => choices.iter().map(|(name, _)| name.as_str()).collect(),
        _ => Vec::new(),
    }
}

/// The ground is kept in the open: it names a rule, not a person. Some words are the program's own.
fn may_be_named(notice: &Notice, ground: &str) -> Result<(), Fault> {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let named = !ground.is_empty() && ground.len() <= GROUND_CHARS && ground.chars().all(plain);
    if !named || [BY_LAW, OF_HOLD, RESTRICTION].contains(&ground) {
        return Err(Fault::new(FaultKind::Invalid, "fault-hold-ground").in_field("ground"));
    }
    let declared = declared_grounds(notice);
    if !declared.is_empty() && !declared.contains(&ground) {
        let fault = Fault::new(FaultKind::Invalid, "fault-hold-undeclared").in_field("ground");
        return Err(fault.with("ground", ground).with("known", declared.join(", ")));
    }
    Ok(())
}

/// What is put on each of the records.
struct Set {
    ground: String,
    /// The names of the fields; `None` for the whole.
    field: Option<String>,
    until_ms: Option<i64>,
    now_ms: i64,
    /// Whether the ground must be new.
    anew: bool,
}

impl Set {
    fn of(holding: &Holding, now: Timestamp, anew: bool) -> Self {
        Self {
            ground: holding.ground.clone(),
            field: Some(holding.fields.join(" ")).filter(|names| !names.is_empty()),
            until_ms: holding.until.map(Timestamp::as_millisecond),
            now_ms: now.as_millisecond(),
            anew,
        }
    }

    fn on(&self, (person, record): (PersonId, RecordId)) -> Hold {
        Hold {
            person,
            record,
            ground: self.ground.clone(),
            field: self.field.clone(),
            until_ms: self.until_ms,
            created_ms: self.now_ms,
        }
    }

    fn put(&self, tx: &mut Tx, (person, record): (PersonId, RecordId)) -> Result<(), Fault> {
        let mut there = holds::of_record(tx, person, record)?;
        there.retain(|hold| hold.ground == self.ground);
        if self.anew && there.iter().any(|hold| in_force(hold, self.now_ms)) {
            return Err(Fault::new(FaultKind::Conflict, "fault-hold-there").in_field("ground"));
        }
        if there.iter().any(|hold| hold.field != self.field) {
            holds::release(tx, person, record, &self.ground)?;
        }
        holds::insert(tx, &self.on((person, record)))
    }
}
