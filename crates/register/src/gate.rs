//! What the notice lets out: to whom, on which ground, for what, and which fields. Whatever it does
//! not say is refused, and the refusal says where to say it.

use seloste_kernel::{Exit, Fault, Lang};
use seloste_notice::model::{Notice, Recipient};

use crate::Opened;
use crate::access::{RIGHTS, not_found};
use crate::disclose::{Disclosure, Ground, complete, missing};
use crate::given::Given;
use crate::second::Wait;

/// What a recipient gets data for when the notice names no purpose for it: a task of its own.
pub const OWN_TASK: &str = "recipient-task";

/// A field of a kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The kind.
    pub kind: String,
    /// The field.
    pub field: String,
}

impl Item {
    /// These fields of one kind.
    pub fn of(kind: &str, fields: impl IntoIterator<Item = impl Into<String>>) -> Vec<Self> {
        let one = |field: _| Self { kind: kind.to_owned(), field: Into::into(field) };
        fields.into_iter().map(one).collect()
    }
}

/// Who receives it, as the register of disclosures names them: a class by whoever it was.
pub(crate) fn receiver(notice: &Notice, disclosure: &Disclosure) -> Result<String, Fault> {
    if is_own_right(disclosure) {
        return complete("called", &disclosure.called);
    }
    let declared = declared(notice, disclosure)?;
    match declared.is_class() {
        true => complete("called", &disclosure.called),
        false => Ok(declared.name.clone()),
    }
}

/// Whether the notice allows it. The ground's own form is looked at elsewhere.
pub(crate) fn allowed(notice: &Notice, disclosure: &Disclosure, lang: Lang) -> Result<(), Fault> {
    let purpose = complete("purpose", &disclosure.purpose)?;
    not_forbidden(notice, &purpose)?;
    if is_own_right(disclosure) {
        complete("items", &disclosure.items)?;
        receiver(notice, disclosure)?;
        return if purpose == RIGHTS { Ok(()) } else { Err(not_found()) };
    }
    let to = declared(notice, disclosure)?;
    receiver(notice, disclosure)?;
    complete("items", &disclosure.items)?;
    if disclosure.fields.is_empty() {
        return Err(missing("items"));
    }
    let asked =
        Asked { ground: disclosure.ground.word(), purpose: &purpose, items: &disclosure.fields };
    fits(notice, to, &asked, lang)?;
    let told = &disclosure.told;
    for (fact, said) in [("requester", &told.requester), ("matter", &told.matter)] {
        if to.demands(fact) {
            complete(fact, said)?;
        }
    }
    let hurried = to.approval.is_some() && !told.urgency.trim().is_empty();
    match hurried && !to.may_go_at_once() {
        true => Err(of_approval("fault-recipient-approval", notice, to, lang)),
        false => Ok(()),
    }
}

/// Whose word an allowed disclosure waits for: the ground's own rule and the notice's for the recipient,
/// and only the notice says what lets it go before.
pub(crate) fn wait(notice: &Notice, disclosure: &Disclosure) -> Result<Wait, Fault> {
    if is_own_right(disclosure) {
        return Ok(Wait::No);
    }
    let to = declared(notice, disclosure)?;
    let hurries = to.may_go_at_once() && !disclosure.told.urgency.trim().is_empty();
    Ok(match to.approval.is_some() || disclosure.ground.needs_second() {
        false => Wait::No,
        true if hurries => Wait::After,
        true => Wait::Before,
    })
}

/// That a second person looks at one disclosure at a time, so nothing goes to this recipient at once.
pub(crate) fn one_by_one(notice: &Notice, disclosure: &Disclosure, lang: Lang) -> Fault {
    match declared(notice, disclosure) {
        Ok(to) => of_approval("fault-disclosure-one-by-one", notice, to, lang),
        Err(fault) => fault,
    }
}

fn of_approval(key: &'static str, notice: &Notice, to: &Recipient, lang: Lang) -> Fault {
    let promise = format!("{}.{}.approval", notice.id, to.promise());
    Fault::refused(key, promise).with("recipient", to.called(lang))
}

