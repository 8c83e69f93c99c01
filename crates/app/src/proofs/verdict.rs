//! What the facts mean for a promise: one arm for each mechanism. Pure.

use std::collections::{BTreeMap, BTreeSet};

use jiff::SignedDuration;
use jiff::civil::Date;
use seloste_kernel::{Timestamp, ZONE};
use seloste_notice::grammar::in_eea;
use seloste_notice::model::{Keep, Notice, Recipient, Source, Transfers};
use seloste_notice::promises::{Mechanism, State};
use seloste_register::Register;
use seloste_store::ledger::Entry;
use seloste_web::Sighting;

use super::facts::{
    Connection, Contact, Deep, Facts, strange_purpose, strange_role, undeclared_decision,
};

/// So long after its last moment a backup, or an entry of the ledger, is still being removed.
const REMOVAL: SignedDuration = SignedDuration::from_mins(10);

/// What was found about one promise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// The invariant holds.
    Kept,
    /// It does not: the key of the reason, and its figures.
    Broken(&'static str, BTreeMap<String, String>),
    /// Somebody vouches for it until the end of this day.
    Attested(Date),
    /// Something must be done by this day.
    Due(Date),
    /// Nobody has done it yet, which is no breach before the end of this day, if there is one.
    Awaited(&'static str, BTreeMap<String, String>, Option<Date>),
    /// Told, not checked.
    Text,
}

impl Verdict {
    /// The state; a breach that was there before keeps its beginning.
    pub fn state(self, last: Option<&State>, now: Timestamp) -> State {
        match self {
            Self::Kept => State::Kept { checked_at: now },
            Self::Attested(date) => State::AttestedUntil { date },
            Self::Due(date) => State::Due { date },
            Self::Awaited(why, args, date) => State::Awaited { why: why.to_owned(), args, date },
            Self::Text => State::Text,
            Self::Broken(why, args) => {
                let since = match last {
                    Some(State::Broken { why: before, since, .. }) if before == why => *since,
                    _ => now,
                };
                State::Broken { why: why.to_owned(), args, since }
            }
        }
    }
}

fn named(why: &'static str, name: impl ToString) -> Verdict {
    Verdict::Broken(why, [("name".to_owned(), name.to_string())].into())
}

/// Kept when nothing was counted.
fn none_of(why: &'static str, count: impl Into<u64>) -> Verdict {
    match count.into() {
        0 => Verdict::Kept,
        count => Verdict::Broken(why, [("count".to_owned(), count.to_string())].into()),
    }
}

/// Kept when no request is late; otherwise names them by their numbers, each once.
fn cases<'a>(late: impl IntoIterator<Item = &'a i64>) -> Verdict {
    let late: BTreeSet<&i64> = late.into_iter().collect();
    if late.is_empty() {
        return Verdict::Kept;
    }
    let numbers: Vec<String> = late.iter().map(ToString::to_string).collect();
    let (count, name) = (late.len().to_string(), numbers.join(", "));
    let args = [("count".to_owned(), count), ("name".to_owned(), name)];
    Verdict::Broken("case-late", args.into())
}

/// Kept when there is no such name.
fn unless(why: &'static str, name: Option<impl ToString>) -> Verdict {
    name.map_or(Verdict::Kept, |name| named(why, name))
}

fn kept_if(holds: bool, why: &'static str) -> Verdict {
    if holds { Verdict::Kept } else { Verdict::Broken(why, BTreeMap::new()) }
}

/// Whom nobody can reach has nothing to listen to; but nothing is encrypted there either.
fn connection(found: Connection) -> Verdict {
    match found {
        Connection::Encrypted => Verdict::Kept,
        Connection::Local => Verdict::Awaited("local-connection", BTreeMap::new(), None),
        Connection::Open => Verdict::Broken("insecure-connection", BTreeMap::new()),
    }
}

