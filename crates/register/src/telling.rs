//! Whoever received data is told when these are corrected, erased or restricted (Art. 19), or when the
//! person forbids marketing or research with them: a task for each recipient and change, written with
//! the change itself. It says what changed by the names of
//! fields and holds nothing of what they contain. What is erased because its last day has come is
//! told to nobody: those who received it have periods of their own.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use seloste_kernel::{Actor, Exit, Fault, PersonId, RecordId};
use seloste_notice::model::{FieldType, Notice};
use seloste_store::Tx;

use crate::access::{Action, RIGHTS};
use crate::collect::{Ready, write};
use crate::disclose::{DISCLOSURE, EVERYTHING, HANDED_OVER};
use crate::given::Given;
use crate::own::PACKAGE;
use crate::validate::validate;
use crate::{Access, Draft, Engine, HOLD, Kinds, Opened, Owner, Query};

/// The kind that the notice declares for it.
pub const TELLING: &str = "disclosure-notice";
/// Nobody has told the recipient yet.
pub const UNTOLD: &str = "open";
/// The recipient has been told.
pub const TOLD: &str = "told";
/// Telling proved impossible, or takes more than it is worth.
pub const IMPOSSIBLE: &str = "impossible";

/// By when somebody should have told the recipient, in days.
const DAYS: i64 = 14;
/// How many disclosures to one recipient a task names, the newest: more do not fit into it.
const NAMED: usize = 80;
/// Disclosures that are looked at in one go.
const PAGE: usize = 200;
/// Letters of a record's name by which a recipient finds what was given.
const MARK: usize = 10;

/// The kind of a person's requests.
pub(crate) const REQUEST: &str = "rights-request";

/// What happened to the data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Changed {
    Rectified,
    Erased,
    Restricted,
    /// A restriction ended.
    Released,
    /// The person closed the purpose for which they were disclosed.
    Objected,
}

impl Changed {
    fn word(self) -> &'static str {
        match self {
            Self::Rectified => "rectified",
            Self::Erased => "erased",
            Self::Restricted => "restricted",
            Self::Released => "released",
            Self::Objected => "objected",
        }
    }
}

/// What of a record was touched: its kind, and the fields; none for all of them.
pub(crate) type Touched = (String, Option<Vec<String>>);

/// A change to data of one person.
pub(crate) struct Change {
    pub how: Changed,
    /// By record; `None` for everything that is held.
    pub records: Option<BTreeMap<RecordId, Touched>>,
    /// What goes with it: what was disclosed of the person may be among it.
    pub going: BTreeSet<RecordId>,
    /// Only what was disclosed for this purpose; `None` for whatever purpose.
    pub purpose: Option<String>,
}

impl Change {
    /// A change to these fields of a record; `None` for all of it.
    pub fn of(how: Changed, record: RecordId, touched: Touched) -> Self {
        let records = Some([(record, touched)].into());
        Self { how, records, going: BTreeSet::new(), purpose: None }
    }

    /// A change to everything.
    pub fn of_all(how: Changed) -> Self {
        Self { how, records: None, going: BTreeSet::new(), purpose: None }
    }

    /// The end of a purpose, for everything that was disclosed for it.
    pub fn of_purpose(how: Changed, purpose: &str) -> Self {
        Self { purpose: Some(purpose.to_owned()), ..Self::of_all(how) }
    }

    /// An erasure of these: of some fields, or of all.
    pub fn of_erasure(records: BTreeMap<RecordId, Touched>) -> Self {
        let whole = records.iter().filter(|(_, (_, fields))| fields.is_none());
        let going = whole.map(|(record, _)| *record).collect();
        Self { how: Changed::Erased, records: Some(records), going, purpose: None }
    }