/// Whether somebody gets it for the person, by the person's own right.
fn is_own_right(disclosure: &Disclosure) -> bool {
    matches!(disclosure.ground, Ground::OwnRight { .. })
}

/// Whether the notice that is in force when something approved is handed over still allows it: to the
/// class for which it was approved, and to no other.
pub(crate) fn still_allowed(notice: &Notice, made: &Opened, given: &Given) -> Result<(), Fault> {
    let text = |name: &str| made.text(name, Exit::Decision);
    not_forbidden(notice, text("purpose"))?;
    let asked = Asked { ground: text("ground"), purpose: text("purpose"), items: &given.items };
    let is_same = |to: &&Recipient| match &given.class {
        Some(class) => to.name == *class,
        // From before a disclosure that waits said to which class it goes.
        None => to.is_class() || to.name == text("recipient"),
    };
    let mut refused = None;
    for to in notice.recipients.iter().filter(is_same) {
        match fits(notice, to, &asked, Lang::default()) {
            Ok(()) => return Ok(()),
            Err(fault) => _ = refused.get_or_insert(fault),
        }
    }
    Err(refused.unwrap_or_else(|| undeclared(notice)))
}

fn not_forbidden(notice: &Notice, purpose: &str) -> Result<(), Fault> {
    let Some(item) = notice.forbidden.iter().find(|item| item.name == purpose) else {
        return Ok(());
    };
    let promise = format!("{}.forbid.{}", notice.id, item.name);
    Err(Fault::refused("fault-purpose-forbidden", promise).with("purpose", purpose))
}

/// What is asked for a recipient.
struct Asked<'a> {
    ground: &'a str,
    purpose: &'a str,
    items: &'a [Item],
}

/// Whether the notice lets this recipient have it.
fn fits(notice: &Notice, to: &Recipient, asked: &Asked<'_>, lang: Lang) -> Result<(), Fault> {
    let Asked { ground, purpose, items } = *asked;
    let refused = |key| {
        let promise = format!("{}.{}", notice.id, to.promise());
        Fault::refused(key, promise).with("recipient", to.called(lang))
    };
    if !to.allows_ground(ground) {
        let allowed: Vec<&str> = to.grounds.iter().map(|known| known.value.as_str()).collect();
        let refused = refused("fault-recipient-ground").with("ground", ground);
        return Err(refused.with("grounds", allowed.join(" ")));
    }
    let own = purpose == OWN_TASK && to.has_own_task();
    // A processor for which the notice names no purpose works for any of them.
    let any = to.purposes.is_empty() && !to.has_own_task() && notice.purpose(purpose).is_some();
    if !own && !any && !to.purposes.iter().any(|known| known.value == purpose) {
        return Err(refused("fault-recipient-purpose").with("purpose", purpose));
    }
    match items.iter().find(|item| !serves(notice, to, purpose, item)) {
        None => Ok(()),
        Some(item) => {
            let field = format!("{}.{}", item.kind, item.field);
            Err(refused("fault-recipient-item").with("field", field).with("purpose", purpose))
        }
    }
}

fn undeclared(notice: &Notice) -> Fault {
    let ends = if notice.recipients.is_empty() { "none" } else { "closed" };
    Fault::refused("fault-recipient-undeclared", format!("{}.recipients.{ends}", notice.id))
}

fn declared<'n>(notice: &'n Notice, disclosure: &Disclosure) -> Result<&'n Recipient, Fault> {
    let name = complete("recipient", &disclosure.recipient)?;
    notice.recipients.iter().find(|known| known.name == name).ok_or_else(|| undeclared(notice))
}

/// Whether this recipient may get this field for this purpose.
fn serves(notice: &Notice, to: &Recipient, purpose: &str, item: &Item) -> bool {
    let field = notice.kind(&item.kind).and_then(|kind| kind.field(&item.field));
    let Some(field) = field else { return false };
    let serves = purpose == OWN_TASK || field.purposes.iter().any(|of| of.value == purpose);
    serves && to.may_get(&item.kind, &item.field)
}