/// What the facts say of a mechanism; `None` when these facts do not tell.
pub fn of(mechanism: &Mechanism, register: &Register, facts: &Facts) -> Option<Verdict> {
    let notice = &register.notice;
    Some(match mechanism {
        Mechanism::Text => Verdict::Text,
        Mechanism::Published { item } => published(item, notice, facts),
        Mechanism::Versioned => kept_if(facts.versions_match, "version-mismatch"),
        Mechanism::ReviewDate { of } => Verdict::Due(day(review(register, of)?)),
        Mechanism::Retention { kind } => retention(kind, facts),
        Mechanism::KeptOnGround { kind, .. } => held(kind, facts.deep.as_ref()?),
        Mechanism::Counted { kind } => counted(kind, facts.deep.as_ref()?),
        Mechanism::Sweep => sweep(facts),
        Mechanism::Sealed => sealed(facts.deep.as_ref()?),
        Mechanism::ClosedWorld { kind } => closed_world(kind.as_deref(), facts)?,
        Mechanism::ConsentProof { purpose } => consented(purpose, facts.deep.as_ref()?)?,
        Mechanism::Objected { purpose } => {
            let used = &facts.deep.as_ref()?.used_after_objection;
            none_of("used-after-objection", used.get(purpose).copied().unwrap_or(0))
        }
        Mechanism::AccessLog => kept_if(facts.deep.as_ref()?.ledger_whole, "ledger-broken"),
        Mechanism::LedgerKeep => ledger_keep(notice, facts.deep.as_ref()?, facts),
        Mechanism::NoAddressStored => {
            unless("address-found", facts.deep.as_ref()?.address_in.as_ref()?.first())
        }
        Mechanism::SourceGate { kind } => source_gate(notice, kind, facts.entries.as_deref()?),
        Mechanism::PurposeGate { .. } | Mechanism::FieldGate { .. } => {
            unless("undeclared-purpose", strange_purpose(facts.entries.as_deref()?, notice))
        }
        Mechanism::ForbiddenPurpose { name } => forbidden(name, facts)?,
        Mechanism::RolesLimit { .. } => {
            unless("undeclared-role", strange_role(facts.entries.as_deref()?, notice))
        }
        Mechanism::RequiredField { kind, field, required } => asked(kind, field, *required, facts),
        Mechanism::BlindIndex { field, .. } => {
            unless("unkeyed", facts.deep.as_ref()?.unkeyed.get(field))
        }
        Mechanism::NoAutomatedDecision | Mechanism::AutomatedDecision { .. } => {
            decisions(register, facts)?
        }
        Mechanism::AnalyticsSchema
        | Mechanism::AnalyticsSignal { .. }
        | Mechanism::AnalyticsRetention => unless("program-differs", facts.differs.as_ref()),
        Mechanism::EraseOnRequest { .. } => cases(facts.late_erasures.as_deref()?),
        Mechanism::RightDesk { right } => late(right.as_deref(), facts.late_requests.as_ref()?),
        Mechanism::Tls => connection(facts.connection),
        Mechanism::CookieInventory { cookie } => cookies(cookie.as_deref(), facts),
        Mechanism::Hardened => hardened(facts)?,
        Mechanism::Recipients { recipient } => recipients(notice, recipient.as_deref(), facts),
        Mechanism::NoTransfer => {
            unless("outside-eea", abroad(notice).next().map(|recipient| &recipient.name))
        }
        Mechanism::Transfer { recipient } => match recipients(notice, None, facts) {
            Verdict::Kept => contract(notice, recipient, facts),
            broken => broken,
        },
        Mechanism::TwoFactor => two_factor(facts.one_factor.as_deref()?, facts.now),
        Mechanism::ContactOpen { .. } => contact(facts.contact.as_ref()?, register, facts),
        Mechanism::Backups => {
            let oldest = facts.backups.as_ref()?.iter().min().copied();
            let oldest =
                oldest.filter(|at| notice.operations.backups.after(*at) < facts.now - REMOVAL);
            unless("backup-late", oldest.map(day))
        }
        Mechanism::Attested { name } => match facts.attested.get(name) {
            Some(until) => Verdict::Attested(day(*until)),
            None => not_yet("no-attestation", BTreeMap::new(), register, facts),
        },
    })
}

/// What is kept has a ground, and what has a ground is kept.
fn held(kind: &str, deep: &Deep) -> Verdict {
    none_of("misheld", deep.scanned.misheld.get(kind).copied().unwrap_or(0) as u64)
}

/// Nothing is counted more exactly than the notice can have told.
fn counted(kind: &str, deep: &Deep) -> Verdict {
    none_of("too-fine", deep.unsound_counters.get(kind).copied().unwrap_or(0))
}

/// What somebody has to do by hand when a notice is published may wait for so many days.
const GRACE_DAYS: i64 = 14;

fn not_yet(
    why: &'static str,
    args: BTreeMap<String, String>,
    register: &Register,
    facts: &Facts,
) -> Verdict {
    let last = register.published + SignedDuration::from_hours(24 * GRACE_DAYS);
    match day(facts.now) > day(last) {
        true => Verdict::Broken(why, args),
        false => Verdict::Awaited(why, args, Some(day(last))),
    }
}

