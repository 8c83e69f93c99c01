//! What the notice lets out: to whom, on which ground, for what, and which fields. Whatever it does
//! not say is refused, and the refusal says where to say it.

use seloste_kernel::{Fault, Lang};
use seloste_notice::model::{Notice, Recipient};

use crate::disclose::{Disclosure, complete, missing};

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
    let declared = declared(notice, disclosure)?;
    match declared.is_class() {
        true => complete("called", &disclosure.called),
        false => Ok(declared.name.clone()),
    }
}

/// Whether the notice allows it. The ground's own form is looked at elsewhere.
pub(crate) fn allowed(notice: &Notice, disclosure: &Disclosure, lang: Lang) -> Result<(), Fault> {
    let purpose = complete("purpose", &disclosure.purpose)?;
    if let Some(item) = notice.forbidden.iter().find(|item| item.name == purpose) {
        let promise = format!("{}.forbid.{}", notice.id, item.name);
        return Err(Fault::refused("fault-purpose-forbidden", promise).with("purpose", purpose));
    }
    let to = declared(notice, disclosure)?;
    receiver(notice, disclosure)?;
    let refused = |key| {
        let promise = format!("{}.{}", notice.id, to.promise());
        Fault::refused(key, promise).with("recipient", to.called(lang))
    };
    let ground = disclosure.ground.word();
    if !to.allows_ground(ground) {
        let allowed: Vec<&str> = to.grounds.iter().map(|known| known.value.as_str()).collect();
        let refused = refused("fault-recipient-ground").with("ground", ground);
        return Err(refused.with("grounds", allowed.join(" ")));
    }
    let own = purpose == OWN_TASK && to.has_own_task();
    // A processor for which the notice names no purpose works for any of them.
    let any = to.purposes.is_empty() && !to.has_own_task() && notice.purpose(&purpose).is_some();
    if !own && !any && !to.purposes.iter().any(|known| known.value == purpose) {
        return Err(refused("fault-recipient-purpose").with("purpose", purpose));
    }
    complete("items", &disclosure.items)?;
    if disclosure.fields.is_empty() {
        return Err(missing("items"));
    }
    match disclosure.fields.iter().find(|item| !serves(notice, to, &purpose, item)) {
        None => Ok(()),
        Some(item) => {
            let field = format!("{}.{}", item.kind, item.field);
            Err(refused("fault-recipient-item").with("field", field).with("purpose", purpose))
        }
    }
}

fn declared<'n>(notice: &'n Notice, disclosure: &Disclosure) -> Result<&'n Recipient, Fault> {
    let name = complete("recipient", &disclosure.recipient)?;
    notice.recipients.iter().find(|known| known.name == name).ok_or_else(|| {
        let ends = if notice.recipients.is_empty() { "none" } else { "closed" };
        let promise = format!("{}.recipients.{ends}", notice.id);
        Fault::refused("fault-recipient-undeclared", promise)
    })
}

/// Whether this recipient may get this field for this purpose.
fn serves(notice: &Notice, to: &Recipient, purpose: &str, item: &Item) -> bool {
    let field = notice.kind(&item.kind).and_then(|kind| kind.field(&item.field));
    let Some(field) = field else { return false };
    let serves = purpose == OWN_TASK || field.purposes.iter().any(|of| of.value == purpose);
    serves && to.may_get(&item.kind, &item.field)
}