    /// What it touches of everything that was held when it was disclosed: not what came later, nor what
    /// only tells of copies and disclosures.
    fn touches_what_was_held(&self, disclosure: &Opened) -> Option<BTreeSet<String>> {
        let Some(records) = &self.records else { return Some(BTreeSet::new()) };
        let aside = [PACKAGE, DISCLOSURE, TELLING, HOLD];
        // How a request is handled corrects nothing of it.
        let then = records.iter().filter(|(record, (kind, fields))| {
            written(record) <= written(&disclosure.id)
                && !aside.contains(&kind.as_str())
                && !(kind == REQUEST && fields.is_some())
        });
        let names: Vec<BTreeSet<String>> = then
            .map(|(_, (kind, fields))| {
                let fields = fields.iter().flatten();
                fields.map(|field| format!("{kind}.{field}")).collect()
            })
            .collect();
        if names.is_empty() { None } else { Some(names.into_iter().flatten().collect()) }
    }

    /// What of a disclosure it touches, as `kind.field`; nothing named where nobody knows.
    fn touches(&self, disclosure: &Opened) -> Option<BTreeSet<String>> {
        let is_for = |purpose| disclosure.text("purpose", Exit::Decision) == purpose;
        if !self.purpose.as_deref().is_none_or(is_for) {
            return None;
        }
        if disclosure.text("about", Exit::Decision) == EVERYTHING {
            return self.touches_what_was_held(disclosure);
        }
        let Given { record, items, .. } = Given::of(disclosure);
        let given: BTreeSet<String> =
            items.into_iter().map(|item| format!("{}.{}", item.kind, item.field)).collect();
        let Some(records) = &self.records else { return Some(given) };
        let Some(record) = record else {
            // From before a disclosure said of which record it was: it goes with everything else.
            let others = self.going.iter().any(|gone| *gone != disclosure.id);
            return (self.going.contains(&disclosure.id) && others).then_some(given);
        };
        let (kind, fields) = records.get(&record)?;
        let Some(fields) = fields else { return Some(given) };
        let changed: BTreeSet<String> =
            fields.iter().map(|field| format!("{kind}.{field}")).collect();
        if given.is_empty() {
            return Some(changed);
        }
        let both: BTreeSet<String> = changed.intersection(&given).cloned().collect();
        (!both.is_empty()).then_some(both)
    }
}

/// When a record was written: with that its name begins.
fn written(record: &RecordId) -> &[u8] {
    record.as_bytes().get(..6).unwrap_or_default()
}

/// One recipient's part in a change.
#[derive(Default)]
struct Part {
    items: BTreeSet<String>,
    disclosed: Vec<String>,
    /// Whether what was disclosed stays on record with the person.
    stays: bool,
}

/// By which a recipient finds what was given: told when it is handed over, and when it changes.
pub fn mark(disclosure: RecordId) -> String {
    let whole = disclosure.to_string();
    whole.chars().skip(whole.chars().count().saturating_sub(MARK)).collect()
}