/// A new account opens nothing before it has its second factor, and has a while to get one.
fn two_factor(bare: &[Timestamp], now: Timestamp) -> Verdict {
    let Some(first) = bare.iter().min() else { return Verdict::Kept };
    let last = day(*first + SignedDuration::from_hours(24 * GRACE_DAYS));
    let args = [("count".to_owned(), bare.len().to_string())].into();
    match day(now) > last {
        true => Verdict::Broken("no-second-factor", args),
        false => Verdict::Awaited("no-second-factor", args, Some(last)),
    }
}

/// A late request breaks the promise of the right that it is about, and that of the deadline.
fn late(right: Option<&str>, late: &BTreeMap<String, Vec<i64>>) -> Verdict {
    let about = |of: &String| right.is_none_or(|right| right == of);
    let numbers = late.iter().filter(|(of, _)| about(of)).flat_map(|(_, numbers)| numbers);
    cases(numbers)
}

fn contact(contact: &Contact, register: &Register, facts: &Facts) -> Verdict {
    match contact {
        Contact::Open => Verdict::Kept,
        Contact::Closed => Verdict::Broken("contact-gone", BTreeMap::new()),
        Contact::Missing(user) => {
            let args = [("name".to_owned(), user.clone())].into();
            not_yet("contact-missing", args, register, facts)
        }
    }
}

fn day(at: Timestamp) -> Date {
    match at.in_tz(ZONE) {
        Ok(local) => local.date(),
        Err(_) => at.to_zoned(jiff::tz::TimeZone::UTC).date(),
    }
}

/// Whom nobody can turn to is told, but not yet truly.
fn published(item: &str, notice: &Notice, facts: &Facts) -> Verdict {
    if item == "controller" && facts.invented {
        return Verdict::Awaited("controller-invented", BTreeMap::new(), None);
    }
    unless("check-failed", (!present(notice, item)).then_some(item))
}

/// Whether the published notice has this item of Art. 13.
fn present(notice: &Notice, item: &str) -> bool {
    let some = |text: &Option<String>| text.as_ref().is_some_and(|text| !text.is_empty());
    match item {
        "controller" => {
            let of = &notice.controller;
            !of.name.is_empty() && !of.address.is_empty() && (some(&of.email) || some(&of.phone))
        }
        "officer" | "contact" => {
            let of = if item == "officer" { &notice.officer } else { &notice.contact };
            of.as_ref()
                .is_some_and(|of| some(&of.email) || !of.address.is_empty() || some(&of.phone))
        }
        "register" => !notice.register.is_empty(),
        "complaint" | "authority" => notice.authority.is_some(),
        _ => true,
    }
}

/// The day by which the notice, or a kind kept by a criterion, must be looked at again.
fn review(register: &Register, of: &str) -> Option<Timestamp> {
    let every = match register.notice.kind(of).and_then(|kind| kind.keep.as_ref()) {
        Some(Keep::Criterion { review, .. }) => *review,
        _ => register.notice.review?,
    };
    Some(every.after(register.published))
}

fn sweep(facts: &Facts) -> Verdict {
    match facts.clock {
        Some(_) => kept_if(false, "clock-in-doubt"),
        None => unless("job-late", facts.sweep_late.then_some("sweep")),
    }
}

fn retention(kind: &str, facts: &Facts) -> Verdict {
    // What a clock in doubt calls late may not be.
    if facts.clock.is_some() {
        return kept_if(facts.overdue.get(kind).is_none_or(|count| *count == 0), "clock-in-doubt");
    }
    none_of("past-due", facts.overdue.get(kind).copied().unwrap_or(0))
}

fn sealed(deep: &Deep) -> Verdict {
    let Some(first) = deep.aliens.named.first() else {
        return none_of("unsealed", (deep.scanned.unsealed + deep.scanned.keyless) as u64);
    };
    let count = deep.aliens.count.to_string();
    let args = [("count", count), ("name", first.table.to_owned())];
    Verdict::Broken("alien-rows", args.map(|(name, value)| (name.to_owned(), value)).into())
}

fn consented(purpose: &str, deep: &Deep) -> Option<Verdict> {
    let unconsented = deep.scanned.unconsented as u64;
    match deep.used_without_consent.as_ref().map(|used| used.get(purpose)) {
        Some(Some(count)) => Some(none_of("used-without-consent", *count)),
        None if unconsented == 0 => None,
        _ => Some(none_of("missing-consent", unconsented)),
    }
}

fn closed_world(kind: Option<&str>, facts: &Facts) -> Option<Verdict> {
    if let Some(difference) = &facts.differs {
        return Some(named("program-differs", difference));
    }
    let undeclared = facts
        .deep
        .as_ref()?
        .scanned
        .undeclared
        .iter()
        .find(|name| kind.is_none_or(|kind| name.split('.').next() == Some(kind)));
    Some(match undeclared {
        Some(name) if name.contains('.') => named("undeclared-field", name),
        name => unless("undeclared-kind", name),
    })
}

fn ledger_keep(notice: &Notice, deep: &Deep, facts: &Facts) -> Verdict {
    let last = |at| notice.operations.ledger.after(at);
    let old = deep.ledger_first.is_some_and(|at| last(at) < facts.now - REMOVAL);
    // What a clock in doubt calls old may not be, and is not destroyed.
    kept_if(!old, if facts.clock.is_some() { "clock-in-doubt" } else { "log-old" })
}

/// The form's own page decides, where it asks for the field; others are filled in by the program or
/// by staff, whose fields are compared with the notice.
fn asked(kind: &str, field: &str, required: bool, facts: &Facts) -> Verdict {
    match facts.forms.get(kind).and_then(|form| form.get(field)) {
        Some(shown) => unless("form-differs", (*shown != required).then_some(field)),
        None => unless("program-differs", facts.differs.as_ref()),
    }
}

/// A person's own data never come from a job; what staff write never from a visitor. What is left of
/// an erased record is not collected and has an entry of its own: it is nobody's.
/// Whether programs decide only what the notice declares.
fn decisions(register: &Register, facts: &Facts) -> Option<Verdict> {
    Some(match undeclared_decision(facts.entries.as_deref()?, register) {
        Some(made) => unless("undeclared-decision", Some(made)),
        None => unless("program-differs", facts.differs.as_ref()),
    })
}

fn source_gate(notice: &Notice, kind: &str, entries: &[Entry]) -> Verdict {
    let source = notice.kind(kind).and_then(|kind| kind.source);
    let wrong = |actor: &str| match source {
        Some(Source::Person) => actor.starts_with("job:"),
        Some(Source::Staff) => matches!(actor, "visitor" | "person"),
        _ => false,
    };
    let entry = entries
        .iter()
        .find(|entry| entry.action == "collect" && entry.kind == kind && wrong(&entry.actor));
    unless("wrong-source", entry.map(|entry| &entry.actor))
}

/// That a forbidden purpose opens something is known also where the entries are not.
fn forbidden(name: &str, facts: &Facts) -> Option<Verdict> {
    let opened = facts.opens_forbidden.iter().any(|open| open == name);
    let used = match &facts.entries {
        Some(entries) => entries.iter().any(|entry| entry.purpose == name),
        None if !opened => return None,
        None => false,
    };
    Some(unless("undeclared-purpose", (used || opened).then_some(name)))
}

fn cookies(cookie: Option<&str>, facts: &Facts) -> Verdict {
    let seen = facts.observed.iter().find(|seen| match (cookie, seen.sighting) {
        (None, Sighting::UndeclaredCookie) => true,
        (None, Sighting::WeakCookie) => true,
        (Some(cookie), Sighting::WeakCookie) => cookie.ends_with(&seen.what),
        _ => false,
    });
    unless("undeclared-cookie", seen.map(|seen| &seen.what))
}

fn hardened(facts: &Facts) -> Option<Verdict> {
    let odd = facts.observed.iter().find(|seen| {
        matches!(seen.sighting, Sighting::UndeclaredHeader | Sighting::ForeignRedirect)
    });
    if let Some(odd) = odd {
        return Some(named("missing-header", &odd.what));
    }
    let missing = facts.missing_headers.as_ref()?;
    Some(unless("missing-header", missing.first()))
}

/// Recipients outside the EEA without a declared transfer.
pub fn abroad(notice: &Notice) -> impl Iterator<Item = &Recipient> {
    notice.recipients.iter().filter(|recipient| {
        let declared = match &notice.transfers {
            Transfers::Declared(transfers) => {
                transfers.iter().any(|transfer| transfer.recipient == recipient.name)
            }
            _ => false,
        };
        !declared && recipient.country.as_deref().is_none_or(|country| !in_eea(country))
    })
}

fn recipients(notice: &Notice, recipient: Option<&str>, facts: &Facts) -> Verdict {
    match recipient {
        None => unless("undeclared-host", facts.undeclared_host.as_ref()),
        Some(name) => {
            let outside = abroad(notice).find(|recipient| recipient.name == name);
            if let Some(outside) = outside {
                return named("outside-eea", &outside.name);
            }
            contract(notice, name, facts)
        }
    }
}

/// Whether the recipient's contract is in force.
fn contract(notice: &Notice, name: &str, facts: &Facts) -> Verdict {
    let over = notice.recipients.iter().find(|recipient| {
        let until = recipient.until.as_deref().and_then(|until| until.parse().ok());
        recipient.name == name && until.is_some_and(|until: Date| until < day(facts.now))
    });
    unless("contract-over", over.map(|recipient| &recipient.name))
}