impl Engine {
    /// The tasks that a change makes, sealed and ready to be written with it.
    pub(crate) async fn to_tell(
        self: &Arc<Self>,
        access: &Access,
        person: PersonId,
        change: &Change,
    ) -> Result<Vec<Ready>, Fault> {
        let notice = &access.register.notice;
        if !can_say(notice, change.how) || notice.purpose(RIGHTS).is_none() {
            return Ok(Vec::new());
        }
        let one = |kind: &str, states: &[&str]| Query {
            person: Some(person),
            limit: 1,
            ..Query::in_states(kind, states)
        };
        let made = !self.waiting(&notice.id, &one(DISCLOSURE, &HANDED_OVER)).await?.0.is_empty();
        let open = !self.waiting(&notice.id, &one(TELLING, &[UNTOLD])).await?.0.is_empty();
        let carries = open && !change.going.is_empty();
        if !made && !carries {
            return Ok(Vec::new());
        }
        let program = program(access, Action::Read);
        let (mut parts, mut left) = (BTreeMap::<String, Part>::new(), Vec::new());
        let (kinds, mut after) =
            (Kinds::Only(vec![DISCLOSURE.to_owned(), TELLING.to_owned()]), None);
        loop {
            let (page, next) = self.some_of(&program, person, &kinds, after, PAGE).await?;
            for opened in page {
                match opened.kind.as_str() {
                    TELLING if opened.state == UNTOLD && change.going.contains(&opened.id) => {
                        left.push(opened);
                    }
                    DISCLOSURE if HANDED_OVER.contains(&opened.state.as_str()) => {
                        received(&mut parts, change, &opened)
                    }
                    _ => {}
                }
            }
            after = next;
            if after.is_none() {
                break;
            }
        }
        let mut ready = Vec::new();
        // A task goes with the person whose it was, the duty does not. Who is to be told that all
        // is erased need not hear of an earlier correction.
        for task in left.iter().filter(|task| !parts.contains_key(to(task))) {
            let fields = ["recipient", "change", "items", "disclosed"];
            let fields = fields.map(|name| (name, task.text(name, Exit::Decision).to_owned()));
            ready.push(self.task(access, Owner::New, fields).await?);
        }
        for (recipient, part) in parts {
            let owner = if part.stays { Owner::Existing(person) } else { Owner::New };
            let disclosed = part.disclosed.iter().rev().take(NAMED).cloned().collect::<Vec<_>>();
            let items = part.items.into_iter().collect::<Vec<_>>().join(" ");
            let fields = [
                ("recipient", recipient),
                ("change", change.how.word().to_owned()),
                ("items", items),
                ("disclosed", disclosed.join(" ")),
            ];
            ready.push(self.task(access, owner, fields).await?);
        }
        Ok(ready)
    }

    async fn task(
        self: &Arc<Self>,
        access: &Access,
        owner: Owner,
        fields: [(&str, String); 4],
    ) -> Result<Ready, Fault> {
        let program = program(access, Action::Collect);
        let notice = &access.register.notice;
        let declared = notice.kind(TELLING).ok_or_else(crate::access::not_found)?;
        let lang = notice.languages.first().copied().unwrap_or_default();
        let until = self.now() + jiff::SignedDuration::from_hours(24 * DAYS);
        let mut draft = Draft::new(TELLING, "created", lang).state(UNTOLD).review(until);
        for (name, value) in fields {
            draft = draft.field(name, value);
        }
        let valid = validate(&program, declared, &draft)?;
        let person = match owner {
            Owner::New => PersonId::random(&*self.random),
            Owner::Existing(person) => person,
        };
        let class = access.register.class_of(TELLING).to_owned();
        let key = self.key_for(&program, person, &class, owner == Owner::New).await?;
        let id = RecordId::new(&*self.watch, &*self.random);
        self.prepare(&program, declared, (person, owner, id, key), draft, valid, None).await
    }
}

/// Whether the notice has a task for this: one of an older version knows fewer changes.
fn can_say(notice: &Notice, how: Changed) -> bool {
    let field = notice.kind(TELLING).and_then(|kind| kind.field("change"));
    field.is_some_and(|field| match &field.ty {
        FieldType::Choice(choices) => choices.iter().any(|(name, _)| name == how.word()),
        _ => true,
    })
}

/// Writes tasks within the transaction of the change.
pub(crate) fn write_all(tx: &mut Tx, tasks: &[Ready]) -> Result<(), Fault> {
    for task in tasks {
        write(tx, task.row.clone(), &task.place, &task.digests, &task.traced)?;
    }
    Ok(())
}

/// The program looks who has received the data: whoever changes them need not be one who may know.
fn program(access: &Access, action: Action) -> Access {
    Access {
        actor: Actor::Job("recipients".to_owned()),
        purpose: RIGHTS.to_owned(),
        action,
        ..access.clone()
    }
}

fn to(record: &Opened) -> &str {
    record.text("recipient", Exit::Decision)
}

fn received(parts: &mut BTreeMap<String, Part>, change: &Change, disclosure: &Opened) {
    let Some(items) = change.touches(disclosure) else { return };
    let part = parts.entry(to(disclosure).to_owned()).or_default();
    part.items.extend(items);
    part.disclosed.push(format!("{}/{}", disclosure.created, mark(disclosure.id)));
    part.stays |= !change.going.contains(&disclosure.id);
}
